//! Who may apply (notice, part three). The findings are for a person, who decides; none of them is an error.

use std::collections::BTreeMap;

use crate::{
    application::{Applicant, ApplicantClass, ApplicantPart, Dossier, Finding, Severity, Source, Track},
    profile::Profile,
};

mod eligible;
mod names;
mod seat;

pub use eligible::{Eligible, Obstacle, eligible};
use seat::of_seat;
pub use seat::{is_as_before, is_seat};

/// What stands in the way of eligibility, or should be looked at by a person. In the order of the applicants.
///
/// Codes: `no_applicant`, `class_unknown`, `class_not_eligible`, `recognition_evidence`, `seat_unknown`, `seat_unclear`,
/// `seat_outside`, `coaching_seat_outside`, `technology_alone`, `no_licensed_provider`, `licence_unstated`, `should_forward`,
/// `forward_not_market_core`.
#[must_use]
pub fn judge(profile: &Profile, dossier: &Dossier) -> Vec<Finding> {
    let mut findings = judged(profile, dossier);
    for finding in &mut findings {
        finding.evidence = places(dossier, finding);
    }
    findings
}

/// Every code of [`judge`].
pub const CODES: [&str; 13] = [
    "no_applicant",
    "class_unknown",
    "class_not_eligible",
    "recognition_evidence",
    "seat_unknown",
    "seat_unclear",
    "seat_outside",
    "coaching_seat_outside",
    "technology_alone",
    "no_licensed_provider",
    "licence_unstated",
    "should_forward",
    "forward_not_market_core",
];

/// Where the papers state what a finding is about, of each applicant concerned; else where they name it.
fn places(dossier: &Dossier, finding: &Finding) -> Vec<Source> {
    let part = match finding.code.as_str() {
        "seat_unclear" | "seat_outside" if finding.args.get("of").is_some_and(|of| of == "office") => ApplicantPart::Office,
        "seat_outside" | "seat_unclear" | "seat_unknown" | "coaching_seat_outside" => ApplicantPart::Place,
        "licence_unstated" | "no_licensed_provider" => ApplicantPart::Licence,
        _ => ApplicantPart::Class,
    };
    let about: Option<Vec<&str>> = finding.args.get("applicant").map(|names| names.split('、').collect());
    let concerned = dossier
        .applicants
        .iter()
        .filter(|a| about.as_ref().is_none_or(|names| names.contains(&a.name.as_str())));
    let place = |a: &Applicant, part| a.stated(part).and_then(|s| s.source.clone());
    concerned
        .filter_map(|a| place(a, part).or_else(|| place(a, ApplicantPart::Name)))
        .collect()
}

fn judged(profile: &Profile, dossier: &Dossier) -> Vec<Finding> {
    if dossier.applicants.is_empty() {
        return vec![finding(
            profile,
            Severity::Warning,
            "no_applicant",
            &profile.eligibility.seat_clause,
            &[],
        )];
    }
    let mut findings: Vec<Finding> = dossier
        .applicants
        .iter()
        .flat_map(|a| of_applicant(profile, dossier.track, a))
        .collect();
    match dossier.track {
        Track::Pilot => findings.extend(of_pilot(profile, dossier)),
        Track::Coaching => {}
        Track::Forwarded => findings.extend(of_forwarded(profile, dossier)),
    }
    findings
}

fn finding(profile: &Profile, severity: Severity, code: &str, clause: &str, args: &[(&str, &str)]) -> Finding {
    let item = profile
        .checklist
        .iter()
        .find(|i| i.id.as_str() == "applicant_info")
        .map(|i| i.id.clone());
    let args: BTreeMap<String, String> = args.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Finding {
        severity,
        code: code.to_owned(),
        args,
        evidence: Vec::new(),
        item,
        clause: Some(clause.to_owned()),
    }
}

fn is_core_of_the_city(profile: &Profile, applicant: &Applicant) -> bool {
    applicant.class == Some(ApplicantClass::MarketCore) && applicant.place.as_deref().is_some_and(|p| is_seat(profile, p))
}

fn of_applicant(profile: &Profile, track: Track, applicant: &Applicant) -> Vec<Finding> {
    let name = applicant.name.as_str();
    let mut findings = Vec::new();
    match applicant.class {
        None => findings.push(finding(
            profile,
            Severity::Warning,
            "class_unknown",
            &profile.eligibility.seat_clause,
            &[("applicant", name)],
        )),
        Some(class) => match profile.eligibility.open_to(class) {
            None => {
                let args = [("applicant", name), ("class", class.label_zh())];
                let option = profile.eligibility.classes.iter().find(|c| c.class == class);
                let clause = option.map_or(&profile.eligibility.seat_clause, |c| &c.clause);
                findings.push(finding(profile, Severity::Warning, "class_not_eligible", clause, &args));
            }
            Some(eligible) if class == ApplicantClass::OtherRecognised => {
                findings.push(finding(
                    profile,
                    Severity::Info,
                    "recognition_evidence",
                    &eligible.clause,
                    &[("applicant", name)],
                ));
            }
            Some(_) => {}
        },
    }
    findings.extend(of_seat(profile, track, applicant));
    findings
}

fn of_pilot(profile: &Profile, dossier: &Dossier) -> Vec<Finding> {
    let rules = &profile.eligibility;
    let mut findings = Vec::new();
    let classes = || dossier.applicants.iter().map(|a| a.class);
    if classes().all(|c| c == Some(ApplicantClass::Technology)) {
        findings.push(finding(
            profile,
            Severity::Warning,
            "technology_alone",
            &rules.technology_clause,
            &[],
        ));
    }
    let providers: Vec<&Applicant> = dossier
        .applicants
        .iter()
        .filter(|a| a.class.is_some_and(ApplicantClass::is_licensed))
        .collect();
    if providers.is_empty() {
        // Of whom the class is not known, nobody knows that it has no licence.
        if classes().all(|class| class.is_some()) {
            findings.push(finding(
                profile,
                Severity::Warning,
                "no_licensed_provider",
                &rules.licensed_clause,
                &[],
            ));
        }
    } else if providers.iter().all(|a| a.licence.as_deref().is_none_or(|l| l.trim().is_empty())) {
        let names = providers.iter().map(|a| a.name.as_str()).collect::<Vec<_>>().join("、");
        findings.push(finding(
            profile,
            Severity::Warning,
            "licence_unstated",
            &rules.licensed_clause,
            &[("applicant", &names)],
        ));
    }
    for core in dossier.applicants.iter().filter(|a| is_core_of_the_city(profile, a)) {
        findings.push(finding(
            profile,
            Severity::Warning,
            "should_forward",
            &rules.forwarded_clause,
            &[("applicant", &core.name)],
        ));
    }
    findings
}

fn of_forwarded(profile: &Profile, dossier: &Dossier) -> Option<Finding> {
    if dossier.applicants.iter().any(|a| is_core_of_the_city(profile, a)) {
        return None;
    }
    Some(finding(
        profile,
        Severity::Warning,
        "forward_not_market_core",
        &profile.eligibility.forwarded_clause,
        &[],
    ))
}

#[cfg(test)]
mod tests;
