// Made by `cargo run -p lx-wire --bin bindings` from src-tauri/crates/lx-wire. Not written by hand.

/**
 * Command `profiles() -> Vec<ProfileName>`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct ProfileName {
 * /// Id to hand to `create_batch`.
 * pub id: String,
 * /// Name in the face's language.
 * pub name: String,
 *
 *
 * Command `create_batch(request) -> DeskView`.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct CreateBatch {
 * /// 批次名称.
 * pub name: String,
 * /// Shipped id or path of a file.
 * pub profile: String,
 *
 *
 * A member of the committee. Commands `roster() -> Vec<MemberView>`, `add_cards(paths) -> RosterOutcome`,
 * `remove_member(fingerprint) -> Vec<MemberView>`, `set_member_role(fingerprint, role) -> Vec<MemberView>`,
 * `export_card(path) -> String`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct MemberView {
 * /// 姓名.
 * pub name: String,
 * /// 工作单位.
 * pub org: String,
 * /// Role on the roster.
 * pub role: String,
 * /// Seat within the role.
 * pub seat: u32,
 * /// Key.
 * pub fingerprint: String,
 * /// Its short form.
 * pub short: String,
 * /// Whether it is this desk's person.
 * pub me: bool,
 * /// Applicants with the same name as the member's organisation, to be looked at.
 * pub same_org: Vec<String>,
 *
 *
 * What came of adding cards.
 *erive(Debug, Clone, Serialize, TS)]
 * struct RosterOutcome {
 * /// The roster now.
 * pub members: Vec<MemberView>,
 * /// Cards not taken.
 * pub refused: Vec<crate::screening::RefusedFile>,
 *
 *
 * Command `opening() -> OpeningView`: what must be settled before the freeze.
 *erive(Debug, Clone, Serialize, TS)]
 * struct OpeningView {
 * /// The profile in words.
 * pub profile: ProfileView,
 * /// Members.
 * pub members: Vec<MemberView>,
 * /// What stops the freeze, in words.
 * pub blockers: Vec<String>,
 * /// What doesn't stop it but should be known, in words.
 * pub warnings: Vec<String>,
 * /// Applications that will be scored.
 * pub scored: Vec<String>,
 * /// Whether it is frozen.
 * pub frozen: bool,
 * /// When.
 * pub frozen_at: Option<i64>,
 * /// Short digest of the batch file.
 * pub batch_short: Option<String>,
 *
 *
 * The profile in words.
 *erive(Debug, Clone, Serialize, TS)]
 * struct ProfileView {
 * /// Id.
 * pub id: String,
 * /// Name.
 * pub name: String,
 * /// Source.
 * pub source: String,
 * /// Short digest.
 * pub short: String,
 * /// Full marks of all criteria.
 * pub full_marks: String,
 * /// Criteria.
 * pub criteria: Vec<CriterionView>,
 * /// Method, trimming, rounding, ties: a sentence each.
 * pub rules: Vec<String>,
 * /// Recusal grounds.
 * pub grounds: Vec<NamedId>,
 * /// Veto items.
 * pub vetoes: Vec<NamedId>,
 *
 *
 * An id with its name in the face's language.
 *erive(Debug, Clone, Serialize, TS)]
 * struct NamedId {
 * /// Id.
 * pub id: String,
 * /// Name.
 * pub name: String,
 *
 *
 * A criterion.
 *erive(Debug, Clone, Serialize, TS)]
 * struct CriterionView {
 * /// Id.
 * pub id: String,
 * /// Name.
 * pub name: String,
 * /// Short name.
 * pub short: String,
 * /// Full marks.
 * pub full_marks: String,
 * /// Step.
 * pub step: String,
 * /// Weight.
 * pub weight: String,
 * /// Bands, from the highest.
 * pub bands: Vec<BandView>,
 * /// Guidance items.
 * pub guidance: Vec<String>,
 * /// Clause.
 * pub clause: String,
 *
 *
 * A band.
 *erive(Debug, Clone, Serialize, TS)]
 * struct BandView {
 * /// From.
 * pub from: String,
 * /// Up to (inclusive of the last step).
 * pub to: String,
 * /// Name.
 * pub name: String,
 * /// Anchoring text.
 * pub anchor: String,
 * /// Whether a reason is asked for.
 * pub reason_required: bool,
 *
 *
 * Command `freeze(passphrase) -> OpeningView`; `export_batch(request) -> Vec<String>` (paths written).
 *erive(Debug, Clone, Deserialize, TS)]
 * struct ExportBatch {
 * /// File or, with several recipients, folder.
 * pub out: String,
 * /// Fingerprints to encrypt for; empty for nobody in particular.
 * pub to: Vec<String>,
 *
 *
 * Command `look_at_batch(path) -> BatchOffer`: what a batch file says before it is trusted; then
 * `open_batch(path, chair) -> DeskView` with the chair's fingerprint that the person has compared with paper.
 */
export type BatchOffer = { /**
 * Path.
 */
path: string, /**
 * Batch name.
 */
name: string, /**
 * Chair's name.
 */
chair_name: string, /**
 * Chair's key.
 */
chair: string, /**
 * Its short form, to compare with paper.
 */
chair_short: string, /**
 * Applications scored.
 */
scored: number, /**
 * Whether this desk's person is on the roster.
 */
on_roster: boolean, };

/**
 * Result of `import_packages(paths: Vec<String>) -> ImportOutcome`. Paths may be archives, folders, folders of packages.
 *erive(Debug, Clone, Serialize, TS)]
 * struct ImportOutcome {
 * /// What was taken.
 * pub applications: Vec<ApplicationView>,
 * /// What was not.
 * pub refused: Vec<RefusedFile>,
 *
 *
 * A file that was not taken, and why.
 *erive(Debug, Clone, Serialize, TS)]
 * struct RefusedFile {
 * /// Its path.
 * pub path: String,
 * /// Stable code.
 * pub code: String,
 * /// What happened, in the language of the face.
 * pub message: String,
 * /// What to do.
 * pub advice: String,
 *
 *
 * One row of the package list. Command `applications() -> Vec<ApplicationRow>`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct ApplicationRow {
 * /// Number.
 * pub number: String,
 * /// Title.
 * pub title: String,
 * /// `pilot|coaching|forwarded`.
 * pub track: String,
 * /// Lead applicant.
 * pub lead: String,
 * /// How many applicants.
 * pub applicants: u32,
 * /// Documents.
 * pub documents: u32,
 * /// Findings by weight.
 * pub errors: u32,
 * /// Warnings.
 * pub warnings: u32,
 * /// Fields to be confirmed.
 * pub to_confirm: u32,
 * /// `admit|supplement|reject|forward`, once a person has said so.
 * pub outcome: Option<String>,
 * /// What the findings suggest.
 * pub suggested: String,
 * /// When received.
 * pub received_at: i64,
 *
 *
 * A of CLI.md. Command `application(number) -> ApplicationView`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct ApplicationView {
 * /// Number.
 * pub number: String,
 * /// Title: best candidate.
 * pub title: String,
 * /// `pilot|coaching|forwarded`.
 * pub track: String,
 * /// Lead applicant's name: best candidate.
 * pub lead: String,
 * /// Applicants.
 * pub applicants: Vec<ApplicantView>,
 * /// Fields.
 * pub fields: Vec<FieldView>,
 * /// Documents.
 * pub documents: Vec<DocumentRow>,
 * /// Findings.
 * pub findings: Vec<FindingView>,
 * /// Screening record, or the pre-filled one (`confirmed: false`).
 * pub admission: AdmissionView,
 * /// Name of the file it came in.
 * pub package_name: String,
 * /// When received.
 * pub received_at: i64,
 *
 *
 * An applicant.
 *erive(Debug, Clone, Serialize, TS)]
 * struct ApplicantView {
 * /// Name.
 * pub name: String,
 * /// Class id or null.
 * pub class: Option<String>,
 * /// Credit code.
 * pub credit_code: Option<String>,
 * /// Whether its check digit holds.
 * pub credit_code_valid: Option<bool>,
 * /// Seat.
 * pub place: Option<String>,
 * /// Main office.
 * pub office: Option<String>,
 * /// Licence.
 * pub licence: Option<String>,
 * /// Duty.
 * pub duty: Option<String>,
 * /// `lead|joint`.
 * pub role: String,
 *
 *
 * A place in a package.
 *erive(Debug, Clone, Serialize, Deserialize, TS)]
 * struct SourceView {
 * /// Document path.
 * pub document: String,
 * /// Place in it.
 * pub place: String,
 *
 *
 * A field.
 *erive(Debug, Clone, Serialize, TS)]
 * struct FieldView {
 * /// Field id.
 * pub id: String,
 * /// Value.
 * pub value: String,
 * /// `found|confirm|corrected`.
 * pub status: String,
 * /// Where from.
 * pub source: Option<SourceView>,
 * /// Other candidates.
 * pub candidates: Vec<CandidateView>,
 *
 *
 * A candidate of a field.
 *erive(Debug, Clone, Serialize, TS)]
 * struct CandidateView {
 * /// Value.
 * pub value: String,
 * /// Where from.
 * pub source: SourceView,
 *
 *
 * A document in the list.
 *erive(Debug, Clone, Serialize, TS)]
 * struct DocumentRow {
 * /// Path.
 * pub path: String,
 * /// Digest.
 * pub digest: String,
 * /// Size.
 * pub bytes: f64,
 * /// Kind by content: `docx|doc|xlsx|xls|ods|pdf|pdf_scan|ofd|text|html|picture|archive|unknown`.
 * pub kind: String,
 * /// Pages, if known.
 * pub pages: Option<u32>,
 * /// Checklist item it answers.
 * pub item: Option<String>,
 *
 *
 * A finding in words.
 *erive(Debug, Clone, Serialize, TS)]
 * struct FindingView {
 * /// `error|warning|info`.
 * pub severity: String,
 * /// Code.
 * pub code: String,
 * /// Words, in the language of the face.
 * pub message: String,
 * /// First document that shows it.
 * pub document: Option<String>,
 * /// All places.
 * pub evidence: Vec<SourceView>,
 * /// Checklist item.
 * pub item: Option<String>,
 * /// Clause.
 * pub clause: Option<String>,
 *
 *
 * Screening of one application.
 *erive(Debug, Clone, Serialize, TS)]
 * struct AdmissionView {
 * /// One per checklist item, in the profile's order.
 * pub items: Vec<ItemView>,
 * /// Outcome; suggested one while not confirmed.
 * pub outcome: String,
 * /// Reason.
 * pub reason: String,
 * /// Whether a person has confirmed the outcome.
 * pub confirmed: bool,
 * /// Who.
 * pub by: Option<String>,
 * /// When.
 * pub at: Option<i64>,
 *
 *
 * A checklist item of one application.
 *erive(Debug, Clone, Serialize, TS)]
 * struct ItemView {
 * /// Id.
 * pub id: String,
 * /// Name in the face's language.
 * pub name: String,
 * /// `present|missing|irregular|na`.
 * pub state: String,
 * /// Reason.
 * pub reason: String,
 * /// Whether pre-filled and not touched by a person.
 * pub prefilled: bool,
 * /// Documents that answer it.
 * pub documents: Vec<String>,
 * /// Clause.
 * pub clause: String,
 *
 *
 * Command `screen(request) -> ApplicationView`: any part may be given.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct Screen {
 * /// Application.
 * pub number: String,
 * /// Item states: id → state.
 * pub items: BTreeMap<String, String>,
 * /// Reason for the items given, or for the outcome.
 * pub reason: Option<String>,
 * /// Outcome `admit|supplement|reject|forward`.
 * pub outcome: Option<String>,
 *
 *
 * Command `correct_field(request) -> ApplicationView`: confirms (same value) or corrects.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct CorrectField {
 * /// Application.
 * pub number: String,
 * /// Field id.
 * pub field: String,
 * /// Value.
 * pub value: String,
 * /// Why.
 * pub reason: String,
 *
 *
 * Command `document(digest) -> DocumentView`: text to show. PDFs and pictures are fetched as bytes from
 * `lxdoc://localhost/<digest>` (on Windows `http://lxdoc.localhost/<digest>`).
 *erive(Debug, Clone, Serialize, TS)]
 * struct DocumentView {
 * /// Digest.
 * pub digest: String,
 * /// Path.
 * pub path: String,
 * /// Kind.
 * pub kind: String,
 * /// `pdf|picture|blocks|none`: how to show it.
 * pub show: String,
 * /// Blocks where `show` is `blocks`.
 * pub blocks: Vec<BlockView>,
 * /// Why nothing can be shown; empty otherwise.
 * pub note: String,
 *
 *
 * One block of a document.
 */
export type BlockView = { "type": "heading", level: number, text: string, } | { "type": "paragraph", text: string, } | { "type": "table", name: string, rows: Array<Array<string>>, };

/**
 * Command `make_report(request) -> ReportView`.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct MakeReport {
 * /// PDF path; null for the desk's own `out` folder.
 * pub out: Option<String>,
 * /// Also the spreadsheet beside it.
 * pub xlsx: bool,
 * /// 口令: the report is signed.
 * pub passphrase: String,
 * /// A .p12 to sign with instead of the desk's own certificate.
 * pub p12: Option<String>,
 * /// Its password.
 * pub p12_password: Option<String>,
 *
 *
 * A report made. Command `reports() -> Vec<ReportView>`, newest first.
 *erive(Debug, Clone, Serialize, TS)]
 * struct ReportView {
 * /// PDF.
 * pub report: String,
 * /// Spreadsheet.
 * pub xlsx: Option<String>,
 * /// Pages.
 * pub pages: u32,
 * /// Digest of the file.
 * pub digest: String,
 * /// Its short form, as printed.
 * pub short: String,
 * /// Names on the signatures.
 * pub signatures: Vec<String>,
 * /// When.
 * pub at: i64,
 *
 *
 * Command `verify_file(path, trust: Vec<String>) -> VerifyView`; needs no desk. The bytes of a PDF just made or verified can be
 * shown from `lxdoc://localhost/file?path=…` only for paths that the core itself returned or verified.
 *erive(Debug, Clone, Serialize, TS)]
 * struct VerifyView {
 * /// File.
 * pub path: String,
 * /// `card|batch|sheet|ruling|decision|report|backup|unknown`.
 * pub kind: String,
 * /// None refuted.
 * pub valid: bool,
 * /// First line, in words (内容自洽，签名人身份未核对 …).
 * pub headline: String,
 * /// Claims.
 * pub claims: Vec<ClaimView>,
 *
 *
 * One claim.
 */
export type ClaimView = { /**
 * Claim id.
 */
claim: string, /**
 * What is claimed, in words.
 */
says: string, /**
 * True, false, or null for not checked.
 */
holds: boolean | null, /**
 * Facts in words.
 */
detail: string, };

/**
 * A refusal or a breakage. `says` is what happened (`err-…`), `advises` what the person can do (`rec-…`).
 */
export type Fault = { /**
 * Stable code; exists only where a face branches on it, `other` elsewhere.
 */
code: string, /**
 * Fluent id of what happened.
 */
says: string, /**
 * Fluent id of what to do.
 */
advises: string, /**
 * Arguments of both.
 */
args: { [key in string]: string }, /**
 * English detail for a support note; never the only message.
 */
detail: string, /**
 * Whether something is broken (exit 4) and not merely refused (exit 1).
 */
broken: boolean, };

/**
 * What the start screen needs. Command `app_state() -> AppState`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct AppState {
 * /// Version of the program.
 * pub version: String,
 * /// `zh-CN` or `en`.
 * pub lang: String,
 * /// Desks opened before, latest first.
 * pub recent: Vec<RecentDesk>,
 * /// Files given on the command line or by the desktop, waiting to be taken.
 * pub pending_files: Vec<String>,
 * /// Whether a desk is open now.
 * pub desk_open: bool,
 * /// Where a new desk would be put.
 * pub default_folder: String,
 * /// Whether the sample batch should be offered first (`make run`).
 * pub offer_sample: bool,
 *
 *
 * A desk opened before.
 *erive(Debug, Clone, Serialize, Deserialize, TS)]
 * struct RecentDesk {
 * /// Its folder.
 * pub folder: String,
 * /// Whose.
 * pub name: String,
 * /// `secretary|reviewer|chair|deputy|supervisor`.
 * pub role: String,
 * /// The batch, once there is one.
 * pub batch: Option<String>,
 * /// Whether it belongs to the sample batch.
 * pub sample: bool,
 * /// When last opened.
 * pub opened_at: i64,
 *
 *
 * Command `create_identity(request) -> DeskView`: makes the desk folder, the keys and opens it.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct CreateIdentity {
 * /// 姓名.
 * pub name: String,
 * /// 工作单位.
 * pub org: String,
 * /// Role asked for.
 * pub role: String,
 * /// 口令.
 * pub passphrase: String,
 * /// Folder; absent for the default one.
 * pub folder: Option<String>,
 *
 *
 * Command `open_desk(request) -> DeskView`.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct OpenDesk {
 * /// Its folder.
 * pub folder: String,
 * /// 口令.
 * pub passphrase: String,
 *
 *
 * The open desk. Commands `desk() -> DeskView`, `open_sample() -> DeskView` (makes the sample desks at first use, opens the
 * chair's), `switch_sample(folder) -> DeskView`, `close_desk() -> ()`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct DeskView {
 * /// Its folder.
 * pub folder: String,
 * /// Whose it is.
 * pub person: PersonView,
 * /// The batch, once created or opened.
 * pub batch: Option<BatchView>,
 * /// For the sample batch: all its desks, to switch between.
 * pub sample: Option<SampleView>,
 * /// The road of six stations (secretary, chair, deputy, supervisor); empty for a reviewer.
 * pub stations: Vec<StationView>,
 * /// Where a face should start: a station id, or `scoring` for a reviewer, `waiting` for a reviewer without a batch.
 * pub here: String,
 *
 *
 * The desks of the sample batch; their passphrase is public and shown.
 *erive(Debug, Clone, Serialize, TS)]
 * struct SampleView {
 * /// The desks.
 * pub desks: Vec<RecentDesk>,
 * /// Their passphrase.
 * pub passphrase: String,
 * /// Folder where sample files (scoresheets, reports) are put.
 * pub folder: String,
 *
 *
 * A person.
 *erive(Debug, Clone, Serialize, TS)]
 * struct PersonView {
 * /// 姓名.
 * pub name: String,
 * /// 工作单位.
 * pub org: String,
 * /// Role in the batch, else the one asked for.
 * pub role: String,
 * /// 公钥校验码, all of it.
 * pub fingerprint: String,
 * /// Its short form.
 * pub short: String,
 *
 *
 * A batch at a glance.
 *erive(Debug, Clone, Serialize, TS)]
 * struct BatchView {
 * /// Random name.
 * pub id: String,
 * /// 批次名称.
 * pub name: String,
 * /// Name of the profile.
 * pub profile: String,
 * /// Short digest of the profile.
 * pub rubric_short: String,
 * /// Whole digest of the profile.
 * pub rubric_digest: String,
 * /// Whether it is frozen (评审已启动).
 * pub frozen: bool,
 * /// Whether it is the sample.
 * pub sample: bool,
 * /// Received applications.
 * pub received: u32,
 * /// Those that are scored.
 * pub scored: u32,
 * /// Those forwarded (代收).
 * pub forwarded: u32,
 * /// Reviewers on the roster.
 * pub reviewers: u32,
 * /// Scoresheets merged.
 * pub sheets: u32,
 * /// Whether the decision is signed.
 * pub decided: bool,
 *
 *
 * One station: `screening|opening|merging|deliberating|deciding|reporting`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct StationView {
 * /// Which.
 * pub id: String,
 * /// `done|now|later`.
 * pub state: String,
 * /// Such as `7/7`; may be empty.
 * pub note: String,
 *
 *
 * Command `search(text) -> Vec<SearchHit>`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct SearchHit {
 * /// Application.
 * pub number: String,
 * /// Path of the document.
 * pub document: String,
 * /// Digest of the document.
 * pub digest: String,
 * /// Place in it (`第3页`).
 * pub page: String,
 * /// Words around the hit.
 * pub snippet: String,
 *
 *
 * Command `journal() -> Vec<JournalRow>`, newest first.
 *erive(Debug, Clone, Serialize, TS)]
 * struct JournalRow {
 * /// Place in the chain.
 * pub seq: i64,
 * /// Kind of step; words under `journal-<kind>`.
 * pub kind: String,
 * /// Short digest of what it concerns.
 * pub short: String,
 * /// Facts, already in words that need no translation (numbers, names).
 * pub detail: String,
 * /// When.
 * pub at: i64,
 *
 *
 * Event `progress`, sent while long work runs.
 */
export type Progress = { /**
 * What runs: `import|report|merge`.
 */
task: string, /**
 * Bytes or things done.
 */
done: number, /**
 * Of how many; 0 where unknown.
 */
total: number, /**
 * What is in work now.
 */
label: string, };

/**
 * Command `merge_sheets(paths, dry_run) -> MergeOutcome`. Each entry names the file, its reviewer and short digest.
 *erive(Debug, Clone, Serialize, TS)]
 * struct MergeOutcome {
 * /// Taken now.
 * pub taken: Vec<TakenSheet>,
 * /// Known before.
 * pub already: Vec<TakenSheet>,
 * /// Superseded by a taken one.
 * pub superseded: Vec<TakenSheet>,
 * /// Not taken.
 * pub refused: Vec<RefusedFile>,
 * /// Open conflicts after it.
 * pub conflicts: Vec<ConflictView>,
 *
 *
 * A sheet.
 *erive(Debug, Clone, Serialize, TS)]
 * struct TakenSheet {
 * /// File.
 * pub path: String,
 * /// Reviewer's name.
 * pub reviewer: String,
 * /// Digest.
 * pub digest: String,
 * /// Short digest.
 * pub short: String,
 *
 *
 * Two heads of one reviewer.
 *erive(Debug, Clone, Serialize, TS)]
 * struct ConflictView {
 * /// Reviewer's key.
 * pub reviewer: String,
 * /// Name.
 * pub name: String,
 * /// The heads.
 * pub heads: Vec<HeadView>,
 *
 *
 * One head.
 *erive(Debug, Clone, Serialize, TS)]
 * struct HeadView {
 * /// Digest.
 * pub digest: String,
 * /// Short digest.
 * pub short: String,
 * /// When signed.
 * pub sealed_at: i64,
 * /// Revision.
 * pub revision: u32,
 * /// Totals per application that differ between the heads.
 * pub differs: BTreeMap<String, String>,
 *
 *
 * Command `merging() -> MergingView`: who has handed in.
 *erive(Debug, Clone, Serialize, TS)]
 * struct MergingView {
 * /// One row per reviewer on the roster.
 * pub reviewers: Vec<HandedIn>,
 * /// Open conflicts.
 * pub conflicts: Vec<ConflictView>,
 * /// Files refused since the desk was opened, from the journal.
 * pub refused: Vec<RefusedFile>,
 *
 *
 * A reviewer's state at merging.
 *erive(Debug, Clone, Serialize, TS)]
 * struct HandedIn {
 * /// Name.
 * pub name: String,
 * /// Seat (专家N).
 * pub seat: u32,
 * /// Key.
 * pub fingerprint: String,
 * /// `missing|merged|conflict|void`.
 * pub state: String,
 * /// Digest of the effective sheet.
 * pub digest: Option<String>,
 * /// Short digest.
 * pub short: Option<String>,
 * /// When signed.
 * pub sealed_at: Option<i64>,
 * /// When merged.
 * pub merged_at: Option<i64>,
 * /// Applications recused from.
 * pub recused: u32,
 * /// Applications abstained from.
 * pub abstained: u32,
 *
 *
 * Command `standing() -> StandingView`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct StandingView {
 * /// Ranked first, then those without a score.
 * pub applications: Vec<StandingRow>,
 * /// The rule in words.
 * pub rules: Vec<String>,
 * /// Criteria, in printing order.
 * pub criteria: Vec<crate::opening::NamedId>,
 * /// Reviewers by seat.
 * pub reviewers: Vec<crate::opening::NamedId>,
 * /// Reviewers whose sheet is missing.
 * pub missing_reviewers: Vec<String>,
 * /// Open conflicts: no decision until they are ruled on.
 * pub conflicts: Vec<ConflictView>,
 * /// Agreement figures for the inner view (分析): id → decimal text or null.
 * pub agreement: BTreeMap<String, Option<String>>,
 * /// Full marks.
 * pub full_marks: String,
 * /// Rulings so far.
 * pub rulings: Vec<RulingRow>,
 *
 *
 * One application in the standing.
 *erive(Debug, Clone, Serialize, TS)]
 * struct StandingRow {
 * /// Number.
 * pub number: String,
 * /// Title.
 * pub title: String,
 * /// Lead.
 * pub lead: String,
 * /// `pilot|coaching`.
 * pub track: String,
 * /// Rank; null without a score.
 * pub rank: Option<u32>,
 * /// Whether another has the same rank and a vote is due.
 * pub tied: bool,
 * /// Score.
 * pub score: Option<String>,
 * /// Why there is none, in words.
 * pub why: Option<String>,
 * /// Mean per criterion.
 * pub criteria: BTreeMap<String, Option<String>>,
 * /// One cell per reviewer, by seat.
 * pub cells: Vec<CellView>,
 * /// Valid sheets.
 * pub sheets: u32,
 * /// Recused.
 * pub recused: u32,
 * /// Abstained.
 * pub abstained: u32,
 * /// Missing.
 * pub missing: u32,
 * /// Warnings in words.
 * pub warnings: Vec<WarningView>,
 * /// Best rank when one reviewer is left out.
 * pub rank_low: Option<u32>,
 * /// Worst rank when one reviewer is left out.
 * pub rank_high: Option<u32>,
 * /// Opinion, draft or signed: `recommend|later|ineligible`.
 * pub opinion: Option<String>,
 * /// Its reason.
 * pub opinion_reason: String,
 * /// 产业导向考虑.
 * pub industry: String,
 * /// Vetoes raised: reviewer and reason, in words.
 * pub vetoes: Vec<String>,
 *
 *
 * A warning in words.
 *erive(Debug, Clone, Serialize, TS)]
 * struct WarningView {
 * /// Code.
 * pub code: String,
 * /// Reviewer's label.
 * pub reviewer: Option<String>,
 * /// Words.
 * pub message: String,
 *
 *
 * One reviewer's total for one application.
 *erive(Debug, Clone, Serialize, TS)]
 * struct CellView {
 * /// Seat.
 * pub seat: u32,
 * /// `points|missing|recused|abstained|void`.
 * pub state: String,
 * /// Total.
 * pub total: Option<String>,
 * /// Dropped as highest or lowest.
 * pub dropped: bool,
 * /// Unusual (评分差异提示).
 * pub unusual: bool,
 * /// Points per criterion.
 * pub criteria: BTreeMap<String, Option<String>>,
 * /// Written reasons per criterion.
 * pub reasons: BTreeMap<String, String>,
 * /// Overall comment.
 * pub comment: String,
 *
 *
 * A ruling.
 *erive(Debug, Clone, Serialize, TS)]
 * struct RulingRow {
 * /// Counts up.
 * pub sequence: u32,
 * /// Kind: `void|resolve|recuse|correct|break_tie|amend`.
 * pub kind: String,
 * /// In words.
 * pub message: String,
 * /// Why.
 * pub reason: String,
 * /// By whom.
 * pub by: String,
 * /// When.
 * pub at: i64,
 * /// Short digest.
 * pub short: String,
 *
 *
 * Command `rule(request) -> StandingView`. Needs the passphrase, since it is signed.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct Rule {
 * /// `void|resolve|recuse|correct|break_tie`.
 * pub kind: String,
 * /// Sheet (void) or head to keep (resolve).
 * pub sheet: Option<String>,
 * /// Reviewer's key (recuse, correct, resolve).
 * pub reviewer: Option<String>,
 * /// Application (recuse, correct).
 * pub number: Option<String>,
 * /// Ground (recuse).
 * pub ground: Option<String>,
 * /// Criterion (correct).
 * pub criterion: Option<String>,
 * /// Points (correct).
 * pub points: Option<String>,
 * /// `eligibility|reckoning|out_of_range|objective` (correct).
 * pub code: Option<String>,
 * /// Applications in order (break_tie).
 * pub order: Vec<String>,
 * /// Why.
 * pub reason: String,
 * /// 口令.
 * pub passphrase: String,
 *
 *
 * Command `sample_sheets() -> Vec<String>`: in the sample batch only, lets the sample reviewers who have not signed yet
 * score by a fixed pattern (marked 示例), sign, and returns the files.
 */
export type SampleSheets = { /**
 * Files written.
 */
paths: Array<string>, };

/**
 * Command `sheet() -> SheetView`: the reviewer's whole draft.
 *erive(Debug, Clone, Serialize, TS)]
 * struct SheetView {
 * /// The applications to score, by number.
 * pub applications: Vec<DraftRow>,
 * /// The profile (criteria, bands, grounds, vetoes).
 * pub profile: crate::opening::ProfileView,
 * /// What stops signing, in words, each with its application.
 * pub blockers: Vec<BlockerView>,
 * /// Applications finished (scored, recused or abstained).
 * pub finished: u32,
 * /// Once signed.
 * pub sealed: Option<SealedView>,
 * /// Whether anything changed since it was signed.
 * pub changed_since: bool,
 *
 *
 * One application in the reviewer's list.
 *erive(Debug, Clone, Serialize, TS)]
 * struct DraftRow {
 * /// Number.
 * pub number: String,
 * /// Title.
 * pub title: String,
 * /// Lead applicant.
 * pub lead: String,
 * /// How many applicants.
 * pub applicants: u32,
 * /// All applicants' names, for the declaration.
 * pub applicant_names: Vec<String>,
 * /// `undeclared|todo|partial|done|recused|abstained`.
 * pub state: String,
 * /// Criteria with points.
 * pub scored: u32,
 * /// Of how many.
 * pub of: u32,
 * /// Sum of the points given; null while nothing is.
 * pub total: Option<String>,
 * /// Most that the given ones could be.
 * pub total_of: String,
 *
 *
 * What stops signing.
 *erive(Debug, Clone, Serialize, TS)]
 * struct BlockerView {
 * /// Application.
 * pub number: String,
 * /// Criterion, where it is about one.
 * pub criterion: Option<String>,
 * /// `undeclared|unscored|reason_missing|out_of_range|off_step|abstain_reason`.
 * pub code: String,
 * /// In words.
 * pub message: String,
 *
 *
 * Command `assessment(number) -> AssessmentView`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct AssessmentView {
 * /// The row.
 * pub row: DraftRow,
 * /// Documents of the application.
 * pub documents: Vec<crate::screening::DocumentRow>,
 * /// One per criterion, in the rubric's order.
 * pub marks: Vec<MarkView>,
 * /// Overall comment.
 * pub comment: String,
 * /// `none|clear|tie`.
 * pub declared: String,
 * /// Ground of a tie.
 * pub ground: Option<String>,
 * /// Reason of a tie, or of abstaining.
 * pub reason: String,
 * /// Private note; never leaves the desk.
 * pub note: String,
 * /// Screening notes that the secretary left (missing items).
 * pub screening: Vec<String>,
 * /// Blockers of this application.
 * pub blockers: Vec<BlockerView>,
 * /// Veto items raised.
 * pub vetoes: Vec<VetoView>,
 * /// When last saved.
 * pub saved_at: Option<i64>,
 *
 *
 * One criterion's draft.
 *erive(Debug, Clone, Serialize, TS)]
 * struct MarkView {
 * /// Criterion id.
 * pub id: String,
 * /// Points, null while none.
 * pub points: Option<String>,
 * /// Marked 不适用.
 * pub na: bool,
 * /// Name of the band the points are in.
 * pub band: Option<String>,
 * /// Its anchoring text.
 * pub anchor: Option<String>,
 * /// Whether a reason is asked for.
 * pub reason_required: bool,
 * /// Reason.
 * pub reason: String,
 * /// Pinned places.
 * pub evidence: Vec<EvidenceView>,
 *
 *
 * A pinned place.
 *erive(Debug, Clone, Serialize, Deserialize, TS)]
 * struct EvidenceView {
 * /// Document path.
 * pub document: String,
 * /// Digest.
 * pub digest: String,
 * /// Place.
 * pub place: String,
 * /// Words.
 * pub quote: String,
 *
 *
 * A veto item raised.
 *erive(Debug, Clone, Serialize, Deserialize, TS)]
 * struct VetoView {
 * /// Id.
 * pub id: String,
 * /// Why.
 * pub reason: String,
 *
 *
 * Command `score(request) -> Saved`: any part may be given; what is null stays.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct Score {
 * /// Application.
 * pub number: String,
 * /// Criterion the parts below belong to; null for comment, note and vetoes only.
 * pub criterion: Option<String>,
 * /// Points as typed; an empty text clears them.
 * pub points: Option<String>,
 * /// Mark as 不适用 (true) or not (false).
 * pub na: Option<bool>,
 * /// Reason.
 * pub reason: Option<String>,
 * /// All pinned places of the criterion.
 * pub evidence: Option<Vec<EvidenceView>>,
 * /// Overall comment.
 * pub comment: Option<String>,
 * /// Private note.
 * pub note: Option<String>,
 * /// All veto items raised.
 * pub vetoes: Option<Vec<VetoView>>,
 *
 *
 * Command `declare(request) -> Saved`.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct Declare {
 * /// Application; null for "no tie to any" on all that are undeclared.
 * pub number: Option<String>,
 * /// Ground id; null for no tie.
 * pub ground: Option<String>,
 * /// In the reviewer's words.
 * pub reason: Option<String>,
 *
 *
 * Command `abstain(request) -> Saved`: 不予评分; a null reason takes it back.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct Abstain {
 * /// Application.
 * pub number: String,
 * /// Why.
 * pub reason: Option<String>,
 *
 *
 * What is on disk now.
 *erive(Debug, Clone, Serialize, TS)]
 * struct Saved {
 * /// When it was safe on disk.
 * pub saved_at: i64,
 * /// The application concerned; for `declare` of all, the first.
 * pub assessment: AssessmentView,
 * /// Every row of the list.
 * pub applications: Vec<DraftRow>,
 * /// Every blocker of the batch.
 * pub blockers: Vec<BlockerView>,
 *
 *
 * Command `seal_sheet(request) -> SealedView`.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct SealSheet {
 * /// 口令, asked again.
 * pub passphrase: String,
 * /// Where to put the scoresheet file; null for the desk's own `out` folder.
 * pub out: Option<String>,
 *
 *
 * A signed sheet.
 */
export type SealedView = { /**
 * Digest.
 */
digest: string, /**
 * Short digest.
 */
short: string, /**
 * When.
 */
at: number, /**
 * Revision.
 */
revision: number, /**
 * The file written.
 */
path: string, };

/**
 * Command `opine(request) -> StandingView`: a draft opinion on one application.
 *erive(Debug, Clone, Deserialize, TS)]
 * struct Opine {
 * /// Application.
 * pub number: String,
 * /// `recommend|later|ineligible`; null takes it back.
 * pub opinion: Option<String>,
 * /// Why.
 * pub reason: String,
 * /// 产业导向考虑.
 * pub industry: String,
 *
 *
 * Command `deciding() -> DecidingView`.
 *erive(Debug, Clone, Serialize, TS)]
 * struct DecidingView {
 * /// What stops signing, in words.
 * pub blockers: Vec<String>,
 * /// Dissents entered.
 * pub dissents: Vec<DissentView>,
 * /// Once signed.
 * pub signed: Option<SignedDecision>,
 *
 *
 * A dissent. Command `dissent(fingerprint, text) -> DecidingView`; an empty text takes it back.
 *erive(Debug, Clone, Serialize, TS)]
 * struct DissentView {
 * /// Member's key.
 * pub fingerprint: String,
 * /// Name.
 * pub name: String,
 * /// Words.
 * pub text: String,
 *
 *
 * The signed decision. Command `decide(passphrase) -> DecidingView`.
 */
export type SignedDecision = { /**
 * Digest.
 */
digest: string, /**
 * Short digest.
 */
short: string, /**
 * When.
 */
at: number, };

