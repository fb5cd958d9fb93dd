//! Numbered steps from one schema to the next, each one transaction; a newer schema is refused.

use rusqlite::Connection;

use crate::{LedgerError, error::damaged};

/// `LXDK`, so that a file of ours is known as one.
pub(crate) const APPLICATION_ID: i32 = 0x4C58_444B;

const STEPS: &[&str] = &[
    include_str!("0001_desk.sql"),
    include_str!("0002_taking.sql"),
    include_str!("0003_screened.sql"),
    include_str!("0004_carried.sql"),
    include_str!("0005_begun.sql"),
    include_str!("0006_withdrawn.sql"),
];

/// The schema this program writes.
pub(crate) fn known() -> u32 {
    u32::try_from(STEPS.len()).unwrap_or(u32::MAX)
}

/// The schema a desk has.
pub(crate) fn found(conn: &Connection) -> Result<u32, LedgerError> {
    let version: i64 = conn.pragma_query_value(None, "user_version", |r| r.get(0))?;
    u32::try_from(version).map_err(|e| damaged("desk.db", e))
}

/// Whether the file says that it is a desk of ours.
pub(crate) fn is_ours(conn: &Connection) -> Result<bool, LedgerError> {
    let id: i32 = conn.pragma_query_value(None, "application_id", |r| r.get(0))?;
    Ok(id == APPLICATION_ID)
}

/// Brings the desk to the known schema.
///
/// # Errors
/// [`LedgerError::NewerSchema`] if it is beyond.
pub(crate) fn migrate(conn: &Connection) -> Result<(), LedgerError> {
    let (found, known) = (found(conn)?, known());
    if found > known {
        return Err(LedgerError::NewerSchema { found, known });
    }
    for (number, step) in (1_u32..).zip(STEPS).skip_while(|(number, _)| *number <= found) {
        let tx = conn.unchecked_transaction()?;
        tx.execute_batch(step)?;
        tx.pragma_update(None, "application_id", APPLICATION_ID)?;
        tx.pragma_update(None, "user_version", number)?;
        tx.commit()?;
    }
    Ok(())
}
