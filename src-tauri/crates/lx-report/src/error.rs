//! Why a report was not set, signed or read.

use lx_domain::{Digest, Fingerprint};

/// Why no report came out. Nothing was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ReportError {
    /// Characters that no shipped font prints; they would be boxes on the page.
    #[error("no shipped font prints {0:?}")]
    MissingGlyphs(Vec<char>),
    /// A shipped font cannot be read: the program itself is damaged.
    #[error("the shipped font {0} cannot be read")]
    Font(&'static str),
    /// The submission edition is not made yet.
    #[error("the submission edition is not made by this version")]
    EditionNotMade,
    /// An envelope of the record is not what it should be.
    #[error("{what}: {source}")]
    Envelope {
        /// Which one.
        what: String,
        /// Why.
        source: lx_seal::SealError,
    },
    /// A signer is not on the roster of the batch.
    #[error("{what} is signed by {by}, who is not on the roster")]
    NotOnRoster {
        /// What is signed.
        what: String,
        /// By whom.
        by: Fingerprint,
    },
    /// A sheet, ruling or decision belongs to another batch.
    #[error("{0} belongs to another batch")]
    OtherBatch(String),
    /// The decision was made on another standing than the one that the sheets give.
    #[error("the decision rests on standing {decided}, the sheets give {derived}")]
    OtherStanding {
        /// In the decision.
        decided: Digest,
        /// From the sheets.
        derived: Digest,
    },
    /// The PDF could not be put together.
    #[error("the pages could not be written: {0}")]
    Pdf(String),
    /// The file is not a report of this program.
    #[error("not a report of this program: {0}")]
    NotAReport(String),
    /// The signature could not be made.
    #[error("the signature could not be made: {0}")]
    Signature(String),
    /// The spreadsheet could not be written.
    #[error("the spreadsheet could not be written: {0}")]
    Workbook(String),
}
