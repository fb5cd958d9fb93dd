//! Whether a sheet belongs to this batch and keeps its rubric.

use std::io::{self, Write};

use lx_domain::{
    ApplicationNumber, BatchId, Digest, DraftAssessment, DraftMark, DraftSheet, Fingerprint, Role, Roster, Sheet, Verdict,
    draft::{Blocker, Declaration},
};
use lx_seal::{PayloadKind, SealError, card_key, open_unchecked};
use sha2::{Digest as _, Sha256};

use crate::{Frozen, ROUND, sheet_file::SheetFile};

/// Why a scoresheet was not taken. Nothing was written but the journal.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MergeRefusal {
    /// The file can't be read.
    #[error("cannot be read")]
    Unreadable(#[source] io::Error),
    /// Not a scoresheet file, or changed: not one of the forms that this program writes.
    #[error("not a scoresheet file, or damaged: {0}")]
    Form(SealError),
    /// Encrypted to somebody else, or damaged.
    #[error("cannot be decrypted: {0}")]
    Encrypted(lx_seal::ConfidentialError),
    /// The signature does not match the contents.
    #[error("the signature of {0} does not match the contents")]
    BrokenSeal(Fingerprint),
    /// The key is not on the roster as a reviewer.
    #[error("{0} is not a reviewer of this batch")]
    UnknownSigner(Fingerprint),
    /// A sheet of another batch.
    #[error("the sheet belongs to batch {found}, this desk holds {expected}")]
    WrongBatch {
        /// This desk's.
        expected: BatchId,
        /// The sheet's.
        found: BatchId,
    },
    /// A sheet of another rubric, or another version of the batch file.
    #[error("the sheet was made under another rubric or version of the batch file")]
    WrongRubric,
    /// A round that the method does not have.
    #[error("there is no round {0}")]
    WrongRound(u32),
    /// An application is not in the sheet, or one that is not scored is.
    #[error("the sheet does not cover the scored applications: {0}")]
    Incomplete(String),
    /// An application was judged on another version of its papers.
    #[error("{0} was judged on another version of its papers")]
    OtherDossier(ApplicationNumber),
    /// Points, reasons, grounds or veto items outside the rubric.
    #[error("{number} does not keep the rubric")]
    OutsideRubric {
        /// Which application.
        number: ApplicationNumber,
    },
}

impl MergeRefusal {
    /// Stable name of the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "unreadable",
            Self::Form(_) => "damaged",
            Self::Encrypted(_) => "encrypted",
            Self::BrokenSeal(_) => "broken_seal",
            Self::UnknownSigner(_) => "unknown_signer",
            Self::WrongBatch { .. } => "wrong_batch",
            Self::WrongRubric => "wrong_rubric",
            Self::WrongRound(_) => "wrong_round",
            Self::Incomplete(_) => "incomplete",
            Self::OtherDossier(_) => "other_dossier",
            Self::OutsideRubric { .. } => "outside_rubric",
        }
    }
}

/// A sheet that may be merged: its signature is the roster's, and it keeps the batch and the rubric.
///
/// # Errors
/// [`MergeRefusal`], one reason each.
pub fn check_sheet(file: &SheetFile, frozen: &Frozen, roster: &Roster) -> Result<(Digest, Sheet), MergeRefusal> {
    let batch = &frozen.file;
    // The key is the roster's; the card in the file is only for those who have no roster.
    let signer = file.sheet.signers().first().copied();
    let member = signer.and_then(|s| roster.member(&s)).filter(|m| m.role == Role::Reviewer);
    let Some(member) = member else {
        return Err(stranger(file, batch.id));
    };
    let key = card_key(&member.card).map_err(MergeRefusal::Form)?;
    let sheet = file.open_with(&key).map_err(|error| match error {
        SealError::UnknownSigner { fingerprint } | SealError::MissingSigner { fingerprint } => MergeRefusal::UnknownSigner(fingerprint),
        SealError::BrokenSeal { signer } => MergeRefusal::BrokenSeal(signer),
        other => MergeRefusal::Form(other),
    })?;
    if sheet.batch != batch.id {
        return Err(MergeRefusal::WrongBatch {
            expected: batch.id,
            found: sheet.batch,
        });
    }
    file.card().map_err(MergeRefusal::Form)?;
    if sheet.rubric_digest != batch.rubric_digest || sheet.batch_digest != frozen.digest {
        return Err(MergeRefusal::WrongRubric);
    }
    if sheet.round != ROUND {
        return Err(MergeRefusal::WrongRound(sheet.round));
    }
    expect_complete(&sheet, frozen)?;
    Ok((file.sheet.payload_digest(), sheet))
}

/// A sheet by somebody who is no reviewer here: of another batch, as a rule.
fn stranger(file: &SheetFile, expected: BatchId) -> MergeRefusal {
    match open_unchecked::<Sheet>(&file.sheet, PayloadKind::Sheet) {
        Ok(claimed) if claimed.batch != expected => MergeRefusal::WrongBatch {
            expected,
            found: claimed.batch,
        },
        Ok(claimed) => MergeRefusal::UnknownSigner(claimed.reviewer),
        Err(error) => MergeRefusal::Form(error),
    }
}

fn expect_complete(sheet: &Sheet, frozen: &Frozen) -> Result<(), MergeRefusal> {
    let expected: Vec<_> = frozen.file.scored().collect();
    if expected.len() != sheet.assessments.len() {
        return Err(MergeRefusal::Incomplete(format!(
            "{} / {}",
            sheet.assessments.len(),
            expected.len()
        )));
    }
    for (application, assessment) in expected.iter().zip(&sheet.assessments) {
        if *application.number() != assessment.number {
            return Err(MergeRefusal::Incomplete(assessment.number.to_string()));
        }
        if application.dossier_digest != assessment.dossier {
            return Err(MergeRefusal::OtherDossier(assessment.number.clone()));
        }
    }
    // What the same rules would have made of the draft is exactly what was signed.
    let draft = as_draft(sheet, frozen)?;
    match draft.into_assessments(&frozen.file) {
        Ok(again) if again == sheet.assessments => Ok(()),
        Ok(again) => {
            let differs = again
                .iter()
                .zip(&sheet.assessments)
                .find(|(a, b)| a != b)
                .map(|(a, _)| a.number.clone());
            Err(outside(differs, sheet))
        }
        Err(blockers) => Err(outside(blockers.first().map(number_of), sheet)),
    }
}

fn outside(number: Option<ApplicationNumber>, sheet: &Sheet) -> MergeRefusal {
    match number.or_else(|| sheet.assessments.first().map(|a| a.number.clone())) {
        Some(number) => MergeRefusal::OutsideRubric { number },
        None => MergeRefusal::Incomplete(String::new()),
    }
}

/// The application that a blocker is about.
#[must_use]
pub fn number_of(blocker: &Blocker) -> ApplicationNumber {
    match blocker {
        Blocker::Undeclared { number }
        | Blocker::Unscored { number, .. }
        | Blocker::ReasonMissing { number, .. }
        | Blocker::OutOfRange { number, .. }
        | Blocker::OffStep { number, .. }
        | Blocker::AbstainReasonMissing { number }
        | Blocker::VetoReasonMissing { number, .. } => number.clone(),
    }
}

fn as_draft(sheet: &Sheet, frozen: &Frozen) -> Result<DraftSheet, MergeRefusal> {
    let profile = &frozen.file.profile;
    let mut draft = DraftSheet::default();
    for assessment in &sheet.assessments {
        let number = &assessment.number;
        let wrong = || MergeRefusal::OutsideRubric { number: number.clone() };
        let mut part = DraftAssessment::new(number.clone(), assessment.dossier);
        match &assessment.verdict {
            Verdict::Scored { criteria, comment, vetoes } => {
                part.declared = Declaration::Clear;
                part.comment.clone_from(comment);
                part.vetoes.clone_from(vetoes);
                for score in criteria {
                    let mark = DraftMark {
                        mark: Some(score.mark),
                        reason: score.reason.clone(),
                        evidence: score.evidence.clone(),
                    };
                    part.marks.insert(score.id.clone(), mark);
                }
                if !vetoes.iter().all(|v| profile.vetoes.iter().any(|p| p.id == v.id)) {
                    return Err(wrong());
                }
            }
            Verdict::Recused { ground, reason } => {
                if !profile.recusal_grounds.iter().any(|g| g.id == *ground) {
                    return Err(wrong());
                }
                part.declared = Declaration::Tie {
                    ground: ground.clone(),
                    reason: reason.clone(),
                };
            }
            Verdict::Abstained { reason } => {
                part.declared = Declaration::Clear;
                part.abstained = Some(reason.clone());
            }
        }
        draft.assessments.insert(number.clone(), part);
    }
    Ok(draft)
}

/// SHA-256 of what is written to it.
#[derive(Default)]
pub(crate) struct Hash(Sha256);

impl Hash {
    pub(crate) fn digest(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

impl Write for Hash {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
