//! Sheets and rulings and the frozen rule make a standing, exactly.
//!
//! Points are whole hundredths, means are exact fractions, and a value is rounded only at the stages that the rule
//! names. The standing is a pure function of its inputs: neither the order of the sheets nor that of the merging can
//! matter. Agreement and stability are diagnostics beside it and never touch a score.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::as_conversions,
        clippy::float_arithmetic,
        clippy::indexing_slicing,
        clippy::wildcard_enum_match_arm,
        missing_docs
    )
)]

mod agreement;
mod exact;
mod heads;
mod json;
mod line;
mod merge;
mod panel;
mod rank;
mod reckon;
mod stability;
mod standing;
mod table;
mod trim;
mod valid;
mod warn;

pub use exact::Score;
pub use heads::{Alarm, Conflict, MissingParent, VoidWhy, Voided};
pub use merge::{Outcome, VetoTally, standing_of};
pub use reckon::{reckon, reckon_with_votes};
pub use standing::{
    Agreement, Args, Cell, Dropped, Figure, NoFigure, SheetTotal, Side, Stability, Standard, Standing, TallyApplication, TallySheet,
    Warning, WhyNot, WhyNotCode,
};
pub use table::{TableError, TableFault, read_score_table};
