//! One function for each command: a request comes in, one step is called, a view goes out. Both faces call these.

mod beginning;
mod carrying;
mod deciding;
mod desk;
mod document;
mod listing;
mod merging;
mod opening;
mod profiles;
mod reporting;
mod scoring;
mod screening;
mod standing;
mod supplementing;
mod taking;

pub use beginning::{begin, begun};
pub use carrying::{carryable, look_at_carry, look_through_carry, receive_carry, send_carry};
pub use deciding::{decide, deciding, dissent, opine};
pub use desk::{Found, close_words, desk, find, journal, recent, search, search_all};
pub use document::document;
pub use listing::{keep_listing, listing, look_at_listing, remove_listing};
pub use merging::{merge_sheets, merging, rule, sample_sheets};
pub use opening::{
    add_cards, create_batch, export_batch, export_card, freeze, look_at_batch, member_views, open_batch, opening, profiles, remove_member,
    roster, set_member_role,
};
pub use profiles::{export_profile, lint_faults, look_at_own_profile, look_at_profile};
pub use reporting::{make_report, reports, verify_file};
pub use scoring::{abstain, assessment, blocker_view, declare, score, seal_sheet, sheet};
pub use screening::{application, applications, correct_field, screen};
pub use standing::{say_code, standing};
pub use supplementing::{
    compare, compare_texts, defer, first_reading, local_time, make_notice, make_receipt, notice_lines, reception, set_deadline, take_back,
    versions,
};
pub use taking::{ImportTerms, import_packages, import_paths, peek, preview_on, preview_packages, preview_under};

use std::{path::PathBuf, str::FromStr};

use lx_domain::{ApplicationNumber, Digest, Fingerprint};
use serde::{Serialize, de::DeserializeOwned};

use crate::Fault;

/// The snake-case word of a unit variant, as it stands in JSON.
#[must_use]
pub fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        Ok(other) => other.to_string(),
        Err(_) => String::new(),
    }
}

/// The variant that a word names.
///
/// # Errors
/// A fault naming the kind of thing and the word.
pub fn named<T: DeserializeOwned>(what: &'static str, text: &str) -> Result<T, Fault> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).map_err(|_| Fault::unknown(what, text))
}

fn parsed<T: FromStr>(what: &'static str, text: &str) -> Result<T, Fault> {
    text.trim().parse().map_err(|_| Fault::unknown(what, text))
}

/// An application number.
///
/// # Errors
/// A fault that names it.
pub fn number(text: &str) -> Result<ApplicationNumber, Fault> {
    parsed("application", text)
}

fn fingerprint(text: &str) -> Result<Fingerprint, Fault> {
    parsed("member", text)
}

fn digest(text: &str) -> Result<Digest, Fault> {
    parsed("digest", text)
}

fn paths(texts: &[String]) -> Vec<PathBuf> {
    texts.iter().map(PathBuf::from).collect()
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
