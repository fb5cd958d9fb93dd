//! Rulings (裁定): signed decisions that change what counts. Nothing that they change is deleted.

use std::path::PathBuf;

use lx_domain::{Fingerprint, Member, Role, Ruling, RulingKind, Sheet, UnixMillis, check_points};
use lx_ledger::EnvelopeKind;
use lx_seal::{PayloadKind, seal};
use serde_json::json;

use crate::{Desk, StepError, identity};

/// Signs a ruling.
///
/// # Errors
/// [`StepError::ReasonMissing`], [`StepError::NotYourRole`], [`StepError::Unknown`] for anything it names that is not there,
/// [`StepError::Points`] for a correction outside the rubric.
pub fn rule(desk: &mut Desk, kind: RulingKind, reason: &str, at: UnixMillis) -> Result<Ruling, StepError> {
    let frozen = desk.batch()?;
    desk.expect_role(&[Role::Chair, Role::Deputy])?;
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(StepError::ReasonMissing);
    }
    crate::printable::expect_glyphs(reason)?;
    expect_known(desk, &kind)?;
    let me = desk.me();
    let sequence = desk.rulings()?.last().map_or(1, |r| r.sequence.saturating_add(1));
    let ruling = Ruling {
        schema: 1,
        batch: frozen.file.id,
        sequence,
        kind,
        reason: reason.to_owned(),
        by: me,
        at,
    };
    let envelope = seal(PayloadKind::Ruling, &ruling, &[&desk.keys])?;
    let (bytes, digest) = (envelope.bytes()?, envelope.payload_digest());
    desk.ledger.transaction(|tx| {
        tx.put_envelope(EnvelopeKind::Ruling, &digest, &bytes, at)?;
        let detail = json!({ "sequence": sequence, "kind": ruling.kind, "reason": ruling.reason });
        tx.append_journal("rule", Some(&digest), Some(&me), at, &detail)?;
        Ok::<_, StepError>(())
    })?;
    Ok(ruling)
}

/// The roster with some people taken off and others added. A seat that somebody had is not given to another person: 专家3 stays
/// who it was.
///
/// # Errors
/// [`StepError::AlreadyMember`], and what reading a card can meet.
pub fn amended(desk: &Desk, add: &[PathBuf], remove: &[Fingerprint]) -> Result<RulingKind, StepError> {
    let before = desk.batch()?;
    let mut roster = desk.roster()?;
    roster.members.retain(|m| !remove.contains(&m.fingerprint));
    for path in add {
        let (card, fingerprint) = identity::read_card(path)?;
        if roster.member(&fingerprint).is_some() {
            return Err(StepError::AlreadyMember(fingerprint));
        }
        let seats = before
            .file
            .roster
            .with_role(card.role)
            .chain(roster.with_role(card.role))
            .map(|m| m.seat);
        let seat = seats.max().unwrap_or_default().saturating_add(1);
        roster.members.push(Member {
            fingerprint,
            role: card.role,
            seat,
            card,
        });
    }
    Ok(RulingKind::Amend { roster })
}

fn expect_known(desk: &Desk, kind: &RulingKind) -> Result<(), StepError> {
    let frozen = desk.batch()?;
    let profile = &frozen.file.profile;
    let roster = desk.roster()?;
    let unknown = |what: &'static str, name: String| Err(StepError::Unknown { what, name });
    let scored = |number: &lx_domain::ApplicationNumber| {
        let found = frozen.file.application(number).is_some_and(lx_domain::BatchApplication::is_scored);
        if found {
            Ok(())
        } else {
            Err(StepError::UnknownApplication(number.to_string()))
        }
    };
    let member = |fingerprint: &lx_domain::Fingerprint| match roster.member(fingerprint) {
        Some(_) => Ok(()),
        None => Err(StepError::Unknown {
            what: "member",
            name: fingerprint.to_string(),
        }),
    };
    match kind {
        RulingKind::Void { sheet } if !desk.sheets.contains_key(sheet) => unknown("sheet", sheet.to_string()),
        RulingKind::Resolve { reviewer, keep } => {
            let own = |sheet: &Sheet| sheet.reviewer == *reviewer;
            if desk.sheets.get(keep).is_some_and(|s| own(s)) {
                Ok(())
            } else {
                unknown("sheet", keep.to_string())
            }
        }
        RulingKind::Recuse { reviewer, number, ground } => {
            member(reviewer)?;
            scored(number)?;
            if profile.recusal_grounds.iter().any(|g| g.id == *ground) {
                Ok(())
            } else {
                unknown("ground", ground.clone())
            }
        }
        RulingKind::Correct {
            reviewer,
            number,
            criterion,
            points,
            ..
        } => {
            member(reviewer)?;
            scored(number)?;
            let Some(found) = profile.criterion(criterion) else {
                return unknown("criterion", criterion.to_string());
            };
            check_points(found, *points).map_err(|fault| StepError::Points {
                criterion: found.name.clone(),
                fault,
            })
        }
        RulingKind::BreakTie { order } => order.iter().try_for_each(scored),
        RulingKind::Amend { roster } => {
            crate::desk::roster_keys(roster)?;
            if roster.member(&frozen.file.chair).is_some() {
                Ok(())
            } else {
                unknown("member", frozen.file.chair.to_string())
            }
        }
        RulingKind::Void { .. } => Ok(()),
    }
}
