//! Documents: one encrypted age file each, found by the digest of its content.
//!
//! The plaintext of a file is the document and then its 32-byte digest. So opening one decrypts the last 64 KiB only, and
//! yet a file that was cut, or put in another's place, is noticed before its first byte is shown. The file's name is
//! HMAC-SHA-256 of the digest under a key of the desk: a thief cannot tell whether a known document is there.

mod batch;
mod beside;
mod checking;
mod clearing;
mod encrypting;
mod reader;

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use age::x25519;
use hmac::{Hmac, KeyInit as _, Mac as _};
use lx_domain::Digest;
use sha2::Sha256;

use clearing::Clearing;

use crate::{
    LedgerError, Records, Tx,
    error::{AtPath as _, damaged},
    files,
    keys::Keyring,
    store::{count, digest, signed},
};

pub use batch::{DocumentBatch, StoredDocuments};
pub(crate) use checking::{Passed, pass};
pub(crate) use clearing::Cleared;
pub use reader::DocumentReader;

/// Its name in the desk's folder.
pub(crate) const FOLDER: &str = "documents";

/// Length of the digest behind a document.
const TRAILER: u64 = 32;

/// The desk's documents; cheap to clone, usable from any thread.
#[derive(Clone)]
pub struct Documents {
    shared: Arc<Shared>,
}

struct Shared {
    folder: PathBuf,
    names: Names,
    identity: x25519::Identity,
    clearing: Arc<Clearing>,
}

/// How a desk names the files of its documents.
pub(crate) struct Names(Hmac<Sha256>);

impl Names {
    pub(crate) fn of(keys: &Keyring) -> Result<Self, LedgerError> {
        let keyed = Hmac::new_from_slice(keys.names.as_slice());
        keyed.map(Self).map_err(|e| damaged("desk.toml", e))
    }

    pub(crate) fn name(&self, digest: &Digest) -> String {
        let mut mac = self.0.clone();
        mac.update(&digest.0);
        hex::encode(mac.finalize().into_bytes())
    }
}

impl std::fmt::Debug for Documents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Documents")
            .field("folder", &self.shared.folder)
            .finish_non_exhaustive()
    }
}

/// What [`DocumentBatch::store`] took.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stored {
    /// Of the content.
    pub digest: Digest,
    /// Its size.
    pub bytes: u64,
}

impl Documents {
    pub(crate) fn new(desk: &Path, keys: &Keyring) -> Result<Self, LedgerError> {
        let folder = desk.join(FOLDER);
        fs::create_dir_all(&folder).at(&folder)?;
        Ok(Self {
            shared: Arc::new(Shared {
                folder,
                names: Names::of(keys)?,
                identity: keys.documents.clone(),
                clearing: Arc::default(),
            }),
        })
    }

    /// Begins a group of documents that are made durable together, once nothing is left of one that was given up.
    ///
    /// # Errors
    /// [`LedgerError::DiskFull`], [`LedgerError::Io`].
    pub fn batch(&self) -> Result<DocumentBatch, LedgerError> {
        self.shared.clearing.wait();
        DocumentBatch::begin(self.clone())
    }

    /// Opens a document; its length and that it is the one asked for are checked, the content as it is read.
    ///
    /// # Errors
    /// [`LedgerError::MissingDocument`], [`LedgerError::Altered`].
    pub fn read(&self, digest: &Digest) -> Result<DocumentReader, LedgerError> {
        DocumentReader::open(&self.path(digest), digest, &self.shared.identity)
    }

    /// A whole document, its digest verified.
    ///
    /// # Errors
    /// As [`Documents::read`].
    pub fn bytes(&self, digest: &Digest) -> Result<Vec<u8>, LedgerError> {
        let mut reader = self.read(digest)?;
        let mut bytes = Vec::with_capacity(usize::try_from(reader.size()).unwrap_or_default());
        let whole = io::Read::read_to_end(&mut reader, &mut bytes);
        if whole.is_ok() && Digest::of(&bytes) == *digest {
            Ok(bytes)
        } else {
            Err(LedgerError::Altered { digest: *digest })
        }
    }

    /// Whether the document's file is there.
    #[must_use]
    pub fn contains(&self, digest: &Digest) -> bool {
        self.path(digest).is_file()
    }

    /// Bytes that can still be written here, once nothing is left of a group that was given up; unknown on some systems.
    #[must_use]
    pub fn free_bytes(&self) -> Option<u64> {
        self.shared.clearing.wait();
        files::free_bytes(self.folder())
    }

    /// What waits, when it is dropped, until nothing is left of a group that was given up.
    pub(crate) fn cleared(&self) -> Cleared {
        Cleared(Arc::clone(&self.shared.clearing))
    }

    /// The name under which a document is stored.
    pub(crate) fn name(&self, digest: &Digest) -> String {
        self.shared.names.name(digest)
    }

    /// Copies the encrypted file of a document; says what it was.
    ///
    /// # Errors
    /// [`LedgerError::MissingDocument`], [`LedgerError::Io`]; what `to` refuses is named by `part`.
    pub(crate) fn pass(&self, digest: &Digest, to: &mut dyn io::Write, part: &Path) -> Result<Passed, LedgerError> {
        let path = self.path(digest);
        let mut file = match fs::File::open(&path) {
            Ok(file) => file,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(LedgerError::MissingDocument { digest: *digest }),
            Err(e) => return Err(e).at(&path),
        };
        pass(&mut file, to, &self.shared.identity).at(part)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.shared.folder
    }

    pub(crate) fn path(&self, digest: &Digest) -> PathBuf {
        self.folder().join(self.name(digest))
    }

    /// Removes what a crash left behind: files that no row names, and unfinished groups. Says how many.
    pub(crate) fn sweep(&self, known: &[Stored]) -> Result<usize, LedgerError> {
        let named: BTreeSet<String> = known.iter().map(|s| self.name(&s.digest)).collect();
        let mut swept = 0;
        for entry in fs::read_dir(self.folder()).at(self.folder())? {
            let path = entry.at(self.folder())?.path();
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
            if name.starts_with(batch::STAGING) {
                fs::remove_dir_all(&path).at(&path)?;
            } else if is_document_name(name) && !named.contains(name) {
                fs::remove_file(&path).at(&path)?;
            } else {
                continue;
            }
            swept += 1;
        }
        Ok(swept)
    }
}

/// Whether a file name is one that [`Documents::name`] gives.
pub(crate) fn is_document_name(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

impl Records {
    /// Every document that the desk must hold, by digest.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if a row cannot be read.
    pub fn known_documents(&self) -> Result<Vec<Stored>, LedgerError> {
        self.rows(include_str!("known.sql"), [], |row| {
            Ok(Stored {
                digest: digest(row, 0)?,
                bytes: count("document", row, 1)?,
            })
        })
    }
}

impl Tx<'_> {
    /// Names documents that are durable in the folder; from now on the desk must hold them.
    ///
    /// # Errors
    /// As every write.
    pub fn put_documents(&self, documents: &StoredDocuments) -> Result<(), LedgerError> {
        for Stored { digest, bytes } in documents.iter() {
            self.run(include_str!("put.sql"), (digest.0, signed(*bytes)?))?;
        }
        Ok(())
    }

    /// Stops naming documents, as when a desk is cleared at the close (清退): the next opening removes their files. Those
    /// that are the original of a package stay.
    ///
    /// # Errors
    /// As every write.
    pub fn forget_documents(&self) -> Result<(), LedgerError> {
        self.run(include_str!("forget.sql"), []).map(drop)
    }
}
