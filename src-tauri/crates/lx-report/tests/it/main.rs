//! Reports made, looked at from outside, changed, and checked.

mod bench;
mod check;
mod papers;
mod pdf;
mod record;
mod workbook;
