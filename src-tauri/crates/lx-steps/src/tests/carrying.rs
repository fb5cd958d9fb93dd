//! From one batch into the next: what is sent, what is taken, what is refused.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use lx_domain::{ApplicationNumber, Carry, Ending, ItemState, Opinion, Outcome, Role, UnixMillis};
use lx_intake::Unwatched;
use lx_report::Trust;
use lx_seal::{PayloadKind, SealError, seal};

use super::panel::{AT, Panel, enrol};
use crate::{
    Desk, StepError, bundle,
    carry_file::{CarryFile, OpenedCarry},
    carrying::{
        self,
        receiving::{self, CarryRefusal, Chosen, Place, Received, Wanted},
    },
    deciding, deferring, exporting, identity, joining, noticing, opening, profiles, recalling,
    refusal::BatchRefusal,
    screening::screen,
    verifying,
};

const LATER: UnixMillis = UnixMillis(AT.0 + 90 * 86_400_000);

/// A batch that was decided: 001 recommended, 002 not in this batch, 003 to be supplied, 004 late.
fn decided() -> Panel {
    let mut panel = Panel::before_the_freeze(1, 4);
    let numbers = panel.numbers.clone();
    let none = BTreeMap::new();
    for number in &numbers[..2] {
        screen(&mut panel.chair, number, &none, Some(Outcome::Admit), "材料齐备", AT).unwrap();
    }
    let missing = BTreeMap::from([("pilot_plan".parse().unwrap(), ItemState::Missing.into())]);
    screen(&mut panel.chair, &numbers[2], &missing, Some(Outcome::Supplement), "缺试点方案", AT).unwrap();
    let points = noticing::points(&panel.chair, &panel.chair.dossier(&numbers[2]).unwrap()).unwrap();
    let words = points.iter().map(|p| (p.key.clone(), "请补充".to_owned())).collect();
    let notice = panel.path("通知.pdf");
    noticing::notice(&mut panel.chair, &numbers[2], &words, None, &notice, AT).unwrap();
    deferring::defer(&mut panel.chair, &numbers[3], "逾期收到", AT).unwrap();
    opening::freeze(&mut panel.chair, AT).unwrap();
    let (file, chair) = (panel.export(), panel.chair.me());
    joining::open_batch(&mut panel.reviewers[0], &file, &chair, AT).unwrap();
    panel.numbers.truncate(2);
    let sheet = panel.sheet(0, "15.00", "甲.lxsheet");
    assert_eq!(panel.merge(&[sheet]).taken.len(), 1);
    let opinions = [(Opinion::Recommend, "方案可行"), (Opinion::Later, "场景尚待论证")];
    for (number, (opinion, reason)) in numbers.iter().zip(opinions) {
        deciding::opine(&mut panel.chair, number, Some(opinion), reason, "", AT).unwrap();
    }
    deciding::decide(&mut panel.chair, AT).unwrap();
    panel.numbers = numbers;
    panel
}

/// The desk of a later batch.
fn later(panel: &Panel, name: &str, sample: bool) -> Desk {
    let mut desk = enrol(panel.path(name), "周岚", Role::Secretary);
    let profile = profiles::find("guangzhou-2022").unwrap();
    opening::create_batch(&mut desk, &format!("第二批次{name}"), profile, sample, LATER).unwrap();
    desk
}

fn send(desk: &mut Desk, out: &Path) {
    carrying::send(desk, None, true, None, out, LATER).unwrap();
}

/// What was decided in one batch, the file of all that it carries over, and the desk of a later one.
fn sent() -> (Panel, PathBuf, Desk) {
    let mut panel = decided();
    let file = panel.path("结转.lxcarry");
    send(&mut panel.chair, &file);
    let desk = later(&panel, "desk", false);
    (panel, file, desk)
}

fn all(desk: &Desk, file: &Path) -> Vec<Chosen> {
    let offer = receiving::look(desk, file, &[]).unwrap();
    let chosen = offer.applications.iter().map(|o| Chosen {
        former: o.application.dossier.number.clone(),
        place: Place::Proposed,
    });
    chosen.collect()
}

/// What is chosen of a file whose signer nobody vouches for.
fn wanted<'w>(file: &'w Path, chosen: &'w [Chosen]) -> Wanted<'w> {
    Wanted {
        file,
        trust: &[],
        compared: false,
        chosen,
    }
}

fn take(desk: &mut Desk, file: &Path, chosen: &[Chosen]) -> Result<Received, StepError> {
    receiving::receive(desk, &wanted(file, chosen), &mut Unwatched, LATER)
}

fn number(text: &str) -> ApplicationNumber {
    text.parse().unwrap()
}

fn one(former: &ApplicationNumber, place: Place) -> [Chosen; 1] {
    [Chosen {
        former: former.clone(),
        place,
    }]
}

fn journal(desk: &Desk) -> Vec<String> {
    desk.ledger.journal().unwrap().into_iter().map(|e| e.kind).collect()
}

#[test]
fn what_was_not_selected_comes_over_with_its_papers_and_its_conclusions() {
    let (panel, file, mut desk) = sent();
    let endings: Vec<(String, bool)> = carrying::carryable(&panel.chair)
        .unwrap()
        .into_iter()
        .map(|c| (c.dossier.number.to_string(), c.proposed && c.documents))
        .collect();
    let proposed = ["GZ2026-002", "GZ2026-003", "GZ2026-004"].map(|n| (n.to_owned(), true));
    assert_eq!(endings, proposed, "what was recommended stays");
    assert!(panel.chair.ledger.exports().unwrap().iter().any(|e| e.kind == "carry"));

    let offer = receiving::look(&desk, &file, &[]).unwrap();
    assert_eq!(offer.vouched.as_str(), "nobody");
    assert_eq!(offer.claims[0].holds, None, "a file never vouches for its own signer");
    assert!(offer.claims[1..4].iter().all(|c| c.holds == Some(true)));
    let rows = journal(&desk).len();
    let chosen = all(&desk, &file);
    assert_eq!(journal(&desk).len(), rows, "a look writes nothing");
    let done = take(&mut desk, &file, &chosen).unwrap();
    let numbers: Vec<String> = done
        .taken
        .iter()
        .map(|(former, now, new)| format!("{former} {now} {new}"))
        .collect();
    assert_eq!(numbers, ["GZ2026-002 P-01 true", "GZ2026-003 P-02 true", "GZ2026-004 P-03 true"]);
    assert_eq!(journal(&desk).last().map(String::as_str), Some("carry_in"));

    let dossier = desk.dossier(&number("P-01")).unwrap();
    assert_eq!(
        (dossier.title.as_str(), dossier.version, dossier.received_at),
        ("示例项目GZ2026-002", 1, AT)
    );
    let paper = desk.ledger.documents().bytes(&dossier.documents[0].digest).unwrap();
    assert_eq!(paper, "申报书 GZ2026-002".as_bytes());
    assert!(
        dossier
            .findings
            .iter()
            .any(|f| f.code == "carried_over" && f.args["former"] == "GZ2026-002")
    );

    let ending = |of: &str| {
        let recalled = recalling::recalled(&desk, &number(of)).unwrap();
        recalled[0].application.latest().unwrap().clone()
    };
    let judged = ending("P-01");
    assert_eq!((judged.batch_name.as_str(), judged.number.as_str()), ("试验批次", "GZ2026-002"));
    assert!(matches!(&judged.ending, Ending::Decided { opinion: Opinion::Later, reason, .. } if reason == "场景尚待论证"));
    let screened = ending("P-02");
    let version = &screened.versions[0];
    assert!(matches!(&screened.ending, Ending::Screened { outcome: Outcome::Supplement, reason } if reason == "缺试点方案"));
    assert!(!version.notice.as_ref().unwrap().lines.is_empty(), "what was asked for is told");
    let items = &version.screened.as_ref().unwrap().items;
    assert!(items.len() > 5 && items.iter().all(|i| !i.name.is_empty()));
    assert!(matches!(ending("P-03").ending, Ending::Deferred { reason } if reason == "逾期收到"));
    let told = fs::read(&file).unwrap();
    assert!(!String::from_utf8_lossy(&told).contains("innovation"), "no score travels");
}

#[test]
fn taken_twice_nothing_is_there_twice() {
    let (mut panel, file, mut desk) = sent();
    let chosen = all(&desk, &file);
    take(&mut desk, &file, &chosen).unwrap();
    let rows = journal(&desk);
    let again = take(&mut desk, &file, &chosen).unwrap();
    assert_eq!((again.taken.len(), again.already.len()), (0, 3));
    assert_eq!(journal(&desk), rows);
    // Another file that says the same is known too.
    let other = panel.path("又一份.lxcarry");
    carrying::send(&mut panel.chair, None, false, None, &other, UnixMillis(LATER.0 + 1)).unwrap();
    let again = take(&mut desk, &other, &chosen).unwrap();
    assert_eq!((again.taken.len(), again.already.len(), desk.dossiers().unwrap().len()), (0, 3, 3));
}

#[test]
fn the_signer_is_known_from_outside_alone() {
    let (mut panel, file, mut desk) = sent();
    let signer = panel.chair.me();
    let named = receiving::look(&desk, &file, &[Trust::Fingerprint(signer)]).unwrap();
    assert_eq!((named.vouched.as_str(), named.claims[0].holds), ("named", Some(true)));
    let stranger = [Trust::Fingerprint(panel.reviewers[0].me())];
    let chosen = all(&desk, &file);
    let by_a_stranger = Wanted {
        trust: &stranger,
        ..wanted(&file, &chosen)
    };
    let refused = receiving::receive(&mut desk, &by_a_stranger, &mut Unwatched, LATER);
    assert!(matches!(refused, Err(StepError::CarryFile(CarryRefusal::OtherSigner(f))) if f == signer));
    assert_eq!(journal(&desk).last().map(String::as_str), Some("carry_refused"));
    let compared = Wanted {
        compared: true,
        ..wanted(&file, &chosen[..1])
    };
    receiving::receive(&mut desk, &compared, &mut Unwatched, LATER).unwrap();
    let recalled = recalling::recalled(&desk, &number("P-01")).unwrap();
    assert_eq!(recalled[0].carried.vouched, "paper", "a person compared it with paper");
    let card = panel.path("组长.lxid");
    identity::export_card(&mut panel.chair, &card, AT).unwrap();
    opening::add_cards(&mut desk, &[card], LATER).unwrap();
    assert_eq!(receiving::look(&desk, &file, &[]).unwrap().vouched.as_str(), "roster");
    assert_eq!(verifying::verify(&file, &[]).kind.as_str(), "carry");
    assert!(
        verifying::verify(&file, &[Trust::Fingerprint(signer)])
            .claims
            .iter()
            .all(|c| c.holds == Some(true))
    );
}

#[test]
fn one_changed_byte_is_refused_and_leaves_nothing_behind() {
    let (_panel, file, mut desk) = sent();
    let (fine, chosen) = (fs::read(&file).unwrap(), all(&desk, &file));
    // In the signed record, in the card, in a document, in the directory, at the end.
    let places = [60, fine.len() / 3, fine.len() / 2, fine.len() - 400, fine.len() - 1];
    for at in places {
        let mut bytes = fine.clone();
        bytes[at] ^= 1;
        fs::write(&file, &bytes).unwrap();
        let refused = take(&mut desk, &file, &chosen);
        assert!(matches!(refused, Err(StepError::CarryFile(_))), "byte {at}: {refused:?}");
        assert!(!verifying::verify(&file, &[]).is_valid(), "byte {at}");
    }
    fs::write(&file, &fine[..fine.len() - 10]).unwrap();
    assert!(take(&mut desk, &file, &chosen).is_err(), "cut short");
    assert!(desk.dossiers().unwrap().is_empty() && desk.ledger.known_documents().unwrap().is_empty());
    fs::write(&file, &fine).unwrap();
    assert_eq!(
        take(&mut desk, &file, &chosen).unwrap().taken.len(),
        3,
        "the file as it was is taken"
    );
}

#[test]
fn other_files_newer_ones_and_those_of_this_batch_or_of_samples_are_told_apart() {
    let (mut panel, file, desk) = sent();
    let why = |desk: &Desk, path: &Path| match receiving::look(desk, path, &[]) {
        Err(StepError::CarryFile(refusal)) => format!("{refusal:?}"),
        other => panic!("{other:?}"),
    };
    for (name, bytes) in [
        ("说明.lxcarry", &b"PK\x03\x04 anything"[..]),
        ("空.lxcarry", b""),
        ("表.lxcarry", b"{}"),
    ] {
        let path = panel.path(name);
        fs::write(&path, bytes).unwrap();
        assert!(why(&desk, &path).contains("NotAContainer"), "{name}");
    }
    let batch = panel.path("批次.lxbatch");
    exporting::export_batch(&mut panel.chair, &batch, &[], AT).unwrap();
    assert!(why(&desk, &batch).contains("NotAContainer"), "a batch file is no carry file");
    assert!(why(&desk, &panel.path("没有.lxcarry")).contains("Io"));

    let opened: OpenedCarry = bundle::with_plain(&file, None, bundle::first).unwrap();
    let written = |carry: &Carry| {
        let file = CarryFile {
            card: panel.chair.person.card.clone(),
            carry: seal(PayloadKind::Carry, carry, &[&panel.chair.keys]).unwrap(),
        };
        OpenedCarry::parse(&file.bytes().unwrap())
    };
    let newer = Carry {
        schema: 2,
        ..opened.carry.clone()
    };
    assert!(matches!(
        written(&newer),
        Err(BatchRefusal::Seal(SealError::UnknownSchema { found: 2, .. }))
    ));
    let mut twice = opened.carry.clone();
    twice.applications.push(twice.applications[2].clone());
    assert!(matches!(written(&twice), Err(BatchRefusal::Inconsistent(_))));
    let stranger = Carry {
        by: panel.reviewers[0].me(),
        ..opened.carry
    };
    assert!(matches!(
        written(&stranger),
        Err(BatchRefusal::Seal(SealError::MissingSigner { .. }))
    ));

    let sample = later(&panel, "sample", true);
    assert!(why(&sample, &file).contains("SampleMixed"));
    let frozen = receiving::look(&panel.chair, &file, &[]);
    assert!(
        matches!(frozen, Err(StepError::TakingClosed)),
        "nothing is taken once the review has begun"
    );
    let mut open = Panel::before_the_freeze(1, 1);
    let own = open.numbers[0].clone();
    deferring::defer(&mut open.chair, &own, "逾期收到", AT).unwrap();
    let file = open.path("自己.lxcarry");
    send(&mut open.chair, &file);
    assert!(why(&open.chair, &file).contains("OwnBatch"));
}

#[test]
fn a_file_encrypted_to_one_person_opens_on_that_persons_desk_alone() {
    let mut panel = decided();
    let mut desk = later(&panel, "desk", false);
    let other = later(&panel, "other", false);
    let path = panel.path("周岚.lxid");
    identity::export_card(&mut desk, &path, AT).unwrap();
    let (card, _) = identity::read_card(&path).unwrap();
    let file = panel.path("加密.lxcarry");
    carrying::send(&mut panel.chair, None, true, Some(&card), &file, LATER).unwrap();
    assert!(matches!(
        receiving::look(&other, &file, &[]),
        Err(StepError::CarryFile(CarryRefusal::File(BatchRefusal::Confidential(_))))
    ));
    let chosen = all(&desk, &file);
    assert_eq!(take(&mut desk, &file, &chosen).unwrap().taken.len(), 3);
}

#[test]
fn numbers_are_this_batchs_own_and_what_is_here_already_is_joined() {
    let (panel, file, mut desk) = sent();
    let (second, third, fourth) = (panel.numbers[1].clone(), panel.numbers[2].clone(), panel.numbers[3].clone());
    take(&mut desk, &file, &one(&second, Place::Number(number("GZ2027-002")))).unwrap();
    let taken = take(&mut desk, &file, &one(&third, Place::Number(number("GZ2027-002"))));
    assert!(
        matches!(taken, Err(StepError::CarryFile(CarryRefusal::NumberTaken(_)))),
        "{taken:?}"
    );
    // A number that was ours stays taken when its application moves on.
    take(&mut desk, &file, &one(&third, Place::Proposed)).unwrap();
    deferring::defer(&mut desk, &number("P-01"), "另行办理", LATER).unwrap();
    let offer = receiving::look(&desk, &file, &[]).unwrap();
    assert_eq!(offer.applications[2].proposed, number("P-02"));
    let stranger = one(&number("GZ1999-001"), Place::Proposed);
    assert!(matches!(
        take(&mut desk, &file, &stranger),
        Err(StepError::CarryFile(CarryRefusal::NotInFile(_)))
    ));

    // The same project came on its own before the file did.
    let (mut dossier, documents) = super::panel::dossier(&desk, "GZ2027-009");
    dossier.title = "示例项目 GZ2026-004".to_owned();
    dossier.applicants[0].name = "示例证券GZ2026-004".to_owned();
    let digest = lx_seal::digest_of(&dossier).unwrap();
    desk.ledger
        .transaction(|tx| {
            tx.put_documents(&documents)?;
            tx.put_dossier(&dossier, &digest)
        })
        .unwrap();
    let offer = receiving::look(&desk, &file, &[]).unwrap();
    assert_eq!(offer.applications[2].same, Some(number("GZ2027-009")));
    take(&mut desk, &file, &one(&fourth, Place::Beside(number("GZ2027-009")))).unwrap();
    let here = desk.dossier(&number("GZ2027-009")).unwrap();
    assert_eq!((here.version, here.documents.len()), (1, 1), "its own papers stay");
    assert_eq!(recalling::recalled(&desk, &here.number).unwrap().len(), 1);
}

#[test]
fn papers_that_stayed_behind_are_asked_for_and_nothing_points_to_them() {
    let mut panel = decided();
    let file = panel.path("无材料.lxcarry");
    carrying::send(&mut panel.chair, None, false, None, &file, LATER).unwrap();
    let mut desk = later(&panel, "desk", false);
    let chosen = all(&desk, &file);
    take(&mut desk, &file, &chosen).unwrap();
    let dossier = desk.dossier(&number("P-01")).unwrap();
    assert!(dossier.documents.is_empty() && dossier.fields.iter().all(|f| f.source.is_none()));
    assert_eq!(dossier.title, "示例项目GZ2026-002");
    assert!(dossier.findings.iter().any(|f| f.code == "carried_bare"));
}

#[test]
fn what_moves_on_again_tells_of_every_batch() {
    let (panel, file, mut second) = sent();
    let chosen = all(&second, &file);
    take(&mut second, &file, &chosen).unwrap();
    deferring::defer(&mut second, &number("P-01"), "本批次已满", LATER).unwrap();
    let onwards = panel.path("再结转.lxcarry");
    let sent = carrying::send(&mut second, None, true, None, &onwards, LATER).unwrap();
    assert_eq!(sent.applications, [(number("P-01"), true)]);
    let mut third = later(&panel, "third", false);
    let chosen = all(&third, &onwards);
    take(&mut third, &onwards, &chosen).unwrap();
    let recalled = recalling::recalled(&third, &number("P-01")).unwrap();
    let told: Vec<_> = recalled[0]
        .application
        .conclusions
        .iter()
        .map(|c| (c.batch_name.as_str(), c.number.as_str()))
        .collect();
    assert_eq!(told, [("试验批次", "GZ2026-002"), ("第二批次desk", "P-01")]);
    let nothing = carrying::send(&mut third, None, true, None, &onwards, LATER);
    assert!(matches!(nothing, Err(StepError::NothingToCarry(None))));
    let settled = carrying::send(&mut third, Some(&[number("P-01")]), true, None, &onwards, LATER);
    assert!(matches!(settled, Err(StepError::NothingToCarry(Some(_)))), "it is in the batch");
}

#[test]
fn a_look_through_a_file_finds_what_taking_it_would() {
    let (panel, file, desk) = sent();
    assert!(receiving::look_through(&desk, &file, &[]).is_ok());
    let cut = panel.path("残.lxcarry");
    let bytes = fs::read(&file).unwrap();
    fs::write(&cut, &bytes[..bytes.len() - 100]).unwrap();
    assert!(receiving::look(&desk, &cut, &[]).is_ok(), "what is signed comes first and is whole");
    assert!(matches!(receiving::look_through(&desk, &cut, &[]), Err(StepError::CarryFile(_))));
}
