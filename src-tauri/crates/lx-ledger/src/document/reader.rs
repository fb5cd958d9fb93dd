//! Reading a stored document from any place.

use std::{
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
    iter,
    path::Path,
};

use age::{Decryptor, stream::StreamReader};
use lx_domain::Digest;

use super::TRAILER;
use crate::{LedgerError, error::AtPath as _};

/// A document that is read from any place without being decrypted as a whole.
pub struct DocumentReader {
    inner: StreamReader<BufReader<File>>,
    bytes: u64,
    position: u64,
}

impl std::fmt::Debug for DocumentReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DocumentReader")
            .field("bytes", &self.bytes)
            .field("position", &self.position)
            .finish_non_exhaustive()
    }
}

impl DocumentReader {
    pub(super) fn open(path: &Path, digest: &Digest, identity: &dyn age::Identity) -> Result<Self, LedgerError> {
        let altered = || LedgerError::Altered { digest: *digest };
        let file = match File::open(path) {
            Ok(file) => file,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(LedgerError::MissingDocument { digest: *digest }),
            Err(e) => return Err(e).at(path),
        };
        let mut inner = Decryptor::new_buffered(BufReader::with_capacity(1024, file))
            .and_then(|d| d.decrypt(iter::once(identity)))
            .map_err(|_| altered())?;
        let behind = inner.seek(SeekFrom::End(0)).map_err(|_| altered())?;
        let bytes = behind.checked_sub(TRAILER).ok_or_else(altered)?;
        let mut trailer = [0; 32];
        inner
            .seek(SeekFrom::Start(bytes))
            .and_then(|_| inner.read_exact(&mut trailer))
            .and_then(|()| inner.seek(SeekFrom::Start(0)))
            .map_err(|_| altered())?;
        if trailer == digest.0 {
            Ok(Self { inner, bytes, position: 0 })
        } else {
            Err(altered())
        }
    }

    /// Size of the document.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.bytes
    }
}

impl Read for DocumentReader {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let left = self.bytes.saturating_sub(self.position);
        let wanted = buf.len().min(usize::try_from(left).unwrap_or(usize::MAX));
        let Some(buf) = buf.get_mut(..wanted).filter(|b| !b.is_empty()) else {
            return Ok(0);
        };
        let read = self.inner.read(buf)?;
        self.position = self.position.saturating_add(u64::try_from(read).unwrap_or_default());
        Ok(read)
    }
}

impl Seek for DocumentReader {
    fn seek(&mut self, pos: SeekFrom) -> io::Result<u64> {
        let target = match pos {
            SeekFrom::Start(offset) => Some(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
            SeekFrom::End(offset) => self.bytes.checked_add_signed(offset),
        };
        let target = target.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "before the start"))?;
        // Beyond the end nothing is read, so the stream below need not follow.
        if target < self.bytes {
            self.inner.seek(SeekFrom::Start(target))?;
        }
        self.position = target;
        Ok(target)
    }
}
