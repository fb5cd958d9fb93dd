//! A reviewer's scoring.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Command `sheet() -> SheetView`: the reviewer's whole draft.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SheetView {
    /// The applications to score, by number.
    pub applications: Vec<DraftRow>,
    /// The profile (criteria, bands, grounds, vetoes).
    pub profile: crate::opening::ProfileView,
    /// What stops signing, in words, each with its application.
    pub blockers: Vec<BlockerView>,
    /// Applications finished (scored, recused or abstained).
    pub finished: u32,
    /// Once signed.
    pub sealed: Option<SealedView>,
    /// Whether anything changed since it was signed.
    pub changed_since: bool,
}

/// One application in the reviewer's list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DraftRow {
    /// Number.
    pub number: String,
    /// Title.
    pub title: String,
    /// Lead applicant.
    pub lead: String,
    /// How many applicants.
    pub applicants: u32,
    /// All applicants' names, for the declaration.
    pub applicant_names: Vec<String>,
    /// `undeclared|todo|partial|done|recused|abstained`.
    pub state: String,
    /// Criteria with points.
    pub scored: u32,
    /// Of how many.
    pub of: u32,
    /// Sum of the points given; null while nothing is.
    pub total: Option<String>,
    /// Most that the given ones could be.
    pub total_of: String,
}

/// What stops signing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BlockerView {
    /// Application.
    pub number: String,
    /// Criterion, where it is about one.
    pub criterion: Option<String>,
    /// `undeclared|unscored|reason_missing|out_of_range|off_step|abstain_reason`.
    pub code: String,
    /// In words.
    pub message: String,
}

/// Command `assessment(number) -> AssessmentView`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AssessmentView {
    /// The row.
    pub row: DraftRow,
    /// Documents of the application.
    pub documents: Vec<crate::screening::DocumentRow>,
    /// One per criterion, in the rubric's order.
    pub marks: Vec<MarkView>,
    /// Overall comment.
    pub comment: String,
    /// `none|clear|tie`.
    pub declared: String,
    /// Ground of a tie.
    pub ground: Option<String>,
    /// Reason of a tie, or of abstaining.
    pub reason: String,
    /// Private note; never leaves the desk.
    pub note: String,
    /// Screening notes that the secretary left (missing items).
    pub screening: Vec<String>,
    /// Blockers of this application.
    pub blockers: Vec<BlockerView>,
    /// Veto items raised.
    pub vetoes: Vec<VetoView>,
    /// When last saved.
    pub saved_at: Option<i64>,
}

/// One criterion's draft.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MarkView {
    /// Criterion id.
    pub id: String,
    /// Points, null while none.
    pub points: Option<String>,
    /// Marked 不适用.
    pub na: bool,
    /// Name of the band the points are in.
    pub band: Option<String>,
    /// Its anchoring text.
    pub anchor: Option<String>,
    /// Whether a reason is asked for.
    pub reason_required: bool,
    /// Reason.
    pub reason: String,
    /// Pinned places.
    pub evidence: Vec<EvidenceView>,
}

/// A pinned place.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EvidenceView {
    /// Document path.
    pub document: String,
    /// Digest.
    pub digest: String,
    /// Place.
    pub place: String,
    /// Words.
    pub quote: String,
}

/// A veto item raised.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VetoView {
    /// Id.
    pub id: String,
    /// Why.
    pub reason: String,
}

/// Command `score(request) -> Saved`: any part may be given; what is null stays.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Score {
    /// Application.
    pub number: String,
    /// Criterion the parts below belong to; null for comment, note and vetoes only.
    pub criterion: Option<String>,
    /// Points as typed; an empty text clears them.
    pub points: Option<String>,
    /// Mark as 不适用 (true) or not (false).
    pub na: Option<bool>,
    /// Reason.
    pub reason: Option<String>,
    /// All pinned places of the criterion.
    pub evidence: Option<Vec<EvidenceView>>,
    /// Overall comment.
    pub comment: Option<String>,
    /// Private note.
    pub note: Option<String>,
    /// All veto items raised.
    pub vetoes: Option<Vec<VetoView>>,
}

/// Command `declare(request) -> Saved`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Declare {
    /// Application; null for "no tie to any" on all that are undeclared.
    pub number: Option<String>,
    /// Ground id; null for no tie.
    pub ground: Option<String>,
    /// In the reviewer's words.
    pub reason: Option<String>,
}

/// Command `abstain(request) -> Saved`: 不予评分; a null reason takes it back.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Abstain {
    /// Application.
    pub number: String,
    /// Why.
    pub reason: Option<String>,
}

/// What is on disk now.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Saved {
    /// When it was safe on disk.
    pub saved_at: i64,
    /// The application concerned; for `declare` of all, the first.
    pub assessment: AssessmentView,
    /// Every row of the list.
    pub applications: Vec<DraftRow>,
    /// Every blocker of the batch.
    pub blockers: Vec<BlockerView>,
}

/// Command `seal_sheet(request) -> SealedView`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SealSheet {
    /// 口令, asked again.
    pub passphrase: String,
    /// Where to put the scoresheet file; null for the desk's own `out` folder.
    pub out: Option<String>,
}

/// A signed sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SealedView {
    /// Digest.
    pub digest: String,
    /// Short digest.
    pub short: String,
    /// When.
    pub at: i64,
    /// Revision.
    pub revision: u32,
    /// The file written.
    pub path: String,
}
