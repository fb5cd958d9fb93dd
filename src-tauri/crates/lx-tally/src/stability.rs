//! How far a rank hangs on one reviewer: everything is reckoned again without each of them.

use std::collections::{BTreeMap, BTreeSet};

use lx_domain::Rule;

use crate::{
    line::{Line, place, scored_without},
    rank::{Placed, Scored},
    standing::Stability,
};

/// The span of ranks over the full standing and every standing without one reviewer, by number.
///
/// A standing in which the application has no score (its only sheet was left out) says nothing of its rank. The swing
/// reviewer is the one without whom the rank moves furthest; of several the first by name.
pub(crate) fn stability(rule: &Rule, lines: &[Line<'_>], votes: &[Vec<String>], full: &BTreeMap<String, Placed>) -> Vec<Stability> {
    let reviewers: BTreeSet<&str> = lines.iter().flat_map(reviewers_of).collect();
    let without: Vec<(&str, BTreeMap<String, Placed>)> =
        reviewers.into_iter().map(|r| (r, places_without(rule, lines, r, votes))).collect();
    let mut all: Vec<Stability> = lines.iter().map(|l| of_one(&l.standard.number, full, &without)).collect();
    all.sort_by(|a, b| a.number.cmp(&b.number));
    all
}

fn reviewers_of<'a>(line: &'a Line<'_>) -> impl Iterator<Item = &'a str> {
    line.valid.iter().map(|v| v.sheet.reviewer.as_str())
}

/// The places without one reviewer. Only the applications that this reviewer scored are reckoned again.
fn places_without(rule: &Rule, lines: &[Line<'_>], reviewer: &str, votes: &[Vec<String>]) -> BTreeMap<String, Placed> {
    let again = |line: &Line<'_>| {
        reviewers_of(line)
            .any(|r| r == reviewer)
            .then(|| scored_without(rule, &line.standard.number, &line.valid, reviewer))
    };
    let reckoned: Vec<Option<Option<Scored>>> = lines.iter().map(again).collect();
    let scored = lines.iter().zip(&reckoned).filter_map(|(line, again)| match again {
        Some(again) => Some((line.standard.track, again.as_ref()?)),
        None => line.in_track(),
    });
    place(rule, scored, votes)
}

fn of_one(number: &str, full: &BTreeMap<String, Placed>, without: &[(&str, BTreeMap<String, Placed>)]) -> Stability {
    let number = number.to_owned();
    let Some(here) = full.get(&number).map(|p| p.rank) else {
        return Stability {
            number,
            rank_low: None,
            rank_high: None,
            swing_reviewer: None,
        };
    };
    let (mut low, mut high, mut swing) = (here, here, (0, None));
    for (reviewer, places) in without {
        let Some(there) = places.get(&number).map(|p| p.rank) else {
            continue;
        };
        low = low.min(there);
        high = high.max(there);
        let moved = here.abs_diff(there);
        if moved > swing.0 {
            swing = (moved, Some((*reviewer).to_owned()));
        }
    }
    Stability {
        number,
        rank_low: Some(low),
        rank_high: Some(high),
        swing_reviewer: swing.1,
    }
}
