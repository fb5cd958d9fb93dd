//! Ranks: by score, then by the rule's criteria, then by the panel's votes; what stays equal has equal ranks.

use std::cmp::Ordering;

use lx_domain::{CriterionId, Rule};
use num_rational::BigRational;
use std::collections::BTreeMap;

/// What decides a rank.
#[derive(Debug, Clone)]
pub(crate) struct Scored {
    pub(crate) number: String,
    pub(crate) score: BigRational,
    pub(crate) means: BTreeMap<CriterionId, BigRational>,
}

/// One place in the ranking: the rank, the number, and with whom it is still shared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) rank: u32,
    pub(crate) number: String,
    pub(crate) tied_with: Vec<String>,
}

/// Higher scores first, then higher means of the criteria in `ties.by`.
fn compare(rule: &Rule, a: &Scored, b: &Scored) -> Ordering {
    let by_criteria = rule.ties.by.iter().map(|id| b.means.get(id).cmp(&a.means.get(id)));
    b.score
        .cmp(&a.score)
        .then_with(|| by_criteria.fold(Ordering::Equal, Ordering::then))
}

/// Ranks from 1, equal ones shared (1, 2, 2, 4). Of the votes the last one that names the whole tied group counts.
pub(crate) fn rank(rule: &Rule, mut scored: Vec<&Scored>, votes: &[Vec<String>]) -> Vec<Placed> {
    scored.sort_by(|a, b| compare(rule, a, b).then_with(|| a.number.cmp(&b.number)));
    let mut placed = Vec::with_capacity(scored.len());
    let mut next = 1_u32;
    for group in scored.chunk_by(|a, b| compare(rule, a, b) == Ordering::Equal) {
        let numbers: Vec<String> = group.iter().map(|s| s.number.clone()).collect();
        let size = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        match vote_on(&numbers, votes) {
            Some(order) => placed.extend((next..).zip(order).map(|(rank, number)| Placed {
                rank,
                number,
                tied_with: Vec::new(),
            })),
            None => placed.extend(numbers.iter().map(|number| {
                let tied_with = numbers.iter().filter(|n| *n != number).cloned().collect();
                Placed {
                    rank: next,
                    number: number.clone(),
                    tied_with,
                }
            })),
        }
        next = next.saturating_add(size);
    }
    placed
}

/// The order that the panel voted for, if one vote names every member of the group.
fn vote_on(numbers: &[String], votes: &[Vec<String>]) -> Option<Vec<String>> {
    if numbers.len() < 2 {
        return None;
    }
    let vote = votes.iter().rev().find(|vote| numbers.iter().all(|n| vote.contains(n)))?;
    let mut order: Vec<String> = Vec::with_capacity(numbers.len());
    for number in vote.iter().filter(|n| numbers.contains(n)) {
        if !order.contains(number) {
            order.push(number.clone());
        }
    }
    Some(order)
}
