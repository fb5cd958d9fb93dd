import { expect, test } from "vitest";
import type { ApplicationRow } from "$host";
import { cleanly, kindsOf, nextOpen, rowsOf } from "./rows";

const row = (number: string, more: Partial<ApplicationRow> = {}): ApplicationRow => ({ number, title: `${number} 项目`, track: "pilot", lead: "粤海示例证券", applicants: 1, documents: 9, errors: 0, warnings: 0, to_confirm: 0, outcome: null, suggested: "admit", received_at: 0, version: 1, late: false, carried: false, ...more });
const rows = [row("GZ2026-001", { outcome: "admit" }), row("GZ2026-002", { errors: 2 }), row("GZ2026-003", { outcome: "supplement", to_confirm: 1 }), row("GZ2026-004")];

test("rows are found by what they are and by what was typed, whatever its width", () => {
	expect(rowsOf(rows, "open", "").map((one) => one.number)).toEqual(["GZ2026-002", "GZ2026-004"]);
	expect(rowsOf(rows, "done", "ｇｚ２０２６－００３").map((one) => one.number)).toEqual(["GZ2026-003"]);
	expect(rowsOf(rows, "errors", "004")).toEqual([]);
});

test("only kinds that there are can be chosen, and all of them always", () => {
	expect(kindsOf(rows).map(({ id, count }) => `${id} ${count}`)).toEqual(["all 4", "open 2", "errors 1", "asks 1", "done 2"]);
	expect(kindsOf([])).toEqual([{ id: "all", count: 0 }]);
});

test("the next open application comes after this one, then from the top, and never is this one", () => {
	expect(nextOpen(rows, "GZ2026-002")).toBe("GZ2026-004");
	expect(nextOpen(rows, "GZ2026-004")).toBe("GZ2026-002");
	expect(nextOpen(rows, undefined)).toBe("GZ2026-002");
	expect(nextOpen([row("GZ2026-001")], "GZ2026-001")).toBeUndefined();
});

test("what has an error or waits for an answer is not confirmed unseen, and a warning alone is no error", () => {
	expect([row("1"), row("2", { warnings: 3 }), row("3", { errors: 1 }), row("4", { to_confirm: 1 }), row("5", { suggested: "supplement" }), row("6", { outcome: "admit" }), row("7", { suggested: "forward" })].filter(cleanly).map((one) => one.number)).toEqual(["1", "2", "7"]);
});
