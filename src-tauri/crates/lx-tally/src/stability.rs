//! How far a rank hangs on one reviewer: everything is reckoned again without each of them.

use std::collections::{BTreeMap, BTreeSet};

use lx_domain::Rule;

use crate::{
    line::places,
    rank::Placed,
    standing::{Stability, TallyApplication},
};

/// The span of ranks over the full standing and every standing without one reviewer, by number.
///
/// A standing in which the application has no score (its only sheet was left out) says nothing of its rank. The swing
/// reviewer is the one without whom the rank moves furthest; of several the first by name.
pub(crate) fn stability(
    rule: &Rule,
    applications: &[TallyApplication],
    votes: &[Vec<String>],
    full: &BTreeMap<String, Placed>,
) -> Vec<Stability> {
    let reviewers: BTreeSet<&str> = applications.iter().flat_map(|a| &a.sheets).map(|s| s.reviewer.as_str()).collect();
    let without: Vec<(&str, BTreeMap<String, Placed>)> = reviewers
        .into_iter()
        .map(|r| (r, places(rule, &leave_out(applications, r), votes)))
        .collect();
    let mut all: Vec<Stability> = applications.iter().map(|a| of_one(&a.number, full, &without)).collect();
    all.sort_by(|a, b| a.number.cmp(&b.number));
    all
}

fn leave_out(applications: &[TallyApplication], reviewer: &str) -> Vec<TallyApplication> {
    let without = |a: &TallyApplication| TallyApplication {
        number: a.number.clone(),
        track: a.track,
        sheets: a.sheets.iter().filter(|s| s.reviewer != reviewer).cloned().collect(),
    };
    applications.iter().map(without).collect()
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
