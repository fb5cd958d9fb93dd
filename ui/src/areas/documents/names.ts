/** A document's name for a tab: no folder, no running number, no ending. */
export function titleOf(path: string): string {
	const name = path.split(/[\\/]/).at(-1) ?? path;
	const bare = name.replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(/^\d{1,3}[\s._、-]*/, "");
	return bare === "" ? name : bare;
}
