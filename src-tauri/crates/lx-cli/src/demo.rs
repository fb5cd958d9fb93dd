//! `demo`: the whole job on real packages.

use serde_json::{Value, json};

use lx_wire::face;

use crate::{
    args::Demo,
    context::Context,
    output::{Done, Stop},
    progress::Bar,
};

pub fn demo(context: &Context, order: &Demo) -> Result<Done, Stop> {
    let texts = &context.texts;
    let made = lx_steps::demo::demo(
        &order.out,
        order.packages.as_deref(),
        order.reviewers,
        &mut Bar::new(),
        context.now(),
    )?;
    let path = |p: &std::path::Path| p.display().to_string();
    let verify = face::verify_file(texts, &path(&made.report), &[])?;
    let refused: Vec<Value> = made
        .refused
        .iter()
        .map(|r| {
            let fault = lx_wire::Fault::from(&r.reason);
            json!({ "path": path(&r.path), "code": fault.code, "message": fault.message(texts) })
        })
        .collect();
    let sheets: Vec<String> = made.sheets.iter().map(|p| path(p)).collect();
    let mut lines = vec![
        texts.say("cli-demo-report", [("path", path(&made.report))]),
        texts.say("cli-demo-xlsx", [("path", path(&made.xlsx))]),
    ];
    lines.extend(sheets.iter().map(|s| texts.say("cli-demo-sheet", [("path", s.clone())])));
    lines.push(texts.say("cli-demo-verify", [("path", path(&made.report)), ("card", path(&made.card))]));
    lines.extend(refused.iter().filter_map(|r| r["message"].as_str().map(str::to_owned)));
    lines.push(verify.headline.clone());
    let refused_count = made.refused.len();
    let json = json!({
        "report": path(&made.report),
        "xlsx": path(&made.xlsx),
        "batch": path(&made.batch),
        "card": path(&made.card),
        "sheets": sheets,
        "refused": refused,
        "verify": verify,
    });
    // A report that does not hold is a failed check; packages that were left out make it a part.
    let exit = if !verify.valid {
        1
    } else if refused_count > 0 {
        3
    } else {
        0
    };
    Ok(Done {
        exit,
        ..Done::all(json, lines.join("\n"))
    })
}
