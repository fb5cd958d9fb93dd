//! The steps together, on real desks in folders that go away.

mod carrying;
mod correcting;
mod importing;
mod leaving;
mod merging;
mod opening;
mod panel;
mod proving;
mod screening;
mod supplementing;
