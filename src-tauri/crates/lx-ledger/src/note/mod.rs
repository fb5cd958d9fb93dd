//! Private notes: they never leave the desk.

use lx_domain::{ApplicationNumber, UnixMillis};

use crate::{LedgerError, Records, Tx};

impl Records {
    /// The private note on one application; empty where there is none.
    ///
    /// # Errors
    /// As every read.
    pub fn note(&self, number: &ApplicationNumber) -> Result<String, LedgerError> {
        Ok(self
            .row(include_str!("note.sql"), [number.as_str()], |row| Ok(row.get(0)?))?
            .unwrap_or_default())
    }
}

impl Tx<'_> {
    /// Writes the private note on one application.
    ///
    /// # Errors
    /// As every write.
    pub fn set_note(&self, number: &ApplicationNumber, text: &str, at: UnixMillis) -> Result<(), LedgerError> {
        self.run(include_str!("set.sql"), (number.as_str(), text, at.0)).map(drop)
    }
}
