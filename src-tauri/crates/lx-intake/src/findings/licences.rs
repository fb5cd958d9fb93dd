//! Licences: until when they are valid, and whose they are.

use std::collections::{BTreeMap, BTreeSet};

use lx_domain::{Finding, Source};

use super::{
    contradictions::alike,
    day_of,
    saying::lines,
    signing::{are_chinese, name_in},
};
use crate::{
    classify::squeeze,
    fields::{Column, Reading, labels::asks_validity},
    paper::Paper,
    read::Piece,
    remark::{info, warning},
    sink::TextBlock,
    terms::Terms,
    voice::Voice,
    when::{dates, digits_of},
};

/// Licences of one table whose validity is looked at.
const MOST_LICENCES: usize = 500;
/// Characters of the longest name of a licence.
const LONGEST_TITLE: usize = 30;

/// What the validity of a licence is called in running text; that of a business licence is told by its end alone.
const VALIDITY: [(&str, bool); 3] = [("有效期", false), ("营业期限", true), ("经营期限", true)];

/// Until when something is valid.
struct Validity {
    until: u32,
    at: Source,
    /// What the licence is called, empty where nobody knows.
    title: String,
    /// The applicants that its paper names.
    of: BTreeSet<String>,
}

pub(super) fn of(papers: &[Paper<'_>], reading: &Reading, terms: &Terms<'_>) -> Vec<Finding> {
    let mut found = expired(papers, reading, terms);
    found.extend(of_others(papers, reading, terms));
    found
}

/// Dates of validity that have passed on the day of receipt.
fn expired(papers: &[Paper<'_>], reading: &Reading, terms: &Terms<'_>) -> Vec<Finding> {
    let today = day_of(terms.at);
    let all = validities(papers, reading);
    let over = all.iter().filter(|v| v.until < today);
    let said = over.map(|v| {
        let renewed = all.iter().find(|other| other.until >= today && is_renewal(v, other));
        match renewed {
            Some(other) => info("licence_renewed")
                .arg("until", shown(v.until))
                .arg("other", shown(other.until))
                .from(&v.at)
                .from(&other.at)
                .done(),
            None => warning("licence_expired").arg("until", shown(v.until)).from(&v.at).done(),
        }
    });
    said.collect()
}

/// Whether one licence takes the place of another: a paper of its own has the same name and is not that of another applicant.
fn is_renewal(old: &Validity, new: &Validity) -> bool {
    let same = !old.title.is_empty() && old.title == new.title && old.at.document != new.at.document;
    same && (old.of.is_empty() || new.of.is_empty() || !old.of.is_disjoint(&new.of))
}

/// Every validity that is stated: in the table of institutions, in running text, in tables.
fn validities(papers: &[Paper<'_>], reading: &Reading) -> Vec<Validity> {
    let titles: BTreeMap<&str, BTreeMap<&str, String>> = papers.iter().map(|p| (p.path, titles(&p.blocks))).collect();
    let validity = |until: u32, at: Source, of: BTreeSet<String>| {
        let title = titles.get(at.document.as_str()).and_then(|t| t.get(at.place.as_str())).cloned();
        Validity {
            until,
            at,
            title: title.unwrap_or_default(),
            of,
        }
    };
    let mut found = Vec::new();
    for named in &reading.applicants {
        let of = BTreeSet::from([squeeze(&named.applicant.name)]);
        let listed = named.values.iter().filter(|(column, _, _)| *column == Column::Validity);
        found.extend(listed.filter_map(|(_, value, at)| Some(validity(last_day(value)?, at.clone(), of.clone()))));
    }
    let cells = reading.applicants.iter().flat_map(|n| n.values.iter().map(|(_, _, at)| at));
    let cells: BTreeSet<(&str, &str)> = cells.map(|at| (at.document.as_str(), at.place.as_str())).collect();
    for paper in papers {
        let of = named_in(paper, reading);
        let said = in_lines(paper).into_iter().chain(in_tables(paper));
        for (until, place) in said.filter(|(_, place)| !cells.contains(&(paper.path, place.as_str()))) {
            let at = Source {
                document: paper.path.to_owned(),
                place,
            };
            found.push(validity(until, at, of.clone()));
        }
    }
    found
}

/// What the licence is called of which each block says something: the last name of a licence up to there.
fn titles(blocks: &[TextBlock]) -> BTreeMap<&str, String> {
    let mut last = String::new();
    let mut found = BTreeMap::new();
    for block in blocks {
        if let Some(title) = block.text.lines().rev().find_map(title_in) {
            last = title;
        }
        found.insert(block.place.as_str(), last.clone());
    }
    found
}

/// The name of a licence that a line is, without what stands behind it in brackets.
fn title_in(line: &str) -> Option<String> {
    const LICENCES: [&str; 5] = ["许可证", "执照", "证书", "资格证", "备案证明"];
    let line = squeeze(line);
    let name = line.split('(').next().unwrap_or_default();
    let called = LICENCES.iter().any(|end| name.ends_with(end)) && name.chars().count() <= LONGEST_TITLE;
    called.then(|| name.to_owned())
}

fn named_in(paper: &Paper<'_>, reading: &Reading) -> BTreeSet<String> {
    let text = squeeze(&paper.text);
    let names = reading.applicants.iter().map(|n| squeeze(&n.applicant.name));
    names.filter(|name| text.contains(name.as_str())).collect()
}

/// Licences of an institution that does not apply.
fn of_others(papers: &[Paper<'_>], reading: &Reading, terms: &Terms<'_>) -> Vec<Finding> {
    let items = &terms.profile.checklist;
    let Some(item) = items.iter().find(|i| i.looks_for.iter().any(|word| word.contains("有效期"))) else {
        return Vec::new();
    };
    let names: Vec<String> = reading.applicants.iter().map(|n| squeeze(&n.applicant.name)).collect();
    let own = papers
        .iter()
        .filter(|p| p.item.as_ref() == Some(&item.id) && !names.is_empty() && are_chinese(&names));
    let strange = own.filter(|p| named_in(p, reading).is_empty()).filter_map(|paper| {
        let holder = holder(&lines(paper)).filter(|h| !names.iter().any(|n| n.contains(h.as_str()) || alike(n, h)))?;
        let said = warning("licence_of_another").arg("document", paper.path).arg("other", holder);
        Some(said.item(&item.id, &item.clause).at(paper.path, "").done())
    });
    strange.collect()
}

/// Whose a licence says that it is: 机构名称：甲公司.
fn holder(lines: &[String]) -> Option<String> {
    const LABELS: [&str; 7] = ["机构名称", "公司名称", "企业名称", "单位名称", "持证机构", "持牌机构", "名称"];
    lines.iter().enumerate().find_map(|(at, line)| {
        let rest = LABELS.iter().find_map(|label| line.strip_prefix(label))?;
        let own = rest.trim_start_matches(':');
        name_in(if own.is_empty() { lines.get(at + 1)? } else { own })
    })
}

/// The days of `有效期：…` in running text.
fn in_lines(paper: &Paper<'_>) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    for block in &paper.blocks {
        let text = squeeze(&block.text);
        for (word, by_end) in VALIDITY {
            for (at, word) in text.match_indices(word) {
                let after: String = text.get(at + word.len()..).unwrap_or_default().chars().take(36).collect();
                // 有效期三年，发证日期…: the date behind the comma is of something else.
                let own = after.split(['，', ',']).next().unwrap_or_default();
                let ended = !by_end || own.contains(['至', '到', '止']) || dates(&digits_of(own)).len() > 1;
                found.extend(last_day(own).filter(|_| ended).map(|until| (until, block.place.clone())));
            }
        }
    }
    found
}

/// The days that tables of licences have under 有效期, or beside it.
fn in_tables(paper: &Paper<'_>) -> Vec<(u32, String)> {
    let mut found = Vec::new();
    for grid in paper.pieces_of(Voice::Own).filter_map(Piece::grid) {
        for head in grid.cells().filter(|c| asks_validity(&c.text)) {
            let beside = grid.right_of(head).filter(|c| last_day(&c.text).is_some());
            let below = std::iter::successors(grid.below(head), |c| grid.below(c)).take(MOST_LICENCES);
            let below = below.take_while(|c| beside.is_none() && !asks_validity(&c.text));
            for cell in beside.into_iter().chain(below) {
                found.extend(last_day(&cell.text).map(|until| (until, grid.place(cell.row, cell.col))));
            }
        }
    }
    found
}

/// What stands between the two ends of a period.
const DASHES: [char; 5] = ['~', '～', '—', '-', '–'];

/// The day until which a text says that something is valid (`自…至…`, `至2025年12月`): 20251231; absent where it only says
/// from when, or for how long.
fn last_day(text: &str) -> Option<u32> {
    let clause: String = digits_of(text).chars().take_while(|c| !matches!(c, '。' | '；' | ';')).collect();
    let dates = dates(&clause);
    let (at, behind, day) = *dates.last()?;
    let before = clause.get(..at).unwrap_or_default();
    let rest = clause
        .get(behind..)
        .unwrap_or_default()
        .trim_start()
        .trim_start_matches('日')
        .trim_start();
    // 至长期, or a dash with nothing behind it: it has begun and does not end.
    if rest.starts_with(DASHES) || rest.starts_with('至') || rest.contains("长期") || rest.contains("永久") {
        return None;
    }
    let before_until = before.trim_end_matches(['(', '（']);
    let stated = dates.len() > 1 || before_until.ends_with(['至', '到', '止']) || before_until.ends_with(DASHES);
    let begins = rest.starts_with(['起', '始']) || before.ends_with(['自', '从', '由']);
    (stated || !begins).then_some(day)
}

fn shown(day: u32) -> String {
    format!("{}-{:02}-{:02}", day / 10_000, day / 100 % 100, day % 100)
}

#[cfg(test)]
mod tests {
    use super::{holder, last_day, shown};

    #[test]
    fn the_end_of_a_period_of_validity_is_its_last_date() {
        assert_eq!(last_day("自2020年1月1日至2025年12月31日"), Some(20_251_231));
        assert_eq!(last_day("2025-03-01"), Some(20_250_301));
        assert_eq!(last_day("长期"), None);
        assert_eq!(last_day("至二〇二五年十二月三十一日"), Some(20_251_231));
        assert_eq!(last_day("2020年10月至2025年6月"), Some(20_250_631), "to the end of that month");
        assert_eq!(last_day("2020.01.01-2025.01.01"), Some(20_250_101));
        assert_eq!(last_day("三年，自2020年1月1日起"), None, "from when on says nothing of the end");
        assert_eq!(last_day("2020年1月1日起三年"), None);
        for endless in ["2018年5月1日至长期", "2019年7月1日—", "2019-07-01 ~ 长期", "2019年7月1日至 今"] {
            assert_eq!(last_day(endless), None, "{endless}");
        }
        assert_eq!(shown(20_250_301), "2025-03-01");
    }

    #[test]
    fn a_licence_says_whose_it_is() {
        let of = |lines: &[&str]| holder(&lines.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>());
        assert_eq!(
            of(&["许可证", "机构名称:乙示例证券有限公司"]).as_deref(),
            Some("乙示例证券有限公司")
        );
        assert_eq!(
            of(&["营业执照", "名称", "乙示例证券有限公司"]).as_deref(),
            Some("乙示例证券有限公司")
        );
        assert_eq!(of(&["许可证", "有效期至:2029年1月1日"]), None);
    }
}
