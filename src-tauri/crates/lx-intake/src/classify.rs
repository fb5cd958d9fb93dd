//! Which checklist item does a document answer?

use lx_domain::{ItemId, Profile};
use unicode_normalization::UnicodeNormalization;

use crate::{
    read::{Content, Piece},
    script::simplified,
};

/// By its file name, else by its first heading; absent where neither says.
pub(crate) fn item_of(path: &str, content: Option<&Content>, profile: &Profile) -> Option<ItemId> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    best(&squeeze(stem), profile)
        .or_else(|| content.and_then(first_line).and_then(|line| best(&line, profile)))
        .or_else(|| path.rsplit('/').skip(1).find_map(|folder| best(&squeeze(folder), profile)))
}

/// The item that a name ends with, since what stands before is of which kind it is: 联合申报承诺函; else the one with the
/// longest of its words in it.
fn best(text: &str, profile: &Profile) -> Option<ItemId> {
    let text = simplified(text);
    annexed(&text).and_then(|own| named(own, profile)).or_else(|| named(&text, profile))
}

/// The item that a heading ends with.
pub(crate) fn item_called(heading: &str, profile: &Profile) -> Option<ItemId> {
    let heading = simplified(&squeeze(heading));
    longest(profile, |word| heading.ends_with(word))
}

/// What stands behind a number of an annex: before it stands what it is annexed to, as in 项目申报书附件2:试点方案.
fn annexed(text: &str) -> Option<&str> {
    let (_, behind) = text.rsplit_once("附件")?;
    let number = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let own = behind.trim_start_matches(number);
    (own.len() < behind.len()).then(|| own.trim_start_matches([':', '.', '、', '-', '_', ')', '—']))
}

fn named(text: &str, profile: &Profile) -> Option<ItemId> {
    // An institution may follow behind a dash, and a date: the last part that ends with what it is.
    let parts = text.split(['-', '—', '–', '_']).rev().map(without_version);
    let ended = parts.filter_map(|part| longest(profile, |word| part.ends_with(word))).next();
    ended.or_else(|| longest(profile, |word| text.contains(word)))
}

/// The item with the longest of the words that are there; among equals the one named first, then the more telling word.
fn longest(profile: &Profile, is_there: impl Fn(&str) -> bool) -> Option<ItemId> {
    let mut found: Option<(usize, usize, &ItemId)> = None;
    for item in &profile.checklist {
        for (rank, word) in item.known_by.iter().enumerate() {
            let word = squeeze(word);
            let better = |(length, telling, _): (usize, usize, &ItemId)| {
                (word.len(), std::cmp::Reverse(rank)) > (length, std::cmp::Reverse(telling))
            };
            if !word.is_empty() && is_there(&word) && found.is_none_or(better) {
                found = Some((word.len(), rank, &item.id));
            }
        }
    }
    found.map(|(_, _, id)| id.clone())
}

/// Marks of a version at the end of a name.
const VERSIONS: [&str; 10] = [
    "盖章版",
    "签章版",
    "最终版",
    "定稿版",
    "正式版",
    "修订版",
    "扫描件",
    "终稿",
    "定稿",
    "原件",
];

/// A name without what tells its versions apart: 申报书(盖章版)v2 20260301.
fn without_version(name: &str) -> &str {
    let short = name.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | 'v' | 'V' | ' '));
    let short = VERSIONS.iter().find_map(|v| short.strip_suffix(v)).unwrap_or(short);
    let short = match (short.ends_with([')', ']', '】', '〕']), short.rfind(['(', '[', '【', '〔'])) {
        (true, Some(open)) if open > 0 => short.get(..open).unwrap_or(short),
        _ => short,
    };
    if short.len() == name.len() { name } else { without_version(short) }
}

/// What a document calls itself: its first line, if that is short enough for a heading.
fn first_line(content: &Content) -> Option<String> {
    let text = content.pieces.iter().find_map(|piece| match piece {
        Piece::Paragraph(p) => p.text.lines().map(str::trim).find(|l| !l.is_empty()).map(str::to_owned),
        Piece::Grid(grid) => grid.cells().find(|c| !c.text.is_empty()).map(|c| c.text.clone()),
    })?;
    let line = squeeze(&text);
    (line.chars().count() <= 60).then_some(line)
}

/// Compatibility forms, no white space.
pub(crate) fn squeeze(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use lx_domain::Profile;

    use super::item_of;

    #[test]
    fn a_name_says_at_its_end_what_a_document_is() {
        let profile = Profile::parse(include_str!("../../../../assets/profiles/guangzhou-2022.toml")).unwrap();
        for (path, item) in [
            ("联合申报表.docx", "application_form"),
            ("试点辅导申请表.docx", "application_form"),
            ("联合申报承诺函.docx", "commitment"),
            ("信息安全承诺书（盖章版）v2.pdf", "commitment"),
            ("广州资本市场金融科技创新试点申请.docx", "application_form"),
            ("07承诺函-联合申报示例有限公司.pdf", "commitment"),
            ("08联合申报协议_20260301.pdf", "joint_agreement"),
            ("辅导记录.docx", "coaching_record"),
            ("项目申报书附件2：试点方案.docx", "pilot_plan"),
            ("项目申报书附件6：承诺函（某证券有限公司）.pdf", "commitment"),
            ("附件1.项目申报书.docx", "application_form"),
            ("网络安全等级保护备案证明.pdf", "security"),
        ] {
            assert_eq!(
                item_of(path, None, &profile).map(|i| i.to_string()).as_deref(),
                Some(item),
                "{path}"
            );
        }
    }
}
