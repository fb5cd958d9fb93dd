//! Rows and columns of a workbook that nobody sees.

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};

use super::xml::{self, Parts};

/// Bytes of a sheet that is searched; a longer one is not worth parsing twice.
const MOST: u64 = 32 << 20;
/// Hidden stretches of one sheet that are kept.
const MOST_STRETCHES: usize = 1000;

/// What is hidden of one sheet, rows and columns from 0, both ends included.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Hidden {
    rows: Vec<(u32, u32)>,
    cols: Vec<(u32, u32)>,
}

impl Hidden {
    /// Whether a place is in a hidden row or column.
    pub(crate) fn covers(&self, row: u32, col: u32) -> bool {
        let within = |stretches: &[(u32, u32)], at: u32| stretches.iter().any(|(first, last)| (*first..=*last).contains(&at));
        within(&self.rows, row) || within(&self.cols, col)
    }

    /// Adds a row.
    pub(crate) fn row(&mut self, row: u32) {
        if self.rows.len() < MOST_STRETCHES {
            self.rows.push((row, row));
        }
    }

    /// Adds columns.
    pub(crate) fn columns(&mut self, first: u32, last: u32) {
        if self.cols.len() < MOST_STRETCHES {
            self.cols.push((first, last));
        }
    }

    fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.cols.is_empty()
    }
}

/// What is hidden, sheet by sheet.
pub(crate) fn of_xlsx(parts: &mut Parts<'_>) -> BTreeMap<String, Hidden> {
    let mut found = BTreeMap::new();
    for (name, path) in sheets(parts).unwrap_or_default() {
        let Some(sheet) = xml::part(parts, &path, MOST) else { continue };
        if !sheet.contains("hidden=") {
            continue;
        }
        let hidden = stretches(&sheet);
        if !hidden.is_empty() {
            found.insert(name, hidden);
        }
    }
    found
}

/// Name and part of every sheet.
fn sheets(parts: &mut Parts<'_>) -> Option<Vec<(String, String)>> {
    let book = xml::part(parts, "xl/workbook.xml", MOST)?;
    let relations = xml::part(parts, "xl/_rels/workbook.xml.rels", MOST)?;
    let mut targets = BTreeMap::new();
    each(&relations, "Relationship", |tag| {
        if let (Some(id), Some(target)) = (xml::attribute(tag, "Id"), xml::attribute(tag, "Target")) {
            let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, path);
        }
    });
    let mut found = Vec::new();
    each(&book, "sheet", |tag| {
        let path = xml::attribute(tag, "id").and_then(|id| targets.get(&id).cloned());
        if let (Some(name), Some(path)) = (xml::attribute(tag, "name"), path) {
            found.push((name, path));
        }
    });
    Some(found)
}

fn each(text: &str, name: &str, mut seen: impl FnMut(&BytesStart<'_>)) {
    xml::walk(text, |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && tag.local_name().as_ref() == name
        {
            seen(tag);
        }
    });
}

fn stretches(sheet: &str) -> Hidden {
    let mut hidden = Hidden::default();
    xml::walk(sheet, |event| {
        let (Event::Start(tag) | Event::Empty(tag)) = event else { return };
        let name = tag.local_name();
        let name = name.as_ref();
        if !matches!(name, "row" | "col") || !xml::attribute(tag, "hidden").is_some_and(|v| v == "1" || v == "true") {
            return;
        }
        let at = |attribute: &str| {
            let n = xml::attribute(tag, attribute)?.parse::<u32>().ok()?;
            n.checked_sub(1)
        };
        match name {
            "row" => at("r").into_iter().for_each(|row| hidden.row(row)),
            _ => at("min")
                .zip(at("max"))
                .into_iter()
                .for_each(|(first, last)| hidden.columns(first, last)),
        }
    });
    hidden
}
