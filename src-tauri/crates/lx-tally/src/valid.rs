//! The sheets of one application that count for anything: those with points for at least one criterion.

use lx_domain::{Hundredths, Rule, rule::RuleCriterion};
use num_rational::BigRational;
use num_traits::Zero;

use crate::{
    exact::{of_decimal, of_points},
    standing::{Cell, TallyApplication, TallySheet},
};

/// A valid sheet.
pub(crate) struct Valid<'a> {
    pub(crate) sheet: &'a TallySheet,
    /// Points in the order of the rule's criteria, where they lie within the range.
    pub(crate) points: Vec<Option<Hundredths>>,
    /// Absent where a criterion has no points.
    pub(crate) total: Option<BigRational>,
}

/// A sheet's points where they lie within the rule's range.
fn points(sheet: &TallySheet, criterion: &RuleCriterion) -> Option<Hundredths> {
    match sheet.cells.get(&criterion.id) {
        Some(Cell::Points(p)) if in_range(*p, criterion) => Some(*p),
        Some(Cell::Points(_) | Cell::Missing | Cell::Recused | Cell::Abstained | Cell::NotApplicable) | None => None,
    }
}

fn in_range(points: Hundredths, criterion: &RuleCriterion) -> bool {
    (0..=criterion.full_marks.0).contains(&points.0)
}

/// Σ weight × points, of a sheet with points for every criterion.
fn total(rule: &Rule, points: &[Option<Hundredths>]) -> Option<BigRational> {
    let mut sum = BigRational::zero();
    for (criterion, points) in rule.criteria.iter().zip(points) {
        sum += of_points((*points)?) * of_decimal(criterion.weight);
    }
    Some(sum)
}

/// The valid sheets, in an order that does not hang on the order of input.
pub(crate) fn valid_sheets<'a>(rule: &Rule, application: &'a TallyApplication) -> Vec<Valid<'a>> {
    let valid = |sheet: &'a TallySheet| {
        let points: Vec<_> = rule.criteria.iter().map(|c| points(sheet, c)).collect();
        points.iter().any(Option::is_some).then(|| Valid {
            sheet,
            total: total(rule, &points),
            points,
        })
    };
    let mut sheets: Vec<Valid<'a>> = application.sheets.iter().filter_map(valid).collect();
    sheets.sort_by(|a, b| (&a.sheet.reviewer, &a.sheet.key).cmp(&(&b.sheet.reviewer, &b.sheet.key)));
    sheets
}
