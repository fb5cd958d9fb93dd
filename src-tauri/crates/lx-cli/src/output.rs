//! What is said, and the exit code.

use std::io::Write as _;

use lx_steps::{
    StepError,
    tallying::{Standard, Standing},
};
use lx_wire::{Fault, Texts};
use serde_json::{Map, Value, json};

/// A command that came to its end.
pub struct Done {
    /// The one object of `--json`.
    pub json: Value,
    /// What people read.
    pub text: String,
    /// 0, 1 or 3.
    pub exit: u8,
}

/// A standing as people read it: a line an application, in its order.
pub fn standing_lines(texts: &Texts, standing: &Standing) -> String {
    let line = |a: &Standard| {
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
    };
    standing.applications.iter().map(line).collect::<Vec<_>>().join("\n")
}

impl Done {
    /// Everything done.
    pub fn all(json: Value, text: impl Into<String>) -> Self {
        Self {
            json,
            text: text.into(),
            exit: 0,
        }
    }

    /// Some inputs taken, some refused: 3; none taken: 1.
    pub fn partly(json: Value, text: impl Into<String>, taken: usize, refused: usize) -> Self {
        let exit = match (taken, refused) {
            (_, 0) => 0,
            (0, _) => 1,
            _ => 3,
        };
        Self {
            json,
            text: text.into(),
            exit,
        }
    }
}

/// A command that was refused, or broke.
pub struct Stop {
    /// Why.
    pub fault: Fault,
    /// Members that stand beside the fault in the object.
    pub beside: Map<String, Value>,
    /// Lines for people that say more.
    pub more: Vec<String>,
}

impl From<Fault> for Stop {
    fn from(fault: Fault) -> Self {
        Self {
            fault,
            beside: Map::new(),
            more: Vec::new(),
        }
    }
}

impl From<StepError> for Stop {
    fn from(error: StepError) -> Self {
        Fault::from(error).into()
    }
}

/// The words of the call are off: exit 2.
pub fn usage(detail: &str) -> Fault {
    fault("usage", [("detail", detail.to_owned())])
}

/// A refusal of this face alone.
pub fn fault<const N: usize>(stem: &str, args: [(&str, String); N]) -> Fault {
    Fault {
        code: stem.replace('-', "_"),
        says: format!("err-{stem}"),
        advises: format!("rec-{stem}"),
        args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        detail: String::new(),
        broken: false,
    }
}

/// Prints and gives the exit code. With `--json` stdout has exactly one object; people's words go to stderr where something is
/// wrong and to stdout otherwise.
pub fn say(outcome: &Result<Done, Stop>, json: bool, texts: &Texts) -> u8 {
    match outcome {
        Ok(done) => {
            print(if json { done.json.to_string() } else { done.text.clone() }.as_str());
            done.exit
        }
        Err(stop) => {
            let (message, advice) = (stop.fault.message(texts), stop.fault.advice(texts));
            if json {
                let mut object = stop.beside.clone();
                let fault = json!({ "code": stop.fault.code, "message": message, "advice": advice, "detail": stop.fault.detail });
                object.insert("fault".to_owned(), fault);
                print(&Value::Object(object).to_string());
            } else {
                let mut err = std::io::stderr().lock();
                let _ = writeln!(err, "{message}");
                for line in &stop.more {
                    let _ = writeln!(err, "  · {line}");
                }
                let _ = writeln!(err, "{advice}");
                if let Some(behind) = behind(&stop.fault, texts) {
                    let _ = writeln!(err, "{behind}");
                }
            }
            if stop.fault.broken {
                4
            } else if stop.fault.code == "usage" {
                2
            } else {
                1
            }
        }
    }
}

/// What is behind a breakage: in words where the catalogue has them, else as the system said it.
fn behind(fault: &Fault, texts: &Texts) -> Option<String> {
    if !fault.broken && fault.code != "file" {
        return None;
    }
    match fault.cause() {
        Some(cause) => Some(texts.word(&format!("cli-cause-{cause}"))),
        // The message itself says that the disk is full, or what was damaged.
        None if fault.detail.is_empty() || matches!(fault.code.as_str(), "disk_full" | "damaged" | "damaged_documents") => None,
        None => Some(texts.say("cli-detail", [("detail", fault.detail.clone())])),
    }
}

/// A closed pipe is no reason to fail: whoever reads has read enough.
fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes());
    if !text.ends_with('\n') {
        let _ = out.write_all(b"\n");
    }
    let _ = out.flush();
}

/// A value as JSON; the views of `lx-wire` have no way to fail.
pub fn value<T: serde::Serialize>(view: &T) -> Value {
    serde_json::to_value(view).unwrap_or_default()
}
