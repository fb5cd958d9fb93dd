//! `applications`, `show`, `search`, `screen`, `notice`.

use std::{collections::BTreeMap, path::Path};

use lx_steps::{files, reporting};
use lx_wire::{
    face,
    screening::{ApplicationView, Screen as Request},
};
use serde_json::json;

use crate::{
    args::Screen,
    context::{Context, number, pair},
    output::{Done, Stop, value},
};

pub fn line(context: &Context, a: &ApplicationView) -> String {
    let by = |severity: &str| a.findings.iter().filter(|f| f.severity == severity).count().to_string();
    let outcome = context.texts.word(&format!("outcome-{}", a.admission.outcome));
    let state = if a.admission.confirmed {
        outcome
    } else {
        context.texts.say("cli-suggested", [("outcome", outcome)])
    };
    let args = [
        ("number", a.number.clone()),
        ("title", a.title.clone()),
        ("lead", a.lead.clone()),
        ("errors", by("error")),
        ("warnings", by("warning")),
        ("state", state),
    ];
    context.texts.say("cli-application", args)
}

pub fn applications(context: &Context) -> Result<Done, Stop> {
    let desk = context.open()?;
    let mut views = Vec::new();
    for dossier in desk.dossiers()? {
        views.push(face::application(&desk, &context.texts, dossier.number.as_str())?);
    }
    let lines: Vec<String> = views.iter().map(|a| line(context, a)).collect();
    Ok(Done::all(json!({ "applications": value(&views) }), lines.join("\n")))
}

pub fn show(context: &Context, of: &str) -> Result<Done, Stop> {
    let desk = context.open()?;
    let view = face::application(&desk, &context.texts, of)?;
    let text = details(context, &view);
    Ok(Done::all(json!({ "applications": [value(&view)] }), text))
}

fn details(context: &Context, a: &ApplicationView) -> String {
    let texts = &context.texts;
    let mut lines = vec![line(context, a)];
    for field in &a.fields {
        let state = if field.status == "confirm" {
            texts.word("status-confirm")
        } else {
            String::new()
        };
        lines.push(format!("  {}：{} {state}", texts.word(&format!("field-{}", field.id)), field.value));
    }
    lines.extend(
        a.findings
            .iter()
            .map(|f| format!("  [{}] {}", texts.word(&format!("severity-{}", f.severity)), f.message)),
    );
    for aside in &a.aside {
        lines.push(format!("  {}：{}", aside.path, aside.says));
    }
    for item in &a.admission.items {
        lines.push(format!(
            "  {}：{} {}",
            item.name,
            texts.word(&format!("item-{}", item.state)),
            item.reason
        ));
    }
    lines.push(format!("  {}", a.admission.reason));
    lines.join("\n")
}

pub fn search(context: &Context, text: &str) -> Result<Done, Stop> {
    let desk = context.open()?;
    let hits = face::search(&desk, text)?;
    let lines: Vec<String> = hits
        .iter()
        .map(|h| format!("{}  {}  {}\n    {}", h.number, h.document, h.page, h.snippet))
        .collect();
    let said = if lines.is_empty() {
        context.texts.say("cli-nothing-found", [("text", text.to_owned())])
    } else {
        lines.join("\n")
    };
    Ok(Done::all(json!({ "hits": value(&hits) }), said))
}

pub fn screen(context: &Context, order: Screen) -> Result<Done, Stop> {
    let mut items = BTreeMap::new();
    for text in &order.items {
        let (id, state) = pair(text)?;
        items.insert(id.to_owned(), state.to_owned());
    }
    if items.is_empty() && order.outcome.is_none() {
        return Err(crate::output::usage("--item / --outcome").into());
    }
    let mut desk = context.open()?;
    let request = Request {
        number: order.number,
        items,
        reason: order.reason,
        outcome: order.outcome,
    };
    let view = face::screen(&mut desk, &context.texts, &request, context.now())?;
    let text = details(context, &view);
    Ok(Done::all(value(&view), text))
}

pub fn notice(context: &Context, of: &str, out: &Path) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    reporting::notice(&mut desk, &number(of)?, out, context.now())?;
    let view = face::application(&desk, &context.texts, of)?;
    let path = files::absolute(out).display().to_string();
    let mut json = value(&view);
    json["notice"] = path.clone().into();
    Ok(Done::all(json, context.texts.say("cli-written", [("path", path)])))
}
