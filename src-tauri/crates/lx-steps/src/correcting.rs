//! Corrections of what was read from the papers: the dossier as it stands with them.

pub(crate) mod naming;

use std::collections::BTreeMap;

use lx_domain::{
    Applicant, ApplicantPart, ApplicantRole, Corrected, Document, Dossier, FieldId, FieldStatus, Finding, Severity, Stated, Track,
    eligibility,
};
use lx_intake::{is_of_applicants, papers_of_applicants, split_names};
use lx_ledger::{Ledger, LedgerError};

use crate::StepError;

/// A track by its id or by the words of a form.
#[must_use]
pub fn track_named(text: &str) -> Option<Track> {
    match text.trim() {
        "pilot" | "试点" => Some(Track::Pilot),
        "coaching" | "试点辅导" | "辅导" => Some(Track::Coaching),
        "forwarded" | "代收" => Some(Track::Forwarded),
        _ => None,
    }
}

/// Whether a field can have this value: never none, a track by its name, somebody who leads.
pub(crate) fn expect_value(field: FieldId, value: &str) -> Result<(), StepError> {
    if value.is_empty() {
        return Err(StepError::Empty("value"));
    }
    if matches!(field, FieldId::Lead | FieldId::Joint) {
        crate::printable::expect_glyphs(value)?;
    }
    match field {
        FieldId::Track if track_named(value).is_none() => Err(StepError::Unknown {
            what: "track",
            name: value.to_owned(),
        }),
        FieldId::Lead if split_names(value).is_empty() => Err(StepError::LeadNeeded),
        _ => Ok(()),
    }
}

/// A dossier with the corrections of its version applied, the later over the earlier. Who may apply, and which papers the
/// applicants owe, is judged anew by what was corrected.
pub(crate) fn corrected(ledger: &Ledger, mut dossier: Dossier) -> Result<Dossier, LedgerError> {
    let mut corrections = ledger.corrections(&dossier.number)?;
    corrections.retain(|c| c.version == dossier.version);
    for correction in &corrections {
        apply(&mut dossier, correction.about, &correction.value);
    }
    let about: Vec<Corrected> = corrections.iter().map(|c| c.about).collect();
    judged(ledger, dossier, &about)
}

/// The findings that follow from what was corrected, made anew.
fn judged(ledger: &Ledger, mut dossier: Dossier, about: &[Corrected]) -> Result<Dossier, LedgerError> {
    if !about.iter().any(|about| bears_on_eligibility(*about)) {
        return Ok(dossier);
    }
    let Some(draft) = ledger.batch_draft()? else { return Ok(dossier) };
    dossier.findings.retain(|f| !eligibility::CODES.contains(&f.code.as_str()));
    let eligible = eligibility::judge(&draft.profile, &dossier);
    dossier.findings.extend(eligible);
    // Without papers nothing can be said of them.
    if about.iter().any(|about| names_applicants(*about)) && !dossier.documents.is_empty() {
        let mut texts = BTreeMap::new();
        for document in dossier.documents.iter().filter(|d| d.item.is_some()) {
            let blocks = ledger.document_text(&document.digest)?;
            texts.insert(document.digest, blocks.into_iter().map(|b| b.text).collect::<String>());
        }
        let text = |document: &Document| texts.get(&document.digest).cloned().unwrap_or_default();
        let missing = papers_of_applicants(&draft.profile, &dossier, &text);
        dossier.findings.retain(|f| !is_of_applicants(&draft.profile, f));
        dossier.findings.extend(missing);
    }
    dossier.findings.sort_by_key(|f| f.severity);
    Ok(dossier)
}

/// Whether an outcome that was confirmed before a correction rests on what is no longer so: the track, who applies, what stands
/// in the way of eligibility, what is missing.
pub(crate) fn bears_on_outcome(ledger: &Ledger, before: &Dossier, about: Corrected, value: &str) -> Result<bool, LedgerError> {
    let mut after = before.clone();
    apply(&mut after, about, value);
    let rests_on = |dossier: Dossier| -> Result<_, LedgerError> {
        let dossier = judged(ledger, dossier, &[about])?;
        let eligible = dossier.findings.iter().filter(|f| eligibility::CODES.contains(&f.code.as_str()));
        let missing = dossier.findings.iter().filter(|f| f.severity == Severity::Error);
        let missing = missing.map(|f| (f.code.clone(), f.args.clone()));
        let mut all: Vec<_> = eligible.map(|f| (f.code.clone(), BTreeMap::new())).chain(missing).collect();
        all.sort();
        Ok((dossier.track, dossier.applicants.len(), all))
    };
    Ok(rests_on(before.clone())? != rests_on(after)?)
}

fn bears_on_eligibility(about: Corrected) -> bool {
    matches!(about, Corrected::Applicant { .. } | Corrected::Field(FieldId::Track)) || names_applicants(about)
}

fn names_applicants(about: Corrected) -> bool {
    match about {
        Corrected::Field(field) => matches!(field, FieldId::Lead | FieldId::Joint),
        Corrected::Applicant { part, .. } => part == ApplicantPart::Name,
    }
}

/// Writes one value over what stands.
pub(crate) fn apply(dossier: &mut Dossier, about: Corrected, value: &str) {
    match about {
        Corrected::Field(field) => apply_field(dossier, field, value),
        Corrected::Applicant { applicant, part } => apply_part(dossier, applicant, part, value),
    }
}

fn apply_part(dossier: &mut Dossier, applicant: u32, part: ApplicantPart, value: &str) {
    let Ok(at) = usize::try_from(applicant) else { return };
    let Some(one) = dossier.applicants.get_mut(at) else { return };
    let same = one.part(part) == *value;
    if one.set_part(part, value).is_err() {
        return;
    }
    let (name, right_code) = (one.name.clone(), one.credit_code_valid == Some(true));
    settle(one, part, value, same);
    if part == ApplicantPart::Role && !same {
        for (other, applicant) in dossier.applicants.iter_mut().enumerate() {
            applicant.role = if other == at { ApplicantRole::Lead } else { ApplicantRole::Joint };
        }
    }
    if part == ApplicantPart::CreditCode && right_code {
        let faulty = |f: &Finding| f.code.starts_with("credit_code_") && f.args.get("applicant") == Some(&name);
        dossier.findings.retain(|f| !faulty(f));
    }
    if matches!(part, ApplicantPart::Name | ApplicantPart::Role) {
        name_in_fields(dossier);
    }
}

/// The fields of the form have the names of the applicants.
fn name_in_fields(dossier: &mut Dossier) {
    let stated = |dossier: &Dossier, id: FieldId| dossier.fields.iter().find(|f| f.id == id).map(|f| f.value.clone());
    let lead = dossier.lead().map(|a| a.name.clone());
    if let (Some(lead), Some(stated)) = (lead, stated(dossier, FieldId::Lead))
        && stated != lead
    {
        write(dossier, FieldId::Lead, &lead);
    }
    let joint = naming::joint(dossier);
    let said = stated(dossier, FieldId::Joint).is_some_and(|said| !said.is_empty());
    if said && !joint.is_empty() && !naming::are_joint(dossier) {
        write(dossier, FieldId::Joint, &joint);
    }
}

/// How sure a property is once a person has spoken: a value that was confirmed stands where it was read.
fn settle(one: &mut Applicant, part: ApplicantPart, value: &str, same: bool) {
    let stated = match one.stated.iter_mut().find(|s| s.part == part) {
        Some(stated) => stated,
        None => {
            one.stated.push(Stated {
                part,
                status: FieldStatus::Confirm,
                source: None,
                candidates: Vec::new(),
            });
            one.stated.sort_by_key(|s| s.part);
            return settle(one, part, value, same);
        }
    };
    if same && stated.source.is_some() {
        stated.status = FieldStatus::Found;
    } else {
        stated.status = FieldStatus::Corrected;
        let chosen = stated.candidates.iter().find(|c| c.value == value);
        stated.source = chosen.map(|c| c.source.clone());
    }
}

fn apply_field(dossier: &mut Dossier, field: FieldId, value: &str) {
    match field {
        FieldId::Title => value.clone_into(&mut dossier.title),
        FieldId::Track => dossier.track = track_named(value).unwrap_or(dossier.track),
        FieldId::Lead => naming::lead(&mut dossier.applicants, value),
        FieldId::Joint => naming::join(&mut dossier.applicants, value),
        _ => {}
    }
    write(dossier, field, value);
    if field == FieldId::Lead {
        name_in_fields(dossier);
    }
}

fn write(dossier: &mut Dossier, id: FieldId, value: &str) {
    match dossier.fields.iter_mut().find(|f| f.id == id) {
        Some(field) if field.value == value && field.source.is_some() => field.status = FieldStatus::Found,
        Some(field) => {
            value.clone_into(&mut field.value);
            field.status = FieldStatus::Corrected;
            // Another candidate that was chosen stands where it was read.
            let chosen = field.candidates.iter().find(|c| c.value == value);
            field.source = chosen.map(|c| c.source.clone());
        }
        None => {
            dossier.fields.push(lx_domain::Field {
                id,
                value: value.to_owned(),
                status: FieldStatus::Corrected,
                source: None,
                candidates: Vec::new(),
            });
            dossier.fields.sort_by_key(|f| f.id);
        }
    }
}
