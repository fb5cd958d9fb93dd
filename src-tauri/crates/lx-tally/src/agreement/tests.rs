use lx_domain::{Hundredths, Rule, Track};

use crate::{
    reckon,
    standing::{Agreement, Cell, Figure, NoFigure, TallyApplication, TallySheet},
};

/// Shrout & Fleiss (1979), table 2: six targets, four judges.
const SHROUT_FLEISS: [[Option<i64>; 4]; 6] = [
    [Some(9), Some(2), Some(5), Some(8)],
    [Some(6), Some(1), Some(3), Some(2)],
    [Some(8), Some(4), Some(6), Some(8)],
    [Some(7), Some(1), Some(2), Some(6)],
    [Some(10), Some(5), Some(6), Some(9)],
    [Some(6), Some(2), Some(4), Some(7)],
];

fn agreement<const K: usize>(table: &[[Option<i64>; K]]) -> Agreement {
    let rule =
        "[[criteria]]\nid = \"x\"\nfull_marks = \"20\"\nweight = \"1\"\n[rounding]\nmode = \"half_up\"\ndecimals = 2\nafter = [\"total\"]";
    let rule = Rule::parse(rule).expect("a rule");
    let sheet = |(judge, points): (usize, &Option<i64>)| {
        let cell = points.map_or(Cell::Missing, |p| Cell::Points(Hundredths(p * 100)));
        TallySheet {
            reviewer: format!("J{judge}"),
            key: format!("J{judge}"),
            cells: [("x".parse().expect("an id"), cell)].into(),
        }
    };
    let application = |(n, row): (usize, &[Option<i64>; K])| TallyApplication {
        number: format!("A{n}"),
        track: Track::Pilot,
        sheets: row.iter().enumerate().map(sheet).collect(),
    };
    let applications: Vec<_> = table.iter().enumerate().map(application).collect();
    reckon(&rule, &applications).agreement
}

fn shown(figure: &Figure, decimals: u32) -> String {
    match figure {
        Figure::Value(score) => score.to_decimals(decimals).to_string(),
        Figure::Null(why) => why.code().to_owned(),
    }
}

#[test]
fn the_published_table_of_shrout_and_fleiss_is_met() {
    let found = agreement(&SHROUT_FLEISS);
    assert_eq!(shown(&found.icc1, 2), "0.17");
    assert_eq!(shown(&found.icck, 2), "0.44");
    // To more places, from the same mean squares: B = 11.2417 (11 29/120), W = 6.2639 (6 19/72).
    assert_eq!(shown(&found.icc1, 4), "0.1657");
    assert_eq!(shown(&found.icck, 4), "0.4428");
}

#[test]
fn kendalls_w_corrects_for_ties() {
    // Hand-computed: ranks per judge (1.5, 1.5, 3), (1, 2, 3): R = 2.5, 3.5, 6; S = 6.5; W = 12·6.5 / (4·24 − 2·6) = 78/84.
    let found = agreement(&[[Some(5), Some(1)], [Some(5), Some(2)], [Some(9), Some(3)]]);
    assert_eq!(shown(&found.kendall_w, 6), "0.928571");
    // Full agreement is 1, full disagreement of two judges is 0.
    assert_eq!(
        shown(
            &agreement(&[[Some(1), Some(4)], [Some(2), Some(5)], [Some(3), Some(9)]]).kendall_w,
            2
        ),
        "1.00"
    );
    assert_eq!(
        shown(
            &agreement(&[[Some(1), Some(3)], [Some(2), Some(2)], [Some(3), Some(1)]]).kendall_w,
            2
        ),
        "0.00"
    );
}

#[test]
fn krippendorffs_alpha_leaves_single_ratings_aside() {
    // Hand-computed: units {1,2} {3,3} {5,4} and a lone 20: n = 6, Do = (2 + 0 + 2)/6 = 2/3,
    // De = 2(6·64 − 18²)/30 = 4; α = 1 − 1/6.
    let table = [[Some(1), Some(2)], [Some(3), Some(3)], [Some(5), Some(4)], [Some(20), None]];
    assert_eq!(shown(&agreement(&table).krippendorff_alpha, 6), "0.833333");
    assert_eq!(agreement(&table).kendall_w, Figure::Null(NoFigure::Incomplete));
}

#[test]
fn a_figure_that_cannot_be_computed_is_null_with_its_reason() {
    let lone = agreement(&[[Some(1), Some(2)]]);
    assert_eq!(lone.icc1, Figure::Null(NoFigure::TooFewApplications));
    assert_eq!(lone.krippendorff_alpha, Figure::Null(NoFigure::TooFewApplications));
    let single = agreement(&[[Some(1)], [Some(2)]]);
    assert_eq!(single.icc1, Figure::Null(NoFigure::TooFewReviewers));
    assert_eq!(single.kendall_w, Figure::Null(NoFigure::TooFewReviewers));
    assert_eq!(single.krippendorff_alpha, Figure::Null(NoFigure::TooFewReviewers));
    let flat = agreement(&[[Some(5), Some(5)], [Some(5), Some(5)]]);
    for figure in [flat.icc1, flat.icck, flat.kendall_w, flat.krippendorff_alpha] {
        assert_eq!(figure, Figure::Null(NoFigure::NoVariation), "nothing varies, so nothing can agree");
    }
    let nothing: [[Option<i64>; 2]; 0] = [];
    assert_eq!(agreement(&nothing).icc1, Figure::Null(NoFigure::TooFewApplications));
    // Reviewers differ, applications do not: the averaged figure has no denominator, the single one is −1/(k−1).
    let opposed = agreement(&[[Some(1), Some(3)], [Some(3), Some(1)]]);
    assert_eq!(shown(&opposed.icc1, 2), "-1.00");
    assert_eq!(opposed.icck, Figure::Null(NoFigure::NoVariation));
}
