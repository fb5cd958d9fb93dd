import type { PDFDocumentProxy } from "pdfjs-dist";
import { documentUrl } from "$host";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

type Pdfjs = typeof import("pdfjs-dist");
let loading: Promise<Pdfjs> | undefined;

/** pdf.js, fetched from the app's own files when the first page is to be shown. */
export function pdfjs(): Promise<Pdfjs> {
	loading ??= import("pdfjs-dist/legacy/build/pdf.mjs").then((library: Pdfjs) => {
		library.GlobalWorkerOptions.workerSrc = workerUrl;
		return library;
	});
	return loading;
}

/** Opens a PDF that the core serves under `tail`. */
export async function openPdf(tail: string): Promise<PDFDocumentProxy> {
	const [library, answer] = await Promise.all([pdfjs(), fetch(documentUrl(tail))]);
	if (!answer.ok) throw new Error(`${answer.status}`);
	const here = new URL(".", document.baseURI).href;
	return library.getDocument({
		data: new Uint8Array(await answer.arrayBuffer()),
		cMapUrl: `${here}pdf/cmaps/`,
		cMapPacked: true,
		standardFontDataUrl: `${here}pdf/standard_fonts/`,
		wasmUrl: `${here}pdf/wasm/`,
		useWorkerFetch: false,
		isEvalSupported: false,
		enableXfa: false,
	}).promise;
}

/** The words of every page, also of those that were not drawn yet. */
export async function textsOf(pdf: PDFDocumentProxy): Promise<string[]> {
	const texts: string[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const { items } = await (await pdf.getPage(number)).getTextContent();
		texts.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
	}
	return texts;
}
