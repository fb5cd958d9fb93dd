import { FluentBundle, FluentResource } from "@fluent/bundle";

export type Lang = "zh-CN" | "en";
export type Args = Record<string, string | number>;

// Everything the window may have to say is bundled with it: nothing is fetched.
const files = import.meta.glob<string>(["../../../assets/i18n/*/*.ftl", "!../../../assets/i18n/*/cli.ftl"], { query: "?raw", import: "default", eager: true });

/** The raw catalogues of one language. */
export const sources = (lang: Lang): [string, string][] => Object.entries(files).filter(([path]) => path.includes(`/i18n/${lang}/`));

export function bundleOf(lang: Lang): FluentBundle {
	const bundle = new FluentBundle(lang, { useIsolating: false });
	for (const [, text] of sources(lang)) bundle.addResource(new FluentResource(text), { allowOverrides: true });
	return bundle;
}
