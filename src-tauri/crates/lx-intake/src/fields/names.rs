//! Names of institutions as one text lists them.

use super::institution::{BRANCHES, is_institution, is_rest, last_note, without_marks};
use crate::{classify::squeeze, script::simplified};

/// Names of a list in one cell, without remarks; none for 无.
#[must_use]
pub fn split_names(text: &str) -> Vec<String> {
    names_of(text).list
}

/// The names that one text gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) list: Vec<String>,
    /// Whether nothing else can be meant: each is an institution, and the text itself parts them.
    pub(super) sure: bool,
}

/// Names of a list in one cell, without remarks, and whether they are beyond doubt.
pub(super) fn names_of(text: &str) -> Names {
    let Pieces { list, mut sure } = pieces(text);
    let own = |piece: &String| {
        let undated = without_date(piece);
        sure &= undated == piece;
        let name = without_marks(undated);
        match and_others(&name) {
            Some(named) => {
                // 等3家 counts institutions that are not named.
                sure &= name.ends_with('等');
                without_marks(named)
            }
            None => name,
        }
    };
    let list: Vec<String> = list.iter().map(own).filter(|name| !name.is_empty()).collect();
    let said = !list.is_empty() || says_none(text);
    Names {
        sure: sure && said && list.len() <= MOST_NAMES && list.iter().all(|name| is_institution(name)),
        list,
    }
}

/// Institutions that one cell names; a longer list is of something else.
const MOST_NAMES: usize = 20;

/// The same with the remarks that stand behind a name.
pub(super) fn raw_names(text: &str) -> Vec<String> {
    pieces(text).list
}

/// Parts of a text that are looked at.
const MOST_PARTS: usize = 400;

/// What stands between the marks that part names.
struct Pieces {
    list: Vec<String>,
    sure: bool,
}

fn pieces(text: &str) -> Pieces {
    let text = unnumbered(text);
    let mut found = Pieces {
        list: Vec::new(),
        sure: true,
    };
    for (part, new_line) in parts(&text).into_iter().take(MOST_PARTS) {
        let part = part.trim();
        if is_date(part) || refers(part) || part == DENIED {
            found.sure = part.is_empty() && found.sure;
            continue;
        }
        if says_none(part) || is_note(part) {
            continue;
        }
        match found.list.last_mut().filter(|_| new_line) {
            Some(before) if continues(before, part) => {
                before.push_str(part);
                found.sure = false;
            }
            before => {
                // 云杉大学 above 金融研究院 may be one or two.
                found.sure &= before.is_none_or(|b| is_closed(b));
                found.list.push(part.to_owned());
            }
        }
    }
    let before = found.list.len();
    found.list = found.list.iter().flat_map(|piece| unglued(piece)).collect();
    found.sure &= found.list.len() == before;
    found
}

/// Whether a line is the rest of the name that the line before it begins.
fn continues(before: &str, line: &str) -> bool {
    let ends = before.ends_with(['：', ':', '下']);
    let broken = is_rest(&simplified(&squeeze(line))) || !is_institution(before);
    !ends && broken && is_institution(&format!("{before}{line}"))
}

/// Whether nothing can follow a name: it ends with its legal form.
fn is_closed(name: &str) -> bool {
    ["公司", "合伙", "合伙)", "事务所"]
        .iter()
        .any(|end| squeeze(&without_marks(name)).ends_with(end))
}

/// The answer to another question, or none.
const DENIED: &str = "否";

/// Whether somebody says that there is no institution.
fn says_none(text: &str) -> bool {
    const NONE: [&str; 18] = [
        "无",
        "-",
        "—",
        "——",
        "/",
        DENIED,
        "没有",
        "暂无",
        "不适用",
        "不涉及",
        "独立申报",
        "单独申报",
        "本项目独立申报",
        "无联合单位",
        "无联合申报单位",
        "无联合申报",
        "None",
        "N/A",
    ];
    let said = simplified(&squeeze(text));
    let said = said.split(['(', ',', ';', '。', ':']).next().unwrap_or_default();
    NONE.contains(&said.trim_end_matches('、'))
}

/// Whether a text says where the names stand, and not what they are.
fn refers(text: &str) -> bool {
    let said = squeeze(text);
    let said = said.trim_start_matches('(');
    ["详见", "见附", "见后", "参见", "具体见", "同上", "如附"]
        .iter()
        .any(|w| said.starts_with(w))
}

/// Whether a text is a remark in brackets and nothing else: （公章）.
fn is_note(text: &str) -> bool {
    matches!(last_note(&squeeze(text)), Some(("", _)))
}

fn is_date(text: &str) -> bool {
    without_date(text).is_empty()
}

/// Without the day that stands behind a seal.
fn without_date(text: &str) -> &str {
    let before = text
        .trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '年' | '月' | '日' | '.' | '-' | '/'))
        .trim_end();
    let day = text.get(before.len()..).unwrap_or_default();
    let dated = day.contains(['年', '.', '-', '/']) && day.chars().filter(char::is_ascii_digit).count() >= 4;
    if dated { before } else { text }
}

/// 甲公司 of 甲公司等3家: there are others that are not named.
fn and_others(name: &str) -> Option<&str> {
    let (named, rest) = name.rsplit_once('等')?;
    let counts = |c: char| c.is_ascii_digit() || "一二三四五六七八九十多余几家个单位机构公司企业".contains(c);
    (is_institution(named) && rest.chars().all(counts)).then_some(named)
}

/// Names that stand beside each other without a mark between them: 甲公司和乙公司, 甲公司 乙公司.
fn unglued(piece: &str) -> Vec<String> {
    let mut names = Vec::new();
    let (mut from, mut depth) = (0, 0_u32);
    for (at, c) in piece.char_indices().take(LONGEST_GLUED) {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            _ => {}
        }
        let parts = depth == 0 && (c.is_whitespace() || matches!(c, '和' | '与' | '及' | '暨'));
        let after = at + c.len_utf8();
        let (Some(left), Some(right), true) = (piece.get(from..at), piece.get(after..), parts) else {
            continue;
        };
        let left = left.trim().trim_end_matches('以');
        if !left.is_ascii() && is_institution(left) && is_whole(right.trim()) {
            names.push(left.to_owned());
            from = after;
        }
    }
    names.push(piece.get(from..).unwrap_or_default().trim().to_owned());
    names
}

/// Characters of a text that are searched for names that stand beside each other.
const LONGEST_GLUED: usize = 400;

/// Whether a text can be a name of its own behind another one, and not its branch: 和平北路证券营业部.
fn is_whole(text: &str) -> bool {
    let name = squeeze(&without_marks(text));
    let branch = BRANCHES.iter().any(|b| name.ends_with(b));
    let long = name.chars().count() >= SHORTEST_GLUED;
    long && is_institution(text) && (!branch || ["公司", "银行"].iter().any(|house| name.contains(house)))
}

/// Characters that a name has at least where no mark parts it from the one before it.
const SHORTEST_GLUED: usize = 6;

/// With a semicolon in the place of each number of a list: `1.`, `2、`, `（3）`, `④`. A name may begin with digits: 51找钢.
fn unnumbered(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let begins = at == 0 || chars.get(at - 1).is_some_and(|b| b.is_whitespace() || "、，,；;）)。".contains(*b));
        let length = if matches!(c, '①'..='⑳') {
            1
        } else {
            numbering(chars.get(at..).unwrap_or_default())
        };
        if length > 0 && (begins || length == 1) {
            out.push('；');
            at += length;
        } else {
            out.push(*c);
            at += 1;
        }
    }
    out
}

/// How many characters at the beginning of a text number what follows.
fn numbering(text: &[char]) -> usize {
    let open = usize::from(matches!(text.first(), Some('(' | '（')));
    let digit = |c: &&char| c.is_ascii_digit() || "一二三四五六七八九十".contains(**c);
    let digits = text.iter().skip(open).take_while(digit).count();
    let behind = text.get(open + digits);
    let closes = match open {
        0 => matches!(behind, Some('.' | '．' | '、' | ')' | '）')),
        _ => matches!(behind, Some(')' | '）')),
    };
    let decimal = text.get(open + digits + 1).is_some_and(char::is_ascii_digit) && behind == Some(&'.');
    if (1..=2).contains(&digits) && closes && !decimal {
        open + digits + 1
    } else {
        0
    }
}

/// Cut at what parts names, but not inside of `Co., Ltd.` nor inside of brackets; `true` where a new line begins.
pub(super) fn parts(text: &str) -> Vec<(&str, bool)> {
    let balanced = text.matches(['(', '（']).count() == text.matches([')', '）']).count();
    let mut parts = Vec::new();
    let (mut from, mut depth, mut new_line) = (0, 0_u32, false);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' => depth += 1,
            ')' | '）' => depth = depth.saturating_sub(1),
            '、' | '，' | ',' | '；' | ';' | '\n' | '／' | '/' | '|' if depth == 0 || !balanced => {
                let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
                if c == ',' && legal_form(rest) {
                    continue;
                }
                parts.push((text.get(from..at).unwrap_or_default(), new_line));
                from = at + c.len_utf8();
                new_line = c == '\n';
            }
            _ => {}
        }
    }
    parts.push((text.get(from..).unwrap_or_default(), new_line));
    parts
}

/// Whether a text begins with the legal form of an English company.
fn legal_form(rest: &str) -> bool {
    let start: String = rest.trim_start().chars().take(8).collect::<String>().to_lowercase();
    ["ltd", "limited", "inc", "llc", "l.p", "corp", "plc"]
        .iter()
        .any(|form| start.starts_with(form))
}

#[cfg(test)]
mod tests {
    use super::{Names, names_of, split_names};

    #[test]
    fn lists_of_names_are_cut_between_the_names() {
        let cut = |text: &str| split_names(text).join("|");
        assert_eq!(cut("甲公司（牵头，广州）、乙公司；丙公司"), "甲公司|乙公司|丙公司");
        assert_eq!(cut("1.甲公司\n2.乙公司"), "甲公司|乙公司");
        assert_eq!(
            cut("Sample Securities Co., Ltd., Example Inc."),
            "Sample Securities Co., Ltd.|Example Inc."
        );
        assert_eq!(cut("1. 甲公司（技术方）\n2. 乙公司（数据方）等"), "甲公司|乙公司");
        for none in ["无", "无（本项目独立申报）", "不涉及", "独立申报", "暂无", "/"] {
            assert_eq!(
                names_of(none),
                Names {
                    list: Vec::new(),
                    sure: true
                },
                "{none}"
            );
        }
    }

    #[test]
    fn a_name_is_certain_only_where_its_own_text_ends_it() {
        let sure = [
            "一公司、二大学",
            "1、一公司；2、二银行",
            "①甲科技公司②乙银行",
            "51找钢公司、3060碳核算公司",
            "甲公司（负责开发）",
            "技术方：甲公司",
        ];
        for text in sure {
            assert!(names_of(text).sure, "{text}");
        }
        let unsure = [
            ("甲科技有限公司和乙丙商业银行", "甲科技有限公司|乙丙商业银行"),
            ("甲科技有限公司 乙丙商业银行", "甲科技有限公司|乙丙商业银行"),
            ("珠水商业银行\n广州分行", "珠水商业银行广州分行"),
            ("甲证券\n股份有限公司", "甲证券股份有限公司"),
            ("甲大学\n金融研究院", "甲大学|金融研究院"),
            ("甲公司等3家", "甲公司"),
            ("详见附件2", ""),
            ("否", ""),
            ("甲大学\n2026年3月1日", "甲大学"),
            ("技术平台", "技术平台"),
        ];
        for (text, names) in unsure {
            let said = names_of(text);
            assert_eq!((said.list.join("|").as_str(), said.sure), (names, false), "{text}");
        }
        assert_eq!(split_names("珠水银行和平北路营业部").len(), 1);
        assert_eq!(split_names("51找钢公司、3060碳核算公司").join("|"), "51找钢公司|3060碳核算公司");
        assert_eq!(split_names("甲公司\n（公章）\n2026年3月1日").join("|"), "甲公司");
    }
}
