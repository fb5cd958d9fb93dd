//! `merge`, `standing`, `rule`, `decide`, `report`.

use std::path::PathBuf;

use lx_domain::{Opinion, Role, RulingKind, ruling::CorrectionCode};
use lx_steps::{
    Desk, StepError, deciding, files, merging,
    reporting::{self, Edition, Order},
    ruling,
};
use lx_wire::face;
use serde_json::json;

use crate::{
    args::{Decide, Report, Rule},
    context::{Context, first_line, member, number},
    output::{Done, Stop, standing_lines, value},
};

pub fn merge(context: &Context, paths: &[PathBuf], dry_run: bool) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let given: Vec<String> = paths.iter().map(|p| p.display().to_string()).collect();
    let outcome = face::merge_sheets(&mut desk, &context.texts, &given, dry_run, context.now())?;
    let named = |id: &str, list: &[lx_wire::merging::TakenSheet]| -> Vec<String> {
        list.iter()
            .map(|s| {
                context
                    .texts
                    .say(id, [("reviewer", s.reviewer.clone()), ("short", s.short.clone())])
            })
            .collect()
    };
    let mut lines = named("cli-merge-taken", &outcome.taken);
    lines.extend(named("cli-merge-already", &outcome.already));
    lines.extend(named("cli-merge-superseded", &outcome.superseded));
    lines.extend(outcome.refused.iter().map(|r| format!("{}\n  {} {}", r.path, r.message, r.advice)));
    lines.extend(
        outcome
            .conflicts
            .iter()
            .map(|c| context.texts.say("deciding-open-conflict", [("name", c.name.clone())])),
    );
    let taken = outcome.taken.len() + outcome.already.len() + outcome.superseded.len();
    Ok(Done::partly(value(&outcome), lines.join("\n"), taken, outcome.refused.len()))
}

pub fn standing(context: &Context) -> Result<Done, Stop> {
    let desk = context.open()?;
    let outcome = merging::standing(&desk)?;
    let texts = &context.texts;
    let mut json = outcome.standing.to_json(&|code, args| face::say_code(texts, code, args));
    json["conflicts"] = value(&outcome.conflicts);
    Ok(Done::all(json, standing_lines(texts, &outcome.standing)))
}

pub fn rule(context: &Context, order: Rule) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let (kind, reason) = kind(&desk, order)?;
    let ruling = ruling::rule(&mut desk, kind, &reason, context.now())?;
    let text = context.texts.say("cli-ruled", [("sequence", ruling.sequence.to_string())]);
    Ok(Done::all(json!({ "sequence": ruling.sequence, "ruling": value(&ruling) }), text))
}

fn sheet(desk: &Desk, text: &str) -> Result<lx_domain::Digest, Stop> {
    let same = |d: &&lx_domain::Digest| d.to_string() == text.to_lowercase() || d.short().eq_ignore_ascii_case(text);
    desk.sheets()
        .keys()
        .find(same)
        .copied()
        .ok_or_else(|| crate::desk::unknown("sheet", text))
}

fn kind(desk: &Desk, order: Rule) -> Result<(RulingKind, String), Stop> {
    Ok(match order {
        Rule::Void { sheet: text, reason } => (
            RulingKind::Void {
                sheet: sheet(desk, &text)?,
            },
            reason,
        ),
        Rule::Resolve { sheet: text, reason } => {
            let keep = sheet(desk, &text)?;
            let reviewer = desk
                .sheets()
                .get(&keep)
                .map(|s| s.reviewer)
                .ok_or_else(|| crate::desk::unknown("sheet", &text))?;
            (RulingKind::Resolve { reviewer, keep }, reason)
        }
        Rule::Recuse {
            reviewer,
            number: of,
            ground,
            reason,
        } => (
            RulingKind::Recuse {
                reviewer: member(desk, &reviewer)?.fingerprint,
                number: number(&of)?,
                ground,
            },
            reason,
        ),
        Rule::Correct {
            reviewer,
            number: of,
            criterion,
            points,
            code,
            reason,
        } => {
            let kind = RulingKind::Correct {
                reviewer: member(desk, &reviewer)?.fingerprint,
                number: number(&of)?,
                criterion: criterion.parse().map_err(|_| crate::desk::unknown("criterion", &criterion))?,
                points: points.parse().map_err(|_| StepError::NotPoints(points.clone()))?,
                code: face::named::<CorrectionCode>("code", &code)?,
            };
            (kind, reason)
        }
        Rule::Tie { order, reason } => {
            let order = order.iter().map(|n| number(n)).collect::<Result<_, _>>()?;
            (RulingKind::BreakTie { order }, reason)
        }
        Rule::Amend { add, remove, reason } => (amend(desk, &add, &remove)?, reason),
    })
}

fn amend(desk: &Desk, add: &[PathBuf], remove: &[String]) -> Result<RulingKind, Stop> {
    let gone = remove
        .iter()
        .map(|text| Ok(member(desk, text)?.fingerprint))
        .collect::<Result<Vec<_>, Stop>>()?;
    Ok(ruling::amended(desk, add, &gone)?)
}

pub fn decide(context: &Context, order: &Decide) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let at = context.now();
    let opinion = face::named::<Opinion>("opinion", &order.opinion)?;
    deciding::opine(
        &mut desk,
        &number(&order.number)?,
        Some(opinion),
        &order.reason,
        &order.industry,
        at,
    )?;
    sign_if_complete(&mut desk, at)?;
    let view = face::deciding(&desk, &context.texts)?;
    let signed = view.signed.as_ref().map(|s| s.digest.clone());
    let text = match &view.signed {
        Some(signed) => context.texts.say("cli-decided", [("short", signed.short.clone())]),
        None => view.blockers.join("\n"),
    };
    let json = json!({ "number": order.number, "opinion": order.opinion, "blockers": view.blockers, "signed": signed });
    Ok(Done::all(json, text))
}

/// The opinion on the last application completes the decision: it is signed, and signed again when it changes.
fn sign_if_complete(desk: &mut Desk, at: lx_domain::UnixMillis) -> Result<(), Stop> {
    if desk.role() == Role::Chair && deciding::blockers(desk)?.is_empty() {
        deciding::decide(desk, at)?;
    }
    Ok(())
}

pub fn report(context: &Context, order: Report) -> Result<Done, Stop> {
    if order.docx.is_some() {
        return Err(StepError::NotMade("docx").into());
    }
    let mut desk = context.open()?;
    reporting::expect_places(&order.out, order.xlsx.as_deref())?;
    let at = context.now();
    // A decision that a later sheet or ruling has overtaken is not signed again behind anybody's back: `decide` does that.
    if deciding::decided(&desk)?.is_none() {
        sign_if_complete(&mut desk, at)?;
    }
    let p12 = match (&order.p12, &order.p12_password_file) {
        (Some(path), Some(password)) => {
            let bytes = std::fs::read(path).map_err(|source| StepError::File {
                path: path.clone(),
                source,
            })?;
            Some((bytes, first_line(password)?))
        }
        _ => None,
    };
    let edition = face::named::<Edition>("edition", &order.edition)?;
    let made = reporting::make_report(
        &mut desk,
        &Order {
            out: order.out,
            xlsx: order.xlsx,
            edition,
            p12,
        },
        at,
    )?;
    let path = files::absolute(&made.path).display().to_string();
    let json = json!({
        "report": path,
        "xlsx": made.xlsx.as_ref().map(|p| p.display().to_string()),
        "pages": made.pages,
        "digest": made.digest,
        "signatures": made.signatures,
    });
    let args = [
        ("path", path.clone()),
        ("pages", made.pages.to_string()),
        ("short", made.digest.short()),
    ];
    Ok(Done::all(json, context.texts.say("cli-report", args)))
}
