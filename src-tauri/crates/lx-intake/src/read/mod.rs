//! What documents say: every format becomes paragraphs and grids.

pub(crate) mod apart;
pub(crate) mod biff;
pub(crate) mod doc;
pub(crate) mod docx;
pub(crate) mod formats;
pub(crate) mod guard;
pub(crate) mod hidden;
pub(crate) mod html;
pub(crate) mod kind;
pub(crate) mod meta;
pub(crate) mod ods;
pub(crate) mod ofd;
pub(crate) mod pdf;
pub(crate) mod pdf_size;
pub(crate) mod picture;
pub(crate) mod plain;
pub(crate) mod pool;
mod revised;
pub(crate) mod serve;
pub(crate) mod sheet;
pub(crate) mod unshown;
pub(crate) mod xml;

use lx_domain::DocumentKind;
use serde::{Deserialize, Serialize};

use crate::{
    grid::Grid,
    limits::Limits,
    magic::{self, Magic},
    sink::TextBlock,
};

/// A paragraph, or a page of a format without paragraphs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Paragraph {
    /// `第2段`, `第4页`.
    pub(crate) place: String,
    pub(crate) text: String,
    /// 0 for a title, 1 … for headings.
    pub(crate) heading: Option<u8>,
}

/// A piece of a document, in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Piece {
    Paragraph(Paragraph),
    Grid(Grid),
}

/// Why a reader gave up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Unread {
    /// Damaged, or of no kind that is read.
    Format,
    /// It took too long.
    Time,
    /// The reader crashed.
    Crash,
    /// The reader needed more memory than one may take.
    Memory,
    /// Unpacked, it is too big.
    Size,
    /// It is behind a password.
    Password,
}

impl Unread {
    /// Its name in the catalogue.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Time => "time",
            Self::Crash => "crash",
            Self::Memory => "memory",
            Self::Size => "size",
            Self::Password => "password",
        }
    }
}

/// Something noticed while reading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) enum Note {
    /// The reader gave up.
    Unreadable(Unread),
    /// It breaks off: what stands behind the fault was not read.
    Broken,
    /// A formula whose value was never calculated, at this place.
    Uncalculated(String),
    /// A long number stored as a number at this place: its last digits are lost.
    Rounded(String),
    /// Tracked changes at this place; empty for somewhere in the document.
    Tracked(String),
    /// Hidden text, rows or sheets at this place; empty for somewhere in the document.
    Hidden(String),
    /// Text that software read off the picture of this page.
    Recognised(String),
    /// Text on this page that is drawn so that nobody sees it.
    Unseen(String),
    /// Comments.
    Comments,
    /// Macros.
    Macros,
    /// It is a program, whatever its name says.
    Program,
    /// Only so many of its pages were read.
    ReadTo(u32),
    /// Embedded objects.
    Embedded,
}

/// What a document says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Content {
    pub(crate) kind: DocumentKind,
    pub(crate) pages: Option<u32>,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) authors: Vec<String>,
    pub(crate) notes: Vec<Note>,
}

impl Content {
    pub(crate) fn of(kind: DocumentKind) -> Self {
        Self {
            kind,
            pages: None,
            pieces: Vec::new(),
            authors: Vec::new(),
            notes: Vec::new(),
        }
    }

    /// A document that could not be read.
    pub(crate) fn unreadable(kind: DocumentKind, why: Unread) -> Self {
        Self {
            notes: vec![Note::Unreadable(why)],
            ..Self::of(kind)
        }
    }

    /// Why it could not be read, where that is so.
    pub(crate) fn unread(&self) -> Option<Unread> {
        self.notes.iter().find_map(|note| match note {
            Note::Unreadable(why) => Some(*why),
            _ => None,
        })
    }

    /// Whether its reader was left behind at work.
    pub(crate) fn hung(&self) -> bool {
        self.unread() == Some(Unread::Time)
    }

    /// Its text with the places, for search.
    pub(crate) fn blocks(&self) -> Vec<TextBlock> {
        blocks(&self.pieces)
    }

    /// Adds a paragraph unless it is blank.
    pub(crate) fn paragraph(&mut self, place: String, text: String, heading: Option<u8>) {
        if !text.trim().is_empty() {
            self.pieces.push(Piece::Paragraph(Paragraph { place, text, heading }));
        }
    }
}

impl Piece {
    /// The grid, where it is one.
    pub(crate) fn grid(&self) -> Option<&Grid> {
        match self {
            Self::Grid(grid) => Some(grid),
            Self::Paragraph(_) => None,
        }
    }

    /// Bytes of its text, the measure of how long it takes to search.
    pub(crate) fn size(&self) -> usize {
        match self {
            Self::Paragraph(p) => p.text.len(),
            Self::Grid(grid) => grid.cells().map(|c| c.text.len() + 8).sum(),
        }
    }
}

/// The text of pieces with their places.
pub(crate) fn blocks<'p>(pieces: impl IntoIterator<Item = &'p Piece>) -> Vec<TextBlock> {
    let mut blocks = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Paragraph(p) => blocks.push(TextBlock {
                place: p.place.clone(),
                text: p.text.clone(),
            }),
            Piece::Grid(grid) => {
                for cell in grid.cells().filter(|c| !c.text.is_empty()) {
                    blocks.push(TextBlock {
                        place: grid.place(cell.row, cell.col),
                        text: cell.text.clone(),
                    });
                }
            }
        }
    }
    blocks
}

/// The text of blocks without white space, a line for each.
pub(crate) fn squeezed(blocks: &[TextBlock]) -> String {
    let mut text = String::new();
    for block in blocks {
        text.extend(block.text.chars().filter(|c| !c.is_whitespace()));
        text.push('\n');
    }
    text
}

/// Reads a document. May panic or run long on hostile bytes: only [`guard`] calls it, in a thread of its own.
pub(crate) fn read(bytes: &[u8], name: &str, limits: &Limits) -> Content {
    let kind = kind::of(bytes, name);
    let zipped = matches!(
        kind,
        DocumentKind::Docx | DocumentKind::Xlsx | DocumentKind::Ods | DocumentKind::Ofd
    );
    if zipped && !kind::parts_fit(bytes, limits) {
        return Content::unreadable(kind, Unread::Size);
    }
    if kind == DocumentKind::Pdf && !pdf_size::streams_fit(bytes, limits.entry_bytes / 4, limits.inner_archive_bytes) {
        return Content::unreadable(kind, Unread::Size);
    }
    let content = match kind {
        DocumentKind::Docx => docx::read(bytes, limits),
        DocumentKind::Xlsx | DocumentKind::Xls => sheet::read(bytes, kind),
        DocumentKind::Ods => ods::read(bytes, limits),
        DocumentKind::Doc => doc::read(bytes),
        DocumentKind::Pdf | DocumentKind::PdfScan => pdf::read(bytes),
        DocumentKind::Ofd => ofd::read(bytes, limits),
        DocumentKind::Text => Some(plain::text(bytes)),
        DocumentKind::Html => Some(html::read(bytes)),
        DocumentKind::Picture => Some(picture::read(bytes, limits)),
        DocumentKind::Unknown if magic::magic(bytes) == Magic::Program => Some(Content {
            notes: vec![Note::Program],
            ..Content::of(kind)
        }),
        DocumentKind::Archive | DocumentKind::Unknown => Some(Content::of(kind)),
    };
    content.unwrap_or_else(|| Content::unreadable(kind, Unread::Format))
}
