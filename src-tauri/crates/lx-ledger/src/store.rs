//! Reading on [`Records`], writing on [`Tx`]; one folder for each table adds its functions.

use std::ops::Deref;

use lx_domain::{Digest, Fingerprint};
use rusqlite::{Connection, Params, Row, Transaction, TransactionBehavior};
use serde::{Serialize, de::DeserializeOwned};

use crate::{LedgerError, error::damaged};

/// Everything that can be read from a desk.
#[derive(Debug)]
pub struct Records {
    pub(crate) conn: Connection,
}

/// An open transaction: everything of [`Records`], and everything that can be written.
#[derive(Debug)]
pub struct Tx<'l> {
    records: &'l Records,
}

impl Deref for Tx<'_> {
    type Target = Records;
    fn deref(&self) -> &Records {
        self.records
    }
}

impl Records {
    /// Rows written since the desk was opened: what was read before it grew may be stale.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.conn.total_changes()
    }

    pub(crate) fn rows<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> Result<T, LedgerError>,
    ) -> Result<Vec<T>, LedgerError> {
        self.conn.prepare(sql)?.query_and_then(params, read)?.collect()
    }

    pub(crate) fn row<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> Result<T, LedgerError>,
    ) -> Result<Option<T>, LedgerError> {
        let mut statement = self.conn.prepare(sql)?;
        let mut rows = statement.query(params)?;
        rows.next()?.map(read).transpose()
    }

    /// Runs `work` as one whole: everything it wrote is durable when this returns, or nothing is.
    pub(crate) fn transaction<T, E: From<LedgerError>>(&mut self, work: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        let begun = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate).map_err(LedgerError::from)?;
        let made = work(&Tx { records: self })?;
        begun.commit().map_err(LedgerError::from)?;
        Ok(made)
    }
}

impl Tx<'_> {
    pub(crate) fn run(&self, sql: &str, params: impl Params) -> Result<usize, LedgerError> {
        Ok(self.conn.execute(sql, params)?)
    }
}

/// The text of a typed value that no query looks into.
pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String, LedgerError> {
    serde_json::to_string(value).map_err(|e| damaged("value", e))
}

/// A typed value from column `index` of a row of `table`.
pub(crate) fn from_json<T: DeserializeOwned>(table: &str, row: &Row<'_>, index: usize) -> Result<T, LedgerError> {
    serde_json::from_str(&row.get::<_, String>(index)?).map_err(|e| damaged(table, e))
}

/// An identifier from column `index` of a row of `table`.
pub(crate) fn from_text<T: std::str::FromStr<Err: std::fmt::Display>>(table: &str, row: &Row<'_>, index: usize) -> Result<T, LedgerError> {
    row.get::<_, String>(index)?.parse().map_err(|e| damaged(table, e))
}

pub(crate) fn digest(row: &Row<'_>, index: usize) -> Result<Digest, LedgerError> {
    Ok(Digest(row.get(index)?))
}

pub(crate) fn fingerprint(row: &Row<'_>, index: usize) -> Result<Fingerprint, LedgerError> {
    Ok(Fingerprint(row.get(index)?))
}

/// A count from a column that SQLite keeps signed.
pub(crate) fn count(table: &str, row: &Row<'_>, index: usize) -> Result<u64, LedgerError> {
    u64::try_from(row.get::<_, i64>(index)?).map_err(|e| damaged(table, e))
}

/// A count as SQLite keeps it.
pub(crate) fn signed(value: u64) -> Result<i64, LedgerError> {
    i64::try_from(value).map_err(|e| damaged("value", e))
}
