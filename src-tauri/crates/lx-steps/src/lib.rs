//! The workflow, one file for each step: the only crate that joins the others.
//!
//! A step takes the desk, its input and the time; it checks the person's role, writes in one transaction together with its
//! journal row, and refuses with one reason. Nothing here knows a face.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::as_conversions,
        clippy::indexing_slicing,
        clippy::float_arithmetic
    )
)]

pub mod backup;
pub mod beginning;
pub mod beside;
mod bundle;
pub mod carry_file;
pub mod carrying;
pub mod checking;
pub mod comparing;
pub mod container;
mod correcting;
pub mod deciding;
pub mod declaring;
pub mod deferring;
pub mod demo;
pub mod desk;
mod error;
pub mod exporting;
pub mod files;
pub mod identity;
pub mod intake;
pub mod joining;
pub mod journal;
pub mod listing;
pub mod looking;
pub mod merging;
pub mod named;
pub mod noticing;
mod numbers;
pub mod opening;
pub mod pattern;
pub mod peeking;
pub mod placing;
pub mod prefill;
mod printable;
pub mod profiles;
pub mod readers;
pub mod recalling;
mod refusal;
pub mod renumbering;
pub mod reporting;
pub mod ruling;
pub mod sample;
pub mod scoring;
pub mod screening;
pub mod sealing;
pub mod searching;
pub mod sheet_file;
pub mod supplementing;
pub mod tallying;
pub mod verifying;

pub use desk::{Desk, Frozen, Person};
pub use error::StepError;
pub use lx_intake::{Unwatched, Watch};
pub use lx_ledger::KdfCost;

/// The round that is scored; a second one comes with the method of two rounds.
pub(crate) const ROUND: u32 = 1;

#[cfg(test)]
mod tests;
