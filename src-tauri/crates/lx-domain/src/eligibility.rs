//! Who may apply (notice, part three).

use crate::{application::{Dossier, Finding}, profile::Profile};

/// What stands in the way of eligibility, or should be looked at by a person. Never an error: a person decides.
#[must_use]
pub fn judge(profile: &Profile, dossier: &Dossier) -> Vec<Finding> {
    let _ = (profile, dossier);
    todo!()
}
