//! Why the desk refused.

use std::{
    io,
    path::{Path, PathBuf},
};

use lx_domain::Digest;
use rusqlite::ErrorCode;

/// Why the desk could not do it. A failed transaction has written nothing.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LedgerError {
    /// The passphrase does not open the desk's keys.
    #[error("the passphrase does not open this desk")]
    WrongPassphrase,
    /// A newer program made this desk.
    #[error("the desk has schema {found}, this program knows {known}")]
    NewerSchema {
        /// The desk's.
        found: u32,
        /// The newest this program knows.
        known: u32,
    },
    /// No desk in the folder.
    #[error("{} is not a desk", folder.display())]
    NotADesk {
        /// The folder that was asked for.
        folder: PathBuf,
    },
    /// A desk, or something else, is already in the folder.
    #[error("{} is not empty", folder.display())]
    NotEmpty {
        /// The folder that was asked for.
        folder: PathBuf,
    },
    /// Another program has the desk open.
    #[error("{} is open elsewhere", folder.display())]
    Locked {
        /// Which desk.
        folder: PathBuf,
    },
    /// A file or a value of the desk cannot be read as what it must be.
    #[error("damaged: {what}")]
    Damaged {
        /// Which file or row, and how.
        what: String,
    },
    /// A file that was given as a backup is none.
    #[error("{} is no backup", file.display())]
    NotABackup {
        /// Which.
        file: PathBuf,
    },
    /// A backup lacks a part, or a part of it was altered.
    #[error("the backup {} is not whole: {part}", file.display())]
    BackupBroken {
        /// Which.
        file: PathBuf,
        /// The file in it that is missing or altered; its list where the end is cut off.
        part: String,
    },
    /// Documents in a backup were damaged when it was made.
    #[error("{count} documents in the backup {} are damaged", file.display())]
    BackupDamaged {
        /// Which.
        file: PathBuf,
        /// How many documents.
        count: usize,
    },
    /// No backup is made of documents that are damaged or gone: an earlier one may still hold them.
    #[error("{} documents are damaged or missing", documents.len())]
    DamagedDocuments {
        /// Which.
        documents: Vec<Digest>,
    },
    /// The journal's chain does not hold.
    #[error("the journal does not hold at row {seq}")]
    JournalBroken {
        /// The first row that does not follow from the one before it.
        seq: u64,
    },
    /// Stored bytes no longer have their digest.
    #[error("{digest} no longer has its digest")]
    Altered {
        /// The digest it should have.
        digest: Digest,
    },
    /// A document is not on this desk.
    #[error("document {digest} is not on this desk")]
    MissingDocument {
        /// Its digest.
        digest: Digest,
    },
    /// A sealed row was to be changed or removed.
    #[error("rows of {table} are sealed")]
    Sealed {
        /// The table.
        table: String,
    },
    /// What a write refers to is not there.
    #[error("there is no {what}")]
    Unknown {
        /// What was referred to.
        what: String,
    },
    /// The disk is full. What was acknowledged before is safe.
    #[error("the disk is full")]
    DiskFull,
    /// The operating system gives no random bytes.
    #[error("no randomness")]
    NoRandomness,
    /// What was to be stored could not be read to its end; nothing of it was kept.
    #[error("the source could not be read")]
    Source(#[source] io::Error),
    /// The operating system refused a file.
    #[error("{}", path.display())]
    Io {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The database refused for another reason.
    #[error("database")]
    Database(#[source] rusqlite::Error),
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        let rusqlite::Error::SqliteFailure(code, message) = &error else {
            return Self::Database(error);
        };
        match code.code {
            ErrorCode::DiskFull => Self::DiskFull,
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => damaged("desk.db", message.as_deref().unwrap_or_default()),
            _ => match message.as_deref().and_then(|m| m.strip_prefix("sealed: ")) {
                Some(table) => Self::Sealed { table: table.to_owned() },
                None => Self::Database(error),
            },
        }
    }
}

/// Something that cannot be read as what it must be.
pub(crate) fn damaged(what: &str, how: impl std::fmt::Display) -> LedgerError {
    LedgerError::Damaged {
        what: format!("{what}: {how}"),
    }
}

/// Names the file in a refusal of the operating system.
pub(crate) trait AtPath<T> {
    fn at(self, path: &Path) -> Result<T, LedgerError>;
}

impl<T> AtPath<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, LedgerError> {
        self.map_err(|source| match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => LedgerError::DiskFull,
            _ => LedgerError::Io {
                path: path.to_owned(),
                source,
            },
        })
    }
}
