//! The standing as the panel looks at it.

use std::collections::BTreeMap;

use lx_domain::{
    ApplicationNumber, BatchApplication, CriterionId, Fingerprint, Hundredths, Mark, Member, Role, Ruling, RulingKind, Sheet, Verdict,
};
use lx_steps::{Desk, StepError, merging};
use lx_tally::{Args, Conflict, Figure, Outcome, Standard};

use super::{merging::conflict_view, opening::rules, word};
use crate::{
    Fault,
    merging::{CellView, RulingRow, StandingRow, StandingView, WarningView},
    opening::NamedId,
    text::Texts,
};

/// Everything that the rows are made of.
struct Seen<'a> {
    texts: &'a Texts,
    outcome: &'a Outcome,
    reviewers: Vec<Member>,
    effective: BTreeMap<Fingerprint, &'a Sheet>,
    rulings: Vec<Ruling>,
    criteria: Vec<CriterionId>,
}

/// Words for a code of the tally and its facts.
#[must_use]
pub fn say_code(texts: &Texts, code: &str, args: &Args) -> String {
    let id = format!("warning-{}", code.replace('_', "-"));
    texts.say(&id, args.iter().map(|(k, v)| (k.as_str(), v.clone())))
}

/// The standing.
///
/// # Errors
/// [`Fault`] for a reviewer: others' scores are hidden.
pub fn standing(desk: &Desk, texts: &Texts) -> Result<StandingView, Fault> {
    let frozen = desk.batch()?;
    let outcome = merging::standing(desk)?;
    let profile = &frozen.file.profile;
    let roster = desk.roster()?;
    let counted = outcome.counted.iter().filter_map(|d| desk.sheets().get(d));
    let seen = Seen {
        texts,
        outcome: &outcome,
        reviewers: roster.with_role(Role::Reviewer).cloned().collect(),
        effective: counted.map(|s| (s.reviewer, s.as_ref())).collect(),
        rulings: desk.rulings()?,
        criteria: profile.rubric.iter().map(|c| c.id.clone()).collect(),
    };
    let opinions = desk.records().opinions().map_err(StepError::from)?;
    let mut rows = Vec::new();
    for line in &outcome.standing.applications {
        let found = line
            .number
            .parse::<ApplicationNumber>()
            .ok()
            .and_then(|n| frozen.file.application(&n));
        let Some(application) = found else { continue };
        let opinion = opinions.iter().find(|o| o.number == *application.number());
        rows.push(StandingRow {
            opinion: opinion.map(|o| word(&o.opinion)),
            opinion_reason: opinion.map(|o| o.reason.clone()).unwrap_or_default(),
            industry: opinion.map(|o| o.industry.clone()).unwrap_or_default(),
            ..row(&seen, application, line)
        });
    }
    let missing = seen
        .reviewers
        .iter()
        .filter(|m| !desk.sheets().values().any(|s| s.reviewer == m.fingerprint));
    Ok(StandingView {
        applications: rows,
        rules: rules(profile, texts),
        criteria: profile
            .rubric
            .iter()
            .map(|c| NamedId {
                id: c.id.to_string(),
                name: texts.pick(&c.name, &c.name_en).to_owned(),
            })
            .collect(),
        reviewers: seen
            .reviewers
            .iter()
            .map(|m| NamedId {
                id: m.fingerprint.to_string(),
                name: m.card.name.clone(),
            })
            .collect(),
        missing_reviewers: missing.map(|m| m.card.name.clone()).collect(),
        conflicts: outcome.conflicts.iter().map(|c: &Conflict| conflict_view(desk, c)).collect(),
        agreement: agreement(&outcome),
        full_marks: profile.full_marks().to_string(),
        rulings: ruling_rows(desk, texts)?,
    })
}

fn agreement(outcome: &Outcome) -> BTreeMap<String, Option<String>> {
    let a = &outcome.standing.agreement;
    let figures = [
        ("icc1", &a.icc1),
        ("icck", &a.icck),
        ("kendall_w", &a.kendall_w),
        ("krippendorff_alpha", &a.krippendorff_alpha),
    ];
    let value = |figure: &Figure| match figure {
        Figure::Value(score) => Some(score.to_decimals(3).to_string()),
        Figure::Null(_) => None,
    };
    figures.into_iter().map(|(name, figure)| (name.to_owned(), value(figure))).collect()
}

fn row(seen: &Seen<'_>, application: &BatchApplication, line: &Standard) -> StandingRow {
    let label = |hex: &str| {
        let found = seen.reviewers.iter().find(|m| m.fingerprint.to_string() == hex);
        found.map_or_else(|| hex.chars().take(8).collect(), |m| m.card.name.clone())
    };
    let warnings = line.warnings.iter().map(|w| WarningView {
        code: w.code.clone(),
        reviewer: w.reviewer.as_deref().map(label),
        message: say_code(seen.texts, &w.code, &w.args),
    });
    let why = line.why.as_ref().map(|w| {
        let ids: Vec<String> = w.criteria.iter().map(ToString::to_string).collect();
        say_code(
            seen.texts,
            w.code.code(),
            &Args::from([("criteria".to_owned(), seen.texts.list(&ids))]),
        )
    });
    let stability = seen.outcome.standing.stability.iter().find(|s| s.number == line.number);
    let dossier = &application.dossier;
    StandingRow {
        number: line.number.clone(),
        title: dossier.title.clone(),
        lead: dossier.lead().map(|a| a.name.clone()).unwrap_or_default(),
        track: word(&dossier.track),
        rank: line.rank,
        tied: line.warnings.iter().any(|w| w.code == "tied"),
        score: line.score.as_ref().map(ToString::to_string),
        why,
        criteria: line
            .criteria
            .iter()
            .map(|(id, s)| (id.to_string(), s.as_ref().map(ToString::to_string)))
            .collect(),
        cells: seen.reviewers.iter().map(|m| cell(seen, application, line, m)).collect(),
        sheets: line.sheets,
        recused: line.recused,
        abstained: line.abstained,
        missing: line.missing,
        warnings: warnings.collect(),
        rank_low: stability.and_then(|s| s.rank_low),
        rank_high: stability.and_then(|s| s.rank_high),
        opinion: None,
        opinion_reason: String::new(),
        industry: String::new(),
        vetoes: vetoes(seen, application),
    }
}

fn vetoes(seen: &Seen<'_>, application: &BatchApplication) -> Vec<String> {
    let mut raised = Vec::new();
    for member in &seen.reviewers {
        let Some(sheet) = seen.effective.get(&member.fingerprint) else {
            continue;
        };
        if let Some(Verdict::Scored { vetoes, .. }) = sheet.assessment(application.number()).map(|a| &a.verdict) {
            raised.extend(vetoes.iter().map(|v| format!("{}：{}", member.card.name, v.reason)));
        }
    }
    raised
}

fn cell(seen: &Seen<'_>, application: &BatchApplication, line: &Standard, member: &Member) -> CellView {
    let hex = member.fingerprint.to_string();
    let number = application.number();
    let empty = CellView {
        seat: member.seat,
        state: "missing".to_owned(),
        total: None,
        dropped: line.dropped.iter().any(|d| d.reviewer == hex),
        unusual: line.totals.iter().any(|t| t.reviewer == hex && t.outlier),
        criteria: BTreeMap::new(),
        reasons: BTreeMap::new(),
        comment: String::new(),
    };
    let state = |state: &str, comment: &str| CellView {
        state: state.to_owned(),
        comment: comment.to_owned(),
        ..empty.clone()
    };
    let Some(sheet) = seen.effective.get(&member.fingerprint) else {
        let void = seen.outcome.void.iter().any(|v| v.reviewer == member.fingerprint);
        return if void { state("void", "") } else { empty };
    };
    let ruled_out = seen
        .rulings
        .iter()
        .any(|r| matches!(&r.kind, RulingKind::Recuse { reviewer, number: n, .. } if *reviewer == member.fingerprint && n == number));
    match sheet.assessment(number).map(|a| &a.verdict) {
        _ if ruled_out => state("recused", ""),
        None => empty,
        Some(Verdict::Recused { reason, .. }) => state("recused", reason),
        Some(Verdict::Abstained { reason }) => state("abstained", reason),
        Some(Verdict::Scored { criteria, comment, .. }) => {
            let points = |id: &CriterionId| {
                let corrected = corrected(seen, member, number, id);
                let mark = criteria.iter().find(|c| c.id == *id).map(|c| c.mark);
                let given = match mark {
                    Some(Mark::Points(points)) => Some(points),
                    Some(Mark::NotApplicable) | None => None,
                };
                corrected.or(given).map(|p| p.to_string())
            };
            let total = line.totals.iter().find(|t| t.reviewer == hex).and_then(|t| t.total.as_ref());
            CellView {
                total: total.map(ToString::to_string),
                criteria: seen.criteria.iter().map(|id| (id.to_string(), points(id))).collect(),
                reasons: criteria
                    .iter()
                    .filter(|c| !c.reason.is_empty())
                    .map(|c| (c.id.to_string(), c.reason.clone()))
                    .collect(),
                ..state("points", comment)
            }
        }
    }
}

/// The points of the latest correction of a cell.
fn corrected(seen: &Seen<'_>, member: &Member, number: &ApplicationNumber, id: &CriterionId) -> Option<Hundredths> {
    seen.rulings.iter().rev().find_map(|r| match &r.kind {
        RulingKind::Correct {
            reviewer,
            number: n,
            criterion,
            points,
            ..
        } if *reviewer == member.fingerprint && n == number && criterion == id => Some(*points),
        _ => None,
    })
}

fn ruling_rows(desk: &Desk, texts: &Texts) -> Result<Vec<RulingRow>, Fault> {
    let roster = desk.roster()?;
    let name = |f: &Fingerprint| roster.member(f).map_or_else(|| f.short(), |m| m.card.name.clone());
    let mut rows = Vec::new();
    for ruling in desk.rulings()? {
        let (kind, message) = match &ruling.kind {
            RulingKind::Void { sheet } => ("void", texts.say("ruled-void", [("sheet", sheet.short())])),
            RulingKind::Resolve { reviewer, keep } => (
                "resolve",
                texts.say("ruled-resolve", [("reviewer", name(reviewer)), ("sheet", keep.short())]),
            ),
            RulingKind::Recuse { reviewer, number, .. } => (
                "recuse",
                texts.say("ruled-recuse", [("reviewer", name(reviewer)), ("number", number.to_string())]),
            ),
            RulingKind::Correct {
                reviewer,
                number,
                criterion,
                points,
                ..
            } => {
                let args = [
                    ("reviewer", name(reviewer)),
                    ("number", number.to_string()),
                    ("criterion", criterion.to_string()),
                    ("points", points.to_string()),
                ];
                ("correct", texts.say("ruled-correct", args))
            }
            RulingKind::BreakTie { order } => {
                let order: Vec<String> = order.iter().map(ToString::to_string).collect();
                ("break_tie", texts.say("ruled-break-tie", [("order", texts.list(&order))]))
            }
            RulingKind::Amend { .. } => ("amend", texts.word("ruled-amend")),
        };
        let digest = lx_seal::digest_of(&ruling).map_err(StepError::from)?;
        rows.push(RulingRow {
            sequence: ruling.sequence,
            kind: kind.to_owned(),
            message,
            reason: ruling.reason.clone(),
            by: name(&ruling.by),
            at: ruling.at.0,
            short: digest.short(),
        });
    }
    Ok(rows)
}
