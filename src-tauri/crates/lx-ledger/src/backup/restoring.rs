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
    document::{self, Names, is_document_name},
    error::AtPath as _,
    files::{make_durable, sync_folder},
    keys::{DESK_FILE, DeskFile},
    ledger::{DATABASE, refuse_strangers},
};

/// A list of a million files is longer than any desk's.
const LONGEST_MANIFEST: u64 = 256 * 1024 * 1024;

type Archive = ZipArchive<BufReader<File>>;

/// How every stored document begins.
const ENCRYPTED: &[u8] = b"age-encryption.org/v1\n";

/// Checks that every file of a backup is there and has its digest, and that every document of it is an encrypted file. Needs
/// no passphrase.
///
/// # Errors
/// [`LedgerError::NotABackup`]; [`LedgerError::BackupBroken`] naming the file that is missing or altered;
/// [`LedgerError::BackupDamaged`].
pub fn check_backup(file: &Path) -> Result<BackupReport, LedgerError> {
    let (mut archive, manifest) = open(file)?;
    let mut count = 0_usize;
    for listed in &manifest.files {
        let mut first = First(Vec::new());
        copy(&mut archive, listed, &mut first, file, file)?;
        if document_name(listed).is_some() && first.0 != ENCRYPTED {
            count = count.saturating_add(1);
        }
    }
    undamaged(file, count)?;
    Ok(manifest.report())
}

/// As [`check_backup`], and decrypts every document, with the passphrase of the backup's day.
///
/// # Errors
/// As [`check_backup`], and [`LedgerError::WrongPassphrase`].
pub fn check_documents(file: &Path, passphrase: &str) -> Result<BackupReport, LedgerError> {
    let (mut archive, manifest) = open(file)?;
    let mut text = String::new();
    let desk_file = archive.by_name(DESK_FILE).ok();
    desk_file
        .and_then(|entry| entry.take(LONGEST_MANIFEST).read_to_string(&mut text).ok())
        .ok_or_else(|| broken(file, DESK_FILE))?;
    let keys = DeskFile::parse(&text).map_err(|_| broken(file, DESK_FILE))?.keys(passphrase)?;
    let (names, mut count) = (Names::of(&keys)?, 0_usize);
    for listed in &manifest.files {
        let Some(name) = document_name(listed) else {
            copy(&mut archive, listed, &mut io::sink(), file, file)?;
            continue;
        };
        let mut entry = archive.by_name(&listed.name).map_err(|_| broken(file, &listed.name))?;
        let passed = document::pass(&mut entry, &mut io::sink(), &keys.documents).at(file)?;
        if (passed.bytes, passed.sha256) != (listed.bytes, listed.sha256) {
            return Err(broken(file, &listed.name));
        }
        if passed.content.is_none_or(|digest| names.name(&digest) != name) {
            count = count.saturating_add(1);
        }
    }
    undamaged(file, count)?;
    Ok(manifest.report())
}

fn undamaged(file: &Path, count: usize) -> Result<(), LedgerError> {
    if count == 0 {
        return Ok(());
    }
    let file = file.to_owned();
    Err(LedgerError::BackupDamaged { file, count })
}

/// Keeps as much of a file as says whether it is encrypted.
struct First(Vec<u8>);

impl Write for First {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        let wanted = ENCRYPTED.len().saturating_sub(self.0.len());
        self.0.extend(buf.iter().take(wanted));
        Ok(buf.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Unpacks a backup into a folder that is empty or not there yet, checking it. Open it with the passphrase of its day.
///
/// # Errors
/// As [`check_backup`], [`LedgerError::NotEmpty`], [`LedgerError::NewerSchema`]; then nothing stays in the folder.
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
        copy(archive, listed, &mut out, &path, file).map_err(|e| match e {
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
    let broken = |part: &str| broken(file, part);
    let foreign = || {
        if begins_a_backup(file) {
            broken(MANIFEST)
        } else {
            LedgerError::NotABackup { file: file.to_owned() }
        }
    };
    // A folder or a pipe is opened by nobody.
    if file.exists() && !file.is_file() {
        return Err(foreign());
    }
    let mut archive = ZipArchive::new(BufReader::new(File::open(file).at(file)?)).map_err(|_| foreign())?;
    let mut text = Vec::new();
    archive
        .by_name(MANIFEST)
        .map_err(|_| foreign())?
        .take(LONGEST_MANIFEST)
        .read_to_end(&mut text)
        .map_err(|_| foreign())?;
    let manifest: Manifest = serde_json::from_slice(&text).map_err(|_| foreign())?;
    if manifest.format > FORMAT {
        return Err(LedgerError::NewerSchema {
            found: manifest.format,
            known: FORMAT,
        });
    }
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    for Listed { name, .. } in &manifest.files {
        if !is_ours(name) || !listed.insert(name) {
            return Err(broken(MANIFEST));
        }
    }
    // Each listed file is looked up when it is copied, so an equal number leaves no room for others.
    let all = archive.len() == listed.len().saturating_add(1);
    if !(listed.contains(DESK_FILE) && listed.contains(DATABASE) && all) {
        return Err(broken(MANIFEST));
    }
    Ok((archive, manifest))
}

/// Whether a file begins as a backup does: with the desk's own file, unpacked. One that was cut short still does.
#[must_use]
pub fn begins_a_backup(file: &Path) -> bool {
    const NAME: usize = 30;
    let mut head = vec![0; NAME + DESK_FILE.len()];
    let read = file.is_file() && File::open(file).and_then(|mut file| file.read_exact(&mut head)).is_ok();
    read && head.starts_with(b"PK\x03\x04") && head.ends_with(DESK_FILE.as_bytes())
}

fn broken(file: &Path, part: &str) -> LedgerError {
    LedgerError::BackupBroken {
        file: file.to_owned(),
        part: part.to_owned(),
    }
}

/// Nothing but a desk's own names is ever written.
fn is_ours(name: &str) -> bool {
    name == DESK_FILE || name == DATABASE || under_documents(name).is_some_and(is_document_name)
}

fn document_name(listed: &Listed) -> Option<&str> {
    under_documents(&listed.name)
}

fn under_documents(name: &str) -> Option<&str> {
    name.strip_prefix(document::FOLDER)?.strip_prefix('/')
}

/// Copies one listed file; `path` is what the operating system's refusal is about.
fn copy(archive: &mut Archive, listed: &Listed, to: &mut dyn Write, path: &Path, file: &Path) -> Result<(), LedgerError> {
    let altered = || broken(file, &listed.name);
    let mut entry = archive.by_name(&listed.name).map_err(|_| altered())?;
    let (bytes, sha256) = copy_hashed(&mut entry, to).map_err(|e| match e.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => altered(),
        _ => Err::<(), _>(e).at(path).err().unwrap_or(LedgerError::DiskFull),
    })?;
    if (bytes, sha256) == (listed.bytes, listed.sha256) {
        Ok(())
    } else {
        Err(altered())
    }
}
