//! Screening as the findings suggest it: a person confirms or changes every line.

use std::collections::BTreeMap;

use lx_domain::{
    ApplicantClass, Dossier, Finding, ItemId, ItemState, ItemVerdict, Outcome, Profile, Severity, Source, Track,
    profile::{ChecklistItem, Requirement},
};

/// A line and an outcome for each application, before anybody has looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// One verdict per item of the checklist.
    pub items: BTreeMap<ItemId, ItemVerdict>,
    /// The outcome.
    pub outcome: Outcome,
    /// Why, in the words of the report.
    pub reason: String,
}

/// What the findings suggest.
#[must_use]
pub fn suggest(profile: &Profile, dossier: &Dossier) -> Suggestion {
    let items: BTreeMap<_, _> = profile
        .checklist
        .iter()
        .map(|item| (item.id.clone(), verdict(item, dossier)))
        .collect();
    let (outcome, reason) = outcome(profile, dossier, &items);
    Suggestion { items, outcome, reason }
}

/// The outcome that fits these verdicts, with its reason.
#[must_use]
pub fn outcome(profile: &Profile, dossier: &Dossier, items: &BTreeMap<ItemId, ItemVerdict>) -> (Outcome, String) {
    if dossier.track == Track::Forwarded || dossier.findings.iter().any(|f| f.code == "should_forward") {
        let reason = "注册在广州的市场核心机构申报，由专项工作组代收材料，经初步审阅后报送，不评分、不排序。";
        return (Outcome::Forward, reason.to_owned());
    }
    if let Some(finding) = ineligible(dossier) {
        let clause = finding.clause.as_deref().map(|c| format!("（{c}）")).unwrap_or_default();
        let what = if finding.code == "technology_alone" {
            "申报机构均为科技企业，没有试点机构联合申报"
        } else {
            "申报机构注册地和主要办公地均不在本市"
        };
        return (Outcome::Reject, format!("{what}，不符合申报条件{clause}。"));
    }
    let named = |state: ItemState| {
        let names = profile
            .checklist
            .iter()
            .filter(|item| items.get(&item.id).is_some_and(|v| v.state == state));
        names.map(|item| item.name.as_str()).collect::<Vec<_>>().join("、")
    };
    let (missing, irregular) = (named(ItemState::Missing), named(ItemState::Irregular));
    match (missing.is_empty(), irregular.is_empty()) {
        (false, true) => (Outcome::Supplement, format!("缺少：{missing}。")),
        (false, false) => (Outcome::Supplement, format!("缺少：{missing}；不规范：{irregular}。")),
        (true, false) => (Outcome::Supplement, format!("不规范：{irregular}。")),
        (true, true) => (Outcome::Admit, "申报材料齐备、规范，符合申报条件。".to_owned()),
    }
}

/// What makes an application ineligible as it stands: technology companies alone, or nobody licensed with a seat in the city.
fn ineligible(dossier: &Dossier) -> Option<&Finding> {
    let licensed = dossier
        .applicants
        .iter()
        .filter(|a| a.class != Some(ApplicantClass::Technology))
        .count();
    let outside = |f: &&Finding| matches!(f.code.as_str(), "seat_outside" | "coaching_seat_outside");
    let all_outside = licensed > 0 && dossier.findings.iter().filter(outside).count() >= licensed;
    let alone = dossier.findings.iter().find(|f| f.code == "technology_alone");
    alone.or_else(|| dossier.findings.iter().find(outside).filter(|_| all_outside))
}

/// Form faults that nothing but another paper mends; everything else a person judges.
const IRREGULAR: [(&str, &str); 2] = [
    ("document_locked", "文件设有打开密码，无法查阅，请提交无密码版。"),
    ("empty_document", "文件为空，请重新提交。"),
];

fn verdict(item: &ChecklistItem, dossier: &Dossier) -> ItemVerdict {
    let mine: Vec<&Finding> = dossier.findings.iter().filter(|f| f.item.as_ref() == Some(&item.id)).collect();
    let answered = dossier.documents.iter().any(|d| d.item.as_ref() == Some(&item.id));
    let optional = match item.required {
        Requirement::Optional => true,
        Requirement::WhenJoint => dossier.applicants.len() < 2,
        Requirement::Always | Requirement::PerApplicant => false,
    };
    let missing: Vec<&&Finding> = mine.iter().filter(|f| f.severity == Severity::Error).collect();
    if !missing.is_empty() {
        let of: Vec<&str> = missing.iter().filter_map(|f| f.args.get("applicant").map(String::as_str)).collect();
        let reason = match (answered, of.is_empty()) {
            (_, false) => format!("未见{}的{}。", of.join("、"), item.name),
            (true, true) => "未按要求提交齐全。".to_owned(),
            (false, true) => "申报材料中未见。".to_owned(),
        };
        return ItemVerdict {
            state: ItemState::Missing,
            reason,
            places: places(missing.iter().map(|f| **f)),
        };
    }
    let irregular: Vec<&Finding> = mine
        .iter()
        .copied()
        .filter(|f| IRREGULAR.iter().any(|(code, _)| f.code == *code))
        .collect();
    if !irregular.is_empty() {
        let words = IRREGULAR.iter().filter(|(code, _)| irregular.iter().any(|f| f.code == *code));
        return ItemVerdict {
            state: ItemState::Irregular,
            reason: words.map(|(_, words)| *words).collect(),
            places: places(irregular.into_iter()),
        };
    }
    match (answered, optional) {
        (true, _) => ItemVerdict::of(ItemState::Present, ""),
        (false, true) => ItemVerdict::of(ItemState::Na, "非必需材料，未提交。"),
        // The institution table and the like may stand inside another document: no finding, so nothing is missed.
        (false, false) => ItemVerdict::of(ItemState::Present, ""),
    }
}

/// Where findings show themselves, each place once, in their order.
pub(crate) fn places<'f>(findings: impl Iterator<Item = &'f Finding>) -> Vec<Source> {
    let mut found: Vec<Source> = Vec::new();
    for source in findings.flat_map(|f| &f.evidence) {
        if !found.contains(source) {
            found.push(source.clone());
        }
    }
    found
}
