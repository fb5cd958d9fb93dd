//! `make bench`: the product's speed beside common tools, as ratios of one run.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a measurement looks at the clock")]

use std::path::Path;

mod bombs;
mod cancelling;
mod importing;
mod keeping;
mod memory;
mod merging;
mod opening;
mod panel;
mod report;
mod searching;
#[allow(dead_code, reason = "the end-to-end tests use more of it")]
#[path = "../e2e/stage.rs"]
mod stage;
mod standing;
mod table;
#[allow(dead_code, reason = "the end-to-end tests use more of it")]
#[path = "../e2e/window.rs"]
mod window;

use table::Row;

/// What measures one or more rows.
type Measure = fn() -> Vec<Row>;

/// Every row by its name; `cargo bench --bench speed -- report` measures that one alone.
const ROWS: [(&str, Measure); 10] = [
    ("import", || vec![importing::row()]),
    ("keep", || vec![keeping::row()]),
    ("cancel", || vec![cancelling::row()]),
    ("memory", || vec![memory::row()]),
    ("bombs", || vec![bombs::many(), bombs::overlapping()]),
    ("search", searching::rows),
    ("merge", || vec![merging::row()]),
    ("standing", || vec![standing::row()]),
    ("report", || vec![report::row()]),
    ("window", || vec![opening::row()]),
];

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    if let [what, file] = given.as_slice()
        && what == report::SET_AGAIN
    {
        return report::set_again(Path::new(file));
    }
    let asked = ROWS.iter().filter(|(name, _)| given.is_empty() || given.iter().any(|g| g == name));
    table::print(&asked.flat_map(|(_, rows)| rows()).collect::<Vec<_>>());
}
