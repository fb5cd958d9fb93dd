//! Diagnostics: how far the reviewers agree, over the totals of all valid sheets, the dropped ones included.
//!
//! All four figures are fractions of sums, so they are exact too; they are shown to ten decimals. Applications of all
//! tracks go in. A sheet without a total (a criterion missing or not applicable) says nothing here.

use std::collections::{BTreeMap, BTreeSet};

use lx_domain::{Rule, rule::RoundingMode};
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use crate::{
    exact::{Score, mean},
    standing::{Agreement, Figure, NoFigure, TallyApplication},
    valid::valid_sheets,
};

/// Totals by application, then by reviewer.
type Totals = Vec<BTreeMap<String, BigRational>>;

fn whole(n: usize) -> BigRational {
    BigRational::from_integer(BigInt::from(n))
}

fn figure(value: Result<BigRational, NoFigure>) -> Figure {
    match value {
        Ok(value) => Figure::Value(Score::rounded(&value, RoundingMode::HalfEven, 10)),
        Err(why) => Figure::Null(why),
    }
}

/// All four figures.
pub(crate) fn agreement(rule: &Rule, applications: &[TallyApplication]) -> Agreement {
    let totals_of = |a: &TallyApplication| {
        let sheets = valid_sheets(rule, a);
        sheets
            .into_iter()
            .filter_map(|v| Some((v.sheet.reviewer.clone(), v.total?)))
            .collect::<BTreeMap<_, _>>()
    };
    let totals: Totals = applications.iter().map(totals_of).filter(|t| !t.is_empty()).collect();
    let variance = variance(&totals);
    Agreement {
        icc1: figure(
            variance
                .as_ref()
                .map_err(|why| *why)
                .and_then(|v| ratio(&v.between - &v.within, &v.between + (&v.k - whole(1)) * &v.within)),
        ),
        icck: figure(
            variance
                .as_ref()
                .map_err(|why| *why)
                .and_then(|v| ratio(&v.between - &v.within, v.between.clone())),
        ),
        kendall_w: figure(kendall_w(&totals)),
        krippendorff_alpha: figure(krippendorff_alpha(&totals)),
    }
}

fn ratio(part: BigRational, of: BigRational) -> Result<BigRational, NoFigure> {
    if of.is_zero() { Err(NoFigure::NoVariation) } else { Ok(part / of) }
}

/// Mean squares of the one-way analysis of variance, and the number of ratings per application.
struct Variance {
    between: BigRational,
    within: BigRational,
    k: BigRational,
}

/// For ICC(1,1) = (B − W) / (B + (k − 1) W) and ICC(1,k) = (B − W) / B (Shrout & Fleiss 1979); with unequal numbers of
/// ratings k is (N − Σ k²/N) / (n − 1).
fn variance(totals: &Totals) -> Result<Variance, NoFigure> {
    let n = totals.len();
    if n < 2 {
        return Err(NoFigure::TooFewApplications);
    }
    let ratings: usize = totals.iter().map(BTreeMap::len).sum();
    if ratings == n {
        return Err(NoFigure::TooFewReviewers);
    }
    let grand = mean(totals.iter().flat_map(BTreeMap::values)).ok_or(NoFigure::TooFewReviewers)?;
    let (mut between, mut within, mut squares) = (BigRational::zero(), BigRational::zero(), BigRational::zero());
    for row in totals {
        let row_mean = mean(row.values()).ok_or(NoFigure::TooFewReviewers)?;
        let off = &row_mean - &grand;
        between += &off * &off * whole(row.len());
        within += row.values().fold(BigRational::zero(), |sum, v| {
            let off = v - &row_mean;
            sum + &off * &off
        });
        squares += whole(row.len()) * whole(row.len());
    }
    let between = between / whole(n - 1);
    let within = within / whole(ratings - n);
    let k = (whole(ratings) - squares / whole(ratings)) / whole(n - 1);
    Ok(Variance { between, within, k })
}

/// Kendall's W = 12 S / (m² (n³ − n) − m Σ (t³ − t)), mid-ranks for ties. Only where every reviewer has a total for
/// every application: ranks over different sets cannot be added.
fn kendall_w(totals: &Totals) -> Result<BigRational, NoFigure> {
    let n = totals.len();
    if n < 2 {
        return Err(NoFigure::TooFewApplications);
    }
    let reviewers: BTreeSet<&String> = totals.iter().flat_map(BTreeMap::keys).collect();
    let m = reviewers.len();
    if m < 2 {
        return Err(NoFigure::TooFewReviewers);
    }
    let mut sums = vec![BigRational::zero(); n];
    let mut ties = BigRational::zero();
    for reviewer in reviewers {
        let column: Option<Vec<&BigRational>> = totals.iter().map(|row| row.get(reviewer)).collect();
        let column = column.ok_or(NoFigure::Incomplete)?;
        for (sum, value) in sums.iter_mut().zip(&column) {
            let below = column.iter().filter(|v| *v < value).count();
            let equal = column.iter().filter(|v| *v == value).count();
            *sum += whole(below) + whole(equal + 1) / whole(2);
            // Σ over groups of (t³ − t) = Σ over members of (t² − 1).
            ties += whole(equal * equal - 1);
        }
    }
    let middle = whole(m) * whole(n + 1) / whole(2);
    let squares = sums.iter().fold(BigRational::zero(), |all, sum| {
        let off = sum - &middle;
        all + &off * &off
    });
    let most = whole(m * m) * whole(n * n * n - n) - whole(m) * ties;
    if most.is_zero() {
        Err(NoFigure::NoVariation)
    } else {
        Ok(whole(12) * squares / most)
    }
}

/// Σ (vᵢ − vⱼ)² over ordered pairs = 2 (m Σ v² − (Σ v)²).
fn pair_squares<'a>(values: impl Iterator<Item = &'a BigRational>) -> BigRational {
    let (mut count, mut sum, mut squares) = (0, BigRational::zero(), BigRational::zero());
    for value in values {
        count += 1;
        sum += value;
        squares += value * value;
    }
    (whole(count) * squares - &sum * &sum) * whole(2)
}

/// Krippendorff's α for interval data: 1 − observed / expected disagreement, over applications with two totals or more.
fn krippendorff_alpha(totals: &Totals) -> Result<BigRational, NoFigure> {
    let units: Vec<_> = totals.iter().filter(|row| row.len() > 1).collect();
    if units.is_empty() {
        return Err(if totals.is_empty() {
            NoFigure::TooFewApplications
        } else {
            NoFigure::TooFewReviewers
        });
    }
    if units.len() < 2 {
        return Err(NoFigure::TooFewApplications);
    }
    let n: usize = units.iter().map(|row| row.len()).sum();
    let observed = units.iter().fold(BigRational::zero(), |sum, row| {
        sum + pair_squares(row.values()) / whole(row.len() - 1)
    });
    let expected = pair_squares(units.iter().flat_map(|row| row.values())) / whole(n - 1);
    if expected.is_zero() {
        Err(NoFigure::NoVariation)
    } else {
        Ok(whole(1) - observed / expected)
    }
}

#[cfg(test)]
mod tests;
