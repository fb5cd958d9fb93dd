import { expect, test } from "vitest";
import type { CellView } from "$host";
import { meaning, shade } from "./cells";

const cell = (part: Partial<CellView>): CellView => ({ seat: 1, state: "points", total: "80.00", dropped: false, unusual: false, criteria: {}, reasons: {}, comment: "", ...part });

test("missing, recused, abstained and void are four different things, and none of them is points", () => {
	const said = ["missing", "recused", "abstained", "void", "points"].map((state) => meaning(cell({ state })));
	expect(new Set(said).size).toBe(5);
});

test("what is unusual is said even where it was dropped", () => {
	expect(meaning(cell({ unusual: true, dropped: true }))).toBe("ui-del-cell-unusual");
	expect(meaning(cell({ dropped: true }))).toBe("ui-del-cell-dropped");
});

test("a shade never hides its figure", () => {
	expect(shade("100.00", "100.00")).toBe(30);
	expect(shade(null, "100.00")).toBe(3);
});
