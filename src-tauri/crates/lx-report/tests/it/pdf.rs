//! What the file looks like to others.

use std::path::PathBuf;

use lx_report::{set_report, sign_report};
use lx_seal::PdfSigner;

use crate::record::{chair, record};

/// A signed report.
pub fn signed(reviewers: usize, applications: usize) -> Vec<u8> {
    let record = record(reviewers, applications);
    let set = set_report(&record).unwrap();
    sign_report(&set.pdf, &PdfSigner::from_keys(chair()).unwrap(), "林望舒", record.made_at).unwrap()
}

pub fn out(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

#[test]
fn the_same_record_gives_the_same_bytes() {
    let record = record(5, 7);
    assert!(
        set_report(&record).unwrap().pdf == set_report(&record).unwrap().pdf,
        "nothing may depend on anything but the record"
    );
}

#[test]
fn a_large_report_is_set_and_signed() {
    let pdf = signed(7, 60);
    assert!(pdf.starts_with(b"%PDF-1.7"));
    std::fs::write(out("large.pdf"), &pdf).unwrap();
    std::fs::write(out("small.pdf"), signed(5, 8)).unwrap();
}

#[test]
fn a_second_signature_is_added_beside_the_first() {
    let first = signed(5, 3);
    let signer = PdfSigner::from_keys(lx_testkit::keys(lx_testkit::SECRETARY)).unwrap();
    let second = sign_report(&first, &signer, "陈知秋", lx_testkit::minutes_later(300)).unwrap();
    assert!(second.starts_with(&first));
    std::fs::write(out("two.pdf"), second).unwrap();
}

#[test]
fn every_printed_value_has_its_page() {
    let set = set_report(&record(5, 8)).unwrap();
    assert!(
        set.printed
            .iter()
            .all(|printed| printed.page >= 1 && printed.page <= set.pages && !printed.place.is_empty())
    );
    let score = set.printed.iter().find(|printed| printed.what == "score/GZ2026-002").unwrap();
    assert!(score.value.contains('.'), "{score:?}");
    let outcomes = set.printed.iter().filter(|printed| printed.what.ends_with("/outcome")).count();
    assert_eq!(outcomes, 8, "every received application is in the report");
}
