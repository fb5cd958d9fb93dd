import type { FluentBundle } from "@fluent/bundle";
import { bundleOf, type Args, type Lang } from "./catalogue";

let current = $state<Lang>("zh-CN");
const bundles = new Map<Lang, FluentBundle>();

function bundle(of: Lang): FluentBundle {
	const known = bundles.get(of) ?? bundleOf(of);
	bundles.set(of, known);
	return known;
}

export const lang = (): Lang => current;

export function setLang(to: string): void {
	current = to === "en" ? "en" : "zh-CN";
	document.documentElement.lang = current;
}

export const has = (id: string): boolean => bundle(current).hasMessage(id);

/** The words of `id` in the language shown. An unknown id shows itself: a test refuses that. */
export function t(id: string, args?: Args): string {
	const pattern = bundle(current).getMessage(id)?.value;
	return pattern ? bundle(current).formatPattern(pattern, args) : id;
}
