import { expect, test } from "vitest";
import { completeOf, fields, outcomeOf, regularOf, verdictOf, withComplete, withRegular } from "./verdicts";

test("what is irregular is there, and what is missing has no form", () => {
	expect(["present", "irregular", "missing", "na"].map(completeOf)).toEqual(["present", "present", "missing", "na"]);
	expect(["present", "irregular", "missing", "na"].map(regularOf)).toEqual(["regular", "irregular", undefined, undefined]);
});

test("either answer alone gives the one state", () => {
	expect([withComplete("irregular", "present"), withComplete("missing", "present"), withComplete("irregular", "missing"), withComplete("present", "na")]).toEqual(["irregular", "present", "missing", "na"]);
	expect([withRegular("irregular"), withRegular("regular")]).toEqual(["irregular", "present"]);
});

const typed = (all: Record<string, string>) => (field: string): string | undefined => all[field];
const optional = { id: "coaching", state: "na", reason: "非必需材料，未提交。" };

test("the reason of one state is never shown or stored under another", () => {
	expect(verdictOf(optional, typed({}))).toEqual({ id: "coaching", state: "na", reason: "非必需材料，未提交。", open: false, whole: true });
	const missing = { [fields.state("coaching")]: "missing" };
	expect(verdictOf(optional, typed(missing))).toMatchObject({ state: "missing", reason: "", open: true, whole: false });
	const said = { ...missing, [fields.reason("coaching", "missing")]: "请补齐辅导记录。" };
	expect(verdictOf(optional, typed(said))).toMatchObject({ reason: "请补齐辅导记录。", open: true, whole: true });
	expect(verdictOf(optional, typed({ ...said, [fields.state("coaching")]: "irregular" }))).toMatchObject({ reason: "", whole: false });
});

test("a reason that was taken away is still to be written, and 齐备 needs none", () => {
	expect(verdictOf(optional, typed({ [fields.reason("coaching", "na")]: " " }))).toMatchObject({ open: true, whole: false });
	expect(verdictOf(optional, typed({ [fields.state("coaching")]: "present" }))).toMatchObject({ reason: "", open: true, whole: true });
});

test("the reason of one outcome is never shown or recorded under another, and is there again with its own", () => {
	const suggested = { outcome: "admit", reason: "申报材料齐备、规范，符合申报条件。" };
	expect(outcomeOf(suggested, typed({}))).toEqual(suggested);
	expect(outcomeOf(suggested, typed({ [fields.outcome]: "reject" }))).toEqual({ outcome: "reject", reason: "" });
	const supplement = { [fields.why("supplement")]: "请补齐风险防控方案。" };
	expect(outcomeOf(suggested, typed({ ...supplement, [fields.outcome]: "reject" })).reason).toBe("");
	expect(outcomeOf(suggested, typed({ ...supplement, [fields.outcome]: "supplement" })).reason).toBe("请补齐风险防控方案。");
});
