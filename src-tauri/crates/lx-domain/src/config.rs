//! Reading the program's own TOML files: every fault is found, each with its line, its key and the clause it stands under.

mod fault;
mod keys;
mod syntax;

pub use fault::{ConfigError, ConfigFault};
pub(crate) use keys::Keys;

use crate::application::Severity;

/// A fault of a profile.
pub type ProfileError = ConfigError;
/// A fault of a rule file.
pub type RuleError = ConfigError;

/// What reading a file came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lint<T> {
    /// What the file says; absent where a fault is an error.
    pub value: Option<T>,
    /// Everything found, by line; at one line errors first.
    pub faults: Vec<ConfigError>,
}

impl<T> Lint<T> {
    /// What the file says, or its first error.
    ///
    /// # Errors
    /// The error with the smallest line.
    pub fn into_result(self) -> Result<T, ConfigError> {
        let first = self.faults.into_iter().find(|f| f.reason.severity() == Severity::Error);
        match (self.value, first) {
            (Some(value), None) => Ok(value),
            (_, Some(first)) => Err(first),
            // A reader that gives nothing says why; should one ever forget to, the file is still refused.
            (None, None) => Err(syntax::unreadable()),
        }
    }
}

/// Reads the whole of `text` through `read`, which takes every key it knows; what is left is unknown.
pub(crate) fn read_document<T>(text: &str, read: impl FnOnce(&mut Keys<'_>) -> Option<T>) -> Lint<T> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let (table, faults) = syntax::parse(text);
    if !faults.is_empty() {
        return Lint { value: None, faults };
    }
    let mut keys = Keys::of(text, table.get_ref());
    let value = read(&mut keys);
    let mut faults = keys.finish();
    faults.sort_by_key(|f| (f.line, f.reason.severity()));
    let wrong = faults.iter().any(|f| f.reason.severity() == Severity::Error);
    Lint {
        value: value.filter(|_| !wrong),
        faults,
    }
}

/// [`read_document`] of a file's bytes: only UTF-8 is taken, so that no character is silently replaced.
pub(crate) fn read_bytes<T>(bytes: &[u8], read: impl FnOnce(&mut Keys<'_>) -> Option<T>) -> Lint<T> {
    match std::str::from_utf8(bytes) {
        Ok(text) => read_document(text, read),
        Err(error) => Lint {
            value: None,
            faults: vec![syntax::not_utf8(bytes, error.valid_up_to())],
        },
    }
}
