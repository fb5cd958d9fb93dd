//! A supplement is a new version: which versions there are, what a later one changed, and what of the notice it answers.

use std::collections::BTreeMap;

use lx_domain::{Admission, ApplicationNumber, Digest, Dossier, FieldStatus, ItemState, Role, UnixMillis};

use crate::{
    Desk, StepError, comparing,
    correcting::corrected,
    noticing::{self, Notice, Point},
    screening,
};

/// One version of an application, with how its screening ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// As it stood, corrections applied.
    pub dossier: Dossier,
    /// How its screening ended, once it has.
    pub admission: Option<Admission>,
    /// What was asked for, and when the notice went out.
    pub notice: Option<(Notice, UnixMillis)>,
    /// When the receipt went out.
    pub receipt: Option<UnixMillis>,
}

/// The versions of an application that this desk has, oldest first. A desk that opened a batch file has the frozen one alone.
///
/// # Errors
/// [`StepError::UnknownApplication`], [`StepError::NotYourRole`].
pub fn versions(desk: &Desk, number: &ApplicationNumber) -> Result<Vec<Version>, StepError> {
    desk.expect_role(&[Role::Secretary, Role::Chair, Role::Deputy, Role::Supervisor])?;
    history(desk, &desk.dossier(number)?)
}

/// As [`versions`], also of an application that moved to the next batch; `latest` is how it stands.
pub(crate) fn history(desk: &Desk, latest: &Dossier) -> Result<Vec<Version>, StepError> {
    let number = &latest.number;
    let screened = desk.ledger.screened(number)?;
    let mut notices = noticing::notices(desk, number)?;
    let receipts = noticing::receipts(desk, number)?;
    // A desk that opened the batch file has the outcome from there.
    let frozen = desk.frozen().and_then(|f| f.file.application(number)).map(|a| &a.admission);
    let mut found = Vec::new();
    for (_, dossier) in desk.ledger.dossier_versions(number)? {
        let dossier = corrected(&desk.ledger, dossier)?;
        let outcome = frozen.filter(|_| dossier.version == latest.version);
        found.push(Version {
            admission: outcome.or_else(|| screened.get(&dossier.version)).cloned(),
            notice: notices.remove(&dossier.version),
            receipt: receipts.get(&dossier.version).copied(),
            dossier,
        });
    }
    if found.is_empty() {
        found.push(Version {
            admission: frozen.cloned(),
            notice: None,
            receipt: None,
            dossier: latest.clone(),
        });
    }
    Ok(found)
}

/// A line of the earlier notice, and whether the later version answers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The line.
    pub point: Point,
    /// 已补.
    pub settled: bool,
}

/// Two versions beside each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supplement {
    /// The earlier version.
    pub from: Version,
    /// The later version.
    pub to: Version,
    /// What differs.
    pub comparison: comparing::Comparison,
    /// What the notice on the earlier version asked for; empty where none went out.
    pub asked: Vec<Asked>,
}

/// Compares two versions of an application: by default the latest with the one before it.
///
/// # Errors
/// [`StepError::UnknownApplication`], [`StepError::OneVersion`]; [`StepError::Unknown`] for a version that is not there.
pub fn compare(desk: &Desk, number: &ApplicationNumber, from: Option<u32>, to: Option<u32>) -> Result<Supplement, StepError> {
    let mut versions = versions(desk, number)?;
    if versions.len() < 2 {
        return Err(StepError::OneVersion(number.clone()));
    }
    let latest = versions.last().map_or(1, |v| v.dossier.version);
    let to = to.unwrap_or(latest);
    let from = from.unwrap_or_else(|| to.saturating_sub(1));
    let mut take = |wanted: u32| {
        let at = versions.iter().position(|v| v.dossier.version == wanted);
        at.map(|at| versions.remove(at)).ok_or_else(|| StepError::Unknown {
            what: "version",
            name: wanted.to_string(),
        })
    };
    let (to, from) = (take(to)?, take(from)?);
    Ok(Supplement {
        comparison: comparing::compare(&from.dossier, &to.dossier),
        asked: answered(desk, &from, &to)?,
        from,
        to,
    })
}

/// What the notice on one version asked for, and whether a later version answers it.
pub(crate) fn answered(desk: &Desk, from: &Version, to: &Version) -> Result<Vec<Asked>, StepError> {
    let items = states(desk, to)?;
    let asked = from.notice.iter().flat_map(|(notice, _)| &notice.points).map(|point| Asked {
        settled: settled(point, &to.dossier, &items),
        point: point.clone(),
    });
    Ok(asked.collect())
}

/// How the items of a version stand: as screened, else as the findings suggest.
fn states(desk: &Desk, version: &Version) -> Result<BTreeMap<lx_domain::ItemId, ItemState>, StepError> {
    let dossier = &version.dossier;
    if desk.dossier(&dossier.number).is_ok_and(|latest| latest.version == dossier.version) {
        let items = screening::screening(desk, dossier)?.items;
        return Ok(items.into_iter().map(|i| (i.id, i.verdict.state)).collect());
    }
    let items = match &version.admission {
        Some(admission) => admission.items.clone(),
        None => crate::prefill::suggest(&desk.profile()?, dossier).items,
    };
    Ok(items.into_iter().map(|(id, verdict)| (id, verdict.state)).collect())
}

/// Facts of a finding that name what it is about; the others are what it found there.
const SUBJECT: [&str; 6] = ["field", "applicant", "item", "section", "what", "document"];

/// What a finding is about. Documents by their names alone: their folder is another in every package.
fn subject(args: &BTreeMap<String, String>) -> [Option<&str>; 6] {
    SUBJECT.map(|name| args.get(name).map(|value| value.rsplit('/').next().unwrap_or(value)))
}

fn settled(point: &Point, after: &Dossier, items: &BTreeMap<lx_domain::ItemId, ItemState>) -> bool {
    if let Some(code) = &point.code {
        return !after
            .findings
            .iter()
            .any(|f| f.code == *code && subject(&f.args) == subject(&point.args));
    }
    if let Some(field) = point.field {
        let open = |f: &&lx_domain::Field| f.id == field && f.status == FieldStatus::Confirm;
        return !after.fields.iter().any(|f| open(&f));
    }
    let state = point.item.as_ref().and_then(|id| items.get(id));
    !matches!(state, Some(ItemState::Missing | ItemState::Irregular))
}

/// What differs in the text of one document between two versions; `before` and `after` are digests of documents of any version of
/// this application.
///
/// # Errors
/// [`StepError::Unknown`] for a document that no version has.
pub fn compare_texts(
    desk: &Desk,
    number: &ApplicationNumber,
    before: &Digest,
    after: &Digest,
) -> Result<comparing::texts::TextComparison, StepError> {
    let versions = versions(desk, number)?;
    let has = |digest: &Digest| versions.iter().any(|v| v.dossier.documents.iter().any(|d| d.digest == *digest));
    if let Some(stranger) = [before, after].into_iter().find(|d| !has(d)) {
        return Err(StepError::Unknown {
            what: "document",
            name: stranger.to_string(),
        });
    }
    let (before, after) = (desk.ledger.document_text(before)?, desk.ledger.document_text(after)?);
    Ok(comparing::texts::compare(&before, &after))
}
