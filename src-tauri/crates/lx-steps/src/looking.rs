//! A look at packages before anything is written: what would be taken, and what it would become.

use std::{collections::BTreeSet, path::PathBuf};

use lx_domain::ApplicationNumber;
use lx_intake::{Limits, NameEncoding, PackagePath, Preview, Shape, discover_all, preview};

use crate::{
    Desk, StepError, files,
    intake::{
        Placing, RefusedPackage, Wanted, expect_foreign,
        holding::{Held, held, same},
        placing_of,
    },
    listing::{self, ReadListing},
    numbers::numbers_in_use,
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
    /// Whether that application, or the one of its number, moved to the next batch; what is taken stays there with it.
    pub set_aside: bool,
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
    let mut numbers = numbers_in_use(desk)?;
    let aside: BTreeSet<_> = desk.ledger.set_aside()?.into_iter().map(|(number, _)| number).collect();
    let held = held(desk)?;
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
                let already = already(&package, &held, number.as_ref()).cloned();
                look.packages.push(Looked {
                    set_aside: already.iter().chain(&number).any(|n| aside.contains(n)),
                    number,
                    here,
                    placing: placing_of(preview.has_form()),
                    already,
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

/// Only a file as long as one that is here is read through.
fn already<'h>(package: &PackagePath, held: &'h [Held], named: Option<&ApplicationNumber>) -> Option<&'h ApplicationNumber> {
    let bytes = package.bytes().filter(|_| package.shape == Shape::File)?;
    held.iter().find(|h| h.bytes == Some(bytes))?;
    let digest = files::digest(&package.path).ok()?;
    same(held, &digest, named).map(|h| &h.number)
}
