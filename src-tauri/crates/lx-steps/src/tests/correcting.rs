//! What a person says of an applicant stands over what was read, with who and why.

use lx_domain::{ApplicantClass, ApplicantPart as Part, ApplicantRole, Candidate, FieldId, FieldStatus, Role, Source, Stated};
use lx_intake::Unwatched;
use lx_seal::digest_of;

use super::panel::{AT, Panel, enrol};
use crate::{
    Desk, StepError,
    carrying::{
        self,
        receiving::{self, Chosen, Place, Wanted},
    },
    deferring, intake, opening, profiles,
    screening::{self, correct_applicant},
};

fn cell(place: &str) -> Source {
    Source {
        document: "申报书.txt".to_owned(),
        place: place.to_owned(),
    }
}

/// A chair with one application of two institutions: nobody states the class of the second.
fn joint() -> (Panel, lx_domain::ApplicationNumber) {
    let mut panel = Panel::before_the_freeze(0, 0);
    let (mut dossier, documents) = super::panel::dossier(&panel.chair, "GZ2026-001");
    let mut second = lx_domain::Applicant::named("珠江示例证券股份有限公司");
    second.stated = vec![Stated {
        part: Part::Class,
        status: FieldStatus::Confirm,
        source: Some(cell("第3段")),
        candidates: vec![Candidate {
            value: "券商".to_owned(),
            source: cell("第3段"),
        }],
    }];
    dossier.applicants.push(second);
    let profile = panel.chair.profile().unwrap();
    dossier.findings = lx_domain::eligibility::judge(&profile, &dossier);
    let digest = digest_of(&dossier).unwrap();
    let write = panel.chair.ledger.transaction(|tx| {
        tx.put_documents(&documents)?;
        tx.put_dossier(&dossier, &digest)
    });
    write.unwrap();
    (panel, dossier.number)
}

fn codes(desk: &Desk, number: &lx_domain::ApplicationNumber) -> Vec<String> {
    let codes = desk.dossier(number).unwrap().findings.into_iter().map(|f| f.code);
    codes.filter(|code| code.starts_with("class") || code.starts_with("seat")).collect()
}

#[test]
fn a_corrected_class_is_judged_anew_and_keeps_who_and_why() {
    let (mut panel, number) = joint();
    assert_eq!(codes(&panel.chair, &number), ["class_unknown", "seat_unknown"]);
    let mut say = |part, value| correct_applicant(&mut panel.chair, &number, 1, part, value, "营业执照如此", AT);
    say(Part::Class, "operating").unwrap();
    say(Part::Place, "广州市天河区").unwrap();
    assert_eq!(codes(&panel.chair, &number), [""; 0]);
    let dossier = panel.chair.dossier(&number).unwrap();
    let second = &dossier.applicants[1];
    assert_eq!(second.class, Some(ApplicantClass::Operating));
    assert_eq!(second.stated(Part::Class).map(|s| s.status), Some(FieldStatus::Corrected));
    let kept = screening::corrections(&panel.chair, &dossier).unwrap();
    assert_eq!((kept[0].by, kept[0].reason.as_str()), (panel.chair.me(), "营业执照如此"));
    let journal = panel.chair.records().journal().unwrap();
    assert!(journal.iter().any(|line| line.kind == "correct_applicant"), "it is in the journal");
}

#[test]
fn a_property_that_is_confirmed_stands_where_it_was_read() {
    let (mut panel, number) = joint();
    correct_applicant(&mut panel.chair, &number, 1, Part::Class, "operating", "", AT).unwrap();
    correct_applicant(&mut panel.chair, &number, 1, Part::CreditCode, "9144 0101 nhqt1uapdt", "", AT).unwrap();
    let dossier = panel.chair.dossier(&number).unwrap();
    assert_eq!(dossier.applicants[1].credit_code.as_deref(), Some("91440101NHQT1UAPDT"));
    correct_applicant(&mut panel.chair, &number, 1, Part::CreditCode, "91440101NHQT1UAPDT", "", AT).unwrap();
    let dossier = panel.chair.dossier(&number).unwrap();
    let code = dossier.applicants[1].stated(Part::CreditCode).unwrap();
    assert_eq!(
        (code.status, &code.source),
        (FieldStatus::Corrected, &None),
        "nobody states it, so it is the person's"
    );
}

#[test]
fn there_is_always_one_lead() {
    let (mut panel, number) = joint();
    let refused = correct_applicant(&mut panel.chair, &number, 0, Part::Role, "joint", "", AT);
    assert!(matches!(refused, Err(StepError::LeadNeeded)), "{refused:?}");
    correct_applicant(&mut panel.chair, &number, 1, Part::Role, "lead", "协议如此", AT).unwrap();
    let dossier = panel.chair.dossier(&number).unwrap();
    let roles: Vec<_> = dossier.applicants.iter().map(|a| a.role).collect();
    assert_eq!(roles, [ApplicantRole::Joint, ApplicantRole::Lead]);
    assert_eq!(dossier.lead().map(|a| a.name.as_str()), Some("珠江示例证券股份有限公司"));
    for (applicant, part, value) in [(7, Part::Duty, "甲"), (1, Part::Class, "证券公司"), (1, Part::Name, " ")] {
        let refused = correct_applicant(&mut panel.chair, &number, applicant, part, value, "", AT);
        assert!(matches!(refused, Err(StepError::Unknown { .. })), "{refused:?}");
    }
}

/// The desk of the next batch, which took this application in, and its number there.
fn moved_on(panel: &mut Panel, number: &lx_domain::ApplicationNumber) -> (Desk, lx_domain::ApplicationNumber) {
    deferring::defer(&mut panel.chair, number, "逾期收到", AT).unwrap();
    let file = panel.path("结转.lxcarry");
    carrying::send(&mut panel.chair, None, true, None, &file, AT).unwrap();
    let mut later = enrol(panel.path("later"), "周岚", Role::Secretary);
    opening::create_batch(&mut later, "第二批次", profiles::find("guangzhou-2022").unwrap(), false, AT).unwrap();
    let chosen = [Chosen {
        former: number.clone(),
        place: Place::Proposed,
    }];
    let wanted = Wanted {
        file: &file,
        trust: &[],
        compared: false,
        chosen: &chosen,
    };
    let here = receiving::receive(&mut later, &wanted, &mut Unwatched, AT).unwrap().taken[0]
        .1
        .clone();
    (later, here)
}

#[test]
fn what_was_corrected_of_an_applicant_moves_on_with_it() {
    let mut panel = Panel::before_the_freeze(0, 0);
    let paper = panel.path("GZ2026-041 申报书.txt");
    let form = "项目名称：程序化交易异常监测\n牵头单位：甲示例证券股份有限公司\n联合单位：乙示例网络有限公司\n";
    std::fs::write(&paper, form).unwrap();
    let taken = intake::import(&mut panel.chair, &[paper], &mut Unwatched, AT).unwrap().taken;
    let number = &taken[0];
    let second = panel.chair.dossier(number).unwrap().applicants[1].clone();
    assert_eq!((second.name.as_str(), second.class), ("乙示例网络有限公司", None));
    for (part, value) in [
        (Part::Name, "乙示例科技有限公司"),
        (Part::Class, "technology"),
        (Part::Role, "lead"),
        (Part::CreditCode, "91440101NHQT1UAPDT"),
    ] {
        correct_applicant(&mut panel.chair, number, 1, part, value, "营业执照如此", AT).unwrap();
    }
    let (later, here) = moved_on(&mut panel, number);
    let now = later.dossier(&here).unwrap();
    let second = &now.applicants[1];
    assert_eq!(
        (second.name.as_str(), second.class, second.role, second.credit_code.as_deref()),
        (
            "乙示例科技有限公司",
            Some(ApplicantClass::Technology),
            ApplicantRole::Lead,
            Some("91440101NHQT1UAPDT")
        )
    );
    assert_eq!(now.applicants[0].role, ApplicantRole::Joint);
    assert_eq!(second.stated(Part::Class).unwrap().status, FieldStatus::Corrected);
    let said = screening::corrections(&later, &now).unwrap();
    assert!(
        said.len() >= 4 && said.iter().all(|c| c.reason.starts_with("承试验批次")),
        "{said:?}"
    );
    let class = lx_domain::Corrected::Applicant {
        applicant: 1,
        part: Part::Class,
    };
    let class = said.iter().find(|c| c.about == class).unwrap();
    assert_eq!(
        class.reason, "承试验批次（沈敬：营业执照如此）",
        "who wrote it and why moves on with it"
    );
}

/// The institutions as they stand, the lead in front where there is one.
fn names(desk: &Desk, number: &lx_domain::ApplicationNumber) -> Vec<(String, ApplicantRole, Option<ApplicantClass>)> {
    let dossier = desk.dossier(number).unwrap();
    dossier.applicants.into_iter().map(|a| (a.name, a.role, a.class)).collect()
}

#[test]
fn institutions_that_no_paper_names_are_added_and_misread_ones_go() {
    let mut panel = Panel::before_the_freeze(0, 0);
    let paper = panel.path("GZ2026-042 材料.txt");
    std::fs::write(&paper, "另附扫描件。\n").unwrap();
    let number = intake::import(&mut panel.chair, &[paper], &mut Unwatched, AT).unwrap().taken[0].clone();
    let desk = &mut panel.chair;
    let found = |desk: &Desk, code: &str| desk.dossier(&number).unwrap().findings.iter().any(|f| f.code == code);
    assert!(names(desk, &number).is_empty() && found(desk, "no_applicant"));
    let say = |desk: &mut Desk, field, value| screening::correct_field(desk, &number, field, value, "扫描件如此", AT).unwrap();
    say(desk, FieldId::Lead, "甲示例证券股份有限公司");
    assert!(
        !found(desk, "no_applicant") && found(desk, "class_unknown"),
        "who may apply is judged anew"
    );
    say(desk, FieldId::Joint, "乙示例科技有限公司、丙示例期货有限公司");
    correct_applicant(desk, &number, 2, Part::Class, "operating", "", AT).unwrap();
    let (lead, joint, class) = (ApplicantRole::Lead, ApplicantRole::Joint, Some(ApplicantClass::Operating));
    let named = |name: &str, role, class| (name.to_owned(), role, class);
    assert_eq!(
        names(desk, &number),
        [
            named("甲示例证券股份有限公司", lead, None),
            named("乙示例科技有限公司", joint, None),
            named("丙示例期货有限公司", joint, class),
        ]
    );
    say(desk, FieldId::Joint, "丙示例期货有限公司；丁示例数据有限公司");
    let expected = [
        named("甲示例证券股份有限公司", lead, None),
        named("丙示例期货有限公司", joint, class),
        named("丁示例数据有限公司", joint, None),
    ];
    assert_eq!(names(desk, &number), expected, "what stays keeps what was said of it");
    // One of the joint applicants is the lead: it is not there twice.
    say(desk, FieldId::Lead, "丙示例期货有限公司");
    assert_eq!(
        names(desk, &number),
        [
            named("丙示例期货有限公司", lead, class),
            named("甲示例证券股份有限公司", joint, None),
            named("丁示例数据有限公司", joint, None),
        ]
    );
    say(desk, FieldId::Joint, "无");
    assert_eq!(names(desk, &number), [named("丙示例期货有限公司", lead, class)]);
}

#[test]
fn an_institution_that_is_added_is_asked_for_its_papers() {
    let mut panel = Panel::before_the_freeze(0, 0);
    let folder = panel.path("GZ2026-043");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(
        folder.join("01申报书.txt"),
        "项目名称：程序化交易异常监测\n牵头单位：甲示例证券股份有限公司\n",
    )
    .unwrap();
    std::fs::write(folder.join("02承诺函.txt"), "承诺函\n甲示例证券股份有限公司\n").unwrap();
    let number = intake::import(&mut panel.chair, &[folder], &mut Unwatched, AT).unwrap().taken[0].clone();
    let desk = &mut panel.chair;
    let missing = |desk: &Desk| -> Vec<String> {
        let dossier = desk.dossier(&number).unwrap();
        let of = dossier.findings.into_iter().filter(|f| f.severity == lx_domain::Severity::Error);
        let told = of.filter_map(|f| Some((f.item?.to_string(), f.args.get("applicant").cloned().unwrap_or_default())));
        let told = told.filter(|(item, _)| matches!(item.as_str(), "commitment" | "joint_agreement"));
        told.map(|(item, of)| format!("{item} {of}")).collect()
    };
    assert_eq!(missing(desk), [""; 0]);
    screening::correct_field(desk, &number, FieldId::Joint, "乙示例科技有限公司", "协议如此", AT).unwrap();
    assert_eq!(missing(desk), ["commitment 乙示例科技有限公司", "joint_agreement "]);
    screening::correct_field(desk, &number, FieldId::Joint, "无", "看错", AT).unwrap();
    assert_eq!(missing(desk), [""; 0]);
}

#[test]
fn institutions_that_were_added_move_on_with_the_application() {
    let mut panel = Panel::before_the_freeze(0, 0);
    let paper = panel.path("GZ2026-044 材料.txt");
    std::fs::write(&paper, "项目名称：程序化交易异常监测\n牵头单位：甲示例证券股份有限公司\n").unwrap();
    let number = intake::import(&mut panel.chair, &[paper], &mut Unwatched, AT).unwrap().taken[0].clone();
    let desk = &mut panel.chair;
    screening::correct_field(desk, &number, FieldId::Joint, "乙示例科技有限公司", "协议如此", AT).unwrap();
    correct_applicant(desk, &number, 1, Part::Class, "technology", "", AT).unwrap();
    let before = names(desk, &number);
    let (later, here) = moved_on(&mut panel, &number);
    assert_eq!(names(&later, &here), before);
}
