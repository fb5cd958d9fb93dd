//! A tar archive as a stream of entries. Where two readers of tar would see different files, it ends with a fault.

use std::io::{self, Read};

use super::{
    header::{self, BLOCK, Header, Kind},
    pax::{self, Properties},
};

/// Bytes that are passed over before the caller may look around.
const STRIDE: u64 = 512 * 1024;
/// Bytes of a long name or of properties.
const MOST_PROPERTIES: u64 = 1 << 20;

/// Why an archive cannot be read on.
#[derive(Debug)]
pub(crate) enum Fault {
    /// It ends too early.
    Cut,
    /// Something else stands where a header should be.
    NoHeader,
    /// Readers disagree about what is in it.
    TwoWays,
    /// One volume of several.
    Volume,
    /// The stream below failed.
    Stream(io::Error),
}

/// One entry; its data follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) name: Vec<u8>,
    /// Whether the archive says that the name is UTF-8.
    pub(crate) stated: bool,
    pub(crate) size: u64,
    pub(crate) folder: bool,
    /// Why it cannot be taken; `link`, `sparse`, `special`.
    pub(crate) aside: Option<&'static str>,
}

/// What a step forward gave.
#[derive(Debug)]
pub(crate) enum Step {
    Entry(Entry),
    /// On the way to the next entry.
    OnTheWay,
    End,
}

/// A tar archive being read.
pub(crate) struct Reader<R> {
    inner: R,
    /// Data of the entry at hand that nobody has read.
    left: u64,
    padding: u64,
    ending: bool,
    /// Whether the stream below proves by itself that it is complete.
    proven: bool,
    long_name: Option<Vec<u8>>,
    properties: Properties,
    fault: Option<Fault>,
}

impl<R: Read> Reader<R> {
    pub(crate) fn new(inner: R, proven: bool) -> Self {
        Self {
            inner,
            left: 0,
            padding: 0,
            ending: false,
            proven,
            long_name: None,
            properties: Properties::default(),
            fault: None,
        }
    }

    /// Goes on towards the next entry.
    pub(crate) fn step(&mut self) -> Result<Step, Fault> {
        if let Some(fault) = self.fault.take() {
            return Err(fault);
        }
        if self.left + self.padding > 0 {
            self.pass(STRIDE.min(self.left + self.padding))?;
            return Ok(Step::OnTheWay);
        }
        if self.ending {
            return self.rest_is_blank();
        }
        let Some(block) = self.block()? else {
            return if self.proven { Ok(Step::End) } else { Err(Fault::Cut) };
        };
        if block.iter().all(|b| *b == 0) {
            self.ending = true;
            return Ok(Step::OnTheWay);
        }
        let header = header::parse(&block).ok_or(Fault::NoHeader)?;
        self.left = header.size;
        self.padding = header.size.next_multiple_of(512).saturating_sub(header.size);
        self.understand(header)
    }

    fn understand(&mut self, header: Header) -> Result<Step, Fault> {
        match header.kind {
            Kind::LongName => {
                let name = self.property()?;
                self.long_name = Some(header::text(&name).to_vec());
                Ok(Step::OnTheWay)
            }
            Kind::LongLink => self.property().map(|_| Step::OnTheWay),
            Kind::Properties => {
                let records = self.property()?;
                pax::read(&records, &mut self.properties).ok_or(Fault::NoHeader)?;
                Ok(Step::OnTheWay)
            }
            Kind::GlobalProperties => {
                let mut global = Properties::default();
                let records = self.property()?;
                pax::read(&records, &mut global).ok_or(Fault::NoHeader)?;
                // A name or size for everything: some readers heed it, others do not.
                if global == Properties::default() {
                    Ok(Step::OnTheWay)
                } else {
                    Err(Fault::TwoWays)
                }
            }
            Kind::Volume => Err(Fault::Volume),
            Kind::Aside => Ok(Step::OnTheWay),
            _ => self.entry(header),
        }
    }

    fn entry(&mut self, header: Header) -> Result<Step, Fault> {
        let properties = std::mem::take(&mut self.properties);
        let long_name = self.long_name.take();
        if properties.size.is_some_and(|size| size != header.size) {
            return Err(Fault::TwoWays);
        }
        // What has no data must not say that it has: readers differ in whether they pass over them.
        if header.size > 0 && matches!(header.kind, Kind::Folder | Kind::Link | Kind::Device) {
            return Err(Fault::TwoWays);
        }
        if let Kind::Sparse(true) = header.kind {
            self.sparse_tables()?;
        }
        let aside = match header.kind {
            Kind::Link => Some("link"),
            Kind::Device | Kind::Unknown => Some("special"),
            Kind::Sparse(_) => Some("sparse"),
            _ if properties.sparse => Some("sparse"),
            _ => None,
        };
        let stated = properties.path.is_some() && !properties.binary;
        let folder = header.kind == Kind::Folder;
        let name = properties.path.or(long_name).unwrap_or(header.name);
        Ok(Step::Entry(Entry {
            name,
            stated,
            size: header.size,
            folder,
            aside,
        }))
    }

    /// The data of the entry at hand.
    pub(crate) fn data(&mut self) -> Data<'_, R> {
        Data(self)
    }

    fn sparse_tables(&mut self) -> Result<(), Fault> {
        loop {
            let table = self.block()?.ok_or(Fault::Cut)?;
            if table.get(504).is_none_or(|more| *more == 0) {
                return Ok(());
            }
        }
    }

    /// All data of a header that describes the next one.
    fn property(&mut self) -> Result<Vec<u8>, Fault> {
        if self.left > MOST_PROPERTIES {
            return Err(Fault::NoHeader);
        }
        let mut bytes = Vec::new();
        let wanted = self.left;
        let read = self.inner.by_ref().take(wanted).read_to_end(&mut bytes).map_err(Fault::Stream)?;
        if u64::try_from(read).ok() != Some(wanted) {
            return Err(Fault::Cut);
        }
        self.left = 0;
        Ok(bytes)
    }

    fn block(&mut self) -> Result<Option<Vec<u8>>, Fault> {
        let mut block = Vec::with_capacity(BLOCK);
        self.inner.by_ref().take(512).read_to_end(&mut block).map_err(Fault::Stream)?;
        match block.len() {
            0 => Ok(None),
            BLOCK => Ok(Some(block)),
            _ => Err(Fault::Cut),
        }
    }

    fn pass(&mut self, wanted: u64) -> Result<(), Fault> {
        let passed = io::copy(&mut self.inner.by_ref().take(wanted), &mut io::sink()).map_err(Fault::Stream)?;
        if passed < wanted {
            return Err(Fault::Cut);
        }
        let data = passed.min(self.left);
        self.left -= data;
        self.padding = self.padding.saturating_sub(passed - data);
        Ok(())
    }

    /// Behind the end stands nothing but zeros; anything else some readers would take.
    fn rest_is_blank(&mut self) -> Result<Step, Fault> {
        let mut bytes = Vec::new();
        self.inner.by_ref().take(STRIDE).read_to_end(&mut bytes).map_err(Fault::Stream)?;
        if bytes.is_empty() {
            Ok(Step::End)
        } else if bytes.iter().all(|b| *b == 0) {
            Ok(Step::OnTheWay)
        } else {
            Err(Fault::TwoWays)
        }
    }
}

/// The data of one entry. What is left unread is passed over later.
pub(crate) struct Data<'r, R>(&'r mut Reader<R>);

impl<R: Read> Read for Data<'_, R> {
    fn read(&mut self, buf: &mut [u8]) -> io::Result<usize> {
        let reader = &mut *self.0;
        if reader.left == 0 || buf.is_empty() || reader.fault.is_some() {
            return Ok(0);
        }
        match reader.inner.by_ref().take(reader.left).read(buf) {
            Ok(0) => {
                reader.fault = Some(Fault::Cut);
                Err(io::ErrorKind::UnexpectedEof.into())
            }
            Ok(n) => {
                reader.left = reader.left.saturating_sub(u64::try_from(n).unwrap_or(u64::MAX));
                Ok(n)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                reader.fault = Some(Fault::Stream(error));
                Err(io::Error::other("the archive around this entry is damaged"))
            }
        }
    }
}
