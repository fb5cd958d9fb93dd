import { api, type SearchHit } from "$host";
import { labelled, t } from "$text";
import type { Entry } from "./palette";
import { session } from "./session.svelte";

/** What can be done from everywhere, as entries of the palette. */
export function commands(): Entry[] {
	const go = (page: string, name: string): Entry => ({ id: `go-${page}`, group: "commands", label: t("ui-palette-go", { name }), beside: "", run: () => session.go(page) });
	const own = session.reviewing && session.desk ? [go(session.desk.here, t(`ui-page-${session.desk.here}`))] : [];
	const stations = (session.desk?.stations ?? []).map((station) => go(station.id, t(`station-${station.id}`)));
	const desks = (session.desk?.sample?.desks ?? []).map((desk, index): Entry => ({
		id: `desk-${index}`,
		group: "commands",
		label: t("ui-palette-switch", { name: desk.name }),
		beside: t(`role-${desk.role}`),
		run: () => void session.run(() => api.switchSample(desk.folder)).then((opened) => opened && session.enter(opened)),
	}));
	return [
		...own,
		...stations,
		go("profiles", t("ui-prf-title")),
		go("journal", t("ui-menu-journal")),
		go("verify", t("ui-menu-verify")),
		{ id: "keys", group: "commands", label: t("ui-menu-keys"), beside: "F1", run: () => (session.keys = true) },
		...(["auto", "light", "dark"] as const).map((theme): Entry => ({ id: `theme-${theme}`, group: "commands", label: labelled(t("ui-menu-theme"), t(`ui-theme-${theme}`)), beside: "", run: () => session.setTheme(theme) })),
		{ id: "lang-zh", group: "commands", label: "语言：中文", beside: "Chinese", run: () => void session.speak("zh-CN") },
		{ id: "lang-en", group: "commands", label: "Language: English", beside: "英文", run: () => void session.speak("en") },
		...desks,
	];
}

/** Opens the document of a hit at its place, the words marked. */
export function openHit(hit: SearchHit): void {
	session.number = hit.number;
	session.goal = { digest: hit.digest, document: hit.document, place: hit.page, words: hit.snippet.slice(hit.hit_start, hit.hit_end) };
	session.page = session.reviewing ? "scoring" : "screening";
}

/** The applications of this desk as entries. A desk without a batch has none. */
export async function projects(): Promise<Entry[]> {
	if (!session.desk?.batch) return [];
	try {
		const rows = session.reviewing ? (await api.sheet()).applications : await api.applications();
		return rows.map(({ number, title, lead }) => ({
			id: `project-${number}`,
			group: "projects",
			label: title,
			beside: `${number} · ${lead}`,
			run: () => {
				session.number = number;
				if (session.reviewing) session.page = "scoring";
				else if (!["screening", "deliberating", "deciding"].includes(session.page)) session.page = "screening";
			},
		}));
	} catch {
		return [];
	}
}
