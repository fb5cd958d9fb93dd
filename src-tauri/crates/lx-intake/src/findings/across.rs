//! What only shows when the applications of a batch are laid side by side.

use std::collections::{BTreeMap, BTreeSet};

use lx_domain::{Applicant, ApplicationNumber, Digest, Document, Dossier, FieldId, Finding, Source};
use unicode_normalization::UnicodeNormalization;

use crate::{
    fields::split_names,
    remark::{Remark, info, warning},
};

/// Smaller files are equal by chance: blank pages, separators, marks.
const TINY: u64 = 512;
/// Items of the shipped profiles that no two applications can share.
const OWN_ITEMS: [&str; 2] = ["application_form", "pilot_plan"];

/// What the applications of a batch say of each other, for each application that is concerned: the same file in two of
/// them, one institution with two credit codes or two seats, one credit code under two names. Each finding names both
/// sides; its evidence lies in the application under whose number it stands.
///
/// Codes: `same_file_elsewhere`, `institution_two_codes`, `institution_two_seats`, `code_two_names`. In the order of the
/// numbers, then of the documents and applicants.
#[must_use]
pub fn across(dossiers: &[&Dossier]) -> BTreeMap<ApplicationNumber, Vec<Finding>> {
    let mut found: BTreeMap<ApplicationNumber, Vec<Finding>> = BTreeMap::new();
    for (number, finding) in files(dossiers).into_iter().chain(institutions(dossiers)) {
        found.entry(number).or_default().push(finding);
    }
    for findings in found.values_mut() {
        findings.sort_by_key(|f| f.severity);
    }
    found
}

type About = (ApplicationNumber, Finding);

/// One file in one application.
struct Place<'d> {
    dossier: &'d Dossier,
    document: &'d Document,
    /// The application's institutions, [`folded`].
    institutions: &'d BTreeSet<String>,
}

fn files(dossiers: &[&Dossier]) -> Vec<About> {
    let names = |d: &&Dossier| d.applicants.iter().map(|a| folded(&a.name)).collect();
    let institutions: Vec<BTreeSet<String>> = dossiers.iter().map(names).collect();
    let mut by_digest: BTreeMap<Digest, Vec<Place<'_>>> = BTreeMap::new();
    for (&dossier, institutions) in dossiers.iter().zip(&institutions) {
        for document in dossier.documents.iter().filter(|d| d.bytes >= TINY) {
            by_digest.entry(document.digest).or_default().push(Place {
                dossier,
                document,
                institutions,
            });
        }
    }
    let mut found = Vec::new();
    for same in by_digest.values_mut().filter(|s| s.len() > 1) {
        same.sort_by(|a, b| a.dossier.number.cmp(&b.dossier.number));
        for here in &*same {
            let mut named = BTreeSet::from([&here.dossier.number]);
            let others: Vec<&Place<'_>> = same.iter().filter(|there| named.insert(&there.dossier.number)).collect();
            if !others.is_empty() {
                found.push((here.dossier.number.clone(), same_file(here, &others)));
            }
        }
    }
    found.sort_by(|(a, f), (b, g)| (a, &f.evidence).cmp(&(b, &g.evidence)));
    found
}

/// One finding for one document, however many applications share it: `others` has one place of each, and the first three are
/// named. It weighs as much as the gravest of them would alone.
fn same_file(here: &Place<'_>, others: &[&Place<'_>]) -> Finding {
    let own = |d: &Document| d.item.as_ref().is_some_and(|i| OWN_ITEMS.contains(&i.as_str()));
    // An institution may hand in its licence with each of its projects, but a plan belongs to one project.
    let usual = |there: &&Place<'_>| {
        let together = !here.institutions.is_disjoint(there.institutions);
        together && !own(here.document) && !own(there.document)
    };
    let said = if others.iter().all(usual) { info } else { warning };
    let named = match others.len() {
        1 => "one",
        2 => "two",
        3 => "three",
        _ => "more",
    };
    let mut said = said("same_file_elsewhere")
        .arg("document", &here.document.path)
        .arg("named", named)
        .arg("others", others.len())
        .at(&here.document.path, "");
    for (which, there) in ["other", "second", "third"].into_iter().zip(others) {
        said = said
            .arg(which, &there.dossier.number)
            .arg(&format!("{which}_title"), &there.dossier.title)
            .arg(&format!("{which}_document"), &there.document.path);
    }
    let mut finding = said.done();
    finding.item.clone_from(&here.document.item);
    finding
}

/// An institution in one application, and where it is named.
struct Side<'d> {
    dossier: &'d Dossier,
    applicant: &'d Applicant,
    source: Source,
}

fn institutions(dossiers: &[&Dossier]) -> Vec<About> {
    let mut by_name: BTreeMap<String, Vec<Side<'_>>> = BTreeMap::new();
    let mut by_code: BTreeMap<String, Vec<Side<'_>>> = BTreeMap::new();
    for dossier in dossiers {
        for applicant in &dossier.applicants {
            let side = || Side {
                dossier,
                applicant,
                source: place_of(dossier, &applicant.name),
            };
            by_name.entry(folded(&applicant.name)).or_default().push(side());
            if let Some(code) = &applicant.credit_code {
                by_code.entry(folded(code)).or_default().push(side());
            }
        }
    }
    let mut found = Vec::new();
    for (here, there) in by_name.values().flat_map(|sides| pairs(sides)) {
        found.extend(two_codes(here, there));
        found.extend(two_seats(here, there));
    }
    for (here, there) in by_code.values().flat_map(|sides| pairs(sides)) {
        if folded(&here.applicant.name) != folded(&there.applicant.name) {
            let said = between(warning("code_two_names"), here, there).arg("other_applicant", &there.applicant.name);
            found.push(about(
                here,
                said.arg("code", here.applicant.credit_code.as_deref().unwrap_or_default()),
            ));
        }
    }
    found
}

/// Every side with the first of each other application.
fn pairs<'s, 'd>(sides: &'s [Side<'d>]) -> Vec<(&'s Side<'d>, &'s Side<'d>)> {
    let mut found = Vec::new();
    for here in sides {
        let mut named = BTreeSet::from([&here.dossier.number]);
        found.extend(
            sides
                .iter()
                .filter(|there| named.insert(&there.dossier.number))
                .map(|there| (here, there)),
        );
    }
    found
}

fn two_codes(here: &Side<'_>, there: &Side<'_>) -> Option<About> {
    let (code, other) = (here.applicant.credit_code.as_ref()?, there.applicant.credit_code.as_ref()?);
    if folded(code) == folded(other) {
        return None;
    }
    let said = between(warning("institution_two_codes"), here, there);
    Some(about(here, said.arg("code", code).arg("other_code", other)))
}

fn two_seats(here: &Side<'_>, there: &Side<'_>) -> Option<About> {
    let (place, other) = (here.applicant.place.as_ref()?, there.applicant.place.as_ref()?);
    let (a, b) = (bare(place), bare(other));
    if a.contains(&b) || b.contains(&a) {
        return None;
    }
    let said = between(warning("institution_two_seats"), here, there);
    Some(about(here, said.arg("seat", place).arg("other_seat", other)))
}

fn between(said: Remark, here: &Side<'_>, there: &Side<'_>) -> Remark {
    beside(said, there.dossier)
        .arg("applicant", &here.applicant.name)
        .arg("other_at", format!("{} {}", there.source.document, there.source.place).trim())
        .from(&here.source)
}

fn beside(said: Remark, there: &Dossier) -> Remark {
    said.arg("other", &there.number).arg("other_title", &there.title)
}

fn about(here: &Side<'_>, said: Remark) -> About {
    let mut finding = said.done();
    let document = here.dossier.documents.iter().find(|d| d.path == here.source.document);
    finding.item = document.and_then(|d| d.item.clone());
    (here.dossier.number.clone(), finding)
}

/// Where an application names an institution: the cell or line of the name; the whole list where the dossier keeps only
/// the place of the first of several.
fn place_of(dossier: &Dossier, name: &str) -> Source {
    let wanted = folded(name);
    let candidates = || {
        let fields = dossier.fields.iter().filter(|f| matches!(f.id, FieldId::Lead | FieldId::Joint));
        fields.flat_map(|f| &f.candidates)
    };
    if let Some(alone) = candidates()
        .filter(|c| folded(&c.value) == wanted)
        .max_by_key(|c| c.source.place.contains('!'))
    {
        return alone.source.clone();
    }
    // Codes and seats stand in the list, which says more than a form that only names the institution.
    let among = candidates().filter(|c| split_names(&c.value).iter().any(|n| folded(n) == wanted));
    let among = among.max_by_key(|c| c.source.place.contains('!'));
    match among {
        Some(c) if c.source.place.contains('!') => Source {
            document: c.source.document.clone(),
            place: String::new(),
        },
        Some(c) => c.source.clone(),
        None => Source {
            document: dossier.package_name.clone(),
            place: String::new(),
        },
    }
}

/// Width, case, white space and punctuation left out.
fn folded(text: &str) -> String {
    text.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Provinces, whose name people write or leave out before that of a city.
const PROVINCES: [&str; 28] = [
    "河北",
    "山西",
    "辽宁",
    "吉林",
    "黑龙江",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "海南",
    "四川",
    "贵州",
    "云南",
    "陕西",
    "甘肃",
    "青海",
    "台湾",
    "内蒙古",
    "广西",
    "西藏",
    "宁夏",
    "新疆",
];

/// A place without its province and without what tells its rank: 广东省广州市 and 广州 are one.
fn bare(place: &str) -> String {
    let text = folded(place);
    let text = text.strip_prefix("中国").unwrap_or(&text);
    let city = PROVINCES.iter().find_map(|p| text.strip_prefix(p)).map(|rest| {
        let ranks = ["省", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区"];
        ranks.iter().find_map(|r| rest.strip_prefix(r)).unwrap_or(rest)
    });
    let text = city.filter(|c| !c.is_empty()).unwrap_or(text);
    text.chars().filter(|c| !matches!(c, '市' | '区' | '县')).collect()
}

#[cfg(test)]
mod tests {
    use super::{bare, folded};

    #[test]
    fn names_and_places_are_compared_without_how_they_are_written() {
        assert_eq!(folded("甲（广州）有限公司"), folded("甲 (广州)有限公司"));
        assert_eq!(bare("广东省广州市"), bare("广州"));
        assert_eq!(bare("广西壮族自治区南宁市"), "南宁");
        assert_eq!(bare("广东省"), "广东省");
        assert!(bare("广东省广州市天河区").contains(&bare("广州市")));
        assert_ne!(bare("深圳市"), bare("广州市"));
    }
}
