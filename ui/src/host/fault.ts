import type { Fault } from "./gen";

const isFault = (thrown: unknown): thrown is Fault =>
	typeof thrown === "object" && thrown !== null && "says" in thrown && "advises" in thrown;

/** Whatever a command threw, as a fault: only the core throws known ones. */
export function asFault(thrown: unknown): Fault {
	if (isFault(thrown)) return thrown;
	return { code: "other", says: "ui-fault-unknown", advises: "ui-fault-unknown-advice", args: {}, detail: String(thrown), broken: true };
}
