//! `import`, `peek`, `listing`.

use lx_steps::files;
use lx_wire::{
    face::{self, ImportTerms},
    screening::RefusedFile,
    taking::{ListingView, PackagePreview, PreviewView},
};
use serde_json::json;

use crate::{
    args::{Import, Listing},
    context::Context,
    output::{Done, Stop, value},
    packages::line,
    progress::Bar,
};

pub fn import(context: &Context, order: &Import) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let given: Vec<String> = order.paths.iter().map(|p| files::absolute(p).display().to_string()).collect();
    let terms = ImportTerms {
        encoding: order.encoding.as_deref(),
        into: order.into.as_deref(),
        placing: order.placing.as_deref(),
        anyway: order.anyway,
    };
    if order.dry_run {
        let (_, view) = face::preview_on(&desk, &context.texts, &given, &terms)?;
        return Ok(previewed(context, &view));
    }
    let outcome = face::import_paths(&mut desk, &context.texts, &given, &terms, &mut Bar::new(), context.now())?;
    let mut lines: Vec<String> = outcome.applications.iter().map(|a| line(context, a)).collect();
    if let Some(name) = &outcome.listing {
        lines.push(context.texts.say("cli-listing-kept", [("name", name.clone())]));
    }
    lines.extend(outcome.refused.iter().map(refusal));
    lines.extend(outcome.left.iter().map(|path| left_out(context, path)));
    let taken = outcome.applications.len() + usize::from(outcome.listing.is_some());
    Ok(none_is_refused(
        Done::partly(value(&outcome), lines.join("\n"), taken, outcome.refused.len() + outcome.left.len()),
        taken,
    ))
}

/// Nothing found at all is nothing taken.
fn none_is_refused(done: Done, taken: usize) -> Done {
    if taken == 0 { Done { exit: 1, ..done } } else { done }
}

fn refusal(file: &RefusedFile) -> String {
    format!("{}\n  {}", file.message, file.advice)
}

fn left_out(context: &Context, path: &str) -> String {
    context.texts.say("cli-preview-left", [("path", path.to_owned())])
}

/// The object of `--dry-run`: [`PreviewView`], with `refused` as an import would have it.
fn previewed(context: &Context, view: &PreviewView) -> Done {
    let mut lines: Vec<String> = view.packages.iter().flat_map(|p| shown(context, p)).collect();
    lines.extend(view.listing.iter().map(|l| listing_line(context, l)));
    lines.extend(view.refused.iter().map(refusal));
    lines.extend(view.left.iter().map(|path| left_out(context, path)));
    let taken = view.packages.len() + usize::from(view.listing.is_some());
    let not_taken = view.refused.len() + view.left.len();
    none_is_refused(Done::partly(value(view), lines.join("\n"), taken, not_taken), taken)
}

fn shown(context: &Context, package: &PackagePreview) -> Vec<String> {
    let texts = &context.texts;
    let becomes = match &package.already {
        Some(number) => texts.say("preview-already", [("number", number.clone())]),
        None => texts.word(&format!("preview-{}", package.placing)),
    };
    let becomes = match package.number.as_ref().filter(|_| package.here && package.already.is_none()) {
        Some(number) => texts.say("cli-preview-of", [("becomes", becomes), ("number", number.clone())]),
        None => becomes,
    };
    let becomes = if package.set_aside {
        texts.say("cli-preview-set-aside", [("becomes", becomes)])
    } else {
        becomes
    };
    let args = [
        ("name", package.name.clone()),
        ("files", package.files.to_string()),
        ("bytes", package.bytes.to_string()),
        ("encoding", package.encoding.clone()),
        ("becomes", becomes),
    ];
    let mut lines = vec![texts.say("cli-preview", args)];
    lines.extend(package.entries.iter().map(|e| {
        let fate = texts.word(&format!("fate-{}", e.fate));
        format!("  [{fate}] {} ({}) {}", e.path, e.bytes, e.note).trim_end().to_owned()
    }));
    if package.more > 0 {
        lines.push(texts.say("cli-preview-more", [("count", package.more.to_string())]));
    }
    lines
}

pub fn peek(context: &Context, number: &str, path: &str) -> Result<Done, Stop> {
    let desk = context.open()?;
    let view = face::peek(&desk, number, path)?;
    let text = format!("{}\n\n{}", view.hex, view.text);
    Ok(Done::all(value(&view), text))
}

pub fn listing(context: &Context, order: &Listing) -> Result<Done, Stop> {
    let mut desk = context.open()?;
    let (texts, path) = (
        &context.texts,
        order.file.as_ref().map(|p| files::absolute(p).display().to_string()),
    );
    if order.remove {
        let name = face::listing(&desk, texts)?.map(|view| view.name).unwrap_or_default();
        face::remove_listing(&mut desk, context.now())?;
        let text = texts.say("cli-listing-removed", [("name", name)]);
        return Ok(Done::all(json!({ "listing": null }), text));
    }
    let view = match &path {
        Some(path) if order.dry_run => Some(face::look_at_listing(&desk, texts, path)?),
        Some(path) => Some(face::keep_listing(&mut desk, texts, path, context.now())?),
        None => face::listing(&desk, texts)?,
    };
    let text = view
        .as_ref()
        .map_or_else(|| texts.word("cli-listing-none"), |v| listing_text(context, v));
    Ok(Done::all(json!({ "listing": value(&view) }), text))
}

fn listing_line(context: &Context, view: &ListingView) -> String {
    let args = [
        ("name", view.name.clone()),
        ("rows", view.rows.len().to_string()),
        ("received", view.received.to_string()),
        ("missing", view.missing.to_string()),
        ("unlisted", view.unlisted.len().to_string()),
    ];
    context.texts.say("cli-listing", args)
}

fn listing_text(context: &Context, view: &ListingView) -> String {
    let mut lines = vec![listing_line(context, view)];
    lines.extend(view.rows.iter().map(|row| {
        let matched = row.matched.clone().unwrap_or_else(|| context.texts.word("listing-not-received"));
        let odd = match row.contradictions {
            0 => String::new(),
            count => context.texts.say("cli-listing-contradicts", [("count", count.to_string())]),
        };
        format!("  {}  {}  {matched}{odd}", row.row, row.cells.join(" | "))
    }));
    if !view.unlisted.is_empty() {
        let numbers = context.texts.list(&view.unlisted);
        lines.push(format!("  {}", context.texts.say("cli-listing-unlisted", [("numbers", numbers)])));
    }
    lines.extend(view.findings.iter().map(|f| format!("  {}", f.message)));
    lines.join("\n")
}
