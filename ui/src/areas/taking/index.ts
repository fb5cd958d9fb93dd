export { default as Asides } from "./Asides.svelte";
export { default as ListingDialog } from "./ListingDialog.svelte";
export { default as PreviewDialog } from "./PreviewDialog.svelte";
