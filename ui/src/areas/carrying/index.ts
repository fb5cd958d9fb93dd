export { default as Former } from "./Former.svelte";
export { default as ReceiveDialog } from "./ReceiveDialog.svelte";
export { default as SendButton } from "./SendButton.svelte";
