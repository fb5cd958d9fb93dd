/** What of a text counts in a comparison: no white space, no width, no case; radicals are the hanzi they look like. As the core compares. */
export function folded(text: string): string {
	let flat = "";
	for (const c of text) flat += foldOne(c);
	return flat;
}

function foldOne(c: string): string {
	if (/[\s\p{Cc}\u00ad\u200b-\u200f\u2060\ufeff]/u.test(c)) return "";
	const plain = c.normalize("NFKC");
	const one = [...plain].length === 1 ? plain : c;
	const lower = one.toLowerCase();
	return [...lower].length === 1 ? lower : one;
}

/** One unit of the folded text, and where it stands in the page. */
type Spot = { node: Node; start: number; end: number };

/** All places where `text` stands inside `box`: within a paragraph, a cell or a page, over lines and runs as they are shown. */
export function rangesOf(box: HTMLElement, text: string): Range[] {
	const wanted = folded(text);
	if (wanted === "") return [];
	const found: Range[] = [];
	let flat = "";
	let spots: Spot[] = [];
	let home: Element | null | undefined;
	const look = (): void => {
		for (let at = flat.indexOf(wanted); at >= 0; at = flat.indexOf(wanted, at + wanted.length)) {
			const [first, last] = [spots[at], spots[at + wanted.length - 1]];
			if (!first || !last) break;
			const range = document.createRange();
			range.setStart(first.node, first.start);
			range.setEnd(last.node, last.end);
			found.push(range);
		}
		flat = "";
		spots = [];
	};
	const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const around = node.parentElement?.closest("[data-place], [data-page]");
		if (around !== home) look();
		home = around;
		let start = 0;
		for (const c of node.textContent ?? "") {
			const unit = foldOne(c);
			for (let n = 0; n < unit.length; n += 1) spots.push({ node, start, end: start + c.length });
			flat += unit;
			start += c.length;
		}
	}
	look();
	return found;
}

/** How often a folded text stands in each of the folded texts. */
export function countsOf(texts: string[], wanted: string): number[] {
	return texts.map((text) => (wanted === "" ? 0 : text.split(wanted).length - 1));
}

/** On which page, from 1, the place at `at` of all places stands, and which of the page's it is. */
export function spotOf(counts: number[], at: number): { page: number; nth: number } | undefined {
	let before = 0;
	for (const [index, count] of counts.entries()) {
		if (at < before + count) return { page: index + 1, nth: at - before };
		before += count;
	}
	return undefined;
}

/** Marks the ranges without touching the document; `now` is the one at hand. */
export function mark(ranges: Range[], now?: Range): void {
	if (!("highlights" in CSS)) return;
	if (ranges.length === 0) CSS.highlights.delete("found");
	else CSS.highlights.set("found", new Highlight(...ranges));
	if (now) CSS.highlights.set("found-now", new Highlight(now));
	else CSS.highlights.delete("found-now");
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
