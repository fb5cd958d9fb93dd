export { has, lang, setLang, t } from "./text.svelte";
export type { Args, Lang } from "./catalogue";
export { bare, clock, day, moment, size } from "./format";
export { placeWords } from "./places";
export { clauses, labelled, listed, sentences } from "./joined";
