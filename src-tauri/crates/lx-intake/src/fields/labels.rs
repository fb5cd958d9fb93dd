//! The labels of forms, in the spellings that institutions use.

use lx_domain::FieldId;
use unicode_normalization::UnicodeNormalization;

/// What a column of a list of institutions holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Column {
    Name,
    Code,
    Class,
    Licence,
    Validity,
    Place,
    Office,
    Duty,
    Role,
}

/// What a label asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// A field; `true` where the label can mean nothing else.
    Field(FieldId, bool),
    /// A property of an institution.
    Column(Column),
    /// Something else that is no value, either.
    Other,
}

const FIELDS: [(FieldId, &[&str], &[&str]); 14] = [
    (
        FieldId::Number,
        &["项目编号", "申报编号", "申请编号", "受理编号", "项目申报编号"],
        &["编号"],
    ),
    (
        FieldId::Title,
        &[
            "项目名称",
            "申报项目名称",
            "申请项目名称",
            "拟申报项目名称",
            "试点项目名称",
            "项目中文名称",
            "项目全称",
            "项目题目",
            "申报项目",
            "创新项目名称",
        ],
        &["名称", "项目名", "应用名称", "创新应用名称"],
    ),
    (
        FieldId::Track,
        &[
            "申报类型",
            "申报类别",
            "申请类型",
            "申请类别",
            "项目类型",
            "试点类型",
            "申报方式类型",
            "申报种类",
            "申报事项",
        ],
        &["类型", "类别"],
    ),
    (
        FieldId::Lead,
        &[
            "牵头单位",
            "牵头申报单位",
            "牵头申请单位",
            "牵头申请机构",
            "牵头申报主体",
            "牵头企业",
            "项目牵头单位",
            "项目牵头机构",
            "第一申报单位",
            "第一申报机构",
            "主要申报单位",
            "申报单位(牵头)",
            "申报机构(牵头)",
            "牵头机构",
            "牵头申报机构",
            "牵头单位名称",
            "牵头机构名称",
            "主申报单位",
            "主申报机构",
            "牵头方",
        ],
        &["申报单位", "申报机构", "申请机构", "申请单位", "申报主体", "申请主体"],
    ),
    (
        FieldId::Joint,
        &[
            "联合单位",
            "联合申报单位",
            "联合申请单位",
            "联合机构",
            "联合申报机构",
            "联合申请机构",
            "联合单位名称",
            "联合机构名称",
            "联合申报主体",
            "联合方",
            "联合申报方",
            "共同申报单位",
            "共同申报机构",
            "申报单位(联合)",
            "申报机构(联合)",
        ],
        &[
            "合作单位",
            "参与单位",
            "合作机构",
            "参与机构",
            "协作单位",
            "成员单位",
            "其他参与单位",
            "其他申报机构",
            "其他申报单位",
        ],
    ),
    (
        FieldId::Scenario,
        &[
            "业务场景",
            "应用场景",
            "试点场景",
            "试点业务场景",
            "应用业务场景",
            "业务应用场景",
            "场景名称",
        ],
        &["场景", "服务场景", "业务领域", "应用领域"],
    ),
    (
        FieldId::Technology,
        &[
            "技术应用",
            "应用技术",
            "所用技术",
            "采用的技术",
            "应用的技术",
            "所采用的技术",
            "主要应用技术",
            "应用新技术",
            "技术手段",
            "采用技术",
            "核心技术",
            "关键技术",
            "主要技术",
            "运用技术",
            "新技术应用",
            "技术名称",
        ],
        &["技术"],
    ),
    (
        FieldId::Users,
        &[
            "服务对象",
            "服务用户",
            "服务人群",
            "服务群体",
            "面向对象",
            "客户群体",
            "目标客户群体",
            "目标用户群体",
            "目标群体",
            "目标用户",
            "服务客户",
            "目标客户",
            "用户范围",
            "服务对象范围",
        ],
        &["用户", "客户"],
    ),
    (
        FieldId::Period,
        &[
            "试点周期",
            "试点期限",
            "项目周期",
            "项目期限",
            "实施周期",
            "实施期限",
            "试点期",
            "试点时间",
            "试点起止时间",
            "辅导周期",
            "辅导期",
        ],
        &["周期", "期限", "起止时间", "测试周期"],
    ),
    (
        FieldId::Scale,
        &[
            "预期规模",
            "试点规模",
            "拟服务规模",
            "预计服务规模",
            "试点规模及边界",
            "试点范围与规模",
            "预计规模",
            "预期目标与规模",
            "预期目标和规模",
            "业务规模",
            "服务规模",
            "项目规模",
        ],
        &["规模", "预期目标"],
    ),
    (
        FieldId::Owner,
        &[
            "项目负责人",
            "项目负责人姓名",
            "项目主要负责人",
            "项目总负责人",
            "试点项目负责人",
            "项目牵头人",
        ],
        &["负责人", "负责人姓名"],
    ),
    (
        FieldId::Contact,
        &["联系人", "项目联系人", "联系人姓名", "业务联系人", "联络人", "项目联络人"],
        &["经办人", "填报联系人"],
    ),
    (
        FieldId::Phone,
        &[
            "联系电话",
            "联系人电话",
            "联系方式",
            "联系人联系方式",
            "联系手机",
            "手机号码",
            "手机号",
            "联系人手机",
            "联络电话",
            "电话号码",
        ],
        &["电话", "手机", "移动电话", "办公电话"],
    ),
    (
        FieldId::Date,
        &["申报日期", "填报日期", "申请日期", "填表日期", "填写日期", "提交日期", "申报时间"],
        &["日期", "填报时间"],
    ),
];

const COLUMNS: [(Column, &[&str]); 9] = [
    (
        Column::Name,
        &[
            "机构名称",
            "单位名称",
            "企业名称",
            "公司名称",
            "申报机构名称",
            "申报单位名称",
            "机构全称",
            "单位全称",
            "申请机构名称",
        ],
    ),
    (
        Column::Code,
        &[
            "统一社会信用代码",
            "社会信用代码",
            "信用代码",
            "统一信用代码",
            "机构统一社会信用代码",
            "营业执照号",
            "统一社会信用代码证号",
        ],
    ),
    (
        Column::Class,
        &["机构类别", "机构类型", "单位类别", "单位类型", "企业类别", "试点机构类别"],
    ),
    (
        Column::Licence,
        &[
            "牌照名称",
            "牌照名称/编号",
            "牌照名称及编号",
            "金融牌照",
            "业务牌照",
            "牌照",
            "牌照编号",
            "许可证",
            "许可证名称",
            "许可证编号",
            "业务许可证",
            "业务资格",
            "资质名称",
            "持牌情况",
            "业务资质",
            "牌照/资质",
        ],
    ),
    (Column::Validity, &["有效期", "有效期至", "许可证有效期", "牌照有效期", "有效期限"]),
    (Column::Place, &["注册地", "注册地址", "注册登记地", "注册所在地", "住所", "住所地"]),
    (
        Column::Office,
        &[
            "主要办公地",
            "主要办公地址",
            "主要办公地点",
            "办公地址",
            "办公地点",
            "办公地",
            "主要经营地",
        ],
    ),
    (
        Column::Duty,
        &[
            "分工",
            "职责分工",
            "任务分工",
            "承担任务",
            "主要职责",
            "职责",
            "项目分工",
            "角色分工",
        ],
    ),
    (Column::Role, &["角色", "申报角色", "单位角色", "参与角色", "牵头/联合", "申报身份"]),
];

const OTHERS: [&str; 52] = [
    "序号",
    "备注",
    "电子邮箱",
    "邮箱",
    "传真",
    "邮编",
    "邮政编码",
    "职务",
    "职称",
    "通讯地址",
    "通信地址",
    "地址",
    "法定代表人",
    "注册资本",
    "成立时间",
    "成立日期",
    "项目简介",
    "项目概述",
    "项目背景",
    "创新点",
    "填表人",
    "填报人",
    "盖章",
    "签字",
    "指标",
    "填写说明",
    "单位意见",
    "申报单位意见",
    "审核意见",
    "推荐意见",
    "电子信箱",
    "E-mail",
    "Email",
    "部门",
    "所在部门",
    "职务/职称",
    "学历",
    "性别",
    "身份证号",
    "身份证号码",
    "出生年月",
    "开户行",
    "账号",
    "经营范围",
    "机构简介",
    "企业简介",
    "单位简介",
    "资金来源",
    "经费预算",
    "项目内容",
    "主要内容",
    "实施地点",
];

/// What does this text ask for, if it is a label at all?
pub(crate) fn label(text: &str) -> Option<Label> {
    if text.chars().count() > LONGEST {
        return None;
    }
    let whole = bare(text);
    let plain = without_note(&whole);
    if plain.is_empty() {
        return None;
    }
    // 申报单位（牵头） says more than 申报单位.
    named(&whole)
        .or_else(|| named(plain))
        .or_else(|| before_translation(plain).and_then(named))
}

/// Characters of the longest label, white space and notes included.
const LONGEST: usize = 60;

fn named(plain: &str) -> Option<Label> {
    for (id, certain, likely) in &FIELDS {
        if certain.contains(&plain) {
            return Some(Label::Field(*id, true));
        }
        if likely.contains(&plain) {
            return Some(Label::Field(*id, false));
        }
    }
    let column = COLUMNS
        .iter()
        .find(|(_, names)| names.contains(&plain))
        .map(|(column, _)| Label::Column(*column));
    column.or_else(|| OTHERS.contains(&plain).then_some(Label::Other))
}

/// Whether this asks for one of several joint applicants: 联合单位1, 联合申报单位（二）.
pub(crate) fn one_of_joint(text: &str) -> bool {
    if text.chars().count() > LONGEST {
        return false;
    }
    let whole = bare(text).replace(['(', ')'], "");
    let stem = whole.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    stem.len() < whole.len() && matches!(named(stem), Some(Label::Field(FieldId::Joint, _)))
}

/// 项目名称 of 项目名称/Project Title.
fn before_translation(plain: &str) -> Option<&str> {
    let hanzi = plain.trim_end_matches(|c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '\'' | '-' | '&' | '.' | ','));
    (hanzi.len() < plain.len() && !hanzi.is_empty() && !hanzi.is_ascii()).then_some(hanzi)
}

/// The unit that a label states for a bare number: 万元 of 预期规模（万元）.
pub(crate) fn unit(text: &str) -> Option<&'static str> {
    const UNITS: [&str; 14] = [
        "亿元", "万元", "千元", "元", "个月", "月", "年", "天", "家", "户", "万户", "人", "万人", "笔",
    ];
    let whole = bare(text);
    let note = whole.strip_suffix(')')?.rsplit_once('(')?.1;
    let note = note.strip_prefix("单位").unwrap_or(note).trim_start_matches(':');
    UNITS.into_iter().find(|unit| *unit == note)
}

/// Whether a word of a profile (`项目名称`) is what one of the fields is called.
pub(crate) fn field_called(word: &str) -> Option<FieldId> {
    match label(word) {
        Some(Label::Field(id, _)) => Some(id),
        _ => None,
    }
}

/// Half width, no white space, no numbering before, no colon, star or bracket behind.
pub(crate) fn plain(text: &str) -> String {
    without_note(&bare(text)).to_owned()
}

/// Half width, no white space, no numbering or mark before, no colon or star behind, no brackets around.
fn bare(text: &str) -> String {
    let text = text.trim().trim_start_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '①'..='⑳' | '❶'..='❿' | '•' | '▪' | '▶' | '►' | '◎' | '○' | '□' | '➢' | '✦' | '\u{F000}'..='\u{F0FF}')
    });
    let text: String = text.nfkc().filter(|c| !c.is_whitespace() && *c != '\u{200B}').collect();
    let text = text.trim_matches(['*', '★', '●', '◆', '■', '▲', '·', '※', '•']);
    let text = text.trim_end_matches([':', '*', ';', '。']);
    let text = strip_numbering(text);
    let pairs = [('【', '】'), ('[', ']'), ('〔', '〕'), ('「', '」'), ('《', '》'), ('<', '>')];
    let inner = pairs
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open).and_then(|t| t.strip_suffix(*close)));
    inner.unwrap_or(text).trim_end_matches([':', '*']).to_owned()
}

/// Without a remark in brackets at the end.
fn without_note(text: &str) -> &str {
    let text = match (text.ends_with(')'), text.rfind('(')) {
        (true, Some(open)) if open > 0 => text.get(..open).unwrap_or(text),
        _ => text,
    };
    text.trim_end_matches([':', '*'])
}

fn strip_numbering(text: &str) -> &str {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let inner = inner.strip_prefix('第').unwrap_or(inner);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-') || "一二三四五六七八九十".contains(c));
    if rest.len() == inner.len() {
        return text;
    }
    let dotted = inner.strip_suffix(rest).is_some_and(|number| number.contains('.'));
    if dotted && !rest.is_empty() {
        return rest.trim_start_matches(['、', ')', ',']);
    }
    let after = rest.trim_start_matches(['.', '、', ')', ',']);
    if after.len() == rest.len() || after.is_empty() {
        text
    } else {
        after
    }
}

#[cfg(test)]
mod tests {
    use lx_domain::FieldId;

    use super::{Column, Label, label, one_of_joint, plain, unit};

    #[test]
    fn spellings_of_one_label_are_one_label() {
        for text in [
            "项目名称",
            "项 目 名 称",
            "项目名称：",
            "１、项目名称",
            "（一）项目名称:",
            "*项目名称",
            "项目名称（必填）",
        ] {
            assert_eq!(label(text), Some(Label::Field(FieldId::Title, true)), "{text}");
        }
        assert_eq!(label("预期规模（万元）"), Some(Label::Field(FieldId::Scale, true)));
        assert_eq!(label("统一社会\n信用代码"), Some(Label::Column(Column::Code)));
        assert_eq!(label("一种技术方案"), None);
        assert_eq!(plain("三方"), "三方");
        assert_eq!(plain("1.2.3项目名称"), "项目名称");
        for text in ["①项目名称", "【项目名称】", "项目名称 / Project Title", "▶ 项 目 名 称 ："] {
            assert_eq!(label(text), Some(Label::Field(FieldId::Title, true)), "{text}");
        }
        assert_eq!(label("申报单位（牵头）"), Some(Label::Field(FieldId::Lead, true)));
        assert_eq!(label("申报单位（盖章）"), Some(Label::Field(FieldId::Lead, false)));
        assert!(one_of_joint("联合单位 1：") && one_of_joint("联合申报单位（二）") && !one_of_joint("联合单位"));
        assert_eq!(
            (unit("预期规模（万元）"), unit("规模（单位：户）"), unit("规模（预计）")),
            (Some("万元"), Some("户"), None)
        );
    }

    proptest::proptest! {
        #[test]
        fn labels_never_panic(text: String) {
            let _ = label(&text);
        }
    }
}
