//! The whole desk in one file.

use std::path::Path;

use lx_domain::{Digest, UnixMillis};
use lx_ledger::BackupReport;

use crate::{Desk, StepError};

/// Writes a backup, over an earlier one but over no other file.
///
/// # Errors
/// [`StepError::Exists`], what the ledger refuses; a half file is not left behind.
pub fn create(desk: &mut Desk, file: &Path, at: UnixMillis) -> Result<(), StepError> {
    if file.exists() && !lx_ledger::begins_a_backup(file) {
        return Err(StepError::Exists { path: file.to_owned() });
    }
    desk.ledger.backup_to(file, at)?;
    desk.note_export("backup", file, Digest::of(file.display().to_string().as_bytes()), None, at)
}

/// Checks a backup; needs no passphrase.
///
/// # Errors
/// [`StepError::File`] if it can't be read; [`lx_ledger::LedgerError::NotABackup`], [`lx_ledger::LedgerError::BackupBroken`].
pub fn check(file: &Path) -> Result<BackupReport, StepError> {
    expect_there(file)?;
    Ok(lx_ledger::check_backup(file)?)
}

/// Unpacks a backup into an empty folder.
///
/// # Errors
/// As [`check`], and what the ledger refuses.
pub fn restore(file: &Path, folder: &Path) -> Result<BackupReport, StepError> {
    expect_there(file)?;
    Ok(lx_ledger::restore_backup(file, folder)?)
}

/// A file that is not there is the person's slip, not a fault of the desk.
fn expect_there(file: &Path) -> Result<(), StepError> {
    let there = std::fs::metadata(file).map(drop);
    there.map_err(|source| StepError::File {
        path: file.to_owned(),
        source,
    })
}
