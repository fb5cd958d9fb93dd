import { expect, test } from "vitest";
import { countsOf, folded, spotOf } from "./find";

test("width, case, white space and radicals make no difference, as in the search of the core", () => {
	expect(folded("ＡＩ 大\n模型")).toBe("ai大模型");
	expect(folded("⼀⾦融")).toBe("一金融");
	expect(folded("陈𫖯、①")).toBe("陈𫖯、1");
	expect(folded("㈠…")).toBe("㈠…");
});

test("places are counted over all pages, and each is known by its page", () => {
	const counts = countsOf(["数据安全数据", "", "安全", "数据"].map(folded), folded("数 据"));
	expect(counts).toEqual([2, 0, 0, 1]);
	expect([0, 1, 2, 3].map((at) => spotOf(counts, at))).toEqual([{ page: 1, nth: 0 }, { page: 1, nth: 1 }, { page: 4, nth: 0 }, undefined]);
	expect(countsOf(["数据"], "")).toEqual([0]);
});
