//! Screening: a verdict for each item of the checklist, corrections of fields, the outcome.

use std::collections::BTreeMap;

use lx_domain::{Admission, ApplicationNumber, Dossier, FieldId, ItemId, ItemState, ItemVerdict, Outcome, Role, UnixMillis};
use lx_ledger::Correction;
use lx_seal::digest_of;
use serde_json::json;

pub use crate::correcting::track_named;
use crate::{
    Desk, StepError,
    prefill::{self, Suggestion},
};

/// One line of the screening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenedItem {
    /// Which item of the checklist.
    pub id: ItemId,
    /// Its state and reason.
    pub verdict: ItemVerdict,
    /// Whether no person has touched it.
    pub prefilled: bool,
}

/// The screening of one application as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screening {
    /// One line per item, in the profile's order.
    pub items: Vec<ScreenedItem>,
    /// Outcome, suggested while nobody has confirmed one.
    pub outcome: Outcome,
    /// Its reason.
    pub reason: String,
    /// Once a person has confirmed it.
    pub confirmed: Option<Admission>,
}

/// The screening of one application.
///
/// # Errors
/// [`StepError::UnknownApplication`], [`StepError::NoBatch`].
pub fn screening(desk: &Desk, dossier: &Dossier) -> Result<Screening, StepError> {
    let profile = desk.profile()?;
    if let Some(frozen) = desk.frozen() {
        let unknown = || StepError::UnknownApplication(dossier.number.to_string());
        let admission = frozen.file.application(&dossier.number).ok_or_else(unknown)?.admission.clone();
        let line = |id: &ItemId| {
            admission.items.get(id).map(|v| ScreenedItem {
                id: id.clone(),
                verdict: v.clone(),
                prefilled: false,
            })
        };
        let items = profile.checklist.iter().filter_map(|item| line(&item.id)).collect();
        return Ok(Screening {
            items,
            outcome: admission.outcome,
            reason: admission.reason.clone(),
            confirmed: Some(admission),
        });
    }
    let Suggestion { items: suggested, .. } = prefill::suggest(&profile, dossier);
    let given = desk.ledger.item_verdicts(&dossier.number)?;
    let merged: BTreeMap<_, _> = suggested.into_iter().chain(given.clone()).collect();
    let (outcome, reason) = prefill::outcome(&profile, dossier, &merged);
    let line = |(id, verdict): (&ItemId, &ItemVerdict)| ScreenedItem {
        id: id.clone(),
        verdict: verdict.clone(),
        prefilled: !given.contains_key(id),
    };
    let items = profile
        .checklist
        .iter()
        .filter_map(|item| merged.get_key_value(&item.id).map(line))
        .collect();
    let confirmed = desk.ledger.admission(&dossier.number)?;
    Ok(match confirmed {
        Some(admission) => Screening {
            items,
            outcome: admission.outcome,
            reason: admission.reason.clone(),
            confirmed: Some(admission),
        },
        None => Screening {
            items,
            outcome,
            reason,
            confirmed: None,
        },
    })
}

fn expect_open(desk: &Desk) -> Result<(), StepError> {
    desk.expect_role(&[Role::Secretary, Role::Chair])?;
    if desk.frozen.is_some() {
        return Err(StepError::Frozen);
    }
    if desk.ledger.batch_draft()?.is_none() {
        return Err(StepError::NoBatch);
    }
    Ok(())
}

/// Gives verdicts on items and, where `outcome` is given, ends the screening with it.
///
/// Anything else than 齐备 needs a reason; so does an outcome that the items do not suggest. A verdict given after the outcome
/// opens the screening again.
///
/// # Errors
/// [`StepError::ReasonMissing`], [`StepError::Unknown`] for an item, [`StepError::Frozen`].
pub fn screen(
    desk: &mut Desk,
    number: &ApplicationNumber,
    items: &BTreeMap<ItemId, ItemState>,
    outcome: Option<Outcome>,
    reason: &str,
    at: UnixMillis,
) -> Result<(), StepError> {
    expect_open(desk)?;
    let dossier = desk.dossier(number)?;
    let profile = desk.profile()?;
    if let Some(id) = items.keys().find(|id| !profile.checklist.iter().any(|item| item.id == **id)) {
        return Err(StepError::Unknown {
            what: "item",
            name: id.to_string(),
        });
    }
    let reason = reason.trim();
    let before = screening(desk, &dossier)?;
    let needs_reason = |(id, state): (&ItemId, &ItemState)| {
        *state != ItemState::Present && reason.is_empty() && !before.items.iter().any(|i| i.id == *id && i.verdict.state == *state)
    };
    if items.iter().any(needs_reason) {
        return Err(StepError::ReasonMissing);
    }
    let me = desk.me();
    desk.ledger.transaction(|tx| {
        for (id, state) in items {
            let old = before
                .items
                .iter()
                .find(|i| i.id == *id && i.verdict.state == *state)
                .map(|i| i.verdict.reason.clone());
            let words = if reason.is_empty() {
                old.unwrap_or_default()
            } else {
                reason.to_owned()
            };
            let words = if *state == ItemState::Present { String::new() } else { words };
            tx.put_item_verdict(
                number,
                id,
                &ItemVerdict {
                    state: *state,
                    reason: words,
                },
                &me,
                at,
            )?;
        }
        if outcome.is_none() && !items.is_empty() {
            tx.remove_admission(number)?;
        }
        let detail = json!({ "number": number, "items": items, "outcome": outcome });
        tx.append_journal("screen", None, Some(&me), at, &detail)?;
        Ok::<_, StepError>(())
    })?;
    match outcome {
        Some(outcome) => confirm(desk, &dossier, outcome, reason, at),
        None => Ok(()),
    }
}

fn confirm(desk: &mut Desk, dossier: &Dossier, outcome: Outcome, reason: &str, at: UnixMillis) -> Result<(), StepError> {
    let now = screening(desk, dossier)?;
    let items: BTreeMap<_, _> = now.items.into_iter().map(|i| (i.id, i.verdict)).collect();
    let (suggested, words) = prefill::outcome(&desk.profile()?, dossier, &items);
    let reason = match (reason.is_empty(), suggested == outcome) {
        (false, _) => reason.to_owned(),
        (true, true) => words,
        (true, false) => return Err(StepError::ReasonMissing),
    };
    let missing = lx_report::check_glyphs(&reason);
    if !missing.is_empty() {
        return Err(StepError::MissingGlyphs(missing));
    }
    let me = desk.me();
    let digest = digest_of(dossier)?;
    let admission = Admission {
        number: dossier.number.clone(),
        dossier: digest,
        items,
        outcome,
        reason,
        by: me,
        at,
    };
    desk.ledger.transaction(|tx| {
        tx.put_admission(&admission)?;
        let detail = json!({ "number": admission.number, "outcome": outcome, "reason": admission.reason });
        tx.append_journal("admission", Some(&digest), Some(&me), at, &detail)?;
        Ok(())
    })
}

/// What persons confirmed or corrected of an application as it stands, oldest first; none on a desk that only reviews.
///
/// # Errors
/// What reading the desk can meet.
pub fn corrections(desk: &Desk, dossier: &Dossier) -> Result<Vec<Correction>, StepError> {
    let mut all = desk.ledger.corrections(&dossier.number)?;
    all.retain(|c| c.version == dossier.version);
    Ok(all)
}

/// Writes a person's value over a field, or confirms the one that was read. The screening is open again afterwards only where
/// the track changes.
///
/// # Errors
/// [`StepError::Empty`], [`StepError::Unknown`], [`StepError::Frozen`].
pub fn correct_field(
    desk: &mut Desk,
    number: &ApplicationNumber,
    field: FieldId,
    value: &str,
    reason: &str,
    at: UnixMillis,
) -> Result<(), StepError> {
    expect_open(desk)?;
    let value = value.trim();
    if value.is_empty() {
        return Err(StepError::Empty("value"));
    }
    if field == FieldId::Track && track_named(value).is_none() {
        return Err(StepError::Unknown {
            what: "track",
            name: value.to_owned(),
        });
    }
    let dossier = desk.dossier(number)?;
    let me = desk.me();
    let correction = Correction {
        number: number.clone(),
        version: dossier.version,
        field,
        value: value.to_owned(),
        reason: reason.trim().to_owned(),
        by: me,
        at,
    };
    desk.ledger.transaction(|tx| {
        tx.put_correction(&correction)?;
        if field == FieldId::Track {
            tx.remove_admission(number)?;
        }
        let detail = json!({ "number": number, "field": field, "value": value, "reason": correction.reason });
        tx.append_journal("correct_field", None, Some(&me), at, &detail)?;
        Ok(())
    })
}
