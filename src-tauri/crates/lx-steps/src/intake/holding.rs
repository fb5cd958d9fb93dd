//! Which packages are here: of applications in the batch, and of those that moved to the next.

use lx_domain::{ApplicationNumber, Digest, Dossier};

use super::parts_of;
use crate::{Desk, StepError};

/// A package that an application here was put together from.
pub(crate) struct Held {
    pub(crate) digest: Digest,
    /// Of the file, where it was one.
    pub(crate) bytes: Option<u64>,
    pub(crate) number: ApplicationNumber,
    /// Whether the application moved to the next batch.
    pub(crate) aside: bool,
}

/// Every package that is here.
pub(crate) fn held(desk: &Desk) -> Result<Vec<Held>, StepError> {
    let mut all: Vec<(Dossier, bool)> = desk.ledger.dossiers()?.into_iter().map(|(_, d)| (d, false)).collect();
    for (number, _) in desk.ledger.set_aside()? {
        all.extend(desk.ledger.dossier(&number)?.map(|(_, d)| (d, true)));
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

/// The application that holds this very package. The package of one that moved to the next batch may go to another
/// application, where a person or its name says to which.
pub(crate) fn same<'h>(held: &'h [Held], digest: &Digest, named: Option<&ApplicationNumber>) -> Option<&'h Held> {
    let elsewhere = |h: &Held| h.aside && named.is_some_and(|named| *named != h.number);
    held.iter().find(|h| h.digest == *digest && !elsewhere(h))
}
