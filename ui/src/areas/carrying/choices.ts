import type { OfferedView, ReceiveCarry } from "$host";

/** What a person wants of one application: `new`, `own` (a number typed in), or the number of one that is here. */
export interface Choice {
	include: boolean;
	place: string;
	number: string;
}

export const choiceOf = (one: OfferedView): Choice => ({ include: one.already === null, place: one.same ?? "new", number: "" });

/** Whether what was chosen can be taken: a number of one's own must be there. */
export const ready = (choice: Choice): boolean => choice.place !== "own" || choice.number.trim() !== "";

/** The choices as the core takes them. */
export function wanted(applications: OfferedView[], choices: Record<string, Choice>): ReceiveCarry["applications"] {
	return applications.flatMap((one) => {
		const choice = choices[one.former];
		if (!choice?.include || one.already !== null) return [];
		const beside = choice.place === "new" || choice.place === "own" ? null : choice.place;
		return [{ former: one.former, number: choice.place === "own" ? choice.number.trim() : null, beside }];
	});
}
