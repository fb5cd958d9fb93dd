//! Envelopes, good and bad.

use lx_domain::{BatchId, Ruling, RulingKind, UnixMillis};

use super::*;
use crate::outside::openssl;

const AT: UnixMillis = UnixMillis(1_795_000_000_000);

fn keys(name: &str) -> Keys {
    Keys::generate(name, "示例大学", AT).unwrap()
}

fn ruling(by: &Keys) -> Ruling {
    Ruling {
        schema: 1,
        batch: BatchId([7; 16]),
        sequence: 1,
        kind: RulingKind::Void {
            sheet: Digest::of(b"sheet"),
        },
        reason: "专家更换，原评分表作废".to_owned(),
        by: by.fingerprint(),
        at: AT,
    }
}

/// The variant's name alone.
fn name(error: &SealError) -> String {
    format!("{error:?}").chars().take_while(char::is_ascii_alphanumeric).collect()
}

#[test]
fn every_vector_is_taken_or_refused_for_the_reason_on_its_first_line() {
    let known = [1, 2].map(|seed| {
        let key = ed25519_dalek::SigningKey::from_bytes(&[seed; 32]).verifying_key();
        PublicKey::from_bytes(key.as_bytes()).unwrap()
    });
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");
    let mut seen = 0;
    for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        if file.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let bytes = std::fs::read(&file).unwrap();
        let line = bytes.iter().position(|byte| *byte == b'\n').unwrap();
        let expected = std::str::from_utf8(&bytes[..line]).unwrap().strip_prefix("expect: ").unwrap();
        let opened = Envelope::parse(&bytes[line + 1..]).and_then(|e| open::<Ruling>(&e, PayloadKind::Ruling, &known));
        let found = opened.as_ref().map_or_else(name, |_| "fine".to_owned());
        assert_eq!(found, expected, "{}: {opened:?}", file.display());
        seen += 1;
    }
    assert!(seen >= 45, "only {seen} vectors were found in {folder}");
}

#[test]
fn what_was_sealed_opens_with_the_given_key_and_has_one_spelling() {
    let chair = keys("林");
    let sealed = seal(PayloadKind::Ruling, &ruling(&chair), &[&chair]).unwrap();
    let read = Envelope::parse(&sealed.bytes().unwrap()).unwrap();
    assert_eq!(read, sealed);
    assert_eq!(read.bytes().unwrap(), sealed.bytes().unwrap());
    assert_eq!(read.signers(), [chair.fingerprint()]);
    assert_eq!(
        open::<Ruling>(&read, PayloadKind::Ruling, &[chair.public_key()]).unwrap(),
        ruling(&chair)
    );
    assert_eq!(read.payload_digest(), crate::digest_of(&ruling(&chair)).unwrap());
}

#[test]
fn countersigning_leaves_the_digest_alone_and_asks_for_both_keys() {
    let (secretary, chair) = (keys("周"), keys("林"));
    let mut sealed = seal(PayloadKind::Ruling, &ruling(&chair), &[&secretary]).unwrap();
    let digest = sealed.payload_digest();
    sealed.countersign(&chair).unwrap();
    assert_eq!(sealed.payload_digest(), digest);
    let both = seal(PayloadKind::Ruling, &ruling(&chair), &[&chair, &secretary]).unwrap();
    assert_eq!(both, sealed, "the order of signing must not be seen");
    let one = open::<Ruling>(&sealed, PayloadKind::Ruling, &[chair.public_key()]);
    assert!(
        matches!(one, Err(SealError::UnknownSigner { fingerprint }) if fingerprint == secretary.fingerprint()),
        "{one:?}"
    );
    assert!(open::<Ruling>(&sealed, PayloadKind::Ruling, &[chair.public_key(), secretary.public_key()]).is_ok());
    assert!(matches!(sealed.countersign(&chair), Err(SealError::DuplicateSigner { .. })));
}

#[test]
fn a_signature_that_must_be_there_and_is_not_is_named() {
    let (secretary, chair) = (keys("周"), keys("林"));
    let sealed = seal(PayloadKind::Ruling, &ruling(&chair), &[&secretary]).unwrap();
    assert!(sealed.must_be_signed_by(&[secretary.fingerprint()]).is_ok());
    let missing = sealed.must_be_signed_by(&[secretary.fingerprint(), chair.fingerprint()]);
    assert!(matches!(missing, Err(SealError::MissingSigner { fingerprint }) if fingerprint == chair.fingerprint()));
}

#[test]
fn nothing_is_sealed_without_a_signer_or_beyond_the_limit() {
    let chair = keys("林");
    assert!(matches!(
        seal(PayloadKind::Ruling, &ruling(&chair), &[]),
        Err(SealError::NoSignature)
    ));
    let long = Ruling {
        reason: "长".repeat(MAX_PAYLOAD / 3),
        ..ruling(&chair)
    };
    assert!(matches!(
        seal(PayloadKind::Ruling, &long, &[&chair]),
        Err(SealError::TooLarge { .. })
    ));
    let full = Ruling {
        reason: "长".repeat((MAX_PAYLOAD - 600) / 3),
        ..ruling(&chair)
    };
    let sealed = seal(PayloadKind::Ruling, &full, &[&chair]).unwrap().bytes().unwrap();
    assert!(Envelope::parse(&sealed).is_ok(), "the greatest payload must fit into a file");
    let flood = vec![b' '; MAX_FILE + 1];
    assert!(matches!(Envelope::parse(&flood), Err(SealError::TooLarge { .. })));
}

#[test]
fn an_envelope_inside_a_greater_record_is_checked_as_strictly() {
    let chair = keys("林");
    let sealed = seal(PayloadKind::Ruling, &ruling(&chair), &[&chair]).unwrap();
    let record = canonical(&vec![sealed.clone()]).unwrap();
    assert_eq!(parse_canonical::<Vec<Envelope>>(&record).unwrap(), [sealed]);
    let other = String::from_utf8(record).unwrap().replace("vnd.linxuan.ruling", "vnd.linxuan.law");
    assert!(matches!(
        parse_canonical::<Vec<Envelope>>(other.as_bytes()),
        Err(SealError::WrongShape { .. })
    ));
}

#[test]
fn openssl_finds_the_signature_right_and_a_changed_one_wrong() {
    let chair = keys("林");
    let sealed = seal(PayloadKind::Ruling, &ruling(&chair), &[&chair]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| std::fs::write(folder.path().join(name), bytes).unwrap();
    // SubjectPublicKeyInfo of Ed25519 is this head and the raw key.
    let head = [0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00];
    write("key.der", &[head.as_slice(), &chair.public_key().to_bytes()].concat());
    let mut message = preauthentication(sealed.kind, &sealed.payload);
    write("message", &message);
    write("signature", &sealed.signatures[0].1);
    let ask = [
        "pkeyutl",
        "-verify",
        "-rawin",
        "-pubin",
        "-keyform",
        "DER",
        "-inkey",
        "key.der",
        "-in",
        "message",
        "-sigfile",
        "signature",
    ];
    let (fine, words) = openssl(folder.path(), &ask);
    assert!(fine, "{words}");
    message[60] ^= 1;
    write("message", &message);
    assert!(!openssl(folder.path(), &ask).0, "openssl must refuse a changed message");
}
