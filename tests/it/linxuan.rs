//! The command line as people script against it.

mod carry;
mod demo;
mod network;
mod panel;
mod profile;
mod usage;
