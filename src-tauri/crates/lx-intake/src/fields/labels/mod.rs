//! The labels of forms, in the spellings that institutions use.

mod compound;
mod english;
mod others;
mod spellings;

pub(crate) use compound::names_applicant;
use english::ENGLISH;
use lx_domain::FieldId;
use others::{LIST_MARKS, OTHERS};
use spellings::{COLUMNS, FIELDS};
use unicode_normalization::UnicodeNormalization;

use crate::script::simplified;

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
    // The name in another language is another question.
    if whole.ends_with("(英文)") || whole.ends_with("(外文)") || whole.ends_with("(英文名称)") {
        return Some(Label::Other);
    }
    // 申报单位（牵头） says more than 申报单位.
    named(&whole)
        .or_else(|| named(plain))
        .or_else(|| before_translation(plain).and_then(named))
        .or_else(|| compound::compound(plain))
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
    column
        .or_else(|| OTHERS.contains(&plain).then_some(Label::Other))
        .or_else(|| english(plain))
}

fn english(plain: &str) -> Option<Label> {
    if !plain.is_ascii() {
        return None;
    }
    let word = plain.to_ascii_lowercase();
    let word = word.trim_end_matches('.');
    ENGLISH.iter().find(|(_, names)| names.contains(&word)).map(|(at, _)| *at)
}

/// Whether this asks how long a licence is valid.
pub(crate) fn asks_validity(text: &str) -> bool {
    label(text) == Some(Label::Column(Column::Validity))
}

/// Whether this heads the rows of a list: 序号, 阶段.
pub(crate) fn marks_list(text: &str) -> bool {
    text.chars().count() <= LONGEST && LIST_MARKS.contains(&plain(text).as_str())
}

/// Whether a cell that is no known label still asks for something: 服务客户数（户）.
pub(crate) fn asks_for_number(text: &str) -> bool {
    text.chars().count() <= LONGEST && unit(text).is_some() && !text.chars().any(|c| c.is_numeric()) && !bare(text).starts_with('(')
}

/// Whether this names the institution of the label left of it: 名称 behind 牵头单位.
pub(crate) fn names_institution(text: &str) -> bool {
    let own = plain(text);
    matches!(label(text), Some(Label::Column(Column::Name))) || matches!(own.as_str(), "名称" | "全称" | "单位" | "机构")
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
    const UNITS: [&str; 16] = [
        "亿元", "万元", "千元", "元", "个月", "月", "年", "天", "家", "户", "万户", "人", "万人", "笔", "万笔", "个",
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
    simplified(inner.unwrap_or(text).trim_end_matches([':', '*']))
}

/// Without a remark in brackets at the end, whatever their kind; brackets inside of it belong to it.
fn without_note(text: &str) -> &str {
    let mut depth = 0_u32;
    let mut start = None;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' | ']' | '】' | '〕' => depth = depth.saturating_add(1),
            '(' | '[' | '【' | '〔' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            start = Some(at).filter(|_| matches!(c, '(' | '[' | '【' | '〔'));
            break;
        }
    }
    let rest = start.and_then(|at| text.get(..at)).filter(|rest| !rest.is_empty());
    // 牵头单位(盖章)(全称): two remarks.
    rest.map_or(text, without_note).trim_end_matches([':', '*'])
}

fn strip_numbering(text: &str) -> &str {
    let inner = text.strip_prefix('(').unwrap_or(text);
    let inner = inner.strip_prefix('第').unwrap_or(inner);
    let rest = inner.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '-') || "一二三四五六七八九十".contains(c));
    // A telephone number is no numbering: 020-87654321，邮箱.
    let number = inner.strip_suffix(rest).unwrap_or_default();
    let long = number.split(|c: char| !c.is_ascii_digit()).any(|run| run.len() > 2);
    if rest.len() == inner.len() || long {
        return text;
    }
    let dotted = number.contains('.');
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
            "项目名称【必填】",
            "项目名称〔必填〕",
            "项目名称[必填]",
            "项目名称（中文（全称））",
            "项目名称（盖章）（全称）",
            "拟试点项目名称",
        ] {
            assert_eq!(label(text), Some(Label::Field(FieldId::Title, true)), "{text}");
        }
        assert_eq!(label("预期规模（万元）"), Some(Label::Field(FieldId::Scale, true)));
        assert_eq!(label("统一社会\n信用代码"), Some(Label::Column(Column::Code)));
        assert_eq!(label("项目经理"), Some(Label::Field(FieldId::Owner, false)));
        assert_eq!(label("一种技术方案"), None);
        assert_eq!(plain("三方"), "三方");
        assert_eq!(plain("1.2.3项目名称"), "项目名称");
        assert_eq!(label("020-87654321，邮箱"), None);
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
