/** The colour of an opinion; its word is always beside it. */
export function opinionTone(opinion: string | null): "good" | "warn" | "bad" | "open" {
	const tones: Record<string, "good" | "warn" | "bad"> = { recommend: "good", later: "warn", ineligible: "bad" };
	return opinion === null ? "open" : (tones[opinion] ?? "open");
}
