import type { PackagePreview } from "$host";

/** What a person decides about one package. */
export type Choice = { include: boolean; into: string | null; placing: string };

/** As the core proposes it; a package that is here already is left out. */
export const choiceOf = (one: PackagePreview): Choice => ({ include: one.already === null, into: null, placing: one.proposed });

/** Those to be looked at first; the others in the order in which they are taken. */
export const ordered = (packages: PackagePreview[]): PackagePreview[] =>
	[...packages].sort((a, b) => Number(b.doubtful) - Number(a.doubtful) || a.index - b.index);
