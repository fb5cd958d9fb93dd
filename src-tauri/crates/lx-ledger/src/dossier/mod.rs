//! Dossiers: what was received and read, every version kept.

use lx_domain::{ApplicationNumber, Digest, Dossier, Fingerprint, UnixMillis};

use crate::{
    LedgerError, Records, Tx,
    store::{digest, from_json, from_text, to_json},
};

/// An application that was received and is not of this batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Its number.
    pub number: ApplicationNumber,
    /// Why.
    pub reason: String,
    /// Withdrawn or received by mistake; else it moves to a later batch.
    pub withdrawn: bool,
}

impl Records {
    /// The latest version of every dossier that is not set aside, with its digest, by number.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn dossiers(&self) -> Result<Vec<(Digest, Dossier)>, LedgerError> {
        self.rows(include_str!("latest.sql"), [], |row| {
            Ok((digest(row, 0)?, from_json("dossier", row, 1)?))
        })
    }

    /// The latest version of one dossier, with its digest, also of one set aside.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if it cannot be read.
    pub fn dossier(&self, number: &ApplicationNumber) -> Result<Option<(Digest, Dossier)>, LedgerError> {
        Ok(self.dossier_versions(number)?.pop())
    }

    /// Every version of one dossier, with its digest, oldest first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn dossier_versions(&self, number: &ApplicationNumber) -> Result<Vec<(Digest, Dossier)>, LedgerError> {
        self.rows(include_str!("versions.sql"), [number.as_str()], |row| {
            Ok((digest(row, 0)?, from_json("dossier", row, 1)?))
        })
    }

    /// Which applications hold this document in their latest version, and under which path, by number.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if a number cannot be read.
    pub fn holders(&self, document: &Digest) -> Result<Vec<(ApplicationNumber, String)>, LedgerError> {
        self.rows(include_str!("holders.sql"), [document.0], |row| {
            Ok((from_text("dossier", row, 0)?, row.get(1)?))
        })
    }

    /// The applications that were set aside, by number.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if a number cannot be read.
    pub fn set_aside(&self) -> Result<Vec<Aside>, LedgerError> {
        self.rows(include_str!("aside.sql"), [], |row| {
            Ok(Aside {
                number: from_text("set_aside", row, 0)?,
                reason: row.get(1)?,
                withdrawn: row.get(2)?,
            })
        })
    }
}

impl Tx<'_> {
    /// Keeps a new version of a dossier; `digest` is that of its canonical bytes. An application that was set aside stays so:
    /// only a person takes it back.
    ///
    /// # Errors
    /// [`LedgerError::Sealed`] if this version is there already.
    pub fn put_dossier(&self, dossier: &Dossier, digest: &Digest) -> Result<(), LedgerError> {
        let (number, version) = (dossier.number.as_str(), dossier.version);
        if self.run(include_str!("put.sql"), (number, version, digest.0, to_json(dossier)?))? == 0 {
            return Err(LedgerError::Sealed {
                table: "dossier".to_owned(),
            });
        }
        for (ordinal, document) in (0_u32..).zip(&dossier.documents) {
            self.run(
                include_str!("put_document.sql"),
                (number, version, ordinal, &document.path, document.digest.0),
            )?;
        }
        Ok(())
    }

    /// Brings an application that was set aside back into the batch. Says whether it had been.
    ///
    /// # Errors
    /// As every write.
    pub fn take_back(&self, number: &ApplicationNumber) -> Result<bool, LedgerError> {
        Ok(self.run(include_str!("take_back.sql"), [number.as_str()])? > 0)
    }

    /// Takes an application out of the batch before the freeze; everything of it is kept.
    ///
    /// # Errors
    /// As every write.
    pub fn put_aside(&self, aside: &Aside, by: &Fingerprint, at: UnixMillis) -> Result<(), LedgerError> {
        let Aside { number, reason, withdrawn } = aside;
        self.run(include_str!("put_aside.sql"), (number.as_str(), reason, withdrawn, by.0, at.0))
            .map(drop)
    }
}
