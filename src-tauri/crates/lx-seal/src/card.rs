//! Cards: a person's public keys under a self-signature.

use lx_domain::Card;

use crate::{
    base64, certificate,
    envelope::{Envelope, open, open_unchecked},
    error::SealError,
    keys::PublicKey,
    kind::PayloadKind,
};

/// Opens a sealed card (`.lxid`) and checks that it holds together: one signature, by the very key it names.
///
/// That says nothing about *who* it is: the 公钥校验码 is confirmed on paper, and the roster gives the role.
///
/// # Errors
/// One variant of [`SealError`] for each way to be wrong.
pub fn open_card(bytes: &[u8]) -> Result<Card, SealError> {
    let envelope = Envelope::parse(bytes)?;
    let claimed: Card = open_unchecked(&envelope, PayloadKind::Card)?;
    let card: Card = open(&envelope, PayloadKind::Card, &[card_key(&claimed)?])?;
    card.box_key.parse::<age::x25519::Recipient>().map_err(|_| SealError::BadBoxKey)?;
    if certificate::issued_within(&card_certificates(&card)?) {
        Ok(card)
    } else {
        Err(SealError::BadCertificates)
    }
}

/// The key a card names; with it [`open`] checks what the person signed.
///
/// # Errors
/// [`SealError::NotAKey`].
pub fn card_key(card: &Card) -> Result<PublicKey, SealError> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(&card.sign_key, &mut bytes).map_err(|_| SealError::NotAKey)?;
    if hex::encode(bytes) == card.sign_key {
        PublicKey::from_bytes(&bytes)
    } else {
        Err(SealError::NotAKey)
    }
}

/// A card's certificates as DER: the person's, then the root.
///
/// # Errors
/// [`SealError::NotBase64`].
pub fn card_certificates(card: &Card) -> Result<Vec<Vec<u8>>, SealError> {
    let decode = |text: &String| base64::decode(text).ok_or(SealError::NotBase64 { what: "certificates" });
    card.certificates.iter().map(decode).collect()
}

#[cfg(test)]
mod tests;
