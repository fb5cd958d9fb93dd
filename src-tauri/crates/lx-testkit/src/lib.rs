//! What tests build on: people with fixed keys, a fixed clock, and a small panel whose papers are sealed.
//!
//! Everything but the encryption is the same in every run: the keys are files beside this crate and Ed25519 is
//! deterministic, so digests may stand in snapshots. A builder that is handed nonsense panics: it is a test's fault.

mod batch;
mod panel;
mod people;
mod profile;
mod sheet;

pub use batch::{dossier, number};
pub use panel::{Panel, panel};
pub use people::{CHAIR, Person, REVIEWERS, SECRETARY, SUPERVISOR, keys, people, person};
pub use profile::{CRITERIA, profile};
pub use sheet::SheetBuilder;

use lx_domain::UnixMillis;

/// When everything happens: 2026年11月18日 17:46:40 in Guangzhou.
pub const AT: UnixMillis = UnixMillis(1_794_995_200_000);

/// So many minutes after [`AT`].
#[must_use]
pub fn minutes_later(minutes: i64) -> UnixMillis {
    UnixMillis(AT.0 + minutes * 60_000)
}
