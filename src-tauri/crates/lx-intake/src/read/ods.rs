//! `.ods`: by hand, because repeated empty cells may claim a million places.

use std::collections::BTreeSet;

use lx_domain::DocumentKind;
use quick_xml::events::{BytesStart, Event};

use super::{Content, Note, Piece, xml};
use crate::{
    grid::{Cell, Grid, GridPlace},
    limits::Limits,
};

/// A filled cell that is repeated is read so many times.
const MOST_REPEATS: u32 = 64;
/// Hidden cells of one sheet that are named.
const MOST_HIDDEN: usize = 200;

/// Reads a spreadsheet.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Option<Content> {
    let mut parts = xml::parts(bytes)?;
    let body = xml::part(&mut parts, "content.xml", limits.xml_part_bytes)?;
    let mut walker = Walker::default();
    let whole = xml::walk(&body, |event| walker.event(event));
    let mut content = Content {
        pieces: walker.pieces,
        notes: walker.unseen.into_iter().map(Note::Hidden).collect(),
        ..Content::of(DocumentKind::Ods)
    };
    content.notes.extend((!whole).then_some(Note::Broken));
    let names: Vec<String> = parts.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    let starts = |prefix: &str| names.iter().any(|n| n.starts_with(prefix) && n.len() > prefix.len());
    let found = [
        (body.contains("tracked-changes"), Note::Tracked(String::new())),
        (body.contains("<office:annotation"), Note::Comments),
        (starts("Basic/") || starts("Scripts/"), Note::Macros),
        (
            names.iter().any(|n| n.starts_with("Object ") && n.ends_with("/content.xml")),
            Note::Embedded,
        ),
    ];
    content
        .notes
        .extend(found.into_iter().filter(|(there, _)| *there).map(|(_, note)| note));
    content.authors = xml::part(&mut parts, "meta.xml", 1 << 20)
        .map(|m| super::meta::authors(&m))
        .unwrap_or_default();
    Some(content)
}

/// Whether a row or column is folded away or filtered out.
fn is_hidden(tag: &BytesStart<'_>) -> bool {
    xml::attribute(tag, "visibility").is_some_and(|v| v == "collapse" || v == "filter")
}

#[derive(Default)]
struct Walker {
    pieces: Vec<Piece>,
    sheet: String,
    cells: Vec<Cell>,
    row: u32,
    rows: u32,
    col: u32,
    cell: Option<Open>,
    in_text: bool,
    /// The style at hand, and those of sheets that are not shown.
    style: String,
    undisplayed: BTreeSet<String>,
    /// Whether the row at hand is shown, and which columns of the sheet are not, both ends included.
    row_hidden: bool,
    column: u32,
    columns_hidden: Vec<(u32, u32)>,
    /// Places nobody sees: of the sheet at hand, and as people call them.
    covered: Vec<(u32, u32)>,
    unseen: Vec<String>,
}

struct Open {
    repeat: u32,
    rows: u32,
    cols: u32,
    text: String,
    formula: bool,
}

impl Walker {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag, false),
            Event::Empty(tag) => self.start(tag, true),
            Event::Text(text) if self.in_text => self.push(text),
            Event::GeneralRef(r) if self.in_text => self.push(&xml::reference(r)),
            Event::End(tag) => self.end(tag.local_name().as_ref()),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if let Some(open) = &mut self.cell {
            open.text.push_str(text);
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) {
        let number = |name: &str| xml::attribute(tag, name).and_then(|v| v.parse::<u32>().ok()).unwrap_or(1).max(1);
        match tag.local_name().as_ref() {
            "style" => self.style = xml::attribute(tag, "name").unwrap_or_default(),
            "table-properties" if xml::attribute(tag, "display").is_some_and(|v| v == "false") => {
                self.undisplayed.insert(self.style.clone());
            }
            "table" if !empty => {
                self.sheet = xml::attribute(tag, "name").unwrap_or_default();
                (self.row, self.col, self.column) = (0, 0, 0);
                self.columns_hidden.clear();
                if xml::attribute(tag, "style-name").is_some_and(|style| self.undisplayed.contains(&style)) {
                    self.unseen.push(self.sheet.clone());
                }
            }
            "table-column" => {
                let next = self.column.saturating_add(number("number-columns-repeated"));
                if is_hidden(tag) {
                    self.columns_hidden.push((self.column, next.saturating_sub(1)));
                }
                self.column = next;
            }
            "table-row" => {
                self.row_hidden = is_hidden(tag);
                self.rows = number("number-rows-repeated");
                self.col = 0;
                if empty {
                    self.row = self.row.saturating_add(self.rows);
                }
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(Open {
                    repeat: number("number-columns-repeated"),
                    rows: number("number-rows-spanned"),
                    cols: number("number-columns-spanned"),
                    text: String::new(),
                    formula: xml::attribute(tag, "formula").is_some(),
                });
                if empty {
                    self.end_cell();
                }
            }
            "p" => {
                self.in_text = !empty;
                if self.cell.as_ref().is_some_and(|c| !c.text.is_empty()) {
                    self.push("\n");
                }
            }
            "s" => self.push(" "),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => self.in_text = false,
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.row = self.row.saturating_add(self.rows),
            "table" => {
                let grid = Grid::new(GridPlace::Sheet(std::mem::take(&mut self.sheet)), std::mem::take(&mut self.cells));
                let covered = std::mem::take(&mut self.covered);
                self.unseen.extend(covered.into_iter().map(|(row, col)| grid.place(row, col)));
                self.pieces.push(Piece::Grid(grid));
            }
            _ => {}
        }
    }

    fn end_cell(&mut self) {
        let Some(open) = self.cell.take() else { return };
        let text = open.text.trim().to_owned();
        if !text.is_empty() || open.formula {
            for n in 0..open.repeat.min(MOST_REPEATS) {
                let uncalculated = text.is_empty();
                let col = self.col.saturating_add(n);
                let hidden = self.row_hidden || self.columns_hidden.iter().any(|(first, last)| (*first..=*last).contains(&col));
                if hidden && self.covered.len() < MOST_HIDDEN {
                    self.covered.push((self.row, col));
                }
                self.cells.push(Cell {
                    row: self.row,
                    col,
                    rows: open.rows,
                    cols: open.cols,
                    text: text.clone(),
                    uncalculated,
                });
            }
        }
        self.col = self.col.saturating_add(open.repeat);
    }
}
