//! The whole desk in one file: an uncompressed zip of the desk's own files, encrypted as they are, and a list of their
//! digests, `manifest.json`, behind them.

mod making;
mod quiet;
mod restoring;

use std::io::{self, Read, Write};

use lx_domain::{Digest, UnixMillis};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

pub use restoring::{begins_a_backup, check_backup, check_documents, restore_backup};

const MANIFEST: &str = "manifest.json";
const FORMAT: u32 = 1;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// When it was made.
    pub made_at: UnixMillis,
    /// Files in it.
    pub files: u64,
    /// Their bytes.
    pub bytes: u64,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    format: u32,
    made_at: UnixMillis,
    files: Vec<Listed>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    name: String,
    bytes: u64,
    sha256: Digest,
}

impl Manifest {
    fn report(&self) -> BackupReport {
        BackupReport {
            made_at: self.made_at,
            files: u64::try_from(self.files.len()).unwrap_or(u64::MAX),
            bytes: self.files.iter().fold(0, |sum, f| sum.saturating_add(f.bytes)),
        }
    }
}

/// Copies everything and says what it was.
fn copy_hashed(from: &mut dyn Read, to: &mut dyn Write) -> io::Result<(u64, Digest)> {
    let (mut hash, mut bytes, mut buffer) = (Sha256::new(), 0_u64, vec![0; 256 * 1024]);
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => return Ok((bytes, Digest(hash.finalize().into()))),
            Ok(read) => read,
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
        let part = buffer.get(..read).unwrap_or_default();
        hash.update(part);
        to.write_all(part)?;
        bytes = bytes.saturating_add(u64::try_from(read).unwrap_or_default());
    }
}
