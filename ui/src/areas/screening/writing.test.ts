import { expect, test } from "vitest";
import { Writing } from "./writing.svelte";

test("verdicts are written one after the other, and a refusal holds up none of them", async () => {
	const writing = new Writing();
	const order: string[] = [];
	const work = (name: string, turns: number) => async (): Promise<string> => {
		order.push(`${name} begins`);
		for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
		order.push(`${name} ends`);
		return name;
	};
	const slow = writing.add(work("slow", 9));
	const refused = writing.add(() => Promise.reject(new Error("refused")));
	const quick = writing.add(work("quick", 0));
	expect(writing.running).toBe(3);
	await expect(refused).rejects.toThrow("refused");
	await writing.settled();
	expect([await slow, await quick, writing.running]).toEqual(["slow", "quick", 0]);
	expect(order).toEqual(["slow begins", "slow ends", "quick begins", "quick ends"]);
});

test("to settle is to wait for what was added meanwhile too", async () => {
	const writing = new Writing();
	let second = false;
	void writing.add(async () => {
		void writing.add(async () => void (second = true));
	});
	await writing.settled();
	expect(second).toBe(true);
});
