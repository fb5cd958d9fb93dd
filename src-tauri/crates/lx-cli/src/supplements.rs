//! `receipt`, `notice`, `compare`, `defer`, `batch reception`.

use std::path::Path;

use lx_steps::{Desk, files};
use lx_wire::{
    face,
    supplementing::{Compare, CompareTexts, ComparisonView, Defer, DeferredView, MakeNotice, MakeReceipt, PaperView, ReceptionView},
};
use serde_json::json;

use crate::{
    args::Notice,
    context::Context,
    output::{Done, Stop, value},
};

fn written(context: &Context, desk: &Desk, number: &str, key: &str, paper: &PaperView) -> Result<Done, Stop> {
    let mut json = value(&face::application(desk, &context.texts, number)?);
    json[key] = paper.path.clone().into();
    Ok(Done::all(json, context.texts.say("cli-written", [("path", paper.path.clone())])))
}

fn whole(path: &Path) -> Option<String> {
    Some(files::absolute(path).display().to_string())
}

pub fn receipt(context: &Context, number: &str, out: &Path) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let request = MakeReceipt {
        number: number.to_owned(),
        out: whole(out),
    };
    let paper = face::make_receipt(&mut desk, &request, context.now())?;
    let mut done = written(context, &desk, number, "receipt", &paper)?;
    if done.json["late"] == true {
        let said = context.texts.say("cli-late", [("number", number.to_owned())]);
        done.text = format!("{}\n{said}", done.text);
    }
    Ok(done)
}

pub fn notice(context: &Context, order: &Notice) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let lines = face::notice_lines(&desk, &context.texts, &order.number)?;
    let known = |key: &&String| !lines.iter().any(|l| l.key == **key);
    if let Some(stranger) = order.with.iter().chain(&order.without).find(known) {
        return Err(lx_wire::Fault::unknown("point", stranger).into());
    }
    let asked = lines
        .iter()
        .filter(|l| (l.asked || order.with.contains(&l.key)) && !order.without.contains(&l.key));
    let request = MakeNotice {
        number: order.number.clone(),
        out: whole(&order.out),
        deadline: order.deadline.clone(),
        keys: Some(asked.map(|l| l.key.clone()).collect()),
    };
    let paper = face::make_notice(&mut desk, &request, context.now())?;
    let mut done = written(context, &desk, &order.number, "notice", &paper)?;
    let keys = request.keys.unwrap_or_default();
    done.json["lines"] = lines
        .iter()
        .map(|l| json!({ "key": l.key, "kind": l.kind, "what": l.what, "text": l.text, "asked": keys.contains(&l.key) }))
        .collect();
    let mut text = vec![done.text];
    text.extend(lines.iter().map(|l| {
        let mark = if keys.contains(&l.key) { "☑" } else { "☐" };
        format!("  {mark} {}  {}  {}", l.key, l.what, l.text)
    }));
    Ok(Done {
        text: text.join("\n"),
        ..done
    })
}

pub fn compare(context: &Context, number: String, (from, to): (Option<u32>, Option<u32>), text: bool) -> Result<Done, Stop> {
    let desk = context.open()?;
    let request = Compare { number, from, to };
    let view = face::compare(&desk, &context.texts, &request)?;
    let mut json = value(&view);
    let mut lines = summary(context, &view);
    if text {
        let mut texts = Vec::new();
        for document in view.documents.iter().filter(|d| d.change == "changed") {
            let (Some(before), Some(after)) = (document.before_digest.clone(), document.after_digest.clone()) else {
                continue;
            };
            let request = CompareTexts {
                number: request.number.clone(),
                before,
                after,
            };
            let found = face::compare_texts(&desk, &request)?;
            let path = document.after.clone().unwrap_or_default();
            lines.push(format!("  {path}"));
            for passage in &found.passages {
                let place = passage.after.as_ref().or(passage.before.as_ref()).cloned().unwrap_or_default();
                let words = passage.words.iter().map(|w| match w.change.as_str() {
                    "added" => format!("[+{}]", w.text),
                    "gone" => format!("[-{}]", w.text),
                    _ => w.text.clone(),
                });
                lines.push(format!("    {place}  {}", words.collect::<String>()));
            }
            texts.push(json!({ "path": path, "text": value(&found) }));
        }
        json["texts"] = texts.into();
    }
    Ok(Done::all(json, lines.join("\n")))
}

fn summary(context: &Context, view: &ComparisonView) -> Vec<String> {
    let texts = &context.texts;
    let or_none = |value: &str| if value.is_empty() { "—".to_owned() } else { value.to_owned() };
    let mut lines = vec![texts.say(
        "cli-compared",
        [("from", view.from.version.to_string()), ("to", view.to.version.to_string())],
    )];
    if !view.asked.is_empty() {
        let args = [("asked", view.asked.len().to_string()), ("settled", view.settled.to_string())];
        lines.push(texts.say("cli-compared-asked", args));
        let mark = |settled| if settled { "✓" } else { "✗" };
        lines.extend(view.asked.iter().map(|a| format!("  {} {}  {}", mark(a.settled), a.what, a.text)));
    }
    for document in view.documents.iter().filter(|d| d.change != "same") {
        let (before, after) = (document.before.as_deref(), document.after.as_deref());
        let names = match (before, after) {
            (Some(before), Some(after)) if before != after => format!("{before} → {after}"),
            (_, Some(path)) | (Some(path), None) => path.to_owned(),
            (None, None) => String::new(),
        };
        lines.push(format!("  {} {names}", texts.word(&format!("change-{}", document.change))));
    }
    for field in &view.fields {
        let name = texts.word(&format!("field-{}", field.id));
        lines.push(format!("  {name}：{} → {}", or_none(&field.before), or_none(&field.after)));
    }
    for part in &view.applicants {
        let what = texts.word(&format!("part-{}", part.part));
        lines.push(format!(
            "  {} {what}：{} → {}",
            part.name,
            or_none(&part.before),
            or_none(&part.after)
        ));
    }
    let findings = [("change-settled", &view.settled_findings), ("change-raised", &view.new_findings)];
    for (id, of) in findings {
        lines.extend(of.iter().map(|f| format!("  {} {}", texts.word(id), f.message)));
    }
    lines
}

/// An application that left the batch, and why.
pub fn left(context: &Context, moved: &DeferredView) -> String {
    let id = if moved.withdrawn { "cli-withdrawn" } else { "cli-deferred" };
    let args = [
        ("number", moved.number.clone()),
        ("title", moved.title.clone()),
        ("reason", moved.reason.clone()),
    ];
    context.texts.say(id, args)
}

fn reception_done(context: &Context, view: &ReceptionView) -> Done {
    let texts = &context.texts;
    let deadline = view.deadline.map_or_else(|| "—".to_owned(), face::local_time);
    let mut lines = vec![texts.say("cli-deadline", [("deadline", deadline)])];
    lines.extend(view.late.iter().map(|number| texts.say("cli-late", [("number", number.clone())])));
    lines.extend(view.deferred.iter().map(|moved| left(context, moved)));
    Done::all(value(view), lines.join("\n"))
}

pub fn reception(context: &Context, desk: &mut Desk, deadline: Option<&str>) -> Result<Done, Stop> {
    let view = match deadline {
        Some(text) => face::set_deadline(desk, Some(text).filter(|t| *t != "none"), context.now())?,
        None => face::reception(desk)?,
    };
    Ok(reception_done(context, &view))
}

pub fn defer(context: &Context, number: &str, reason: Option<&str>, withdrawn: bool) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let view = match reason {
        Some(reason) => {
            let request = Defer {
                number: number.to_owned(),
                reason: reason.to_owned(),
                withdrawn,
            };
            face::defer(&mut desk, &request, context.now())?
        }
        None => face::take_back(&mut desk, number, context.now())?,
    };
    Ok(reception_done(context, &view))
}
