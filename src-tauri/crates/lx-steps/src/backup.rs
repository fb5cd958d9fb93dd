//! The whole desk in one file.

use std::path::Path;

use lx_domain::{Digest, UnixMillis};
use lx_ledger::BackupReport;

use crate::{Desk, StepError};

/// Writes a backup.
///
/// # Errors
/// What the ledger refuses; a half file is not left behind.
pub fn create(desk: &mut Desk, file: &Path, at: UnixMillis) -> Result<(), StepError> {
    desk.ledger.backup_to(file, at)?;
    desk.note_export("backup", file, Digest::of(file.display().to_string().as_bytes()), None, at)
}

/// Checks a backup; needs no passphrase.
///
/// # Errors
/// [`lx_ledger::LedgerError::Damaged`] naming what is missing or altered.
pub fn check(file: &Path) -> Result<BackupReport, StepError> {
    Ok(lx_ledger::check_backup(file)?)
}

/// Unpacks a backup into an empty folder.
///
/// # Errors
/// What the ledger refuses.
pub fn restore(file: &Path, folder: &Path) -> Result<BackupReport, StepError> {
    Ok(lx_ledger::restore_backup(file, folder)?)
}
