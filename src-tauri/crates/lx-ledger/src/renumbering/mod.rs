//! Another number for an application, before the freeze: the one act that changes sealed rows. It changes their number alone, and
//! the journal has both numbers.

use lx_domain::{ApplicationNumber, Digest, Dossier};

use crate::{LedgerError, Tx, store::to_json};

/// Tables that have a row of an application before the freeze.
const TABLES: [&str; 13] = [
    "dossier",
    "dossier_document",
    "set_aside",
    "original",
    "correction",
    "part",
    "item_verdict",
    "admission",
    "screened",
    "issued",
    "carried",
    "note",
    "begun",
];

impl Tx<'_> {
    /// Gives an application another number, which nothing here may have: in every row, every version and every paper kept of it.
    /// `restated` are its versions as they read under that number, with their digests.
    ///
    /// # Errors
    /// [`LedgerError::Database`] if the number is taken.
    pub fn renumber(&self, from: &ApplicationNumber, to: &ApplicationNumber, restated: &[(Digest, Dossier)]) -> Result<(), LedgerError> {
        // Rows of one application point at each other: they are looked at once all of them have moved.
        self.conn.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let seals: Vec<(String, String)> =
            self.rows(include_str!("seals.sql"), [to_json(&TABLES)?], |row| Ok((row.get(0)?, row.get(1)?)))?;
        for (name, _) in &seals {
            self.conn.execute_batch(&format!("DROP TRIGGER {name}"))?;
        }
        for table in TABLES {
            let sql = format!("UPDATE {table} SET number = ?2 WHERE number = ?1");
            self.run(&sql, (from.as_str(), to.as_str()))?;
        }
        for (digest, dossier) in restated {
            let values = (to.as_str(), dossier.version, digest.0, to_json(dossier)?);
            self.run(include_str!("restate.sql"), values)?;
        }
        self.run(include_str!("admission.sql"), [to.as_str()])?;
        self.run(include_str!("screened.sql"), [to.as_str()])?;
        for (_, seal) in &seals {
            self.conn.execute_batch(seal)?;
        }
        Ok(())
    }
}
