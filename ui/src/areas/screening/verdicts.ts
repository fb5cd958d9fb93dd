/** An item's one state, as two questions: is it there (完整性), and is what is there in form (规范性)? */
export type State = "present" | "missing" | "irregular" | "na";

export const completeOf = (state: string): "present" | "missing" | "na" => (state === "missing" || state === "na" ? state : "present");

export const regularOf = (state: string): "regular" | "irregular" | undefined => (state === "present" ? "regular" : state === "irregular" ? "irregular" : undefined);

/** What is there and was irregular stays so when it is said again that it is there. */
export const withComplete = (state: string, complete: string): State => (complete === "missing" || complete === "na" ? complete : state === "irregular" ? "irregular" : "present");

export const withRegular = (regular: string): State => (regular === "irregular" ? "irregular" : "present");

/** What a person typed of an application, by field. */
export type Typed = (field: string) => string | undefined;

/** The fields in which a verdict on an item, and the outcome, are begun: every state and every outcome has a reason of its own. */
export const fields = {
	items: "item ",
	item: (id: string): string => `item ${id} `,
	state: (id: string): string => `item ${id} state`,
	reason: (id: string, state: string): string => `item ${id} reason ${state}`,
	outcome: "outcome",
	again: "outcome again",
	why: (outcome: string): string => `outcome reason ${outcome}`,
};

/** A verdict as it is shown: what was begun stands over what is stored. */
export type Verdict = { id: string; state: string; reason: string; /** Not stored as it is shown. */ open: boolean; /** It can be stored as it is shown. */ whole: boolean };

/** A reason was given for one state: it is never the reason of another. */
export function verdictOf(item: { id: string; state: string; reason: string }, typed: Typed): Verdict {
	const state = typed(fields.state(item.id)) ?? item.state;
	const reason = typed(fields.reason(item.id, state)) ?? (state === item.state ? item.reason : "");
	return { id: item.id, state, reason, open: state !== item.state || reason.trim() !== item.reason.trim(), whole: state === "present" || reason.trim() !== "" };
}

/** The outcome as it is shown, and its own reason. */
export function outcomeOf(admission: { outcome: string; reason: string }, typed: Typed): { outcome: string; reason: string } {
	const outcome = typed(fields.outcome) ?? admission.outcome;
	return { outcome, reason: typed(fields.why(outcome)) ?? (outcome === admission.outcome ? admission.reason : "") };
}
