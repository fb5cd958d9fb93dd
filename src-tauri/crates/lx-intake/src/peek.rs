//! The first bytes of an entry that was put aside, for a person to look at as hex and text. No reader ever opens them.

use std::{
    io::{self, Cursor, Read, Seek, SeekFrom},
    ops::ControlFlow,
};

use ::zip::ZipArchive;
use sevenz_rust2::{ArchiveReader, EntryDecision, Password};

use crate::{
    archive::{
        listing::Listed,
        names::{NameEncoding, Wish, decode_name},
        paths::{self, Labels},
        unpack::Unpacking,
    },
    error::IntakeError,
    limits::Limits,
    magic::{self, HEAD, Packed},
    read::plain::decode,
    sink::{Nowhere, Unwatched},
    tar::gzip,
};

/// So many bytes are shown.
const SHOWN: u64 = 64 * 1024;
/// Memory for the dictionaries of 7z, in KiB.
const MEMORY_KIB: usize = 192 * 1024;

/// The beginning of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peek {
    /// At most 64 KiB; what could be read of a damaged one. Never to be handed to a reader of documents.
    pub bytes: Vec<u8>,
    /// Whether these are the bytes as they lie in the archive, because they cannot be unpacked.
    pub packed: bool,
    /// Whether there is more.
    pub more: bool,
}

impl Peek {
    /// The bytes as text: by their mark, else UTF-8, else GB18030. A character that the end cuts through is left out.
    #[must_use]
    pub fn text(&self) -> String {
        match std::str::from_utf8(&self.bytes) {
            Err(error) if error.error_len().is_none() => {
                let whole = self.bytes.get(..error.valid_up_to()).unwrap_or_default();
                String::from_utf8_lossy(whole).into_owned()
            }
            _ => decode(&self.bytes),
        }
    }
}

/// Why there is nothing to look at.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PeekError {
    /// The original is no archive, or has no such entry.
    #[error("the original has no entry {path}")]
    NoSuchEntry {
        /// The label that was asked for.
        path: String,
    },
    /// The original cannot be read as an archive any more.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// The original cannot be read.
    #[error("the original cannot be read")]
    Unreadable(#[from] io::Error),
}

/// The beginning of the entry that a finding `entry_quarantined` names by `path`, from the original as it was stored.
/// `encoding` is the one under which the package was taken.
///
/// # Errors
/// [`PeekError`].
pub fn peek<R: Read + Seek>(original: R, path: &str, limits: &Limits, encoding: Option<NameEncoding>) -> Result<Peek, PeekError> {
    let mut original = original;
    // What the import was told about names may be forgotten: every way to read them is tried.
    let others = NameEncoding::ALL.into_iter().map(Some).chain([None]).filter(|e| *e != encoding);
    for encoding in std::iter::once(encoding).chain(others) {
        original.rewind()?;
        let mut looking = Looking { limits, encoding };
        if let Some(found) = looking.in_archive(&mut original, path, 0)? {
            return Ok(found);
        }
    }
    Err(PeekError::NoSuchEntry { path: path.to_owned() })
}

struct Looking<'l> {
    limits: &'l Limits,
    encoding: Option<NameEncoding>,
}

/// What an entry is to the one who looks for a path.
enum Aim<'p> {
    Hit,
    /// An archive around it; what is left of the path.
    Around(&'p str),
    Miss,
}

impl Looking<'_> {
    fn in_archive<R: Read + Seek>(&mut self, mut reader: R, path: &str, depth: u32) -> Result<Option<Peek>, PeekError> {
        if depth > self.limits.nesting {
            return Ok(None);
        }
        let mut head = Vec::new();
        reader
            .by_ref()
            .take(u64::try_from(HEAD).unwrap_or(u64::MAX))
            .read_to_end(&mut head)?;
        let size = reader.seek(SeekFrom::End(0))?;
        reader.rewind()?;
        match magic::packed(&head) {
            Some(Packed::Zip) => self.in_zip(reader, path, depth),
            Some(Packed::SevenZ) => self.in_seven_z(reader, path, depth),
            Some(Packed::Tar) => self.in_tar(&mut reader, false, path, depth),
            Some(Packed::TarGz) => {
                let mut stream = gzip::Stream::new(reader, size, self.limits);
                self.in_tar(&mut stream, true, path, depth)
            }
            None => Ok(None),
        }
    }

    fn aim<'p>(&self, raw: &[u8], stated: bool, labels: &mut Labels, path: &'p str, depth: u32) -> Aim<'p> {
        let wish = Wish {
            encoding: self.encoding,
            inner: depth > 0,
        };
        let (label, _) = labels.take(&paths::label(&decode_name(raw, stated, wish).text, self.limits).text);
        if label == path {
            return Aim::Hit;
        }
        match path.strip_prefix(label.as_str()).and_then(|rest| rest.strip_prefix('/')) {
            Some(rest) => Aim::Around(rest),
            None => Aim::Miss,
        }
    }

    fn in_zip<R: Read + Seek>(&mut self, reader: R, path: &str, depth: u32) -> Result<Option<Peek>, PeekError> {
        let Ok(mut archive) = ZipArchive::new(reader) else {
            return Ok(None);
        };
        let mut labels = Labels::default();
        for index in 0..archive.len() {
            let Ok(entry) = archive.by_index_data(index).map(|data| Listed::of(index, &data)) else {
                continue;
            };
            match self.aim(&entry.raw, entry.stated, &mut labels, path, depth) {
                Aim::Hit => return Ok(Some(zip_entry(&mut archive, index))),
                Aim::Around(rest) => {
                    let inner = archive.by_index(index).ok().and_then(|mut file| self.whole(&mut file));
                    if let Some(found) = inner
                        .map(|bytes| self.in_archive(Cursor::new(bytes), rest, depth + 1))
                        .transpose()?
                        .flatten()
                    {
                        return Ok(Some(found));
                    }
                }
                Aim::Miss => {}
            }
        }
        Ok(None)
    }

    fn in_seven_z<R: Read + Seek>(&mut self, reader: R, path: &str, depth: u32) -> Result<Option<Peek>, PeekError> {
        let Ok(mut archive) = ArchiveReader::new_with_memory_limit(reader, Password::empty(), MEMORY_KIB) else {
            return Ok(None);
        };
        archive.set_thread_count(1);
        let mut labels = Labels::default();
        let mut found = None;
        // A damaged archive ends with an error; what was found before counts.
        let _ = archive.for_each_entries_with_decision(|entry, reader| {
            match self.aim(entry.name().as_bytes(), true, &mut labels, path, depth) {
                _ if entry.is_directory() => {}
                Aim::Hit => found = Some(Ok(Some(beginning(reader, false)))),
                Aim::Around(rest) => {
                    found = self.whole(reader).map(|bytes| self.in_archive(Cursor::new(bytes), rest, depth + 1));
                }
                Aim::Miss => {}
            }
            Ok(if matches!(found, Some(Ok(Some(_)))) {
                EntryDecision::Stop
            } else {
                EntryDecision::Continue
            })
        });
        found.unwrap_or(Ok(None))
    }

    fn in_tar(&mut self, reader: &mut dyn Read, proven: bool, path: &str, depth: u32) -> Result<Option<Peek>, PeekError> {
        let (mut nowhere, mut unwatched) = (Nowhere, Unwatched);
        let limits = self.limits;
        let mut unpacking = Unpacking::new("", limits, &mut nowhere, &mut unwatched, None);
        let mut labels = Labels::default();
        let mut found = None;
        unpacking.each_in_tar(reader, proven, "", &mut |_, entry, data| {
            match self.aim(&entry.name, entry.stated, &mut labels, path, depth) {
                Aim::Hit => found = Some(Ok(Some(beginning(data, entry.aside == Some("sparse"))))),
                Aim::Around(rest) => {
                    found = self.whole(data).map(|bytes| self.in_archive(Cursor::new(bytes), rest, depth + 1));
                }
                Aim::Miss => {}
            }
            Ok(if matches!(found, Some(Ok(Some(_)))) {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            })
        })?;
        found.unwrap_or(Ok(None))
    }

    /// All of an inner archive, if it is not too big.
    fn whole(&self, reader: &mut dyn Read) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        reader
            .take(self.limits.inner_archive_bytes.saturating_add(1))
            .read_to_end(&mut bytes)
            .ok()?;
        u64::try_from(bytes.len())
            .is_ok_and(|n| n <= self.limits.inner_archive_bytes)
            .then_some(bytes)
    }
}

fn zip_entry<R: Read + Seek>(archive: &mut ZipArchive<R>, index: usize) -> Peek {
    if let Ok(mut file) = archive.by_index(index) {
        let nothing = file.size() == 0;
        let found = beginning(&mut file, false);
        if nothing || !found.bytes.is_empty() {
            return found;
        }
    }
    archive.by_index_raw(index).map_or_else(
        |_| Peek {
            bytes: Vec::new(),
            packed: true,
            more: false,
        },
        |mut raw| beginning(&mut raw, true),
    )
}

/// What can be read of the first bytes; a fault only ends them.
fn beginning(reader: &mut dyn Read, packed: bool) -> Peek {
    let mut bytes = Vec::new();
    let _ = reader.take(SHOWN).read_to_end(&mut bytes);
    let full = u64::try_from(bytes.len()).is_ok_and(|n| n == SHOWN);
    let more = full && reader.read(&mut [0]).is_ok_and(|n| n > 0);
    Peek { bytes, packed, more }
}
