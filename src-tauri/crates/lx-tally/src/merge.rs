//! The standing of a batch: batch file, sheets and rulings, and nothing else.

use lx_domain::{ApplicationNumber, BatchFile, Digest, Ruling, Sheet};
use serde::Serialize;

use crate::{heads::{Conflict, MissingParent, Voided}, standing::Standing};

/// A veto item that at least one reviewer raised, and whether the panel's majority did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VetoTally {
    /// Against which application.
    pub number: ApplicationNumber,
    /// Id of the profile's veto item.
    pub veto: String,
    /// How many counted sheets raise it.
    pub raised: u32,
    /// Of how many counted sheets that judge the application.
    pub of: u32,
    /// Whether that is more than half.
    pub found: bool,
}

/// Everything that follows from batch file, sheets and rulings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The standing.
    pub standing: Standing,
    /// The round it is of.
    pub round: u32,
    /// Open conflicts: the decision waits for them.
    pub conflicts: Vec<Conflict>,
    /// The sheets that count, by digest.
    pub counted: Vec<Digest>,
    /// The sheets that are kept and don't count, by digest.
    pub void: Vec<Voided>,
    /// Superseded by a later sheet of the same reviewer, by digest.
    pub superseded: Vec<Digest>,
    /// Parents that are named and not here.
    pub missing_parents: Vec<MissingParent>,
    /// Veto items raised, by number and id.
    pub vetoes: Vec<VetoTally>,
}

/// Reckons a batch.
#[must_use]
pub fn standing_of(batch: &BatchFile, sheets: &[(Digest, Sheet)], rulings: &[Ruling]) -> Outcome {
    let _ = (batch, sheets, rulings);
    todo!()
}
