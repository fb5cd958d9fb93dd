//! Applications that came over from an earlier batch.

use lx_domain::{ApplicationNumber, Digest, Fingerprint, UnixMillis};

use crate::{
    LedgerError, Records, Tx,
    store::{digest, fingerprint, from_text},
};

/// One application that came over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// Its number in this batch.
    pub number: ApplicationNumber,
    /// Digest of the signed file's payload; the file is among the envelopes.
    pub carry: Digest,
    /// Its number in the earlier batch.
    pub former: ApplicationNumber,
    /// Who vouched for the signer when the file was taken, as the step that took it writes it.
    pub vouched: String,
    /// Who took it.
    pub by: Fingerprint,
    /// When.
    pub at: UnixMillis,
}

impl Records {
    /// Every application that came over, in the order in which they were taken.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn carried(&self) -> Result<Vec<Carried>, LedgerError> {
        self.rows(include_str!("all.sql"), [], |row| {
            Ok(Carried {
                number: from_text("carried", row, 0)?,
                carry: digest(row, 1)?,
                former: from_text("carried", row, 2)?,
                vouched: row.get(3)?,
                by: fingerprint(row, 4)?,
                at: UnixMillis(row.get(5)?),
            })
        })
    }
}

impl Tx<'_> {
    /// Writes down that an application came over.
    ///
    /// # Errors
    /// [`LedgerError::Database`] if this application of this file was taken before.
    pub fn put_carried(&self, carried: &Carried) -> Result<(), LedgerError> {
        let Carried {
            number,
            carry,
            former,
            vouched,
            by,
            at,
        } = carried;
        self.run(
            include_str!("put.sql"),
            (number.as_str(), carry.0, former.as_str(), vouched, by.0, at.0),
        )
        .map(drop)
    }
}
