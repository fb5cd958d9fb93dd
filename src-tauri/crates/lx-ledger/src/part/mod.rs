//! The packages that a version of a dossier was put together from.

use lx_domain::{ApplicationNumber, Digest};

use crate::{LedgerError, Records, Tx, store::digest};

/// A package that went into a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its file or folder name.
    pub name: String,
    /// Of the archive as it came, or of a folder's list of documents.
    pub digest: Digest,
}

impl Records {
    /// The packages of one version, in the order in which they came; none of a version that was kept before parts were
    /// written down.
    ///
    /// # Errors
    /// As every read.
    pub fn parts(&self, number: &ApplicationNumber, version: u32) -> Result<Vec<Part>, LedgerError> {
        self.rows(include_str!("of_version.sql"), (number.as_str(), version), |row| {
            Ok(Part {
                name: row.get(0)?,
                digest: digest(row, 1)?,
            })
        })
    }
}

impl Tx<'_> {
    /// Says which packages a version was put together from.
    ///
    /// # Errors
    /// [`LedgerError::Database`] if the version was not put before, or has its parts already.
    pub fn put_parts(&self, number: &ApplicationNumber, version: u32, parts: &[Part]) -> Result<(), LedgerError> {
        for (ordinal, part) in (0_u32..).zip(parts) {
            self.run(
                include_str!("put.sql"),
                (number.as_str(), version, ordinal, &part.name, part.digest.0),
            )?;
        }
        Ok(())
    }
}
