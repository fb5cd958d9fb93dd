//! Values that a person wrote over the ones that were read.

use lx_domain::{ApplicationNumber, Corrected, Fingerprint, UnixMillis};

use crate::{
    LedgerError, Records, Tx,
    store::{fingerprint, from_json, from_text, to_json},
};

/// A person's value of a field or of a property of an applicant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// Of which application.
    pub number: ApplicationNumber,
    /// Of which version of its dossier.
    pub version: u32,
    /// What it is about.
    pub about: Corrected,
    /// The value.
    pub value: String,
    /// Why.
    pub reason: String,
    /// Who wrote it.
    pub by: Fingerprint,
    /// When.
    pub at: UnixMillis,
}

impl Records {
    /// The corrections of one application, oldest first: a later one of the same stands over an earlier one.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn corrections(&self, number: &ApplicationNumber) -> Result<Vec<Correction>, LedgerError> {
        self.rows(include_str!("of_application.sql"), [number.as_str()], |row| {
            Ok(Correction {
                number: from_text("correction", row, 0)?,
                version: row.get(1)?,
                about: from_json("correction", row, 2)?,
                value: row.get(3)?,
                reason: row.get(4)?,
                by: fingerprint(row, 5)?,
                at: UnixMillis(row.get(6)?),
            })
        })
    }
}

impl Tx<'_> {
    /// Keeps a correction beside the earlier ones.
    ///
    /// # Errors
    /// [`LedgerError::Database`] if there is no such version.
    pub fn put_correction(&self, correction: &Correction) -> Result<(), LedgerError> {
        let Correction {
            number,
            version,
            about,
            value,
            reason,
            by,
            at,
        } = correction;
        let values = (number.as_str(), version, to_json(about)?, value, reason, by.0, at.0);
        self.run(include_str!("put.sql"), values).map(drop)
    }
}
