//! Volumes in which several papers of the checklist are bound together: their headings say where each begins.

use std::collections::BTreeMap;

use lx_domain::{ItemId, Profile, Source};

use crate::{classify::item_called, paper::Paper};

/// Characters of the longest heading.
const LONGEST: usize = 24;
/// A paper with headings of so many items is such a volume; fewer are mentioned in passing.
const FEWEST: usize = 3;

/// Where volumes have a heading that is called as an item.
pub(super) fn headings(papers: &[Paper<'_>], profile: &Profile) -> BTreeMap<ItemId, Source> {
    let mut found = BTreeMap::new();
    for paper in papers {
        let mut own: BTreeMap<ItemId, Source> = BTreeMap::new();
        for block in paper
            .blocks
            .iter()
            .filter(|b| b.text.chars().count() <= LONGEST && !b.text.contains('\n'))
        {
            if let Some(item) = item_called(&block.text, profile) {
                own.entry(item).or_insert_with(|| Source {
                    document: paper.path.to_owned(),
                    place: block.place.clone(),
                });
            }
        }
        if own.len() >= FEWEST {
            found.extend(own);
        }
    }
    found
}
