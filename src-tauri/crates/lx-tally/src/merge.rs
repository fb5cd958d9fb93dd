//! The standing of a batch: batch file, sheets and rulings, and nothing else.

use std::collections::BTreeMap;

use lx_domain::{
    ApplicationNumber, BatchApplication, BatchFile, CriterionId, Digest, Fingerprint, Mark, Ruling, RulingKind, Sheet, Track, Verdict,
    person::{Role, Roster},
};
use serde::Serialize;

use crate::{
    heads::{Alarm, Chosen, Conflict, MissingParent, Voided, choose},
    panel,
    reckon::reckon_with_votes,
    standing::{Cell, Standing, TallyApplication, TallySheet, Warning},
    warn::warning,
};

/// A veto item that at least one reviewer raised, and whether the panel's majority did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VetoTally {
    /// Against which application.
    pub number: ApplicationNumber,
    /// Id of the profile's veto item.
    pub veto: String,
    /// How many counted sheets raise it.
    pub raised: u32,
    /// Of how many counted sheets that score the application.
    pub of: u32,
    /// Whether that is more than half.
    pub found: bool,
}

/// Everything that follows from batch file, sheets and rulings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// The standing. Reviewers are named by their fingerprints in hexadecimal.
    pub standing: Standing,
    /// The round it is of.
    pub round: u32,
    /// The roster in force: the batch file's, or the last amendment's.
    pub roster: Roster,
    /// Open conflicts: the decision waits for them.
    pub conflicts: Vec<Conflict>,
    /// The sheets that count, by digest.
    pub counted: Vec<Digest>,
    /// The sheets that are kept and don't count, by digest.
    pub void: Vec<Voided>,
    /// Superseded by a later sheet of the same reviewer, by digest.
    pub superseded: Vec<Digest>,
    /// The last of a reviewer's sheets in an earlier round: kept, and no part of this standing; by digest.
    pub earlier: Vec<Digest>,
    /// Parents that are named and not here.
    pub missing_parents: Vec<MissingParent>,
    /// Sheets that one desk sealed under the same revision.
    pub alarms: Vec<Alarm>,
    /// Veto items raised, by number and id.
    pub vetoes: Vec<VetoTally>,
}

/// Reckons a batch: a pure function of the *sets* of sheets and rulings.
///
/// Rulings of other batches are left aside; of rulings on the same thing the one with the highest sequence stands. A
/// reviewer of the roster without a counted sheet is missing, never zero. A recusal stands over a correction.
#[must_use]
pub fn standing_of(batch: &BatchFile, sheets: &[(Digest, Sheet)], rulings: &[Ruling]) -> Outcome {
    let rulings = in_order(batch, rulings);
    let roster = rulings.iter().rev().find_map(|r| {
        if let RulingKind::Amend { roster } = &r.kind {
            Some(roster)
        } else {
            None
        }
    });
    let roster = roster.unwrap_or(&batch.roster);
    let sheets: BTreeMap<Digest, &Sheet> = sheets.iter().map(|(digest, sheet)| (*digest, sheet)).collect();
    let chosen = choose(batch, roster, &sheets, &rulings);
    let panel = Panel {
        batch,
        sheets: &sheets,
        chosen: &chosen,
        rulings: &rulings,
        seats: seats(roster, &chosen),
    };
    let (applications, notes): (Vec<TallyApplication>, Vec<Vec<Warning>>) = batch.scored().map(|a| panel.application(a)).unzip();
    let votes: Vec<Vec<String>> = rulings.iter().filter_map(|r| vote(r)).collect();
    let mut standing = reckon_with_votes(&batch.profile.rule, &applications, &votes);
    for (application, notes) in applications.iter().zip(notes) {
        if let Some(line) = standing.applications.iter_mut().find(|s| s.number == application.number) {
            line.warnings.extend(notes);
            line.warnings.extend(panel::of_size(&batch.profile.panel, application));
            line.warnings.sort();
        }
    }
    let vetoes = batch.scored().flat_map(|a| panel.vetoes(a)).collect();
    let mut counted: Vec<Digest> = chosen.counted.values().copied().collect();
    counted.sort();
    let Chosen {
        round,
        conflicts,
        void,
        superseded,
        earlier,
        missing_parents,
        alarms,
        ..
    } = chosen;
    Outcome {
        standing,
        round,
        roster: roster.clone(),
        conflicts,
        counted,
        void,
        superseded,
        earlier,
        missing_parents,
        alarms,
        vetoes,
    }
}

/// By sequence, and where two have the same one (which merging refuses) by everything else, so that no order of input matters.
fn in_order<'a>(batch: &BatchFile, rulings: &'a [Ruling]) -> Vec<&'a Ruling> {
    let mut ours: Vec<&Ruling> = rulings.iter().filter(|r| r.batch == batch.id).collect();
    ours.sort_by_cached_key(|r| (r.sequence, r.at, r.by, r.reason.clone(), format!("{:?}", r.kind)));
    ours.dedup();
    ours
}

fn vote(ruling: &Ruling) -> Option<Vec<String>> {
    if let RulingKind::BreakTie { order } = &ruling.kind {
        Some(order.iter().map(ToString::to_string).collect())
    } else {
        None
    }
}

/// Everyone who belongs to the panel: the reviewers, and whoever else has a sheet that counts.
fn seats(roster: &Roster, chosen: &Chosen) -> Vec<Fingerprint> {
    let sits = |m: &&lx_domain::Member| m.role == Role::Reviewer || chosen.counted.contains_key(&m.fingerprint);
    roster.members.iter().filter(sits).map(|m| m.fingerprint).collect()
}

struct Panel<'a> {
    batch: &'a BatchFile,
    sheets: &'a BTreeMap<Digest, &'a Sheet>,
    chosen: &'a Chosen,
    rulings: &'a [&'a Ruling],
    seats: Vec<Fingerprint>,
}

impl Panel<'_> {
    /// What every seat says of one application, and what a person should know about it.
    fn application(&self, application: &BatchApplication) -> (TallyApplication, Vec<Warning>) {
        let number = application.number();
        let mut notes = Vec::new();
        let sheets = self.seats.iter().map(|seat| self.sheet(application, *seat, &mut notes)).collect();
        let track: Track = application.dossier.track;
        (
            TallyApplication {
                number: number.to_string(),
                track,
                sheets,
            },
            notes,
        )
    }

    fn sheet(&self, application: &BatchApplication, seat: Fingerprint, notes: &mut Vec<Warning>) -> TallySheet {
        let (number, reviewer) = (application.number(), seat.to_string());
        let digest = self.chosen.counted.get(&seat);
        let assessment = digest.and_then(|d| self.sheets.get(d)).and_then(|s| s.assessment(number));
        if self
            .chosen
            .conflicts
            .iter()
            .any(|c| c.reviewer == seat && c.round == self.chosen.round)
        {
            notes.push(warning("open_conflict", Some(&reviewer), &[]));
        }
        if assessment.is_some_and(|a| a.dossier != application.dossier_digest) {
            notes.push(warning("older_dossier", Some(&reviewer), &[]));
        }
        let mut cells = self.cells(assessment.map(|a| &a.verdict));
        if self.recused(number, seat) {
            cells.values_mut().for_each(|cell| *cell = Cell::Recused);
        } else {
            self.correct(number, seat, &mut cells, notes);
        }
        TallySheet {
            reviewer,
            key: digest.map(ToString::to_string).unwrap_or_default(),
            cells,
        }
    }

    fn cells(&self, verdict: Option<&Verdict>) -> BTreeMap<CriterionId, Cell> {
        let all = |cell: Cell| {
            self.batch
                .profile
                .rubric
                .iter()
                .map(move |c| (c.id.clone(), cell))
                .collect::<BTreeMap<_, _>>()
        };
        match verdict {
            None => all(Cell::Missing),
            Some(Verdict::Recused { .. }) => all(Cell::Recused),
            Some(Verdict::Abstained { .. }) => all(Cell::Abstained),
            Some(Verdict::Scored { criteria, .. }) => {
                let mut cells = all(Cell::Missing);
                for score in criteria {
                    if let Some(cell) = cells.get_mut(&score.id) {
                        *cell = match score.mark {
                            Mark::Points(points) => Cell::Points(points),
                            Mark::NotApplicable => Cell::NotApplicable,
                        };
                    }
                }
                cells
            }
        }
    }

    fn recused(&self, number: &ApplicationNumber, seat: Fingerprint) -> bool {
        self.rulings
            .iter()
            .any(|r| matches!(&r.kind, RulingKind::Recuse { reviewer, number: of, .. } if *reviewer == seat && of == number))
    }

    /// Corrections of a mark that is there; anything else is said and left aside, since a ruling cannot score in a
    /// reviewer's stead.
    fn correct(&self, number: &ApplicationNumber, seat: Fingerprint, cells: &mut BTreeMap<CriterionId, Cell>, notes: &mut Vec<Warning>) {
        for ruling in self.rulings {
            let RulingKind::Correct {
                reviewer,
                number: of,
                criterion,
                points,
                ..
            } = &ruling.kind
            else {
                continue;
            };
            if *reviewer != seat || of != number {
                continue;
            }
            let within = self
                .batch
                .profile
                .criterion(criterion)
                .is_some_and(|c| (0..=c.full_marks.0).contains(&points.0));
            match cells.get_mut(criterion) {
                Some(cell @ (Cell::Points(_) | Cell::NotApplicable)) if within => *cell = Cell::Points(*points),
                Some(Cell::Points(_) | Cell::NotApplicable | Cell::Missing | Cell::Recused | Cell::Abstained) | None => {
                    let facts = [("criterion", criterion.to_string()), ("sequence", ruling.sequence.to_string())];
                    notes.push(warning("correction_ignored", Some(&seat.to_string()), &facts));
                }
            }
        }
    }

    fn vetoes(&self, application: &BatchApplication) -> Vec<VetoTally> {
        let number = application.number();
        let mut raised: BTreeMap<&str, u32> = BTreeMap::new();
        let mut of = 0_u32;
        for (seat, digest) in &self.chosen.counted {
            let verdict = self.sheets.get(digest).and_then(|s| s.assessment(number)).map(|a| &a.verdict);
            let Some(Verdict::Scored { vetoes, .. }) = verdict.filter(|_| !self.recused(number, *seat)) else {
                continue;
            };
            of += 1;
            let mut ids: Vec<&str> = vetoes.iter().map(|v| v.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            ids.into_iter().for_each(|id| *raised.entry(id).or_default() += 1);
        }
        let tally = |(veto, raised): (&str, u32)| VetoTally {
            number: number.clone(),
            veto: veto.to_owned(),
            raised,
            of,
            found: raised * 2 > of,
        };
        raised.into_iter().map(tally).collect()
    }
}

#[cfg(test)]
mod tests;
