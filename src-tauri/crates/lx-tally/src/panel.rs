//! What a person should look at. Nothing here blocks, and nothing changes a score.

use lx_domain::{Rule, profile::Panel, rule::TrimPer};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use crate::{
    exact::{Score, of_decimal, of_points},
    rank::Placed,
    standing::{Cell, Standard, TallyApplication, TallySheet, Warning, WhyNot, WhyNotCode},
    valid::Valid,
    warn::warning,
};

/// Σ weight × full marks.
fn full_marks(rule: &Rule) -> BigRational {
    rule.criteria
        .iter()
        .fold(BigRational::zero(), |sum, c| sum + of_points(c.full_marks) * of_decimal(c.weight))
}

/// The middle value, or the mean of the two in the middle.
fn median(values: &[&BigRational]) -> Option<BigRational> {
    let mut sorted = values.to_vec();
    sorted.sort();
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get(sorted.len().saturating_sub(1) / 2)?;
    Some((*lower + *upper) / BigRational::from_integer(BigInt::from(2)))
}

/// Totals further from the median of all totals than the rule's share of full marks (评分差异提示), by place.
pub(crate) fn unusual_totals(rule: &Rule, sheets: &[&Valid<'_>]) -> (Vec<usize>, Vec<Warning>) {
    let all: Vec<&BigRational> = sheets.iter().filter_map(|v| v.total.as_ref()).collect();
    let Some(median) = median(&all) else {
        return (Vec::new(), Vec::new());
    };
    let limit = full_marks(rule) * BigRational::new(BigInt::from(rule.outlier_percent), BigInt::from(100));
    let shown = |value: &BigRational| Score::exact(value, 2).to_string();
    let unusual = |(place, valid): (usize, &&Valid<'_>)| {
        let total = valid.total.as_ref()?;
        ((total - &median).abs() > limit).then(|| {
            let facts = [("total", shown(total)), ("median", shown(&median)), ("limit", shown(&limit))];
            (place, warning("unusual_total", Some(&valid.sheet.reviewer), &facts))
        })
    };
    sheets.iter().enumerate().filter_map(unusual).unzip()
}

/// Missing criteria, points out of range, criteria that nobody scored.
pub(crate) fn about_cells(rule: &Rule, application: &TallyApplication, why: Option<&WhyNot>) -> Vec<Warning> {
    let mut warnings = Vec::new();
    for sheet in &application.sheets {
        let partly = is_partly_missing(rule, sheet);
        for criterion in &rule.criteria {
            match sheet.cells.get(&criterion.id) {
                Some(Cell::Points(p)) if !(0..=criterion.full_marks.0).contains(&p.0) => {
                    let facts = [
                        ("criterion", criterion.id.to_string()),
                        ("points", p.to_string()),
                        ("full_marks", criterion.full_marks.to_string()),
                    ];
                    warnings.push(warning("points_out_of_range", Some(&sheet.reviewer), &facts));
                }
                Some(Cell::Missing) | None if partly => {
                    warnings.push(warning(
                        "missing_points",
                        Some(&sheet.reviewer),
                        &[("criterion", criterion.id.to_string())],
                    ));
                }
                Some(Cell::Points(_) | Cell::Missing | Cell::Recused | Cell::Abstained | Cell::NotApplicable) | None => {}
            }
        }
    }
    for criterion in why
        .filter(|w| w.code == WhyNotCode::CriterionUnscored)
        .into_iter()
        .flat_map(|w| &w.criteria)
    {
        warnings.push(warning("criterion_unscored", None, &[("criterion", criterion.to_string())]));
    }
    warnings
}

/// Whether anything of a sheet is missing. A sheet that says recused or abstained anywhere has said what it has to say.
fn is_missing(rule: &Rule, sheet: &TallySheet) -> bool {
    let says = |cell: Cell| sheet.cells.values().any(|c| *c == cell);
    let missing = |c: &Cell| *c == Cell::Missing;
    !says(Cell::Recused) && !says(Cell::Abstained) && rule.criteria.iter().any(|c| sheet.cells.get(&c.id).is_none_or(missing))
}

/// Whether some of a sheet is missing and some is there.
fn is_partly_missing(rule: &Rule, sheet: &TallySheet) -> bool {
    is_missing(rule, sheet) && sheet.cells.values().any(|c| *c != Cell::Missing)
}

/// Reviewers from whom something is missing.
pub(crate) fn missing(rule: &Rule, application: &TallyApplication) -> u32 {
    u32::try_from(application.sheets.iter().filter(|s| is_missing(rule, s)).count()).unwrap_or(u32::MAX)
}

/// Where trimming reached some applications and not others, those it did not reach say so.
pub(crate) fn point_out_untrimmed(rule: &Rule, standards: &mut [Standard]) {
    let Some(trim) = rule.trim else { return };
    let reached = |s: &Standard| match trim.per {
        TrimPer::Total => !s.dropped.is_empty(),
        TrimPer::Criterion => rule
            .criteria
            .iter()
            .all(|c| s.dropped.iter().any(|d| d.criterion.as_ref() == Some(&c.id))),
    };
    if !standards.iter().any(|s| !s.dropped.is_empty()) {
        return;
    }
    for standard in standards.iter_mut().filter(|s| s.sheets > 0 && !reached(s)) {
        let facts = [("sheets", standard.sheets.to_string()), ("min_sheets", trim.min_sheets.to_string())];
        standard.warnings.push(warning("not_trimmed", None, &facts));
    }
}

/// A tie that waits for the panel's vote.
pub(crate) fn tied(place: &Placed) -> Option<Warning> {
    let facts = || [("rank", place.rank.to_string()), ("numbers", place.tied_with.join("、"))];
    (!place.tied_with.is_empty()).then(|| warning("tied", None, &facts()))
}

/// At least so many and, where the profile says so, an odd number: per application after recusals.
pub(crate) fn of_size(panel: &Panel, application: &TallyApplication) -> Vec<Warning> {
    let sits = |s: &&TallySheet| !s.cells.values().any(|c| *c == Cell::Recused);
    let size = u32::try_from(application.sheets.iter().filter(sits).count()).unwrap_or(u32::MAX);
    let facts = [("reviewers", size.to_string()), ("min_reviewers", panel.min_reviewers.to_string())];
    let small = (size < panel.min_reviewers).then(|| warning("panel_small", None, &facts));
    let even = (panel.odd && size % 2 == 0).then(|| warning("panel_even", None, &facts));
    small.into_iter().chain(even).collect()
}
