//! Applications that leave the batch (移出本批次): late ones move to the next, others are withdrawn or were received by mistake. They
//! are kept with everything and printed in the report.

use std::collections::BTreeSet;

use lx_domain::{ApplicationNumber, Deferred, Dossier, UnixMillis};
use lx_ledger::Aside;
use serde_json::json;

use crate::{Desk, StepError, screening};

/// 受理截止时间 of the batch; absent where none was set.
///
/// # Errors
/// What reading the desk can meet.
pub fn deadline(desk: &Desk) -> Result<Option<UnixMillis>, StepError> {
    match desk.frozen() {
        Some(frozen) => Ok(frozen.file.deadline),
        None => Ok(desk.ledger.batch_draft()?.and_then(|draft| draft.deadline)),
    }
}

/// Sets the deadline, or takes it away.
///
/// # Errors
/// [`StepError::NotYourRole`], [`StepError::NoBatch`], [`StepError::Frozen`].
pub fn set_deadline(desk: &mut Desk, deadline: Option<UnixMillis>, at: UnixMillis) -> Result<(), StepError> {
    screening::expect_open(desk)?;
    let mut draft = desk.ledger.batch_draft()?.ok_or(StepError::NoBatch)?;
    draft.deadline = deadline;
    let me = desk.me();
    desk.ledger.transaction(|tx| {
        tx.put_batch_draft(&draft)?;
        tx.append_journal("deadline", None, Some(&me), at, &json!({ "deadline": deadline }))?;
        Ok(())
    })
}

/// Which of these applications came after the deadline. The first package counts: a supplement that was asked for is not late.
///
/// # Errors
/// What reading the desk can meet.
pub fn late(desk: &Desk, dossiers: &[Dossier]) -> Result<BTreeSet<ApplicationNumber>, StepError> {
    let Some(deadline) = deadline(desk)? else {
        return Ok(BTreeSet::new());
    };
    let mut late = BTreeSet::new();
    for dossier in dossiers {
        if received_first(desk, dossier)? > deadline {
            late.insert(dossier.number.clone());
        }
    }
    Ok(late)
}

fn received_first(desk: &Desk, dossier: &Dossier) -> Result<UnixMillis, StepError> {
    if dossier.version <= 1 {
        return Ok(dossier.received_at);
    }
    let versions = desk.ledger.dossier_versions(&dossier.number)?;
    Ok(versions.first().map_or(dossier.received_at, |(_, first)| first.received_at))
}

/// Moves an application to the next batch. Everything of it is kept, and it can be taken back before the freeze.
///
/// # Errors
/// [`StepError::ReasonMissing`], [`StepError::UnknownApplication`], [`StepError::MovedOn`], [`StepError::MissingGlyphs`],
/// [`StepError::Frozen`].
pub fn defer(desk: &mut Desk, number: &ApplicationNumber, reason: &str, at: UnixMillis) -> Result<(), StepError> {
    set_aside(desk, number, reason, false, at)
}

/// Takes an application out that its applicants withdrew, or that was received by mistake: it moves nowhere. Everything of it is
/// kept, and it can be taken back before the freeze.
///
/// # Errors
/// As [`defer`].
pub fn withdraw(desk: &mut Desk, number: &ApplicationNumber, reason: &str, at: UnixMillis) -> Result<(), StepError> {
    set_aside(desk, number, reason, true, at)
}

fn set_aside(desk: &mut Desk, number: &ApplicationNumber, reason: &str, withdrawn: bool, at: UnixMillis) -> Result<(), StepError> {
    screening::expect_open(desk)?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(StepError::ReasonMissing);
    }
    crate::printable::expect_glyphs(reason)?;
    desk.dossier(number)?;
    desk.expect_here(number)?;
    let me = desk.me();
    let aside = Aside {
        number: number.clone(),
        reason: reason.to_owned(),
        withdrawn,
    };
    desk.ledger.transaction(|tx| {
        tx.put_aside(&aside, &me, at)?;
        tx.remove_admission(number)?;
        let kind = if withdrawn { "withdraw" } else { "defer" };
        tx.append_journal(kind, None, Some(&me), at, &json!({ "number": number, "reason": reason }))?;
        Ok(())
    })
}

/// Takes an application back into this batch; it is to be screened again.
///
/// # Errors
/// [`StepError::UnknownApplication`], [`StepError::NotMovedOn`], [`StepError::Frozen`].
pub fn take_back(desk: &mut Desk, number: &ApplicationNumber, at: UnixMillis) -> Result<(), StepError> {
    screening::expect_open(desk)?;
    desk.dossier(number)?;
    let me = desk.me();
    desk.ledger.transaction(|tx| {
        if !tx.take_back(number)? {
            return Err(StepError::NotMovedOn(number.clone()));
        }
        tx.append_journal("take_back", None, Some(&me), at, &json!({ "number": number }))?;
        Ok(())
    })
}

/// The applications that are not of this batch, by number.
///
/// # Errors
/// What reading the desk can meet.
pub fn deferred(desk: &Desk) -> Result<Vec<Deferred>, StepError> {
    if let Some(frozen) = desk.frozen() {
        return Ok(frozen.file.deferred.clone());
    }
    let mut moved = Vec::new();
    for aside in desk.ledger.set_aside()? {
        let Some((_, dossier)) = desk.ledger.dossier(&aside.number)? else {
            continue;
        };
        let dossier = crate::correcting::corrected(&desk.ledger, dossier)?;
        moved.push(Deferred {
            received_at: received_first(desk, &dossier)?,
            title: dossier.title.clone(),
            lead: dossier.lead().map(|a| a.name.clone()).unwrap_or_default(),
            package_digest: dossier.package_digest,
            number: aside.number,
            reason: aside.reason,
            withdrawn: aside.withdrawn,
        });
    }
    Ok(moved)
}
