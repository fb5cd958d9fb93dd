//! What was typed or chosen while applications are screened, and not said yet: it never leaves the desk.

use lx_domain::ApplicationNumber;

use crate::{LedgerError, Records, Tx, store::from_text};

/// A field in which something was begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Of which application.
    pub number: ApplicationNumber,
    /// Name of the field, as the window gives it.
    pub field: String,
    /// What stands there; may be empty.
    pub text: String,
}

impl Records {
    /// Everything that was begun, by application and field.
    ///
    /// # Errors
    /// As every read.
    pub fn begun(&self) -> Result<Vec<Begun>, LedgerError> {
        self.rows(include_str!("all.sql"), [], |row| {
            Ok(Begun {
                number: from_text("begun", row, 0)?,
                field: row.get(1)?,
                text: row.get(2)?,
            })
        })
    }
}

impl Tx<'_> {
    /// Keeps what was begun in a field, over what was begun there before.
    ///
    /// # Errors
    /// As every write.
    pub fn put_begun(&self, begun: &Begun) -> Result<(), LedgerError> {
        let Begun { number, field, text } = begun;
        self.run(include_str!("put.sql"), (number.as_str(), field, text)).map(drop)
    }

    /// Forgets what was begun in a field.
    ///
    /// # Errors
    /// As every write.
    pub fn remove_begun(&self, number: &ApplicationNumber, field: &str) -> Result<(), LedgerError> {
        self.run(include_str!("remove.sql"), (number.as_str(), field)).map(drop)
    }
}
