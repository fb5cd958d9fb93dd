//! Applications, their documents and findings, screening.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Result of `import_packages(request) -> ImportOutcome` and of `linxuan import`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportOutcome {
    /// What was taken.
    pub applications: Vec<ApplicationView>,
    /// What was not.
    pub refused: Vec<RefusedFile>,
    /// Name of the spreadsheet that was kept as the listing of the batch.
    pub listing: Option<String>,
    /// Loose files in a folder of packages, which belong to none of them and were left out.
    pub left: Vec<String>,
    /// Packages not tried any more because the import was ended; nothing of them was kept.
    pub ended: Vec<String>,
}

/// A file that was not taken, and why.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RefusedFile {
    /// Its path.
    pub path: String,
    /// Stable code.
    pub code: String,
    /// What happened, in the language of the face.
    pub message: String,
    /// What to do.
    pub advice: String,
}

/// One row of the package list. Command `applications() -> Vec<ApplicationRow>`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ApplicationRow {
    /// Number.
    pub number: String,
    /// Title.
    pub title: String,
    /// `pilot|coaching|forwarded`.
    pub track: String,
    /// Lead applicant.
    pub lead: String,
    /// How many applicants.
    pub applicants: u32,
    /// Documents.
    pub documents: u32,
    /// Findings by weight.
    pub errors: u32,
    /// Warnings.
    pub warnings: u32,
    /// Fields and properties of applicants to be confirmed.
    pub to_confirm: u32,
    /// `admit|supplement|reject|forward`, once a person has said so.
    pub outcome: Option<String>,
    /// What the findings suggest.
    pub suggested: String,
    /// When received.
    pub received_at: i64,
    /// From 1; one more for each supplement.
    pub version: u32,
    /// Whether it came after the deadline.
    pub late: bool,
    /// Whether it came over from an earlier batch.
    pub carried: bool,
}

/// A of CLI.md. Command `application(number) -> ApplicationView`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ApplicationView {
    /// Number.
    pub number: String,
    /// Title: best candidate.
    pub title: String,
    /// `pilot|coaching|forwarded`.
    pub track: String,
    /// Lead applicant's name: best candidate.
    pub lead: String,
    /// Applicants.
    pub applicants: Vec<ApplicantView>,
    /// Fields.
    pub fields: Vec<FieldView>,
    /// Documents.
    pub documents: Vec<DocumentRow>,
    /// Findings: of the package itself, then what shows beside the other applications and the listing of the batch.
    pub findings: Vec<FindingView>,
    /// Entries of the package that were put aside.
    pub aside: Vec<AsideView>,
    /// Screening record, or the pre-filled one (`confirmed: false`).
    pub admission: AdmissionView,
    /// Name of the file it came in.
    pub package_name: String,
    /// When received.
    pub received_at: i64,
    /// From 1; one more for each supplement.
    pub version: u32,
    /// Whether it came after the deadline.
    pub late: bool,
    /// What was concluded earlier: the coaching record's own words.
    pub earlier: Vec<EarlierView>,
    /// What earlier batches concluded, where it came over from one.
    pub former: Vec<crate::carrying::FormerView>,
}

/// An earlier conclusion on the same project.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EarlierView {
    /// Where it stands.
    pub source: SourceView,
    /// The words.
    pub text: String,
}

/// An applicant.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ApplicantView {
    /// Name.
    pub name: String,
    /// Class id or null.
    pub class: Option<String>,
    /// Credit code.
    pub credit_code: Option<String>,
    /// Whether its check digit holds.
    pub credit_code_valid: Option<bool>,
    /// Seat.
    pub place: Option<String>,
    /// Main office.
    pub office: Option<String>,
    /// Licence.
    pub licence: Option<String>,
    /// Duty.
    pub duty: Option<String>,
    /// `lead|joint`.
    pub role: String,
    /// Every property with its place, in the order in which it is shown; classes and roles by their ids. Empty where an application
    /// was read before places were kept.
    pub parts: Vec<FieldView>,
}

/// A place in a package.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SourceView {
    /// Document path.
    pub document: String,
    /// Place in it.
    pub place: String,
}

/// A field of the application, or a property of an applicant.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldView {
    /// Field id; of a property `name|role|class|credit_code|licence|place|office|duty`.
    pub id: String,
    /// Value; empty where the papers don't state it.
    pub value: String,
    /// `found|confirm|corrected`.
    pub status: String,
    /// Where from.
    pub source: Option<SourceView>,
    /// What the papers say of it, in their own words.
    pub candidates: Vec<CandidateView>,
    /// Who settled it, where somebody did.
    pub settled: Option<SettledView>,
}

/// Who confirmed or corrected a field, and why.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SettledView {
    /// Name, or the short fingerprint of somebody who is not on the roster.
    pub by: String,
    /// When.
    pub at: i64,
    /// Why; empty for a mere confirmation.
    pub reason: String,
}

/// A candidate of a field.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CandidateView {
    /// Value.
    pub value: String,
    /// Where from.
    pub source: SourceView,
}

/// A document in the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentRow {
    /// Path.
    pub path: String,
    /// Digest.
    pub digest: String,
    /// Size.
    pub bytes: u64,
    /// Kind by content: `docx|doc|xlsx|xls|ods|pdf|pdf_scan|ofd|text|html|picture|archive|unknown`.
    pub kind: String,
    /// Pages, if known.
    pub pages: Option<u32>,
    /// Checklist item it answers.
    pub item: Option<String>,
}

/// An entry that was put aside when the package was taken.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AsideView {
    /// Its label.
    pub path: String,
    /// `crc|size|damaged|method|link|sparse|special`.
    pub reason: String,
    /// The reason in words.
    pub says: String,
    /// Whether it can be looked at; not of a package that came as a folder or as loose files.
    pub kept: bool,
}

/// A finding in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FindingView {
    /// `error|warning|info`.
    pub severity: String,
    /// Code.
    pub code: String,
    /// Words, in the language of the face.
    pub message: String,
    /// The same in the language of records and papers.
    pub for_record: String,
    /// First document that shows it.
    pub document: Option<String>,
    /// All places.
    pub evidence: Vec<SourceView>,
    /// Checklist item.
    pub item: Option<String>,
    /// Clause.
    pub clause: Option<String>,
}

/// Screening of one application.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AdmissionView {
    /// One per checklist item, in the profile's order.
    pub items: Vec<ItemView>,
    /// Outcome; suggested one while not confirmed.
    pub outcome: String,
    /// Reason.
    pub reason: String,
    /// Whether a person has confirmed the outcome.
    pub confirmed: bool,
    /// Who.
    pub by: Option<String>,
    /// When.
    pub at: Option<i64>,
    /// Short digest of the profile by which it was screened; absent while not confirmed.
    pub profile_short: Option<String>,
    /// The first reading of a forwarded application.
    pub first_reading: Option<FirstReadingView>,
}

/// The first reading of a forwarded application (初步审阅意见).
#[derive(Debug, Clone, Serialize, TS)]
pub struct FirstReadingView {
    /// The opinion.
    pub text: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: i64,
}

/// A checklist item of one application.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ItemView {
    /// Id.
    pub id: String,
    /// Name in the face's language.
    pub name: String,
    /// `present|missing|irregular|na`.
    pub state: String,
    /// 完整性: whether what is asked for is there; null where nothing is asked for.
    pub complete: Option<bool>,
    /// 规范性: whether what is there is in form; null where nothing is there.
    pub regular: Option<bool>,
    /// Reason.
    pub reason: String,
    /// Where.
    pub places: Vec<SourceView>,
    /// What was noticed about it, in words, with the places.
    pub findings: Vec<FindingView>,
    /// Whether pre-filled and not touched by a person.
    pub prefilled: bool,
    /// Documents that answer it.
    pub documents: Vec<String>,
    /// Clause.
    pub clause: String,
}

/// Command `screen(request) -> ApplicationView`: any part may be given.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Screen {
    /// Application.
    pub number: String,
    /// Item states: id → state.
    pub items: BTreeMap<String, String>,
    /// Reason for the items given, or for the outcome.
    pub reason: Option<String>,
    /// Outcome `admit|supplement|reject|forward`.
    pub outcome: Option<String>,
    /// Places of the items given; absent to keep those that stand.
    #[serde(default)]
    #[ts(optional)]
    pub places: Option<Vec<SourceView>>,
}

/// Command `correct_field(request) -> ApplicationView`: confirms (same value) or corrects. The view of a corrected number is that
/// of the application under its new number.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CorrectField {
    /// Application.
    pub number: String,
    /// Field id; of an applicant the id of its property.
    pub field: String,
    /// Value.
    pub value: String,
    /// Why.
    pub reason: String,
    /// Which of the applicants, from 0; absent for a field of the application.
    #[serde(default)]
    #[ts(optional)]
    pub applicant: Option<u32>,
}

/// Command `document(digest) -> DocumentView`: text to show. PDFs and pictures are fetched as bytes from
/// `lxdoc://localhost/<digest>` (on Windows `http://lxdoc.localhost/<digest>`).
#[derive(Debug, Clone, Serialize, TS)]
pub struct DocumentView {
    /// Digest.
    pub digest: String,
    /// Path.
    pub path: String,
    /// Kind.
    pub kind: String,
    /// `pdf|picture|blocks|none`: how to show it.
    pub show: String,
    /// Blocks where `show` is `blocks`.
    pub blocks: Vec<BlockView>,
    /// Why nothing can be shown, or what of it is not; empty otherwise.
    pub note: String,
}

/// One block of a document.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum BlockView {
    /// A heading of level 1–6.
    Heading {
        /// Level.
        level: u8,
        /// Words.
        text: String,
        /// Where it stands (`第2段`), as findings and search hits name it.
        place: String,
    },
    /// A paragraph.
    Paragraph {
        /// Words.
        text: String,
        /// Where it stands.
        place: String,
    },
    /// A table or a worksheet.
    Table {
        /// Name of the worksheet; empty for a table.
        name: String,
        /// Where it stands (`表1`); for a worksheet its name.
        place: String,
        /// Rows of cells.
        rows: Vec<Vec<String>>,
    },
}
