//! Sealing, merging, ruling, deciding.

use std::fs;

use lx_domain::RulingKind;
use lx_seal::Envelope;

use super::panel::{AT, Panel, fill};
use crate::{
    StepError,
    checking::MergeRefusal,
    deciding, declaring, journal, merging, ruling,
    scoring::{self, Given},
    sealing,
    sheet_file::SheetFile,
};

#[test]
fn sheets_merge_in_any_order_to_the_same_standing() {
    let mut first = Panel::of(3, 2);
    let files = [
        first.sheet(0, "16", "a.lxsheet"),
        first.sheet(1, "17.5", "b.lxsheet"),
        first.sheet(2, "15.5", "c.lxsheet"),
    ];
    let empty = first.standing();
    let mut seen = Vec::new();
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let folder = first.path(&format!("copy{}{}{}", order[0], order[1], order[2]));
        copy(first.chair.folder(), &folder);
        let mut chair = crate::Desk::open(&folder, "口令").unwrap();
        for place in order {
            merging::merge(&mut chair, &[files[place].clone()], false, AT).unwrap();
        }
        seen.push(serde_json::to_string(&merging::outcome(&chair).unwrap().standing).unwrap());
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
    assert_ne!(seen[0], empty);
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(drop).unwrap()
        }
    }
}

#[test]
fn forged_foreign_damaged_and_repeated_sheets_are_named_and_left_out() {
    let mut panel = Panel::of(2, 2);
    let mut other = Panel::of(1, 2);
    let (good, second, foreign) = (
        panel.sheet(0, "16", "a.lxsheet"),
        panel.sheet(1, "15", "b.lxsheet"),
        other.sheet(0, "16", "f.lxsheet"),
    );
    // Forged: another person's sheet under this reviewer's card and the other way round.
    let (a, b) = (
        SheetFile::parse(&fs::read(&good).unwrap()).unwrap(),
        SheetFile::parse(&fs::read(&second).unwrap()).unwrap(),
    );
    let mixed = panel.path("mixed.lxsheet");
    fs::write(
        &mixed,
        SheetFile {
            card: a.card.clone(),
            sheet: b.sheet,
        }
        .bytes()
        .unwrap(),
    )
    .unwrap();
    let damaged = panel.path("damaged.lxsheet");
    let mut bytes = fs::read(&good).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&damaged, bytes).unwrap();
    let gone = panel.path("gone.lxsheet");
    let merged = panel.merge(&[good.clone(), good.clone(), foreign, damaged, gone]);
    assert_eq!(
        (merged.taken.len(), merged.already.len()),
        (1, 1),
        "the same file twice is one sheet"
    );
    let codes: Vec<&str> = merged.refused.iter().map(|r| r.reason.code()).collect();
    assert_eq!(codes.len(), 3, "{:?}", merged.refused);
    assert_eq!((codes[0], codes[2]), ("wrong_batch", "unreadable"));
    assert!(matches!(codes[1], "damaged" | "broken_seal" | "unknown_signer"), "{codes:?}");
    let again = panel.merge(&[good]);
    assert_eq!((again.taken.len(), again.already.len()), (0, 1));
    let kinds: Vec<String> = journal::list(&panel.chair).unwrap().into_iter().map(|row| row.kind).collect();
    assert_eq!(
        kinds.iter().filter(|k| *k == "merge_refused").count(),
        3,
        "every refusal is in the journal"
    );
    // The card beside the sheet decides nothing: the roster's key does.
    assert_eq!(panel.merge(&[mixed]).taken.len(), 1);
}

#[test]
fn a_sheet_signed_by_somebody_who_is_no_reviewer_is_left_out() {
    let mut panel = Panel::of(1, 1);
    let sheet = panel.sheet(0, "16", "a.lxsheet");
    let file = SheetFile::parse(&fs::read(&sheet).unwrap()).unwrap();
    let stranger = super::panel::enrol(panel.path("stranger"), "林知远", lx_domain::Role::Reviewer);
    let body: lx_domain::Sheet = lx_seal::open_unchecked(&file.sheet, lx_seal::PayloadKind::Sheet).unwrap();
    let forged = lx_domain::Sheet {
        reviewer: stranger.me(),
        ..body.clone()
    };
    let resealed = |sheet: &lx_domain::Sheet| lx_seal::seal(lx_seal::PayloadKind::Sheet, sheet, &[&stranger.keys]).unwrap();
    let write = |name: &str, sheet: Envelope| {
        let path = panel.path(name);
        fs::write(
            &path,
            SheetFile {
                card: stranger.person.card.clone(),
                sheet,
            }
            .bytes()
            .unwrap(),
        )
        .unwrap();
        path
    };
    let files = [write("own.lxsheet", resealed(&forged)), write("posing.lxsheet", resealed(&body))];
    let merged = merging::merge(&mut panel.chair, &files, false, AT).unwrap();
    assert!(merged.taken.is_empty());
    assert!(
        merged.refused.iter().all(|r| matches!(r.reason, MergeRefusal::UnknownSigner(_))),
        "{:?}",
        merged.refused
    );
}

#[test]
fn a_dry_run_writes_nothing() {
    let mut panel = Panel::of(1, 1);
    let sheet = panel.sheet(0, "16", "a.lxsheet");
    let (before, rows) = (panel.standing(), journal::list(&panel.chair).unwrap().len());
    let files = [sheet, panel.path("gone")];
    let merged = merging::merge(&mut panel.chair, &files, true, AT).unwrap();
    assert_eq!((merged.taken.len(), merged.refused.len()), (1, 1));
    assert_eq!(panel.standing(), before);
    assert_eq!(journal::list(&panel.chair).unwrap().len(), rows);
}

#[test]
fn an_unchanged_draft_is_not_signed_twice_and_a_changed_one_supersedes() {
    let mut panel = Panel::of(1, 1);
    let first = panel.sheet(0, "16", "1.lxsheet");
    let (bytes, number) = (fs::read(&first).unwrap(), panel.numbers[0].clone());
    let again = panel.sheet(0, "16", "1b.lxsheet");
    assert_eq!(fs::read(again).unwrap(), bytes, "the same draft is the same sheet");
    let criterion = panel.chair.profile().unwrap().rubric[0].id.clone();
    let given = Given {
        points: Some("17".to_owned()),
        ..Given::default()
    };
    scoring::score(&mut panel.reviewers[0], &number, &criterion, given, AT).unwrap();
    let sealed = sealing::latest(&panel.reviewers[0]).unwrap().unwrap();
    assert!(sealing::changed_since(&panel.reviewers[0], &sealed).unwrap());
    sealing::seal_sheet(&mut panel.reviewers[0], AT).unwrap();
    let second = panel.path("2.lxsheet");
    let later = sealing::export_sheet(&mut panel.reviewers[0], &second, AT).unwrap();
    assert_eq!((later.sheet.revision, later.sheet.parents), (2, vec![sealed.digest]));
    // Whichever comes first, the later one counts.
    let merged = panel.merge(&[second, first]);
    assert_eq!((merged.taken.len(), merged.superseded.len(), merged.refused.len()), (1, 1, 0));
    assert_eq!(merged.heads.unwrap().counted, vec![later.digest]);
}

#[test]
fn two_heads_of_one_reviewer_stop_the_decision_until_a_ruling() {
    let mut panel = Panel::of(2, 1);
    // The same person at two copies of one desk.
    let (twin, numbers) = (panel.path("twin"), panel.numbers.clone());
    copy(panel.reviewers[0].folder(), &twin);
    let mut twin = crate::Desk::open(&twin, "口令").unwrap();
    let one = panel.sheet(0, "16", "1.lxsheet");
    fill(&mut twin, &numbers, "12").unwrap();
    let kept = sealing::seal_sheet(&mut twin, AT).unwrap();
    let two = panel.path("2.lxsheet");
    sealing::export_sheet(&mut twin, &two, AT).unwrap();
    let third = panel.sheet(1, "15", "3.lxsheet");
    let merged = panel.merge(&[one, two, third]);
    assert_eq!(merged.heads.unwrap().conflicts.len(), 1);
    panel.opine_all();
    assert!(
        matches!(deciding::decide(&mut panel.chair, AT), Err(StepError::DecidingBlocked(_))),
        "an open conflict must stop the decision"
    );
    let kind = RulingKind::Resolve {
        reviewer: twin.me(),
        keep: kept.digest,
    };
    assert!(matches!(
        ruling::rule(&mut panel.chair, kind.clone(), "  ", AT),
        Err(StepError::ReasonMissing)
    ));
    ruling::rule(&mut panel.chair, kind, "本人确认以第二份为准", AT).unwrap();
    deciding::decide(&mut panel.chair, AT).unwrap();
}

#[test]
fn a_sheet_that_comes_after_the_decision_asks_for_a_new_one() {
    let mut panel = Panel::of(2, 1);
    let (one, two) = (panel.sheet(0, "16", "1.lxsheet"), panel.sheet(1, "15", "2.lxsheet"));
    panel.merge(&[one]);
    panel.opine_all();
    deciding::decide(&mut panel.chair, AT).unwrap();
    assert!(deciding::decided(&panel.chair).unwrap().unwrap().current);
    panel.merge(&[two]);
    assert!(!deciding::decided(&panel.chair).unwrap().unwrap().current);
    let refused = crate::reporting::record(&panel.chair, lx_report::Edition::Full, AT);
    assert!(matches!(refused, Err(StepError::NotDecided)));
}

#[test]
fn documents_stay_closed_until_ties_are_declared_and_for_good_where_there_is_one() {
    let mut panel = Panel::of(1, 2);
    let (first, second) = (panel.numbers[0].clone(), panel.numbers[1].clone());
    let digest = panel.chair.dossier(&first).unwrap().documents[0].digest;
    let desk = &mut panel.reviewers[0];
    let look = |desk: &crate::Desk| crate::searching::document_bytes(desk, &digest);
    assert!(matches!(look(desk), Err(StepError::Undeclared(_))));
    let points = Given {
        points: Some("16".to_owned()),
        ..Given::default()
    };
    let criterion = desk.profile().unwrap().rubric[0].id.clone();
    assert!(matches!(
        scoring::score(desk, &first, &criterion, points.clone(), AT),
        Err(StepError::Undeclared(_))
    ));
    declaring::declare(desk, &first, &declaring::Tie::None, AT).unwrap();
    assert!(look(desk).is_ok());
    let ground = desk.profile().unwrap().recusal_grounds[0].id.clone();
    declaring::declare(
        desk,
        &second,
        &declaring::Tie::To {
            ground,
            reason: String::new(),
        },
        AT,
    )
    .unwrap();
    assert!(matches!(
        scoring::score(desk, &second, &criterion, points, AT),
        Err(StepError::Recused(_))
    ));
}

#[test]
fn points_outside_the_rubric_are_refused_at_once() {
    let mut panel = Panel::of(1, 1);
    let number = panel.numbers[0].clone();
    let desk = &mut panel.reviewers[0];
    let criterion = desk.profile().unwrap().rubric[0].id.clone();
    declaring::declare_clear(desk, AT).unwrap();
    for (text, fine) in [
        ("20", true),
        ("20.5", false),
        ("16.3", false),
        ("十六", false),
        ("１６。５", true),
        ("", true),
    ] {
        let given = Given {
            points: Some(text.to_owned()),
            ..Given::default()
        };
        assert_eq!(scoring::score(desk, &number, &criterion, given, AT).is_ok(), fine, "{text}");
    }
    assert!(matches!(sealing::seal_sheet(desk, AT), Err(StepError::SheetBlocked(_))));
}

#[test]
fn several_scores_are_all_given_or_none() {
    let mut panel = Panel::of(1, 1);
    let number = panel.numbers[0].clone();
    let desk = &mut panel.reviewers[0];
    declaring::declare_clear(desk, AT).unwrap();
    let rubric = desk.profile().unwrap().rubric;
    let points = |text: &str| Given {
        points: Some(text.to_owned()),
        ..Given::default()
    };
    let given = vec![(rubric[0].id.clone(), points("16")), (rubric[1].id.clone(), points("21"))];
    assert!(scoring::score_all(desk, &number, given, AT).is_err());
    assert_eq!(
        declaring::draft(desk, &number).unwrap().total(),
        None,
        "nothing of a refused call is kept"
    );
}

#[test]
fn others_scores_are_hidden_from_a_reviewer() {
    let panel = Panel::of(1, 1);
    assert!(matches!(merging::standing(&panel.reviewers[0]), Err(StepError::NotYourRole { .. })));
}
