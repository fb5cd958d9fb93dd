//! A document as plain blocks, to be shown beside the score form.

use lx_domain::DocumentKind;
use serde::{Deserialize, Serialize};

/// A piece of a shown document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// A heading; level 1 is the highest.
    Heading {
        /// 1 …
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
    let _ = (kind, bytes);
    todo!()
}
