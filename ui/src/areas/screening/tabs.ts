/** The tabs of an application. */
export type Tab = "items" | "fields" | "findings" | "documents" | "aside" | "versions";
