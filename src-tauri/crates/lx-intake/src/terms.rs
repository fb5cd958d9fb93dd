//! What the taker of packages is told beforehand.

use lx_domain::{ApplicationNumber, Profile, UnixMillis};

use crate::{archive::names::NameEncoding, limits::Limits};

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
    /// How names of entries are to be read where the archive does not say; absent to have it found out.
    pub encoding: Option<NameEncoding>,
    /// Whether documents are read (text, fields, findings); without it they are only stored.
    pub read: bool,
}
