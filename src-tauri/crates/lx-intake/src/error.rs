//! Why a package was refused as a whole.

use crate::sink::SinkError;

/// Why a package was not taken. The caller rolls back; nothing of it is kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IntakeError {
    /// The file has no bytes, the archive no entries, the folder no documents.
    #[error("{package}: there is nothing in it")]
    Empty {
        /// Its name.
        package: String,
    },
    /// The directory of the archive is cut off or points outside of it.
    #[error("{package}: the archive is incomplete ({detail})")]
    Truncated {
        /// Its name.
        package: String,
        /// What the reader said.
        detail: String,
    },
    /// The name says archive, the content is something that can be neither unpacked nor taken as a document.
    #[error("{package}: this is {found}, not an archive that can be unpacked")]
    OtherFormat {
        /// Its name.
        package: String,
        /// What it really is.
        found: String,
    },
    /// A format that is known for what it is and is not unpacked.
    #[error("{package}: {found} is not unpacked")]
    Unsupported {
        /// Its name.
        package: String,
        /// Which format.
        found: String,
    },
    /// Folders or archives in it bear numbers of several applications.
    #[error("{package}: holds several applications ({numbers})")]
    Several {
        /// Its name.
        package: String,
        /// Their numbers.
        numbers: String,
    },
    /// RAR.
    #[error("{package}: RAR archives are not unpacked")]
    Rar {
        /// Its name.
        package: String,
    },
    /// One volume of several.
    #[error("{package}: one volume of a split archive")]
    Split {
        /// Its name.
        package: String,
    },
    /// Entries are encrypted.
    #[error("{package}: protected by a password (entry {entry})")]
    Encrypted {
        /// Its name.
        package: String,
        /// The first encrypted entry; the package itself where its directory is encrypted.
        entry: String,
    },
    /// A password keeps a document inside from being read at all.
    #[error("{package}: document {entry} is protected by a password")]
    EncryptedDocument {
        /// Its name.
        package: String,
        /// The document.
        entry: String,
    },
    /// Entries share bytes of the archive.
    #[error("{package}: entries overlap")]
    Overlap {
        /// Its name.
        package: String,
    },
    /// Two archives in one file, or two directories: two readers would see different files.
    #[error("{package}: more than one directory")]
    Joined {
        /// Its name.
        package: String,
    },
    /// The same name twice.
    #[error("{package}: the name {entry} occurs twice")]
    Duplicate {
        /// Its name.
        package: String,
        /// The name, or empty where the archive only says that there is one.
        entry: String,
    },
    /// Far more unpacked than packed bytes.
    #[error("{package}: {entry} unpacks to more than {limit} times its size")]
    Ratio {
        /// Its name.
        package: String,
        /// The entry.
        entry: String,
        /// The bound.
        limit: u64,
    },
    /// Archives in archives in archives.
    #[error("{package}: more than {limit} archives inside each other ({entry})")]
    TooDeep {
        /// Its name.
        package: String,
        /// The innermost.
        entry: String,
        /// The bound.
        limit: u64,
    },
    /// Too many entries.
    #[error("{package}: more than {limit} entries")]
    TooMany {
        /// Its name.
        package: String,
        /// The bound.
        limit: u64,
    },
    /// Too many bytes, in one entry, in all, or in the archive.
    #[error("{package}: more than {limit} bytes ({entry})")]
    TooBig {
        /// Its name.
        package: String,
        /// The entry, or the package.
        entry: String,
        /// The bound.
        limit: u64,
    },
    /// Nothing is left once junk and damaged entries are put aside.
    #[error("{package}: no entry of it could be read")]
    NothingReadable {
        /// Its name.
        package: String,
    },
    /// The person ended it.
    #[error("{package}: ended on request")]
    Cancelled {
        /// Its name.
        package: String,
    },
    /// The file itself cannot be read.
    #[error("{package}: cannot be read")]
    Unreadable {
        /// Its name.
        package: String,
        /// What the system said.
        #[source]
        source: std::io::Error,
    },
    /// The sink could not keep something.
    #[error(transparent)]
    Sink(#[from] SinkError),
}

impl IntakeError {
    /// A stable name of the reason, for the catalogue (`err-intake-<code>`), JSON and the journal.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty { .. } => "intake_empty",
            Self::Truncated { .. } => "intake_truncated",
            Self::OtherFormat { .. } => "intake_other_format",
            Self::Unsupported { .. } => "intake_unsupported",
            Self::Several { .. } => "intake_several",
            Self::Rar { .. } => "intake_rar",
            Self::Split { .. } => "intake_split",
            Self::Encrypted { .. } => "intake_encrypted",
            Self::EncryptedDocument { .. } => "intake_encrypted_document",
            Self::Overlap { .. } => "intake_overlap",
            Self::Joined { .. } => "intake_joined",
            Self::Duplicate { .. } => "intake_duplicate",
            Self::Ratio { .. } => "intake_ratio",
            Self::TooDeep { .. } => "intake_too_deep",
            Self::TooMany { .. } => "intake_too_many",
            Self::TooBig { .. } => "intake_too_big",
            Self::NothingReadable { .. } => "intake_nothing_readable",
            Self::Cancelled { .. } => "intake_cancelled",
            Self::Unreadable { .. } => "intake_unreadable",
            Self::Sink(_) => "intake_sink",
        }
    }

    /// The same of an archive inside a package, where the reason itself does not say which.
    pub(crate) fn inside(mut self, whole: &str, path: &str) -> Self {
        if let Self::Overlap { package }
        | Self::Joined { package }
        | Self::Split { package }
        | Self::OtherFormat { package, .. }
        | Self::Unreadable { package, .. } = &mut self
            && package == whole
        {
            *package = format!("{whole}/{path}");
        }
        self
    }

    /// What the words need: `package`, `entry`, `limit` (of bytes: in MB), `found`, `numbers`, where they apply.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty { package }
            | Self::Rar { package }
            | Self::Split { package }
            | Self::Overlap { package }
            | Self::Joined { package }
            | Self::NothingReadable { package }
            | Self::Cancelled { package } => vec![("package", package.clone())],
            Self::Truncated { package, detail } => vec![("package", package.clone()), ("detail", detail.clone())],
            Self::Several { package, numbers } => vec![("package", package.clone()), ("numbers", numbers.clone())],
            Self::OtherFormat { package, found } | Self::Unsupported { package, found } => {
                vec![("package", package.clone()), ("found", found.clone())]
            }
            Self::Encrypted { package, entry } | Self::EncryptedDocument { package, entry } | Self::Duplicate { package, entry } => {
                vec![("package", package.clone()), ("entry", entry.clone())]
            }
            Self::Ratio { package, entry, limit } | Self::TooDeep { package, entry, limit } => {
                vec![("package", package.clone()), ("entry", entry.clone()), ("limit", limit.to_string())]
            }
            // A person reads megabytes.
            Self::TooBig { package, entry, limit } => {
                let limit = limit.div_ceil(1024 * 1024).to_string();
                vec![("package", package.clone()), ("entry", entry.clone()), ("limit", limit)]
            }
            Self::TooMany { package, limit } => vec![("package", package.clone()), ("limit", limit.to_string())],
            Self::Unreadable { package, source } => vec![("package", package.clone()), ("detail", source.to_string())],
            Self::Sink(error) => vec![("detail", error.to_string())],
        }
    }
}
