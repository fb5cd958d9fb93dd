//! One thing said in two ways, or in a format that keeps little of its form.

use lx_domain::FieldId::{self, Contact, Date, Joint, Lead, Period, Phone, Scale, Technology, Title, Users};

use crate::{
    desk::{codes, field, found, take_files},
    forge::{docx, p, pdf, xlsx},
    unseen::{
        Reads::{Asks, Silent, Sure},
        form, reads,
    },
};

#[test]
fn one_period_in_several_spellings_is_no_contradiction() {
    let one = form(&[
        &["项目名称", "金额口径统一核对平台"],
        &["试点周期", "2026年1月至2027年6月"],
        &["填报日期", "2026-03-01"],
    ]);
    let other = docx(&[p("试点周期：一年半"), p("试点周期为18个月。"), p("填报日期：二〇二六年三月一日")].concat());
    let d = reads(
        &[("01申报书.docx", one), ("03试点方案.docx", other)],
        &[
            Sure(Title, "金额口径统一核对平台"),
            Sure(Period, "2026年1月至2027年6月"),
            Sure(Date, "2026-03-01"),
        ],
    );
    assert!(found(&d, "contradiction_field").is_empty());
    assert!(found(&d, "contradiction_period").is_empty());
}

#[test]
fn a_licence_that_has_run_out_is_found_in_a_table_of_licences() {
    let licences = form(&[
        &["序号", "许可证名称", "发证日期", "有效期"],
        &["1", "经营证券期货业务许可证", "2020年1月1日", "长期"],
        &["2", "等级保护备案证明", "2022年6月1日", "二〇二五年六月一日"],
        &["3", "基金销售业务资格", "2019.1.1", "2019.1.1—2028.12.31"],
    ]);
    let d = take_files("包", &[("许可证.docx", licences)]);
    let said = found(&d, "licence_expired");
    assert_eq!(said.len(), 1);
    assert_eq!(
        (said[0].args["until"].as_str(), said[0].evidence[0].place.as_str()),
        ("2025-06-01", "表1 第3行第4列")
    );
}

#[test]
fn columns_torn_apart_on_a_page_are_no_values() {
    let page: &[&str] = &[
        "项目名称",
        "牵头单位 从化示例证券股份 联合单位 从化示例软件有限",
        "技术应用  服务对象 个人投资者",
    ];
    let d = reads(
        &[("申报书.pdf", pdf("UniGB-UCS2-H", &[page]))],
        &[
            Silent(Title),
            Silent(Lead),
            Silent(Joint),
            Asks(Users, "个人投资者"),
            Silent(Technology),
        ],
    );
    assert!(d.applicants.is_empty(), "half a name is no applicant");
}

#[test]
fn a_form_that_a_word_processor_wrote_as_wps_is_read_with_its_places() {
    let wps = include_bytes!("../vectors/form.wps").to_vec();
    let d = reads(
        &[("申报书.wps", wps)],
        &[
            Sure(Title, "程序化交易异常监测"),
            Sure(Lead, "文档示例证券股份有限公司"),
            Sure(Period, "12个月"),
            Sure(Contact, "孔示例"),
            Sure(Phone, "020-78787878"),
            Sure(FieldId::Track, "试点"),
            Sure(Date, "2026年3月"),
        ],
    );
    assert_eq!(d.documents[0].kind, lx_domain::DocumentKind::Doc);
    assert_eq!(field(&d, Title).source.as_ref().unwrap().place, "表1 第1行第2列");
    assert!(found(&d, "misnamed").is_empty(), "{:?}", codes(&d));
}

#[test]
fn hints_units_and_answers_to_other_questions_are_told_from_the_value() {
    let d = reads(
        &[(
            "申报表.xlsx",
            xlsx(&[
                &["项目名称", "（不超过30字）", "中间有提示的项目平台"],
                &["牵头单位", "甲五八示例证券有限公司（盖章） 联系电话：020-11112222"],
                &["联合单位", "1. 乙五四科技有限公司（技术方）\n2. 丙五四数据有限公司（数据方）等"],
                &["试点周期", "#12", "个月"],
                &["预期规模", "#3000"],
                &["联系人", "（姓名）"],
            ]),
        )],
        &[
            Asks(Title, "中间有提示的项目平台"),
            Sure(Lead, "甲五八示例证券有限公司"),
            Sure(Joint, "1. 乙五四科技有限公司（技术方）、2. 丙五四数据有限公司（数据方）等"),
            Sure(Period, "12个月"),
            Asks(Scale, "3000"),
            Silent(Contact),
            Sure(Phone, "020-11112222"),
        ],
    );
    let names: Vec<_> = d.applicants.iter().map(|a| a.name.as_str()).collect();
    assert_eq!(names, ["甲五八示例证券有限公司", "乙五四科技有限公司", "丙五四数据有限公司"]);
}

#[test]
fn the_example_in_a_plan_makes_nothing_certain() {
    let case = [
        "典型案例",
        "项目名称：别人家的案例项目",
        "牵头单位：乙案例银行股份有限公司",
        "试点周期：6个月",
    ];
    reads(
        &[
            (
                "01申报书.docx",
                form(&[&["项目名称", "本项目真名平台建设"], &["牵头单位", "甲五三示例证券有限公司"]]),
            ),
            ("03试点方案.docx", docx(&case.iter().map(|l| p(l)).collect::<String>())),
        ],
        &[
            Asks(Title, "本项目真名平台建设"),
            Asks(Lead, "甲五三示例证券有限公司"),
            Asks(Period, "6个月"),
        ],
    );
}

#[test]
fn an_office_at_the_seat_is_where_the_seat_is() {
    let info = form(&[
        &["机构名称", "甲六六示例证券有限公司"],
        &["注册地", "深圳市福田区广州大厦"],
        &["主要办公地", "同上"],
        &["机构类别", "证券公司"],
    ]);
    let d = take_files("包", &[("机构信息.docx", info)]);
    assert_eq!(d.applicants[0].office.as_deref(), Some("深圳市福田区广州大厦"));
    assert_eq!(found(&d, "seat_outside").len(), 1, "a house that is called 广州 is not there");
}
