//! Conflict of interest: declared before the documents of an application open.

use std::collections::BTreeSet;

use lx_domain::{ApplicationNumber, Declaration, DraftAssessment, Role, UnixMillis};
use serde_json::json;

use crate::{Desk, ROUND, StepError};

/// What a reviewer declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tie {
    /// No tie to any applicant.
    None,
    /// A tie.
    To {
        /// Id of the profile's ground.
        ground: String,
        /// The applicant and the circumstances, in the reviewer's words.
        reason: String,
    },
}

/// Whether the person of this desk scores.
pub(crate) fn scores(desk: &Desk) -> bool {
    desk.frozen.is_some() && desk.role() == Role::Reviewer
}

/// The draft of one application.
///
/// # Errors
/// [`StepError::NotYourRole`], [`StepError::UnknownApplication`].
pub fn draft(desk: &Desk, number: &ApplicationNumber) -> Result<DraftAssessment, StepError> {
    let frozen = desk.batch()?;
    desk.expect_role(&[Role::Reviewer])?;
    let unknown = || StepError::UnknownApplication(number.to_string());
    let application = frozen.file.application(number).filter(|a| a.is_scored()).ok_or_else(unknown)?;
    let kept = desk.ledger.draft_assessment(ROUND, number)?;
    Ok(kept.unwrap_or_else(|| DraftAssessment::new(number.clone(), application.dossier_digest)))
}

/// The applications whose documents are open to this reviewer.
pub(crate) fn open_numbers(desk: &Desk) -> Result<BTreeSet<ApplicationNumber>, StepError> {
    let draft = desk.ledger.draft_sheet(ROUND)?;
    Ok(draft
        .assessments
        .into_values()
        .filter(|a| a.declared == Declaration::Clear)
        .map(|a| a.number)
        .collect())
}

/// Refuses the documents of an application whose ties are not declared, or that the reviewer is recused from.
pub(crate) fn expect_open(desk: &Desk, number: &ApplicationNumber) -> Result<(), StepError> {
    if !scores(desk) {
        return Ok(());
    }
    match draft(desk, number)?.declared {
        Declaration::Clear => Ok(()),
        Declaration::None => Err(StepError::Undeclared(number.clone())),
        Declaration::Tie { .. } => Err(StepError::Recused(number.clone())),
    }
}

/// Declares ties for one application. A tie found later replaces an earlier declaration; the marks stay in the draft and are not
/// sealed.
///
/// # Errors
/// [`StepError::Unknown`] for a ground that the profile does not have.
pub fn declare(desk: &mut Desk, number: &ApplicationNumber, tie: &Tie, at: UnixMillis) -> Result<(), StepError> {
    declare_all(desk, std::slice::from_ref(number), tie, at)
}

/// Declares that there is no tie to any applicant of all applications that are undeclared; gives their numbers.
///
/// # Errors
/// As [`declare`].
pub fn declare_clear(desk: &mut Desk, at: UnixMillis) -> Result<Vec<ApplicationNumber>, StepError> {
    let frozen = desk.batch()?;
    let mut open = Vec::new();
    for application in frozen.file.scored() {
        if draft(desk, application.number())?.declared == Declaration::None {
            open.push(application.number().clone());
        }
    }
    declare_all(desk, &open, &Tie::None, at)?;
    Ok(open)
}

fn declare_all(desk: &mut Desk, numbers: &[ApplicationNumber], tie: &Tie, at: UnixMillis) -> Result<(), StepError> {
    desk.expect_role(&[Role::Reviewer])?;
    let declared = match tie {
        Tie::None => Declaration::Clear,
        Tie::To { ground, reason } => {
            if !desk.batch()?.file.profile.recusal_grounds.iter().any(|g| g.id == *ground) {
                return Err(StepError::Unknown {
                    what: "ground",
                    name: ground.clone(),
                });
            }
            Declaration::Tie {
                ground: ground.clone(),
                reason: reason.trim().to_owned(),
            }
        }
    };
    let drafts = numbers.iter().map(|number| draft(desk, number)).collect::<Result<Vec<_>, _>>()?;
    let me = desk.me();
    desk.ledger.transaction(|tx| {
        for assessment in drafts {
            let assessment = DraftAssessment {
                declared: declared.clone(),
                ..assessment
            };
            tx.put_draft_assessment(ROUND, &assessment, at)?;
        }
        if !numbers.is_empty() {
            let detail = json!({ "numbers": numbers, "declared": declared });
            tx.append_journal("declare", None, Some(&me), at, &detail)?;
        }
        Ok(())
    })
}
