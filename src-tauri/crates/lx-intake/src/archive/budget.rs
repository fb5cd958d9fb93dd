//! One budget over all nesting, counted on the bytes that really come out.

use std::io::{self, Read};

use crate::{error::IntakeError, limits::Limits, sink::Watch};

/// What has come out so far.
#[derive(Debug, Default)]
pub(crate) struct Budget {
    /// Bytes over all nesting.
    pub(crate) bytes: u64,
    /// Entries over all nesting.
    pub(crate) entries: u64,
    /// Bytes of the archive at hand, the outermost one; 0 for what is no archive and cannot lie about its size.
    packed: u64,
    /// Bytes that were out before it.
    before: u64,
}

impl Budget {
    /// What follows comes out of an archive of so many bytes.
    pub(crate) fn begin(&mut self, packed: u64) {
        self.packed = packed;
        self.before = self.bytes;
    }

    /// One more entry.
    pub(crate) fn entry(&mut self, package: &str, limits: &Limits) -> Result<(), IntakeError> {
        self.entries += 1;
        if self.entries > limits.entries {
            return Err(IntakeError::TooMany {
                package: package.to_owned(),
                limit: limits.entries,
            });
        }
        Ok(())
    }
}

/// Why an entry stopped in mid-read.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The whole package is refused.
    Refused(IntakeError),
    /// This entry alone is put aside; `crc`, `size`, `damaged`.
    Damaged(&'static str),
}

/// An entry's bytes, counted, bounded and watched.
pub(crate) struct Guarded<'a> {
    pub(crate) inner: &'a mut dyn Read,
    pub(crate) budget: &'a mut Budget,
    pub(crate) watch: &'a mut dyn Watch,
    pub(crate) limits: &'a Limits,
    pub(crate) package: &'a str,
    pub(crate) path: &'a str,
    /// Packed bytes of this entry, where known.
    pub(crate) packed: Option<u64>,
    /// Bytes that the archive says will come.
    pub(crate) declared: Option<u64>,
    pub(crate) taken: u64,
    told: u64,
    pub(crate) fault: Option<Fault>,
}

/// The watch is told every so many bytes.
const TELL_EVERY: u64 = 512 * 1024;

impl<'a> Guarded<'a> {
    #[allow(clippy::too_many_arguments, reason = "all of it is the place of one entry")]
    pub(crate) fn new(
        inner: &'a mut dyn Read,
        budget: &'a mut Budget,
        watch: &'a mut dyn Watch,
        limits: &'a Limits,
        package: &'a str,
        path: &'a str,
        sizes: Sizes,
    ) -> Self {
        Self {
            inner,
            budget,
            watch,
            limits,
            package,
            path,
            packed: sizes.packed,
            declared: sizes.declared,
            taken: 0,
            told: 0,
            fault: None,
        }
    }

    fn stop(&mut self, fault: Fault) -> io::Error {
        if self.fault.is_none() {
            self.fault = Some(fault);
        }
        io::Error::other("intake stopped this entry")
    }

    fn refused(&mut self, error: IntakeError) -> io::Error {
        self.stop(Fault::Refused(error))
    }

    fn check(&mut self, n: u64) -> io::Result<()> {
        self.taken += n;
        self.budget.bytes += n;
        let (package, entry) = (self.package.to_owned(), self.path.to_owned());
        if self.taken > self.limits.entry_bytes {
            return Err(self.refused(IntakeError::TooBig {
                package,
                entry,
                limit: self.limits.entry_bytes,
            }));
        }
        if self.budget.bytes > self.limits.total_bytes {
            return Err(self.refused(IntakeError::TooBig {
                package,
                entry,
                limit: self.limits.total_bytes,
            }));
        }
        let far = |out: u64, packed: u64| out > self.limits.ratio_from && out / self.limits.ratio.max(1) > packed;
        let alone = self.packed.is_some_and(|packed| far(self.taken, packed));
        let in_all = self.budget.packed > 0 && far(self.budget.bytes - self.budget.before, self.budget.packed);
        if alone || in_all {
            return Err(self.refused(IntakeError::Ratio {
                package,
                entry,
                limit: self.limits.ratio,
            }));
        }
        Ok(())
    }

    fn tell(&mut self) -> io::Result<()> {
        if self.watch.progress(self.budget.bytes, self.budget.entries, self.path).is_break() {
            let package = self.package.to_owned();
            return Err(self.refused(IntakeError::Cancelled { package }));
        }
        Ok(())
    }
}

/// What an archive says about an entry's size.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Sizes {
    pub(crate) packed: Option<u64>,
    pub(crate) declared: Option<u64>,
}

impl Read for Guarded<'_> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        if self.fault.is_some() {
            return Err(io::Error::other("intake stopped this entry"));
        }
        if buf.is_empty() {
            return Ok(0);
        }
        if self.taken == 0 || self.taken - self.told >= TELL_EVERY {
            self.told = self.taken;
            self.tell()?;
        }
        match self.inner.read(buf) {
            Ok(0) => match self.declared {
                Some(declared) if declared != self.taken => Err(self.stop(Fault::Damaged("size"))),
                _ => Ok(0),
            },
            Ok(n) => {
                self.check(u64::try_from(n).unwrap_or(u64::MAX))?;
                Ok(n)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                let crc = error.to_string().to_lowercase();
                let reason = if crc.contains("checksum") || crc.contains("crc") {
                    "crc"
                } else {
                    "damaged"
                };
                Err(self.stop(Fault::Damaged(reason)))
            }
        }
    }
}
