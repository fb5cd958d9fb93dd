//! The batch: what stops it, what it refuses, who may open it.

use std::{collections::BTreeMap, fs};

use lx_domain::{Outcome, Role};

use super::panel::{AT, Panel, enrol};
use crate::{
    StepError, beginning, exporting, identity,
    joining::{self, BatchRefusal},
    opening::{self, OpeningBlocker},
    profiles, screening,
};

#[test]
fn the_freeze_names_everything_that_is_missing() {
    let mut panel = Panel::before_the_freeze(0, 2);
    let Err(StepError::OpeningBlocked(found)) = opening::freeze(&mut panel.chair, AT) else {
        panic!("must be blocked")
    };
    assert!(
        found.iter().any(|b| matches!(b, OpeningBlocker::Unscreened(n) if n.len() == 2)),
        "{found:?}"
    );
    assert!(found.contains(&OpeningBlocker::NoReviewers), "{found:?}");
}

#[test]
fn nothing_flows_back_after_the_freeze() {
    let mut panel = Panel::of(1, 1);
    let number = panel.numbers[0].clone();
    let again = screening::screen(&mut panel.chair, &number, &BTreeMap::new(), Some(Outcome::Reject), "改判", AT);
    assert!(matches!(again, Err(StepError::Frozen)));
    let begun = beginning::begin(&mut panel.chair, &number, "outcome", Some("reject"));
    assert!(matches!(begun, Err(StepError::Frozen)));
    assert!(matches!(opening::freeze(&mut panel.chair, AT), Err(StepError::Frozen)));
    let import = crate::intake::import(&mut panel.chair, &[], &mut crate::Unwatched, AT);
    assert!(matches!(import, Err(StepError::TakingClosed)));
    assert!(matches!(
        opening::remove_member(&mut panel.chair, &panel.reviewers[0].me(), AT),
        Err(StepError::Frozen)
    ));
}

#[test]
fn an_outcome_against_the_findings_needs_a_reason() {
    let mut panel = Panel::before_the_freeze(1, 1);
    let number = panel.numbers[0].clone();
    let mut end = |outcome, reason| screening::screen(&mut panel.chair, &number, &BTreeMap::new(), Some(outcome), reason, AT);
    assert!(matches!(end(Outcome::Reject, " "), Err(StepError::ReasonMissing)));
    end(Outcome::Reject, "超出试点范围").unwrap();
    end(Outcome::Admit, "").unwrap();
}

fn refusal(outcome: Result<(), StepError>) -> BatchRefusal {
    match outcome {
        Err(StepError::BatchFile(refusal)) => refusal,
        other => panic!("must be refused: {other:?}"),
    }
}

#[test]
fn a_batch_file_is_opened_only_under_the_chairs_key_that_was_confirmed() {
    let mut panel = Panel::of(1, 1);
    let file = panel.export();
    let mut late = enrol(panel.path("late"), "周岚", Role::Reviewer);
    let chair = panel.chair.me();
    assert!(matches!(
        refusal(joining::open_batch(&mut late, &file, &chair, AT)),
        BatchRefusal::NotOnRoster
    ));
    // Another batch under another chair, with this reviewer on its roster: the desk trusts the first chair.
    let mut other = enrol(panel.path("other"), "沈敬", Role::Chair);
    opening::create_batch(&mut other, "试验批次", profiles::find("guangzhou-2022").unwrap(), false, AT).unwrap();
    let card = panel.path("again.lxid");
    identity::export_card(&mut panel.reviewers[0], &card, AT).unwrap();
    opening::add_cards(&mut other, &[card], AT).unwrap();
    let (dossier, documents) = super::panel::dossier(&other, "GZ2026-001");
    let digest = lx_seal::digest_of(&dossier).unwrap();
    other
        .ledger
        .transaction(|tx| {
            tx.put_documents(&documents)?;
            tx.put_dossier(&dossier, &digest)
        })
        .unwrap();
    screening::screen(&mut other, &dossier.number, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    opening::freeze(&mut other, AT).unwrap();
    let forged = panel.path("forged.lxbatch");
    exporting::export_batch(&mut other, &forged, &[], AT).unwrap();
    let found = refusal(joining::open_batch(&mut panel.reviewers[0], &forged, &other.me(), AT));
    assert!(matches!(found, BatchRefusal::ChairChanged { .. }), "{found:?}");
    let kinds: Vec<_> = crate::journal::list(&panel.reviewers[0])
        .unwrap()
        .into_iter()
        .map(|r| r.kind)
        .collect();
    assert!(kinds.contains(&"batch_refused".to_owned()));
}

#[test]
fn a_changed_or_cut_batch_file_is_refused_and_leaves_nothing() {
    let mut panel = Panel::before_the_freeze(2, 1);
    let number = panel.numbers[0].clone();
    screening::screen(&mut panel.chair, &number, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    opening::freeze(&mut panel.chair, AT).unwrap();
    let (file, chair) = (panel.export(), panel.chair.me());
    let bytes = fs::read(&file).unwrap();
    let copy = panel.path("copy.lxbatch");
    let desk = &mut panel.reviewers[0];
    let step = (bytes.len() / 40).max(1);
    for at in (0..bytes.len()).step_by(step) {
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        fs::write(&copy, &changed).unwrap();
        assert!(joining::open_batch(desk, &copy, &chair, AT).is_err(), "byte {at}");
        fs::write(&copy, &bytes[..at]).unwrap();
        assert!(joining::open_batch(desk, &copy, &chair, AT).is_err(), "cut at {at}");
    }
    assert!(desk.frozen().is_none());
    joining::open_batch(desk, &file, &chair, AT).unwrap();
    joining::open_batch(desk, &file, &chair, AT).unwrap();
}

#[test]
fn an_encrypted_batch_file_opens_on_its_recipients_desk_alone() {
    let mut panel = Panel::before_the_freeze(2, 1);
    let number = panel.numbers[0].clone();
    screening::screen(&mut panel.chair, &number, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    opening::freeze(&mut panel.chair, AT).unwrap();
    let (to, chair) = (panel.reviewers[0].me(), panel.chair.me());
    let file = panel.path("给林.lxbatch");
    exporting::export_batch(&mut panel.chair, &file, &[to], AT).unwrap();
    let found = refusal(joining::open_batch(&mut panel.reviewers[1], &file, &chair, AT));
    assert!(
        matches!(found, BatchRefusal::Confidential(lx_seal::ConfidentialError::NotForYou)),
        "{found:?}"
    );
    joining::open_batch(&mut panel.reviewers[0], &file, &chair, AT).unwrap();
    assert_eq!(panel.reviewers[0].frozen().unwrap().digest, panel.chair.frozen().unwrap().digest);
}

#[test]
fn a_secretary_prepares_the_batch_and_the_chair_countersigns_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let mut secretary = enrol(path("s"), "罗宁", Role::Secretary);
    let (mut chair, mut reviewer) = (enrol(path("c"), "沈敬", Role::Chair), enrol(path("r"), "周岚", Role::Reviewer));
    opening::create_batch(&mut secretary, "试验批次", profiles::find("guangzhou-2022").unwrap(), false, AT).unwrap();
    identity::export_card(&mut chair, &path("c.lxid"), AT).unwrap();
    identity::export_card(&mut reviewer, &path("r.lxid"), AT).unwrap();
    opening::add_cards(&mut secretary, &[path("c.lxid"), path("r.lxid")], AT).unwrap();
    let (dossier, documents) = super::panel::dossier(&secretary, "GZ2026-001");
    let digest = lx_seal::digest_of(&dossier).unwrap();
    secretary
        .ledger
        .transaction(|tx| {
            tx.put_documents(&documents)?;
            tx.put_dossier(&dossier, &digest)
        })
        .unwrap();
    screening::screen(&mut secretary, &dossier.number, &BTreeMap::new(), Some(Outcome::Admit), "齐备", AT).unwrap();
    opening::freeze(&mut secretary, AT).unwrap();
    exporting::export_batch(&mut secretary, &path("prepared.lxbatch"), &[], AT).unwrap();
    let found = refusal(joining::open_batch(&mut reviewer, &path("prepared.lxbatch"), &chair.me(), AT));
    assert!(matches!(found, BatchRefusal::ChairUnsigned), "{found:?}");
    let key = chair.me();
    joining::open_batch(&mut chair, &path("prepared.lxbatch"), &key, AT).unwrap();
    opening::freeze(&mut chair, AT).unwrap();
    exporting::export_batch(&mut chair, &path("signed.lxbatch"), &[], AT).unwrap();
    joining::open_batch(&mut reviewer, &path("signed.lxbatch"), &key, AT).unwrap();
    joining::open_batch(&mut secretary, &path("signed.lxbatch"), &key, AT).unwrap();
    assert!(secretary.frozen().unwrap().is_countersigned());
}

#[test]
fn a_reviewer_neither_imports_nor_rules() {
    let mut panel = Panel::of(1, 1);
    let desk = &mut panel.reviewers[0];
    let import = crate::intake::import(desk, &[], &mut crate::Unwatched, AT);
    assert!(matches!(import, Err(StepError::NotYourRole { .. })));
    assert!(matches!(crate::deciding::decide(desk, AT), Err(StepError::NotYourRole { .. })));
}
