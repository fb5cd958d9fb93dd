import { expect, test } from "vitest";
import type { PackagePreview } from "$host";
import { choiceOf, ordered } from "./choices";

const one = (index: number, more: Partial<PackagePreview> = {}): PackagePreview => ({
	index, path: "", name: "", number: null, title: "", here: false, placing: "new", proposed: "addition", already: null, set_aside: false, encoding: "utf-8", chosen: false,
	undecided: 0, files: 1, bytes: 1, aside: 0, skipped: 0, doubtful: false, entries: [], more: 0, ...more,
});

test("packages to be looked at stand first, the others as they are taken", () => {
	expect(ordered([one(0), one(1), one(2, { doubtful: true })]).map((p) => p.index)).toEqual([2, 0, 1]);
});

test("what is here already is left out unless a person wants it", () => {
	expect(choiceOf(one(0)).include).toBe(true);
	expect(choiceOf(one(0, { already: "GZ2026-001" })).include).toBe(false);
});
