//! Reading a backup.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, BufReader, Read as _, Write},
    path::{Path, PathBuf},
};

use zip::ZipArchive;

use super::{FORMAT, Listed, MANIFEST, Manifest, copy_hashed};
use crate::{
    BackupReport, LedgerError,
    document::{self, is_document_name},
    error::{AtPath as _, damaged},
    files::{make_durable, sync_folder},
    keys::DESK_FILE,
    ledger::{DATABASE, refuse_strangers},
};

/// A list of a million files is longer than any desk's.
const LONGEST_MANIFEST: u64 = 256 * 1024 * 1024;

type Archive = ZipArchive<BufReader<File>>;

/// Checks that every file of a backup is there and has its digest. Needs no passphrase.
///
/// # Errors
/// [`LedgerError::Damaged`] naming the file that is missing or altered.
pub fn check_backup(file: &Path) -> Result<BackupReport, LedgerError> {
    let (mut archive, manifest) = open(file)?;
    for listed in &manifest.files {
        copy(&mut archive, listed, &mut io::sink(), file)?;
    }
    Ok(manifest.report())
}

/// Unpacks a backup into a folder that is empty or not there yet, checking it. Open it with the passphrase of its day.
///
/// # Errors
/// [`LedgerError::Damaged`], [`LedgerError::NotEmpty`], [`LedgerError::NewerSchema`]; then nothing stays in the folder.
pub fn restore_backup(file: &Path, folder: &Path) -> Result<BackupReport, LedgerError> {
    let (mut archive, manifest) = open(file)?;
    let documents = folder.join(document::FOLDER);
    fs::create_dir_all(folder).at(folder)?;
    refuse_strangers(folder)?;
    if folder.join(DATABASE).exists() || documents.exists() {
        return Err(LedgerError::NotEmpty { folder: folder.to_owned() });
    }
    fs::create_dir_all(&documents).at(&documents)?;
    let unpacked = unpack(&mut archive, &manifest, folder, file);
    if unpacked.is_err() {
        for name in [DESK_FILE, DATABASE] {
            let _ = fs::remove_file(folder.join(name));
        }
        let _ = fs::remove_dir_all(&documents);
    }
    unpacked.map(|()| manifest.report())
}

fn unpack(archive: &mut Archive, manifest: &Manifest, folder: &Path, file: &Path) -> Result<(), LedgerError> {
    let mut written: Vec<PathBuf> = Vec::new();
    // The database and the documents first: a folder without `desk.toml` is no desk.
    for listed in manifest.files.iter().rev() {
        let path = folder.join(&listed.name);
        let mut out = File::create(&path).at(&path)?;
        copy(archive, listed, &mut out, &path).map_err(|e| match e {
            LedgerError::Io { source, .. } => LedgerError::Io {
                path: file.to_owned(),
                source,
            },
            other => other,
        })?;
        written.push(path);
    }
    make_durable(&folder.join(document::FOLDER), &written)?;
    sync_folder(folder)
}

fn open(file: &Path) -> Result<(Archive, Manifest), LedgerError> {
    let broken = |e: zip::result::ZipError| damaged("backup", e);
    let mut archive = ZipArchive::new(BufReader::new(File::open(file).at(file)?)).map_err(broken)?;
    let mut text = Vec::new();
    archive
        .by_name(MANIFEST)
        .map_err(broken)?
        .take(LONGEST_MANIFEST)
        .read_to_end(&mut text)
        .map_err(|e| damaged("backup", e))?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|e| damaged(MANIFEST, e))?;
    if manifest.format > FORMAT {
        return Err(LedgerError::NewerSchema {
            found: manifest.format,
            known: FORMAT,
        });
    }
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    for Listed { name, .. } in &manifest.files {
        if !is_ours(name) || !listed.insert(name) {
            return Err(damaged(MANIFEST, name));
        }
    }
    if !(listed.contains(DESK_FILE) && listed.contains(DATABASE)) {
        return Err(damaged(MANIFEST, "incomplete"));
    }
    // Each listed file is looked up when it is copied, so an equal number leaves no room for others.
    if archive.len() != listed.len().saturating_add(1) {
        return Err(damaged("backup", "not the files that are listed"));
    }
    Ok((archive, manifest))
}

/// Nothing but a desk's own names is ever written.
fn is_ours(name: &str) -> bool {
    name == DESK_FILE
        || name == DATABASE
        || name
            .strip_prefix(document::FOLDER)
            .and_then(|n| n.strip_prefix('/'))
            .is_some_and(is_document_name)
}

fn copy(archive: &mut Archive, listed: &Listed, to: &mut dyn Write, path: &Path) -> Result<(), LedgerError> {
    let altered = |e: &dyn std::fmt::Display| damaged("backup", format!("{}: {e}", listed.name));
    let mut entry = archive.by_name(&listed.name).map_err(|e| altered(&e))?;
    let (bytes, sha256) = copy_hashed(&mut entry, to).map_err(|e| match e.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => altered(&e),
        _ => Err::<(), _>(e).at(path).err().unwrap_or(LedgerError::DiskFull),
    })?;
    if (bytes, sha256) == (listed.bytes, listed.sha256) {
        Ok(())
    } else {
        Err(altered(&"altered"))
    }
}
