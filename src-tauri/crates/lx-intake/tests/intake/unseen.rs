//! Packages of institutions that nobody here has seen, each with what a person reads in it.

use lx_domain::{ApplicantClass, Dossier, FieldId, FieldStatus, Track};

use crate::{
    desk::{codes, field, found, take_files},
    forge::{docx, p, table, xlsx},
};

/// What must be certain, what must be proposed and no more, and what nobody says.
pub enum Reads {
    Sure(FieldId, &'static str),
    Asks(FieldId, &'static str),
    Silent(FieldId),
}

use FieldId::{Contact, Date, Joint, Lead, Owner, Period, Phone, Scale, Title};
use Reads::{Asks, Silent, Sure};

/// Takes the files and compares field by field with the human reading; whatever else is certain must be in it, too.
pub fn reads(files: &[(&str, Vec<u8>)], reading: &[Reads]) -> Dossier {
    let d = take_files("包", files);
    for expected in reading {
        let (id, value, status) = match expected {
            Sure(id, value) => (*id, *value, FieldStatus::Found),
            Asks(id, value) => (*id, *value, FieldStatus::Confirm),
            Silent(id) => (*id, "", FieldStatus::Confirm),
        };
        let f = field(&d, id);
        assert_eq!((f.value.as_str(), f.status), (value, status), "{id:?}");
    }
    let read: Vec<FieldId> = reading
        .iter()
        .map(|r| match r {
            Sure(id, _) | Asks(id, _) | Silent(id) => *id,
        })
        .collect();
    for f in d.fields.iter().filter(|f| !read.contains(&f.id) && f.id != FieldId::Number) {
        assert_eq!(f.status, FieldStatus::Confirm, "{:?} is certain: {}", f.id, f.value);
    }
    d
}

pub fn form(rows: &[&[&str]]) -> Vec<u8> {
    docx(&table(rows))
}

fn names(d: &Dossier) -> Vec<&str> {
    d.applicants.iter().map(|a| a.name.as_str()).collect()
}

#[test]
fn a_bank_that_states_its_credit_code_beside_its_name_has_one() {
    let d = reads(
        &[(
            "项目申报表.docx",
            form(&[
                &["项 目 名 称", "关于变更项目名称登记方式的智能核验平台|3"],
                &[
                    "申报单位（盖章）",
                    "珠江示例银行股份有限公司",
                    "统一社会信用代码",
                    "9144 0106 JURQ 283F QU",
                ],
                &["联 系 人", "陈示例", "联系电话（手机）", "13900000001"],
                &["试点周期", "自2026年7月1日至2027年6月30日", "预计规模（万元）", "5,000"],
                &["填表日期", "二〇二六年三月一日|3"],
            ]),
        )],
        &[
            Sure(Title, "关于变更项目名称登记方式的智能核验平台"),
            Asks(Lead, "珠江示例银行股份有限公司"),
            Sure(Contact, "陈示例"),
            Sure(Phone, "13900000001"),
            Sure(Period, "自2026年7月1日至2027年6月30日"),
            Sure(Scale, "5,000万元"),
            Sure(Date, "二〇二六年三月一日"),
        ],
    );
    assert_eq!(d.applicants[0].credit_code_valid, Some(true));
    assert!(found(&d, "credit_code_absent").is_empty());
}

#[test]
fn a_label_of_its_own_between_an_institution_and_its_name_hides_neither() {
    let d = reads(
        &[(
            "申报书.docx",
            form(&[
                &["v:牵头单位", "名称", "岭南示例期货有限公司"],
                &["^", "统一社会信用代码", "91440101NHQT1UAPDT"],
                &["^", "联系人", "罗示例"],
                &["v:联合单位", "单位名称", "天河示例科技有限公司"],
                &["^", "注册地", "广州市"],
                &["项目周期", "一年半|2"],
                &["申报类别", "试点□  试点辅导√|2"],
            ]),
        )],
        &[
            Sure(Lead, "岭南示例期货有限公司"),
            Sure(Joint, "天河示例科技有限公司"),
            Sure(Period, "一年半"),
            Sure(FieldId::Track, "试点辅导"),
            Sure(Contact, "罗示例"),
        ],
    );
    assert_eq!(d.track, Track::Coaching);
    assert_eq!(d.applicants[0].credit_code_valid, Some(true));
    assert_eq!(
        d.applicants[1].place.as_deref(),
        Some("广州市"),
        "of the joint applicant, not of the lead"
    );
}

#[test]
fn a_list_under_one_label_has_one_lead_and_the_rest_are_joint() {
    let lead = "海珠示例证券股份有限公司、海珠示例科技有限公司（牵头）、荔湾示例银行股份有限公司";
    let d = reads(
        &[(
            "申报书.docx",
            form(&[&["申报机构", lead], &["实施周期", "12个月（2026年7月—2027年6月）"]]),
        )],
        &[
            Asks(Lead, "海珠示例科技有限公司"),
            Asks(Joint, "海珠示例证券股份有限公司、荔湾示例银行股份有限公司"),
            Sure(Period, "12个月（2026年7月—2027年6月）"),
        ],
    );
    assert_eq!(d.applicants.len(), 3);
}

#[test]
fn a_seal_is_no_part_of_a_name() {
    let d = reads(
        &[("申报书.docx", docx(&p("牵头单位：白云示例基金管理有限公司（公章）")))],
        &[Sure(Lead, "白云示例基金管理有限公司")],
    );
    assert_eq!(names(&d), ["白云示例基金管理有限公司"]);
}

#[test]
fn traditional_characters_and_english_are_read_like_the_rest() {
    let d = reads(
        &[(
            "項目申報書.docx",
            form(&[
                &["項目名稱", "跨境理財通智能適當性管理"],
                &["牽頭單位", "灣區示例證券有限公司"],
                &["聯合單位", "穗港示例科技有限公司"],
                &["申報類型", "試點"],
                &["試點週期", "12個月"],
                &["項目負責人", "陳示例"],
                &["聯絡電話", "020-12121212"],
            ]),
        )],
        &[
            Sure(Title, "跨境理財通智能適當性管理"),
            Sure(Lead, "灣區示例證券有限公司"),
            Sure(Joint, "穗港示例科技有限公司"),
            Sure(FieldId::Track, "試點"),
            Sure(Period, "12個月"),
            Sure(Owner, "陳示例"),
            Sure(Phone, "020-12121212"),
        ],
    );
    assert!(found(&d, "unclassified_document").is_empty(), "項目申報書 is the form");
    let d = reads(
        &[(
            "Form.docx",
            form(&[
                &["Project Title", "Cross-border Wealth Suitability Platform"],
                &["Lead Applicant", "Pearl Bay Sample Securities Co., Ltd."],
                &["Joint Applicants", "Example Fintech (Guangzhou) Limited; Sample Data Inc."],
                &["Application Type", "Pilot"],
                &["Pilot Period", "12 months"],
                &["Date", "1 March 2026"],
            ]),
        )],
        &[
            Sure(Title, "Cross-border Wealth Suitability Platform"),
            Sure(Lead, "Pearl Bay Sample Securities Co., Ltd."),
            Sure(Joint, "Example Fintech (Guangzhou) Limited; Sample Data Inc."),
            Sure(FieldId::Track, "Pilot"),
            Sure(Period, "12 months"),
            Asks(Date, "1 March 2026"),
        ],
    );
    assert_eq!(d.applicants.len(), 3);
}

#[test]
fn the_class_and_the_seat_are_the_ticked_ones_and_no_class_is_guessed_from_a_choice_left_open() {
    let with = |class: &str| {
        let place = "☑广州 □其他";
        form(&[&["机构名称", "勾选示例证券有限公司"], &["机构类别", class], &["注册地", place]])
    };
    let cases = [
        (
            "□市场核心机构 ☑证券期货经营机构 □证券期货服务机构 □科技企业",
            Some(ApplicantClass::Operating),
        ),
        ("□市场核心机构 □证券期货经营机构 □证券期货服务机构", None),
        ("市场核心机构/证券期货经营机构/科技企业", None),
        ("证券公司（证券期货经营机构）", Some(ApplicantClass::Operating)),
        ("信息技术系统服务机构", Some(ApplicantClass::Technology)),
    ];
    for (class, expected) in cases {
        let d = take_files("包", &[("机构信息.docx", with(class))]);
        assert_eq!(d.applicants[0].class, expected, "{class}");
        assert_eq!(d.applicants[0].place.as_deref(), Some("广州"), "{class}");
    }
}

#[test]
fn other_lists_of_a_form_say_nothing_of_the_application() {
    let body = [
        table(&[&["项目名称", "跨市场风险传染监测"], &["牵头单位", "附表示例证券有限公司"]]),
        table(&[
            &["序号", "项目名称", "项目负责人", "项目周期", "项目类型"],
            &["1", "旧系统升级改造", "甲某", "2021年1月至2022年1月", "自研"],
            &["2", "核心交易系统国产化", "乙某", "24个月", "合作"],
        ]),
        table(&[&["姓名", "职务", "联系电话", "负责人"], &["丙某", "工程师", "13500000001", "否"]]),
        table(&[
            &["阶段", "起止时间", "主要内容", "负责人"],
            &["一", "2026年7月至9月", "开发", "戊某"],
        ]),
    ];
    let d = reads(
        &[("申报书.docx", docx(&body.concat()))],
        &[
            Sure(Title, "跨市场风险传染监测"),
            Sure(Lead, "附表示例证券有限公司"),
            Silent(Owner),
            Silent(Period),
            Silent(Phone),
            Silent(FieldId::Track),
        ],
    );
    assert!(found(&d, "contradiction_field").is_empty(), "{:?}", codes(&d));
}

#[test]
fn a_table_of_persons_gives_the_number_of_the_contact() {
    reads(
        &[(
            "申报书.docx",
            form(&[
                &["", "姓名", "职务", "联系电话"],
                &["项目负责人", "柏示例", "总经理", "13711111111"],
                &["联系人", "水示例", "经理", "13722222222"],
            ]),
        )],
        &[Sure(Owner, "柏示例"), Sure(Contact, "水示例"), Sure(Phone, "13722222222")],
    );
}

#[test]
fn labels_that_resemble_others_are_not_taken_for_them() {
    let d = reads(
        &[(
            "申报书.docx",
            form(&[
                &["所属项目名称", "2026年度科技规划"],
                &["项目名称（中文）", "穿透式交易账户实控人识别"],
                &["项目名称（英文）", "Look-through Identification"],
                &["申报单位名称", "近似示例证券有限公司"],
                &["牵头单位联系人", "章示例"],
                &["联合单位联系人", "云示例"],
                &["联合单位（全称）", "近似示例科技有限公司"],
                &["项目负责人联系电话", "13900009999"],
                &["项目负责人", "苏示例"],
                &["预期目标与规模", "服务客户数（户）", "300"],
            ]),
        )],
        &[
            Sure(Title, "穿透式交易账户实控人识别"),
            Asks(Lead, "近似示例证券有限公司"),
            Sure(Joint, "近似示例科技有限公司"),
            Asks(Contact, "章示例"),
            Sure(Owner, "苏示例"),
            Silent(Phone),
            Asks(Scale, "服务客户数（户）：300"),
        ],
    );
    assert!(found(&d, "contradiction_name").is_empty(), "two companies of one house");
    assert!(found(&d, "contradiction_field").is_empty());
}

#[test]
fn who_leads_is_proposed_from_the_duties_or_because_nobody_else_is_named() {
    let list = xlsx(&[
        &["序号", "机构全称", "统一社会信用代码/组织机构代码", "注册地", "角色分工"],
        &[
            "1",
            "花城示例证券股份有限公司",
            "原代码 91440101NHQT1UAPDT",
            "广州",
            "牵头单位：提供业务场景",
        ],
        &["2", "花城示例科技有限公司", "", "深圳", "参与单位：研发"],
        &["合计", "2家"],
    ]);
    let d = reads(
        &[("机构信息.xlsx", list)],
        &[Asks(Lead, "花城示例证券股份有限公司"), Asks(Joint, "花城示例科技有限公司")],
    );
    assert_eq!(d.applicants[0].credit_code.as_deref(), Some("91440101NHQT1UAPDT"));
    let cell = "统一社会信用代码：91440101NHQT1UAPDT\n机构名称：增城示例银行股份有限公司";
    let d = reads(
        &[("声明书.txt", cell.as_bytes().to_vec())],
        &[Asks(Lead, "增城示例银行股份有限公司")],
    );
    let cell = format!(
        "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}{}</w:tc></w:tr></w:tbl>",
        p("机构信息"),
        p("统一社会信用代码：91440101NHQT1UAPDT"),
        p("机构名称：增城示例银行股份有限公司")
    );
    drop(d);
    let d = reads(&[("声明书.docx", docx(&cell))], &[Asks(Lead, "增城示例银行股份有限公司")]);
    assert_eq!(
        d.applicants[0].credit_code_valid,
        Some(true),
        "the code before the name, in one cell"
    );
}

#[test]
fn a_letter_instead_of_a_form_gives_proposals() {
    let lines = [
        "关于申报资本市场金融科技创新试点项目的函",
        "我司联合公文示例科技有限公司，拟申报“场内期权智能做市风险控制系统”项目，试点期12个月。",
        "联系人：窦示例，手机：13600000000，邮箱：a@example.com",
        "公文示例证券股份有限公司",
        "2026年3月1日",
    ];
    reads(
        &[("申报函.docx", docx(&lines.iter().map(|l| p(l)).collect::<String>()))],
        &[
            Asks(Title, "场内期权智能做市风险控制系统"),
            Asks(Lead, "公文示例证券股份有限公司"),
            Sure(Contact, "窦示例"),
            Asks(Phone, "13600000000"),
        ],
    );
}
