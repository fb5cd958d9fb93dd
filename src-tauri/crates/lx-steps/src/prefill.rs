//! Screening as the findings suggest it: a person confirms or changes every line.

mod unsettled;

use std::collections::BTreeMap;

use lx_domain::{
    ApplicantPart, Dossier, Finding, ItemId, ItemState, ItemVerdict, Outcome, Profile, Severity, Source, Track,
    eligibility::{Eligible, Obstacle, eligible},
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
    let eligible = eligible(profile, dossier);
    if let Eligible::No(obstacle) = eligible {
        return (Outcome::Reject, unmet(profile, obstacle));
    }
    let named = |state: ItemState| {
        let names = profile
            .checklist
            .iter()
            .filter(|item| items.get(&item.id).is_some_and(|v| v.state == state));
        names.map(|item| item.name.as_str()).collect::<Vec<_>>().join("、")
    };
    let asked = [
        ("缺少：", named(ItemState::Missing)),
        ("不规范：", named(ItemState::Irregular)),
        ("损坏，未能取出：", lost(dossier)),
        ("申报条件待核实：", open(&eligible)),
        ("待申报机构说明或者更正：", unsettled::named(dossier)),
    ];
    let asked: Vec<String> = asked
        .iter()
        .filter(|(_, of)| !of.is_empty())
        .map(|(what, of)| format!("{what}{of}"))
        .collect();
    if asked.is_empty() {
        (Outcome::Admit, "申报材料齐备、规范，符合申报条件。".to_owned())
    } else {
        (Outcome::Supplement, format!("{}。", asked.join("；")))
    }
}

/// Damaged entries that their names give to no item: nobody knows what is missing with them.
fn lost(dossier: &Dossier) -> String {
    let damaged = |f: &&Finding| {
        f.args
            .get("reason")
            .is_some_and(|why| ["damaged", "crc", "size"].contains(&why.as_str()))
    };
    let lost = dossier
        .findings
        .iter()
        .filter(|f| f.code == "entry_quarantined" && f.item.is_none());
    let names = lost.filter(damaged).filter_map(|f| f.args.get("name").map(String::as_str));
    names.collect::<Vec<_>>().join("、")
}

/// Why an application may not be made, in the words of the report.
fn unmet(profile: &Profile, obstacle: Obstacle) -> String {
    let rules = &profile.eligibility;
    let (what, clause) = match obstacle {
        Obstacle::TechnologyAlone => ("申报机构均为科技企业，没有试点机构联合申报", Some(&rules.technology_clause)),
        Obstacle::Class => ("申报机构均不属于可申报的机构类别", Some(&rules.seat_clause)),
        Obstacle::Seat => ("申报机构中没有注册登记地或者主要办公地位于本市的试点机构", Some(&rules.seat_clause)),
        // No clause of the profile is about it: that of the seat allows a main office, which coaching does not.
        Obstacle::Registration => ("申请试点辅导的机构均未在本市注册", None),
    };
    let clause = clause.map(|c| format!("（{c}）")).unwrap_or_default();
    format!("{what}，不符合申报条件{clause}。")
}

/// What must be known of the applicants before anybody can say that they may apply; empty where nothing is open.
fn open(eligible: &Eligible) -> String {
    const WORDS: [(ApplicantPart, &str); 3] = [
        (ApplicantPart::Class, "机构类别"),
        (ApplicantPart::Place, "注册地"),
        (ApplicantPart::Office, "主要办公地"),
    ];
    let Eligible::Open(applicants) = eligible else {
        return String::new();
    };
    if applicants.is_empty() {
        return "申报机构".to_owned();
    }
    let parts = |open: &[ApplicantPart]| {
        let words = WORDS.iter().filter(|(part, _)| open.contains(part));
        words.map(|(_, words)| *words).collect::<Vec<_>>().join("、")
    };
    let each = applicants.iter().map(|(name, open)| format!("{name}的{}", parts(open)));
    each.collect::<Vec<_>>().join("，")
}

/// A document of a format that this program does not open; beside one that it does open it may be a mere attachment.
const NOT_OPENED: &str = "document_not_opened";

/// Form faults that nothing but another paper mends; everything else a person judges.
const IRREGULAR: [(&str, &str); 6] = [
    ("document_locked", "文件设有打开密码，无法查阅，请提交无密码版。"),
    ("empty_document", "文件为空，请重新提交。"),
    ("document_unreadable", "文件内容无法读取，请另存后重新提交。"),
    ("document_broken", "文件损坏，内容不全，请另存后重新提交。"),
    (NOT_OPENED, "文件格式无法打开查阅，请改交常用格式。"),
    ("entry_quarantined", "文件损坏，未能取出，请重新提交。"),
];

/// Whether a finding makes the item that it is about irregular by itself.
pub(crate) fn is_irregular(code: &str) -> bool {
    IRREGULAR.iter().any(|(irregular, _)| *irregular == code)
}

fn verdict(item: &ChecklistItem, dossier: &Dossier) -> ItemVerdict {
    let mine: Vec<&Finding> = dossier.findings.iter().filter(|f| f.item.as_ref() == Some(&item.id)).collect();
    let answers = dossier.documents.iter().filter(|d| d.item.as_ref() == Some(&item.id)).count();
    let answered = answers > 0;
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
            (false, true) if missing.iter().any(|f| f.code == "item_bound") => "未单独提交，合订材料中有同名标题，待核对。".to_owned(),
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
        .filter(|f| is_irregular(&f.code) && (f.code != NOT_OPENED || mine.iter().filter(|f| f.code == NOT_OPENED).count() == answers))
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
