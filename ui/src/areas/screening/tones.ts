type Tone = "good" | "warn" | "bad" | "accent" | "open" | "quiet";

/** The colour of an outcome; its word is always beside it. */
export function outcomeTone(outcome: string | null): Tone {
	const tones: Record<string, Tone> = { admit: "good", supplement: "warn", reject: "bad", forward: "accent" };
	return outcome === null ? "open" : (tones[outcome] ?? "quiet");
}

export function severityTone(severity: string): Tone {
	const tones: Record<string, Tone> = { error: "bad", warning: "warn" };
	return tones[severity] ?? "quiet";
}
