//! The whole desk in one file.

use std::{collections::BTreeMap, path::Path};

use lx_domain::{Digest, UnixMillis};
use lx_ledger::{BackupReport, LedgerError};

use crate::{Desk, StepError, numbers::numbers_in_use, placing};

/// Writes a backup, over an earlier one but over no other file.
///
/// # Errors
/// [`StepError::Exists`], [`StepError::Occupied`], [`StepError::DamagedDocuments`], what the ledger refuses; a half file is not
/// left behind.
pub fn create(desk: &mut Desk, file: &Path, at: UnixMillis) -> Result<(), StepError> {
    placing::expect_place(file, placing::Kind::Backup)?;
    match desk.ledger.backup_to(file, at) {
        Err(LedgerError::DamagedDocuments { documents }) => return Err(StepError::DamagedDocuments(named(desk, &documents)?)),
        // A place that a person named badly is no fault of the desk.
        Err(LedgerError::Io { path, source }) if path.parent() == file.parent() => {
            let path = file.to_owned();
            return Err(StepError::File { path, source });
        }
        made => made?,
    };
    desk.note_export("backup", file, Digest::of(file.display().to_string().as_bytes()), None, at)
}

/// What a person knows each document as: its application and its name there, or the name of the package as it came.
fn named(desk: &Desk, documents: &[Digest]) -> Result<Vec<String>, StepError> {
    let mut known: BTreeMap<Digest, String> = BTreeMap::new();
    let mut versions = desk.dossiers()?;
    for number in &numbers_in_use(desk)? {
        versions.extend(desk.ledger.dossier_versions(number)?.into_iter().map(|(_, d)| d));
        for original in desk.ledger.originals(number)? {
            known.insert(original.digest, format!("{number} {}", original.name));
        }
    }
    for dossier in &versions {
        for document in &dossier.documents {
            known
                .entry(document.digest)
                .or_insert_with(|| format!("{} {}", dossier.number, document.path));
        }
    }
    let name = |digest: &Digest| known.get(digest).cloned().unwrap_or_else(|| digest.short());
    let mut names: Vec<String> = documents.iter().map(name).collect();
    names.sort();
    Ok(names)
}

/// Checks a backup. Without the passphrase of its day nobody can say whether the documents in it are whole.
///
/// # Errors
/// [`StepError::File`] if it can't be read; [`LedgerError::NotABackup`], [`LedgerError::BackupBroken`],
/// [`LedgerError::BackupDamaged`]; [`LedgerError::WrongPassphrase`].
pub fn check(file: &Path, passphrase: Option<&str>) -> Result<BackupReport, StepError> {
    expect_there(file)?;
    Ok(match passphrase {
        Some(passphrase) => lx_ledger::check_documents(file, passphrase)?,
        None => lx_ledger::check_backup(file)?,
    })
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
