import { describe, expect, test } from "vitest";
import { kindOf, nameOf, sorted, typedPaths } from "./files";
import { matching, type Entry } from "./palette";

const entry = (label: string, beside = ""): Entry => ({ id: label, group: "commands", label, beside, run: () => {} });

describe("the palette", () => {
	const entries = [entry("前往：集中评议"), entry("基于隐私计算的数据共享平台", "GZ2026-001 · 粤海示例证券"), entry("Language: English", "英文")];

	test("every part of what was typed must stand somewhere", () => {
		expect(matching(entries, "数据 001").map((one) => one.id)).toEqual(["基于隐私计算的数据共享平台"]);
		expect(matching(entries, "数据 002")).toEqual([]);
	});

	test("full-width letters and capitals find the same", () => expect(matching(entries, "ＥＮＧ")).toHaveLength(1));
	test("nothing typed shows all, in order", () => expect(matching(entries, " ")).toEqual(entries));
	test("rare hanzi are found", () => expect(matching([entry("周䶮"), entry("陈𫖯")], "𫖯").map((one) => one.id)).toEqual(["陈𫖯"]));
});

describe("files that are dropped", () => {
	test("go where their kind is handled", () => {
		expect(["a.lxid", "b.LXBATCH", "c.lxsheet", "d.pdf", "e.zip", "/a/folder", "方案.toml", "结转.lxcarry"].map(kindOf)).toEqual(["cards", "batch", "sheets", "verify", "packages", "packages", "profile", "carry"]);
	});

	test("are grouped by kind in their order", () => {
		expect(sorted(["1.zip", "2.lxid", "3.7z"])).toEqual([{ kind: "packages", paths: ["1.zip", "3.7z"] }, { kind: "cards", paths: ["2.lxid"] }]);
	});

	test("a PDF among packages is one of them, and so is one where packages are taken", () => {
		expect(sorted(["1.docx", "2.pdf"])).toEqual([{ kind: "packages", paths: ["1.docx", "2.pdf"] }]);
		expect(sorted(["2.pdf"], true)).toEqual([{ kind: "packages", paths: ["2.pdf"] }]);
		expect(sorted(["2.pdf"])).toEqual([{ kind: "verify", paths: ["2.pdf"] }]);
	});

	test("can be typed, with the quotes a file manager adds", () => {
		expect(typedPaths('"C:\\材料\\甲.zip"；/tmp/乙.zip\n')).toEqual(["C:\\材料\\甲.zip", "/tmp/乙.zip"]);
		expect(nameOf("C:\\材料\\甲.zip")).toBe("甲.zip");
	});
});
