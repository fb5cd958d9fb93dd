// A hand copy of lx-wire until the generated bindings are here.
export type Command = {
	name: &'static str;
	says: &'static str;
	args: (&'static str, String)[];
	result: string;
};
export type Opine = {
	number: string;
	opinion: string | null;
	reason: string;
	industry: string;
};
export type DecidingView = {
	blockers: string[];
	dissents: DissentView[];
	signed: SignedDecision | null;
};
export type DissentView = {
	fingerprint: string;
	name: string;
	text: string;
};
export type SignedDecision = {
	digest: string;
	short: string;
	at: number;
};
export type AppState = {
	version: string;
	lang: string;
	recent: RecentDesk[];
	pending_files: string[];
	desk_open: boolean;
	default_folder: string;
	offer_sample: boolean;
};
export type RecentDesk = {
	folder: string;
	name: string;
	role: string;
	batch: string | null;
	sample: boolean;
	opened_at: number;
};
export type CreateIdentity = {
	name: string;
	org: string;
	role: string;
	passphrase: string;
	folder: string | null;
};
export type OpenDesk = {
	folder: string;
	passphrase: string;
};
export type DeskView = {
	folder: string;
	person: PersonView;
	batch: BatchView | null;
	sample: SampleView | null;
	stations: StationView[];
	here: string;
};
export type SampleView = {
	desks: RecentDesk[];
	passphrase: string;
	folder: string;
};
export type PersonView = {
	name: string;
	org: string;
	role: string;
	fingerprint: string;
	short: string;
};
export type BatchView = {
	id: string;
	name: string;
	profile: string;
	rubric_short: string;
	rubric_digest: string;
	frozen: boolean;
	sample: boolean;
	received: number;
	scored: number;
	forwarded: number;
	reviewers: number;
	sheets: number;
	decided: boolean;
};
export type StationView = {
	id: string;
	state: string;
	note: string;
};
export type SearchHit = {
	number: string;
	document: string;
	digest: string;
	page: string;
	snippet: string;
};
export type JournalRow = {
	seq: number;
	kind: string;
	short: string;
	detail: string;
	at: number;
};
export type Progress = {
	task: string;
	done: number;
	total: number;
	label: string;
};
export type Fault = {
	code: string;
	says: string;
	advises: string;
	args: Record<string, string>;
	detail: string;
	broken: boolean;
};
export type MergeOutcome = {
	taken: TakenSheet[];
	already: TakenSheet[];
	superseded: TakenSheet[];
	refused: RefusedFile[];
	conflicts: ConflictView[];
};
export type TakenSheet = {
	path: string;
	reviewer: string;
	digest: string;
	short: string;
};
export type ConflictView = {
	reviewer: string;
	name: string;
	heads: HeadView[];
};
export type HeadView = {
	digest: string;
	short: string;
	sealed_at: number;
	revision: number;
	differs: Record<string, string>;
};
export type MergingView = {
	reviewers: HandedIn[];
	conflicts: ConflictView[];
	refused: RefusedFile[];
};
export type HandedIn = {
	name: string;
	seat: number;
	fingerprint: string;
	state: string;
	digest: string | null;
	short: string | null;
	sealed_at: number | null;
	merged_at: number | null;
	recused: number;
	abstained: number;
};
export type StandingView = {
	applications: StandingRow[];
	rules: string[];
	criteria: NamedId[];
	reviewers: NamedId[];
	missing_reviewers: string[];
	conflicts: ConflictView[];
	agreement: Record<string, string | null>;
	full_marks: string;
	rulings: RulingRow[];
};
export type StandingRow = {
	number: string;
	title: string;
	lead: string;
	track: string;
	rank: number | null;
	tied: boolean;
	score: string | null;
	why: string | null;
	criteria: Record<string, string | null>;
	cells: CellView[];
	sheets: number;
	recused: number;
	abstained: number;
	missing: number;
	warnings: WarningView[];
	rank_low: number | null;
	rank_high: number | null;
	opinion: string | null;
	opinion_reason: string;
	industry: string;
	vetoes: string[];
};
export type WarningView = {
	code: string;
	reviewer: string | null;
	message: string;
};
export type CellView = {
	seat: number;
	state: string;
	total: string | null;
	dropped: boolean;
	unusual: boolean;
	criteria: Record<string, string | null>;
	reasons: Record<string, string>;
	comment: string;
};
export type RulingRow = {
	sequence: number;
	kind: string;
	message: string;
	reason: string;
	by: string;
	at: number;
	short: string;
};
export type Rule = {
	kind: string;
	sheet: string | null;
	reviewer: string | null;
	number: string | null;
	ground: string | null;
	criterion: string | null;
	points: string | null;
	code: string | null;
	order: string[];
	reason: string;
	passphrase: string;
};
export type SampleSheets = {
	paths: string[];
};
export type ProfileName = {
	id: string;
	name: string;
};
export type CreateBatch = {
	name: string;
	profile: string;
};
export type MemberView = {
	name: string;
	org: string;
	role: string;
	seat: number;
	fingerprint: string;
	short: string;
	me: boolean;
	same_org: string[];
};
export type RosterOutcome = {
	members: MemberView[];
	refused: RefusedFile[];
};
export type OpeningView = {
	profile: ProfileView;
	members: MemberView[];
	blockers: string[];
	warnings: string[];
	scored: string[];
	frozen: boolean;
	frozen_at: number | null;
	batch_short: string | null;
};
export type ProfileView = {
	id: string;
	name: string;
	source: string;
	short: string;
	full_marks: string;
	criteria: CriterionView[];
	rules: string[];
	grounds: NamedId[];
	vetoes: NamedId[];
};
export type NamedId = {
	id: string;
	name: string;
};
export type CriterionView = {
	id: string;
	name: string;
	short: string;
	full_marks: string;
	step: string;
	weight: string;
	bands: BandView[];
	guidance: string[];
	clause: string;
};
export type BandView = {
	from: string;
	to: string;
	name: string;
	anchor: string;
	reason_required: boolean;
};
export type ExportBatch = {
	out: string;
	to: string[];
};
export type BatchOffer = {
	path: string;
	name: string;
	chair_name: string;
	chair: string;
	chair_short: string;
	scored: number;
	on_roster: boolean;
};
export type MakeReport = {
	out: string | null;
	xlsx: boolean;
	passphrase: string;
	p12: string | null;
	p12_password: string | null;
};
export type ReportView = {
	report: string;
	xlsx: string | null;
	pages: number;
	digest: string;
	short: string;
	signatures: string[];
	at: number;
};
export type VerifyView = {
	path: string;
	kind: string;
	valid: boolean;
	headline: string;
	claims: ClaimView[];
};
export type ClaimView = {
	claim: string;
	says: string;
	holds: boolean | null;
	detail: string;
};
export type SheetView = {
	applications: DraftRow[];
	profile: ProfileView;
	blockers: BlockerView[];
	finished: number;
	sealed: SealedView | null;
	changed_since: boolean;
};
export type DraftRow = {
	number: string;
	title: string;
	lead: string;
	applicants: number;
	applicant_names: string[];
	state: string;
	scored: number;
	of: number;
	total: string | null;
	total_of: string;
};
export type BlockerView = {
	number: string;
	criterion: string | null;
	code: string;
	message: string;
};
export type AssessmentView = {
	row: DraftRow;
	documents: DocumentRow[];
	marks: MarkView[];
	comment: string;
	declared: string;
	ground: string | null;
	reason: string;
	note: string;
	screening: string[];
	blockers: BlockerView[];
	vetoes: VetoView[];
	saved_at: number | null;
};
export type MarkView = {
	id: string;
	points: string | null;
	na: boolean;
	band: string | null;
	anchor: string | null;
	reason_required: boolean;
	reason: string;
	evidence: EvidenceView[];
};
export type EvidenceView = {
	document: string;
	digest: string;
	place: string;
	quote: string;
};
export type VetoView = {
	id: string;
	reason: string;
};
export type Score = {
	number: string;
	criterion: string | null;
	points: string | null;
	na: boolean | null;
	reason: string | null;
	evidence: EvidenceView[] | null;
	comment: string | null;
	note: string | null;
	vetoes: VetoView[] | null;
};
export type Declare = {
	number: string | null;
	ground: string | null;
	reason: string | null;
};
export type Abstain = {
	number: string;
	reason: string | null;
};
export type Saved = {
	saved_at: number;
	assessment: AssessmentView;
	applications: DraftRow[];
	blockers: BlockerView[];
};
export type SealSheet = {
	passphrase: string;
	out: string | null;
};
export type SealedView = {
	digest: string;
	short: string;
	at: number;
	revision: number;
	path: string;
};
export type ImportOutcome = {
	applications: ApplicationView[];
	refused: RefusedFile[];
};
export type RefusedFile = {
	path: string;
	code: string;
	message: string;
	advice: string;
};
export type ApplicationRow = {
	number: string;
	title: string;
	track: string;
	lead: string;
	applicants: number;
	documents: number;
	errors: number;
	warnings: number;
	to_confirm: number;
	outcome: string | null;
	suggested: string;
	received_at: number;
};
export type ApplicationView = {
	number: string;
	title: string;
	track: string;
	lead: string;
	applicants: ApplicantView[];
	fields: FieldView[];
	documents: DocumentRow[];
	findings: FindingView[];
	admission: AdmissionView;
	package_name: string;
	received_at: number;
};
export type ApplicantView = {
	name: string;
	class: string | null;
	credit_code: string | null;
	credit_code_valid: boolean | null;
	place: string | null;
	office: string | null;
	licence: string | null;
	duty: string | null;
	role: string;
};
export type SourceView = {
	document: string;
	place: string;
};
export type FieldView = {
	id: string;
	value: string;
	status: string;
	source: SourceView | null;
	candidates: CandidateView[];
};
export type CandidateView = {
	value: string;
	source: SourceView;
};
export type DocumentRow = {
	path: string;
	digest: string;
	bytes: number;
	kind: string;
	pages: number | null;
	item: string | null;
};
export type FindingView = {
	severity: string;
	code: string;
	message: string;
	document: string | null;
	evidence: SourceView[];
	item: string | null;
	clause: string | null;
};
export type AdmissionView = {
	items: ItemView[];
	outcome: string;
	reason: string;
	confirmed: boolean;
	by: string | null;
	at: number | null;
};
export type ItemView = {
	id: string;
	name: string;
	state: string;
	reason: string;
	prefilled: boolean;
	documents: string[];
	clause: string;
};
export type Screen = {
	number: string;
	items: Record<string, string>;
	reason: string | null;
	outcome: string | null;
};
export type CorrectField = {
	number: string;
	field: string;
	value: string;
	reason: string;
};
export type DocumentView = {
	digest: string;
	path: string;
	kind: string;
	show: string;
	blocks: BlockView[];
	note: string;
};
export type BlockView =
	| { type: "heading"; level: number; text: string }
	| { type: "paragraph"; text: string }
	| { type: "table"; name: string; rows: string[][] };
