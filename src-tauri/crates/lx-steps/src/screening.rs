//! Screening: a verdict for each item of the checklist, corrections of fields, the outcome, the first reading.

use std::collections::BTreeMap;

use lx_domain::{
    Admission, ApplicantPart, ApplicantRole, ApplicationNumber, Corrected, Digest, Dossier, FieldId, FirstReading, ItemId, ItemState,
    ItemVerdict, Outcome, Profile, Role, Source, UnixMillis,
};
use lx_ledger::Correction;
use lx_seal::digest_of;
use serde_json::json;

pub use crate::correcting::track_named;
use crate::{
    Desk, StepError,
    correcting::{bears_on_outcome, expect_value},
    prefill::{self, Suggestion},
};

/// One line of the screening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScreenedItem {
    /// Which item of the checklist.
    pub id: ItemId,
    /// Its state, reason and places.
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
    /// Once a person has confirmed it by the profile in force.
    pub confirmed: Option<Admission>,
}

/// A person's verdict on one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// 齐备, 缺失, 不规范, 不适用.
    pub state: ItemState,
    /// Where; absent to keep the places that stand.
    pub places: Option<Vec<Source>>,
}

impl From<ItemState> for Given {
    fn from(state: ItemState) -> Self {
        Self { state, places: None }
    }
}

/// The screening of one application.
///
/// # Errors
/// [`StepError::UnknownApplication`], [`StepError::NoBatch`].
pub fn screening(desk: &Desk, dossier: &Dossier) -> Result<Screening, StepError> {
    let profile = desk.profile()?;
    screened(desk, dossier, &profile, &digest_of(&profile)?)
}

/// The screenings of many, in their order: the profile is read and digested once.
///
/// # Errors
/// As [`screening`].
pub fn screenings(desk: &Desk, dossiers: &[Dossier]) -> Result<Vec<Screening>, StepError> {
    let profile = desk.profile()?;
    let digest = digest_of(&profile)?;
    dossiers.iter().map(|dossier| screened(desk, dossier, &profile, &digest)).collect()
}

fn screened(desk: &Desk, dossier: &Dossier, profile: &Profile, by_profile: &Digest) -> Result<Screening, StepError> {
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
    let Suggestion { items: suggested, .. } = prefill::suggest(profile, dossier);
    let given = desk.ledger.item_verdicts(&dossier.number)?;
    let merged: BTreeMap<_, _> = suggested.into_iter().chain(given.clone()).collect();
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
    let confirmed = desk.ledger.admission(&dossier.number)?.filter(|a| is_of(a, by_profile));
    let (outcome, reason) = match &confirmed {
        Some(admission) => (admission.outcome, admission.reason.clone()),
        None => prefill::outcome(profile, dossier, &merged),
    };
    Ok(Screening {
        items,
        outcome,
        reason,
        confirmed,
    })
}

/// Whether a record was made by this profile: another checklist asks for another screening. Records of earlier versions of the
/// program don't say and are taken as they are.
pub(crate) fn is_of(admission: &Admission, profile: &Digest) -> bool {
    admission.profile.is_none_or(|by| by == *profile)
}

pub(crate) fn expect_open(desk: &Desk) -> Result<(), StepError> {
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
/// [`StepError::ReasonMissing`], [`StepError::MissingGlyphs`], [`StepError::Unknown`] for an item or the document of a place,
/// [`StepError::MovedOn`], [`StepError::Frozen`]: nothing was written.
pub fn screen(
    desk: &mut Desk,
    number: &ApplicationNumber,
    items: &BTreeMap<ItemId, Given>,
    outcome: Option<Outcome>,
    reason: &str,
    at: UnixMillis,
) -> Result<(), StepError> {
    expect_open(desk)?;
    let dossier = desk.dossier(number)?;
    desk.expect_here(number)?;
    let reason = reason.trim();
    crate::printable::expect_glyphs(reason)?;
    let before = screening(desk, &dossier)?;
    let mut verdicts = BTreeMap::new();
    for (id, given) in items {
        verdicts.insert(id.clone(), verdict(&dossier, &before, id, given, reason)?);
    }
    // Everything that can be refused was asked before anything is written: verdicts and outcome are one whole.
    let ended = outcome.map(|outcome| admission(desk, &dossier, before, &verdicts, outcome, reason, at));
    let ended = ended.transpose()?;
    let me = desk.me();
    desk.ledger.transaction(|tx| {
        for (id, verdict) in &verdicts {
            tx.put_item_verdict(number, id, verdict, &me, at)?;
        }
        if outcome.is_none() && !items.is_empty() {
            tx.remove_admission(number)?;
        }
        let states: BTreeMap<_, _> = items.iter().map(|(id, given)| (id, given.state)).collect();
        let detail = json!({ "number": number, "items": states, "outcome": outcome });
        tx.append_journal("screen", None, Some(&me), at, &detail)?;
        if let Some(ended) = &ended {
            tx.put_admission(ended, dossier.version)?;
            let detail = json!({ "number": number, "outcome": ended.outcome, "reason": ended.reason, "profile": ended.profile });
            tx.append_journal("admission", Some(&ended.dossier), Some(&me), at, &detail)?;
        }
        Ok(())
    })
}

/// The verdict as it is kept: with the reason given, else the one that stands; 齐备 needs neither reason nor place.
fn verdict(dossier: &Dossier, before: &Screening, id: &ItemId, given: &Given, reason: &str) -> Result<ItemVerdict, StepError> {
    let unknown = |what, name: &str| StepError::Unknown {
        what,
        name: name.to_owned(),
    };
    let line = before
        .items
        .iter()
        .find(|i| i.id == *id)
        .ok_or_else(|| unknown("item", id.as_str()))?;
    for place in given.places.iter().flatten() {
        if !dossier.documents.iter().any(|d| d.path == place.document) {
            return Err(unknown("document", &place.document));
        }
    }
    if given.state == ItemState::Present {
        return Ok(ItemVerdict {
            state: ItemState::Present,
            reason: String::new(),
            places: given.places.clone().unwrap_or_default(),
        });
    }
    let old = Some(&line.verdict).filter(|v| v.state == given.state);
    let reason = match (reason.is_empty(), old) {
        (false, _) => reason.to_owned(),
        (true, Some(old)) => old.reason.clone(),
        (true, None) => return Err(StepError::ReasonMissing),
    };
    // Another state has its faults elsewhere only where a person says so: the places of a finding stay with the item.
    let places = given.places.clone().unwrap_or_else(|| line.verdict.places.clone());
    Ok(ItemVerdict {
        state: given.state,
        reason,
        places,
    })
}

/// The record of a screening that ends with these verdicts over those that stood before.
fn admission(
    desk: &Desk,
    dossier: &Dossier,
    before: Screening,
    verdicts: &BTreeMap<ItemId, ItemVerdict>,
    outcome: Outcome,
    reason: &str,
    at: UnixMillis,
) -> Result<Admission, StepError> {
    let profile = desk.profile()?;
    let mut items: BTreeMap<_, _> = before.items.into_iter().map(|i| (i.id, i.verdict)).collect();
    items.extend(verdicts.clone());
    let (suggested, words) = prefill::outcome(&profile, dossier, &items);
    let reason = match (reason.is_empty(), suggested == outcome) {
        (false, _) => reason.to_owned(),
        (true, true) => words,
        (true, false) => return Err(StepError::ReasonMissing),
    };
    crate::printable::expect_glyphs(&reason)?;
    Ok(Admission {
        number: dossier.number.clone(),
        dossier: digest_of(dossier)?,
        items,
        outcome,
        reason,
        by: desk.me(),
        at,
        profile: Some(digest_of(&profile)?),
        first_reading: before
            .confirmed
            .and_then(|a| a.first_reading)
            .filter(|_| outcome == Outcome::Forward),
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

/// Writes down the first reading (初步审阅意见) of a forwarded application, over an earlier one.
///
/// # Errors
/// [`StepError::NotForwarded`] unless its screening ended with 代收; [`StepError::Empty`], [`StepError::MissingGlyphs`].
pub fn read_first(desk: &mut Desk, number: &ApplicationNumber, text: &str, at: UnixMillis) -> Result<(), StepError> {
    expect_open(desk)?;
    let text = text.trim();
    if text.is_empty() {
        return Err(StepError::Empty("first_reading"));
    }
    crate::printable::expect_glyphs(text)?;
    let dossier = desk.dossier(number)?;
    let ended = screening(desk, &dossier)?.confirmed.filter(|a| a.outcome == Outcome::Forward);
    let mut admission = ended.ok_or_else(|| StepError::NotForwarded(number.clone()))?;
    let me = desk.me();
    admission.first_reading = Some(FirstReading {
        text: text.to_owned(),
        by: me,
        at,
    });
    desk.ledger.transaction(|tx| {
        tx.put_admission(&admission, dossier.version)?;
        let detail = json!({ "number": number, "text": text });
        tx.append_journal("first_reading", Some(&admission.dossier), Some(&me), at, &detail)?;
        Ok(())
    })
}

/// Writes a person's value over a field, or confirms the one that was read. The screening is open again afterwards where its
/// outcome rests on what is no longer so.
///
/// # Errors
/// [`StepError::Empty`], [`StepError::Unknown`], [`StepError::LeadNeeded`], [`StepError::MissingGlyphs`], [`StepError::Frozen`].
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
    expect_value(field, value)?;
    if field == FieldId::Number {
        return crate::renumbering::renumber(desk, number, value, reason, at).map(drop);
    }
    let dossier = desk.dossier(number)?;
    let about = Corrected::Field(field);
    let bears = bears_on_outcome(&desk.ledger, &dossier, about, value)?;
    let me = desk.me();
    let correction = Correction {
        number: number.clone(),
        version: dossier.version,
        about,
        value: value.to_owned(),
        reason: reason.trim().to_owned(),
        by: me,
        at,
    };
    desk.ledger.transaction(|tx| {
        tx.put_correction(&correction)?;
        let reopened = bears && tx.remove_admission(number)?;
        let detail = json!({ "number": number, "field": field, "value": value, "reason": correction.reason, "reopened": reopened });
        tx.append_journal("correct_field", None, Some(&me), at, &detail)?;
        Ok(())
    })
}

/// Writes a person's value over a property of an applicant (the `applicant`th of those that were read), or confirms the one that
/// was read. Names of classes and roles are their ids. The screening is opened again as by [`correct_field`].
///
/// # Errors
/// [`StepError::Unknown`] for an applicant or a value that is none, [`StepError::LeadNeeded`], [`StepError::MissingGlyphs`],
/// [`StepError::Frozen`].
pub fn correct_applicant(
    desk: &mut Desk,
    number: &ApplicationNumber,
    applicant: u32,
    part: ApplicantPart,
    value: &str,
    reason: &str,
    at: UnixMillis,
) -> Result<(), StepError> {
    expect_open(desk)?;
    let dossier = desk.dossier(number)?;
    let unknown = |what, name: &str| StepError::Unknown {
        what,
        name: name.to_owned(),
    };
    let nth = usize::try_from(applicant).ok().and_then(|nth| dossier.applicants.get(nth));
    let mut one = nth.ok_or_else(|| unknown("applicant", &applicant.to_string()))?.clone();
    let was_lead = one.role == ApplicantRole::Lead;
    one.set_part(part, value).map_err(|_| unknown("value", value))?;
    if was_lead && one.role != ApplicantRole::Lead {
        return Err(StepError::LeadNeeded);
    }
    let value = one.part(part);
    crate::printable::expect_glyphs(&value)?;
    let about = Corrected::Applicant { applicant, part };
    let bears = bears_on_outcome(&desk.ledger, &dossier, about, &value)?;
    let me = desk.me();
    let correction = Correction {
        number: number.clone(),
        version: dossier.version,
        about,
        value,
        reason: reason.trim().to_owned(),
        by: me,
        at,
    };
    desk.ledger.transaction(|tx| {
        tx.put_correction(&correction)?;
        let reopened = bears && tx.remove_admission(number)?;
        let detail = json!({
            "number": number, "applicant": one.name, "part": part, "value": correction.value, "reason": correction.reason,
            "reopened": reopened,
        });
        tx.append_journal("correct_applicant", None, Some(&me), at, &detail)?;
        Ok(())
    })
}
