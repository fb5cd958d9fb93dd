//! The record opened: every signature checked against the roster, and the standing reckoned again.

use std::collections::BTreeMap;

use lx_domain::{BatchFile, Decision, Digest, Fingerprint, Member, Role, Roster, Ruling, RulingKind, Sheet};
use lx_seal::{Envelope, PayloadKind, PublicKey, SealError, card_key, digest_of, open, open_unchecked};
use lx_tally::{Outcome, standing_of};
use serde::Serialize;

use crate::{error::ReportError, record::ReportRecord};

/// What the 校验码 of a report is the digest of: the same for both editions.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Basis {
    batch: Digest,
    decision: Digest,
    journal_head: Digest,
    rulings: Vec<Digest>,
    sheets: Vec<Digest>,
}

/// Everything that is printed is derived from these.
#[derive(Debug, Clone)]
pub(crate) struct Facts {
    pub batch: BatchFile,
    pub batch_digest: Digest,
    /// By digest.
    pub sheets: Vec<(Digest, Sheet)>,
    /// By sequence.
    pub rulings: Vec<(Digest, Ruling)>,
    pub decision: Decision,
    pub decision_digest: Digest,
    pub outcome: Outcome,
    pub standing_digest: Digest,
    /// 校验码 of the report.
    pub digest: Digest,
    /// Everyone who ever sat, the latest card first.
    people: BTreeMap<Fingerprint, Member>,
}

fn envelope_error(what: impl Into<String>) -> impl FnOnce(SealError) -> ReportError {
    let what = what.into();
    move |source| ReportError::Envelope { what, source }
}

/// The keys of a roster's members. A member's fingerprint must be that of the card's key.
pub(crate) fn keys(members: &[&Member]) -> Vec<PublicKey> {
    members
        .iter()
        .filter_map(|m| card_key(&m.card).ok().filter(|key| key.fingerprint() == m.fingerprint))
        .collect()
}

/// Opens the batch file with the keys of its own roster; its chair must have signed.
///
/// Whose keys they are is another question: the first claim of a check, answered from outside the file.
pub(crate) fn open_batch(envelope: &Envelope) -> Result<BatchFile, ReportError> {
    let what = || envelope_error("batch");
    let claimed: BatchFile = open_unchecked(envelope, PayloadKind::Batch).map_err(what())?;
    let members: Vec<&Member> = claimed.roster.members.iter().collect();
    let batch: BatchFile = open(envelope, PayloadKind::Batch, &keys(&members)).map_err(what())?;
    let chair = batch
        .roster
        .member(&batch.chair)
        .filter(|m| matches!(m.role, Role::Chair | Role::Deputy));
    if chair.is_none() || !envelope.signers().contains(&batch.chair) {
        return Err(ReportError::NotOnRoster {
            what: "batch".to_owned(),
            by: batch.chair,
        });
    }
    let rubric = digest_of(&batch.profile).map_err(what())?;
    if rubric != batch.rubric_digest {
        return Err(ReportError::OtherBatch("profile".to_owned()));
    }
    for application in &batch.applications {
        let dossier = digest_of(&application.dossier).map_err(what())?;
        if dossier != application.dossier_digest
            || application.admission.dossier != dossier
            || application.admission.number != application.dossier.number
        {
            return Err(ReportError::OtherBatch(application.number().to_string()));
        }
    }
    Ok(batch)
}

/// Opens the rulings, in order. Each is signed by a chair or deputy of the roster as it stood.
pub(crate) fn open_rulings(batch: &BatchFile, envelopes: &[Envelope]) -> Result<Vec<(Digest, Ruling)>, ReportError> {
    let mut claimed = Vec::new();
    for envelope in envelopes {
        let ruling: Ruling = open_unchecked(envelope, PayloadKind::Ruling).map_err(envelope_error("ruling"))?;
        claimed.push((ruling.sequence, envelope));
    }
    claimed.sort_by_key(|(sequence, envelope)| (*sequence, envelope.payload_digest()));
    let mut amended: Vec<Roster> = Vec::new();
    let mut rulings = Vec::new();
    for (sequence, envelope) in claimed {
        let what = format!("ruling {sequence}");
        let current = amended.last().unwrap_or(&batch.roster);
        let members: Vec<&Member> = current.members.iter().collect();
        let ruling: Ruling = open(envelope, PayloadKind::Ruling, &keys(&members)).map_err(envelope_error(what.clone()))?;
        if ruling.batch != batch.id {
            return Err(ReportError::OtherBatch(what));
        }
        let leads = current
            .member(&ruling.by)
            .is_some_and(|m| matches!(m.role, Role::Chair | Role::Deputy));
        if !leads || !envelope.signers().contains(&ruling.by) {
            return Err(ReportError::NotOnRoster { what, by: ruling.by });
        }
        if let RulingKind::Amend { roster } = &ruling.kind {
            amended.push(roster.clone());
        }
        rulings.push((envelope.payload_digest(), ruling));
    }
    Ok(rulings)
}

/// Everyone who ever sat on the committee.
pub(crate) fn people(batch: &BatchFile, rulings: &[(Digest, Ruling)]) -> BTreeMap<Fingerprint, Member> {
    let amended = rulings.iter().filter_map(|(_, ruling)| {
        if let RulingKind::Amend { roster } = &ruling.kind {
            Some(roster)
        } else {
            None
        }
    });
    let rosters = std::iter::once(&batch.roster).chain(amended);
    rosters
        .flat_map(|roster| &roster.members)
        .map(|member| (member.fingerprint, member.clone()))
        .collect()
}

/// Opens one scoresheet: signed by its reviewer, who sits or sat on the committee, for this batch and rubric.
pub(crate) fn open_sheet(
    batch: &BatchFile,
    batch_digest: Digest,
    people: &BTreeMap<Fingerprint, Member>,
    envelope: &Envelope,
) -> Result<Sheet, ReportError> {
    let what = || format!("sheet {}", envelope.payload_digest().short());
    let members: Vec<&Member> = people.values().collect();
    let sheet: Sheet = open(envelope, PayloadKind::Sheet, &keys(&members)).map_err(envelope_error(what()))?;
    if sheet.batch != batch.id || sheet.rubric_digest != batch.rubric_digest || sheet.batch_digest != batch_digest {
        return Err(ReportError::OtherBatch(what()));
    }
    if envelope.signers() != [sheet.reviewer] {
        return Err(ReportError::NotOnRoster {
            what: what(),
            by: sheet.reviewer,
        });
    }
    Ok(sheet)
}

/// Opens the decision: signed by a chair or deputy.
pub(crate) fn open_decision(
    batch: &BatchFile,
    people: &BTreeMap<Fingerprint, Member>,
    envelope: &Envelope,
) -> Result<Decision, ReportError> {
    let members: Vec<&Member> = people.values().collect();
    let decision: Decision = open(envelope, PayloadKind::Decision, &keys(&members)).map_err(envelope_error("decision"))?;
    if decision.batch != batch.id {
        return Err(ReportError::OtherBatch("decision".to_owned()));
    }
    let leads = people
        .get(&decision.by)
        .is_some_and(|m| matches!(m.role, Role::Chair | Role::Deputy));
    if leads && envelope.signers().contains(&decision.by) {
        Ok(decision)
    } else {
        Err(ReportError::NotOnRoster {
            what: "decision".to_owned(),
            by: decision.by,
        })
    }
}

/// The standing that sheets and rulings give.
pub(crate) fn derive(
    batch: &BatchFile,
    sheets: &[(Digest, Sheet)],
    rulings: &[(Digest, Ruling)],
) -> Result<(Outcome, Digest), ReportError> {
    let plain: Vec<Ruling> = rulings.iter().map(|(_, ruling)| ruling.clone()).collect();
    let outcome = standing_of(batch, sheets, &plain);
    let digest = digest_of(&outcome.standing).map_err(envelope_error("standing"))?;
    Ok((outcome, digest))
}

impl Facts {
    /// Opens a record.
    ///
    /// # Errors
    /// [`ReportError`], one variant per reason.
    pub fn of(record: &ReportRecord) -> Result<Self, ReportError> {
        let batch = open_batch(&record.batch)?;
        let batch_digest = record.batch.payload_digest();
        let rulings = open_rulings(&batch, &record.rulings)?;
        let people = people(&batch, &rulings);
        let mut sheets = Vec::new();
        for envelope in &record.sheets {
            sheets.push((envelope.payload_digest(), open_sheet(&batch, batch_digest, &people, envelope)?));
        }
        sheets.sort_by_key(|(digest, _)| *digest);
        let decision = open_decision(&batch, &people, &record.decision)?;
        let (outcome, standing_digest) = derive(&batch, &sheets, &rulings)?;
        if decision.standing != standing_digest {
            return Err(ReportError::OtherStanding {
                decided: decision.standing,
                derived: standing_digest,
            });
        }
        let decision_digest = record.decision.payload_digest();
        let basis = Basis {
            batch: batch_digest,
            decision: decision_digest,
            journal_head: record.journal_head,
            rulings: rulings.iter().map(|(digest, _)| *digest).collect(),
            sheets: sheets.iter().map(|(digest, _)| *digest).collect(),
        };
        let digest = digest_of(&basis).map_err(envelope_error("basis"))?;
        Ok(Self {
            batch,
            batch_digest,
            sheets,
            rulings,
            decision,
            decision_digest,
            outcome,
            standing_digest,
            digest,
            people,
        })
    }

    /// The roster in force: the last amendment, or the batch file's.
    pub fn roster(&self) -> &Roster {
        self.rulings
            .iter()
            .rev()
            .find_map(|(_, r)| {
                if let RulingKind::Amend { roster } = &r.kind {
                    Some(roster)
                } else {
                    None
                }
            })
            .unwrap_or(&self.batch.roster)
    }

    /// A person's name; for an unknown key its 校验码.
    pub fn name(&self, fingerprint: &Fingerprint) -> String {
        self.people
            .get(fingerprint)
            .map_or_else(|| fingerprint.short(), |member| member.card.name.clone())
    }

    /// A name from the fingerprint in hexadecimal that the standing carries.
    pub fn name_of_hex(&self, hex: &str) -> String {
        hex.parse().map_or_else(|_| hex.to_owned(), |fingerprint| self.name(&fingerprint))
    }

    /// Everyone who ever sat, by role and seat.
    pub fn everyone(&self) -> Vec<&Member> {
        let mut all: Vec<&Member> = self.people.values().collect();
        all.sort_by_key(|m| (m.role, m.seat, m.fingerprint));
        all
    }
}
