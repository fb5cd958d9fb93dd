//! Reading the program's own TOML files: a fault names its line and its key.

use std::str::FromStr;

use toml::de::{DeTable, DeValue};

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
    /// A text or a list without content.
    #[error("empty")]
    Empty,
    /// Not an identifier.
    #[error("{0:?} cannot be an identifier")]
    NotAnIdentifier(String),
    /// Not points with at most two decimals.
    #[error("{0:?} is not a number of points")]
    NotPoints(String),
    /// Not an exact decimal.
    #[error("{0:?} is not a decimal number")]
    NotADecimal(String),
    /// A whole number outside its range.
    #[error("{found} is not between {least} and {most}")]
    OutOfRange {
        /// What stands there.
        found: String,
        /// The least allowed.
        least: u32,
        /// The most allowed.
        most: u32,
    },
    /// None of the words that may stand there.
    #[error("{found:?} is none of {allowed}")]
    UnknownWord {
        /// What stands there.
        found: String,
        /// The words, with commas.
        allowed: String,
    },
    /// The same id or word twice.
    #[error("{0:?} occurs twice")]
    Duplicate(String),
    /// A criterion that is not defined.
    #[error("there is no criterion {0:?}")]
    UnknownCriterion(String),
    /// Full marks or a step of zero.
    #[error("must be more than zero")]
    NotPositive,
    /// Every weight is zero.
    #[error("every weight is zero")]
    NoWeight,
    /// `after` holds neither `weighted` nor `total`: a score would have no end of digits.
    #[error("a rule without a final rounding (after \"weighted\" or \"total\") is refused")]
    NoFinalRounding,
    /// Not a multiple of the step.
    #[error("{value} is no multiple of the step {step}")]
    OffStep {
        /// What stands there.
        value: String,
        /// The step.
        step: String,
    },
    /// A band does not lie below the one before it, or the highest not below full marks.
    #[error("bands must come from the highest to the lowest, each below the one before it")]
    BandsNotDescending,
    /// The lowest band does not begin at zero, so some points have no band.
    #[error("the lowest band must begin at 0")]
    BandsLeaveGap,
    /// The rule's criteria are not the rubric's, in the same order.
    #[error("the rule's criteria ({rule}) are not the rubric's ({rubric})")]
    CriteriaDiffer {
        /// Ids of the rule.
        rule: String,
        /// Ids of the rubric.
        rubric: String,
    },
    /// Full marks in the rule are not those of the rubric.
    #[error("full marks of {criterion} are {rule} in the rule and {rubric} in the rubric")]
    FullMarksDiffer {
        /// Which criterion.
        criterion: String,
        /// In the rule.
        rule: String,
        /// In the rubric.
        rubric: String,
    },
}

/// The line of a byte offset, from 1.
fn line_of(text: &str, offset: usize) -> u32 {
    let before = text.bytes().take(offset).filter(|b| *b == b'\n').count();
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

/// Reads the whole of `text` through `read`, which takes every key it knows; what is left is unknown.
pub(crate) fn read_document<T>(text: &str, read: impl FnOnce(&mut Keys<'_>) -> Result<T, ConfigError>) -> Result<T, ConfigError> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let document = DeTable::parse(text).map_err(|error| ConfigError {
        line: error.span().map_or(1, |span| line_of(text, span.start)),
        key: String::new(),
        reason: ConfigFault::NotToml(error.message().to_owned()),
    })?;
    let mut keys = Keys {
        text,
        path: String::new(),
        line: 1,
        table: document.get_ref(),
        known: Vec::new(),
    };
    let value = read(&mut keys)?;
    keys.finish()?;
    Ok(value)
}

/// One table while it is read.
pub(crate) struct Keys<'d> {
    text: &'d str,
    path: String,
    line: u32,
    table: &'d DeTable<'d>,
    known: Vec<&'static str>,
}

impl<'d> Keys<'d> {
    /// A fault of one key of this table.
    pub(crate) fn fault(&self, key: &str, reason: ConfigFault) -> ConfigError {
        let line = self
            .table
            .iter()
            .find(|(k, _)| k.get_ref() == key)
            .map_or(self.line, |(k, _)| line_of(self.text, k.span().start));
        ConfigError {
            line,
            key: self.path_of(key),
            reason,
        }
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    fn take(&mut self, key: &'static str) -> Option<&'d DeValue<'d>> {
        self.known.push(key);
        self.table.iter().find(|(k, _)| k.get_ref() == key).map(|(_, v)| v.get_ref())
    }

    fn need(&mut self, key: &'static str) -> Result<&'d DeValue<'d>, ConfigError> {
        self.take(key).ok_or_else(|| self.fault(key, ConfigFault::Missing))
    }

    fn wrong(&self, key: &str, expected: &'static str, found: &DeValue<'_>) -> ConfigError {
        self.fault(
            key,
            ConfigFault::WrongType {
                expected,
                found: found.type_str(),
            },
        )
    }

    /// Refuses what nobody took.
    fn finish(self) -> Result<(), ConfigError> {
        let unknown = self
            .table
            .iter()
            .filter(|(k, _)| !self.known.contains(&k.get_ref().as_ref()))
            .min_by_key(|(k, _)| k.span().start);
        unknown.map_or(Ok(()), |(k, _)| Err(self.fault(k.get_ref(), ConfigFault::UnknownKey)))
    }

    /// Whether the key is there at all.
    pub(crate) fn has(&self, key: &str) -> bool {
        self.table.iter().any(|(k, _)| k.get_ref() == key)
    }

    /// A text that is not empty.
    pub(crate) fn text(&mut self, key: &'static str) -> Result<String, ConfigError> {
        let value = self.need(key)?;
        let text = value.as_str().ok_or_else(|| self.wrong(key, "string", value))?;
        if text.trim().is_empty() {
            Err(self.fault(key, ConfigFault::Empty))
        } else {
            Ok(text.to_owned())
        }
    }

    /// A text that may be absent or empty.
    pub(crate) fn text_or_empty(&mut self, key: &'static str) -> Result<String, ConfigError> {
        match self.take(key) {
            None => Ok(String::new()),
            Some(value) => value.as_str().map(str::to_owned).ok_or_else(|| self.wrong(key, "string", value)),
        }
    }

    /// A list of texts, none of them empty; an absent list is empty.
    pub(crate) fn texts(&mut self, key: &'static str) -> Result<Vec<String>, ConfigError> {
        let Some(value) = self.take(key) else { return Ok(Vec::new()) };
        let list = value.as_array().ok_or_else(|| self.wrong(key, "array", value))?;
        let mut texts = Vec::new();
        for item in list.iter() {
            let text = item.get_ref().as_str().ok_or_else(|| self.wrong(key, "string", item.get_ref()))?;
            if text.trim().is_empty() {
                return Err(self.fault(key, ConfigFault::Empty));
            }
            if texts.iter().any(|t| t == text) {
                return Err(self.fault(key, ConfigFault::Duplicate(text.to_owned())));
            }
            texts.push(text.to_owned());
        }
        Ok(texts)
    }

    /// A text in quotes that `T` can read.
    pub(crate) fn parsed<T: FromStr>(&mut self, key: &'static str, reason: fn(String) -> ConfigFault) -> Result<T, ConfigError> {
        let text = self.text(key)?;
        text.parse().map_err(|_| self.fault(key, reason(text)))
    }

    /// One of some words.
    pub(crate) fn word<T: Copy>(&mut self, key: &'static str, words: &[(&str, T)]) -> Result<T, ConfigError> {
        let text = self.text(key)?;
        self.one_of(key, &text, words)
    }

    /// `text` as one of some words.
    pub(crate) fn one_of<T: Copy>(&self, key: &str, text: &str, words: &[(&str, T)]) -> Result<T, ConfigError> {
        words.iter().find(|(w, _)| *w == text).map(|(_, value)| *value).ok_or_else(|| {
            let allowed = words.iter().map(|(w, _)| *w).collect::<Vec<_>>().join(", ");
            self.fault(
                key,
                ConfigFault::UnknownWord {
                    found: text.to_owned(),
                    allowed,
                },
            )
        })
    }

    /// A whole number within a range.
    pub(crate) fn number(&mut self, key: &'static str, least: u32, most: u32) -> Result<u32, ConfigError> {
        let value = self.need(key)?;
        let digits = value.as_integer().ok_or_else(|| self.wrong(key, "integer", value))?.as_str();
        let wrong = || ConfigFault::OutOfRange {
            found: digits.to_owned(),
            least,
            most,
        };
        match digits.parse::<u32>() {
            Ok(number) if (least..=most).contains(&number) => Ok(number),
            Ok(_) | Err(_) => Err(self.fault(key, wrong())),
        }
    }

    /// Yes or no.
    pub(crate) fn flag(&mut self, key: &'static str) -> Result<bool, ConfigError> {
        let value = self.need(key)?;
        value.as_bool().ok_or_else(|| self.wrong(key, "boolean", value))
    }

    /// A table below this one.
    pub(crate) fn table<T>(&mut self, key: &'static str, read: impl FnOnce(&mut Self) -> Result<T, ConfigError>) -> Result<T, ConfigError> {
        let value = self.need(key)?;
        let table = value.as_table().ok_or_else(|| self.wrong(key, "table", value))?;
        let line = self.fault(key, ConfigFault::Missing).line;
        let mut below = Keys {
            text: self.text,
            path: self.path_of(key),
            line,
            table,
            known: Vec::new(),
        };
        let read = read(&mut below)?;
        below.finish()?;
        Ok(read)
    }

    /// An array of tables; empty or absent is refused where `needed`.
    pub(crate) fn tables<T>(
        &mut self,
        key: &'static str,
        needed: bool,
        mut read: impl FnMut(&mut Self) -> Result<T, ConfigError>,
    ) -> Result<Vec<T>, ConfigError> {
        let Some(value) = self.take(key) else {
            return if needed {
                Err(self.fault(key, ConfigFault::Missing))
            } else {
                Ok(Vec::new())
            };
        };
        let list = value.as_array().ok_or_else(|| self.wrong(key, "array of tables", value))?;
        let mut all = Vec::new();
        for (index, item) in list.iter().enumerate() {
            let table = item.get_ref().as_table().ok_or_else(|| self.wrong(key, "table", item.get_ref()))?;
            let path = format!("{}[{}]", self.path_of(key), index + 1);
            let mut below = Keys {
                text: self.text,
                path,
                line: line_of(self.text, item.span().start),
                table,
                known: Vec::new(),
            };
            all.push(read(&mut below)?);
            below.finish()?;
        }
        if all.is_empty() && needed {
            Err(self.fault(key, ConfigFault::Empty))
        } else {
            Ok(all)
        }
    }

    /// Refuses an id that occurred before and remembers it.
    pub(crate) fn once(&self, key: &str, id: &str, seen: &mut Vec<String>) -> Result<(), ConfigError> {
        if seen.iter().any(|s| s == id) {
            return Err(self.fault(key, ConfigFault::Duplicate(id.to_owned())));
        }
        seen.push(id.to_owned());
        Ok(())
    }
}
