//! A look at packages before anything is written: what would be taken, and what it would become.

use std::{collections::BTreeSet, path::PathBuf};

use lx_domain::ApplicationNumber;
use lx_intake::{Fate, Limits, NameEncoding, PackagePath, Preview, Shape, discover_all, preview};

use crate::{
    Desk, StepError, files,
    intake::{
        Placing, RefusedPackage, Wanted,
        belonging::Foreign,
        expect_foreign,
        holding::{Goes, Held, held, same},
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
    /// Whether the application of its number, or the one that holds the same package, moved to the next batch; what is taken
    /// stays there with it.
    pub set_aside: bool,
    /// The application that a person named for it.
    into: Option<ApplicationNumber>,
    /// As what it goes there, where a person said.
    as_what: Option<Placing>,
    /// Whether an application of the number in its name is here, or comes before it in the same drop.
    named_here: bool,
    holder: Option<Holder>,
}

/// The application that holds the very same package.
#[derive(Debug, Clone)]
struct Holder {
    number: ApplicationNumber,
    /// Labels of its documents.
    paths: BTreeSet<String>,
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

/// What a person says of all packages of a look.
#[derive(Debug, Clone, Default)]
pub struct LookTerms {
    /// How names that state no encoding are read.
    pub encoding: Option<NameEncoding>,
    /// The application that all of them go to.
    pub into: Option<ApplicationNumber>,
    /// As what.
    pub placing: Option<Placing>,
    /// Whether they go there though their names have the number of another.
    pub anyway: bool,
}

/// Looks at packages: directories of archives and names of files alone. Nothing is written, also not to the journal.
///
/// # Errors
/// As an import: [`StepError::NotYourRole`], [`StepError::NoBatch`], [`StepError::TakingClosed`].
pub fn look(desk: &Desk, paths: &[PathBuf], encoding: Option<NameEncoding>) -> Result<Look, StepError> {
    let terms = LookTerms {
        encoding,
        ..LookTerms::default()
    };
    look_on(desk, paths, &terms)
}

/// As [`look`], for packages of which a person says where they go. What only their papers say is known when they are taken.
///
/// # Errors
/// As [`look`]; [`StepError::UnknownApplication`].
pub fn look_on(desk: &Desk, paths: &[PathBuf], terms: &LookTerms) -> Result<Look, StepError> {
    desk.expect_receiving()?;
    let goes = match &terms.into {
        Some(into) => {
            let unknown = || StepError::UnknownApplication(into.to_string());
            Some(desk.ledger.dossier(into)?.ok_or_else(unknown)?.1)
        }
        None => None,
    };
    let found = discover_all(paths);
    let mut look = Look {
        left: found.left,
        ..Look::default()
    };
    let mut numbers = numbers_in_use(desk)?;
    let aside: BTreeSet<_> = desk.ledger.set_aside()?.into_iter().map(|aside| aside.number).collect();
    let held = held(desk)?;
    for package in found.packages {
        if goes.is_none()
            && let Some(read) = listing::in_package(&package)
        {
            look.listing = Some((package.path, read));
            continue;
        }
        let seen = expect_foreign(&package).and_then(|()| Ok(preview(&package, &Limits::default(), terms.encoding)?));
        let stranger = match &goes {
            Some(before) if !terms.anyway => Foreign::by_name(desk, &package, &before.number)?.map(|f| f.refusal(&package, before)),
            _ => None,
        };
        let seen = seen.and_then(|preview| stranger.map_or(Ok(preview), Err));
        match seen {
            Ok(preview) => {
                let number = terms.into.clone().or_else(|| package.number());
                let goes = Goes {
                    into: terms.into.as_ref(),
                    named: package.number(),
                };
                let holder = holder(desk, &package, &held, &goes)?;
                look.packages.push(Looked {
                    set_aside: number.iter().chain(holder.iter().map(|h| &h.number)).any(|n| aside.contains(n)),
                    into: terms.into.clone(),
                    as_what: terms.placing,
                    named_here: number.is_some_and(|n| !numbers.insert(n)),
                    holder,
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
    /// The number of the application it goes to, by its name or because it is that application's package read otherwise.
    #[must_use]
    pub fn number(&self) -> Option<ApplicationNumber> {
        if self.into.is_some() {
            return self.into.clone();
        }
        self.read_otherwise().map(|h| h.number.clone()).or_else(|| self.package.number())
    }

    /// Whether an application of that number is here, or comes before it in the same drop.
    #[must_use]
    pub fn here(&self) -> bool {
        self.named_here || self.read_otherwise().is_some()
    }

    /// What it would be to that application.
    #[must_use]
    pub fn placing(&self) -> Placing {
        if let Some(said) = self.as_what {
            said
        } else if self.read_otherwise().is_some() {
            Placing::Version
        } else {
            placing_of(self.preview.has_form())
        }
    }

    /// The application that holds the very same package, so that nothing would change by taking it.
    #[must_use]
    pub fn already(&self) -> Option<&ApplicationNumber> {
        let unchanged = self.holder.as_ref().filter(|_| self.read_otherwise().is_none());
        unchanged.map(|holder| &holder.number)
    }

    /// The holder of the same package, where a person chose an encoding under which its names are others: taken under names
    /// that nobody could read, it may be taken again.
    fn read_otherwise(&self) -> Option<&Holder> {
        let kept = |holder: &Holder, path: &str, fate: &Fate| match fate {
            Fate::Taken => holder.paths.contains(path),
            Fate::Nested => holder.paths.iter().any(|p| p.starts_with(path)),
            Fate::Junk | Fate::Quarantined { .. } => true,
        };
        let holder = self.holder.as_ref().filter(|_| self.preview.chosen)?;
        self.preview
            .entries
            .iter()
            .any(|e| !kept(holder, &e.path, &e.fate))
            .then_some(holder)
    }

    /// As a person wants it.
    #[must_use]
    pub fn wanted(&self, into: Option<ApplicationNumber>, placing: Option<Placing>) -> Wanted {
        let again = self.read_otherwise();
        Wanted {
            package: self.package.clone(),
            encoding: self.preview.chosen.then_some(self.preview.encoding),
            into: into.or_else(|| again.map(|h| h.number.clone())),
            placing: placing.or(again.map(|_| Placing::Version)),
            anyway: false,
        }
    }
}

/// Only a file as long as one that is here is read through.
fn holder(desk: &Desk, package: &PackagePath, held: &[Held], goes: &Goes<'_>) -> Result<Option<Holder>, StepError> {
    let bytes = package.bytes().filter(|_| package.shape == Shape::File);
    let as_long = bytes.filter(|bytes| held.iter().any(|h| h.bytes == Some(*bytes)));
    let digest = as_long.and_then(|_| files::digest(&package.path).ok());
    let Some(same) = digest.and_then(|digest| same(held, &digest, goes)) else {
        return Ok(None);
    };
    let dossier = desk.ledger.dossier(&same.number)?;
    let documents = dossier.into_iter().flat_map(|(_, dossier)| dossier.documents);
    Ok(Some(Holder {
        number: same.number.clone(),
        paths: documents.map(|d| d.path).collect(),
    }))
}
