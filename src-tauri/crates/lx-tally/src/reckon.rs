//! The standing: every line reckoned, ranked and looked at.

use lx_domain::Rule;

use crate::{
    agreement,
    line::{Line, lines, place},
    panel, stability,
    standing::{Standard, Standing, TallyApplication},
};

/// Reckons a standing.
///
/// A **valid sheet** has points for at least one criterion. Only a sheet with points for *every* criterion has a total:
/// the sum of what is there would make a missing criterion a zero. So under trimming on totals the sheets that can be
/// dropped, and are counted against `min_sheets`, are those with a total; a valid sheet without one stays, in the means
/// of the criteria that it has.
#[must_use]
pub fn reckon(rule: &Rule, applications: &[TallyApplication]) -> Standing {
    reckon_with_votes(rule, applications, &[])
}

/// Reckons a standing with the panel's votes on ties; of several votes on the same tie the last one counts.
#[must_use]
pub fn reckon_with_votes(rule: &Rule, applications: &[TallyApplication], votes: &[Vec<String>]) -> Standing {
    let lines = lines(rule, applications);
    let placed = place(rule, lines.iter().filter_map(Line::in_track), votes);
    let stability = stability::stability(rule, &lines, votes, &placed);
    let mut standards: Vec<Standard> = lines.into_iter().map(|line| line.standard).collect();
    panel::point_out_untrimmed(rule, &mut standards);
    for standard in &mut standards {
        if let Some(place) = placed.get(&standard.number) {
            standard.rank = Some(place.rank);
            standard.warnings.extend(panel::tied(place));
        }
        standard.warnings.sort();
    }
    standards.sort_by(|a, b| {
        let rank = |s: &Standard| (s.track, s.rank.is_none(), s.rank);
        rank(a).cmp(&rank(b)).then_with(|| a.number.cmp(&b.number))
    });
    Standing {
        rule: rule.clone(),
        agreement: agreement::agreement(rule, applications),
        stability,
        applications: standards,
    }
}

#[cfg(test)]
mod tests;
