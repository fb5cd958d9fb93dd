use std::collections::BTreeMap;

use lx_domain::{
    Admission, ApplicationNumber, Assessment, BatchApplication, BatchFile, BatchId, Card, CriterionScore, Digest, Dossier, Fingerprint,
    Hundredths, Mark, Member, Outcome as Screened, Profile, Role, Roster, Ruling, RulingKind, Sheet, Track, UnixMillis, Verdict,
    VetoRaised, ruling::CorrectionCode,
};

use super::{Outcome, standing_of};
use crate::heads::VoidWhy;

mod laws;

const GUANGZHOU: &str = include_str!("../../../../../assets/profiles/guangzhou-2022.toml");

fn who(seat: u8) -> Fingerprint {
    Fingerprint([seat; 32])
}

fn member(seat: u8, role: Role) -> Member {
    let card = Card {
        name: format!("专家{seat}"),
        org: String::new(),
        role,
        sign_key: String::new(),
        box_key: String::new(),
        certificates: Vec::new(),
        made_at: UnixMillis(0),
    };
    Member {
        fingerprint: who(seat),
        role,
        seat: u32::from(seat),
        card,
    }
}

fn number(text: &str) -> ApplicationNumber {
    text.parse().expect("a number")
}

fn application(text: &str) -> BatchApplication {
    let digest = Digest::of(text.as_bytes());
    let dossier = Dossier {
        number: number(text),
        provisional: false,
        title: String::new(),
        track: Track::Pilot,
        applicants: Vec::new(),
        fields: Vec::new(),
        documents: Vec::new(),
        findings: Vec::new(),
        package_name: String::new(),
        package_digest: digest,
        received_at: UnixMillis(0),
        version: 1,
    };
    let admission = Admission {
        number: number(text),
        dossier: digest,
        items: BTreeMap::new(),
        outcome: Screened::Admit,
        reason: String::new(),
        by: who(9),
        at: UnixMillis(0),
        profile: None,
        first_reading: None,
    };
    BatchApplication {
        dossier,
        dossier_digest: digest,
        admission,
    }
}

/// Five reviewers, a chair who does not score, and two applications.
fn batch() -> BatchFile {
    let mut members: Vec<Member> = (1..=5).map(|seat| member(seat, Role::Reviewer)).collect();
    members.push(member(9, Role::Chair));
    BatchFile {
        schema: 1,
        id: BatchId([7; 16]),
        name: String::new(),
        sample: true,
        profile: Profile::parse(GUANGZHOU).expect("the shipped profile"),
        rubric_digest: Digest([8; 32]),
        roster: Roster { members },
        chair: who(9),
        applications: vec![application("A-01"), application("A-02")],
        frozen_at: UnixMillis(0),
        deadline: None,
        deferred: Vec::new(),
    }
}

/// A sheet with the same points for every criterion; `name` makes its digest.
fn sheet(seat: u8, points: i64, parents: &[&str], name: &str) -> (Digest, Sheet) {
    let batch = batch();
    let criteria = |vetoes: Vec<VetoRaised>| Verdict::Scored {
        criteria: batch
            .profile
            .rubric
            .iter()
            .map(|c| CriterionScore {
                id: c.id.clone(),
                mark: Mark::Points(Hundredths(points)),
                reason: String::new(),
                evidence: Vec::new(),
            })
            .collect(),
        comment: String::new(),
        vetoes,
    };
    let assessment = |a: &BatchApplication| Assessment {
        number: a.number().clone(),
        dossier: a.dossier_digest,
        verdict: criteria(Vec::new()),
    };
    let sheet = Sheet {
        schema: 1,
        batch: batch.id,
        rubric_digest: batch.rubric_digest,
        batch_digest: Digest([0; 32]),
        round: 1,
        reviewer: who(seat),
        device: name.to_owned(),
        revision: 1,
        parents: parents.iter().map(|p| named(p)).collect(),
        sample: true,
        assessments: batch.applications.iter().map(assessment).collect(),
        sealed_at: UnixMillis(100),
    };
    (named(name), sheet)
}

fn named(name: &str) -> Digest {
    Digest::of(name.as_bytes())
}

fn ruling(sequence: u32, kind: RulingKind) -> Ruling {
    Ruling {
        schema: 1,
        batch: BatchId([7; 16]),
        sequence,
        kind,
        reason: "理由".to_owned(),
        by: who(9),
        at: UnixMillis(200),
    }
}

fn score(outcome: &Outcome, of: &str) -> String {
    outcome
        .standing
        .application(of)
        .and_then(|a| a.score.as_ref())
        .map_or_else(|| "-".to_owned(), ToString::to_string)
}

fn codes(outcome: &Outcome, of: &str) -> Vec<String> {
    outcome
        .standing
        .application(of)
        .expect("the application")
        .warnings
        .iter()
        .map(|w| w.code.clone())
        .collect()
}

#[test]
fn the_last_of_a_reviewers_sheets_counts() {
    let sheets = [
        sheet(1, 1000, &[], "a"),
        sheet(1, 1200, &["a"], "b"),
        sheet(1, 1400, &["b"], "c"),
        sheet(2, 1000, &[], "d"),
    ];
    let outcome = standing_of(&batch(), &sheets, &[]);
    assert_eq!(score(&outcome, "A-01"), "60.00", "(14 + 10)/2 × 5");
    assert_eq!(outcome.superseded.len(), 2);
    assert_eq!(outcome.counted.len(), 2);
    assert_eq!(
        outcome.standing.application("A-01").map(|a| (a.sheets, a.missing)),
        Some((2, 3)),
        "three reviewers are missing, not zero"
    );
}

#[test]
fn two_heads_of_one_reviewer_are_a_conflict_until_a_ruling() {
    let sheets = [
        sheet(1, 1000, &[], "a"),
        sheet(1, 1200, &["a"], "b"),
        sheet(1, 1400, &["a"], "c"),
        sheet(2, 1000, &[], "d"),
    ];
    let open = standing_of(&batch(), &sheets, &[]);
    assert_eq!(open.conflicts.iter().map(|c| c.heads.len()).collect::<Vec<_>>(), [2]);
    assert_eq!(score(&open, "A-01"), "50.00", "neither counts meanwhile");
    assert!(codes(&open, "A-01").contains(&"open_conflict".to_owned()));

    let keep = |seat: u8, name: &str| RulingKind::Resolve {
        reviewer: who(seat),
        keep: named(name),
    };
    let resolved = standing_of(&batch(), &sheets, &[ruling(1, keep(1, "c"))]);
    assert!(resolved.conflicts.is_empty());
    assert_eq!(score(&resolved, "A-01"), "60.00");
    assert!(
        resolved
            .void
            .iter()
            .any(|v| v.sheet == named("b") && v.why == VoidWhy::NotChosen { sequence: 1 })
    );
    let again = standing_of(&batch(), &sheets, &[ruling(2, keep(1, "b")), ruling(1, keep(1, "c"))]);
    assert_eq!(score(&again, "A-01"), "55.00", "the later ruling stands");
    assert_eq!(
        standing_of(&batch(), &sheets, &[ruling(1, keep(2, "c"))]).conflicts.len(),
        1,
        "a ruling on someone else changes nothing"
    );

    let mut late = sheet(1, 1600, &["b"], "e");
    late.1.sealed_at = UnixMillis(300);
    let with_late = [sheets[0].clone(), sheets[1].clone(), sheets[2].clone(), sheets[3].clone(), late];
    let reopened = standing_of(&batch(), &with_late, &[ruling(1, keep(1, "c"))]);
    assert_eq!(reopened.conflicts.len(), 1, "what was sealed after the ruling was not ruled on");
    let mended = sheet(1, 1600, &["b", "c"], "f");
    let joined = [sheets[0].clone(), sheets[1].clone(), sheets[2].clone(), mended];
    assert!(
        standing_of(&batch(), &joined, &[]).conflicts.is_empty(),
        "the reviewer may join the two as well"
    );
}

#[test]
fn a_void_sheet_counts_as_never_given() {
    let sheets = [sheet(1, 1000, &[], "a"), sheet(1, 1200, &["a"], "b"), sheet(1, 1400, &["b"], "c")];
    let void = |sequence, name: &str| ruling(sequence, RulingKind::Void { sheet: named(name) });
    let outcome = standing_of(&batch(), &sheets, &[void(1, "c")]);
    assert_eq!(score(&outcome, "A-01"), "60.00", "the one before it stands again");
    assert!(matches!(&outcome.void.as_slice(), [v] if v.why == VoidWhy::Ruled { sequence: 1, reason: "理由".to_owned() }));
    let middle = standing_of(&batch(), &sheets, &[void(1, "b")]);
    assert!(
        middle.conflicts.is_empty(),
        "what descends from a void sheet still supersedes what that one superseded"
    );
    assert_eq!(score(&middle, "A-01"), "70.00");
    let all = standing_of(&batch(), &sheets, &[void(1, "a"), void(2, "b"), void(3, "c")]);
    assert_eq!(score(&all, "A-01"), "-", "nobody scored it: no score, not zero");
}

#[test]
fn a_recusal_after_scoring_takes_out_one_application() {
    let sheets: Vec<_> = (1..=5)
        .map(|seat| sheet(seat, 1000 + i64::from(seat) * 100, &[], &format!("s{seat}")))
        .collect();
    let recuse = RulingKind::Recuse {
        reviewer: who(5),
        number: number("A-01"),
        ground: "employment".into(),
    };
    let outcome = standing_of(&batch(), &sheets, &[ruling(1, recuse)]);
    assert_eq!(score(&outcome, "A-02"), "65.00", "five sheets: trimmed");
    assert_eq!(score(&outcome, "A-01"), "62.50", "four sheets: not trimmed");
    assert_eq!(codes(&outcome, "A-01"), ["not_trimmed", "panel_even", "panel_small"]);
    assert!(codes(&outcome, "A-02").is_empty());
    assert_eq!(outcome.standing.application("A-01").map(|a| a.recused), Some(1));
}

#[test]
fn a_correction_changes_one_mark_that_is_there() {
    let criterion = || "security".parse().expect("an id");
    let correct = |seat, of: &str, points| RulingKind::Correct {
        reviewer: who(seat),
        number: number(of),
        criterion: criterion(),
        points: Hundredths(points),
        code: CorrectionCode::Reckoning,
    };
    let sheets = [sheet(1, 1000, &[], "a")];
    let outcome = standing_of(
        &batch(),
        &sheets,
        &[ruling(2, correct(1, "A-01", 1200)), ruling(1, correct(1, "A-01", 900))],
    );
    assert_eq!(
        (score(&outcome, "A-01"), score(&outcome, "A-02")),
        ("52.00".to_owned(), "50.00".to_owned()),
        "the later correction stands"
    );
    let out_of_range = standing_of(
        &batch(),
        &sheets,
        &[ruling(1, correct(1, "A-01", 2050)), ruling(2, correct(2, "A-01", 1000))],
    );
    assert_eq!(
        score(&out_of_range, "A-01"),
        "50.00",
        "out of range, and in a missing reviewer's stead: neither counts"
    );
    assert_eq!(
        codes(&out_of_range, "A-01").iter().filter(|c| *c == "correction_ignored").count(),
        2
    );
}

#[test]
fn an_amended_roster_leaves_others_sheets_alone() {
    let sheets = [sheet(1, 1000, &[], "a"), sheet(2, 1400, &[], "b"), sheet(6, 1800, &[], "c")];
    let before = standing_of(&batch(), &sheets, &[]);
    assert_eq!(score(&before, "A-01"), "60.00");
    assert!(before.void.iter().any(|v| v.sheet == named("c") && v.why == VoidWhy::NotOnRoster));
    let mut roster = batch().roster;
    roster.members.retain(|m| m.fingerprint != who(1));
    roster.members.push(member(6, Role::Reviewer));
    let after = standing_of(&batch(), &sheets, &[ruling(1, RulingKind::Amend { roster: roster.clone() })]);
    assert_eq!(
        score(&after, "A-01"),
        "80.00",
        "the replaced expert's sheet is void, the new one's counts"
    );
    assert!(after.void.iter().any(|v| v.sheet == named("a") && v.why == VoidWhy::NotOnRoster));
    assert_eq!(after.roster, roster);
}

#[test]
fn what_belongs_elsewhere_never_counts() {
    let mut other_batch = sheet(1, 1000, &[], "a");
    other_batch.1.batch = BatchId([1; 16]);
    let mut other_rubric = sheet(2, 1000, &[], "b");
    other_rubric.1.rubric_digest = Digest([1; 32]);
    let mut other_round = sheet(3, 1000, &[], "c");
    other_round.1.round = 2;
    let mut ruled_elsewhere = ruling(1, RulingKind::Void { sheet: named("d") });
    ruled_elsewhere.batch = BatchId([1; 16]);
    let outcome = standing_of(
        &batch(),
        &[other_batch, other_rubric, other_round, sheet(4, 1200, &["x"], "d")],
        &[ruled_elsewhere],
    );
    assert_eq!(score(&outcome, "A-01"), "60.00");
    let why = |name: &str| outcome.void.iter().find(|v| v.sheet == named(name)).map(|v| v.why.clone());
    assert_eq!(
        [why("a"), why("b"), why("c")],
        [Some(VoidWhy::OtherBatch), Some(VoidWhy::OtherBatch), Some(VoidWhy::NoSuchRound)]
    );
    assert_eq!(
        outcome.missing_parents.iter().map(|m| m.parent).collect::<Vec<_>>(),
        [named("x")],
        "an absent parent is said"
    );
}

#[test]
fn the_final_round_stands_and_the_preliminary_one_is_kept() {
    let mut batch = batch();
    batch.profile.method = lx_domain::profile::Method::TwoRounds;
    let mut last = sheet(1, 1400, &[], "b");
    last.1.round = 2;
    let sheets = [sheet(1, 1000, &[], "a"), last, sheet(2, 1800, &[], "c")];
    let outcome = standing_of(&batch, &sheets, &[]);
    assert_eq!(
        (outcome.round, score(&outcome, "A-01")),
        (2, "70.00".to_owned()),
        "rounds are never mixed"
    );
    assert_eq!(outcome.earlier.len(), 2);
    assert_eq!(standing_of(&batch, &[sheets[0].clone(), sheets[2].clone()], &[]).round, 1);
}

#[test]
fn the_same_desk_and_revision_with_two_sheets_is_an_alarm() {
    let (mut a, mut b) = (sheet(1, 1000, &[], "a"), sheet(1, 1200, &["a"], "b"));
    a.1.device = "0123".to_owned();
    b.1.device = "0123".to_owned();
    assert_eq!(standing_of(&batch(), &[a, b], &[]).alarms.len(), 1);
}

#[test]
fn a_veto_is_found_by_more_than_half_of_those_who_scored() {
    let mut sheets: Vec<_> = (1..=4).map(|seat| sheet(seat, 1000, &[], &format!("s{seat}"))).collect();
    for (_, sheet) in sheets.iter_mut().take(2) {
        if let Some(Assessment {
            verdict: Verdict::Scored { vetoes, .. },
            ..
        }) = sheet.assessments.first_mut()
        {
            vetoes.push(VetoRaised {
                id: "no_exit".into(),
                reason: "无退出方案".into(),
            });
        }
    }
    let half = standing_of(&batch(), &sheets, &[]);
    assert_eq!(
        half.vetoes.iter().map(|v| (v.raised, v.of, v.found)).collect::<Vec<_>>(),
        [(2, 4, false)]
    );
    let recuse = RulingKind::Recuse {
        reviewer: who(4),
        number: number("A-01"),
        ground: "other".into(),
    };
    let more = standing_of(&batch(), &sheets, &[ruling(1, recuse)]);
    assert_eq!(
        more.vetoes.iter().map(|v| (v.raised, v.of, v.found)).collect::<Vec<_>>(),
        [(2, 3, true)]
    );
    assert_eq!(
        score(&more, "A-01"),
        "50.00",
        "a veto stands beside the score and does not change it"
    );
}

#[test]
fn the_panels_vote_breaks_a_tie_that_the_rule_leaves() {
    let sheets = [sheet(1, 1000, &[], "a")];
    let ranks = |rulings: &[Ruling]| {
        standing_of(&batch(), &sheets, rulings)
            .standing
            .applications
            .iter()
            .map(|a| (a.number.clone(), a.rank))
            .collect::<Vec<_>>()
    };
    assert_eq!(ranks(&[]), [("A-01".to_owned(), Some(1)), ("A-02".to_owned(), Some(1))]);
    let vote = RulingKind::BreakTie {
        order: vec![number("A-02"), number("A-01")],
    };
    assert_eq!(
        ranks(&[ruling(1, vote)]),
        [("A-02".to_owned(), Some(1)), ("A-01".to_owned(), Some(2))]
    );
}
