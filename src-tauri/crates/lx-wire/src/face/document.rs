//! A document as a face shows it.

use lx_domain::DocumentKind as Kind;
use lx_intake::Block;
use lx_steps::{Desk, StepError, searching};

use super::{digest, word};
use crate::{
    Fault,
    screening::{BlockView, DocumentView},
    text::Texts,
};

/// A document as text; PDFs and pictures are fetched as bytes.
///
/// # Errors
/// [`Fault`] for an unknown document, or one that is not open to this person.
pub fn document(desk: &Desk, texts: &Texts, of: &str) -> Result<DocumentView, Fault> {
    let wanted = digest(of)?;
    let (_, found) = searching::find_document(desk, &wanted)?;
    let mut made = DocumentView {
        digest: of.to_owned(),
        path: found.path.clone(),
        kind: word(&found.kind),
        show: "none".to_owned(),
        blocks: Vec::new(),
        note: String::new(),
    };
    match found.kind {
        Kind::Pdf | Kind::PdfScan => made.show = "pdf".to_owned(),
        Kind::Picture => {
            made.show = "picture".to_owned();
            if let Some(pages) = found.pages.filter(|pages| *pages > 1) {
                made.note = texts.say("note-first-page", [("pages", pages.to_string())]);
            }
        }
        Kind::Archive | Kind::Unknown => made.note = texts.word("note-cannot-show"),
        _ => match searching::document_view(desk, &wanted) {
            Ok((_, shown)) => {
                made.show = "blocks".to_owned();
                made.blocks = shown.blocks.into_iter().map(block).collect();
                if shown.cut {
                    made.note = texts.word("note-cut");
                }
            }
            Err(StepError::View(_)) => made.note = texts.word("note-cannot-show"),
            Err(error) => return Err(error.into()),
        },
    }
    Ok(made)
}

fn block(b: Block) -> BlockView {
    match b {
        Block::Heading { level, text, place } => BlockView::Heading { level, text, place },
        Block::Paragraph { text, place } => BlockView::Paragraph { text, place },
        Block::Table { place, rows } => BlockView::Table {
            name: String::new(),
            place,
            rows,
        },
        Block::Sheet { name, rows } => BlockView::Table {
            place: name.clone(),
            name,
            rows,
        },
    }
}
