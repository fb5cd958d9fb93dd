//! Taking packages onto the desk: every document encrypted, what the papers say, what was noticed.

pub(crate) mod belonging;
pub(crate) mod holding;
mod keeping;
mod numbers;
mod refusal;
mod sink;
mod standing;

use std::{
    io::{self, Read},
    path::PathBuf,
};

use lx_domain::{ApplicationNumber, Digest, Dossier, Profile, UnixMillis};
use lx_intake::{Earlier, IntakeError, Limits, NameEncoding, PackagePath, Shape, Terms, Watch, discover, take, take_into};
use lx_ledger::Part;
use serde_json::json;

pub use self::refusal::{ImportRefusal, OtherApplication};
use self::{
    belonging::Foreign,
    holding::{Goes, Held, Inventory},
    keeping::{Kept, Stopped, keep},
    numbers::{expect_own_number, settle_number},
    sink::DeskSink,
};
use crate::{Desk, StepError, bundle, listing};

/// A package that was not taken.
#[derive(Debug)]
pub struct RefusedPackage {
    /// Where it lies.
    pub path: PathBuf,
    /// Why.
    pub reason: ImportRefusal,
}

/// What a package is to an application that is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Placing {
    /// Its next version: replaces what is there; earlier versions are kept.
    Version,
    /// Added to what is there: a document of the same path is replaced, the rest stays.
    Addition,
}

/// A package and what a person wants done with it.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// The package.
    pub package: PackagePath,
    /// How names that state no encoding are read; absent to have it found out.
    pub encoding: Option<NameEncoding>,
    /// The application it goes to, where it is not the one that its own number names.
    pub into: Option<ApplicationNumber>,
    /// As what; absent to go by [`placing_of`].
    pub placing: Option<Placing>,
    /// Whether it goes to that application though it seems to be another's.
    pub anyway: bool,
}

impl From<PackagePath> for Wanted {
    fn from(package: PackagePath) -> Self {
        Self {
            package,
            encoding: None,
            into: None,
            placing: None,
            anyway: false,
        }
    }
}

/// The rule that loses nothing: with an application form of its own a package is a whole application and becomes the next
/// version; without one it is added to what is there.
#[must_use]
pub fn placing_of(has_form: bool) -> Placing {
    if has_form { Placing::Version } else { Placing::Addition }
}

/// What came of an import.
#[derive(Debug, Default)]
pub struct Imported {
    /// Applications taken, in the order of their packages.
    pub taken: Vec<ApplicationNumber>,
    /// Packages not taken; each is in the journal too.
    pub refused: Vec<RefusedPackage>,
    /// Name of the spreadsheet among the packages that was kept as the listing of the batch.
    pub listing: Option<String>,
    /// Packages that were not tried any more because a person ended the import; the one at hand left nothing behind.
    pub ended: Vec<PathBuf>,
}

/// Takes packages: archives, folders, folders of packages, loose documents. A package with the number of an application that
/// is here becomes its next version, to be screened again; see [`placing_of`].
///
/// # Errors
/// [`StepError::NotYourRole`], [`StepError::NoBatch`], [`StepError::TakingClosed`], or a broken desk. A refused package is no error.
pub fn import(desk: &mut Desk, paths: &[PathBuf], watch: &mut dyn Watch, at: UnixMillis) -> Result<Imported, StepError> {
    let wanted = discover(paths).into_iter().map(Wanted::from).collect();
    import_wanted(desk, wanted, watch, at)
}

/// As [`import`], with what a person decided for each package.
///
/// # Errors
/// As [`import`].
pub fn import_wanted(desk: &mut Desk, wanted: Vec<Wanted>, watch: &mut dyn Watch, at: UnixMillis) -> Result<Imported, StepError> {
    desk.expect_receiving()?;
    let profile = desk.profile()?;
    let mut here = Inventory::of(desk)?;
    let mut outcome = Imported::default();
    let of = u64::try_from(wanted.len()).unwrap_or(u64::MAX);
    let mut rest = wanted.into_iter();
    for nth in 1_u64.. {
        let Some(wanted) = rest.next() else { break };
        watch.package(nth, of);
        if wanted.into.is_none()
            && let Some(read) = listing::in_package(&wanted.package)
        {
            outcome.listing = Some(read.roster.name.clone());
            listing::keep(desk, &read, at)?;
            continue;
        }
        match import_one(desk, &mut here, &wanted, &profile, watch, at)? {
            Ok(number) => outcome.taken.push(number),
            Err(ImportRefusal::Intake(IntakeError::Cancelled { .. })) => {
                outcome.ended = std::iter::once(wanted).chain(rest).map(|w| w.package.path).collect();
                break;
            }
            Err(reason) => {
                note_refusal(desk, &wanted.package, &reason, at)?;
                outcome.refused.push(RefusedPackage {
                    path: wanted.package.path,
                    reason,
                });
            }
        }
    }
    Ok(outcome)
}

fn note_refusal(desk: &mut Desk, package: &PackagePath, reason: &ImportRefusal, at: UnixMillis) -> Result<(), StepError> {
    let me = desk.me();
    let detail = json!({ "package": package.name, "code": reason.code(), "path": package.path.display().to_string() });
    desk.ledger.transaction(|tx| {
        tx.append_journal("import_refused", None, Some(&me), at, &detail)?;
        Ok(())
    })
}

fn import_one(
    desk: &mut Desk,
    here: &mut Inventory,
    wanted: &Wanted,
    profile: &Profile,
    watch: &mut dyn Watch,
    at: UnixMillis,
) -> Result<Result<ApplicationNumber, ImportRefusal>, StepError> {
    let package = &wanted.package;
    if let Err(refusal) = expect_foreign(package).and_then(|()| expect_room(desk.free_bytes(), package)) {
        return Ok(Err(refusal));
    }
    let before = destination(desk, wanted)?;
    let goes_to = before.as_ref().map(|before| (before, placed(wanted)));
    let adding = goes_to
        .filter(|(_, placing)| *placing == Placing::Addition)
        .map(|(before, _)| before);
    let (mut dossier, sink) = match unpack(desk, here, wanted, goes_to, profile, watch, at)? {
        Ok(taken) => taken,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let part = Part {
        name: package.name.clone(),
        digest: dossier.package_digest,
    };
    let goes = Goes {
        into: wanted.into.as_ref(),
        named: package.number(),
    };
    let same = here.same(&part.digest, &goes);
    if let Some(same) = same.filter(|same| !read_otherwise(wanted, goes_to, same, &dossier)) {
        return Ok(Err(same.refusal()));
    }
    if let Some(before) = adding.filter(|before| before.documents == dossier.documents) {
        let number = before.number.clone();
        return Ok(Err(ImportRefusal::AlreadyHere { number }));
    }
    let mut parts = match adding {
        Some(before) => parts_of(desk, before)?,
        None => Vec::new(),
    };
    parts.push(part);
    if parts.len() > 1 {
        let list: String = parts.iter().map(|p| format!("{}\n", p.digest)).collect();
        dossier.package_digest = Digest::of(list.as_bytes());
    }
    let mut corrections = Vec::new();
    if let Some((_, latest)) = desk.ledger.dossier(&dossier.number)? {
        dossier.version = latest.version.saturating_add(1);
        corrections = desk.ledger.corrections(&dossier.number)?;
        corrections.retain(|c| c.version == latest.version);
        corrections = standing::standing(corrections, &latest, &mut dossier);
    }
    let kept = Kept {
        dossier: &dossier,
        parts: &parts,
        corrections: &corrections,
    };
    match keep(desk, &kept, sink, watch, at) {
        Ok(()) => {
            here.took(&dossier.number, &parts);
            Ok(Ok(dossier.number))
        }
        Err(Stopped::Cancelled) => Ok(Err(ImportRefusal::Intake(IntakeError::Cancelled {
            package: package.name.clone(),
        }))),
        Err(Stopped::Step(error)) => Err(error),
    }
}

/// Takes the package apart; its documents wait in the sink.
fn unpack(
    desk: &Desk,
    here: &Inventory,
    wanted: &Wanted,
    goes_to: Option<(&Dossier, Placing)>,
    profile: &Profile,
    watch: &mut dyn Watch,
    at: UnixMillis,
) -> Result<Result<(Dossier, DeskSink), ImportRefusal>, StepError> {
    let terms = Terms {
        profile,
        at,
        limits: Limits::default(),
        provisional: match goes_to {
            Some((before, _)) => before.number.clone(),
            None => here.provisional()?,
        },
        printable: &|c| lx_report::check_glyphs(c.encode_utf8(&mut [0; 4])).is_empty(),
        encoding: wanted.encoding,
        read: true,
    };
    let mut sink = DeskSink::new(desk.ledger.documents().batch()?);
    let documents = desk.ledger.documents();
    let open = |digest: &Digest| -> io::Result<Box<dyn Read>> { Ok(Box::new(documents.read(digest).map_err(io::Error::other)?)) };
    let taken = match goes_to {
        Some((dossier, Placing::Addition)) => take_into(&wanted.package, &Earlier { dossier, open: &open }, &terms, &mut sink, watch),
        _ => take(&wanted.package, &terms, &mut sink, watch),
    };
    if let Some(error) = sink.broken.take() {
        return Err(error.into());
    }
    let mut dossier = match taken {
        Ok(dossier) => dossier,
        Err(refused) => return Ok(Err(refused.into())),
    };
    match goes_to {
        Some(goes_to) => {
            let (before, package) = (goes_to.0, &wanted.package);
            if let Some(foreign) = Foreign::by_papers(desk, package, goes_to, &dossier)? {
                if wanted.into.is_some() && !wanted.anyway {
                    return Ok(Err(foreign.refusal(package, before)));
                }
                dossier.findings.push(foreign.finding(package, before));
                dossier.findings.sort_by_key(|f| f.severity);
            }
            settle_number(&mut dossier, before);
        }
        None => expect_own_number(desk, &mut dossier, terms.provisional)?,
    }
    Ok(Ok((dossier, sink)))
}

/// The application that a package goes to and that is here, as it was read.
fn destination(desk: &Desk, wanted: &Wanted) -> Result<Option<Dossier>, StepError> {
    let Some(number) = named(wanted) else { return Ok(None) };
    // Also one that moved to the next batch: what is sent for it joins it there.
    match desk.ledger.dossier(&number)? {
        None if wanted.into.is_some() => Err(StepError::UnknownApplication(number.to_string())),
        found => Ok(found.map(|(_, dossier)| dossier)),
    }
}

/// The application that a person named, else the name of the package.
fn named(wanted: &Wanted) -> Option<ApplicationNumber> {
    wanted.into.clone().or_else(|| wanted.package.number())
}

fn placed(wanted: &Wanted) -> Placing {
    wanted.placing.unwrap_or_else(|| {
        let looked = lx_intake::preview(&wanted.package, &Limits::default(), wanted.encoding);
        // What can't be looked at is refused by the taking itself.
        placing_of(looked.is_ok_and(|p| p.has_form()))
    })
}

/// Packages of which an application was put together; of one from before they were written down, the one package.
pub(crate) fn parts_of(desk: &Desk, dossier: &Dossier) -> Result<Vec<Part>, StepError> {
    let mut parts = desk.ledger.parts(&dossier.number, dossier.version)?;
    if parts.is_empty() {
        parts.push(Part {
            name: dossier.package_name.clone(),
            digest: dossier.package_digest,
        });
    }
    Ok(parts)
}

/// The very same package becomes the next version of its application where a person says how to read its names and they read
/// otherwise then: it was taken with names that nobody could read.
fn read_otherwise(wanted: &Wanted, goes_to: Option<(&Dossier, Placing)>, same: &Held, dossier: &Dossier) -> bool {
    let goes_there = goes_to.filter(|(before, placing)| before.number == same.number && *placing == Placing::Version);
    let other_names = |before: &Dossier| {
        !before
            .documents
            .iter()
            .map(|d| &d.path)
            .eq(dossier.documents.iter().map(|d| &d.path))
    };
    wanted.encoding.is_some() && goes_there.is_some_and(|(before, _)| other_names(before))
}

/// A carry file, a batch file, a backup are ZIP files too, but have a way of their own onto a desk; a desk is a folder.
pub(crate) fn expect_foreign(package: &PackagePath) -> Result<(), ImportRefusal> {
    let ours = match &package.shape {
        Shape::Loose(files) => files.iter().any(|file| bundle::is_one(file)),
        Shape::File => bundle::is_one(&package.path),
        Shape::Folder => bundle::is_desk(&package.path),
    };
    if ours {
        return Err(ImportRefusal::OurFile {
            package: package.name.clone(),
        });
    }
    Ok(())
}

/// A disk must have room for what a package unpacks to and for the package itself, and a tenth more.
fn expect_room(free: Option<u64>, package: &PackagePath) -> Result<(), ImportRefusal> {
    let Some(free) = free else { return Ok(()) };
    // Of a folder no original is kept beside its documents.
    let (packed, limits) = (package.bytes().unwrap_or(0), Limits::default());
    if packed.saturating_add(limits.total_bytes) < free / 2 {
        return Ok(());
    }
    // What the directory declares; a liar is stopped by the limits on real bytes, a full disk by itself.
    let unpacked = lx_intake::preview(package, &limits, None).map_or(0, |p| p.bytes);
    let needed = unpacked.saturating_add(packed);
    let needed = needed.saturating_add(needed / 10);
    if needed <= free {
        return Ok(());
    }
    Err(ImportRefusal::NoRoom {
        package: package.name.clone(),
        needed,
        free,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_needs_what_it_unpacks_to_and_what_is_kept_of_itself() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("GZ2026-001 材料");
        std::fs::create_dir(&inside).unwrap();
        for name in ["01.bin", "02.bin"] {
            std::fs::write(inside.join(name), vec![7; 1 << 20]).unwrap();
        }
        let needed = |path: &std::path::Path| match expect_room(Some(1 << 20), &discover(&[path.to_owned()])[0]) {
            Err(ImportRefusal::NoRoom { needed, .. }) => needed,
            other => panic!("{other:?}"),
        };
        let tenth = |bytes: u64| bytes + bytes / 10;
        assert_eq!(needed(&inside), tenth(2 << 20), "a folder is not kept beside its documents");
        assert_eq!(needed(&inside.join("01.bin")), tenth(2 << 20), "a file is");
        let roomy = expect_room(Some(3 << 20), &discover(&[inside])[0]);
        assert!(roomy.is_ok() && expect_room(None, &discover(&[folder.path().to_owned()])[0]).is_ok());
    }
}
