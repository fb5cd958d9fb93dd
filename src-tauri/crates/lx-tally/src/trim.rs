//! 去掉一个最高分和一个最低分: exactly one high and one low, from the stated number on.

use std::cmp::Ordering;

/// Something that can be dropped: a value with the key that decides between equals.
#[derive(Debug, Clone)]
pub(crate) struct Candidate<'a, V> {
    pub(crate) reviewer: &'a str,
    pub(crate) key: &'a str,
    pub(crate) value: V,
}

/// Places of the highest and the lowest, never the same; absent below `min` candidates (and below two).
///
/// Of equal values the one whose key sorts first is dropped, and of equal keys (which only a broken table has) the one
/// whose reviewer sorts first; the highest is chosen first. So the order of the candidates cannot matter.
pub(crate) fn high_and_low<V: Ord>(candidates: &[Candidate<'_, V>], min: u32) -> Option<(usize, usize)> {
    if candidates.len() < usize::try_from(min).ok()?.max(2) {
        return None;
    }
    let first_key = |a: &Candidate<'_, V>, b: &Candidate<'_, V>| (a.key, a.reviewer).cmp(&(b.key, b.reviewer));
    let by = |order: fn(&V, &V) -> Ordering| {
        move |a: &(usize, &Candidate<'_, V>), b: &(usize, &Candidate<'_, V>)| {
            order(&a.1.value, &b.1.value).then_with(|| first_key(a.1, b.1))
        }
    };
    let (high, _) = candidates.iter().enumerate().min_by(by(|a, b| b.cmp(a)))?;
    let (low, _) = candidates.iter().enumerate().filter(|(i, _)| *i != high).min_by(by(Ord::cmp))?;
    Some((high, low))
}

#[cfg(test)]
mod tests {
    use super::{Candidate, high_and_low};

    fn of<'a>(all: &[(&'a str, i64)]) -> Vec<Candidate<'a, i64>> {
        all.iter()
            .map(|(k, v)| Candidate {
                reviewer: k,
                key: k,
                value: *v,
            })
            .collect()
    }

    #[test]
    fn below_the_stated_number_nothing_is_dropped() {
        assert_eq!(high_and_low(&of(&[("a", 1), ("b", 2), ("c", 3), ("d", 4)]), 5), None);
        assert_eq!(
            high_and_low(&of(&[("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5)]), 5),
            Some((4, 0))
        );
    }

    #[test]
    fn of_equal_values_the_first_key_goes_and_never_one_sheet_twice() {
        assert_eq!(high_and_low(&of(&[("c", 7), ("a", 7), ("b", 7)]), 3), Some((1, 2)));
        assert_eq!(high_and_low(&of(&[("c", 9), ("a", 7), ("b", 9), ("d", 7)]), 3), Some((2, 1)));
    }
}
