import { t } from "$text";
import { sorted } from "./files";
import { session, type Incoming } from "./session.svelte";

const pageOf: Record<Incoming, string> = { packages: "screening", cards: "opening", sheets: "merging", batch: "waiting", verify: "verify" };

/** Files that were dropped on the window, given on the command line or handed over by a second start. */
export function receive(paths: string[]): void {
	const groups = sorted(paths);
	const first = groups.find(({ kind }) => kind !== "verify") ?? groups[0];
	if (!first) return;
	if (first.kind !== "verify" && !session.desk) {
		session.fault = { code: "other", says: "ui-drop-no-desk", advises: "", args: {}, detail: "", broken: false };
		return;
	}
	session.page = pageOf[first.kind];
	session.incoming = first;
}

/** The words of a fault: what happened and what to do. */
export const words = (fault: { says: string; advises: string; args: Record<string, string | undefined> }): { says: string; advises: string } => {
	const args = Object.fromEntries(Object.entries(fault.args).map(([key, value]) => [key, value ?? ""]));
	return { says: t(fault.says, args), advises: fault.advises === "" ? "" : t(fault.advises, args) };
};
