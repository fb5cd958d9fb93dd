//! One package, from its bytes to a dossier.

use lx_domain::{ApplicationNumber, Dossier, Profile, UnixMillis};

use crate::{error::IntakeError, limits::Limits, package::PackagePath, sink::{Sink, Watch}};

/// Under what terms packages are taken.
pub struct Terms<'a> {
    /// Checklist and eligibility.
    pub profile: &'a Profile,
    /// Time of receipt.
    pub at: UnixMillis,
    /// Bounds.
    pub limits: Limits,
    /// The number to give where the package has none.
    pub provisional: ApplicationNumber,
    /// Whether a shipped font has this character.
    pub printable: &'a dyn Fn(char) -> bool,
    /// Whether documents are read (text, fields, findings); without it they are only stored.
    pub read: bool,
}

/// Takes one package: every document to the sink, then what its papers say.
///
/// # Errors
/// [`IntakeError`]: the package is refused as a whole and the caller rolls back what the sink got.
pub fn take(package: &PackagePath, terms: &Terms<'_>, sink: &mut dyn Sink, watch: &mut dyn Watch) -> Result<Dossier, IntakeError> {
    let _ = (package, terms, sink, watch);
    todo!()
}
