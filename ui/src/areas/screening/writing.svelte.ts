/** Verdicts on their way to the core: one after the other, so that the answer to the last one is the last. */
export class Writing {
	running = $state(0);
	#last: Promise<unknown> = Promise.resolve();

	add<T>(work: () => Promise<T>): Promise<T> {
		this.running += 1;
		const done = this.#last.then(work).finally(() => (this.running -= 1));
		this.#last = done.catch(() => undefined);
		return done;
	}

	/** Resolves when all of them were answered, those included that were added meanwhile. */
	async settled(): Promise<void> {
		while (this.running > 0) await this.#last;
	}
}

/** Outlasts the row and the page, as what it writes does. */
export const writing = new Writing();
