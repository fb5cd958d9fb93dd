//! One package, from its bytes to a dossier.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
    thread,
    time::Duration,
};

use lx_domain::{Digest, Dossier};

use crate::{
    archive::{
        names::{Wish, decode_name},
        unpack::{ENTRY_ASIDE, Unpacking},
    },
    disk::open_plain,
    dossier::{self, Taken},
    error::IntakeError,
    limits::Limits,
    magic::{self, HEAD, Magic, Packed},
    package::{PackagePath, Shape, name_of},
    read::{
        kind::{self, Container},
        pool::Pool,
    },
    remark::info,
    several::expect_one,
    sink::{Nowhere, Sink, TextBlock, Watch},
    terms::Terms,
};

/// So often it is looked whether the original is kept.
const LOOK_EVERY: Duration = Duration::from_millis(5);

/// Takes one package: every document to the sink, then what its papers say.
///
/// # Errors
/// [`IntakeError`]: the package is refused as a whole and the caller rolls back what the sink got.
pub fn take(package: &PackagePath, terms: &Terms<'_>, sink: &mut dyn Sink, watch: &mut dyn Watch) -> Result<Dossier, IntakeError> {
    taken(package, None, terms, sink, watch)
}

/// What an application holds already, to which a package is added.
pub struct Earlier<'a> {
    /// As it was read before, corrections left out.
    pub dossier: &'a Dossier,
    /// Opens a document that was kept.
    pub open: &'a dyn Fn(&Digest) -> io::Result<Box<dyn Read>>,
}

/// Takes a package as an addition to an application: what is here stays, a document of the same path is replaced, and all
/// of it is read anew together. The sink is given the new documents alone; the number stays, the digest is that of the
/// package that came.
///
/// # Errors
/// As [`take`]; [`IntakeError::Unreadable`] where a document that was kept can't be read.
pub fn take_into(
    package: &PackagePath,
    earlier: &Earlier<'_>,
    terms: &Terms<'_>,
    sink: &mut dyn Sink,
    watch: &mut dyn Watch,
) -> Result<Dossier, IntakeError> {
    let mut dossier = taken(package, Some(earlier), terms, sink, watch)?;
    let before = earlier.dossier;
    dossier.number.clone_from(&before.number);
    dossier.provisional = before.provisional;
    dossier.package_name = format!("{}{JOINT}{}", before.package_name, package.name);
    Ok(dossier)
}

/// What reading documents anew gave.
pub struct ReadAgain {
    /// The application.
    pub dossier: Dossier,
    /// The text of each document that has any.
    pub texts: Vec<(Digest, Vec<TextBlock>)>,
}

/// Reads anew what an application holds, as under another profile. The number is the one that its papers name, else the
/// provisional one; digest and name of the package stay.
///
/// # Errors
/// [`IntakeError::Unreadable`] where a document that was kept can't be read, [`IntakeError::Cancelled`].
pub fn read_again(earlier: &Earlier<'_>, terms: &Terms<'_>, watch: &mut dyn Watch) -> Result<ReadAgain, IntakeError> {
    let before = earlier.dossier;
    let mut nothing = Nowhere;
    let pool = terms.read.then(|| Pool::new(&terms.limits));
    let mut unpacking = Unpacking::new(&before.package_name, &terms.limits, &mut nothing, watch, pool);
    unpacking.keep_earlier(before, earlier.open)?;
    let contents = unpacking.read_out()?;
    let texts = contents.iter().map(|(digest, content)| (*digest, content.blocks()));
    let texts = texts.filter(|(_, blocks)| !blocks.is_empty()).collect();
    let taken = Taken {
        package_name: &before.package_name,
        digest: before.package_digest,
        documents: std::mem::take(&mut unpacking.documents),
        findings: std::mem::take(&mut unpacking.findings),
        contents,
    };
    Ok(ReadAgain {
        dossier: dossier::compose(&taken, terms),
        texts,
    })
}

/// Stands between the names of the packages that an application was put together from.
const JOINT: &str = " ＋ ";

fn taken(
    package: &PackagePath,
    earlier: Option<&Earlier<'_>>,
    terms: &Terms<'_>,
    sink: &mut dyn Sink,
    watch: &mut dyn Watch,
) -> Result<Dossier, IntakeError> {
    let pool = terms.read.then(|| Pool::new(&terms.limits));
    let mut unpacking = Unpacking::new(&package.name, &terms.limits, sink, watch, pool);
    unpacking.encoding = terms.encoding;
    let original = match &package.shape {
        Shape::Folder => {
            unpacking.folder(&package.path)?;
            None
        }
        Shape::File => file(&mut unpacking, &package.path)?,
        Shape::Loose(files) => {
            loose(&mut unpacking, files)?;
            None
        }
    };
    unpacking.close();
    if unpacking.documents.is_empty() {
        let name = package.name.clone();
        let damaged = unpacking.findings.iter().any(|f| f.code == ENTRY_ASIDE);
        return Err(if damaged {
            IntakeError::NothingReadable { package: name }
        } else {
            IntakeError::Empty { package: name }
        });
    }
    expect_no_volumes(&package.name, &unpacking.documents)?;
    expect_one(package, unpacking.documents.iter().map(|d| d.path.as_str()))?;
    let digest = original.unwrap_or_else(|| digest_of_all(&unpacking.documents));
    if let Some(earlier) = earlier {
        unpacking.keep_earlier(earlier.dossier, earlier.open)?;
    }
    let contents = unpacking.read_out()?;
    for (digest, content) in &contents {
        let blocks = content.blocks();
        if !blocks.is_empty() {
            unpacking.sink.text(digest, &blocks)?;
        }
    }
    let documents = std::mem::take(&mut unpacking.documents);
    let findings = std::mem::take(&mut unpacking.findings);
    let first = earlier.and_then(|e| e.dossier.package_name.split(JOINT).next());
    Ok(dossier::compose(
        &Taken {
            package_name: first.unwrap_or(&package.name),
            digest,
            documents,
            contents,
            findings,
        },
        terms,
    ))
}

/// The parts of an archive that was split are no documents.
fn expect_no_volumes(package: &str, documents: &[crate::archive::unpack::Stored]) -> Result<(), IntakeError> {
    let part = |path: &str| magic::named_volume(path) || magic::named_archive(path);
    if documents.iter().any(|d| magic::named_volume(&d.path)) && documents.iter().all(|d| part(&d.path)) {
        return Err(IntakeError::Split {
            package: package.to_owned(),
        });
    }
    Ok(())
}

/// Of a folder: the list of its documents.
fn digest_of_all(documents: &[crate::archive::unpack::Stored]) -> Digest {
    let list: BTreeMap<&str, &Digest> = documents.iter().map(|d| (d.path.as_str(), &d.digest)).collect();
    let text: String = list.iter().map(|(path, digest)| format!("{digest}  {path}\n")).collect();
    Digest::of(text.as_bytes())
}

/// Takes documents that lie anywhere; one that is an archive after all is opened.
fn loose(unpacking: &mut Unpacking<'_>, files: &[PathBuf]) -> Result<(), IntakeError> {
    for path in files {
        let label = decode_name(name_of(path).as_bytes(), true, Wish::default());
        unpacking.file(&label, path)?;
    }
    Ok(())
}

/// A single file and what it is.
pub(crate) struct Examined {
    pub(crate) file: File,
    pub(crate) size: u64,
    /// What its first bytes say.
    found: Magic,
    /// Which archive, where it is one and no document.
    pub(crate) archive: Option<Packed>,
}

/// Opens a single file that can be taken.
pub(crate) fn examine(name: &str, path: &Path, limits: &Limits) -> Result<Examined, IntakeError> {
    let name = name.to_owned();
    let unreadable = |source| IntakeError::Unreadable {
        package: name.clone(),
        source,
    };
    let mut file = open_plain(path).map_err(unreadable)?;
    let size = file.metadata().map_err(unreadable)?.len();
    let mut head = Vec::new();
    file.by_ref()
        .take(u64::try_from(HEAD).unwrap_or(u64::MAX))
        .read_to_end(&mut head)
        .map_err(unreadable)?;
    let found = magic::magic(&head);
    if size == 0 {
        return Err(IntakeError::Empty { package: name });
    }
    if size > limits.archive_bytes {
        return Err(IntakeError::TooBig {
            entry: name.clone(),
            limit: limits.archive_bytes,
            package: name,
        });
    }
    if magic::named_volume(&name) || found == Magic::ZipVolume {
        return Err(IntakeError::Split { package: name });
    }
    let archive = match (found, magic::packed(&head)) {
        (Magic::Rar, _) => return Err(IntakeError::Rar { package: name }),
        (Magic::ZipEmpty, _) => return Err(IntakeError::Empty { package: name }),
        (Magic::Unknown, _) if magic::extension(&name) == "tar" && head.iter().all(|b| *b == 0) => {
            return Err(IntakeError::Empty { package: name });
        }
        (Magic::Zip, _) => is_archive(&mut file, &name).then_some(Packed::Zip),
        (_, Some(packed)) => Some(packed),
        (Magic::Xz | Magic::Bzip2, None) if magic::fits(&name, found) => {
            let found = magic::spoken(found).to_owned();
            return Err(IntakeError::Unsupported { package: name, found });
        }
        (Magic::Gzip | Magic::Xz | Magic::Bzip2 | Magic::Program, None) => return Err(other(&name, found)),
        (Magic::Html | Magic::Rtf | Magic::Empty | Magic::Unknown, None) if magic::named_archive(&name) => return Err(other(&name, found)),
        _ => None,
    };
    Ok(Examined {
        file,
        size,
        found,
        archive,
    })
}

/// Takes a single file; returns the digest of the original where it is an archive.
fn file(unpacking: &mut Unpacking<'_>, path: &Path) -> Result<Option<Digest>, IntakeError> {
    let name = unpacking.package();
    let Examined {
        file,
        size,
        found,
        archive: packed,
    } = examine(&name, path, unpacking.limits)?;
    if let Some(packed) = packed {
        return archive(unpacking, path, file, packed, size).map(Some);
    }
    if magic::named_archive(&name) {
        unpacking.findings.push(
            info("misnamed")
                .arg("name", &name)
                .arg("found", magic::spoken(found))
                .at(&name, "")
                .done(),
        );
    }
    let label = decode_name(name.as_bytes(), true, Wish::default());
    unpacking.file(&label, path)?;
    Ok(unpacking.documents.first().map(|d| d.digest))
}

fn is_archive(file: &mut File, name: &str) -> bool {
    match kind::container_of(file) {
        Container::Office => false,
        Container::Archive => true,
        Container::Broken => !matches!(
            magic::extension(name).as_str(),
            "docx" | "xlsx" | "pptx" | "ofd" | "ods" | "et" | "wps"
        ),
    }
}

fn other(name: &str, found: Magic) -> IntakeError {
    IntakeError::OtherFormat {
        package: name.to_owned(),
        found: magic::spoken(found).to_owned(),
    }
}

fn archive(unpacking: &mut Unpacking<'_>, path: &Path, mut file: File, packed: Packed, size: u64) -> Result<Digest, IntakeError> {
    let name = unpacking.package();
    let unreadable = |source| IntakeError::Unreadable {
        package: name.clone(),
        source,
    };
    unpacking.budget.begin(size);
    // A handle of its own: two that share one also share the place they read at.
    let original = open_plain(path).map_err(unreadable)?;
    unpacking.sink.original(&name, Box::new(original))?;
    file.seek(SeekFrom::Start(0)).map_err(unreadable)?;
    let mut reader = BufReader::with_capacity(1 << 17, file);
    match packed {
        Packed::Zip => unpacking.zip(reader, "", 0)?,
        Packed::SevenZ => unpacking.seven_z(reader, "", 0)?,
        Packed::Tar => unpacking.tar(&mut reader, false, "", 0)?,
        Packed::TarGz => unpacking.tar_gz(reader, size, "", 0)?,
    }
    loop {
        if let Some(digest) = unpacking.sink.original_kept()? {
            return Ok(digest);
        }
        let (bytes, files) = (unpacking.budget.bytes, unpacking.budget.entries);
        if unpacking.watch.progress(bytes, files, &name).is_break() {
            return Err(IntakeError::Cancelled { package: name });
        }
        thread::park_timeout(LOOK_EVERY);
    }
}
