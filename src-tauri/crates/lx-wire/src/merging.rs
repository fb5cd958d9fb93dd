//! Merging, standing, rulings.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::screening::RefusedFile;

/// Command `merge_sheets(paths, dry_run) -> MergeOutcome`. Each entry names the file, its reviewer and short digest.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergeOutcome {
    /// Taken now.
    pub taken: Vec<TakenSheet>,
    /// Known before.
    pub already: Vec<TakenSheet>,
    /// Superseded by a taken one.
    pub superseded: Vec<TakenSheet>,
    /// Not taken.
    pub refused: Vec<RefusedFile>,
    /// Open conflicts after it.
    pub conflicts: Vec<ConflictView>,
}

/// A sheet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TakenSheet {
    /// File.
    pub path: String,
    /// Reviewer's name.
    pub reviewer: String,
    /// Digest.
    pub digest: String,
    /// Short digest.
    pub short: String,
}

/// Two heads of one reviewer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConflictView {
    /// Reviewer's key.
    pub reviewer: String,
    /// Name.
    pub name: String,
    /// The heads.
    pub heads: Vec<HeadView>,
}

/// One head.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HeadView {
    /// Digest.
    pub digest: String,
    /// Short digest.
    pub short: String,
    /// When signed.
    pub sealed_at: i64,
    /// Revision.
    pub revision: u32,
    /// Totals per application that differ between the heads.
    pub differs: BTreeMap<String, String>,
}

/// Command `merging() -> MergingView`: who has handed in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MergingView {
    /// One row per reviewer on the roster.
    pub reviewers: Vec<HandedIn>,
    /// Open conflicts.
    pub conflicts: Vec<ConflictView>,
    /// Files refused since the desk was opened, from the journal.
    pub refused: Vec<RefusedFile>,
}

/// A reviewer's state at merging.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HandedIn {
    /// Name.
    pub name: String,
    /// Seat (专家N).
    pub seat: u32,
    /// Key.
    pub fingerprint: String,
    /// `missing|merged|conflict|void`.
    pub state: String,
    /// Digest of the effective sheet.
    pub digest: Option<String>,
    /// Short digest.
    pub short: Option<String>,
    /// When signed.
    pub sealed_at: Option<i64>,
    /// When merged.
    pub merged_at: Option<i64>,
    /// Applications recused from.
    pub recused: u32,
    /// Applications abstained from.
    pub abstained: u32,
}

/// Command `standing() -> StandingView`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StandingView {
    /// Ranked first, then those without a score.
    pub applications: Vec<StandingRow>,
    /// The rule in words.
    pub rules: Vec<String>,
    /// Criteria, in printing order.
    pub criteria: Vec<crate::opening::NamedId>,
    /// Reviewers by seat.
    pub reviewers: Vec<crate::opening::NamedId>,
    /// Reviewers whose sheet is missing.
    pub missing_reviewers: Vec<String>,
    /// Open conflicts: no decision until they are ruled on.
    pub conflicts: Vec<ConflictView>,
    /// Agreement figures for the inner view (分析): id → decimal text or null.
    pub agreement: BTreeMap<String, Option<String>>,
    /// Full marks.
    pub full_marks: String,
    /// Rulings so far.
    pub rulings: Vec<RulingRow>,
}

/// One application in the standing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct StandingRow {
    /// Number.
    pub number: String,
    /// Title.
    pub title: String,
    /// Lead.
    pub lead: String,
    /// `pilot|coaching`.
    pub track: String,
    /// Rank; null without a score.
    pub rank: Option<u32>,
    /// Whether another has the same rank and a vote is due.
    pub tied: bool,
    /// Score.
    pub score: Option<String>,
    /// Why there is none, in words.
    pub why: Option<String>,
    /// Mean per criterion.
    pub criteria: BTreeMap<String, Option<String>>,
    /// One cell per reviewer, by seat.
    pub cells: Vec<CellView>,
    /// Valid sheets.
    pub sheets: u32,
    /// Recused.
    pub recused: u32,
    /// Abstained.
    pub abstained: u32,
    /// Missing.
    pub missing: u32,
    /// Warnings in words.
    pub warnings: Vec<WarningView>,
    /// Best rank when one reviewer is left out.
    pub rank_low: Option<u32>,
    /// Worst rank when one reviewer is left out.
    pub rank_high: Option<u32>,
    /// Opinion, draft or signed: `recommend|later|ineligible`.
    pub opinion: Option<String>,
    /// Its reason.
    pub opinion_reason: String,
    /// 产业导向考虑.
    pub industry: String,
    /// Vetoes raised: reviewer and reason, in words.
    pub vetoes: Vec<String>,
}

/// A warning in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WarningView {
    /// Code.
    pub code: String,
    /// Reviewer's label.
    pub reviewer: Option<String>,
    /// Words.
    pub message: String,
}

/// One reviewer's total for one application.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CellView {
    /// Seat.
    pub seat: u32,
    /// `points|missing|recused|abstained|void`.
    pub state: String,
    /// Total.
    pub total: Option<String>,
    /// Dropped as highest or lowest.
    pub dropped: bool,
    /// Unusual (评分差异提示).
    pub unusual: bool,
    /// Points per criterion.
    pub criteria: BTreeMap<String, Option<String>>,
    /// Written reasons per criterion.
    pub reasons: BTreeMap<String, String>,
    /// Overall comment.
    pub comment: String,
}

/// A ruling.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RulingRow {
    /// Counts up.
    pub sequence: u32,
    /// Kind: `void|resolve|recuse|correct|break_tie|amend`.
    pub kind: String,
    /// In words.
    pub message: String,
    /// Why.
    pub reason: String,
    /// By whom.
    pub by: String,
    /// When.
    pub at: i64,
    /// Short digest.
    pub short: String,
}

/// Command `rule(request) -> StandingView`. Needs the passphrase, since it is signed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Rule {
    /// `void|resolve|recuse|correct|break_tie`.
    pub kind: String,
    /// Sheet (void) or head to keep (resolve).
    pub sheet: Option<String>,
    /// Reviewer's key (recuse, correct, resolve).
    pub reviewer: Option<String>,
    /// Application (recuse, correct).
    pub number: Option<String>,
    /// Ground (recuse).
    pub ground: Option<String>,
    /// Criterion (correct).
    pub criterion: Option<String>,
    /// Points (correct).
    pub points: Option<String>,
    /// `eligibility|reckoning|out_of_range|objective` (correct).
    pub code: Option<String>,
    /// Applications in order (break_tie).
    pub order: Vec<String>,
    /// Why.
    pub reason: String,
    /// 口令.
    pub passphrase: String,
}

/// Command `sample_sheets() -> SampleSheets`: in the sample batch only, lets the sample reviewers who have not signed yet
/// score by a fixed pattern (marked 示例), sign, and gives the files.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SampleSheets {
    /// Files written.
    pub paths: Vec<String>,
}
