//! The whole way in the real window, as its users go it; pictures stay in `target/e2e`.
#![allow(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "a test may look at the clock and at the web driver's port"
)]

mod carry;
mod flow;
mod keyboard;
mod person;
mod revival;
mod sample;
mod sixty;
mod stage;
mod taking;
mod tour;
mod verdicts;
mod visitor;
mod window;
mod wiretap;
