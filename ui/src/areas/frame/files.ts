import type { Incoming } from "./session.svelte";

/** What to do with a file, by the end of its name. Anything unknown is offered to the intake, which judges by content. */
export function kindOf(path: string): Incoming {
	const end = path.toLowerCase().match(/\.([a-z0-9]+)$/)?.[1] ?? "";
	if (end === "lxid") return "cards";
	if (end === "lxbatch") return "batch";
	if (end === "lxsheet") return "sheets";
	if (end === "pdf" || end === "lxruling" || end === "lxdecision") return "verify";
	return "packages";
}

/** The files by kind, in the order in which they were given. */
export function sorted(paths: string[]): { kind: Incoming; paths: string[] }[] {
	const groups = new Map<Incoming, string[]>();
	for (const path of paths) groups.set(kindOf(path), [...(groups.get(kindOf(path)) ?? []), path]);
	return [...groups].map(([kind, files]) => ({ kind, paths: files }));
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
