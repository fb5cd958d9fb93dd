//! The spreadsheet that lists the whole batch (申报汇总表), as it was read.

use lx_domain::{Digest, Fingerprint, UnixMillis};

use crate::{
    LedgerError, Records, Tx,
    store::{digest, fingerprint},
};

/// A listing of the batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Name of the spreadsheet.
    pub name: String,
    /// Of its bytes.
    pub digest: Digest,
    /// What was read, as its reader writes it.
    pub content: String,
    /// Who kept it.
    pub by: Fingerprint,
    /// When.
    pub at: UnixMillis,
}

impl Records {
    /// The listing of the batch, if there is one.
    ///
    /// # Errors
    /// As every read.
    pub fn listing(&self) -> Result<Option<Listing>, LedgerError> {
        self.row(include_str!("kept.sql"), [], |row| {
            Ok(Listing {
                name: row.get(0)?,
                digest: digest(row, 1)?,
                content: row.get(2)?,
                by: fingerprint(row, 3)?,
                at: UnixMillis(row.get(4)?),
            })
        })
    }
}

impl Tx<'_> {
    /// Keeps the listing of the batch, over an earlier one.
    ///
    /// # Errors
    /// As every write.
    pub fn put_listing(&self, listing: &Listing) -> Result<(), LedgerError> {
        let Listing {
            name,
            digest,
            content,
            by,
            at,
        } = listing;
        self.run(include_str!("put.sql"), (name, digest.0, content, by.0, at.0)).map(drop)
    }

    /// Forgets the listing of the batch.
    ///
    /// # Errors
    /// As every write.
    pub fn remove_listing(&self) -> Result<(), LedgerError> {
        self.run(include_str!("remove.sql"), []).map(drop)
    }
}
