//! Reports made, looked at from outside, changed, and checked.
#![allow(clippy::disallowed_methods, reason = "a measurement looks at the clock")]

mod bench;
mod check;
mod papers;
mod pdf;
mod record;
mod workbook;
