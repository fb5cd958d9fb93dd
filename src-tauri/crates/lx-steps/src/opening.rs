//! Opening the review (启动评审): the batch, the committee, the freeze.

mod checks;

use std::path::{Path, PathBuf};

use lx_domain::{Admission, BatchApplication, BatchFile, BatchId, Card, Digest, Fingerprint, Member, Profile, Role, Roster, UnixMillis};
use lx_ledger::{BatchDraft, EnvelopeKind};
use lx_seal::{Envelope, PayloadKind, card_key, digest_of, open_card, seal};
use serde_json::json;

pub use self::checks::{OpeningWarning, blockers, same_org, warnings};
pub use crate::refusal::OpeningBlocker;
use crate::{Desk, Frozen, StepError, deferring, files};

const MOST_CARD_BYTES: u64 = 1 << 20;

/// Makes the batch of this desk; its person becomes the first member.
///
/// # Errors
/// [`StepError::BatchExists`], [`StepError::NotYourRole`], [`StepError::Empty`].
pub fn create_batch(desk: &mut Desk, name: &str, profile: Profile, sample: bool, at: UnixMillis) -> Result<(), StepError> {
    desk.expect_role(&[Role::Secretary, Role::Chair])?;
    if desk.frozen.is_some() || desk.ledger.batch_draft()?.is_some() {
        return Err(StepError::BatchExists);
    }
    let name = name.trim();
    if name.is_empty() {
        return Err(StepError::Empty("name"));
    }
    crate::printable::expect_glyphs(name)?;
    let me = desk.me();
    let id = batch_id(&me, name, at);
    let own = Member {
        fingerprint: me,
        role: desk.person.asked,
        seat: 1,
        card: own_card(desk)?,
    };
    let draft = BatchDraft {
        id,
        name: name.to_owned(),
        sample,
        profile,
        created_at: at,
        deadline: None,
    };
    let digest = digest_of(&draft.profile)?;
    desk.ledger.transaction(|tx| {
        tx.put_batch_draft(&draft)?;
        tx.put_member(&own)?;
        let detail = json!({ "name": draft.name, "profile": draft.profile.id, "batch": draft.id });
        tx.append_journal("batch", Some(&digest), Some(&me), at, &detail)?;
        Ok(())
    })
}

/// A name that no other batch has: it follows from a random key and the instant.
fn batch_id(me: &Fingerprint, name: &str, at: UnixMillis) -> BatchId {
    let digest = Digest::of(format!("linxuan-batch {me} {} {name}", at.0).as_bytes());
    let mut id = [0; 16];
    id.iter_mut().zip(digest.0).for_each(|(to, from)| *to = from);
    BatchId(id)
}

fn own_card(desk: &Desk) -> Result<Card, StepError> {
    Ok(open_card(&desk.person.card.bytes()?)?)
}

fn expect_draft(desk: &Desk) -> Result<BatchDraft, StepError> {
    desk.expect_role(&[Role::Secretary, Role::Chair])?;
    if desk.frozen.is_some() {
        return Err(StepError::Frozen);
    }
    desk.ledger.batch_draft()?.ok_or(StepError::NoBatch)
}

/// What came of one card.
#[derive(Debug)]
pub struct RefusedCard {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub reason: StepError,
}

/// Adds the people of these cards to the committee, in the role each asks for. Refused ones are named and journalled.
///
/// # Errors
/// [`StepError::NoBatch`], [`StepError::Frozen`], [`StepError::NotYourRole`].
pub fn add_cards(desk: &mut Desk, paths: &[PathBuf], at: UnixMillis) -> Result<Vec<RefusedCard>, StepError> {
    expect_draft(desk)?;
    let mut refused = Vec::new();
    for path in paths {
        if let Err(reason) = add_card(desk, path, at) {
            if reason.is_broken() {
                return Err(reason);
            }
            let me = desk.me();
            let detail = json!({ "path": path.display().to_string(), "reason": reason.to_string() });
            desk.ledger.transaction(|tx| {
                tx.append_journal("card_refused", None, Some(&me), at, &detail)?;
                Ok::<_, StepError>(())
            })?;
            refused.push(RefusedCard {
                path: path.clone(),
                reason,
            });
        }
    }
    Ok(refused)
}

fn add_card(desk: &mut Desk, path: &Path, at: UnixMillis) -> Result<(), StepError> {
    let bytes = files::read(path, MOST_CARD_BYTES)?;
    let card = open_card(&bytes)?;
    let fingerprint = card_key(&card)?.fingerprint();
    let roster = desk.ledger.roster()?;
    if roster.member(&fingerprint).is_some() {
        return Err(StepError::AlreadyMember(fingerprint));
    }
    crate::printable::expect_glyphs(&format!("{}{}", card.name, card.org))?;
    let member = Member {
        fingerprint,
        role: card.role,
        seat: next_seat(&roster, card.role),
        card,
    };
    let (me, digest) = (desk.me(), Envelope::parse(&bytes)?.payload_digest());
    desk.ledger.transaction(|tx| {
        tx.put_envelope(EnvelopeKind::Card, &digest, &bytes, at)?;
        tx.put_member(&member)?;
        let detail = json!({ "name": member.card.name, "role": member.role, "fingerprint": fingerprint });
        tx.append_journal("member", Some(&digest), Some(&me), at, &detail)?;
        Ok(())
    })
}

fn next_seat(roster: &Roster, role: Role) -> u32 {
    roster.with_role(role).map(|m| m.seat).max().unwrap_or_default().saturating_add(1)
}

/// Takes a member off the draft committee.
///
/// # Errors
/// [`StepError::OwnSeat`], [`StepError::Unknown`].
pub fn remove_member(desk: &mut Desk, fingerprint: &Fingerprint, at: UnixMillis) -> Result<(), StepError> {
    expect_draft(desk)?;
    let me = desk.me();
    if *fingerprint == me {
        return Err(StepError::OwnSeat);
    }
    desk.ledger.transaction(|tx| {
        if !tx.remove_member(fingerprint)? {
            return Err(StepError::Unknown {
                what: "member",
                name: fingerprint.to_string(),
            });
        }
        tx.append_journal("member_removed", None, Some(&me), at, &json!({ "fingerprint": fingerprint }))?;
        Ok(())
    })
}

/// Gives a member another role.
///
/// # Errors
/// [`StepError::Unknown`].
pub fn set_role(desk: &mut Desk, fingerprint: &Fingerprint, role: Role, at: UnixMillis) -> Result<(), StepError> {
    expect_draft(desk)?;
    let me = desk.me();
    let roster = desk.ledger.roster()?;
    let unknown = || StepError::Unknown {
        what: "member",
        name: fingerprint.to_string(),
    };
    let mut member = roster.member(fingerprint).cloned().ok_or_else(unknown)?;
    if member.role == role {
        return Ok(());
    }
    member.seat = next_seat(&roster, role);
    member.role = role;
    desk.ledger.transaction(|tx| {
        tx.put_member(&member)?;
        tx.append_journal(
            "member",
            None,
            Some(&me),
            at,
            &json!({ "name": member.card.name, "role": role, "fingerprint": fingerprint }),
        )?;
        Ok(())
    })
}

/// The draft committee with seats counted without gaps, in printing order.
fn seated(roster: Roster) -> Roster {
    let mut seats = std::collections::BTreeMap::new();
    let seat = |mut member: Member| {
        let next = seats.entry(member.role).or_insert(0_u32);
        *next = next.saturating_add(1);
        member.seat = *next;
        member
    };
    Roster {
        members: roster.members.into_iter().map(seat).collect(),
    }
}

/// Freezes the batch. The chair's desk signs it, a secretary's prepares it for the chair to countersign; on the chair's desk
/// a prepared batch that was opened is countersigned.
///
/// # Errors
/// [`StepError::OpeningBlocked`] with everything at once; [`StepError::Frozen`].
pub fn freeze(desk: &mut Desk, at: UnixMillis) -> Result<(), StepError> {
    if let Some(frozen) = desk.frozen.clone() {
        if desk.me() == frozen.file.chair && !frozen.is_countersigned() {
            return countersign(desk, &frozen, at);
        }
        return Err(StepError::Frozen);
    }
    let draft = expect_draft(desk)?;
    let stops = blockers(desk)?;
    if !stops.is_empty() {
        return Err(StepError::OpeningBlocked(stops));
    }
    let file = batch_file(desk, draft, at)?;
    let envelope = seal(PayloadKind::Batch, &file, &[&desk.keys])?;
    keep_batch(desk, &envelope, &file, "freeze", at)
}

fn countersign(desk: &mut Desk, frozen: &Frozen, at: UnixMillis) -> Result<(), StepError> {
    let mut envelope = frozen.envelope.clone();
    envelope.countersign(&desk.keys)?;
    keep_batch(desk, &envelope, &frozen.file, "countersign", at)
}

fn keep_batch(desk: &mut Desk, envelope: &Envelope, file: &BatchFile, kind: &str, at: UnixMillis) -> Result<(), StepError> {
    let (bytes, digest, me) = (envelope.bytes()?, envelope.payload_digest(), desk.me());
    desk.ledger.transaction(|tx| {
        tx.put_envelope(EnvelopeKind::Batch, &digest, &bytes, at)?;
        tx.set_trusted_chair(&file.chair, at)?;
        let detail = json!({ "name": file.name, "applications": file.applications.len(), "scored": file.scored().count() });
        tx.append_journal(kind, Some(&digest), Some(&me), at, &detail)?;
        Ok::<_, StepError>(())
    })?;
    desk.reload()
}

fn batch_file(desk: &Desk, draft: BatchDraft, at: UnixMillis) -> Result<BatchFile, StepError> {
    let roster = seated(desk.ledger.roster()?);
    let chair = roster.with_role(Role::Chair).next().map(|m| m.fingerprint);
    let chair = chair.ok_or_else(|| StepError::OpeningBlocked(vec![OpeningBlocker::Chairs(0)]))?;
    let mut admissions = desk.ledger.admissions()?;
    let mut applications = Vec::new();
    for dossier in desk.dossiers()? {
        let unscreened = || StepError::OpeningBlocked(vec![OpeningBlocker::Unscreened(vec![dossier.number.clone()])]);
        let admission = admissions.remove(&dossier.number).ok_or_else(unscreened)?;
        let dossier_digest = digest_of(&dossier)?;
        applications.push(BatchApplication {
            admission: Admission {
                dossier: dossier_digest,
                ..admission
            },
            dossier_digest,
            dossier,
        });
    }
    applications.sort_by(|a, b| a.number().cmp(b.number()));
    Ok(BatchFile {
        schema: 1,
        id: draft.id,
        name: draft.name,
        sample: draft.sample,
        rubric_digest: digest_of(&draft.profile)?,
        profile: draft.profile,
        roster,
        chair,
        applications,
        frozen_at: at,
        deadline: draft.deadline,
        deferred: deferring::deferred(desk)?,
    })
}
