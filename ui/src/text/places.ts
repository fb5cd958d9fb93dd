import { lang } from "./text.svelte";

const shapes: [RegExp, string][] = [
	[/^表(\d+) 第(\d+)行第(\d+)列$/, "table $1, row $2, column $3"],
	[/^第(\d+)页 表(\d+) 第(\d+)行第(\d+)列$/, "p. $1, table $2, row $3, column $4"],
	[/^第\s*(\d+)\s*页$/, "p. $1"],
	[/^第(\d+)段$/, "para. $1"],
	[/^第(\d+)行$/, "line $1"],
];

/** A place as the core writes and signs it (`第3页`), in the words of the language shown. */
export function placeWords(place: string): string {
	const shape = lang() === "en" ? shapes.find(([pattern]) => pattern.test(place)) : undefined;
	return shape ? place.replace(...shape) : place;
}
