//! `.doc` and `.wps`.

use lx_domain::DocumentKind;
use undoc::model::{Block, Paragraph, Table};

use super::{Content, Note, Piece, Unread, kind, meta, plain::sign_of, revised::marks};
use crate::grid::{Cell, Grid, GridPlace};

/// Reads a document of Word 97–2003 or WPS.
pub(crate) fn read(bytes: &[u8]) -> Option<Content> {
    let document = match undoc::parse_bytes(bytes) {
        Ok(document) => document,
        Err(undoc::Error::Encrypted) => return Some(Content::unreadable(DocumentKind::Doc, Unread::Password)),
        Err(_) => return None,
    };
    let mut content = Content::of(DocumentKind::Doc);
    let (mut paragraphs, mut tables) = (0_u32, 0_u32);
    for block in document.sections.iter().flat_map(|s| &s.content) {
        match block {
            Block::Paragraph(paragraph) => {
                let text = plain(paragraph);
                if !text.trim().is_empty() {
                    paragraphs += 1;
                    let heading = paragraph.heading.is_heading().then(|| paragraph.heading.level());
                    content.paragraph(format!("第{paragraphs}段"), text, heading);
                }
            }
            Block::Table(table) => {
                tables += 1;
                content.pieces.push(Piece::Grid(grid(table, tables)));
            }
            _ => {}
        }
    }
    let notes = [("_VBA_PROJECT", Note::Macros), ("ObjectPool", Note::Embedded)];
    content.notes.extend(
        notes
            .into_iter()
            .filter(|(stream, _)| kind::has_stream(bytes, stream))
            .map(|(_, note)| note),
    );
    let marks = marks(bytes);
    let marked = [
        (marks.tracked, Note::Tracked(String::new())),
        (marks.hidden, Note::Hidden(String::new())),
    ];
    content
        .notes
        .extend(marked.into_iter().filter(|(there, _)| *there).map(|(_, note)| note));
    let named = [document.metadata.author, document.metadata.last_modified_by];
    content.authors = meta::persons(named.into_iter().flatten().collect());
    Some(content)
}

/// What a paragraph says; what is struck out, nobody says.
fn plain(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    for run in paragraph.runs.iter().filter(|run| !run.style.strikethrough) {
        text.extend(run.text.chars().map(sign_of));
        if run.line_break {
            text.push('\n');
        }
    }
    text
}

fn grid(table: &Table, number: u32) -> Grid {
    let columns = table.cell_columns();
    let mut cells = Vec::new();
    for ((row, line), starts) in (0_u32..).zip(&table.rows).zip(&columns) {
        for (cell, col) in line.cells.iter().zip(starts) {
            let Ok(col) = u32::try_from(*col) else { continue };
            let text: Vec<String> = cell.content.iter().map(plain).filter(|t| !t.trim().is_empty()).collect();
            let (rows, cols) = (cell.row_span.max(1), cell.col_span.max(1));
            cells.push(Cell {
                row,
                col,
                rows,
                cols,
                text: text.join("\n"),
                uncalculated: false,
            });
        }
    }
    Grid::new(GridPlace::Table(number), cells)
}
