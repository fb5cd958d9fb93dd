//! A file that is given up after its first refusal.

use std::io::{self, Seek, SeekFrom, Write};

/// Writes until the first refusal and pretends to from then on: the zip writer ends the archive when it is dropped, and
/// says on the person's terminal that it could not.
pub(super) struct Quiet<W> {
    inner: W,
    position: u64,
    refused: bool,
}

impl<W> Quiet<W> {
    pub(super) fn new(inner: W) -> Self {
        Self {
            inner,
            position: 0,
            refused: false,
        }
    }

    pub(super) fn into_inner(self) -> W {
        self.inner
    }

    fn noting<T>(&mut self, result: io::Result<T>) -> io::Result<T> {
        self.refused |= result.as_ref().is_err_and(|e| e.kind() != io::ErrorKind::Interrupted);
        result
    }
}

impl<W: Write> Write for Quiet<W> {
    fn write(&mut self, buf: &[u8]) -> io::Result<usize> {
        let written = if self.refused {
            buf.len()
        } else {
            let written = self.inner.write(buf);
            // A writer that takes nothing has no room, which `write_all` makes an error of.
            self.refused |= matches!(written, Ok(0)) && !buf.is_empty();
            self.noting(written)?
        };
        self.position = self.position.saturating_add(u64::try_from(written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.refused {
            return Ok(());
        }
        let flushed = self.inner.flush();
        self.noting(flushed)
    }
}

impl<W: Seek> Seek for Quiet<W> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.position = if self.refused {
            match to {
                SeekFrom::Start(at) => at,
                SeekFrom::Current(by) => self.position.saturating_add_signed(by),
                SeekFrom::End(_) => self.position,
            }
        } else {
            let sought = self.inner.seek(to);
            self.noting(sought)?
        };
        Ok(self.position)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    #[test]
    fn after_one_refusal_nothing_more_is_refused_and_places_go_on() {
        let mut small = [0; 4];
        let mut quiet = Quiet::new(Cursor::new(&mut small[..]));
        assert!(quiet.write_all(b"123456").is_err(), "there is room for four");
        quiet.write_all(b"789").unwrap();
        assert_eq!(quiet.stream_position().unwrap(), 7);
        assert_eq!(quiet.seek(SeekFrom::Start(2)).unwrap(), 2);
        quiet.flush().unwrap();
    }
}
