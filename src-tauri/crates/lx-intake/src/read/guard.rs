//! A reader in a thread of its own, which may panic or hang.

use std::{
    panic,
    sync::{Arc, Once, mpsc},
    thread,
    time::Duration,
};

use super::{Content, Unread, kind, picture};
use crate::limits::Limits;

/// Threads whose name starts so are expected to crash.
const READER: &str = "lx-reader";
/// Deeply nested documents need room.
const STACK: usize = 16 * 1024 * 1024;

/// Reads in a thread of its own; one that hangs is left behind, one that panics is only noted.
pub(crate) fn guarded(bytes: Vec<u8>, name: String, limits: &Limits) -> Content {
    let bytes = Arc::new(bytes);
    let (mine, mine_limits, mine_name) = (Arc::clone(&bytes), limits.clone(), name.clone());
    in_thread(limits.reading_time, move || super::read(&mine, &mine_name, &mine_limits))
        .unwrap_or_else(|why| Content::unreadable(kind::of(&bytes, &name), why))
}

/// Draws the first page of a TIFF in a thread of its own, as PNG.
pub(crate) fn drawn(bytes: Vec<u8>, limits: Limits) -> Result<Vec<u8>, Unread> {
    in_thread(limits.reading_time, move || picture::draw(&bytes, &limits)).and_then(|drawn| drawn)
}

fn in_thread<T: Send + 'static>(time: Duration, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Unread> {
    quiet_readers();
    let (said, hear) = mpsc::channel();
    let reader = move || {
        let _ = said.send(work());
    };
    match thread::Builder::new().name(READER.to_owned()).stack_size(STACK).spawn(reader) {
        Ok(_) => hear.recv_timeout(time).map_err(|why| match why {
            mpsc::RecvTimeoutError::Timeout => Unread::Time,
            mpsc::RecvTimeoutError::Disconnected => Unread::Crash,
        }),
        Err(_) => Err(Unread::Crash),
    }
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
