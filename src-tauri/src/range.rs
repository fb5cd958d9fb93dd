//! The part of a file that the page asks for (HTTP `Range`), so that a page of a long PDF needs not all of it.

use std::ops::Range;

/// What to send.
#[derive(Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it: no range was asked for, or one that is not understood.
    Whole,
    /// These bytes.
    Bytes(Range<u64>),
    /// Nothing: the range lies outside.
    Outside,
}

/// Reads one `bytes=a-b`, `bytes=a-` or `bytes=-n` for a file of `length` bytes.
pub fn part(header: Option<&str>, length: u64) -> Part {
    let Some((first, last)) = header.and_then(|h| h.strip_prefix("bytes=")).and_then(|h| h.split_once('-')) else {
        return Part::Whole;
    };
    let bytes = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => first..last.saturating_add(1).min(length),
        (Ok(first), Err(_)) if last.trim().is_empty() => first..length,
        (Err(_), Ok(tail)) if first.trim().is_empty() && tail > 0 => length.saturating_sub(tail)..length,
        _ => return Part::Whole,
    };
    if bytes.start < bytes.end {
        Part::Bytes(bytes)
    } else {
        Part::Outside
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_cut_to_the_file() {
        assert_eq!(part(Some("bytes=0-9"), 100), Part::Bytes(0..10));
        assert_eq!(part(Some("bytes=90-999"), 100), Part::Bytes(90..100));
        assert_eq!(part(Some("bytes=90-"), 100), Part::Bytes(90..100));
        assert_eq!(part(Some("bytes=-10"), 100), Part::Bytes(90..100));
        assert_eq!(part(Some("bytes=-1000"), 100), Part::Bytes(0..100));
    }

    #[test]
    fn what_is_no_range_gets_the_whole_file() {
        for header in [
            None,
            Some(""),
            Some("bytes=-"),
            Some("bytes=9-3"),
            Some("bytes=0-1,5-6"),
            Some("lines=1-2"),
        ] {
            assert_eq!(part(header, 100), Part::Whole, "{header:?}");
        }
    }

    #[test]
    fn a_range_behind_the_end_is_refused() {
        assert_eq!(part(Some("bytes=100-"), 100), Part::Outside);
        assert_eq!(part(Some("bytes=0-"), 0), Part::Outside);
    }
}
