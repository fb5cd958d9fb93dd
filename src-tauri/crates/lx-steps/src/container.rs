//! The container of files that travel with documents: a stored ZIP in its one spelling.
//!
//! The signed part first (`batch.json`, `carry.json`), then `documents/<digest>` and `texts/<digest>`, all by name; no
//! compression, no time, no extra fields, sizes known beforehand. So the same batch is the same file everywhere, any unzip can look inside, and reading is one pass in
//! which everything that is not exactly as it would be written again is refused.

use std::io::{self, Read, Write};

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// 1980-01-01, the earliest date of the format.
const DATE: u16 = 0x21;
const UTF8: u16 = 1 << 11;
const VERSION: u16 = 20;

/// Why a container was not written or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ContainerError {
    /// Not a container at all.
    #[error("not a batch file")]
    NotAContainer,
    /// Not in its one spelling, or its content does not fit its checksum.
    #[error("{0} is damaged")]
    Damaged(String),
    /// More than the format holds (4 GiB, 65,535 entries).
    #[error("more than a batch file holds")]
    TooBig,
    /// Reading or writing failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What stands before and in the directory about one entry.
struct Header {
    name: String,
    crc: u32,
    size: u32,
    offset: u32,
}

impl Header {
    /// The part that the local header and the directory have in common.
    fn common(&self, out: &mut Vec<u8>) -> Result<(), ContainerError> {
        let length = u16::try_from(self.name.len()).map_err(|_| ContainerError::TooBig)?;
        for field in [VERSION, UTF8, 0, 0, DATE] {
            out.extend(field.to_le_bytes());
        }
        for field in [self.crc, self.size, self.size] {
            out.extend(field.to_le_bytes());
        }
        out.extend(length.to_le_bytes());
        out.extend(0_u16.to_le_bytes());
        Ok(())
    }

    fn local(&self) -> Result<Vec<u8>, ContainerError> {
        let mut out = LOCAL.to_le_bytes().to_vec();
        self.common(&mut out)?;
        out.extend(self.name.as_bytes());
        Ok(out)
    }

    fn central(&self) -> Result<Vec<u8>, ContainerError> {
        let mut out = CENTRAL.to_le_bytes().to_vec();
        out.extend(VERSION.to_le_bytes());
        self.common(&mut out)?;
        for field in [0_u16, 0, 0] {
            out.extend(field.to_le_bytes());
        }
        out.extend(0_u32.to_le_bytes());
        out.extend(self.offset.to_le_bytes());
        out.extend(self.name.as_bytes());
        Ok(out)
    }

    fn end(&self) -> Result<u32, ContainerError> {
        let header = u32::try_from(self.name.len())
            .ok()
            .and_then(|n| n.checked_add(30))
            .ok_or(ContainerError::TooBig)?;
        self.offset
            .checked_add(header)
            .and_then(|n| n.checked_add(self.size))
            .ok_or(ContainerError::TooBig)
    }
}

fn directory(headers: &[Header], start: u32) -> Result<Vec<u8>, ContainerError> {
    let mut out = Vec::new();
    for header in headers {
        out.extend(header.central()?);
    }
    let size = u32::try_from(out.len()).map_err(|_| ContainerError::TooBig)?;
    let count = u16::try_from(headers.len()).map_err(|_| ContainerError::TooBig)?;
    out.extend(END.to_le_bytes());
    for field in [0, 0, count, count] {
        out.extend(field.to_le_bytes());
    }
    out.extend(size.to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend(0_u16.to_le_bytes());
    Ok(out)
}

/// Writes a container entry by entry.
pub struct Writer<'w> {
    out: &'w mut dyn Write,
    headers: Vec<Header>,
    offset: u32,
}

impl<'w> Writer<'w> {
    /// Begins one.
    pub fn new(out: &'w mut dyn Write) -> Self {
        Self {
            out,
            headers: Vec::new(),
            offset: 0,
        }
    }

    /// Adds an entry. `open` is called twice: once for the checksum, once for the content.
    ///
    /// # Errors
    /// [`ContainerError::TooBig`], [`ContainerError::Io`].
    pub fn add<R: Read>(&mut self, name: &str, mut open: impl FnMut() -> io::Result<R>) -> Result<(), ContainerError> {
        let (crc, size) = checksum(&mut open()?)?;
        let size = u32::try_from(size).map_err(|_| ContainerError::TooBig)?;
        let header = Header {
            name: name.to_owned(),
            crc,
            size,
            offset: self.offset,
        };
        self.offset = header.end()?;
        self.out.write_all(&header.local()?)?;
        let copied = io::copy(&mut open()?, self.out)?;
        if copied != u64::from(size) {
            return Err(ContainerError::Damaged(name.to_owned()));
        }
        self.headers.push(header);
        Ok(())
    }

    /// Writes the directory.
    ///
    /// # Errors
    /// As [`Writer::add`].
    pub fn finish(self) -> Result<(), ContainerError> {
        self.out.write_all(&directory(&self.headers, self.offset)?)?;
        Ok(self.out.flush()?)
    }
}

fn checksum(reader: &mut dyn Read) -> io::Result<(u32, u64)> {
    let mut hash = crc32fast::Hasher::new();
    let mut piece = vec![0; 64 << 10];
    let mut size = 0_u64;
    loop {
        let read = reader.read(&mut piece)?;
        if read == 0 {
            return Ok((hash.finalize(), size));
        }
        hash.update(piece.get(..read).unwrap_or_default());
        size = size.saturating_add(u64::try_from(read).unwrap_or_default());
    }
}

/// An entry as it is read; counts and checks what goes through.
struct Content<'r> {
    reader: &'r mut dyn Read,
    left: u32,
    hash: crc32fast::Hasher,
}

impl Read for Content<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        let Some(part) = buffer.get_mut(..most).filter(|p| !p.is_empty()) else {
            return Ok(0);
        };
        let read = self.reader.read(part)?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.hash.update(part.get(..read).unwrap_or_default());
        self.left = self.left.saturating_sub(u32::try_from(read).unwrap_or(u32::MAX));
        Ok(read)
    }
}

/// Reads a container in one pass; `visit` is shown every entry in order.
///
/// # Errors
/// [`ContainerError`], or what `visit` returns.
pub fn read<E: From<ContainerError>>(
    reader: &mut dyn Read,
    mut visit: impl FnMut(&str, u32, &mut dyn Read) -> Result<(), E>,
) -> Result<(), E> {
    let mut headers: Vec<Header> = Vec::new();
    let mut offset = 0;
    loop {
        let mut mark = [0; 4];
        reader.read_exact(&mut mark).map_err(|_| not_one_of_ours(&headers))?;
        if u32::from_le_bytes(mark) != LOCAL {
            let tail = directory(&headers, offset)?;
            return Ok(expect_tail(reader, &mark, &tail, &headers)?);
        }
        let header = read_header(reader, offset, &headers)?;
        let mut content = Content {
            reader: &mut *reader,
            left: header.size,
            hash: crc32fast::Hasher::new(),
        };
        visit(&header.name, header.size, &mut content)?;
        io::copy(&mut content, &mut io::sink()).map_err(|_| ContainerError::Damaged(header.name.clone()))?;
        if content.hash.finalize() != header.crc {
            return Err(ContainerError::Damaged(header.name).into());
        }
        offset = header.end()?;
        headers.push(header);
    }
}

fn not_one_of_ours(headers: &[Header]) -> ContainerError {
    headers
        .last()
        .map_or(ContainerError::NotAContainer, |h| ContainerError::Damaged(h.name.clone()))
}

fn read_header(reader: &mut dyn Read, offset: u32, before: &[Header]) -> Result<Header, ContainerError> {
    let wrong = || not_one_of_ours(before);
    let mut fixed = [0; 26];
    reader.read_exact(&mut fixed).map_err(|_| wrong())?;
    let word = |at: usize| {
        let bytes = fixed
            .get(at..at.saturating_add(4))
            .and_then(|b| b.try_into().ok())
            .unwrap_or_default();
        u32::from_le_bytes(bytes)
    };
    let length = usize::try_from(word(22) & 0xFFFF).unwrap_or_default();
    let mut name = vec![0; length];
    reader.read_exact(&mut name).map_err(|_| wrong())?;
    let name = String::from_utf8(name).map_err(|_| wrong())?;
    let header = Header {
        name,
        crc: word(10),
        size: word(14),
        offset,
    };
    let written = header.local()?;
    let in_order = before.last().is_none_or(|last| last.name < header.name);
    if written.get(4..30) == Some(fixed.as_slice()) && in_order {
        Ok(header)
    } else {
        Err(wrong())
    }
}

fn expect_tail(reader: &mut dyn Read, mark: &[u8], tail: &[u8], headers: &[Header]) -> Result<(), ContainerError> {
    let mut rest = mark.to_vec();
    let most = u64::try_from(tail.len()).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(most).read_to_end(&mut rest)?;
    if headers.is_empty() {
        Err(ContainerError::NotAContainer)
    } else if rest == tail {
        Ok(())
    } else {
        Err(ContainerError::Damaged("directory".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut out = Vec::new();
        let mut writer = Writer::new(&mut out);
        for (name, content) in [("batch.json", "{}"), ("documents/aa", "甲"), ("documents/bb", "")] {
            writer.add(name, || Ok(content.as_bytes())).unwrap();
        }
        writer.finish().unwrap();
        out
    }

    fn names(bytes: &[u8]) -> Result<Vec<(String, String)>, ContainerError> {
        let mut found = Vec::new();
        read(&mut &*bytes, |name, _, content| {
            let mut text = String::new();
            content
                .read_to_string(&mut text)
                .map_err(|_| ContainerError::Damaged(name.to_owned()))?;
            found.push((name.to_owned(), text));
            Ok::<_, ContainerError>(())
        })?;
        Ok(found)
    }

    #[test]
    fn what_is_written_is_read_back() {
        let found = names(&sample()).unwrap();
        let shown: Vec<_> = found.iter().map(|(n, c)| format!("{n}={c}")).collect();
        assert_eq!(shown, ["batch.json={}", "documents/aa=甲", "documents/bb="]);
    }

    #[test]
    fn the_same_batch_is_the_same_file() {
        assert_eq!(sample(), sample());
    }

    #[test]
    fn one_changed_byte_anywhere_is_refused() {
        let fine = sample();
        for at in 0..fine.len() {
            let mut bytes = fine.clone();
            bytes[at] ^= 1;
            // A changed name is another name; whether it may stand there is for the caller, who knows every digest.
            let outcome = names(&bytes);
            let renamed = outcome.as_ref().is_ok_and(|found| {
                found
                    .iter()
                    .any(|(n, _)| !["batch.json", "documents/aa", "documents/bb"].contains(&n.as_str()))
            });
            assert!(outcome.is_err() || renamed, "byte {at}");
        }
    }

    #[test]
    fn a_file_that_was_cut_short_is_refused() {
        let fine = sample();
        for length in 0..fine.len() {
            assert!(names(&fine[..length]).is_err(), "{length} bytes");
        }
        let mut longer = fine;
        longer.push(0);
        assert!(names(&longer).is_err());
    }
}
