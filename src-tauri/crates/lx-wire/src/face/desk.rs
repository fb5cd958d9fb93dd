//! The open desk, search, journal.

use lx_domain::{ApplicationNumber, Role, UnixMillis};
use lx_steps::{Desk, journal as steps, merging, reporting, sample::SampleFolders, searching};

use super::{count, word};
use crate::{
    Fault,
    desk::{BatchView, DeskView, JournalRow, PersonView, RecentDesk, SampleView, SearchHit, SearchedApplication, StationView},
    text::Texts,
};

/// The desk at a glance.
///
/// # Errors
/// What reading the desk can meet.
pub fn desk(desk: &Desk, texts: &Texts) -> Result<DeskView, Fault> {
    let role = desk.role();
    let batch = batch_view(desk, texts)?;
    let stations = match (role, &batch) {
        (Role::Reviewer, _) | (_, None) => Vec::new(),
        (_, Some(batch)) => stations(desk, batch)?,
    };
    let here = match (role, &batch) {
        (Role::Reviewer, Some(_)) => "scoring".to_owned(),
        (Role::Reviewer, None) => "waiting".to_owned(),
        _ => here(&stations),
    };
    Ok(DeskView {
        folder: desk.folder().display().to_string(),
        person: person_view(desk),
        batch,
        sample: sample_view(desk),
        stations,
        here,
    })
}

fn person_view(desk: &Desk) -> PersonView {
    let person = desk.person();
    PersonView {
        name: person.name.clone(),
        org: person.org.clone(),
        role: word(&desk.role()),
        fingerprint: desk.me().to_string(),
        short: desk.me().short(),
    }
}

fn batch_view(desk: &Desk, texts: &Texts) -> Result<Option<BatchView>, Fault> {
    let draft = desk.records().batch_draft().map_err(lx_steps::StepError::from)?;
    let roster = desk.roster()?;
    let reviewers = count(roster.with_role(Role::Reviewer).count());
    let (id, name, profile, sample, received, scored, forwarded) = match (desk.frozen(), draft) {
        (Some(frozen), _) => {
            let file = &frozen.file;
            let forwarded = file
                .applications
                .iter()
                .filter(|a| is_forwarded(a.admission.outcome, a.dossier.track))
                .count();
            (
                file.id,
                file.name.clone(),
                file.profile.clone(),
                file.sample,
                file.applications.len(),
                file.scored().count(),
                forwarded,
            )
        }
        (None, Some(draft)) => {
            let (dossiers, mut scored, mut forwarded) = (desk.dossiers()?, 0, 0);
            let admissions = desk.records().admissions().map_err(lx_steps::StepError::from)?;
            for dossier in &dossiers {
                let outcome = admissions.get(&dossier.number).map(|a| a.outcome);
                let forward = outcome.map_or(dossier.track == lx_domain::Track::Forwarded, |o| is_forwarded(o, dossier.track));
                forwarded += usize::from(forward);
                scored += usize::from(!forward && outcome == Some(lx_domain::Outcome::Admit));
            }
            (draft.id, draft.name, draft.profile, draft.sample, dossiers.len(), scored, forwarded)
        }
        (None, None) => return Ok(None),
    };
    let rubric = lx_seal::digest_of(&profile).map_err(lx_steps::StepError::from)?;
    let decided = lx_steps::deciding::decided(desk)?.is_some_and(|d| d.current);
    Ok(Some(BatchView {
        id: id.to_string(),
        name,
        profile: texts.pick(&profile.name, &profile.name_en).to_owned(),
        rubric_short: rubric.short(),
        rubric_digest: rubric.to_string(),
        frozen: desk.frozen().is_some(),
        sample,
        received: count(received),
        scored: count(scored),
        forwarded: count(forwarded),
        reviewers,
        sheets: count(desk.sheets().len()),
        decided,
    }))
}

fn is_forwarded(outcome: lx_domain::Outcome, track: lx_domain::Track) -> bool {
    outcome == lx_domain::Outcome::Forward || track == lx_domain::Track::Forwarded
}

fn sample_view(desk: &Desk) -> Option<SampleView> {
    let sample = SampleFolders::of_desk(desk.folder())?;
    let batch = Some(lx_steps::sample::BATCH.to_owned());
    let desks = sample.desks().into_iter().map(|d| RecentDesk {
        folder: d.folder.display().to_string(),
        name: d.name.to_owned(),
        role: word(&d.role),
        batch: batch.clone(),
        sample: true,
        opened_at: 0,
    });
    Some(SampleView {
        desks: desks.collect(),
        passphrase: lx_steps::sample::PASSPHRASE.to_owned(),
        folder: sample.files().display().to_string(),
    })
}

fn stations(desk: &Desk, batch: &BatchView) -> Result<Vec<StationView>, Fault> {
    let confirmed = match desk.frozen() {
        Some(_) => batch.received,
        None => count(desk.records().admissions().map_err(lx_steps::StepError::from)?.len()).min(batch.received),
    };
    let mut steps: Vec<(&str, bool, String)> = vec![
        (
            "screening",
            batch.frozen || (batch.received > 0 && confirmed == batch.received),
            format!("{confirmed}/{}", batch.received),
        ),
        ("opening", desk.frozen().is_some_and(|f| f.is_countersigned()), String::new()),
    ];
    if batch.frozen {
        let outcome = merging::outcome(desk)?;
        let opinions = count(desk.records().opinions().map_err(lx_steps::StepError::from)?.len());
        let merged = count(outcome.counted.len());
        let complete = batch.reviewers > 0 && merged >= batch.reviewers && outcome.conflicts.is_empty();
        steps.push(("merging", complete || batch.decided, format!("{merged}/{}", batch.reviewers)));
        let voiced = opinions >= batch.scored && !desk.sheets().is_empty();
        steps.push(("deliberating", voiced || batch.decided, format!("{opinions}/{}", batch.scored)));
        steps.push(("deciding", batch.decided, String::new()));
        steps.push(("reporting", batch.decided && !reporting::reports(desk)?.is_empty(), String::new()));
    } else {
        let later = ["merging", "deliberating", "deciding", "reporting"];
        steps.extend(later.into_iter().map(|id| (id, false, String::new())));
    }
    let now = steps.iter().position(|(_, done, _)| !done);
    let view = |(place, (id, done, note)): (usize, (&str, bool, String))| {
        let state = if Some(place) == now {
            "now"
        } else if done {
            "done"
        } else {
            "later"
        };
        StationView {
            id: id.to_owned(),
            state: state.to_owned(),
            note,
        }
    };
    Ok(steps.into_iter().enumerate().map(view).collect())
}

fn here(stations: &[StationView]) -> String {
    let now = stations.iter().find(|s| s.state == "now").or(stations.last());
    now.map_or_else(|| "screening".to_owned(), |s| s.id.clone())
}

/// The desk as the list of recent ones keeps it.
///
/// # Errors
/// What reading the desk can meet.
pub fn recent(open: &Desk, texts: &Texts, at: UnixMillis) -> Result<RecentDesk, Fault> {
    let view = desk(open, texts)?;
    Ok(RecentDesk {
        folder: view.folder,
        name: view.person.name,
        role: view.person.role,
        batch: view.batch.map(|b| b.name),
        sample: view.sample.is_some(),
        opened_at: at.0,
    })
}

/// Full text of all packages.
///
/// # Errors
/// What reading the desk can meet.
pub fn search(desk: &Desk, text: &str) -> Result<Vec<SearchHit>, Fault> {
    Ok(searching::search(desk, text)?.into_iter().map(search_hit).collect())
}

/// What was found of a text.
#[derive(Debug)]
pub struct Found {
    /// In the applications of the batch.
    pub hits: Vec<SearchHit>,
    /// In those that left it.
    pub deferred: Vec<SearchHit>,
    /// Whether there are further ones.
    pub more: bool,
}

/// As [`search`], in applications that left the batch too.
///
/// # Errors
/// What reading the desk can meet.
pub fn find(desk: &Desk, text: &str) -> Result<Found, Fault> {
    let found = searching::find(desk, text)?;
    Ok(Found {
        hits: found.hits.into_iter().map(search_hit).collect(),
        deferred: found.aside.into_iter().map(search_hit).collect(),
        more: found.more,
    })
}

/// What every application says of a text.
///
/// # Errors
/// What reading the desk can meet.
pub fn search_all(desk: &Desk, text: &str) -> Result<Vec<SearchedApplication>, Fault> {
    let dossiers = desk.dossiers()?;
    let title = |number: &ApplicationNumber| dossiers.iter().find(|d| d.number == *number).map(|d| d.title.clone());
    let of = |found: lx_ledger::ApplicationHits| SearchedApplication {
        title: title(&found.number).unwrap_or_default(),
        number: found.number.to_string(),
        hits: found.hits.into_iter().map(search_hit).collect(),
        more: found.more,
    };
    Ok(searching::search_each(desk, text)?.into_iter().map(of).collect())
}

fn search_hit(h: lx_ledger::SearchHit) -> SearchHit {
    let units = |end: usize| {
        let before = h.snippet.get(..end).unwrap_or(&h.snippet);
        u32::try_from(before.encode_utf16().count()).unwrap_or(u32::MAX)
    };
    SearchHit {
        number: h.number.to_string(),
        document: h.document.clone(),
        digest: h.digest.to_string(),
        page: h.place.clone(),
        hit_start: units(h.hit_start),
        hit_end: units(h.hit_end),
        snippet: h.snippet,
    }
}

/// The journal, newest first.
///
/// # Errors
/// [`Fault`] where its chain does not hold.
pub fn journal(desk: &Desk) -> Result<Vec<JournalRow>, Fault> {
    let row = |entry: lx_ledger::JournalEntry| JournalRow {
        seq: i64::try_from(entry.seq).unwrap_or(i64::MAX),
        short: entry.digest.map(|d| d.short()).unwrap_or_default(),
        detail: facts(&entry.kind, &entry.detail),
        kind: entry.kind,
        at: entry.at.0,
    };
    Ok(steps::list(desk)?.into_iter().rev().map(row).collect())
}

/// Members of a journal row's detail that are names, numbers and people's own words; the others are for programs.
const FACTS: [&str; 20] = [
    "name",
    "org",
    "number",
    "numbers",
    "package",
    "value",
    "text",
    "reason",
    "sequence",
    "revision",
    "version",
    "documents",
    "applications",
    "scored",
    "entries",
    "pages",
    "recipient",
    "path",
    "xlsx",
    "signatures",
];

/// The facts of a journal row, one after the other.
fn facts(kind: &str, detail: &serde_json::Value) -> String {
    use serde_json::Value;
    fn collect(value: &Value, into: &mut Vec<String>) {
        match value {
            Value::Null | Value::Bool(_) | Value::Object(_) => {}
            Value::Number(n) => into.push(n.to_string()),
            // Digests and keys stand in a column of their own.
            Value::String(s) if s.is_empty() || (s.len() == 64 && s.bytes().all(|b| b.is_ascii_hexdigit())) => {}
            Value::String(s) => into.push(s.clone()),
            Value::Array(items) => items.iter().for_each(|v| collect(v, into)),
        }
    }
    let mut found = Vec::new();
    for key in FACTS {
        // What a program wrote as its reason is not in the words of the face.
        let technical = key == "reason" && kind.ends_with("_refused");
        if let Some(value) = detail.get(key).filter(|_| !technical) {
            collect(value, &mut found);
        }
    }
    found.join(" · ")
}

/// What is said when a desk is closed.
#[must_use]
pub fn close_words(texts: &Texts) -> String {
    texts.word("said-closed")
}
