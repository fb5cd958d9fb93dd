//! Folders: what lies in them, in the order of their names; links are not followed.

use std::{
    ffi::OsStr,
    fs::{self, File},
    io::{BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

use super::{
    budget::Sizes,
    junk,
    names::{Name, Wish, decode_path},
    paths,
    unpack::{Member, Unpacking},
};
use crate::{
    disk::open_plain,
    error::IntakeError,
    magic::{self, HEAD, Packed},
    read::kind,
};

/// A file, or what stands for one, on a disk.
pub(crate) struct OnDisk {
    /// Its path below the folder, `/` between parts.
    pub(crate) raw: Vec<u8>,
    pub(crate) path: PathBuf,
    /// Why it is never opened: `link`, or `special` of a pipe, a device, a socket.
    pub(crate) aside: Option<&'static str>,
}

impl Unpacking<'_> {
    /// Takes every file under a folder.
    pub(crate) fn folder(&mut self, root: &Path) -> Result<(), IntakeError> {
        for found in self.in_folder(root)? {
            let name = self.on_disk(&found.raw);
            match found.aside {
                Some(reason) => self.put_aside("", &name, reason),
                None => self.file(&name, &found.path)?,
            }
        }
        Ok(())
    }

    /// The path behind the bytes that a disk has for it.
    pub(crate) fn on_disk(&self, raw: &[u8]) -> Name {
        let wish = Wish {
            encoding: self.encoding,
            inner: false,
        };
        decode_path(raw, wish)
    }

    /// Everything under a folder that is no folder.
    pub(crate) fn in_folder(&self, root: &Path) -> Result<Vec<OnDisk>, IntakeError> {
        let mut found = Vec::new();
        self.walk(root, &[], 0, &mut found)?;
        Ok(found)
    }

    fn walk(&self, folder: &Path, prefix: &[u8], depth: usize, files: &mut Vec<OnDisk>) -> Result<(), IntakeError> {
        let unreadable = |source| IntakeError::Unreadable {
            package: self.package.to_owned(),
            source,
        };
        let mut entries: Vec<_> = fs::read_dir(folder)
            .and_then(Iterator::collect::<Result<_, _>>)
            .map_err(unreadable)?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let raw = [prefix, bytes_of(&entry.file_name())].concat();
            let kind = entry.file_type().map_err(|source| IntakeError::Unreadable {
                package: self.package(),
                source,
            })?;
            if kind.is_dir() {
                if depth >= self.limits.path_depth {
                    let limit = u64::try_from(self.limits.path_depth).unwrap_or(u64::MAX);
                    return Err(IntakeError::TooDeep {
                        package: self.package(),
                        entry: self.on_disk(&raw).text,
                        limit,
                    });
                }
                self.walk(&entry.path(), &[raw.as_slice(), b"/"].concat(), depth + 1, files)?;
            } else {
                files.push(OnDisk {
                    raw,
                    path: entry.path(),
                    aside: match (kind.is_symlink(), kind.is_file()) {
                        (true, _) => Some("link"),
                        (false, true) => None,
                        (false, false) => Some("special"),
                    },
                });
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
    pub(crate) fn file(&mut self, name: &Name, path: &Path) -> Result<(), IntakeError> {
        let member = Member {
            prefix: "",
            name,
            sizes: Sizes::default(),
            depth: 0,
        };
        let opened = open_plain(path).and_then(|mut file| sniffed(&mut file).map(|found| (file, found)));
        let (mut file, found) = match opened {
            Ok(opened) => opened,
            Err(error) if !junk::is_junk(&name.text) => {
                let special = error.kind() == std::io::ErrorKind::InvalidInput;
                self.put_aside("", name, if special { "special" } else { "damaged" });
                return Ok(());
            }
            Err(_) => return self.member(&member, &mut std::io::empty()),
        };
        let label = paths::label(&name.text, self.limits).text;
        let prefix = format!("{label}/");
        let packed = file.metadata().map_or(0, |m| m.len());
        self.budget.begin(if found.is_some() { packed } else { 0 });
        match found {
            _ if junk::is_junk(&name.text) => self.member(&member, &mut file),
            Some(Packed::SevenZ) => {
                let opened = self.seven_z(BufReader::new(file), &prefix, 1);
                self.opened(&label, opened)
            }
            Some(Packed::Tar) => {
                let opened = self.tar(&mut BufReader::with_capacity(1 << 16, file), false, &prefix, 1);
                self.opened(&label, opened)
            }
            Some(Packed::TarGz) => {
                let opened = self.tar_gz(BufReader::with_capacity(1 << 16, file), packed, &prefix, 1);
                self.opened(&label, opened)
            }
            Some(Packed::Zip) if matches!(kind::container_of(&mut file), kind::Container::Archive) => {
                file.seek(SeekFrom::Start(0)).map_err(|source| IntakeError::Unreadable {
                    package: self.package(),
                    source,
                })?;
                let opened = self.zip(BufReader::with_capacity(1 << 16, file), &prefix, 1);
                self.opened(&label, opened)
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

/// The bytes of a name. A disk of Linux may have names of any encoding; other systems have Unicode alone.
fn bytes_of(name: &OsStr) -> &[u8] {
    name.as_encoded_bytes()
}

fn sniffed(file: &mut File) -> std::io::Result<Option<Packed>> {
    let mut head = Vec::new();
    file.by_ref().take(u64::try_from(HEAD).unwrap_or(u64::MAX)).read_to_end(&mut head)?;
    file.seek(SeekFrom::Start(0))?;
    Ok(magic::packed(&head))
}
