type Begun = { number: string; field: string; text: string };

/**
 * What was typed or chosen and is not said yet, by application and field: it outlasts the tab, the row, the page and the program.
 *
 * Every keystroke is handed to `keep` at once; those that come while it works go together, field by field, once it is done.
 */
export class Drafts {
	#all = $state<Record<string, Record<string, string>>>({});
	#waiting = new Map<string, { number: string; field: string; text: string | null }>();
	#keeping: Promise<void> | undefined;
	#later: ReturnType<typeof setTimeout> | undefined;

	/** `keep` stores what stands in a field, or forgets it; `failed` hears why it did not, and says whether to try again. */
	constructor(
		private readonly keep?: (number: string, field: string, text: string | null) => Promise<unknown>,
		private readonly failed: (thrown: unknown) => boolean = () => false,
	) {}

	of(number: string, field: string): string | undefined {
		return this.#all[number]?.[field];
	}

	set(number: string, field: string, text: string): void {
		(this.#all[number] ??= {})[field] = text;
		this.#note(number, field, text);
	}

	/** Forgets a field; where `stored` is given, only if nothing was typed after it. */
	drop(number: string, field: string, stored?: string): void {
		const fields = this.#all[number];
		if (fields?.[field] === undefined || (stored !== undefined && fields[field].trim() !== stored)) return;
		delete fields[field];
		this.#note(number, field, null);
	}

	/** Forgets all fields whose names begin so, but one. */
	dropAll(number: string, begin: string, but?: string): void {
		for (const field of this.#begun(number, begin)) if (field !== but) this.drop(number, field);
	}

	/** Whether something was begun in a field whose name begins so. */
	has(number: string, begin: string): boolean {
		return this.#begun(number, begin).length > 0;
	}

	/** An application has another number, where the store keeps it too; what was begun of the number itself was said by that. */
	rename(from: string, to: string, said: string): void {
		this.#all[to] = { ...this.#all[from] };
		delete this.#all[from];
		this.dropAll(to, said);
	}

	/** Takes up what was kept; what was typed since stands over it. */
	recall(begun: Begun[]): void {
		for (const { number, field, text } of begun) if (!this.#waiting.has(key(number, field))) (this.#all[number] ??= {})[field] ??= text;
	}

	/** Forgets everything here; what is kept stays. */
	clear(): void {
		clearTimeout(this.#later);
		this.#waiting.clear();
		this.#all = {};
	}

	/** Resolves when everything is kept, or cannot be. */
	kept(): Promise<void> {
		return (this.#keeping ??= this.#send());
	}

	#note(number: string, field: string, text: string | null): void {
		if (!this.keep) return;
		this.#waiting.set(key(number, field), { number, field, text });
		void this.kept();
	}

	async #send(): Promise<void> {
		clearTimeout(this.#later);
		// The state that a keystroke changes is not read while it is being changed.
		await Promise.resolve();
		for (let next = this.#next(); next; next = this.#next()) {
			const { number, field, text } = next;
			try {
				await this.keep?.(number, field, text);
			} catch (thrown) {
				if (!this.failed(thrown)) continue;
				if (!this.#waiting.has(key(number, field))) this.#waiting.set(key(number, field), next);
				this.#later = setTimeout(() => void this.kept(), 3000);
				break;
			}
		}
		this.#keeping = undefined;
	}

	#next(): { number: string; field: string; text: string | null } | undefined {
		for (const [name, next] of this.#waiting) {
			this.#waiting.delete(name);
			return next;
		}
		return undefined;
	}

	#begun(number: string, begin: string): string[] {
		return Object.keys(this.#all[number] ?? {}).filter((field) => field.startsWith(begin));
	}
}

const key = (number: string, field: string): string => `${number} ${field}`;
