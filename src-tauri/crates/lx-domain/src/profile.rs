//! The profile (评审方案): everything one city's call lays down, each line with its clause.

use serde::{Deserialize, Serialize};

use crate::{
    application::ApplicantClass,
    config::{Lint, ProfileError, read_bytes, read_document},
    id::{CriterionId, ItemId},
    points::Hundredths,
    rule::Rule,
};

#[cfg(test)]
mod hostile;
mod mark;
mod read;
#[cfg(test)]
mod tests;
mod warn;
mod write;

pub use mark::{Mark, marks_of};

/// When an item must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Requirement {
    /// In every package.
    Always,
    /// Where there is more than one applicant.
    WhenJoint,
    /// One for each applicant.
    PerApplicant,
    /// Never required.
    Optional,
}

/// One line of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChecklistItem {
    /// Stable id.
    pub id: ItemId,
    /// 名称.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// When it must be there.
    pub required: Requirement,
    /// Words in a file name or heading by which the document is known, most telling first.
    pub known_by: Vec<String>,
    /// What is looked for inside.
    pub looks_for: Vec<String>,
    /// The clause behind it.
    pub clause: String,
}

/// One class of applicant that is eligible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EligibleClass {
    /// Which.
    pub class: ApplicantClass,
    /// 名称.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Words by which a form names it.
    pub known_by: Vec<String>,
    /// Whether it may apply; an option line that is not taken says `enabled = false` and stays in the file with its clause.
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    pub enabled: bool,
    /// The clause behind it.
    pub clause: String,
}

const fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
const fn is_yes(enabled: &bool) -> bool {
    *enabled
}

/// Who may apply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Eligibility {
    /// The classes, technology companies among them.
    pub classes: Vec<EligibleClass>,
    /// Place names that count as the seat, such as 广州.
    pub seats: Vec<String>,
    /// The clause on the seat.
    pub seat_clause: String,
    /// The clause by which technology companies alone are not eligible on the pilot track.
    pub technology_clause: String,
    /// The clause by which market core institutions are forwarded.
    pub forwarded_clause: String,
    /// The clause by which the scenario must come from a licensed institution.
    pub licensed_clause: String,
}

/// A band of points with its anchoring text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Points from which it reaches, up to the next band; the highest band includes full marks.
    pub from: Hundredths,
    /// 优秀, 良好, 一般, 较差.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Anchoring text.
    pub anchor: String,
    /// Anchoring text in English.
    pub anchor_en: String,
    /// Whether points in it ask for a written reason.
    pub reason_required: bool,
}

/// Something to think of; it guides, it is not points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GuidanceItem {
    /// 名称.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// The clause or standard behind it; may be empty.
    pub clause: String,
}

/// One criterion of the rubric.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Stable id.
    pub id: CriterionId,
    /// 名称.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Short name for narrow columns.
    pub short: String,
    /// Most points.
    pub full_marks: Hundredths,
    /// Points are multiples of this.
    pub step: Hundredths,
    /// From the highest to the lowest.
    pub bands: Vec<Band>,
    /// Guidance items.
    pub guidance: Vec<GuidanceItem>,
    /// The clause behind it.
    pub clause: String,
}

/// A veto item (否决项).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Veto {
    /// Stable id.
    pub id: String,
    /// 名称.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// The clause behind it.
    pub clause: String,
}

/// A ground for recusal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecusalGround {
    /// Stable id, such as `employment`.
    pub id: String,
    /// 名称.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// The clause behind it.
    pub clause: String,
}

/// How the panel works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// 一次评分.
    OneRound,
    /// 初评—答辩—终评.
    TwoRounds,
}

/// Who must sit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Panel {
    /// At least so many reviewers, per application after recusals.
    pub min_reviewers: u32,
    /// Whether the number should be odd.
    pub odd: bool,
    /// The clause behind it.
    pub clause: String,
}

/// Words that the report needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportWords {
    /// Title of the report.
    pub title: String,
    /// To whom it goes (主送).
    pub addressee: String,
    /// Who sends it (落款).
    pub organiser: String,
    /// The notice it rests on.
    pub basis: String,
}

/// One city's and year's profile. Its canonical bytes are what every sheet binds (`rubric_digest`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Stable id, such as `guangzhou-2022`.
    pub id: String,
    /// 名称.
    pub name: String,
    /// English name.
    pub name_en: String,
    /// Edition of this profile.
    pub edition: String,
    /// Where its rules come from.
    pub source: String,
    /// Checklist, in printing order.
    pub checklist: Vec<ChecklistItem>,
    /// Eligibility.
    pub eligibility: Eligibility,
    /// Rubric, in printing order.
    pub rubric: Vec<Criterion>,
    /// Veto items.
    pub vetoes: Vec<Veto>,
    /// Recusal grounds.
    pub recusal_grounds: Vec<RecusalGround>,
    /// Method.
    pub method: Method,
    /// The clause behind the method; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub method_clause: String,
    /// Panel.
    pub panel: Panel,
    /// Reckoning rule; its criteria repeat the rubric's ids, full marks and add weights.
    pub rule: Rule,
    /// The report's words.
    pub report: ReportWords,
}

impl Profile {
    /// Reads a profile from its TOML text.
    ///
    /// # Errors
    /// [`ProfileError`] with line and key of the first fault; unknown keys are faults.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        Self::lint(text).into_result()
    }

    /// Reads a profile and finds every fault and whatever should be looked at again.
    #[must_use]
    pub fn lint(text: &str) -> Lint<Self> {
        read_document(text, read::profile)
    }

    /// [`Profile::lint`] of a file's bytes.
    #[must_use]
    pub fn lint_bytes(bytes: &[u8]) -> Lint<Self> {
        read_bytes(bytes, read::profile)
    }

    /// The profile as a file: reading it gives the same profile, and so the same digest.
    #[must_use]
    pub fn to_toml(&self) -> String {
        write::file(self)
    }

    /// Full marks over all criteria, weights left aside.
    #[must_use]
    pub fn full_marks(&self) -> Hundredths {
        Hundredths(self.rubric.iter().map(|c| c.full_marks.0).sum())
    }

    /// One criterion.
    #[must_use]
    pub fn criterion(&self, id: &CriterionId) -> Option<&Criterion> {
        self.rubric.iter().find(|c| c.id == *id)
    }
}

impl Eligibility {
    /// The line of a class, if those of the class may apply.
    #[must_use]
    pub fn open_to(&self, class: ApplicantClass) -> Option<&EligibleClass> {
        self.classes.iter().find(|c| c.class == class && c.enabled)
    }
}

impl Criterion {
    /// The band that points lie in; absent above full marks and below zero.
    #[must_use]
    pub fn band(&self, points: Hundredths) -> Option<&Band> {
        if points > self.full_marks {
            return None;
        }
        self.bands.iter().find(|b| points >= b.from)
    }
}
