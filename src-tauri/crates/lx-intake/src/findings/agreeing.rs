//! Do two values of a field mean the same, although they are written differently?

use lx_domain::FieldId;

use crate::{
    classify::squeeze,
    fields::{same_value, split_names},
    script::simplified,
};

/// Whether nothing contradicts: both values mean the same, or one of them is no value of the field.
pub(super) fn agree(id: FieldId, a: &str, b: &str) -> bool {
    same_value(id, a, b)
        || points(a)
        || points(b)
        || match id {
            FieldId::Period => same_value(id, &period(a), &period(b)),
            FieldId::Lead | FieldId::Joint => !is_of_houses(a) || !is_of_houses(b) || names_the_same(a, b) || names_the_same(b, a),
            _ => false,
        }
}

/// Whether a value only says where the answer is: 见附件二, 详见封面.
fn points(value: &str) -> bool {
    let value = simplified(&squeeze(value));
    ["见", "详见", "参见", "同上", "同封面"].iter().any(|word| value.starts_with(word)) && value.chars().count() <= 12
}

/// What a value says of a period: its own sentence, without its parts, and what it was changed to.
fn period(value: &str) -> String {
    let value = simplified(&squeeze(value)).to_lowercase();
    let own = value.split(['。', ';']).next().unwrap_or_default();
    let own = own.split(",其中").next().unwrap_or_default();
    let changed = ["调整为", "变更为", "更正为", "改为"]
        .iter()
        .filter_map(|word| own.rsplit_once(word))
        .next();
    let own = changed.map_or(own, |(_, now)| now);
    own.replace("months", "个月").replace("month", "个月")
}

/// Words without which a text names no institution.
const HOUSES: [&str; 14] = [
    "公司",
    "银行",
    "证券",
    "期货",
    "基金",
    "信托",
    "保险",
    "大学",
    "学院",
    "交易所",
    "中心",
    "事务所",
    "研究院",
    "集团",
];

/// Whether a value may be said of who applies: it names an institution, or says that there is none.
fn is_of_houses(value: &str) -> bool {
    let value = simplified(&squeeze(value));
    let none = ["无", "没有", "不涉及", "独立"].iter().any(|word| value.starts_with(word));
    none || HOUSES.iter().any(|word| value.contains(word))
}

/// Whether the second value names the institutions of the first, in full or for short, and nobody else.
fn names_the_same(a: &str, b: &str) -> bool {
    let names: Vec<String> = split_names(a)
        .iter()
        .map(|name| squeeze(name))
        .filter(|name| is_of_houses(name))
        .collect();
    let value = squeeze(b);
    let rest = names.iter().try_fold(value.clone(), |rest, name| {
        rest.contains(name.as_str()).then(|| rest.replace(name.as_str(), ""))
    });
    let short = || match names.as_slice() {
        [one] => is_short_for(&value, one),
        _ => false,
    };
    !names.is_empty() && (rest.is_some_and(|rest| !HOUSES.iter().any(|word| rest.contains(word))) || short())
}

/// Whether a text is a name without its legal form, or one of whose words only some characters are left.
fn is_short_for(short: &str, name: &str) -> bool {
    let long = short.contains("公司") || short.chars().count() < 4 || short.chars().count() >= name.chars().count();
    let mut rest = name.chars();
    !long && short.chars().all(|c| rest.any(|other| other == c))
}

#[cfg(test)]
mod tests {
    use lx_domain::FieldId::{Joint, Lead, Period, Title};

    use super::agree;

    #[test]
    fn equal_values_are_told_from_contradictions() {
        for (id, a, b) in [
            (Period, "12个月。分准备、运行、评估三个阶段推进", "12个月"),
            (Period, "2024年5月至2023年6月。分三个阶段推进", "2024年5月至2023年6月"),
            (Period, "原拟24个月，经论证调整为12个月", "12个月"),
            (Period, "自获批之日起18个月，其中准备期3个月", "自获批之日起18个月。分三个阶段"),
            (Period, "12 months", "12个月"),
            (Period, "见附件二", "9个月"),
            (Title, "详见封面", "客户催收建议平台"),
            (Lead, "凤阳证券", "凤阳证券股份有限公司"),
            (Lead, "龙洞证券股份有限公司", "龙洞证券股份有限公司（负责业务场景"),
            (
                Lead,
                "Lingwan Securities Co., Ltd. 岭湾证券（中国）有限公司",
                "岭湾证券(中国)有限公司",
            ),
            (Lead, "见附件1", "吕田证券股份有限公司"),
            (Joint, "上海飞来数字科技（集团）有限公司", "飞来数科"),
            (
                Joint,
                "甲示例软件有限公司、乙示例数据有限公司",
                "（1）甲示例软件有限公司，负责算法；（2）乙示例数据有限公司，负责数据",
            ),
        ] {
            assert!(agree(id, a, b), "{a} / {b}");
            assert!(agree(id, b, a), "{b} / {a}");
        }
        for (id, a, b) in [
            (Period, "12个月。分三个阶段", "18个月"),
            (Title, "智能投顾平台", "智能投顾平台二期"),
            (Lead, "甲示例证券", "乙示例证券股份有限公司"),
            (Joint, "无", "甲示例软件有限公司"),
            (Joint, "甲示例软件有限公司", "甲示例软件有限公司、乙示例数据有限公司"),
        ] {
            assert!(!agree(id, a, b), "{a} / {b}");
        }
    }
}
