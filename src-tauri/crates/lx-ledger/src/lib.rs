//! The encrypted desk: one folder for one person and one batch.
//!
//! ```text
//! desk.toml      format, salts and Argon2id costs, the desk's keys wrapped by the passphrase
//! desk.db        SQLCipher under a raw key; WAL, synchronous=FULL: an acknowledged write survives a pulled plug
//! documents/     one age file for each document, named by a keyed digest
//! desk.lock      held while the desk is open
//! ```
//!
//! [`Ledger`] opens the folder and checks it; reading functions stand on [`Records`], writing ones on [`Tx`], which only
//! [`Ledger::transaction`] hands out, so that a step's writes and its journal row are one whole.
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

// Linked for its build flags only: it chooses the vendored SQLCipher under rusqlite.
use libsqlite3_sys as _;

mod backup;
mod begun;
mod carried;
mod correction;
mod deciding;
mod document;
mod dossier;
mod draft;
mod envelope;
mod error;
mod export;
mod files;
mod issued;
mod journal;
mod keys;
mod ledger;
mod listing;
mod migrations;
mod note;
mod original;
mod part;
mod renumbering;
mod roster;
mod screening;
mod setting;
mod store;
mod text;

#[cfg(test)]
mod tests;

pub use backup::{BackupReport, begins_a_backup, check_backup, check_documents, restore_backup};
pub use begun::Begun;
pub use carried::Carried;
pub use correction::Correction;
pub use document::{DocumentBatch, DocumentReader, Documents, Stored, StoredDocuments};
pub use dossier::Aside;
pub use draft::MarkChange;
pub use envelope::{EnvelopeKind, StoredEnvelope};
pub use error::LedgerError;
pub use export::Export;
pub use files::create_beside;
pub use issued::Issued;
pub use journal::JournalEntry;
pub use keys::KdfCost;
pub use ledger::Ledger;
pub use listing::Listing;
pub use original::Original;
pub use part::Part;
pub use setting::BatchDraft;
pub use store::{Records, Tx};
pub use text::{ApplicationHits, SearchHit, TextBlock};
