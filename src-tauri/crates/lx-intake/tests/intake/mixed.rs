//! What stands beside the answers: samples, drafts, struck and hidden cells, formats, and papers called by two words.

use lx_domain::FieldId::{Contact, Joint, Lead, Owner, Period, Phone, Scale, Title, Track};

use crate::{
    desk::{found, take_files},
    forge::{docx, entry, p, patched, table, workbook, xlsx, zip},
    unseen::{
        Reads::{Asks, Silent, Sure},
        form, reads,
    },
};

const FORM: &[&[&str]] = &[&["项目名称", "债券估值异常检测平台"], &["牵头单位", "甲一示例证券股份有限公司"]];
const OTHER: &[&[&str]] = &[
    &["项目名称", "智能客服质检平台"],
    &["牵头单位", "乙一示例信托有限公司"],
    &["联合单位", "丙一示例科技有限公司"],
    &["试点周期", "6个月"],
];

/// Only the form is certain; what the other project says is at most proposed.
fn only_the_form(files: &[(&str, Vec<u8>)]) {
    let d = reads(
        files,
        &[
            Sure(Title, "债券估值异常检测平台"),
            Sure(Lead, "甲一示例证券股份有限公司"),
            Asks(Joint, "丙一示例科技有限公司"),
            Asks(Period, "6个月"),
        ],
    );
    assert!(found(&d, "contradiction_field").is_empty());
}

#[test]
fn drafts_examples_and_samples_are_no_voice_of_the_institution() {
    only_the_form(&[("申报书.docx", form(FORM)), ("草稿/申报书v1.docx", form(OTHER))]);
    only_the_form(&[("申报书.docx", form(FORM)), ("参考材料/首批项目申报书.docx", form(OTHER))]);
    only_the_form(&[(
        "申报表.xlsx",
        workbook(&[("申报表", "visible", FORM), ("参考案例", "visible", OTHER)]),
    )]);
    for heading in ["附：填写示例（仅供参考，提交时请删除）", "填写样例", "附表：近三年承担的科技项目"]
    {
        only_the_form(&[("申报书.docx", docx(&[table(FORM), p(heading), table(OTHER)].concat()))]);
    }
}

#[test]
fn what_introduces_boxes_ticks_none_of_them() {
    for text in ["（单选）□试点 ☑试点辅导", "请选择 □试点 ☑试点辅导"] {
        reads(&[("申报书.docx", form(&[&["申报类型", text]]))], &[Sure(Track, "试点辅导")]);
    }
    reads(
        &[("申报书.docx", form(&[&["申报类型", "☑试点（□独立申报 ☑联合申报） □试点辅导"]]))],
        &[Sure(Track, "试点")],
    );
}

/// A workbook of one sheet with these styles, of which the cells say which is theirs.
fn styled(formats: &str, fonts: &str, styles: &str, rows: &str) -> Vec<u8> {
    let book = patched(&xlsx(&[]), "xl/worksheets/sheet1.xml", |sheet| {
        sheet.replace("<sheetData>", &format!("<sheetData>{rows}"))
    });
    let book = patched(&book, "xl/_rels/workbook.xml.rels", |relations| {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles";
        relations.replace(
            "</Relationships>",
            &format!(r#"<Relationship Id="s" Type="{kind}" Target="styles.xml"/></Relationships>"#),
        )
    });
    let sheet = format!(
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>{formats}</numFmts><fonts><font/>{fonts}</fonts><cellXfs><xf numFmtId="0" fontId="0"/>{styles}</cellXfs></styleSheet>"#
    );
    let mut archive = ::zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut parts = vec![entry("xl/styles.xml", sheet.as_bytes())];
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        parts.push(entry(&name, &bytes));
    }
    zip(&parts)
}

#[test]
fn a_number_that_its_format_shows_otherwise_is_not_certain_and_what_is_struck_out_is_not_there() {
    let text = |at: &str, style: u8, text: &str| format!(r#"<c r="{at}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let number = |at: &str, style: u8, value: &str| format!(r#"<c r="{at}" s="{style}"><v>{value}</v></c>"#);
    let rows = [
        format!("<row r=\"1\">{}{}</row>", text("A1", 0, "联系电话"), number("B1", 1, "2038765432")),
        format!("<row r=\"2\">{}{}</row>", text("A2", 0, "试点周期"), text("B2", 2, "6个月")),
        format!(
            "<row r=\"3\">{}{}</row>",
            text("A3", 0, "预期规模（万元）"),
            number("B3", 0, "1200.3000000000002")
        ),
    ];
    let book = styled(
        r#"<numFmt numFmtId="164" formatCode="000-00000000"/>"#,
        "<font><strike/></font>",
        r#"<xf numFmtId="164" fontId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" applyFont="1"/>"#,
        &rows.concat(),
    );
    reads(
        &[("申报表.xlsx", book)],
        &[Asks(Phone, "2038765432"), Silent(Period), Sure(Scale, "1200.3万元")],
    );
}

#[test]
fn a_row_that_is_folded_away_in_an_open_document_makes_nothing_certain() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |hidden: &str, label: &str, value: &str| format!("<table:table-row{hidden}>{}{}</table:table-row>", cell(label), cell(value));
    let rows = [
        row("", "项目名称", "债券估值异常检测平台"),
        row(r#" table:visibility="collapse""#, "联合单位", "丙一示例科技有限公司"),
    ];
    let body = format!(
        r#"<office:body xmlns:office="o" xmlns:table="t" xmlns:text="x"><table:table table:name="表">{}</table:table></office:body>"#,
        rows.concat()
    );
    let book = zip(&[
        entry("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        entry("content.xml", body.as_bytes()),
    ]);
    let d = reads(
        &[("申报表.ods", book)],
        &[Sure(Title, "债券估值异常检测平台"), Asks(Joint, "丙一示例科技有限公司")],
    );
    assert!(found(&d, "hidden_content")[0].evidence.iter().any(|e| e.place == "表!B2"));
}

#[test]
fn how_a_name_is_pronounced_is_no_part_of_it() {
    let ruby = "<w:p><w:r><w:t>联系人：王</w:t></w:r><w:r><w:ruby><w:rt><w:r><w:t>yǎn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>䶮</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>";
    reads(&[("申报书.docx", docx(ruby))], &[Sure(Contact, "王䶮")]);
}

#[test]
fn the_plan_of_something_else_is_no_title_and_a_licence_without_end_has_not_run_out() {
    let d = reads(
        &[
            ("01申报书.docx", form(FORM)),
            ("06风险补偿.docx", docx(&p("投资者风险补偿资金管理实施方案"))),
            (
                "09许可证.docx",
                form(&[&["许可证名称", "有效期"], &["投资咨询资格", "2019年7月1日至长期"]]),
            ),
            ("05测评报告.txt", "本报告有效期一年，出具日期2024年6月1日。".as_bytes().to_vec()),
        ],
        &[Sure(Title, "债券估值异常检测平台"), Sure(Lead, "甲一示例证券股份有限公司")],
    );
    assert!(found(&d, "licence_expired").is_empty());
}

#[test]
fn amounts_of_two_houses_and_a_former_name_are_no_contradictions() {
    let both: &[&[&str]] = &[
        &["牵头单位", "甲一示例证券股份有限公司"],
        &["联合单位", "丙一示例科技有限公司"],
        &["项目负责人及职务", "柏示例，总经理"],
    ];
    let d = take_files(
        "包",
        &[
            ("01申报书.docx", form(both)),
            (
                "02机构情况.docx",
                docx(&p("甲一示例证券股份有限公司前身为甲一示例证券有限责任公司，注册资本50亿元。")),
            ),
            ("03机构情况.docx", docx(&p("丙一示例科技有限公司注册资本5000万元。"))),
        ],
    );
    assert!(found(&d, "contradiction_amount").is_empty() && found(&d, "contradiction_name").is_empty());
    assert_eq!(crate::desk::field(&d, Owner).value, "柏示例，总经理");
}

#[test]
fn without_a_form_nothing_is_certain() {
    let contract = docx(
        &["项目名称：呼叫中心语音改造", "项目负责人：王示例", "试点周期：18个月"]
            .map(p)
            .concat(),
    );
    reads(
        &[("技术开发合同.docx", contract), ("承诺函.docx", docx(&p("承诺函")))],
        &[Asks(Title, "呼叫中心语音改造"), Asks(Owner, "王示例"), Asks(Period, "18个月")],
    );
}

#[test]
fn what_the_form_leaves_open_no_annex_answers() {
    let bound = docx(
        &[
            table(&[
                &["项目名称", "客户份额登记平台"],
                &["牵头单位", "甲一示例证券股份有限公司"],
                &["项目负责人", ""],
                &["联系人", ""],
            ]),
            p("联系人：吴示例"),
            p("项目负责人：王示例"),
        ]
        .concat(),
    );
    reads(
        &[("申报书.docx", bound)],
        &[
            Sure(Title, "客户份额登记平台"),
            Sure(Lead, "甲一示例证券股份有限公司"),
            Asks(Owner, "王示例"),
            Asks(Contact, "吴示例"),
        ],
    );
}

#[test]
fn corrections_and_other_papers_that_name_another_lead_or_project_leave_nothing_certain() {
    let two: &[&[&str]] = &[
        &["项目名称", "客户流失预测与挽留"],
        &["牵头单位", "甲一示例证券股份有限公司"],
        &["联合单位", "乙一示例期货有限公司"],
        &["联系人", "皇甫示例"],
    ];
    let beside = |name: &'static str, text: &str| [("申报书.docx", form(two)), (name, docx(&p(text)))];
    let d = reads(
        &beside("联合申报协议.docx", "甲方（牵头单位）：乙一示例期货有限公司"),
        &[
            Asks(Lead, "甲一示例证券股份有限公司"),
            Sure(Title, "客户流失预测与挽留"),
            Sure(Joint, "乙一示例期货有限公司"),
            Sure(Contact, "皇甫示例"),
        ],
    );
    assert_eq!(found(&d, "contradiction_field").len(), 1);
    let d = reads(
        &beside("合规说明.docx", "就“客户价值分层与精准营销”项目进行了评估，结论：合规。"),
        &[
            Asks(Title, "客户流失预测与挽留"),
            Sure(Lead, "甲一示例证券股份有限公司"),
            Sure(Joint, "乙一示例期货有限公司"),
            Sure(Contact, "皇甫示例"),
        ],
    );
    assert_eq!(found(&d, "contradiction_field").len(), 1);
    reads(
        &beside("关于补正的回复.docx", "联系人由皇甫示例变更为令狐示例。"),
        &[
            Asks(Contact, "皇甫示例"),
            Sure(Title, "客户流失预测与挽留"),
            Sure(Lead, "甲一示例证券股份有限公司"),
            Sure(Joint, "乙一示例期货有限公司"),
        ],
    );
}

#[test]
fn words_in_place_of_an_answer_are_none() {
    for words in [
        "另册",
        "见申报书正文",
        "见上",
        "TBC",
        "Nil",
        "……",
        "不详",
        "（略）",
        "按实际",
        "以合同为准",
        "同业务场景",
    ] {
        let d = take_files("包", &[("申报书.docx", form(&[&["应用技术", words]]))]);
        assert_ne!(
            crate::desk::field(&d, lx_domain::FieldId::Technology).status,
            lx_domain::FieldStatus::Found,
            "{words}"
        );
    }
    for words in ["XXX", "×××", "【】", "未定"] {
        let d = take_files("包", &[("申报书.docx", form(&[&["联系人", words]]))]);
        assert_ne!(crate::desk::field(&d, Contact).status, lx_domain::FieldStatus::Found, "{words}");
    }
}
