type Tone = "good" | "warn" | "bad" | "accent" | "quiet";

/** The colour of what became of an application; its word is always beside it. */
export function endingTone(ending: string): Tone {
	const tones: Record<string, Tone> = { recommend: "good", admit: "good", supplement: "warn", reject: "bad", ineligible: "bad", forward: "accent" };
	return tones[ending] ?? "quiet";
}
