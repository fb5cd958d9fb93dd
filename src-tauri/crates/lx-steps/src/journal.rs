//! The journal of the desk.

use lx_ledger::JournalEntry;

use crate::{Desk, StepError};

/// Every step, oldest first; the chain was checked.
///
/// # Errors
/// [`lx_ledger::LedgerError::JournalBroken`].
pub fn list(desk: &Desk) -> Result<Vec<JournalEntry>, StepError> {
    Ok(desk.ledger.journal()?)
}
