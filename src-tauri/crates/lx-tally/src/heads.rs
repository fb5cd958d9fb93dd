//! Which sheets count: heads by parents, voids and forks.

use lx_domain::{Digest, Fingerprint};
use serde::Serialize;

/// Two or more sheets of one reviewer that no ruling has chosen between; none of them counts meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// Whose.
    pub reviewer: Fingerprint,
    /// In which round.
    pub round: u32,
    /// In the order of their digests.
    pub heads: Vec<Digest>,
}

/// A sheet names a parent that is not here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct MissingParent {
    /// The sheet.
    pub sheet: Digest,
    /// What it names.
    pub parent: Digest,
}

/// Why a sheet does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VoidWhy {
    /// A ruling declared it void.
    Ruled {
        /// The ruling's number.
        sequence: u32,
        /// Its reason.
        reason: String,
    },
    /// A ruling chose another head of the same reviewer.
    NotChosen {
        /// The ruling's number.
        sequence: u32,
    },
    /// Its reviewer is not (or no longer) a scoring member of the roster.
    NotOnRoster,
    /// It belongs to another batch or rubric.
    OtherBatch,
    /// The method has no such round.
    NoSuchRound,
}

/// A sheet that is kept but does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Voided {
    /// Which.
    pub sheet: Digest,
    /// Whose.
    pub reviewer: Fingerprint,
    /// Why.
    pub why: VoidWhy,
}
