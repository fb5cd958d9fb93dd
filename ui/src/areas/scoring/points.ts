/** Points as typed under a Chinese input method (１７。５) in plain digits. What is not a number stays as it is, for the core to refuse. */
export function plainPoints(typed: string): string {
	return typed.normalize("NFKC").replace(/[。．·,，、]/g, ".").replace(/\s+/g, "");
}

const hundredths = (text: string): number | undefined => {
	const parts = plainPoints(text).match(/^(\d+)(?:\.(\d{0,2}))?$/);
	return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? "").padEnd(2, "0")) : undefined;
};

/** `typed` moved by `by` steps, inside 0 … full marks. Counts in hundredths, like the core. */
export function stepped(typed: string, by: number, step: string, full: string): string {
	const unit = hundredths(step) ?? 100;
	const most = hundredths(full) ?? 0;
	const from = hundredths(typed);
	const to = from === undefined ? (by > 0 ? 0 : most) : Math.min(most, Math.max(0, from + by * unit));
	return `${Math.floor(to / 100)}.${String(to % 100).padStart(2, "0")}`;
}

/** How far along the bar a value stands, 0–100. */
export function share(value: string | null, full: string): number {
	const most = hundredths(full) ?? 0;
	const now = value === null ? undefined : hundredths(value);
	return now === undefined || most === 0 ? 0 : Math.min(100, (now * 100) / most);
}
