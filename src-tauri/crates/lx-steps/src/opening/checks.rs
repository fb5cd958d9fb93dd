//! What is said before the freeze: what stops it, and what should be known.

use std::collections::BTreeMap;

use lx_domain::{Admission, ApplicationNumber, Card, Dossier, FieldStatus, ItemVerdict, Outcome, Role};
use lx_seal::digest_of;

use crate::{Desk, StepError, deferring, refusal::OpeningBlocker, screening};

/// What does not stop the freeze but should be known before it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum OpeningWarning {
    /// Fewer reviewers than the profile asks for.
    PanelSmall {
        /// How many there are.
        found: u32,
        /// How many there should be.
        wanted: u32,
    },
    /// An even number of reviewers.
    PanelEven(u32),
    /// The rule trims, but not with so few sheets.
    NotTrimmed {
        /// Reviewers.
        found: u32,
        /// From so many sheets.
        wanted: u32,
    },
    /// A member works for an applicant.
    SameOrg {
        /// The member's name.
        name: String,
        /// The organisation.
        org: String,
    },
    /// Fields that nobody has confirmed.
    Unconfirmed {
        /// Which application.
        number: ApplicationNumber,
        /// How many.
        fields: u32,
    },
    /// Received after the deadline, and still in this batch.
    Late(Vec<ApplicationNumber>),
    /// Forwarded, and nobody has written down the first reading.
    NotRead(Vec<ApplicationNumber>),
    /// No application is scored.
    NothingToScore,
    /// No supervisor on the roster.
    NoSupervisor,
}

/// What stops the freeze.
///
/// # Errors
/// What reading the desk can meet.
pub fn blockers(desk: &Desk) -> Result<Vec<OpeningBlocker>, StepError> {
    let draft = desk.ledger.batch_draft()?.ok_or(StepError::NoBatch)?;
    let (dossiers, admissions, roster) = (desk.dossiers()?, desk.ledger.admissions()?, desk.ledger.roster()?);
    let mut found = Vec::new();
    if dossiers.is_empty() {
        found.push(OpeningBlocker::NoApplications);
    }
    let profile = digest_of(&draft.profile)?;
    let open: Vec<_> = dossiers
        .iter()
        .filter(|d| !admissions.get(&d.number).is_some_and(|a| screening::is_of(a, &profile)))
        .map(|d| d.number.clone())
        .collect();
    if !open.is_empty() {
        found.push(OpeningBlocker::Unscreened(open));
    }
    let chairs = roster.with_role(Role::Chair).count();
    if chairs != 1 {
        found.push(OpeningBlocker::Chairs(u32::try_from(chairs).unwrap_or(u32::MAX)));
    }
    if roster.with_role(Role::Reviewer).next().is_none() {
        found.push(OpeningBlocker::NoReviewers);
    }
    let mut texts: Vec<(String, String)> = vec![(draft.name.clone(), draft.name.clone())];
    for dossier in &dossiers {
        let names = dossier.applicants.iter().map(|a| a.name.as_str()).collect::<String>();
        texts.push((dossier.number.to_string(), format!("{}{names}", dossier.title)));
    }
    for (number, admission) in &admissions {
        let places = |v: &ItemVerdict| v.places.iter().map(|p| p.place.as_str()).collect::<String>();
        let reasons = admission
            .items
            .values()
            .map(|v| format!("{}{}", v.reason, places(v)))
            .collect::<String>();
        texts.push((number.to_string(), format!("{}{reasons}", admission.reason)));
    }
    for moved in deferring::deferred(desk)? {
        texts.push((moved.number.to_string(), format!("{}{}{}", moved.title, moved.lead, moved.reason)));
    }
    for (place, text) in texts {
        let characters = lx_report::check_glyphs(&text);
        if !characters.is_empty() {
            found.push(OpeningBlocker::MissingGlyphs { place, characters });
        }
    }
    Ok(found)
}

/// What should be known before the freeze.
///
/// # Errors
/// What reading the desk can meet.
pub fn warnings(desk: &Desk) -> Result<Vec<OpeningWarning>, StepError> {
    let (profile, roster, dossiers) = (desk.profile()?, desk.roster()?, desk.dossiers()?);
    let reviewers = u32::try_from(roster.with_role(Role::Reviewer).count()).unwrap_or(u32::MAX);
    let mut found = Vec::new();
    if reviewers < profile.panel.min_reviewers {
        found.push(OpeningWarning::PanelSmall {
            found: reviewers,
            wanted: profile.panel.min_reviewers,
        });
    }
    if profile.panel.odd && reviewers > 0 && reviewers % 2 == 0 {
        found.push(OpeningWarning::PanelEven(reviewers));
    }
    if let Some(trim) = profile.rule.trim.filter(|t| reviewers > 0 && reviewers < t.min_sheets) {
        found.push(OpeningWarning::NotTrimmed {
            found: reviewers,
            wanted: trim.min_sheets,
        });
    }
    for member in roster.with_role(Role::Reviewer) {
        if !same_org(&member.card, &dossiers).is_empty() {
            found.push(OpeningWarning::SameOrg {
                name: member.card.name.clone(),
                org: member.card.org.clone(),
            });
        }
    }
    for dossier in &dossiers {
        let open = dossier.fields.iter().filter(|f| f.status == FieldStatus::Confirm).count();
        if open > 0 {
            found.push(OpeningWarning::Unconfirmed {
                number: dossier.number.clone(),
                fields: u32::try_from(open).unwrap_or(u32::MAX),
            });
        }
    }
    let admissions = desk.ledger.admissions()?;
    found.extend(of_the_reception(desk, &dossiers, &admissions)?);
    if desk.frozen.is_none() && !admissions.is_empty() && !admissions.values().any(|a| a.outcome == Outcome::Admit) {
        found.push(OpeningWarning::NothingToScore);
    }
    if roster.with_role(Role::Supervisor).next().is_none() {
        found.push(OpeningWarning::NoSupervisor);
    }
    Ok(found)
}

/// Late ones, and forwarded ones that nobody has read.
fn of_the_reception(
    desk: &Desk,
    dossiers: &[Dossier],
    admissions: &BTreeMap<ApplicationNumber, Admission>,
) -> Result<Vec<OpeningWarning>, StepError> {
    let mut found = Vec::new();
    if desk.frozen.is_some() {
        return Ok(found);
    }
    let late = deferring::late(desk, dossiers)?;
    if !late.is_empty() {
        found.push(OpeningWarning::Late(late.into_iter().collect()));
    }
    let unread = |a: &&Admission| a.outcome == Outcome::Forward && a.first_reading.is_none();
    let unread: Vec<_> = admissions.values().filter(unread).map(|a| a.number.clone()).collect();
    if !unread.is_empty() {
        found.push(OpeningWarning::NotRead(unread));
    }
    Ok(found)
}

/// Applications an applicant of which has the name of the member's organisation.
#[must_use]
pub fn same_org(card: &Card, dossiers: &[Dossier]) -> Vec<ApplicationNumber> {
    let org = card.org.trim();
    dossiers
        .iter()
        .filter(|d| d.applicants.iter().any(|a| a.name.trim() == org))
        .map(|d| d.number.clone())
        .collect()
}
