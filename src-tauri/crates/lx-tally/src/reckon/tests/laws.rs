//! Laws, against a second reckoning that shares nothing with the first: whole numbers over a common denominator.

use std::collections::BTreeMap;

use lx_domain::{
    Hundredths, Rule, Track,
    rule::{RoundingMode, Stage, TrimPer},
};
use proptest::prelude::*;

use crate::{
    reckon,
    standing::{Cell, TallyApplication, TallySheet},
};

const CRITERIA: [&str; 3] = ["a", "b", "c"];

/// A fraction of plain integers.
#[derive(Clone, Copy)]
struct Fraction(i128, i128);

impl Fraction {
    fn plus(self, other: Self) -> Self {
        Self(self.0 * other.1 + other.0 * self.1, self.1 * other.1).shortened()
    }
    fn times(self, other: Self) -> Self {
        Self(self.0 * other.0, self.1 * other.1).shortened()
    }
    fn shortened(self) -> Self {
        let (mut a, mut b) = (self.0.abs(), self.1);
        while b != 0 {
            (a, b) = (b, a % b);
        }
        if a == 0 { Self(0, 1) } else { Self(self.0 / a, self.1 / a) }
    }
    fn rounded(self, mode: RoundingMode, decimals: u8) -> Self {
        let ten = 10_i128.pow(u32::from(decimals));
        let (whole, rest) = ((self.0 * ten) / self.1, (self.0 * ten) % self.1);
        let up = match mode {
            RoundingMode::HalfUp => rest * 2 >= self.1,
            RoundingMode::HalfEven => rest * 2 > self.1 || (rest * 2 == self.1 && whole % 2 == 1),
        };
        Self(whole + i128::from(up), ten)
    }
    fn text(self, decimals: u8) -> String {
        let ten = 10_i128.pow(u32::from(decimals));
        let units = self.0 * ten / self.1;
        if decimals == 0 {
            units.to_string()
        } else {
            format!("{}.{:0>width$}", units / ten, units % ten, width = usize::from(decimals))
        }
    }
}

/// Drops the first-keyed highest, then the first-keyed lowest of the rest, by sorting.
fn trimmed<T: Clone>(mut all: Vec<(i128, String, T)>, min: usize) -> Vec<(i128, String, T)> {
    if all.len() < min {
        return all;
    }
    all.sort_by(|x, y| y.0.cmp(&x.0).then(x.1.cmp(&y.1)));
    all.remove(0);
    all.sort_by(|x, y| x.0.cmp(&y.0).then(x.1.cmp(&y.1)));
    all.remove(0);
    all
}

/// The score by the oracle; absent where a criterion has no points.
fn oracle(rule: &Rule, application: &TallyApplication) -> Option<String> {
    let points = |s: &TallySheet, id: &str| match s.cells.iter().find(|(k, _)| k.as_str() == id) {
        Some((_, Cell::Points(p))) => Some(i128::from(p.0)),
        _ => None,
    };
    let mut sheets: Vec<&TallySheet> = application.sheets.iter().collect();
    let min = rule.trim.map_or(usize::MAX, |t| t.min_sheets as usize);
    if rule.trim.is_some_and(|t| t.per == TrimPer::Total) {
        let weight = |i: usize| i128::from(rule.criteria[i].weight.units) * 10_i128.pow(6 - u32::from(rule.criteria[i].weight.scale));
        let total = |s: &TallySheet| (0..3).map(|i| Some(points(s, CRITERIA[i])? * weight(i))).sum::<Option<i128>>();
        let with: Vec<_> = sheets.iter().filter_map(|s| Some((total(s)?, s.key.clone(), *s))).collect();
        let without: Vec<_> = sheets.iter().filter(|s| total(s).is_none()).copied().collect();
        sheets = trimmed(with, min).into_iter().map(|(_, _, s)| s).chain(without).collect();
    }
    let round = |stage: Stage, f: Fraction| {
        if rule.rounding.after.contains(&stage) {
            f.rounded(rule.rounding.mode, rule.rounding.decimals)
        } else {
            f
        }
    };
    let mut sum = Fraction(0, 1);
    for (i, id) in CRITERIA.iter().enumerate() {
        let mut values: Vec<_> = sheets.iter().filter_map(|s| Some((points(s, id)?, s.key.clone(), ()))).collect();
        if rule.trim.is_some_and(|t| t.per == TrimPer::Criterion) {
            values = trimmed(values, min);
        }
        if values.is_empty() {
            return None;
        }
        let mean = Fraction(values.iter().map(|v| v.0).sum(), 100 * values.len() as i128);
        let weight = rule.criteria[i].weight;
        let weight = Fraction(i128::from(weight.units), 10_i128.pow(u32::from(weight.scale)));
        sum = sum.plus(round(Stage::Weighted, round(Stage::Criterion, mean.shortened()).times(weight)));
    }
    Some(round(Stage::Total, sum).text(rule.rounding.decimals))
}

fn a_rule() -> impl Strategy<Value = Rule> {
    let trim = prop_oneof![
        Just(""),
        Just("[trim]\nper=\"total\"\nmin_sheets=3"),
        Just("[trim]\nper=\"total\"\nmin_sheets=5"),
        Just("[trim]\nper=\"criterion\"\nmin_sheets=4")
    ];
    let mode = prop_oneof![Just("half_up"), Just("half_even")];
    let after = prop_oneof![
        Just("\"total\""),
        Just("\"weighted\""),
        Just("\"criterion\",\"total\""),
        Just("\"criterion\",\"weighted\",\"total\"")
    ];
    let weight = prop_oneof![Just("1"), Just("0.25"), Just("1.5"), Just("0.333333")];
    (trim, mode, 0..4_u8, after, [weight.clone(), weight.clone(), weight]).prop_map(|(trim, mode, decimals, after, weights)| {
        let criteria: String = CRITERIA
            .iter()
            .zip(weights)
            .map(|(id, weight)| format!("[[criteria]]\nid=\"{id}\"\nfull_marks=\"20\"\nweight=\"{weight}\"\n"))
            .collect();
        Rule::parse(&format!(
            "{criteria}{trim}\n[rounding]\nmode=\"{mode}\"\ndecimals={decimals}\nafter=[{after}]\n[ties]\nby=[\"b\"]"
        ))
        .expect("a rule")
    })
}

fn a_cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        12 => (0..=40_i64).prop_map(|n| Cell::Points(Hundredths(n * 50))),
        4 => (0..=2000_i64).prop_map(|n| Cell::Points(Hundredths(n))),
        1 => Just(Cell::Missing),
        1 => Just(Cell::NotApplicable),
        1 => Just(Cell::Abstained),
        1 => Just(Cell::Recused),
    ]
}

fn some_applications() -> impl Strategy<Value = Vec<TallyApplication>> {
    let sheets = proptest::collection::vec([a_cell(), a_cell(), a_cell()], 0..9);
    proptest::collection::vec(sheets, 1..5).prop_map(|all| {
        let sheet = |(n, cells): (usize, [Cell; 3])| TallySheet {
            reviewer: format!("R{n}"),
            key: format!("{:02}", (n * 7 + 3) % 11),
            cells: CRITERIA.iter().zip(cells).map(|(id, c)| (id.parse().expect("an id"), c)).collect(),
        };
        let application = |(n, sheets): (usize, Vec<[Cell; 3]>)| TallyApplication {
            number: format!("A{n}"),
            track: Track::Pilot,
            sheets: sheets.into_iter().enumerate().map(sheet).collect(),
        };
        all.into_iter().enumerate().map(application).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_score_is_the_oracles(rule in a_rule(), applications in some_applications()) {
        let standing = reckon(&rule, &applications);
        for application in &applications {
            let score = standing.application(&application.number).and_then(|a| a.score.as_ref()).map(ToString::to_string);
            prop_assert_eq!(score, oracle(&rule, application));
        }
    }

    #[test]
    fn the_order_of_sheets_and_applications_cannot_matter(rule in a_rule(), applications in some_applications(), turn in 0..8_usize) {
        let mut turned = applications.clone();
        turned.reverse();
        for application in &mut turned {
            let n = application.sheets.len();
            application.sheets.rotate_left(if n == 0 { 0 } else { turn % n });
            application.sheets.reverse();
        }
        prop_assert_eq!(reckon(&rule, &applications), reckon(&rule, &turned));
    }

    #[test]
    fn adding_what_is_missing_changes_no_score(rule in a_rule(), applications in some_applications()) {
        let mut more = applications.clone();
        for (application, cell) in more.iter_mut().zip([Cell::Missing, Cell::Recused, Cell::Abstained, Cell::NotApplicable]) {
            let cells: BTreeMap<_, _> = CRITERIA.iter().map(|id| (id.parse().expect("an id"), cell)).collect();
            application.sheets.push(TallySheet { reviewer: "late".into(), key: "00".into(), cells });
        }
        let (before, after) = (reckon(&rule, &applications), reckon(&rule, &more));
        for (a, b) in before.applications.iter().zip(&after.applications) {
            prop_assert_eq!((&a.number, a.rank, &a.score, &a.criteria, a.sheets), (&b.number, b.rank, &b.score, &b.criteria, b.sheets));
        }
        prop_assert_eq!(before.agreement, after.agreement);
    }

    #[test]
    fn a_score_lies_within_full_marks_and_ranks_follow_scores(rule in a_rule(), applications in some_applications()) {
        let standing = reckon(&rule, &applications);
        let scored: Vec<_> = standing.applications.iter().filter_map(|a| Some((a.rank?, a.score.as_ref()?.value()))).collect();
        for pair in scored.windows(2) {
            prop_assert!(pair[0].0 <= pair[1].0 && pair[0].1 >= pair[1].1);
        }
        for (rank, score) in scored {
            prop_assert!(rank >= 1 && score >= num_traits::Zero::zero());
            // 3 criteria × 20 points × the largest weight, and half a unit of the coarsest rounding for each.
            prop_assert!(score <= num_rational::BigRational::from_integer(92.into()));
        }
    }

    #[test]
    fn trimming_drops_exactly_one_high_and_one_low_or_nothing(rule in a_rule(), applications in some_applications()) {
        for line in reckon(&rule, &applications).applications {
            let on_totals = line.dropped.iter().filter(|d| d.criterion.is_none()).count();
            prop_assert!(on_totals == 0 || on_totals == 2);
            prop_assert_eq!(usize::try_from(line.sheets - line.kept).expect("small"), on_totals);
            let totals: Vec<_> = line.totals.iter().filter_map(|t| Some((t.kept, t.total.as_ref()?.value()))).collect();
            let out: Vec<_> = totals.iter().filter(|t| !t.0).map(|t| &t.1).collect();
            if let [x, y] = out.as_slice() {
                let (low, high) = if x <= y { (x, y) } else { (y, x) };
                prop_assert!(totals.iter().all(|t| *low <= &t.1 && &t.1 <= *high), "what is kept lies between what is dropped");
            }
        }
    }
}
