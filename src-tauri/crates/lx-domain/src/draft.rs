//! The draft of a scoresheet: the only thing of a review that can change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    batch::BatchFile,
    id::{ApplicationNumber, CriterionId, Digest},
    points::Hundredths,
    profile::Criterion,
    sheet::{Assessment, Evidence, Mark, VetoRaised},
};

/// What a reviewer has declared about ties to the applicants of one application.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Declaration {
    /// Nothing yet: the documents stay closed.
    #[default]
    None,
    /// No tie to any of the applicants.
    Clear,
    /// A tie: the application is not scored (回避).
    Tie {
        /// Id of the profile's ground.
        ground: String,
        /// The applicant and the circumstances in the reviewer's words; may be empty.
        reason: String,
    },
}

/// One criterion of one application in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftMark {
    /// Absent: not scored yet, which is not zero.
    pub mark: Option<Mark>,
    /// Written reason.
    pub reason: String,
    /// Places pinned.
    pub evidence: Vec<Evidence>,
}

/// One application in a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftAssessment {
    /// Which application.
    pub number: ApplicationNumber,
    /// Digest of the dossier that is judged.
    pub dossier: Digest,
    /// Ties.
    pub declared: Declaration,
    /// By criterion.
    pub marks: BTreeMap<CriterionId, DraftMark>,
    /// Overall comment.
    pub comment: String,
    /// Veto items raised.
    pub vetoes: Vec<VetoRaised>,
    /// 不予评分, with its reason.
    pub abstained: Option<String>,
}

/// A reviewer's draft of the whole batch.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DraftSheet {
    /// By application number.
    pub assessments: BTreeMap<ApplicationNumber, DraftAssessment>,
}

/// Something that stops a draft from being sealed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum Blocker {
    /// Ties are not declared.
    Undeclared {
        /// Which application.
        number: ApplicationNumber,
    },
    /// A criterion has no mark.
    Unscored {
        /// Which application.
        number: ApplicationNumber,
        /// Which criterion.
        criterion: CriterionId,
    },
    /// Points in an outer band, or 不适用, without a written reason.
    ReasonMissing {
        /// Which application.
        number: ApplicationNumber,
        /// Which criterion.
        criterion: CriterionId,
    },
    /// Points below zero or above full marks.
    OutOfRange {
        /// Which application.
        number: ApplicationNumber,
        /// Which criterion.
        criterion: CriterionId,
        /// The points.
        points: Hundredths,
        /// Full marks.
        full_marks: Hundredths,
    },
    /// Points that are no multiple of the step.
    OffStep {
        /// Which application.
        number: ApplicationNumber,
        /// Which criterion.
        criterion: CriterionId,
        /// The points.
        points: Hundredths,
        /// The step.
        step: Hundredths,
    },
    /// 不予评分 without a reason.
    AbstainReasonMissing {
        /// Which application.
        number: ApplicationNumber,
    },
    /// A veto item raised without a reason.
    VetoReasonMissing {
        /// Which application.
        number: ApplicationNumber,
        /// Id of the veto item.
        veto: String,
    },
}

/// Why points are not allowed for a criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PointsFault {
    /// Below zero or above full marks.
    #[error("{points} is not between 0 and {full_marks}")]
    OutOfRange {
        /// The points.
        points: Hundredths,
        /// Full marks.
        full_marks: Hundredths,
    },
    /// No multiple of the step.
    #[error("{points} is no multiple of {step}")]
    OffStep {
        /// The points.
        points: Hundredths,
        /// The step.
        step: Hundredths,
    },
}

/// Whether `points` may be given for `criterion`: 0 to full marks, in steps.
///
/// # Errors
/// [`PointsFault`] says which of the two is broken.
pub fn check_points(criterion: &Criterion, points: Hundredths) -> Result<(), PointsFault> {
    let _ = (criterion, points);
    todo!()
}

impl DraftAssessment {
    /// An untouched assessment of the application.
    #[must_use]
    pub fn new(number: ApplicationNumber, dossier: Digest) -> Self {
        Self {
            number,
            dossier,
            declared: Declaration::None,
            marks: BTreeMap::new(),
            comment: String::new(),
            vetoes: Vec::new(),
            abstained: None,
        }
    }

    /// Sum of the points so far; absent while nothing is scored, and 不适用 adds nothing. Missing is not zero.
    #[must_use]
    pub fn total(&self) -> Option<Hundredths> {
        todo!()
    }
}

impl DraftSheet {
    /// An untouched draft of every scored application.
    #[must_use]
    pub fn new(batch: &BatchFile) -> Self {
        let _ = batch;
        todo!()
    }

    /// What stops the draft from being sealed, by application number and in the rubric's order; empty: it can be sealed.
    #[must_use]
    pub fn blockers(&self, batch: &BatchFile) -> Vec<Blocker> {
        let _ = batch;
        todo!()
    }

    /// The assessments as they are sealed: every scored application, by number, criteria in the rubric's order.
    ///
    /// # Errors
    /// The blockers, if there are any.
    pub fn into_assessments(self, batch: &BatchFile) -> Result<Vec<Assessment>, Vec<Blocker>> {
        let _ = batch;
        todo!()
    }
}
