//! How much of a form an answer takes, and who gives it: what is not beyond doubt is to be confirmed.

use lx_domain::{FieldId, FieldStatus};

use crate::{
    desk::{field, take_files},
    forge::{docx, p, table, xlsx},
    unseen::{
        Reads::{Asks, Silent, Sure},
        form, reads,
    },
};

use FieldId::{Contact, Date, Joint, Lead, Owner, Period, Phone, Scale, Title, Track, Users};

#[test]
fn several_cells_under_one_label_are_one_answer_that_nobody_is_sure_of() {
    reads(
        &[(
            "申报书.docx",
            form(&[
                &["项目名称", "债券估值异常检测|3"],
                &["联合单位", "穗港示例科技有限公司", "湾区示例银行"],
                &["试点周期", "2026年7月1日", "至", "2027年6月30日"],
                &["申报类型", "试点", "试点辅导", "√"],
            ]),
        )],
        &[
            Sure(Title, "债券估值异常检测"),
            Asks(Joint, "穗港示例科技有限公司、湾区示例银行"),
            Asks(Period, "2026年7月1日 至 2027年6月30日"),
            Asks(Track, "试点 试点辅导 √"),
        ],
    );
    reads(
        &[(
            "申报书.xlsx",
            xlsx(&[
                &["项目名称", "债券估值异常检测"],
                &["联合单位", "穗港示例科技有限公司"],
                &["", "湾区示例银行"],
                &["试点周期", "12个月"],
            ]),
        )],
        &[
            Sure(Title, "债券估值异常检测"),
            Asks(Joint, "穗港示例科技有限公司、湾区示例银行"),
            Sure(Period, "12个月"),
        ],
    );
}

#[test]
fn questions_that_nobody_knows_are_no_part_of_the_answer_before_them() {
    reads(
        &[(
            "申报书.docx",
            form(&[
                &["项目名称", "债券估值异常检测", "内部代号", "甲乙丙"],
                &["项目负责人", "姓名", "罗示例", "政治面貌", "群众"],
                &["联系人", "凌示例", "微信", "某号"],
            ]),
        )],
        &[Sure(Title, "债券估值异常检测"), Sure(Owner, "罗示例"), Sure(Contact, "凌示例")],
    );
}

#[test]
fn a_column_that_explains_is_not_the_answer() {
    let told = &[
        &["填报项", "填写要求", "填报内容"][..],
        &["项目名称", "不超过30字", "债券估值异常检测"],
        &["联系人", "真实姓名", "凌示例"],
    ];
    let reading = [Sure(Title, "债券估值异常检测"), Sure(Contact, "凌示例")];
    reads(&[("申报书.docx", form(told))], &reading);
    reads(&[("申报书.xlsx", xlsx(told))], &reading);
}

#[test]
fn a_value_goes_on_in_the_line_or_the_paragraph_below() {
    let text = "项目名称：可转债穿透式风险画像\n与动态预警系统\n牵头单位：湾区示例证券有限公司\n联系人：凌示例\n";
    reads(
        &[("申报书.txt", text.as_bytes().to_vec())],
        &[
            Asks(Title, "可转债穿透式风险画像"),
            Sure(Lead, "湾区示例证券有限公司"),
            Sure(Contact, "凌示例"),
        ],
    );
    let cover = [p("联合单位：穗港示例科技有限公司"), p("湾区示例银行"), p("申报日期：2026年3月1日")].concat();
    reads(
        &[("申报书.docx", docx(&cover))],
        &[Asks(Joint, "穗港示例科技有限公司、湾区示例银行"), Sure(Date, "2026年3月1日")],
    );
}

#[test]
fn what_a_form_prints_of_an_answer_is_none() {
    reads(
        &[(
            "申报书.docx",
            form(&[
                &["项目名称", "债券估值异常检测（项目名称不超过30字）"],
                &["申报类型", "大数据试点示范项目"],
                &["试点周期", "一般为12个月，最长不超过24个月"],
                &["服务对象", "个人投资者/机构投资者/其他"],
                &["预期规模", "服务客户____户，金额__9__万元"],
                &["项目负责人", "签字： 2026年3月1日"],
                &["联系人", "同项目负责人"],
                &["联系电话", "13900000001@example.com"],
                &["申报日期", "2026年3月1日　　广州"],
            ]),
        )],
        &[
            Asks(Title, "债券估值异常检测（项目名称不超过30字）"),
            Asks(Track, "大数据试点示范项目"),
            Asks(Period, "一般为12个月，最长不超过24个月"),
            Asks(Users, "个人投资者/机构投资者/其他"),
            Asks(Scale, "服务客户户，金额9万元"),
            Asks(Owner, "签字： 2026年3月1日"),
            Asks(Contact, "同项目负责人"),
            Asks(Phone, "13900000001@example.com"),
            Asks(Date, "2026年3月1日　　广州"),
        ],
    );
    reads(
        &[("申报书.docx", form(&[&["试点周期", "20  年  月至20  年  月"]]))],
        &[Silent(Period)],
    );
}

#[test]
fn a_unit_of_the_label_belongs_to_every_number_without_one() {
    for (value, whole) in [("约1200", "约1200万元"), ("1200-1500", "1200-1500万元"), ("约3亿元", "约3亿元")] {
        reads(&[("申报书.docx", form(&[&["预期规模（万元）", value]]))], &[Sure(Scale, whole)]);
    }
}

#[test]
fn what_the_form_leaves_open_another_paper_does_not_answer_for_certain() {
    let lawyer = "法律意见书\n联系人：某律师\n联系电话：020-11112222\n试点周期：6个月\n";
    let risks = table(&[
        &["编号", "类型", "名称", "负责人"],
        &["R-01", "业务", "操作风险", "赵工"],
        &["R-02", "技术", "数据风险", "钱工"],
    ]);
    let d = reads(
        &[
            (
                "01项目申报书.docx",
                form(&[&["项目名称", "债券估值异常检测"], &["项目负责人", "罗示例"]]),
            ),
            ("04合法合规性说明.txt", lawyer.as_bytes().to_vec()),
            ("06风险防控方案.docx", docx(&risks)),
        ],
        &[
            Sure(Title, "债券估值异常检测"),
            Sure(Owner, "罗示例"),
            Asks(Contact, "某律师"),
            Asks(Phone, "020-11112222"),
            Asks(Period, "6个月"),
        ],
    );
    assert_eq!(
        crate::desk::found(&d, "contradiction_field").len(),
        0,
        "headings of tables are no answers"
    );
}

#[test]
fn of_two_forms_of_two_projects_nothing_is_certain() {
    let one = |title: &str, more: &[&str]| form(&[&["项目名称", title], more]);
    let d = take_files(
        "包",
        &[
            ("01项目申报书.docx", one("债券估值异常检测", &["试点周期", "12个月"])),
            ("入选项目申报书.docx", one("区块链存证平台", &["预期规模", "不超过2万户"])),
        ],
    );
    assert!(d.fields.iter().all(|f| f.status == FieldStatus::Confirm), "{:?}", d.fields);
    assert_eq!(field(&d, Scale).value, "不超过2万户");
}

#[test]
fn a_number_beside_somebody_else_is_not_that_of_the_contact() {
    let asks = Asks(Phone, "020-11112222");
    let sure = Sure(Phone, "020-11112222");
    let both = &[&["项目负责人", "罗示例", "联系电话", "020-11112222"][..], &["联系人", "凌示例"]];
    reads(
        &[("申报书.docx", form(both))],
        &[Sure(Owner, "罗示例"), Sure(Contact, "凌示例"), asks],
    );
    let alone = &[&["项目负责人", "罗示例"][..], &["联系电话", "020-11112222"]];
    reads(&[("申报书.docx", form(alone))], &[Sure(Owner, "罗示例"), sure]);
    let line = "项目负责人：罗示例  联系电话：020-11112222\n联系人：凌示例\n";
    reads(
        &[("申报书.txt", line.as_bytes().to_vec())],
        &[Sure(Owner, "罗示例"), Sure(Contact, "凌示例"), Asks(Phone, "020-11112222")],
    );
}

#[test]
fn a_question_behind_wide_blanks_is_no_part_of_the_answer() {
    let text = "项目名称：债券估值异常检测　　密级：公开\n联系人：凌示例　　微信号：某号\n试点周期：12个月　　版本号：V2.1\n";
    reads(
        &[("申报书.txt", text.as_bytes().to_vec())],
        &[Sure(Title, "债券估值异常检测"), Sure(Contact, "凌示例"), Sure(Period, "12个月")],
    );
}

#[test]
fn a_name_that_begins_like_a_prompt_and_a_description_of_a_page_are_answers() {
    let d = take_files(
        "包",
        &[(
            "申报书.docx",
            form(&[
                &["项目名称", "点击流异常识别平台"],
                &["业务场景", &"本项目面向机构投资者提供估值服务。".repeat(40)],
                &["项目负责人", "应为民"],
                &["联系人", "例如某"],
            ]),
        )],
    );
    let read = |id| (field(&d, id).value.as_str(), field(&d, id).status);
    assert_eq!(read(Title), ("点击流异常识别平台", FieldStatus::Found));
    assert_eq!(read(Owner), ("应为民", FieldStatus::Found));
    assert_eq!(read(Contact), ("", FieldStatus::Confirm));
    assert!(read(FieldId::Scenario).0.chars().count() > 600);
}

#[test]
fn papers_bound_into_one_volume_are_looked_for_at_their_headings() {
    let volume = [
        p("一、项目申报书"),
        table(&[&["项目名称", "债券估值异常检测"], &["牵头单位", "湾区示例证券有限公司"]]),
        p("二、试点方案"),
        p("本项目分三个阶段实施。"),
        p("三、承诺函"),
        p("我单位承诺如下。"),
    ];
    let d = take_files("包", &[("申报材料合订本.docx", docx(&volume.concat()))]);
    let bound: Vec<_> = crate::desk::found(&d, "item_bound")
        .iter()
        .map(|f| (f.args["item"].as_str(), f.evidence.len()))
        .collect();
    assert_eq!(bound, [("试点方案", 1), ("承诺函", 1)], "the volume itself begins with the form");
    let missing = crate::desk::found(&d, "missing_item");
    assert!(
        missing.iter().all(|f| f.args["item"] != "试点方案") && !missing.is_empty(),
        "{missing:?}"
    );
}
