//! Who applies, as a person writes it into the fields of the form: applicants come and go with their names.

use std::collections::BTreeSet;

use lx_domain::{Applicant, ApplicantPart, ApplicantRole, Dossier, FieldId};
use lx_intake::{same_institution, split_names};

use super::settle;

/// The lead has this name: one of the joint applicants where it is named so, else the one that leads, else one that no paper names.
pub(super) fn lead(applicants: &mut Vec<Applicant>, name: &str) {
    let named = applicants.iter().position(|a| same_institution(&a.name, name));
    let leading = applicants.iter().position(|a| a.role == ApplicantRole::Lead);
    let mut one = match named.or(leading) {
        Some(at) => applicants.remove(at),
        None => Applicant::named(name),
    };
    say(&mut one, ApplicantPart::Name, name);
    say(&mut one, ApplicantPart::Role, "lead");
    for other in applicants.iter_mut() {
        other.role = ApplicantRole::Joint;
    }
    applicants.insert(0, one);
}

/// The joint applicants are these: who stays keeps its properties, who is not named goes.
pub(super) fn join(applicants: &mut Vec<Applicant>, names: &str) {
    let (mut now, mut before): (Vec<_>, Vec<_>) = applicants.drain(..).partition(|a| a.role == ApplicantRole::Lead);
    for name in split_names(names) {
        if now.iter().any(|a| same_institution(&a.name, &name)) {
            continue;
        }
        let known = before.iter().position(|a| same_institution(&a.name, &name));
        let mut one = match known {
            Some(at) => before.remove(at),
            None => Applicant::named(&name),
        };
        say(&mut one, ApplicantPart::Name, &name);
        say(&mut one, ApplicantPart::Role, "joint");
        now.push(one);
    }
    *applicants = now;
}

fn say(one: &mut Applicant, part: ApplicantPart, value: &str) {
    let same = one.part(part) == value;
    if one.set_part(part, value).is_ok() {
        settle(one, part, value, same);
    }
}

/// The names of the joint applicants as the form has them.
pub(super) fn joint(dossier: &Dossier) -> String {
    let joint = dossier.applicants.iter().filter(|a| a.role == ApplicantRole::Joint);
    joint.map(|a| a.name.as_str()).collect::<Vec<_>>().join("、")
}

/// Whether the form names exactly the joint applicants, in whatever words.
pub(crate) fn are_joint(dossier: &Dossier) -> bool {
    let field = dossier.fields.iter().find(|f| f.id == FieldId::Joint);
    let said: BTreeSet<String> = field.map(|f| split_names(&f.value)).unwrap_or_default().into_iter().collect();
    let are: BTreeSet<String> = split_names(&joint(dossier)).into_iter().collect();
    said == are
}
