//! Moving applications into a later batch (结转): the file that a desk sends, and what it says of each.

mod arriving;
pub mod receiving;

use std::path::{Path, PathBuf};

use lx_domain::{
    Admission, ApplicationNumber, Card, CarriedApplication, Carry, Conclusion, Digest, Dossier, Ending, Fingerprint, Opinion, Outcome,
    Profile, Role, Track, UnixMillis,
    carry::{AskedLine, CoachingPassage, FormerCorrection, FormerVersion, ScreenedItem, ScreenedVersion, SentNotice},
};
use lx_seal::{PayloadKind, digest_of, seal};

use crate::{
    Desk, StepError, bundle,
    carry_file::{CarryFile, OpenedCarry, travelling},
    correcting::corrected,
    deciding, files,
    named::NamedBatch,
    placing, recalling,
    refusal::CarryRefusal,
    screening,
    supplementing::{self, Version},
};

/// An application that can move to a later batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carryable {
    /// As it stood last.
    pub dossier: Dossier,
    /// What became of it in this batch.
    pub ending: Ending,
    /// Whether this desk holds all of its documents.
    pub documents: bool,
    /// Whether it moves unless a person leaves it out: what was deferred, not selected, or still to be supplied.
    pub proposed: bool,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The file.
    pub path: PathBuf,
    /// Digest of the signed record.
    pub digest: Digest,
    /// The applications in it, and whether the documents travel.
    pub applications: Vec<(ApplicationNumber, bool)>,
}

/// The applications of this batch that can move to a later one, by number: those deferred; after the freeze those that the
/// screening did not admit; after the decision those that were not selected, and coached projects, which come back for the pilot.
///
/// # Errors
/// [`StepError::NotYourRole`], [`StepError::NoBatch`].
pub fn carryable(desk: &Desk) -> Result<Vec<Carryable>, StepError> {
    desk.expect_role(&[Role::Secretary, Role::Chair])?;
    desk.profile()?;
    let mut found = deferred(desk)?;
    if let Some(frozen) = desk.frozen() {
        let decided = deciding::decided(desk)?.filter(|d| d.current);
        for application in &frozen.file.applications {
            let admission = &application.admission;
            let entries = decided.as_ref().map(|d| (d, d.decision.entries.as_slice()));
            let ending = if application.is_scored() {
                let entry = entries.and_then(|(d, all)| Some((d, all.iter().find(|e| e.number == *application.number())?)));
                entry.map(|(d, entry)| Ending::Decided {
                    opinion: entry.opinion,
                    reason: entry.reason.clone(),
                    industry: entry.industry.clone(),
                    at: d.decision.at,
                    decision: d.digest,
                })
            } else {
                Some(Ending::Screened {
                    outcome: admission.outcome,
                    reason: admission.reason.clone(),
                })
            };
            found.extend(ending.and_then(|ending| of(desk, application.dossier.clone(), ending)));
        }
    }
    found.sort_by(|a, b| a.dossier.number.cmp(&b.dossier.number));
    Ok(found)
}

/// A project recommended for the pilot does not come back; one that was coached does.
fn of(desk: &Desk, dossier: Dossier, ending: Ending) -> Option<Carryable> {
    let proposed = match &ending {
        Ending::Deferred { .. } => true,
        Ending::Screened { outcome, .. } => *outcome == Outcome::Supplement,
        Ending::Decided { opinion, .. } => *opinion == Opinion::Later,
    };
    let recommended = matches!(
        ending,
        Ending::Decided {
            opinion: Opinion::Recommend,
            ..
        }
    );
    if recommended && dossier.track != Track::Coaching {
        return None;
    }
    let documents = !dossier.documents.is_empty() && dossier.documents.iter().all(|d| desk.ledger.documents().contains(&d.digest));
    Some(Carryable {
        dossier,
        ending,
        documents,
        proposed,
    })
}

/// Those moved to the next batch; a desk that opened the batch file does not have them.
fn deferred(desk: &Desk) -> Result<Vec<Carryable>, StepError> {
    let mut found = Vec::new();
    for aside in desk.ledger.set_aside()?.into_iter().filter(|aside| !aside.withdrawn) {
        if let Some((_, dossier)) = desk.ledger.dossier(&aside.number)? {
            let dossier = corrected(&desk.ledger, dossier)?;
            found.extend(of(desk, dossier, Ending::Deferred { reason: aside.reason }));
        }
    }
    Ok(found)
}

/// Writes the carry file, with documents where this desk holds them and `documents` asks for them, encrypted where a card is
/// given. Without `numbers` everything that is proposed moves.
///
/// # Errors
/// [`StepError::NothingToCarry`], [`StepError::NotYourRole`], [`StepError::File`].
pub fn send(
    desk: &mut Desk,
    numbers: Option<&[ApplicationNumber]>,
    documents: bool,
    to: Option<&Card>,
    out: &Path,
    at: UnixMillis,
) -> Result<Sent, StepError> {
    let mut chosen = carryable(desk)?;
    match numbers {
        Some(numbers) => {
            let stranger = numbers.iter().find(|n| !chosen.iter().any(|c| c.dossier.number == **n));
            if let Some(stranger) = stranger {
                return Err(StepError::NothingToCarry(Some(stranger.clone())));
            }
            chosen.retain(|c| numbers.contains(&c.dossier.number));
        }
        None => chosen.retain(|c| c.proposed),
    }
    if chosen.is_empty() {
        return Err(StepError::NothingToCarry(None));
    }
    let carry = record(desk, chosen, documents, at)?;
    let file = CarryFile {
        card: desk.person.card.clone(),
        carry: seal(PayloadKind::Carry, &carry, &[&desk.keys])?,
    };
    let (bytes, digests) = (file.bytes()?, travelling(&carry));
    let kind = if to.is_some() {
        placing::Kind::Encrypted
    } else {
        placing::Kind::Carry
    };
    placing::place_with(out, kind, |out| {
        let written = match to {
            Some(card) => bundle::write_to::<OpenedCarry>(desk, &bytes, &digests, &card.box_key, out),
            None => bundle::write::<OpenedCarry>(desk, &bytes, &digests, out),
        };
        Ok(written.map_err(CarryRefusal::from)?)
    })?;
    let digest = files::at(out, files::digest(out))?;
    desk.note_export("carry", out, digest, to.map(|card| card.name.clone()), at)?;
    Ok(Sent {
        path: files::absolute(out),
        digest: file.carry.payload_digest(),
        applications: carry.applications.iter().map(|a| (a.dossier.number.clone(), a.documents)).collect(),
    })
}

fn record(desk: &Desk, chosen: Vec<Carryable>, documents: bool, at: UnixMillis) -> Result<Carry, StepError> {
    let (batch, profile) = (desk.named_batch()?, desk.profile()?);
    let mut applications = Vec::new();
    for one in chosen {
        let number = &one.dossier.number;
        let mut conclusions: Vec<Conclusion> = Vec::new();
        for before in recalling::recalled(desk, number)? {
            // Two files may tell of one batch: what was told last stands.
            for conclusion in before.application.conclusions {
                conclusions.retain(|c| c.batch != conclusion.batch);
                conclusions.push(conclusion);
            }
        }
        conclusions.push(conclusion(desk, &batch, &profile, &one)?);
        applications.push(CarriedApplication {
            corrections: corrections(desk, &one.dossier)?,
            documents: documents && one.documents,
            dossier: one.dossier,
            conclusions,
        });
    }
    Ok(Carry {
        schema: 1,
        batch: batch.id,
        batch_name: batch.name,
        sample: batch.sample,
        frozen: desk.frozen().map(|f| f.digest),
        journal_head: desk.ledger.journal_head()?,
        applications,
        by: desk.me(),
        at,
    })
}

/// What persons wrote over what was read, with their names: their keys say nothing to another batch.
fn corrections(desk: &Desk, dossier: &Dossier) -> Result<Vec<FormerCorrection>, StepError> {
    let roster = desk.roster()?;
    let name = |by: &Fingerprint| match roster.member(by) {
        Some(member) => member.card.name.clone(),
        None if *by == desk.me() => desk.person.name.clone(),
        None => by.short(),
    };
    let mut found: Vec<FormerCorrection> = Vec::new();
    for one in screening::corrections(desk, dossier)? {
        found.retain(|earlier| earlier.about != one.about);
        found.push(FormerCorrection {
            about: one.about,
            by: name(&one.by),
            value: one.value,
            reason: one.reason,
            at: one.at,
        });
    }
    Ok(found)
}

fn conclusion(desk: &Desk, batch: &NamedBatch, profile: &Profile, one: &Carryable) -> Result<Conclusion, StepError> {
    let history = supplementing::history(desk, &one.dossier)?;
    let mut versions = Vec::new();
    for (place, version) in history.iter().enumerate() {
        let next = history.get(place.saturating_add(1));
        versions.push(former(desk, profile, version, next)?);
    }
    let passages = recalling::earlier(desk, &one.dossier)?.into_iter().filter(|e| !e.text.is_empty());
    Ok(Conclusion {
        batch: batch.id,
        batch_name: batch.name.clone(),
        number: one.dossier.number.clone(),
        profile_name: profile.name.clone(),
        profile: digest_of(profile)?,
        ending: one.ending.clone(),
        versions,
        coaching: passages
            .map(|e| CoachingPassage {
                source: e.source,
                text: e.text,
            })
            .collect(),
    })
}

/// A version as it is told: with its screening, and what came of its notice where a next version came.
fn former(desk: &Desk, profile: &Profile, version: &Version, next: Option<&Version>) -> Result<FormerVersion, StepError> {
    let answers = next.map(|next| supplementing::answered(desk, version, next)).transpose()?;
    let name = |id: &lx_domain::ItemId| {
        profile
            .checklist
            .iter()
            .find(|i| i.id == *id)
            .map(|i| i.name.clone())
            .unwrap_or_default()
    };
    let notice = version.notice.as_ref().map(|(notice, sent)| SentNotice {
        at: *sent,
        deadline: notice.deadline,
        lines: notice
            .points
            .iter()
            .map(|point| AskedLine {
                what: point.item.as_ref().map(name).unwrap_or_default(),
                text: point.text.clone(),
                settled: answers
                    .as_ref()
                    .and_then(|all| all.iter().find(|a| a.point == *point))
                    .map(|a| a.settled),
            })
            .collect(),
    });
    Ok(FormerVersion {
        version: version.dossier.version,
        package_name: version.dossier.package_name.clone(),
        package_digest: version.dossier.package_digest,
        received_at: version.dossier.received_at,
        screened: version.admission.as_ref().map(|a| screened(profile, a)),
        notice,
    })
}

fn screened(profile: &Profile, admission: &Admission) -> ScreenedVersion {
    let item = |item: &lx_domain::profile::ChecklistItem| {
        let verdict = admission.items.get(&item.id)?;
        Some(ScreenedItem {
            id: item.id.clone(),
            name: item.name.clone(),
            state: verdict.state,
            reason: verdict.reason.clone(),
            places: verdict.places.clone(),
        })
    };
    ScreenedVersion {
        outcome: admission.outcome,
        reason: admission.reason.clone(),
        at: admission.at,
        items: profile.checklist.iter().filter_map(item).collect(),
        first_reading: admission.first_reading.as_ref().map(|r| r.text.clone()).unwrap_or_default(),
    }
}
