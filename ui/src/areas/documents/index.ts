export { default as DocumentPane } from "./DocumentPane.svelte";
export { default as PdfView } from "./PdfView.svelte";
export { titleOf } from "./names";
