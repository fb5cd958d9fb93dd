//! How texts are compared: without case, width and white space.

use std::collections::BTreeSet;

/// Characters before and behind a hit that are shown with it.
const BEFORE: usize = 24;
const BEHIND: usize = 40;

/// The characters that count, each with the byte at which it begins in the text.
pub(super) struct Folded {
    chars: Vec<char>,
    places: Vec<usize>,
}

impl Folded {
    pub(super) fn of(text: &str) -> Self {
        let (chars, places) = text.char_indices().filter_map(|(place, c)| fold(c).map(|c| (c, place))).unzip();
        Self { chars, places }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.chars.is_empty()
    }

    fn indexed(&self) -> Vec<char> {
        self.chars.iter().copied().filter(|c| c.is_alphanumeric()).collect()
    }

    /// What stands in the index: every pair, and the last character alone, so that each character begins a token.
    pub(super) fn pairs(&self) -> String {
        let chars = self.indexed();
        let mut pairs = String::with_capacity(chars.len().saturating_mul(8));
        for (place, first) in chars.iter().enumerate() {
            if place > 0 {
                pairs.push(' ');
            }
            pairs.push(*first);
            pairs.extend(chars.get(place.saturating_add(1)));
        }
        pairs
    }

    /// Whether the index can only be asked for what begins with it: every pair would have to be gone through.
    pub(super) fn is_one(&self) -> bool {
        self.indexed().len() == 1
    }

    /// The FTS5 query for it: all of its pairs, a prefix for one character; none without a letter or digit. What is
    /// indexed holds no quotation marks.
    pub(super) fn query(&self) -> Option<String> {
        let chars = self.indexed();
        match chars.as_slice() {
            [] => None,
            [one] => Some(format!("\"{one}\" *")),
            more => {
                let pairs: BTreeSet<String> = more.windows(2).map(|pair| format!("\"{}\"", String::from_iter(pair))).collect();
                let pairs: Vec<String> = pairs.into_iter().collect();
                Some(pairs.join(" AND "))
            }
        }
    }

    /// Index of the first character of the first hit.
    fn find(&self, wanted: &Self) -> Option<usize> {
        self.chars
            .windows(wanted.chars.len().max(1))
            .position(|window| window == wanted.chars.as_slice())
    }
}

/// The character that stands for `c` in a comparison, if it counts.
fn fold(c: char) -> Option<char> {
    if c.is_whitespace() || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}') || c.is_control() {
        return None;
    }
    let narrow = match c {
        '\u{FF01}'..='\u{FF5E}' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        _ => c,
    };
    let mut lower = narrow.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(one), None) => Some(one),
        _ => Some(narrow),
    }
}

/// The words around the first hit, and the bytes of the hit in them.
pub(super) fn snippet(text: &str, wanted: &Folded) -> Option<(String, usize, usize)> {
    let folded = Folded::of(text);
    let first = folded.find(wanted)?;
    let last = first.checked_add(wanted.chars.len())?.checked_sub(1)?;
    let start = *folded.places.get(first)?;
    let (head, rest) = text.split_at_checked(start)?;
    let end_of_last = folded.places.get(last)?.checked_sub(start)?;
    let hit_len = rest.get(end_of_last..)?.chars().next()?.len_utf8().checked_add(end_of_last)?;
    let (hit, tail) = rest.split_at_checked(hit_len)?;
    let before = head
        .char_indices()
        .rev()
        .nth(BEFORE.checked_sub(1)?)
        .and_then(|(at, _)| head.get(at..))
        .unwrap_or(head);
    let behind = tail.char_indices().nth(BEHIND).and_then(|(at, _)| tail.get(..at)).unwrap_or(tail);
    let one_line = |part: &str| part.replace(|c: char| c.is_control(), " ");
    let (before, hit) = (one_line(before), one_line(hit));
    let (hit_start, hit_end) = (before.len(), before.len().checked_add(hit.len())?);
    Some((format!("{before}{hit}{}", one_line(behind)), hit_start, hit_end))
}

#[cfg(test)]
mod tests {
    use super::{Folded, snippet};

    #[test]
    fn pairs_overlap_and_the_last_character_stands_alone() {
        assert_eq!(Folded::of("数据 安全，ＡI").pairs(), "数据 据安 安全 全a ai i");
        assert_eq!(Folded::of("退").pairs(), "退");
        assert_eq!(Folded::of("。").pairs(), "");
    }

    #[test]
    fn a_snippet_marks_the_hit_in_the_text_as_it_stands() {
        let (words, start, end) = snippet("本项目采用ＡＩ 大\n模型，保障。", &Folded::of("ai大模型")).unwrap();
        assert_eq!(&words[start..end], "ＡＩ 大 模型");
        assert_eq!(words, "本项目采用ＡＩ 大 模型，保障。");
    }

    #[test]
    fn a_snippet_is_cut_between_characters() {
        let text = format!("{}𫖯{}", "前".repeat(100), "后".repeat(100));
        let (words, start, end) = snippet(&text, &Folded::of("𫖯")).unwrap();
        assert_eq!(&words[start..end], "𫖯");
        assert_eq!(words.chars().count(), 24 + 1 + 40);
    }

    #[test]
    fn what_only_the_index_would_join_is_no_hit() {
        assert!(snippet("甲、乙", &Folded::of("甲乙")).is_none());
        assert!(snippet("甲、乙", &Folded::of("甲、乙")).is_some());
    }
}
