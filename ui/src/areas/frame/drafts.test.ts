import { expect, test } from "vitest";
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
