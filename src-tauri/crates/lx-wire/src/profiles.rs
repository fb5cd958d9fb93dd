//! Profiles: what is wrong with one, and what it means in words.

use serde::Serialize;
use ts_rs::TS;

/// A profile before it is used. Command `look_at_profile(name) -> ProfileLook`: a shipped id, a path, or nothing for the
/// batch of this desk; `export_profile(name, path) -> String` writes a copy to edit.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileLook {
    /// Shipped id or whole path, to hand to `create_batch`; empty for the batch's own.
    pub name: String,
    /// Whether the program ships it.
    pub shipped: bool,
    /// Faults, by line.
    pub faults: Vec<LintFault>,
    /// How many of them stop it from being used.
    pub errors: u32,
    /// How many should be looked at again.
    pub warnings: u32,
    /// What it means; absent where a fault is an error.
    pub words: Option<ProfileWords>,
}

/// A fault of a profile.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LintFault {
    /// Line, from 1.
    pub line: u32,
    /// Path of the key; empty where the file is not TOML.
    pub key: String,
    /// `error` or `warning`.
    pub severity: String,
    /// Stable code.
    pub code: String,
    /// What it is.
    pub message: String,
    /// What to do.
    pub advice: String,
    /// The clause stated for what is concerned; empty where there is none.
    pub clause: String,
}

/// A profile as plain sentences that an official can check.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileWords {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Edition.
    pub edition: String,
    /// What it rests on.
    pub source: String,
    /// Digest.
    pub digest: String,
    /// Its short form (校验码).
    pub short: String,
    /// In reading order.
    pub sections: Vec<WordsSection>,
    /// How points become a score, with made-up numbers.
    pub example: Option<ExampleView>,
}

/// A chapter of a profile.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WordsSection {
    /// `eligibility`, `checklist`, `scoring`, `panel`, `reckoning`, `ties`, `vetoes`, `grounds` or `report`.
    pub id: String,
    /// Heading.
    pub title: String,
    /// What holds for all that follows; may be empty.
    pub intro: String,
    /// Its rules.
    pub lines: Vec<WordsLine>,
}

/// One rule.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WordsLine {
    /// The rule.
    pub says: String,
    /// What belongs to it.
    pub details: Vec<String>,
    /// Its clause; may be empty.
    pub clause: String,
    /// `N` the notice, `L` a reference, `P` a proposal of this program.
    pub marks: Vec<String>,
    /// Whether it is an option that is not taken.
    pub off: bool,
}

/// A worked example.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExampleView {
    /// Names of the criteria, short.
    pub criteria: Vec<String>,
    /// The sheets.
    pub rows: Vec<ExampleRow>,
    /// Means of the kept points, by criterion, to the rule's decimals.
    pub means: Vec<String>,
    /// Weights by criterion; empty where all are one.
    pub weights: Vec<String>,
    /// The score.
    pub score: String,
    /// What happened, a sentence each.
    pub says: Vec<String>,
}

/// A sheet of a worked example.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExampleRow {
    /// 专家1.
    pub reviewer: String,
    /// Points, by criterion.
    pub cells: Vec<ExampleCell>,
    /// Their weighted sum.
    pub total: String,
    /// Whether trimming dropped the whole sheet.
    pub dropped: bool,
}

/// Points in a worked example.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExampleCell {
    /// Points.
    pub points: String,
    /// Whether trimming dropped them.
    pub dropped: bool,
}
