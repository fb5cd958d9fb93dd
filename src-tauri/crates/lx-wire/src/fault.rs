//! What went wrong, as ids of the catalogue and the facts their words need.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// A refusal or a breakage. `says` is what happened (`err-…`), `advises` what the person can do (`rec-…`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fault {
    /// Stable code; exists only where a face branches on it, `other` elsewhere.
    pub code: String,
    /// Fluent id of what happened.
    pub says: String,
    /// Fluent id of what to do.
    pub advises: String,
    /// Arguments of both.
    pub args: BTreeMap<String, String>,
    /// English detail for a support note; never the only message.
    pub detail: String,
    /// Whether something is broken (exit 4) and not merely refused (exit 1).
    pub broken: bool,
}
