//! Removing what was given up, beside everything else: a file that is on its way to the disk is not gone before the disk has
//! it, and no person should wait for that.

use std::{
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};

/// At most one removal is under way.
#[derive(Debug, Default)]
pub(super) struct Clearing(Mutex<Option<JoinHandle<()>>>);

impl Clearing {
    /// Removes in a thread of its own. Where none can be started the rest stays until the desk is next opened.
    pub(super) fn begin(&self, remove: impl FnOnce() + Send + 'static) {
        self.wait();
        let thread = thread::Builder::new().name("clearing".to_owned()).spawn(remove).ok();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = thread;
    }

    /// Returns once nothing is left of what was given up.
    pub(super) fn wait(&self) {
        let thread = self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            let _ = thread.join();
        }
    }
}

/// Waits, when it is dropped, until nothing is left.
#[derive(Debug)]
pub(crate) struct Cleared(pub(super) Arc<Clearing>);

impl Drop for Cleared {
    fn drop(&mut self) {
        self.0.wait();
    }
}
