//! What can be wrong with a profile or a rule file.

use std::{collections::BTreeMap, fmt};

use serde::Serialize;
use serde_json::Value;

use crate::application::Severity;

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConfigError {
    /// Line, from 1.
    pub line: u32,
    /// Path of the key, such as `rubric[2].bands[1].from`; empty where the file is not TOML at all.
    pub key: String,
    /// What is wrong.
    pub reason: ConfigFault,
    /// The clause (依据) stated for what is concerned; empty where the file states none.
    pub clause: String,
}

impl std::error::Error for ConfigError {}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}: {}", self.line, self.key, self.reason)
    }
}

/// One reason per variant; the words are in the catalogue under `lint-<code>` and `lint-<code>-do`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[non_exhaustive]
pub enum ConfigFault {
    /// The file is in another encoding, such as GB18030.
    NotUtf8,
    /// Not TOML.
    Syntax {
        /// Where in the line, in characters from 1.
        column: u32,
        /// What the parser said, in English.
        detail: String,
    },
    /// A full-width mark where its half-width twin belongs.
    FullWidth {
        /// Where in the line, in characters from 1.
        column: u32,
        /// The mark.
        found: String,
        /// Its twin.
        instead: String,
    },
    /// A quotation mark without its partner.
    UnclosedQuote {
        /// Where in the line, in characters from 1.
        column: u32,
    },
    /// A line that is neither `key = value` nor a heading in brackets.
    NoEquals,
    /// The same key twice in one table.
    DuplicateKey {
        /// Where in the line, in characters from 1.
        column: u32,
    },
    /// A key that does not exist here.
    UnknownKey,
    /// A key that does not exist here and looks like one that does.
    MisspeltKey {
        /// The one that does.
        near: String,
    },
    /// A key that must be there is not.
    Missing,
    /// Another type of value is expected.
    WrongType {
        /// What should stand there.
        expected: &'static str,
        /// What stands there.
        found: &'static str,
    },
    /// A text or a list without content.
    Empty,
    /// Not an identifier.
    NotAnIdentifier {
        /// What stands there.
        found: String,
    },
    /// Not points with at most two decimals.
    NotPoints {
        /// What stands there.
        found: String,
    },
    /// Not an exact decimal.
    NotADecimal {
        /// What stands there.
        found: String,
    },
    /// A whole number outside its range.
    OutOfRange {
        /// What stands there.
        found: String,
        /// The least allowed.
        least: u32,
        /// The most allowed.
        most: u32,
    },
    /// None of the words that may stand there.
    UnknownWord {
        /// What stands there.
        found: String,
        /// The words, with commas.
        allowed: String,
    },
    /// The same id or word twice.
    Duplicate {
        /// Which.
        found: String,
    },
    /// A criterion that is not defined.
    UnknownCriterion {
        /// What stands there.
        found: String,
        /// Those defined, with commas.
        allowed: String,
    },
    /// Full marks or a step of zero.
    NotPositive,
    /// Every weight is zero.
    NoWeight,
    /// `after` holds neither `weighted` nor `total`: a score would have no end of digits.
    NoFinalRounding,
    /// Not a multiple of the step.
    OffStep {
        /// What stands there.
        value: String,
        /// The step.
        step: String,
    },
    /// A band does not lie below the one before it, or the highest not below full marks.
    BandsNotDescending {
        /// What it must lie below.
        above: String,
    },
    /// The lowest band does not begin at zero, so some points have no band.
    BandsLeaveGap {
        /// Where it begins.
        lowest: String,
    },
    /// A criterion of the rubric that the rule does not reckon.
    RuleLacks {
        /// Its id.
        criterion: String,
    },
    /// A criterion of the rule that the rubric does not have.
    RuleExtra {
        /// Its id.
        criterion: String,
    },
    /// The same criteria in another order.
    RuleOrder {
        /// Ids of the rule.
        rule: String,
        /// Ids of the rubric.
        rubric: String,
    },
    /// Full marks in the rule are not those of the rubric.
    FullMarksDiffer {
        /// Which criterion.
        criterion: String,
        /// In the rule.
        rule: String,
        /// In the rubric.
        rubric: String,
    },
    /// Every class of applicants is an option that is not taken.
    NoClassOpen,
    /// Still the text that asks to be replaced.
    Placeholder {
        /// The text.
        found: String,
    },
    /// No word by which a document could be known.
    NoWords,
    /// A word that another item or class claims too.
    SharedWord {
        /// The word.
        word: String,
        /// Id of the other.
        other: String,
    },
    /// One character, found in almost every name.
    ShortWord {
        /// The word.
        word: String,
    },
    /// A method of review that this version does not carry out.
    NotCarriedOut {
        /// Its word.
        found: String,
    },
    /// No items have the ids that checks go by, so that those checks say nothing.
    IdsWanted {
        /// The ids, with commas.
        ids: String,
    },
    /// No item is required in every package.
    NothingRequired,
    /// No place counts as the seat.
    NoSeats,
    /// Only technology companies may apply, and they cannot apply alone.
    OnlyTechnology,
    /// A single band tells nothing apart.
    OneBand,
    /// A short name too long for a narrow column.
    LongShort {
        /// Most characters.
        most: u32,
    },
    /// Two things that people cannot tell apart.
    SameName {
        /// The name.
        found: String,
        /// Id of the other.
        other: String,
    },
    /// Nothing to think of under a criterion.
    NoGuidance,
    /// The best possible score is not 100.
    BestScore {
        /// What it is.
        found: String,
    },
    /// Weights that look like shares do not add up to 1.
    WeightsSum {
        /// What they add up to.
        found: String,
    },
    /// A criterion that is scored and never counts.
    Weightless,
    /// Fewer reviewers than is usual.
    PanelSmall {
        /// The number asked for.
        found: u32,
        /// The usual least.
        wanted: u32,
    },
    /// An even number of reviewers where an odd one is asked for.
    PanelEven {
        /// The number asked for.
        found: u32,
    },
    /// An odd number is not asked for.
    PanelNotOdd,
    /// A panel of the least size is never trimmed.
    TrimNever {
        /// From so many sheets.
        sheets: u32,
        /// Reviewers asked for.
        reviewers: u32,
    },
    /// After trimming a single sheet decides.
    TrimLeavesOne,
    /// Ties wait for a vote at once.
    NoTies,
    /// Few decimals make ties.
    Coarse {
        /// How many.
        decimals: u32,
    },
    /// Rounding more than once adds up errors.
    RoundsOften,
    /// The id of a shipped profile on other content.
    ShippedId {
        /// The id.
        id: String,
    },
    /// Characters that no shipped font can print.
    MissingGlyphs {
        /// Which.
        characters: String,
    },
}

impl ConfigFault {
    /// Whether the file cannot be used, or should only be looked at again.
    #[must_use]
    pub fn severity(&self) -> Severity {
        let warns = matches!(
            self,
            Self::Placeholder { .. }
                | Self::NoWords
                | Self::SharedWord { .. }
                | Self::ShortWord { .. }
                | Self::IdsWanted { .. }
                | Self::NothingRequired
                | Self::NoSeats
                | Self::OnlyTechnology
                | Self::OneBand
                | Self::LongShort { .. }
                | Self::SameName { .. }
                | Self::NoGuidance
                | Self::BestScore { .. }
                | Self::WeightsSum { .. }
                | Self::Weightless
                | Self::PanelSmall { .. }
                | Self::PanelEven { .. }
                | Self::PanelNotOdd
                | Self::TrimNever { .. }
                | Self::TrimLeavesOne
                | Self::NoTies
                | Self::Coarse { .. }
                | Self::RoundsOften
                | Self::ShippedId { .. }
                | Self::MissingGlyphs { .. }
        );
        if warns { Severity::Warning } else { Severity::Error }
    }

    /// Stable code, such as `unknown_key`.
    #[must_use]
    pub fn code(&self) -> String {
        self.facts().remove("code").unwrap_or_default()
    }

    /// The facts that the words need, by name.
    #[must_use]
    pub fn args(&self) -> BTreeMap<String, String> {
        let mut facts = self.facts();
        facts.remove("code");
        facts
    }

    fn facts(&self) -> BTreeMap<String, String> {
        let Ok(Value::Object(members)) = serde_json::to_value(self) else {
            return BTreeMap::new();
        };
        let text = |value: Value| match value {
            Value::String(text) => text,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
        };
        members.into_iter().map(|(name, value)| (name, text(value))).collect()
    }
}

impl fmt::Display for ConfigFault {
    /// For a log or a support note: the code and its facts. What people read is in the catalogue.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let args: Vec<String> = self.args().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if args.is_empty() {
            write!(f, "{}", self.code())
        } else {
            write!(f, "{} ({})", self.code(), args.join(", "))
        }
    }
}
