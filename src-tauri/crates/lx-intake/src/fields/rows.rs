//! Institutions as papers list them: in lists, in forms of one each, in lines of text.

use std::collections::BTreeMap;

use lx_domain::{FieldId, Source};

use super::{
    beside::{institution_of, value_of},
    institution::{is_institution, split_names, without_marks},
    labels::{Column, Label, label},
    lines::in_line,
    value::{clean, is_answer},
};
use crate::{grid::Grid, paper::Paper, read::Piece, voice::Voice};

/// Rows that are looked at as the head of a list.
const HEADER_TRIES: usize = 200;
/// Institutions that one application can have; lists of hundreds are of something else.
pub(super) const MOST_APPLICANTS: usize = 60;

/// Blank rows that a list may have inside.
const MOST_BLANK_ROWS: u32 = 50;

/// One institution as one place lists it.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) values: Vec<(Column, String, Source)>,
}

impl Row {
    pub(super) fn get(&self, column: Column) -> Option<(&str, &Source)> {
        self.values.iter().find(|(c, _, _)| *c == column).map(|(_, v, s)| (v.as_str(), s))
    }
}

/// The row that heads a list of institutions: a name and at least one other property side by side.
fn header_row(grid: &Grid) -> Option<u32> {
    let mut rows: BTreeMap<u32, (bool, u32)> = BTreeMap::new();
    for cell in grid.cells() {
        if let Some(Label::Column(column)) = label(&cell.text) {
            let below = grid.below(cell).is_none_or(|b| !matches!(label(&b.text), Some(Label::Column(_))));
            let entry = rows.entry(cell.row).or_default();
            if below {
                entry.0 |= column == Column::Name;
                entry.1 += 1;
            }
        }
    }
    // Two labels may stand in one row of a form with their values between them; side by side they head columns.
    rows.into_iter()
        .take(HEADER_TRIES)
        .find(|(row, (name, count))| *name && *count >= 2 && side_by_side(grid, *row))
        .map(|(row, _)| row)
}

fn side_by_side(grid: &Grid, row: u32) -> bool {
    grid.row(row).any(|cell| {
        let heads = |c: &crate::grid::Cell| matches!(label(&c.text), Some(Label::Column(_)));
        heads(cell) && grid.right_of(cell).is_some_and(heads)
    })
}

/// Every institution that any paper names under a label of its own; samples only where no paper does.
pub(super) fn rows(papers: &[Paper<'_>]) -> Vec<Row> {
    let own = rows_in(papers, Voice::Own);
    if own.is_empty() { rows_in(papers, Voice::Aside) } else { own }
}

/// Those of which something more is said: a name alone is no listing.
pub(super) fn listed(mut rows: Vec<Row>) -> Vec<Row> {
    rows.retain(|row| row.values.len() >= 2);
    rows
}

fn rows_in(papers: &[Paper<'_>], voice: Voice) -> Vec<Row> {
    let mut found = Vec::new();
    for paper in papers {
        let mut open: Option<Row> = None;
        for piece in paper.pieces_of(voice) {
            match piece {
                Piece::Grid(grid) => match header_row(grid) {
                    Some(row) => found.extend(below_head(grid, row, paper.path).0),
                    None => vertical(grid, paper.path, &mut open, &mut found),
                },
                Piece::Paragraph(p) => in_text(&p.text, paper.path, &p.place, &mut open, &mut found),
            }
        }
        found.extend(open.take());
    }
    found.retain(|row| row.get(Column::Name).is_some_and(|(name, _)| !name.is_empty()));
    found.truncate(MOST_APPLICANTS * 4);
    found
}

/// The rows of a grid that are a list of institutions, its head included.
pub(super) fn list_rows(grid: &Grid) -> Option<std::ops::Range<u32>> {
    let header = header_row(grid)?;
    Some(header..below_head(grid, header, "").1)
}

/// The institutions below a head, and the row behind the last of them.
fn below_head(grid: &Grid, header: u32, path: &str) -> (Vec<Row>, u32) {
    let columns: Vec<(u32, Column)> = grid
        .row(header)
        .filter_map(|cell| match label(&cell.text) {
            Some(Label::Column(column)) => Some((cell.col, column)),
            _ => None,
        })
        .collect();
    let first = grid.row(header).map(|c| c.rows).min().unwrap_or(1);
    let mut found = Vec::new();
    let body = header.saturating_add(first);
    let mut end = body;
    for line in body..=grid.last_row() {
        let mut row = Row::default();
        for (col, column) in &columns {
            let Some(cell) = grid.at(line, *col) else { continue };
            let value = clean(&cell.text);
            if !value.is_empty() {
                row.values.push((
                    *column,
                    value,
                    Source {
                        document: path.to_owned(),
                        place: grid.place(cell.row, cell.col),
                    },
                ));
            }
        }
        match row.get(Column::Name) {
            Some((name, _)) if plausible_name(name) && found.len() < MOST_APPLICANTS => {
                found.push(row);
                end = line.saturating_add(1);
            }
            _ if row.values.is_empty() && line.saturating_sub(end) < MOST_BLANK_ROWS => {}
            _ => break,
        }
    }
    (found, end)
}

fn plausible_name(name: &str) -> bool {
    (4..=60).contains(&name.chars().count())
        && label(name).is_none()
        && is_answer(name)
        && !name.starts_with("合计")
        && !name.starts_with('注')
        && !name.contains('：')
}

/// Forms with the label left of its value: a name opens an institution.
fn vertical(grid: &Grid, path: &str, open: &mut Option<Row>, found: &mut Vec<Row>) {
    for cell in grid.cells() {
        let Some(at) = label(&cell.text) else {
            in_text(&cell.text, path, &grid.place(cell.row, cell.col), open, found);
            continue;
        };
        let value = match at {
            Label::Field(FieldId::Lead | FieldId::Joint, _) => institution_of(grid, cell),
            _ => value_of(grid, cell),
        };
        if let Some((value, _)) = value {
            let source = Source {
                document: path.to_owned(),
                place: grid.place(value.row, value.col),
            };
            property(at, clean(&value.text), source, open, found);
        }
    }
}

/// The properties that the lines of a text state; where one of them is the only name, it is read first.
fn in_text(text: &str, path: &str, place: &str, open: &mut Option<Row>, found: &mut Vec<Row>) {
    let mut pairs: Vec<(Label, String)> = text.lines().flat_map(in_line).collect();
    let is_name = |at: &Label| *at == Label::Column(Column::Name);
    if pairs.iter().filter(|(at, _)| is_name(at)).count() == 1 {
        pairs.sort_by_key(|(at, _)| !is_name(at));
    }
    for (at, value) in pairs {
        let source = Source {
            document: path.to_owned(),
            place: place.to_owned(),
        };
        property(at, value, source, open, found);
    }
}

fn property(at: Label, value: String, source: Source, open: &mut Option<Row>, found: &mut Vec<Row>) {
    match at {
        Label::Column(Column::Name) => opens(without_marks(&value), source, open, found),
        Label::Field(FieldId::Lead | FieldId::Joint, certain) => {
            let name = without_marks(&value);
            let one = is_institution(&name) && split_names(&name).len() == 1;
            if one {
                opens(name, source, open, found);
            } else if certain {
                found.extend(open.take());
            }
        }
        Label::Column(column) => {
            if let Some(row) = open.as_mut().filter(|r| r.get(column).is_none())
                && !value.is_empty()
            {
                row.values.push((column, value, source));
            }
        }
        Label::Field(..) | Label::Other => {}
    }
}

/// What follows is about the institution of this name.
fn opens(name: String, source: Source, open: &mut Option<Row>, found: &mut Vec<Row>) {
    if open.as_ref().and_then(|row| row.get(Column::Name)).is_some_and(|(n, _)| n == name) {
        return;
    }
    found.extend(open.take());
    if plausible_name(&name) {
        *open = Some(Row {
            values: vec![(Column::Name, name, source)],
        });
    }
}
