import { expect, test } from "vitest";
import type { OfferedView } from "$host";
import { choiceOf, ready, wanted } from "./choices";

const offered = (former: string, more: Partial<OfferedView> = {}): OfferedView => ({ former, title: "示例", lead: "", track: "pilot", ending: "later", reason: "", documents: 1, already: null, same: null, proposed: "P-01", ...more });

test("what is new gets our number, what seems to be here joins it, what was taken is left out", () => {
	const all = [offered("A-1"), offered("A-2", { same: "B-7" }), offered("A-3", { already: "P-09" }), offered("A-4")];
	const choices = Object.fromEntries(all.map((one) => [one.former, choiceOf(one)]));
	choices["A-4"] = { include: true, place: "own", number: " B-9 " };
	expect(wanted(all, choices)).toEqual([
		{ former: "A-1", number: null, beside: null },
		{ former: "A-2", number: null, beside: "B-7" },
		{ former: "A-4", number: "B-9", beside: null },
	]);
});

test("a number of one's own must be typed in", () => {
	expect(ready({ include: true, place: "own", number: " " })).toBe(false);
	expect(ready({ include: true, place: "new", number: "" })).toBe(true);
});
