//! `applications`, `show`, `search`, `screen`.

use std::collections::BTreeMap;

use lx_steps::Desk;
use lx_wire::{
    desk::SearchHit,
    face,
    screening::{ApplicationView, Screen as Request, SourceView},
    supplementing::{DeferredView, WriteFirstReading},
};
use serde_json::json;

use crate::{
    args::Screen,
    context::{Context, pair},
    output::{Done, Stop, value},
    supplements::left,
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
    let said = context.texts.say("cli-application", args);
    if a.late {
        context.texts.say("cli-application-late", [("said", said)])
    } else {
        said
    }
}

/// Applications that left the batch, below a heading of their own; nothing where there is none.
fn moved_on(context: &Context, deferred: &[DeferredView]) -> Vec<String> {
    let heading = (!deferred.is_empty()).then(|| context.texts.word("cli-moved-heading"));
    let each = deferred.iter().map(|moved| format!("  {}", left(context, moved)));
    heading.into_iter().chain(each).collect()
}

pub fn applications(context: &Context) -> Result<Done, Stop> {
    let desk = context.open()?;
    let mut views = Vec::new();
    for dossier in desk.dossiers()? {
        views.push(face::application(&desk, &context.texts, dossier.number.as_str())?);
    }
    let deferred = face::reception(&desk)?.deferred;
    let mut lines: Vec<String> = views.iter().map(|a| line(context, a)).collect();
    lines.extend(moved_on(context, &deferred));
    let json = json!({ "applications": value(&views), "deferred": value(&deferred) });
    Ok(Done::all(json, lines.join("\n")))
}

pub fn show(context: &Context, of: &str) -> Result<Done, Stop> {
    let desk = context.open()?;
    let view = face::application(&desk, &context.texts, of)?;
    let mut text = details(context, &view);
    let mut json = value(&view);
    if let Some(moved) = face::reception(&desk)?.deferred.into_iter().find(|d| d.number == view.number) {
        let said = context.texts.say("cli-moved-on", [("reason", moved.reason.clone())]);
        text = format!("{said}\n{text}");
        json["deferred"] = moved.reason.into();
    }
    Ok(Done::all(json!({ "applications": [json] }), text))
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
        let places: String = item.places.iter().map(|p| format!(" 〔{} {}〕", p.document, p.place)).collect();
        let state = texts.word(&format!("item-{}", item.state));
        lines.push(format!("  {}：{state} {}{places}", item.name, item.reason));
    }
    lines.push(format!("  {}", a.admission.reason));
    if let Some(read) = &a.admission.first_reading {
        lines.push(format!("  {}：{}（{}）", texts.word("ui-sup-first-reading"), read.text, read.by));
    }
    lines.extend(
        a.earlier
            .iter()
            .map(|e| format!("  〔{} {}〕 {}", e.source.document, e.source.place, e.text)),
    );
    lines.join("\n")
}

pub fn search(context: &Context, text: &str) -> Result<Done, Stop> {
    let desk = context.open()?;
    let found = face::find(&desk, text)?;
    let shown = |h: &SearchHit| format!("{}  {}  {}\n    {}", h.number, h.document, h.page, h.snippet);
    let mut lines: Vec<String> = found.hits.iter().map(shown).collect();
    if !found.deferred.is_empty() {
        lines.push(context.texts.word("cli-moved-heading"));
        lines.extend(found.deferred.iter().map(shown));
    }
    if lines.is_empty() {
        lines.push(context.texts.say("cli-nothing-found", [("text", text.to_owned())]));
    }
    if found.more {
        let count = found.hits.len() + found.deferred.len();
        lines.push(context.texts.say("cli-search-more", [("count", count.to_string())]));
    }
    let marked = found.deferred.iter().map(|hit| {
        let mut hit = value(hit);
        hit["deferred"] = true.into();
        hit
    });
    let hits: Vec<_> = found.hits.iter().map(value).chain(marked).collect();
    Ok(Done::all(json!({ "hits": hits, "more": found.more }), lines.join("\n")))
}

/// `申报书.docx#第3页`: a document by its path or its file name alone, and the place in it.
fn places(view: &ApplicationView, given: &[String]) -> Vec<SourceView> {
    let known = |name: &str| view.documents.iter().any(|d| d.path == name);
    let whole = |name: &str| {
        let found = view.documents.iter().find(|d| d.path.rsplit('/').next() == Some(name));
        found.filter(|_| !known(name)).map_or_else(|| name.to_owned(), |d| d.path.clone())
    };
    let place = |text: &String| match text.rsplit_once('#') {
        Some((document, place)) if !known(text) => SourceView {
            document: whole(document),
            place: place.to_owned(),
        },
        _ => SourceView {
            document: whole(text),
            place: String::new(),
        },
    };
    given.iter().map(place).collect()
}

/// Items and states of the call, told from slips of the pen with all that there are.
fn expect_items(context: &Context, desk: &Desk, items: &BTreeMap<String, String>) -> Result<(), Stop> {
    const STATES: [&str; 4] = ["present", "missing", "irregular", "na"];
    let checklist = desk.profile()?.checklist.clone();
    for (id, state) in items {
        if !checklist.iter().any(|i| i.id.as_str() == id) {
            let known = checklist
                .iter()
                .map(|i| format!("{}  {}", i.id, context.texts.pick(&i.name, &i.name_en)));
            return Err(Stop {
                more: known.collect(),
                ..lx_wire::Fault::unknown("item", id).into()
            });
        }
        if !STATES.contains(&state.as_str()) {
            let known = STATES.map(|state| format!("{state}  {}", context.texts.word(&format!("item-{state}"))));
            return Err(Stop {
                more: known.into(),
                ..lx_wire::Fault::unknown("state", state).into()
            });
        }
    }
    Ok(())
}

pub fn screen(context: &Context, order: Screen) -> Result<Done, Stop> {
    let mut items = BTreeMap::new();
    for text in &order.items {
        let (id, state) = pair(text)?;
        items.insert(id.to_owned(), state.to_owned());
    }
    if items.is_empty() && order.outcome.is_none() && order.first_reading.is_none() {
        return Err(crate::output::usage("--item / --outcome / --first-reading").into());
    }
    let mut desk = context.open()?;
    expect_items(context, &desk, &items)?;
    let places = match order.place.as_slice() {
        [] => None,
        given => Some(places(&face::application(&desk, &context.texts, &order.number)?, given)),
    };
    let mut view = if items.is_empty() && order.outcome.is_none() {
        face::application(&desk, &context.texts, &order.number)?
    } else {
        let request = Request {
            number: order.number.clone(),
            items,
            reason: order.reason,
            outcome: order.outcome,
            places,
        };
        face::screen(&mut desk, &context.texts, &request, context.now())?
    };
    if let Some(text) = order.first_reading {
        let request = WriteFirstReading {
            number: order.number,
            text,
        };
        view = face::first_reading(&mut desk, &context.texts, &request, context.now())?;
    }
    let text = details(context, &view);
    Ok(Done::all(value(&view), text))
}
