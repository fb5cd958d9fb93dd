//! Applications of one batch laid side by side.

use std::collections::BTreeMap;

use lx_domain::{Dossier, Finding, Severity};
use lx_intake::across;

use crate::{
    desk::take_files,
    forge::{docx, table, xlsx},
    samples::sample,
};

/// Code, args of interest and evidence, number by number.
fn said(all: &BTreeMap<lx_domain::ApplicationNumber, Vec<Finding>>, number: &str, code: &str) -> Vec<Finding> {
    let of = all
        .iter()
        .find(|(n, _)| n.as_str() == number)
        .map(|(_, f)| f.clone())
        .unwrap_or_default();
    of.into_iter().filter(|f| f.code == code).collect()
}

#[test]
fn one_institution_of_two_samples_has_two_codes_and_two_seats() {
    let all: Vec<Dossier> = (1..=8).map(|n| sample(&format!("GZ2026-00{n}")).0).collect();
    let found = across(&all.iter().collect::<Vec<_>>());
    for (number, other) in [("GZ2026-004", "GZ2026-007"), ("GZ2026-007", "GZ2026-004")] {
        for code in ["institution_two_codes", "institution_two_seats"] {
            let findings = said(&found, number, code);
            let cotton: Vec<_> = findings
                .iter()
                .filter(|f| f.args["applicant"] == "木棉示例智能科技有限公司")
                .collect();
            assert_eq!(cotton.len(), 1, "{number} {code}");
            assert_eq!(cotton[0].args["other"], other);
            assert!(cotton[0].args["other_at"].contains("机构信息"), "{:?}", cotton[0].args);
            assert!(
                cotton[0].evidence[0].document.contains("02申报机构信息表"),
                "{:?}",
                cotton[0].evidence
            );
            assert_eq!(cotton[0].severity, Severity::Warning);
        }
    }
    let codes = &said(&found, "GZ2026-007", "institution_two_codes")[0].args;
    let mirrored = &said(&found, "GZ2026-004", "institution_two_codes")[0].args;
    assert_eq!((&codes["code"], &codes["other_code"]), (&mirrored["other_code"], &mirrored["code"]));
    assert!(said(&found, "GZ2026-001", "institution_two_codes").is_empty());
    assert!(
        found.values().flatten().all(|f| f.code != "same_file_elsewhere"),
        "no two samples share a file"
    );
}

fn list(name: &str, code: &str, place: &str) -> Vec<u8> {
    xlsx(&[
        &["机构名称", "统一社会信用代码", "注册地", "角色"],
        &[name, code, place, "牵头单位"],
    ])
}

fn plan() -> Vec<u8> {
    "试点方案".repeat(200).into_bytes()
}

#[test]
fn the_same_file_is_named_on_both_sides() {
    let a = take_files("GZ2026-021 甲项目", &[("03试点方案.txt", plan()), ("空.txt", b"short".to_vec())]);
    let b = take_files("GZ2026-022 乙项目", &[("材料/方案.txt", plan()), ("空.txt", b"short".to_vec())]);
    let c = take_files(
        "GZ2026-023 丙项目",
        &[("03试点方案.txt", "另一份试点方案".repeat(200).into_bytes())],
    );
    let found = across(&[&a, &b, &c]);
    let of_a = said(&found, "GZ2026-021", "same_file_elsewhere");
    assert_eq!(of_a.len(), 1, "what is tiny is equal by chance");
    assert_eq!(
        (
            of_a[0].args["other"].as_str(),
            of_a[0].args["other_document"].as_str(),
            of_a[0].severity
        ),
        ("GZ2026-022", "材料/方案.txt", Severity::Warning)
    );
    assert_eq!(of_a[0].evidence[0].document, "03试点方案.txt");
    assert_eq!(
        said(&found, "GZ2026-022", "same_file_elsewhere")[0].args["other_document"],
        "03试点方案.txt"
    );
    assert!(said(&found, "GZ2026-023", "same_file_elsewhere").is_empty());
    assert!(across(&[&a, &a]).is_empty(), "versions of one application are no two applications");
}

#[test]
fn a_file_of_sixty_applications_is_one_finding_in_each_that_names_the_first_three() {
    let shared = || ("附件.txt", plan());
    let taken: Vec<Dossier> = (1..=60)
        .map(|n| take_files(&format!("GZ2026-0{n:02} 项目{n}"), &[shared()]))
        .collect();
    let found = across(&taken.iter().collect::<Vec<_>>());
    let all: Vec<Vec<Finding>> = taken
        .iter()
        .map(|d| said(&found, d.number.as_str(), "same_file_elsewhere"))
        .collect();
    assert!(all.iter().all(|f| f.len() == 1), "one document, one finding");
    let args = |f: &Finding, of: &[&str]| of.iter().map(|a| f.args.get(*a).cloned().unwrap_or_default()).collect::<Vec<_>>();
    let places = ["other", "second", "third"];
    assert_eq!(
        args(&all[1][0], &places),
        ["GZ2026-001", "GZ2026-003", "GZ2026-004"],
        "its own is left out"
    );
    assert_eq!(args(&all[1][0], &["third_document", "named", "others"]), ["附件.txt", "more", "59"]);
    assert_eq!(all[59][0].evidence[0].document, "附件.txt");
    let three = across(&taken.iter().take(3).collect::<Vec<_>>());
    let of_first = &said(&three, "GZ2026-001", "same_file_elsewhere")[0];
    assert_eq!(args(of_first, &places), ["GZ2026-002", "GZ2026-003", ""]);
    assert_eq!(args(of_first, &["named", "others"]), ["two", "2"]);
}

#[test]
fn a_shared_file_weighs_as_the_gravest_of_the_places_where_it_lies() {
    let licence = || ("营业执照.txt", "营业执照".repeat(200).into_bytes());
    let of = |package: &str, name: &str| {
        let list = list(name, "91440101NHQT1UAPDT", "广州市");
        take_files(package, &[("02机构信息.xlsx", list), licence()])
    };
    let a = of("GZ2026-021 甲项目", "甲示例证券股份有限公司");
    let b = of("GZ2026-022 乙项目", "甲示例证券股份有限公司");
    let c = of("GZ2026-023 丙项目", "丙示例证券股份有限公司");
    let severity = |all: &[&Dossier]| {
        let of_a = said(&across(all), "GZ2026-021", "same_file_elsewhere");
        let of_a = of_a.into_iter().filter(|f| f.args["document"] == "营业执照.txt");
        of_a.map(|f| f.severity).collect::<Vec<_>>()
    };
    assert_eq!(severity(&[&a, &b]), [Severity::Info]);
    assert_eq!(severity(&[&a, &b, &c]), [Severity::Warning], "a stranger holds it, too");
}

#[test]
fn a_licence_that_one_institution_hands_in_twice_is_only_noted() {
    let licence = ("营业执照.txt", "营业执照".repeat(200).into_bytes());
    let one = || list("甲示例证券股份有限公司", "91440101NHQT1UAPDT", "广州市");
    let a = take_files("GZ2026-021 甲项目", &[("02机构信息.xlsx", one()), licence.clone()]);
    let b = take_files("GZ2026-022 乙项目", &[("机构信息表.xlsx", one()), licence]);
    let found = across(&[&a, &b]);
    let severities: Vec<_> = said(&found, "GZ2026-021", "same_file_elsewhere")
        .iter()
        .map(|f| f.severity)
        .collect();
    assert_eq!(severities, [Severity::Info, Severity::Info], "the licence and the very same list");
}

#[test]
fn one_code_under_two_names_is_said_and_spellings_of_one_name_are_not() {
    let a = take_files(
        "GZ2026-021 甲",
        &[(
            "02机构信息.xlsx",
            list("甲示例（广州）科技有限公司", "91440101NHQT1UAPDT", "广东省广州市"),
        )],
    );
    let b = take_files(
        "GZ2026-022 乙",
        &[(
            "02机构信息.xlsx",
            list("甲示例(广州)科技有限公司", "91440101nhqt1uapdt", "广州市天河区"),
        )],
    );
    let c = take_files(
        "GZ2026-023 丙",
        &[("02机构信息.xlsx", list("丙示例科技有限公司", "91440101NHQT1UAPDT", "深圳市"))],
    );
    assert_eq!(across(&[&a, &b]), BTreeMap::new());
    let found = across(&[&a, &b, &c]);
    let of_c = said(&found, "GZ2026-023", "code_two_names");
    let others: Vec<_> = of_c.iter().map(|f| f.args["other"].as_str()).collect();
    assert_eq!(others, ["GZ2026-021", "GZ2026-022"]);
    assert_eq!(
        said(&found, "GZ2026-021", "code_two_names")[0].args["other_applicant"],
        "丙示例科技有限公司"
    );
    assert_eq!(of_c[0].evidence[0].place, "S!A2");
}

#[test]
fn an_institution_that_a_form_names_is_found_there() {
    let form = |lead: &str| docx(&table(&[&["牵头单位", lead], &["统一社会信用代码", "91440101NHQT1UAPDT"]]));
    let a = take_files("GZ2026-021 甲", &[("01申报书.docx", form("甲示例证券股份有限公司"))]);
    let b = take_files("GZ2026-022 乙", &[("01申报书.docx", form("乙示例证券股份有限公司"))]);
    let found = across(&[&a, &b]);
    assert_eq!(said(&found, "GZ2026-021", "code_two_names")[0].evidence[0].place, "表1 第1行第2列");
}
