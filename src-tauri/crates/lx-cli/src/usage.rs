//! What is off in the words of a call, in the language of the call: clap finds it, the catalogue says it.

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};
use lx_wire::Texts;

/// One sentence, and what may have been meant.
pub fn sentence(error: &Error, texts: &Texts) -> String {
    let of = |kind| said(error, kind);
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let (id, args) = match error.kind() {
        ErrorKind::InvalidSubcommand => ("command", vec![("given", of(ContextKind::InvalidSubcommand))]),
        ErrorKind::MissingSubcommand => ("subcommand", vec![("given", of(ContextKind::InvalidSubcommand))]),
        ErrorKind::UnknownArgument => ("argument", vec![("given", argument)]),
        ErrorKind::MissingRequiredArgument => ("missing", vec![("given", argument)]),
        ErrorKind::InvalidValue | ErrorKind::TooFewValues if value.is_empty() => ("no-value", vec![("argument", argument)]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => ("value", vec![("given", value), ("argument", argument)]),
        ErrorKind::ArgumentConflict => {
            let other = of(ContextKind::PriorArg);
            let id = if other.is_empty() || other == argument {
                "twice"
            } else {
                "conflict"
            };
            (id, vec![("given", argument), ("other", other)])
        }
        _ => ("other", vec![("given", argument)]),
    };
    let mut words = texts.say(&format!("cli-usage-{id}"), args);
    let valid = [of(ContextKind::ValidValue), of(ContextKind::ValidSubcommand)].concat();
    if !valid.is_empty() {
        words.push_str(&texts.say("cli-usage-valid", [("values", valid)]));
    } else if let Some(meant) = [
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedArg,
        ContextKind::SuggestedValue,
    ]
    .into_iter()
    .map(of)
    .find(|meant| !meant.is_empty())
    {
        words.push_str(&texts.say("cli-usage-perhaps", [("meant", meant)]));
    }
    words
}

/// How the command is called, and where help is.
pub fn hint(error: &Error, texts: &Texts) -> String {
    let usage = said(error, ContextKind::Usage);
    let usage = usage.trim().trim_start_matches("Usage:").trim().to_owned();
    if usage.is_empty() {
        return texts.word("cli-usage-help");
    }
    let lines = [texts.say("cli-usage-how", [("usage", usage)]), texts.word("cli-usage-help")];
    lines.join("\n")
}

/// A piece of what clap knows about the error, as text; empty where it does not say.
fn said(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(all)) => all.join(" | "),
        Some(ContextValue::StyledStr(one)) => one.to_string(),
        Some(_) | None => String::new(),
    }
}
