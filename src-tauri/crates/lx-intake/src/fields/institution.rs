//! Names of institutions.

pub use super::names::split_names;
pub(super) use super::names::{names_of, raw_names};
use super::{names::parts, value::is_answer};
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
    let name = match last_note(&name) {
        // （有限合伙） is how the name ends.
        Some((before, note)) if !before.is_empty() && !note.ends_with("合伙") => before,
        _ => &name,
    };
    ENDINGS.iter().any(|end| name.ends_with(end)) && !is_rest(name)
}

/// Whether a text is what is left of a name that was broken: a legal form without a name, a branch without its house.
pub(super) fn is_rest(name: &str) -> bool {
    const FORMS: [&str; 8] = ["股份有限", "份有限公司", "有限", "限公司", "限责任", "责任公司", "公司", "集团公司"];
    const HOUSES: [&str; 7] = ["行", "公司", "证券", "期货", "信托", "社", "集团"];
    let house = BRANCHES.iter().find_map(|branch| name.strip_suffix(branch));
    FORMS.iter().any(|form| name.starts_with(form)) || house.is_some_and(|own| !HOUSES.iter().any(|word| own.contains(word)))
}

/// How branches are called, behind the name of their house.
pub(super) const BRANCHES: [&str; 4] = ["支行", "分行", "营业部", "分公司"];

/// Whether two texts name one institution: white space and the width of brackets make no difference.
#[must_use]
pub fn same_institution(one: &str, other: &str) -> bool {
    squeeze(one) == squeeze(other)
}

/// What stands before the brackets at the end of a text, and in them.
pub(super) fn last_note(text: &str) -> Option<(&str, &str)> {
    let mut depth = 0_u32;
    let inner = text.strip_suffix(['）', ')'])?;
    for (at, c) in inner.char_indices().rev() {
        match c {
            ')' | '）' => depth += 1,
            '(' | '（' if depth == 0 => return Some((inner.get(..at)?, inner.get(at + c.len_utf8()..)?)),
            '(' | '（' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Without remarks that are no part of a name: （盖章）, （牵头单位）, （以下简称…）, and without 技术方： before it.
pub(super) fn without_marks(value: &str) -> String {
    let mut name = value.trim();
    while let Some((before, note)) = last_note(name) {
        let before = before.trim_end();
        if before.is_empty() || !(is_mark(note) || (is_remark(note) && is_institution(before) && parts(before).len() == 1)) {
            break;
        }
        name = before;
    }
    let own = name.split_once(['：', ':']).map(|(before, own)| (before.trim(), own.trim()));
    match own {
        Some((before, own)) if is_prefix(before) && is_answer(value) && is_alone(own) => own.to_owned(),
        _ => name.to_owned(),
    }
}

fn is_prefix(word: &str) -> bool {
    word.chars().count() <= LONGEST_PREFIX && !is_institution(word)
}

/// Characters of the longest word before a name: 技术支持单位：.
const LONGEST_PREFIX: usize = 10;

fn is_alone(name: &str) -> bool {
    is_institution(name) && parts(name).len() == 1 && !name.contains(['：', ':'])
}

/// Whether a word in brackets says who signs, or in which role.
fn is_mark(note: &str) -> bool {
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
    let note = simplified(note.trim());
    MARKS
        .iter()
        .any(|m| note == *m || (m.chars().count() < 3 && note.ends_with(m) && note.chars().count() <= 6))
}

/// Whether what stands in brackets behind a name is a remark, and neither a place nor a legal form: （广州）, （有限合伙）.
fn is_remark(note: &str) -> bool {
    const PARTS: [&str; 7] = ["合伙", "区", "省", "市", "县", "集团", "控股"];
    let note = simplified(&squeeze(note));
    let part = note.is_ascii() || PARTS.iter().any(|end| note.ends_with(end));
    let role = ["方", "单位", "机构"].iter().any(|end| note.ends_with(end));
    !part && (note.chars().count() > LONGEST_PLACE || role)
}

/// Characters of the longest place that stands alone in brackets.
const LONGEST_PLACE: usize = 4;

#[cfg(test)]
mod tests {
    use super::{is_institution, without_marks};

    #[test]
    fn names_are_known_by_their_ending_in_either_script_and_in_english() {
        for name in [
            "甲证券有限公司",
            "灣區示例證券",
            "丙创业投资企业（有限合伙）",
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
    fn only_remarks_that_are_no_part_of_a_name_are_left_out() {
        for text in [
            "甲公司（牵头单位）（盖章）",
            "甲公司（以下简称“甲（广州）”）",
            "甲公司（须与公章一致）",
            "托管方：甲公司",
        ] {
            assert_eq!(without_marks(text), "甲公司");
        }
        for name in ["甲银行（中国）", "乙企业（有限合伙）", "（盖章）", "甲公司（前海自贸区）"] {
            assert_eq!(without_marks(name), name);
        }
    }
}
