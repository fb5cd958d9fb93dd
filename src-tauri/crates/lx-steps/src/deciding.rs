//! The selection opinion (遴选意见): drafted application by application, then signed as one.

use lx_domain::{ApplicationNumber, Decision, DecisionEntry, Digest, Dissent, Fingerprint, Opinion, Role, UnixMillis};
use lx_ledger::EnvelopeKind;
use lx_seal::{Envelope, PayloadKind, digest_of, open, seal};
use serde_json::json;

pub use crate::refusal::DecidingBlocker;
use crate::{Desk, StepError, merging};

/// A decision that was signed.
#[derive(Debug, Clone)]
pub struct Decided {
    /// As signed.
    pub envelope: Envelope,
    /// Digest of its payload.
    pub digest: Digest,
    /// What it says.
    pub decision: Decision,
    /// Whether it rests on the standing as it is now; a sheet or ruling that came later asks for a new one.
    pub current: bool,
}

/// Drafts the opinion on one application; `None` takes it back.
///
/// # Errors
/// [`StepError::ReasonMissing`], [`StepError::UnknownApplication`], [`StepError::NotYourRole`].
pub fn opine(
    desk: &mut Desk,
    number: &ApplicationNumber,
    opinion: Option<Opinion>,
    reason: &str,
    industry: &str,
    at: UnixMillis,
) -> Result<(), StepError> {
    let frozen = desk.batch()?;
    desk.expect_role(&[Role::Chair, Role::Deputy])?;
    if frozen.file.application(number).is_none_or(|a| !a.is_scored()) {
        return Err(StepError::UnknownApplication(number.to_string()));
    }
    let (reason, industry) = (reason.trim(), industry.trim());
    crate::printable::expect_glyphs(&format!("{reason}{industry}"))?;
    let me = desk.me();
    let entry = match opinion {
        Some(_) if reason.is_empty() => return Err(StepError::ReasonMissing),
        Some(opinion) => Some(DecisionEntry {
            number: number.clone(),
            opinion,
            reason: reason.to_owned(),
            industry: industry.to_owned(),
        }),
        None => None,
    };
    desk.ledger.transaction(|tx| {
        match &entry {
            Some(entry) => tx.put_opinion(entry, at)?,
            None => {
                tx.remove_opinion(number)?;
            }
        }
        tx.append_journal(
            "opine",
            None,
            Some(&me),
            at,
            &json!({ "number": number, "opinion": opinion, "reason": reason }),
        )?;
        Ok(())
    })
}

/// Enters a member's dissent in writing; an empty text takes it back.
///
/// # Errors
/// [`StepError::Unknown`] for somebody who is not on the roster.
pub fn dissent(desk: &mut Desk, by: &Fingerprint, text: &str, at: UnixMillis) -> Result<(), StepError> {
    desk.expect_role(&[Role::Chair, Role::Deputy, Role::Secretary])?;
    if desk.roster()?.member(by).is_none() {
        return Err(StepError::Unknown {
            what: "member",
            name: by.to_string(),
        });
    }
    let text = text.trim();
    crate::printable::expect_glyphs(text)?;
    let me = desk.me();
    desk.ledger.transaction(|tx| {
        if text.is_empty() {
            tx.remove_dissent(by)?;
        } else {
            tx.put_dissent(
                &Dissent {
                    by: *by,
                    text: text.to_owned(),
                },
                at,
            )?;
        }
        tx.append_journal("dissent", None, Some(&me), at, &json!({ "member": by, "text": text }))?;
        Ok(())
    })
}

/// What stops the decision.
///
/// # Errors
/// [`StepError::NotFrozen`].
pub fn blockers(desk: &Desk) -> Result<Vec<DecidingBlocker>, StepError> {
    let frozen = desk.batch()?;
    let outcome = merging::outcome(desk)?;
    let opinions = desk.ledger.opinions()?;
    let mut found: Vec<_> = outcome.conflicts.iter().cloned().map(DecidingBlocker::OpenConflict).collect();
    if desk.sheets.is_empty() {
        found.push(DecidingBlocker::NoSheets);
    }
    let open: Vec<_> = frozen
        .file
        .scored()
        .map(|a| a.number().clone())
        .filter(|n| !opinions.iter().any(|o| o.number == *n))
        .collect();
    if !open.is_empty() {
        found.push(DecidingBlocker::OpinionMissing(open));
    }
    Ok(found)
}

/// Signs the decision.
///
/// # Errors
/// [`StepError::DecidingBlocked`] with everything at once; [`StepError::NotYourRole`].
pub fn decide(desk: &mut Desk, at: UnixMillis) -> Result<Decided, StepError> {
    let frozen = desk.batch()?;
    desk.expect_role(&[Role::Chair])?;
    let stops = blockers(desk)?;
    if !stops.is_empty() {
        return Err(StepError::DecidingBlocked(stops));
    }
    let opinions = desk.ledger.opinions()?;
    let entries = frozen
        .file
        .scored()
        .filter_map(|a| opinions.iter().find(|o| o.number == *a.number()).cloned())
        .collect();
    let me = desk.me();
    let decision = Decision {
        schema: 1,
        batch: frozen.file.id,
        standing: digest_of(&merging::outcome(desk)?.standing)?,
        entries,
        dissents: desk.ledger.dissents()?,
        by: me,
        at,
    };
    let envelope = seal(PayloadKind::Decision, &decision, &[&desk.keys])?;
    let (bytes, digest) = (envelope.bytes()?, envelope.payload_digest());
    desk.ledger.transaction(|tx| {
        tx.put_envelope(EnvelopeKind::Decision, &digest, &bytes, at)?;
        let detail = json!({ "entries": decision.entries.len(), "standing": decision.standing });
        tx.append_journal("decide", Some(&digest), Some(&me), at, &detail)?;
        Ok::<_, StepError>(())
    })?;
    Ok(Decided {
        envelope,
        digest,
        decision,
        current: true,
    })
}

/// The latest decision that was signed.
///
/// # Errors
/// A kept decision whose signature does not hold.
pub fn decided(desk: &Desk) -> Result<Option<Decided>, StepError> {
    let stored = desk.ledger.envelopes(EnvelopeKind::Decision)?;
    let Some(stored) = stored.last() else { return Ok(None) };
    let envelope = Envelope::parse(&stored.bytes)?;
    let decision: Decision = open(&envelope, PayloadKind::Decision, &desk.known_keys()?)?;
    let current = digest_of(&merging::outcome(desk)?.standing)? == decision.standing;
    Ok(Some(Decided {
        digest: envelope.payload_digest(),
        envelope,
        decision,
        current,
    }))
}
