// Times are shown in China's one time zone whatever the machine says.
const zone = 8 * 3600_000;
const two = (n: number): string => String(n).padStart(2, "0");
const shifted = (at: number): Date => new Date(Number(at) + zone);

/** 21:04:33 */
export function clock(at: number): string {
	const d = shifted(at);
	return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}:${two(d.getUTCSeconds())}`;
}

/** 2026-11-22 */
export function day(at: number): string {
	const d = shifted(at);
	return `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())}`;
}

/** 2026-11-22 21:04 */
export const moment = (at: number): string => `${day(at)} ${clock(at).slice(0, 5)}`;

/** A decimal without idle zeros: 20.00 → 20, 17.50 → 17.5. For limits and steps; scores keep their places. */
export const bare = (decimal: string): string => decimal.replace(/\.0+$|(\.\d*?)0+$/, "$1");

/** 1.2 MB */
export function size(bytes: number): string {
	if (bytes < 1024) return `${bytes} B`;
	if (bytes < 1024 ** 2) return `${Math.round(bytes / 1024)} KB`;
	return `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}
