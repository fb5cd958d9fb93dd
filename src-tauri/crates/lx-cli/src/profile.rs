//! `profile`: needs no desk.

use lx_steps::{StepError, profiles};
use lx_wire::{
    Texts, face,
    profiles::{ExampleView, LintFault, ProfileWords, WordsLine},
};
use serde_json::json;

use crate::{
    args::Profile,
    context::Context,
    output::{Done, Stop, value},
};

pub fn profile(context: &Context, order: &Profile) -> Result<Done, Stop> {
    match order {
        Profile::List => list(context),
        Profile::Lint { file } => lint(context, file),
        Profile::Show { name } => show(context, name),
        Profile::Export { name, out } => {
            let path = profiles::export(name, out)?.display().to_string();
            let text = context.texts.say("cli-written", [("path", path.clone())]);
            Ok(Done::all(json!({ "path": path }), text))
        }
    }
}

fn list(context: &Context) -> Result<Done, Stop> {
    let all = face::profiles(&context.texts)?;
    let lines: Vec<String> = all.iter().map(|p| format!("{}  {}  {}", p.id, p.short, p.name)).collect();
    Ok(Done::all(json!({ "profiles": value(&all) }), lines.join("\n")))
}

fn lint(context: &Context, file: &str) -> Result<Done, Stop> {
    let texts = &context.texts;
    let look = face::look_at_profile(texts, file)?;
    let counts = [("errors", look.errors.to_string()), ("warnings", look.warnings.to_string())];
    let id = match (look.errors, look.warnings) {
        (0, 0) => "cli-profile-fine",
        (0, _) => "cli-profile-usable",
        _ => "cli-profile-faulty",
    };
    let mut text = lines(&look.faults, texts);
    text.push(texts.say(id, counts));
    let json = json!({
        "valid": look.errors == 0,
        "digest": look.words.as_ref().map(|w| &w.digest),
        "faults": value(&look.faults),
    });
    Ok(Done {
        exit: u8::from(look.errors > 0),
        ..Done::all(json, text.join("\n"))
    })
}

/// A line a fault: where, how grave, what, what to do, under which clause.
pub fn lines(faults: &[LintFault], texts: &Texts) -> Vec<String> {
    let line = |f: &LintFault| {
        let id = if f.severity == "error" {
            "cli-profile-error"
        } else {
            "cli-profile-warning"
        };
        let key = if f.key.is_empty() { String::new() } else { format!(" {}", f.key) };
        let clause = if f.clause.is_empty() {
            String::new()
        } else {
            format!("（{}）", f.clause)
        };
        let place = texts.say("cli-profile-line", [("line", f.line.to_string())]);
        format!("{place}{key}\n  {}{}{clause}\n  {}", texts.word(id), f.message, f.advice)
    };
    faults.iter().map(line).collect()
}

/// A profile that was refused, with all its faults and not only the first.
pub fn faulty(context: &Context, error: StepError, name: &str) -> Stop {
    let wrong = matches!(error, StepError::Profile { .. });
    let mut stop = Stop::from(error);
    if wrong && let Ok(look) = face::look_at_profile(&context.texts, name) {
        stop.more = lines(&look.faults, &context.texts);
        stop.beside.insert("faults".to_owned(), value(&look.faults));
    }
    stop
}

fn show(context: &Context, name: &str) -> Result<Done, Stop> {
    let look = face::look_at_profile(&context.texts, name)?;
    match &look.words {
        Some(words) => Ok(Done::all(value(words), text(words, &context.texts))),
        None => Err(faulty(
            context,
            profiles::find(name).err().unwrap_or(StepError::Empty("profile")),
            name,
        )),
    }
}

/// The whole profile as people read it.
fn text(words: &ProfileWords, texts: &Texts) -> String {
    let head = [
        ("id", words.id.clone()),
        ("edition", words.edition.clone()),
        ("source", words.source.clone()),
        ("short", words.short.clone()),
    ];
    let mut lines = vec![
        words.name.clone(),
        texts.say("cli-profile-head", head),
        texts.word("cli-profile-marks"),
    ];
    for section in &words.sections {
        lines.extend([String::new(), format!("# {}", section.title)]);
        lines.extend(Some(section.intro.clone()).filter(|i| !i.is_empty()));
        lines.extend(section.lines.iter().map(rule));
        if section.id == "reckoning" {
            lines.extend(words.example.iter().map(example));
        }
    }
    lines.join("\n")
}

fn rule(line: &WordsLine) -> String {
    let marks = if line.marks.is_empty() {
        String::new()
    } else {
        format!("{} ", line.marks.join("·"))
    };
    let clause = if line.clause.is_empty() {
        String::new()
    } else {
        format!("  ［{marks}{}］", line.clause)
    };
    let mut text = format!("- {}{clause}", line.says);
    for detail in &line.details {
        text.push_str("\n    ");
        text.push_str(detail);
    }
    text
}

fn example(example: &ExampleView) -> String {
    let mut text = String::new();
    let (intro, rest) = example
        .says
        .split_first()
        .map_or(("", &[][..]), |(first, rest)| (first.as_str(), rest));
    text.push_str(&format!("  {intro}\n"));
    for row in &example.rows {
        let cells = example.criteria.iter().zip(&row.cells);
        let points = cells.map(|(name, c)| {
            if c.dropped {
                format!("{name} ({})", c.points)
            } else {
                format!("{name} {}", c.points)
            }
        });
        let points: Vec<String> = points.collect();
        let total = if row.dropped {
            format!("({})", row.total)
        } else {
            row.total.clone()
        };
        text.push_str(&format!("    {}: {} = {total}\n", row.reviewer, points.join(" + ")));
    }
    for sentence in rest {
        text.push_str(&format!("  {sentence}\n"));
    }
    text.trim_end().to_owned()
}
