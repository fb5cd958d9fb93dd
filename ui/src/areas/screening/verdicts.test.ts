import { expect, test } from "vitest";
import { completeOf, regularOf, withComplete, withRegular } from "./verdicts";

test("what is irregular is there, and what is missing has no form", () => {
	expect(["present", "irregular", "missing", "na"].map(completeOf)).toEqual(["present", "present", "missing", "na"]);
	expect(["present", "irregular", "missing", "na"].map(regularOf)).toEqual(["regular", "irregular", undefined, undefined]);
});

test("either answer alone gives the one state", () => {
	expect([withComplete("irregular", "present"), withComplete("missing", "present"), withComplete("irregular", "missing"), withComplete("present", "na")]).toEqual(["irregular", "present", "missing", "na"]);
	expect([withRegular("irregular"), withRegular("regular")]).toEqual(["irregular", "present"]);
});
