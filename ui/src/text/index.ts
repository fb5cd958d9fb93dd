export { has, lang, setLang, t } from "./text.svelte";
export type { Args, Lang } from "./catalogue";
export { bare, clock, day, moment, size } from "./format";
