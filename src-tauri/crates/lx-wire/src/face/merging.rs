//! Merging, rulings, sample sheets.

use std::{collections::BTreeMap, path::Path};

use lx_domain::{
    ApplicationNumber, CriterionId, Digest, Fingerprint, Hundredths, Role, RulingKind, Sheet, UnixMillis, Verdict, ruling::CorrectionCode,
};
use lx_steps::{Desk, StepError, journal, merging as steps, ruling, sample};
use lx_tally::Conflict;

use super::{count, digest, fingerprint, named, number, paths, screening::refused, standing};
use crate::{
    Fault,
    merging::{ConflictView, HandedIn, HeadView, MergeOutcome, MergingView, Rule, StandingView, TakenSheet},
    screening::RefusedFile,
    text::Texts,
};

/// Takes scoresheets of others.
///
/// # Errors
/// A refusal of the whole call; single files are refused in the outcome.
pub fn merge_sheets(desk: &mut Desk, texts: &Texts, given: &[String], dry_run: bool, at: UnixMillis) -> Result<MergeOutcome, Fault> {
    let merged = steps::merge(desk, &paths(given), dry_run, at)?;
    let roster = desk.roster()?;
    let taken = |n: steps::Named| TakenSheet {
        path: n.path.display().to_string(),
        reviewer: roster
            .member(&n.reviewer)
            .map_or_else(|| n.reviewer.short(), |m| m.card.name.clone()),
        digest: n.digest.to_string(),
        short: n.digest.short(),
    };
    let conflicts = merged
        .heads
        .iter()
        .flat_map(|o| &o.conflicts)
        .map(|c| conflict_view(desk, c))
        .collect();
    Ok(MergeOutcome {
        taken: merged.taken.into_iter().map(taken).collect(),
        already: merged.already.into_iter().map(taken).collect(),
        superseded: merged.superseded.into_iter().map(taken).collect(),
        refused: merged
            .refused
            .iter()
            .map(|r| refused(&r.path, &Fault::from(&r.reason), texts))
            .collect(),
        conflicts,
    })
}

/// Heads of one reviewer, with the totals by which they differ.
pub(super) fn conflict_view(desk: &Desk, conflict: &Conflict) -> ConflictView {
    let name = desk
        .roster()
        .unwrap_or_default()
        .member(&conflict.reviewer)
        .map_or_else(|| conflict.reviewer.short(), |m| m.card.name.clone());
    let sheets: Vec<(Digest, &Sheet)> = conflict
        .heads
        .iter()
        .filter_map(|d| desk.sheets().get(d).map(|s| (*d, s.as_ref())))
        .collect();
    let totals: Vec<BTreeMap<ApplicationNumber, String>> = sheets.iter().map(|(_, s)| totals(s)).collect();
    let differs = |number: &ApplicationNumber| totals.iter().any(|t| t.get(number) != totals.first().and_then(|f| f.get(number)));
    let head = |((digest, sheet), totals): (&(Digest, &Sheet), &BTreeMap<ApplicationNumber, String>)| HeadView {
        digest: digest.to_string(),
        short: digest.short(),
        sealed_at: sheet.sealed_at.0,
        revision: sheet.revision,
        differs: totals
            .iter()
            .filter(|(n, _)| differs(n))
            .map(|(n, t)| (n.to_string(), t.clone()))
            .collect(),
    };
    ConflictView {
        reviewer: conflict.reviewer.to_string(),
        name,
        heads: sheets.iter().zip(&totals).map(head).collect(),
    }
}

fn totals(sheet: &Sheet) -> BTreeMap<ApplicationNumber, String> {
    let total = |verdict: &Verdict| match verdict {
        Verdict::Scored { criteria, .. } => {
            let points = criteria.iter().filter_map(|c| match c.mark {
                lx_domain::Mark::Points(p) => Some(p.0),
                lx_domain::Mark::NotApplicable => None,
            });
            Hundredths(points.sum()).to_string()
        }
        Verdict::Recused { .. } => "—".to_owned(),
        Verdict::Abstained { .. } => "○".to_owned(),
    };
    sheet.assessments.iter().map(|a| (a.number.clone(), total(&a.verdict))).collect()
}

/// Who has handed in.
///
/// # Errors
/// What reading the desk can meet.
pub fn merging(desk: &Desk, texts: &Texts) -> Result<MergingView, Fault> {
    desk.batch()?;
    let outcome = steps::standing(desk)?;
    let merged_at = merged_at(desk)?;
    let roster = desk.roster()?;
    let mut reviewers = Vec::new();
    for member in roster.with_role(Role::Reviewer) {
        let own = outcome
            .counted
            .iter()
            .filter_map(|d| desk.sheets().get(d).map(|s| (d, s)))
            .find(|(_, s)| s.reviewer == member.fingerprint);
        let void = outcome.void.iter().any(|v| v.reviewer == member.fingerprint);
        let state = if outcome.conflicts.iter().any(|c| c.reviewer == member.fingerprint) {
            "conflict"
        } else if own.is_some() {
            "merged"
        } else if void {
            "void"
        } else {
            "missing"
        };
        let verdicts =
            |wanted: fn(&Verdict) -> bool| own.map_or(0, |(_, s)| count(s.assessments.iter().filter(|a| wanted(&a.verdict)).count()));
        reviewers.push(HandedIn {
            name: member.card.name.clone(),
            seat: member.seat,
            fingerprint: member.fingerprint.to_string(),
            state: state.to_owned(),
            digest: own.map(|(d, _)| d.to_string()),
            short: own.map(|(d, _)| d.short()),
            sealed_at: own.map(|(_, s)| s.sealed_at.0),
            merged_at: own.and_then(|(d, _)| merged_at.get(d).copied()),
            recused: verdicts(|v| matches!(v, Verdict::Recused { .. })),
            abstained: verdicts(|v| matches!(v, Verdict::Abstained { .. })),
        });
    }
    let conflicts = outcome.conflicts.iter().map(|c| conflict_view(desk, c)).collect();
    Ok(MergingView {
        reviewers,
        conflicts,
        refused: refusals(desk, texts)?,
    })
}

fn merged_at(desk: &Desk) -> Result<BTreeMap<Digest, i64>, Fault> {
    let rows = journal::list(desk)?.into_iter().filter(|row| row.kind == "merge");
    Ok(rows.filter_map(|row| row.digest.map(|d| (d, row.at.0))).collect())
}

fn refusals(desk: &Desk, texts: &Texts) -> Result<Vec<RefusedFile>, Fault> {
    let rows = journal::list(desk)?.into_iter().rev().filter(|row| row.kind == "merge_refused");
    let text = |row: &lx_ledger::JournalEntry, key: &str| row.detail.get(key).and_then(|v| v.as_str()).unwrap_or_default().to_owned();
    let file = |row: lx_ledger::JournalEntry| {
        let code = text(&row, "code");
        let id = format!("merge-code-{}", code.replace('_', "-"));
        let message = if texts.has(&id) { texts.word(&id) } else { text(&row, "reason") };
        RefusedFile {
            path: text(&row, "path"),
            code,
            message,
            advice: texts.word("merge-advice"),
        }
    };
    Ok(rows.map(file).collect())
}

/// Signs a ruling.
///
/// # Errors
/// What the step refuses; a wrong passphrase; a request that lacks what its kind needs.
pub fn rule(desk: &mut Desk, texts: &Texts, request: &Rule, at: UnixMillis) -> Result<StandingView, Fault> {
    desk.check_passphrase(&request.passphrase)?;
    let kind = kind(request)?;
    ruling::rule(desk, kind, &request.reason, at)?;
    standing(desk, texts)
}

fn kind(request: &Rule) -> Result<RulingKind, Fault> {
    let needed = |what: &'static str, given: &Option<String>| {
        given
            .clone()
            .filter(|g| !g.trim().is_empty())
            .ok_or_else(|| Fault::from(StepError::Empty(what)))
    };
    let reviewer = || -> Result<Fingerprint, Fault> { fingerprint(&needed("reviewer", &request.reviewer)?) };
    let of = || -> Result<ApplicationNumber, Fault> { number(&needed("number", &request.number)?) };
    Ok(match request.kind.as_str() {
        "void" => RulingKind::Void {
            sheet: digest(&needed("sheet", &request.sheet)?)?,
        },
        "resolve" => RulingKind::Resolve {
            reviewer: reviewer()?,
            keep: digest(&needed("sheet", &request.sheet)?)?,
        },
        "recuse" => RulingKind::Recuse {
            reviewer: reviewer()?,
            number: of()?,
            ground: needed("ground", &request.ground)?,
        },
        "correct" => {
            let (criterion, points) = (needed("criterion", &request.criterion)?, needed("points", &request.points)?);
            RulingKind::Correct {
                reviewer: reviewer()?,
                number: of()?,
                criterion: criterion
                    .parse::<CriterionId>()
                    .map_err(|_| Fault::unknown("criterion", &criterion))?,
                points: points
                    .parse::<Hundredths>()
                    .map_err(|_| Fault::from(StepError::NotPoints(points.clone())))?,
                code: named::<CorrectionCode>("code", &needed("code", &request.code)?)?,
            }
        }
        "break_tie" => RulingKind::BreakTie {
            order: request.order.iter().map(|n| number(n)).collect::<Result<_, _>>()?,
        },
        other => return Err(Fault::unknown("ruling", other)),
    })
}

/// In the sample batch only: the sample reviewers who have not signed score by a fixed pattern and sign.
///
/// # Errors
/// What the step refuses.
pub fn sample_sheets(desk: &mut Desk, at: UnixMillis) -> Result<crate::merging::SampleSheets, Fault> {
    let written = sample::sample_sheets(desk, at)?;
    let text = |p: &Path| p.display().to_string();
    Ok(crate::merging::SampleSheets {
        paths: written.iter().map(|p| text(p)).collect(),
    })
}
