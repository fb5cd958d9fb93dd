//! The kinds of payload.

use std::fmt;

/// What an envelope holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayloadKind {
    /// A person's public keys (`.lxid`).
    Card,
    /// The frozen batch (`.lxbatch`).
    Batch,
    /// One reviewer's scoresheet (`.lxsheet`).
    Sheet,
    /// A ruling.
    Ruling,
    /// The selection opinion.
    Decision,
    /// Applications on their way into a later batch (`.lxcarry`).
    Carry,
}

impl PayloadKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Card, Self::Batch, Self::Sheet, Self::Ruling, Self::Decision, Self::Carry];

    /// The type that stands in the envelope and under the signature.
    #[must_use]
    pub fn payload_type(self) -> &'static str {
        match self {
            Self::Card => "application/vnd.linxuan.card+json",
            Self::Batch => "application/vnd.linxuan.batch+json",
            Self::Sheet => "application/vnd.linxuan.sheet+json",
            Self::Ruling => "application/vnd.linxuan.ruling+json",
            Self::Decision => "application/vnd.linxuan.decision+json",
            Self::Carry => "application/vnd.linxuan.carry+json",
        }
    }

    pub(crate) fn named(found: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.payload_type() == found)
    }

    /// The version of the payload's form, where it has one.
    pub(crate) fn schema(self) -> Option<u64> {
        match self {
            Self::Card => None,
            Self::Batch | Self::Sheet | Self::Ruling | Self::Decision | Self::Carry => Some(1),
        }
    }
}

impl fmt::Display for PayloadKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Card => "card",
            Self::Batch => "batch file",
            Self::Sheet => "scoresheet",
            Self::Ruling => "ruling",
            Self::Decision => "decision",
            Self::Carry => "carry file",
        })
    }
}
