//! One application before it has a rank: Σ weight × mean, the mean over the kept sheets, each value rounded at the
//! stages the rule names.

use std::collections::BTreeMap;

use lx_domain::{
    CriterionId, Hundredths, Rule, Track,
    rule::{Stage, TrimPer},
};
use num_rational::BigRational;
use num_traits::Zero;

use crate::{
    exact::{Score, mean_of_points, of_decimal},
    panel,
    rank::{Placed, Scored, rank},
    standing::{Cell, Dropped, SheetTotal, Side, Standard, TallyApplication, TallySheet, WhyNot, WhyNotCode},
    trim::{Candidate, high_and_low},
    valid::{Valid, valid_sheets},
};

/// The places of every application that has a score, track by track.
pub(crate) fn place<'a>(
    rule: &Rule,
    scored: impl IntoIterator<Item = (Track, &'a Scored)>,
    votes: &[Vec<String>],
) -> BTreeMap<String, Placed> {
    let mut tracks: BTreeMap<Track, Vec<&Scored>> = BTreeMap::new();
    for (track, scored) in scored {
        tracks.entry(track).or_default().push(scored);
    }
    tracks
        .into_values()
        .flat_map(|scored| rank(rule, scored, votes))
        .map(|p| (p.number.clone(), p))
        .collect()
}

/// One application before it has a rank.
pub(crate) struct Line<'a> {
    pub(crate) standard: Standard,
    pub(crate) valid: Vec<Valid<'a>>,
    pub(crate) scored: Option<Scored>,
}

impl Line<'_> {
    /// The score in its track.
    pub(crate) fn in_track(&self) -> Option<(Track, &Scored)> {
        Some((self.standard.track, self.scored.as_ref()?))
    }
}

pub(crate) fn lines<'a>(rule: &Rule, applications: &'a [TallyApplication]) -> Vec<Line<'a>> {
    applications.iter().map(|a| line(rule, a)).collect()
}

/// What an application's valid sheets come to.
struct Weighed {
    /// Sheets dropped as a whole, by place.
    dropped_sheets: Vec<(usize, Side)>,
    /// Everything dropped, single points too.
    dropped: Vec<Dropped>,
    means: BTreeMap<CriterionId, BigRational>,
    unscored: Vec<CriterionId>,
}

fn weigh(rule: &Rule, sheets: &[&Valid<'_>]) -> Weighed {
    let dropped_sheets = drop_on_totals(rule, sheets);
    let (means, mut dropped) = means(rule, sheets, &dropped_sheets);
    dropped.extend(dropped_sheets.iter().filter_map(|(place, which)| {
        sheets.get(*place).map(|s| Dropped {
            reviewer: s.sheet.reviewer.clone(),
            which: *which,
            criterion: None,
        })
    }));
    dropped.sort();
    let ids = rule.criteria.iter().map(|c| &c.id);
    let unscored = ids.filter(|id| !means.contains_key(*id)).cloned().collect();
    Weighed {
        dropped_sheets,
        dropped,
        means,
        unscored,
    }
}

impl Weighed {
    /// The score; absent where a criterion has no points.
    fn scored(self, rule: &Rule, number: &str) -> Option<Scored> {
        self.unscored.is_empty().then(|| Scored {
            number: number.to_owned(),
            score: score(rule, &self.means),
            means: self.means,
        })
    }
}

/// The score that the sheets of all but one reviewer come to.
pub(crate) fn scored_without(rule: &Rule, number: &str, valid: &[Valid<'_>], reviewer: &str) -> Option<Scored> {
    let others: Vec<&Valid<'_>> = valid.iter().filter(|v| v.sheet.reviewer != reviewer).collect();
    weigh(rule, &others).scored(rule, number)
}

fn line<'a>(rule: &Rule, application: &'a TallyApplication) -> Line<'a> {
    let valid = valid_sheets(rule, application);
    let sheets: Vec<&Valid<'_>> = valid.iter().collect();
    let weighed = weigh(rule, &sheets);
    let why = why_not(&sheets, weighed.unscored.clone());
    let (outlying, mut warnings) = panel::unusual_totals(rule, &sheets);
    warnings.extend(panel::about_cells(rule, application, why.as_ref()));
    let shown = |id: &CriterionId| weighed.means.get(id).map(|m| shown(rule, m));
    let criteria = rule.criteria.iter().map(|c| (c.id.clone(), shown(&c.id))).collect();
    let sheet_totals = sheets.iter().enumerate().map(|(place, valid)| SheetTotal {
        reviewer: valid.sheet.reviewer.clone(),
        total: valid.total.as_ref().map(|t| Score::exact(t, 2)),
        kept: !weighed.dropped_sheets.iter().any(|(p, _)| *p == place),
        outlier: outlying.contains(&place),
    });
    let totals = sheet_totals.collect();
    let kept = sheets.len() - weighed.dropped_sheets.len();
    let dropped = weighed.dropped.clone();
    let scored = weighed.scored(rule, &application.number);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let standard = Standard {
        number: application.number.clone(),
        track: application.track,
        rank: None,
        score: scored.as_ref().map(|s| Score::exact(&s.score, u32::from(rule.rounding.decimals))),
        why,
        criteria,
        sheets: count(sheets.len()),
        kept: count(kept),
        dropped,
        recused: count_with(application, Cell::Recused),
        abstained: count_with(application, Cell::Abstained),
        missing: panel::missing(rule, application),
        warnings,
        totals,
    };
    Line { standard, valid, scored }
}

fn why_not(sheets: &[&Valid<'_>], unscored: Vec<CriterionId>) -> Option<WhyNot> {
    if sheets.is_empty() {
        return Some(WhyNot {
            code: WhyNotCode::NoSheets,
            criteria: unscored,
        });
    }
    (!unscored.is_empty()).then_some(WhyNot {
        code: WhyNotCode::CriterionUnscored,
        criteria: unscored,
    })
}

fn count_with(application: &TallyApplication, cell: Cell) -> u32 {
    u32::try_from(application.sheets.iter().filter(|s| s.cells.values().any(|c| *c == cell)).count()).unwrap_or(u32::MAX)
}

/// Which sheets a rule that trims on totals drops: places in `sheets`.
fn drop_on_totals<'a>(rule: &Rule, sheets: &[&'a Valid<'a>]) -> Vec<(usize, Side)> {
    let Some(trim) = rule.trim.filter(|t| t.per == TrimPer::Total) else {
        return Vec::new();
    };
    let with_total = |(place, valid): (usize, &&'a Valid<'a>)| Some((place, candidate(valid.sheet, valid.total.as_ref()?)));
    let (places, candidates): (Vec<usize>, Vec<_>) = sheets.iter().enumerate().filter_map(with_total).unzip();
    let Some((high, low)) = high_and_low(&candidates, trim.min_sheets) else {
        return Vec::new();
    };
    [(high, Side::High), (low, Side::Low)]
        .into_iter()
        .filter_map(|(i, side)| places.get(i).map(|p| (*p, side)))
        .collect()
}

fn candidate<V>(sheet: &TallySheet, value: V) -> Candidate<'_, V> {
    Candidate {
        reviewer: &sheet.reviewer,
        key: &sheet.key,
        value,
    }
}

/// The mean of each criterion over the kept sheets, rounded if the rule says so; with what trimming per criterion dropped.
fn means(rule: &Rule, sheets: &[&Valid<'_>], without: &[(usize, Side)]) -> (BTreeMap<CriterionId, BigRational>, Vec<Dropped>) {
    let mut all = BTreeMap::new();
    let mut dropped = Vec::new();
    let trim = rule.trim.filter(|t| t.per == TrimPer::Criterion);
    for (nth, criterion) in rule.criteria.iter().enumerate() {
        let points = |v: &Valid<'_>| v.points.get(nth).copied().flatten();
        let candidates: Vec<Candidate<'_, Hundredths>> = sheets
            .iter()
            .enumerate()
            .filter(|(place, _)| !without.iter().any(|(p, _)| p == place))
            .filter_map(|(_, v)| Some(candidate(v.sheet, points(v)?)))
            .collect();
        let gone = trim.and_then(|t| high_and_low(&candidates, t.min_sheets));
        for (place, which) in gone.into_iter().flat_map(|(high, low)| [(high, Side::High), (low, Side::Low)]) {
            let reviewer = candidates.get(place).map(|c| c.reviewer.to_owned()).unwrap_or_default();
            dropped.push(Dropped {
                reviewer,
                which,
                criterion: Some(criterion.id.clone()),
            });
        }
        let stays = |place: usize| gone.is_none_or(|(high, low)| place != high && place != low);
        let kept = candidates.iter().enumerate().filter(|(place, _)| stays(*place));
        if let Some(mean) = mean_of_points(kept.map(|(_, c)| c.value)) {
            all.insert(criterion.id.clone(), rounded_after(rule, Stage::Criterion, mean));
        }
    }
    (all, dropped)
}

/// Σ weight × mean. Called only where every criterion has a mean.
fn score(rule: &Rule, means: &BTreeMap<CriterionId, BigRational>) -> BigRational {
    let mut sum = BigRational::zero();
    for (criterion, mean) in rule.criteria.iter().filter_map(|c| means.get(&c.id).map(|m| (c, m))) {
        sum += rounded_after(rule, Stage::Weighted, mean * of_decimal(criterion.weight));
    }
    rounded_after(rule, Stage::Total, sum)
}

fn rounded_after(rule: &Rule, stage: Stage, value: BigRational) -> BigRational {
    if rule.rounding.rounds_after(stage) {
        shown(rule, &value).value()
    } else {
        value
    }
}

/// In the rule's mode and decimals.
fn shown(rule: &Rule, value: &BigRational) -> Score {
    Score::rounded(value, rule.rounding.mode, u32::from(rule.rounding.decimals))
}
