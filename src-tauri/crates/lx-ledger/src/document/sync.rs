//! Making many files durable at once.

use std::{
    fs::File,
    path::{Path, PathBuf},
};

use crate::{LedgerError, error::AtPath as _, keys::sync_folder};

/// Returns when the files and their names in `folder` would survive a pulled plug.
///
/// File by file the disk is waited for hundreds of times. Where the system can, everything is written in one go first;
/// then each file has nothing left to write, and is asked only for an error it may have met.
pub(crate) fn make_durable(folder: &Path, files: &[PathBuf]) -> Result<(), LedgerError> {
    #[cfg(target_os = "linux")]
    if files.len() > 1 {
        let handle = File::open(folder).at(folder)?;
        rustix::fs::syncfs(handle).map_err(std::io::Error::from).at(folder)?;
    }
    for path in files {
        // For writing, since Windows flushes no file that was opened for reading.
        File::options().write(true).open(path).and_then(|f| f.sync_all()).at(path)?;
    }
    sync_folder(folder)
}
