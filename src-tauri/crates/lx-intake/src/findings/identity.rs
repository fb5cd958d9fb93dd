//! Numbers, credit codes, licences, tracks, and names that must be printable.

use std::collections::BTreeSet;

use lx_domain::{
    ApplicantClass, Dossier, FieldId, Finding, Track,
    credit_code::{self, CreditCodeError},
};

use crate::{
    fields::{Column, Named, Reading},
    paper::Paper,
    remark::{info, warning},
    terms::Terms,
};

pub(crate) fn of(papers: &[Paper<'_>], reading: &Reading, dossier: &Dossier, terms: &Terms<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    if dossier.provisional {
        found.push(provisional(reading, dossier));
    }
    if reading.track == Track::Forwarded && reading.asked != Some(Track::Forwarded) {
        found.push(forwarded(reading, terms));
    }
    found.extend(reading.applicants.iter().filter_map(|n| credit_code_of(n, terms)));
    found.extend(licences(reading, terms));
    found.extend(scenario_provider(reading, terms));
    found.extend(unprintable(reading, terms));
    found.extend(papers.iter().filter_map(|paper| unprintable_name(paper, terms)));
    found
}

/// The papers have no number, or one that may be that of a certificate.
fn provisional(reading: &Reading, dossier: &Dossier) -> Finding {
    let read = reading.field(FieldId::Number).and_then(|f| Some((&f.value, f.source.as_ref()?)));
    let said = match read {
        Some((value, source)) => warning("unsure_number").arg("stated", value).from(source),
        None => warning("provisional_number").at(&dossier.package_name, ""),
    };
    said.arg("number", &dossier.number).done()
}

fn forwarded(reading: &Reading, terms: &Terms<'_>) -> Finding {
    let lead = reading.applicants.first();
    let said = info("forwarded_track").arg("applicant", lead.map(|n| n.applicant.name.clone()).unwrap_or_default());
    let said = said.clause(&terms.profile.eligibility.forwarded_clause);
    let said = lead
        .and_then(|n| n.source(Column::Class))
        .into_iter()
        .fold(said, |s, at| s.from(at));
    let said = lead
        .and_then(|n| n.source(Column::Place))
        .into_iter()
        .fold(said, |s, at| s.from(at));
    let asked = reading.field(FieldId::Track).and_then(|f| f.source.clone());
    asked.iter().fold(said, |s, at| s.from(at)).done()
}

fn credit_code_of(named: &Named, terms: &Terms<'_>) -> Option<Finding> {
    let item = terms
        .profile
        .checklist
        .iter()
        .find(|i| i.looks_for.iter().any(|w| w.contains("信用代码")));
    let with = |said: crate::remark::Remark| match item {
        Some(item) => said.item(&item.id, &item.clause),
        None => said,
    };
    let Some(code) = &named.applicant.credit_code else {
        let said = with(warning("credit_code_absent").arg("applicant", &named.applicant.name));
        return Some(named.source(Column::Name).into_iter().fold(said, |s, at| s.from(at)).done());
    };
    let reason = match credit_code::check(code) {
        Ok(()) => return None,
        Err(CreditCodeError::Length { .. }) => "length",
        Err(CreditCodeError::CheckDigit { .. }) => "check_digit",
        Err(_) => "character",
    };
    let said = with(
        warning("credit_code_invalid")
            .arg("applicant", &named.applicant.name)
            .arg("code", code)
            .arg("reason", reason),
    );
    Some(named.source(Column::Code).into_iter().fold(said, |s, at| s.from(at)).done())
}

/// A licensed kind of institution whose licence nobody states, beside others whose licence is stated.
fn licences(reading: &Reading, terms: &Terms<'_>) -> Vec<Finding> {
    let needs = |n: &&Named| n.applicant.class.is_some_and(ApplicantClass::is_licensed);
    let without = |n: &&Named| n.applicant.licence.is_none();
    let licensed: Vec<&Named> = reading.applicants.iter().filter(needs).collect();
    if licensed.iter().all(without) {
        return Vec::new(); // Eligibility says so of all of them.
    }
    let item = terms
        .profile
        .checklist
        .iter()
        .find(|i| i.looks_for.iter().any(|w| w.contains("信用代码")));
    let said = licensed.into_iter().filter(without).map(|n| {
        let said = warning("licence_absent").arg("applicant", &n.applicant.name);
        let said = item
            .into_iter()
            .fold(said, |s, i| s.item(&i.id, &i.clause))
            .clause(&terms.profile.eligibility.licensed_clause);
        n.source(Column::Name).into_iter().fold(said, |s, at| s.from(at)).done()
    });
    said.collect()
}

/// A technology company that brings in the scenario, where none of the licensed institutions says that it does.
fn scenario_provider(reading: &Reading, terms: &Terms<'_>) -> Option<Finding> {
    let technology = |n: &&Named| n.applicant.class == Some(ApplicantClass::Technology);
    let brings = |n: &&Named| n.applicant.duty.as_deref().is_some_and(brings_scenario);
    let licensed = reading
        .applicants
        .iter()
        .filter(|n| n.applicant.class.is_some_and(ApplicantClass::is_licensed));
    if reading.track != Track::Pilot || licensed.clone().count() == 0 || licensed.clone().any(|n| brings(&n)) {
        return None;
    }
    let by = reading.applicants.iter().filter(technology).find(brings)?;
    let said = warning("scenario_by_technology")
        .arg("applicant", &by.applicant.name)
        .arg("duty", by.applicant.duty.as_deref().unwrap_or_default())
        .clause(&terms.profile.eligibility.licensed_clause);
    let said = by.source(Column::Duty).into_iter().fold(said, |s, at| s.from(at));
    Some(
        licensed
            .filter_map(|n| n.source(Column::Duty))
            .fold(said, |s, at| s.from(at))
            .done(),
    )
}

/// Whether a duty is to bring in the scenario, not to build something for it.
fn brings_scenario(duty: &str) -> bool {
    let duty = crate::classify::squeeze(duty);
    let words = [
        "提供业务场景",
        "提供场景",
        "提供应用场景",
        "场景提供",
        "业务场景方",
        "场景方",
        "负责业务场景",
        "业务场景提供",
    ];
    words.iter().any(|w| duty.contains(w)) || duty == "场景" || duty == "业务场景"
}

/// Characters of names and titles that no shipped font prints.
fn unprintable(reading: &Reading, terms: &Terms<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut said = BTreeSet::new();
    let fields = reading.fields.iter().map(|f| (&f.value, f.source.as_ref()));
    let names = reading.applicants.iter().map(|n| (&n.applicant.name, n.source(Column::Name)));
    for (value, source) in fields.chain(names) {
        let missing = without_glyph(value, terms);
        if !missing.is_empty() && said.insert(missing.clone()) {
            let finding = warning("unprintable_characters")
                .arg("characters", &missing)
                .arg("codes", codes(&missing))
                .arg("value", value);
            found.push(source.into_iter().fold(finding, |f, s| f.from(s)).done());
        }
    }
    found
}

/// A file whose name is printed with codes in the place of some characters.
fn unprintable_name(paper: &Paper<'_>, terms: &Terms<'_>) -> Option<Finding> {
    let missing = without_glyph(paper.path, terms);
    let said = info("unprintable_name").arg("document", paper.path).arg("codes", codes(&missing));
    (!missing.is_empty()).then(|| said.at(paper.path, "").done())
}

fn without_glyph(text: &str, terms: &Terms<'_>) -> String {
    let missing = text.chars().filter(|c| !c.is_whitespace() && !(terms.printable)(*c));
    missing.collect::<BTreeSet<_>>().into_iter().collect()
}

fn codes(text: &str) -> String {
    text.chars()
        .map(|c| format!("U+{:04X}", u32::from(c)))
        .collect::<Vec<_>>()
        .join(" ")
}
