//! A long document that is kept beside all others: the archive that they come from.

use std::{
    io::Read,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use lx_domain::Digest;
use sha2::{Digest as _, Sha256};

use super::{
    Documents, Stored,
    encrypting::{Encrypting, ended, fill},
};
use crate::{LedgerError, error::AtPath as _};

/// A document on its way in, in a thread of its own. Dropped, it is given up.
pub(super) struct Beside {
    give_up: Arc<AtomicBool>,
    thread: Option<JoinHandle<Result<Stored, LedgerError>>>,
}

impl Beside {
    pub(super) fn begin(documents: Documents, staging: &Path, reader: Box<dyn Read + Send>) -> Result<Self, LedgerError> {
        let give_up = Arc::new(AtomicBool::new(false));
        let out = Encrypting::new(documents, staging, "beside");
        let given_up = Arc::clone(&give_up);
        let thread = thread::Builder::new()
            .name("original".to_owned())
            .spawn(move || keep(reader, out, &given_up))
            .at(staging)?;
        Ok(Self {
            give_up,
            thread: Some(thread),
        })
    }

    pub(super) fn is_finished(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Waits for its end.
    pub(super) fn finish(mut self) -> Result<Stored, LedgerError> {
        self.thread.take().map_or_else(|| Err(ended()), wait)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.give_up.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            let _ = wait(thread);
        }
    }
}

fn wait(thread: JoinHandle<Result<Stored, LedgerError>>) -> Result<Stored, LedgerError> {
    thread.join().unwrap_or_else(|_| Err(ended()))
}

fn keep(mut reader: Box<dyn Read + Send>, mut out: Encrypting, given_up: &AtomicBool) -> Result<Stored, LedgerError> {
    let kept = copy(&mut reader, &mut out, given_up);
    out.close()?;
    kept
}

fn copy(reader: &mut dyn Read, out: &mut Encrypting, given_up: &AtomicBool) -> Result<Stored, LedgerError> {
    let (mut hash, mut bytes, mut chunk) = (Sha256::new(), 0_u64, Vec::new());
    while !given_up.load(Ordering::Relaxed) {
        fill(&mut chunk, reader).map_err(LedgerError::Source)?;
        if chunk.is_empty() {
            let digest = Digest(hash.finalize().into());
            out.end(&digest)?;
            return Ok(Stored { digest, bytes });
        }
        hash.update(&chunk);
        bytes = bytes.saturating_add(u64::try_from(chunk.len()).unwrap_or_default());
        out.write(&chunk)?;
    }
    Err(ended())
}
