//! What comes out of gzip, bounded like everything else that is unpacked.

use std::io::{self, Read};

use flate2::read::MultiGzDecoder;

use super::header::{self, BLOCK};
use crate::limits::Limits;

/// A stream that gives far more than it should.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Bomb {
    /// More than so many times its size.
    #[error("unpacks to more than {0} times its size")]
    Ratio(u64),
    /// More than so many bytes.
    #[error("unpacks to more than {0} bytes")]
    Size(u64),
}

/// Headers and padding of one entry, beside its data.
const AROUND: u64 = 4096;

/// The unpacked stream.
pub(crate) struct Stream<R> {
    inner: MultiGzDecoder<R>,
    out: u64,
    packed: u64,
    ratio: u64,
    ratio_from: u64,
    most: u64,
}

impl<R: Read> Stream<R> {
    /// Of `packed` bytes.
    pub(crate) fn new(reader: R, packed: u64, limits: &Limits) -> Self {
        Self {
            inner: MultiGzDecoder::new(reader),
            out: 0,
            packed: packed.max(1),
            ratio: limits.ratio.max(1),
            ratio_from: limits.ratio_from,
            most: limits.total_bytes.saturating_add(limits.entries.saturating_mul(AROUND)),
        }
    }
}

impl<R: Read> Read for Stream<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        self.out = self.out.saturating_add(u64::try_from(n).unwrap_or(u64::MAX));
        if self.out > self.ratio_from && self.out / self.ratio > self.packed {
            return Err(io::Error::other(Bomb::Ratio(self.ratio)));
        }
        if self.out > self.most {
            return Err(io::Error::other(Bomb::Size(self.most)));
        }
        Ok(n)
    }
}

/// Whether a tar archive begins behind these first bytes of gzip.
pub(crate) fn holds_tar(head: &[u8]) -> bool {
    let mut block = Vec::with_capacity(BLOCK);
    // The head may be cut off in the middle of the stream: what came out before counts.
    let _ = MultiGzDecoder::new(head).take(512).read_to_end(&mut block);
    block.len() == BLOCK && (header::is_header(&block) || block.iter().all(|b| *b == 0))
}
