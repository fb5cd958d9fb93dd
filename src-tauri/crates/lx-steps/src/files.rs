//! Files that a person names: read with a limit, written whole or not at all.

use std::{
    fs,
    io::{Read as _, Write},
    path::{Path, PathBuf},
};

use lx_domain::Digest;
use lx_intake::open_plain;
use lx_ledger::create_beside;
use sha2::{Digest as _, Sha256};

use crate::StepError;

pub(crate) fn at<T>(path: &Path, result: std::io::Result<T>) -> Result<T, StepError> {
    result.map_err(|source| StepError::File {
        path: path.to_owned(),
        source,
    })
}

/// A whole file of at most `limit` bytes.
pub(crate) fn read(path: &Path, limit: u64) -> Result<Vec<u8>, StepError> {
    let file = at(path, open_plain(path))?;
    let mut bytes = Vec::new();
    at(path, file.take(limit.saturating_add(1)).read_to_end(&mut bytes))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit {
        return Err(StepError::TooLarge {
            path: path.to_owned(),
            limit,
        });
    }
    Ok(bytes)
}

/// Digest of a whole file, however long.
pub(crate) fn digest(path: &Path) -> std::io::Result<Digest> {
    let (mut hash, mut file) = (Sha256::new(), open_plain(path)?);
    let mut chunk = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut chunk)?;
        match chunk.get(..read) {
            Some(bytes) if read > 0 => hash.update(bytes),
            _ => return Ok(Digest(hash.finalize().into())),
        }
    }
}

/// Writes a file beside its place and moves it there: it is the whole of it or what was there before.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), StepError> {
    write_with(path, |file| at(path, file.write_all(bytes)))
}

/// As [`write`], for content that is made while it is written.
pub(crate) fn write_with(path: &Path, fill: impl FnOnce(&mut fs::File) -> Result<(), StepError>) -> Result<(), StepError> {
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."));
    at(folder, fs::create_dir_all(folder))?;
    let (mut file, part) = at(path, create_beside(path))?;
    let written = fill(&mut file).and_then(|()| at(path, file.sync_all()));
    drop(file);
    let moved = written.and_then(|()| at(path, fs::rename(&part, path)));
    if moved.is_err() {
        let _ = fs::remove_file(&part);
    }
    moved
}

/// The path as the whole one that JSON shows.
#[must_use]
pub fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
