//! Why a step was refused. Nothing was changed but, where said, the journal.

use std::path::PathBuf;

use lx_domain::{ApplicationNumber, Blocker, Fingerprint, Role, draft::PointsFault};
use lx_intake::{RosterError, ViewError};
use lx_ledger::LedgerError;
use lx_report::ReportError;
use lx_seal::{ConfidentialError, P12Error, SealError};

use crate::refusal::{BatchRefusal, CarryRefusal, DecidingBlocker, OpeningBlocker};

/// Why a step was refused: one reason per variant.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StepError {
    /// The desk itself.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    /// A signed file or a key.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The report.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// A `.p12` file.
    #[error(transparent)]
    P12(#[from] P12Error),
    /// Encryption to a person.
    #[error(transparent)]
    Confidential(#[from] ConfidentialError),
    /// A document that can't be shown as text.
    #[error(transparent)]
    View(#[from] ViewError),
    /// A spreadsheet that lists no batch.
    #[error(transparent)]
    Listing(#[from] RosterError),
    /// No spreadsheet that lists the batch is kept.
    #[error("no listing is kept")]
    NoListing,
    /// The package came as a folder or as loose files and was not kept as it came.
    #[error("the package of {0} was not kept as it came")]
    NotKept(String),
    /// A profile file is wrong.
    #[error("{}: {fault}", path.display())]
    Profile {
        /// Which file.
        path: PathBuf,
        /// Line and key.
        fault: lx_domain::ProfileError,
    },
    /// A rule file is wrong.
    #[error("{0}")]
    RuleFile(lx_domain::RuleError),
    /// A score table is wrong.
    #[error("{0}")]
    ScoreTable(lx_tally::TableError),
    /// A batch file was not opened.
    #[error(transparent)]
    BatchFile(#[from] BatchRefusal),
    /// A carry file was not taken.
    #[error(transparent)]
    CarryFile(#[from] CarryRefusal),
    /// Nothing on this desk can move to a later batch, or not this.
    #[error("{0:?} cannot move to a later batch")]
    NothingToCarry(Option<ApplicationNumber>),
    /// Only one version is there: nothing to compare it with.
    #[error("{0} has one version only")]
    OneVersion(ApplicationNumber),
    /// It was taken out of the batch: nothing of this batch is done with it.
    #[error("{0} moved to the next batch")]
    MovedOn(ApplicationNumber),
    /// It is in this batch: there is nothing to take back.
    #[error("{0} did not move to the next batch")]
    NotMovedOn(ApplicationNumber),
    /// The screening has not ended: no outcome was confirmed.
    #[error("no outcome of {0} was confirmed")]
    NotScreened(ApplicationNumber),
    /// The screening ended otherwise than with 补充完善: no notice asks for anything.
    #[error("the outcome of {0} asks for nothing to be supplied")]
    NothingToSupply(ApplicationNumber),
    /// The person's role does not do this.
    #[error("a {has:?} does not do this")]
    NotYourRole {
        /// The person's role.
        has: Role,
        /// Who does it.
        needed: Vec<Role>,
    },
    /// No batch was created or opened on this desk.
    #[error("this desk has no batch")]
    NoBatch,
    /// The desk has a batch already.
    #[error("this desk has a batch already")]
    BatchExists,
    /// The batch is frozen: nothing before the freeze can be changed.
    #[error("the batch is frozen")]
    Frozen,
    /// The batch is frozen: what comes in now is no part of it.
    #[error("the batch is frozen and takes nothing any more")]
    TakingClosed,
    /// The batch is not frozen yet.
    #[error("the batch is not frozen")]
    NotFrozen,
    /// What stops the freeze.
    #[error("the batch cannot be frozen: {0:?}")]
    OpeningBlocked(Vec<OpeningBlocker>),
    /// What stops sealing.
    #[error("the draft cannot be sealed: {0:?}")]
    SheetBlocked(Vec<Blocker>),
    /// What stops the decision.
    #[error("the decision cannot be signed: {0:?}")]
    DecidingBlocked(Vec<DecidingBlocker>),
    /// No such application, or it is not scored.
    #[error("there is no application {0}")]
    UnknownApplication(String),
    /// Something named is not there; `what` is `item`, `criterion`, `ground`, `veto`, `member`, `field`, `sheet`, `document`, `profile`, `role`, `state`, …
    #[error("there is no {what} {name:?}")]
    Unknown {
        /// Kind of thing.
        what: &'static str,
        /// As given.
        name: String,
    },
    /// A reason is asked for.
    #[error("a reason is asked for")]
    ReasonMissing,
    /// A text is asked for and empty: `name`, `passphrase`, …
    #[error("{0} is empty")]
    Empty(&'static str),
    /// Characters that no shipped font prints.
    #[error("no shipped font prints {0:?}")]
    MissingGlyphs(Vec<char>),
    /// Ties are not declared yet.
    #[error("ties to the applicants of {0} are not declared")]
    Undeclared(ApplicationNumber),
    /// The reviewer is recused from it.
    #[error("recused from {0}")]
    Recused(ApplicationNumber),
    /// Not a number of points.
    #[error("{0:?} is not a number of points")]
    NotPoints(String),
    /// Points outside the rubric.
    #[error("{criterion}: {fault}")]
    Points {
        /// Name of the criterion.
        criterion: String,
        /// Which rule is broken.
        fault: PointsFault,
    },
    /// A first reading is written of forwarded applications only.
    #[error("{0} is not forwarded")]
    NotForwarded(ApplicationNumber),
    /// Not what the number of an application can be.
    #[error("{0:?} is no number of an application")]
    NotANumber(String),
    /// Another application has this number.
    #[error("{0} is the number of another application")]
    NumberTaken(ApplicationNumber),
    /// An application always has one lead applicant; another one is named instead.
    #[error("an application has one lead applicant")]
    LeadNeeded,
    /// A deadline, or a day by which something is asked for, that cannot be.
    #[error("{0:?} is not a time to come")]
    NotATime(String),
    /// Nothing was signed on this desk yet.
    #[error("nothing was signed on this desk")]
    NotSealed,
    /// No decision was signed.
    #[error("no decision was signed")]
    NotDecided,
    /// Only in the sample batch.
    #[error("only in the sample batch")]
    NotASample,
    /// A member is on the roster already.
    #[error("{0} is on the roster")]
    AlreadyMember(Fingerprint),
    /// The desk's own person can't be taken off.
    #[error("the desk's own person stays on the roster")]
    OwnSeat,
    /// A file of the person's choosing can't be read or written.
    #[error("{}", path.display())]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// More bytes than such a file may have.
    #[error("{} has more than {limit} bytes", path.display())]
    TooLarge {
        /// Which.
        path: PathBuf,
        /// How many there may be.
        limit: u64,
    },
    /// Another file of that name is there and is not written over.
    #[error("{} is there already", path.display())]
    Exists {
        /// Which.
        path: PathBuf,
    },
    /// No file is written there; `by` names what lies there: `folder`, `link`, `device`, or a `desk` that needs the name.
    #[error("{} is taken by a {by}", path.display())]
    Occupied {
        /// Which.
        path: PathBuf,
        /// What lies there.
        by: &'static str,
    },
    /// Documents of the desk are damaged or gone: no backup was made of it, and an earlier one stays.
    #[error("damaged or missing: {0:?}")]
    DamagedDocuments(Vec<String>),
    /// Not made by this version; `what` names it.
    #[error("{0} is not made by this version")]
    NotMade(&'static str),
}

impl StepError {
    /// Whether something is broken, and not merely refused.
    #[must_use]
    pub fn is_broken(&self) -> bool {
        match self {
            Self::Ledger(e) => matches!(
                e,
                LedgerError::Damaged { .. }
                    | LedgerError::JournalBroken { .. }
                    | LedgerError::Altered { .. }
                    | LedgerError::MissingDocument { .. }
                    | LedgerError::DiskFull
                    | LedgerError::NoRandomness
                    | LedgerError::Io { .. }
                    | LedgerError::Database(_)
            ),
            Self::File { source, .. } => {
                matches!(source.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
            }
            Self::DamagedDocuments(_) => true,
            Self::Report(e) => matches!(e, ReportError::Font(_) | ReportError::Pdf(_) | ReportError::Workbook(_)),
            _ => false,
        }
    }
}
