//! 7z archives.

use std::{
    collections::BTreeSet,
    io::{Read, Seek},
};

use sevenz_rust2::{ArchiveEntry, ArchiveReader, EntryDecision, Error, Password};

use super::{
    budget::Sizes,
    names::Encoding,
    paths,
    unpack::{Member, Unpacking},
};
use crate::error::IntakeError;

/// Memory for dictionaries, in KiB.
const MEMORY_KIB: usize = 192 * 1024;

impl Unpacking<'_> {
    /// Takes every entry of a 7z archive.
    pub(crate) fn seven_z<R: Read + Seek>(&mut self, reader: R, prefix: &str, depth: u32) -> Result<(), IntakeError> {
        let mut archive =
            ArchiveReader::new_with_memory_limit(reader, Password::empty(), MEMORY_KIB).map_err(|e| self.seven_z_error(&e, prefix))?;
        archive.set_thread_count(1);
        self.check_seven_z(&archive, prefix)?;
        let mut refused = None;
        let outcome = archive.for_each_entries_with_decision(|entry, reader| {
            Ok(match self.seven_z_entry(entry, reader, prefix, depth) {
                Ok(()) => EntryDecision::Continue,
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
            Ok(()) => Ok(()),
            Err(Error::ChecksumVerificationFailed) => {
                self.quarantine(prefix.trim_end_matches('/'), "crc");
                Ok(())
            }
            Err(error) => Err(self.seven_z_error(&error, prefix)),
        }
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

    fn seven_z_entry(&mut self, entry: &ArchiveEntry, reader: &mut dyn Read, prefix: &str, depth: u32) -> Result<(), IntakeError> {
        if entry.is_directory() || entry.is_anti_item() {
            return Ok(());
        }
        let attributes = entry.windows_attributes();
        let link = (attributes & 0x8000 != 0 && (attributes >> 16) & 0o170_000 == 0o120_000) || attributes & 0x400 != 0;
        if link {
            self.quarantine(&format!("{prefix}{}", paths::label(entry.name(), self.limits).text), "link");
            return Ok(());
        }
        let sizes = Sizes {
            packed: None,
            declared: Some(entry.size()),
        };
        self.member(
            &Member {
                prefix,
                name: entry.name(),
                encoding: Encoding::Utf8,
                sizes,
                depth,
            },
            reader,
        )
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
