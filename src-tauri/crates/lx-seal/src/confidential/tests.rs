//! Files for one person's eyes.

use lx_domain::UnixMillis;

use super::*;

fn keys() -> Keys {
    Keys::generate("林", "示例大学", UnixMillis(1_795_000_000_000)).unwrap()
}

fn encrypted(plain: &[u8], recipients: &[&str]) -> Vec<u8> {
    let mut out = Vec::new();
    assert_eq!(encrypt_to(recipients, &mut &*plain, &mut out).unwrap(), plain.len() as u64);
    out
}

fn decrypted(keys: &Keys, bytes: &[u8]) -> Result<Vec<u8>, ConfidentialError> {
    let mut out = Vec::new();
    decrypt_with(keys, &mut &*bytes, &mut out).map(|_| out)
}

#[test]
fn every_recipient_can_read_it_and_nobody_else() {
    let (lin, zhou, other) = (keys(), keys(), keys());
    let plain = "评分表".repeat(100_000).into_bytes();
    let sealed = encrypted(&plain, &[&lin.recipient(), &zhou.recipient()]);
    assert!(is_encrypted(&sealed) && !is_encrypted(&plain));
    assert_eq!(decrypted(&lin, &sealed).unwrap(), plain);
    assert_eq!(decrypted(&zhou, &sealed).unwrap(), plain);
    assert!(matches!(decrypted(&other, &sealed), Err(ConfidentialError::NotForYou)));
}

#[test]
fn a_changed_or_cut_file_is_damaged() {
    let keys = keys();
    let sealed = encrypted(&vec![7; 200_000], &[&keys.recipient()]);
    let mut changed = sealed.clone();
    changed[150_000] ^= 1;
    assert!(matches!(decrypted(&keys, &changed), Err(ConfidentialError::Damaged)));
    for length in [sealed.len() - 1, 70_000] {
        let cut = decrypted(&keys, &sealed[..length]);
        assert!(matches!(cut, Err(ConfidentialError::Damaged)), "{length}: {cut:?}");
    }
}

#[test]
fn what_is_not_encrypted_says_so() {
    for bytes in [b"".as_slice(), b"{}", b"PK\x03\x04 and more", b"age-encryption.org/v1\n"] {
        let refused = decrypted(&keys(), bytes);
        assert!(matches!(refused, Err(ConfidentialError::NotEncrypted)), "{bytes:?}: {refused:?}");
    }
}

#[test]
fn it_must_be_for_somebody() {
    let mut out = Vec::new();
    assert!(matches!(
        encrypt_to(&[], &mut b"".as_slice(), &mut out),
        Err(ConfidentialError::NoRecipient)
    ));
    let refused = encrypt_to(&["age1nobody"], &mut b"".as_slice(), &mut out);
    assert!(matches!(refused, Err(ConfidentialError::BadRecipient { .. })), "{refused:?}");
}
