//! An entry on its way: its first bytes to tell what it is, the rest straight to the sink.

use std::io::{self, Read};

use lx_domain::Digest;

use super::budget::{Fault, Guarded};
use crate::{
    error::IntakeError,
    limits::Limits,
    magic::{self, HEAD},
    sink::Sink,
};

/// What reading an entry's first bytes (or all of a small container) gave.
pub(super) enum Content {
    /// All of it.
    Whole(Vec<u8>),
    /// The first bytes of a long one.
    Head(Vec<u8>),
}

/// Reads the first bytes; of containers, whose directory stands at their end, everything that fits.
pub(super) fn sniff(guarded: &mut Guarded<'_>, limits: &Limits) -> Content {
    let mut head = Vec::new();
    let first = u64::try_from(HEAD).unwrap_or(u64::MAX);
    if guarded.by_ref().take(first).read_to_end(&mut head).is_err() {
        return Content::Head(head);
    }
    if magic::packed(&head).is_none() {
        return Content::Head(head);
    }
    let room = limits.inner_archive_bytes.saturating_add(1).saturating_sub(first);
    if guarded.by_ref().take(room).read_to_end(&mut head).is_err() {
        return Content::Head(head);
    }
    if u64::try_from(head.len()).unwrap_or(u64::MAX) <= limits.inner_archive_bytes {
        return Content::Whole(head);
    }
    if matches!(
        magic::extension(guarded.path).as_str(),
        "docx" | "xlsx" | "pptx" | "ofd" | "ods" | "odt" | "et" | "wps"
    ) {
        return Content::Head(head);
    }
    let (package, entry) = (guarded.package.to_owned(), guarded.path.to_owned());
    guarded.fault = Some(Fault::Refused(IntakeError::TooBig {
        package,
        entry,
        limit: limits.inner_archive_bytes,
    }));
    Content::Head(Vec::new())
}

/// What streaming a document gave.
pub(super) struct Fetched {
    pub(super) kept: Result<(Digest, u64), IntakeError>,
    /// Its bytes, where they are few enough to be read.
    pub(super) copy: Option<Vec<u8>>,
}

pub(super) fn stream(sink: &mut dyn Sink, path: &str, head: &[u8], rest: &mut Guarded<'_>, readable: u64) -> Fetched {
    let mut tee = Tee {
        inner: head.chain(rest),
        copy: Some(Vec::new()),
        room: readable,
    };
    let kept = sink.document(path, &mut tee).map_err(IntakeError::from);
    Fetched { kept, copy: tee.copy }
}

/// Remembers what goes through, up to a bound.
struct Tee<R> {
    inner: R,
    copy: Option<Vec<u8>>,
    room: u64,
}

impl<R: Read> Read for Tee<R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buf)?;
        let fits = self
            .copy
            .as_ref()
            .is_some_and(|c| u64::try_from(c.len() + n).is_ok_and(|l| l <= self.room));
        match (&mut self.copy, buf.get(..n)) {
            (Some(copy), Some(got)) if fits => copy.extend_from_slice(got),
            _ => self.copy = None,
        }
        Ok(n)
    }
}
