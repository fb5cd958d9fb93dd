//! Facts only flow to the right: who may know whom, as drawn in the README and kept here.

mod circles;
mod crates;
mod interface;
