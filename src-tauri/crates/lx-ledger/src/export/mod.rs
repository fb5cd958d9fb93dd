//! What left the desk, and to whom.

use lx_domain::{Digest, Fingerprint, UnixMillis};

use crate::{LedgerError, Records, Tx, store::digest};

/// One file that left the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// What it was: `batch`, `sheet`, `report`, `backup`, …
    pub kind: String,
    /// Where it was written.
    pub path: String,
    /// Of the file's bytes.
    pub digest: Digest,
    /// To whom it was encrypted or handed, where known.
    pub recipient: Option<String>,
    /// Who exported it.
    pub by: Option<Fingerprint>,
    /// When.
    pub at: UnixMillis,
}

impl Records {
    /// Every export, oldest first.
    ///
    /// # Errors
    /// As every read.
    pub fn exports(&self) -> Result<Vec<Export>, LedgerError> {
        self.rows(include_str!("all.sql"), [], |row| {
            Ok(Export {
                kind: row.get(0)?,
                path: row.get(1)?,
                digest: digest(row, 2)?,
                recipient: row.get(3)?,
                by: row.get::<_, Option<[u8; 32]>>(4)?.map(Fingerprint),
                at: UnixMillis(row.get(5)?),
            })
        })
    }
}

impl Tx<'_> {
    /// Writes down an export.
    ///
    /// # Errors
    /// As every write.
    pub fn put_export(&self, export: &Export) -> Result<(), LedgerError> {
        let Export {
            kind,
            path,
            digest,
            recipient,
            by,
            at,
        } = export;
        self.run(include_str!("put.sql"), (kind, path, digest.0, recipient, by.map(|f| f.0), at.0))
            .map(drop)
    }
}
