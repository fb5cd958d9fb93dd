//! Tests of the whole program, without its window.

mod architecture;
mod bindings;
mod linxuan;
mod words;
