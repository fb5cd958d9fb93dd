//! Receipts, notices, versions, what a supplement changed; applications moved to the next batch.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::screening::{FindingView, SourceView};

/// Command `make_receipt(request) -> PaperView`: a paper without choices. An empty path means the desk's own place for files.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MakeReceipt {
    /// Application.
    pub number: String,
    /// PDF.
    pub out: Option<String>,
}

/// A paper that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PaperView {
    /// The PDF.
    pub path: String,
    /// Short digest of what it is about: of the package for a receipt.
    pub short: String,
    /// Lines that it asks for; none for a receipt.
    pub lines: u32,
}

/// Command `notice_lines(number) -> Vec<NoticeLineView>`: everything that a notice can ask for.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NoticeLineView {
    /// Names the line.
    pub key: String,
    /// `missing|irregular|contradiction|confirm`.
    pub kind: String,
    /// Item of the checklist in the face's language; empty for what belongs to none.
    pub what: String,
    /// As it will stand in the notice.
    pub text: String,
    /// Where.
    pub places: Vec<SourceView>,
    /// Whether it is asked for unless a person leaves it out.
    pub asked: bool,
}

/// Command `make_notice(request) -> PaperView`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MakeNotice {
    /// Application.
    pub number: String,
    /// PDF; empty for the desk's own place for files.
    pub out: Option<String>,
    /// By which day (`2026-12-05`); the whole day counts.
    pub deadline: Option<String>,
    /// Keys of the lines that are asked for; absent for those asked for unless left out.
    pub keys: Option<Vec<String>>,
}

/// Command `versions(number) -> Vec<VersionView>`, oldest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VersionView {
    /// From 1.
    pub version: u32,
    /// When received.
    pub received_at: i64,
    /// Name of the file it came in.
    pub package_name: String,
    /// Short digest of the package.
    pub package_short: String,
    /// How many documents.
    pub documents: u32,
    /// `admit|supplement|reject|forward`, once a person has said so.
    pub outcome: Option<String>,
    /// Why.
    pub reason: String,
    /// When the receipt went out.
    pub receipt_at: Option<i64>,
    /// When the notice went out.
    pub notice_at: Option<i64>,
    /// By when the supplement was asked for.
    pub deadline: Option<i64>,
    /// How many things the notice asked for.
    pub asked: u32,
}

/// Command `compare(request) -> ComparisonView`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Compare {
    /// Application.
    pub number: String,
    /// The earlier version; the one before `to` where absent.
    pub from: Option<u32>,
    /// The later version; the latest where absent.
    pub to: Option<u32>,
}

/// Two versions beside each other.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparisonView {
    /// The earlier version.
    pub from: VersionView,
    /// The later version.
    pub to: VersionView,
    /// What the notice on the earlier version asked for.
    pub asked: Vec<AskedView>,
    /// How much of it came.
    pub settled: u32,
    /// Every document of either version.
    pub documents: Vec<ComparedDocumentView>,
    /// Fields that differ.
    pub fields: Vec<ComparedFieldView>,
    /// What differs about the applicants.
    pub applicants: Vec<ComparedApplicantView>,
    /// Findings that are no more.
    pub settled_findings: Vec<FindingView>,
    /// Findings that were not there before.
    pub new_findings: Vec<FindingView>,
    /// How many findings stand as before.
    pub standing_findings: u32,
}

/// A line of the notice, and whether it was answered.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AskedView {
    /// `missing|irregular|contradiction|confirm`.
    pub kind: String,
    /// Item of the checklist.
    pub what: String,
    /// What was asked for.
    pub text: String,
    /// Whether it came.
    pub settled: bool,
}

/// A document beside what it was.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedDocumentView {
    /// `added|gone|changed|renamed|same`.
    pub change: String,
    /// Path before.
    pub before: Option<String>,
    /// Path now.
    pub after: Option<String>,
    /// Digest before.
    pub before_digest: Option<String>,
    /// Digest now.
    pub after_digest: Option<String>,
    /// Size before, in bytes.
    pub before_bytes: Option<u64>,
    /// Size now, in bytes.
    pub after_bytes: Option<u64>,
}

/// A field that has another value.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedFieldView {
    /// Field id.
    pub id: String,
    /// Value before; empty where no paper stated it.
    pub before: String,
    /// Where it stood.
    pub before_source: Option<SourceView>,
    /// Value now; empty where no paper states it.
    pub after: String,
    /// Where it stands.
    pub after_source: Option<SourceView>,
}

/// Something about an applicant that is another.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ComparedApplicantView {
    /// Name.
    pub name: String,
    /// `applicant|role|class|credit_code|licence|place|office|duty`.
    pub part: String,
    /// Before, in words.
    pub before: String,
    /// Now, in words.
    pub after: String,
}

/// Command `compare_texts(request) -> TextComparisonView`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CompareTexts {
    /// Application.
    pub number: String,
    /// Digest of the document before.
    pub before: String,
    /// Digest of the document now.
    pub after: String,
}

/// What differs in the text of one document.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TextComparisonView {
    /// Paragraphs that differ.
    pub passages: Vec<PassageView>,
    /// How many paragraphs are the same.
    pub same: u32,
    /// Whether the texts are longer than what was compared.
    pub cut: bool,
}

/// A paragraph that differs.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PassageView {
    /// Where it stood; absent where it is new.
    pub before: Option<String>,
    /// Where it stands; absent where it is gone.
    pub after: Option<String>,
    /// Its words.
    pub words: Vec<WordsView>,
}

/// Words of a paragraph.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WordsView {
    /// `same|added|gone`.
    pub change: String,
    /// The words.
    pub text: String,
}

/// Command `first_reading(request) -> ApplicationView`: the first reading of a forwarded application.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct WriteFirstReading {
    /// Application.
    pub number: String,
    /// The opinion.
    pub text: String,
}

/// Command `defer(request) -> ReceptionView`: takes an application out of this batch.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Defer {
    /// Application.
    pub number: String,
    /// Why.
    pub reason: String,
    /// Whether it was withdrawn or received by mistake; else it moves to the next batch.
    #[serde(default)]
    pub withdrawn: bool,
}

/// Commands `reception() -> ReceptionView`, `set_deadline(deadline) -> ReceptionView`, `take_back(number) -> ReceptionView`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReceptionView {
    /// 受理截止时间.
    pub deadline: Option<i64>,
    /// Applications that came later and are still in this batch.
    pub late: Vec<String>,
    /// Applications that are not of this batch.
    pub deferred: Vec<DeferredView>,
}

/// An application that left the batch.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DeferredView {
    /// Number.
    pub number: String,
    /// Title.
    pub title: String,
    /// Lead applicant.
    pub lead: String,
    /// When received.
    pub received_at: i64,
    /// Short digest of the package.
    pub package_short: String,
    /// Why.
    pub reason: String,
    /// Whether it was withdrawn or received by mistake; else it moves to the next batch.
    pub withdrawn: bool,
}
