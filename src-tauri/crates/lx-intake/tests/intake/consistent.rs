//! Whether the papers of one package agree: periods, scales, dates, licences.

use lx_domain::{FieldId, FieldStatus};

use crate::{
    desk::{field, found, take_files},
    forge::{docx, p},
    unseen::form,
};

const LEAD: &str = "湾区示例证券股份有限公司";

fn text(lines: &[&str]) -> Vec<u8> {
    lines.join("\n").into_bytes()
}

fn paper(lines: &[&str]) -> Vec<u8> {
    docx(&lines.iter().map(|line| p(line)).collect::<String>())
}

#[test]
fn a_licence_is_renewed_by_one_of_its_name_and_belongs_to_an_applicant() {
    let old = text(&["经营证券期货业务许可证（已换发）", "有效期：2017年3月1日至2020年2月29日"]);
    let new = text(&[
        "经营证券期货业务许可证",
        &format!("机构名称：{LEAD}"),
        "有效期：2020年3月1日至2030年2月28日",
    ]);
    let business = text(&["营业执照", &format!("名称：{LEAD}"), "营业期限：自2001年6月18日至2021年6月17日"]);
    let with = |files: &[(&str, Vec<u8>)]| {
        let all: Vec<_> = [("申报书.docx", form(&[&["项目名称", "债券估值异常检测平台"], &["牵头单位", LEAD]]))]
            .into_iter()
            .chain(files.iter().cloned())
            .collect();
        take_files("包", &all)
    };
    let d = with(&[("许可证（旧）.txt", old.clone()), ("许可证（现行）.txt", new.clone())]);
    assert!(found(&d, "licence_expired").is_empty());
    let said = found(&d, "licence_renewed");
    assert_eq!((said[0].args["until"].as_str(), said[0].evidence.len()), ("2020-02-29", 2));
    let d = with(&[("许可证（旧）.txt", old), ("营业执照.txt", business.clone())]);
    assert_eq!(found(&d, "licence_expired").len(), 2, "one of another name renews nothing");
    assert!(found(&d, "absent_section").iter().all(|f| f.args["section"] != "有效期"));
    let endless = text(&["营业执照", &format!("名称：{LEAD}"), "营业期限：2001年6月18日至长期"]);
    let d = with(&[("营业执照.txt", endless)]);
    assert!(found(&d, "licence_expired").is_empty() && found(&d, "licence_of_another").is_empty());
    let other = text(&[
        "经营证券期货业务许可证",
        "机构名称：成都示例证券经纪有限公司",
        "有效期至：2029年1月1日",
    ]);
    let d = with(&[("许可证.txt", other)]);
    assert_eq!(found(&d, "licence_of_another")[0].args["other"], "成都示例证券经纪有限公司");
}

fn plan(lines: &[&str]) -> Vec<u8> {
    paper(&[&["试点方案"], lines].concat())
}

#[test]
fn a_sentence_behind_a_period_is_no_part_of_it_and_contradicts_nothing() {
    let rows = &[
        &["项目名称", "债券估值异常检测平台"][..],
        &["牵头单位", LEAD],
        &["试点周期", "12个月"],
        &["预期规模", "客户不超过610户"],
    ];
    let tail = [
        "试点周期：12个月。分准备、运行、评估三个阶段推进。",
        "预期规模：客户不超过610户。处理时长较目前缩短三成，差错率不高于万分之五。",
    ];
    let d = take_files("包", &[("申报书.docx", form(rows)), ("试点方案.docx", plan(&tail))]);
    for (id, value) in [(FieldId::Period, "12个月"), (FieldId::Scale, "客户不超过610户")] {
        assert_eq!((field(&d, id).value.as_str(), field(&d, id).status), (value, FieldStatus::Found));
    }
    let d = take_files(
        "包",
        &[
            ("申报书.docx", form(rows)),
            ("试点方案.docx", plan(&["预期规模：客户不超过5万户。"])),
        ],
    );
    assert_eq!(found(&d, "contradiction_scale").len(), 1);
    assert_eq!(field(&d, FieldId::Scale).status, FieldStatus::Confirm);
}

#[test]
fn a_period_or_a_date_that_cannot_be_is_called_so() {
    let of = |period: &str, date: &str| {
        let rows = [
            &["项目名称", "债券估值异常检测平台"][..],
            &["牵头单位", LEAD],
            &["试点周期", period],
            &["申报日期", date],
        ];
        let files = [
            ("申报书.docx", form(&rows)),
            ("试点方案.docx", plan(&[&format!("试点周期：{period}。分三个阶段推进。")])),
            ("封面.docx", paper(&["申报日期：2025年9月15日"])),
        ];
        take_files("包", &files)
    };
    let d = of("2024年5月至2023年6月", "2025年9月15日");
    assert_eq!(found(&d, "period_reversed").len(), 1);
    assert!(found(&d, "contradiction_field").is_empty() && found(&d, "contradiction_date").is_empty());
    let d = of("12个月（2023年7月1日至2025年6月30日）", "2025年8月2日");
    assert_eq!(found(&d, "period_inconsistent").len(), 1);
    assert_eq!(found(&d, "contradiction_date").len(), 1);
    let d = of("12个月", "2025年9月");
    assert!(
        ["period_reversed", "period_inconsistent", "contradiction_date"]
            .iter()
            .all(|code| found(&d, code).is_empty())
    );
    assert_eq!(found(&of("12个月", "2027年9月15日"), "date_in_future").len(), 1);
}

#[test]
fn a_plan_that_tells_of_another_technology_is_noted() {
    let rows = &[
        &["项目名称", "债券估值异常检测平台"][..],
        &["牵头单位", LEAD],
        &["技术应用", "机器学习"],
        &["服务对象", "零售客户"],
    ];
    let with = |lines: &[&str]| take_files("包", &[("申报书.docx", form(rows)), ("试点方案.docx", plan(lines))]);
    let d = with(&["技术应用：区块链、智能合约", "服务对象：境外机构投资者"]);
    let told = found(&d, "field_told_otherwise");
    assert_eq!(
        told.iter().map(|f| f.args["field"].as_str()).collect::<Vec<_>>(),
        ["technology", "users"]
    );
    let d = with(&["技术应用：机器学习、知识图谱", "服务对象：零售客户和机构客户"]);
    assert!(found(&d, "field_told_otherwise").is_empty());
}
