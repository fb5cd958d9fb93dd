//! A document as plain blocks, to be shown beside the score form.

use lx_domain::DocumentKind;
use serde::{Deserialize, Serialize};

use crate::{
    grid::GridPlace,
    limits::Limits,
    read::{Paragraph, Piece, apart::Reader, picture::is_tiff},
};

/// Blocks that are shown of a document.
const MOST_BLOCKS: usize = 20_000;
/// Rows and columns that are shown of a sheet.
const MOST_ROWS: u32 = 2_000;
const MOST_COLS: u32 = 64;

/// A piece of a shown document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A heading; level 0 is the title of the document.
    Heading {
        /// 0 for a title, 1 … for headings.
        level: u8,
        /// Its words.
        text: String,
        /// `第2段`, as findings name it.
        place: String,
    },
    /// A paragraph.
    Paragraph {
        /// Its words.
        text: String,
        /// `第2段`, as findings name it.
        place: String,
    },
    /// A table of a text document.
    Table {
        /// `表1`, as findings name it.
        place: String,
        /// Cells of a row; a cell that is covered by a merged one is empty.
        rows: Vec<Vec<String>>,
    },
    /// A sheet of a workbook.
    Sheet {
        /// Its name.
        name: String,
        /// Cells from A1.
        rows: Vec<Vec<String>>,
    },
}

/// What can be shown of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentView {
    /// In reading order.
    pub blocks: Vec<Block>,
    /// Whether something is left out because there is too much of it.
    pub cut: bool,
}

/// Why a document can't be shown as blocks.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ViewError {
    /// Pages and pictures are shown by the face itself.
    #[error("documents of kind {0:?} are not shown as blocks")]
    NotBlocks(DocumentKind),
    /// It can't be read.
    #[error("the document cannot be read: {0}")]
    Unreadable(String),
}

/// The blocks of a document that the desk keeps.
///
/// # Errors
/// [`ViewError`], in which case the face offers the document as it is.
pub fn view(kind: DocumentKind, bytes: &[u8]) -> Result<DocumentView, ViewError> {
    if matches!(
        kind,
        DocumentKind::Pdf | DocumentKind::PdfScan | DocumentKind::Picture | DocumentKind::Archive | DocumentKind::Unknown
    ) {
        return Err(ViewError::NotBlocks(kind));
    }
    let content = Reader::new(&Limits::default()).read(bytes.to_vec(), String::new());
    if matches!(content.kind, DocumentKind::Unknown | DocumentKind::Archive) {
        return Err(ViewError::Unreadable("format".to_owned()));
    }
    if let Some(why) = content.unread() {
        return Err(ViewError::Unreadable(why.name().to_owned()));
    }
    let mut shown = DocumentView {
        blocks: Vec::new(),
        cut: content.pieces.len() > MOST_BLOCKS,
    };
    for piece in content.pieces.into_iter().take(MOST_BLOCKS) {
        shown.blocks.push(match piece {
            Piece::Paragraph(Paragraph {
                place,
                text,
                heading: Some(level),
            }) => Block::Heading { level, text, place },
            Piece::Paragraph(Paragraph {
                place,
                text,
                heading: None,
            }) => Block::Paragraph { text, place },
            Piece::Grid(grid) => {
                let (rows, cut) = grid.rows(MOST_ROWS, MOST_COLS);
                shown.cut |= cut;
                match grid.of {
                    GridPlace::Sheet(name) => Block::Sheet { name, rows },
                    GridPlace::Table(table) | GridPlace::Pages { table, .. } => Block::Table {
                        place: format!("表{table}"),
                        rows,
                    },
                }
            }
        });
    }
    Ok(shown)
}

/// A picture that no face shows, as PNG: the first page of a TIFF. Nothing for every other document.
///
/// # Errors
/// [`ViewError::Unreadable`] where it is damaged, too big, or of a kind of TIFF that cannot be drawn.
pub fn drawn(bytes: &[u8]) -> Result<Option<Vec<u8>>, ViewError> {
    if !is_tiff(bytes) {
        return Ok(None);
    }
    let page = Reader::new(&Limits::default()).draw(bytes.to_vec());
    page.map(Some).map_err(|why| ViewError::Unreadable(why.name().to_owned()))
}
