//! Files that must survive a pulled plug.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use crate::{LedgerError, error::AtPath as _};

/// Makes renames in a folder durable, where the system has a way.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), LedgerError> {
    if cfg!(unix) {
        File::open(folder).and_then(|f| f.sync_all()).at(folder)
    } else {
        Ok(())
    }
}

/// Returns when the files and their names in `folder` would survive a pulled plug.
///
/// File by file the disk is waited for hundreds of times. Where the system can, everything is written in one go first;
/// then each file has nothing left to write, and is asked only for an error it may have met.
pub(crate) fn make_durable(folder: &Path, files: &[PathBuf]) -> Result<(), LedgerError> {
    #[cfg(target_os = "linux")]
    if files.len() > 1 {
        let handle = File::open(folder).at(folder)?;
        rustix::fs::syncfs(handle).map_err(io::Error::from).at(folder)?;
    }
    for path in files {
        // For writing, since Windows flushes no file that was opened for reading.
        File::options().write(true).open(path).and_then(|f| f.sync_all()).at(path)?;
    }
    sync_folder(folder)
}

/// Asks the system to begin writing a file out, where it can be asked; what makes it durable is [`make_durable`].
pub(crate) fn start_writing_out(file: &File) {
    #[cfg(target_os = "linux")]
    let _ = rustix::fs::fadvise(file, 0, None, rustix::fs::Advice::DontNeed);
    #[cfg(not(target_os = "linux"))]
    let _ = file;
}

/// A new, empty file beside `path`, to be filled and moved there; no file of anybody's is written over.
///
/// # Errors
/// As creating any file.
pub fn create_beside(path: &Path) -> io::Result<(File, PathBuf)> {
    /// Unfinished ones that earlier runs left.
    const MOST: u32 = 100;
    let mut taken = io::Error::from(io::ErrorKind::AlreadyExists);
    for n in 0..MOST {
        let mut name = path.file_name().unwrap_or_default().to_owned();
        name.push(if n == 0 { ".part".to_owned() } else { format!(".{n}.part") });
        let part = path.with_file_name(name);
        match File::options().write(true).create_new(true).open(&part) {
            Ok(file) => return Ok((file, part)),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => taken = e,
            Err(e) => return Err(e),
        }
    }
    Err(taken)
}

/// Gives a file its final name. On Windows a virus scanner may hold it for a moment: tried again for two seconds.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), LedgerError> {
    let mut renamed = fs::rename(from, to);
    if cfg!(windows) {
        for wait in [100, 200, 300, 500, 900] {
            // 5 is access denied, 32 a sharing violation.
            if !matches!(renamed.as_ref().err().and_then(io::Error::raw_os_error), Some(5 | 32)) {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(wait));
            renamed = fs::rename(from, to);
        }
    }
    renamed.at(to)
}

/// Bytes that can still be written beside `folder`, where the system says so.
pub(crate) fn free_bytes(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let found = rustix::fs::statvfs(folder).ok()?;
        found.f_bavail.checked_mul(found.f_frsize)
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}
