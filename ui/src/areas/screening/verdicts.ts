/** An item's one state, as two questions: is it there (完整性), and is what is there in form (规范性)? */
export type State = "present" | "missing" | "irregular" | "na";

export const completeOf = (state: string): "present" | "missing" | "na" => (state === "missing" || state === "na" ? state : "present");

export const regularOf = (state: string): "regular" | "irregular" | undefined => (state === "present" ? "regular" : state === "irregular" ? "irregular" : undefined);

/** What is there and was irregular stays so when it is said again that it is there. */
export const withComplete = (state: string, complete: string): State => (complete === "missing" || complete === "na" ? complete : state === "irregular" ? "irregular" : "present");

export const withRegular = (regular: string): State => (regular === "irregular" ? "irregular" : "present");
