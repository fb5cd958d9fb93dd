use std::collections::BTreeMap;

use lx_domain::{Hundredths, Rule, Track};

use super::{reckon, reckon_with_votes};
use crate::{
    read_score_table,
    standing::{Cell, Side, Standing, TallyApplication, TallySheet, WhyNotCode},
};

mod laws;

/// A rule over `a` and `b`, both of 20 points.
fn rule(trim: &str, rounding: &str) -> Rule {
    let text = format!(
        "[[criteria]]\nid = \"a\"\nfull_marks = \"20\"\nweight = \"1\"\n[[criteria]]\nid = \"b\"\nfull_marks = \"20\"\nweight = \"1\"\n\
         {trim}\n[rounding]\n{rounding}\n[ties]\nby = [\"b\"]"
    );
    Rule::parse(&text).expect("a rule")
}

const ONCE: &str = "mode = \"half_up\"\ndecimals = 2\nafter = [\"total\"]";
const ON_TOTALS: &str = "[trim]\nper = \"total\"\nmin_sheets = 5";
const PER_CRITERION: &str = "[trim]\nper = \"criterion\"\nmin_sheets = 5";

/// One application; rows of reviewer, points of a, points of b in the words of a score table.
fn of(number: &str, rows: &[(&str, &str, &str)]) -> TallyApplication {
    let mut csv = "application,reviewer,criterion,points\n".to_owned();
    for (reviewer, a, b) in rows {
        csv.push_str(&format!("{number},{reviewer},a,{a}\n{number},{reviewer},b,{b}\n"));
    }
    read_score_table(&csv, &rule("", ONCE)).expect("a table").remove(0)
}

fn score(standing: &Standing, number: &str) -> String {
    standing
        .application(number)
        .and_then(|a| a.score.as_ref())
        .map_or_else(|| "-".to_owned(), ToString::to_string)
}

fn mean(standing: &Standing, number: &str, criterion: &str) -> String {
    let line = standing.application(number).expect("the application");
    line.criteria
        .get(&criterion.parse().expect("an id"))
        .and_then(Option::as_ref)
        .map_or_else(|| "-".to_owned(), ToString::to_string)
}

fn codes(standing: &Standing, number: &str) -> Vec<String> {
    standing
        .application(number)
        .expect("the application")
        .warnings
        .iter()
        .map(|w| w.code.clone())
        .collect()
}

#[test]
fn a_score_is_the_sum_of_means_rounded_once() {
    // a: (10 + 11 + 11)/3 = 10.6667, b: (15 + 15 + 16)/3 = 15.3333; the sum is 26 exactly, not 10.67 + 15.33 by luck.
    let standing = reckon(
        &rule("", ONCE),
        &[of("X", &[("1", "10", "15"), ("2", "11", "15"), ("3", "11", "16")])],
    );
    assert_eq!(score(&standing, "X"), "26.00");
    assert_eq!(
        (mean(&standing, "X", "a"), mean(&standing, "X", "b")),
        ("10.67".to_owned(), "15.33".to_owned())
    );
}

#[test]
fn values_are_rounded_only_at_the_named_stages() {
    // Means 1/3 and 1/3: once at the end 2/3 → 0.67; each mean first 0.33 + 0.33 = 0.66.
    let rows = [("1", "0", "0"), ("2", "0", "0"), ("3", "1", "1")];
    let by = |after: &str| {
        score(
            &reckon(
                &rule("", &format!("mode = \"half_up\"\ndecimals = 2\nafter = [{after}]")),
                &[of("X", &rows)],
            ),
            "X",
        )
    };
    assert_eq!(by("\"total\""), "0.67");
    assert_eq!(by("\"criterion\", \"total\""), "0.66");
    assert_eq!(by("\"weighted\""), "0.66");
}

#[test]
fn the_weighted_stage_is_the_mean_times_the_weight() {
    let text = "[[criteria]]\nid = \"a\"\nfull_marks = \"20\"\nweight = \"0.15\"\n[[criteria]]\nid = \"b\"\nfull_marks = \"20\"\nweight = \"0.15\"\n[rounding]\nmode = \"half_up\"\ndecimals = 2\nafter = ";
    let by = |after: &str| {
        score(
            &reckon(
                &Rule::parse(&format!("{text}[{after}]")).expect("a rule"),
                &[of("X", &[("1", "10.10", "10.10")])],
            ),
            "X",
        )
    };
    // 10.10 × 0.15 = 1.515 each.
    assert_eq!(by("\"total\""), "3.03");
    assert_eq!(by("\"weighted\""), "3.04");
    assert_eq!(by("\"criterion\", \"weighted\", \"total\""), "3.04");
}

#[test]
fn halves_are_rounded_as_the_rule_says() {
    // The mean of two sheets a hundredth apart ends in exactly half a hundredth.
    for (first, second, up, even) in [
        ("10.00", "10.01", "10.01", "10.00"),
        ("10.01", "10.02", "10.02", "10.02"),
        ("0.00", "0.01", "0.01", "0.00"),
    ] {
        let rows = [("1", first, "0"), ("2", second, "0")];
        let by = |mode: &str| {
            score(
                &reckon(
                    &rule("", &format!("mode = \"{mode}\"\ndecimals = 2\nafter = [\"total\"]")),
                    &[of("X", &rows)],
                ),
                "X",
            )
        };
        assert_eq!(
            (by("half_up"), by("half_even")),
            (up.to_owned(), even.to_owned()),
            "{first} and {second}"
        );
    }
    let whole = |mode: &str| {
        score(
            &reckon(
                &rule("", &format!("mode = \"{mode}\"\ndecimals = 0\nafter = [\"total\"]")),
                &[of("X", &[("1", "2.50", "0")])],
            ),
            "X",
        )
    };
    assert_eq!((whole("half_up"), whole("half_even")), ("3".to_owned(), "2".to_owned()));
}

#[test]
fn one_highest_and_one_lowest_total_go_from_the_stated_number_on() {
    let five = [
        ("1", "10", "10"),
        ("2", "12", "12"),
        ("3", "14", "14"),
        ("4", "16", "16"),
        ("5", "20", "20"),
    ];
    let standing = reckon(&rule(ON_TOTALS, ONCE), &[of("X", &five), of("Y", &five[..4])]);
    assert_eq!(score(&standing, "X"), "28.00", "(24 + 28 + 32)/3");
    assert_eq!(score(&standing, "Y"), "26.00", "four sheets: nothing is dropped");
    let line = standing.application("X").expect("X");
    let dropped: Vec<_> = line.dropped.iter().map(|d| (d.reviewer.as_str(), d.which)).collect();
    assert_eq!(dropped, [("1", Side::Low), ("5", Side::High)]);
    assert_eq!((line.sheets, line.kept), (5, 3));
    assert_eq!(
        codes(&standing, "Y"),
        ["not_trimmed"],
        "where some are trimmed, the others say that they are not"
    );
}

#[test]
fn the_kept_means_add_up_to_the_score_also_with_equal_totals() {
    // All totals 20; the sheets whose keys sort first are dropped, and the means are of the three others.
    let equal = [
        ("e", "4", "16"),
        ("d", "8", "12"),
        ("c", "12", "8"),
        ("b", "16", "4"),
        ("a", "20", "0"),
    ];
    let standing = reckon(&rule(ON_TOTALS, ONCE), &[of("X", &equal)]);
    let dropped: Vec<_> = standing
        .application("X")
        .expect("X")
        .dropped
        .iter()
        .map(|d| d.reviewer.clone())
        .collect();
    assert_eq!(dropped, ["a", "b"]);
    assert_eq!(
        (mean(&standing, "X", "a"), mean(&standing, "X", "b"), score(&standing, "X")),
        ("8.00".into(), "12.00".into(), "20.00".into())
    );
}

#[test]
fn trimming_per_criterion_drops_points_and_not_sheets() {
    let rows = [
        ("1", "0", "20"),
        ("2", "10", "10"),
        ("3", "11", "11"),
        ("4", "12", "12"),
        ("5", "20", "0"),
    ];
    let standing = reckon(&rule(PER_CRITERION, ONCE), &[of("X", &rows)]);
    assert_eq!(score(&standing, "X"), "22.00");
    let line = standing.application("X").expect("X");
    assert_eq!((line.kept, line.dropped.len()), (5, 4));
}

#[test]
fn a_sheet_with_a_missing_criterion_has_no_total_and_is_never_the_lowest() {
    let rows = [
        ("1", "10", "10"),
        ("2", "12", "12"),
        ("3", "14", "14"),
        ("4", "16", "16"),
        ("5", "18", "18"),
        ("6", "2", ""),
    ];
    let standing = reckon(&rule(ON_TOTALS, ONCE), &[of("X", &rows)]);
    let line = standing.application("X").expect("X");
    assert!(line.dropped.iter().all(|d| d.reviewer != "6"), "its two points are not a total");
    // a: (12 + 14 + 16 + 2)/4 = 11, b: (12 + 14 + 16)/3 = 14.
    assert_eq!(score(&standing, "X"), "25.00");
    assert_eq!((line.sheets, line.kept, line.missing), (6, 4, 1));
    assert!(line.totals.iter().any(|t| t.reviewer == "6" && t.total.is_none()));
    let four_totals = reckon(&rule(ON_TOTALS, ONCE), &[of("X", &rows[1..])]);
    assert!(
        four_totals.application("X").expect("X").dropped.is_empty(),
        "five valid sheets but four totals: nothing is dropped"
    );
}

#[test]
fn missing_is_not_zero() {
    let whole = [("1", "10", "10"), ("2", "20", "20")];
    let expected = score(&reckon(&rule("", ONCE), &[of("X", &whole)]), "X");
    assert_eq!(expected, "30.00");
    for (word, count) in [("", "missing"), ("recused", "recused"), ("abstained", "abstained"), ("na", "none")] {
        let standing = reckon(&rule("", ONCE), &[of("X", &[whole[0], whole[1], ("3", word, word)])]);
        let line = standing.application("X").expect("X");
        assert_eq!(score(&standing, "X"), expected, "{word:?} lowers no sum");
        assert_eq!(line.sheets, 2, "{word:?} is no valid sheet");
        let counts = [("missing", line.missing), ("recused", line.recused), ("abstained", line.abstained)];
        assert!(
            counts.iter().all(|(name, n)| *n == u32::from(*name == count)),
            "{word:?}: {counts:?}"
        );
    }
    let one_cell = reckon(&rule("", ONCE), &[of("X", &[("1", "10", ""), ("2", "20", "20")])]);
    assert_eq!(
        (mean(&one_cell, "X", "a"), mean(&one_cell, "X", "b")),
        ("15.00".into(), "20.00".into())
    );
    assert_eq!(codes(&one_cell, "X"), ["missing_points"]);
}

#[test]
fn a_criterion_that_nobody_scored_leaves_no_score() {
    let standing = reckon(
        &rule("", ONCE),
        &[
            of("X", &[("1", "10", ""), ("2", "20", "na")]),
            of("Y", &[("1", "", "")]),
            of("Z", &[("1", "1", "1")]),
        ],
    );
    let why = |n: &str| {
        standing
            .application(n)
            .and_then(|a| a.why.as_ref())
            .map(|w| (w.code, w.criteria.len()))
    };
    assert_eq!(why("X"), Some((WhyNotCode::CriterionUnscored, 1)));
    assert_eq!(why("Y"), Some((WhyNotCode::NoSheets, 2)));
    assert_eq!(
        (score(&standing, "X"), mean(&standing, "X", "a"), mean(&standing, "X", "b")),
        ("-".into(), "15.00".into(), "-".into())
    );
    let order: Vec<_> = standing.applications.iter().map(|a| (a.number.as_str(), a.rank)).collect();
    assert_eq!(
        order,
        [("Z", Some(1)), ("X", None), ("Y", None)],
        "without a score there is no rank"
    );
    let json = standing.to_json(&|code, _| code.to_owned());
    assert_eq!(json["applications"][1]["score"], serde_json::Value::Null);
    assert_eq!(json["applications"][1]["why"], "criterion_unscored");
}

#[test]
fn ties_go_by_the_rules_criteria_then_wait_for_the_vote() {
    let apps = [
        of("W", &[("1", "9", "9")]),
        of("X", &[("1", "8", "10")]),
        of("Y", &[("1", "9", "9")]),
        of("Z", &[("1", "1", "1")]),
    ];
    let ranks = |votes: &[Vec<String>]| {
        let standing = reckon_with_votes(&rule("", ONCE), &apps, votes);
        standing
            .applications
            .iter()
            .map(|a| (a.number.clone(), a.rank.unwrap_or(0)))
            .collect::<Vec<_>>()
    };
    let named = |all: [(&str, u32); 4]| all.map(|(n, r)| (n.to_owned(), r)).to_vec();
    assert_eq!(ranks(&[]), named([("X", 1), ("W", 2), ("Y", 2), ("Z", 4)]));
    let vote = |order: &[&str]| order.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
    assert_eq!(ranks(&[vote(&["Y", "W"])]), named([("X", 1), ("Y", 2), ("W", 3), ("Z", 4)]));
    assert_eq!(
        ranks(&[vote(&["Y", "W"]), vote(&["W", "Y"])]),
        named([("X", 1), ("W", 2), ("Y", 3), ("Z", 4)]),
        "the last vote counts"
    );
    assert_eq!(
        ranks(&[vote(&["Z", "X"])]),
        named([("X", 1), ("W", 2), ("Y", 2), ("Z", 4)]),
        "a vote never overrules the score"
    );
    assert!(codes(&reckon(&rule("", ONCE), &apps), "W").contains(&"tied".to_owned()));
}

#[test]
fn each_track_has_ranks_of_its_own() {
    let mut coached = of("C", &[("1", "20", "20")]);
    coached.track = Track::Coaching;
    let standing = reckon(&rule("", ONCE), &[coached, of("X", &[("1", "1", "1")])]);
    let ranks: Vec<_> = standing.applications.iter().map(|a| (a.number.as_str(), a.rank)).collect();
    assert_eq!(ranks, [("X", Some(1)), ("C", Some(1))]);
}

#[test]
fn a_total_far_from_the_median_is_pointed_out_and_changes_nothing() {
    // Full marks 40, 15 % = 6; the median of 20, 30, 36.01 is 30.
    let standing = reckon(
        &rule("", ONCE),
        &[of("X", &[("1", "12", "12"), ("2", "15", "15"), ("3", "18", "18.01")])],
    );
    let unusual: Vec<_> = standing
        .application("X")
        .expect("X")
        .warnings
        .iter()
        .filter_map(|w| w.reviewer.clone())
        .collect();
    assert_eq!(unusual, ["3"], "exactly 6 away is not more than 6");
    assert_eq!(score(&standing, "X"), "30.00");
}

#[test]
fn points_out_of_range_never_count() {
    let id = |text: &str| text.parse().expect("an id");
    let cells = BTreeMap::from([
        (id("a"), Cell::Points(Hundredths(2_050))),
        (id("b"), Cell::Points(Hundredths(1_000))),
    ]);
    let mut application = of("X", &[("1", "10", "10")]);
    application.sheets.push(TallySheet {
        reviewer: "2".into(),
        key: "2".into(),
        cells,
    });
    let standing = reckon(&rule("", ONCE), &[application]);
    assert_eq!(score(&standing, "X"), "20.00");
    assert_eq!(codes(&standing, "X"), ["points_out_of_range"]);
}

#[test]
fn stability_says_on_whom_a_rank_hangs() {
    let x = of("X", &[("1", "20", "20"), ("2", "10", "10"), ("3", "10", "10")]);
    let y = of("Y", &[("1", "10", "10"), ("2", "12", "12"), ("3", "12", "12")]);
    let standing = reckon(&rule("", ONCE), &[y, x, of("Z", &[("1", "", "")])]);
    let found: Vec<_> = standing
        .stability
        .iter()
        .map(|s| (s.number.as_str(), s.rank_low, s.rank_high, s.swing_reviewer.as_deref()))
        .collect();
    assert_eq!(
        found,
        [
            ("X", Some(1), Some(2), Some("1")),
            ("Y", Some(1), Some(2), Some("1")),
            ("Z", None, None, None)
        ]
    );
}

#[test]
fn the_command_lines_keys_are_all_there() {
    let standing = reckon(&rule(ON_TOTALS, ONCE), &[of("X", &[("1", "10", "10"), ("2", "11", "12")])]);
    let json = standing.to_json(&|code, args| format!("{code} {args:?}"));
    for key in ["rule", "applications", "agreement", "stability"] {
        assert!(json.get(key).is_some(), "{key}");
    }
    for key in [
        "number",
        "rank",
        "score",
        "criteria",
        "sheets",
        "recused",
        "abstained",
        "missing",
        "warnings",
    ] {
        assert!(json["applications"][0].get(key).is_some(), "{key}");
    }
    assert_eq!(json["rule"]["criteria"][0]["full_marks"], "20.00", "as in a rule file");
    assert_eq!(json["applications"][0]["score"], "21.50");
    assert_eq!(json["applications"][0]["criteria"]["a"], "10.50");
    for key in ["icc1", "icck", "kendall_w", "krippendorff_alpha"] {
        assert!(
            json["agreement"][key].is_null() && json["agreement"]["why"][key].is_string(),
            "{key}"
        );
    }
}
