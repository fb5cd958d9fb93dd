//! Which checklist item does a document answer?

use lx_domain::{ItemId, Profile};
use unicode_normalization::UnicodeNormalization;

use crate::{
    read::{Content, Piece},
    script::simplified,
};

/// By its file name, else by its first heading; absent where neither says.
pub(crate) fn item_of(path: &str, content: Option<&Content>, profile: &Profile) -> Option<ItemId> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    best(&squeeze(stem), profile)
        .or_else(|| content.and_then(first_line).and_then(|line| best(&line, profile)))
        .or_else(|| path.rsplit('/').skip(1).find_map(|folder| best(&squeeze(folder), profile)))
}

/// The item with the longest of its words in `text`; among equals the one named first, then the more telling word.
fn best(text: &str, profile: &Profile) -> Option<ItemId> {
    let text = simplified(text);
    let mut found: Option<(usize, usize, &ItemId)> = None;
    for item in &profile.checklist {
        for (rank, word) in item.known_by.iter().enumerate() {
            let word = squeeze(word);
            let better = |(length, telling, _): (usize, usize, &ItemId)| {
                (word.len(), std::cmp::Reverse(rank)) > (length, std::cmp::Reverse(telling))
            };
            if !word.is_empty() && text.contains(&word) && found.is_none_or(better) {
                found = Some((word.len(), rank, &item.id));
            }
        }
    }
    found.map(|(_, _, id)| id.clone())
}

/// What a document calls itself: its first line, if that is short enough for a heading.
fn first_line(content: &Content) -> Option<String> {
    let text = content.pieces.iter().find_map(|piece| match piece {
        Piece::Paragraph(p) => p.text.lines().map(str::trim).find(|l| !l.is_empty()).map(str::to_owned),
        Piece::Grid(grid) => grid.cells().find(|c| !c.text.is_empty()).map(|c| c.text.clone()),
    })?;
    let line = squeeze(&text);
    (line.chars().count() <= 60).then_some(line)
}

/// Compatibility forms, no white space.
pub(crate) fn squeeze(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}
