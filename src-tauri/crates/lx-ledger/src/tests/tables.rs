use std::collections::BTreeMap;

use lx_domain::{
    Admission, Card, CriterionId, DecisionEntry, Declaration, Dissent, DraftAssessment, DraftMark, Hundredths, ItemState, ItemVerdict,
    Mark, Member, Opinion, Outcome, Role,
};

use super::*;
use crate::{Begun, Correction};

fn criterion(id: &str) -> CriterionId {
    id.parse().unwrap()
}

fn mark(points: i64) -> DraftMark {
    DraftMark {
        mark: Some(Mark::Points(Hundredths(points))),
        reason: "理由".to_owned(),
        evidence: Vec::new(),
    }
}

fn assessment(number_text: &str) -> DraftAssessment {
    DraftAssessment {
        number: number(number_text),
        dossier: Digest([1; 32]),
        declared: Declaration::Clear,
        marks: BTreeMap::new(),
        comment: String::new(),
        vetoes: Vec::new(),
        abstained: None,
    }
}

#[test]
fn a_step_that_fails_has_written_nothing() {
    let (_desk, mut ledger) = Desk::new();
    let failed = ledger.transaction(|tx| {
        tx.set_setting("a", "1")?;
        tx.append_journal("import", None, None, NOW, &serde_json::Value::Null)?;
        Err::<(), _>(LedgerError::Unknown { what: "x".to_owned() })
    });
    assert!(failed.is_err());
    assert_eq!(ledger.setting("a").unwrap(), None);
    assert_eq!(ledger.journal().unwrap(), []);
    write(&mut ledger, |tx| tx.set_setting("a", "2"));
    assert_eq!(ledger.setting("a").unwrap().as_deref(), Some("2"));
}

#[test]
fn the_journal_is_one_chain_and_its_head_moves() {
    let (desk, mut ledger) = Desk::new();
    assert_eq!(ledger.journal_head().unwrap(), Digest([0; 32]));
    let first = write(&mut ledger, |tx| {
        tx.append_journal(
            "import",
            Some(&Digest([2; 32])),
            Some(&SECRETARY),
            NOW,
            &serde_json::json!({ "包": 3 }),
        )
    });
    let second = write(&mut ledger, |tx| {
        tx.append_journal("screen", None, None, NOW, &serde_json::Value::Null)
    });
    drop(ledger);
    let ledger = desk.open().unwrap();
    let rows = ledger.journal().unwrap();
    assert_eq!(rows.iter().map(|r| (r.seq, r.link)).collect::<Vec<_>>(), [(1, first), (2, second)]);
    assert_eq!(
        (rows[1].prev, rows[0].detail["包"].as_i64(), rows[0].by),
        (first, Some(3), Some(SECRETARY))
    );
    assert_eq!(ledger.journal_head().unwrap(), second);
}

#[test]
fn a_draft_comes_back_as_it_was_saved_round_by_round() {
    let (desk, mut ledger) = Desk::new();
    let mut first = assessment("GZ2026-001");
    first.marks.insert(criterion("innovation"), mark(1750));
    first.comment = "总体良好".to_owned();
    let mut second = assessment("GZ2026-002");
    second.declared = Declaration::Tie {
        ground: "employment".to_owned(),
        reason: "曾任职".to_owned(),
    };
    second.abstained = Some("材料不足".to_owned());
    write(&mut ledger, |tx| {
        tx.put_draft_assessment(1, &first, NOW)?;
        tx.put_draft_assessment(1, &second, NOW)?;
        tx.put_draft_mark(1, &first.number, &criterion("security"), &mark(900), UnixMillis(NOW.0 + 5))
    });
    first.marks.insert(criterion("security"), mark(900));
    drop(ledger);
    let ledger = desk.open().unwrap();
    let sheet = ledger.draft_sheet(1).unwrap();
    assert_eq!(sheet.assessments.values().collect::<Vec<_>>(), [&first, &second]);
    assert_eq!(ledger.draft_assessment(1, &first.number).unwrap(), Some(first.clone()));
    assert_eq!(ledger.draft_saved_at(1, &first.number).unwrap(), Some(UnixMillis(NOW.0 + 5)));
    assert_eq!(ledger.draft_changed_at(1).unwrap(), Some(UnixMillis(NOW.0 + 5)));
    assert_eq!(ledger.draft_changed_at(2).unwrap(), None);
    assert!(ledger.draft_sheet(2).unwrap().assessments.is_empty());
}

#[test]
fn every_mark_ever_given_is_remembered() {
    let (_desk, mut ledger) = Desk::new();
    let mut draft = assessment("GZ2026-001");
    draft.marks.insert(criterion("innovation"), mark(1750));
    write(&mut ledger, |tx| tx.put_draft_assessment(1, &draft, NOW));
    write(&mut ledger, |tx| tx.put_draft_assessment(1, &draft, NOW));
    write(&mut ledger, |tx| {
        tx.put_draft_mark(1, &draft.number, &criterion("innovation"), &mark(1800), NOW)
    });
    draft.marks.clear();
    write(&mut ledger, |tx| tx.put_draft_assessment(1, &draft, NOW));
    write(&mut ledger, |tx| tx.clear_draft(1));
    let points = |mark: Option<Mark>| mark.map(|m| if let Mark::Points(Hundredths(p)) = m { p } else { -1 });
    let changes = ledger.mark_changes(1).unwrap();
    let changes: Vec<_> = changes.iter().map(|c| (points(c.before), points(c.after))).collect();
    assert_eq!(changes, [(None, Some(1750)), (Some(1750), Some(1800)), (Some(1800), None)]);
    assert!(ledger.draft_sheet(1).unwrap().assessments.is_empty());
}

#[test]
fn a_mark_without_a_draft_is_refused() {
    let (_desk, mut ledger) = Desk::new();
    let refused = ledger.transaction(|tx| tx.put_draft_mark(1, &number("P-01"), &criterion("security"), &mark(1), NOW));
    assert!(matches!(refused, Err(LedgerError::Unknown { .. })));
}

#[test]
fn an_application_set_aside_is_kept_but_out_until_a_person_takes_it_back() {
    let (_desk, mut ledger) = Desk::new();
    write(&mut ledger, |tx| {
        tx.put_dossier(&dossier("GZ2026-002", 1, &[]), &Digest([2; 32]))?;
        tx.put_dossier(&dossier("GZ2026-001", 1, &[]), &Digest([1; 32]))?;
        tx.put_aside(&aside(&number("GZ2026-002"), "重复提交"), &SECRETARY, NOW)
    });
    let numbers = |l: &Ledger| {
        l.dossiers()
            .unwrap()
            .into_iter()
            .map(|(_, d)| d.number.to_string())
            .collect::<Vec<_>>()
    };
    assert_eq!(numbers(&ledger), ["GZ2026-001"]);
    assert_eq!(ledger.set_aside().unwrap(), [aside(&number("GZ2026-002"), "重复提交")]);
    write(&mut ledger, |tx| tx.put_dossier(&dossier("GZ2026-002", 2, &[]), &Digest([3; 32])));
    assert_eq!(numbers(&ledger), ["GZ2026-001"], "a supplement does not bring it back");
    write(&mut ledger, |tx| tx.take_back(&number("GZ2026-002")).map(drop));
    assert_eq!(numbers(&ledger), ["GZ2026-001", "GZ2026-002"]);
}

#[test]
fn corrections_are_kept_in_order_with_who_and_why() {
    let (_desk, mut ledger) = Desk::new();
    let correction = |value: &str| Correction {
        number: number("GZ2026-001"),
        version: 1,
        about: lx_domain::Corrected::Field(lx_domain::FieldId::Title),
        value: value.to_owned(),
        reason: "与承诺函一致".to_owned(),
        by: SECRETARY,
        at: NOW,
    };
    write(&mut ledger, |tx| {
        tx.put_dossier(&dossier("GZ2026-001", 1, &[]), &Digest([1; 32]))?;
        tx.put_correction(&correction("甲"))?;
        tx.put_correction(&correction("乙"))
    });
    assert_eq!(
        ledger.corrections(&number("GZ2026-001")).unwrap(),
        [correction("甲"), correction("乙")]
    );
}

#[test]
fn screening_holds_the_last_verdict_and_the_last_outcome() {
    let (_desk, mut ledger) = Desk::new();
    let (application, item) = (number("GZ2026-001"), "pilot_plan".parse().unwrap());
    let verdict = |state| ItemVerdict::of(state, "缺页");
    let admission = Admission {
        number: application.clone(),
        dossier: Digest([1; 32]),
        items: BTreeMap::new(),
        outcome: Outcome::Admit,
        reason: String::new(),
        by: SECRETARY,
        at: NOW,
        profile: None,
        first_reading: None,
    };
    write(&mut ledger, |tx| {
        tx.put_dossier(&dossier("GZ2026-001", 1, &[]), &Digest([1; 32]))?;
        tx.put_item_verdict(&application, &item, &verdict(ItemState::Missing), &SECRETARY, NOW)?;
        tx.put_item_verdict(&application, &item, &verdict(ItemState::Irregular), &SECRETARY, NOW)?;
        tx.put_admission(&admission, 1)
    });
    assert_eq!(
        ledger.item_verdicts(&application).unwrap(),
        BTreeMap::from([(item, verdict(ItemState::Irregular))])
    );
    assert_eq!(ledger.admission(&application).unwrap(), Some(admission.clone()));
    assert_eq!(ledger.admissions().unwrap().len(), 1);
    assert!(write(&mut ledger, |tx| tx.remove_admission(&application)));
    write(&mut ledger, |tx| tx.clear_item_verdicts(&application));
    assert_eq!(ledger.admission(&application).unwrap(), None);
    assert!(ledger.item_verdicts(&application).unwrap().is_empty());
    assert_eq!(
        ledger.screened(&application).unwrap(),
        BTreeMap::from([(1, admission)]),
        "a supplement opens the screening again; how it ended before stays"
    );
}

#[test]
fn of_several_ends_of_one_version_the_last_is_remembered() {
    let (_desk, mut ledger) = Desk::new();
    let of = |outcome| Admission {
        number: number("GZ2026-001"),
        dossier: Digest([1; 32]),
        items: BTreeMap::new(),
        outcome,
        reason: String::new(),
        by: SECRETARY,
        at: NOW,
        profile: Some(Digest([9; 32])),
        first_reading: None,
    };
    write(&mut ledger, |tx| {
        tx.put_dossier(&dossier("GZ2026-001", 1, &[]), &Digest([1; 32]))?;
        tx.put_dossier(&dossier("GZ2026-001", 2, &[]), &Digest([2; 32]))?;
        tx.put_admission(&of(Outcome::Reject), 1)?;
        tx.put_admission(&of(Outcome::Supplement), 1)?;
        tx.put_admission(&of(Outcome::Admit), 2)
    });
    let ended: Vec<_> = ledger
        .screened(&number("GZ2026-001"))
        .unwrap()
        .into_iter()
        .map(|(version, a)| (version, a.outcome))
        .collect();
    assert_eq!(ended, [(1, Outcome::Supplement), (2, Outcome::Admit)]);
}

#[test]
fn papers_that_went_out_are_kept_in_order() {
    let (_desk, mut ledger) = Desk::new();
    let paper = |kind: &str| crate::Issued {
        number: number("GZ2026-001"),
        version: 1,
        kind: kind.to_owned(),
        paper: "{}".to_owned(),
        digest: Digest([5; 32]),
        by: SECRETARY,
        at: NOW,
    };
    let orphan = ledger.transaction(|tx| tx.put_issued(&paper("receipt")));
    assert!(orphan.is_err(), "a paper on a dossier that is not there");
    write(&mut ledger, |tx| {
        tx.put_dossier(&dossier("GZ2026-001", 1, &[]), &Digest([1; 32]))?;
        tx.put_issued(&paper("receipt"))?;
        tx.put_issued(&paper("notice"))
    });
    assert_eq!(ledger.issued(&number("GZ2026-001")).unwrap(), [paper("receipt"), paper("notice")]);
}

#[test]
fn the_roster_lists_by_role_and_seat() {
    let (_desk, mut ledger) = Desk::new();
    let member = |key: u8, role, seat| Member {
        fingerprint: Fingerprint([key; 32]),
        role,
        seat,
        card: Card {
            name: format!("专家{key}䶮"),
            org: "某院".to_owned(),
            role,
            sign_key: String::new(),
            box_key: String::new(),
            certificates: Vec::new(),
            made_at: NOW,
        },
    };
    write(&mut ledger, |tx| {
        tx.put_member(&member(1, Role::Reviewer, 2))?;
        tx.put_member(&member(2, Role::Reviewer, 1))?;
        tx.put_member(&member(3, Role::Secretary, 1))?;
        tx.put_member(&member(4, Role::Reviewer, 3))?;
        tx.put_member(&member(4, Role::Chair, 1))
    });
    let keys = |l: &Ledger| l.roster().unwrap().members.iter().map(|m| m.fingerprint.0[0]).collect::<Vec<_>>();
    assert_eq!(keys(&ledger), [4, 2, 1, 3]);
    assert!(write(&mut ledger, |tx| tx.remove_member(&Fingerprint([1; 32]))));
    assert!(!write(&mut ledger, |tx| tx.remove_member(&Fingerprint([1; 32]))));
    assert_eq!(keys(&ledger), [4, 2, 3]);
}

#[test]
fn what_was_begun_is_there_again_until_it_is_forgotten() {
    let (desk, mut ledger) = Desk::new();
    let begun = |field: &str, text: &str| Begun {
        number: number("GZ2026-001"),
        field: field.to_owned(),
        text: text.to_owned(),
    };
    for one in [
        begun("outcome", ""),
        begun("item plan reason missing", "请补"),
        begun("item plan reason missing", "请补齐"),
    ] {
        write(&mut ledger, |tx| tx.put_begun(&one));
    }
    drop(ledger);
    let mut ledger = desk.open().unwrap();
    assert_eq!(
        ledger.begun().unwrap(),
        [begun("item plan reason missing", "请补齐"), begun("outcome", "")]
    );
    write(&mut ledger, |tx| tx.remove_begun(&number("GZ2026-001"), "outcome"));
    assert_eq!(ledger.begun().unwrap(), [begun("item plan reason missing", "请补齐")]);
}

#[test]
fn opinions_dissents_notes_and_the_trusted_chair_are_remembered() {
    let (_desk, mut ledger) = Desk::new();
    let entry = DecisionEntry {
        number: number("GZ2026-001"),
        opinion: Opinion::Recommend,
        reason: "创新突出".to_owned(),
        industry: "契合".to_owned(),
    };
    let dissent = Dissent {
        by: SECRETARY,
        text: "不同意".to_owned(),
    };
    assert_eq!(ledger.trusted_chair().unwrap(), None);
    assert!(ledger.identity().unwrap().is_none());
    write(&mut ledger, |tx| {
        tx.put_opinion(&entry, NOW)?;
        tx.put_dissent(&dissent, NOW)?;
        tx.set_note(&entry.number, "问退出方案", NOW)?;
        tx.put_identity(b"secret", NOW)?;
        tx.set_trusted_chair(&SECRETARY, NOW)
    });
    assert_eq!(ledger.opinions().unwrap(), std::slice::from_ref(&entry));
    assert_eq!(ledger.dissents().unwrap(), [dissent]);
    assert_eq!(ledger.note(&entry.number).unwrap(), "问退出方案");
    assert_eq!(ledger.note(&number("P-01")).unwrap(), "");
    assert_eq!(ledger.identity().unwrap().unwrap().as_slice(), b"secret");
    assert_eq!(ledger.trusted_chair().unwrap(), Some((SECRETARY, NOW)));
    assert!(write(&mut ledger, |tx| Ok(
        tx.remove_opinion(&entry.number)? && tx.remove_dissent(&SECRETARY)?
    )));
    write(&mut ledger, |tx| tx.forget_setting("never set"));
    assert_eq!(ledger.opinions().unwrap(), []);
}
