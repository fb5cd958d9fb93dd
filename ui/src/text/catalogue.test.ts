import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { bundleOf, sources, type Lang } from "./catalogue";

const root = new URL("..", import.meta.url).pathname;
const ids = (lang: Lang): string[] => sources(lang).flatMap(([, text]) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? ""));
const variables = (lang: Lang): Map<string, string> => {
	const known = new Map<string, string>();
	for (const [path, text] of sources(lang))
		for (const entry of text.split(/\n(?=[a-z])/)) {
			const id = entry.match(/^([a-z][\w-]*) =/)?.[1];
			if (id && path.includes("/ui-")) known.set(id, [...new Set([...entry.matchAll(/\$(\w+)/g)].map((match) => match[1]))].sort().join(" "));
		}
	return known;
};
const sourceFiles = (folder: string): string[] =>
	readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
		entry.isDirectory() ? sourceFiles(join(folder, entry.name)) : /\.(svelte|ts)$/.test(entry.name) && !entry.name.includes(".test.") ? [join(folder, entry.name)] : [],
	);

describe("the words of the window", () => {
	test("both languages say the same things", () => {
		expect([...new Set(ids("en"))].sort()).toEqual([...new Set(ids("zh-CN"))].sort());
	});

	test("both languages use the same facts", () => {
		const english = variables("en");
		const differing = [...variables("zh-CN")].filter(([id, facts]) => english.get(id) !== facts).map(([id]) => id);
		expect(differing, "a fact in one language and not in the other").toEqual([]);
	});

	test("no words are said twice in the window's own files", () => {
		const own = sources("zh-CN").filter(([path]) => path.includes("/ui-")).flatMap(([, text]) => [...text.matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1]));
		expect(own.filter((id, at) => own.indexOf(id) !== at)).toEqual([]);
	});

	test("nothing that a page asks for is missing", () => {
		const known = new Set(ids("zh-CN"));
		const missing = new Set<string>();
		for (const file of sourceFiles(root)) {
			const text = readFileSync(file, "utf8");
			for (const [, id] of text.matchAll(/\bt\("([\w-]+)"/g)) if (id && !known.has(id)) missing.add(id);
			// Ids put together at run time: at least their family must be there. Faults come from the core's own file.
			for (const [, family] of text.matchAll(/\bt\(`([\w-]+)\$\{/g)) if (family && ![...known].some((id) => id.startsWith(family))) missing.add(`${family}…`);
		}
		expect([...missing]).toEqual([]);
	});

	test.each(["zh-CN", "en"] as const)("%s can be read without a fault", (lang) => {
		const bundle = bundleOf(lang);
		const broken = ids(lang).filter((id) => !bundle.hasMessage(id));
		expect(broken).toEqual([]);
	});

	test("Chinese sentences end and pause with full-width marks", () => {
		const own = sources("zh-CN").filter(([path]) => path.includes("/ui-"));
		const half = own.flatMap(([, text]) => text.split("\n").filter((line) => !line.startsWith("#") && /[\u4e00-\u9fff][,;:!?]/.test(line)));
		expect(half).toEqual([]);
	});
});
