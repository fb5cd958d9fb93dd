//! The panel's things and rules, in the words of the notice and of the people who apply it.
//!
//! Pure: no input or output, no clock, no floating point, no randomness. Everything that travels between desks is a
//! plain value here; `lx-seal` gives it canonical bytes and a signature.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::as_conversions,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::wildcard_enum_match_arm,
        missing_docs
    )
)]

pub mod application;
pub mod batch;
pub mod carry;
pub mod config;
pub mod credit_code;
pub mod decision;
pub mod draft;
pub mod eligibility;
pub mod id;
mod labels;
pub mod person;
pub mod points;
pub mod profile;
pub mod rule;
pub mod ruling;
pub mod screening;
pub mod sheet;
pub mod stated;

pub use application::{
    Applicant, ApplicantClass, ApplicantPart, ApplicantRole, Candidate, Document, DocumentKind, Dossier, Field, FieldId, FieldStatus,
    Finding, Severity, Source, Stated, Track,
};
pub use batch::{BatchApplication, BatchFile, Deferred};
pub use carry::{CarriedApplication, Carry, Conclusion, Ending};
pub use config::{ConfigError, ConfigFault, Lint, ProfileError, RuleError};
pub use decision::{Decision, DecisionEntry, Dissent, Opinion};
pub use draft::{Blocker, Declaration, DraftAssessment, DraftMark, DraftSheet, PointsFault, check_points};
pub use id::{ApplicationNumber, BatchId, CriterionId, Digest, Fingerprint, ItemId, UnixMillis};
pub use person::{Card, Member, Role, Roster};
pub use points::Hundredths;
pub use profile::Profile;
pub use rule::Rule;
pub use ruling::{Ruling, RulingKind};
pub use screening::{Admission, FirstReading, ItemState, ItemVerdict, Outcome};
pub use sheet::{Assessment, CriterionScore, Evidence, Mark, Sheet, Verdict, VetoRaised};
pub use stated::Corrected;
