export type Strength = "none" | "weak" | "fair" | "good";

/** Advice only, by length and variety; the core decides what it accepts. */
export function strengthOf(passphrase: string): Strength {
	if (passphrase === "") return "none";
	const letters = [...passphrase];
	const hanzi = letters.filter((letter) => /\p{Script=Han}/u.test(letter)).length;
	const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d\s]/u, /\s/].filter((kind) => kind.test(passphrase)).length;
	const worth = (letters.length + hanzi) * (new Set(letters).size < 5 ? 0.4 : 1) + kinds;
	return worth < 12 ? "weak" : worth < 17 ? "fair" : "good";
}
