//! Folders: what lies in them, in the order of their names; links are not followed.

use std::{
    fs::{self, File},
    io::{BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use super::{
    budget::Sizes,
    junk,
    names::Encoding,
    unpack::{Member, Unpacking},
};
use crate::{
    error::IntakeError,
    magic::{self, HEAD, Magic},
    read::kind,
};

impl Unpacking<'_> {
    /// Takes every file under a folder.
    pub(crate) fn folder(&mut self, root: &Path) -> Result<(), IntakeError> {
        let mut files = Vec::new();
        self.walk(root, String::new(), 0, &mut files)?;
        for (name, path) in files {
            self.file(&name, &path)?;
        }
        Ok(())
    }

    fn walk(&mut self, folder: &Path, prefix: String, depth: usize, files: &mut Vec<(String, PathBuf)>) -> Result<(), IntakeError> {
        let unreadable = |source| IntakeError::Unreadable {
            package: self.package.to_owned(),
            source,
        };
        let mut entries: Vec<_> = fs::read_dir(folder)
            .and_then(Iterator::collect::<Result<_, _>>)
            .map_err(unreadable)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            let kind = entry.file_type().map_err(|source| IntakeError::Unreadable {
                package: self.package(),
                source,
            })?;
            if kind.is_symlink() {
                self.quarantine(&name, "link");
            } else if kind.is_dir() {
                if depth >= self.limits.path_depth {
                    let limit = u64::try_from(self.limits.path_depth).unwrap_or(u64::MAX);
                    return Err(IntakeError::TooDeep {
                        package: self.package(),
                        entry: name,
                        limit,
                    });
                }
                self.walk(&entry.path(), format!("{name}/"), depth + 1, files)?;
            } else {
                files.push((name, entry.path()));
            }
            if u64::try_from(files.len()).unwrap_or(u64::MAX) > self.limits.entries.saturating_mul(2) {
                return Err(IntakeError::TooMany {
                    package: self.package(),
                    limit: self.limits.entries,
                });
            }
        }
        Ok(())
    }

    /// Takes one file of a folder; archives are opened where they lie.
    pub(crate) fn file(&mut self, name: &str, path: &Path) -> Result<(), IntakeError> {
        let member = Member {
            prefix: "",
            name,
            encoding: Encoding::Utf8,
            sizes: Sizes::default(),
            depth: 0,
        };
        let opened = File::open(path).and_then(|mut file| sniffed(&mut file).map(|found| (file, found)));
        let (mut file, found) = match opened {
            Ok(opened) => opened,
            Err(_) if !junk::is_junk(name) => {
                self.quarantine(name, "damaged");
                return Ok(());
            }
            Err(_) => return self.member(&member, &mut std::io::empty()),
        };
        let prefix = format!("{name}/");
        match found {
            _ if junk::is_junk(name) => self.member(&member, &mut file),
            Magic::SevenZ => self.seven_z(BufReader::new(file), &prefix, 1),
            Magic::Zip if matches!(kind::container_of(&mut file), kind::Container::Archive) => {
                file.seek(SeekFrom::Start(0)).map_err(|source| IntakeError::Unreadable {
                    package: self.package(),
                    source,
                })?;
                self.zip(BufReader::with_capacity(1 << 16, file), &prefix, 1)
            }
            _ => {
                file.seek(SeekFrom::Start(0)).map_err(|source| IntakeError::Unreadable {
                    package: self.package(),
                    source,
                })?;
                self.member(&member, &mut file)
            }
        }
    }
}

fn sniffed(file: &mut File) -> std::io::Result<Magic> {
    let mut head = Vec::new();
    file.by_ref().take(u64::try_from(HEAD).unwrap_or(u64::MAX)).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(magic::magic(&head))
}
