// Made by `cargo run -p lx-wire --bin bindings` from src-tauri/crates/lx-wire. Not written by hand.

import type { Abstain, AppState, ApplicationRow, ApplicationView, AssessmentView, BatchOffer, Begin, BegunView, CarryOfferView, CarryReceivedView, CarrySentView, CarryableView, Compare, CompareTexts, ComparisonView, CorrectField, CreateBatch, CreateIdentity, DecidingView, Declare, Defer, DeskView, DocumentView, ExportBatch, ImportOutcome, ImportPackages, JournalRow, ListingView, LookView, MakeNotice, MakeReceipt, MakeReport, MemberView, MergeOutcome, MergingView, NoticeLineView, OpenDesk, OpeningView, Opine, PackagePreview, PaperView, PeekView, ProfileLook, ProfileName, ReceiveCarry, ReceptionView, ReportView, RosterOutcome, Rule, SampleSheets, Saved, Score, Screen, SealSheet, SealedView, SearchHit, SearchedApplication, SendCarry, SheetView, StandingView, TextComparisonView, VerifyView, VersionView, WriteFirstReading } from "./index";

/** Every command of the core: what it takes, what it gives. A refusal is a `Fault`. */
export type Commands = {
	/** What the start screen needs. */
	app_state: { args: {}; result: AppState };
	/** Sets the language of messages: `zh-CN` or `en`. */
	set_lang: { args: { lang: string }; result: AppState };
	/** Makes a desk folder, its keys, and opens it. */
	create_identity: { args: { request: CreateIdentity }; result: DeskView };
	/** Opens a desk. */
	open_desk: { args: { request: OpenDesk }; result: DeskView };
	/** The open desk. */
	desk: { args: {}; result: DeskView };
	/** Opens the chair's desk of the sample batch; makes its desks at first use. */
	open_sample: { args: {}; result: DeskView };
	/** Opens another desk of the sample batch. */
	switch_sample: { args: { folder: string }; result: DeskView };
	/** Closes the desk. */
	close_desk: { args: {}; result: null };
	/** Full text of all packages. */
	search: { args: { text: string }; result: Array<SearchHit> };
	/** What every application says of a text. */
	search_all: { args: { text: string }; result: Array<SearchedApplication> };
	/** The journal, newest first. */
	journal: { args: {}; result: Array<JournalRow> };
	/** The shipped profiles. */
	profiles: { args: {}; result: Array<ProfileName> };
	/** A profile in words with everything that is wrong with it: a shipped one, a file, or with an empty name this batch's. */
	look_at_profile: { args: { name: string }; result: ProfileLook };
	/** Writes a copy to edit, named as in `look_at_profile`; gives the path written. */
	export_profile: { args: { name: string; path: string }; result: string };
	/** Makes the batch of this desk. */
	create_batch: { args: { request: CreateBatch }; result: DeskView };
	/** Looks at packages (archives, folders, folders of packages, loose files) before anything is written. */
	preview_packages: { args: { paths: Array<string> }; result: LookView };
	/** Decodes the names of one package of the last look again; no encoding has it found out. */
	preview_under: { args: { look: number; package: number; encoding: string | null }; result: PackagePreview };
	/** Takes packages of the last look. */
	import_packages: { args: { request: ImportPackages }; result: ImportOutcome };
	/** Ends the import that runs; the package at hand leaves nothing behind. */
	cancel_import: { args: {}; result: null };
	/** The beginning of an entry that was put aside, as bytes. */
	peek: { args: { number: string; path: string }; result: PeekView };
	/** The spreadsheet that lists the batch, if one is kept. */
	listing: { args: {}; result: ListingView | null };
	/** Reads a spreadsheet as the listing of the batch; nothing is kept. */
	look_at_listing: { args: { path: string }; result: ListingView };
	/** Keeps a spreadsheet as the listing of the batch. */
	keep_listing: { args: { path: string }; result: ListingView };
	/** Forgets the listing. */
	remove_listing: { args: {}; result: null };
	/** The package list. */
	applications: { args: {}; result: Array<ApplicationRow> };
	/** One application. */
	application: { args: { number: string }; result: ApplicationView };
	/** Screens one application. */
	screen: { args: { request: Screen }; result: ApplicationView };
	/** Confirms or corrects a field. */
	correct_field: { args: { request: CorrectField }; result: ApplicationView };
	/** What was typed or chosen while screening and not said yet. */
	begun: { args: {}; result: Array<BegunView> };
	/** Keeps what stands in a field, or forgets it. */
	begin: { args: { request: Begin }; result: null };
	/** Writes the first reading of a forwarded application. */
	first_reading: { args: { request: WriteFirstReading }; result: ApplicationView };
	/** Writes the receipt of the latest package. */
	make_receipt: { args: { request: MakeReceipt }; result: PaperView };
	/** Everything that a notice can ask for. */
	notice_lines: { args: { number: string }; result: Array<NoticeLineView> };
	/** Writes the notice of what is to be supplied. */
	make_notice: { args: { request: MakeNotice }; result: PaperView };
	/** The versions of an application, oldest first. */
	versions: { args: { number: string }; result: Array<VersionView> };
	/** Two versions beside each other. */
	compare: { args: { request: Compare }; result: ComparisonView };
	/** What differs in the text of one document. */
	compare_texts: { args: { request: CompareTexts }; result: TextComparisonView };
	/** Deadline, late ones, those that are not of this batch. */
	reception: { args: {}; result: ReceptionView };
	/** Sets the deadline (`2026-12-05 17:30`, or the whole of a day), or takes it away. */
	set_deadline: { args: { deadline: string | null }; result: ReceptionView };
	/** Takes an application out of this batch. */
	defer: { args: { request: Defer }; result: ReceptionView };
	/** Takes an application back into this batch. */
	take_back: { args: { number: string }; result: ReceptionView };
	/** What can move to a later batch. */
	carryable: { args: {}; result: Array<CarryableView> };
	/** Writes the file with which applications move to a later batch. */
	send_carry: { args: { request: SendCarry }; result: CarrySentView };
	/** What such a file says before anything of it is taken. */
	look_at_carry: { args: { path: string; trust: Array<string> }; result: CarryOfferView };
	/** Takes over what was chosen of it. */
	receive_carry: { args: { request: ReceiveCarry }; result: CarryReceivedView };
	/** A document as text; PDFs and pictures come as bytes from `lxdoc://localhost/<digest>`. */
	document: { args: { digest: string }; result: DocumentView };
	/** The committee. */
	roster: { args: {}; result: Array<MemberView> };
	/** Adds members by their cards. */
	add_cards: { args: { paths: Array<string> }; result: RosterOutcome };
	/** Takes a member off the draft roster. */
	remove_member: { args: { fingerprint: string }; result: Array<MemberView> };
	/** Gives a member another role. */
	set_member_role: { args: { fingerprint: string; role: string }; result: Array<MemberView> };
	/** Writes this person's card; gives the path written. */
	export_card: { args: { path: string }; result: string };
	/** What must be settled before the review is opened. */
	opening: { args: {}; result: OpeningView };
	/** Freezes the batch (启动评审). */
	freeze: { args: { passphrase: string }; result: OpeningView };
	/** Writes the batch file; gives the paths written. */
	export_batch: { args: { request: ExportBatch }; result: Array<string> };
	/** What a batch file says before it is trusted. */
	look_at_batch: { args: { path: string }; result: BatchOffer };
	/** Opens a batch file whose chair's key was compared with paper. */
	open_batch: { args: { path: string; chair: string }; result: DeskView };
	/** The reviewer's whole draft. */
	sheet: { args: {}; result: SheetView };
	/** One application of the draft. */
	assessment: { args: { number: string }; result: AssessmentView };
	/** Puts points, reasons, places, comments into the draft. */
	score: { args: { request: Score }; result: Saved };
	/** Declares ties. */
	declare: { args: { request: Declare }; result: Saved };
	/** Gives no score, with a reason. */
	abstain: { args: { request: Abstain }; result: Saved };
	/** Signs the draft and writes the scoresheet file. */
	seal_sheet: { args: { request: SealSheet }; result: SealedView };
	/** Who has handed in. */
	merging: { args: {}; result: MergingView };
	/** Takes scoresheets of others. */
	merge_sheets: { args: { paths: Array<string>; dry_run: boolean }; result: MergeOutcome };
	/** In the sample batch only: the sample reviewers who have not signed score by a fixed pattern and sign. */
	sample_sheets: { args: {}; result: SampleSheets };
	/** The standing. */
	standing: { args: {}; result: StandingView };
	/** Signs a ruling. */
	rule: { args: { request: Rule }; result: StandingView };
	/** Drafts an opinion. */
	opine: { args: { request: Opine }; result: StandingView };
	/** The decision so far. */
	deciding: { args: {}; result: DecidingView };
	/** Enters a dissent; an empty text takes it back. */
	dissent: { args: { fingerprint: string; text: string }; result: DecidingView };
	/** Signs the decision. */
	decide: { args: { passphrase: string }; result: DecidingView };
	/** Sets, signs and writes the report. */
	make_report: { args: { request: MakeReport }; result: ReportView };
	/** Reports made, newest first. */
	reports: { args: {}; result: Array<ReportView> };
	/** Checks any file of ours. */
	verify_file: { args: { path: string; trust: Array<string> }; result: VerifyView };
};

export type CommandName = keyof Commands;

export const commandNames: readonly CommandName[] = [
	"app_state",
	"set_lang",
	"create_identity",
	"open_desk",
	"desk",
	"open_sample",
	"switch_sample",
	"close_desk",
	"search",
	"search_all",
	"journal",
	"profiles",
	"look_at_profile",
	"export_profile",
	"create_batch",
	"preview_packages",
	"preview_under",
	"import_packages",
	"cancel_import",
	"peek",
	"listing",
	"look_at_listing",
	"keep_listing",
	"remove_listing",
	"applications",
	"application",
	"screen",
	"correct_field",
	"begun",
	"begin",
	"first_reading",
	"make_receipt",
	"notice_lines",
	"make_notice",
	"versions",
	"compare",
	"compare_texts",
	"reception",
	"set_deadline",
	"defer",
	"take_back",
	"carryable",
	"send_carry",
	"look_at_carry",
	"receive_carry",
	"document",
	"roster",
	"add_cards",
	"remove_member",
	"set_member_role",
	"export_card",
	"opening",
	"freeze",
	"export_batch",
	"look_at_batch",
	"open_batch",
	"sheet",
	"assessment",
	"score",
	"declare",
	"abstain",
	"seal_sheet",
	"merging",
	"merge_sheets",
	"sample_sheets",
	"standing",
	"rule",
	"opine",
	"deciding",
	"dissent",
	"decide",
	"make_report",
	"reports",
	"verify_file",
];
