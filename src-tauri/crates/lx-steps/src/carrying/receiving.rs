//! Taking over applications from an earlier batch: a look first, then all of what was chosen or nothing.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use lx_domain::{ApplicationNumber, CarriedApplication, Dossier, UnixMillis};
use lx_intake::Watch;
use lx_ledger::{Carried, Part};
use lx_report::{Claim, Trust};
use lx_seal::{card_certificates, certificate_fingerprint};
use serde_json::json;

use super::arriving::{Plan, Taken, arrived, store, write};
pub use crate::refusal::CarryRefusal;
use crate::{
    Desk, StepError, bundle,
    carry_file::OpenedCarry,
    intake::parts_of,
    numbers::{former, numbers_in_use, provisional},
    recalling, verifying,
};

/// Who vouches for the signer: the file itself never does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vouched {
    /// It is this desk's own key.
    Own,
    /// The key is on the committee of this batch.
    Roster,
    /// The key or its certificate was named beside the file.
    Named,
    /// A person compared the fingerprint with paper.
    Paper,
    /// Nobody did: 签名人身份未核对.
    Nobody,
}

impl Vouched {
    /// The word that is kept.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Roster => "roster",
            Self::Named => "named",
            Self::Paper => "paper",
            Self::Nobody => "nobody",
        }
    }
}

/// One application of a carry file beside this batch.
#[derive(Debug, Clone)]
pub struct Offered {
    /// What the file says of it.
    pub application: CarriedApplication,
    /// Its number here, where it was taken before, from this file or another that says the same.
    pub already: Option<ApplicationNumber>,
    /// An application here that seems to be the same: it has the same package, or the same title and lead.
    pub same: Option<ApplicationNumber>,
    /// The number that it gets unless a person gives another.
    pub proposed: ApplicationNumber,
}

/// What a carry file says before anything of it is taken.
#[derive(Debug, Clone)]
pub struct Offer {
    /// The signed part.
    pub opened: OpenedCarry,
    /// Who vouches for the signer.
    pub vouched: Vouched,
    /// The same as a list of claims, as `verify` says it.
    pub claims: Vec<Claim>,
    /// Its applications, by their numbers in the earlier batch.
    pub applications: Vec<Offered>,
}

/// What a person wants of one application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// Its number in the earlier batch.
    pub former: ApplicationNumber,
    /// Where it goes.
    pub place: Place,
}

/// Where an application goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A new application with the number that is proposed.
    Proposed,
    /// A new application with this number.
    Number(ApplicationNumber),
    /// An application that is here: it gets the earlier conclusions, and keeps its own papers.
    Beside(ApplicationNumber),
}

/// What a person wants of a carry file.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'w> {
    /// The file.
    pub file: &'w Path,
    /// Who may have signed it, named beside the file; empty where nobody was.
    pub trust: &'w [Trust],
    /// Whether a person has compared the signer's fingerprint with paper.
    pub compared: bool,
    /// The applications to take.
    pub chosen: &'w [Chosen],
}

/// What came of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// Earlier number, number here, whether the application is new.
    pub taken: Vec<Taken>,
    /// Earlier number and number here of those that were here before.
    pub already: Vec<(ApplicationNumber, ApplicationNumber)>,
}

/// Looks at a carry file; nothing is written. Its documents are checked when it is taken.
///
/// # Errors
/// [`CarryRefusal`], one reason each; as an import.
pub fn look(desk: &Desk, path: &Path, trust: &[Trust]) -> Result<Offer, StepError> {
    desk.expect_receiving()?;
    let opened: OpenedCarry = bundle::with_plain(path, Some(&desk.keys), bundle::first).map_err(CarryRefusal::from)?;
    offer(desk, opened, trust)
}

/// As [`look`], and reads the file to its end, its documents too: what this says of it, taking it says as well.
///
/// # Errors
/// As [`look`].
pub fn look_through(desk: &Desk, path: &Path, trust: &[Trust]) -> Result<Offer, StepError> {
    desk.expect_receiving()?;
    let whole = |reader: &mut dyn std::io::Read| bundle::whole(reader, &mut verifying::Discard);
    let opened: OpenedCarry = bundle::with_plain(path, Some(&desk.keys), whole).map_err(CarryRefusal::from)?;
    offer(desk, opened, trust)
}

fn offer(desk: &Desk, opened: OpenedCarry, trust: &[Trust]) -> Result<Offer, StepError> {
    let draft = desk.ledger.batch_draft()?.ok_or(StepError::NoBatch)?;
    if opened.carry.batch == draft.id {
        return Err(CarryRefusal::OwnBatch.into());
    }
    if opened.carry.sample != draft.sample {
        return Err(CarryRefusal::SampleMixed.into());
    }
    let vouched = vouched(desk, &opened, trust)?;
    let signer = opened.carry.by;
    let known = [Trust::Fingerprint(signer)];
    let claims = verifying::of_carry(&opened, if vouched == Vouched::Nobody { trust } else { &known }, None);
    let mut used = numbers_in_use(desk)?;
    used.extend(former(desk)?);
    let before = before(desk)?;
    let here = here(desk)?;
    let mut applications = Vec::new();
    for application in &opened.carry.applications {
        let already = already(&before, &opened, application);
        let proposed = already.clone().map_or_else(|| provisional(&used), Ok)?;
        used.insert(proposed.clone());
        applications.push(Offered {
            already,
            same: same(&before, &here, application),
            proposed,
            application: application.clone(),
        });
    }
    Ok(Offer {
        opened,
        vouched,
        claims,
        applications,
    })
}

fn vouched(desk: &Desk, opened: &OpenedCarry, trust: &[Trust]) -> Result<Vouched, StepError> {
    let signer = opened.carry.by;
    if signer == desk.me() {
        return Ok(Vouched::Own);
    }
    if desk.roster()?.member(&signer).is_some() {
        return Ok(Vouched::Roster);
    }
    let certificates = card_certificates(&opened.card)?;
    let named = trust.iter().any(|t| match t {
        Trust::Fingerprint(f) => *f == signer,
        Trust::Certificate(der) => certificates
            .iter()
            .any(|c| certificate_fingerprint(c) == certificate_fingerprint(der)),
    });
    match named {
        true => Ok(Vouched::Named),
        false if trust.is_empty() => Ok(Vouched::Nobody),
        false => Err(CarryRefusal::OtherSigner(signer).into()),
    }
}

/// What was taken before, with what the files said.
fn before(desk: &Desk) -> Result<Vec<(Carried, CarriedApplication)>, StepError> {
    let mut all = Vec::new();
    for carried in desk.ledger.carried()? {
        let told = recalling::opened(desk, &carried.carry)?.1.application(&carried.former).cloned();
        all.extend(told.map(|application| (carried, application)));
    }
    Ok(all)
}

/// Taken before: from this very file, or from another that concludes the same of it.
fn already(before: &[(Carried, CarriedApplication)], opened: &OpenedCarry, application: &CarriedApplication) -> Option<ApplicationNumber> {
    let former = &application.dossier.number;
    let same = |(carried, told): &&(Carried, CarriedApplication)| {
        carried.carry == opened.digest && carried.former == *former || told.conclusions == application.conclusions
    };
    before.iter().find(same).map(|(carried, _)| carried.number.clone())
}

/// An application of this batch, and the packages it was put together from.
type Here = (Dossier, Vec<Part>);

fn here(desk: &Desk) -> Result<Vec<Here>, StepError> {
    let mut all = Vec::new();
    for dossier in desk.dossiers()? {
        let parts = parts_of(desk, &dossier)?;
        all.push((dossier, parts));
    }
    Ok(all)
}

fn same(before: &[(Carried, CarriedApplication)], here: &[Here], application: &CarriedApplication) -> Option<ApplicationNumber> {
    let came = &application.dossier;
    let of = application.latest().map(|c| (&c.batch, &c.number));
    // Another file of that batch brought it over already, and said something else of it.
    let told = before.iter().find(|(_, told)| told.latest().map(|c| (&c.batch, &c.number)) == of);
    if let Some((carried, _)) = told.filter(|(carried, _)| here.iter().any(|(d, _)| d.number == carried.number)) {
        return Some(carried.number.clone());
    }
    let plain = |text: &str| text.split_whitespace().collect::<String>();
    let names = |d: &Dossier| (plain(&d.title), d.lead().map(|a| plain(&a.name)).unwrap_or_default());
    let found = here.iter().find(|(dossier, parts)| {
        let package = parts.iter().any(|p| p.digest == came.package_digest);
        let (title, lead) = names(dossier);
        package || !title.is_empty() && (title, lead) == names(came)
    });
    found.map(|(dossier, _)| dossier.number.clone())
}

/// Takes over what was chosen: papers, earlier conclusions, numbers. What was here before is left as it is.
///
/// # Errors
/// [`CarryRefusal`], one reason each; the refusal is journalled, and nothing else was written.
pub fn receive(desk: &mut Desk, wanted: &Wanted<'_>, watch: &mut dyn Watch, at: UnixMillis) -> Result<Received, StepError> {
    let outcome = take(desk, wanted, watch, at);
    if let Err(error @ StepError::CarryFile(_)) = &outcome {
        let me = desk.me();
        let detail = json!({ "path": wanted.file.display().to_string(), "reason": error.to_string() });
        desk.ledger.transaction(|tx| {
            tx.append_journal("carry_refused", None, Some(&me), at, &detail)?;
            Ok::<_, StepError>(())
        })?;
    }
    outcome
}

fn plan(desk: &Desk, offer: &Offer, wanted: &Wanted<'_>) -> Result<Plan, StepError> {
    let (mut used, former) = (numbers_in_use(desk)?, former(desk)?);
    let here: BTreeSet<_> = desk.dossiers()?.into_iter().map(|d| d.number).collect();
    let mut plan = Plan {
        vouched: match offer.vouched {
            Vouched::Nobody if wanted.compared => Vouched::Paper,
            other => other,
        }
        .as_str(),
        places: BTreeMap::new(),
        already: Vec::new(),
        digest: offer.opened.digest,
    };
    // Numbers that a person gave come first, so that none of ours takes one away.
    let (given, ours): (Vec<_>, Vec<_>) = wanted.chosen.iter().partition(|c| c.place != Place::Proposed);
    for one in given.into_iter().chain(ours) {
        let offered = offer.applications.iter().find(|o| o.application.dossier.number == one.former);
        let offered = offered.ok_or_else(|| CarryRefusal::NotInFile(one.former.clone()))?;
        if let Some(number) = &offered.already {
            plan.already.push((one.former.clone(), number.clone()));
            continue;
        }
        let place = match &one.place {
            Place::Beside(number) if here.contains(number) => (number.clone(), false, false),
            Place::Beside(number) => return Err(StepError::UnknownApplication(number.to_string())),
            Place::Number(number) if used.contains(number) => return Err(CarryRefusal::NumberTaken(number.clone()).into()),
            Place::Number(number) => (number.clone(), true, false),
            Place::Proposed => (provisional(&used.union(&former).cloned().collect())?, true, true),
        };
        used.insert(place.0.clone());
        plan.places.insert(one.former.clone(), place);
    }
    Ok(plan)
}

fn take(desk: &mut Desk, wanted: &Wanted<'_>, watch: &mut dyn Watch, at: UnixMillis) -> Result<Received, StepError> {
    let offer = look(desk, wanted.file, wanted.trust)?;
    let plan = plan(desk, &offer, wanted)?;
    if plan.places.is_empty() {
        return Ok(Received {
            taken: Vec::new(),
            already: plan.already,
        });
    }
    let documents = store(desk, wanted.file, &plan, &offer.opened.carry)?;
    let profile = desk.profile()?;
    let mut new = Vec::new();
    let of = u64::try_from(plan.places.len()).unwrap_or(u64::MAX);
    for application in &offer.opened.carry.applications {
        if let Some((number, true, ours)) = plan.places.get(&application.dossier.number) {
            watch.package(u64::try_from(new.len()).unwrap_or(u64::MAX).saturating_add(1), of);
            new.push(arrived(desk, &profile, application, number, *ours, watch)?);
        }
    }
    let taken = write(desk, &offer.opened, &plan, &documents, &new, at)?;
    Ok(Received {
        taken,
        already: plan.already,
    })
}
