//! One document at a time into an encrypted file of the staging folder.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Read, Write as _},
    iter,
    path::{Path, PathBuf},
};

use age::{Encryptor, stream::StreamWriter};
use lx_domain::Digest;

use super::Documents;
use crate::{
    LedgerError,
    error::{AtPath as _, damaged},
    files::{rename, start_writing_out},
};

/// Bytes that are read, hashed and encrypted at once.
pub(super) const CHUNK: usize = 128 * 1024;
/// So many bytes go to the disk while the next are encrypted: what is left to wait for at the end is little.
const WRITE_OUT: usize = 8 * 1024 * 1024;

/// Writes encrypted documents, one after the other.
pub(super) struct Encrypting {
    documents: Documents,
    staging: PathBuf,
    /// Where the document at hand grows.
    path: PathBuf,
    under_way: Option<StreamWriter<BufWriter<File>>>,
    /// The file at hand once more, and the bytes given to it since it was last told to write out.
    file: Option<File>,
    waiting: usize,
}

impl Encrypting {
    /// In this folder, where no other writer has the name `under_way`.
    pub(super) fn new(documents: Documents, staging: &Path, under_way: &str) -> Self {
        Self {
            documents,
            staging: staging.to_owned(),
            path: staging.join(under_way),
            under_way: None,
            file: None,
            waiting: 0,
        }
    }

    pub(super) fn write(&mut self, chunk: &[u8]) -> Result<(), LedgerError> {
        self.stream()?.write_all(chunk).at(&self.path)?;
        self.waiting = self.waiting.saturating_add(chunk.len());
        if self.waiting >= WRITE_OUT {
            self.write_out();
        }
        Ok(())
    }

    fn write_out(&mut self) {
        self.waiting = 0;
        if let Some(file) = &self.file {
            start_writing_out(file);
        }
    }

    /// What was written is not kept.
    pub(super) fn discard(&mut self) {
        self.under_way = None;
    }

    /// What was written is the document of this digest.
    pub(super) fn end(&mut self, digest: &Digest) -> Result<(), LedgerError> {
        self.write(&digest.0)?;
        if let Some(stream) = self.under_way.take() {
            stream.finish().and_then(|mut out| out.flush()).at(&self.path)?;
        }
        self.write_out();
        if self.documents.contains(digest) {
            return Ok(());
        }
        rename(&self.path, &self.staging.join(self.documents.name(digest)))
    }

    /// Nothing more comes.
    pub(super) fn close(self) -> Result<(), LedgerError> {
        drop(self.under_way);
        if self.path.exists() {
            fs::remove_file(&self.path).at(&self.path)
        } else {
            Ok(())
        }
    }

    fn stream(&mut self) -> Result<&mut StreamWriter<BufWriter<File>>, LedgerError> {
        if self.under_way.is_none() {
            let recipient: &dyn age::Recipient = &self.documents.shared.identity.to_public();
            let encryptor = Encryptor::with_recipients(iter::once(recipient)).map_err(|e| damaged("documents", e))?;
            let file = File::create(&self.path).at(&self.path)?;
            self.file = file.try_clone().ok();
            self.under_way = Some(encryptor.wrap_output(BufWriter::new(file)).at(&self.path)?);
        }
        self.under_way.as_mut().ok_or_else(ended)
    }
}

pub(super) fn ended() -> LedgerError {
    damaged("documents", "the batch has ended")
}

/// Reads until the chunk is full or the source ends.
pub(super) fn fill(chunk: &mut Vec<u8>, reader: &mut dyn Read) -> io::Result<()> {
    chunk.resize(CHUNK, 0);
    let mut filled = 0;
    while let Some(rest) = chunk.get_mut(filled..).filter(|r| !r.is_empty()) {
        match reader.read(rest) {
            Ok(0) => break,
            Ok(n) => filled = filled.saturating_add(n),
            Err(e) if e.kind() == io::ErrorKind::Interrupted => {}
            Err(e) => return Err(e),
        }
    }
    chunk.truncate(filled);
    Ok(())
}
