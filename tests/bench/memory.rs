//! The memory that importing the largest package takes, at its highest.

use std::{
    fs::File,
    io::{BufWriter, Write as _},
    path::Path,
    process::Command,
};

use zip::{CompressionMethod, write::SimpleFileOptions};

use crate::{
    importing,
    table::{Amount, Goal, Row},
};

const FILES: u64 = 125;
const BYTES: u64 = 32 << 20;

/// Measures it: 125 files of 32 MiB, a little under 4 GiB.
pub fn row() -> Row {
    let folder = tempfile::tempdir().expect("a folder");
    let package = folder.path().join("GZ2026-902 极大包.zip");
    make(&package);
    let command = importing::command(folder.path(), "desk", &package);
    // Python knows what the system counted of its child.
    let script = "import resource, subprocess, sys\n\
        done = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)\n\
        print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 if done.returncode == 0 else 'failed')\n";
    let mut under = Command::new("python3");
    under.args(["-c", script]).arg(command.get_program()).args(command.get_args());
    let said = under.output().expect("python3 runs");
    let peak = String::from_utf8_lossy(&said.stdout).trim().parse().expect("bytes");
    Row {
        what: "memory while importing 4 GiB".to_owned(),
        ours: Amount::Bytes(peak),
        beside: "–".to_owned(),
        theirs: None,
        goal: Goal::Most(Amount::Bytes(300_000_000)),
    }
}

fn make(package: &Path) {
    let mut archive = zip::ZipWriter::new(BufWriter::new(File::create(package).expect("a file")));
    let plain = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut chunk = vec![0_u8; 1 << 16];
    for nth in 0..FILES {
        archive.start_file(format!("附件/{nth:03}.bin"), plain).expect("an entry");
        let mut left = BYTES;
        while left > 0 {
            for word in chunk.chunks_exact_mut(8) {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                word.copy_from_slice(&state.to_le_bytes());
            }
            archive.write_all(&chunk).expect("its bytes");
            left -= 1 << 16;
        }
    }
    archive.finish().expect("an archive");
}
