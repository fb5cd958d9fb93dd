//! Taking documents in: hashed here, encrypted and written on a second thread, made durable together.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read},
    path::PathBuf,
    sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel},
    thread::{self, JoinHandle},
};

use lx_domain::Digest;
use sha2::{Digest as _, Sha256};

use super::{
    Documents, Stored,
    beside::Beside,
    encrypting::{CHUNK, Encrypting, ended, fill},
};
use crate::{
    LedgerError,
    error::AtPath as _,
    files::{make_durable, rename},
    keys::random,
};

/// How the folder of an unfinished group begins.
pub(super) const STAGING: &str = "incoming-";

const CHUNKS_UNDER_WAY: usize = 16;

/// Documents that are durable in the folder and wait to be named in a transaction by [`crate::Tx::put_documents`].
#[derive(Debug, Clone)]
#[must_use = "documents that no transaction names are swept when the desk is next opened"]
pub struct StoredDocuments {
    stored: BTreeSet<Stored>,
}

impl StoredDocuments {
    /// The documents, by digest.
    pub fn iter(&self) -> impl Iterator<Item = &Stored> {
        self.stored.iter()
    }
}

/// Documents on their way in. Dropped without [`DocumentBatch::commit`], nothing of them stays: they are removed beside what
/// follows, and are gone before the next group begins or the desk is closed.
pub struct DocumentBatch {
    documents: Documents,
    staging: PathBuf,
    stored: BTreeSet<Stored>,
    worker: Option<Worker>,
    beside: Option<Beside>,
}

struct Worker {
    messages: SyncSender<Message>,
    spare: Receiver<Vec<u8>>,
    thread: JoinHandle<Result<(), LedgerError>>,
}

enum Message {
    Bytes(Vec<u8>),
    End(Digest),
    Discard,
}

impl std::fmt::Debug for DocumentBatch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("DocumentBatch")
            .field("stored", &self.stored.len())
            .finish_non_exhaustive()
    }
}

impl DocumentBatch {
    pub(super) fn begin(documents: Documents) -> Result<Self, LedgerError> {
        let staging = documents.folder().join(format!("{STAGING}{}", hex::encode(random::<8>()?)));
        fs::create_dir(&staging).at(&staging)?;
        let (messages, inbox) = sync_channel(CHUNKS_UNDER_WAY);
        let (spare_out, spare) = channel();
        let out = Encrypting::new(documents.clone(), &staging, "under-way");
        let thread = thread::Builder::new()
            .name("documents".to_owned())
            .spawn(move || encrypt(out, &inbox, &spare_out))
            .at(&staging)?;
        Ok(Self {
            documents,
            staging,
            stored: BTreeSet::new(),
            worker: Some(Worker { messages, spare, thread }),
            beside: None,
        })
    }

    /// Takes one document, hashing while it is encrypted.
    ///
    /// # Errors
    /// [`LedgerError::Source`] if `reader` fails: this one document is dropped, the batch goes on. Any other error ends
    /// the batch.
    pub fn store(&mut self, reader: &mut dyn Read) -> Result<Stored, LedgerError> {
        match self.send_document(reader) {
            Ok(stored) => {
                self.stored.insert(stored);
                Ok(stored)
            }
            Err(Interrupted::Source(e)) => Err(LedgerError::Source(e)),
            Err(Interrupted::Worker) => Err(self.finish().err().unwrap_or_else(ended)),
        }
    }

    /// Begins to keep a document beside those that [`DocumentBatch::store`] takes: what it costs is hidden behind them. One at a
    /// time; another that is under way is given up.
    ///
    /// # Errors
    /// [`LedgerError::Io`] if no thread can be started.
    pub fn store_beside(&mut self, reader: Box<dyn Read + Send>) -> Result<(), LedgerError> {
        self.beside = None;
        self.beside = Some(Beside::begin(self.documents.clone(), &self.staging, reader)?);
        Ok(())
    }

    /// The document begun by [`DocumentBatch::store_beside`], once it is whole; nothing while it is under way.
    ///
    /// # Errors
    /// As [`DocumentBatch::store`].
    pub fn stored_beside(&mut self) -> Result<Option<Stored>, LedgerError> {
        let Some(beside) = self.beside.take_if(|b| b.is_finished()) else {
            return Ok(None);
        };
        let stored = beside.finish()?;
        self.stored.insert(stored);
        Ok(Some(stored))
    }

    fn send_document(&self, reader: &mut dyn Read) -> Result<Stored, Interrupted> {
        let worker = self.worker.as_ref().ok_or(Interrupted::Worker)?;
        let (mut hash, mut bytes) = (Sha256::new(), 0_u64);
        loop {
            let mut chunk = worker.spare.try_recv().unwrap_or_else(|_| Vec::with_capacity(CHUNK));
            if let Err(e) = fill(&mut chunk, reader) {
                worker.send(Message::Discard)?;
                return Err(Interrupted::Source(e));
            }
            if chunk.is_empty() {
                break;
            }
            hash.update(&chunk);
            bytes = bytes.saturating_add(u64::try_from(chunk.len()).unwrap_or_default());
            worker.send(Message::Bytes(chunk))?;
        }
        let digest = Digest(hash.finalize().into());
        worker.send(Message::End(digest))?;
        Ok(Stored { digest, bytes })
    }

    /// Makes every document durable. Name them in a transaction next.
    ///
    /// # Errors
    /// [`LedgerError::DiskFull`], [`LedgerError::Io`]: nothing of the batch is kept.
    pub fn commit(mut self) -> Result<StoredDocuments, LedgerError> {
        if self.worker.is_none() {
            return Err(ended());
        }
        if let Some(beside) = self.beside.take() {
            self.stored.insert(beside.finish()?);
        }
        self.finish()?;
        let mut moved = Vec::new();
        let kept = self
            .move_in(&mut moved)
            .and_then(|()| make_durable(self.documents.folder(), &moved));
        if let Err(e) = kept {
            for path in moved {
                let _ = fs::remove_file(path);
            }
            return Err(e);
        }
        Ok(StoredDocuments {
            stored: std::mem::take(&mut self.stored),
        })
    }

    fn move_in(&self, moved: &mut Vec<PathBuf>) -> Result<(), LedgerError> {
        for entry in fs::read_dir(&self.staging).at(&self.staging)? {
            let entry = entry.at(&self.staging)?;
            let target = self.documents.folder().join(entry.file_name());
            if !target.exists() {
                rename(&entry.path(), &target)?;
                moved.push(target);
            }
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), LedgerError> {
        self.worker.take().map_or(Ok(()), Worker::finish)
    }
}

impl Drop for DocumentBatch {
    fn drop(&mut self) {
        let (worker, beside, staging) = (self.worker.take(), self.beside.take(), self.staging.clone());
        let given_up = worker.is_some() || beside.is_some();
        let remove = move || {
            drop(beside);
            let _ = worker.map(Worker::finish);
            let _ = fs::remove_dir_all(staging);
        };
        if given_up {
            self.documents.shared.clearing.begin(remove);
        } else {
            remove();
        }
    }
}

enum Interrupted {
    Source(io::Error),
    Worker,
}

impl Worker {
    /// Waits for the second thread.
    fn finish(self) -> Result<(), LedgerError> {
        let Self { messages, spare, thread } = self;
        drop((messages, spare));
        thread.join().unwrap_or_else(|_| Err(ended()))
    }

    fn send(&self, message: Message) -> Result<(), Interrupted> {
        self.messages.send(message).map_err(|_| Interrupted::Worker)
    }
}

/// The second thread: encrypts into the staging folder.
fn encrypt(mut out: Encrypting, inbox: &Receiver<Message>, spare: &Sender<Vec<u8>>) -> Result<(), LedgerError> {
    for message in inbox {
        match message {
            Message::Bytes(chunk) => {
                out.write(&chunk)?;
                let _ = spare.send(chunk);
            }
            Message::End(digest) => out.end(&digest)?,
            Message::Discard => out.discard(),
        }
    }
    out.close()
}
