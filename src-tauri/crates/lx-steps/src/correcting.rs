//! Corrections of what was read from the papers: the dossier as it stands with them.

use lx_domain::{Applicant, ApplicantPart, ApplicantRole, Corrected, Dossier, FieldId, FieldStatus, Finding, Stated, Track, eligibility};
use lx_ledger::{Ledger, LedgerError};

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

/// A dossier with the corrections of its version applied, the later over the earlier. Who may apply is judged anew by what was
/// corrected.
pub(crate) fn corrected(ledger: &Ledger, mut dossier: Dossier) -> Result<Dossier, LedgerError> {
    let mut corrections = ledger.corrections(&dossier.number)?;
    corrections.retain(|c| c.version == dossier.version);
    for correction in &corrections {
        match correction.about {
            Corrected::Field(field) => apply(&mut dossier, field, &correction.value),
            Corrected::Applicant { applicant, part } => apply_part(&mut dossier, applicant, part, &correction.value),
        }
    }
    if corrections.iter().any(|c| bears_on_eligibility(c.about))
        && let Some(draft) = ledger.batch_draft()?
    {
        dossier.findings.retain(|f| !eligibility::CODES.contains(&f.code.as_str()));
        let judged = eligibility::judge(&draft.profile, &dossier);
        dossier.findings.extend(judged);
        dossier.findings.sort_by_key(|f| f.severity);
    }
    Ok(dossier)
}

fn bears_on_eligibility(about: Corrected) -> bool {
    matches!(about, Corrected::Applicant { .. } | Corrected::Field(FieldId::Track))
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
    // The field of the form is the lead's name.
    let lead = dossier.lead().map(|a| a.name.clone());
    if matches!(part, ApplicantPart::Name | ApplicantPart::Role)
        && let Some(lead) = lead
        && dossier.fields.iter().any(|f| f.id == FieldId::Lead && f.value != lead)
    {
        write(dossier, FieldId::Lead, &lead);
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

fn apply(dossier: &mut Dossier, field: FieldId, value: &str) {
    match field {
        FieldId::Title => value.clone_into(&mut dossier.title),
        FieldId::Track => dossier.track = track_named(value).unwrap_or(dossier.track),
        FieldId::Lead => {
            if let Some(lead) = dossier.applicants.iter_mut().find(|a| a.role == ApplicantRole::Lead) {
                value.clone_into(&mut lead.name);
            }
        }
        _ => {}
    }
    write(dossier, field, value);
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
