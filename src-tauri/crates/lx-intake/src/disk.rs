//! Opening what lies on a disk: plain files alone. A named pipe would be waited for for ever.

use std::{
    fs::{File, OpenOptions},
    io,
    path::Path,
};

/// Opens a plain file to be read; what it is is asked of what was opened, whatever lay there a moment before.
///
/// # Errors
/// [`io::ErrorKind::InvalidInput`] of a pipe, a device, a socket, a folder; else what the system says.
pub fn open_plain(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    unblocked(&mut options);
    let file = options.open(path)?;
    if file.metadata()?.is_file() {
        Ok(file)
    } else {
        Err(io::Error::new(io::ErrorKind::InvalidInput, "no plain file"))
    }
}

/// Opening a pipe comes back at once; of plain files nothing changes.
#[cfg(unix)]
fn unblocked(options: &mut OpenOptions) {
    /// `O_NONBLOCK` of the system.
    const NONBLOCK: i32 = if cfg!(target_os = "linux") { 0o4000 } else { 0x4 };
    std::os::unix::fs::OpenOptionsExt::custom_flags(options, NONBLOCK);
}

#[cfg(not(unix))]
fn unblocked(_: &mut OpenOptions) {}
