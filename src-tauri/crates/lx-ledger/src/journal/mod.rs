//! The journal: one row for every step, each bound to the one before it.
//!
//! `link` of a row is SHA-256 over `linxuan-journal-1`, then seq, prev, kind, digest, by, at and detail, each as an 8-byte
//! big-endian length and its bytes; seq and at are 8-byte big-endian, detail is the JSON text as stored, an absent digest or
//! key has length 0. `prev` of the first row is 32 zero bytes. The chain shows a changed, moved or missing row; that its last
//! rows were cut off shows only against a head that left the desk: every report carries one.

use lx_domain::{Digest, Fingerprint, UnixMillis};
use rusqlite::Row;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::{
    LedgerError, Records, Tx,
    error::damaged,
    store::{count, digest, from_json, signed, to_json},
};

const START: Digest = Digest([0; 32]);

/// One step as the journal has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalEntry {
    /// Place in the chain, from 1.
    pub seq: u64,
    /// Link of the row before it; zeros for the first.
    pub prev: Digest,
    /// Kind of step, such as `import` or `seal`.
    pub kind: String,
    /// Digest of the artefact it is about.
    pub digest: Option<Digest>,
    /// Who did it.
    pub by: Option<Fingerprint>,
    /// When.
    pub at: UnixMillis,
    /// Facts.
    pub detail: Value,
    /// This row's link.
    pub link: Digest,
}

struct RawRow {
    entry: JournalEntry,
    detail: String,
}

impl RawRow {
    fn reckoned_link(&self) -> Digest {
        let JournalEntry {
            seq,
            prev,
            kind,
            digest,
            by,
            at,
            ..
        } = &self.entry;
        let mut hash = Sha256::new();
        hash.update(b"linxuan-journal-1");
        let parts: [&[u8]; 7] = [
            &seq.to_be_bytes(),
            &prev.0,
            kind.as_bytes(),
            digest.as_ref().map_or(&[], |d| &d.0),
            by.as_ref().map_or(&[], |f| &f.0),
            &at.0.to_be_bytes(),
            self.detail.as_bytes(),
        ];
        for part in parts {
            hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            hash.update(part);
        }
        Digest(hash.finalize().into())
    }
}

impl Records {
    /// Every step, oldest first, the chain verified.
    ///
    /// # Errors
    /// [`LedgerError::JournalBroken`] at the first row that does not follow from the one before it.
    pub fn journal(&self) -> Result<Vec<JournalEntry>, LedgerError> {
        let rows = self.rows(include_str!("all.sql"), [], from_row)?;
        let mut prev = START;
        for (seq, row) in (1_u64..).zip(&rows) {
            let entry = &row.entry;
            if entry.seq != seq || entry.prev != prev || entry.link != row.reckoned_link() {
                return Err(LedgerError::JournalBroken { seq });
            }
            prev = entry.link;
        }
        Ok(rows.into_iter().map(|row| row.entry).collect())
    }

    /// Facts of every step of one kind, oldest first; the chain is not verified.
    ///
    /// # Errors
    /// As every read.
    pub fn journal_details(&self, kind: &str) -> Result<Vec<Value>, LedgerError> {
        self.rows(include_str!("details.sql"), [kind], |row| from_json("journal", row, 0))
    }

    /// The link of the last row; zeros while there is none.
    ///
    /// # Errors
    /// As every read.
    pub fn journal_head(&self) -> Result<Digest, LedgerError> {
        Ok(self.last()?.map_or(START, |(_, link)| link))
    }

    fn last(&self) -> Result<Option<(u64, Digest)>, LedgerError> {
        self.row(include_str!("last.sql"), [], |row| Ok((count("journal", row, 0)?, digest(row, 1)?)))
    }
}

impl Tx<'_> {
    /// Appends a step and gives its link.
    ///
    /// # Errors
    /// As every write.
    pub fn append_journal(
        &self,
        kind: &str,
        digest: Option<&Digest>,
        by: Option<&Fingerprint>,
        at: UnixMillis,
        detail: &Value,
    ) -> Result<Digest, LedgerError> {
        let (last, prev) = self.last()?.unwrap_or((0, START));
        let entry = JournalEntry {
            seq: last.saturating_add(1),
            prev,
            kind: kind.to_owned(),
            digest: digest.copied(),
            by: by.copied(),
            at,
            detail: Value::Null,
            link: START,
        };
        let row = RawRow {
            entry,
            detail: to_json(detail)?,
        };
        let link = row.reckoned_link();
        let RawRow { entry, detail } = row;
        let values = (
            signed(entry.seq)?,
            entry.prev.0,
            entry.kind,
            entry.digest.map(|d| d.0),
            entry.by.map(|f| f.0),
            entry.at.0,
            detail,
            link.0,
        );
        self.run(include_str!("append.sql"), values)?;
        Ok(link)
    }
}

fn from_row(row: &Row<'_>) -> Result<RawRow, LedgerError> {
    let detail: String = row.get(6)?;
    let entry = JournalEntry {
        seq: count("journal", row, 0)?,
        prev: digest(row, 1)?,
        kind: row.get(2)?,
        digest: row.get::<_, Option<[u8; 32]>>(3)?.map(Digest),
        by: row.get::<_, Option<[u8; 32]>>(4)?.map(Fingerprint),
        at: UnixMillis(row.get(5)?),
        detail: serde_json::from_str(&detail).map_err(|e| damaged("journal", e))?,
        link: digest(row, 7)?,
    };
    Ok(RawRow { entry, detail })
}
