//! Elements of a page that nobody sees, or that somebody struck out.

use super::html::{attribute, end_of};

/// Whether what an element holds is struck out.
pub(super) fn is_struck(name: &str, tag: &str) -> bool {
    matches!(name, "s" | "strike" | "del") || style(tag).is_some_and(|s| s.contains("line-through"))
}

/// Whether an element is not shown.
pub(super) fn is_hidden(name: &str, tag: &str) -> bool {
    let holds = !matches!(name, "input" | "br" | "hr" | "img" | "meta" | "link" | "col" | "body" | "html");
    holds && (has_word(tag, "hidden") || style(tag).is_some_and(|s| s.contains("display:none") || s.contains("visibility:hidden")))
}

/// The style of a tag, without white space.
fn style(tag: &str) -> Option<String> {
    let style = attribute(tag, "style")?.to_ascii_lowercase();
    Some(style.split_whitespace().collect())
}

/// Whether a tag has this attribute, with a value or without.
pub(super) fn has_word(tag: &str, word: &str) -> bool {
    tag.split_ascii_whitespace().skip(1).any(|w| {
        w.split('=')
            .next()
            .is_some_and(|w| w.trim_end_matches('/').eq_ignore_ascii_case(word))
    })
}

/// What follows an element, with those of its name inside of it; rows and cells that nobody closes end where the next begins.
pub(super) fn past_element<'t>(after: &'t str, name: &str) -> &'t str {
    let mut depth = 1_u32;
    let mut rest = after;
    while let Some(at) = rest.find('<') {
        let tag = rest.get(at..).unwrap_or("");
        let inner = tag.get(1..).unwrap_or("");
        let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |i| (true, i));
        let same = inner.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name))
            && !inner
                .get(name.len()..)
                .is_some_and(|i| i.starts_with(|c: char| c.is_ascii_alphanumeric()));
        rest = tag.get(end_of(tag).saturating_add(1)..).unwrap_or("");
        match (same, closing) {
            (true, false) if matches!(name, "tr" | "td" | "th" | "p" | "li" | "option") => return tag,
            (true, false) => depth = depth.saturating_add(1),
            (true, true) => depth = depth.saturating_sub(1),
            (false, _) => {}
        }
        if depth == 0 {
            return rest;
        }
    }
    ""
}
