//! Score = Σ weight × mean.

use lx_domain::Rule;

use crate::standing::{Standing, TallyApplication};

/// Reckons a standing.
#[must_use]
pub fn reckon(rule: &Rule, applications: &[TallyApplication]) -> Standing {
    reckon_with_votes(rule, applications, &[])
}

/// Reckons a standing with the panel's votes on ties; a later vote stands over an earlier one.
#[must_use]
pub fn reckon_with_votes(rule: &Rule, applications: &[TallyApplication], votes: &[Vec<String>]) -> Standing {
    let _ = (rule, applications, votes);
    todo!()
}
