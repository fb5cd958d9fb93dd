//! How much of an untrusted package is taken.

use std::time::Duration;

use serde::{Deserialize, Serialize};

const MIB: u64 = 1024 * 1024;

/// The bounds a package must keep. One budget covers all nesting, counted on real bytes, never on declared ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Bytes of the archive itself.
    pub archive_bytes: u64,
    /// Entries over all nesting.
    pub entries: u64,
    /// Unpacked bytes of one entry.
    pub entry_bytes: u64,
    /// Unpacked bytes over all nesting.
    pub total_bytes: u64,
    /// Unpacked bytes per packed byte, once [`Limits::ratio_from`] bytes are out.
    pub ratio: u64,
    /// Unpacked bytes from which the ratio counts.
    pub ratio_from: u64,
    /// Archives inside archives.
    pub nesting: u32,
    /// Bytes of an archive inside an archive; it is held in memory.
    pub inner_archive_bytes: u64,
    /// Parts of a path.
    pub path_depth: usize,
    /// UTF-16 units of one part of a path.
    pub component_units: usize,
    /// Bytes of one XML part of an office document.
    pub xml_part_bytes: u64,
    /// Bytes of a document whose text is read; a bigger one is kept unread, with a finding.
    pub readable_bytes: u64,
    /// Pixels of a picture that is drawn; a bigger one is kept, with a finding. A3 at 600 dots per inch has 70 million.
    pub picture_pixels: u64,
    /// Time that reading one document may take; afterwards it is kept unread, with a finding.
    pub reading_time: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            archive_bytes: 4096 * MIB,
            entries: 20_000,
            entry_bytes: 1024 * MIB,
            total_bytes: 4096 * MIB,
            ratio: 200,
            ratio_from: 10 * MIB,
            nesting: 3,
            inner_archive_bytes: 256 * MIB,
            path_depth: 32,
            component_units: 240,
            xml_part_bytes: 64 * MIB,
            readable_bytes: 64 * MIB,
            picture_pixels: 80_000_000,
            reading_time: Duration::from_secs(30),
        }
    }
}
