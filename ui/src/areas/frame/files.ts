import type { Incoming } from "./session.svelte";

/** What to do with a file, by the end of its name. Anything unknown is offered to the intake, which judges by content. */
export function kindOf(path: string): Incoming {
	const end = path.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1] ?? "";
	if (end === "lxid") return "cards";
	if (end === "lxbatch") return "batch";
	if (end === "lxsheet") return "sheets";
	if (end === "lxcarry") return "carry";
	if (end === "toml") return "profile";
	if (end === "pdf" || end === "lxruling" || end === "lxdecision") return "verify";
	return "packages";
}

/** The files by kind, in the order in which they were given. A PDF among packages, or where packages are taken, is one of
 * them: the look before the import shows it, and nothing is written. */
export function sorted(paths: string[], taking = false): { kind: Incoming; paths: string[] }[] {
	const takes = taking || paths.some((path) => kindOf(path) === "packages");
	const kind = (path: string): Incoming => (takes && path.toLowerCase().endsWith(".pdf") ? "packages" : kindOf(path));
	const groups = new Map<Incoming, string[]>();
	for (const path of paths) groups.set(kind(path), [...(groups.get(kind(path)) ?? []), path]);
	return [...groups].map(([of, files]) => ({ kind: of, paths: files }));
}

/** Paths typed by hand: separated by semicolons or line ends, quotes of a file manager taken off. */
export const typedPaths = (text: string): string[] =>
	text
		.split(/[;；\n]/)
		.map((part) => part.trim().replace(/^["“']|["”']$/g, ""))
		.filter((part) => part !== "");

/** Last part of a path. */
export const nameOf = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;

/** Path of `name` inside `folder`, in the spelling of that folder. */
export const inside = (folder: string, name: string): string => (folder.includes("\\") ? `${folder}\\${name}` : `${folder}/${name}`);
