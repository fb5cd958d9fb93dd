//! Tests of the whole program, without its window.

mod architecture;
