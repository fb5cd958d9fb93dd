/** What was typed or chosen and is not stored yet, by application and field: it outlasts the tab, the row and the page. */
export class Drafts {
	#all = $state<Record<string, Record<string, string>>>({});

	of(number: string, field: string): string | undefined {
		return this.#all[number]?.[field];
	}

	set(number: string, field: string, text: string): void {
		(this.#all[number] ??= {})[field] = text;
	}

	/** Forgets a field; where `stored` is given, only if nothing was typed after it. */
	drop(number: string, field: string, stored?: string): void {
		const fields = this.#all[number];
		if (fields && (stored === undefined || fields[field]?.trim() === stored)) delete fields[field];
	}

	/** Forgets all fields whose names begin so, but one. */
	dropAll(number: string, begin: string, but?: string): void {
		for (const field of this.#begun(number, begin)) if (field !== but) this.drop(number, field);
	}

	/** Whether something was begun in a field whose name begins so. */
	has(number: string, begin: string): boolean {
		return this.#begun(number, begin).length > 0;
	}

	clear(): void {
		this.#all = {};
	}

	#begun(number: string, begin: string): string[] {
		return Object.keys(this.#all[number] ?? {}).filter((field) => field.startsWith(begin));
	}
}
