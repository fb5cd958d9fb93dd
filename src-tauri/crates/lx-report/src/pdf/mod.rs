//! Pages as a PDF: printpdf writes text and fonts, and what it leaves undone is mended through its lopdf document.

mod content;
mod mend;
mod objects;
mod tags;

pub(crate) use mend::{Attachment, Imprint, compose};
pub(crate) use objects::{inflate, utf16_hex};
