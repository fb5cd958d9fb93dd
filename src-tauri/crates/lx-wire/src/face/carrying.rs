//! Applications on their way into a later batch.

use std::path::{Path, PathBuf};

use lx_domain::{ApplicationNumber, CarriedApplication, Conclusion, Digest, Dossier, Ending, ItemState, UnixMillis, carry::FormerVersion};
use lx_seal::digest_of;
use lx_steps::{
    Desk, Watch,
    carrying::{
        self as steps,
        receiving::{self, Chosen, Offer, Offered, Place, Wanted},
    },
    files, identity, recalling,
    verifying::trusted,
};

use super::{count, number, reporting::claim, word};
use crate::{
    Fault,
    carrying::{
        CarryOfferView, CarryReceivedView, CarrySentView, CarryableView, CoachingView, ConclusionView, FormerAskedView, FormerItemView,
        FormerVersionView, FormerView, OfferedView, ReceiveCarry, ReceiveOne, SendCarry, TakenOver,
    },
    text::Texts,
};

/// What became of an application, and why.
fn ended(ending: &Ending) -> (String, String) {
    match ending {
        Ending::Deferred { reason } => ("deferred".to_owned(), reason.clone()),
        Ending::Screened { outcome, reason } => (word(outcome), reason.clone()),
        Ending::Decided { opinion, reason, .. } => (word(opinion), reason.clone()),
    }
}

fn lead(dossier: &Dossier) -> String {
    dossier.lead().map(|a| a.name.clone()).unwrap_or_default()
}

/// What can move to a later batch.
///
/// # Errors
/// What the step refuses.
pub fn carryable(desk: &Desk) -> Result<Vec<CarryableView>, Fault> {
    let view = |one: steps::Carryable| {
        let (ending, reason) = ended(&one.ending);
        CarryableView {
            number: one.dossier.number.to_string(),
            title: one.dossier.title.clone(),
            lead: lead(&one.dossier),
            ending,
            reason,
            documents: one.documents,
            bytes: one.dossier.documents.iter().map(|d| d.bytes).fold(0, u64::saturating_add),
            proposed: one.proposed,
        }
    };
    Ok(steps::carryable(desk)?.into_iter().map(view).collect())
}

/// Writes the carry file.
///
/// # Errors
/// What the step refuses; a card that is none.
pub fn send_carry(desk: &mut Desk, request: &SendCarry, at: UnixMillis) -> Result<CarrySentView, Fault> {
    let numbers = request
        .numbers
        .as_ref()
        .map(|all| all.iter().map(|n| number(n)).collect::<Result<Vec<_>, _>>());
    let numbers = numbers.transpose()?;
    let to = request.to.as_deref().map(str::trim).filter(|p| !p.is_empty());
    let to = to
        .map(|path| identity::read_card(Path::new(path)))
        .transpose()?
        .map(|(card, _)| card);
    let out = if request.out.is_empty() {
        desk.out_folder().join(format!("{}-结转.lxcarry", desk.named_batch()?.name))
    } else {
        PathBuf::from(&request.out)
    };
    let sent = steps::send(desk, numbers.as_deref(), request.documents, to.as_ref(), &out, at)?;
    Ok(CarrySentView {
        path: sent.path.display().to_string(),
        digest: sent.digest.to_string(),
        short: sent.digest.short(),
        numbers: sent.applications.iter().map(|(n, _)| n.to_string()).collect(),
        bare: sent
            .applications
            .iter()
            .filter(|(_, documents)| !documents)
            .map(|(n, _)| n.to_string())
            .collect(),
        to: to.map(|card| card.name),
    })
}

/// What a carry file says before anything of it is taken.
///
/// # Errors
/// What the step refuses.
pub fn look_at_carry(desk: &Desk, texts: &Texts, path: &str, trust: &[String]) -> Result<CarryOfferView, Fault> {
    let offer = receiving::look(desk, Path::new(path), &trusted(trust)?)?;
    Ok(offer_view(texts, path, &offer))
}

/// As [`look_at_carry`], and reads the file to its end.
///
/// # Errors
/// What the step refuses.
pub fn look_through_carry(desk: &Desk, texts: &Texts, path: &str, trust: &[String]) -> Result<CarryOfferView, Fault> {
    let offer = receiving::look_through(desk, Path::new(path), &trusted(trust)?)?;
    Ok(offer_view(texts, path, &offer))
}

fn offer_view(texts: &Texts, path: &str, offer: &Offer) -> CarryOfferView {
    let (carry, card) = (&offer.opened.carry, &offer.opened.card);
    CarryOfferView {
        path: files::absolute(Path::new(path)).display().to_string(),
        batch: carry.batch_name.clone(),
        at: carry.at.0,
        signer: card.name.clone(),
        org: card.org.clone(),
        fingerprint: carry.by.to_string(),
        short: carry.by.short(),
        vouched: offer.vouched.as_str().to_owned(),
        claims: offer.claims.iter().map(|c| claim(texts, c)).collect(),
        applications: offer.applications.iter().map(offered).collect(),
    }
}

fn offered(one: &Offered) -> OfferedView {
    let dossier = &one.application.dossier;
    let (ending, reason) = one.application.latest().map(|c| ended(&c.ending)).unwrap_or_default();
    OfferedView {
        former: dossier.number.to_string(),
        title: dossier.title.clone(),
        lead: lead(dossier),
        track: word(&dossier.track),
        ending,
        reason,
        documents: if one.application.documents {
            count(dossier.documents.len())
        } else {
            0
        },
        already: one.already.as_ref().map(ToString::to_string),
        same: one.same.as_ref().map(ToString::to_string),
        proposed: one.proposed.to_string(),
    }
}

fn chosen(one: &ReceiveOne) -> Result<Chosen, Fault> {
    let given = |text: &Option<String>| text.as_deref().map(str::trim).filter(|t| !t.is_empty()).map(number).transpose();
    let place = match (given(&one.beside)?, given(&one.number)?) {
        (Some(here), _) => Place::Beside(here),
        (None, Some(number)) => Place::Number(number),
        (None, None) => Place::Proposed,
    };
    Ok(Chosen {
        former: number(&one.former)?,
        place,
    })
}

/// Takes over what was chosen of a carry file.
///
/// # Errors
/// What the step refuses.
pub fn receive_carry(desk: &mut Desk, request: &ReceiveCarry, watch: &mut dyn Watch, at: UnixMillis) -> Result<CarryReceivedView, Fault> {
    let wanted = Wanted {
        file: Path::new(&request.path),
        trust: &trusted(&request.trust)?,
        compared: request.compared,
        chosen: &request.applications.iter().map(chosen).collect::<Result<Vec<_>, _>>()?,
    };
    let done = receiving::receive(desk, &wanted, watch, at)?;
    let one = |former: &ApplicationNumber, number: &ApplicationNumber, new: bool| TakenOver {
        former: former.to_string(),
        number: number.to_string(),
        new,
    };
    Ok(CarryReceivedView {
        taken: done.taken.iter().map(|(former, number, new)| one(former, number, *new)).collect(),
        already: done.already.iter().map(|(former, number)| one(former, number, false)).collect(),
    })
}

/// What earlier batches concluded of an application, file by file.
pub(super) fn former(desk: &Desk, of: &ApplicationNumber) -> Result<Vec<FormerView>, Fault> {
    let recalled = recalling::recalled(desk, of)?;
    if recalled.is_empty() {
        return Ok(Vec::new());
    }
    let profile = digest_of(&desk.profile()?).map_err(lx_steps::StepError::from)?;
    let view = |one: recalling::Recalled| {
        let CarriedApplication {
            conclusions, documents, ..
        } = one.application;
        FormerView {
            signer: one.signer.name.clone(),
            org: one.signer.org.clone(),
            short: one.signer_key.short(),
            vouched: one.carried.vouched,
            taken_at: one.carried.at.0,
            documents,
            conclusions: conclusions.iter().rev().map(|c| conclusion(c, &profile)).collect(),
        }
    };
    Ok(recalled.into_iter().rev().map(view).collect())
}

fn conclusion(of: &Conclusion, profile: &Digest) -> ConclusionView {
    let (ending, reason) = ended(&of.ending);
    let (industry, decided_at) = match &of.ending {
        Ending::Decided { industry, at, .. } => (industry.clone(), Some(at.0)),
        Ending::Deferred { .. } | Ending::Screened { .. } => (String::new(), None),
    };
    ConclusionView {
        batch: of.batch_name.clone(),
        number: of.number.to_string(),
        ending,
        reason,
        industry,
        decided_at,
        profile: of.profile_name.clone(),
        profile_short: of.profile.short(),
        same_profile: of.profile == *profile,
        versions: of.versions.iter().rev().map(version).collect(),
        coaching: of
            .coaching
            .iter()
            .map(|c| CoachingView {
                document: c.source.document.clone(),
                place: c.source.place.clone(),
                text: c.text.clone(),
            })
            .collect(),
    }
}

fn version(of: &FormerVersion) -> FormerVersionView {
    let screened = of.screened.as_ref();
    let items = screened.map(|s| s.items.as_slice()).unwrap_or_default();
    let open = |state: ItemState| matches!(state, ItemState::Missing | ItemState::Irregular);
    FormerVersionView {
        version: of.version,
        package_name: of.package_name.clone(),
        package_short: of.package_digest.short(),
        received_at: of.received_at.0,
        outcome: screened.map(|s| word(&s.outcome)),
        reason: screened.map(|s| s.reason.clone()).unwrap_or_default(),
        items: items
            .iter()
            .filter(|i| open(i.state))
            .map(|i| FormerItemView {
                name: i.name.clone(),
                state: word(&i.state),
                reason: i.reason.clone(),
            })
            .collect(),
        in_order: count(items.iter().filter(|i| !open(i.state)).count()),
        first_reading: screened.map(|s| s.first_reading.clone()).unwrap_or_default(),
        notice_at: of.notice.as_ref().map(|n| n.at.0),
        asked: of
            .notice
            .iter()
            .flat_map(|n| &n.lines)
            .map(|l| FormerAskedView {
                what: l.what.clone(),
                text: l.text.clone(),
                settled: l.settled,
            })
            .collect(),
    }
}
