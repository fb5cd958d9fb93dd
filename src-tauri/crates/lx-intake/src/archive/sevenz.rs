//! 7z archives.

use std::{
    collections::BTreeSet,
    io::{Read, Seek},
};

use sevenz_rust2::{ArchiveEntry, ArchiveReader, EntryDecision, Error, Password};

use super::{
    budget::Sizes,
    listing::Listed,
    names::{Wish, decode_name},
    paths,
    unpack::{Member, Unpacking},
};
use crate::error::IntakeError;

/// Memory for dictionaries, in KiB.
const MEMORY_KIB: usize = 192 * 1024;

/// Whether an entry is more than a folder or the mark of something deleted.
fn is_file(entry: &ArchiveEntry) -> bool {
    !entry.is_directory() && !entry.is_anti_item()
}

fn is_link(entry: &ArchiveEntry) -> bool {
    let attributes = entry.windows_attributes();
    (attributes & 0x8000 != 0 && (attributes >> 16) & 0o170_000 == 0o120_000) || attributes & 0x400 != 0
}

impl Listed {
    /// What the directory of a 7z archive says of an entry; nothing of a folder.
    pub(crate) fn of_seven_z(index: usize, entry: &ArchiveEntry) -> Option<Self> {
        is_file(entry).then(|| Self {
            index,
            raw: entry.name().as_bytes().to_vec(),
            stated: true,
            bytes: entry.size(),
            aside: is_link(entry).then_some("link"),
        })
    }
}

impl Unpacking<'_> {
    /// Takes every entry of a 7z archive.
    pub(crate) fn seven_z<R: Read + Seek>(&mut self, reader: R, prefix: &str, depth: u32) -> Result<(), IntakeError> {
        let mut archive = self.open_seven_z(reader, prefix)?;
        let mut unseen: BTreeSet<String> = archive
            .archive()
            .files
            .iter()
            .filter(|f| is_file(f))
            .map(|f| f.name().to_owned())
            .collect();
        let mut refused = None;
        let outcome = archive.for_each_entries_with_decision(|entry, reader| {
            unseen.remove(entry.name());
            Ok(match self.seven_z_entry(entry, reader, prefix, depth) {
                Ok(true) => EntryDecision::Continue,
                Ok(false) => EntryDecision::SkipBlock,
                Err(error) => {
                    refused = Some(error);
                    EntryDecision::Stop
                }
            })
        });
        if let Some(error) = refused {
            return Err(error);
        }
        match outcome {
            Ok(()) | Err(Error::ChecksumVerificationFailed) => {}
            Err(error) => return Err(self.seven_z_error(&error, prefix)),
        }
        // Entries are packed together: what stands behind a damaged one cannot be trusted, and each is named.
        for name in unseen {
            self.put_aside(prefix, &decode_name(name.as_bytes(), true, Wish::default()), "damaged");
        }
        Ok(())
    }

    /// Opens an archive whose directory holds together.
    pub(crate) fn open_seven_z<R: Read + Seek>(&mut self, reader: R, prefix: &str) -> Result<ArchiveReader<R>, IntakeError> {
        let mut archive =
            ArchiveReader::new_with_memory_limit(reader, Password::empty(), MEMORY_KIB).map_err(|e| self.seven_z_error(&e, prefix))?;
        archive.set_thread_count(1);
        self.check_seven_z(&archive, prefix)?;
        Ok(archive)
    }

    fn check_seven_z<R: Read + Seek>(&mut self, reader: &ArchiveReader<R>, prefix: &str) -> Result<(), IntakeError> {
        let archive = reader.archive();
        let package = self.package();
        let count = u64::try_from(archive.files.len()).unwrap_or(u64::MAX);
        if count == 0 && prefix.is_empty() {
            return Err(IntakeError::Empty { package });
        }
        if self.budget.entries.saturating_add(count) > self.limits.entries {
            return Err(IntakeError::TooMany {
                package,
                limit: self.limits.entries,
            });
        }
        let mut names = BTreeSet::new();
        let mut declared = 0_u64;
        for (index, entry) in archive.files.iter().enumerate() {
            let shown = format!("{prefix}{}", paths::escaped(entry.name()));
            if archive.is_file_encrypted(index) {
                return Err(IntakeError::Encrypted { package, entry: shown });
            }
            if !entry.is_directory() && !names.insert(entry.name().to_owned()) {
                return Err(IntakeError::Duplicate { package, entry: shown });
            }
            declared = declared.saturating_add(entry.size());
        }
        if declared > self.limits.total_bytes {
            return Err(IntakeError::TooBig {
                entry: package.clone(),
                package,
                limit: self.limits.total_bytes,
            });
        }
        Ok(())
    }

    /// Takes one entry; `false` where its data are damaged and what is packed with it cannot be read on.
    fn seven_z_entry(&mut self, entry: &ArchiveEntry, reader: &mut dyn Read, prefix: &str, depth: u32) -> Result<bool, IntakeError> {
        if !is_file(entry) {
            return Ok(true);
        }
        let name = decode_name(entry.name().as_bytes(), true, Wish::default());
        if is_link(entry) {
            self.put_aside(prefix, &name, "link");
            return Ok(true);
        }
        let sizes = Sizes {
            packed: None,
            declared: Some(entry.size()),
        };
        let before = self.quarantined;
        self.member(
            &Member {
                prefix,
                name: &name,
                sizes,
                depth,
            },
            reader,
        )?;
        Ok(self.quarantined == before)
    }

    fn seven_z_error(&self, error: &Error, prefix: &str) -> IntakeError {
        let package = self.package();
        let entry = if prefix.is_empty() {
            package.clone()
        } else {
            prefix.trim_end_matches('/').to_owned()
        };
        match error {
            Error::PasswordRequired | Error::MaybeBadPassword(_) => IntakeError::Encrypted { package, entry },
            Error::UnsupportedCompressionMethod(method) if method.to_uppercase().contains("AES") => {
                IntakeError::Encrypted { package, entry }
            }
            Error::MaxMemLimited { .. } => IntakeError::TooBig {
                package,
                entry,
                limit: 192 * 1024 * 1024,
            },
            Error::UnsupportedCompressionMethod(method) => IntakeError::OtherFormat {
                package,
                found: format!("7z ({method})"),
            },
            other => self.truncated(&other.to_string()),
        }
    }
}
