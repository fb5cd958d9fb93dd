//! Readers of foreign documents, each in a process of its own.

use std::{
    ffi::OsStr,
    io::{self, Read, Write},
    path::PathBuf,
};

use lx_intake::{READ_DOCUMENTS, READER_MEMORY, read_apart, serve_readers};

/// What a program does first. Started as a reader, it reads until it is told to end, within `limit` of its memory; the
/// program then must end. Started by a person, it goes on, and documents are read by `program`, this one started again.
///
/// `first` is the first word of its command line.
pub fn began_as_reader(
    first: Option<&OsStr>,
    program: io::Result<PathBuf>,
    limit: impl FnOnce(usize),
    input: &mut dyn Read,
    output: &mut dyn Write,
) -> bool {
    if first.is_some_and(|word| word == READ_DOCUMENTS) {
        limit(READER_MEMORY);
        // Whoever asked is gone where this fails: nobody is left to be told.
        let _ = serve_readers(input, output);
        return true;
    }
    if let Ok(program) = program {
        read_apart(program);
    }
    false
}
