// Made by `cargo run -p lx-wire --bin bindings` from src-tauri/crates/lx-wire. Not written by hand.

/**
 * Command `abstain(request) -> Saved`: 不予评分; a null reason takes it back.
 */
export type Abstain = {
/**
 * Application.
 */
number: string,
/**
 * Why.
 */
reason: string | null, };

/**
 * Screening of one application.
 */
export type AdmissionView = {
/**
 * One per checklist item, in the profile's order.
 */
items: Array<ItemView>,
/**
 * Outcome; suggested one while not confirmed.
 */
outcome: string,
/**
 * Reason.
 */
reason: string,
/**
 * Whether a person has confirmed the outcome.
 */
confirmed: boolean,
/**
 * Who.
 */
by: string | null,
/**
 * When.
 */
at: number | null,
/**
 * Short digest of the profile by which it was screened; absent while not confirmed.
 */
profile_short: string | null,
/**
 * The first reading of a forwarded application.
 */
first_reading: FirstReadingView | null, };

/**
 * What the start screen needs. Command `app_state() -> AppState`.
 */
export type AppState = {
/**
 * Version of the program.
 */
version: string,
/**
 * `zh-CN` or `en`.
 */
lang: string,
/**
 * Desks opened before, latest first.
 */
recent: Array<RecentDesk>,
/**
 * Files given on the command line or by the desktop, waiting to be taken.
 */
pending_files: Array<string>,
/**
 * Whether a desk is open now.
 */
desk_open: boolean,
/**
 * Where a new desk would be put.
 */
default_folder: string,
/**
 * Whether the sample batch should be offered first (`make run`).
 */
offer_sample: boolean, };

/**
 * An applicant.
 */
export type ApplicantView = {
/**
 * Name.
 */
name: string,
/**
 * Class id or null.
 */
class: string | null,
/**
 * Credit code.
 */
credit_code: string | null,
/**
 * Whether its check digit holds.
 */
credit_code_valid: boolean | null,
/**
 * Seat.
 */
place: string | null,
/**
 * Main office.
 */
office: string | null,
/**
 * Licence.
 */
licence: string | null,
/**
 * Duty.
 */
duty: string | null,
/**
 * `lead|joint`.
 */
role: string,
/**
 * Every property with its place, in the order in which it is shown; classes and roles by their ids. Empty where an application
 * was read before places were kept.
 */
parts: Array<FieldView>, };

/**
 * One row of the package list. Command `applications() -> Vec<ApplicationRow>`.
 */
export type ApplicationRow = {
/**
 * Number.
 */
number: string,
/**
 * Title.
 */
title: string,
/**
 * `pilot|coaching|forwarded`.
 */
track: string,
/**
 * Lead applicant.
 */
lead: string,
/**
 * How many applicants.
 */
applicants: number,
/**
 * Documents.
 */
documents: number,
/**
 * Findings by weight.
 */
errors: number,
/**
 * Warnings.
 */
warnings: number,
/**
 * Fields and properties of applicants to be confirmed.
 */
to_confirm: number,
/**
 * `admit|supplement|reject|forward`, once a person has said so.
 */
outcome: string | null,
/**
 * What the findings suggest.
 */
suggested: string,
/**
 * When received.
 */
received_at: number,
/**
 * From 1; one more for each supplement.
 */
version: number,
/**
 * Whether it came after the deadline.
 */
late: boolean,
/**
 * Whether it came over from an earlier batch.
 */
carried: boolean, };

/**
 * A of CLI.md. Command `application(number) -> ApplicationView`.
 */
export type ApplicationView = {
/**
 * Number.
 */
number: string,
/**
 * Title: best candidate.
 */
title: string,
/**
 * `pilot|coaching|forwarded`.
 */
track: string,
/**
 * Lead applicant's name: best candidate.
 */
lead: string,
/**
 * Applicants.
 */
applicants: Array<ApplicantView>,
/**
 * Fields.
 */
fields: Array<FieldView>,
/**
 * Documents.
 */
documents: Array<DocumentRow>,
/**
 * Findings: of the package itself, then what shows beside the other applications and the listing of the batch.
 */
findings: Array<FindingView>,
/**
 * Entries of the package that were put aside.
 */
aside: Array<AsideView>,
/**
 * Screening record, or the pre-filled one (`confirmed: false`).
 */
admission: AdmissionView,
/**
 * Name of the file it came in.
 */
package_name: string,
/**
 * When received.
 */
received_at: number,
/**
 * From 1; one more for each supplement.
 */
version: number,
/**
 * Whether it came after the deadline.
 */
late: boolean,
/**
 * What was concluded earlier: the coaching record's own words.
 */
earlier: Array<EarlierView>,
/**
 * What earlier batches concluded, where it came over from one.
 */
former: Array<FormerView>, };

/**
 * An entry that was put aside when the package was taken.
 */
export type AsideView = {
/**
 * Its label.
 */
path: string,
/**
 * `crc|size|damaged|method|link|sparse|special`.
 */
reason: string,
/**
 * The reason in words.
 */
says: string,
/**
 * Whether it can be looked at; not of a package that came as a folder or as loose files.
 */
kept: boolean, };

/**
 * A line of the notice, and whether it was answered.
 */
export type AskedView = {
/**
 * `missing|irregular|contradiction|confirm`.
 */
kind: string,
/**
 * Item of the checklist.
 */
what: string,
/**
 * What was asked for.
 */
text: string,
/**
 * Whether it came.
 */
settled: boolean, };

/**
 * Command `assessment(number) -> AssessmentView`.
 */
export type AssessmentView = {
/**
 * The row.
 */
row: DraftRow,
/**
 * Documents of the application.
 */
documents: Array<DocumentRow>,
/**
 * One per criterion, in the rubric's order.
 */
marks: Array<MarkView>,
/**
 * Overall comment.
 */
comment: string,
/**
 * `none|clear|tie`.
 */
declared: string,
/**
 * Ground of a tie.
 */
ground: string | null,
/**
 * Reason of a tie, or of abstaining.
 */
reason: string,
/**
 * Private note; never leaves the desk.
 */
note: string,
/**
 * Screening notes that the secretary left (missing items).
 */
screening: Array<string>,
/**
 * Blockers of this application.
 */
blockers: Array<BlockerView>,
/**
 * Veto items raised.
 */
vetoes: Array<VetoView>,
/**
 * When last saved.
 */
saved_at: number | null, };

/**
 * A band.
 */
export type BandView = {
/**
 * From.
 */
from: string,
/**
 * Up to (inclusive of the last step).
 */
to: string,
/**
 * Name.
 */
name: string,
/**
 * Anchoring text.
 */
anchor: string,
/**
 * Whether a reason is asked for.
 */
reason_required: boolean, };

/**
 * Command `look_at_batch(path) -> BatchOffer`: what a batch file says before it is trusted; then
 * `open_batch(path, chair) -> DeskView` with the chair's fingerprint that the person has compared with paper.
 */
export type BatchOffer = {
/**
 * Path.
 */
path: string,
/**
 * Batch name.
 */
name: string,
/**
 * Chair's name.
 */
chair_name: string,
/**
 * Chair's key.
 */
chair: string,
/**
 * Its short form, to compare with paper.
 */
chair_short: string,
/**
 * Applications scored.
 */
scored: number,
/**
 * Whether this desk's person is on the roster.
 */
on_roster: boolean, };

/**
 * A batch at a glance.
 */
export type BatchView = {
/**
 * Random name.
 */
id: string,
/**
 * 批次名称.
 */
name: string,
/**
 * Name of the profile.
 */
profile: string,
/**
 * Short digest of the profile.
 */
rubric_short: string,
/**
 * Whole digest of the profile.
 */
rubric_digest: string,
/**
 * Whether it is frozen (评审已启动).
 */
frozen: boolean,
/**
 * Whether it is the sample.
 */
sample: boolean,
/**
 * Received applications.
 */
received: number,
/**
 * Those that are scored.
 */
scored: number,
/**
 * Those forwarded (代收).
 */
forwarded: number,
/**
 * Reviewers on the roster.
 */
reviewers: number,
/**
 * Scoresheets merged.
 */
sheets: number,
/**
 * Whether the decision is signed.
 */
decided: boolean, };

/**
 * Command `begin(request) -> ()`: keeps what stands in a field; on disk with the answer.
 */
export type Begin = {
/**
 * Application.
 */
number: string,
/**
 * Name of the field.
 */
field: string,
/**
 * What stands there; absent once it was said or taken back.
 */
text: string | null, };

/**
 * Command `begun() -> Vec<BegunView>`: what was typed or chosen and not said yet.
 */
export type BegunView = {
/**
 * Application.
 */
number: string,
/**
 * Name of the field, as the window gave it.
 */
field: string,
/**
 * What stands there.
 */
text: string, };

/**
 * One block of a document.
 */
export type BlockView = { "type": "heading",
/**
 * Level.
 */
level: number,
/**
 * Words.
 */
text: string,
/**
 * Where it stands (`第2段`), as findings and search hits name it.
 */
place: string, } | { "type": "paragraph",
/**
 * Words.
 */
text: string,
/**
 * Where it stands.
 */
place: string, } | { "type": "table",
/**
 * Name of the worksheet; empty for a table.
 */
name: string,
/**
 * Where it stands (`表1`); for a worksheet its name.
 */
place: string,
/**
 * Rows of cells.
 */
rows: Array<Array<string>>, };

/**
 * What stops signing.
 */
export type BlockerView = {
/**
 * Application.
 */
number: string,
/**
 * Criterion, where it is about one.
 */
criterion: string | null,
/**
 * `undeclared|unscored|reason_missing|out_of_range|off_step|abstain_reason`.
 */
code: string,
/**
 * In words.
 */
message: string, };

/**
 * A candidate of a field.
 */
export type CandidateView = {
/**
 * Value.
 */
value: string,
/**
 * Where from.
 */
source: SourceView, };

/**
 * Command `look_at_carry(path, trust) -> CarryOfferView`: what a carry file says before anything of it is taken.
 */
export type CarryOfferView = {
/**
 * The file.
 */
path: string,
/**
 * The batch that sends it.
 */
batch: string,
/**
 * When it was signed.
 */
at: number,
/**
 * Who signed, by the card in the file.
 */
signer: string,
/**
 * That person's organisation.
 */
org: string,
/**
 * That person's key.
 */
fingerprint: string,
/**
 * Its short form.
 */
short: string,
/**
 * `own|roster|named|nobody`: who vouches for the signer.
 */
vouched: string,
/**
 * What was checked.
 */
claims: Array<ClaimView>,
/**
 * The applications.
 */
applications: Array<OfferedView>, };

/**
 * What came of it.
 */
export type CarryReceivedView = {
/**
 * What was taken.
 */
taken: Array<TakenOver>,
/**
 * What was here before.
 */
already: Array<TakenOver>, };

/**
 * A carry file that was written.
 */
export type CarrySentView = {
/**
 * The file.
 */
path: string,
/**
 * Digest of the signed record.
 */
digest: string,
/**
 * Its short form.
 */
short: string,
/**
 * Numbers of the applications in it.
 */
numbers: Array<string>,
/**
 * Those of them whose documents stay behind.
 */
bare: Array<string>,
/**
 * Name of the person to whom it is encrypted.
 */
to: string | null, };

/**
 * Command `carryable() -> Vec<CarryableView>`: what can move to a later batch.
 */
export type CarryableView = {
/**
 * Number in this batch.
 */
number: string,
/**
 * Title.
 */
title: string,
/**
 * Lead applicant.
 */
lead: string,
/**
 * `deferred|supplement|reject|forward|recommend|later|ineligible`: what became of it.
 */
ending: string,
/**
 * Why.
 */
reason: string,
/**
 * Whether this desk holds its documents.
 */
documents: boolean,
/**
 * Size of its documents, in bytes.
 */
bytes: number,
/**
 * Whether it moves unless a person leaves it out.
 */
proposed: boolean, };

/**
 * One reviewer's total for one application.
 */
export type CellView = {
/**
 * Seat.
 */
seat: number,
/**
 * `points|missing|recused|abstained|void`.
 */
state: string,
/**
 * Total.
 */
total: string | null,
/**
 * Dropped as highest or lowest.
 */
dropped: boolean,
/**
 * Unusual (评分差异提示).
 */
unusual: boolean,
/**
 * Points per criterion.
 */
criteria: { [key in string]: string | null },
/**
 * Written reasons per criterion.
 */
reasons: { [key in string]: string },
/**
 * Overall comment.
 */
comment: string, };

/**
 * One claim.
 */
export type ClaimView = {
/**
 * Claim id.
 */
claim: string,
/**
 * What is claimed, in words.
 */
says: string,
/**
 * True, false, or null for not checked.
 */
holds: boolean | null,
/**
 * Facts in words.
 */
detail: string, };

/**
 * A passage of a coaching record.
 */
export type CoachingView = {
/**
 * The document in which it stood.
 */
document: string,
/**
 * Where in it.
 */
place: string,
/**
 * The words.
 */
text: string, };

/**
 * Command `compare(request) -> ComparisonView`.
 */
export type Compare = {
/**
 * Application.
 */
number: string,
/**
 * The earlier version; the one before `to` where absent.
 */
from: number | null,
/**
 * The later version; the latest where absent.
 */
to: number | null, };

/**
 * Command `compare_texts(request) -> TextComparisonView`.
 */
export type CompareTexts = {
/**
 * Application.
 */
number: string,
/**
 * Digest of the document before.
 */
before: string,
/**
 * Digest of the document now.
 */
after: string, };

/**
 * Something about an applicant that is another.
 */
export type ComparedApplicantView = {
/**
 * Name.
 */
name: string,
/**
 * `applicant|role|class|credit_code|licence|place|office|duty`.
 */
part: string,
/**
 * Before, in words.
 */
before: string,
/**
 * Now, in words.
 */
after: string, };

/**
 * A document beside what it was.
 */
export type ComparedDocumentView = {
/**
 * `added|gone|changed|renamed|same`.
 */
change: string,
/**
 * Path before.
 */
before: string | null,
/**
 * Path now.
 */
after: string | null,
/**
 * Digest before.
 */
before_digest: string | null,
/**
 * Digest now.
 */
after_digest: string | null,
/**
 * Size before, in bytes.
 */
before_bytes: number | null,
/**
 * Size now, in bytes.
 */
after_bytes: number | null, };

/**
 * A field that has another value.
 */
export type ComparedFieldView = {
/**
 * Field id.
 */
id: string,
/**
 * Value before; empty where no paper stated it.
 */
before: string,
/**
 * Where it stood.
 */
before_source: SourceView | null,
/**
 * Value now; empty where no paper states it.
 */
after: string,
/**
 * Where it stands.
 */
after_source: SourceView | null, };

/**
 * Two versions beside each other.
 */
export type ComparisonView = {
/**
 * The earlier version.
 */
from: VersionView,
/**
 * The later version.
 */
to: VersionView,
/**
 * What the notice on the earlier version asked for.
 */
asked: Array<AskedView>,
/**
 * How much of it came.
 */
settled: number,
/**
 * Every document of either version.
 */
documents: Array<ComparedDocumentView>,
/**
 * Fields that differ.
 */
fields: Array<ComparedFieldView>,
/**
 * What differs about the applicants.
 */
applicants: Array<ComparedApplicantView>,
/**
 * Findings that are no more.
 */
settled_findings: Array<FindingView>,
/**
 * Findings that were not there before.
 */
new_findings: Array<FindingView>,
/**
 * How many findings stand as before.
 */
standing_findings: number, };

/**
 * What one batch concluded.
 */
export type ConclusionView = {
/**
 * 批次名称.
 */
batch: string,
/**
 * Number there.
 */
number: string,
/**
 * What became of it, as in [`CarryableView`].
 */
ending: string,
/**
 * Why.
 */
reason: string,
/**
 * 产业导向考虑; may be empty.
 */
industry: string,
/**
 * When the opinion was signed.
 */
decided_at: number | null,
/**
 * Name of the profile.
 */
profile: string,
/**
 * Its short digest.
 */
profile_short: string,
/**
 * Whether this batch has the same profile.
 */
same_profile: boolean,
/**
 * Versions of the package, the latest first.
 */
versions: Array<FormerVersionView>,
/**
 * What the coaching record concluded.
 */
coaching: Array<CoachingView>, };

/**
 * Two heads of one reviewer.
 */
export type ConflictView = {
/**
 * Reviewer's key.
 */
reviewer: string,
/**
 * Name.
 */
name: string,
/**
 * The heads.
 */
heads: Array<HeadView>, };

/**
 * Command `correct_field(request) -> ApplicationView`: confirms (same value) or corrects. The view of a corrected number is that
 * of the application under its new number.
 */
export type CorrectField = {
/**
 * Application.
 */
number: string,
/**
 * Field id; of an applicant the id of its property.
 */
field: string,
/**
 * Value.
 */
value: string,
/**
 * Why.
 */
reason: string,
/**
 * Which of the applicants, from 0; absent for a field of the application.
 */
applicant?: number, };

/**
 * Command `create_batch(request) -> DeskView`.
 */
export type CreateBatch = {
/**
 * 批次名称.
 */
name: string,
/**
 * Shipped id or path of a file.
 */
profile: string, };

/**
 * Command `create_identity(request) -> DeskView`: makes the desk folder, the keys and opens it.
 */
export type CreateIdentity = {
/**
 * 姓名.
 */
name: string,
/**
 * 工作单位.
 */
org: string,
/**
 * Role asked for.
 */
role: string,
/**
 * 口令.
 */
passphrase: string,
/**
 * Folder; absent for the default one.
 */
folder: string | null, };

/**
 * A criterion.
 */
export type CriterionView = {
/**
 * Id.
 */
id: string,
/**
 * Name.
 */
name: string,
/**
 * Short name.
 */
short: string,
/**
 * Full marks.
 */
full_marks: string,
/**
 * Step.
 */
step: string,
/**
 * Weight.
 */
weight: string,
/**
 * Bands, from the highest.
 */
bands: Array<BandView>,
/**
 * Guidance items.
 */
guidance: Array<string>,
/**
 * Clause.
 */
clause: string, };

/**
 * Command `deciding() -> DecidingView`.
 */
export type DecidingView = {
/**
 * What stops signing, in words.
 */
blockers: Array<string>,
/**
 * Dissents entered.
 */
dissents: Array<DissentView>,
/**
 * Once signed.
 */
signed: SignedDecision | null, };

/**
 * Command `declare(request) -> Saved`.
 */
export type Declare = {
/**
 * Application; null for "no tie to any" on all that are undeclared.
 */
number: string | null,
/**
 * Ground id; null for no tie.
 */
ground: string | null,
/**
 * In the reviewer's words.
 */
reason: string | null, };

/**
 * Command `defer(request) -> ReceptionView`: takes an application out of this batch.
 */
export type Defer = {
/**
 * Application.
 */
number: string,
/**
 * Why.
 */
reason: string,
/**
 * Whether it was withdrawn or received by mistake; else it moves to the next batch.
 */
withdrawn: boolean, };

/**
 * An application that left the batch.
 */
export type DeferredView = {
/**
 * Number.
 */
number: string,
/**
 * Title.
 */
title: string,
/**
 * Lead applicant.
 */
lead: string,
/**
 * When received.
 */
received_at: number,
/**
 * Short digest of the package.
 */
package_short: string,
/**
 * Why.
 */
reason: string,
/**
 * Whether it was withdrawn or received by mistake; else it moves to the next batch.
 */
withdrawn: boolean, };

/**
 * The open desk. Commands `desk() -> DeskView`, `open_sample() -> DeskView` (makes the sample desks at first use, opens the
 * chair's), `switch_sample(folder) -> DeskView`, `close_desk() -> ()`.
 */
export type DeskView = {
/**
 * Its folder.
 */
folder: string,
/**
 * Whose it is.
 */
person: PersonView,
/**
 * The batch, once created or opened.
 */
batch: BatchView | null,
/**
 * For the sample batch: all its desks, to switch between.
 */
sample: SampleView | null,
/**
 * The road of six stations (secretary, chair, deputy, supervisor); empty for a reviewer.
 */
stations: Array<StationView>,
/**
 * Where a face should start: a station id, or `scoring` for a reviewer, `waiting` for a reviewer without a batch.
 */
here: string, };

/**
 * A dissent. Command `dissent(fingerprint, text) -> DecidingView`; an empty text takes it back.
 */
export type DissentView = {
/**
 * Member's key.
 */
fingerprint: string,
/**
 * Name.
 */
name: string,
/**
 * Words.
 */
text: string, };

/**
 * A document in the list.
 */
export type DocumentRow = {
/**
 * Path.
 */
path: string,
/**
 * Digest.
 */
digest: string,
/**
 * Size.
 */
bytes: number,
/**
 * Kind by content: `docx|doc|xlsx|xls|ods|pdf|pdf_scan|ofd|text|html|picture|archive|unknown`.
 */
kind: string,
/**
 * Pages, if known.
 */
pages: number | null,
/**
 * Checklist item it answers.
 */
item: string | null, };

/**
 * Command `document(digest) -> DocumentView`: text to show. PDFs and pictures are fetched as bytes from
 * `lxdoc://localhost/<digest>` (on Windows `http://lxdoc.localhost/<digest>`).
 */
export type DocumentView = {
/**
 * Digest.
 */
digest: string,
/**
 * Path.
 */
path: string,
/**
 * Kind.
 */
kind: string,
/**
 * `pdf|picture|blocks|none`: how to show it.
 */
show: string,
/**
 * Blocks where `show` is `blocks`.
 */
blocks: Array<BlockView>,
/**
 * Why nothing can be shown, or what of it is not; empty otherwise.
 */
note: string, };

/**
 * One application in the reviewer's list.
 */
export type DraftRow = {
/**
 * Number.
 */
number: string,
/**
 * Title.
 */
title: string,
/**
 * Lead applicant.
 */
lead: string,
/**
 * How many applicants.
 */
applicants: number,
/**
 * All applicants' names, for the declaration.
 */
applicant_names: Array<string>,
/**
 * `undeclared|todo|partial|done|recused|abstained`.
 */
state: string,
/**
 * Criteria with points.
 */
scored: number,
/**
 * Of how many.
 */
of: number,
/**
 * Sum of the points given; null while nothing is.
 */
total: string | null,
/**
 * Most that the given ones could be.
 */
total_of: string, };

/**
 * An earlier conclusion on the same project.
 */
export type EarlierView = {
/**
 * Where it stands.
 */
source: SourceView,
/**
 * The words.
 */
text: string, };

/**
 * An entry of a package that was not taken yet.
 */
export type EntryPreview = {
/**
 * The label under which it would be kept.
 */
path: string,
/**
 * Bytes as declared.
 */
bytes: number,
/**
 * What becomes of it: `taken|nested|junk|quarantined`.
 */
fate: string,
/**
 * What is to be said of it, in the language of the face; empty for most.
 */
note: string, };

/**
 * A pinned place.
 */
export type EvidenceView = {
/**
 * Document path.
 */
document: string,
/**
 * Digest.
 */
digest: string,
/**
 * Place.
 */
place: string,
/**
 * Words.
 */
quote: string, };

/**
 * Points in a worked example.
 */
export type ExampleCell = {
/**
 * Points.
 */
points: string,
/**
 * Whether trimming dropped them.
 */
dropped: boolean, };

/**
 * A sheet of a worked example.
 */
export type ExampleRow = {
/**
 * 专家1.
 */
reviewer: string,
/**
 * Points, by criterion.
 */
cells: Array<ExampleCell>,
/**
 * Their weighted sum.
 */
total: string,
/**
 * Whether trimming dropped the whole sheet.
 */
dropped: boolean, };

/**
 * A worked example.
 */
export type ExampleView = {
/**
 * Names of the criteria, short.
 */
criteria: Array<string>,
/**
 * The sheets.
 */
rows: Array<ExampleRow>,
/**
 * Means of the kept points, by criterion, to the rule's decimals.
 */
means: Array<string>,
/**
 * Weights by criterion; empty where all are one.
 */
weights: Array<string>,
/**
 * The score.
 */
score: string,
/**
 * What happened, a sentence each.
 */
says: Array<string>, };

/**
 * Command `freeze(passphrase) -> OpeningView`; `export_batch(request) -> Vec<String>` (paths written).
 */
export type ExportBatch = {
/**
 * File or, with several recipients, folder.
 */
out: string,
/**
 * Fingerprints to encrypt for; empty for nobody in particular.
 */
to: Array<string>, };

/**
 * A refusal or a breakage. `says` is what happened (`err-…`), `advises` what the person can do (`rec-…`).
 */
export type Fault = {
/**
 * Stable code; exists only where a face branches on it, `other` elsewhere.
 */
code: string,
/**
 * Fluent id of what happened.
 */
says: string,
/**
 * Fluent id of what to do.
 */
advises: string,
/**
 * Arguments of both.
 */
args: { [key in string]: string },
/**
 * English detail for a support note; never the only message.
 */
detail: string,
/**
 * Whether something is broken (exit 4) and not merely refused (exit 1).
 */
broken: boolean, };

/**
 * A field of the application, or a property of an applicant.
 */
export type FieldView = {
/**
 * Field id; of a property `name|role|class|credit_code|licence|place|office|duty`.
 */
id: string,
/**
 * Value; empty where the papers don't state it.
 */
value: string,
/**
 * `found|confirm|corrected`.
 */
status: string,
/**
 * Where from.
 */
source: SourceView | null,
/**
 * What the papers say of it, in their own words.
 */
candidates: Array<CandidateView>,
/**
 * Who settled it, where somebody did.
 */
settled: SettledView | null, };

/**
 * A finding in words.
 */
export type FindingView = {
/**
 * `error|warning|info`.
 */
severity: string,
/**
 * Code.
 */
code: string,
/**
 * Words, in the language of the face.
 */
message: string,
/**
 * The same in the language of records and papers.
 */
for_record: string,
/**
 * First document that shows it.
 */
document: string | null,
/**
 * All places.
 */
evidence: Array<SourceView>,
/**
 * Checklist item.
 */
item: string | null,
/**
 * Clause.
 */
clause: string | null, };

/**
 * The first reading of a forwarded application (初步审阅意见).
 */
export type FirstReadingView = {
/**
 * The opinion.
 */
text: string,
/**
 * Who.
 */
by: string,
/**
 * When.
 */
at: number, };

/**
 * A line of an earlier notice.
 */
export type FormerAskedView = {
/**
 * Item of the checklist; may be empty.
 */
what: string,
/**
 * The words.
 */
text: string,
/**
 * Whether it came; null while no further version came.
 */
settled: boolean | null, };

/**
 * An item that was not in order.
 */
export type FormerItemView = {
/**
 * Its name.
 */
name: string,
/**
 * `missing|irregular`.
 */
state: string,
/**
 * Why.
 */
reason: string, };

/**
 * A version of the package in the earlier batch.
 */
export type FormerVersionView = {
/**
 * From 1.
 */
version: number,
/**
 * Name of the file it came in.
 */
package_name: string,
/**
 * Short digest of the package.
 */
package_short: string,
/**
 * Time of receipt.
 */
received_at: number,
/**
 * `admit|supplement|reject|forward`, once it was screened.
 */
outcome: string | null,
/**
 * Why.
 */
reason: string,
/**
 * Items that were not 齐备 or 不适用.
 */
items: Array<FormerItemView>,
/**
 * How many items were in order.
 */
in_order: number,
/**
 * 初步审阅意见; may be empty.
 */
first_reading: string,
/**
 * When a notice went out.
 */
notice_at: number | null,
/**
 * What it asked for.
 */
asked: Array<FormerAskedView>, };

/**
 * What earlier batches concluded, as one carry file tells it.
 */
export type FormerView = {
/**
 * Who signed the file.
 */
signer: string,
/**
 * That person's organisation.
 */
org: string,
/**
 * Short fingerprint.
 */
short: string,
/**
 * `own|roster|named|paper|nobody`.
 */
vouched: string,
/**
 * When it was taken.
 */
taken_at: number,
/**
 * Whether the documents came along.
 */
documents: boolean,
/**
 * Batch by batch, the latest first.
 */
conclusions: Array<ConclusionView>, };

/**
 * A reviewer's state at merging.
 */
export type HandedIn = {
/**
 * Name.
 */
name: string,
/**
 * Seat (专家N).
 */
seat: number,
/**
 * Key.
 */
fingerprint: string,
/**
 * `missing|merged|conflict|void`.
 */
state: string,
/**
 * Digest of the effective sheet.
 */
digest: string | null,
/**
 * Short digest.
 */
short: string | null,
/**
 * When signed.
 */
sealed_at: number | null,
/**
 * When merged.
 */
merged_at: number | null,
/**
 * Applications recused from.
 */
recused: number,
/**
 * Applications abstained from.
 */
abstained: number, };

/**
 * One head.
 */
export type HeadView = {
/**
 * Digest.
 */
digest: string,
/**
 * Short digest.
 */
short: string,
/**
 * When signed.
 */
sealed_at: number,
/**
 * Revision.
 */
revision: number,
/**
 * Totals per application that differ between the heads.
 */
differs: { [key in string]: string }, };

/**
 * Result of `import_packages(request) -> ImportOutcome` and of `linxuan import`.
 */
export type ImportOutcome = {
/**
 * What was taken.
 */
applications: Array<ApplicationView>,
/**
 * What was not.
 */
refused: Array<RefusedFile>,
/**
 * Name of the spreadsheet that was kept as the listing of the batch.
 */
listing: string | null,
/**
 * Loose files in a folder of packages, which belong to none of them and were left out.
 */
left: Array<string>,
/**
 * Packages not tried any more because the import was ended; nothing of them was kept.
 */
ended: Array<string>, };

/**
 * One package of the last look. Its names are read as they were looked at last.
 */
export type ImportPackage = {
/**
 * Its index.
 */
index: number,
/**
 * Number of the application it goes to, where it is not the one of its name.
 */
into: string | null,
/**
 * `version|addition`, where a person chose.
 */
placing: string | null, };

/**
 * Command `import_packages(request) -> ImportOutcome`: takes packages of the last look.
 */
export type ImportPackages = {
/**
 * The look that was shown; another one since then is a refusal.
 */
look: number,
/**
 * Which, and as what.
 */
packages: Array<ImportPackage>,
/**
 * Whether the listing among them is kept.
 */
listing: boolean, };

/**
 * A checklist item of one application.
 */
export type ItemView = {
/**
 * Id.
 */
id: string,
/**
 * Name in the face's language.
 */
name: string,
/**
 * `present|missing|irregular|na`.
 */
state: string,
/**
 * 完整性: whether what is asked for is there; null where nothing is asked for.
 */
complete: boolean | null,
/**
 * 规范性: whether what is there is in form; null where nothing is there.
 */
regular: boolean | null,
/**
 * Reason.
 */
reason: string,
/**
 * Where.
 */
places: Array<SourceView>,
/**
 * What was noticed about it, in words, with the places.
 */
findings: Array<FindingView>,
/**
 * Whether pre-filled and not touched by a person.
 */
prefilled: boolean,
/**
 * Documents that answer it.
 */
documents: Array<string>,
/**
 * Clause.
 */
clause: string, };

/**
 * Command `journal() -> Vec<JournalRow>`, newest first.
 */
export type JournalRow = {
/**
 * Place in the chain.
 */
seq: number,
/**
 * Kind of step; words under `journal-<kind>`.
 */
kind: string,
/**
 * Short digest of what it concerns.
 */
short: string,
/**
 * Facts, already in words that need no translation (numbers, names).
 */
detail: string,
/**
 * When.
 */
at: number, };

/**
 * A fault of a profile.
 */
export type LintFault = {
/**
 * Line, from 1.
 */
line: number,
/**
 * Path of the key; empty where the file is not TOML.
 */
key: string,
/**
 * `error` or `warning`.
 */
severity: string,
/**
 * Stable code.
 */
code: string,
/**
 * What it is.
 */
message: string,
/**
 * What to do.
 */
advice: string,
/**
 * The clause stated for what is concerned; empty where there is none.
 */
clause: string, };

/**
 * A column of a listing.
 */
export type ListingColumn = {
/**
 * What it holds: `number|title|track|lead|joint|credit_code|class|place|…`.
 */
field: string,
/**
 * Its heading as written.
 */
heading: string, };

/**
 * A row of a listing.
 */
export type ListingRow = {
/**
 * Row of the sheet, from 1.
 */
row: number,
/**
 * Values in the order of the columns.
 */
cells: Array<string>,
/**
 * Number of the application it was matched with.
 */
matched: string | null,
/**
 * How many facts of it contradict the application.
 */
contradictions: number, };

/**
 * The spreadsheet that lists the batch beside what was received. Commands `listing`, `look_at_listing`, `keep_listing`;
 * `linxuan listing [FILE]`.
 */
export type ListingView = {
/**
 * Name of the file.
 */
name: string,
/**
 * Name of the sheet; empty for text.
 */
sheet: string,
/**
 * Columns that were understood, from the left.
 */
columns: Array<ListingColumn>,
/**
 * Headings of columns that were not.
 */
unknown: Array<string>,
/**
 * Its rows, from the top.
 */
rows: Array<ListingRow>,
/**
 * Rows whose application was received.
 */
received: number,
/**
 * Rows of which nothing was received.
 */
missing: number,
/**
 * Applications here that it does not list.
 */
unlisted: Array<string>,
/**
 * What is odd about the spreadsheet itself.
 */
findings: Array<FindingView>,
/**
 * Whether it is kept on this desk.
 */
kept: boolean, };

/**
 * A look in the window. Command `preview_packages(paths) -> LookView`.
 */
export type LookView = {
/**
 * Which look this is: what follows names it, so that nothing is taken of packages that nobody was shown.
 */
look: number,
/**
 * What would be taken.
 */
preview: PreviewView, };

/**
 * Command `make_notice(request) -> PaperView`.
 */
export type MakeNotice = {
/**
 * Application.
 */
number: string,
/**
 * PDF; empty for the desk's own place for files.
 */
out: string | null,
/**
 * By which day (`2026-12-05`); the whole day counts.
 */
deadline: string | null,
/**
 * Keys of the lines that are asked for; absent for those asked for unless left out.
 */
keys: Array<string> | null, };

/**
 * Command `make_receipt(request) -> PaperView`: a paper without choices. An empty path means the desk's own place for files.
 */
export type MakeReceipt = {
/**
 * Application.
 */
number: string,
/**
 * PDF.
 */
out: string | null, };

/**
 * Command `make_report(request) -> ReportView`.
 */
export type MakeReport = {
/**
 * PDF path; null for the desk's own `out` folder.
 */
out: string | null,
/**
 * Also the spreadsheet beside it.
 */
xlsx: boolean,
/**
 * 口令: the report is signed.
 */
passphrase: string,
/**
 * A .p12 to sign with instead of the desk's own certificate.
 */
p12: string | null,
/**
 * Its password.
 */
p12_password: string | null, };

/**
 * One criterion's draft.
 */
export type MarkView = {
/**
 * Criterion id.
 */
id: string,
/**
 * Points, null while none.
 */
points: string | null,
/**
 * Marked 不适用.
 */
na: boolean,
/**
 * Name of the band the points are in.
 */
band: string | null,
/**
 * Its anchoring text.
 */
anchor: string | null,
/**
 * Whether a reason is asked for.
 */
reason_required: boolean,
/**
 * Reason.
 */
reason: string,
/**
 * Pinned places.
 */
evidence: Array<EvidenceView>, };

/**
 * A member of the committee. Commands `roster() -> Vec<MemberView>`, `add_cards(paths) -> RosterOutcome`,
 * `remove_member(fingerprint) -> Vec<MemberView>`, `set_member_role(fingerprint, role) -> Vec<MemberView>`,
 * `export_card(path) -> String`.
 */
export type MemberView = {
/**
 * 姓名.
 */
name: string,
/**
 * 工作单位.
 */
org: string,
/**
 * Role on the roster.
 */
role: string,
/**
 * Seat within the role.
 */
seat: number,
/**
 * Key.
 */
fingerprint: string,
/**
 * Its short form.
 */
short: string,
/**
 * Whether it is this desk's person.
 */
me: boolean,
/**
 * Applicants with the same name as the member's organisation, to be looked at.
 */
same_org: Array<string>, };

/**
 * Command `merge_sheets(paths, dry_run) -> MergeOutcome`. Each entry names the file, its reviewer and short digest.
 */
export type MergeOutcome = {
/**
 * Taken now.
 */
taken: Array<TakenSheet>,
/**
 * Known before.
 */
already: Array<TakenSheet>,
/**
 * Superseded by a taken one.
 */
superseded: Array<TakenSheet>,
/**
 * Not taken.
 */
refused: Array<RefusedFile>,
/**
 * Open conflicts after it.
 */
conflicts: Array<ConflictView>, };

/**
 * Command `merging() -> MergingView`: who has handed in.
 */
export type MergingView = {
/**
 * One row per reviewer on the roster.
 */
reviewers: Array<HandedIn>,
/**
 * Open conflicts.
 */
conflicts: Array<ConflictView>,
/**
 * Files refused since the desk was opened, from the journal.
 */
refused: Array<RefusedFile>, };

/**
 * An id with its name in the face's language.
 */
export type NamedId = {
/**
 * Id.
 */
id: string,
/**
 * Name.
 */
name: string, };

/**
 * Command `notice_lines(number) -> Vec<NoticeLineView>`: everything that a notice can ask for.
 */
export type NoticeLineView = {
/**
 * Names the line.
 */
key: string,
/**
 * `missing|irregular|contradiction|confirm`.
 */
kind: string,
/**
 * Item of the checklist in the face's language; empty for what belongs to none.
 */
what: string,
/**
 * As it will stand in the notice.
 */
text: string,
/**
 * Where.
 */
places: Array<SourceView>,
/**
 * Whether it is asked for unless a person leaves it out.
 */
asked: boolean, };

/**
 * One application of a carry file beside this batch.
 */
export type OfferedView = {
/**
 * Number in the earlier batch.
 */
former: string,
/**
 * Title.
 */
title: string,
/**
 * Lead applicant.
 */
lead: string,
/**
 * `pilot|coaching|forwarded`.
 */
track: string,
/**
 * What became of it there, as in [`CarryableView`].
 */
ending: string,
/**
 * Why.
 */
reason: string,
/**
 * Documents in the file; none where they stayed behind.
 */
documents: number,
/**
 * Number here, where it was taken before.
 */
already: string | null,
/**
 * An application here that seems to be the same.
 */
same: string | null,
/**
 * The number that it gets unless a person gives another.
 */
proposed: string, };

/**
 * Command `open_desk(request) -> DeskView`.
 */
export type OpenDesk = {
/**
 * Its folder.
 */
folder: string,
/**
 * 口令.
 */
passphrase: string, };

/**
 * Command `opening() -> OpeningView`: what must be settled before the freeze.
 */
export type OpeningView = {
/**
 * The profile in words.
 */
profile: ProfileView,
/**
 * Members.
 */
members: Array<MemberView>,
/**
 * What stops the freeze, in words.
 */
blockers: Array<string>,
/**
 * What doesn't stop it but should be known, in words.
 */
warnings: Array<string>,
/**
 * Applications that will be scored.
 */
scored: Array<string>,
/**
 * Whether it is frozen.
 */
frozen: boolean,
/**
 * When.
 */
frozen_at: number | null,
/**
 * Short digest of the batch file.
 */
batch_short: string | null, };

/**
 * Command `opine(request) -> StandingView`: a draft opinion on one application.
 */
export type Opine = {
/**
 * Application.
 */
number: string,
/**
 * `recommend|later|ineligible`; null takes it back.
 */
opinion: string | null,
/**
 * Why.
 */
reason: string,
/**
 * 产业导向考虑.
 */
industry: string, };

/**
 * One package that can be taken. Command `preview_under(look, package, encoding) -> PackagePreview` decodes its names again.
 */
export type PackagePreview = {
/**
 * Which of the packages looked at, from 0.
 */
index: number,
/**
 * Where it lies.
 */
path: string,
/**
 * Its name.
 */
name: string,
/**
 * Number by its name.
 */
number: string | null,
/**
 * Title by its name.
 */
title: string,
/**
 * Whether the application of this number is here, or comes before it in the same drop.
 */
here: boolean,
/**
 * What becomes of it: `new`, `version` (replaces what is there, earlier versions are kept) or `addition` (added to it).
 */
placing: string,
/**
 * What it would be to an application that a person names: `version` or `addition`.
 */
proposed: string,
/**
 * The application that holds the very same package already.
 */
already: string | null,
/**
 * Whether that application, or the one of its number, moved to the next batch; what is taken stays there with it.
 */
set_aside: boolean,
/**
 * How most names that state no encoding are read: `gb18030|utf-8|big5|cp437`.
 */
encoding: string,
/**
 * Whether a person chose it.
 */
chosen: boolean,
/**
 * Names that state no encoding: only these change with it.
 */
undecided: number,
/**
 * Documents and archives inside that would be taken.
 */
files: number,
/**
 * Their bytes as declared.
 */
bytes: number,
/**
 * Entries that would be put aside.
 */
aside: number,
/**
 * Entries that systems made by themselves, which are skipped.
 */
skipped: number,
/**
 * Whether a person should look at the entries before taking it.
 */
doubtful: boolean,
/**
 * The entries; at most 300, those to be looked at first where there are more.
 */
entries: Array<EntryPreview>,
/**
 * How many are not listed.
 */
more: number, };

/**
 * A paper that was written.
 */
export type PaperView = {
/**
 * The PDF.
 */
path: string,
/**
 * Short digest of what it is about: of the package for a receipt.
 */
short: string,
/**
 * Lines that it asks for; none for a receipt.
 */
lines: number, };

/**
 * A paragraph that differs.
 */
export type PassageView = {
/**
 * Where it stood; absent where it is new.
 */
before: string | null,
/**
 * Where it stands; absent where it is gone.
 */
after: string | null,
/**
 * Its words.
 */
words: Array<WordsView>, };

/**
 * The beginning of an entry that was put aside. Command `peek(number, path) -> PeekView`, `linxuan peek NUMBER PATH`.
 */
export type PeekView = {
/**
 * Application.
 */
number: string,
/**
 * Label of the entry.
 */
path: string,
/**
 * Bytes shown, at most 65,536.
 */
bytes: number,
/**
 * Whether there are more.
 */
more: boolean,
/**
 * Whether these are the bytes as they lie in the archive, since they cannot be unpacked.
 */
packed: boolean,
/**
 * Lines of offset, 16 bytes in hexadecimal, and the same as ASCII.
 */
hex: string,
/**
 * As text, what cannot be shown as `·`.
 */
text: string, };

/**
 * A person.
 */
export type PersonView = {
/**
 * 姓名.
 */
name: string,
/**
 * 工作单位.
 */
org: string,
/**
 * Role in the batch, else the one asked for.
 */
role: string,
/**
 * 公钥校验码, all of it.
 */
fingerprint: string,
/**
 * Its short form.
 */
short: string, };

/**
 * What would be taken: of a look in the window, and of `linxuan import --dry-run`. Nothing is written.
 */
export type PreviewView = {
/**
 * Packages that can be taken, in the order in which they would be.
 */
packages: Array<PackagePreview>,
/**
 * Packages that would be refused.
 */
refused: Array<RefusedFile>,
/**
 * Loose files in a folder of packages, which belong to none of them and would be left out.
 */
left: Array<string>,
/**
 * The spreadsheet among them that lists the batch (申报汇总表); what comes with the same drop counts as received.
 */
listing: ListingView | null, };

/**
 * A profile before it is used. Command `look_at_profile(name) -> ProfileLook`: a shipped id, a path, or nothing for the
 * batch of this desk; `export_profile(name, path) -> String` writes a copy to edit.
 */
export type ProfileLook = {
/**
 * Shipped id or whole path, to hand to `create_batch`; empty for the batch's own.
 */
name: string,
/**
 * Whether the program ships it.
 */
shipped: boolean,
/**
 * Faults, by line.
 */
faults: Array<LintFault>,
/**
 * How many of them stop it from being used.
 */
errors: number,
/**
 * How many should be looked at again.
 */
warnings: number,
/**
 * What it means; absent where a fault is an error.
 */
words: ProfileWords | null, };

/**
 * Command `profiles() -> Vec<ProfileName>`.
 */
export type ProfileName = {
/**
 * Id to hand to `create_batch`.
 */
id: string,
/**
 * Name in the face's language.
 */
name: string,
/**
 * Short digest (校验码).
 */
short: string, };

/**
 * The profile in words.
 */
export type ProfileView = {
/**
 * Id.
 */
id: string,
/**
 * Name.
 */
name: string,
/**
 * Source.
 */
source: string,
/**
 * Short digest.
 */
short: string,
/**
 * Full marks of all criteria.
 */
full_marks: string,
/**
 * Criteria.
 */
criteria: Array<CriterionView>,
/**
 * Method, trimming, rounding, ties: a sentence each.
 */
rules: Array<string>,
/**
 * Recusal grounds.
 */
grounds: Array<NamedId>,
/**
 * Veto items.
 */
vetoes: Array<NamedId>, };

/**
 * A profile as plain sentences that an official can check.
 */
export type ProfileWords = {
/**
 * Id.
 */
id: string,
/**
 * Name.
 */
name: string,
/**
 * Edition.
 */
edition: string,
/**
 * What it rests on.
 */
source: string,
/**
 * Digest.
 */
digest: string,
/**
 * Its short form (校验码).
 */
short: string,
/**
 * In reading order.
 */
sections: Array<WordsSection>,
/**
 * How points become a score, with made-up numbers.
 */
example: ExampleView | null, };

/**
 * Event `progress`, sent while long work runs.
 */
export type Progress = {
/**
 * What runs: `import|preview|report|merge`.
 */
task: string,
/**
 * Bytes or things done.
 */
done: number,
/**
 * Of how many; 0 where unknown.
 */
total: number,
/**
 * What is in work now.
 */
label: string,
/**
 * Bytes taken of the package at hand.
 */
bytes: number,
/**
 * Documents taken of it.
 */
files: number,
/**
 * Which package, from 1; 0 where the work has none.
 */
package: number,
/**
 * Of how many.
 */
packages: number,
/**
 * Whether `cancel_import` ends it.
 */
cancellable: boolean, };

/**
 * Command `receive_carry(request) -> CarryReceivedView`.
 */
export type ReceiveCarry = {
/**
 * The file.
 */
path: string,
/**
 * Cards, fingerprints or certificates that are trusted.
 */
trust: Array<string>,
/**
 * Whether a person has compared the signer's fingerprint with paper.
 */
compared: boolean,
/**
 * What is taken.
 */
applications: Array<ReceiveOne>, };

/**
 * One application that is taken.
 */
export type ReceiveOne = {
/**
 * Number in the earlier batch.
 */
former: string,
/**
 * Number in this batch; absent for the one that is proposed.
 */
number: string | null,
/**
 * An application that is here and gets the earlier conclusions, instead of a new one.
 */
beside: string | null, };

/**
 * A desk opened before.
 */
export type RecentDesk = {
/**
 * Its folder.
 */
folder: string,
/**
 * Whose.
 */
name: string,
/**
 * `secretary|reviewer|chair|deputy|supervisor`.
 */
role: string,
/**
 * The batch, once there is one.
 */
batch: string | null,
/**
 * Whether it belongs to the sample batch.
 */
sample: boolean,
/**
 * When last opened.
 */
opened_at: number, };

/**
 * Commands `reception() -> ReceptionView`, `set_deadline(deadline) -> ReceptionView`, `take_back(number) -> ReceptionView`.
 */
export type ReceptionView = {
/**
 * 受理截止时间.
 */
deadline: number | null,
/**
 * Applications that came later and are still in this batch.
 */
late: Array<string>,
/**
 * Applications that are not of this batch.
 */
deferred: Array<DeferredView>, };

/**
 * A file that was not taken, and why.
 */
export type RefusedFile = {
/**
 * Its path.
 */
path: string,
/**
 * Stable code.
 */
code: string,
/**
 * What happened, in the language of the face.
 */
message: string,
/**
 * What to do.
 */
advice: string, };

/**
 * A report made. Command `reports() -> Vec<ReportView>`, newest first.
 */
export type ReportView = {
/**
 * PDF.
 */
report: string,
/**
 * Spreadsheet.
 */
xlsx: string | null,
/**
 * Pages.
 */
pages: number,
/**
 * Digest of the file.
 */
digest: string,
/**
 * Its short form, as printed.
 */
short: string,
/**
 * Names on the signatures.
 */
signatures: Array<string>,
/**
 * When.
 */
at: number, };

/**
 * What came of adding cards.
 */
export type RosterOutcome = {
/**
 * The roster now.
 */
members: Array<MemberView>,
/**
 * Cards not taken.
 */
refused: Array<RefusedFile>, };

/**
 * Command `rule(request) -> StandingView`. Needs the passphrase, since it is signed.
 */
export type Rule = {
/**
 * `void|resolve|recuse|correct|break_tie`.
 */
kind: string,
/**
 * Sheet (void) or head to keep (resolve).
 */
sheet: string | null,
/**
 * Reviewer's key (recuse, correct, resolve).
 */
reviewer: string | null,
/**
 * Application (recuse, correct).
 */
number: string | null,
/**
 * Ground (recuse).
 */
ground: string | null,
/**
 * Criterion (correct).
 */
criterion: string | null,
/**
 * Points (correct).
 */
points: string | null,
/**
 * `eligibility|reckoning|out_of_range|objective` (correct).
 */
code: string | null,
/**
 * Applications in order (break_tie).
 */
order: Array<string>,
/**
 * Why.
 */
reason: string,
/**
 * 口令.
 */
passphrase: string, };

/**
 * A ruling.
 */
export type RulingRow = {
/**
 * Counts up.
 */
sequence: number,
/**
 * Kind: `void|resolve|recuse|correct|break_tie|amend`.
 */
kind: string,
/**
 * In words.
 */
message: string,
/**
 * Why.
 */
reason: string,
/**
 * By whom.
 */
by: string,
/**
 * When.
 */
at: number,
/**
 * Short digest.
 */
short: string, };

/**
 * Command `sample_sheets() -> SampleSheets`: in the sample batch only, lets the sample reviewers who have not signed yet
 * score by a fixed pattern (marked 示例), sign, and gives the files.
 */
export type SampleSheets = {
/**
 * Files written.
 */
paths: Array<string>, };

/**
 * The desks of the sample batch; their passphrase is public and shown.
 */
export type SampleView = {
/**
 * The desks.
 */
desks: Array<RecentDesk>,
/**
 * Their passphrase.
 */
passphrase: string,
/**
 * Folder where sample files (scoresheets, reports) are put.
 */
folder: string, };

/**
 * What is on disk now.
 */
export type Saved = {
/**
 * When it was safe on disk.
 */
saved_at: number,
/**
 * The application concerned; for `declare` of all, the first.
 */
assessment: AssessmentView,
/**
 * Every row of the list.
 */
applications: Array<DraftRow>,
/**
 * Every blocker of the batch.
 */
blockers: Array<BlockerView>, };

/**
 * Command `score(request) -> Saved`: any part may be given; what is null stays.
 */
export type Score = {
/**
 * Application.
 */
number: string,
/**
 * Criterion the parts below belong to; null for comment, note and vetoes only.
 */
criterion: string | null,
/**
 * Points as typed; an empty text clears them.
 */
points: string | null,
/**
 * Mark as 不适用 (true) or not (false).
 */
na: boolean | null,
/**
 * Reason.
 */
reason: string | null,
/**
 * All pinned places of the criterion.
 */
evidence: Array<EvidenceView> | null,
/**
 * Overall comment.
 */
comment: string | null,
/**
 * Private note.
 */
note: string | null,
/**
 * All veto items raised.
 */
vetoes: Array<VetoView> | null, };

/**
 * Command `screen(request) -> ApplicationView`: any part may be given.
 */
export type Screen = {
/**
 * Application.
 */
number: string,
/**
 * Item states: id → state.
 */
items: { [key in string]: string },
/**
 * Reason for the items given, or for the outcome.
 */
reason: string | null,
/**
 * Outcome `admit|supplement|reject|forward`.
 */
outcome: string | null,
/**
 * Places of the items given; absent to keep those that stand.
 */
places?: Array<SourceView>, };

/**
 * Command `seal_sheet(request) -> SealedView`.
 */
export type SealSheet = {
/**
 * 口令, asked again.
 */
passphrase: string,
/**
 * Where to put the scoresheet file; null for the desk's own `out` folder.
 */
out: string | null, };

/**
 * A signed sheet.
 */
export type SealedView = {
/**
 * Digest.
 */
digest: string,
/**
 * Short digest.
 */
short: string,
/**
 * When.
 */
at: number,
/**
 * Revision.
 */
revision: number,
/**
 * The file written.
 */
path: string, };

/**
 * Command `search(text) -> Vec<SearchHit>`.
 */
export type SearchHit = {
/**
 * Application.
 */
number: string,
/**
 * Path of the document.
 */
document: string,
/**
 * Digest of the document.
 */
digest: string,
/**
 * Place in it (`第3页`).
 */
page: string,
/**
 * Words around the hit.
 */
snippet: string,
/**
 * Where the hit begins in the snippet, in UTF-16 units.
 */
hit_start: number,
/**
 * The first unit behind it.
 */
hit_end: number, };

/**
 * Command `search_all(text) -> Vec<SearchedApplication>`: what one application says.
 */
export type SearchedApplication = {
/**
 * Application.
 */
number: string,
/**
 * Its title.
 */
title: string,
/**
 * Hits in the order of its documents.
 */
hits: Array<SearchHit>,
/**
 * Whether there are further ones.
 */
more: boolean, };

/**
 * Command `send_carry(request) -> CarrySentView`.
 */
export type SendCarry = {
/**
 * The applications; absent for those that are proposed.
 */
numbers: Array<string> | null,
/**
 * Whether the documents travel.
 */
documents: boolean,
/**
 * Card of the person to whom the file is encrypted; absent for a plain file.
 */
to: string | null,
/**
 * The file; empty for the desk's own place for files.
 */
out: string, };

/**
 * Who confirmed or corrected a field, and why.
 */
export type SettledView = {
/**
 * Name, or the short fingerprint of somebody who is not on the roster.
 */
by: string,
/**
 * When.
 */
at: number,
/**
 * Why; empty for a mere confirmation.
 */
reason: string, };

/**
 * Command `sheet() -> SheetView`: the reviewer's whole draft.
 */
export type SheetView = {
/**
 * The applications to score, by number.
 */
applications: Array<DraftRow>,
/**
 * The profile (criteria, bands, grounds, vetoes).
 */
profile: ProfileView,
/**
 * What stops signing, in words, each with its application.
 */
blockers: Array<BlockerView>,
/**
 * Applications finished (scored, recused or abstained).
 */
finished: number,
/**
 * Once signed.
 */
sealed: SealedView | null,
/**
 * Whether anything changed since it was signed.
 */
changed_since: boolean, };

/**
 * The signed decision. Command `decide(passphrase) -> DecidingView`.
 */
export type SignedDecision = {
/**
 * Digest.
 */
digest: string,
/**
 * Short digest.
 */
short: string,
/**
 * When.
 */
at: number, };

/**
 * A place in a package.
 */
export type SourceView = {
/**
 * Document path.
 */
document: string,
/**
 * Place in it.
 */
place: string, };

/**
 * One application in the standing.
 */
export type StandingRow = {
/**
 * Number.
 */
number: string,
/**
 * Title.
 */
title: string,
/**
 * Lead.
 */
lead: string,
/**
 * `pilot|coaching`.
 */
track: string,
/**
 * Rank; null without a score.
 */
rank: number | null,
/**
 * Whether another has the same rank and a vote is due.
 */
tied: boolean,
/**
 * Score.
 */
score: string | null,
/**
 * Why there is none, in words.
 */
why: string | null,
/**
 * Mean per criterion.
 */
criteria: { [key in string]: string | null },
/**
 * One cell per reviewer, by seat.
 */
cells: Array<CellView>,
/**
 * Valid sheets.
 */
sheets: number,
/**
 * Recused.
 */
recused: number,
/**
 * Abstained.
 */
abstained: number,
/**
 * Missing.
 */
missing: number,
/**
 * Warnings in words.
 */
warnings: Array<WarningView>,
/**
 * Best rank when one reviewer is left out.
 */
rank_low: number | null,
/**
 * Worst rank when one reviewer is left out.
 */
rank_high: number | null,
/**
 * Opinion, draft or signed: `recommend|later|ineligible`.
 */
opinion: string | null,
/**
 * Its reason.
 */
opinion_reason: string,
/**
 * 产业导向考虑.
 */
industry: string,
/**
 * Vetoes raised: reviewer and reason, in words.
 */
vetoes: Array<string>, };

/**
 * Command `standing() -> StandingView`.
 */
export type StandingView = {
/**
 * Ranked first, then those without a score.
 */
applications: Array<StandingRow>,
/**
 * The rule in words.
 */
rules: Array<string>,
/**
 * Criteria, in printing order.
 */
criteria: Array<NamedId>,
/**
 * Reviewers by seat.
 */
reviewers: Array<NamedId>,
/**
 * Reviewers whose sheet is missing.
 */
missing_reviewers: Array<string>,
/**
 * Open conflicts: no decision until they are ruled on.
 */
conflicts: Array<ConflictView>,
/**
 * Agreement figures for the inner view (分析): id → decimal text or null.
 */
agreement: { [key in string]: string | null },
/**
 * Full marks.
 */
full_marks: string,
/**
 * Rulings so far.
 */
rulings: Array<RulingRow>, };

/**
 * One station: `screening|opening|merging|deliberating|deciding|reporting`.
 */
export type StationView = {
/**
 * Which.
 */
id: string,
/**
 * `done|now|later`.
 */
state: string,
/**
 * Such as `7/7`; may be empty.
 */
note: string, };

/**
 * One application that came over.
 */
export type TakenOver = {
/**
 * Number in the earlier batch.
 */
former: string,
/**
 * Number here.
 */
number: string,
/**
 * Whether it is a new application here.
 */
new: boolean, };

/**
 * A sheet.
 */
export type TakenSheet = {
/**
 * File.
 */
path: string,
/**
 * Reviewer's name.
 */
reviewer: string,
/**
 * Digest.
 */
digest: string,
/**
 * Short digest.
 */
short: string, };

/**
 * What differs in the text of one document.
 */
export type TextComparisonView = {
/**
 * Paragraphs that differ.
 */
passages: Array<PassageView>,
/**
 * How many paragraphs are the same.
 */
same: number,
/**
 * Whether the texts are longer than what was compared.
 */
cut: boolean, };

/**
 * Command `verify_file(path, trust: Vec<String>) -> VerifyView`; needs no desk. The bytes of a PDF just made or verified can be
 * shown from `lxdoc://localhost/file?path=…` only for paths that the core itself returned or verified.
 */
export type VerifyView = {
/**
 * File.
 */
path: string,
/**
 * `card|batch|sheet|ruling|decision|report|backup|unknown`.
 */
kind: string,
/**
 * None refuted.
 */
valid: boolean,
/**
 * First line, in words (内容自洽，签名人身份未核对 …).
 */
headline: string,
/**
 * Claims.
 */
claims: Array<ClaimView>, };

/**
 * Command `versions(number) -> Vec<VersionView>`, oldest first.
 */
export type VersionView = {
/**
 * From 1.
 */
version: number,
/**
 * When received.
 */
received_at: number,
/**
 * Name of the file it came in.
 */
package_name: string,
/**
 * Short digest of the package.
 */
package_short: string,
/**
 * How many documents.
 */
documents: number,
/**
 * `admit|supplement|reject|forward`, once a person has said so.
 */
outcome: string | null,
/**
 * Why.
 */
reason: string,
/**
 * When the receipt went out.
 */
receipt_at: number | null,
/**
 * When the notice went out.
 */
notice_at: number | null,
/**
 * By when the supplement was asked for.
 */
deadline: number | null,
/**
 * How many things the notice asked for.
 */
asked: number, };

/**
 * A veto item raised.
 */
export type VetoView = {
/**
 * Id.
 */
id: string,
/**
 * Why.
 */
reason: string, };

/**
 * A warning in words.
 */
export type WarningView = {
/**
 * Code.
 */
code: string,
/**
 * Reviewer's label.
 */
reviewer: string | null,
/**
 * Words.
 */
message: string, };

/**
 * One rule.
 */
export type WordsLine = {
/**
 * The rule.
 */
says: string,
/**
 * What belongs to it.
 */
details: Array<string>,
/**
 * Its clause; may be empty.
 */
clause: string,
/**
 * `N` the notice, `L` a reference, `P` a proposal of this program.
 */
marks: Array<string>,
/**
 * Whether it is an option that is not taken.
 */
off: boolean, };

/**
 * A chapter of a profile.
 */
export type WordsSection = {
/**
 * `eligibility`, `checklist`, `scoring`, `panel`, `reckoning`, `ties`, `vetoes`, `grounds` or `report`.
 */
id: string,
/**
 * Heading.
 */
title: string,
/**
 * What holds for all that follows; may be empty.
 */
intro: string,
/**
 * Its rules.
 */
lines: Array<WordsLine>, };

/**
 * Words of a paragraph.
 */
export type WordsView = {
/**
 * `same|added|gone`.
 */
change: string,
/**
 * The words.
 */
text: string, };

/**
 * Command `first_reading(request) -> ApplicationView`: the first reading of a forwarded application.
 */
export type WriteFirstReading = {
/**
 * Application.
 */
number: string,
/**
 * The opinion.
 */
text: string, };

