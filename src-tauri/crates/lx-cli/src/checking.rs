//! `verify`, `tally`: need no desk.

use std::path::Path;

use lx_steps::{StepError, tallying};
use lx_wire::face;

use crate::{
    context::Context,
    output::{Done, Stop, standing_lines, value},
    profile::lines,
};

pub fn verify(context: &Context, file: &Path, trust: &[String]) -> Result<Done, Stop> {
    let view = face::verify_file(&context.texts, &file.display().to_string(), trust)?;
    let mark = |holds: Option<bool>| match holds {
        Some(true) => "✓",
        Some(false) => "✗",
        None => "?",
    };
    let mut lines = vec![view.headline.clone()];
    lines.extend(view.claims.iter().map(|c| format!("{} {}：{}", mark(c.holds), c.says, c.detail)));
    let exit = u8::from(!view.valid);
    Ok(Done {
        exit,
        ..Done::all(value(&view), lines.join("\n"))
    })
}

pub fn tally(context: &Context, scores: &Path, rule: &Path) -> Result<Done, Stop> {
    let standing = tallying::tally(scores, rule).map_err(|error| match error {
        StepError::RuleFile(fault) => {
            let more = lines(&face::lint_faults(&context.texts, std::slice::from_ref(&fault)), &context.texts);
            Stop {
                more,
                ..Stop::from(StepError::RuleFile(fault))
            }
        }
        other => Stop::from(other),
    })?;
    let texts = &context.texts;
    let json = standing.to_json(&|code, args| face::say_code(texts, code, args));
    Ok(Done::all(json, standing_lines(texts, &standing)))
}
