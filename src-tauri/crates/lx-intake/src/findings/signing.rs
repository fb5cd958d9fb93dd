//! Letters and agreements: whose they are, and whether anybody signed them.

use lx_domain::{DocumentKind, Finding, Severity, Source, profile::ChecklistItem};

use super::{
    contradictions::alike,
    saying::{HOUSES, is_dated, lines},
};
use crate::{
    classify::squeeze,
    paper::Paper,
    read::Note,
    remark::{Remark, remark, warning},
};

/// What is put in the place of an answer that is still to be written.
const BLANKS: [char; 8] = ['_', '—', '-', '.', '…', '/', '\\', '·'];
/// Characters of the longest signature in a line of its own.
const LONGEST_SIGNATURE: usize = 6;
/// Characters behind a label among which the name of an institution ends.
const LONGEST_NAME: usize = 40;

/// Papers with what they say, and applicants with where they are named.
type Sent<'s> = [(&'s str, &'s str)];
type Applicants<'s> = [(&'s str, Option<&'s Source>)];

/// One for each applicant: by the name in the file name or in the text; a letter without any name counts for one, and one that
/// another institution gives for none.
pub(super) fn of_each_applicant(item: &ChecklistItem, own: &Sent<'_>, named: &Applicants<'_>) -> Vec<Finding> {
    let names: Vec<String> = named.iter().map(|(name, _)| squeeze(name)).collect();
    let mut found = Vec::new();
    let mut counted: Vec<(String, String)> = Vec::new();
    for (path, text) in own {
        match stranger(text, &names) {
            Some(other) => found.push(of_another(item, path, &other)),
            None => counted.push((squeeze(path), squeeze(text))),
        }
    }
    let names_it = |(path, text): &(String, String), name: &str| path.contains(name) || text.contains(name);
    let spare = counted.iter().filter(|p| !names.iter().any(|n| names_it(p, n))).count();
    let without: Vec<_> = named
        .iter()
        .zip(&names)
        .filter(|(_, name)| !counted.iter().any(|p| names_it(p, name)))
        .collect();
    if without.len() > spare {
        let missing = without.into_iter().map(|((name, place), _)| {
            let said = about(remark(Severity::Error, "missing_item_of_applicant"), item).arg("applicant", name);
            place.iter().fold(said, |said, s| said.from(s)).done()
        });
        found.extend(missing);
    }
    found
}

fn of_another(item: &ChecklistItem, path: &str, other: &str) -> Finding {
    let said = about(warning("letter_of_another"), item).arg("document", path).arg("other", other);
    said.at(path, "").done()
}

/// Applicants that an agreement does not name, although it names others.
pub(super) fn parties(item: &ChecklistItem, own: &Sent<'_>, named: &Applicants<'_>) -> Vec<Finding> {
    let text: String = own.iter().map(|(_, text)| squeeze(text)).collect();
    let is_in = |name: &str| text.contains(&squeeze(name));
    if !named.iter().any(|(name, _)| is_in(name)) {
        return Vec::new();
    }
    // A name that begins alike is most likely the same one, written otherwise.
    let begun = |name: &str| text.contains(&squeeze(name).chars().take(4).collect::<String>());
    let names: Vec<String> = named.iter().map(|(name, _)| (*name).to_owned()).collect();
    let without = named.iter().filter(|(name, _)| are_chinese(&names) && !is_in(name) && !begun(name));
    let said = without.map(|(name, place)| {
        let said = about(warning("agreement_without_party"), item).arg("applicant", name);
        let said = own.iter().fold(said, |said, (path, _)| said.at(path, ""));
        place.iter().fold(said, |said, s| said.from(s)).done()
    });
    said.collect()
}

fn about(said: Remark, item: &ChecklistItem) -> Remark {
    said.arg("item", &item.name)
        .arg("item_en", &item.name_en)
        .item(&item.id, &item.clause)
}

/// Whether names can be looked for in Chinese papers: nobody knows how one in another script reads there.
pub(super) fn are_chinese(names: &[String]) -> bool {
    names.iter().all(|name| name.chars().any(|c| matches!(c, '\u{3400}'..='\u{9FFF}')))
}

/// Who gives a letter, where that is none of the applicants and the letter names none of them.
fn stranger(text: &str, names: &[String]) -> Option<String> {
    let all = squeeze(text);
    let signer = signer(text)?;
    let own = |name: &String| all.contains(name.as_str()) || name.contains(&signer) || alike(name, &signer);
    (!names.is_empty() && are_chinese(names) && !names.iter().any(own)).then_some(signer)
}

/// The institution that a letter says it is of: 承诺单位：甲公司（盖章）. The text may have lost its lines.
fn signer(text: &str) -> Option<String> {
    let lines: Vec<String> = text.lines().map(squeeze).collect();
    lines
        .iter()
        .find_map(|line| labelled(line))
        .or_else(|| lines.iter().find_map(|line| sealed(line)))
}

fn labelled(line: &str) -> Option<String> {
    const LABELS: [&str; 5] = ["承诺单位", "承诺人", "承诺方", "承诺机构", "承诺公司"];
    LABELS.iter().find_map(|label| {
        let (_, rest) = line.split_once(label)?;
        let (between, own) = rest.split_once(':')?;
        let marked = between.is_empty() || (between.starts_with('(') && between.ends_with(')'));
        marked.then(|| name_in(own))?
    })
}

fn sealed(line: &str) -> Option<String> {
    let at = ["(盖章)", "(公章)"].iter().filter_map(|seal| line.find(seal)).min()?;
    let before = line.get(..at)?.rsplit([':', '。', ',', ';']).next()?;
    name_in(before).filter(|name| name.len() == before.len())
}

/// The name of an institution that a text begins with.
pub(super) fn name_in(text: &str) -> Option<String> {
    let near: String = text
        .chars()
        .take(LONGEST_NAME)
        .take_while(|c| !matches!(c, ':' | '。' | ',' | ';'))
        .collect();
    let ends = HOUSES.iter().filter(|end| !matches!(**end, "部" | "中心" | "委员会" | "办公室"));
    let end = ends.filter_map(|end| near.find(end).map(|at| at + end.len())).max()?;
    let name = near.get(..end)?;
    (name.chars().count() >= 6).then(|| name.to_owned())
}

/// Letters in which the lines for a signature, a seal or a date are empty. Nothing is said where a picture came, too: that may
/// be what was signed.
pub(super) fn blanks(item: &ChecklistItem, own: &[&Paper<'_>]) -> Vec<Finding> {
    let signed = item.looks_for.iter().any(|word| word.contains("签字") || word.contains("盖章"));
    if !signed || own.iter().any(|paper| is_picture(paper)) {
        return Vec::new();
    }
    let said = own.iter().filter_map(|paper| {
        let blank = blank_parts(&lines(paper));
        let said = about(warning("letter_blank"), item)
            .arg("document", paper.path)
            .arg("blank", blank.join("_"));
        (!blank.is_empty()).then(|| said.at(paper.path, "").done())
    });
    said.collect()
}

fn is_picture(paper: &Paper<'_>) -> bool {
    paper.content.is_none_or(|c| {
        let recognised = c.notes.iter().any(|note| matches!(note, Note::Recognised(_)));
        recognised || matches!(c.kind, DocumentKind::PdfScan | DocumentKind::Picture)
    })
}

/// Which of its lines nobody has filled: `unit`, `signature`, `date`.
fn blank_parts(lines: &[String]) -> Vec<&'static str> {
    let next = |at: usize| lines.get(at + 1).map_or("", String::as_str);
    let any = |is_blank: fn(&str, &str) -> bool| lines.iter().enumerate().any(|(at, line)| is_blank(line, next(at)));
    let mut blank = Vec::new();
    if any(is_without_unit) {
        blank.push("unit");
    }
    if any(is_unsigned) {
        blank.push("signature");
    }
    if any(is_undated) && !is_dated(lines) {
        blank.push("date");
    }
    blank
}

fn is_without_unit(line: &str, next: &str) -> bool {
    const LABELS: [&str; 4] = ["承诺单位", "承诺方", "承诺机构", "承诺公司"];
    let rest = LABELS
        .iter()
        .find_map(|label| line.strip_prefix(label))
        .and_then(|rest| rest.split_once(':'));
    let sealed = ["(盖章)", "(公章)", "(签章)"];
    let left = rest.map(|(_, rest)| sealed.iter().fold(rest.to_owned(), |rest, seal| rest.replace(seal, "")));
    left.is_some_and(|rest| is_blank(&rest)) && name_in(next).is_none()
}

fn is_unsigned(line: &str, next: &str) -> bool {
    let Some((_, behind)) = ["签字", "签名"].iter().find_map(|word| line.split_once(word)) else {
        return false;
    };
    let behind = behind.trim_start_matches(|c| c != ':' && !char::is_alphanumeric(c));
    let Some(rest) = behind.strip_prefix(':') else { return false };
    let ends = ["日期", "年月日", "(盖章)", "签署日"]
        .iter()
        .filter_map(|word| rest.find(word))
        .min();
    let own = ends.and_then(|at| rest.get(..at)).unwrap_or(rest);
    let below = next.chars().count() <= LONGEST_SIGNATURE && next.chars().all(char::is_alphabetic) && !next.contains('年');
    is_blank(own) && (next.is_empty() || !below)
}

fn is_undated(line: &str, _: &str) -> bool {
    let line: String = line.chars().filter(|c| !BLANKS.contains(c)).collect();
    let labelled = line
        .rsplit_once(':')
        .filter(|(label, _)| label.ends_with("日期") || label.ends_with("时间"));
    line.ends_with("年月日") || labelled.is_some_and(|(_, rest)| rest.is_empty())
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| BLANKS.contains(&c))
}

#[cfg(test)]
mod tests {
    use super::{blank_parts, signer};

    fn blank(text: &str) -> String {
        let lines: Vec<String> = text.lines().map(crate::classify::squeeze).filter(|l| !l.is_empty()).collect();
        blank_parts(&lines).join("_")
    }

    #[test]
    fn lines_that_nobody_filled_are_told_from_signed_ones() {
        for (text, parts) in [
            ("承诺单位：甲示例公司（盖章）\n法定代表人（签字）：方敬\n2023年3月8日", ""),
            ("承诺单位：甲示例公司（盖章）\n法定代表人（签字）：\n方敬\n2023年3月8日", ""),
            ("法定代表人（签字）：＿＿＿＿＿＿\n　　年　　月　　日", "signature_date"),
            (
                "承诺单位：　　　　（盖章）\n法定代表人（签字）：\n年　　月　　日",
                "unit_signature_date",
            ),
            ("法定代表人（签字）：　　　　日期：2023年3月8日", "signature"),
            ("承诺单位（盖章）：\n甲示例证券股份有限公司\n日期：", "date"),
            ("本承诺函须由法定代表人签字并加盖公章。", ""),
        ] {
            assert_eq!(blank(text), parts, "{text}");
        }
    }

    #[test]
    fn a_letter_says_whose_it_is() {
        let of = |text: &str| signer(text);
        assert_eq!(
            of("承诺单位：乙示例（深圳）有限公司（盖章）").as_deref(),
            Some("乙示例(深圳)有限公司")
        );
        assert_eq!(
            of("承诺函\n乙示例证券股份有限公司（公章）").as_deref(),
            Some("乙示例证券股份有限公司")
        );
        assert_eq!(
            of("承诺函我们承诺真实。承诺单位（公章）：乙示例有限公司法定代表人").as_deref(),
            Some("乙示例有限公司")
        );
        assert_eq!(of("承诺单位：（盖章）"), None);
        assert_eq!(of("我公司承诺如下。"), None);
    }
}
