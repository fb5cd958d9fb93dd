//! Signed files, byte for byte.

use lx_domain::{Digest, UnixMillis};

use crate::{LedgerError, Records, Tx, error::damaged, store::digest};

/// What a signed file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the names say it")]
pub enum EnvelopeKind {
    Card,
    Batch,
    Sheet,
    Ruling,
    Decision,
    Carry,
}

impl EnvelopeKind {
    /// The word in the database, in file types and in the journal.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Batch => "batch",
            Self::Sheet => "sheet",
            Self::Ruling => "ruling",
            Self::Decision => "decision",
            Self::Carry => "carry",
        }
    }
}

/// A signed file as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredEnvelope {
    /// Digest of its payload.
    pub digest: Digest,
    /// The whole file.
    pub bytes: Vec<u8>,
    /// When it was taken.
    pub at: UnixMillis,
}

impl Records {
    /// Every file of a kind in the order in which the payloads were first taken; of files with one payload (before and after
    /// a countersignature) the latest.
    ///
    /// # Errors
    /// [`LedgerError::Altered`] if a file no longer has its digest.
    pub fn envelopes(&self, kind: EnvelopeKind) -> Result<Vec<StoredEnvelope>, LedgerError> {
        self.rows(include_str!("of_kind.sql"), [kind.as_str()], from_row)
    }

    /// The latest file with this payload.
    ///
    /// # Errors
    /// [`LedgerError::Altered`] if it no longer has its digest.
    pub fn envelope(&self, kind: EnvelopeKind, digest: &Digest) -> Result<Option<StoredEnvelope>, LedgerError> {
        self.row(include_str!("of_digest.sql"), (kind.as_str(), digest.0), from_row)
    }
}

impl Tx<'_> {
    /// Keeps a signed file; says whether it is new. `digest` is that of its payload.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if the same file was kept under another kind or payload.
    pub fn put_envelope(&self, kind: EnvelopeKind, digest: &Digest, bytes: &[u8], at: UnixMillis) -> Result<bool, LedgerError> {
        let file_digest = Digest::of(bytes);
        let new = self.run(include_str!("put.sql"), (kind.as_str(), digest.0, file_digest.0, bytes, at.0))? > 0;
        match self.envelope(kind, digest)? {
            Some(_) => Ok(new),
            None => Err(damaged("envelope", format!("{file_digest} is kept under another payload"))),
        }
    }
}

fn from_row(row: &rusqlite::Row<'_>) -> Result<StoredEnvelope, LedgerError> {
    let stored = StoredEnvelope {
        digest: digest(row, 0)?,
        bytes: row.get(2)?,
        at: UnixMillis(row.get(3)?),
    };
    let file_digest = digest(row, 1)?;
    if Digest::of(&stored.bytes) == file_digest {
        Ok(stored)
    } else {
        Err(LedgerError::Altered { digest: stored.digest })
    }
}
