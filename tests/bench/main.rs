//! `make bench`: the product's speed beside common tools, as ratios of one run.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a measurement looks at the clock")]

use std::path::Path;

mod importing;
mod merging;
mod opening;
mod panel;
mod report;
#[allow(dead_code, reason = "the end-to-end tests use more of it")]
#[path = "../e2e/stage.rs"]
mod stage;
mod standing;
mod table;
#[allow(dead_code, reason = "the end-to-end tests use more of it")]
#[path = "../e2e/window.rs"]
mod window;

/// Every row by its name; `cargo bench --bench speed -- report` measures that one alone.
const ROWS: [(&str, fn() -> table::Row); 5] = [
    ("import", importing::row),
    ("merge", merging::row),
    ("standing", standing::row),
    ("report", report::row),
    ("window", opening::row),
];

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    if let [what, file] = given.as_slice()
        && what == report::SET_AGAIN
    {
        return report::set_again(Path::new(file));
    }
    let asked = ROWS.iter().filter(|(name, _)| given.is_empty() || given.iter().any(|g| g == name));
    table::print(&asked.map(|(_, row)| row()).collect::<Vec<_>>());
}
