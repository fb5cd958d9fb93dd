/** All places where `text` stands inside `box`, found over the text nodes as they are shown. */
export function rangesOf(box: HTMLElement, text: string): Range[] {
	const wanted = text.trim().toLowerCase();
	if (wanted === "") return [];
	const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
	const found: Range[] = [];
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const words = (node.textContent ?? "").toLowerCase();
		for (let at = words.indexOf(wanted); at >= 0; at = words.indexOf(wanted, at + wanted.length)) {
			const range = document.createRange();
			range.setStart(node, at);
			range.setEnd(node, at + wanted.length);
			found.push(range);
		}
	}
	return found;
}

/** Marks the ranges without touching the document. */
export function mark(ranges: Range[]): void {
	if (!("highlights" in CSS)) return;
	if (ranges.length === 0) CSS.highlights.delete("found");
	else CSS.highlights.set("found", new Highlight(...ranges));
}

/** The words selected inside `box`, with the place they stand at. */
export function selectedIn(box: HTMLElement): { quote: string; place: string } | undefined {
	const selection = document.getSelection();
	if (!selection || selection.isCollapsed || !selection.anchorNode || !box.contains(selection.anchorNode)) return undefined;
	const quote = selection.toString().replace(/\s+/g, " ").trim();
	const start = selection.getRangeAt(0).startContainer;
	const element = start instanceof Element ? start : start.parentElement;
	const page = element?.closest<HTMLElement>("[data-page]")?.dataset["page"];
	const place = page ? `第${page}页` : (element?.closest<HTMLElement>("[data-place]")?.dataset["place"] ?? "");
	return quote === "" ? undefined : { quote: quote.slice(0, 300), place };
}
