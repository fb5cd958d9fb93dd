//! The package files as they came, byte for byte.

use lx_domain::{ApplicationNumber, Digest};

use crate::{
    LedgerError, Records, Tx,
    store::{count, digest, signed},
};

/// The file that a version of a dossier was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Which version of the dossier.
    pub version: u32,
    /// Its file name.
    pub name: String,
    /// Its digest; the bytes are among the documents.
    pub digest: Digest,
    /// Its size.
    pub bytes: u64,
}

impl Records {
    /// The originals of one application, oldest version first.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn originals(&self, number: &ApplicationNumber) -> Result<Vec<Original>, LedgerError> {
        self.rows(include_str!("of_application.sql"), [number.as_str()], |row| {
            Ok(Original {
                version: row.get(0)?,
                name: row.get(1)?,
                digest: digest(row, 2)?,
                bytes: count("original", row, 3)?,
            })
        })
    }
}

impl Tx<'_> {
    /// Says which stored document is the original of a version.
    ///
    /// # Errors
    /// [`LedgerError::Database`] if the document was not put before, or the version has an original.
    pub fn put_original(&self, number: &ApplicationNumber, original: &Original) -> Result<(), LedgerError> {
        let Original {
            version,
            name,
            digest,
            bytes,
        } = original;
        self.run(include_str!("put.sql"), (number.as_str(), version, name, digest.0, signed(*bytes)?))
            .map(drop)
    }
}
