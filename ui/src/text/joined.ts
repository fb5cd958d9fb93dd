import { lang } from "./text.svelte";

/** Names one after the other, with the mark of the language between them. */
export const listed = (items: string[]): string => items.join(lang() === "en" ? ", " : "、");

/** Short statements one after the other. */
export const clauses = (items: string[]): string => items.join(lang() === "en" ? "; " : "；");

/** Whole sentences one after the other; empty ones are left out. */
export const sentences = (items: string[]): string => items.filter(Boolean).join(lang() === "en" ? " " : "");

/** What something is called, and what it is: `评语：…`. */
export const labelled = (label: string, words: string): string => `${label}${lang() === "en" ? ": " : "："}${words}`;
