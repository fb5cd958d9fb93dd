//! Which packages are here: of applications in the batch, and of those that moved to the next.

use std::collections::BTreeSet;

use lx_domain::{ApplicationNumber, Digest, Dossier};
use lx_ledger::Part;

use super::{ImportRefusal, parts_of};
use crate::{
    Desk, StepError,
    numbers::{former, numbers_in_use, provisional},
};

/// What is here when an import begins, kept up to date as it goes on: gathered anew for each package it would have every
/// application read as often as there are packages.
pub(super) struct Inventory {
    held: Vec<Held>,
    used: BTreeSet<ApplicationNumber>,
}

impl Inventory {
    pub(super) fn of(desk: &Desk) -> Result<Self, StepError> {
        let mut used = numbers_in_use(desk)?;
        used.extend(former(desk)?);
        Ok(Self { held: held(desk)?, used })
    }

    /// A number for a package that names none.
    pub(super) fn provisional(&self) -> Result<ApplicationNumber, StepError> {
        provisional(&self.used)
    }

    /// As [`same`].
    pub(super) fn same(&self, digest: &Digest, goes: &Goes<'_>) -> Option<&Held> {
        same(&self.held, digest, goes)
    }

    /// An application was taken, put together from these packages.
    pub(super) fn took(&mut self, number: &ApplicationNumber, parts: &[Part]) {
        self.used.insert(number.clone());
        let aside = self.held.iter().any(|h| h.number == *number && h.aside);
        self.held.retain(|h| h.number != *number);
        self.held.extend(parts.iter().map(|part| Held {
            digest: part.digest,
            bytes: None,
            number: number.clone(),
            aside,
        }));
    }
}

/// A package that an application here was put together from.
pub(crate) struct Held {
    pub(crate) digest: Digest,
    /// Of the file, where it was one.
    pub(crate) bytes: Option<u64>,
    pub(crate) number: ApplicationNumber,
    /// Whether the application moved to the next batch.
    pub(crate) aside: bool,
}

impl Held {
    /// Why the very same package is not taken again.
    pub(super) fn refusal(&self) -> ImportRefusal {
        let number = self.number.clone();
        if self.aside {
            ImportRefusal::AlreadyAside { number }
        } else {
            ImportRefusal::AlreadyHere { number }
        }
    }
}

/// Every package that is here.
pub(crate) fn held(desk: &Desk) -> Result<Vec<Held>, StepError> {
    let mut all: Vec<(Dossier, bool)> = desk.ledger.dossiers()?.into_iter().map(|(_, d)| (d, false)).collect();
    for aside in desk.ledger.set_aside()? {
        all.extend(desk.ledger.dossier(&aside.number)?.map(|(_, d)| (d, true)));
    }
    let mut held = Vec::new();
    for (dossier, aside) in all {
        let originals = desk.ledger.originals(&dossier.number)?;
        for part in parts_of(desk, &dossier)? {
            let original = originals.iter().find(|o| o.digest == part.digest).map(|o| o.bytes);
            // A document that came by itself is a package of its own.
            let document = || dossier.documents.iter().find(|d| d.digest == part.digest).map(|d| d.bytes);
            held.push(Held {
                digest: part.digest,
                bytes: original.or_else(document),
                number: dossier.number.clone(),
                aside,
            });
        }
    }
    Ok(held)
}

/// The application that holds this very package, so that it is not taken again. It may go to another one where a person says
/// to which, having put it to the wrong one before; that of an application that moved to the next batch also where its name says.
pub(crate) fn same<'h>(held: &'h [Held], digest: &Digest, goes: &Goes<'_>) -> Option<&'h Held> {
    let another = |number: Option<&ApplicationNumber>, h: &Held| number.is_some_and(|number| *number != h.number);
    let elsewhere = |h: &Held| another(goes.into, h) || (h.aside && goes.into.is_none() && another(goes.named.as_ref(), h));
    held.iter().find(|h| h.digest == *digest && !elsewhere(h))
}

/// To which application a package goes.
pub(crate) struct Goes<'g> {
    /// The one that a person said.
    pub(crate) into: Option<&'g ApplicationNumber>,
    /// The one that its name says.
    pub(crate) named: Option<ApplicationNumber>,
}
