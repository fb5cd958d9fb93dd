//! What goes into the reckoning and what comes out of it.

use std::collections::BTreeMap;

use lx_domain::{CriterionId, Hundredths, Rule, Track};
use serde::Serialize;

use crate::exact::Score;

/// Facts that the words of a warning need, by name.
pub type Args = BTreeMap<String, String>;

/// One criterion on one sheet. Four different things that are not points, and none is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cell {
    /// Points given.
    Points(Hundredths),
    /// Nothing there.
    Missing,
    /// 回避.
    Recused,
    /// 不予评分.
    Abstained,
    /// 不适用.
    NotApplicable,
}

/// What one reviewer says of one application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallySheet {
    /// Whose: a fingerprint in hexadecimal, or the name in a plain table.
    pub reviewer: String,
    /// Decides which of two equal totals is dropped: the one that sorts first. A sheet's digest, or the name.
    pub key: String,
    /// By criterion; an absent one is missing.
    pub cells: BTreeMap<CriterionId, Cell>,
}

/// One application with everything that was said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TallyApplication {
    /// Its number.
    pub number: String,
    /// Applications are ranked among those of their track.
    pub track: Track,
    /// In any order.
    pub sheets: Vec<TallySheet>,
}

/// Highest or lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// 最高分.
    High,
    /// 最低分.
    Low,
}

/// A sheet, or one criterion of it, that trimming dropped.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Dropped {
    /// Whose.
    pub reviewer: String,
    /// As the highest or the lowest.
    pub which: Side,
    /// Where the rule trims per criterion: which one.
    pub criterion: Option<CriterionId>,
}

/// Why an application has no score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNotCode {
    /// Nobody scored it.
    NoSheets,
    /// A criterion that nobody scored.
    CriterionUnscored,
}

/// Why an application has no score, with the criteria that nobody scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WhyNot {
    /// The reason.
    pub code: WhyNotCode,
    /// In the rule's order.
    pub criteria: Vec<CriterionId>,
}

impl WhyNotCode {
    /// Stable code, `no_sheets` or `criterion_unscored`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoSheets => "no_sheets",
            Self::CriterionUnscored => "criterion_unscored",
        }
    }
}

/// Something that a person should look at; it never changes a score.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Warning {
    /// One of `unusual_total`, `missing_points`, `points_out_of_range`, `criterion_unscored`, `not_trimmed`, `tied`, `panel_small`,
    /// `panel_even`, `open_conflict`, `older_dossier`, `correction_ignored`.
    pub code: String,
    /// Whom it is about.
    pub reviewer: Option<String>,
    /// Facts for its words.
    pub args: Args,
}

/// One sheet's total: Σ weight × points. Only a sheet with points for every criterion has one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetTotal {
    /// Whose.
    pub reviewer: String,
    /// Exact; absent where a criterion is missing or does not apply.
    pub total: Option<Score>,
    /// Whether trimming kept the whole sheet.
    pub kept: bool,
    /// Whether it is further from the median than the rule's share of full marks (评分差异提示).
    pub outlier: bool,
}

/// One application's line of the standing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standard {
    /// Its number.
    pub number: String,
    /// Its track; ranks count within it.
    pub track: Track,
    /// From 1; equal for a tie that nothing has broken.
    pub rank: Option<u32>,
    /// Σ weight × mean, rounded at the rule's stages.
    pub score: Option<Score>,
    /// Why there is none.
    pub why: Option<WhyNot>,
    /// Means over the kept sheets, to the rule's decimals; absent for a criterion that nobody scored.
    pub criteria: BTreeMap<CriterionId, Option<Score>>,
    /// Valid sheets: those with points for at least one criterion.
    pub sheets: u32,
    /// Valid sheets that trimming kept whole.
    pub kept: u32,
    /// What trimming dropped.
    pub dropped: Vec<Dropped>,
    /// Reviewers recused.
    pub recused: u32,
    /// Reviewers who abstained.
    pub abstained: u32,
    /// Reviewers from whom a criterion or the whole sheet is missing.
    pub missing: u32,
    /// What to look at.
    pub warnings: Vec<Warning>,
    /// The valid sheets' totals, by reviewer.
    pub totals: Vec<SheetTotal>,
}

/// Why a figure cannot be computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum NoFigure {
    /// Fewer than two applications with totals.
    TooFewApplications,
    /// Fewer than two totals of any one application, or fewer than two reviewers.
    TooFewReviewers,
    /// Not every reviewer has a total for every application.
    Incomplete,
    /// All totals are the same, so there is nothing to agree on.
    NoVariation,
}

impl NoFigure {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooFewApplications => "too_few_applications",
            Self::TooFewReviewers => "too_few_reviewers",
            Self::Incomplete => "incomplete",
            Self::NoVariation => "no_variation",
        }
    }
}

/// A diagnostic figure, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figure {
    /// To ten decimals.
    Value(Score),
    /// Not computable.
    Null(NoFigure),
}

/// How far the reviewers agree, over the totals of all applications.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Agreement {
    /// One-way random effects, single ratings.
    pub icc1: Figure,
    /// One-way random effects, averaged ratings.
    pub icck: Figure,
    /// With tie correction; only of a complete table.
    pub kendall_w: Figure,
    /// Interval data.
    pub krippendorff_alpha: Figure,
}

/// How far a rank hangs on one reviewer: every reviewer is left out once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stability {
    /// Which application.
    pub number: String,
    /// The best rank it can take (the smallest number), the full standing included.
    pub rank_low: Option<u32>,
    /// The worst rank it can take (the greatest number).
    pub rank_high: Option<u32>,
    /// The reviewer without whom the rank moves furthest; absent where it never moves.
    pub swing_reviewer: Option<String>,
}

/// The whole standing. It holds no floating point, so it has canonical bytes and a digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The rule it was reckoned by.
    pub rule: Rule,
    /// By track, rank and number; those without a rank last.
    pub applications: Vec<Standard>,
    /// Diagnostics.
    pub agreement: Agreement,
    /// Diagnostics, by number.
    pub stability: Vec<Stability>,
}

impl Standing {
    /// One application's line.
    #[must_use]
    pub fn application(&self, number: &str) -> Option<&Standard> {
        self.applications.iter().find(|a| a.number == number)
    }
}
