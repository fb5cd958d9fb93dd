//! What a package leaves while it is taken apart.

use std::io::Read;

use lx_domain::Digest;
use lx_intake::{Sink, SinkError};
use lx_ledger::{DocumentBatch, LedgerError, TextBlock};

use crate::bundle::kept;

/// Where the documents of a package wait until all of it is there: encrypted, in no table yet.
pub(super) struct DeskSink {
    pub(super) batch: DocumentBatch,
    /// Name of the original under way.
    package: String,
    pub(super) texts: Vec<(Digest, Vec<TextBlock>)>,
    pub(super) original: Option<(String, Digest, u64)>,
    /// What ends the whole import, not only this package.
    pub(super) broken: Option<LedgerError>,
}

impl DeskSink {
    pub(super) fn new(batch: DocumentBatch) -> Self {
        Self {
            batch,
            package: String::new(),
            texts: Vec::new(),
            original: None,
            broken: None,
        }
    }

    fn store(&mut self, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        let stored = self.batch.store(reader);
        self.or_broken(stored).map(|stored| (stored.digest, stored.bytes))
    }

    fn or_broken<T>(&mut self, done: Result<T, LedgerError>) -> Result<T, SinkError> {
        match done {
            Ok(done) => Ok(done),
            Err(LedgerError::Source(error)) => Err(SinkError(Box::new(error))),
            Err(error) => {
                let words = error.to_string();
                self.broken = Some(error);
                Err(SinkError(words.into()))
            }
        }
    }
}

impl Sink for DeskSink {
    fn original(&mut self, name: &str, reader: Box<dyn Read + Send>) -> Result<(), SinkError> {
        self.package = name.to_owned();
        let begun = self.batch.store_beside(reader);
        self.or_broken(begun)
    }

    fn original_kept(&mut self) -> Result<Option<Digest>, SinkError> {
        let kept = self.batch.stored_beside();
        let Some(stored) = self.or_broken(kept)? else {
            return Ok(None);
        };
        self.original = Some((self.package.clone(), stored.digest, stored.bytes));
        Ok(Some(stored.digest))
    }

    fn document(&mut self, _path: &str, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        self.store(reader)
    }

    fn text(&mut self, digest: &Digest, blocks: &[lx_intake::TextBlock]) -> Result<(), SinkError> {
        self.texts.push((*digest, kept(blocks)));
        Ok(())
    }
}
