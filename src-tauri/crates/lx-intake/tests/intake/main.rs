//! Packages as institutions send them, and as attackers would.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod across;
mod answers;
mod applying;
mod consistent;
mod desk;
mod documents;
mod forge;
mod forms;
mod hostile;
mod inside;
mod layouts;
mod mixed;
mod peeking;
mod pictures;
mod previewing;
mod recognised;
mod rosters;
mod ruled;
mod samples;
mod signed;
mod tarball;
mod tarred;
mod unlike;
mod unsaid;
mod unseen;
