//! Where the bytes go, and who watches.

use std::{io::Read, ops::ControlFlow};

use lx_domain::Digest;
use serde::{Deserialize, Serialize};

/// A piece of a document's text and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextBlock {
    /// `第4页`, `第2段`, `表1 第3行第2列`, `第4页 表1 第3行第2列`, `Sheet1!B3`.
    pub place: String,
    /// The text.
    pub text: String,
}

/// Why the sink could not keep something; intake only hands it on.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct SinkError(#[from] pub Box<dyn std::error::Error + Send + Sync>);

/// Keeps the bytes of a package. If [`take`](crate::take) fails, the caller rolls back what the sink was given.
pub trait Sink {
    /// Begins to keep the archive as it came, byte for byte, beside the documents out of it. Not called for folders.
    ///
    /// # Errors
    /// Whatever keeps the sink from keeping; taking ends.
    fn original(&mut self, name: &str, reader: Box<dyn Read + Send>) -> Result<(), SinkError>;

    /// The digest of the original once all of it is kept; nothing while it is under way.
    ///
    /// # Errors
    /// As [`Sink::original`].
    fn original_kept(&mut self) -> Result<Option<Digest>, SinkError>;

    /// Keeps one document under its content; `path` is a label, never a file name.
    ///
    /// # Errors
    /// As [`Sink::original`]. A document whose reader fails must leave nothing behind: it is quarantined and taking goes on.
    fn document(&mut self, path: &str, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError>;

    /// Keeps what was read out of a document, for search.
    ///
    /// # Errors
    /// As [`Sink::original`].
    fn text(&mut self, digest: &Digest, blocks: &[TextBlock]) -> Result<(), SinkError>;
}

/// Is told how far taking has come, and may end it.
pub trait Watch {
    /// `bytes` and `files` taken so far over this package, and the name at hand. [`ControlFlow::Break`] ends taking.
    fn progress(&mut self, bytes: u64, files: u64, name: &str) -> ControlFlow<()>;

    /// Package `nth` (from 1) of `of` is taken from now on.
    fn package(&mut self, _nth: u64, _of: u64) {}
}

/// Nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn progress(&mut self, _bytes: u64, _files: u64, _name: &str) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// Where nothing is kept: a dry run, and documents that are read again.
pub(crate) struct Nowhere;

impl Nowhere {
    fn refuse() -> SinkError {
        SinkError("nothing is kept here".into())
    }
}

impl Sink for Nowhere {
    fn original(&mut self, _: &str, _: Box<dyn Read + Send>) -> Result<(), SinkError> {
        Err(Self::refuse())
    }

    fn original_kept(&mut self) -> Result<Option<Digest>, SinkError> {
        Err(Self::refuse())
    }

    fn document(&mut self, _: &str, _: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        Err(Self::refuse())
    }

    fn text(&mut self, _: &Digest, _: &[TextBlock]) -> Result<(), SinkError> {
        Err(Self::refuse())
    }
}
