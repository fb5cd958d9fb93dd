//! `.pdf`: text page by page; without any, a scan.

use lx_domain::DocumentKind;
use pdf_oxide::{PdfDocument, object::Object};

use super::{Content, Note, Unread, meta};

/// Pages whose text is read.
const MOST_PAGES: usize = 2000;

/// Reads a PDF.
pub(crate) fn read(bytes: &[u8]) -> Option<Content> {
    let document = PdfDocument::from_bytes(bytes.to_vec()).ok()?;
    let mut content = Content::of(DocumentKind::Pdf);
    let locked = document.is_encrypted() && !document.authenticate(b"").unwrap_or(false);
    if locked {
        return Some(Content::unreadable(DocumentKind::Pdf, Unread::Password));
    }
    let count = document.page_count().ok()?;
    content.pages = u32::try_from(count).ok();
    for page in 0..count.min(MOST_PAGES) {
        let text = document.extract_text(page).unwrap_or_default();
        content.paragraph(format!("第{}页", page + 1), super::plain::hanzi(&text), None);
    }
    let said: usize = content
        .blocks()
        .iter()
        .map(|b| b.text.chars().filter(|c| c.is_alphanumeric()).count())
        .sum();
    if said < 4 {
        content.kind = DocumentKind::PdfScan;
        content.pieces.clear();
    }
    // Only what stands in the open: parts behind compression say nothing to a search for bytes.
    let has = |word: &[u8]| bytes.windows(word.len()).any(|w| w == word);
    if has(b"/EmbeddedFile") {
        content.notes.push(Note::Embedded);
    }
    if has(b"/JavaScript") {
        content.notes.push(Note::Macros);
    }
    content.authors = author(&document).map(|a| meta::persons(vec![a])).unwrap_or_default();
    Some(content)
}

fn author(document: &PdfDocument) -> Option<String> {
    let trailer = document.trailer().as_dict()?;
    let info = document.resolve_object(trailer.get("Info")?).ok()?;
    let Object::String(bytes) = document.resolve_object(info.as_dict()?.get("Author")?).ok()? else {
        return None;
    };
    if let Some(utf16) = bytes.strip_prefix(b"\xFE\xFF") {
        return Some(encoding_rs::UTF_16BE.decode_without_bom_handling(utf16).0.into_owned());
    }
    Some(super::plain::decode(&bytes))
}
