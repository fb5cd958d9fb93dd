import { expect, test, vi } from "vitest";
import { Drafts } from "./drafts.svelte";

test("what was begun stays by application and field until it is stored", () => {
	const drafts = new Drafts();
	drafts.set("GZ2026-001", "outcome reason reject", "不在本市");
	expect(drafts.of("GZ2026-001", "outcome reason reject")).toBe("不在本市");
	expect([drafts.of("GZ2026-002", "outcome reason reject"), drafts.of("GZ2026-001", "outcome reason admit")]).toEqual([undefined, undefined]);
	drafts.drop("GZ2026-001", "outcome reason reject", "不在本市");
	expect(drafts.of("GZ2026-001", "outcome reason reject")).toBeUndefined();
});

test("what was typed while the words before it were stored is not forgotten with them", () => {
	const drafts = new Drafts();
	drafts.set("GZ2026-001", "item plan reason missing", "请补齐方案并盖章");
	drafts.drop("GZ2026-001", "item plan reason missing", "请补齐方案");
	expect(drafts.of("GZ2026-001", "item plan reason missing")).toBe("请补齐方案并盖章");
});

test("all of one item is forgotten, and nothing of another", () => {
	const drafts = new Drafts();
	for (const field of ["item plan state", "item plan reason missing", "item plan-b state"]) drafts.set("GZ2026-001", field, "x");
	drafts.dropAll("GZ2026-001", "item plan ");
	expect([drafts.has("GZ2026-001", "item plan "), drafts.has("GZ2026-001", "item plan-b "), drafts.has("GZ2026-002", "item ")]).toEqual([false, true, false]);
	drafts.clear();
	expect(drafts.has("GZ2026-001", "item ")).toBe(false);
});

test("every keystroke is kept in order, those of one field that wait go together", async () => {
	const kept: string[] = [];
	let answer = (): void => {};
	const drafts = new Drafts((number, field, text) => {
		kept.push(`${number} ${field} ${text}`);
		return new Promise<void>((done) => (answer = done));
	});
	drafts.set("GZ2026-001", "first-reading", "已");
	await Promise.resolve();
	for (const text of ["已审", "已审阅"]) drafts.set("GZ2026-001", "first-reading", text);
	drafts.set("GZ2026-002", "outcome", "reject");
	drafts.drop("GZ2026-002", "outcome", "reject");
	const all = drafts.kept();
	let done = false;
	void all.then(() => (done = true));
	while (!done) {
		answer();
		await new Promise((turn) => setTimeout(turn));
	}
	expect(kept).toEqual(["GZ2026-001 first-reading 已", "GZ2026-001 first-reading 已审阅", "GZ2026-002 outcome null"]);
});

test("what cannot be kept is tried again, and what is not taken is not asked twice", async () => {
	vi.useFakeTimers();
	const asked: string[] = [];
	const drafts = new Drafts(
		(_, field) => {
			asked.push(field);
			return asked.length === 2 ? Promise.resolve() : Promise.reject(new Error(field));
		},
		(thrown) => String(thrown).includes("full"),
	);
	drafts.set("GZ2026-001", "full", "x");
	await drafts.kept();
	expect(asked).toEqual(["full"]);
	await vi.advanceTimersByTimeAsync(3000);
	drafts.set("GZ2026-001", "frozen", "x");
	await vi.advanceTimersByTimeAsync(9000);
	expect(asked).toEqual(["full", "full", "frozen"]);
	vi.useRealTimers();
});

test("what was kept is taken up, under what was typed since; a renumbered application keeps it", () => {
	const drafts = new Drafts();
	drafts.set("GZ2026-001", "outcome", "admit");
	drafts.recall([
		{ number: "GZ2026-001", field: "outcome", text: "reject" },
		{ number: "GZ2026-001", field: "field-number value", text: "GZ2026-009" },
	]);
	expect([drafts.of("GZ2026-001", "outcome"), drafts.of("GZ2026-001", "field-number value")]).toEqual(["admit", "GZ2026-009"]);
	drafts.rename("GZ2026-001", "GZ2026-009", "field-number ");
	expect([drafts.of("GZ2026-009", "outcome"), drafts.has("GZ2026-009", "field-number "), drafts.has("GZ2026-001", "")]).toEqual(["admit", false, false]);
});
