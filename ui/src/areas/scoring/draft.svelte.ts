import { api, asFault, type AssessmentView, type Saved, type Score, type SheetView } from "$host";
import { session, words } from "$areas/frame";

type Part = Partial<Omit<Score, "number">>;
const empty = { criterion: null, points: null, na: null, reason: null, evidence: null, comment: null, note: null, vetoes: null };

/**
 * The reviewer's draft as the core has it, and the keystrokes on their way there.
 *
 * Keystrokes wait at most a quarter of a second, go one after the other in the order in which they were made, and those
 * for one field are joined. Nothing is taken from the screen until the core has said that it is on disk.
 */
export class Draft {
	sheet = $state<SheetView>();
	view = $state<AssessmentView>();
	savedAt = $state<number>();
	state = $state<"idle" | "saving" | "unsaved">("idle");
	/** What the core said to points that it did not take, by criterion. */
	refusals = $state<Record<string, string>>({});
	#waiting: Score[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<void> = Promise.resolve();
	/** Changes on their way to the core: nothing is called saved before the last of them is. */
	#open = 0;

	async load(): Promise<void> {
		this.sheet = await session.run(() => api.sheet());
	}

	async open(number: string): Promise<void> {
		await this.flush();
		const view = await session.run(() => api.assessment(number));
		if (!view) return;
		this.refusals = {};
		this.view = view;
		this.savedAt = view.saved_at ?? this.savedAt;
	}

	/** Puts a change in the queue. */
	edit(part: Part): void {
		const number = this.view?.row.number;
		if (!number) return;
		const last = this.#waiting.at(-1);
		const criterion = part.criterion ?? null;
		if (last && last.number === number && last.criterion === criterion) Object.assign(last, part);
		else this.#waiting.push({ ...empty, number, ...part });
		this.state = "saving";
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.flush(), 250);
	}

	/** Sends what waits; resolves when all of it is on disk or refused. */
	flush(): Promise<void> {
		clearTimeout(this.#timer);
		const parts = this.#waiting.splice(0);
		this.#open += parts.length;
		for (const part of parts) this.#sending = this.#sending.then(() => this.#send(part));
		return this.#sending;
	}

	async #send(part: Score): Promise<void> {
		try {
			const saved = await api.score(part);
			this.#open -= 1;
			delete this.refusals[part.criterion ?? ""];
			this.took(saved);
		} catch (thrown) {
			this.#open -= 1;
			const fault = asFault(thrown);
			const said = words(fault);
			if (fault.broken) {
				// Nothing is given up: said once, tried again until it is on disk.
				if (this.state !== "unsaved") session.fault = fault;
				this.#waiting.unshift(part);
				this.#timer = setTimeout(() => void this.flush(), 3000);
			}
			this.refusals[part.criterion ?? ""] = `${said.says} ${said.advises}`.trim();
			this.state = "unsaved";
		}
	}

	/** Takes over what the core has after a change. */
	took(saved: Saved): void {
		this.savedAt = saved.saved_at;
		if (this.#waiting.length === 0 && this.#open === 0) this.state = Object.keys(this.refusals).length > 0 ? "unsaved" : "idle";
		if (this.sheet) this.sheet = { ...this.sheet, applications: saved.applications, blockers: saved.blockers, changed_since: this.sheet.sealed !== null };
		if (this.view?.row.number === saved.assessment.row.number) this.view = saved.assessment;
	}
}
