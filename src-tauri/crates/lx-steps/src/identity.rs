//! Enrolment: the desk, the keys, the card.

use std::path::Path;

use lx_domain::{Card, Digest, Fingerprint, Role, UnixMillis};
use lx_ledger::{EnvelopeKind, KdfCost, Ledger};
use lx_seal::{Keys, PayloadKind, card_key, open_card, seal};
use serde_json::json;

use crate::{Desk, StepError, files, placing};

/// Who enrols.
#[derive(Debug, Clone)]
pub struct Enrolment {
    /// 姓名.
    pub name: String,
    /// 工作单位.
    pub org: String,
    /// Role asked for.
    pub role: Role,
}

/// Makes the desk folder, the keys and the card, and opens the desk.
///
/// # Errors
/// [`StepError::Empty`], [`StepError::MissingGlyphs`] for a name that could not be printed, and what the ledger refuses.
pub fn create(folder: &Path, passphrase: &str, who: &Enrolment, cost: KdfCost, at: UnixMillis) -> Result<Desk, StepError> {
    let (name, org) = (who.name.trim(), who.org.trim());
    for (what, text) in [("name", name), ("org", org), ("passphrase", passphrase)] {
        if text.is_empty() {
            return Err(StepError::Empty(what));
        }
    }
    crate::printable::expect_glyphs(&format!("{name}{org}"))?;
    let keys = Keys::generate(name, org, at)?;
    let card = seal(PayloadKind::Card, &keys.card(name, org, who.role, at), &[&keys])?;
    let (bytes, digest, secret, me) = (card.bytes()?, card.payload_digest(), keys.to_secret_bytes()?, keys.fingerprint());
    let mut ledger = Ledger::create(folder, passphrase, cost, at)?;
    ledger.transaction(|tx| {
        tx.put_identity(&secret, at)?;
        tx.put_envelope(EnvelopeKind::Card, &digest, &bytes, at)?;
        tx.append_journal(
            "identity",
            Some(&digest),
            Some(&me),
            at,
            &json!({ "name": name, "org": org, "role": who.role }),
        )?;
        Ok::<_, StepError>(())
    })?;
    Desk::of(ledger)
}

/// Writes the card (`.lxid`) to a file.
///
/// # Errors
/// [`StepError::Exists`], [`StepError::Occupied`], [`StepError::File`].
pub fn export_card(desk: &mut Desk, out: &Path, at: UnixMillis) -> Result<(), StepError> {
    let bytes = desk.person.card.bytes()?;
    placing::place(out, placing::Kind::Card, &bytes)?;
    desk.note_export("card", out, Digest::of(&bytes), None, at)
}

/// Reads a card file, its own signature checked.
///
/// # Errors
/// [`StepError::File`], [`StepError::Seal`].
pub fn read_card(path: &Path) -> Result<(Card, Fingerprint), StepError> {
    let card = open_card(&files::read(path, 1 << 20)?)?;
    let fingerprint = card_key(&card)?.fingerprint();
    Ok((card, fingerprint))
}
