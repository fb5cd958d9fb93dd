//! Readers at work beside the unpacking.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread::{self, JoinHandle},
    time::Duration,
};

use lx_domain::Digest;

use super::{Content, apart::Reader};
use crate::limits::Limits;

/// Readers at work at a time.
const WORKERS: usize = 2;
/// So often a busy pool is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(5);

struct Job {
    digest: Digest,
    name: String,
    bytes: Vec<u8>,
}

/// Readers at work.
pub(crate) struct Pool {
    jobs: Option<mpsc::SyncSender<Job>>,
    workers: Vec<JoinHandle<()>>,
    done: Arc<Mutex<BTreeMap<Digest, Content>>>,
    sent: Mutex<BTreeSet<Digest>>,
}

impl Pool {
    pub(crate) fn new(limits: &Limits) -> Self {
        let (jobs, queue) = mpsc::sync_channel::<Job>(WORKERS);
        let queue = Arc::new(Mutex::new(queue));
        let done: Arc<Mutex<BTreeMap<Digest, Content>>> = Arc::default();
        let worker = || {
            let (queue, done, mut reader) = (Arc::clone(&queue), Arc::clone(&done), Reader::new(limits));
            move || {
                loop {
                    let next = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok(job) = next else { return };
                    let digest = job.digest;
                    let content = reader.read(job.bytes, job.name);
                    done.lock().unwrap_or_else(PoisonError::into_inner).insert(digest, content);
                }
            }
        };
        let workers = (0..WORKERS).filter_map(|_| thread::Builder::new().spawn(worker()).ok()).collect();
        Self {
            jobs: Some(jobs),
            workers,
            done,
            sent: Mutex::default(),
        }
    }

    /// Sets a reader on a document, once for each content. While all of them are busy `go_on` is asked, and may end it.
    pub(crate) fn read(&self, digest: Digest, name: String, bytes: Vec<u8>, go_on: &mut dyn FnMut() -> ControlFlow<()>) -> ControlFlow<()> {
        let new = self.sent.lock().unwrap_or_else(PoisonError::into_inner).insert(digest);
        let Some(jobs) = self.jobs.as_ref().filter(|_| new) else {
            return ControlFlow::Continue(());
        };
        let mut job = Job { digest, name, bytes };
        loop {
            match jobs.try_send(job) {
                Err(mpsc::TrySendError::Full(back)) => job = back,
                // Where no thread could be started the document counts as unread.
                Ok(()) | Err(mpsc::TrySendError::Disconnected(_)) => return ControlFlow::Continue(()),
            }
            go_on()?;
            thread::park_timeout(LOOK_EVERY);
        }
    }

    /// Waits for the readers; what they found. Nothing where `go_on` ends it: readers at work are left behind.
    pub(crate) fn finish(mut self, go_on: &mut dyn FnMut() -> ControlFlow<()>) -> Option<BTreeMap<Digest, Content>> {
        self.jobs = None;
        while self.workers.iter().any(|worker| !worker.is_finished()) {
            if go_on().is_break() {
                return None;
            }
            thread::park_timeout(LOOK_EVERY);
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
        Some(std::mem::take(&mut *self.done.lock().unwrap_or_else(PoisonError::into_inner)))
    }
}
