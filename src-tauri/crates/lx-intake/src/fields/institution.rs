//! Names of institutions.

use crate::{classify::squeeze, script::simplified};

/// How English names of companies end.
const ENGLISH: [&str; 8] = ["limited", "ltd", "inc", "corporation", "llc", "plc", "corp", "bank"];

/// Whether a text is the name of an institution, as far as its ending tells.
pub(crate) fn is_institution(value: &str) -> bool {
    const ENDINGS: [&str; 30] = [
        "公司",
        "银行",
        "交易所",
        "交易中心",
        "中心",
        "研究院",
        "研究所",
        "大学",
        "学院",
        "协会",
        "集团",
        "事务所",
        "合伙)",
        "基金",
        "支行",
        "分行",
        "营业部",
        "登记所",
        "学会",
        "联盟",
        "实验室",
        "医院",
        "委员会",
        "管理局",
        "机构",
        "信托",
        "证券",
        "期货",
        "联社",
        "合作社",
    ];
    let name = simplified(&squeeze(value));
    if ENGLISH.iter().any(|end| name.to_lowercase().trim_end_matches('.').ends_with(end)) {
        return true;
    }
    let name = match (name.ends_with(')'), name.rfind('(')) {
        (true, Some(open)) if open > 0 => name.get(..open).unwrap_or(&name),
        _ => &name,
    };
    ENDINGS.iter().any(|end| name.ends_with(end))
}

/// Whether two texts name one institution: white space and the width of brackets make no difference.
#[must_use]
pub fn same_institution(one: &str, other: &str) -> bool {
    squeeze(one) == squeeze(other)
}

/// Names of a list in one cell, without remarks; none for 无.
#[must_use]
pub fn split_names(text: &str) -> Vec<String> {
    let own = |name: &String| {
        // 甲公司等: and others that are not named.
        let named = name.strip_suffix('等').map(without_marks).filter(|n| is_institution(n));
        named.unwrap_or_else(|| without_marks(name))
    };
    raw_names(text).iter().map(own).collect()
}

/// The same with the remarks that stand behind a name.
pub(super) fn raw_names(text: &str) -> Vec<String> {
    let parts = parts(text);
    let parts = parts.iter().map(|p| p.trim());
    let parts = parts.filter(|p| !p.is_empty() && !matches!(*p, "无" | "無" | "-" | "—" | "——" | "没有" | "不适用" | "None" | "N/A"));
    parts
        .map(|p| {
            p.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '(' | ')' | '（' | '）'))
                .trim()
                .to_owned()
        })
        .filter(|p| !p.is_empty())
        .collect()
}

/// Cut at what parts names, but not inside of `Co., Ltd.` nor inside of brackets.
fn parts(text: &str) -> Vec<&str> {
    let balanced = text.matches(['(', '（']).count() == text.matches([')', '）']).count();
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0_u32);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '；' | ';' | '\n' | '／' | '/' | '|' if depth == 0 || !balanced => {
                let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
                if c == ',' && legal_form(rest) {
                    continue;
                }
                parts.push(text.get(from..at).unwrap_or_default());
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.get(from..).unwrap_or_default());
    parts
}

/// Whether a text begins with the legal form of an English company.
fn legal_form(rest: &str) -> bool {
    let start: String = rest.trim_start().chars().take(8).collect::<String>().to_lowercase();
    ["ltd", "limited", "inc", "llc", "l.p", "corp", "plc"]
        .iter()
        .any(|form| start.starts_with(form))
}

/// Without remarks in brackets at its end that are no part of a name: （盖章）, （牵头单位）.
pub(super) fn without_marks(value: &str) -> String {
    const MARKS: [&str; 20] = [
        "章",
        "签字",
        "签名",
        "签署",
        "牵头",
        "牵头单位",
        "牵头机构",
        "牵头方",
        "联合",
        "联合单位",
        "联合机构",
        "联合方",
        "手签",
        "技术方",
        "数据方",
        "场景方",
        "业务方",
        "合作方",
        "参与方",
        "运营方",
    ];
    let mut name = value.trim();
    while let Some(open) = name.rfind(['（', '(']).filter(|_| name.ends_with(['）', ')'])) {
        let note = name.get(open..).unwrap_or_default().trim_matches(['（', '(', '）', ')']).trim();
        let note = simplified(note);
        if open == 0
            || !MARKS
                .iter()
                .any(|m| note == *m || (m.chars().count() < 3 && note.ends_with(m) && note.chars().count() <= 6))
        {
            break;
        }
        name = name.get(..open).unwrap_or_default().trim_end();
    }
    name.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{is_institution, split_names, without_marks};

    #[test]
    fn names_are_known_by_their_ending_in_either_script_and_in_english() {
        for name in [
            "甲证券有限公司",
            "灣區示例證券",
            "乙銀行",
            "Example Fintech (GZ) Limited",
            "Sample Securities Co., Ltd.",
        ] {
            assert!(is_institution(name), "{name}");
        }
        for name in ["跨境平台", "Wealth Platform"] {
            assert!(!is_institution(name), "{name}");
        }
    }

    #[test]
    fn lists_of_names_are_cut_between_the_names() {
        let cut = |text: &str| split_names(text).join("|");
        assert_eq!(cut("甲公司（牵头，广州）、乙公司；丙公司"), "甲公司（牵头，广州）|乙公司|丙公司");
        assert_eq!(cut("1.甲公司\n2.乙公司"), "甲公司|乙公司");
        assert_eq!(
            cut("Sample Securities Co., Ltd., Example Inc."),
            "Sample Securities Co., Ltd.|Example Inc."
        );
        assert_eq!(cut("1. 甲公司（技术方）\n2. 乙公司（数据方）等"), "甲公司|乙公司");
        assert_eq!(cut("无"), "");
    }

    #[test]
    fn only_remarks_that_are_no_part_of_a_name_are_left_out() {
        assert_eq!(without_marks("甲公司（牵头单位）（盖章）"), "甲公司");
        assert_eq!(without_marks("甲银行（中国）"), "甲银行（中国）");
        assert_eq!(without_marks("（盖章）"), "（盖章）");
    }
}
