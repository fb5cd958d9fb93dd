//! Does the plan promise another scale than the form, or tell of another technology?

use std::collections::BTreeSet;

use lx_domain::{Candidate, FieldId, Finding};

use super::{
    completeness::field_word,
    quantities::{number_at, strip},
};
use crate::{
    classify::squeeze,
    fields::Reading,
    paper::Paper,
    remark::{info, warning},
    script::simplified,
};

/// What is counted.
const UNITS: [&str; 10] = ["户", "家", "名", "人", "笔", "个", "只", "元", "次", "台"];
/// Characters before a number that say of what it is.
const NOUN: usize = 2;

/// Characters before a number among which its noun stands.
const BEFORE: usize = 24;

/// A count: of what, in which unit, how many.
#[derive(Debug, PartialEq, Eq)]
struct Count {
    noun: String,
    unit: &'static str,
    value: u128,
}

/// What the form says of the technology and of the users, where a paper of the checklist says something of which no word is
/// the same. Both may be right.
pub(super) fn told_otherwise(papers: &[Paper<'_>], reading: &Reading) -> Vec<Finding> {
    let of_checklist = |document: &str| papers.iter().any(|p| p.path == document && p.item.is_some());
    let fields = [FieldId::Technology, FieldId::Users].into_iter().filter_map(|id| reading.field(id));
    let said = fields.filter_map(|field| {
        let first = field.candidates.first()?;
        let strange = |other: &&Candidate| {
            let elsewhere = other.source.document != first.source.document && of_checklist(&other.source.document);
            elsewhere && pairs(&first.value).is_disjoint(&pairs(&other.value))
        };
        let other = field.candidates.iter().skip(1).find(strange)?;
        let said = info("field_told_otherwise").arg("field", field_word(field.id));
        let said = said.arg("first", &first.value).arg("second", &other.value);
        Some(said.from(&first.source).from(&other.source).done())
    });
    said.collect()
}

/// Each two characters that stand side by side in a word of a text.
fn pairs(text: &str) -> BTreeSet<(char, char)> {
    let chars: Vec<char> = simplified(&squeeze(text)).to_lowercase().chars().collect();
    let pairs = chars.iter().zip(chars.iter().skip(1));
    let of_words = pairs.filter(|(a, b)| a.is_alphanumeric() && b.is_alphanumeric());
    of_words.map(|(a, b)| (*a, *b)).collect()
}

/// Scales of two documents of which one bounds the same thing otherwise.
pub(super) fn of(reading: &Reading) -> Option<Finding> {
    let candidates = &reading.field(FieldId::Scale)?.candidates;
    let first = candidates.first()?;
    let own = counts(&first.value);
    let differs = |other: &&Candidate| {
        let theirs = counts(&other.value);
        other.source.document != first.source.document && own.iter().any(|count| contradicts(count, &own, &theirs))
    };
    let other = candidates.iter().skip(1).find(differs)?;
    let said = warning("contradiction_scale")
        .arg("first", &first.value)
        .arg("second", &other.value);
    Some(said.from(&first.source).from(&other.source).done())
}

/// Whether the same thing is counted otherwise; what one side says twice is of several things.
fn contradicts(count: &Count, own: &[Count], theirs: &[Count]) -> bool {
    let same = |other: &&Count| other.unit == count.unit && other.noun == count.noun;
    let mut like = theirs.iter().filter(same);
    let alone = own.iter().filter(same).count() == 1;
    matches!((like.next(), like.next()), (Some(other), None) if alone && other.value != count.value)
}

/// The counts of a text: 用户不超过5万户.
fn counts(text: &str) -> Vec<Count> {
    let chars: Vec<char> = squeeze(text).chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        let Some((number, used)) = number_at(&chars, at) else {
            at += 1;
            continue;
        };
        let before: String = chars.get(at.saturating_sub(BEFORE)..at).unwrap_or_default().iter().collect();
        at += used.max(1);
        let (times, size) = multiplier(chars.get(at..).unwrap_or_default());
        let after: String = chars.iter().skip(at + size).take(1).collect();
        if let Some(unit) = UNITS.into_iter().find(|unit| after == *unit) {
            let noun: Vec<char> = strip(&before).chars().rev().take_while(|c| c.is_alphabetic()).take(NOUN).collect();
            found.push(Count {
                noun: noun.into_iter().rev().collect(),
                unit,
                value: number.saturating_mul(times),
            });
        }
    }
    found
}

/// 万 and the like behind a number: what it is worth, and how many characters it takes.
fn multiplier(chars: &[char]) -> (u128, usize) {
    let worth = |c: &char| match c {
        '百' => Some(100),
        '千' => Some(1_000),
        '万' => Some(10_000),
        '亿' => Some(100_000_000),
        _ => None,
    };
    let all: Vec<u128> = chars.iter().map_while(worth).take(2).collect();
    (all.iter().product(), all.len())
}

#[cfg(test)]
mod tests {
    use super::{contradicts, counts};

    #[test]
    fn scales_of_one_thing_are_compared() {
        let differ = |a: &str, b: &str| {
            let (a, b) = (counts(a), counts(b));
            a.iter().any(|count| contradicts(count, &a, &b))
        };
        assert!(differ("用户不超过500户", "用户不超过5万户"));
        assert!(differ("交易金额不超过500万元", "用户不超过300户，交易金额不超过1亿元"));
        assert!(!differ("用户不超过500户", "用户不超过五百户。处理时长缩短三成"));
        assert!(!differ("用户不超过50000户", "用户不超过5万户"));
        assert!(!differ("用户不超过500户", "机构不超过5户"));
        assert!(!differ("首年用户不超过500户，次年用户不超过900户", "用户不超过900户"));
    }
}
