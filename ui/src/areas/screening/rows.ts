import type { ApplicationRow } from "$host";

/** Which of the applications are shown. */
export type Shown = "all" | "open" | "errors" | "asks" | "late" | "done";

const kinds: Record<Shown, (row: ApplicationRow) => boolean> = {
	all: () => true,
	open: (row) => row.outcome === null,
	errors: (row) => row.errors > 0,
	asks: (row) => row.to_confirm > 0,
	late: (row) => row.late,
	done: (row) => row.outcome !== null,
};

/** The rows of one kind whose number, title or lead contains what was typed; the width of characters makes no difference. */
export function rowsOf(rows: ApplicationRow[], shown: Shown, typed: string): ApplicationRow[] {
	const flat = (text: string): string => text.normalize("NFKC").toLowerCase();
	const wanted = flat(typed.trim());
	return rows.filter((row) => kinds[shown](row) && flat(`${row.number} ${row.title} ${row.lead}`).includes(wanted));
}

/** The kinds that there are, each with how many; all of them come first. */
export function kindsOf(rows: ApplicationRow[]): { id: Shown; count: number }[] {
	const all = (Object.keys(kinds) as Shown[]).map((id) => ({ id, count: rows.filter(kinds[id]).length }));
	return all.filter(({ id, count }) => id === "all" || count > 0);
}

/** Whether an application can be confirmed without a look at each: no error, nothing to confirm, nothing to be supplied. Warnings are shown. */
export const cleanly = (row: ApplicationRow): boolean => row.outcome === null && row.errors === 0 && row.to_confirm === 0 && (row.suggested === "admit" || row.suggested === "forward");

/** The next application without an outcome, after `number` and then from the top. */
export function nextOpen(rows: ApplicationRow[], number: string | undefined): string | undefined {
	const at = rows.findIndex((row) => row.number === number);
	return [...rows.slice(at + 1), ...rows.slice(0, Math.max(0, at))].find((row) => row.outcome === null)?.number;
}
