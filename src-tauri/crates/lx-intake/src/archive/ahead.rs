//! Unpacking runs ahead of keeping: two cores share one long entry.

use std::{
    io::{self, Read},
    sync::mpsc,
    thread,
};

/// Bytes of one helping.
const HELPING: usize = 256 * 1024;
/// Helpings that may wait.
const WAITING: usize = 8;

/// Calls `keep` with a reader that another thread fills from `reader`. The other thread ends when `keep` stops reading.
pub(crate) fn read_ahead<R: Read + Send, T>(reader: &mut R, keep: impl FnOnce(&mut dyn Read) -> T) -> T {
    let (fill, helpings) = mpsc::sync_channel::<io::Result<Vec<u8>>>(WAITING);
    thread::scope(|scope| {
        let filling = thread::Builder::new().spawn_scoped(scope, move || fill_all(reader, &fill));
        match filling {
            Ok(_) => keep(&mut Helpings {
                from: helpings,
                now: Vec::new(),
                at: 0,
            }),
            // Without a thread there is nothing to read from; the entry then counts as damaged.
            Err(error) => keep(&mut Failing(Some(error))),
        }
    })
}

fn fill_all<R: Read>(reader: &mut R, fill: &mpsc::SyncSender<io::Result<Vec<u8>>>) {
    loop {
        let mut helping = Vec::with_capacity(HELPING);
        let most = u64::try_from(HELPING).unwrap_or(u64::MAX);
        let read = reader.by_ref().take(most).read_to_end(&mut helping);
        let last = read.is_err() || helping.is_empty();
        if !helping.is_empty() && fill.send(Ok(helping)).is_err() {
            return;
        }
        if let Err(error) = read {
            let _ = fill.send(Err(error));
        }
        if last {
            return;
        }
    }
}

struct Helpings {
    from: mpsc::Receiver<io::Result<Vec<u8>>>,
    now: Vec<u8>,
    at: usize,
}

impl Read for Helpings {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.at >= self.now.len() {
            match self.from.recv() {
                Ok(helping) => (self.now, self.at) = (helping?, 0),
                Err(_) => return Ok(0),
            }
        }
        let mut rest = self.now.get(self.at..).unwrap_or_default();
        let n = rest.read(buf)?;
        self.at += n;
        Ok(n)
    }
}

struct Failing(Option<io::Error>);

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.take().map_or(Ok(0), Err)
    }
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use super::read_ahead;

    #[test]
    fn what_comes_out_is_what_went_in() {
        let bytes: Vec<u8> = (0..3_000_001_u32).map(|n| (n % 251) as u8).collect();
        let mut out = Vec::new();
        read_ahead(&mut bytes.as_slice(), |r| r.read_to_end(&mut out)).unwrap();
        assert!(out == bytes);
    }

    #[test]
    fn a_keeper_that_stops_early_does_not_hang_and_errors_arrive() {
        let got = read_ahead(&mut io::repeat(7), |r| r.take(10).read_to_end(&mut Vec::new()));
        assert_eq!(got.unwrap(), 10);
        struct Breaks;
        impl Read for Breaks {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("Invalid checksum"))
            }
        }
        let got = read_ahead(&mut Breaks, |r| r.read_to_end(&mut Vec::new()));
        assert!(got.unwrap_err().to_string().contains("checksum"));
    }
}
