//! Laws of merging, over made-up histories of sheets and rulings.

use lx_domain::{Digest, Hundredths, Ruling, RulingKind, Sheet, ruling::CorrectionCode};
use proptest::prelude::*;

use super::{batch, named, number, ruling, sheet, standing_of, who};

/// A history of sheets: each names earlier ones of its reviewer as parents, or forks.
fn a_history() -> impl Strategy<Value = Vec<(Digest, Sheet)>> {
    proptest::collection::vec((1..=5_u8, 0..=40_i64, 0..4_usize), 0..14).prop_map(|moves| {
        let mut sheets: Vec<(u8, String, (Digest, Sheet))> = Vec::new();
        for (n, (seat, points, back)) in moves.into_iter().enumerate() {
            let name = format!("h{n}");
            let own: Vec<String> = sheets.iter().filter(|s| s.0 == seat).map(|s| s.1.clone()).collect();
            let parents: Vec<&str> = own.iter().rev().skip(back).take(2).map(String::as_str).collect();
            sheets.push((seat, name.clone(), sheet(seat, points * 50, &parents, &name)));
        }
        sheets.into_iter().map(|s| s.2).collect()
    })
}

fn some_rulings() -> impl Strategy<Value = Vec<Ruling>> {
    let kind = prop_oneof![
        (0..14_u32).prop_map(|n| RulingKind::Void {
            sheet: named(&format!("h{n}"))
        }),
        (1..=5_u8, 0..14_u32).prop_map(|(seat, n)| RulingKind::Resolve {
            reviewer: who(seat),
            keep: named(&format!("h{n}"))
        }),
        (1..=5_u8).prop_map(|seat| RulingKind::Recuse {
            reviewer: who(seat),
            number: number("A-01"),
            ground: "other".into()
        }),
        (1..=5_u8, 0..2500_i64).prop_map(|(seat, points)| RulingKind::Correct {
            reviewer: who(seat),
            number: number("A-02"),
            criterion: "security".parse().expect("an id"),
            points: Hundredths(points),
            code: CorrectionCode::Objective,
        }),
    ];
    proptest::collection::vec(kind, 0..5).prop_map(|kinds| (1..).zip(kinds).map(|(n, kind)| ruling(n, kind)).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn merge_is_a_union_and_standing_knows_no_order(sheets in a_history(), rulings in some_rulings(), cut in 0..14_usize) {
        let outcome = standing_of(&batch(), &sheets, &rulings);
        let mut turned: Vec<_> = sheets.clone();
        turned.reverse();
        let length = turned.len();
        turned.rotate_left(cut.min(length));
        turned.extend(sheets.iter().take(cut).cloned());
        let mut back = rulings.clone();
        back.reverse();
        back.extend(rulings.iter().take(1).cloned());
        prop_assert_eq!(&outcome, &standing_of(&batch(), &turned, &back), "order and repetition cannot matter");
        let one_each: std::collections::BTreeSet<_> = outcome.counted.iter().collect();
        prop_assert_eq!(one_each.len(), outcome.counted.len());
        let places = outcome.counted.len() + outcome.superseded.len() + outcome.void.len() + outcome.conflicts.iter().map(|c| c.heads.len()).sum::<usize>();
        prop_assert_eq!(places, sheets.len(), "every sheet is counted, superseded, void or in conflict: none is silently lost");
    }
}
