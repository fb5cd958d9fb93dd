//! `.xlsx`, `.xls`, `.et`: sheets through calamine, cell by cell so that a far-away cell costs nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{Cursor, Read, Seek},
};

use calamine::{Data, Dimensions, ExcelDateTime, Reader, Sheet, SheetVisible, Style, Xls, Xlsx};
use lx_domain::DocumentKind;

use super::{
    Content, Note, Piece,
    biff::{self, Looks},
    formats::{Shown, shows_otherwise},
    hidden, meta, xml,
};
use crate::grid::{Cell, Grid, GridPlace};

/// Cells of one sheet that are read.
const MOST_CELLS: usize = 200_000;
/// Hidden cells of one sheet that are named.
const MOST_HIDDEN: usize = 200;
/// Whole numbers from here on have lost digits as numbers.
const ROUNDED_FROM: f64 = 1e15;

/// Reads a workbook.
pub(crate) fn read(bytes: &[u8], kind: DocumentKind) -> Option<Content> {
    match kind {
        DocumentKind::Xls => read_xls(bytes),
        _ => read_xlsx(bytes),
    }
}

/// One sheet's cells before merging.
struct Raw {
    name: String,
    cells: Vec<(u32, u32, Value)>,
    merged: Vec<Dimensions>,
}

enum Value {
    Text(String),
    Number(String),
    Uncalculated,
    Rounded(String),
}

fn read_xlsx(bytes: &[u8]) -> Option<Content> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).ok()?;
    let mut content = Content::of(DocumentKind::Xlsx);
    content.notes.extend(unseen(book.sheets_metadata()));
    let hidden = xml::parts(bytes).map(|mut parts| hidden::of_xlsx(&mut parts)).unwrap_or_default();
    for name in book.sheet_names() {
        let mut cells: Vec<(u32, u32, Value)> = Vec::new();
        {
            let Ok(mut reader) = book.worksheet_cells_reader(&name) else {
                continue;
            };
            while let Ok(Some(cell)) = reader.next_cell_with_formula() {
                let (row, col) = cell.pos;
                let formula = cell.formula.is_some();
                if let Some(value) = value_of(&Data::from(cell.value), formula) {
                    cells.push((row, col, value));
                }
                if cells.len() >= MOST_CELLS {
                    break;
                }
            }
        }
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let looks = Looks {
            hidden: hidden.get(&name).cloned().unwrap_or_default(),
            shown: shown(&mut book, &name),
        };
        add(&mut content, Raw { name, cells, merged }, &looks);
    }
    if let Some(mut parts) = xml::parts(bytes) {
        content.authors = xml::part(&mut parts, "docProps/core.xml", 1 << 20)
            .map(|c| meta::authors(&c))
            .unwrap_or_default();
        let names: Vec<String> = parts.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
        if names.iter().any(|n| n.ends_with("vbaProject.bin")) {
            content.notes.push(Note::Macros);
        }
        let starts = |prefix: &str| names.iter().any(|n| n.starts_with(prefix));
        if starts("xl/embeddings/") || starts("xl/activeX/") {
            content.notes.push(Note::Embedded);
        }
        if starts("xl/revisions/") {
            content.notes.push(Note::Tracked(String::new()));
        }
        if starts("xl/comments") || starts("xl/threadedComments/") {
            content.notes.push(Note::Comments);
        }
    }
    Some(content)
}

fn read_xls(bytes: &[u8]) -> Option<Content> {
    let mut book: Xls<_> = Xls::new(Cursor::new(bytes)).ok()?;
    let mut content = Content::of(DocumentKind::Xls);
    content.notes.extend(unseen(book.sheets_metadata()));
    let looks = biff::of_xls(bytes);
    for (number, name) in book.sheet_names().into_iter().enumerate() {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let (first_row, first_col) = range.start().unwrap_or_default();
        let mut cells = Vec::new();
        for (row, col, data) in range.used_cells().take(MOST_CELLS) {
            let (Ok(row), Ok(col)) = (u32::try_from(row), u32::try_from(col)) else {
                continue;
            };
            if let Some(value) = value_of(data, false) {
                cells.push((first_row.saturating_add(row), first_col.saturating_add(col), value));
            }
        }
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let looks = looks.get(number).cloned().unwrap_or_default();
        add(&mut content, Raw { name, cells, merged }, &looks);
    }
    if matches!(book.vba_project(), Ok(Some(_))) {
        content.notes.push(Note::Macros);
    }
    Some(content)
}

/// How the cells of a sheet are shown, where their style says anything of their value.
fn shown<R: Read + Seek>(book: &mut Xlsx<R>, name: &str) -> BTreeMap<(u32, u32), Shown> {
    let mut found = BTreeMap::new();
    let Ok(mut reader) = book.worksheet_cells_reader(name) else {
        return found;
    };
    let telling = |style: &Style| Shown {
        struck: style.font.as_ref().is_some_and(|f| f.strikethrough),
        otherwise: style.number_format.as_ref().is_some_and(|f| shows_otherwise(&f.format_code)),
    };
    let styles: Vec<Shown> = reader.styles().iter().map(telling).collect();
    if styles.iter().all(|s| *s == Shown::default()) {
        return found;
    }
    while let Ok(Some((row, col, style))) = reader.next_style_id() {
        if let Some(shown) = styles.get(style).filter(|s| **s != Shown::default()) {
            found.insert((row, col), *shown);
        }
        if found.len() >= MOST_CELLS {
            break;
        }
    }
    found
}

/// Sheets that nobody sees.
fn unseen(sheets: &[Sheet]) -> Vec<Note> {
    let unseen = sheets.iter().filter(|s| s.visible != SheetVisible::Visible);
    unseen.map(|s| Note::Hidden(s.name.clone())).collect()
}

fn add(content: &mut Content, raw: Raw, looks: &Looks) {
    let mut notes = Vec::new();
    let mut doubtful = BTreeSet::new();
    let shown = |row: u32, col: u32| looks.shown.get(&(row, col)).copied().unwrap_or_default();
    let merged: BTreeMap<(u32, u32), (u32, u32)> = raw.merged.iter().map(|m| (m.start, m.end)).collect();
    let cells = raw
        .cells
        .into_iter()
        // What is struck out, nobody says.
        .filter(|(row, col, _)| !shown(*row, *col).struck)
        .map(|(row, col, value)| {
            let (rows, cols) = merged.get(&(row, col)).map_or((1, 1), |(last_row, last_col)| {
                (
                    last_row.saturating_sub(row).saturating_add(1),
                    last_col.saturating_sub(col).saturating_add(1),
                )
            });
            let uncalculated = matches!(value, Value::Uncalculated);
            let text = match value {
                Value::Text(text) => text,
                Value::Number(text) => {
                    // What the reader of the sheet sees is not what stands in the cell.
                    if shown(row, col).otherwise {
                        doubtful.insert((row, col));
                    }
                    text
                }
                Value::Uncalculated => {
                    notes.push((row, col, true));
                    String::new()
                }
                Value::Rounded(text) => {
                    notes.push((row, col, false));
                    text
                }
            };
            Cell {
                row,
                col,
                rows,
                cols,
                text,
                uncalculated,
            }
        })
        .collect();
    let grid = Grid::new(GridPlace::Sheet(raw.name), cells).doubted(doubtful);
    let covered = grid.cells().filter(|c| !c.text.is_empty() && looks.hidden.covers(c.row, c.col));
    content
        .notes
        .extend(covered.take(MOST_HIDDEN).map(|c| Note::Hidden(grid.place(c.row, c.col))));
    for (row, col, uncalculated) in notes.into_iter().take(50) {
        let place = grid.place(row, col);
        content.notes.push(if uncalculated {
            Note::Uncalculated(place)
        } else {
            Note::Rounded(place)
        });
    }
    content.pieces.push(Piece::Grid(grid));
}

fn value_of(data: &Data, formula: bool) -> Option<Value> {
    let text = match data {
        Data::Int(n) => n.to_string(),
        Data::Float(f) if f.fract() == 0.0 && f.abs() >= ROUNDED_FROM => return Some(Value::Rounded(format!("{f:.0}"))),
        Data::Float(f) => significant(*f),
        Data::String(s) => s.trim().to_owned(),
        Data::Bool(b) => if *b { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(at) => date(at),
        Data::DateTimeIso(s) | Data::DurationIso(s) => s.clone(),
        Data::Error(e) => e.to_string(),
        Data::Empty => String::new(),
    };
    let counted = matches!(data, Data::Int(_) | Data::Float(_) | Data::DateTime(_));
    match (text.is_empty(), formula) {
        (false, _) if counted => Some(Value::Number(text)),
        (false, _) => Some(Value::Text(text)),
        (true, true) => Some(Value::Uncalculated),
        (true, false) => None,
    }
}

/// A number with the 15 digits that a sheet shows at most: what follows is the noise of reckoning.
fn significant(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse::<f64>();
    rounded.unwrap_or(number).to_string()
}

fn date(at: &ExcelDateTime) -> String {
    if at.is_duration() {
        return at.to_string();
    }
    let (year, month, day, hour, minute, _, _) = at.to_ymd_hms_milli();
    if (hour, minute) == (0, 0) {
        format!("{year}年{month}月{day}日")
    } else {
        format!("{year}年{month}月{day}日 {hour}:{minute:02}")
    }
}
