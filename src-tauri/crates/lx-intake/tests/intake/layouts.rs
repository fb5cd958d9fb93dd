//! Forms of institutions that nobody has seen: what is understood is right, what is not is to be confirmed.

use lx_domain::{Dossier, FieldId, FieldStatus, Track};

use crate::{
    desk::{field, found, take_files},
    forge::{docx, p, pdf, table, xlsx},
};

/// What every form below says.
pub const TRUTH: [(FieldId, &str); 8] = [
    (FieldId::Title, "跨境理财适当性智能管理平台"),
    (FieldId::Lead, "甲示例证券股份有限公司"),
    (FieldId::Joint, "乙示例科技有限公司、丙示例基金管理有限公司"),
    (FieldId::Scenario, "跨境理财适当性管理"),
    (FieldId::Period, "12个月"),
    (FieldId::Owner, "张示例"),
    (FieldId::Contact, "李示例"),
    (FieldId::Phone, "020-87654321"),
];

/// What is certain must be right; what is not certain must not be certain; gives the fields that were found for certain.
pub fn certain(name: &str, d: &Dossier) -> Vec<FieldId> {
    let mut sure = Vec::new();
    for (id, truth) in TRUTH {
        let f = field(d, id);
        if f.status == FieldStatus::Found {
            assert_eq!(f.value, truth, "{name}: {id:?} is certain");
            let source = f.source.as_ref().expect("a certain value stands somewhere");
            assert!(!source.place.is_empty(), "{name}: {id:?} has a place");
            sure.push(id);
        }
    }
    let track = field(d, FieldId::Track);
    if track.status == FieldStatus::Found {
        assert_eq!(d.track, Track::Pilot, "{name}");
        sure.push(FieldId::Track);
    }
    sure
}

fn all_but(left_out: &[FieldId]) -> Vec<FieldId> {
    let all = TRUTH.iter().map(|(id, _)| *id).chain([FieldId::Track]);
    all.filter(|id| !left_out.contains(id)).collect()
}

/// The form understood, but for the fields named.
pub fn understood(name: &str, file: &str, bytes: Vec<u8>, left_out: &[FieldId]) -> Dossier {
    let d = take_files("包", &[(file, bytes)]);
    assert_eq!(certain(name, &d), all_but(left_out), "{name}: what is certain");
    d
}

#[test]
fn numbered_labels_in_two_columns_of_pairs_are_understood() {
    let form = docx(&table(&[
        &["v:一、项目基本情况", "1.项目名称：", "跨境理财适当性智能管理平台|3"],
        &["^", "2.申报类型：", "☑试点　□试点辅导|3"],
        &[
            "^",
            "3.牵头申报单位：",
            "甲示例证券股份有限公司",
            "4.联合申报单位：",
            "乙示例科技有限公司、丙示例基金管理有限公司",
        ],
        &["^", "5.业务场景：", "跨境理财适当性管理", "6.试点周期：", "12个月"],
        &["v:二、人员", "7.项目负责人：", "张示例", "8.联系人：", "李示例"],
        &["^", "9.联系电话：", "020-87654321|3"],
    ]));
    let d = understood("numbered", "申报表.docx", form, &[]);
    assert_eq!(field(&d, FieldId::Track).value, "试点");
}

#[test]
fn labels_above_their_values_in_a_wide_sheet_are_understood() {
    let form = xlsx(&[
        &["广州资本市场金融科技创新试点项目申报表"],
        &["项目名称", "申报类别", "牵头机构", "联合机构", "应用场景"],
        &[
            "跨境理财适当性智能管理平台",
            "试点",
            "甲示例证券股份有限公司",
            "乙示例科技有限公司、丙示例基金管理有限公司",
            "跨境理财适当性管理",
        ],
        &["试点期限", "项目主要负责人", "联络人", "联络电话", "备注"],
        &["12个月", "张示例", "李示例", "020-87654321", ""],
    ]);
    understood("above", "申报表.xlsx", form, &[]);
}

#[test]
fn boxes_behind_their_words_symbols_of_word_and_legacy_boxes_are_read() {
    let rest = "<w:p><w:r><w:t>项目名称：跨境理财适当性智能管理平台</w:t></w:r></w:p>";
    let choice = |cell: &str| {
        docx(&format!(
            "{rest}<w:tbl><w:tr><w:tc>{}</w:tc><w:tc><w:p>{cell}</w:p></w:tc></w:tr></w:tbl>",
            p("申报类型")
        ))
    };
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let sign = |code: &str| format!(r#"<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>"#);
    let legacy = |on: &str| {
        format!(
            "<w:r><w:fldChar><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked w:val=\"{on}\"/></w:checkBox></w:ffData></w:fldChar></w:r>"
        )
    };
    let cases = [
        (run("试点（√） 试点辅导（ ）"), Some(Track::Pilot)),
        (run("试点□ 试点辅导☑"), Some(Track::Coaching)),
        (
            format!("{}{}{}{}", sign("F0A8"), run("试点 "), sign("F0FE"), run("试点辅导")),
            Some(Track::Coaching),
        ),
        (
            format!("{}{}{}{}", legacy("1"), run("试点 "), legacy("0"), run("试点辅导")),
            Some(Track::Pilot),
        ),
        (run("试点 试点辅导"), None),
        (run("□试点 □试点辅导"), None),
        (run("试点/试点辅导"), None),
    ];
    for (cell, expected) in cases {
        let d = take_files("包", &[("申报书.docx", choice(&cell))]);
        let f = field(&d, FieldId::Track);
        match expected {
            Some(track) => assert_eq!((d.track, f.status), (track, FieldStatus::Found), "{cell}"),
            None => assert_eq!(f.status, FieldStatus::Confirm, "{cell}"),
        }
    }
}

#[test]
fn bracketed_bilingual_and_spaced_labels_in_paragraphs_are_understood() {
    let lines = [
        "项 目 名 称：　跨境理财适当性智能管理平台",
        "【申报类型】：试点",
        "牵头单位 Lead Institution：甲示例证券股份有限公司",
        "★联合单位：乙示例科技有限公司；丙示例基金管理有限公司",
        "（五）业务场景:跨境理财适当性管理　　（六）试点周期:12个月",
        "项目负责人：张示例（签字）　联系人：李示例　　联系电话：020-87654321",
    ];
    let body: String = lines.iter().map(|l| p(l)).collect();
    let d = take_files("包", &[("申报书.docx", docx(&body))]);
    assert_eq!(d.title, "跨境理财适当性智能管理平台");
    assert_eq!(field(&d, FieldId::Track).status, FieldStatus::Found);
    assert_eq!(field(&d, FieldId::Lead).value, "甲示例证券股份有限公司");
    assert_eq!(d.applicants.len(), 3);
    assert_eq!(field(&d, FieldId::Period).value, "12个月");
    assert_eq!(field(&d, FieldId::Phone).value, "020-87654321");
}

#[test]
fn a_row_for_each_joint_applicant_makes_one_list() {
    let form = docx(&table(&[
        &["项目名称", "跨境理财适当性智能管理平台"],
        &["申报类型", "试点"],
        &["牵头单位", "甲示例证券股份有限公司"],
        &["联合单位1", "乙示例科技有限公司"],
        &["联合单位2", "丙示例基金管理有限公司"],
        &["业务场景", "跨境理财适当性管理"],
        &["试点周期", "12个月"],
        &["项目负责人", "张示例"],
        &["联系人", "李示例"],
        &["联系电话", "020-87654321"],
    ]));
    let d = understood("joint rows", "申报书.docx", form, &[]);
    assert!(found(&d, "contradiction_field").is_empty());
    let repeated = docx(&table(&[
        &["牵头单位", "甲示例证券股份有限公司"],
        &["联合单位", "乙示例科技有限公司"],
        &["联合单位", "丙示例基金管理有限公司"],
    ]));
    let d = take_files("包", &[("申报书.docx", repeated)]);
    assert_eq!(field(&d, FieldId::Joint).value, "乙示例科技有限公司、丙示例基金管理有限公司");
    assert!(found(&d, "contradiction_field").is_empty());
}

#[test]
fn a_gap_of_empty_columns_is_bridged_but_not_believed() {
    let form = xlsx(&[
        &["项目名称", "", "跨境理财适当性智能管理平台"],
        &["牵头单位", "", "甲示例证券股份有限公司"],
        &["试点周期", "", "12个月"],
    ]);
    let d = take_files("包", &[("申报表.xlsx", form)]);
    assert_eq!(certain("gap", &d), []);
    assert_eq!(field(&d, FieldId::Title).value, "跨境理财适当性智能管理平台");
    assert_eq!(field(&d, FieldId::Lead).value, "甲示例证券股份有限公司");
}

#[test]
fn a_label_alone_above_its_paragraph_is_a_proposal() {
    let body = [
        "项目名称",
        "跨境理财适当性智能管理平台",
        "一、牵头单位",
        "甲示例证券股份有限公司",
        "二、试点周期：",
        "12个月",
    ];
    let d = take_files("包", &[("申报书.docx", docx(&body.iter().map(|l| p(l)).collect::<String>()))]);
    assert_eq!(certain("alone", &d), []);
    assert_eq!(field(&d, FieldId::Title).value, "跨境理财适当性智能管理平台");
    assert_eq!(field(&d, FieldId::Lead).value, "甲示例证券股份有限公司");
    assert_eq!(field(&d, FieldId::Period).value, "12个月");
    let cell = docx(&table(&[&["项目名称：\n"], &["牵头单位：甲示例证券股份有限公司"]]));
    let d = take_files("包", &[("申报书.docx", cell)]);
    assert_eq!(field(&d, FieldId::Title).value, "", "the next cell is no value");
}

#[test]
fn a_value_over_several_paragraphs_of_a_cell_is_whole() {
    let cell = |parts: &[&str]| format!("<w:tc>{}</w:tc>", parts.iter().map(|t| p(t)).collect::<String>());
    let row = |cells: &[&[&str]]| format!("<w:tr>{}</w:tr>", cells.iter().map(|c| cell(c)).collect::<String>());
    let body = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row(&[&["项目", "名称"], &["跨境理财适当性", "智能管理平台"]]),
        row(&[&["联合单位"], &["乙示例科技有限公司", "丙示例基金管理有限公司"]]),
        row(&[&["技术应用"], &["联邦学习", "知识图谱"]]),
    );
    let d = take_files("包", &[("申报书.docx", docx(&body))]);
    let title = field(&d, FieldId::Title);
    assert_eq!(
        (title.value.as_str(), title.status),
        ("跨境理财适当性智能管理平台", FieldStatus::Confirm)
    );
    assert_eq!(d.applicants.len(), 2);
    assert_eq!(field(&d, FieldId::Technology).value, "联邦学习 知识图谱");
}

#[test]
fn what_a_form_prints_into_its_blanks_is_no_answer() {
    let form = docx(&table(&[
        &["项目名称", "（请填写项目全称，不超过30字）"],
        &["牵头单位", "单击或点击此处输入文字。"],
        &["联合单位", "例：某某科技有限公司"],
        &["业务场景", "填写说明：应与试点方案一致"],
        &["试点周期", "待定"],
        &["申报日期", "2026年　月　日"],
        &["项目负责人", "甲示例证券股份有限公司"],
    ]));
    let d = take_files("包", &[("申报书.docx", form)]);
    for id in [FieldId::Title, FieldId::Lead, FieldId::Joint, FieldId::Scenario, FieldId::Period] {
        assert_eq!(field(&d, id).value, "", "{id:?}");
    }
    assert_eq!(field(&d, FieldId::Date).status, FieldStatus::Confirm);
    assert_eq!(field(&d, FieldId::Owner).status, FieldStatus::Confirm, "a person is asked for");
    assert!(d.applicants.is_empty());
}

#[test]
fn institutions_side_by_side_are_not_taken_for_values_of_each_other() {
    let form = docx(&table(&[
        &["", "牵头单位", "联合单位1", "联合单位2"],
        &["单位名称", "甲示例证券股份有限公司", "乙示例科技有限公司", "丙示例基金管理有限公司"],
        &["统一社会信用代码", "91440101NHQT1UAPDT", "", ""],
    ]));
    let d = take_files("包", &[("机构信息.docx", form)]);
    assert_eq!(certain("side by side", &d), [FieldId::Joint]);
    assert_eq!(d.applicants[0].name, "甲示例证券股份有限公司");
}

#[test]
fn a_column_of_joint_applicants_is_not_cut_to_its_first() {
    let form = docx(&table(&[
        &["联合单位", "联系人"],
        &["乙示例科技有限公司", "李示例"],
        &["丙示例基金管理有限公司", "王示例"],
    ]));
    let d = take_files("包", &[("申报书.docx", form)]);
    assert_eq!(certain("column", &d), []);
}

#[test]
fn a_bare_number_takes_the_unit_of_its_label() {
    let form = xlsx(&[&["预期规模（万元）", "#5000", "试点周期（月）", "#12"]]);
    let d = take_files("包", &[("申报表.xlsx", form)]);
    assert_eq!(field(&d, FieldId::Scale).value, "5000万元");
    assert_eq!(field(&d, FieldId::Period).value, "12月");
}

#[test]
fn lines_of_a_page_are_understood_and_a_broken_value_is_joined_for_confirmation() {
    let page: &[&str] = &[
        "一、项目基本情况",
        "申报类型：试点",
        "项目名称：跨境理财适当性智能",
        "管理平台",
        "牵头单位：甲示例证券股份有限公司",
        "试点周期：12个月",
        "联系人：李示例",
    ];
    for map in ["UniGB-UCS2-H", "GBK-EUC-H"] {
        let d = take_files("包", &[("申报书.pdf", pdf(map, &[page]))]);
        let title = field(&d, FieldId::Title);
        assert_eq!(
            (title.value.as_str(), title.status),
            ("跨境理财适当性智能管理平台", FieldStatus::Confirm),
            "{map}"
        );
        assert_eq!(
            certain(map, &d),
            [FieldId::Lead, FieldId::Period, FieldId::Contact, FieldId::Track],
            "{map}"
        );
        assert_eq!(field(&d, FieldId::Contact).source.as_ref().unwrap().place, "第1页");
        assert_eq!(field(&d, FieldId::Lead).value, "甲示例证券股份有限公司");
    }
}

#[test]
fn an_amount_on_a_page_contradicts_that_of_the_form() {
    let form = docx(&p("单日交易金额不超过人民币五百万元。"));
    let plan = pdf("UniGB-UCS2-H", &[&["三、业务流程", "单日交易金额不超过800万元。"]]);
    let d = take_files("包", &[("01申报书.docx", form), ("03试点方案.pdf", plan)]);
    let places: Vec<_> = found(&d, "contradiction_amount")[0]
        .evidence
        .iter()
        .map(|s| s.place.as_str())
        .collect();
    assert_eq!(places, ["第1段", "第1页"]);
}

#[test]
fn columns_of_a_page_are_proposals() {
    let page: &[&str] = &["项目名称      跨境理财适当性智能管理平台", "牵头单位      甲示例证券股份有限公司"];
    let d = take_files("包", &[("申报书.pdf", pdf("UniGB-UCS2-H", &[page]))]);
    assert_eq!(certain("columns", &d), []);
    assert_eq!(field(&d, FieldId::Title).value, "跨境理财适当性智能管理平台");
}

#[test]
fn an_answer_on_scale_with_labels_of_its_own_is_taken_whole() {
    let scale = |bytes: Vec<u8>| {
        let d = take_files("包", &[("申报书.docx", bytes)]);
        let scale = field(&d, FieldId::Scale);
        (scale.value.clone(), scale.status, scale.source.as_ref().map(|s| s.place.clone()))
    };
    let cell = |status, value: &str, place: &str| (value.to_owned(), status, Some(place.to_owned()));
    let (found, confirm) = (FieldStatus::Found, FieldStatus::Confirm);
    let one = scale(docx(&table(&[&[
        "试点规模",
        "用户数：不超过300家；交易金额：不超过500万元",
        "试点周期",
        "12个月",
    ]])));
    assert_eq!(one, cell(found, "用户数：不超过300家；交易金额：不超过500万元", "表1 第1行第2列"));
    let later = scale(docx(&table(&[&["试点规模", "交易金额：500万元 服务客户：300家"]])));
    assert_eq!(later, cell(found, "交易金额：500万元 服务客户：300家", "表1 第1行第2列"));
    let split = scale(docx(&table(&[
        &["v:试点规模", "用户数（户）", "300"],
        &["^", "交易金额（万元）", "500"],
        &["试点周期", "12个月|2"],
    ])));
    assert_eq!(split, cell(confirm, "用户数（户）：300；交易金额（万元）：500", "表1 第1行第2列"));
    let line = scale(docx(&p("试点规模：用户：300户，交易金额：500万元")));
    assert_eq!(line, cell(found, "用户：300户，交易金额：500万元", "第1段"));
    let lines = docx(
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>试点规模：</w:t><w:br/><w:t>用户数：300户</w:t><w:br/><w:t>交易金额：500万元</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    );
    assert_eq!(scale(lines), cell(found, "用户数：300户 交易金额：500万元", "表1 第1行第1列"));
    let blank = scale(docx(&table(&[&["试点规模", "用户数：____户；交易金额：____万元"]])));
    assert_eq!(blank.1, confirm, "only the labels are there");
}
