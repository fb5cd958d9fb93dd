//! PDF signatures, checked by ourselves and by others.

use std::{fs, path::Path};

use lx_domain::Digest;
use openssl::{
    bn::{BigNum, BigNumContext},
    ecdsa::EcdsaSig,
};

use super::*;
use crate::{
    Keys, PdfSigner,
    certificate::certificates_from_pem,
    outside::{openssl, openssl_must},
};

const AT: UnixMillis = UnixMillis(1_795_000_000_000);
const DOCUMENT: &[u8] = b"%PDF-1.7 the signed bytes";

fn keys() -> Keys {
    Keys::generate("林㛃", "示例大学", AT).unwrap()
}

fn digest(bytes: &[u8]) -> [u8; 32] {
    Digest::of(bytes).0
}

fn signed(keys: &Keys) -> Vec<u8> {
    PdfSigner::from_keys(keys).unwrap().sign_cms(digest(DOCUMENT)).unwrap()
}

/// A form with something changed, and signed again by the same key where `again`.
fn altered(keys: &Keys, again: bool, change: impl FnOnce(&mut Form)) -> Vec<u8> {
    let mut form = Form::decode(&signed(keys)).unwrap();
    change(&mut form);
    if again {
        let mut signer = openssl::sign::Signer::new(MessageDigest::sha256(), &keys.pdf).unwrap();
        let signature = signer.sign_oneshot_to_vec(&form.signed_bytes()).unwrap();
        form.signature = ecdsa::with_smaller_s(&signature, &keys.pdf).unwrap();
    }
    form.encode()
}

/// Asks the system's openssl whether `cms` is right for `document` under the root, at [`AT`].
fn openssl_agrees(cms: &[u8], document: &[u8], root: &[u8]) -> bool {
    let at = (AT.0 / 1000).to_string();
    openssl_agrees_when(cms, document, root, &["-x509_strict", "-attime", &at])
}

fn openssl_agrees_when(cms: &[u8], document: &[u8], root: &[u8], when: &[&str]) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| fs::write(folder.path().join(name), bytes).unwrap();
    write("cms", cms);
    write("document", document);
    write("root", &X509::from_der(root).unwrap().to_pem().unwrap());
    let ask = [
        "cms", "-verify", "-binary", "-inform", "DER", "-in", "cms", "-content", "document", "-CAfile", "root",
    ];
    openssl(folder.path(), &[ask.as_slice(), &["-purpose", "any", "-out", "out"], when].concat()).0
}

#[test]
fn a_signature_holds_for_its_document_alone() {
    let keys = keys();
    let cms = signed(&keys);
    let report = verify_cms(&cms, digest(DOCUMENT)).unwrap();
    assert!(report.holds && report.issuer_chain_ok, "{report:?}");
    assert_eq!(report.chain, keys.certificates());
    assert_eq!(
        report.subject,
        Subject {
            common_name: "林㛃".to_owned(),
            organisation: "示例大学".to_owned()
        }
    );
    let other = verify_cms(&cms, digest(b"another document")).unwrap();
    assert!(!other.holds && !other.digest_matches && other.signature_matches, "{other:?}");
}

#[test]
fn openssl_agrees_on_a_signature_and_on_a_changed_document() {
    let keys = keys();
    let cms = signed(&keys);
    let root = &keys.certificates()[1];
    assert!(openssl_agrees(&cms, DOCUMENT, root), "openssl must find our signature right");
    assert!(!openssl_agrees(&cms, b"another document", root));
    assert!(
        !openssl_agrees(&cms, DOCUMENT, &self::keys().certificates()[1]),
        "another's root must not do"
    );
}

#[test]
fn the_certificates_say_what_they_are_for() {
    let keys = keys();
    let folder = tempfile::tempdir().unwrap();
    let shown = keys.certificates().clone().map(|der| {
        fs::write(folder.path().join("certificate"), der).unwrap();
        openssl(folder.path(), &["x509", "-inform", "DER", "-in", "certificate", "-noout", "-text"]).1
    });
    for words in [
        "CA:FALSE",
        "Digital Signature, Non Repudiation",
        "prime256v1",
        "Authority Key Identifier",
    ] {
        assert!(shown[0].contains(words), "the leaf must say {words}: {}", shown[0]);
    }
    for words in [
        "CA:TRUE, pathlen:0",
        "Certificate Sign",
        &format!("Linxuan {}", keys.fingerprint().short()),
    ] {
        assert!(shown[1].contains(words), "the root must say {words}: {}", shown[1]);
    }
}

#[test]
fn a_change_of_any_bit_is_noticed() {
    let keys = keys();
    let cms = signed(&keys);
    for (at, bit) in (0..cms.len()).flat_map(|at| [1, 0x20, 0x80].map(|bit| (at, bit))) {
        let mut changed = cms.clone();
        changed[at] ^= bit;
        let believed = verify_cms(&changed, digest(DOCUMENT)).is_ok_and(|report| report.holds);
        assert!(!believed, "bit {bit:#x} of byte {at} of {} changed and nobody noticed", cms.len());
    }
}

#[test]
fn a_signature_by_another_key_does_not_hold() {
    let (mine, other) = (keys(), keys());
    let theirs = Form::decode(&signed(&other)).unwrap().signature;
    let report = verify_cms(&altered(&mine, false, |form| form.signature = theirs), digest(DOCUMENT)).unwrap();
    assert!(report.digest_matches && !report.signature_matches && !report.holds, "{report:?}");
    let nonsense = verify_cms(&altered(&mine, false, |form| form.signature = vec![1, 2, 3]), digest(DOCUMENT)).unwrap();
    assert!(!nonsense.holds);
}

#[test]
fn a_signature_that_names_another_certificate_does_not_hold() {
    let keys = keys();
    let cms = altered(&keys, true, |form| form.certificate_hashes[0] = vec![0; 32]);
    let report = verify_cms(&cms, digest(DOCUMENT)).unwrap();
    assert!(report.digest_matches && !report.signature_matches, "{report:?}");
}

#[test]
fn the_other_spelling_of_a_signature_does_not_hold() {
    let keys = keys();
    let cms = altered(&keys, false, |form| {
        let signature = EcdsaSig::from_der(&form.signature).unwrap();
        let (mut order, mut context, mut other) = (BigNum::new().unwrap(), BigNumContext::new().unwrap(), BigNum::new().unwrap());
        keys.pdf.ec_key().unwrap().group().order(&mut order, &mut context).unwrap();
        other.checked_sub(&order, signature.s()).unwrap();
        let respelt = EcdsaSig::from_private_components(signature.r().to_owned().unwrap(), other).unwrap();
        form.signature = respelt.to_der().unwrap();
    });
    assert!(
        openssl_agrees(&cms, DOCUMENT, &keys.certificates()[1]),
        "to others it is as good a signature"
    );
    assert!(!verify_cms(&cms, digest(DOCUMENT)).unwrap().holds);
}

#[test]
fn certificates_cannot_be_slipped_in_or_taken_out() {
    let (keys, other) = (keys(), keys());
    let slipped = altered(&keys, false, |form| {
        form.certificates.push(other.certificates()[1].clone());
        form.certificates.sort();
    });
    assert!(!verify_cms(&slipped, digest(DOCUMENT)).unwrap().holds);
    let root = &keys.certificates()[1];
    let taken = altered(&keys, false, |form| form.certificates.retain(|der| der != root));
    assert!(!verify_cms(&taken, digest(DOCUMENT)).unwrap().holds);
}

#[test]
fn another_form_is_not_read_as_ours() {
    let keys = keys();
    let cms = signed(&keys);
    let refused = |bytes: &[u8]| verify_cms(bytes, digest(DOCUMENT)).unwrap_err();
    assert!(
        matches!(refused(&[&cms[..], &[0]].concat()), CmsError::OtherForm { .. }),
        "bytes behind the end"
    );
    assert!(matches!(refused(&cms[..cms.len() - 1]), CmsError::NotDer { at: 0 }));
    assert!(matches!(refused(b""), CmsError::NotDer { at: 0 }));
    assert!(matches!(
        refused(&altered(&keys, false, |form| form.set_algorithm(Algorithm::Rsa))),
        CmsError::OtherForm { .. }
    ));
    assert!(matches!(
        refused(&altered(&keys, false, |form| drop(form.certificates.pop()))),
        CmsError::NoSignerCertificate | CmsError::OtherForm { .. }
    ));
    // The outer length in four bytes where two are enough.
    assert_eq!(cms[..2], [0x30, 0x82]);
    let padded = [&[0x30, 0x83, 0], &cms[2..]].concat();
    assert!(matches!(refused(&padded), CmsError::NotDer { at: 0 }));
}

#[test]
fn openssl_s_own_signature_is_another_form() {
    let folder = tempfile::tempdir().unwrap();
    let keys = keys();
    let leaf = X509::from_der(&keys.certificates()[0]).unwrap();
    fs::write(folder.path().join("leaf"), leaf.to_pem().unwrap()).unwrap();
    fs::write(folder.path().join("key"), keys.pdf.private_key_to_pem_pkcs8().unwrap()).unwrap();
    fs::write(folder.path().join("document"), DOCUMENT).unwrap();
    let arguments = [
        "cms", "-sign", "-binary", "-in", "document", "-signer", "leaf", "-inkey", "key", "-outform", "DER", "-out", "cms",
    ];
    openssl_must(folder.path(), &arguments);
    let cms = fs::read(folder.path().join("cms")).unwrap();
    let refused = verify_cms(&cms, digest(DOCUMENT));
    assert!(matches!(refused, Err(CmsError::OtherForm { .. })), "{refused:?}");
}

#[test]
fn trust_is_in_given_certificates_and_never_in_those_inside() {
    let (keys, other) = (keys(), keys());
    let report = verify_cms(&signed(&keys), digest(DOCUMENT)).unwrap();
    let [leaf, root] = keys.certificates().clone();
    assert!(!report.is_trusted_by(&[]), "its own root must not be enough");
    assert!(!report.is_trusted_by(other.certificates()));
    assert!(report.is_trusted_by(&[leaf]) && report.is_trusted_by(&[other.certificates()[1].clone(), root]));
}

#[test]
fn a_certificate_has_its_time() {
    let report = verify_cms(&signed(&keys()), digest(DOCUMENT)).unwrap();
    let years = 365 * 24 * 3600 * 1000;
    assert!(report.valid_at(AT) && report.valid_at(UnixMillis(AT.0 + 19 * years)));
    assert!(!report.valid_at(UnixMillis(AT.0 - years)) && !report.valid_at(UnixMillis(AT.0 + 21 * years)));
}

#[test]
fn the_room_asked_for_is_enough_for_every_signature() {
    let keys = keys();
    let signer = PdfSigner::from_keys(&keys).unwrap();
    for round in 0..50_u8 {
        let length = signer.sign_cms(digest(&[round])).unwrap().len();
        assert!(length <= signer.cms_room(), "{length} > {}", signer.cms_room());
    }
}

/// A `.p12` made by the system's openssl, with its own root; returns it and the root's PEM.
pub(crate) fn foreign_p12(folder: &Path, key: &[&str], export: &[&str]) -> (Vec<u8>, Vec<u8>) {
    fs::write(
        folder.join("ca.ext"),
        "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n",
    )
    .unwrap();
    fs::write(
        folder.join("leaf.ext"),
        "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\n",
    )
    .unwrap();
    let make = |line: &str| openssl_must(folder, &line.split(' ').collect::<Vec<_>>());
    make("genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.key");
    make("req -new -key ca.key -subj /CN=CA -out ca.req");
    make("x509 -req -in ca.req -signkey ca.key -days 36500 -extfile ca.ext -out ca.pem");
    openssl_must(folder, &[&["genpkey", "-out", "leaf.key"], key].concat());
    make("req -new -key leaf.key -utf8 -subj /CN=周喆 -out leaf.req");
    make("x509 -req -in leaf.req -CA ca.pem -CAkey ca.key -CAcreateserial -days 36500 -extfile leaf.ext -out leaf.pem");
    let base = [
        "pkcs12",
        "-export",
        "-in",
        "leaf.pem",
        "-inkey",
        "leaf.key",
        "-certfile",
        "ca.pem",
        "-passout",
        "pass:口令 123",
        "-out",
        "p12",
    ];
    openssl_must(folder, &[base.as_slice(), export].concat());
    (fs::read(folder.join("p12")).unwrap(), fs::read(folder.join("ca.pem")).unwrap())
}

#[test]
fn a_ca_s_p12_signs_whether_rsa_or_elliptic_new_or_old() {
    let rsa = ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"];
    let elliptic = ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"];
    for (key, export) in [
        (&rsa, [].as_slice()),
        (&rsa, &["-legacy"]),
        (&elliptic, &[]),
        (&elliptic, &["-legacy"]),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let (p12, ca) = foreign_p12(folder.path(), key, export);
        let signer = PdfSigner::from_p12(&p12, "口令 123").unwrap();
        assert_eq!(signer.subject().common_name, "周喆");
        let cms = signer.sign_cms(digest(DOCUMENT)).unwrap();
        assert!(cms.len() <= signer.cms_room());
        let report = verify_cms(&cms, digest(DOCUMENT)).unwrap();
        let ca = certificates_from_pem(&ca).unwrap();
        assert!(
            report.holds && report.issuer_chain_ok && report.is_trusted_by(&ca),
            "{key:?} {export:?}: {report:?}"
        );
        assert!(openssl_agrees_when(&cms, DOCUMENT, &ca[0], &[]), "{key:?} {export:?}");
    }
}
