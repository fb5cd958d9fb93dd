//! Reading a stored document through once: what it is, while its encrypted bytes go on to somewhere else.

use std::io::{self, BufReader, Read, Write};

use age::{Decryptor, x25519};
use lx_domain::Digest;
use sha2::{Digest as _, Sha256};

use super::TRAILER;

/// What was read of an encrypted document.
pub(crate) struct Passed {
    /// Encrypted bytes.
    pub(crate) bytes: u64,
    /// Of the encrypted bytes.
    pub(crate) sha256: Digest,
    /// Of the document itself; none where it does not decrypt to its end or is not what stands behind it.
    pub(crate) content: Option<Digest>,
}

/// Copies an encrypted document to its end and decrypts it on the way.
///
/// # Errors
/// That of `to` alone: a source that cannot be read is a document that is damaged.
pub(crate) fn pass(from: &mut dyn Read, to: &mut dyn Write, identity: &x25519::Identity) -> io::Result<Passed> {
    let mut passing = Passing {
        from,
        to,
        hash: Sha256::new(),
        bytes: 0,
        refused: None,
    };
    let content = decrypted(&mut passing, identity).unwrap_or_default();
    let rest = io::copy(&mut passing, &mut io::sink());
    match passing.refused {
        Some(refused) => Err(refused),
        None => Ok(Passed {
            bytes: passing.bytes,
            sha256: Digest(passing.hash.finalize().into()),
            content: content.filter(|_| rest.is_ok()),
        }),
    }
}

/// The digest of the content, where it is the one that stands behind it.
fn decrypted(from: impl Read, identity: &x25519::Identity) -> io::Result<Option<Digest>> {
    let trailer = usize::try_from(TRAILER).unwrap_or_default();
    let decryptor = Decryptor::new_buffered(BufReader::new(from)).map_err(io::Error::other)?;
    let mut plain = decryptor
        .decrypt(std::iter::once::<&dyn age::Identity>(identity))
        .map_err(io::Error::other)?;
    let (mut hash, mut held, mut buffer) = (Sha256::new(), Vec::new(), vec![0; 64 * 1024]);
    loop {
        let read = plain.read(&mut buffer)?;
        if read == 0 {
            let content = Digest(hash.finalize().into());
            return Ok(Some(content).filter(|d| held == d.0));
        }
        held.extend_from_slice(buffer.get(..read).unwrap_or_default());
        // The last bytes of all are no content; until there are others behind them nobody knows.
        let before = held.len().saturating_sub(trailer);
        hash.update(held.get(..before).unwrap_or_default());
        held.drain(..before);
    }
}

/// Hands on what is read through it.
struct Passing<'a> {
    from: &'a mut dyn Read,
    to: &'a mut dyn Write,
    hash: Sha256,
    bytes: u64,
    refused: Option<io::Error>,
}

impl Read for Passing<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.refused.is_some() {
            return Ok(0);
        }
        let read = self.from.read(buf)?;
        let part = buf.get(..read).unwrap_or_default();
        if let Err(refused) = self.to.write_all(part) {
            self.refused = Some(refused);
            return Ok(0);
        }
        self.hash.update(part);
        self.bytes = self.bytes.saturating_add(u64::try_from(read).unwrap_or_default());
        Ok(read)
    }
}
