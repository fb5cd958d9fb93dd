export { inside, nameOf } from "./files";
export { default as PassphraseDialog } from "./PassphraseDialog.svelte";
export { default as PathPicker } from "./PathPicker.svelte";
export { words } from "./receive";
export type { Arrived } from "./session.svelte";
export { session } from "./session.svelte";
