//! The batch file (`.lxbatch`): the frozen batch with the documents of everything that is scored.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use lx_domain::{BatchFile, Digest, Fingerprint, UnixMillis};

use crate::{Desk, Frozen, StepError, bundle, files, placing};

/// Writes the batch file; with recipients one file for each, encrypted to that person, in the folder `out`.
///
/// # Errors
/// [`StepError::NotFrozen`], [`StepError::Unknown`] for a recipient who is not on the roster, [`StepError::Exists`] and
/// [`StepError::Occupied`] where another file lies, [`StepError::File`].
pub fn export_batch(desk: &mut Desk, out: &Path, to: &[Fingerprint], at: UnixMillis) -> Result<Vec<PathBuf>, StepError> {
    let frozen = desk.batch()?;
    let (envelope, digests) = (frozen.envelope.bytes()?, travelling(&frozen.file));
    if to.is_empty() {
        placing::place_with(out, placing::Kind::Batch, |file| {
            Ok(bundle::write::<Frozen>(desk, &envelope, &digests, file)?)
        })?;
        let digest = files::at(out, files::digest(out))?;
        desk.note_export("batch", out, digest, None, at)?;
        return Ok(vec![files::absolute(out)]);
    }
    let roster = desk.roster()?;
    let mut places = Vec::new();
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
        // Everybody's file can be written, or nobody's is.
        placing::expect_place(&path, placing::Kind::Encrypted)?;
        places.push((member, path));
    }
    let mut written = Vec::new();
    for (member, path) in places {
        let recipient = &member.card.box_key;
        placing::place_with(&path, placing::Kind::Encrypted, |file| {
            Ok(bundle::write_to::<Frozen>(desk, &envelope, &digests, recipient, file)?)
        })?;
        let digest = files::at(&path, files::digest(&path))?;
        desk.note_export("batch", &path, digest, Some(member.card.name.clone()), at)?;
        written.push(files::absolute(&path));
    }
    Ok(written)
}

/// Documents that travel: those of the scored applications, each once, in order.
#[must_use]
pub fn travelling(batch: &BatchFile) -> BTreeSet<Digest> {
    batch.scored().flat_map(|a| a.dossier.documents.iter().map(|d| d.digest)).collect()
}

impl Desk {
    /// Writes down that something left the desk.
    pub(crate) fn note_export(
        &mut self,
        kind: &str,
        path: &Path,
        digest: Digest,
        recipient: Option<String>,
        at: UnixMillis,
    ) -> Result<(), StepError> {
        let me = self.me();
        let path = files::absolute(path).display().to_string();
        self.ledger.transaction(|tx| {
            tx.put_export(&lx_ledger::Export {
                kind: kind.to_owned(),
                path: path.clone(),
                digest,
                recipient: recipient.clone(),
                by: Some(me),
                at,
            })?;
            let detail = serde_json::json!({ "kind": kind, "path": path, "recipient": recipient });
            tx.append_journal("export", Some(&digest), Some(&me), at, &detail)?;
            Ok(())
        })
    }
}
