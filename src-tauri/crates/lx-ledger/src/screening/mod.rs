//! Screening before the freeze: verdicts item by item, then the outcome.

use std::collections::BTreeMap;

use lx_domain::{Admission, ApplicationNumber, Fingerprint, ItemId, ItemVerdict, UnixMillis};

use crate::{
    LedgerError, Records, Tx,
    store::{from_json, from_text, to_json},
};

impl Records {
    /// The verdicts given so far on one application.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn item_verdicts(&self, number: &ApplicationNumber) -> Result<BTreeMap<ItemId, ItemVerdict>, LedgerError> {
        let rows = self.rows(include_str!("items.sql"), [number.as_str()], |row| {
            Ok((from_text("item_verdict", row, 0)?, from_json("item_verdict", row, 1)?))
        })?;
        Ok(rows.into_iter().collect())
    }

    /// How the screening of one application ended, once it has.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if it cannot be read.
    pub fn admission(&self, number: &ApplicationNumber) -> Result<Option<Admission>, LedgerError> {
        self.row(include_str!("admission.sql"), [number.as_str()], |row| {
            from_json("admission", row, 0)
        })
    }

    /// How the screenings of one application ended, version by version: the last of each version, also where a supplement
    /// opened the screening again.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn screened(&self, number: &ApplicationNumber) -> Result<BTreeMap<u32, Admission>, LedgerError> {
        let rows = self.rows(include_str!("screened.sql"), [number.as_str()], |row| {
            Ok((row.get(0)?, from_json("screened", row, 1)?))
        })?;
        Ok(rows.into_iter().collect())
    }

    /// Every screening that has ended, by number.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if one cannot be read.
    pub fn admissions(&self) -> Result<BTreeMap<ApplicationNumber, Admission>, LedgerError> {
        let rows: Vec<Admission> = self.rows(include_str!("admissions.sql"), [], |row| from_json("admission", row, 0))?;
        Ok(rows.into_iter().map(|a| (a.number.clone(), a)).collect())
    }
}

impl Tx<'_> {
    /// Gives a verdict on one item, over an earlier one.
    ///
    /// # Errors
    /// As every write.
    pub fn put_item_verdict(
        &self,
        number: &ApplicationNumber,
        item: &ItemId,
        verdict: &ItemVerdict,
        by: &Fingerprint,
        at: UnixMillis,
    ) -> Result<(), LedgerError> {
        self.run(
            include_str!("put_item.sql"),
            (number.as_str(), item.as_str(), to_json(verdict)?, by.0, at.0),
        )
        .map(drop)
    }

    /// Ends the screening of an application, over an earlier end, which [`Records::screened`] remembers; `version` is that of
    /// the dossier that was screened.
    ///
    /// # Errors
    /// [`LedgerError::Database`] if there is no such version.
    pub fn put_admission(&self, admission: &Admission, version: u32) -> Result<(), LedgerError> {
        let (number, text) = (admission.number.as_str(), to_json(admission)?);
        self.run(include_str!("put_admission.sql"), (number, &text))?;
        self.run(include_str!("put_screened.sql"), (number, version, &text)).map(drop)
    }

    /// Opens the screening of an application again; its verdicts stay. Says whether it had ended.
    ///
    /// # Errors
    /// As every write.
    pub fn remove_admission(&self, number: &ApplicationNumber) -> Result<bool, LedgerError> {
        Ok(self.run(include_str!("remove_admission.sql"), [number.as_str()])? > 0)
    }

    /// Forgets the verdicts on one application, as when a supplement came.
    ///
    /// # Errors
    /// As every write.
    pub fn clear_item_verdicts(&self, number: &ApplicationNumber) -> Result<(), LedgerError> {
        self.run(include_str!("clear_items.sql"), [number.as_str()]).map(drop)
    }
}
