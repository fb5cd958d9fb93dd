//! Sealing (签署提交): the draft becomes a signed sheet, which can only be superseded.

use std::path::{Path, PathBuf};

use lx_domain::{Digest, Role, Sheet, UnixMillis};
use lx_ledger::EnvelopeKind;
use lx_seal::{Envelope, PayloadKind, seal};
use serde_json::json;

use crate::{Desk, ROUND, StepError, files, placing, scoring, sheet_file::SheetFile};

/// A sheet that this desk signed.
#[derive(Debug, Clone)]
pub struct Sealed {
    /// Digest of its payload.
    pub digest: Digest,
    /// What it says.
    pub sheet: Sheet,
    /// Where the file was written, if it was.
    pub path: Option<PathBuf>,
}

/// The latest sheet that this desk signed.
///
/// # Errors
/// What reading the desk can meet.
pub fn latest(desk: &Desk) -> Result<Option<Sealed>, StepError> {
    let me = desk.me();
    let own = desk.sheets.iter().filter(|(_, s)| s.reviewer == me).max_by_key(|(_, s)| s.revision);
    let Some((digest, sheet)) = own else { return Ok(None) };
    let path = desk
        .ledger
        .exports()?
        .into_iter()
        .rev()
        .find(|e| e.kind == "sheet" && e.recipient.as_deref() == Some(&digest.to_string()));
    Ok(Some(Sealed {
        digest: *digest,
        sheet: sheet.as_ref().clone(),
        path: path.map(|e| PathBuf::from(e.path)),
    }))
}

/// Whether the draft says anything else than the latest sheet.
///
/// # Errors
/// What reading the desk can meet.
pub fn changed_since(desk: &Desk, sealed: &Sealed) -> Result<bool, StepError> {
    let frozen = desk.batch()?;
    Ok(scoring::sheet(desk)?
        .into_assessments(&frozen.file)
        .is_ok_and(|now| now != sealed.sheet.assessments)
        || !scoring::sheet(desk)?.blockers(&frozen.file).is_empty())
}

/// Signs the draft. A draft that says what the latest sheet says is not signed again: the file is written again.
///
/// # Errors
/// [`StepError::SheetBlocked`] with everything at once.
pub fn seal_sheet(desk: &mut Desk, at: UnixMillis) -> Result<Sealed, StepError> {
    let frozen = desk.batch()?;
    desk.expect_role(&[Role::Reviewer])?;
    let assessments = scoring::sheet(desk)?
        .into_assessments(&frozen.file)
        .map_err(StepError::SheetBlocked)?;
    let before = latest(desk)?;
    if let Some(same) = before.as_ref().filter(|b| b.sheet.assessments == assessments) {
        return Ok(same.clone());
    }
    let me = desk.me();
    let sheet = Sheet {
        schema: 1,
        batch: frozen.file.id,
        rubric_digest: frozen.file.rubric_digest,
        batch_digest: frozen.digest,
        round: ROUND,
        reviewer: me,
        device: desk.device(),
        revision: before.as_ref().map_or(1, |b| b.sheet.revision.saturating_add(1)),
        parents: before.iter().map(|b| b.digest).collect(),
        sample: frozen.file.sample,
        assessments,
        sealed_at: at,
    };
    let envelope = seal(PayloadKind::Sheet, &sheet, &[&desk.keys])?;
    let (bytes, digest) = (envelope.bytes()?, envelope.payload_digest());
    desk.ledger.transaction(|tx| {
        tx.put_envelope(EnvelopeKind::Sheet, &digest, &bytes, at)?;
        let detail = json!({ "revision": sheet.revision, "parents": sheet.parents });
        tx.append_journal("seal", Some(&digest), Some(&me), at, &detail)?;
        Ok::<_, StepError>(())
    })?;
    desk.reload()?;
    Ok(Sealed { digest, sheet, path: None })
}

/// Writes the latest sheet's file (`.lxsheet`).
///
/// # Errors
/// [`StepError::NotSealed`], [`StepError::File`].
pub fn export_sheet(desk: &mut Desk, out: &Path, at: UnixMillis) -> Result<Sealed, StepError> {
    let sealed = latest(desk)?.ok_or(StepError::NotSealed)?;
    let stored = desk
        .ledger
        .envelope(EnvelopeKind::Sheet, &sealed.digest)?
        .ok_or(StepError::NotSealed)?;
    let file = SheetFile {
        card: desk.person.card.clone(),
        sheet: Envelope::parse(&stored.bytes)?,
    };
    placing::place(out, placing::Kind::Sheet, &file.bytes()?)?;
    // The recipient of a sheet is not known; the column says which sheet the file holds.
    desk.note_export("sheet", out, sealed.digest, Some(sealed.digest.to_string()), at)?;
    Ok(Sealed {
        path: Some(files::absolute(out)),
        ..sealed
    })
}

/// A sheet to be printed and signed by hand.
///
/// # Errors
/// [`StepError::NotSealed`], [`StepError::Report`].
pub fn print_sheet(desk: &Desk) -> Result<Vec<u8>, StepError> {
    let sealed = latest(desk)?.ok_or(StepError::NotSealed)?;
    Ok(lx_report::set_sheet_pdf(&desk.batch()?.file, &sealed.sheet)?)
}
