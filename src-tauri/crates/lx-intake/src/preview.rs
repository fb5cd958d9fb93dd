//! A dry run: what would be taken, read from directories alone. Nothing is written, no document is opened.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{BufReader, Read},
    ops::ControlFlow,
    path::PathBuf,
    sync::Arc,
};

use serde::{Deserialize, Serialize};

use crate::{
    archive::{
        junk,
        listing::Listed,
        names::{Name, NameEncoding, Wish, decode_name, decode_path},
        paths::{self, Labels},
        unpack::Unpacking,
    },
    error::IntakeError,
    limits::Limits,
    magic::{self, Packed},
    package::{PackagePath, Shape, is_form, name_of as name_of_path},
    several::expect_one,
    sink::{Nowhere, Unwatched},
    take::examine,
    tar::gzip,
};

/// What becomes of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fate", rename_all = "snake_case")]
pub enum Fate {
    /// It is taken as a document.
    Taken,
    /// An archive by its name: it is opened and its entries are taken.
    Nested,
    /// A system made it by itself: it is skipped.
    Junk,
    /// It is put aside.
    Quarantined {
        /// `link`, `method`, `sparse`, `special`, as in the finding `entry_quarantined`.
        reason: String,
    },
}

/// A name under one encoding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameUnder {
    /// The encoding.
    pub encoding: NameEncoding,
    /// The name as it would read.
    pub name: String,
    /// Whether every byte of it has a meaning.
    pub whole: bool,
}

/// One entry of a package that has not been taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewEntry {
    /// Where it stands in its archive, from 0; stays the same under every encoding.
    pub index: usize,
    /// The label under which it would be kept.
    pub path: String,
    /// Unpacked bytes as its archive declares them.
    pub bytes: u64,
    /// What becomes of it.
    #[serde(flatten)]
    pub fate: Fate,
    /// How its name is read; absent where the archive itself says how.
    pub encoding: Option<NameEncoding>,
    /// Whether every byte of the name has a meaning.
    pub whole: bool,
    /// The name as it came, escaped, where the label had to differ from it.
    pub original: Option<String>,
    /// Another label that some systems could not tell from this one.
    pub confused_with: Option<String>,
    /// The name under each encoding; empty where the archive itself says how to read it.
    pub names: Vec<NameUnder>,
}

/// What would be taken.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Preview {
    /// Name of the package.
    pub package: String,
    /// How most names that state no encoding are read: the one chosen, or the one found out.
    pub encoding: NameEncoding,
    /// Whether a person chose it.
    pub chosen: bool,
    /// Names that state no encoding: only these change with it.
    pub undecided: u64,
    /// Documents and archives that would be taken.
    pub files: u64,
    /// Their bytes as declared.
    pub bytes: u64,
    /// The entries, in the order in which they would be taken.
    pub entries: Vec<PreviewEntry>,
    #[serde(skip)]
    listing: Arc<Listing>,
}

/// Everything that decoding needs, so that decoding again needs no second reading.
#[derive(Debug, Default)]
struct Listing {
    entries: Vec<Listed>,
    /// Of a folder, whose parts may each be encoded otherwise.
    on_disk: bool,
    limits: Limits,
}

/// What would [`take`](crate::take) take? Reads directories of archives, headers of tar, names of files.
///
/// # Errors
/// [`IntakeError`] where [`take`](crate::take) would refuse the package for what its directory says; it may still refuse for
/// what only unpacking shows.
pub fn preview(package: &PackagePath, limits: &Limits, encoding: Option<NameEncoding>) -> Result<Preview, IntakeError> {
    let mut nowhere = Nowhere;
    let mut unwatched = Unwatched;
    let mut unpacking = Unpacking::new(&package.name, limits, &mut nowhere, &mut unwatched, None);
    let (entries, on_disk) = match &package.shape {
        Shape::Folder => (folder(&unpacking, package)?, true),
        Shape::File => file(&mut unpacking, package)?,
        Shape::Loose(files) => (loose(files), false),
    };
    let listing = Listing {
        entries,
        on_disk,
        limits: limits.clone(),
    };
    let preview = decoded(&package.name, Arc::new(listing), encoding);
    if preview.entries.iter().all(|e| e.fate == Fate::Junk) {
        return Err(IntakeError::Empty {
            package: package.name.clone(),
        });
    }
    let kept = preview.entries.iter().filter(|e| e.fate != Fate::Junk);
    expect_one(package, kept.map(|e| e.path.as_str()))?;
    Ok(preview)
}

impl Preview {
    /// Whether an application form is among the entries, by their names: the package is a whole application then.
    #[must_use]
    pub fn has_form(&self) -> bool {
        self.entries.iter().any(|e| e.fate == Fate::Taken && is_form(&e.path))
    }

    /// The same package under another encoding, or under the one found out. Of a preview that was read back from JSON only
    /// [`PreviewEntry::names`] are left; this then returns it as it is.
    #[must_use]
    pub fn under(&self, encoding: Option<NameEncoding>) -> Self {
        if self.listing.entries.is_empty() {
            return self.clone();
        }
        decoded(&self.package, Arc::clone(&self.listing), encoding)
    }
}

fn loose(files: &[PathBuf]) -> Vec<Listed> {
    let listed = files.iter().enumerate().map(|(index, path)| Listed {
        index,
        raw: name_of_path(path).into_bytes(),
        stated: true,
        bytes: path.metadata().map_or(0, |m| m.len()),
        aside: None,
    });
    listed.collect()
}

fn folder(unpacking: &Unpacking<'_>, package: &PackagePath) -> Result<Vec<Listed>, IntakeError> {
    let found = unpacking.in_folder(&package.path)?;
    let listed = found.into_iter().enumerate().map(|(index, one)| Listed {
        index,
        bytes: one.path.symlink_metadata().map_or(0, |m| m.len()),
        raw: one.raw,
        stated: false,
        aside: one.aside,
    });
    Ok(listed.collect())
}

fn file(unpacking: &mut Unpacking<'_>, package: &PackagePath) -> Result<(Vec<Listed>, bool), IntakeError> {
    let examined = examine(&package.name, &package.path, unpacking.limits)?;
    let Some(packed) = examined.archive else {
        let only = Listed {
            index: 0,
            raw: package.name.as_bytes().to_vec(),
            stated: true,
            bytes: examined.size,
            aside: None,
        };
        return Ok((vec![only], false));
    };
    let mut file = examined.file;
    std::io::Seek::rewind(&mut file).map_err(|source| IntakeError::Unreadable {
        package: package.name.clone(),
        source,
    })?;
    let entries = listed(unpacking, BufReader::with_capacity(1 << 16, file), packed, examined.size)?;
    Ok((entries, false))
}

fn listed(unpacking: &mut Unpacking<'_>, mut reader: BufReader<File>, packed: Packed, size: u64) -> Result<Vec<Listed>, IntakeError> {
    match packed {
        Packed::Zip => {
            let archive = unpacking.open_zip(reader, "")?;
            let all = (0..archive.len()).filter_map(|index| archive.by_index_data(index).ok().map(|data| Listed::of(index, &data)));
            Ok(all.collect())
        }
        Packed::SevenZ => {
            let archive = unpacking.open_seven_z(reader, "")?;
            let all = archive.archive().files.iter().enumerate();
            Ok(all.filter_map(|(index, entry)| Listed::of_seven_z(index, entry)).collect())
        }
        Packed::Tar => in_tar(unpacking, &mut reader, false),
        Packed::TarGz => {
            unpacking.budget.begin(size);
            let mut stream = gzip::Stream::new(reader, size, unpacking.limits);
            in_tar(unpacking, &mut stream, true)
        }
    }
}

fn in_tar(unpacking: &mut Unpacking<'_>, reader: &mut dyn Read, proven: bool) -> Result<Vec<Listed>, IntakeError> {
    let mut found = Vec::new();
    unpacking.each_in_tar(reader, proven, "", &mut |unpacking, entry, _| {
        if entry.aside.is_none() {
            unpacking.budget.entry(unpacking.package, unpacking.limits)?;
        }
        found.push(Listed {
            index: found.len(),
            raw: entry.name.clone(),
            stated: entry.stated,
            bytes: entry.size,
            aside: entry.aside,
        });
        Ok(ControlFlow::Continue(()))
    })?;
    Ok(found)
}

fn decoded(package: &str, listing: Arc<Listing>, encoding: Option<NameEncoding>) -> Preview {
    let wish = Wish { encoding, inner: false };
    let mut labels = Labels::default();
    let entries: Vec<PreviewEntry> = listing
        .entries
        .iter()
        .filter_map(|entry| {
            let name = name_of(entry, listing.on_disk, wish);
            (!entry.is_folder(&name) || listing.on_disk).then(|| one(entry, &name, &mut labels, &listing))
        })
        .collect();
    let mut counts: BTreeMap<NameEncoding, usize> = BTreeMap::new();
    for found in entries.iter().filter_map(|e| e.encoding) {
        *counts.entry(found).or_default() += 1;
    }
    let most = counts.iter().max_by_key(|(_, n)| **n).map_or(NameEncoding::Utf8, |(e, _)| *e);
    let taken = || entries.iter().filter(|e| matches!(e.fate, Fate::Taken | Fate::Nested));
    Preview {
        package: package.to_owned(),
        encoding: encoding.unwrap_or(most),
        chosen: encoding.is_some(),
        undecided: u64::try_from(counts.values().sum::<usize>()).unwrap_or(u64::MAX),
        files: u64::try_from(taken().count()).unwrap_or(u64::MAX),
        bytes: taken().map(|e| e.bytes).fold(0, u64::saturating_add),
        entries,
        listing,
    }
}

fn name_of(entry: &Listed, on_disk: bool, wish: Wish) -> Name {
    if on_disk {
        decode_path(&entry.raw, wish)
    } else {
        decode_name(&entry.raw, entry.stated, wish)
    }
}

fn one(entry: &Listed, name: &Name, labels: &mut Labels, listing: &Listing) -> PreviewEntry {
    let label = paths::label(&name.text, &listing.limits);
    let junk = junk::is_junk(&name.text.replace('\\', "/"));
    let (path, confused_with) = if junk {
        (label.text.clone(), None)
    } else {
        labels.take(&label.text)
    };
    let fate = match entry.aside {
        _ if junk => Fate::Junk,
        Some(reason) => Fate::Quarantined { reason: reason.to_owned() },
        None if magic::opened_by_name(&path) => Fate::Nested,
        None => Fate::Taken,
    };
    let under = |encoding: NameEncoding| {
        let wish = Wish {
            encoding: Some(encoding),
            inner: false,
        };
        let name = name_of(entry, listing.on_disk, wish);
        NameUnder {
            encoding,
            name: paths::label(&name.text, &listing.limits).text,
            whole: name.whole,
        }
    };
    PreviewEntry {
        index: entry.index,
        path,
        bytes: entry.bytes,
        fate,
        encoding: (!name.stated).then_some(name.encoding),
        whole: name.whole,
        original: label.changed.then(|| paths::escaped(&name.text)),
        confused_with,
        names: if name.stated {
            Vec::new()
        } else {
            NameEncoding::ALL.map(under).to_vec()
        },
    }
}
