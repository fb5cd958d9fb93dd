//! A document among the others of its package.

use std::collections::BTreeSet;

use lx_domain::{Digest, DocumentKind, ItemId, Profile};

use crate::{
    archive::unpack::Stored,
    classify,
    grid::Grid,
    read::{self, Content, Note, Piece},
    sink::TextBlock,
    voice::{self, Voice},
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
    /// What of it the institution says for itself, with places: neither instructions nor samples nor what nobody sees.
    pub(crate) blocks: Vec<TextBlock>,
    /// All of it, without white space.
    pub(crate) text: String,
    /// Whether the text was too long to be searched as a whole.
    pub(crate) cut: bool,
    /// Places of cells that can be understood in two ways.
    in_two_ways: BTreeSet<String>,
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
        let text = read::squeezed(&read::blocks(pieces));
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
            blocks: read::blocks(pieces_of(Voice::Own, &stored.path, content, pieces)),
            text,
            cut,
            in_two_ways: pieces.iter().filter_map(Piece::grid).flat_map(Grid::doubtful).collect(),
        }
    }

    /// The pieces in which the institution speaks for itself, or those in which it does not.
    pub(crate) fn pieces_of(&self, voice: Voice) -> impl Iterator<Item = &'t Piece> {
        pieces_of(voice, self.path, self.content, self.pieces)
    }

    /// Whether what stands at a place cannot be relied on: somebody hid it, software guessed it off a picture, or a cell can be
    /// understood in two ways.
    pub(crate) fn is_doubtful(&self, place: &str) -> bool {
        self.in_two_ways.contains(place) || self.is_unprinted(place)
    }

    /// Whether nobody wrote what stands at a place for others to see.
    fn is_unprinted(&self, place: &str) -> bool {
        self.content.is_some_and(|c| {
            c.notes.iter().any(|note| match note {
                // Somewhere among the words of a .doc: which of them are said nobody knows.
                Note::Tracked(at) | Note::Hidden(at) if at.is_empty() && c.kind == DocumentKind::Doc => true,
                Note::Hidden(at) | Note::Recognised(at) | Note::Unseen(at) => {
                    at == place || (!at.is_empty() && place.strip_prefix(at.as_str()).is_some_and(|rest| rest.starts_with(' ')))
                }
                _ => false,
            })
        })
    }
}

fn pieces_of<'t>(voice: Voice, path: &str, content: Option<&'t Content>, pieces: &'t [Piece]) -> impl Iterator<Item = &'t Piece> {
    let guide = voice::is_guide_file(path);
    let mut listening = voice::Listening::default();
    pieces.iter().filter(move |piece| {
        let sample = listening.is_aside(piece);
        (guide || sample || content.is_some_and(|c| voice::is_aside(piece, c))) == (voice == Voice::Aside)
    })
}
