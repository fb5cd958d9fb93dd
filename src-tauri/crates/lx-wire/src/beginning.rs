//! What was typed or chosen while screening and not said yet.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Command `begun() -> Vec<BegunView>`: what was typed or chosen and not said yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BegunView {
    /// Application.
    pub number: String,
    /// Name of the field, as the window gave it.
    pub field: String,
    /// What stands there.
    pub text: String,
}

/// Command `begin(request) -> ()`: keeps what stands in a field; on disk with the answer.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Begin {
    /// Application.
    pub number: String,
    /// Name of the field.
    pub field: String,
    /// What stands there; absent once it was said or taken back.
    pub text: Option<String>,
}
