//! Verifying: what holds, what is refuted, what was not checked.

use std::fs;

use lx_domain::Role;
use lx_report::Trust;

use super::panel::{AT, Panel, enrol};
use crate::{identity, sample, sheet_file::SheetFile, verifying::verify};

#[test]
fn one_changed_byte_of_a_scoresheet_is_refuted() {
    let mut panel = Panel::of(1, 1);
    let path = panel.sheet(0, "16", "a.lxsheet");
    assert!(verify(&path, &[]).is_valid());
    let fine = fs::read(&path).unwrap();
    let copy = panel.path("copy.lxsheet");
    for at in 0..fine.len() {
        let mut bytes = fine.clone();
        bytes[at] ^= 1;
        fs::write(&copy, bytes).unwrap();
        assert!(!verify(&copy, &[]).is_valid(), "byte {at} of {}", fine.len());
    }
}

#[test]
fn a_wholly_re_keyed_forgery_never_reads_as_proven() {
    let mut panel = Panel::of(1, 1);
    let path = panel.sheet(0, "16", "a.lxsheet");
    let file = SheetFile::parse(&fs::read(&path).unwrap()).unwrap();
    let body: lx_domain::Sheet = lx_seal::open_unchecked(&file.sheet, lx_seal::PayloadKind::Sheet).unwrap();
    // The same name and words, everything signed anew by another key.
    let forger = enrol(panel.path("forger"), "林知远", Role::Reviewer);
    let body = lx_domain::Sheet {
        reviewer: forger.me(),
        ..body
    };
    let sheet = lx_seal::seal(lx_seal::PayloadKind::Sheet, &body, &[&forger.keys]).unwrap();
    let forged = panel.path("forged.lxsheet");
    fs::write(
        &forged,
        SheetFile {
            card: forger.person.card.clone(),
            sheet,
        }
        .bytes()
        .unwrap(),
    )
    .unwrap();
    let without = verify(&forged, &[]);
    assert_eq!(
        (without.is_valid(), without.claims[0].holds),
        (true, None),
        "consistent, but whose it is was not checked"
    );
    let with = verify(&forged, &[Trust::Fingerprint(panel.reviewers[0].me())]);
    assert_eq!((with.is_valid(), with.claims[0].holds), (false, Some(false)));
    let honest = verify(&path, &[Trust::Fingerprint(panel.reviewers[0].me())]);
    assert_eq!((honest.is_valid(), honest.claims[0].holds), (true, Some(true)));
}

#[test]
fn every_kind_of_file_can_be_verified_without_a_desk() {
    let mut panel = Panel::of(1, 1);
    let batch = panel.export();
    let card = panel.path("card.lxid");
    identity::export_card(&mut panel.chair, &card, AT).unwrap();
    let backup = panel.path("desk.lxbackup");
    crate::backup::create(&mut panel.chair, &backup, AT).unwrap();
    for (path, kind) in [(&batch, "batch"), (&card, "card"), (&backup, "backup")] {
        let found = verify(path, &[]);
        assert_eq!((found.kind.as_str(), found.is_valid()), (kind, true), "{:?}", found.claims);
        assert_eq!(found.identity().is_none(), kind == "backup", "nobody signs a backup");
        let mut bytes = fs::read(path).unwrap();
        let at = bytes.len() / 2;
        bytes[at] ^= 1;
        let copy = panel.path("copy");
        fs::write(&copy, bytes).unwrap();
        assert!(!verify(&copy, &[]).is_valid(), "{kind}");
    }
    for (name, bytes) in [("empty", &b""[..]), ("text", b"hello"), ("zip", b"PK\x03\x04")] {
        let path = panel.path(name);
        fs::write(&path, bytes).unwrap();
        let found = verify(&path, &[]);
        assert!(!found.is_valid() && !found.claims.is_empty(), "{name}");
    }
    assert!(!verify(&panel.path("nowhere"), &[]).is_valid());
}

#[test]
fn the_sample_goes_from_packages_to_sheets_by_its_own_people() {
    let folder = tempfile::tempdir().unwrap();
    let mut chair = sample::open_sample(folder.path(), &mut crate::Unwatched, AT).unwrap();
    let dossiers = chair.dossiers().unwrap();
    assert_eq!(dossiers.len(), 8);
    assert!(chair.records().admissions().unwrap().is_empty(), "nothing is screened yet");
    for dossier in dossiers {
        let suggested = crate::screening::screening(&chair, &dossier).unwrap();
        crate::screening::screen(
            &mut chair,
            &dossier.number,
            &Default::default(),
            Some(suggested.outcome),
            &suggested.reason,
            AT,
        )
        .unwrap();
    }
    crate::opening::freeze(&mut chair, AT).unwrap();
    sample::publish(&mut chair, AT).unwrap();
    let files = sample::sample_sheets(&mut chair, AT).unwrap();
    assert_eq!(files.len(), 5);
    let merged = crate::merging::merge(&mut chair, &files, false, AT).unwrap();
    assert_eq!((merged.taken.len(), merged.refused.len()), (5, 0), "{:?}", merged.refused);
    drop(chair);
    let again = sample::open_sample(folder.path(), &mut crate::Unwatched, AT).unwrap();
    assert_eq!(again.sheets().len(), 5);
}
