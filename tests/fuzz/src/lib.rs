//! What the targets share.
#![feature(alloc_error_hook)]

use std::{
    alloc::{Layout, set_alloc_error_hook},
    backtrace::Backtrace,
    io::{Cursor, Write},
    panic,
    sync::{LazyLock, Once},
};

use lx_domain::Profile;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

static PROFILE: LazyLock<Profile> =
    LazyLock::new(|| Profile::parse(include_str!("../../../assets/profiles/guangzhou-2022.toml")).expect("the shipped profile"));

/// Reads a document of this name, and what a package of it says. What a library does over a hostile document is what the
/// product's guard is for: its panic, and its request for more memory than there is, become findings. A panic or such a request of our
/// own, an abort, a hang or a flood of memory is a fault.
pub fn read(bytes: &[u8], name: &str) {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let ours = panic::take_hook();
        panic::set_hook(Box::new(move |crash| {
            let library = crash.location().is_some_and(|at| at.file().contains("/registry/"));
            if !library && !crash.payload().is::<LibraryAsked>() {
                ours(crash);
            }
        }));
        set_alloc_error_hook(refused);
    });
    let _ = panic::catch_unwind(|| lx_intake::fuzz::document(bytes, name, &PROFILE));
}

/// A library asked for more memory than there is.
struct LibraryAsked;

/// The reader's process ends here; this one goes on if the innermost code that is not the standard library's is a library's.
fn refused(wanted: Layout) {
    let trace = Backtrace::force_capture().to_string();
    let from = trace.lines().find(|line| line.contains("/registry/") || line.contains("/lx-"));
    if from.is_some_and(|line| line.contains("/registry/")) {
        panic::panic_any(LibraryAsked);
    }
    eprintln!("{} bytes were asked for", wanted.size());
}

/// A zipped document of these parts. Fuzzing the parts reaches the readers; fuzzing the container would not.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        zip.start_file(*name, stored).expect("a part");
        zip.write_all(bytes).expect("its bytes");
    }
    zip.finish().expect("a container").into_inner()
}

/// The pieces of an input between lines of `====`.
pub fn pieces(data: &[u8]) -> Vec<&[u8]> {
    let mark = b"\n====\n";
    let mut found = Vec::new();
    let mut rest = data;
    while let Some(at) = rest.windows(mark.len()).position(|w| w == mark) {
        found.push(&rest[..at]);
        rest = &rest[at + mark.len()..];
    }
    found.push(rest);
    found
}
