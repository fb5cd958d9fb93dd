//! The batch file (`.lxbatch`): the frozen batch with the documents of everything that is scored.

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Read as _, Write},
    path::{Path, PathBuf},
};

use lx_domain::{BatchFile, Digest, Fingerprint, UnixMillis};
use lx_intake::TextBlock;
use lx_ledger::LedgerError;
use lx_seal::encrypt_to;

use crate::{
    Desk, Frozen, StepError,
    container::{ContainerError, Writer},
    files,
    refusal::BatchRefusal,
};

/// Writes the batch file; with recipients one file for each, encrypted to that person, in the folder `out`.
///
/// # Errors
/// [`StepError::NotFrozen`], [`StepError::Unknown`] for a recipient who is not on the roster, [`StepError::File`].
pub fn export_batch(desk: &mut Desk, out: &Path, to: &[Fingerprint], at: UnixMillis) -> Result<Vec<PathBuf>, StepError> {
    let frozen = desk.batch()?;
    if to.is_empty() {
        files::write_with(out, |file| write_batch(desk, &frozen, file))?;
        let digest = digest_of_file(out)?;
        desk.note_export("batch", out, digest, None, at)?;
        return Ok(vec![files::absolute(out)]);
    }
    let roster = desk.roster()?;
    let mut written = Vec::new();
    for fingerprint in to {
        let unknown = || StepError::Unknown {
            what: "member",
            name: fingerprint.to_string(),
        };
        let member = roster.member(fingerprint).ok_or_else(unknown)?;
        let path = if to.len() == 1 && out.extension().is_some() {
            out.to_owned()
        } else {
            out.join(format!("{}-{}.lxbatch", frozen.file.name, member.card.name))
        };
        files::write_with(&path, |file| write_encrypted(desk, &frozen, &member.card.box_key, file))?;
        let digest = digest_of_file(&path)?;
        desk.note_export("batch", &path, digest, Some(member.card.name.clone()), at)?;
        written.push(files::absolute(&path));
    }
    Ok(written)
}

fn digest_of_file(path: &Path) -> Result<Digest, StepError> {
    let mut reader = files::at(path, fs::File::open(path))?;
    let mut hash = crate::checking::Hash::default();
    files::at(path, io::copy(&mut reader, &mut hash))?;
    Ok(hash.digest())
}

/// Documents that travel: those of the scored applications, each once, in order.
#[must_use]
pub fn travelling(batch: &BatchFile) -> BTreeSet<Digest> {
    batch.scored().flat_map(|a| a.dossier.documents.iter().map(|d| d.digest)).collect()
}

fn write_batch(desk: &Desk, frozen: &Frozen, out: &mut dyn Write) -> Result<(), StepError> {
    let container = |error| StepError::BatchFile(BatchRefusal::Container(error));
    let envelope = frozen.envelope.bytes()?;
    let mut buffered = io::BufWriter::with_capacity(256 << 10, out);
    let mut writer = Writer::new(&mut buffered);
    writer.add("batch.json", || Ok(envelope.as_slice())).map_err(container)?;
    let digests = travelling(&frozen.file);
    for digest in &digests {
        let open = || desk.ledger.documents().read(digest).map_err(io::Error::other);
        writer.add(&format!("documents/{digest}"), open).map_err(container)?;
    }
    for digest in &digests {
        let blocks: Vec<TextBlock> = desk
            .ledger
            .document_text(digest)?
            .into_iter()
            .map(|b| TextBlock {
                place: b.place,
                text: b.text,
            })
            .collect();
        if !blocks.is_empty() {
            let text = lx_seal::canonical(&blocks)?;
            writer.add(&format!("texts/{digest}"), || Ok(text.as_slice())).map_err(container)?;
        }
    }
    writer.finish().map_err(container)
}

fn write_encrypted(desk: &Desk, frozen: &Frozen, recipient: &str, out: &mut fs::File) -> Result<(), StepError> {
    let (mut reader, mut pipe) = io::pipe().map_err(|e| StepError::Ledger(LedgerError::Source(e)))?;
    std::thread::scope(|scope| {
        let sealing = scope.spawn(move || encrypt_to(&[recipient], &mut reader, out));
        let written = write_batch(desk, frozen, &mut pipe);
        drop(pipe);
        let sealed = sealing.join().map_err(|_| StepError::NotMade("encryption"))?;
        written?;
        sealed?;
        Ok(())
    })
}

/// Reads a text of at most 16 MiB that travels beside a document.
pub(crate) fn read_text(reader: &mut dyn io::Read) -> Result<Vec<lx_ledger::TextBlock>, ContainerError> {
    let mut bytes = Vec::new();
    reader.take(16 << 20).read_to_end(&mut bytes)?;
    let blocks: Vec<TextBlock> = lx_seal::parse_canonical_up_to(&bytes, 16 << 20).map_err(|e| ContainerError::Damaged(e.to_string()))?;
    Ok(blocks
        .into_iter()
        .map(|b| lx_ledger::TextBlock {
            place: b.place,
            text: b.text,
        })
        .collect())
}
