//! Opening a batch file on another desk: what it says, whose key it rests on, and only then taking it.

use std::{collections::BTreeSet, io::Read, path::Path};

use lx_domain::{ApplicationNumber, BatchFile, Digest, DraftSheet, Fingerprint, Role, UnixMillis};
use lx_ledger::{DocumentBatch, EnvelopeKind, StoredDocuments, TextBlock};
use lx_seal::{Envelope, PayloadKind, digest_of, open, open_unchecked};
use serde_json::json;

pub use crate::refusal::BatchRefusal;
use crate::{
    Desk, Frozen, ROUND, StepError,
    bundle::{self, Bundle, Keep},
    desk::roster_keys,
    exporting::travelling,
};

/// What a batch file says before it is trusted.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The batch, every signature in it checked against the keys that it brings itself.
    pub frozen: Frozen,
    /// Name of the chair.
    pub chair_name: String,
    /// Whether this desk's person is on the roster.
    pub on_roster: bool,
}

/// Looks at a batch file. Its chair's key is what the person compares with paper.
///
/// # Errors
/// [`BatchRefusal`], one reason each.
pub fn look(desk: &Desk, path: &Path) -> Result<Offer, StepError> {
    let frozen: Frozen = bundle::with_plain(path, Some(&desk.keys), bundle::first)?;
    let chair_name = frozen
        .file
        .roster
        .member(&frozen.file.chair)
        .map(|m| m.card.name.clone())
        .unwrap_or_default();
    let on_roster = frozen.file.roster.member(&desk.me()).is_some();
    Ok(Offer {
        frozen,
        chair_name,
        on_roster,
    })
}

/// Opens a batch file whose chair's key the person has confirmed: documents, texts and batch come onto this desk.
///
/// # Errors
/// [`BatchRefusal`], one reason each; the refusal is journalled.
pub fn open_batch(desk: &mut Desk, path: &Path, chair: &Fingerprint, at: UnixMillis) -> Result<(), StepError> {
    let outcome = take(desk, path, chair, at);
    if let Err(error) = &outcome {
        let me = desk.me();
        let detail = json!({ "path": path.display().to_string(), "reason": error.to_string() });
        desk.ledger.transaction(|tx| {
            tx.append_journal("batch_refused", None, Some(&me), at, &detail)?;
            Ok::<_, StepError>(())
        })?;
    }
    outcome
}

struct Taken {
    frozen: Frozen,
    documents: StoredDocuments,
    texts: Vec<(Digest, Vec<TextBlock>)>,
}

fn take(desk: &mut Desk, path: &Path, chair: &Fingerprint, at: UnixMillis) -> Result<(), StepError> {
    let offer = look(desk, path)?;
    expect_trust(desk, &offer, chair)?;
    if desk.frozen.as_ref().is_some_and(|f| f.envelope == offer.frozen.envelope) {
        return Ok(());
    }
    let batch = desk.ledger.documents().batch()?;
    let taken = bundle::with_plain(path, Some(&desk.keys), |reader| take_all(reader, batch))?;
    let (bytes, digest, me) = (taken.frozen.envelope.bytes()?, taken.frozen.digest, desk.me());
    let file = &taken.frozen.file;
    let draft = DraftSheet::new(file);
    let new = desk.frozen.is_none();
    let reviewer = file.roster.member(&me).is_some_and(|m| m.role == Role::Reviewer);
    let known = desk.ledger.dossiers()?;
    desk.ledger.transaction(|tx| {
        tx.put_documents(&taken.documents)?;
        for (digest, blocks) in &taken.texts {
            tx.put_text(digest, blocks)?;
        }
        for application in file
            .scored()
            .filter(|a| new && !known.iter().any(|(_, d)| d.number == a.dossier.number))
        {
            tx.put_dossier(&application.dossier, &application.dossier_digest)?;
        }
        tx.put_envelope(EnvelopeKind::Batch, &digest, &bytes, at)?;
        tx.set_trusted_chair(&file.chair, at)?;
        for assessment in draft.assessments.values().filter(|_| reviewer && new) {
            tx.put_draft_assessment(ROUND, assessment, at)?;
        }
        let detail = json!({ "name": file.name, "chair": file.chair, "scored": file.scored().count() });
        tx.append_journal("open", Some(&digest), Some(&me), at, &detail)?;
        Ok::<_, StepError>(())
    })?;
    desk.reload()
}

fn expect_trust(desk: &Desk, offer: &Offer, chair: &Fingerprint) -> Result<(), StepError> {
    let file = &offer.frozen.file;
    let found = file.chair;
    if !offer.on_roster {
        return Err(BatchRefusal::NotOnRoster.into());
    }
    if let Some((trusted, _)) = desk.ledger.trusted_chair()?.filter(|(trusted, _)| *trusted != found) {
        return Err(BatchRefusal::ChairChanged { trusted, found }.into());
    }
    if *chair != found {
        return Err(BatchRefusal::ChairNotConfirmed { found }.into());
    }
    if !offer.frozen.is_countersigned() && desk.me() != found {
        return Err(BatchRefusal::ChairUnsigned.into());
    }
    if let Some(here) = &desk.frozen {
        if here.file.id != file.id {
            return Err(BatchRefusal::OtherBatch {
                here: here.file.id,
                found: file.id,
            }
            .into());
        }
        if here.digest != offer.frozen.digest {
            return Err(BatchRefusal::OtherVersion.into());
        }
    } else if let Some(here) = desk.ledger.batch_draft()? {
        return Err(BatchRefusal::OtherBatch {
            here: here.id,
            found: file.id,
        }
        .into());
    }
    Ok(())
}

/// Checks a batch against itself: every signature, who may sign, every digest, the roster.
///
/// # Errors
/// [`BatchRefusal`], one reason each. That the chair has signed is for the caller to ask.
pub fn check_batch(bytes: &[u8]) -> Result<Frozen, BatchRefusal> {
    let envelope = Envelope::parse(bytes)?;
    let claimed: BatchFile = open_unchecked(&envelope, PayloadKind::Batch)?;
    let keys = roster_keys(&claimed.roster)?;
    let file: BatchFile = open(&envelope, PayloadKind::Batch, &keys)?;
    for signer in envelope.signers() {
        let role = file.roster.member(&signer).map(|m| m.role);
        if !matches!(role, Some(Role::Chair | Role::Secretary)) {
            return Err(BatchRefusal::SignerWithoutRole(signer));
        }
    }
    expect_consistent(&file)?;
    Ok(Frozen {
        digest: envelope.payload_digest(),
        envelope,
        file,
    })
}

fn expect_consistent(file: &BatchFile) -> Result<(), BatchRefusal> {
    let wrong = |what: String| Err(BatchRefusal::Inconsistent(what));
    if digest_of(&file.profile)? != file.rubric_digest {
        return wrong("rubric_digest".to_owned());
    }
    if file.roster.member(&file.chair).is_none_or(|m| m.role != Role::Chair) {
        return wrong("chair".to_owned());
    }
    let people: BTreeSet<_> = file.roster.members.iter().map(|m| m.fingerprint).collect();
    if people.len() != file.roster.members.len() {
        return wrong("roster".to_owned());
    }
    let mut last: Option<&ApplicationNumber> = None;
    for application in &file.applications {
        let number = application.number();
        if last.is_some_and(|last| last >= number) {
            return wrong(format!("order of {number}"));
        }
        let digest = digest_of(&application.dossier)?;
        let fits =
            digest == application.dossier_digest && application.admission.dossier == digest && application.admission.number == *number;
        if !fits {
            return wrong(number.to_string());
        }
        last = Some(number);
    }
    Ok(())
}

impl Bundle for Frozen {
    const FIRST: &'static str = bundle::BATCH;
    const TEXTS: bool = true;

    fn check(bytes: &[u8]) -> Result<Self, BatchRefusal> {
        check_batch(bytes)
    }

    fn documents(&self) -> BTreeSet<Digest> {
        travelling(&self.file)
    }
}

struct OntoDesk {
    batch: DocumentBatch,
    texts: Vec<(Digest, Vec<TextBlock>)>,
}

impl Keep for OntoDesk {
    fn document(&mut self, _: &Digest, reader: &mut dyn Read) -> Result<Digest, BatchRefusal> {
        Ok(self.batch.store(reader)?.digest)
    }
    fn text(&mut self, digest: Digest, reader: &mut dyn Read) -> Result<(), BatchRefusal> {
        self.texts.push((digest, bundle::read_text(reader)?));
        Ok(())
    }
}

fn take_all(reader: &mut dyn Read, batch: DocumentBatch) -> Result<Taken, BatchRefusal> {
    let mut keep = OntoDesk { batch, texts: Vec::new() };
    let frozen = bundle::whole(reader, &mut keep)?;
    Ok(Taken {
        frozen,
        documents: keep.batch.commit()?,
        texts: keep.texts,
    })
}
