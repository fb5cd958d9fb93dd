//! The formats tar and gzip: headers, properties, entries. Knows nothing of what becomes of them.

pub(crate) mod gzip;
pub(crate) mod header;
mod pax;
pub(crate) mod reader;
