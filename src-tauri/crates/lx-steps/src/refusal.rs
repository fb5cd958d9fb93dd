//! What stops a step, in facts: a leaf, so that the one error of all steps can name them.

use std::io;

use lx_domain::{ApplicationNumber, BatchId, Digest, Fingerprint};
use lx_ledger::LedgerError;
use lx_seal::{ConfidentialError, SealError};
use lx_tally::Conflict;

use crate::container::ContainerError;

/// What stops the freeze.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpeningBlocker {
    /// Nothing was received.
    NoApplications,
    /// Outcomes that nobody has confirmed.
    Unscreened(Vec<ApplicationNumber>),
    /// No chair, or more than one.
    Chairs(u32),
    /// Nobody to score.
    NoReviewers,
    /// A text with characters that no shipped font prints.
    MissingGlyphs {
        /// Whose text.
        place: String,
        /// The characters.
        characters: Vec<char>,
    },
}

/// What stops the decision.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecidingBlocker {
    /// Two heads of a reviewer wait for a ruling.
    OpenConflict(Conflict),
    /// No scoresheet was merged.
    NoSheets,
    /// Applications without an opinion.
    OpinionMissing(Vec<ApplicationNumber>),
}

/// Why a batch file was not opened. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BatchRefusal {
    /// The container.
    #[error(transparent)]
    Container(#[from] ContainerError),
    /// The signed part.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The desk.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// Encrypted, and no keys at hand.
    #[error("encrypted to a person; open it on that person's desk")]
    Encrypted,
    /// Decrypting failed.
    #[error(transparent)]
    Confidential(#[from] ConfidentialError),
    /// The chair has not signed it.
    #[error("the chair has not signed it")]
    ChairUnsigned,
    /// Somebody signed who may not.
    #[error("{0} may not sign a batch file")]
    SignerWithoutRole(Fingerprint),
    /// Parts of the signed batch contradict each other.
    #[error("the signed batch contradicts itself: {0}")]
    Inconsistent(String),
    /// A document that the batch names is not in the file.
    #[error("document {0} is not in the file")]
    DocumentMissing(Digest),
    /// Something is in the file that the batch does not name.
    #[error("{0} does not belong into the file")]
    Stranger(String),
    /// A document's content is not the one that was signed.
    #[error("document {0} is not the one that was signed")]
    DocumentAltered(Digest),
    /// The person of this desk is not on the roster.
    #[error("this desk's person is not on the roster")]
    NotOnRoster,
    /// The chair's key was not confirmed, or another one was.
    #[error("the chair's key is {found}")]
    ChairNotConfirmed {
        /// In the file.
        found: Fingerprint,
    },
    /// This desk trusts another chair.
    #[error("this desk trusts the chair {trusted}, the file has {found}")]
    ChairChanged {
        /// Trusted since the first opening.
        trusted: Fingerprint,
        /// In the file.
        found: Fingerprint,
    },
    /// Another batch is open on this desk.
    #[error("this desk holds batch {here}, the file is {found}")]
    OtherBatch {
        /// On this desk.
        here: BatchId,
        /// In the file.
        found: BatchId,
    },
    /// The same batch in another version.
    #[error("this desk holds another version of the batch")]
    OtherVersion,
    /// The file can't be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Why nothing of a carry file was taken. Nothing was written but the journal.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CarryRefusal {
    /// The file: not one of ours, damaged, altered, newer, encrypted to somebody else.
    #[error(transparent)]
    File(#[from] BatchRefusal),
    /// A signer was named from outside, and it is another.
    #[error("signed by {0}, who is not the one that is trusted")]
    OtherSigner(Fingerprint),
    /// The file comes from this very batch.
    #[error("the file comes from this batch")]
    OwnBatch,
    /// Samples stay among samples.
    #[error("one of the batches is made of samples, the other is not")]
    SampleMixed,
    /// The file holds no application of this number.
    #[error("the file holds no application {0}")]
    NotInFile(ApplicationNumber),
    /// Another application has the number that was asked for.
    #[error("{0} is the number of another application")]
    NumberTaken(ApplicationNumber),
    /// A person ended it.
    #[error("ended on request")]
    Cancelled,
}
