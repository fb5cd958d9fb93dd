//! Papers of the checklist that stand inside of another paper: a sheet of the form, a table, a section.

use std::collections::BTreeMap;

use lx_domain::{FieldId, Finding, ItemId, Profile, Severity, Source, profile::ChecklistItem};

use super::{bound::called, saying::say};
use crate::{
    classify::squeeze,
    fields::{Column, Reading, labels},
    paper::Paper,
    remark::remark,
    script::simplified,
};

/// Cells of the smallest sheet that holds anything.
const FEWEST_CELLS: usize = 4;
/// Fields of the form that one paper answers before it passes for the form.
const FEWEST_FIELDS: usize = 4;

/// An item that certainly stands in another paper: in a sheet of its name, or, of the institutions, in a table that was read.
pub(super) fn of(item: &ChecklistItem, papers: &[Paper<'_>], reading: &Reading, profile: &Profile) -> Option<Finding> {
    let at = sheet(&item.id, papers, profile).or_else(|| institutions(item, reading))?;
    Some(said("item_within", Severity::Info, item, &at))
}

/// An item that another paper, of which nobody knows what it is, seems to answer.
pub(super) fn likely(item: &ChecklistItem, papers: &[Paper<'_>], reading: &Reading) -> Option<Finding> {
    let at = form(item, papers, reading).or_else(|| content(item, papers))?;
    Some(said("item_within", Severity::Warning, item, &at))
}

/// Where an item stands that did not come by itself.
pub(super) fn said(code: &str, severity: Severity, item: &ChecklistItem, at: &Source) -> Finding {
    remark(severity, code)
        .arg("item", &item.name)
        .arg("item_en", &item.name_en)
        .arg("document", &at.document)
        .item(&item.id, &item.clause)
        .from(at)
        .done()
}

/// A sheet that is called as an item.
fn sheet(item: &ItemId, papers: &[Paper<'_>], profile: &Profile) -> Option<Source> {
    papers.iter().find_map(|paper| {
        let mut sheets: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
        for block in &paper.blocks {
            if let Some((sheet, _)) = block.place.rsplit_once('!') {
                sheets.entry(sheet).or_insert((0, &block.place)).0 += 1;
            }
        }
        let own = sheets
            .iter()
            .find(|(sheet, (cells, _))| *cells >= FEWEST_CELLS && called(sheet, profile).as_ref() == Some(item));
        own.map(|(_, (_, place))| Source {
            document: paper.path.to_owned(),
            place: (*place).to_owned(),
        })
    })
}

/// Where a table of institutions has the code of each applicant.
fn institutions(item: &ChecklistItem, reading: &Reading) -> Option<Source> {
    let asked = item.looks_for.iter().any(|word| word.contains("信用代码"));
    let all = reading.applicants.iter().all(|named| named.source(Column::Code).is_some());
    let first = reading.applicants.first().filter(|_| asked && all)?;
    first.source(Column::Code).cloned()
}

/// A paper of no item that answers what the form asks.
fn form(item: &ChecklistItem, papers: &[Paper<'_>], reading: &Reading) -> Option<Source> {
    let asks = |id: FieldId| item.looks_for.iter().any(|word| labels::field_called(word) == Some(id));
    let title = reading.field(FieldId::Title)?.source.as_ref().filter(|_| asks(FieldId::Title))?;
    let paper = papers
        .iter()
        .find(|p| p.path == title.document && p.item.is_none() && !is_of_business(p.path))?;
    let own = reading.fields.iter().filter(|f| {
        let here = f.source.as_ref().is_some_and(|s| s.document == paper.path);
        here && asks(f.id)
    });
    (own.count() >= FEWEST_FIELDS).then(|| title.clone())
}

/// Whether a name is that of a paper which has the labels of a form and is none.
fn is_of_business(path: &str) -> bool {
    const WORDS: [&str; 10] = ["合同", "协议", "公告", "新闻", "获奖", "奖项", "简历", "往期", "以往", "纪要"];
    let name = path.rsplit('/').next().unwrap_or(path);
    WORDS.iter().any(|word| name.contains(word))
}

/// A paper of no item that says most of what the profile looks for.
fn content(item: &ChecklistItem, papers: &[Paper<'_>]) -> Option<Source> {
    let words: Vec<&String> = item.looks_for.iter().filter(|word| labels::field_called(word).is_none()).collect();
    let unknown = papers.iter().filter(|p| p.item.is_none() && !is_of_business(p.path));
    let holds = |paper: &&Paper<'_>| {
        let text = simplified(&squeeze(&paper.text));
        let told = words.iter().filter(|word| say(&[], &text, word)).count();
        told >= 2 && told.saturating_mul(3) >= words.len().saturating_mul(2)
    };
    unknown.filter(|_| words.len() > 1).find(holds).map(|paper| Source {
        document: paper.path.to_owned(),
        place: String::new(),
    })
}
