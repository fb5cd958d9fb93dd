//! Archives and folders, taken apart entry by entry.

pub(crate) mod ahead;
pub(crate) mod budget;
pub(crate) mod folder;
pub(crate) mod junk;
pub(crate) mod listing;
pub(crate) mod names;
pub(crate) mod paths;
pub(crate) mod sevenz;
mod streaming;
pub(crate) mod tar;
pub(crate) mod unpack;
pub(crate) mod zip;
