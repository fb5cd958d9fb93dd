//! The eight shipped packages are understood without a correction by hand.

use std::path::PathBuf;

use lx_domain::{ApplicantClass, ApplicantRole, DocumentKind, Dossier, FieldId, FieldStatus, Severity, Track};
use lx_intake::{Limits, Unwatched, discover};

use crate::desk::{Memory, codes, field, found, take_with};

pub fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/samples"))
}

pub fn sample(number: &str) -> (Dossier, Memory) {
    let packages = discover(&[folder()]);
    let package = packages
        .iter()
        .find(|p| p.name.starts_with(number))
        .expect("a sample of this number");
    let (outcome, sink) = take_with(&package.path, Limits::default(), &mut Unwatched);
    (outcome.expect("taken"), sink)
}

fn names(dossier: &Dossier) -> Vec<(&str, Option<ApplicantClass>, bool)> {
    dossier
        .applicants
        .iter()
        .map(|a| (a.name.as_str(), a.class, a.credit_code_valid == Some(true)))
        .collect()
}

/// Every field but the listed ones is certain, and says what its form says.
fn certain_but(dossier: &Dossier, unsure: &[FieldId]) {
    for field in &dossier.fields {
        assert_eq!(
            field.status == FieldStatus::Confirm,
            unsure.contains(&field.id),
            "{:?} of {}",
            field.id,
            dossier.number
        );
        assert!(
            !field.value.is_empty() && field.source.is_some(),
            "{:?} of {}",
            field.id,
            dossier.number
        );
    }
    certain_applicants(dossier);
    for (id, value) in [
        (FieldId::Users, "机构客户"),
        (FieldId::Period, "12个月"),
        (FieldId::Scale, "不超过300家机构客户"),
        (FieldId::Contact, "办公室"),
        (FieldId::Phone, "020-00000000"),
        (FieldId::Date, "2026年4月10日"),
    ] {
        assert_eq!(field(dossier, id).value, value);
    }
}

/// Every applicant is certain, and each of its properties stands somewhere. A credit code that cannot be right is asked about.
fn certain_applicants(dossier: &Dossier) {
    use lx_domain::ApplicantPart as Part;
    for applicant in &dossier.applicants {
        for part in [Part::Name, Part::Role, Part::Class, Part::CreditCode, Part::Place] {
            let stated = applicant.stated(part).expect("every property is stated");
            let what = format!("{part:?} of {} in {}", applicant.name, dossier.number);
            let wrong = part == Part::CreditCode && applicant.credit_code_valid == Some(false);
            let expected = if wrong { FieldStatus::Confirm } else { FieldStatus::Found };
            assert_eq!(stated.status, expected, "{what}");
            let source = stated.source.as_ref().expect(&what);
            assert!(source.document.contains("申报机构信息表"), "{what}: {source:?}");
        }
    }
}

const ALONE: [&str; 3] = ["absent_section", "formula_uncalculated", "scan_signed"];

#[test]
fn the_folder_holds_eight_packages() {
    let names: Vec<String> = discover(&[folder()]).iter().map(|p| p.name.chars().take(10).collect()).collect();
    let expected: Vec<String> = (1..=8).map(|n| format!("GZ2026-00{n}")).collect();
    assert_eq!(names, expected);
}

#[test]
fn sample_1_is_complete_and_its_rare_hanzi_are_kept() {
    let (d, sink) = sample("GZ2026-001");
    assert_eq!((d.number.as_str(), d.provisional, d.track), ("GZ2026-001", false, Track::Pilot));
    assert_eq!(d.title, "基于隐私计算的债券承销尽调数据共享平台");
    certain_but(&d, &[]);
    assert_eq!(field(&d, FieldId::Owner).value, "欧阳䶮");
    assert_eq!(field(&d, FieldId::Technology).value, "多方安全计算、联邦学习");
    assert_eq!(
        names(&d),
        [
            ("粤海示例证券股份有限公司", Some(ApplicantClass::Operating), true),
            ("珠江示例数科技术有限公司", Some(ApplicantClass::Technology), true)
        ]
    );
    assert_eq!(d.applicants[0].role, ApplicantRole::Lead);
    assert_eq!(d.applicants[0].licence.as_deref(), Some("经营证券期货业务许可证"));
    assert_eq!(d.applicants[1].licence, None);
    assert_eq!(codes(&d), ["absent_section×2", "formula_uncalculated", "scan_signed×3"]);
    let sections: Vec<_> = found(&d, "absent_section").iter().map(|f| f.args["section"].as_str()).collect();
    assert_eq!(sections, ["主要办公地", "分工"]);
    let items: Vec<_> = d
        .documents
        .iter()
        .map(|d| (d.kind, d.pages, d.item.as_ref().map(|i| i.as_str())))
        .collect();
    assert_eq!(
        items,
        [
            (DocumentKind::Docx, None, Some("application_form")),
            (DocumentKind::Xlsx, None, Some("applicant_info")),
            (DocumentKind::Pdf, Some(11), Some("pilot_plan")),
            (DocumentKind::Docx, None, Some("compliance")),
            (DocumentKind::Pdf, Some(1), Some("security")),
            (DocumentKind::Doc, None, Some("risk_plan")),
            (DocumentKind::PdfScan, Some(1), Some("commitment")),
            (DocumentKind::PdfScan, Some(1), Some("commitment")),
            (DocumentKind::PdfScan, Some(1), Some("joint_agreement")),
            (DocumentKind::Xls, None, Some("industry")),
        ]
    );
    assert_eq!(sink.originals.len(), 1);
    assert_eq!(lx_domain::Digest::of(&sink.originals[0].1), d.package_digest);
    let source = field(&d, FieldId::Owner).source.as_ref().unwrap();
    assert_eq!(
        (source.document.as_str(), source.place.as_str()),
        ("01项目申报书.docx", "表1 第6行第2列")
    );
    let plan = &d.documents[2].digest;
    assert!(sink.text[plan].iter().any(|b| b.place == "第11页" && b.text.contains("等级保护")));
    assert!(
        sink.text[&d.documents[5].digest].iter().any(|b| b.text.contains("退出方案")),
        "the .doc is read"
    );
    assert!(
        sink.text[&d.documents[9].digest].iter().any(|b| b.text.contains("数字金融")),
        "the .et is read"
    );
}

#[test]
fn sample_2_has_its_names_restored_from_gbk() {
    let (d, _) = sample("GZ2026-002");
    assert_eq!(d.title, "面向区域性股权市场的区块链登记与穿透监管服务");
    certain_but(&d, &[]);
    assert_eq!(field(&d, FieldId::Owner).value, "陈𬭚");
    assert!(
        d.documents
            .iter()
            .any(|d| d.path == "面向区域性股权市场的区块链登记与穿透监管服务/01项目申报书.docx")
    );
    assert_eq!(
        codes(&d),
        ["absent_section×2", "formula_uncalculated", "names_decoded", "scan_signed×3"]
    );
    assert_eq!(found(&d, "names_decoded")[0].args["count"], "10");
    assert_eq!(names(&d)[0].1, Some(ApplicantClass::RegionalEquity));
}

#[test]
fn sample_3_is_split_at_back_slashes_after_decoding() {
    let (d, _) = sample("GZ2026-003");
    certain_but(&d, &[]);
    assert_eq!(d.documents[0].path, "申报材料/01项目申报书.docx");
    assert_eq!(names(&d), [("南粤示例期货有限公司", Some(ApplicantClass::Operating), true)]);
    assert_eq!(field(&d, FieldId::Joint).value, "无");
    assert_eq!(
        codes(&d),
        ["absent_section", "formula_uncalculated", "names_decoded", "scan_signed"]
    );
}

#[test]
fn sample_4_is_a_folder_of_three_applicants_one_without_a_licence() {
    let (d, sink) = sample("GZ2026-004");
    certain_but(&d, &[]);
    assert!(sink.originals.is_empty(), "a folder has no original but its documents");
    assert_eq!(
        names(&d),
        [
            ("湾区示例银行股份有限公司广州分行", Some(ApplicantClass::Custodian), true),
            ("木棉示例智能科技有限公司", Some(ApplicantClass::Technology), true),
            ("白云示例基金管理有限公司", Some(ApplicantClass::Operating), true),
        ]
    );
    assert_eq!(
        codes(&d),
        ["absent_section×2", "formula_uncalculated", "licence_absent", "scan_signed×4"]
    );
    let licence = found(&d, "licence_absent")[0];
    assert_eq!(
        (licence.args["applicant"].as_str(), licence.evidence[0].place.as_str()),
        ("白云示例基金管理有限公司", "机构信息!B5")
    );
}

#[test]
fn sample_5_has_an_archive_inside_and_lacks_the_risk_plan() {
    let (d, sink) = sample("GZ2026-005");
    certain_but(&d, &[]);
    assert_eq!(field(&d, FieldId::Owner).value, "𫖯思齐");
    assert!(sink.documents.contains_key("附件.zip/08联合申报协议.pdf"));
    assert_eq!(
        codes(&d),
        [
            "absent_section×2",
            "formula_uncalculated",
            "junk_skipped",
            "missing_item",
            "names_decoded",
            "scan_signed×3"
        ]
    );
    let missing = found(&d, "missing_item")[0];
    assert_eq!(
        (missing.severity, missing.item.as_ref().unwrap().as_str()),
        (Severity::Error, "risk_plan")
    );
    assert_eq!(found(&d, "junk_skipped")[0].args["count"], "2");
}

#[test]
fn sample_6_comes_from_a_market_core_institution_and_is_forwarded() {
    let (d, _) = sample("GZ2026-006");
    assert_eq!(d.track, Track::Forwarded);
    certain_but(&d, &[FieldId::Track]);
    assert_eq!(names(&d), [("华南示例商品交易所", Some(ApplicantClass::MarketCore), true)]);
    assert_eq!(
        codes(&d),
        ["absent_section", "formula_uncalculated", "forwarded_track", "scan_signed"]
    );
    let places: Vec<_> = found(&d, "forwarded_track")[0].evidence.iter().map(|s| s.place.as_str()).collect();
    assert_eq!(places, ["机构信息!D3", "机构信息!F3", "表1 第2行第2列"]);
}

#[test]
fn sample_7_has_technology_companies_alone_and_a_wrong_credit_code() {
    let (d, _) = sample("GZ2026-007");
    certain_but(&d, &[]);
    assert_eq!(field(&d, FieldId::Owner).value, "司徒㛃");
    assert_eq!(
        names(&d),
        [
            ("木棉示例智能科技有限公司", Some(ApplicantClass::Technology), false),
            ("珠江示例数科技术有限公司", Some(ApplicantClass::Technology), true),
        ]
    );
    assert_eq!(
        codes(&d),
        [
            "absent_section×2",
            "credit_code_invalid",
            "formula_uncalculated",
            "names_decoded",
            "no_licensed_provider",
            "scan_signed×3",
            "technology_alone",
        ]
    );
    let code = found(&d, "credit_code_invalid")[0];
    assert_eq!(
        (code.args["reason"].as_str(), code.evidence[0].place.as_str()),
        ("check_digit", "机构信息!C3")
    );
}

#[test]
fn sample_8_contradicts_itself_and_sits_outside_the_city() {
    let (d, _) = sample("GZ2026-008");
    assert_eq!(d.title, "私募基金份额转让信息披露与估值公允性核验");
    certain_but(&d, &[FieldId::Title]);
    assert_eq!(
        codes(&d),
        [
            "absent_section",
            "contradiction_field",
            "formula_uncalculated",
            "scan_signed",
            "seat_outside"
        ]
    );
    let title = found(&d, "contradiction_field")[0];
    assert_eq!(title.args["second"], "私募基金份额转让信息披露与估值公允性核验（一期）");
    let places: Vec<_> = title.evidence.iter().map(|s| (s.document.as_str(), s.place.as_str())).collect();
    assert_eq!(places, [("01项目申报书.docx", "表1 第1行第4列"), ("03试点方案.pdf", "第1页")]);
    assert_eq!(found(&d, "seat_outside")[0].evidence[0].place, "机构信息!F3");
}

#[test]
fn nothing_else_is_said_of_a_sample_without_a_fault() {
    for number in ["GZ2026-001", "GZ2026-003"] {
        let (d, _) = sample(number);
        assert!(
            d.findings
                .iter()
                .all(|f| ALONE.contains(&f.code.as_str()) || f.code == "names_decoded"),
            "{number}: {:?}",
            codes(&d)
        );
        assert!(d.findings.iter().all(|f| f.severity != Severity::Error));
    }
}
