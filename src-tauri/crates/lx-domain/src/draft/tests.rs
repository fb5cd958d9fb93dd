use std::collections::BTreeMap;

use super::{Blocker, Declaration, DraftAssessment, DraftMark, DraftSheet, PointsFault, check_points};
use crate::{
    Admission, BatchApplication, BatchFile, BatchId, CriterionId, Digest, Dossier, Fingerprint, Hundredths, Mark, Outcome, Profile, Roster,
    Track, UnixMillis, Verdict, VetoRaised,
};

const GUANGZHOU: &str = include_str!("../../../../../assets/profiles/guangzhou-2022.toml");

fn application(number: &str, outcome: Outcome) -> BatchApplication {
    let number: crate::ApplicationNumber = number.parse().expect("a number");
    let digest = Digest::of(number.as_str().as_bytes());
    BatchApplication {
        dossier: Dossier {
            number: number.clone(),
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
        },
        dossier_digest: digest,
        admission: Admission {
            number,
            dossier: digest,
            items: BTreeMap::new(),
            outcome,
            reason: String::new(),
            by: Fingerprint([0; 32]),
            at: UnixMillis(0),
            profile: None,
            first_reading: None,
        },
    }
}

fn batch() -> BatchFile {
    BatchFile {
        schema: 1,
        id: BatchId([0; 16]),
        name: "2026年第一批".to_owned(),
        sample: true,
        profile: Profile::parse(GUANGZHOU).expect("the shipped profile"),
        rubric_digest: Digest([0; 32]),
        roster: Roster::default(),
        chair: Fingerprint([0; 32]),
        applications: vec![
            application("A-02", Outcome::Admit),
            application("A-01", Outcome::Admit),
            application("A-03", Outcome::Reject),
        ],
        frozen_at: UnixMillis(0),
        deadline: None,
        deferred: Vec::new(),
    }
}

fn points(hundredths: i64) -> DraftMark {
    DraftMark {
        mark: Some(Mark::Points(Hundredths(hundredths))),
        ..DraftMark::default()
    }
}

/// Every criterion of every scored application at 16.50, nothing tied.
fn complete(batch: &BatchFile) -> DraftSheet {
    let mut draft = DraftSheet::new(batch);
    for assessment in draft.assessments.values_mut() {
        assessment.declared = Declaration::Clear;
        assessment.marks = batch.profile.rubric.iter().map(|c| (c.id.clone(), points(1650))).collect();
    }
    draft
}

fn first(draft: &mut DraftSheet) -> &mut DraftAssessment {
    draft.assessments.values_mut().next().expect("an application")
}

fn innovation() -> CriterionId {
    "innovation".parse().expect("an id")
}

#[test]
fn an_untouched_draft_is_blocked_once_per_scored_application_by_number() {
    let batch = batch();
    let numbers = |blockers: Vec<Blocker>| blockers.into_iter().map(|b| format!("{b:?}")).collect::<Vec<_>>().join(" ");
    let blockers = numbers(DraftSheet::new(&batch).blockers(&batch));
    assert!(blockers.find("A-01").expect("A-01") < blockers.find("A-02").expect("A-02"));
    assert!(!blockers.contains("A-03"), "a rejected application is not scored");
    assert_eq!(
        DraftSheet::default().blockers(&batch).len(),
        2,
        "an application absent from the draft is undeclared too"
    );
}

#[test]
fn missing_is_not_zero() {
    let batch = batch();
    let mut draft = complete(&batch);
    let assessment = first(&mut draft);
    assert_eq!(assessment.full_total(&batch.profile.rubric), Some(Hundredths(8250)));
    assessment.marks.remove(&innovation());
    assert_eq!(
        assessment.full_total(&batch.profile.rubric),
        None,
        "a missing criterion leaves no total"
    );
    assert_eq!(assessment.total(), Some(Hundredths(6600)), "the running total is of what is there");
    assessment.marks.insert(innovation(), DraftMark::default());
    assert_eq!(
        assessment.full_total(&batch.profile.rubric),
        None,
        "an empty mark is missing as well"
    );
    assessment.marks.clear();
    assert_eq!(assessment.total(), None, "nothing given is no total, not zero");
    assessment.marks.insert(innovation(), points(0));
    assert_eq!(assessment.total(), Some(Hundredths(0)), "zero given is zero");
    assert!(matches!(draft.blockers(&batch).as_slice(), [_, Blocker::Unscored { .. }, ..]));
}

#[test]
fn a_complete_draft_becomes_assessments_in_the_rubrics_order() {
    let batch = batch();
    let mut draft = complete(&batch);
    draft.assessments.values_mut().last().expect("one").declared = Declaration::Tie {
        ground: "employment".into(),
        reason: "曾任职".into(),
    };
    let assessments = draft.into_assessments(&batch).expect("nothing blocks");
    assert_eq!(assessments.iter().map(|a| a.number.as_str()).collect::<Vec<_>>(), ["A-01", "A-02"]);
    let Verdict::Scored { criteria, .. } = &assessments[0].verdict else {
        panic!("A-01 is scored")
    };
    let ids: Vec<_> = criteria.iter().map(|c| &c.id).collect();
    assert_eq!(ids, batch.profile.rubric.iter().map(|c| &c.id).collect::<Vec<_>>());
    assert!(
        matches!(&assessments[1].verdict, Verdict::Recused { ground, .. } if ground == "employment"),
        "a tie beats the points"
    );
}

#[test]
fn the_outer_bands_ask_for_a_reason() {
    let batch = batch();
    for (hundredths, blocked) in [(950, true), (1000, false), (1750, false), (1800, true), (0, true)] {
        let mut draft = complete(&batch);
        first(&mut draft).marks.insert(innovation(), points(hundredths));
        assert_eq!(!draft.blockers(&batch).is_empty(), blocked, "{hundredths}");
        first(&mut draft).marks.insert(
            innovation(),
            DraftMark {
                reason: "理由".into(),
                ..points(hundredths)
            },
        );
        assert!(draft.blockers(&batch).is_empty(), "{hundredths} with a reason");
    }
}

#[test]
fn points_outside_the_rubric_and_words_without_reasons_block() {
    let batch = batch();
    let criterion = &batch.profile.rubric[0];
    assert!(matches!(
        check_points(criterion, Hundredths(2050)),
        Err(PointsFault::OutOfRange { .. })
    ));
    assert!(matches!(
        check_points(criterion, Hundredths(-50)),
        Err(PointsFault::OutOfRange { .. })
    ));
    assert!(matches!(
        check_points(criterion, Hundredths(1725)),
        Err(PointsFault::OffStep { .. })
    ));
    assert_eq!(check_points(criterion, Hundredths(2000)), Ok(()));
    let mut draft = complete(&batch);
    first(&mut draft).marks.insert(innovation(), points(1725));
    assert!(matches!(draft.blockers(&batch).as_slice(), [Blocker::OffStep { .. }]));
    let mut draft = complete(&batch);
    first(&mut draft).abstained = Some(" ".into());
    assert!(matches!(draft.blockers(&batch).as_slice(), [Blocker::AbstainReasonMissing { .. }]));
    let mut draft = complete(&batch);
    first(&mut draft).vetoes = vec![VetoRaised {
        id: "no_exit".into(),
        reason: String::new(),
    }];
    assert!(matches!(draft.blockers(&batch).as_slice(), [Blocker::VetoReasonMissing { .. }]));
    assert!(draft.into_assessments(&batch).is_err());
}
