//! What the papers of the checklist say of themselves: who signed them and when, whose they are, and where they are bound.

use lx_domain::{Dossier, Severity};

use crate::{
    desk::{found, take_files},
    forge::{docx, p, pdf, table, workbook},
    unseen::form,
};

const LEAD: &str = "湾区示例证券股份有限公司";
const JOINT: &str = "广州云麓示例科技有限公司";

fn text(lines: &[&str]) -> Vec<u8> {
    lines.join("\n").into_bytes()
}

fn paper(lines: &[&str]) -> Vec<u8> {
    docx(&lines.iter().map(|line| p(line)).collect::<String>())
}

/// Sections of an item that are said to be absent.
fn absent<'d>(dossier: &'d Dossier, item: &str) -> Vec<&'d str> {
    let of_item = found(dossier, "absent_section").into_iter();
    let of_item = of_item.filter(|f| f.args["item"] == item);
    of_item.map(|f| f.args["section"].as_str()).collect()
}

#[test]
fn a_statement_is_issued_by_whom_and_when_its_signature_says() {
    for closing in [
        ["湾区示例证券股份有限公司法律合规部", "2023年3月8日"],
        ["湾区示例证券股份有限公司（盖章）", "二〇二三年三月八日"],
        ["湾区示例律师事务所", "出具日期：2023-03-08"],
    ] {
        let lines = ["合法合规性说明", "未发现违反规定的情形，结论：合规。", closing[0], closing[1]];
        for (name, bytes) in [("合规说明.docx", paper(&lines)), ("合规说明.txt", text(&lines))] {
            let d = take_files("包", &[(name, bytes)]);
            assert!(absent(&d, "合法合规性说明").is_empty(), "{name} {closing:?}");
        }
    }
    let d = take_files(
        "包",
        &[("合规说明.docx", paper(&["合法合规性说明", "结论：合规。", "　　年　　月　　日"]))],
    );
    assert_eq!(absent(&d, "合法合规性说明"), ["出具单位", "出具日期"]);
}

fn agreement(duties: &str, parties: &[&str]) -> Vec<u8> {
    let parties: Vec<String> = ["甲方", "乙方"]
        .iter()
        .zip(parties)
        .map(|(side, name)| format!("{side}：{name}"))
        .collect();
    let said = parties.join("\n");
    text(&["联合申报协议", &said, "双方由甲方牵头。", duties, "数据归甲方，知识产权共有。"])
}

fn applicants(joint: &str) -> Vec<u8> {
    form(&[&["项目名称", "债券估值异常检测平台"], &["牵头单位", LEAD], &["联合单位", joint]])
}

#[test]
fn duties_of_an_agreement_have_many_names_and_each_applicant_is_a_party() {
    for duties in [
        "各方职责：甲方负责业务，乙方负责系统。",
        "职责分工：见下。",
        "甲方负责业务，乙方负责系统。",
    ] {
        let files = [
            ("申报书.docx", applicants(JOINT)),
            ("联合申报协议.txt", agreement(duties, &[LEAD, JOINT])),
        ];
        let d = take_files("包", &files);
        assert!(absent(&d, "联合申报协议").is_empty(), "{duties}");
        assert!(found(&d, "agreement_without_party").is_empty());
    }
    let files = [
        ("申报书.docx", applicants(JOINT)),
        ("联合申报协议.txt", agreement("共同完成。", &[LEAD, "深圳示例数据有限公司"])),
    ];
    let d = take_files("包", &files);
    assert_eq!(absent(&d, "联合申报协议"), ["职责分工"]);
    assert_eq!(found(&d, "agreement_without_party")[0].args["applicant"], JOINT);
}

#[test]
fn a_letter_that_nobody_signed_or_that_another_institution_gives_is_said() {
    let letter = |unit: &str, signature: &str, date: &str| {
        let lines = [
            "承诺函".to_owned(),
            "本单位承诺材料真实。".to_owned(),
            format!("承诺单位：{unit}（盖章）"),
            format!("法定代表人（签字）：{signature}"),
            date.to_owned(),
        ];
        paper(&lines.iter().map(String::as_str).collect::<Vec<_>>())
    };
    let of = |letter: Vec<u8>| take_files("包", &[("申报书.docx", applicants("无")), ("承诺函.docx", letter)]);
    let d = of(letter(LEAD, "王小明", "2023年3月8日"));
    assert!(
        ["letter_blank", "letter_of_another", "missing_item_of_applicant"]
            .iter()
            .all(|code| found(&d, code).is_empty())
    );
    let d = of(letter(LEAD, "＿＿＿＿", "　　年　　月　　日"));
    assert_eq!(found(&d, "letter_blank")[0].args["blank"], "signature_date");
    let d = of(letter("　　　　　", "", "年　　月　　日"));
    assert_eq!(found(&d, "letter_blank")[0].args["blank"], "unit_signature_date");
    let d = of(letter("深圳示例数据有限公司", "钱起", "2023年8月2日"));
    assert_eq!(found(&d, "letter_of_another")[0].args["other"], "深圳示例数据有限公司");
    assert_eq!(found(&d, "missing_item_of_applicant")[0].args["applicant"], LEAD);
}

/// Items that are missing.
fn missing(dossier: &Dossier) -> Vec<&str> {
    found(dossier, "missing_item").iter().map(|f| f.args["item"].as_str()).collect()
}

#[test]
fn institutions_in_a_sheet_of_the_form_are_not_missed() {
    let book = workbook(&[
        ("申报表", "visible", &[&["项目名称", "债券估值异常检测平台"], &["牵头单位", LEAD]]),
        (
            "机构信息",
            "visible",
            &[
                &["序号", "机构名称", "统一社会信用代码", "机构类别"],
                &["1", LEAD, "91440101MA59EXAMP3", "证券期货经营机构"],
            ],
        ),
    ]);
    let d = take_files("包", &[("申报表.xlsx", book)]);
    assert!(!missing(&d).contains(&"机构信息"));
    let within = found(&d, "item_within");
    assert_eq!((within[0].severity, within[0].args["item"].as_str()), (Severity::Info, "机构信息"));
}

#[test]
fn a_letter_to_the_office_is_no_statement() {
    let letter = ["关于参加试点的函", "我公司申请参加试点，特此函告。", LEAD, "2023年3月8日"];
    let d = take_files(
        "包",
        &[("申报书.docx", applicants("无")), ("关于参加试点的函.docx", paper(&letter))],
    );
    assert!(missing(&d).contains(&"合法合规性说明"));
}

#[test]
fn an_english_name_is_not_looked_for_in_chinese_papers() {
    let files = [
        (
            "申报书.docx",
            form(&[
                &["项目名称", "债券估值异常检测平台"],
                &["牵头单位", "Pearl Bay Sample Securities Co., Ltd."],
            ]),
        ),
        (
            "承诺函.docx",
            paper(&["承诺函", "承诺单位：珠湾示例证券有限公司（盖章）", "2023年3月8日"]),
        ),
    ];
    let d = take_files("包", &files);
    assert!(found(&d, "letter_of_another").is_empty() && found(&d, "missing_item_of_applicant").is_empty());
}

#[test]
fn papers_are_known_by_the_names_that_they_really_have() {
    for name in [
        "信息系统安全情况说明.docx",
        "网络安全与数据安全材料.docx",
        "系统安全说明.docx",
        "安全保障方案.docx",
    ] {
        let d = take_files("包", &[(name, paper(&["说明", "等级保护：三级。"]))]);
        assert!(!missing(&d).contains(&"安全材料"), "{name}");
    }
    for name in ["申报登记表.docx", "申报问卷.docx", "申报信息采集表.docx", "项目信息表.docx"] {
        let d = take_files("包", &[(name, applicants("无"))]);
        assert!(!missing(&d).contains(&"项目申报书（申报表）"), "{name}");
    }
    let d = take_files("包", &[("合作伙伴登记表.docx", paper(&["合作伙伴登记表"]))]);
    assert!(missing(&d).contains(&"项目申报书（申报表）"));
}

#[test]
fn a_form_under_another_name_is_found_and_a_contract_is_none() {
    let rows = &[
        &["项目名称", "债券估值异常检测平台"][..],
        &["牵头单位", LEAD],
        &["业务场景", "债券估值"],
        &["应用技术", "机器学习"],
        &["项目负责人", "王小明"],
    ];
    let d = take_files("包", &[("表一.docx", docx(&table(rows)))]);
    assert!(!missing(&d).contains(&"项目申报书（申报表）"));
    assert_eq!(found(&d, "item_within")[0].severity, Severity::Warning);
    let d = take_files("包", &[("技术开发合同.docx", docx(&table(rows)))]);
    assert!(missing(&d).contains(&"项目申报书（申报表）"));
}

#[test]
fn papers_bound_into_one_file_of_pages_are_looked_for_in_its_lines() {
    let page: &[&str] = &[
        "项目申报书",
        "第一部分 项目申报表",
        "第三部分 试点方案",
        "本项目分三个阶段实施。",
        "第四部分 合法合规性说明",
        "结论：合规。",
        "第七部分 承诺函",
        "本单位承诺材料真实。",
    ];
    let d = take_files("包", &[("申报材料.pdf", pdf("UniGB-UCS2-H", &[page]))]);
    let bound: Vec<_> = found(&d, "item_bound").iter().map(|f| f.args["item"].as_str()).collect();
    assert_eq!(bound, ["试点方案", "合法合规性说明", "承诺函"]);
}
