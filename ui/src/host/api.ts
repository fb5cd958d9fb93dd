// Every command of the core, by its name in lx-wire.
import { invoke } from "$bridge";
import type * as W from "./wire";

export const api = {
	appState: () => invoke<W.AppState>("app_state"),
	setLang: (lang: string) => invoke<W.AppState>("set_lang", { lang }),
	createIdentity: (request: W.CreateIdentity) => invoke<W.DeskView>("create_identity", { request }),
	openDesk: (request: W.OpenDesk) => invoke<W.DeskView>("open_desk", { request }),
	openSample: () => invoke<W.DeskView>("open_sample"),
	switchSample: (folder: string) => invoke<W.DeskView>("switch_sample", { folder }),
	closeDesk: () => invoke<null>("close_desk"),
	desk: () => invoke<W.DeskView>("desk"),
	search: (text: string) => invoke<W.SearchHit[]>("search", { text }),
	journal: () => invoke<W.JournalRow[]>("journal"),

	importPackages: (paths: string[]) => invoke<W.ImportOutcome>("import_packages", { paths }),
	applications: () => invoke<W.ApplicationRow[]>("applications"),
	application: (number: string) => invoke<W.ApplicationView>("application", { number }),
	screen: (request: W.Screen) => invoke<W.ApplicationView>("screen", { request }),
	correctField: (request: W.CorrectField) => invoke<W.ApplicationView>("correct_field", { request }),
	document: (digest: string) => invoke<W.DocumentView>("document", { digest }),

	profiles: () => invoke<W.ProfileName[]>("profiles"),
	createBatch: (request: W.CreateBatch) => invoke<W.DeskView>("create_batch", { request }),
	roster: () => invoke<W.MemberView[]>("roster"),
	addCards: (paths: string[]) => invoke<W.RosterOutcome>("add_cards", { paths }),
	removeMember: (fingerprint: string) => invoke<W.MemberView[]>("remove_member", { fingerprint }),
	setMemberRole: (fingerprint: string, role: string) => invoke<W.MemberView[]>("set_member_role", { fingerprint, role }),
	exportCard: (path: string) => invoke<string>("export_card", { path }),
	opening: () => invoke<W.OpeningView>("opening"),
	freeze: (passphrase: string) => invoke<W.OpeningView>("freeze", { passphrase }),
	exportBatch: (request: W.ExportBatch) => invoke<string[]>("export_batch", { request }),
	lookAtBatch: (path: string) => invoke<W.BatchOffer>("look_at_batch", { path }),
	openBatch: (path: string, chair: string) => invoke<W.DeskView>("open_batch", { path, chair }),

	sheet: () => invoke<W.SheetView>("sheet"),
	assessment: (number: string) => invoke<W.AssessmentView>("assessment", { number }),
	score: (request: W.Score) => invoke<W.Saved>("score", { request }),
	declare: (request: W.Declare) => invoke<W.Saved>("declare", { request }),
	abstain: (request: W.Abstain) => invoke<W.Saved>("abstain", { request }),
	sealSheet: (request: W.SealSheet) => invoke<W.SealedView>("seal_sheet", { request }),

	mergeSheets: (paths: string[], dryRun: boolean) => invoke<W.MergeOutcome>("merge_sheets", { paths, dryRun }),
	merging: () => invoke<W.MergingView>("merging"),
	standing: () => invoke<W.StandingView>("standing"),
	rule: (request: W.Rule) => invoke<W.StandingView>("rule", { request }),
	sampleSheets: () => invoke<W.SampleSheets>("sample_sheets"),

	opine: (request: W.Opine) => invoke<W.StandingView>("opine", { request }),
	deciding: () => invoke<W.DecidingView>("deciding"),
	dissent: (fingerprint: string, text: string) => invoke<W.DecidingView>("dissent", { fingerprint, text }),
	decide: (passphrase: string) => invoke<W.DecidingView>("decide", { passphrase }),

	makeReport: (request: W.MakeReport) => invoke<W.ReportView>("make_report", { request }),
	reports: () => invoke<W.ReportView[]>("reports"),
	verifyFile: (path: string, trust: string[]) => invoke<W.VerifyView>("verify_file", { path, trust }),
};
