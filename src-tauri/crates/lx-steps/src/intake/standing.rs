//! What persons corrected of an application goes on into its next version, where its papers still read as they did.

use std::collections::{BTreeMap, BTreeSet};

use lx_domain::{Applicant, ApplicantPart, Candidate, Corrected, Dossier, FieldId, FieldStatus, Finding, Severity};
use lx_ledger::Correction;

/// Says that a correction did not go on.
const OPEN: &str = "correction_open";

/// Which of the corrections of one version stand in the next, oldest first; `before` and `now` are as they were read. One whose
/// papers read otherwise now does not: its value is to be confirmed, and a finding says what it was.
pub(super) fn standing(said: Vec<Correction>, before: &Dossier, now: &mut Dossier) -> Vec<Correction> {
    let lists = |about| matches!(about, Corrected::Field(FieldId::Lead | FieldId::Joint));
    // These may make applicants come and go, so that places of applicants hold only as long as all of it does.
    let listed = said.iter().any(|c| lists(c.about));
    let same_list = names(before) == names(now)
        && said
            .iter()
            .filter(|c| lists(c.about))
            .all(|c| reads_same(c.about, &c.value, before, now));
    let mut stand = Vec::new();
    let mut open: BTreeMap<String, Correction> = BTreeMap::new();
    for correction in said {
        let about = match correction.about {
            Corrected::Applicant { .. } if listed && same_list => Some(correction.about),
            Corrected::Applicant { .. } if listed => None,
            Corrected::Applicant { applicant, part } => {
                place(applicant, before, now).map(|applicant| Corrected::Applicant { applicant, part })
            }
            Corrected::Field(_) => Some(correction.about),
        };
        match about {
            Some(now_about) if holds(correction.about, now_about, &correction.value, before, now) => stand.push(Correction {
                version: now.version,
                about: now_about,
                ..correction
            }),
            // Of several on the same, the last is the one that stood.
            _ => drop(open.insert(format!("{:?}", correction.about), correction)),
        }
    }
    for correction in open.into_values() {
        doubt(&correction, before, now);
    }
    now.findings.sort_by_key(|f| f.severity);
    stand
}

fn names(dossier: &Dossier) -> Vec<&str> {
    dossier.applicants.iter().map(|a| a.name.as_str()).collect()
}

fn nth(dossier: &Dossier, applicant: u32) -> Option<&Applicant> {
    dossier.applicants.get(usize::try_from(applicant).ok()?)
}

/// Where an applicant of the earlier version stands now.
fn place(applicant: u32, before: &Dossier, now: &Dossier) -> Option<u32> {
    let name = &nth(before, applicant)?.name;
    u32::try_from(now.applicants.iter().position(|a| a.name == *name)?).ok()
}

fn holds(was: Corrected, is: Corrected, value: &str, before: &Dossier, now: &Dossier) -> bool {
    match (was, is) {
        (Corrected::Applicant { applicant, part }, Corrected::Applicant { applicant: moved, .. }) => {
            match (nth(before, applicant), nth(now, moved)) {
                (Some(a), Some(b)) => unchanged(value, &of_part(a, part), &of_part(b, part)),
                // A person added this one.
                (None, None) => true,
                _ => false,
            }
        }
        _ => reads_same(was, value, before, now),
    }
}

fn reads_same(about: Corrected, value: &str, before: &Dossier, now: &Dossier) -> bool {
    let Corrected::Field(id) = about else { return false };
    let read = |dossier: &Dossier| {
        let field = dossier.fields.iter().find(|f| f.id == id);
        field.map_or_else(<(String, BTreeSet<String>)>::default, |f| (f.value.clone(), values(&f.candidates)))
    };
    unchanged(value, &read(before), &read(now))
}

fn of_part(applicant: &Applicant, part: ApplicantPart) -> (String, BTreeSet<String>) {
    let stated = applicant.stated(part).map(|s| values(&s.candidates)).unwrap_or_default();
    (applicant.part(part), stated)
}

fn values(candidates: &[Candidate]) -> BTreeSet<String> {
    candidates.iter().map(|c| c.value.clone()).collect()
}

/// Whether the papers say nothing new: what they said before, or what the person said.
fn unchanged(said: &str, before: &(String, BTreeSet<String>), now: &(String, BTreeSet<String>)) -> bool {
    (now.0 == before.0 || now.0 == said) && now.1.iter().all(|value| before.1.contains(value) || value == said)
}

/// What was certain is to be confirmed again.
fn doubt(correction: &Correction, before: &Dossier, now: &mut Dossier) {
    let (what, applicant) = match correction.about {
        Corrected::Field(id) => {
            for field in now.fields.iter_mut().filter(|f| f.id == id) {
                field.status = FieldStatus::Confirm;
            }
            (serde_json::json!(id), None)
        }
        Corrected::Applicant { applicant, part } => {
            let here = place(applicant, before, now).and_then(|at| usize::try_from(at).ok());
            let stated = here.and_then(|at| now.applicants.get_mut(at)).map(|a| &mut a.stated);
            for stated in stated.into_iter().flatten().filter(|s| s.part == part) {
                stated.status = FieldStatus::Confirm;
            }
            (serde_json::json!(part), nth(before, applicant).map(|a| a.name.clone()))
        }
    };
    let args = [
        ("what", what.as_str().unwrap_or_default().to_owned()),
        ("applicant", applicant.unwrap_or_else(|| "none".to_owned())),
        ("said", correction.value.clone()),
    ];
    now.findings.push(Finding {
        severity: Severity::Warning,
        code: OPEN.to_owned(),
        args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        evidence: Vec::new(),
        item: None,
        clause: None,
    });
}
