//! A document among the others of its package.

use lx_domain::{Digest, ItemId, Profile};

use crate::{
    archive::unpack::Stored,
    classify,
    read::{self, Content, Piece},
    sink::TextBlock,
};

/// Bytes of text of one document that are searched.
const DOCUMENT_TEXT: usize = 600_000;
/// Bytes of text of one package that are searched.
pub(crate) const PACKAGE_TEXT: usize = 12_000_000;

/// A document with what it says and what it answers.
pub(crate) struct Paper<'t> {
    pub(crate) path: &'t str,
    pub(crate) digest: Digest,
    pub(crate) bytes: u64,
    /// Absent where nobody read it.
    pub(crate) content: Option<&'t Content>,
    pub(crate) item: Option<ItemId>,
    /// What is searched for fields and contradictions: all it says, or the beginning of a very long text.
    pub(crate) pieces: &'t [Piece],
    /// The same with places.
    pub(crate) blocks: Vec<TextBlock>,
    /// The same without white space.
    pub(crate) text: String,
    /// Whether the text was too long to be searched as a whole.
    pub(crate) cut: bool,
}

impl<'t> Paper<'t> {
    /// A paper of a stored document; `room` is what is left of [`PACKAGE_TEXT`].
    pub(crate) fn new(stored: &'t Stored, content: Option<&'t Content>, profile: &Profile, room: &mut usize) -> Self {
        let all: &[Piece] = content.map(|c| c.pieces.as_slice()).unwrap_or_default();
        let mut left = DOCUMENT_TEXT.min(*room);
        let fit = all.iter().take_while(|piece| {
            let size = piece.size();
            let fits = size <= left;
            left = left.saturating_sub(size);
            fits
        });
        let pieces = all.get(..fit.count()).unwrap_or(all);
        let blocks = read::blocks(pieces);
        let text = read::squeezed(&blocks);
        *room = room.saturating_sub(text.len());
        let item = classify::item_of(&stored.path, content, profile);
        let cut = pieces.len() < all.len();
        Self {
            path: &stored.path,
            digest: stored.digest,
            bytes: stored.bytes,
            content,
            item,
            pieces,
            blocks,
            text,
            cut,
        }
    }
}
