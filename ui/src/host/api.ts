import { invoke } from "$bridge";
import type { CommandName, Commands } from "./gen/commands";

/** Calls a command of the core; a refusal is thrown as a `Fault`. */
const call = <Name extends CommandName>(name: Name, args: Commands[Name]["args"]): Promise<Commands[Name]["result"]> => invoke(name, args);

type Request<Name extends CommandName> = Commands[Name]["args"] extends { request: infer R } ? R : never;

/** Every command, by the name the pages use. */
export const api = {
	appState: () => call("app_state", {}),
	setLang: (lang: string) => call("set_lang", { lang }),
	createIdentity: (request: Request<"create_identity">) => call("create_identity", { request }),
	openDesk: (request: Request<"open_desk">) => call("open_desk", { request }),
	openSample: () => call("open_sample", {}),
	switchSample: (folder: string) => call("switch_sample", { folder }),
	closeDesk: () => call("close_desk", {}),
	desk: () => call("desk", {}),
	search: (text: string) => call("search", { text }),
	searchAll: (text: string) => call("search_all", { text }),
	journal: () => call("journal", {}),

	previewPackages: (paths: string[]) => call("preview_packages", { paths }),
	previewUnder: (look: number, index: number, encoding: string | null) => call("preview_under", { look, package: index, encoding }),
	importPackages: (request: Request<"import_packages">) => call("import_packages", { request }),
	cancelImport: () => call("cancel_import", {}),
	peek: (number: string, path: string) => call("peek", { number, path }),
	listing: () => call("listing", {}),
	lookAtListing: (path: string) => call("look_at_listing", { path }),
	keepListing: (path: string) => call("keep_listing", { path }),
	removeListing: () => call("remove_listing", {}),
	applications: () => call("applications", {}),
	application: (number: string) => call("application", { number }),
	screen: (request: Request<"screen">) => call("screen", { request }),
	correctField: (request: Request<"correct_field">) => call("correct_field", { request }),
	firstReading: (request: Request<"first_reading">) => call("first_reading", { request }),
	makeReceipt: (request: Request<"make_receipt">) => call("make_receipt", { request }),
	noticeLines: (number: string) => call("notice_lines", { number }),
	makeNotice: (request: Request<"make_notice">) => call("make_notice", { request }),
	versions: (number: string) => call("versions", { number }),
	compare: (request: Request<"compare">) => call("compare", { request }),
	compareTexts: (request: Request<"compare_texts">) => call("compare_texts", { request }),
	reception: () => call("reception", {}),
	setDeadline: (deadline: string | null) => call("set_deadline", { deadline }),
	defer: (request: Request<"defer">) => call("defer", { request }),
	takeBack: (number: string) => call("take_back", { number }),
	carryable: () => call("carryable", {}),
	sendCarry: (request: Request<"send_carry">) => call("send_carry", { request }),
	lookAtCarry: (path: string, trust: string[]) => call("look_at_carry", { path, trust }),
	receiveCarry: (request: Request<"receive_carry">) => call("receive_carry", { request }),
	document: (digest: string) => call("document", { digest }),

	profiles: () => call("profiles", {}),
	lookAtProfile: (name: string) => call("look_at_profile", { name }),
	exportProfile: (name: string, path: string) => call("export_profile", { name, path }),
	createBatch: (request: Request<"create_batch">) => call("create_batch", { request }),
	roster: () => call("roster", {}),
	addCards: (paths: string[]) => call("add_cards", { paths }),
	removeMember: (fingerprint: string) => call("remove_member", { fingerprint }),
	setMemberRole: (fingerprint: string, role: string) => call("set_member_role", { fingerprint, role }),
	exportCard: (path: string) => call("export_card", { path }),
	opening: () => call("opening", {}),
	freeze: (passphrase: string) => call("freeze", { passphrase }),
	exportBatch: (request: Request<"export_batch">) => call("export_batch", { request }),
	lookAtBatch: (path: string) => call("look_at_batch", { path }),
	openBatch: (path: string, chair: string) => call("open_batch", { path, chair }),

	sheet: () => call("sheet", {}),
	assessment: (number: string) => call("assessment", { number }),
	score: (request: Request<"score">) => call("score", { request }),
	declare: (request: Request<"declare">) => call("declare", { request }),
	abstain: (request: Request<"abstain">) => call("abstain", { request }),
	sealSheet: (request: Request<"seal_sheet">) => call("seal_sheet", { request }),

	mergeSheets: (paths: string[], dryRun: boolean) => call("merge_sheets", { paths, dry_run: dryRun }),
	merging: () => call("merging", {}),
	standing: () => call("standing", {}),
	rule: (request: Request<"rule">) => call("rule", { request }),
	sampleSheets: () => call("sample_sheets", {}),

	opine: (request: Request<"opine">) => call("opine", { request }),
	deciding: () => call("deciding", {}),
	dissent: (fingerprint: string, text: string) => call("dissent", { fingerprint, text }),
	decide: (passphrase: string) => call("decide", { passphrase }),

	makeReport: (request: Request<"make_report">) => call("make_report", { request }),
	reports: () => call("reports", {}),
	verifyFile: (path: string, trust: string[]) => call("verify_file", { path, trust }),
};
