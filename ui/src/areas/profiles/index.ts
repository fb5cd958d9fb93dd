export { default as ProfileDialog } from "./ProfileDialog.svelte";
export { default as Verdict } from "./Verdict.svelte";
