//! The rows below the headings.

use std::collections::BTreeMap;

use lx_domain::{ApplicationNumber, Finding, Source};
use unicode_normalization::UnicodeNormalization;

use super::{
    MOST_ROWS, Roster, RosterField, RosterRow, RosterValue,
    columns::{Headings, meaning},
};
use crate::{
    fields::{split_names, titles_agree},
    grid::Grid,
    remark::{info, warning},
};

/// Reads the rows into the roster and says what is odd about them.
pub(super) fn fill(roster: &mut Roster, grid: &Grid, headings: &Headings) {
    let mut blank: Vec<u32> = Vec::new();
    let mut skipped: Vec<u32> = Vec::new();
    let mut gap: Vec<u32> = Vec::new();
    for line in headings.body..=grid.last_row() {
        if roster.rows.len() > MOST_ROWS {
            return;
        }
        let values = values(&roster.name, grid, headings, line);
        if values.is_empty() {
            gap.push(line.saturating_add(1));
            continue;
        }
        if !is_application(&values) {
            skipped.push(line.saturating_add(1));
            continue;
        }
        // Blank rows at the end are no matter, those between rows may hide that something was deleted.
        blank.append(&mut gap);
        if continues(grid, headings, line)
            && let Some(above) = roster.rows.last_mut()
        {
            join(above, values);
            continue;
        }
        let row = RosterRow {
            row: line.saturating_add(1),
            number: number(&values),
            values,
        };
        roster.rows.push(row);
    }
    let mut said = odd_rows(&roster.name, grid, &blank, &skipped);
    said.extend(numbers(roster));
    said.extend(duplicates(roster));
    roster.findings.append(&mut said);
}

fn values(name: &str, grid: &Grid, headings: &Headings, line: u32) -> Vec<RosterValue> {
    let mut found = Vec::new();
    for known in &headings.known {
        let Some(cell) = grid.at(line, known.col).filter(|c| c.row >= headings.body) else {
            continue;
        };
        let value = known.with_unit(crate::fields::clean(&cell.text));
        if !value.is_empty() {
            found.push(RosterValue {
                field: known.field,
                value,
                source: Source {
                    document: name.to_owned(),
                    place: grid.place(cell.row, cell.col),
                },
            });
        }
    }
    found
}

/// Whether a row is one of an application and no sum, note, section or repeated heading.
fn is_application(values: &[RosterValue]) -> bool {
    let first = values.first().map(|v| v.value.as_str()).unwrap_or_default();
    let note = ["合计", "总计", "小计", "共计", "注:", "注：", "备注", "说明", "填表", "制表"]
        .iter()
        .any(|w| first.starts_with(w));
    let headings = values.iter().filter(|v| meaning(&v.value) == Some(v.field)).count();
    let telling = |v: &RosterValue| match v.field {
        RosterField::Number => is_number(&v.value),
        RosterField::Title | RosterField::Lead => true,
        _ => false,
    };
    // A section heading over all columns reads the same in each of them.
    let one_cell = values.len() > 1
        && values
            .iter()
            .all(|v| v.source == values.first().map_or(v.source.clone(), |f| f.source.clone()));
    let lonely = values.len() == 1 && !values.iter().any(|v| v.field == RosterField::Number && is_number(&v.value));
    !note && !one_cell && !lonely && headings < 2 && values.iter().any(telling)
}

/// Whether the number (or the title) of a row is the very cell of the row above.
fn continues(grid: &Grid, headings: &Headings, line: u32) -> bool {
    let telling = [RosterField::Number, RosterField::Title];
    let column = telling.iter().find_map(|t| headings.known.iter().find(|k| k.field == *t));
    column.is_some_and(|k| grid.at(line, k.col).is_some_and(|c| c.row < line && c.row >= headings.body))
}

/// Adds what a further row of one application says.
fn join(above: &mut RosterRow, values: Vec<RosterValue>) {
    for value in values {
        match above.values.iter_mut().find(|v| v.field == value.field) {
            None => above.values.push(value),
            Some(known) if known.source != value.source && !split_names(&known.value).contains(&value.value) => {
                known.value = format!("{}、{}", known.value, value.value);
            }
            Some(_) => {}
        }
    }
}

fn is_number(text: &str) -> bool {
    parsed(text).is_some()
}

fn parsed(text: &str) -> Option<ApplicationNumber> {
    let text: String = text.nfkc().filter(|c| !c.is_whitespace()).collect::<String>().to_uppercase();
    // A plain 7 counts rows and names nothing.
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.parse().ok().filter(|_| digits >= 3)
}

fn number(values: &[RosterValue]) -> Option<ApplicationNumber> {
    values
        .iter()
        .find(|v| v.field == RosterField::Number)
        .and_then(|v| parsed(&v.value))
}

fn odd_rows(name: &str, grid: &Grid, blank: &[u32], skipped: &[u32]) -> Vec<Finding> {
    let list = |rows: &[u32]| rows.iter().take(50).map(u32::to_string).collect::<Vec<_>>().join("、");
    let mut found = Vec::new();
    for (code, rows) in [("roster_blank_rows", blank), ("roster_rows_skipped", skipped)] {
        if !rows.is_empty() {
            let said = info(code).arg("document", name).arg("rows", list(rows));
            let places = rows.iter().take(8).map(|r| grid.place(r.saturating_sub(1), 0));
            found.push(places.fold(said, |said, p| said.at(name, &p)).done());
        }
    }
    found
}

/// Rows without a number, or with something else in its place.
fn numbers(roster: &Roster) -> Vec<Finding> {
    if roster.columns.iter().all(|c| c.field != RosterField::Number) {
        return Vec::new();
    }
    let without = roster.rows.iter().filter(|r| r.number.is_none());
    let said = without.map(|row| {
        let value = row.get(RosterField::Number);
        let said = warning(if value.is_some() {
            "roster_number_invalid"
        } else {
            "roster_number_absent"
        })
        .arg("row", row.row)
        .arg("value", value.map(|v| v.value.clone()).unwrap_or_default());
        let said = said.arg("title", row.get(RosterField::Title).map(|v| v.value.clone()).unwrap_or_default());
        let at = value.or_else(|| row.values.first());
        at.into_iter().fold(said, |said, v| said.from(&v.source)).done()
    });
    said.collect()
}

/// Rows of one number, and rows of one title under different numbers.
fn duplicates(roster: &Roster) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut by_number: BTreeMap<&ApplicationNumber, &RosterRow> = BTreeMap::new();
    for row in &roster.rows {
        let Some(number) = &row.number else { continue };
        match by_number.get(number) {
            Some(first) => found.push(twice("roster_duplicate_number", number.as_str(), first, row, RosterField::Number)),
            None => {
                by_number.insert(number, row);
            }
        }
    }
    let mut titles: Vec<(&str, &RosterRow)> = Vec::new();
    for row in &roster.rows {
        let Some(title) = row.get(RosterField::Title) else { continue };
        match titles.iter().find(|(t, _)| titles_agree(t, &title.value)) {
            Some((_, first)) if first.number != row.number || row.number.is_none() => {
                found.push(twice("roster_duplicate_title", &title.value, first, row, RosterField::Title));
            }
            Some(_) => {}
            None => titles.push((&title.value, row)),
        }
    }
    found
}

fn twice(code: &str, value: &str, first: &RosterRow, second: &RosterRow, field: RosterField) -> Finding {
    let said = warning(code).arg("value", value).arg("first", first.row).arg("second", second.row);
    let places = [first.get(field), second.get(field)];
    places.into_iter().flatten().fold(said, |said, v| said.from(&v.source)).done()
}
