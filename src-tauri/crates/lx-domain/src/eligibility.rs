//! Who may apply (notice, part three). The findings are for a person, who decides; none of them is an error.

use std::collections::BTreeMap;

use crate::{
    application::{Applicant, ApplicantClass, ApplicantPart, Dossier, Finding, Severity, Source, Track},
    profile::Profile,
};

mod eligible;

pub use eligible::{Eligible, Obstacle, eligible};

/// What stands in the way of eligibility, or should be looked at by a person. In the order of the applicants.
///
/// Codes: `no_applicant`, `class_unknown`, `class_not_eligible`, `recognition_evidence`, `seat_unknown`, `seat_outside`,
/// `coaching_seat_outside`, `technology_alone`, `no_licensed_provider`, `licence_unstated`, `should_forward`,
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
pub const CODES: [&str; 12] = [
    "no_applicant",
    "class_unknown",
    "class_not_eligible",
    "recognition_evidence",
    "seat_unknown",
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
        "seat_outside" | "seat_unknown" | "coaching_seat_outside" => ApplicantPart::Place,
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

/// Whether a place lies in one of the profile's seats; of several places, one of them.
#[must_use]
pub fn is_seat(profile: &Profile, place: &str) -> bool {
    let places: Vec<&str> = place.split(['、', '，', ',', '；', ';', '/', '\n']).collect();
    let seats = &profile.eligibility.seats;
    seats.iter().any(|seat| places.iter().any(|place| lies_in(place, seat)))
}

/// Whether what stands for a main office refers to the place of registration: 同上.
#[must_use]
pub fn is_as_before(office: &str) -> bool {
    const WORDS: [&str; 10] = [
        "同上",
        "同左",
        "同注册地",
        "同注册地址",
        "与注册地一致",
        "与注册地址一致",
        "与注册地相同",
        "与注册地址相同",
        "同住所",
        "与住所一致",
    ];
    let office: String = office.chars().filter(|c| !c.is_whitespace()).collect();
    WORDS.contains(&office.as_str())
}

/// Whether an address is in a city: 深圳市福田区广州大厦 and 上海广州路1号 are not in 广州.
fn lies_in(address: &str, city: &str) -> bool {
    const ZONES: [&str; 4] = ["自由贸易试验区", "自贸试验区", "自贸区", "大湾区"];
    const STREETS: [&str; 6] = ["路", "大道", "大厦", "街", "中路", "酒店"];
    address.match_indices(city).any(|(at, _)| {
        let before = ZONES.iter().fold(address.get(..at).unwrap_or_default().to_owned(), |text, zone| {
            text.replace(zone, "")
        });
        let after = address.get(at + city.len()..).unwrap_or_default();
        !before.contains(['市', '区', '县']) && !STREETS.iter().any(|street| after.starts_with(street))
    })
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

/// Registered or mainly located in the city; a technology company may join a pilot from anywhere, but for coaching it
/// must be registered here.
fn of_seat(profile: &Profile, track: Track, applicant: &Applicant) -> Option<Finding> {
    let coaching = track == Track::Coaching;
    if applicant.class == Some(ApplicantClass::Technology) && !coaching {
        return None;
    }
    let office = applicant.office.as_deref().filter(|office| !coaching && !is_as_before(office));
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let mut places: Vec<&str> = Vec::new();
    for place in applicant.place.as_deref().into_iter().chain(office) {
        if !bare(place).is_empty() && !places.iter().any(|p| bare(p) == bare(place)) {
            places.push(place);
        }
    }
    if places.iter().any(|p| is_seat(profile, p)) {
        return None;
    }
    let code = match (places.is_empty(), coaching) {
        (true, _) => "seat_unknown",
        (false, true) => "coaching_seat_outside",
        (false, false) => "seat_outside",
    };
    let args = [
        ("applicant", applicant.name.as_str()),
        ("place", &places.join("、")),
        ("seat", &profile.eligibility.seats.join("、")),
    ];
    Some(finding(profile, Severity::Warning, code, &profile.eligibility.seat_clause, &args))
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
        findings.push(finding(
            profile,
            Severity::Warning,
            "no_licensed_provider",
            &rules.licensed_clause,
            &[],
        ));
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
