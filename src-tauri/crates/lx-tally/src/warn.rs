//! Warnings and their facts.

use crate::standing::{Args, Warning};

/// Facts by name.
pub(crate) fn args(pairs: &[(&str, String)]) -> Args {
    pairs.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect()
}

/// A warning.
pub(crate) fn warning(code: &str, reviewer: Option<&str>, pairs: &[(&str, String)]) -> Warning {
    Warning {
        code: code.to_owned(),
        reviewer: reviewer.map(str::to_owned),
        args: args(pairs),
    }
}
