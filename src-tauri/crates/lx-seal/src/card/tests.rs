//! Cards.

use lx_domain::{Role, UnixMillis};

use super::*;
use crate::{Keys, seal};

const AT: UnixMillis = UnixMillis(1_795_000_000_000);

fn keys() -> Keys {
    Keys::generate("周喆", "示例证券", AT).unwrap()
}

fn card(keys: &Keys) -> Card {
    keys.card("周喆", "示例证券", Role::Reviewer, AT)
}

fn opened(card: &Card, signers: &[&Keys]) -> Result<Card, SealError> {
    open_card(&seal(PayloadKind::Card, card, signers).unwrap().bytes().unwrap())
}

#[test]
fn a_card_opens_by_the_key_it_names() {
    let keys = keys();
    let card = card(&keys);
    assert_eq!(opened(&card, &[&keys]).unwrap(), card);
    assert_eq!(card_key(&card).unwrap().fingerprint(), keys.fingerprint());
    assert_eq!(card_certificates(&card).unwrap(), keys.certificates());
}

#[test]
fn a_card_signed_by_another_key_or_by_two_is_refused() {
    let (keys, other) = (keys(), self::keys());
    for signers in [vec![&other], vec![&keys, &other]] {
        let refused = opened(&card(&keys), &signers);
        assert!(
            matches!(refused, Err(SealError::UnknownSigner { fingerprint }) if fingerprint == other.fingerprint()),
            "{refused:?}"
        );
    }
}

#[test]
fn a_card_with_parts_that_are_none_is_refused() {
    let (keys, other) = (keys(), self::keys());
    let good = card(&keys);
    let capitals = Card {
        sign_key: good.sign_key.to_uppercase(),
        ..good.clone()
    };
    assert!(matches!(opened(&capitals, &[&keys]), Err(SealError::NotAKey)));
    let boxless = Card {
        box_key: "age1nothing".to_owned(),
        ..good.clone()
    };
    assert!(matches!(opened(&boxless, &[&keys]), Err(SealError::BadBoxKey)));
    let mixed = Card {
        certificates: vec![good.certificates[0].clone(), card(&other).certificates[1].clone()],
        ..good.clone()
    };
    assert!(matches!(opened(&mixed, &[&keys]), Err(SealError::BadCertificates)));
    let rootless = Card {
        certificates: good.certificates[..1].to_vec(),
        ..good.clone()
    };
    assert!(matches!(opened(&rootless, &[&keys]), Err(SealError::BadCertificates)));
    let unreadable = Card {
        certificates: vec!["MA==".to_owned(), "MB==".to_owned()],
        ..good
    };
    assert!(matches!(opened(&unreadable, &[&keys]), Err(SealError::NotBase64 { .. })));
}
