//! Archives made to exhaust: refused, and how long that takes.

use std::{
    fs::File,
    io::{BufWriter, Read, Write as _},
    path::Path,
    time::{Duration, Instant},
};

use lx_domain::Digest;
use lx_intake::{Sink, SinkError, TextBlock};
use zip::{CompressionMethod, write::SimpleFileOptions};

use crate::{
    keeping::take_unread,
    table::{Goal, Row, middle_of_three},
};

const ENTRIES: u32 = 100_000;

/// Measures a ZIP of 100,000 entries.
pub fn many() -> Row {
    row("100,000 entries", "intake_too_many", |path| {
        let mut archive = zip::ZipWriter::new(BufWriter::new(File::create(path).expect("a file")));
        let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for nth in 0..ENTRIES {
            archive.start_file(format!("{nth}.txt"), plain).expect("an entry");
            archive.write_all(b"x").expect("its byte");
        }
        archive.finish().expect("an archive");
    })
}

/// Measures a ZIP whose directory names one stretch of bytes ten thousand times.
pub fn overlapping() -> Row {
    row("10,000 entries over the same bytes", "intake_overlap", |path| {
        let mut bytes = Vec::new();
        let local = |bytes: &mut Vec<u8>| {
            bytes.extend(b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0");
            bytes.extend([0_u8; 4]);
            bytes.extend(4_u32.to_le_bytes());
            bytes.extend(4_u32.to_le_bytes());
            bytes.extend(9_u16.to_le_bytes());
            bytes.extend(0_u16.to_le_bytes());
            bytes.extend(b"00000.txt");
            bytes.extend([0_u8; 4]);
        };
        local(&mut bytes);
        let directory = bytes.len();
        for nth in 0..10_000 {
            bytes.extend(b"PK\x01\x02\x14\0\x14\0\0\0\0\0\0\0\0\0");
            bytes.extend([0_u8; 4]);
            bytes.extend(4_u32.to_le_bytes());
            bytes.extend(4_u32.to_le_bytes());
            bytes.extend(9_u16.to_le_bytes());
            bytes.extend([0_u8; 12]);
            bytes.extend(0_u32.to_le_bytes());
            bytes.extend(format!("{nth:05}.txt").into_bytes());
        }
        let size = bytes.len() - directory;
        bytes.extend(b"PK\x05\x06\0\0\0\0");
        bytes.extend(10_000_u16.to_le_bytes());
        bytes.extend(10_000_u16.to_le_bytes());
        bytes.extend(u32::try_from(size).expect("small").to_le_bytes());
        bytes.extend(u32::try_from(directory).expect("small").to_le_bytes());
        bytes.extend(0_u16.to_le_bytes());
        std::fs::write(path, bytes).expect("a file");
    })
}

fn row(what: &str, code: &str, make: impl FnOnce(&Path)) -> Row {
    let folder = tempfile::tempdir().expect("a folder");
    let package = folder.path().join("GZ2026-901 项目.zip");
    make(&package);
    let ours = middle_of_three(|| {
        let started = Instant::now();
        let refused = take_unread(&package, &mut Nowhere::default()).expect_err("a refusal");
        assert_eq!(refused.code(), code);
        started.elapsed()
    });
    Row {
        what: format!("refuse {what}"),
        ours: ours.into(),
        beside: "–".to_owned(),
        theirs: None,
        goal: Goal::Most(Duration::from_secs(1).into()),
    }
}

/// Reads everything, keeps nothing.
#[derive(Default)]
struct Nowhere(Option<Digest>);

impl Nowhere {
    fn read(reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        let bytes = std::io::copy(reader, &mut std::io::sink()).map_err(|error| SinkError(Box::new(error)))?;
        Ok((Digest::of(&bytes.to_le_bytes()), bytes))
    }
}

impl Sink for Nowhere {
    fn original(&mut self, _: &str, mut reader: Box<dyn Read + Send>) -> Result<(), SinkError> {
        self.0 = Some(Self::read(&mut reader)?.0);
        Ok(())
    }

    fn original_kept(&mut self) -> Result<Option<Digest>, SinkError> {
        Ok(self.0)
    }

    fn document(&mut self, _: &str, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        Self::read(reader)
    }

    fn text(&mut self, _: &Digest, _: &[TextBlock]) -> Result<(), SinkError> {
        Ok(())
    }
}
