//! `make bench`: the product's speed beside common tools, as ratios of one run.
#![allow(clippy::disallowed_methods, clippy::disallowed_types, reason = "a measurement looks at the clock")]

mod importing;
mod merging;
mod opening;
mod panel;
mod report;
#[allow(dead_code, reason = "the end-to-end tests use more of it")]
#[path = "../e2e/stage.rs"]
mod stage;
mod table;
#[allow(dead_code, reason = "the end-to-end tests use more of it")]
#[path = "../e2e/window.rs"]
mod window;

fn main() {
    table::print(&[importing::row(), merging::row(), report::row(), opening::row()]);
}
