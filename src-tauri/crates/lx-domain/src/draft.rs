//! The draft of a scoresheet: the only thing of a review that can change.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    batch::{BatchApplication, BatchFile},
    id::{ApplicationNumber, CriterionId, Digest},
    points::Hundredths,
    profile::Criterion,
    sheet::{Assessment, CriterionScore, Evidence, Mark, Verdict, VetoRaised},
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
    let (full_marks, step) = (criterion.full_marks, criterion.step);
    if points < Hundredths(0) || points > full_marks {
        return Err(PointsFault::OutOfRange { points, full_marks });
    }
    match points.0.checked_rem(step.0) {
        Some(0) => Ok(()),
        Some(_) | None => Err(PointsFault::OffStep { points, step }),
    }
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

    fn points(&self) -> impl Iterator<Item = Hundredths> {
        self.marks.values().filter_map(|m| match m.mark {
            Some(Mark::Points(points)) => Some(points),
            Some(Mark::NotApplicable) | None => None,
        })
    }

    /// Sum of the points given so far, for the running total beside the form; absent while there are none, which is
    /// not zero. 不适用 adds nothing.
    #[must_use]
    pub fn total(&self) -> Option<Hundredths> {
        let mut points = self.points();
        let first = points.next()?;
        Some(points.fold(first, |sum, p| Hundredths(sum.0.saturating_add(p.0))))
    }

    /// The total, once every criterion of the rubric has points; absent before, and where a criterion does not apply.
    #[must_use]
    pub fn full_total(&self, rubric: &[Criterion]) -> Option<Hundredths> {
        let mut sum = 0_i64;
        for criterion in rubric {
            match self.marks.get(&criterion.id)?.mark? {
                Mark::Points(points) => sum = sum.saturating_add(points.0),
                Mark::NotApplicable => return None,
            }
        }
        Some(Hundredths(sum))
    }

    /// What stops this assessment, in the rubric's order.
    #[must_use]
    pub fn blockers(&self, rubric: &[Criterion]) -> Vec<Blocker> {
        let number = || self.number.clone();
        match (&self.declared, &self.abstained) {
            (Declaration::None, _) => vec![Blocker::Undeclared { number: number() }],
            (Declaration::Tie { .. }, _) => Vec::new(),
            (Declaration::Clear, Some(reason)) if reason.trim().is_empty() => vec![Blocker::AbstainReasonMissing { number: number() }],
            (Declaration::Clear, Some(_)) => Vec::new(),
            (Declaration::Clear, None) => {
                let marks = rubric.iter().flat_map(|c| self.mark_blockers(c));
                let vetoes = self.vetoes.iter().filter(|v| v.reason.trim().is_empty());
                marks
                    .chain(vetoes.map(|v| Blocker::VetoReasonMissing {
                        number: number(),
                        veto: v.id.clone(),
                    }))
                    .collect()
            }
        }
    }

    fn mark_blockers(&self, criterion: &Criterion) -> Vec<Blocker> {
        let (number, id) = (self.number.clone(), criterion.id.clone());
        let Some((mark, reason)) = self.marks.get(&criterion.id).and_then(|m| Some((m.mark?, m.reason.trim()))) else {
            return vec![Blocker::Unscored { number, criterion: id }];
        };
        let wants_reason = match mark {
            Mark::NotApplicable => true,
            Mark::Points(points) => match check_points(criterion, points) {
                Err(PointsFault::OutOfRange { points, full_marks }) => {
                    return vec![Blocker::OutOfRange {
                        number,
                        criterion: id,
                        points,
                        full_marks,
                    }];
                }
                Err(PointsFault::OffStep { points, step }) => {
                    return vec![Blocker::OffStep {
                        number,
                        criterion: id,
                        points,
                        step,
                    }];
                }
                Ok(()) => criterion.band(points).is_some_and(|b| b.reason_required),
            },
        };
        if wants_reason && reason.is_empty() {
            vec![Blocker::ReasonMissing { number, criterion: id }]
        } else {
            Vec::new()
        }
    }

    /// As it is sealed: criteria in the rubric's order. Call it only without blockers; an unscored criterion is left out.
    fn into_assessment(mut self, rubric: &[Criterion]) -> Assessment {
        let verdict = match (self.declared, self.abstained) {
            (Declaration::Tie { ground, reason }, _) => Verdict::Recused { ground, reason },
            (Declaration::None | Declaration::Clear, Some(reason)) => Verdict::Abstained { reason },
            (Declaration::None | Declaration::Clear, None) => {
                let marks = &mut self.marks;
                let scored = rubric.iter().filter_map(|c| {
                    let (id, draft) = marks.remove_entry(&c.id)?;
                    Some(CriterionScore {
                        id,
                        mark: draft.mark?,
                        reason: draft.reason,
                        evidence: draft.evidence,
                    })
                });
                Verdict::Scored {
                    criteria: scored.collect(),
                    comment: self.comment,
                    vetoes: self.vetoes,
                }
            }
        };
        Assessment {
            number: self.number,
            dossier: self.dossier,
            verdict,
        }
    }
}

impl DraftSheet {
    /// An untouched draft of every scored application.
    #[must_use]
    pub fn new(batch: &BatchFile) -> Self {
        let untouched = |a: &BatchApplication| (a.number().clone(), DraftAssessment::new(a.number().clone(), a.dossier_digest));
        Self {
            assessments: batch.scored().map(untouched).collect(),
        }
    }

    /// What stops the draft from being sealed, by application number and in the rubric's order; empty: it can be sealed.
    /// Assessments of applications that are not scored are left aside.
    #[must_use]
    pub fn blockers(&self, batch: &BatchFile) -> Vec<Blocker> {
        let mut numbers: Vec<&ApplicationNumber> = batch.scored().map(BatchApplication::number).collect();
        numbers.sort();
        let of = |number: &ApplicationNumber| match self.assessments.get(number) {
            Some(assessment) => assessment.blockers(&batch.profile.rubric),
            None => vec![Blocker::Undeclared { number: number.clone() }],
        };
        numbers.into_iter().flat_map(of).collect()
    }

    /// The assessments as they are sealed: every scored application, by number, criteria in the rubric's order.
    ///
    /// # Errors
    /// The blockers, if there are any.
    pub fn into_assessments(self, batch: &BatchFile) -> Result<Vec<Assessment>, Vec<Blocker>> {
        let blockers = self.blockers(batch);
        if !blockers.is_empty() {
            return Err(blockers);
        }
        let scored = |number: &ApplicationNumber| batch.application(number).is_some_and(BatchApplication::is_scored);
        let assessments = self.assessments.into_iter().filter(|(number, _)| scored(number));
        Ok(assessments.map(|(_, a)| a.into_assessment(&batch.profile.rubric)).collect())
    }
}

#[cfg(test)]
mod tests;
