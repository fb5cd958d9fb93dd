import type { CellView } from "$host";

/** The id of what a cell means, for its tooltip and its spoken label. */
export function meaning(cell: CellView): string {
	if (cell.state !== "points") return `ui-del-cell-${cell.state}`;
	if (cell.unusual) return "ui-del-cell-unusual";
	return cell.dropped ? "ui-del-cell-dropped" : "ui-del-cell-points";
}

/** How strongly a total is shaded, 3–30 %, so that the figure keeps a contrast of 7 : 1: the upper half of the scale, where totals live, gets most of it. */
export function shade(total: string | null, full: string): number {
	const part = Number(total ?? 0) / Math.max(1, Number(full));
	return Math.round(Math.min(30, Math.max(3, (part - 0.5) * 60)));
}
