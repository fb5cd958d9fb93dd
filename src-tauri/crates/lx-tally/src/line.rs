//! One application before it has a rank: Σ weight × mean, the mean over the kept sheets, each value rounded at the
//! stages the rule names.

use std::collections::BTreeMap;

use lx_domain::{
    CriterionId, Rule, Track,
    rule::{RuleCriterion, Stage, TrimPer},
};
use num_rational::BigRational;
use num_traits::Zero;

use crate::{
    exact::{Score, mean, of_decimal, of_points},
    panel,
    rank::{Placed, Scored, rank},
    standing::{Cell, Dropped, SheetTotal, Side, Standard, TallyApplication, TallySheet, WhyNot, WhyNotCode},
    trim::{Candidate, high_and_low},
};

/// The places of every application that has a score, track by track.
pub(crate) fn places(rule: &Rule, applications: &[TallyApplication], votes: &[Vec<String>]) -> BTreeMap<String, Placed> {
    place(rule, &lines(rule, applications), votes)
}

pub(crate) fn place(rule: &Rule, lines: &[Line], votes: &[Vec<String>]) -> BTreeMap<String, Placed> {
    let mut tracks: BTreeMap<Track, Vec<Scored>> = BTreeMap::new();
    for line in lines {
        if let Some(scored) = &line.scored {
            tracks.entry(line.standard.track).or_default().push(scored.clone());
        }
    }
    tracks
        .into_values()
        .flat_map(|scored| rank(rule, scored, votes))
        .map(|p| (p.number.clone(), p))
        .collect()
}

/// One application before it has a rank.
pub(crate) struct Line {
    pub(crate) standard: Standard,
    scored: Option<Scored>,
}

pub(crate) fn lines(rule: &Rule, applications: &[TallyApplication]) -> Vec<Line> {
    applications.iter().map(|a| line(rule, a)).collect()
}

/// A sheet's points where they lie within the rule's range.
fn points(sheet: &TallySheet, criterion: &RuleCriterion) -> Option<BigRational> {
    match sheet.cells.get(&criterion.id) {
        Some(Cell::Points(p)) if in_range(*p, criterion) => Some(of_points(*p)),
        Some(Cell::Points(_) | Cell::Missing | Cell::Recused | Cell::Abstained | Cell::NotApplicable) | None => None,
    }
}

fn in_range(points: lx_domain::Hundredths, criterion: &RuleCriterion) -> bool {
    (0..=criterion.full_marks.0).contains(&points.0)
}

/// Σ weight × points, of a sheet with points for every criterion.
pub(crate) fn total(rule: &Rule, sheet: &TallySheet) -> Option<BigRational> {
    let mut sum = BigRational::zero();
    for criterion in &rule.criteria {
        sum += points(sheet, criterion)? * of_decimal(criterion.weight);
    }
    Some(sum)
}

/// The valid sheets, in an order that does not hang on the order of input.
pub(crate) fn valid_sheets<'a>(rule: &Rule, application: &'a TallyApplication) -> Vec<&'a TallySheet> {
    let has_points = |s: &&TallySheet| rule.criteria.iter().any(|c| points(s, c).is_some());
    let mut sheets: Vec<&TallySheet> = application.sheets.iter().filter(has_points).collect();
    sheets.sort_by(|a, b| (&a.reviewer, &a.key).cmp(&(&b.reviewer, &b.key)));
    sheets
}

fn line(rule: &Rule, application: &TallyApplication) -> Line {
    let sheets = valid_sheets(rule, application);
    let totals: Vec<Option<BigRational>> = sheets.iter().map(|s| total(rule, s)).collect();
    let dropped_sheets = drop_on_totals(rule, &sheets, &totals);
    let (means, mut dropped) = means(rule, &sheets, &dropped_sheets);
    dropped.extend(dropped_sheets.iter().filter_map(|(place, which)| {
        sheets.get(*place).map(|s| Dropped {
            reviewer: s.reviewer.clone(),
            which: *which,
            criterion: None,
        })
    }));
    dropped.sort();
    let unscored: Vec<CriterionId> = rule
        .criteria
        .iter()
        .map(|c| &c.id)
        .filter(|id| !means.contains_key(*id))
        .cloned()
        .collect();
    let why = why_not(&sheets, unscored);
    let score = if why.is_none() { Some(score(rule, &means)) } else { None };
    let (outlying, mut warnings) = panel::unusual_totals(rule, &sheets, &totals);
    warnings.extend(panel::about_cells(rule, application, why.as_ref()));
    let shown = |id: &CriterionId| means.get(id).map(|m| shown(rule, m));
    let sheet_totals = sheets.iter().zip(&totals).enumerate().map(|(place, (sheet, total))| SheetTotal {
        reviewer: sheet.reviewer.clone(),
        total: total.as_ref().map(|t| Score::exact(t, 2)),
        kept: !dropped_sheets.iter().any(|(p, _)| *p == place),
        outlier: outlying.contains(&place),
    });
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let standard = Standard {
        number: application.number.clone(),
        track: application.track,
        rank: None,
        score: score.as_ref().map(|s| Score::exact(s, u32::from(rule.rounding.decimals))),
        why,
        criteria: rule.criteria.iter().map(|c| (c.id.clone(), shown(&c.id))).collect(),
        sheets: count(sheets.len()),
        kept: count(sheets.len() - dropped_sheets.len()),
        dropped,
        recused: count_with(application, Cell::Recused),
        abstained: count_with(application, Cell::Abstained),
        missing: panel::missing(rule, application),
        warnings,
        totals: sheet_totals.collect(),
    };
    let scored = score.map(|score| Scored {
        number: application.number.clone(),
        score,
        means,
    });
    Line { standard, scored }
}

fn why_not(sheets: &[&TallySheet], unscored: Vec<CriterionId>) -> Option<WhyNot> {
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
fn drop_on_totals(rule: &Rule, sheets: &[&TallySheet], totals: &[Option<BigRational>]) -> Vec<(usize, Side)> {
    let Some(trim) = rule.trim.filter(|t| t.per == TrimPer::Total) else {
        return Vec::new();
    };
    let (places, candidates): (Vec<usize>, Vec<Candidate<'_>>) = sheets
        .iter()
        .zip(totals)
        .enumerate()
        .filter_map(|(place, (sheet, total))| {
            let value = total.clone()?;
            Some((
                place,
                Candidate {
                    reviewer: &sheet.reviewer,
                    key: &sheet.key,
                    value,
                },
            ))
        })
        .unzip();
    let Some((high, low)) = high_and_low(&candidates, trim.min_sheets) else {
        return Vec::new();
    };
    [(high, Side::High), (low, Side::Low)]
        .into_iter()
        .filter_map(|(i, side)| places.get(i).map(|p| (*p, side)))
        .collect()
}

/// The mean of each criterion over the kept sheets, rounded if the rule says so; with what trimming per criterion dropped.
fn means(rule: &Rule, sheets: &[&TallySheet], without: &[(usize, Side)]) -> (BTreeMap<CriterionId, BigRational>, Vec<Dropped>) {
    let mut all = BTreeMap::new();
    let mut dropped = Vec::new();
    for criterion in &rule.criteria {
        let kept = sheets
            .iter()
            .enumerate()
            .filter(|(place, _)| !without.iter().any(|(p, _)| p == place));
        let candidates: Vec<Candidate<'_>> = kept
            .filter_map(|(_, s)| {
                Some(Candidate {
                    reviewer: &s.reviewer,
                    key: &s.key,
                    value: points(s, criterion)?,
                })
            })
            .collect();
        let trim = rule.trim.filter(|t| t.per == TrimPer::Criterion);
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
        let values = candidates
            .iter()
            .enumerate()
            .filter(|(place, _)| stays(*place))
            .map(|(_, c)| &c.value);
        if let Some(mean) = mean(values) {
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
