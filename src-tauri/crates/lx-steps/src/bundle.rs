//! Files that travel with documents: a signed part first, then the documents that it names, in one container, plain or
//! encrypted to one person.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, BufReader, Read, Seek as _, Write},
    path::Path,
};

use lx_domain::Digest;
use lx_intake::{TextBlock, open_plain};
use lx_seal::{ConfidentialError, Envelope, Keys, MAX_FILE, decrypt_with, encrypt_to, is_encrypted};

use crate::{
    Desk,
    container::{self, ContainerError, Writer},
    files,
    refusal::BatchRefusal,
    sheet_file::SheetFile,
};

/// What files of this program begin with that are containers: batch files, carry files, backups.
const FIRST: [&str; 3] = [BATCH, CARRY, "desk.toml"];
/// What a batch file begins with.
pub(crate) const BATCH: &str = "batch.json";
/// What a carry file begins with.
pub(crate) const CARRY: &str = "carry.json";

/// Whether a file is one of this program, whatever its name: a container, or a signed card or sheet; of an encrypted one nobody
/// can say more.
pub(crate) fn is_one(path: &Path) -> bool {
    let mut beginning = Vec::new();
    let read = open_plain(path).and_then(|file| file.take(64).read_to_end(&mut beginning));
    read.is_ok() && (is_encrypted(&beginning) || FIRST.iter().any(|first| begins_with(&beginning, first)) || is_signed(path, &beginning))
}

/// Whether a file is a signed part by itself, such as an identity card.
fn is_signed(path: &Path, beginning: &[u8]) -> bool {
    let most = u64::try_from(MAX_FILE).unwrap_or(u64::MAX);
    let is = |bytes: &[u8]| Envelope::parse(bytes).is_ok() || SheetFile::parse(bytes).is_ok();
    beginning.starts_with(b"{") && files::read(path, most).is_ok_and(|bytes| is(&bytes))
}

/// Whether a folder is a desk, or a desk lies in it.
pub(crate) fn is_desk(folder: &Path) -> bool {
    let desk = |folder: &Path| ["desk.toml", "desk.db"].iter().all(|name| folder.join(name).is_file());
    let inside = || fs::read_dir(folder).into_iter().flatten().flatten();
    desk(folder) || inside().any(|entry| desk(&entry.path()))
}

/// Whether a container's first entry has this name, which stands at a fixed place.
pub(crate) fn begins_with(beginning: &[u8], first: &str) -> bool {
    beginning.starts_with(b"PK\x03\x04") && beginning.get(30..).is_some_and(|name| name.starts_with(first.as_bytes()))
}

/// The signed part of such a file.
pub(crate) trait Bundle: Sized {
    /// Its name in the container.
    const FIRST: &'static str;
    /// Whether the texts of the documents travel too; without them the receiver reads the documents anew.
    const TEXTS: bool;

    /// Reads it and checks it against itself.
    fn check(bytes: &[u8]) -> Result<Self, BatchRefusal>;

    /// Documents that must be in the file; no others may.
    fn documents(&self) -> BTreeSet<Digest>;
}

/// What is done with what is in such a file.
pub(crate) trait Keep {
    fn document(&mut self, digest: &Digest, reader: &mut dyn Read) -> Result<Digest, BatchRefusal>;
    fn text(&mut self, digest: Digest, reader: &mut dyn Read) -> Result<(), BatchRefusal>;
}

/// Writes a file: `signed` are the bytes of the part that comes first.
pub(crate) fn write<B: Bundle>(desk: &Desk, signed: &[u8], digests: &BTreeSet<Digest>, out: &mut dyn Write) -> Result<(), BatchRefusal> {
    let mut buffered = io::BufWriter::with_capacity(256 << 10, out);
    let mut writer = Writer::new(&mut buffered);
    writer.add(B::FIRST, || Ok(signed))?;
    for digest in digests {
        let open = || desk.ledger.documents().read(digest).map_err(io::Error::other);
        writer.add(&format!("documents/{digest}"), open)?;
    }
    for digest in digests.iter().filter(|_| B::TEXTS) {
        let block = |b: lx_ledger::TextBlock| TextBlock {
            place: b.place,
            text: b.text,
        };
        let blocks: Vec<TextBlock> = desk.ledger.document_text(digest)?.into_iter().map(block).collect();
        if !blocks.is_empty() {
            let text = lx_seal::canonical(&blocks)?;
            writer.add(&format!("texts/{digest}"), || Ok(text.as_slice()))?;
        }
    }
    Ok(writer.finish()?)
}

/// As [`write`], encrypted to one person.
pub(crate) fn write_to<B: Bundle>(
    desk: &Desk,
    signed: &[u8],
    digests: &BTreeSet<Digest>,
    recipient: &str,
    out: &mut fs::File,
) -> Result<(), BatchRefusal> {
    let (mut reader, mut pipe) = io::pipe()?;
    std::thread::scope(|scope| {
        let sealing = scope.spawn(move || encrypt_to(&[recipient], &mut reader, out));
        let written = write::<B>(desk, signed, digests, &mut pipe);
        drop(pipe);
        let sealed = sealing.join().map_err(|_| ConfidentialError::Damaged)?;
        written?;
        sealed?;
        Ok(())
    })
}

/// Reads a text of at most 16 MiB that travels beside a document.
pub(crate) fn read_text(reader: &mut dyn Read) -> Result<Vec<lx_ledger::TextBlock>, ContainerError> {
    let mut bytes = Vec::new();
    reader.take(16 << 20).read_to_end(&mut bytes)?;
    let blocks: Vec<TextBlock> = lx_seal::parse_canonical_up_to(&bytes, 16 << 20).map_err(|e| ContainerError::Damaged(e.to_string()))?;
    Ok(kept(&blocks))
}

/// A text as the desk keeps it.
pub(crate) fn kept(blocks: &[TextBlock]) -> Vec<lx_ledger::TextBlock> {
    let block = |b: &TextBlock| lx_ledger::TextBlock {
        place: b.place.clone(),
        text: b.text.clone(),
    };
    blocks.iter().map(block).collect()
}

/// Gives `work` the plain bytes of a file, decrypting while it reads.
pub(crate) fn with_plain<T: Send>(
    path: &Path,
    keys: Option<&Keys>,
    work: impl FnOnce(&mut dyn Read) -> Result<T, BatchRefusal>,
) -> Result<T, BatchRefusal> {
    let mut file = fs::File::open(path)?;
    let mut beginning = [0; 32];
    let read = file.read(&mut beginning)?;
    file.rewind()?;
    if !is_encrypted(beginning.get(..read).unwrap_or_default()) {
        return work(&mut BufReader::with_capacity(256 << 10, file));
    }
    let keys = keys.ok_or(BatchRefusal::Encrypted)?;
    let (reader, mut writer) = io::pipe()?;
    std::thread::scope(|scope| {
        let decrypting = scope.spawn(move || decrypt_with(keys, &mut BufReader::new(file), &mut writer));
        let made = work(&mut BufReader::with_capacity(256 << 10, reader));
        let decrypted = decrypting.join().unwrap_or(Err(ConfidentialError::Damaged));
        match (made, decrypted) {
            (Ok(made), Ok(_)) => Ok(made),
            // The reader ended early on purpose: looking at the first entry only.
            (Ok(made), Err(ConfidentialError::Io(e))) if e.kind() == io::ErrorKind::BrokenPipe => Ok(made),
            (Err(error), Ok(_) | Err(ConfidentialError::Io(_))) => Err(error),
            (_, Err(error)) => Err(error.into()),
        }
    })
}

fn signed_part<B: Bundle>(reader: &mut dyn Read) -> Result<B, BatchRefusal> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_FILE).unwrap_or(u64::MAX).saturating_add(1);
    reader.take(most).read_to_end(&mut bytes)?;
    B::check(&bytes)
}

/// The signed part alone: it comes first, so looking is quick however big the file is.
pub(crate) fn first<B: Bundle>(reader: &mut dyn Read) -> Result<B, BatchRefusal> {
    enum Stop<B> {
        Found(Box<B>),
        Refused(BatchRefusal),
    }
    impl<B> From<ContainerError> for Stop<B> {
        fn from(error: ContainerError) -> Self {
            Self::Refused(error.into())
        }
    }
    let stopped = container::read(reader, |name, _, content| {
        if name != B::FIRST {
            return Err(Stop::Refused(BatchRefusal::Container(ContainerError::NotAContainer)));
        }
        Err(match signed_part(content) {
            Ok(found) => Stop::Found(Box::new(found)),
            Err(error) => Stop::Refused(error),
        })
    });
    match stopped {
        Err(Stop::Found(found)) => Ok(*found),
        Err(Stop::Refused(error)) => Err(error),
        Ok(()) => Err(BatchRefusal::Container(ContainerError::NotAContainer)),
    }
}

/// Reads the whole file: everything that the signed part names is there, is what was signed, and nothing else is.
pub(crate) fn whole<B: Bundle>(reader: &mut dyn Read, keep: &mut dyn Keep) -> Result<B, BatchRefusal> {
    let mut found: Option<B> = None;
    let mut named = BTreeSet::new();
    let mut seen = BTreeSet::new();
    container::read(reader, |name, _, content| {
        if found.is_none() {
            if name != B::FIRST {
                return Err(BatchRefusal::Container(ContainerError::NotAContainer));
            }
            let signed: B = signed_part(content)?;
            named = signed.documents();
            found = Some(signed);
            return Ok(());
        }
        let stranger = || BatchRefusal::Stranger(name.to_owned());
        let (folder, digest) = name.split_once('/').ok_or_else(stranger)?;
        let digest: Digest = digest.parse().map_err(|_| stranger())?;
        if !named.contains(&digest) {
            return Err(stranger());
        }
        match folder {
            "documents" if keep.document(&digest, content)? == digest => {
                seen.insert(digest);
                Ok(())
            }
            "documents" => Err(BatchRefusal::DocumentAltered(digest)),
            "texts" if B::TEXTS => keep.text(digest, content),
            _ => Err(stranger()),
        }
    })?;
    let found = found.ok_or(BatchRefusal::Container(ContainerError::NotAContainer))?;
    match named.into_iter().find(|d| !seen.contains(d)) {
        Some(missing) => Err(BatchRefusal::DocumentMissing(missing)),
        None => Ok(found),
    }
}
