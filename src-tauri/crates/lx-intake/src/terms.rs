//! What the taker of packages is told beforehand.

use lx_domain::{ApplicationNumber, Profile, UnixMillis};

use crate::limits::Limits;

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
