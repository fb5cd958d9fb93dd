//! A reader in a thread of its own, which may panic or hang.

use std::{
    panic,
    sync::{Arc, Once, mpsc},
    thread,
};

use super::{Content, Unread, kind};
use crate::limits::Limits;

/// Threads whose name starts so are expected to crash.
const READER: &str = "lx-reader";
/// Deeply nested documents need room.
const STACK: usize = 16 * 1024 * 1024;

/// Reads in a thread of its own; one that hangs is left behind, one that panics is only noted.
pub(crate) fn guarded(bytes: Vec<u8>, name: String, limits: &Limits) -> Content {
    quiet_readers();
    let (said, hear) = mpsc::channel();
    let bytes = Arc::new(bytes);
    let (mine, mine_limits, mine_name) = (Arc::clone(&bytes), limits.clone(), name.clone());
    let reader = move || {
        let _ = said.send(super::read(&mine, &mine_name, &mine_limits));
    };
    let why = match thread::Builder::new().name(READER.to_owned()).stack_size(STACK).spawn(reader) {
        Ok(_) => match hear.recv_timeout(limits.reading_time) {
            Ok(content) => return content,
            Err(mpsc::RecvTimeoutError::Timeout) => Unread::Time,
            Err(mpsc::RecvTimeoutError::Disconnected) => Unread::Crash,
        },
        Err(_) => Unread::Crash,
    };
    Content::unreadable(kind::of(&bytes, &name), why)
}

/// A reader's crash is a finding, not a message on the console.
fn quiet_readers() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |crash| {
            if thread::current().name() != Some(READER) {
                before(crash);
            }
        }));
    });
}
