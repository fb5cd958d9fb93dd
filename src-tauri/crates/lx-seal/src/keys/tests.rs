//! Keys and their stored form.

use super::*;

const AT: UnixMillis = UnixMillis(1_795_000_000_000);

fn keys() -> Keys {
    Keys::generate("林㛃", "示例大学", AT).unwrap()
}

#[test]
fn stored_keys_come_back_as_they_were() {
    let keys = keys();
    let stored = keys.to_secret_bytes().unwrap();
    let back = Keys::from_secret_bytes(&stored).unwrap();
    assert_eq!(back.to_secret_bytes().unwrap(), stored);
    assert_eq!(back.fingerprint(), keys.fingerprint());
    assert_eq!(back.recipient(), keys.recipient());
    assert_eq!(back.certificates(), keys.certificates());
}

#[test]
fn the_root_s_private_key_is_kept_nowhere() {
    let keys = keys();
    let stored: serde_json::Value = serde_json::from_slice(&keys.to_secret_bytes().unwrap()).unwrap();
    let members: Vec<&String> = stored.as_object().unwrap().keys().collect();
    assert_eq!(members, ["box_key", "certificates", "pdf_key", "schema", "sign_key"]);
    let root = certificate::read(&keys.certificates()[1]).unwrap();
    assert!(!root.public_key().unwrap().public_eq(&keys.pdf));
}

#[test]
fn keys_are_not_shown_by_debug() {
    let keys = keys();
    assert_eq!(format!("{keys:?}"), format!("Keys({})", keys.fingerprint().short()));
}

#[test]
fn stored_keys_with_another_s_certificates_are_damaged() {
    let (mine, other) = (keys(), keys());
    let mut stored: serde_json::Value = serde_json::from_slice(&mine.to_secret_bytes().unwrap()).unwrap();
    let others: serde_json::Value = serde_json::from_slice(&other.to_secret_bytes().unwrap()).unwrap();
    stored["certificates"] = others["certificates"].clone();
    let refused = Keys::from_secret_bytes(&serde_json::to_vec(&stored).unwrap());
    assert!(matches!(refused, Err(SealError::BadSecret { what: "certificates" })), "{refused:?}");
    assert!(matches!(Keys::from_secret_bytes(b"{}"), Err(SealError::BadSecret { what: "form" })));
}

#[test]
fn names_that_no_certificate_can_carry_are_refused() {
    for name in ["", "  ", "a\nb", "长".repeat(65).as_str()] {
        let refused = Keys::generate(name, "示例大学", AT);
        assert!(matches!(refused, Err(SealError::BadName { .. })), "{name:?}: {refused:?}");
    }
    assert!(Keys::generate(&"长".repeat(64), &"长".repeat(64), AT).is_ok());
    assert!(matches!(
        Keys::generate("林", "大学", UnixMillis(i64::MAX)),
        Err(SealError::BadTime { .. })
    ));
}

#[test]
fn weak_public_keys_are_refused() {
    let mut identity = [0; 32];
    identity[0] = 1;
    assert!(
        matches!(PublicKey::from_bytes(&identity), Err(SealError::NotAKey)),
        "the neutral element verifies anything"
    );
    assert!(matches!(PublicKey::from_bytes(&[0; 32]), Err(SealError::NotAKey)));
}
