//! Volumes in which several papers of the checklist are bound together: their headings say where each begins.

use std::collections::BTreeMap;

use lx_domain::{ItemId, Profile, Source};

use crate::{classify::item_called, paper::Paper, sink::TextBlock};

/// Characters of the longest heading.
const LONGEST: usize = 24;
/// Characters of the longest heading in a line of a page that has no number: a longer line may be a part of a sentence.
const LONGEST_BARE: usize = 10;
/// A paper with headings of so many items is such a volume; fewer are mentioned in passing.
const FEWEST: usize = 3;

/// Where volumes have a heading that is called as an item.
pub(super) fn headings(papers: &[Paper<'_>], profile: &Profile) -> BTreeMap<ItemId, Source> {
    let mut found = BTreeMap::new();
    for paper in papers {
        let mut own: BTreeMap<ItemId, Source> = BTreeMap::new();
        for block in &paper.blocks {
            for item in headings_of(block).filter_map(|line| called(line, profile)) {
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

/// What may be a heading in a block: a short paragraph, or of the lines of a page those that are numbered or very short.
fn headings_of(block: &TextBlock) -> impl Iterator<Item = &str> {
    let page = block.text.contains('\n');
    let lines = block.text.lines().map(str::trim);
    lines.filter(move |line| {
        let length = line.chars().count();
        let numbered = line.starts_with(|c: char| c.is_ascii_digit() || "第附（(一二三四五六七八九十".contains(c));
        length <= LONGEST && (!page || numbered || length <= LONGEST_BARE)
    })
}

/// The item that a heading or a sheet is called by: 申报机构信息表 is 机构信息.
pub(super) fn called(heading: &str, profile: &Profile) -> Option<ItemId> {
    let short = || ["表", "材料", "一览"].iter().find_map(|end| heading.trim_end().strip_suffix(end));
    item_called(heading, profile).or_else(|| item_called(short()?, profile))
}
