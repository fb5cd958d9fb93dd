//! Making many files durable at once.

use std::path::{Path, PathBuf};

use crate::{LedgerError, error::AtPath as _, keys::sync_folder};

/// Returns when the files and their names in `folder` would survive a pulled plug.
pub(crate) fn make_durable(folder: &Path, files: &[PathBuf]) -> Result<(), LedgerError> {
    for path in files {
        std::fs::File::open(path).and_then(|f| f.sync_all()).at(path)?;
    }
    sync_folder(folder)
}
