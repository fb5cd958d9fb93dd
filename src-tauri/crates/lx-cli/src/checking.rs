//! `verify`, `tally`: need no desk.

use std::path::Path;

use lx_steps::tallying;
use lx_wire::face;

use crate::{
    context::Context,
    output::{Done, Stop, value},
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
    let standing = tallying::tally(scores, rule)?;
    let texts = &context.texts;
    let json = standing.to_json(&|code, args| face::say_code(texts, code, args));
    let lines: Vec<String> = standing
        .applications
        .iter()
        .map(|a| {
            let rank = a.rank.map_or_else(|| "—".to_owned(), |r| r.to_string());
            let score = a.score.as_ref().map_or_else(|| "—".to_owned(), ToString::to_string);
            texts.say(
                "cli-standing",
                [
                    ("rank", rank),
                    ("number", a.number.clone()),
                    ("score", score),
                    ("sheets", a.sheets.to_string()),
                ],
            )
        })
        .collect();
    Ok(Done::all(json, lines.join("\n")))
}
