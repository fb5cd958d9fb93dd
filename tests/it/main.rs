//! Tests of the whole program, without its window.
#![allow(clippy::disallowed_methods, reason = "a test may look at its environment")]

mod architecture;
mod bindings;
mod linxuan;
mod taking;
mod words;
