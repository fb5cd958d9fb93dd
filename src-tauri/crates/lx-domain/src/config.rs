//! Reading the program's own TOML files: a fault names its line and its key.

/// What is wrong with a profile or a rule file, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {key}: {reason}")]
pub struct ConfigError {
    /// Line, from 1.
    pub line: u32,
    /// Path of the key, such as `rubric[2].bands[1].from`; empty where the file is not TOML at all.
    pub key: String,
    /// What is wrong.
    pub reason: ConfigFault,
}

/// A fault of a profile.
pub type ProfileError = ConfigError;
/// A fault of a rule file.
pub type RuleError = ConfigError;

/// One reason per variant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ConfigFault {
    /// Not TOML.
    #[error("not TOML: {0}")]
    NotToml(String),
    /// A key that does not exist here.
    #[error("unknown key")]
    UnknownKey,
    /// A key that must be there is not.
    #[error("missing")]
    Missing,
    /// Another type of value is expected.
    #[error("{expected} expected, {found} found")]
    WrongType {
        /// What should stand there.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
}
