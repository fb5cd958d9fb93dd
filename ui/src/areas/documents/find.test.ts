import { expect, test } from "vitest";
import { folded } from "./find";

test("width, case, white space and radicals make no difference, as in the search of the core", () => {
	expect(folded("ＡＩ 大\n模型")).toBe("ai大模型");
	expect(folded("⼀⾦融")).toBe("一金融");
	expect(folded("陈𫖯、①")).toBe("陈𫖯、1");
	expect(folded("㈠…")).toBe("㈠…");
});
