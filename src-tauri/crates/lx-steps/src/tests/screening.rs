//! The screening: all or nothing.

use std::collections::BTreeMap;

use lx_domain::{ItemId, ItemState, Outcome};

use super::panel::{AT, Panel};
use crate::{
    StepError,
    screening::{Given, screen},
};

fn plan(state: ItemState) -> BTreeMap<ItemId, Given> {
    BTreeMap::from([("pilot_plan".parse().unwrap(), state.into())])
}

#[test]
fn a_refused_screening_leaves_neither_verdicts_nor_a_line_in_the_journal() {
    let mut panel = Panel::before_the_freeze(0, 1);
    let number = panel.numbers[0].clone();
    let desk = &mut panel.chair;
    screen(desk, &number, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    let before = (desk.ledger.admission(&number).unwrap(), desk.ledger.journal().unwrap().len());
    let unreasoned = screen(desk, &number, &plan(ItemState::Present), Some(Outcome::Reject), " ", AT);
    assert!(matches!(unreasoned, Err(StepError::ReasonMissing)), "{unreasoned:?}");
    for outcome in [None, Some(Outcome::Supplement)] {
        let unprintable = screen(desk, &number, &plan(ItemState::Missing), outcome, "缺\u{10FFFD}", AT);
        assert!(matches!(unprintable, Err(StepError::MissingGlyphs(_))), "{unprintable:?}");
    }
    assert_eq!(desk.ledger.item_verdicts(&number).unwrap(), BTreeMap::new());
    assert_eq!(
        (desk.ledger.admission(&number).unwrap(), desk.ledger.journal().unwrap().len()),
        before
    );
    screen(
        desk,
        &number,
        &plan(ItemState::Missing),
        Some(Outcome::Supplement),
        "缺试点方案",
        AT,
    )
    .unwrap();
    let kept = desk.ledger.admission(&number).unwrap().unwrap();
    assert_eq!(
        (kept.outcome, kept.items[&"pilot_plan".parse::<ItemId>().unwrap()].state),
        (Outcome::Supplement, ItemState::Missing)
    );
    assert_eq!(desk.ledger.item_verdicts(&number).unwrap().len(), 1, "verdict and outcome together");
}
