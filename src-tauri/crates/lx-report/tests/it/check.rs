//! Checking: what holds, what doesn't, and what one byte does.

use lx_report::{Claim, Trust, read_report, set_report, sign_report, verify_report};
use lx_seal::{Keys, PdfSigner};

use crate::{
    pdf::signed,
    record::{chair, record},
};

fn holds(claims: &[Claim], id: &str) -> Option<bool> {
    claims.iter().find(|claim| claim.claim == id).unwrap().holds
}

fn refuted(claims: &[Claim]) -> bool {
    claims.iter().any(|claim| claim.holds == Some(false))
}

#[test]
fn without_trust_everything_holds_but_the_identity_is_not_checked() {
    let claims = verify_report(&signed(5, 8), &[]);
    assert_eq!(claims[0].claim, "identity");
    assert_eq!((claims[0].holds, claims[0].detail.as_str()), (None, "claim-identity-unchecked"));
    let others: Vec<_> = claims.iter().skip(1).filter(|claim| claim.holds != Some(true)).collect();
    assert!(others.is_empty(), "{others:?}");
}

#[test]
fn the_chair_s_key_or_certificate_vouches_for_the_signer() {
    let pdf = signed(5, 3);
    let key = Trust::Fingerprint(chair().fingerprint());
    let reviewer = Trust::Fingerprint(lx_testkit::keys(lx_testkit::REVIEWERS).fingerprint());
    let root = Trust::Certificate(chair().certificates()[1].clone());
    for trust in [key, reviewer, root] {
        assert_eq!(holds(&verify_report(&pdf, &[trust]), "identity"), Some(true));
    }
    let stranger = Keys::generate("陌生人", "别处", lx_testkit::AT).unwrap();
    for trust in [
        Trust::Fingerprint(stranger.fingerprint()),
        Trust::Certificate(stranger.certificates()[0].clone()),
    ] {
        assert_eq!(holds(&verify_report(&pdf, &[trust]), "identity"), Some(false));
    }
}

#[test]
fn a_report_gives_its_record_back() {
    let record = record(5, 3);
    let mut read = read_report(&signed(5, 3)).unwrap();
    let mut sheets = record.sheets.clone();
    sheets.sort_by_key(lx_seal::Envelope::payload_digest);
    assert_eq!(read.sheets, sheets);
    read.sheets.clone_from(&record.sheets);
    assert_eq!(read, record);
}

#[test]
fn one_changed_byte_anywhere_refutes_a_claim() {
    let pdf = signed(3, 2);
    let range = pdf.windows(10).position(|w| w == b"/ByteRange").unwrap();
    let contents = range + pdf[range..].windows(9).position(|w| w == b"/Contents").unwrap();
    let near = (contents - 400..contents + 200).step_by(29);
    let inside = (contents..pdf.len()).step_by(173);
    let far = (0..pdf.len()).step_by(pdf.len() / 40);
    let edges = [0, 1, 5, 7, 8, 9, 14, pdf.len() - 1, pdf.len() - 2, pdf.len() - 6, pdf.len() - 20];
    for at in far.chain(near).chain(inside).chain(edges) {
        let mut changed = pdf.clone();
        changed[at] ^= if at % 2 == 0 { 0x01 } else { 0x20 };
        assert!(refuted(&verify_report(&changed, &[])), "byte {at} of {}", pdf.len());
    }
}

#[test]
fn a_byte_more_or_less_at_the_end_refutes_a_claim() {
    let pdf = signed(3, 2);
    for tail in [&b"\n"[..], b" ", b"%%EOF\n"] {
        let longer = [&pdf[..], tail].concat();
        assert_eq!(holds(&verify_report(&longer, &[]), "file"), Some(false));
    }
    assert_eq!(holds(&verify_report(&pdf[..pdf.len() - 1], &[]), "file"), Some(false));
}

#[test]
fn pages_that_say_other_than_the_record_are_refuted_even_under_a_good_signature() {
    let record = record(3, 2);
    let set = set_report(&record).unwrap();
    let mut forged = set.pdf;
    // Another title in the metadata, the same length, signed again by the very chair.
    let at = forged.windows(12).position(|w| w == b"<dc:creator>").unwrap() + 34;
    forged[at] = b'X';
    let forged = sign_report(&forged, &PdfSigner::from_keys(chair()).unwrap(), "林望舒", record.made_at).unwrap();
    let claims = verify_report(&forged, &[]);
    assert_eq!(holds(&claims, "signature"), Some(true));
    assert_eq!(holds(&claims, "pages"), Some(false));
}

#[test]
fn an_unsigned_report_and_a_stranger_s_file_are_refuted() {
    let set = set_report(&record(3, 2)).unwrap();
    let claims = verify_report(&set.pdf, &[]);
    assert_eq!(holds(&claims, "file"), Some(false));
    for file in [&b""[..], b"hello", b"%PDF-1.7\n%%EOF\n", b"PK\x03\x04"] {
        assert!(refuted(&verify_report(file, &[])));
        assert!(read_report(file).is_err());
    }
}

#[test]
fn a_second_signature_leaves_every_claim_standing() {
    let signer = PdfSigner::from_keys(lx_testkit::keys(lx_testkit::SECRETARY)).unwrap();
    let second = sign_report(&signed(3, 2), &signer, "陈知秋", lx_testkit::minutes_later(300)).unwrap();
    let claims = verify_report(&second, &[]);
    assert!(claims.iter().skip(1).all(|claim| claim.holds == Some(true)), "{claims:#?}");
}

#[test]
fn a_report_of_another_version_is_not_compared_page_by_page() {
    let mut record = record(3, 2);
    record.program = "linxuan 0.0.9".to_owned();
    let set = set_report(&record).unwrap();
    let pdf = sign_report(&set.pdf, &PdfSigner::from_keys(chair()).unwrap(), "林望舒", record.made_at).unwrap();
    let claims = verify_report(&pdf, &[]);
    assert_eq!(holds(&claims, "pages"), None);
    assert_eq!(holds(&claims, "standing"), Some(true));
}
