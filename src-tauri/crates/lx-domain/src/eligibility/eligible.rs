//! What follows from the papers about eligibility as a whole. Only what is certain settles it.

use super::{
    is_as_before,
    seat::{Lies, lies},
};
use crate::{
    application::{Applicant, ApplicantClass, ApplicantPart, Dossier, FieldStatus, Track},
    profile::Profile,
};

/// Whether the application may be made (notice, parts three and five), as far as the papers and persons have settled it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Eligible {
    /// By what is certain it may.
    Yes,
    /// Nobody knows before these properties of these applicants are certain; no applicant at all where the papers name none.
    Open(Vec<(String, Vec<ApplicantPart>)>),
    /// By what is certain it may not.
    No(Obstacle),
}

/// Why an application may not be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// Technology companies alone, on the pilot track.
    TechnologyAlone,
    /// Nobody is of a class that may apply.
    Class,
    /// Nobody of such a class has its registration or main office in the city.
    Seat,
    /// Nobody is registered in the city, which coaching asks for.
    Registration,
}

/// What the applicants say together: on the pilot track one that counts is enough, for coaching each must be registered in the city.
#[must_use]
pub fn eligible(profile: &Profile, dossier: &Dossier) -> Eligible {
    let coaching = dossier.track == Track::Coaching;
    let each: Vec<(&Applicant, One)> = dossier
        .applicants
        .iter()
        .map(|a| (a, if coaching { registered(profile, a) } else { counts(profile, a) }))
        .collect();
    let met = |(_, one): &(&Applicant, One)| *one == One::Met;
    let settled = !each.is_empty() && if coaching { each.iter().all(met) } else { each.iter().any(met) };
    if settled {
        return Eligible::Yes;
    }
    let unmet: Vec<Obstacle> = each.iter().filter_map(|(_, one)| one.obstacle()).collect();
    let obstacle = match unmet.as_slice() {
        all if all.is_empty() || all.len() < each.len() => None,
        _ if dossier
            .applicants
            .iter()
            .all(|a| certain_class(a) == Some(ApplicantClass::Technology))
            && !coaching =>
        {
            Some(Obstacle::TechnologyAlone)
        }
        [first, rest @ ..] if rest.iter().all(|o| o == first) => Some(*first),
        _ => Some(Obstacle::Seat),
    };
    match obstacle {
        Some(obstacle) => Eligible::No(obstacle),
        None => Eligible::Open(
            each.into_iter()
                .filter_map(|(a, one)| Some((a.name.clone(), one.open()?)))
                .collect(),
        ),
    }
}

/// One applicant by itself.
#[derive(PartialEq, Eq)]
enum One {
    Met,
    Open(Vec<ApplicantPart>),
    Unmet(Obstacle),
}

impl One {
    fn obstacle(&self) -> Option<Obstacle> {
        match self {
            Self::Unmet(obstacle) => Some(*obstacle),
            Self::Met | Self::Open(_) => None,
        }
    }

    /// What a person must look at; an applicant of a coaching that is registered elsewhere, though others are registered here.
    fn open(self) -> Option<Vec<ApplicantPart>> {
        match self {
            Self::Met => None,
            Self::Open(parts) => Some(parts),
            Self::Unmet(Obstacle::Registration) => Some(vec![ApplicantPart::Place]),
            Self::Unmet(Obstacle::TechnologyAlone | Obstacle::Class | Obstacle::Seat) => None,
        }
    }
}

/// Whether this applicant alone makes a pilot eligible: of a class that may apply, not a technology company, with a seat in the city.
fn counts(profile: &Profile, applicant: &Applicant) -> One {
    let class = certain_class(applicant);
    if class.is_some_and(|c| c == ApplicantClass::Technology || profile.eligibility.open_to(c).is_none()) {
        return One::Unmet(Obstacle::Class);
    }
    let office = applicant.office.as_deref();
    let own_office = !office.is_some_and(is_as_before);
    let mut seats = vec![(ApplicantPart::Place, applicant.place.as_deref())];
    if own_office {
        seats.push((ApplicantPart::Office, office));
    }
    let seat = seat(profile, applicant, &seats);
    if class.is_some() {
        return seat;
    }
    match seat {
        One::Met => One::Open(vec![ApplicantPart::Class]),
        One::Open(parts) => One::Open(std::iter::once(ApplicantPart::Class).chain(parts).collect()),
        One::Unmet(obstacle) => One::Unmet(obstacle),
    }
}

fn registered(profile: &Profile, applicant: &Applicant) -> One {
    match seat(profile, applicant, &[(ApplicantPart::Place, applicant.place.as_deref())]) {
        One::Unmet(_) => One::Unmet(Obstacle::Registration),
        other @ (One::Met | One::Open(_)) => other,
    }
}

/// One certain place in the city is enough; only where every place is certain and in another city is there none.
fn seat(profile: &Profile, applicant: &Applicant, places: &[(ApplicantPart, Option<&str>)]) -> One {
    let stated = |place: &Option<&str>| place.is_some_and(|p| !p.trim().is_empty());
    let known = |(part, place): &(ApplicantPart, Option<&str>)| stated(place) && certain(applicant, *part);
    let lies = |(_, place): &(ApplicantPart, Option<&str>)| place.map_or(Lies::Unsaid, |p| lies(profile, p));
    if places.iter().any(|one| known(one) && lies(one) == Lies::Here) {
        return One::Met;
    }
    let open: Vec<_> = places
        .iter()
        .filter(|one| !known(one) || lies(one) == Lies::Unsaid)
        .map(|(part, _)| *part)
        .collect();
    if open.is_empty() {
        One::Unmet(Obstacle::Seat)
    } else {
        One::Open(open)
    }
}

fn certain_class(applicant: &Applicant) -> Option<ApplicantClass> {
    applicant.class.filter(|_| certain(applicant, ApplicantPart::Class))
}

/// Records made before places were kept say nothing of how sure they are, and were taken as they stood.
fn certain(applicant: &Applicant, part: ApplicantPart) -> bool {
    applicant.stated(part).is_none_or(|s| s.status != FieldStatus::Confirm)
}
