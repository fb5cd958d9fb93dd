//! The scoresheet file (`.lxsheet`): the signed sheet, and the reviewer's card beside it.
//!
//! The card brings the key, so that anyone who is handed the file can tell a changed byte; *whose* key it is, the roster says
//! when the sheet is merged, or the person who checks it with `--trust`.

use lx_domain::{Card, Sheet};
use lx_seal::{Envelope, MAX_FILE, PayloadKind, PublicKey, SealError, canonical, card_key, open, open_card, parse_canonical_up_to};
use serde::{Deserialize, Serialize};

/// The file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SheetFile {
    /// The reviewer's card.
    pub card: Envelope,
    /// The signed sheet.
    pub sheet: Envelope,
}

impl SheetFile {
    /// Reads a file; its form is checked to the last byte.
    ///
    /// # Errors
    /// One variant of [`SealError`] for each way to be wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, SealError> {
        parse_canonical_up_to(bytes, MAX_FILE)
    }

    /// The file's bytes.
    ///
    /// # Errors
    /// None that can happen.
    pub fn bytes(&self) -> Result<Vec<u8>, SealError> {
        canonical(self)
    }

    /// The card, its own signature checked.
    ///
    /// # Errors
    /// As [`open_card`].
    pub fn card(&self) -> Result<(Card, PublicKey), SealError> {
        let card = open_card(&self.card.bytes()?)?;
        let key = card_key(&card)?;
        Ok((card, key))
    }

    /// The sheet, signed by exactly this key.
    ///
    /// # Errors
    /// [`SealError::UnknownSigner`], [`SealError::MissingSigner`], [`SealError::BrokenSeal`].
    pub fn open_with(&self, key: &PublicKey) -> Result<Sheet, SealError> {
        let sheet: Sheet = open(&self.sheet, PayloadKind::Sheet, std::slice::from_ref(key))?;
        if sheet.reviewer == key.fingerprint() {
            Ok(sheet)
        } else {
            Err(SealError::MissingSigner {
                fingerprint: sheet.reviewer,
            })
        }
    }
}
