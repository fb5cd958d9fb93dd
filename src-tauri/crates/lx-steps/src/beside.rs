//! What only shows with all applications of the batch side by side, and beside the listing: derived when it is looked at.

use std::collections::BTreeMap;

use lx_domain::{ApplicationNumber, Dossier, Finding};
use lx_intake::{Roster, RosterCheck, across, across_roster};

/// The batch side by side.
#[derive(Debug, Default)]
pub struct Beside {
    findings: BTreeMap<ApplicationNumber, Vec<Finding>>,
    /// The listing beside what was received; nothing without one.
    pub listing: RosterCheck,
}

impl Beside {
    /// Lays the applications beside each other and beside the listing.
    pub(crate) fn of(dossiers: &[Dossier], roster: Option<&Roster>) -> Self {
        let all: Vec<&Dossier> = dossiers.iter().collect();
        let mut findings = across(&all);
        let listing = roster.map_or_else(RosterCheck::default, |roster| across_roster(roster, &all));
        for (number, said) in &listing.findings {
            findings.entry(number.clone()).or_default().extend(said.iter().cloned());
        }
        Self { findings, listing }
    }

    /// What concerns one application.
    #[must_use]
    pub fn findings(&self, number: &ApplicationNumber) -> &[Finding] {
        self.findings.get(number).map(Vec::as_slice).unwrap_or_default()
    }
}
