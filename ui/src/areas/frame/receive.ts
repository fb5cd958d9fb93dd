import { listed, t } from "$text";
import { nameOf, sorted } from "./files";
import { session, type Incoming } from "./session.svelte";

const pageOf: Record<Incoming, string> = { packages: "screening", cards: "opening", sheets: "merging", batch: "waiting", carry: "screening", profile: "profiles", verify: "verify" };

/** What the chair and the secretary take in, and an expert hands out. */
const notForReviewers: Incoming[] = ["packages", "cards", "sheets", "carry"];

function refuse(says: string, advises: string, names = ""): void {
	session.fault = { code: "other", says, advises, args: { names }, detail: "", broken: false };
}

/** Files that were dropped on the window, given on the command line or handed over by a second start. */
export function receive(paths: string[]): void {
	const batch = session.desk?.batch;
	const groups = sorted(paths, session.page === "screening" && batch !== null && batch?.frozen === false);
	const first = groups.find(({ kind }) => kind !== "verify") ?? groups[0];
	if (!first) return;
	if (first.kind !== "verify" && !session.desk) {
		return refuse("ui-drop-no-desk", "");
	}
	const names = (of: string[]): string => listed(of.map(nameOf));
	if (session.reviewing && notForReviewers.includes(first.kind)) return refuse("ui-drop-not-yours", "ui-drop-not-yours-advice", names(first.paths));
	const others = groups.filter((group) => group !== first).flatMap((group) => group.paths);
	if (others.length > 0) refuse("ui-drop-mixed", "ui-drop-mixed-advice", names(others));
	// Where a batch is about to be made, a profile is for it; the form stays as it was filled in.
	const making = first.kind === "profile" && !session.desk?.batch && ["screening", "opening"].includes(session.page);
	if (!making) session.page = pageOf[first.kind];
	session.incoming = first;
}

/** The words of a fault: what happened and what to do. */
export const words = (fault: { says: string; advises: string; args: Record<string, string | undefined> }): { says: string; advises: string } => {
	const args = Object.fromEntries(Object.entries(fault.args).map(([key, value]) => [key, value ?? ""]));
	return { says: t(fault.says, args), advises: fault.advises === "" ? "" : t(fault.advises, args) };
};
