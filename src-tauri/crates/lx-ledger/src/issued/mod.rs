//! Papers that went out to applicants: receipts and notices, with what they said.

use lx_domain::{ApplicationNumber, Digest, Fingerprint, UnixMillis};

use crate::{
    LedgerError, Records, Tx,
    store::{digest, fingerprint, from_text},
};

/// One paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issued {
    /// On which application.
    pub number: ApplicationNumber,
    /// On which version of its dossier.
    pub version: u32,
    /// `receipt` or `notice`.
    pub kind: String,
    /// What it said, as the step that made it writes it (JSON).
    pub paper: String,
    /// Of the PDF's bytes.
    pub digest: Digest,
    /// Who made it.
    pub by: Fingerprint,
    /// When.
    pub at: UnixMillis,
}

impl Records {
    /// The papers on one application, oldest first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn issued(&self, number: &ApplicationNumber) -> Result<Vec<Issued>, LedgerError> {
        self.rows(include_str!("of_application.sql"), [number.as_str()], |row| {
            Ok(Issued {
                number: from_text("issued", row, 0)?,
                version: row.get(1)?,
                kind: row.get(2)?,
                paper: row.get(3)?,
                digest: digest(row, 4)?,
                by: fingerprint(row, 5)?,
                at: UnixMillis(row.get(6)?),
            })
        })
    }
}

impl Tx<'_> {
    /// Keeps a paper beside the earlier ones.
    ///
    /// # Errors
    /// [`LedgerError::Database`] if there is no such version.
    pub fn put_issued(&self, issued: &Issued) -> Result<(), LedgerError> {
        let Issued {
            number,
            version,
            kind,
            paper,
            digest,
            by,
            at,
        } = issued;
        let values = (number.as_str(), version, kind, paper, digest.0, by.0, at.0);
        self.run(include_str!("put.sql"), values).map(drop)
    }
}
