//! Which sheets count: heads by parents, voids and forks. Sets in, sets out: no order of arrival can matter.

use std::collections::{BTreeMap, BTreeSet};

use lx_domain::{
    BatchFile, Digest, Fingerprint, Ruling, RulingKind, Sheet,
    person::{Role, Roster},
    profile::Method,
};
use serde::Serialize;

/// Two or more sheets of one reviewer that no ruling has chosen between; none of them counts meanwhile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// Whose.
    pub reviewer: Fingerprint,
    /// In which round.
    pub round: u32,
    /// In the order of their digests.
    pub heads: Vec<Digest>,
}

/// A sheet names a parent that is not here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct MissingParent {
    /// The sheet.
    pub sheet: Digest,
    /// What it names.
    pub parent: Digest,
}

/// One desk sealed two different sheets under the same revision: a restored copy of the desk, or worse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Alarm {
    /// Whose.
    pub reviewer: Fingerprint,
    /// The desk.
    pub device: String,
    /// The revision.
    pub revision: u32,
    /// In the order of their digests.
    pub sheets: Vec<Digest>,
}

/// Why a sheet does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum VoidWhy {
    /// A ruling declared it void.
    Ruled {
        /// The ruling's number.
        sequence: u32,
        /// Its reason.
        reason: String,
    },
    /// A ruling chose another head of the same reviewer.
    NotChosen {
        /// The ruling's number.
        sequence: u32,
    },
    /// Its reviewer is not (or no longer) a scoring member of the roster.
    NotOnRoster,
    /// It belongs to another batch or rubric.
    OtherBatch,
    /// The method has no such round.
    NoSuchRound,
}

/// A sheet that is kept but does not count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Voided {
    /// Which.
    pub sheet: Digest,
    /// Whose.
    pub reviewer: Fingerprint,
    /// Why.
    pub why: VoidWhy,
}

/// What follows for every sheet.
pub(crate) struct Chosen {
    pub(crate) round: u32,
    pub(crate) counted: BTreeMap<Fingerprint, Digest>,
    pub(crate) conflicts: Vec<Conflict>,
    pub(crate) void: Vec<Voided>,
    pub(crate) superseded: Vec<Digest>,
    pub(crate) earlier: Vec<Digest>,
    pub(crate) missing_parents: Vec<MissingParent>,
    pub(crate) alarms: Vec<Alarm>,
}

type Sheets<'a> = BTreeMap<Digest, &'a Sheet>;

/// Those whose sheets count: reviewers, and chair and deputy where they score too.
pub(crate) fn may_score(roster: &Roster, who: &Fingerprint) -> bool {
    roster.member(who).is_some_and(|m| match m.role {
        Role::Reviewer | Role::Chair | Role::Deputy => true,
        Role::Secretary | Role::Supervisor => false,
    })
}

/// Chooses the sheets that count. A void sheet counts as never given: what it superseded stands again, unless a later
/// sheet that counts descends from it. Round 2 supersedes nothing of round 1; the standing is of the last round there is.
pub(crate) fn choose(batch: &BatchFile, roster: &Roster, sheets: &Sheets<'_>, rulings: &[&Ruling]) -> Chosen {
    let mut void: BTreeMap<Digest, VoidWhy> = sheets
        .iter()
        .filter_map(|(digest, sheet)| Some((*digest, why_void(batch, roster, rulings, digest, sheet)?)))
        .collect();
    let standing: Sheets<'_> = sheets
        .iter()
        .filter(|(d, _)| !void.contains_key(*d))
        .map(|(d, s)| (*d, *s))
        .collect();
    let ancestors: BTreeMap<Digest, BTreeSet<Digest>> = standing.keys().map(|d| (*d, ancestors(sheets, d))).collect();
    let gone: BTreeSet<Digest> = ancestors.values().flatten().copied().collect();
    let mut heads: BTreeMap<(Fingerprint, u32), Vec<Digest>> = BTreeMap::new();
    for (digest, sheet) in standing.iter().filter(|(d, _)| !gone.contains(*d)) {
        heads.entry((sheet.reviewer, sheet.round)).or_default().push(*digest);
    }
    for ((reviewer, round), heads) in heads.iter_mut().filter(|(_, heads)| heads.len() > 1) {
        resolve(*reviewer, *round, heads, sheets, &ancestors, rulings, &mut void);
    }
    let round = heads.keys().map(|(_, round)| *round).max().unwrap_or(1);
    let mut counted = BTreeMap::new();
    let (mut conflicts, mut earlier) = (Vec::new(), Vec::new());
    for ((reviewer, round_of), heads) in heads {
        match heads.as_slice() {
            [one] if round_of == round => {
                counted.insert(reviewer, *one);
            }
            [one] => earlier.push(*one),
            [] => {}
            [_, _, ..] => conflicts.push(Conflict {
                reviewer,
                round: round_of,
                heads,
            }),
        }
    }
    earlier.sort();
    Chosen {
        round,
        earlier,
        counted,
        conflicts,
        superseded: gone.into_iter().filter(|d| standing.contains_key(d)).collect(),
        missing_parents: missing_parents(sheets),
        alarms: alarms(sheets),
        void: void
            .into_iter()
            .filter_map(|(sheet, why)| {
                Some(Voided {
                    sheet,
                    reviewer: sheets.get(&sheet)?.reviewer,
                    why,
                })
            })
            .collect(),
    }
}

fn why_void(batch: &BatchFile, roster: &Roster, rulings: &[&Ruling], digest: &Digest, sheet: &Sheet) -> Option<VoidWhy> {
    if sheet.batch != batch.id || sheet.rubric_digest != batch.rubric_digest {
        return Some(VoidWhy::OtherBatch);
    }
    let ruled = rulings
        .iter()
        .rev()
        .find(|r| matches!(&r.kind, RulingKind::Void { sheet } if sheet == digest));
    if let Some(ruling) = ruled {
        return Some(VoidWhy::Ruled {
            sequence: ruling.sequence,
            reason: ruling.reason.clone(),
        });
    }
    if !may_score(roster, &sheet.reviewer) {
        return Some(VoidWhy::NotOnRoster);
    }
    let rounds = match batch.profile.method {
        Method::OneRound => 1..=1,
        Method::TwoRounds => 1..=2,
    };
    (!rounds.contains(&sheet.round)).then_some(VoidWhy::NoSuchRound)
}

/// Everything that a sheet supersedes, over parents of the same reviewer, batch and round. A digest names its parents'
/// digests, so there is no circle; a made-up one ends at the second visit.
fn ancestors(sheets: &Sheets<'_>, of: &Digest) -> BTreeSet<Digest> {
    let mut found = BTreeSet::new();
    let mut open = vec![*of];
    while let Some(sheet) = open.pop().and_then(|digest| sheets.get(&digest)) {
        for parent in &sheet.parents {
            let same = |p: &&Sheet| p.reviewer == sheet.reviewer && p.batch == sheet.batch && p.round == sheet.round;
            if parent != of && sheets.get(parent).is_some_and(same) && found.insert(*parent) {
                open.push(*parent);
            }
        }
    }
    found
}

/// Of several heads the last ruling's choice stays, or what descends from it; a head sealed after the ruling was not
/// before the chair's eyes and stays too, as a new conflict.
fn resolve(
    reviewer: Fingerprint,
    round: u32,
    heads: &mut Vec<Digest>,
    sheets: &Sheets<'_>,
    ancestors: &BTreeMap<Digest, BTreeSet<Digest>>,
    rulings: &[&Ruling],
    void: &mut BTreeMap<Digest, VoidWhy>,
) {
    let choice = rulings.iter().rev().find_map(|ruling| match &ruling.kind {
        RulingKind::Resolve { reviewer: of, keep } if *of == reviewer && sheets.get(keep).is_some_and(|s| s.round == round) => {
            Some((*ruling, *keep))
        }
        RulingKind::Resolve { .. }
        | RulingKind::Void { .. }
        | RulingKind::Recuse { .. }
        | RulingKind::Correct { .. }
        | RulingKind::BreakTie { .. }
        | RulingKind::Amend { .. } => None,
    });
    let Some((ruling, keep)) = choice else { return };
    let is_choice = |head: &Digest| *head == keep || ancestors.get(head).is_some_and(|a| a.contains(&keep));
    if !heads.iter().any(is_choice) {
        return;
    }
    heads.retain(|head| {
        let later = sheets.get(head).is_some_and(|s| s.sealed_at > ruling.at);
        let stays = is_choice(head) || later;
        if !stays {
            void.insert(*head, VoidWhy::NotChosen { sequence: ruling.sequence });
        }
        stays
    });
}

fn missing_parents(sheets: &Sheets<'_>) -> Vec<MissingParent> {
    let absent = |parent: &&Digest| !sheets.contains_key(*parent);
    let of = |(sheet, content): (&Digest, &&Sheet)| {
        let sheet = *sheet;
        content
            .parents
            .iter()
            .filter(absent)
            .map(move |parent| MissingParent { sheet, parent: *parent })
            .collect::<Vec<_>>()
    };
    sheets.iter().flat_map(of).collect::<BTreeSet<_>>().into_iter().collect()
}

fn alarms(sheets: &Sheets<'_>) -> Vec<Alarm> {
    let mut by_revision: BTreeMap<(Fingerprint, &str, u32), Vec<Digest>> = BTreeMap::new();
    for (digest, sheet) in sheets {
        by_revision
            .entry((sheet.reviewer, sheet.device.as_str(), sheet.revision))
            .or_default()
            .push(*digest);
    }
    let twice = by_revision.into_iter().filter(|(_, sheets)| sheets.len() > 1);
    twice
        .map(|((reviewer, device, revision), sheets)| Alarm {
            reviewer,
            device: device.to_owned(),
            revision,
            sheets,
        })
        .collect()
}
