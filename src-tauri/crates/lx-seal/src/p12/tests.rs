//! `.p12` files that cannot be used, each with its reason.

use std::fs;

use openssl::{pkcs12::Pkcs12, pkey::PKey, rsa::Rsa, stack::Stack, x509::X509};

use crate::{PdfSigner, cms::tests::foreign_p12, error::P12Error, outside::openssl_must};

const RSA: &[&str] = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"];

fn refused(key: &[&str], export: &[&str], password: &str) -> P12Error {
    let folder = tempfile::tempdir().unwrap();
    PdfSigner::from_p12(&foreign_p12(folder.path(), key, export).0, password).unwrap_err()
}

#[test]
fn a_wrong_password_is_told_apart_from_a_file_that_is_none() {
    for password in ["", "口令", "口令 123\0"] {
        for export in [[].as_slice(), &["-legacy"]] {
            let error = refused(RSA, export, password);
            assert!(matches!(error, P12Error::WrongPassword), "{password:?} {export:?}: {error:?}");
        }
    }
    for bytes in [b"".as_slice(), b"-----BEGIN CERTIFICATE-----", &[0x30, 0x03, 0x02, 0x01, 0x03]] {
        let error = PdfSigner::from_p12(bytes, "").unwrap_err();
        assert!(matches!(error, P12Error::NotP12), "{bytes:?}: {error:?}");
    }
}

#[test]
fn a_file_without_a_key_or_a_certificate_says_which() {
    let error = refused(RSA, &["-nokeys"], "口令 123");
    assert!(matches!(error, P12Error::NoKey), "{error:?}");
    let folder = tempfile::tempdir().unwrap();
    foreign_p12(folder.path(), RSA, &[]);
    openssl_must(
        folder.path(),
        &[
            "pkcs12", "-export", "-nocerts", "-inkey", "leaf.key", "-passout", "pass:p", "-out", "bare",
        ],
    );
    let error = PdfSigner::from_p12(&fs::read(folder.path().join("bare")).unwrap(), "p").unwrap_err();
    assert!(matches!(error, P12Error::NoCertificate), "{error:?}");
}

#[test]
fn a_file_whose_certificate_is_of_another_key_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let (_, other) = foreign_p12(folder.path(), RSA, &[]);
    let mut others = Stack::new().unwrap();
    others.push(X509::from_pem(&other).unwrap()).unwrap();
    let key = PKey::from_rsa(Rsa::generate(2048).unwrap()).unwrap();
    let file = Pkcs12::builder().pkey(&key).ca(others).build2("p").unwrap();
    let error = PdfSigner::from_p12(&file.to_der().unwrap(), "p").unwrap_err();
    assert!(matches!(error, P12Error::KeyMismatch), "{error:?}");
}

#[test]
fn a_key_that_cannot_sign_a_pdf_is_refused() {
    let short: &[&str] = &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"];
    let unknown: &[&str] = &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:secp256k1"];
    for key in [short, unknown, &["-algorithm", "ED25519"]] {
        let error = refused(key, &[], "口令 123");
        assert!(matches!(error, P12Error::UnsupportedKey), "{key:?}: {error:?}");
    }
}
