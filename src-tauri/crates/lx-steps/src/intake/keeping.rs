//! Writing a package down: one transaction.

use std::ops::ControlFlow;

use lx_domain::{Dossier, UnixMillis};
use lx_intake::Watch;
use lx_ledger::{Correction, LedgerError, Original, Part};
use lx_seal::{SealError, digest_of};
use serde_json::json;

use super::sink::DeskSink;
use crate::{Desk, StepError};

/// Why the last part of an import ended; nothing of it was written.
pub(super) enum Stopped {
    Cancelled,
    Step(StepError),
}

impl From<LedgerError> for Stopped {
    fn from(error: LedgerError) -> Self {
        Self::Step(error.into())
    }
}

impl From<SealError> for Stopped {
    fn from(error: SealError) -> Self {
        Self::Step(error.into())
    }
}

/// What is kept of a package beside its documents.
pub(super) struct Kept<'k> {
    pub(super) dossier: &'k Dossier,
    pub(super) parts: &'k [Part],
    /// What persons corrected of the version before, as far as it stands.
    pub(super) corrections: &'k [Correction],
}

/// One transaction: text first, which takes long and may still be ended; then the files, then the rows that name them.
pub(super) fn keep(desk: &mut Desk, kept: &Kept<'_>, sink: DeskSink, watch: &mut dyn Watch, at: UnixMillis) -> Result<(), Stopped> {
    let Kept {
        dossier,
        parts,
        corrections,
    } = *kept;
    let (digest, me) = (digest_of(dossier)?, desk.me());
    let DeskSink {
        batch, texts, original, ..
    } = sink;
    let bytes = dossier.documents.iter().map(|d| d.bytes).fold(0, u64::saturating_add);
    let files = u64::try_from(dossier.documents.len()).unwrap_or(u64::MAX);
    let aside = desk.ledger.set_aside()?.iter().any(|aside| aside.number == dossier.number);
    let go_on = |watch: &mut dyn Watch| match watch.progress(bytes, files, &dossier.package_name) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Stopped::Cancelled),
    };
    desk.ledger.transaction(|tx| {
        for (document, blocks) in &texts {
            go_on(watch)?;
            tx.put_text(document, blocks)?;
        }
        go_on(watch)?;
        tx.put_documents(&batch.commit()?)?;
        tx.put_dossier(dossier, &digest)?;
        if let Some((name, digest, bytes)) = original {
            tx.put_original(
                &dossier.number,
                &Original {
                    version: dossier.version,
                    name,
                    digest,
                    bytes,
                },
            )?;
        }
        tx.put_parts(&dossier.number, dossier.version, parts)?;
        for correction in corrections {
            tx.put_correction(correction)?;
        }
        tx.clear_item_verdicts(&dossier.number)?;
        tx.remove_admission(&dossier.number)?;
        let detail = json!({
            "number": dossier.number, "version": dossier.version, "package": dossier.package_name,
            "documents": dossier.documents.len(), "package_digest": dossier.package_digest, "set_aside": aside,
            "corrections": corrections.len(),
        });
        tx.append_journal("import", Some(&digest), Some(&me), at, &detail)?;
        Ok::<_, Stopped>(())
    })
}
