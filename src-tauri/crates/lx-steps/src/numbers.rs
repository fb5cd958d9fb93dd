//! Numbers of applications: which are in use, and which are ours for the time being.

use std::collections::BTreeSet;

use lx_domain::ApplicationNumber;

use crate::{Desk, StepError};

/// Findings that say that a number is ours and not final.
pub(crate) const NUMBER_OPEN: [&str; 3] = ["provisional_number", "unsure_number", "number_taken"];

/// Kind of the journal row that has the former number of an application.
pub(crate) const RENUMBER: &str = "renumber";

/// The next `P-01` that no application has, also none that moved to the next batch.
pub(crate) fn provisional(used: &BTreeSet<ApplicationNumber>) -> Result<ApplicationNumber, StepError> {
    for n in 1_u32.. {
        let free = format!("P-{n:02}");
        let number: ApplicationNumber = free.parse().map_err(|_| StepError::UnknownApplication(free))?;
        if !used.contains(&number) {
            return Ok(number);
        }
    }
    Err(StepError::UnknownApplication(String::new()))
}

/// Numbers that are in use here, whatever became of the application.
pub(crate) fn numbers_in_use(desk: &Desk) -> Result<BTreeSet<ApplicationNumber>, StepError> {
    let mut used: BTreeSet<_> = desk.ledger.dossiers()?.into_iter().map(|(_, d)| d.number).collect();
    used.extend(desk.ledger.set_aside()?.into_iter().map(|aside| aside.number));
    Ok(used)
}

/// Numbers that applications had before, which went out on papers: ours are never given twice.
pub(crate) fn former(desk: &Desk) -> Result<BTreeSet<ApplicationNumber>, StepError> {
    let renumbered = desk.ledger.journal_details(RENUMBER)?.into_iter();
    Ok(renumbered.filter_map(|detail| detail.get("from")?.as_str()?.parse().ok()).collect())
}
