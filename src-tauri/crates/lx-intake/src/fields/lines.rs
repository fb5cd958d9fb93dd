//! Labels and values of a line of text.

use lx_domain::FieldId;

use super::{
    labels::{Label, label},
    value::clean,
};

/// Of a line longer than this the beginning is searched: forms have no such lines.
const LONGEST_LINE: usize = 2_000;

/// Colons of a line that may end a label.
const MOST_COLONS: usize = 40;

/// `label：value` pairs of one line; several where further labels follow behind white space or a semicolon.
pub(crate) fn in_line(line: &str) -> Vec<(Label, String)> {
    let line = beginning(line);
    let marks = marks(line);
    let mut pairs = Vec::new();
    for (index, (_, from, found)) in marks.iter().enumerate() {
        let until = marks.get(index + 1).map_or(line.len(), |(at, _, _)| *at);
        let value = line.get(*from..until).unwrap_or_default();
        pairs.push((*found, clean(before_question(value))));
    }
    pairs
}

/// Without a question behind wide blanks whose label nobody knows: 甲　　微信号：乙.
fn before_question(value: &str) -> &str {
    let value = value.trim();
    let wide = ["  ", "　", "\t"].iter().filter_map(|gap| value.find(gap)).min();
    let asked = wide
        .and_then(|at| value.split_at_checked(at))
        .filter(|(_, rest)| rest.contains(['：', ':']));
    asked.map_or(value, |(own, _)| own)
}

/// What stands before the first label of a text, where a value is followed by answers to other questions.
pub(super) fn before_labels(text: &str) -> &str {
    let mut from = 0;
    for line in text.split_inclusive('\n') {
        if let Some((at, _, _)) = marks(beginning(line)).first() {
            return match text.get(..from + at) {
                Some(before) if !before.trim().is_empty() => before,
                _ => text,
            };
        }
        from += line.len();
    }
    text
}

fn beginning(line: &str) -> &str {
    line.char_indices()
        .nth(LONGEST_LINE)
        .and_then(|(at, _)| line.get(..at))
        .unwrap_or(line)
}

/// Where labels begin, where what they ask for begins, and what that is.
fn marks(line: &str) -> Vec<(usize, usize, Label)> {
    let mut marks: Vec<(usize, usize, Label)> = Vec::new();
    for (colon, mark) in line.char_indices().filter(|(_, c)| matches!(c, '：' | ':')).take(MOST_COLONS) {
        let before = line.get(..colon).unwrap_or_default();
        let start = before
            .char_indices()
            .rev()
            .take(24)
            .filter(|(at, _)| {
                *at == 0
                    || before.get(..*at).is_some_and(|b| {
                        b.ends_with(|c: char| c.is_whitespace() || matches!(c, '；' | ';' | '，' | ',' | '。' | '|' | '：' | ':'))
                    })
            })
            .filter_map(|(at, _)| before.get(at..).and_then(|text| label(text).map(|l| (at, l))))
            .last();
        // 用户：300户 right behind 试点规模： is a part of that answer.
        let inner = |at: usize| {
            marks.last().is_some_and(|(_, from, last)| {
                matches!(last, Label::Field(FieldId::Scale, _)) && line.get(*from..at).is_some_and(|gap| gap.trim().is_empty())
            })
        };
        if let Some((at, found)) = start.filter(|(at, found)| *found != Label::Field(FieldId::Users, false) || !inner(*at)) {
            marks.push((at, colon + mark.len_utf8(), found));
        }
    }
    marks
}

/// Labels and values of a form whose lines are all that is left of it, as in a PDF: two spaces part its columns, or one
/// where a line begins with a label. Never certain, since a value may have been broken over lines.
pub(super) fn in_columns(line: &str) -> Vec<(FieldId, String)> {
    if line.len() > LONGEST_LINE || line.contains(['：', ':']) {
        return Vec::new();
    }
    let parts: Vec<&str> = line
        .split("  ")
        .flat_map(|p| p.split(['\t', '　', '|']))
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    let words: Vec<&str> = line.split_whitespace().collect();
    let begins = words.first().is_some_and(|w| matches!(label(w), Some(Label::Field(_, true))));
    let parts = if parts.len() < 2 && begins { words } else { parts };
    let mut found: Vec<(FieldId, String)> = Vec::new();
    let mut open: Option<(FieldId, String)> = None;
    for part in parts {
        match label(part) {
            Some(found_label) => {
                found.extend(open.take().filter(|(_, value)| !value.is_empty()));
                open = match found_label {
                    Label::Field(id, true) => Some((id, String::new())),
                    _ => None,
                };
            }
            None => {
                if let Some((_, value)) = &mut open {
                    if !value.is_empty() {
                        value.push(' ');
                    }
                    value.push_str(part);
                }
            }
        }
    }
    found.extend(open.filter(|(_, value)| !value.is_empty()));
    found.retain(|(_, value)| !is_torn(value));
    found
}

/// Whether another label stands among the words of a value: its columns were torn apart, and nobody knows what belongs to
/// what.
pub(super) fn is_torn(value: &str) -> bool {
    let certain = |word: &str| matches!(label(word), Some(Label::Field(_, true)));
    value.split_whitespace().any(certain)
}

#[cfg(test)]
mod tests {
    use lx_domain::FieldId;

    use super::{Label, before_labels, in_columns, in_line};

    #[test]
    fn several_pairs_in_one_line_are_told_apart() {
        let pairs = in_line("联系人：张三　　联系电话：020-1234567；申报日期：2026年4月1日");
        let said: Vec<_> = pairs.iter().map(|(l, v)| (*l, v.as_str())).collect();
        assert_eq!(
            said,
            [
                (Label::Field(FieldId::Contact, true), "张三"),
                (Label::Field(FieldId::Phone, true), "020-1234567"),
                (Label::Field(FieldId::Date, true), "2026年4月1日"),
            ]
        );
        let number = in_line("联系人：窦示例，电话：020-87654321，邮箱：a@example.com");
        assert_eq!(number[1], (Label::Field(FieldId::Phone, false), "020-87654321".to_owned()));
        assert_eq!(in_line("本项目的业务场景：很多").len(), 0, "a label inside a sentence is no label");
    }

    #[test]
    fn a_value_ends_where_the_next_question_begins() {
        assert_eq!(before_labels("甲公司 联系电话：020-1111222"), "甲公司 ");
        assert_eq!(before_labels("甲公司\n联系人：乙"), "甲公司\n");
        assert_eq!(before_labels("联系人：乙"), "联系人：乙");
        assert_eq!(before_labels("甲平台：副标题"), "甲平台：副标题");
    }

    #[test]
    fn columns_of_a_line_are_pairs_that_are_never_certain() {
        assert_eq!(
            in_columns("项目名称   甲项目    牵头单位   乙公司"),
            [(FieldId::Title, "甲项目".into()), (FieldId::Lead, "乙公司".into())]
        );
        assert_eq!(
            in_columns("项目名称 甲 项目 牵头单位 乙公司"),
            [(FieldId::Title, "甲 项目".into()), (FieldId::Lead, "乙公司".into())]
        );
        assert_eq!(in_columns("本项目 项目名称 甲"), [], "in the middle of a sentence");
        assert_eq!(in_columns("项目名称   牵头单位"), []);
    }

    proptest::proptest! {
        #[test]
        fn lines_never_panic(line: String) {
            let _ = in_line(&line);
            let _ = in_columns(&line);
        }
    }
}
