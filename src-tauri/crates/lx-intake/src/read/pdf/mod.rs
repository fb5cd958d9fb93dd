//! `.pdf`: text page by page, ruled tables cell by cell; without any text, a scan.

mod columns;
mod drawing;
mod frames;
mod lattice;
mod layer;
mod lines;
mod page;
mod rules;
mod struck;
mod tables;

use lx_domain::DocumentKind;
use pdf_oxide::{PdfDocument, object::Object};

use self::layer::{Layer, layer};
use super::{Content, Note, Unread, meta};

/// Pages whose text is read.
const MOST_PAGES: usize = 2000;
/// Bytes behind the end of a PDF in which its mark is looked for.
const MOST_BEHIND: usize = 4096;

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
    let mut pages = tables::Pages::default();
    for (page, number) in (0..count.min(MOST_PAGES)).zip(1..) {
        match pages.has_room().then(|| page::parts(&document, page)).flatten() {
            Some(parts) => pages.parts(number, parts),
            None => {
                let text = super::plain::hanzi(&document.extract_text(page).unwrap_or_default());
                match (pages.has_room() && columns::may_ask(&text))
                    .then(|| page::columns(&document, page))
                    .flatten()
                {
                    Some(parts) => pages.parts(number, parts),
                    None => pages.text(number, text),
                }
            }
        }
        let place = format!("第{number}页");
        content.notes.extend(match layer(&document, page) {
            Layer::Printed => None,
            Layer::Recognised => Some(Note::Recognised(place)),
            Layer::Unseen => Some(Note::Unseen(place)),
        });
    }
    content.pieces = pages.finish();
    if count > MOST_PAGES {
        content.notes.extend(u32::try_from(MOST_PAGES).ok().map(Note::ReadTo));
    }
    let said: usize = content
        .blocks()
        .iter()
        .map(|b| b.text.chars().filter(|c| c.is_alphanumeric()).count())
        .sum();
    // A file that was cut off has lost what it shows: nobody knows whether that was a scan.
    if said < 4 && !has_end(bytes) {
        return Some(Content::unreadable(DocumentKind::Pdf, Unread::Format));
    }
    if said < 4 {
        content.kind = DocumentKind::PdfScan;
        content.pieces.clear();
        content.notes.clear();
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

/// Whether a file ends as a PDF does, if with something behind.
fn has_end(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"%%EOF";
    let tail = bytes.get(bytes.len().saturating_sub(MOST_BEHIND)..).unwrap_or(bytes);
    tail.windows(MARK.len()).any(|w| w == MARK)
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
