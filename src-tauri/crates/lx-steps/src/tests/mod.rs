//! The steps together, on real desks in folders that go away.

mod merging;
mod opening;
mod panel;
mod proving;
mod supplementing;
