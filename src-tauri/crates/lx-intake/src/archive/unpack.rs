//! Entries on their way to the sink: named, bounded, sniffed, kept or put aside.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Cursor, Read},
    ops::ControlFlow,
};

use lx_domain::{Digest, Document, DocumentKind, Dossier, Finding};

use super::{
    budget::{Budget, Fault, Guarded, Sizes},
    junk,
    names::{Name, NameEncoding, Wish, decode_name},
    paths,
    paths::Labels,
    streaming::{Content, Fetched, sniff, stream},
};
use crate::{
    error::IntakeError,
    limits::Limits,
    magic::{self, HEAD, Magic, Packed},
    read::{Content as Text, kind, pool::Pool},
    remark::{info, warning},
    sink::{Sink, Watch},
};

/// Says that an entry was put aside.
pub(crate) const ENTRY_ASIDE: &str = "entry_quarantined";

/// What is said of single entries, and stays true while other packages come.
const OF_ENTRIES: [&str; 5] = [ENTRY_ASIDE, "name_unsafe", "name_collision", "header_mismatch", "misnamed"];

/// A document that the sink has.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    pub(crate) path: String,
    pub(crate) digest: Digest,
    pub(crate) bytes: u64,
    /// What it is, by content.
    pub(crate) kind: DocumentKind,
}

/// One package being taken apart.
pub(crate) struct Unpacking<'t> {
    pub(crate) package: &'t str,
    pub(crate) limits: &'t Limits,
    pub(crate) sink: &'t mut dyn Sink,
    pub(crate) watch: &'t mut dyn Watch,
    pub(crate) budget: Budget,
    pub(crate) documents: Vec<Stored>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) pool: Option<Pool>,
    /// How names that state no encoding are to be read, where a person said so.
    pub(crate) encoding: Option<NameEncoding>,
    labels: Labels,
    junk: u64,
    /// Entries put aside so far.
    pub(crate) quarantined: u64,
    decoded: BTreeMap<(&'static str, &'static str), u64>,
}

/// Where an entry stands and what is said about it.
pub(crate) struct Member<'a> {
    /// Label of the archives around it, with a `/` at the end.
    pub(crate) prefix: &'a str,
    /// Its decoded name.
    pub(crate) name: &'a Name,
    pub(crate) sizes: Sizes,
    /// Archives around it.
    pub(crate) depth: u32,
}

impl<'t> Unpacking<'t> {
    pub(crate) fn new(package: &'t str, limits: &'t Limits, sink: &'t mut dyn Sink, watch: &'t mut dyn Watch, pool: Option<Pool>) -> Self {
        Self {
            package,
            limits,
            sink,
            watch,
            budget: Budget::default(),
            documents: Vec::new(),
            findings: Vec::new(),
            pool,
            encoding: None,
            labels: Labels::default(),
            junk: 0,
            quarantined: 0,
            decoded: BTreeMap::new(),
        }
    }

    /// Name of the package, for a refusal.
    pub(crate) fn package(&self) -> String {
        self.package.to_owned()
    }

    /// Puts one entry aside; the rest is taken.
    pub(crate) fn quarantine(&mut self, path: &str, reason: &str) {
        self.quarantined += 1;
        self.findings.push(
            warning(ENTRY_ASIDE)
                .arg("name", paths::escaped(path))
                .arg("reason", reason)
                .at(path, "")
                .done(),
        );
    }

    /// The name behind these bytes, in an archive with so many around it.
    pub(crate) fn decode(&self, raw: &[u8], stated: bool, depth: u32) -> Name {
        let wish = Wish {
            encoding: self.encoding,
            inner: depth > 0,
        };
        decode_name(raw, stated, wish)
    }

    /// Puts an entry aside that nobody has tried to read.
    pub(crate) fn put_aside(&mut self, prefix: &str, name: &Name, reason: &str) {
        if junk::is_junk(&name.text.replace('\\', "/")) {
            self.junk += 1;
            return;
        }
        let path = self.label(prefix, name);
        self.quarantine(&path, reason);
    }

    /// Takes one entry. Folders, junk and nested archives are dealt with here, too.
    pub(crate) fn member(&mut self, member: &Member<'_>, reader: &mut dyn Read) -> Result<(), IntakeError> {
        if junk::is_junk(&member.name.text.replace('\\', "/")) {
            self.junk += 1;
            return Ok(());
        }
        self.budget.entry(self.package, self.limits)?;
        let path = self.label(member.prefix, member.name);
        let limits = self.limits;
        let mut guarded = Guarded::new(
            reader,
            &mut self.budget,
            &mut *self.watch,
            limits,
            self.package,
            &path,
            member.sizes,
        );
        let content = sniff(&mut guarded, limits);
        let content = match (content, guarded.fault.take()) {
            (_, Some(Fault::Refused(error))) => return Err(error),
            (_, Some(Fault::Damaged(reason))) => {
                self.quarantine(&path, reason);
                return Ok(());
            }
            (content, None) => content,
        };
        match content {
            Content::Whole(bytes) if is_package(&bytes, &path) => self.nested(bytes, &path, member.depth),
            Content::Whole(bytes) => self.whole(bytes, path),
            Content::Head(head) => {
                let wanted = self.pool.is_some() || magic::magic(&head) == Magic::Ole;
                let room = if wanted { limits.readable_bytes } else { 0 };
                let fetched = stream(&mut *self.sink, &path, &head, &mut guarded, room);
                let fault = guarded.fault.take();
                self.streamed(path, head, fetched, fault)
            }
        }
    }

    fn label(&mut self, prefix: &str, name: &Name) -> String {
        let label = paths::label(&name.text, self.limits);
        let (path, clash) = self.labels.take(&format!("{prefix}{}", label.text));
        if label.changed {
            let original = paths::escaped(&name.text);
            self.findings.push(
                warning("name_unsafe")
                    .arg("original", original)
                    .arg("name", &path)
                    .at(&path, "")
                    .done(),
            );
        }
        if let Some(other) = clash {
            self.findings.push(
                warning("name_collision")
                    .arg("name", &path)
                    .arg("other", &other)
                    .at(&path, "")
                    .at(&other, "")
                    .done(),
            );
        }
        let code = match name.encoding {
            _ if name.stated => None,
            _ if !name.whole => Some("names_guessed"),
            NameEncoding::Utf8 => None,
            NameEncoding::Cp437 if self.encoding.is_none() => Some("names_guessed"),
            NameEncoding::Gb18030 | NameEncoding::Big5 | NameEncoding::Cp437 => Some("names_decoded"),
        };
        if let Some(code) = code {
            *self.decoded.entry((code, name.encoding.spoken())).or_default() += 1;
        }
        path
    }

    /// A document that is in memory already.
    fn whole(&mut self, bytes: Vec<u8>, path: String) -> Result<(), IntakeError> {
        let (digest, size) = self.sink.document(&path, &mut bytes.as_slice())?;
        self.keep(path, digest, size, bytes.iter().take(HEAD).copied().collect(), Some(bytes))
    }

    fn streamed(&mut self, path: String, head: Vec<u8>, fetched: Fetched, fault: Option<Fault>) -> Result<(), IntakeError> {
        match fault {
            Some(Fault::Refused(error)) => return Err(error),
            Some(Fault::Damaged(reason)) => {
                self.quarantine(&path, reason);
                return Ok(());
            }
            None => {}
        }
        let (digest, size) = fetched.kept?;
        self.keep(path, digest, size, head, fetched.copy)
    }

    fn keep(&mut self, path: String, digest: Digest, bytes: u64, head: Vec<u8>, copy: Option<Vec<u8>>) -> Result<(), IntakeError> {
        if let Some(copy) = &copy
            && kind::is_locked_office(copy)
        {
            return Err(IntakeError::EncryptedDocument {
                package: self.package(),
                entry: path,
            });
        }
        let fits = bytes <= self.limits.readable_bytes;
        let kind = kind::of(copy.as_deref().unwrap_or(&head), &path);
        if let Some(copy) = copy.filter(|_| fits) {
            self.read(digest, path.clone(), copy)?;
        }
        if self.pool.is_some() && !fits {
            self.too_big(&path);
        }
        self.documents.push(Stored { path, digest, bytes, kind });
        Ok(())
    }

    /// Keeps what an application holds already beside what has come, and reads it again. What was put aside before stays
    /// said unless the same path has now come whole.
    pub(crate) fn keep_earlier(
        &mut self,
        before: &Dossier,
        open: &dyn Fn(&Digest) -> io::Result<Box<dyn Read>>,
    ) -> Result<(), IntakeError> {
        let came: BTreeSet<String> = self.documents.iter().map(|d| d.path.clone()).collect();
        let stay = before.documents.iter().filter(|d| !came.contains(&d.path));
        let mut documents = Vec::new();
        for document in stay {
            if self.pool.is_some() {
                self.read_again(document, open)?;
            }
            documents.push(Stored {
                path: document.path.clone(),
                digest: document.digest,
                bytes: document.bytes,
                kind: document.kind,
            });
        }
        documents.append(&mut self.documents);
        self.documents = documents;
        let said = before.findings.iter().filter(|f| OF_ENTRIES.contains(&f.code.as_str()));
        let still = said.filter(|f| f.evidence.first().is_none_or(|s| !came.contains(&s.document)));
        self.findings.splice(0..0, still.cloned());
        Ok(())
    }

    fn read_again(&mut self, document: &Document, open: &dyn Fn(&Digest) -> io::Result<Box<dyn Read>>) -> Result<(), IntakeError> {
        if document.bytes > self.limits.readable_bytes {
            self.too_big(&document.path);
            return Ok(());
        }
        let unreadable = |source| IntakeError::Unreadable {
            package: document.path.clone(),
            source,
        };
        let mut bytes = Vec::new();
        let reader = open(&document.digest).map_err(unreadable)?;
        reader
            .take(self.limits.readable_bytes)
            .read_to_end(&mut bytes)
            .map_err(unreadable)?;
        self.read(document.digest, document.path.clone(), bytes)
    }

    /// Sets a reader on a document; while all of them are busy the watch is asked.
    fn read(&mut self, digest: Digest, path: String, bytes: Vec<u8>) -> Result<(), IntakeError> {
        let Some(pool) = &self.pool else { return Ok(()) };
        let (budget, watch) = (&self.budget, &mut *self.watch);
        let go_on = pool.read(digest, path.clone(), bytes, &mut || {
            watch.progress(budget.bytes, budget.entries, &path)
        });
        self.cancelled_at(go_on)
    }

    /// Waits for the readers; what they found.
    pub(crate) fn read_out(&mut self) -> Result<BTreeMap<Digest, Text>, IntakeError> {
        let Some(pool) = self.pool.take() else {
            return Ok(BTreeMap::new());
        };
        let (budget, watch, package) = (&self.budget, &mut *self.watch, self.package);
        let found = pool.finish(&mut || watch.progress(budget.bytes, budget.entries, package));
        found.ok_or_else(|| IntakeError::Cancelled { package: self.package() })
    }

    fn cancelled_at(&self, flow: ControlFlow<()>) -> Result<(), IntakeError> {
        match flow {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(IntakeError::Cancelled { package: self.package() }),
        }
    }

    fn too_big(&mut self, path: &str) {
        self.findings.push(
            warning("document_too_big")
                .arg("document", path)
                .arg("limit", self.limits.readable_bytes / 1_048_576)
                .at(path, "")
                .done(),
        );
    }

    /// An archive inside.
    fn nested(&mut self, bytes: Vec<u8>, path: &str, depth: u32) -> Result<(), IntakeError> {
        if depth >= self.limits.nesting {
            let limit = u64::from(self.limits.nesting);
            return Err(IntakeError::TooDeep {
                package: self.package(),
                entry: path.to_owned(),
                limit,
            });
        }
        self.labels.release(path);
        let prefix = format!("{path}/");
        let opened = match magic::packed(&bytes) {
            Some(Packed::SevenZ) => self.seven_z(Cursor::new(bytes), &prefix, depth + 1),
            Some(Packed::Tar) => self.tar(&mut bytes.as_slice(), false, &prefix, depth + 1),
            Some(Packed::TarGz) => {
                let packed = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                self.tar_gz(bytes.as_slice(), packed, &prefix, depth + 1)
            }
            Some(Packed::Zip) | None => self.zip(Cursor::new(bytes), &prefix, depth + 1),
        };
        self.opened(path, opened)
    }

    /// What came of an archive inside: a damaged one is put aside and the rest taken; what else refuses it refuses the
    /// package, naming it.
    pub(crate) fn opened(&mut self, path: &str, opened: Result<(), IntakeError>) -> Result<(), IntakeError> {
        match opened {
            Err(IntakeError::Truncated { .. }) => {
                self.quarantine(path, "damaged");
                Ok(())
            }
            other => other.map_err(|error| error.inside(self.package, path)),
        }
    }

    /// What is to be said of the package as a whole.
    pub(crate) fn close(&mut self) {
        if self.junk > 0 {
            self.findings.push(info("junk_skipped").arg("count", self.junk).done());
        }
        for ((code, encoding), count) in &self.decoded {
            let said = if *code == "names_guessed" { warning(code) } else { info(code) };
            self.findings.push(said.arg("count", count).arg("encoding", encoding).done());
        }
    }
}

/// Whether these bytes are an archive to be opened and not an office document.
fn is_package(bytes: &[u8], path: &str) -> bool {
    match magic::packed(bytes) {
        Some(Packed::SevenZ | Packed::Tar | Packed::TarGz) => true,
        Some(Packed::Zip) => match kind::container(bytes) {
            kind::Container::Office => false,
            kind::Container::Archive => true,
            kind::Container::Broken => magic::named_archive(path),
        },
        None => false,
    }
}
