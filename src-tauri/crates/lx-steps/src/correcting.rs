//! Corrections of what was read from the papers: the dossier as it stands with them.

use lx_domain::{ApplicantRole, Dossier, FieldId, FieldStatus, Track};
use lx_ledger::{Correction, Ledger, LedgerError};

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

/// A dossier with the corrections of its version applied, the later over the earlier.
pub(crate) fn corrected(ledger: &Ledger, mut dossier: Dossier) -> Result<Dossier, LedgerError> {
    for correction in ledger.corrections(&dossier.number)? {
        if correction.version == dossier.version {
            apply(&mut dossier, &correction);
        }
    }
    Ok(dossier)
}

fn apply(dossier: &mut Dossier, correction: &Correction) {
    let value = &correction.value;
    match correction.field {
        FieldId::Title => dossier.title.clone_from(value),
        FieldId::Track => dossier.track = track_named(value).unwrap_or(dossier.track),
        FieldId::Lead => {
            if let Some(lead) = dossier.applicants.iter_mut().find(|a| a.role == ApplicantRole::Lead) {
                lead.name.clone_from(value);
            }
        }
        _ => {}
    }
    match dossier.fields.iter_mut().find(|f| f.id == correction.field) {
        Some(field) if field.value == *value && field.source.is_some() => field.status = FieldStatus::Found,
        Some(field) => {
            field.value.clone_from(value);
            field.status = FieldStatus::Corrected;
            // Another candidate that was chosen stands where it was read.
            let chosen = field.candidates.iter().find(|c| c.value == *value);
            field.source = chosen.map(|c| c.source.clone());
        }
        None => {
            dossier.fields.push(lx_domain::Field {
                id: correction.field,
                value: value.clone(),
                status: FieldStatus::Corrected,
                source: None,
                candidates: Vec::new(),
            });
            dossier.fields.sort_by_key(|f| f.id);
        }
    }
}
