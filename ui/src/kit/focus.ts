/** Takes the focus as soon as it is there, also inside a dialog that has just opened. */
export function first(node: HTMLElement): () => void {
	node.dataset["first"] = "";
	const soon = setTimeout(() => node.focus(), 0);
	return () => clearTimeout(soon);
}

/** The same for the button inside. */
export const within = (node: HTMLElement): (() => void) => first(node.querySelector("button") ?? node);
