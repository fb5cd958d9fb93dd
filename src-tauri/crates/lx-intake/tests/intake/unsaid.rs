//! What a document holds without anybody saying it: prompts, struck words, samples, templates, hidden sheets.

use lx_domain::FieldId::{self, Contact, Date, Joint, Lead, Period, Phone, Scale, Title};

use crate::{
    desk::{codes, found, take_files},
    forge::{docx, entry, p, table, workbook, xlsx, zip},
    unseen::{
        Reads::{Asks, Silent, Sure},
        reads,
    },
};

fn row(cells: &[String]) -> String {
    format!("<w:tr>{}</w:tr>", cells.concat())
}

fn cell(inner: &str) -> String {
    format!("<w:tc><w:p>{inner}</w:p></w:tc>")
}

fn run(text: &str) -> String {
    format!("<w:r><w:t>{text}</w:t></w:r>")
}

fn struck(text: &str) -> String {
    format!("<w:r><w:rPr><w:strike/></w:rPr><w:t>{text}</w:t></w:r>")
}

#[test]
fn the_prompt_of_a_control_is_no_answer_and_what_was_typed_into_one_is() {
    let control = |prompt: bool, inner: &str| {
        let showing = if prompt { "<w:showingPlcHdr/>" } else { "" };
        format!("<w:sdt><w:sdtPr>{showing}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")
    };
    let label = |text: &str| cell(&run(text));
    let body = [
        row(&[label("项目名称"), control(false, &cell(&run("债券做市智能报价与风险限额管理")))]),
        row(&[label("牵头单位"), cell(&control(false, &run("云山示例证券股份有限公司")))]),
        row(&[label("联合单位"), cell(&control(true, &run("输入联合单位全称，没有的写无")))]),
        row(&[label("联系人"), cell(&control(true, &run("姓名")))]),
        row(&[label("试点周期"), cell(&control(true, &run("12个月")))]),
        row(&[label("申报日期"), cell(&run("2026/3/1"))]),
    ];
    let d = reads(
        &[("申报书.docx", docx(&format!("<w:tbl>{}</w:tbl>", body.concat())))],
        &[
            Sure(Title, "债券做市智能报价与风险限额管理"),
            Sure(Lead, "云山示例证券股份有限公司"),
            Silent(Joint),
            Silent(Contact),
            Silent(Period),
            Sure(Date, "2026/3/1"),
        ],
    );
    assert_eq!(d.applicants.len(), 1);
}

#[test]
fn struck_words_are_not_said_and_the_look_before_a_change_strikes_nothing() {
    let line = |inner: &[String]| format!("<w:p>{}</w:p>", inner.concat());
    let changed = "<w:r><w:rPr><w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>越秀示例证券有限公司</w:t></w:r>";
    let body = [
        line(&[run("试点周期："), struck("6个月"), run("12个月")]),
        line(&[run("申报类型："), struck("试点辅导"), run("试点")]),
        line(&[run("牵头单位："), changed.to_owned()]),
        line(&[
            run("项目名称："),
            "<w:del><w:r><w:delText>旧名称平台</w:delText></w:r></w:del>".to_owned(),
            format!("<w:ins>{}</w:ins>", run("基于知识图谱的关联交易识别")),
        ]),
    ];
    reads(
        &[("申报书.docx", docx(&body.concat()))],
        &[
            Sure(Period, "12个月"),
            Sure(FieldId::Track, "试点"),
            Sure(Lead, "越秀示例证券有限公司"),
            Sure(Title, "基于知识图谱的关联交易识别"),
        ],
    );
}

const FORM: &[&[&str]] = &[
    &["申报表"],
    &["项目名称", "区域性股权市场登记结算互联互通"],
    &["牵头单位", "南沙示例股权交易中心有限公司"],
    &["联合单位", "无"],
    &["试点周期", "18个月"],
    &["联系人", "冯示例"],
];
const SAMPLE: &[&[&str]] = &[
    &["申报表（样例）"],
    &["项目名称", "智能投顾服务系统"],
    &["牵头单位", "南方样本证券股份有限公司"],
    &["联合单位", "北方样本科技有限公司"],
    &["试点周期", "6个月"],
    &["联系人", "张三"],
    &["联系电话", "010-12345678"],
];

#[test]
fn samples_instructions_and_hidden_sheets_speak_only_where_nothing_else_does() {
    let guide: &[&[&str]] = &[
        &["1.项目名称：应简明反映项目内容，不超过30字"],
        &["3.试点周期：一般为12个月，最长不超过24个月"],
    ];
    let old: &[&[&str]] = &[&["项目名称", "旧项目二〇二五"], &["试点周期", "24个月"]];
    let whole = workbook(&[
        ("填写说明", "visible", guide),
        ("样例", "visible", SAMPLE),
        ("申报表", "visible", FORM),
        ("2025年", "hidden", old),
    ]);
    let d = reads(
        &[("项目申报表.xlsx", whole)],
        &[
            Sure(Title, "区域性股权市场登记结算互联互通"),
            Sure(Lead, "南沙示例股权交易中心有限公司"),
            Sure(Joint, "无"),
            Sure(Period, "18个月"),
            Sure(Contact, "冯示例"),
            Asks(Phone, "010-12345678"),
        ],
    );
    assert_eq!(d.applicants.len(), 1);
    assert!(found(&d, "contradiction_field").is_empty(), "{:?}", codes(&d));
    let alone = workbook(&[("样例", "visible", SAMPLE)]);
    reads(
        &[("项目申报表.xlsx", alone)],
        &[
            Asks(Title, "智能投顾服务系统"),
            Asks(Lead, "南方样本证券股份有限公司"),
            Asks(Period, "6个月"),
        ],
    );
}

#[test]
fn what_a_hidden_row_says_is_never_certain() {
    let plain = xlsx(&[&["项目名称", "藏在隐藏行里的项目"], &["试点周期", "12个月"]]);
    let hidden = crate::forge::patched(&plain, "xl/worksheets/sheet1.xml", |xml| {
        xml.replace(r#"<row r="1">"#, r#"<row r="1" hidden="1">"#)
    });
    reads(
        &[("申报表.xlsx", hidden)],
        &[Asks(Title, "藏在隐藏行里的项目"), Sure(Period, "12个月")],
    );
}

#[test]
fn a_template_beside_the_form_changes_nothing_and_alone_it_is_a_proposal() {
    let template = docx(&table(&[
        &["项目名称", "基于区块链技术的票据平台"],
        &["牵头单位", "××证券股份有限公司"],
        &["试点周期", "××个月"],
        &["联系电话", "020-XXXXXXXX"],
        &["申报日期", "20XX年X月X日"],
        &["预期规模", "____万元"],
    ]));
    let form = docx(&table(&[
        &["项目名称", "跨机构客户身份核验服务"],
        &["牵头单位", "番禺示例证券股份有限公司"],
        &["试点周期", "12个月"],
        &["联系电话", "020-77778888"],
        &["申报日期", "2026年3月1日"],
        &["预期规模", "不超过500万元"],
    ]));
    let name = "附件1：项目申报书（模板）.docx";
    let d = reads(
        &[(name, template.clone()), ("附件1：项目申报书.docx", form)],
        &[
            Sure(Title, "跨机构客户身份核验服务"),
            Sure(Lead, "番禺示例证券股份有限公司"),
            Sure(Period, "12个月"),
            Sure(Phone, "020-77778888"),
            Sure(Date, "2026年3月1日"),
            Sure(Scale, "不超过500万元"),
        ],
    );
    assert!(found(&d, "contradiction_field").is_empty());
    reads(
        &[(name, template)],
        &[
            Asks(Title, "基于区块链技术的票据平台"),
            Silent(Lead),
            Silent(Period),
            Silent(Phone),
            Silent(Date),
            Silent(Scale),
        ],
    );
}

#[test]
fn explanations_inside_of_a_form_are_no_second_answer() {
    let text = "项目名称：__数字人民币智能合约保证金监管__\n牵头单位：文本示例期货有限公司____\n联合单位：____\n试点周期：___个月\n\
                说明：项目名称：是指申报项目的名称；牵头单位：是指牵头申报的单位。";
    let d = reads(
        &[("申报书.txt", text.as_bytes().to_vec())],
        &[
            Sure(Title, "数字人民币智能合约保证金监管"),
            Sure(Lead, "文本示例期货有限公司"),
            Silent(Joint),
            Silent(Period),
        ],
    );
    assert!(found(&d, "contradiction_field").is_empty());
}

#[test]
fn a_document_of_pictures_alone_is_said_to_have_no_text() {
    let pictured = zip(&[
        entry("[Content_Types].xml", b"<Types/>"),
        entry(
            "word/document.xml",
            br#"<w:document xmlns:w="w"><w:body><w:p><w:r><w:drawing/></w:r></w:p></w:body></w:document>"#,
        ),
        entry("word/media/image1.png", b"x"),
    ]);
    let files = [
        ("03试点方案.docx", pictured),
        ("01申报书.docx", docx(&p("项目名称：跨境数据流动试点平台"))),
        ("02机构信息.jpg", b"\xFF\xD8\xFF\xE0".to_vec()),
    ];
    let d = take_files("包", &files);
    let of = |code: &str| found(&d, code).iter().map(|f| f.args["document"].clone()).collect::<Vec<_>>();
    assert_eq!(of("document_without_text"), ["03试点方案.docx"]);
    assert_eq!(of("scan"), ["02机构信息.jpg"]);
}
