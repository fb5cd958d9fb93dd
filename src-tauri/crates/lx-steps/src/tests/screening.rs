//! The screening: all or nothing, suggested outcomes that are true, and outcomes that end with what they rest on.

use std::collections::BTreeMap;

use lx_domain::{
    Applicant, ApplicantClass, ApplicantPart as Part, Dossier, FieldId, FieldStatus, Finding, ItemId, ItemState, Outcome, Severity, Stated,
    Track,
};

use super::panel::{AT, Panel};
use crate::{
    StepError,
    beginning::{begin, begun},
    prefill,
    screening::{self, Given, correct_applicant, correct_field, screen},
};

fn plan(state: ItemState) -> BTreeMap<ItemId, Given> {
    BTreeMap::from([("pilot_plan".parse().unwrap(), state.into())])
}

#[test]
fn a_refused_screening_leaves_neither_verdicts_nor_a_line_in_the_journal() {
    let mut panel = Panel::before_the_freeze(0, 1);
    let number = panel.numbers[0].clone();
    let desk = &mut panel.chair;
    screen(desk, &number, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    let before = (desk.ledger.admission(&number).unwrap(), desk.ledger.journal().unwrap().len());
    let unreasoned = screen(desk, &number, &plan(ItemState::Present), Some(Outcome::Reject), " ", AT);
    assert!(matches!(unreasoned, Err(StepError::ReasonMissing)), "{unreasoned:?}");
    for outcome in [None, Some(Outcome::Supplement)] {
        let unprintable = screen(desk, &number, &plan(ItemState::Missing), outcome, "缺\u{10FFFD}", AT);
        assert!(matches!(unprintable, Err(StepError::MissingGlyphs(_))), "{unprintable:?}");
    }
    assert_eq!(desk.ledger.item_verdicts(&number).unwrap(), BTreeMap::new());
    assert_eq!(
        (desk.ledger.admission(&number).unwrap(), desk.ledger.journal().unwrap().len()),
        before
    );
    screen(
        desk,
        &number,
        &plan(ItemState::Missing),
        Some(Outcome::Supplement),
        "缺试点方案",
        AT,
    )
    .unwrap();
    let kept = desk.ledger.admission(&number).unwrap().unwrap();
    assert_eq!(
        (kept.outcome, kept.items[&"pilot_plan".parse::<ItemId>().unwrap()].state),
        (Outcome::Supplement, ItemState::Missing)
    );
    assert_eq!(desk.ledger.item_verdicts(&number).unwrap().len(), 1, "verdict and outcome together");
}

#[test]
fn what_was_begun_is_the_secretarys_and_no_part_of_the_record() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    let before = panel.chair.ledger.journal().unwrap().len();
    for text in [Some("不在"), Some("不在本市"), None, Some("")] {
        begin(&mut panel.chair, &number, "outcome reason reject", text).unwrap();
    }
    let begun = begun(&panel.chair).unwrap();
    assert_eq!(begun.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), [""]);
    assert_eq!(panel.chair.ledger.journal().unwrap().len(), before);
    let refused = begin(&mut panel.reviewers[0], &number, "outcome", Some("reject"));
    assert!(matches!(refused, Err(StepError::NotYourRole { .. })), "{refused:?}");
}

fn one(name: &str, class: Option<ApplicantClass>, place: Option<&str>) -> Applicant {
    Applicant {
        class,
        place: place.map(str::to_owned),
        office: place.map(str::to_owned),
        ..Applicant::named(name)
    }
}

/// What is suggested of an application of these applicants, everything else in order.
fn suggested(track: Track, applicants: Vec<Applicant>) -> (Outcome, String) {
    let panel = Panel::before_the_freeze(0, 1);
    let profile = panel.chair.profile().unwrap();
    let mut dossier = panel.chair.dossier(&panel.numbers[0]).unwrap();
    dossier.track = track;
    dossier.applicants = applicants;
    dossier.findings = lx_domain::eligibility::judge(&profile, &dossier);
    let suggestion = prefill::suggest(&profile, &dossier);
    (suggestion.outcome, suggestion.reason)
}

use ApplicantClass::{Listed, Operating, Technology};

#[test]
fn papers_that_nobody_can_read_are_never_suggested_as_in_order() {
    let panel = Panel::before_the_freeze(0, 1);
    let profile = panel.chair.profile().unwrap();
    let plan: ItemId = "pilot_plan".parse().unwrap();
    let with = |code: &str, item: Option<ItemId>| {
        let mut dossier = panel.chair.dossier(&panel.numbers[0]).unwrap();
        dossier.findings = vec![Finding {
            severity: Severity::Warning,
            code: code.to_owned(),
            args: [("name", "附件.zip"), ("reason", "damaged")]
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .into(),
            evidence: Vec::new(),
            item,
            clause: None,
        }];
        prefill::suggest(&profile, &dossier)
    };
    for code in ["document_unreadable", "entry_quarantined", "document_locked"] {
        let suggestion = with(code, Some(plan.clone()));
        assert_eq!(suggestion.items[&plan].state, ItemState::Irregular, "{code}");
        assert_eq!(suggestion.outcome, Outcome::Supplement, "{code}");
    }
    let lost = with("entry_quarantined", None);
    assert!(
        lost.outcome == Outcome::Supplement && lost.reason.contains("附件.zip"),
        "{}",
        lost.reason
    );
    assert_eq!(with("author_metadata", None).outcome, Outcome::Admit);
}

#[test]
fn a_suggested_rejection_is_certain() {
    let broker = |place| one("甲证券", Some(Operating), Some(place));
    let tech = |place| one("乙科技", Some(Technology), Some(place));
    let (outcome, reason) = suggested(Track::Coaching, vec![broker("广州市"), tech("深圳市")]);
    assert_ne!(outcome, Outcome::Reject, "{reason}");
    assert!(!reason.contains("均"), "{reason}");
    assert!(!reason.contains("符合申报条件"), "one of them may not be coached here: {reason}");
    let (outcome, reason) = suggested(Track::Coaching, vec![tech("深圳市")]);
    assert_eq!(outcome, Outcome::Reject, "{reason}");
    assert!(
        reason.contains("注册") && !reason.contains("办公"),
        "coaching asks for the registration alone: {reason}"
    );
    let (outcome, reason) = suggested(Track::Pilot, vec![tech("广州市"), broker("深圳市")]);
    assert_eq!(outcome, Outcome::Reject);
    assert!(!reason.contains("均不在本市"), "the technology company is here: {reason}");
    let (outcome, reason) = suggested(Track::Pilot, vec![tech("广州市"), tech("广州市")]);
    assert!(outcome == Outcome::Reject && reason.contains("科技企业"), "{reason}");
    let (outcome, reason) = suggested(Track::Pilot, vec![one("丙股份", Some(Listed), Some("广州市"))]);
    assert!(outcome == Outcome::Reject && reason.contains("类别"), "{reason}");
    for applicants in [vec![tech("深圳市"), broker("广州市")], vec![broker("珠海市"), broker("广州市")]] {
        let (outcome, reason) = suggested(Track::Pilot, applicants);
        assert!(outcome == Outcome::Admit && reason.contains("符合申报条件"), "{reason}");
    }
    assert_eq!(suggested(Track::Coaching, vec![tech("广州市")]).0, Outcome::Admit);
}

#[test]
fn nobody_is_said_to_be_eligible_whose_class_or_seat_is_not_certain() {
    let unsure = |mut applicant: Applicant, part: Part| {
        applicant.stated.push(Stated {
            part,
            status: FieldStatus::Confirm,
            source: None,
            candidates: Vec::new(),
        });
        applicant
    };
    let broker = || one("甲证券", Some(Operating), Some("广州市"));
    let registered_outside = Applicant {
        office: None,
        ..one("甲证券", Some(Operating), Some("珠海市"))
    };
    let cases = [
        (vec![], "申报机构"),
        (vec![one("甲证券", None, Some("广州市"))], "甲证券的机构类别"),
        (vec![one("甲证券", Some(Operating), None)], "甲证券的注册地、主要办公地"),
        (vec![registered_outside], "甲证券的主要办公地"),
        (vec![unsure(broker(), Part::Class)], "甲证券的机构类别"),
        (
            vec![unsure(one("甲证券", Some(Operating), Some("珠海市")), Part::Place)],
            "甲证券的注册地",
        ),
    ];
    for (applicants, said) in cases {
        let (outcome, reason) = suggested(Track::Pilot, applicants);
        assert_eq!(outcome, Outcome::Supplement, "{reason}");
        assert!(reason.contains(said) && reason.contains("待核实"), "{said}: {reason}");
        assert!(!reason.contains("符合申报条件"), "{reason}");
    }
    let certain = suggested(
        Track::Pilot,
        vec![unsure(broker(), Part::Class), one("丁证券", Some(Operating), Some("广州"))],
    );
    assert_eq!(certain.0, Outcome::Admit, "one is enough: {certain:?}");
}

#[test]
fn an_outcome_ends_with_what_it_rests_on() {
    let mut panel = Panel::before_the_freeze(0, 1);
    let number = panel.numbers[0].clone();
    let desk = &mut panel.chair;
    let admit = |desk: &mut crate::Desk| screen(desk, &number, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    let confirmed = |desk: &crate::Desk| {
        let dossier: Dossier = desk.dossier(&number).unwrap();
        screening::screening(desk, &dossier).unwrap().confirmed.is_some()
    };
    admit(desk);
    correct_field(desk, &number, FieldId::Title, "程序化交易异常监测", "笔误", AT).unwrap();
    correct_applicant(desk, &number, 0, Part::Duty, "提供业务场景", "", AT).unwrap();
    correct_applicant(desk, &number, 0, Part::Class, "operating", "", AT).unwrap();
    assert!(confirmed(desk), "none of this bears on who may apply");
    correct_applicant(desk, &number, 0, Part::Class, "technology", "营业执照如此", AT).unwrap();
    assert!(!confirmed(desk), "a technology company alone was never admitted by anybody");
    let line = desk.ledger.journal().unwrap().pop().unwrap();
    assert_eq!(
        (line.kind.as_str(), &line.detail["reopened"]),
        ("correct_applicant", &true.into()),
        "{line:?}"
    );
    correct_applicant(desk, &number, 0, Part::Class, "operating", "看错", AT).unwrap();
    admit(desk);
    correct_field(desk, &number, FieldId::Track, "coaching", "", AT).unwrap();
    assert!(!confirmed(desk), "nor on this track");
}

fn finding(severity: Severity, code: &str, args: &[(&str, &str)]) -> Finding {
    Finding {
        severity,
        code: code.to_owned(),
        args: args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        evidence: Vec::new(),
        item: None,
        clause: None,
    }
}

#[test]
fn what_contradicts_itself_or_is_plainly_wrong_is_never_suggested_as_in_order() {
    let panel = Panel::before_the_freeze(0, 1);
    let profile = panel.chair.profile().unwrap();
    let with = |findings: Vec<Finding>, fields: Vec<lx_domain::Field>| {
        let mut dossier = panel.chair.dossier(&panel.numbers[0]).unwrap();
        (dossier.findings, dossier.fields) = (findings, fields);
        let suggestion = prefill::suggest(&profile, &dossier);
        assert_eq!(
            suggestion.outcome == Outcome::Supplement,
            !suggestion.reason.contains("齐备、规范"),
            "{}",
            suggestion.reason
        );
        (suggestion.outcome, suggestion.reason)
    };
    let title = finding(Severity::Warning, "contradiction_field", &[("field", "title")]);
    let applicant = [("applicant", "示例证券")];
    for (found, words) in [
        (title.clone(), "项目名称前后不一致"),
        (
            finding(Severity::Warning, "contradiction_field", &[("field", "lead")]),
            "牵头单位前后不一致",
        ),
        (finding(Severity::Warning, "contradiction_period", &[]), "试点周期前后不一致"),
        (
            finding(Severity::Warning, "contradiction_amount", &[("what", "总投资")]),
            "总投资前后不一致",
        ),
        (
            finding(Severity::Warning, "contradiction_name", &applicant),
            "示例证券的机构名称前后不一致",
        ),
        (
            finding(Severity::Warning, "credit_code_invalid", &applicant),
            "示例证券的统一社会信用代码有误",
        ),
        (finding(Severity::Warning, "licence_expired", &[]), "证照已过有效期"),
        (finding(Severity::Warning, "absent_field", &[("field", "title")]), "未见项目名称"),
        (finding(Severity::Error, "of_a_later_version", &[]), "材料中的错误"),
    ] {
        let (outcome, reason) = with(vec![found], Vec::new());
        assert_eq!(
            (outcome, reason),
            (Outcome::Supplement, format!("待申报机构说明或者更正：{words}。"))
        );
    }
    for code in [
        "author_metadata",
        "scan_signed",
        "absent_section",
        "licence_absent",
        "comments_left",
        "names_decoded",
    ] {
        assert_eq!(
            with(vec![finding(Severity::Warning, code, &applicant)], Vec::new()).0,
            Outcome::Admit,
            "{code}"
        );
    }
    let settled = lx_domain::Field {
        id: FieldId::Title,
        value: "甲".to_owned(),
        status: FieldStatus::Corrected,
        source: None,
        candidates: Vec::new(),
    };
    assert_eq!(with(vec![title], vec![settled]).0, Outcome::Admit, "a person has said which holds");
    let many = (1..=6).map(|n| finding(Severity::Warning, "contradiction_amount", &[("what", &format!("金额{n}"))]));
    let (_, reason) = with(many.collect(), Vec::new());
    assert!(reason.ends_with("金额4前后不一致等6处。"), "{reason}");
    let unprintable = finding(Severity::Warning, "credit_code_invalid", &[("applicant", "示例\u{10FFFD}")]);
    assert_eq!(lx_report::check_glyphs(&with(vec![unprintable], Vec::new()).1), Vec::<char>::new());
}
