//! Where an institution has its seat: in the city, elsewhere, or at a place that does not say in which city it is.

use super::{finding, names::names_elsewhere};
use crate::{
    application::{Applicant, ApplicantClass, Finding, Severity, Track},
    profile::Profile,
};

/// Where a place is, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lies {
    /// In one of the profile's seats.
    Here,
    /// In another city.
    Elsewhere,
    /// It names no city: 天河区珠江新城, 花城大道68号.
    Unsaid,
}

/// Where a place is, by the city that it names.
pub(super) fn lies(profile: &Profile, place: &str) -> Lies {
    if is_seat(profile, place) {
        Lies::Here
    } else if names_elsewhere(&without_zones(place), &profile.eligibility.seats) {
        Lies::Elsewhere
    } else {
        Lies::Unsaid
    }
}

/// Whether a place lies in one of the profile's seats; of several places, one of them.
#[must_use]
pub fn is_seat(profile: &Profile, place: &str) -> bool {
    let places: Vec<&str> = place.split(['、', '，', ',', '；', ';', '/', '\n']).collect();
    let seats = &profile.eligibility.seats;
    seats.iter().any(|seat| places.iter().any(|place| lies_in(place, seat)))
}

/// Whether what stands for a main office refers to the place of registration: 同上.
#[must_use]
pub fn is_as_before(office: &str) -> bool {
    const WORDS: [&str; 10] = [
        "同上",
        "同左",
        "同注册地",
        "同注册地址",
        "与注册地一致",
        "与注册地址一致",
        "与注册地相同",
        "与注册地址相同",
        "同住所",
        "与住所一致",
    ];
    let office: String = office.chars().filter(|c| !c.is_whitespace()).collect();
    WORDS.contains(&office.as_str())
}

/// Whether an address is in a city: 深圳市福田区广州大厦 and 上海广州路1号 are not in 广州.
fn lies_in(address: &str, city: &str) -> bool {
    const STREETS: [&str; 6] = ["路", "大道", "大厦", "街", "中路", "酒店"];
    address.match_indices(city).any(|(at, _)| {
        let before = without_zones(address.get(..at).unwrap_or_default());
        let after = address.get(at + city.len()..).unwrap_or_default();
        !before.contains(['市', '区', '县']) && !STREETS.iter().any(|street| after.starts_with(street))
    })
}

/// An address without the zones whose names stand before a city and are none.
fn without_zones(address: &str) -> String {
    const ZONES: [&str; 4] = ["自由贸易试验区", "自贸试验区", "自贸区", "大湾区"];
    ZONES.iter().fold(address.to_owned(), |text, zone| text.replace(zone, ""))
}

/// Registered or mainly located in the city; a technology company may join a pilot from anywhere, but for coaching it
/// must be registered here. A place that names no city is asked about, not counted as outside.
pub(super) fn of_seat(profile: &Profile, track: Track, applicant: &Applicant) -> Option<Finding> {
    let coaching = track == Track::Coaching;
    if applicant.class == Some(ApplicantClass::Technology) && !coaching {
        return None;
    }
    let office = match applicant.office.as_deref().filter(|_| !coaching) {
        Some(office) if is_as_before(office) => applicant.place.as_deref(),
        office => office,
    };
    let stated = stated(applicant.place.as_deref(), office);
    let each: Vec<_> = stated.iter().map(|(of, place)| (*of, *place, lies(profile, place))).collect();
    if each.iter().any(|(_, _, lies)| *lies == Lies::Here) {
        return None;
    }
    let unclear: Vec<_> = each.iter().filter(|(_, _, lies)| *lies == Lies::Unsaid).collect();
    let (code, about) = match (each.is_empty(), unclear.is_empty()) {
        (true, _) => ("seat_unknown", Vec::new()),
        (false, false) => ("seat_unclear", unclear),
        (false, true) if coaching => ("coaching_seat_outside", each.iter().collect()),
        (false, true) => ("seat_outside", each.iter().collect()),
    };
    let mut places: Vec<&str> = about.iter().map(|(_, place, _)| *place).collect();
    places.dedup_by_key(|place| bare(place));
    let of = match about.as_slice() {
        [(one, _, _)] if code == "seat_outside" || code == "seat_unclear" => one,
        _ => "both",
    };
    let args = [
        ("applicant", applicant.name.as_str()),
        ("place", &places.join("、")),
        ("of", of),
        ("seat", &profile.eligibility.seats.join("、")),
    ];
    Some(finding(profile, Severity::Warning, code, &profile.eligibility.seat_clause, &args))
}

/// The places of an institution that are written down, each with what it is of.
fn stated<'a>(place: Option<&'a str>, office: Option<&'a str>) -> Vec<(&'static str, &'a str)> {
    let both = [("place", place), ("office", office)];
    both.into_iter()
        .filter_map(|(of, place)| Some((of, place.filter(|p| !bare(p).is_empty())?)))
        .collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
