//! Tar archives, plain and behind gzip.

use std::{
    collections::BTreeSet,
    io::{self, Read},
    ops::ControlFlow,
};

use super::{
    ahead::read_ahead,
    budget::Sizes,
    names::Wish,
    paths,
    unpack::{Member, Unpacking},
};
use crate::{
    error::IntakeError,
    tar::{
        gzip,
        reader::{Entry, Fault, Reader, Step},
    },
};

/// What is done with an entry of a tar archive; [`ControlFlow::Break`] ends the reading.
pub(crate) type Each<'e, 't> = &'e mut dyn FnMut(&mut Unpacking<'t>, &Entry, &mut dyn Read) -> Result<ControlFlow<()>, IntakeError>;

impl<'t> Unpacking<'t> {
    /// Takes every entry of a tar archive behind gzip; `packed` bytes of it.
    pub(crate) fn tar_gz<R: Read + Send>(&mut self, reader: R, packed: u64, prefix: &str, depth: u32) -> Result<(), IntakeError> {
        let mut stream = gzip::Stream::new(reader, packed, self.limits);
        read_ahead(&mut stream, |stream| self.tar(stream, true, prefix, depth))
    }

    /// Takes every entry of a tar archive. `proven`: the stream itself says where it ends.
    pub(crate) fn tar(&mut self, reader: &mut dyn Read, proven: bool, prefix: &str, depth: u32) -> Result<(), IntakeError> {
        self.each_in_tar(reader, proven, prefix, &mut |unpacking, entry, data| {
            unpacking.tar_entry(entry, data, prefix, depth).map(ControlFlow::Continue)
        })
    }

    fn tar_entry(&mut self, entry: &Entry, data: &mut dyn Read, prefix: &str, depth: u32) -> Result<(), IntakeError> {
        let name = self.decode(&entry.name, entry.stated, depth);
        if let Some(reason) = entry.aside {
            self.put_aside(prefix, &name, reason);
            return Ok(());
        }
        let sizes = Sizes {
            packed: None,
            declared: Some(entry.size),
        };
        let member = Member {
            prefix,
            name: &name,
            sizes,
            depth,
        };
        self.member(&member, data)
    }

    /// Calls `each` for everything in an archive that is no folder.
    pub(crate) fn each_in_tar(&mut self, reader: &mut dyn Read, proven: bool, prefix: &str, each: Each<'_, 't>) -> Result<(), IntakeError> {
        let mut archive = Reader::new(reader, proven);
        let mut names = BTreeSet::new();
        loop {
            match archive.step().map_err(|fault| self.refusal(fault, prefix))? {
                Step::End => return Ok(()),
                Step::OnTheWay => self.look_around(prefix)?,
                Step::Entry(entry) if entry.folder => self.budget.entry(self.package, self.limits)?,
                Step::Entry(entry) => {
                    if entry.aside.is_some() {
                        self.budget.entry(self.package, self.limits)?;
                    }
                    let wish = Wish::default();
                    let label = paths::label(&super::names::decode_name(&entry.name, entry.stated, wish).text, self.limits).text;
                    if !names.insert(label.clone()) {
                        return Err(IntakeError::Duplicate {
                            package: self.package(),
                            entry: format!("{prefix}{label}"),
                        });
                    }
                    if entry.size > self.limits.entry_bytes {
                        return Err(IntakeError::TooBig {
                            package: self.package(),
                            entry: format!("{prefix}{label}"),
                            limit: self.limits.entry_bytes,
                        });
                    }
                    if each(self, &entry, &mut archive.data())?.is_break() {
                        return Ok(());
                    }
                }
            }
        }
    }

    /// Whether the person still wants it.
    fn look_around(&mut self, prefix: &str) -> Result<(), IntakeError> {
        if self.watch.progress(self.budget.bytes, self.budget.entries, prefix).is_break() {
            return Err(IntakeError::Cancelled { package: self.package() });
        }
        Ok(())
    }

    fn refusal(&self, fault: Fault, prefix: &str) -> IntakeError {
        let package = self.package();
        match fault {
            Fault::Cut => self.truncated("tar: unexpected end"),
            Fault::NoHeader => self.truncated("tar: no header where one should be"),
            Fault::TwoWays => IntakeError::Joined { package },
            Fault::Volume => IntakeError::Split { package },
            Fault::Stream(error) => self.stream_refusal(&error, prefix),
        }
    }

    fn stream_refusal(&self, error: &io::Error, prefix: &str) -> IntakeError {
        let package = self.package();
        let entry = if prefix.is_empty() {
            package.clone()
        } else {
            prefix.trim_end_matches('/').to_owned()
        };
        match error.get_ref().and_then(|e| e.downcast_ref::<gzip::Bomb>()) {
            Some(gzip::Bomb::Ratio(limit)) => IntakeError::Ratio {
                package,
                entry,
                limit: *limit,
            },
            Some(gzip::Bomb::Size(limit)) => IntakeError::TooBig {
                package,
                entry,
                limit: *limit,
            },
            None => self.truncated(&error.to_string()),
        }
    }
}
