//! `declare`, `score`, `worksheet`, `sheet`.

use lx_domain::Blocker;
use lx_steps::{
    Desk, StepError,
    checking::number_of,
    declaring::{self, Tie},
    files, placing,
    scoring::{self, Given},
    sealing,
};
use lx_wire::face;
use serde_json::{Value, json};

use crate::{
    args::{Declare, Score, Sheet, Worksheet},
    context::{Context, number, pair},
    output::{Done, Stop, value},
};

pub fn declare(context: &Context, order: Declare) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let of = number(&order.number)?;
    let tie = match (order.tie, order.ground) {
        (Some(applicant), Some(ground)) => Tie::To { ground, reason: applicant },
        _ => Tie::None,
    };
    declaring::declare(&mut desk, &of, &tie, context.now())?;
    state(context, &desk, &order.number)
}

/// `{"number","total","blockers"}` of one application.
fn state(context: &Context, desk: &Desk, of: &str) -> Result<Done, Stop> {
    let view = face::assessment(desk, &context.texts, of)?;
    let total = view.row.total.clone();
    let json = json!({
        "number": view.row.number,
        "state": view.row.state,
        "total": total,
        "blockers": value(&view.blockers),
    });
    let none = context.texts.word("ui-none");
    let mut lines = vec![
        context
            .texts
            .say("cli-score", [("number", of.to_owned()), ("total", total.unwrap_or(none))]),
    ];
    lines.extend(view.blockers.iter().map(|b| format!("  · {}", b.message)));
    Ok(Done::all(json, lines.join("\n")))
}

pub fn score(context: &Context, order: Score) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let of = number(&order.number)?;
    let at = context.now();
    // Everything of the call is understood before anything is written.
    let mut given = Vec::new();
    for text in &order.points {
        let (id, points) = pair(text)?;
        let part = match points.trim() {
            "na" => Given {
                na: Some(true),
                ..Given::default()
            },
            points => Given {
                points: Some(points.to_owned()),
                na: Some(false),
                ..Given::default()
            },
        };
        given.push((criterion(id)?, part));
    }
    for text in &order.comment {
        let (id, reason) = pair(text)?;
        given.push((
            criterion(id)?,
            Given {
                reason: Some(reason.to_owned()),
                ..Given::default()
            },
        ));
    }
    if given.is_empty() && order.abstain.is_none() {
        return Err(crate::output::usage("--points / --comment / --abstain").into());
    }
    if order.abstain.is_none() && declaring::draft(&desk, &of)?.abstained.is_some() {
        scoring::abstain(&mut desk, &of, None, at)?;
    }
    if !given.is_empty() {
        scoring::score_all(&mut desk, &of, given, at)?;
    }
    if let Some(reason) = &order.abstain {
        scoring::abstain(&mut desk, &of, Some(reason), at)?;
    }
    state(context, &desk, &order.number)
}

fn criterion(id: &str) -> Result<lx_domain::CriterionId, Stop> {
    id.parse().map_err(|_| crate::desk::unknown("criterion", id))
}

pub fn worksheet(_context: &Context, order: &Worksheet) -> Result<Done, Stop> {
    match order {
        Worksheet::Export { .. } | Worksheet::Import { .. } => Err(StepError::NotMade("worksheet").into()),
    }
}

pub fn sheet(context: &Context, order: Sheet) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    match order {
        Sheet::Seal { out } => {
            if let Err(error) = sealing::seal_sheet(&mut desk, context.now()) {
                return Err(blocked(context, &desk, error));
            }
            let sealed = sealing::export_sheet(&mut desk, &out, context.now())?;
            let path = files::absolute(&out).display().to_string();
            let json = json!({ "digest": sealed.digest, "short": sealed.digest.short(), "revision": sealed.sheet.revision, "path": path, "blockers": [] });
            Ok(Done::all(
                json,
                context
                    .texts
                    .say("cli-sealed", [("short", sealed.digest.short()), ("path", path.clone())]),
            ))
        }
        Sheet::Print { out } => {
            let pdf = sealing::print_sheet(&desk)?;
            placing::place_pdf(&out, &pdf)?;
            let path = files::absolute(&out).display().to_string();
            Ok(Done::all(
                json!({ "path": path }),
                context.texts.say("cli-written", [("path", path.clone())]),
            ))
        }
    }
}

/// A refusal to sign names everything that is missing.
fn blocked(context: &Context, desk: &Desk, error: StepError) -> Stop {
    let found: Vec<Blocker> = match &error {
        StepError::SheetBlocked(found) => found.clone(),
        _ => Vec::new(),
    };
    let rubric = desk.profile().map(|p| p.rubric).unwrap_or_default();
    let views: Vec<Value> = found
        .iter()
        .map(|b| value(&face::blocker_view(&context.texts, &rubric, b)))
        .collect();
    let mut stop = Stop::from(error);
    stop.more = found
        .iter()
        .map(|b| face::blocker_view(&context.texts, &rubric, b).message)
        .collect();
    stop.more.truncate(20);
    debug_assert!(found.iter().all(|b| !number_of(b).as_str().is_empty()));
    stop.beside.insert("digest".to_owned(), Value::Null);
    stop.beside.insert("blockers".to_owned(), views.into());
    stop
}
