//! Entries that were put aside: named, and looked at as bytes, never opened.

use lx_domain::{ApplicationNumber, Dossier, Role};
use lx_intake::{Limits, Peek, PeekError, peek as peek_into};

use crate::{Desk, StepError, intake::parts_of};

/// An entry of a package that was put aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// Its label.
    pub path: String,
    /// `crc`, `size`, `damaged`, `method`, `link`, `sparse`, `special`.
    pub reason: String,
    /// Whether it can be looked at: a package that came as a folder or as loose files was not kept as it came.
    pub kept: bool,
}

/// What was put aside of an application.
///
/// # Errors
/// What reading the desk can meet.
pub fn asides(desk: &Desk, dossier: &Dossier) -> Result<Vec<Aside>, StepError> {
    let kept = !originals(desk, dossier)?.is_empty();
    let aside = dossier.findings.iter().filter(|f| f.code == "entry_quarantined");
    Ok(aside
        .filter_map(|f| {
            Some(Aside {
                path: f.evidence.first()?.document.clone(),
                reason: f.args.get("reason").cloned().unwrap_or_default(),
                kept,
            })
        })
        .collect())
}

/// The beginning of an entry that was put aside, from the package as it came.
///
/// # Errors
/// [`StepError::Unknown`] where nothing of that path was put aside, [`StepError::NotKept`] where the package was not kept as
/// it came, [`StepError::NotYourRole`].
pub fn peek(desk: &Desk, number: &ApplicationNumber, path: &str) -> Result<Peek, StepError> {
    desk.expect_role(&[Role::Secretary, Role::Chair, Role::Deputy, Role::Supervisor])?;
    let dossier = desk.dossier(number)?;
    if !asides(desk, &dossier)?.iter().any(|aside| aside.path == path) {
        return Err(StepError::Unknown {
            what: "entry",
            name: path.to_owned(),
        });
    }
    for digest in originals(desk, &dossier)? {
        let original = desk.ledger.documents().read(&digest)?;
        match peek_into(original, path, &Limits::default(), None) {
            Ok(found) => return Ok(found),
            // In another package of the same application, perhaps.
            Err(PeekError::NoSuchEntry { .. } | PeekError::Intake(_)) => {}
            Err(_) => return Err(lx_ledger::LedgerError::Altered { digest }.into()),
        }
    }
    Err(StepError::NotKept(path.to_owned()))
}

/// The packages of an application that are kept byte for byte, the last first.
fn originals(desk: &Desk, dossier: &Dossier) -> Result<Vec<lx_domain::Digest>, StepError> {
    let kept = desk.ledger.originals(&dossier.number)?;
    let parts = parts_of(desk, dossier)?;
    let here = parts.iter().rev().map(|p| p.digest);
    Ok(here.filter(|d| kept.iter().any(|o| o.digest == *d)).collect())
}
