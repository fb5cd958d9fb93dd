import type { SearchHit } from "$host";

export type Entry = { id: string; group: "commands" | "projects" | "materials"; label: string; beside: string; hit?: SearchHit; run: () => void };

const flat = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The entries whose words contain every part of what was typed, in their given order; all of them when nothing was. */
export function matching(entries: Entry[], typed: string, most = 12): Entry[] {
	const parts = flat(typed).split(/\s+/).filter(Boolean);
	return entries.filter((entry) => parts.every((part) => flat(`${entry.label} ${entry.beside}`).includes(part))).slice(0, most);
}
