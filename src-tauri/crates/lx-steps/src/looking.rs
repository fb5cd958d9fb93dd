//! A look at packages before anything is written: what would be taken, and what it would become.

use std::{collections::BTreeSet, path::PathBuf};

use lx_domain::{ApplicationNumber, Digest};
use lx_intake::{Limits, NameEncoding, PackagePath, Preview, discover_all, preview};

use crate::{
    Desk, StepError, files,
    intake::{Placing, RefusedPackage, Wanted, expect_foreign, parts_of, placing_of},
    listing::{self, ReadListing},
};

/// A package that can be taken.
#[derive(Debug, Clone)]
pub struct Looked {
    /// The package.
    pub package: PackagePath,
    /// What would be taken.
    pub preview: Preview,
    /// Its number by its name.
    pub number: Option<ApplicationNumber>,
    /// Whether an application of that number is here, or comes before it in the same drop.
    pub here: bool,
    /// What it would be to that application.
    pub placing: Placing,
    /// The application that holds the very same package.
    pub already: Option<ApplicationNumber>,
}

/// What lies under some paths.
#[derive(Debug, Default)]
pub struct Look {
    /// Packages that can be taken.
    pub packages: Vec<Looked>,
    /// Packages that would be refused.
    pub refused: Vec<RefusedPackage>,
    /// Loose files beside packages that belong to none.
    pub left: Vec<PathBuf>,
    /// The spreadsheet among them that lists the batch.
    pub listing: Option<(PathBuf, ReadListing)>,
}

/// Looks at packages: directories of archives and names of files alone. Nothing is written, also not to the journal.
///
/// # Errors
/// As an import: [`StepError::NotYourRole`], [`StepError::NoBatch`], [`StepError::Frozen`].
pub fn look(desk: &Desk, paths: &[PathBuf], encoding: Option<NameEncoding>) -> Result<Look, StepError> {
    desk.expect_taking()?;
    let found = discover_all(paths);
    let mut look = Look {
        left: found.left,
        ..Look::default()
    };
    let mut numbers: BTreeSet<ApplicationNumber> = BTreeSet::new();
    let kept = kept_parts(desk, &mut numbers)?;
    for package in found.packages {
        if let Some(read) = listing::in_package(&package) {
            look.listing = Some((package.path, read));
            continue;
        }
        let seen = expect_foreign(&package).and_then(|()| Ok(preview(&package, &Limits::default(), encoding)?));
        match seen {
            Ok(preview) => {
                let number = package.number();
                let here = number.as_ref().is_some_and(|n| !numbers.insert(n.clone()));
                look.packages.push(Looked {
                    number,
                    here,
                    placing: placing_of(preview.has_form()),
                    already: already(&package, &kept),
                    preview,
                    package,
                });
            }
            Err(reason) => look.refused.push(RefusedPackage {
                path: package.path,
                reason,
            }),
        }
    }
    Ok(look)
}

impl Looked {
    /// As a person wants it.
    #[must_use]
    pub fn wanted(&self, into: Option<ApplicationNumber>, placing: Option<Placing>) -> Wanted {
        Wanted {
            package: self.package.clone(),
            encoding: self.preview.chosen.then_some(self.preview.encoding),
            into,
            placing,
        }
    }
}

/// A package file on this desk.
struct Kept {
    digest: Digest,
    bytes: u64,
    number: ApplicationNumber,
}

fn kept_parts(desk: &Desk, numbers: &mut BTreeSet<ApplicationNumber>) -> Result<Vec<Kept>, StepError> {
    let mut kept = Vec::new();
    for (_, dossier) in desk.ledger.dossiers()? {
        let originals = desk.ledger.originals(&dossier.number)?;
        for part in parts_of(desk, &dossier)? {
            if let Some(original) = originals.iter().find(|o| o.digest == part.digest) {
                kept.push(Kept {
                    digest: part.digest,
                    bytes: original.bytes,
                    number: dossier.number.clone(),
                });
            }
        }
        numbers.insert(dossier.number);
    }
    Ok(kept)
}

/// Only a file as long as one that is here is read through.
fn already(package: &PackagePath, kept: &[Kept]) -> Option<ApplicationNumber> {
    let bytes = package.bytes()?;
    let mut same = kept.iter().filter(|k| k.bytes == bytes).peekable();
    same.peek()?;
    let digest = files::digest(&package.path).ok()?;
    same.find(|k| k.digest == digest).map(|k| k.number.clone())
}
