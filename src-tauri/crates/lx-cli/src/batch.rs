//! `batch`, `roster`.

use std::{io::IsTerminal as _, path::Path};

use lx_steps::{Desk, StepError, exporting, identity, joining, opening, profiles};
use lx_wire::{Fault, face};
use serde_json::{Value, json};

use crate::{
    args::{Batch, Roster},
    context::Context,
    output::{Done, Stop, value},
    profile::faulty,
    supplements,
};

pub fn batch(context: &Context, order: Batch) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let at = context.now();
    let mut paths = Vec::new();
    match order {
        Batch::Create { name, profile } => {
            let profile = profiles::find(&profile).map_err(|error| faulty(context, error, &profile))?;
            opening::create_batch(&mut desk, &name, profile, false, at)?;
        }
        Batch::Reception { deadline } => return supplements::reception(context, &mut desk, deadline.as_deref()),
        Batch::Freeze => {
            if let Err(error) = opening::freeze(&mut desk, at) {
                let view = face::opening(&desk, &context.texts);
                let mut stop = Stop::from(error);
                if let Ok(view) = view.as_ref().map(|v| v.blockers.clone()) {
                    stop.beside.insert("blockers".to_owned(), view.clone().into());
                    stop.more = view;
                }
                return Err(stop);
            }
        }
        Batch::Export { out, to } => {
            let mut recipients = Vec::new();
            for card in to {
                recipients.push(identity::read_card(&card)?.1);
            }
            paths = exporting::export_batch(&mut desk, &out, &recipients, at)?;
        }
        Batch::Open { file, chair } => open(context, &mut desk, &file, chair.as_deref())?,
    }
    let mut json = about(context, &desk)?;
    json["paths"] = paths.iter().map(|p| p.display().to_string()).collect::<Vec<_>>().into();
    let mut lines = vec![words(context, &desk)?];
    lines.extend(
        paths
            .iter()
            .map(|p| context.texts.say("cli-written", [("path", p.display().to_string())])),
    );
    Ok(Done::all(json, lines.join("\n")))
}

/// On a terminal the chair's fingerprint is shown and asked for; without one the call is the confirmation, and says whose key
/// it took.
fn open(context: &Context, desk: &mut Desk, file: &Path, chair: Option<&str>) -> Result<(), Stop> {
    let offer = joining::look(desk, file)?;
    let found = offer.frozen.file.chair;
    let confirmed = match chair {
        Some(text) if found.short().eq_ignore_ascii_case(text.trim()) => found,
        Some(text) => text
            .trim()
            .to_lowercase()
            .parse()
            .map_err(|_| Fault::unknown("fingerprint", text))?,
        None if std::io::stdin().is_terminal() && desk.records().trusted_chair().map_err(StepError::from)?.is_none() => {
            let args = [("name", offer.chair_name.clone()), ("short", found.short())];
            eprintln!("{}", context.texts.say("cli-confirm-chair", args));
            let mut answer = String::new();
            let _ = std::io::stdin().read_line(&mut answer);
            if !matches!(answer.trim(), "y" | "Y" | "yes" | "是") {
                return Err(StepError::from(joining::BatchRefusal::ChairNotConfirmed { found }).into());
            }
            found
        }
        None => found,
    };
    joining::open_batch(desk, file, &confirmed, context.now())?;
    Ok(())
}

fn about(context: &Context, desk: &Desk) -> Result<Value, Stop> {
    let batch = face::desk(desk, &context.texts)?.batch.ok_or(StepError::NoBatch)?;
    let frozen = desk.frozen();
    Ok(json!({
        "batch": batch.id,
        "name": batch.name,
        "rubric_digest": batch.rubric_digest,
        "applications": batch.received,
        "scored": batch.scored,
        "frozen": batch.frozen,
        "digest": frozen.map(|f| f.digest),
        "chair": frozen.map(|f| f.file.chair),
        "countersigned": frozen.map(|f| f.is_countersigned()),
    }))
}

fn words(context: &Context, desk: &Desk) -> Result<String, Stop> {
    let view = face::desk(desk, &context.texts)?;
    let Some(batch) = view.batch else { return Ok(String::new()) };
    let state = if batch.frozen { "cli-batch-frozen" } else { "cli-batch-draft" };
    let args = [
        ("name", batch.name),
        ("received", batch.received.to_string()),
        ("scored", batch.scored.to_string()),
        ("short", batch.rubric_short),
    ];
    Ok(context.texts.say(state, args))
}

pub fn roster(context: &Context, order: Roster) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let (members, refused) = match order {
        Roster::Add { cards } => {
            let paths: Vec<String> = cards.iter().map(|p| p.display().to_string()).collect();
            let outcome = face::add_cards(&mut desk, &context.texts, &paths, context.now())?;
            let taken = paths.len().saturating_sub(outcome.refused.len());
            (outcome.members, Some((taken, outcome.refused)))
        }
        Roster::List => (face::roster(&desk)?, None),
    };
    let role = |r: &str| context.texts.word(&format!("role-{r}"));
    let mut lines: Vec<String> = members
        .iter()
        .map(|m| format!("{}  {}  {}  {}", m.short, role(&m.role), m.name, m.org))
        .collect();
    let Some((taken, refused)) = refused else {
        return Ok(Done::all(json!({ "members": value(&members) }), lines.join("\n")));
    };
    lines.extend(refused.iter().map(|r| format!("{}：{} {}", r.path, r.message, r.advice)));
    let json = json!({ "members": value(&members), "refused": value(&refused) });
    Ok(Done::partly(json, lines.join("\n"), taken, refused.len()))
}
