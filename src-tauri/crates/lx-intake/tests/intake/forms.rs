//! Forms whatever their layout: what is certain is found, what is not is to be confirmed.

use lx_domain::{ApplicantRole, FieldId, FieldStatus, Track};

use crate::{
    desk::{field, found, take_files},
    forge::{docx, entry, p, table, xlsx, zip},
};

fn form(rows: &[&[&str]]) -> Vec<u8> {
    docx(&table(rows))
}

#[test]
fn spaced_labels_merged_cells_and_labels_above_are_understood() {
    let bytes = docx(&format!(
        "{}{}",
        table(&[
            &["v:基本信息", "项 目 名 称：", "跨境数据流动试点平台|3"],
            &["^", "牵头单位（盖章）", "甲示例证券股份有限公司", "联系电话", "020-87654321"]
        ]),
        table(&[&["业务场景", "服务对象", "试点周期"], &["跨境理财通", "个人投资者", "18个月"]])
    ));
    let d = take_files("GZ2026-020 包", &[("申报表.docx", bytes)]);
    let value = |id| (field(&d, id).value.as_str(), field(&d, id).status);
    assert_eq!(value(FieldId::Title), ("跨境数据流动试点平台", FieldStatus::Found));
    assert_eq!(value(FieldId::Lead), ("甲示例证券股份有限公司", FieldStatus::Found));
    assert_eq!(value(FieldId::Phone), ("020-87654321", FieldStatus::Found));
    assert_eq!(value(FieldId::Scenario), ("跨境理财通", FieldStatus::Found));
    assert_eq!(value(FieldId::Period), ("18个月", FieldStatus::Found));
    assert_eq!(field(&d, FieldId::Title).source.as_ref().unwrap().place, "表1 第1行第3列");
}

#[test]
fn paragraphs_with_label_and_value_are_understood() {
    let text = "项目名称：跨境数据流动试点平台\n牵头单位：甲示例证券股份有限公司\n联合单位：乙示例科技有限公司、丙示例科技有限公司\n申报类型：试点辅导\n联系人：张三  联系电话：020-87654321";
    let d = take_files("包", &[("申报书.txt", text.as_bytes().to_vec())]);
    assert_eq!((d.title.as_str(), d.track), ("跨境数据流动试点平台", Track::Coaching));
    assert_eq!(
        d.applicants.iter().map(|a| a.name.as_str()).collect::<Vec<_>>(),
        ["甲示例证券股份有限公司", "乙示例科技有限公司", "丙示例科技有限公司"]
    );
    assert_eq!(field(&d, FieldId::Contact).value, "张三");
    assert_eq!((d.number.as_str(), d.provisional), ("P-01", true));
    assert_eq!(found(&d, "provisional_number").len(), 1);
}

#[test]
fn only_a_certain_number_of_the_form_is_that_of_the_application() {
    let form = "项目名称：跨境数据流动试点平台\n牵头单位：甲示例证券股份有限公司\n";
    let of = |number: &str, report: &str| {
        let form = format!("{form}{number}");
        let d = take_files(
            "包",
            &[("申报书.txt", form.into_bytes()), ("等保测评报告.txt", report.as_bytes().to_vec())],
        );
        let doubt: Vec<_> = d
            .findings
            .iter()
            .map(|f| f.code.clone())
            .filter(|c| c.ends_with("_number"))
            .collect();
        (d.number.to_string(), d.provisional, doubt.join(" "))
    };
    let ours = || ("P-01".to_owned(), true, "unsure_number".to_owned());
    assert_eq!(of("", "项目编号：CPCS-2023-112"), ours(), "of another paper");
    assert_eq!(of("", "编号：GZ2026-112"), ours(), "a bare label");
    assert_eq!(of("编号：GZ2026-005", ""), ours(), "a bare label of the form");
    assert_eq!(of("项目编号：甲字第7号", ""), ours(), "no number");
    assert_eq!(of("项目编号：GZ2026-005", "项目编号：CPCS2023-112"), ours(), "two that differ");
    assert_eq!(
        of("项目编号：GZ2026-005", "编号：GZ2026-005"),
        ("GZ2026-005".to_owned(), false, String::new())
    );
}

#[test]
fn the_name_of_the_package_goes_before_what_its_papers_say() {
    let report = "项目编号：CPCS2023-112".as_bytes().to_vec();
    let d = take_files("GZ2026-006 甲项目", &[("等保测评报告.txt", report)]);
    let number = field(&d, FieldId::Number);
    assert_eq!((d.number.as_str(), d.provisional), ("GZ2026-006", false));
    assert_eq!((number.value.as_str(), number.status), ("GZ2026-006", FieldStatus::Confirm));
}

#[test]
fn what_is_not_certain_is_to_be_confirmed() {
    let d = take_files("包", &[("说明.txt", "名称：某平台建设\n负责人：张三".as_bytes().to_vec())]);
    assert_eq!(field(&d, FieldId::Owner).status, FieldStatus::Confirm, "负责人 may be anyone's");
    assert_eq!(field(&d, FieldId::Title).status, FieldStatus::Confirm);
    assert_eq!(field(&d, FieldId::Lead).value, "");
    assert_eq!(field(&d, FieldId::Lead).status, FieldStatus::Confirm);
    let two = form(&[&["项目负责人", "张三"]]);
    let d = take_files("包", &[("申报书.docx", two), ("申报表.docx", form(&[&["项目负责人", "李四"]]))]);
    assert_eq!(
        (field(&d, FieldId::Owner).status, field(&d, FieldId::Owner).candidates.len()),
        (FieldStatus::Confirm, 2)
    );
    assert_eq!(found(&d, "contradiction_field")[0].args["field"], "owner");
}

#[test]
fn an_empty_field_is_said_and_not_filled_from_its_neighbour() {
    let d = take_files(
        "包",
        &[(
            "申报书.docx",
            form(&[
                &["项目名称", "", "牵头单位", "甲示例证券股份有限公司"],
                &["业务场景", "乙", "联系人", "丙某"],
            ]),
        )],
    );
    assert_eq!(field(&d, FieldId::Title).value, "");
    assert!(found(&d, "absent_field").iter().any(|f| f.args["field"] == "title"));
}

#[test]
fn a_formula_that_nobody_calculated_is_no_value() {
    let d = take_files(
        "包",
        &[("申报表.xlsx", xlsx(&[&["项目名称", "=B9", "牵头单位", "甲示例证券股份有限公司"]]))],
    );
    assert_eq!(field(&d, FieldId::Title).value, "");
    assert_eq!(found(&d, "formula_uncalculated")[0].evidence[0].place, "S!B1");
}

#[test]
fn institutions_are_read_from_lists_and_from_forms_of_one_each() {
    let list = xlsx(&[
        &["申报机构一览"],
        &[
            "序号",
            "机构名称",
            "统一社会信用代码",
            "机构类型",
            "牌照名称/编号",
            "注册地址",
            "主要办公地点",
            "职责分工",
            "角色",
        ],
        &["1", "乙示例科技有限公司", "", "科技公司", "", "深圳", "深圳", "研发", "联合"],
        &[
            "2",
            "甲示例证券股份有限公司",
            "91440101NHQT1UAPDT",
            "证券公司",
            "许可证",
            "广州",
            "广州",
            "场景",
            "牵头",
        ],
        &["合计", "2家"],
    ]);
    let d = take_files("包", &[("02机构信息.xlsx", list)]);
    assert_eq!(d.applicants.len(), 2);
    assert_eq!(
        (d.applicants[0].name.as_str(), d.applicants[0].role),
        ("甲示例证券股份有限公司", ApplicantRole::Lead)
    );
    assert_eq!(
        (d.applicants[0].office.as_deref(), d.applicants[0].duty.as_deref()),
        (Some("广州"), Some("场景"))
    );
    let one = form(&[
        &["单位名称", "甲示例证券股份有限公司"],
        &["统一社会信用代码", "91440101NHQT1UAPDT"],
        &["注册地", "广州市"],
    ]);
    let d = take_files("包", &[("机构信息.docx", one)]);
    assert_eq!(
        (d.applicants[0].credit_code_valid, d.applicants[0].place.as_deref()),
        (Some(true), Some("广州市"))
    );
}

#[test]
fn a_list_inside_a_form_does_not_hide_what_follows_it() {
    let f = form(&[
        &["项目名称", "跨境数据流动试点平台|2"],
        &["机构名称", "注册地", "角色"],
        &["甲示例证券股份有限公司", "广州", "牵头单位"],
        &["业务场景", "跨境理财通|2"],
    ]);
    let d = take_files("包", &[("申报书.docx", f)]);
    assert_eq!(field(&d, FieldId::Scenario).value, "跨境理财通");
    assert_eq!(d.applicants.len(), 1);
}

#[test]
fn a_sheet_that_claims_billions_of_rows_takes_no_time() {
    let ods = zip(&[
        entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        entry("content.xml", "<o xmlns:t='t' xmlns:x='x'><t:table t:name='甲'><t:table-row><t:table-cell><x:p>机构名称</x:p></t:table-cell><t:table-cell><x:p>注册地</x:p></t:table-cell></t:table-row><t:table-row t:number-rows-repeated='4000000000'/><t:table-row><t:table-cell><x:p>甲示例证券股份有限公司</x:p></t:table-cell></t:table-row></t:table></o>".as_bytes()),
    ]);
    let d = take_files("包", &[("机构信息.ods", ods)]);
    assert!(d.applicants.is_empty());
}

#[test]
fn a_code_stored_as_a_number_has_lost_digits() {
    let list = xlsx(&[
        &["机构名称", "统一社会信用代码"],
        &["甲示例证券股份有限公司", "#914401011234567800"],
    ]);
    let d = take_files("包", &[("机构信息.xlsx", list)]);
    assert_eq!(found(&d, "number_rounded")[0].evidence[0].place, "S!B2");
}

#[test]
fn amounts_periods_and_names_that_differ_are_found_with_both_places() {
    let one = docx(&format!(
        "{}{}",
        table(&[
            &["项目名称", "某某平台项目"],
            &["牵头单位", "粤甲示例证券股份有限公司"],
            &["试点周期", "12个月"]
        ]),
        p("单日交易金额不超过人民币五百万元。")
    ));
    let other = docx(&format!(
        "{}{}",
        p("试点周期为十八个月，单日交易金额不超过800万元。"),
        p("由粤甲示例证券有限公司负责。")
    ));
    let d = take_files("包", &[("01申报书.docx", one), ("03试点方案.docx", other)]);
    let amount = found(&d, "contradiction_amount")[0];
    assert_eq!(
        (
            amount.args["what"].as_str(),
            amount.args["first"].as_str(),
            amount.args["second"].as_str()
        ),
        ("单日交易金额", "五百万元", "800万元")
    );
    assert_eq!(amount.evidence.len(), 2);
    let period = found(&d, "contradiction_period")[0];
    assert_eq!(
        (period.args["first"].as_str(), period.args["second"].as_str()),
        ("12个月", "十八个月")
    );
    assert_eq!(found(&d, "contradiction_name")[0].args["other"], "粤甲示例证券有限公司");
}

#[test]
fn institutions_of_the_form_and_of_the_list_are_compared() {
    let list = xlsx(&[
        &["机构名称", "注册地", "角色"],
        &["甲示例证券股份有限公司", "广州", "牵头单位"],
        &["丙示例科技有限公司", "北京", "联合单位"],
    ]);
    let f = form(&[&["牵头单位", "甲示例证券股份有限公司"], &["联合单位", "乙示例科技有限公司"]]);
    let d = take_files("包", &[("01申报书.docx", f), ("02机构信息.xlsx", list)]);
    let of = |code: &str| found(&d, code).iter().map(|f| f.args["applicant"].clone()).collect::<Vec<_>>();
    assert_eq!(of("applicant_not_listed"), ["乙示例科技有限公司"]);
    assert_eq!(of("applicant_not_in_form"), ["丙示例科技有限公司"]);
    assert_eq!(field(&d, FieldId::Joint).status, FieldStatus::Confirm);
}

#[test]
fn the_scenario_must_come_from_a_licensed_institution() {
    let list = |duties: [&str; 2]| {
        xlsx(&[
            &["机构名称", "统一社会信用代码", "机构类别", "注册地", "分工", "角色"],
            &[
                "甲示例证券股份有限公司",
                "91440101NHQT1UAPDT",
                "证券公司",
                "广州",
                duties[0],
                "牵头单位",
            ],
            &[
                "丙示例科技有限公司",
                "91440101NHQT1UAPDT",
                "科技企业",
                "北京",
                duties[1],
                "联合单位",
            ],
        ])
    };
    let d = take_files("包", &[("02机构信息.xlsx", list(["合规审查", "提供业务场景和系统"]))]);
    let said = found(&d, "scenario_by_technology");
    assert_eq!(
        (said[0].args["applicant"].as_str(), said[0].evidence.len()),
        ("丙示例科技有限公司", 2)
    );
    assert!(said[0].clause.is_some());
    assert_eq!(found(&d, "credit_code_shared")[0].evidence[1].place, "S!B3");
    for duties in [["提供业务场景", "提供场景接口"], ["合规审查", "研发场景系统"], ["", ""]] {
        let d = take_files("包", &[("02机构信息.xlsx", list(duties))]);
        assert!(found(&d, "scenario_by_technology").is_empty(), "{duties:?}");
    }
}

#[test]
fn every_applicant_owes_its_letter() {
    let f = form(&[&["牵头单位", "甲示例证券股份有限公司"], &["联合单位", "乙示例科技有限公司"]]);
    let one = |name: &str| (name.to_owned(), "承诺函".as_bytes().to_vec());
    let (a, b) = (one("07承诺函-甲示例证券股份有限公司.txt"), one("07承诺函（二）.txt"));
    let d = take_files("包", &[("01申报书.docx", f.clone()), (&a.0, a.1.clone())]);
    assert_eq!(found(&d, "missing_item_of_applicant")[0].args["applicant"], "乙示例科技有限公司");
    let d = take_files("包", &[("01申报书.docx", f), (&a.0, a.1.clone()), (&b.0, b.1)]);
    assert!(
        found(&d, "missing_item_of_applicant").is_empty(),
        "a letter without a name counts for one"
    );
    assert_eq!(found(&d, "duplicate_document").len(), 1, "but it is the same letter");
}

#[test]
fn licences_that_have_run_out_and_names_that_cannot_be_printed_are_said() {
    let f = form(&[&["项目负责人", "王𪚥"], &["牵头单位", "甲示例证券股份有限公司"]]);
    let licence = "经营证券期货业务许可证\n有效期：2020年1月1日至2025年12月31日".as_bytes().to_vec();
    let d = take_files("包", &[("01申报书.docx", f), ("许可证.txt", licence)]);
    assert_eq!(found(&d, "licence_expired")[0].args["until"], "2025-12-31");
    assert_eq!(found(&d, "unprintable_characters")[0].args["codes"], "U+2A6A5");
    let d = take_files("GZ2026-031 材料", &[("附件𪚥.txt", "附件".into())]);
    assert_eq!(found(&d, "unprintable_name")[0].args["codes"], "U+2A6A5");
}

#[test]
fn the_day_on_which_a_letter_was_signed_is_not_that_of_the_application() {
    let letter = |said: &str| docx(&format!("{}{}", p("承诺函"), p(said)));
    let dates = |form_says: &str, files: &[(&str, Vec<u8>)]| {
        let mut all = vec![(
            "01项目申报书.docx",
            form(&[&["项目名称", "跨境数据流动试点平台"], &[form_says, "2026年4月10日"]]),
        )];
        all.extend_from_slice(files);
        let d = take_files("包", &all);
        let date = field(&d, FieldId::Date);
        (date.value.clone(), date.status, date.candidates.len())
    };
    let signed = [
        ("07承诺函-甲.docx", letter("日期：2026年4月2日")),
        ("07承诺函-乙.docx", form(&[&["日期", "2026年3月30日"]])),
    ];
    assert_eq!(dates("申报日期", &signed), ("2026年4月10日".to_owned(), FieldStatus::Found, 1));
    let own = dates("日期", &signed);
    assert_eq!(
        own,
        ("2026年4月10日".to_owned(), FieldStatus::Confirm, 1),
        "in the form itself it is a candidate"
    );
    let named = [("07承诺函-甲.docx", letter("填表日期：2026年4月2日"))];
    assert_eq!(
        dates("申报日期", &named).1,
        FieldStatus::Confirm,
        "a label that says so counts anywhere"
    );
    let alone = take_files("包", &[("07承诺函-甲.docx", letter("日期：2026年4月2日"))]);
    assert_eq!(field(&alone, FieldId::Date).value, "");
    let unnamed = take_files("包", &[("材料.docx", docx(&p("日期：2026年4月2日")))]);
    assert_eq!(
        field(&unnamed, FieldId::Date).value,
        "2026年4月2日",
        "where no paper is a form, one that is nothing else"
    );
}
