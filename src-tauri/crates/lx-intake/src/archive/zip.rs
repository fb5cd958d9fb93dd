//! ZIP archives, read as every reader would read them or not at all.

use std::{
    collections::BTreeSet,
    io::{BufReader, Read, Seek, SeekFrom},
};

use ::zip::{CompressionMethod, ZipArchive, read::ZipFileEntry, result::ZipError};

use super::{
    ahead::read_ahead,
    budget::Sizes,
    listing::Listed,
    names::{Wish, decode_name},
    paths,
    unpack::{Member, Unpacking},
};
use crate::{error::IntakeError, remark::warning};

/// General purpose bit 11: the name is UTF-8.
const UTF8_FLAG: u16 = 1 << 11;

/// Entries from here on are unpacked by a thread of their own.
const LONG: u64 = 512 * 1024;

/// Compression that is understood.
const METHODS: [CompressionMethod; 5] = [
    CompressionMethod::STORE,
    CompressionMethod::DEFLATE,
    CompressionMethod::DEFLATE64,
    CompressionMethod::BZIP2,
    CompressionMethod::LZMA,
];

impl Listed {
    /// What a directory says of one entry.
    pub(crate) fn of(index: usize, data: &ZipFileEntry<'_>) -> Self {
        let aside = if data.is_symlink() {
            Some("link")
        } else if METHODS.contains(&data.compression()) {
            None
        } else {
            Some("method")
        };
        Self {
            index,
            raw: data.name_raw().to_vec(),
            stated: data.flags().as_u16() & UTF8_FLAG != 0,
            bytes: data.size(),
            aside,
        }
    }
}

/// The first name that a directory has twice; the library only says that there is one.
fn name_twice<R: Read + Seek>(reader: &mut R, start: u64, most: u64) -> Option<Vec<u8>> {
    const HEADER: usize = 46;
    let mut reader = BufReader::new(reader);
    reader.seek(SeekFrom::Start(start)).ok()?;
    let mut seen = BTreeSet::new();
    for _ in 0..most {
        let mut header = [0_u8; HEADER];
        reader.read_exact(&mut header).ok()?;
        let length = |at: usize| {
            let bytes = header.get(at..at + 2).and_then(|b| <[u8; 2]>::try_from(b).ok());
            bytes.map_or(0, u16::from_le_bytes)
        };
        if !header.starts_with(b"PK\x01\x02") {
            return None;
        }
        let mut name = vec![0_u8; usize::from(length(28))];
        reader.read_exact(&mut name).ok()?;
        reader.seek_relative(i64::from(length(30)) + i64::from(length(32))).ok()?;
        if !seen.insert(name.clone()) {
            return Some(name);
        }
    }
    None
}

impl Unpacking<'_> {
    /// Takes every entry of a ZIP archive whose directory holds together.
    pub(crate) fn zip<R: Read + Seek + Send>(&mut self, reader: R, prefix: &str, depth: u32) -> Result<(), IntakeError> {
        let mut archive = self.open_zip(reader, prefix)?;
        for index in 0..archive.len() {
            self.entry(&mut archive, index, prefix, depth)?;
        }
        Ok(())
    }

    /// Opens an archive whose directory holds together.
    pub(crate) fn open_zip<R: Read + Seek>(&mut self, mut reader: R, prefix: &str) -> Result<ZipArchive<R>, IntakeError> {
        let (start, doubled) = {
            let archive = ZipArchive::new(&mut reader).map_err(|e| self.unreadable(&e))?;
            (archive.central_directory_start(), archive.has_duplicate_names())
        };
        if directory_ends(&mut reader, start).map_err(|e| self.truncated(&e.to_string()))? > 1 {
            return Err(IntakeError::Joined { package: self.package() });
        }
        let twice = if doubled {
            name_twice(&mut reader, start, self.limits.entries)
        } else {
            None
        };
        let mut archive = ZipArchive::new(reader).map_err(|e| self.unreadable(&e))?;
        self.check(&mut archive, prefix, twice.as_deref())?;
        Ok(archive)
    }

    fn check<R: Read + Seek>(&mut self, archive: &mut ZipArchive<R>, prefix: &str, twice: Option<&[u8]>) -> Result<(), IntakeError> {
        let package = self.package();
        let count = u64::try_from(archive.len()).unwrap_or(u64::MAX);
        if count == 0 && prefix.is_empty() {
            return Err(IntakeError::Empty { package });
        }
        if self.budget.entries.saturating_add(count) > self.limits.entries {
            return Err(IntakeError::TooMany {
                package,
                limit: self.limits.entries,
            });
        }
        if archive.has_duplicate_names() {
            return Err(IntakeError::Duplicate {
                entry: match twice {
                    Some(raw) => format!("{prefix}{}", paths::escaped(&decode_name(raw, false, Wish::default()).text)),
                    None if prefix.is_empty() => package.clone(),
                    None => prefix.trim_end_matches('/').to_owned(),
                },
                package,
            });
        }
        self.check_entries(archive, prefix)?;
        if archive.has_overlapping_entries().map_err(|e| self.truncated(&e.to_string()))? {
            return Err(IntakeError::Overlap { package });
        }
        match archive.validate_header_consistency() {
            Ok(()) => Ok(()),
            Err(error) if error.to_string().contains("missing from central directory") => Err(IntakeError::Joined { package }),
            Err(ZipError::Io(error)) => Err(self.truncated(&error.to_string())),
            Err(_) => {
                self.findings.push(
                    warning("header_mismatch")
                        .arg("archive", self.package)
                        .at(prefix.trim_end_matches('/'), "")
                        .done(),
                );
                Ok(())
            }
        }
    }

    fn check_entries<R: Read + Seek>(&mut self, archive: &ZipArchive<R>, prefix: &str) -> Result<(), IntakeError> {
        let mut declared = 0_u64;
        let mut names = BTreeSet::new();
        for index in 0..archive.len() {
            let Ok(entry) = archive.by_index_data(index) else { continue };
            // Whatever a person chose: what is refused does not depend on it.
            let name = decode_name(entry.name_raw(), entry.flags().as_u16() & UTF8_FLAG != 0, Wish::default()).text;
            if entry.encrypted() {
                return Err(IntakeError::Encrypted {
                    package: self.package(),
                    entry: format!("{prefix}{}", paths::escaped(&name)),
                });
            }
            declared = declared.saturating_add(entry.size());
            if !names.insert(name.clone()) {
                return Err(IntakeError::Duplicate {
                    package: self.package(),
                    entry: format!("{prefix}{}", paths::escaped(&name)),
                });
            }
        }
        let limit = self.limits.total_bytes;
        if declared > limit {
            return Err(IntakeError::TooBig {
                package: self.package(),
                entry: self.package(),
                limit,
            });
        }
        Ok(())
    }

    fn entry<R: Read + Seek + Send>(
        &mut self,
        archive: &mut ZipArchive<R>,
        index: usize,
        prefix: &str,
        depth: u32,
    ) -> Result<(), IntakeError> {
        let Ok(data) = archive.by_index_data(index) else { return Ok(()) };
        let entry = Listed::of(index, &data);
        let name = self.decode(&entry.raw, entry.stated, depth);
        let sizes = Sizes {
            packed: Some(data.compressed_size()),
            declared: Some(data.size()),
        };
        if entry.is_folder(&name) {
            return Ok(());
        }
        if let Some(reason) = entry.aside {
            self.put_aside(prefix, &name, reason);
            return Ok(());
        }
        match archive.by_index(index) {
            Ok(mut file) => {
                let member = Member {
                    prefix,
                    name: &name,
                    sizes,
                    depth,
                };
                if file.size() < LONG {
                    return self.member(&member, &mut file);
                }
                read_ahead(&mut file, |reader| self.member(&member, reader))
            }
            Err(ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_)) => {
                self.put_aside(prefix, &name, "method");
                Ok(())
            }
            Err(_) => {
                self.put_aside(prefix, &name, "damaged");
                Ok(())
            }
        }
    }

    fn unreadable(&self, error: &ZipError) -> IntakeError {
        let said = error.to_string();
        if said.contains("Multi-disk") {
            IntakeError::Split { package: self.package() }
        } else {
            self.truncated(&said)
        }
    }

    pub(crate) fn truncated(&self, detail: &str) -> IntakeError {
        IntakeError::Truncated {
            package: self.package(),
            detail: detail.to_owned(),
        }
    }
}

/// How many end-of-directory records stand behind the start of the directory? A second one makes readers disagree.
fn directory_ends<R: Read + Seek>(reader: &mut R, start: u64) -> std::io::Result<usize> {
    reader.seek(SeekFrom::Start(start))?;
    let mut tail = Vec::new();
    reader.take(64 * 1024 * 1024).read_to_end(&mut tail)?;
    Ok(tail.windows(4).filter(|w| w == b"PK\x05\x06").count())
}
