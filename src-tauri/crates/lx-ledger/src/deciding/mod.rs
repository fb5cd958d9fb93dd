//! The chair's draft of the decision, and dissents.

use lx_domain::{ApplicationNumber, DecisionEntry, Dissent, Fingerprint, UnixMillis};

use crate::{
    LedgerError, Records, Tx,
    store::{fingerprint, from_json, to_json},
};

impl Records {
    /// The opinions drafted so far, by number.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn opinions(&self) -> Result<Vec<DecisionEntry>, LedgerError> {
        self.rows(include_str!("opinions.sql"), [], |row| from_json("opinion", row, 0))
    }

    /// The dissents handed in so far, oldest first.
    ///
    /// # Errors
    /// As every read.
    pub fn dissents(&self) -> Result<Vec<Dissent>, LedgerError> {
        self.rows(include_str!("dissents.sql"), [], |row| {
            Ok(Dissent {
                by: fingerprint(row, 0)?,
                text: row.get(1)?,
            })
        })
    }
}

impl Tx<'_> {
    /// Drafts the opinion on one application, over an earlier one.
    ///
    /// # Errors
    /// As every write.
    pub fn put_opinion(&self, entry: &DecisionEntry, at: UnixMillis) -> Result<(), LedgerError> {
        self.run(include_str!("put_opinion.sql"), (entry.number.as_str(), to_json(entry)?, at.0))
            .map(drop)
    }

    /// Takes the drafted opinion on one application back; says whether there was one.
    ///
    /// # Errors
    /// As every write.
    pub fn remove_opinion(&self, number: &ApplicationNumber) -> Result<bool, LedgerError> {
        Ok(self.run(include_str!("remove_opinion.sql"), [number.as_str()])? > 0)
    }

    /// Writes down a dissent, over the same person's earlier one.
    ///
    /// # Errors
    /// As every write.
    pub fn put_dissent(&self, dissent: &Dissent, at: UnixMillis) -> Result<(), LedgerError> {
        self.run(include_str!("put_dissent.sql"), (dissent.by.0, &dissent.text, at.0))
            .map(drop)
    }

    /// Takes a person's dissent back; says whether there was one.
    ///
    /// # Errors
    /// As every write.
    pub fn remove_dissent(&self, by: &Fingerprint) -> Result<bool, LedgerError> {
        Ok(self.run(include_str!("remove_dissent.sql"), [by.0])? > 0)
    }
}
