//! Who applies, and what is stated of whom. Nothing of one institution may be said of another.

use lx_domain::{Applicant, ApplicantClass, ApplicantPart as Part, ApplicantRole, Dossier, FieldId, FieldStatus, Track};

use crate::{
    desk::{codes, field, take_files},
    forge::{docx, p, table, xlsx},
};

const BROKER: &str = "白鹭示例证券股份有限公司";
const MAKER: &str = "青梧示例科技有限公司";
const BANK: &str = "珠水示例商业银行股份有限公司";
const CODE: &str = "91440101MAGU5JGU37";
const OTHER: &str = "91440101MA04FN0TUH";

/// Takes papers beside a form that names these as lead and joint applicants.
fn beside_form(joint: &str, papers: &[(&str, Vec<u8>)]) -> Dossier {
    let form = docx(&table(&[
        &["项目名称", "债券估值核对平台"],
        &["牵头单位", BROKER],
        &["联合单位", joint],
    ]));
    let all = [vec![("01项目申报书.docx", form)], papers.to_vec()].concat();
    take_files("包", &all)
}

fn of<'d>(d: &'d Dossier, name: &str) -> &'d Applicant {
    d.applicants
        .iter()
        .find(|a| a.name == name)
        .unwrap_or_else(|| panic!("{name} applies"))
}

/// Every applicant, and whether its name is certain.
fn names(d: &Dossier) -> Vec<(&str, bool)> {
    d.applicants.iter().map(|a| (a.name.as_str(), is_sure(a, Part::Name))).collect()
}

fn is_sure(applicant: &Applicant, part: Part) -> bool {
    applicant.stated(part).is_some_and(|s| s.status == FieldStatus::Found)
}

/// The code, the seat, and whether both are certain.
fn seat(applicant: &Applicant) -> (Option<&str>, Option<&str>, bool) {
    let sure = is_sure(applicant, Part::CreditCode) && is_sure(applicant, Part::Place);
    (applicant.credit_code.as_deref(), applicant.place.as_deref(), sure)
}

#[test]
fn of_two_institutions_beside_each_other_each_has_what_stands_below_it() {
    let rows: &[&[&str]] = &[
        &["牵头单位", BROKER, "联合单位", MAKER],
        &["注册地", "广州市", "注册地", "深圳市"],
        &["统一社会信用代码", CODE, "统一社会信用代码", OTHER],
        &["机构类别", "证券公司", "机构类别", "科技企业"],
    ];
    for (file, bytes) in [("项目申报书.docx", docx(&table(rows))), ("项目申报书.xlsx", xlsx(rows))] {
        let d = take_files("包", &[(file, bytes)]);
        assert_eq!(seat(of(&d, BROKER)), (Some(CODE), Some("广州市"), true), "{file}");
        assert_eq!(seat(of(&d, MAKER)), (Some(OTHER), Some("深圳市"), true), "{file}");
        assert_eq!(of(&d, MAKER).class, Some(ApplicantClass::Technology), "{file}");
    }
    let once = docx(&table(&[&["牵头单位", BROKER, "联合单位", MAKER], &["注册地", "广州市|3"]]));
    let d = take_files("包", &[("项目申报书.docx", once)]);
    assert!(!d.applicants.iter().any(|a| is_sure(a, Part::Place)), "of which of the two?");
}

#[test]
fn what_follows_an_institution_under_another_label_is_not_certainly_the_leads() {
    let form = docx(&table(&[
        &["项目名称", "债券估值核对平台"],
        &["牵头单位", BROKER],
        &["合作企业", MAKER],
        &["注册地", "深圳市南山区"],
        &["统一社会信用代码", OTHER],
        &["机构类别", "科技企业"],
    ]));
    let d = take_files("包", &[("项目申报书.docx", form)]);
    assert!(!seat(of(&d, BROKER)).2);
    assert_eq!(of(&d, BROKER).class, None);
    assert!(!codes(&d).contains(&"technology_alone".to_owned()));
    let holder = docx(&table(&[
        &["牵头单位", BROKER],
        &["控股股东", MAKER],
        &["注册地", "广州市"],
        &["统一社会信用代码", CODE],
    ]));
    let d = take_files("包", &[("项目申报书.docx", holder)]);
    assert_eq!(
        seat(of(&d, BROKER)),
        (Some(CODE), Some("广州市"), true),
        "a shareholder is only mentioned"
    );
}

#[test]
fn the_second_party_of_an_agreement_keeps_its_own_code() {
    let agreement = [
        p(&format!("牵头单位（甲方）：{BROKER}")),
        p(&format!("乙方：{MAKER}")),
        p(&format!("统一社会信用代码：{OTHER}")),
        p("住所：深圳市南山区"),
    ];
    let d = beside_form(MAKER, &[("08联合申报协议.docx", docx(&agreement.concat()))]);
    assert_eq!((seat(of(&d, BROKER)).0, seat(of(&d, BROKER)).1), (None, None));
    assert_eq!(seat(of(&d, MAKER)), (Some(OTHER), Some("深圳市南山区"), true));
}

#[test]
fn a_list_is_known_by_what_stands_in_it_however_its_head_is_built() {
    let name = table(&[
        &["名称", "统一社会信用代码", "注册地", "分工"],
        &[MAKER, OTHER, "深圳市", "算法研发"],
        &[BROKER, CODE, "广州市", "提供业务场景"],
    ]);
    let two_rows = table(&[
        &["v:序号", "v:机构名称", "机构信息|2", "v:角色"],
        &["^", "^", "统一社会信用代码", "注册地", "^"],
        &["1", MAKER, OTHER, "深圳市", "联合"],
        &["2", BROKER, CODE, "广州市", "牵头"],
    ]);
    let far = table(&[
        &["序号", "机构名称", "所属行业", "统一社会信用代码", "资产规模", "注册地"],
        &["1", MAKER, "软件业", OTHER, "2亿元", "深圳市"],
        &["2", BROKER, "证券业", CODE, "500亿元", "广州市"],
    ]);
    let marked = table(&[
        &["机构名称", "统一社会信用代码", "注册地"],
        &[&format!("牵头单位：{BROKER}"), CODE, "广州市"],
        &[&format!("{MAKER}（联合单位）"), OTHER, "深圳市"],
    ]);
    for (which, list) in [("名称", name), ("two rows", two_rows), ("far", far), ("marked", marked)] {
        let d = beside_form(MAKER, &[("02机构信息.docx", docx(&list))]);
        assert_eq!(names(&d), [(BROKER, true), (MAKER, true)], "{which}");
        assert_eq!(seat(of(&d, BROKER)), (Some(CODE), Some("广州市"), true), "{which}");
        assert_eq!(seat(of(&d, MAKER)), (Some(OTHER), Some("深圳市"), true), "{which}");
    }
}

#[test]
fn a_list_goes_on_behind_a_second_licence_and_below_the_heading_of_a_group() {
    let licences = xlsx(&[
        &["序号", "机构名称", "统一社会信用代码", "牌照名称", "角色"],
        &["1", BROKER, CODE, "经营证券期货业务许可证", "牵头"],
        &["", "", "", "公募基金销售资格", ""],
        &["2", MAKER, OTHER, "无", "联合"],
    ]);
    let groups = docx(&table(&[
        &["序号", "机构名称", "统一社会信用代码", "注册地"],
        &["一、牵头单位|4"],
        &["1", BROKER, CODE, "广州市"],
        &["二、联合单位|4"],
        &["1", MAKER, OTHER, "深圳市"],
    ]));
    for (file, bytes) in [("02机构信息.xlsx", licences), ("02机构信息.docx", groups)] {
        let d = take_files("包", &[(file, bytes)]);
        assert_eq!(names(&d), [(BROKER, true), (MAKER, true)], "{file}");
        assert_eq!(field(&d, FieldId::Joint).value, MAKER, "{file}");
    }
}

#[test]
fn testers_suppliers_customers_and_shareholders_do_not_apply() {
    let tester = docx(&table(&[&["单位名称", "鉴衡示例测评有限公司"], &["统一社会信用代码", OTHER]]));
    let suppliers = docx(&table(&[&["企业名称", "统一社会信用代码"], &["北辰示例软件有限公司", OTHER]]));
    let list = table(&[&["机构名称", "统一社会信用代码"], &[BROKER, CODE], &[MAKER, OTHER]]);
    let owners = table(&[&["企业名称", "统一社会信用代码"], &["岭海示例集团有限公司", OTHER]]);
    let old = docx(&table(&[&["机构名称", "角色"], &["云枢示例科技有限公司", "联合单位"]]));
    let d = beside_form(
        MAKER,
        &[
            ("02机构信息.docx", docx(&[list, p("主要股东"), owners].concat())),
            ("03试点方案.docx", suppliers),
            ("05等保测评报告.docx", tester),
            ("旧版/02机构信息.docx", old),
        ],
    );
    assert_eq!(names(&d), [(BROKER, true), (MAKER, true)]);
}

#[test]
fn a_name_is_as_certain_as_the_field_that_gives_it() {
    for none in ["无（本项目独立申报）", "不涉及", "独立申报", "否", "详见附件2", "2026年3月21日"] {
        assert_eq!(names(&beside_form(none, &[])), [(BROKER, true)], "{none}");
    }
    for unsure in [
        format!("{MAKER}和{BANK}"),
        format!("{MAKER} {BANK}"),
        "青梧示例科技有限公司等3家".to_owned(),
    ] {
        let d = beside_form(&unsure, &[]);
        assert!(
            d.applicants.len() > 1 && names(&d).iter().skip(1).all(|(_, sure)| !sure),
            "{unsure}: {:?}",
            names(&d)
        );
    }
    let list = xlsx(&[&["机构名称", "统一社会信用代码"], &[BROKER, CODE], &[BANK, OTHER]]);
    let d = beside_form("珠水示例商业银行", &[("02机构信息.xlsx", list)]);
    assert_eq!(
        names(&d),
        [(BROKER, true), (BANK, false)],
        "a short name is no third applicant, and nobody is sure whose it is"
    );
}

#[test]
fn a_form_that_leaves_out_what_a_list_names_is_to_be_confirmed() {
    let list = |duties: [&str; 2]| {
        xlsx(&[
            &["机构名称", "统一社会信用代码", "分工"],
            &[BROKER, CODE, duties[0]],
            &[MAKER, OTHER, duties[1]],
        ])
    };
    let status = |d: &Dossier, id| field(d, id).status;
    let plain = [("02机构信息.xlsx", list(["提供场景", "研发"]))];
    assert_eq!(status(&beside_form("无", &plain), FieldId::Joint), FieldStatus::Confirm);
    let d = beside_form(MAKER, &plain);
    assert_eq!(
        (status(&d, FieldId::Lead), status(&d, FieldId::Joint)),
        (FieldStatus::Found, FieldStatus::Found)
    );
    let d = beside_form(MAKER, &[("02机构信息.xlsx", list(["参与单位：提供数据", "牵头单位：总体负责"]))]);
    assert_eq!(
        (status(&d, FieldId::Lead), status(&d, FieldId::Joint)),
        (FieldStatus::Confirm, FieldStatus::Confirm)
    );
}

#[test]
fn a_licence_with_another_code_makes_the_code_uncertain() {
    let info = docx(&table(&[&["机构名称", BROKER], &["统一社会信用代码", CODE], &["注册地", "广州市"]]));
    let licence = |code: &str| format!("营业执照\n统一社会信用代码：{code}\n名称：{BROKER}\n住所：广州市\n").into_bytes();
    for (code, sure) in [(CODE, true), (OTHER, false)] {
        let d = beside_form("无", &[("02机构信息.docx", info.clone()), ("09营业执照.txt", licence(code))]);
        assert_eq!(is_sure(of(&d, BROKER), Part::CreditCode), sure, "{code}");
    }
}

#[test]
fn a_class_is_certain_only_in_the_words_of_the_profile() {
    let classed = |class: &str| {
        let info = docx(&table(&[&["机构名称", BROKER], &["机构类别", class], &["注册地", "广州市"]]));
        take_files("包", &[("02机构信息.docx", info)])
    };
    for class in [
        "证券公司",
        "证券期货经营机构（证券公司）",
        "（二）证券期货经营机构",
        "□科技企业 ☑证券公司",
    ] {
        assert!(is_sure(of(&classed(class), BROKER), Part::Class), "{class}");
    }
    for class in [
        "信息技术服务机构",
        "深圳证券交易所创业板上市公司",
        "证券交易所会员",
        "不属于证券期货经营机构",
        "证券公司的软件外包服务商",
    ] {
        let d = classed(class);
        assert!(!is_sure(of(&d, BROKER), Part::Class), "{class}");
        assert_ne!(d.track, Track::Forwarded, "{class}");
    }
}

#[test]
fn an_option_with_its_box_in_the_next_cell_is_no_class() {
    let boxes = table(&[&["机构名称", BROKER], &["机构类别", "证券公司", "□", "科技企业", "☑"]]);
    let d = take_files("包", &[("02机构信息.docx", docx(&boxes))]);
    assert!(!is_sure(of(&d, BROKER), Part::Class));
}

#[test]
fn who_does_not_lead_is_not_the_lead() {
    let list = xlsx(&[
        &["机构名称", "注册地", "角色"],
        &[MAKER, "深圳市", "非牵头单位"],
        &[BROKER, "广州市", "主办单位"],
    ]);
    let d = take_files("包", &[("02机构信息.xlsx", list)]);
    assert!(!d.applicants.iter().any(|a| a.role == ApplicantRole::Lead && is_sure(a, Part::Role)));
    assert_eq!(field(&d, FieldId::Lead).status, FieldStatus::Confirm);
}
