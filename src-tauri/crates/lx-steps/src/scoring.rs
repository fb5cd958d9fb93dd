//! Scoring: the reviewer's own draft. What is given is on the disk when the step returns.

use lx_domain::{
    ApplicationNumber, CriterionId, Declaration, DraftAssessment, DraftMark, DraftSheet, Evidence, Hundredths, Mark, Role, UnixMillis,
    VetoRaised, check_points, profile::Criterion,
};
use serde_json::json;

use crate::{Desk, ROUND, StepError, declaring};

/// What a reviewer gives for one criterion; what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Points as typed; an empty text clears them.
    pub points: Option<String>,
    /// Mark as 不适用, or not.
    pub na: Option<bool>,
    /// Written reason.
    pub reason: Option<String>,
    /// All pinned places.
    pub evidence: Option<Vec<Evidence>>,
}

/// What a reviewer says of the whole application; what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Remarks {
    /// Overall comment.
    pub comment: Option<String>,
    /// Private note: never leaves the desk.
    pub note: Option<String>,
    /// All veto items raised.
    pub vetoes: Option<Vec<VetoRaised>>,
}

/// The whole draft: every scored application, touched or not.
///
/// # Errors
/// [`StepError::NotFrozen`], [`StepError::NotYourRole`].
pub fn sheet(desk: &Desk) -> Result<DraftSheet, StepError> {
    let frozen = desk.batch()?;
    desk.expect_role(&[Role::Reviewer])?;
    let mut sheet = DraftSheet::new(&frozen.file);
    for (number, kept) in desk.ledger.draft_sheet(ROUND)?.assessments {
        if let Some(assessment) = sheet.assessments.get_mut(&number) {
            *assessment = kept;
        }
    }
    Ok(sheet)
}

/// Gives points, reason and places for one criterion.
///
/// # Errors
/// [`StepError::Undeclared`], [`StepError::Recused`], [`StepError::NotPoints`], [`StepError::Points`].
pub fn score(desk: &mut Desk, number: &ApplicationNumber, criterion: &CriterionId, given: Given, at: UnixMillis) -> Result<(), StepError> {
    score_all(desk, number, vec![(criterion.clone(), given)], at)
}

/// Gives several criteria of one application as one whole: all of them, or none where one is refused.
///
/// # Errors
/// As [`score`].
pub fn score_all(desk: &mut Desk, number: &ApplicationNumber, given: Vec<(CriterionId, Given)>, at: UnixMillis) -> Result<(), StepError> {
    let assessment = expect_scorable(desk, number)?;
    let frozen = desk.batch()?;
    let mut marks = assessment.marks.clone();
    let mut touched = Vec::new();
    for (id, part) in given {
        let unknown = || StepError::Unknown {
            what: "criterion",
            name: id.to_string(),
        };
        let rubric = frozen.file.profile.criterion(&id).ok_or_else(unknown)?;
        apply(rubric, marks.entry(id.clone()).or_default(), part)?;
        touched.push(id);
    }
    let fresh = desk.ledger.draft_assessment(ROUND, number)?.is_none();
    desk.ledger.transaction(|tx| {
        if fresh {
            tx.put_draft_assessment(ROUND, &assessment, at)?;
        }
        for (id, mark) in marks.iter().filter(|(id, _)| touched.contains(id)) {
            tx.put_draft_mark(ROUND, number, id, mark, at)?;
        }
        Ok(())
    })
}

fn apply(rubric: &Criterion, mark: &mut DraftMark, given: Given) -> Result<(), StepError> {
    if let Some(text) = given.points {
        mark.mark = if text.trim().is_empty() {
            None
        } else {
            let points: Hundredths = text.parse().map_err(|_| StepError::NotPoints(text.clone()))?;
            check_points(rubric, points).map_err(|fault| StepError::Points {
                criterion: rubric.name.clone(),
                fault,
            })?;
            Some(Mark::Points(points))
        };
    }
    match given.na {
        Some(true) => mark.mark = Some(Mark::NotApplicable),
        Some(false) if mark.mark == Some(Mark::NotApplicable) => mark.mark = None,
        Some(false) | None => {}
    }
    if let Some(reason) = given.reason {
        mark.reason = reason;
    }
    if let Some(evidence) = given.evidence {
        mark.evidence = evidence;
    }
    Ok(())
}

/// Writes comment, note and veto items.
///
/// # Errors
/// As [`score`]; the private note is open always.
pub fn remark(desk: &mut Desk, number: &ApplicationNumber, remarks: Remarks, at: UnixMillis) -> Result<(), StepError> {
    let assessment = declaring::draft(desk, number)?;
    if remarks.comment.is_some() || remarks.vetoes.is_some() {
        expect_scorable(desk, number)?;
    }
    let frozen = desk.batch()?;
    let known = |v: &VetoRaised| frozen.file.profile.vetoes.iter().any(|p| p.id == v.id);
    if let Some(strange) = remarks.vetoes.iter().flatten().find(|v| !known(v)) {
        return Err(StepError::Unknown {
            what: "veto",
            name: strange.id.clone(),
        });
    }
    desk.ledger.transaction(|tx| {
        if let Some(note) = &remarks.note {
            tx.set_note(number, note, at)?;
        }
        let changed = DraftAssessment {
            comment: remarks.comment.unwrap_or_else(|| assessment.comment.clone()),
            vetoes: remarks.vetoes.unwrap_or_else(|| assessment.vetoes.clone()),
            ..assessment.clone()
        };
        if changed != assessment {
            tx.put_draft_assessment(ROUND, &changed, at)?;
        }
        Ok(())
    })
}

/// 不予评分, with a reason; `None` takes it back.
///
/// # Errors
/// [`StepError::ReasonMissing`] for an empty reason.
pub fn abstain(desk: &mut Desk, number: &ApplicationNumber, reason: Option<&str>, at: UnixMillis) -> Result<(), StepError> {
    let assessment = expect_scorable(desk, number)?;
    let abstained = reason.map(|r| r.trim().to_owned());
    if abstained.as_deref() == Some("") {
        return Err(StepError::ReasonMissing);
    }
    let me = desk.me();
    desk.ledger.transaction(|tx| {
        let detail = json!({ "number": number, "reason": abstained });
        tx.put_draft_assessment(ROUND, &DraftAssessment { abstained, ..assessment }, at)?;
        tx.append_journal("abstain", None, Some(&me), at, &detail)?;
        Ok(())
    })
}

fn expect_scorable(desk: &Desk, number: &ApplicationNumber) -> Result<DraftAssessment, StepError> {
    let assessment = declaring::draft(desk, number)?;
    match assessment.declared {
        Declaration::Clear => Ok(assessment),
        Declaration::None => Err(StepError::Undeclared(number.clone())),
        Declaration::Tie { .. } => Err(StepError::Recused(number.clone())),
    }
}
