import { api, asFault, type AppState, type DeskView, type Fault, type Progress, type RefusedFile } from "$host";
import { setLang } from "$text";
import { Drafts } from "./drafts.svelte";

export type Theme = "auto" | "light" | "dark";
export type Incoming = "packages" | "cards" | "batch" | "sheets" | "carry" | "profile" | "verify";

/** What the last import brought. */
export type Arrived = { taken: number; ended: number; refused: RefusedFile[]; /** Applications that a carry file brought. */ carried?: number };

/** What the window shows now. Everything that lasts is in the core; this only remembers where one is. */
class Session {
	app = $state<AppState>();
	desk = $state<DeskView>();
	page = $state("start");
	/** The application one looks at, kept from station to station. */
	number = $state<string>();
	/** A document to open at once, from a finding, a search hit or a pinned place. */
	goal = $state<{ digest?: string; document?: string; place: string; /** What to mark there. */ words?: string; /** All places that belong together. */ among?: { document: string; place: string }[] }>();
	incoming = $state<{ kind: Incoming; paths: string[] }>();
	/** Stays until a person has read it, whatever page was shown when the import ended. */
	arrived = $state<Arrived>();
	readonly drafts = new Drafts(
		(number, field, text) => api.begin({ number, field, text }),
		(thrown) => this.#unkept(asFault(thrown)),
	);
	fault = $state<Fault>();
	progress = $state<Progress>();
	palette = $state(false);
	/** The text whose places in all applications are listed. */
	results = $state<string>();
	keys = $state(false);
	theme = $state<Theme>("auto");
	/** Counts up when the desk changed under the pages, so that they read anew. */
	version = $state(0);

	readonly passphrase = $derived(this.desk?.sample?.passphrase ?? "");
	readonly reviewing = $derived(this.desk?.person.role === "reviewer");

	async begin(): Promise<void> {
		const kept = localStorage.getItem("linxuan.theme");
		this.setTheme(kept === "light" || kept === "dark" ? kept : "auto");
		const state = await this.run(() => api.appState());
		if (!state) return;
		this.app = state;
		setLang(state.lang);
		if (state.desk_open) this.enter(await api.desk());
	}

	/** Runs a command; a refusal is shown and gives undefined. */
	async run<T>(work: () => Promise<T>): Promise<T | undefined> {
		try {
			return await work();
		} catch (thrown) {
			this.fault = asFault(thrown);
			return undefined;
		} finally {
			this.progress = undefined;
		}
	}

	enter(desk: DeskView): void {
		this.desk = desk;
		this.page = desk.here;
		this.number = undefined;
		this.goal = undefined;
		this.arrived = undefined;
		this.drafts.clear();
		this.version += 1;
		if (desk.person.role !== "reviewer") void this.run(async () => this.drafts.recall(await api.begun()));
	}

	/** Whether to try again: what the core does not take at all is not asked of it twice. */
	#unkept(fault: Fault): boolean {
		if (fault.broken) this.fault ??= fault;
		return fault.broken;
	}

	/** Reads stations and counts again after a step. */
	async refresh(): Promise<void> {
		const desk = await this.run(() => api.desk());
		if (desk) this.desk = desk;
	}

	go(page: string): void {
		this.page = page;
	}

	async leave(): Promise<void> {
		await this.drafts.kept();
		await this.run(() => api.closeDesk());
		this.desk = undefined;
		this.page = "start";
		this.app = (await this.run(() => api.appState())) ?? this.app;
	}

	async speak(lang: string): Promise<void> {
		setLang(lang);
		const state = await this.run(() => api.setLang(lang));
		if (state) this.app = state;
		if (this.desk) await this.refresh();
		// What was refused was said in the other language.
		this.arrived = undefined;
		this.version += 1;
	}

	setTheme(theme: Theme): void {
		this.theme = theme;
		localStorage.setItem("linxuan.theme", theme);
		if (theme === "auto") delete document.documentElement.dataset["theme"];
		else document.documentElement.dataset["theme"] = theme;
	}

	/** Hands over files of one kind to the page that waits for them, once. */
	take(kind: Incoming): string[] | undefined {
		if (this.incoming?.kind !== kind) return undefined;
		const { paths } = this.incoming;
		this.incoming = undefined;
		return paths;
	}
}

export const session = new Session();
