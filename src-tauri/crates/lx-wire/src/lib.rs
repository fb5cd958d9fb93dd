//! The only types the faces see: requests, views and faults, and from them the TypeScript bindings of the window.
//!
//! Every view is flat, named in snake case and the same over IPC and in `linxuan --json`. Points, scores and totals are
//! decimal texts (`"17.50"`), digests lower-case hexadecimal, times milliseconds since 1970 (shown in UTC+8).

pub mod beginning;
pub mod bindings;
pub mod carrying;
pub mod commands;
pub mod deciding;
pub mod desk;
pub mod face;
pub mod fault;
pub mod merging;
pub mod opening;
pub mod profiles;
pub mod reporting;
pub mod scoring;
pub mod screening;
pub mod supplementing;
pub mod taking;
pub mod text;

pub use fault::Fault;
pub use text::{Lang, Texts};
