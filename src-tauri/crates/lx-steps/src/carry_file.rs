//! The carry file (`.lxcarry`): applications that leave one batch for a later one, signed, with their documents beside.
//!
//! As with a scoresheet the signer's card travels along, so that anyone can tell a changed byte; *whose* key it is, only
//! somebody outside the file can say.

use std::collections::BTreeSet;

use lx_domain::{Card, Carry, Digest};
use lx_seal::{Envelope, MAX_FILE, PayloadKind, SealError, canonical, card_key, open, open_card, parse_canonical_up_to};
use serde::{Deserialize, Serialize};

use crate::{bundle::Bundle, refusal::BatchRefusal};

/// The signed part of the file, and the card of who signed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarryFile {
    /// The signer's card.
    pub card: Envelope,
    /// The signed record.
    pub carry: Envelope,
}

/// A carry file whose signature is the one of its own card, and which does not contradict itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenedCarry {
    /// As it is written.
    pub file: CarryFile,
    /// Whose signature it is, by the card in the file.
    pub card: Card,
    /// What it says.
    pub carry: Carry,
    /// Digest of the signed record.
    pub digest: Digest,
}

impl CarryFile {
    /// The file's bytes.
    ///
    /// # Errors
    /// None that can happen.
    pub fn bytes(&self) -> Result<Vec<u8>, SealError> {
        canonical(self)
    }
}

impl OpenedCarry {
    /// Reads the signed part: its form to the last byte, the signature, and whether it fits together.
    ///
    /// # Errors
    /// [`BatchRefusal`], one reason each.
    pub fn parse(bytes: &[u8]) -> Result<Self, BatchRefusal> {
        let file: CarryFile = parse_canonical_up_to(bytes, MAX_FILE)?;
        let card = open_card(&file.card.bytes()?)?;
        let key = card_key(&card)?;
        let carry: Carry = open(&file.carry, PayloadKind::Carry, std::slice::from_ref(&key))?;
        if carry.by != key.fingerprint() {
            return Err(SealError::MissingSigner { fingerprint: carry.by }.into());
        }
        expect_consistent(&carry)?;
        Ok(Self {
            digest: file.carry.payload_digest(),
            file,
            card,
            carry,
        })
    }
}

/// Every application once, by number, each with a conclusion of the batch that sends it.
fn expect_consistent(carry: &Carry) -> Result<(), BatchRefusal> {
    if carry.applications.is_empty() {
        return Err(BatchRefusal::Inconsistent("applications".to_owned()));
    }
    let mut last = None;
    for application in &carry.applications {
        let number = &application.dossier.number;
        let sent = application
            .latest()
            .is_some_and(|c| c.batch == carry.batch && c.number == *number && c.batch_name == carry.batch_name);
        if !sent || last.is_some_and(|last| last >= number) {
            return Err(BatchRefusal::Inconsistent(number.to_string()));
        }
        last = Some(number);
    }
    Ok(())
}

impl Bundle for OpenedCarry {
    const FIRST: &'static str = crate::bundle::CARRY;
    /// The receiver reads the documents anew: another batch may have another profile.
    const TEXTS: bool = false;

    fn check(bytes: &[u8]) -> Result<Self, BatchRefusal> {
        Self::parse(bytes)
    }

    fn documents(&self) -> BTreeSet<Digest> {
        travelling(&self.carry)
    }
}

/// Documents that travel, each once, in order.
pub(crate) fn travelling(carry: &Carry) -> BTreeSet<Digest> {
    let with = carry.applications.iter().filter(|a| a.documents);
    with.flat_map(|a| a.dossier.documents.iter().map(|d| d.digest)).collect()
}
