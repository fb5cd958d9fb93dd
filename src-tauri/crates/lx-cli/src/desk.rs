//! `identity`, `journal`, `backup`.

use std::path::Path;

use lx_domain::Role;
use lx_steps::{
    Desk, KdfCost, StepError, backup as backups, files,
    identity::{self as steps, Enrolment},
    journal as journals,
};
use lx_wire::{Fault, face};
use serde_json::{Value, json};

use crate::{
    args::{Backup, Identity, Journal},
    context::Context,
    output::{Done, Stop, value},
};

pub fn identity(context: &Context, order: Identity) -> Result<Done, Stop> {
    let mut desk = match &order {
        Identity::Create { name, org, role } => {
            let role = face::named::<Role>("role", role)?;
            let who = Enrolment {
                name: name.clone(),
                org: org.clone(),
                role,
            };
            let passphrase = context.passphrase(true)?;
            steps::create(&context.folder()?, &passphrase, &who, KdfCost::PERSON, context.now())?
        }
        Identity::Show | Identity::Card { .. } => context.open()?,
    };
    let mut json = person(&desk);
    if let Identity::Card { out } = &order {
        steps::export_card(&mut desk, out, context.now())?;
        json["path"] = files::absolute(out).display().to_string().into();
    }
    let text = context.texts.say(
        "cli-identity",
        [
            ("name", desk.person().name.clone()),
            ("org", desk.person().org.clone()),
            ("role", context.texts.word(&format!("role-{}", face::word(&desk.role())))),
            ("short", desk.me().short()),
        ],
    );
    Ok(Done::all(json, text))
}

fn person(desk: &Desk) -> Value {
    let person = desk.person();
    json!({
        "name": person.name,
        "org": person.org,
        "role": desk.role(),
        "fingerprint": desk.me(),
        "short": desk.me().short(),
        "algorithm": "Ed25519",
        "desk": files::absolute(desk.folder()).display().to_string(),
    })
}

pub fn journal(context: &Context, order: &Journal) -> Result<Done, Stop> {
    let desk = context.open()?;
    match order {
        Journal::List => {
            let rows = face::journal(&desk)?;
            let kind = |k: &str| context.texts.word(&format!("journal-{k}"));
            let lines: Vec<String> = rows
                .iter()
                .rev()
                .map(|r| format!("{:>4}  {}  {}  {}", r.seq, r.short, kind(&r.kind), r.detail))
                .collect();
            Ok(Done::all(json!({ "entries": value(&rows) }), lines.join("\n")))
        }
        Journal::Verify => {
            let rows = journals::list(&desk)?;
            let head = desk.records().journal_head().map_err(StepError::from)?;
            let text = context
                .texts
                .say("cli-journal-holds", [("count", rows.len().to_string()), ("short", head.short())]);
            Ok(Done::all(json!({ "valid": true, "entries": rows.len(), "head": head }), text))
        }
    }
}

pub fn backup(context: &Context, order: Backup) -> Result<Done, Stop> {
    match order {
        Backup::Create { file } => {
            let mut desk = context.open()?;
            backups::create(&mut desk, &file, context.now())?;
            let path = files::absolute(&file).display().to_string();
            Ok(Done::all(
                json!({ "backup": path }),
                context.texts.say("cli-written", [("path", path.clone())]),
            ))
        }
        Backup::Check { file } => check(context, &file),
        Backup::Restore { file } => {
            let folder = context
                .named_folder()
                .ok_or_else(|| Stop::from(crate::output::usage("--desk NEW")))?;
            let report = backups::restore(&file, folder)?;
            let path = files::absolute(folder).display().to_string();
            let json = json!({ "desk": path, "files": report.files, "bytes": report.bytes });
            Ok(Done::all(json, context.texts.say("cli-written", [("path", path.clone())])))
        }
    }
}

/// Checks a backup; its documents too, where the passphrase of its day was named. None is asked for.
fn check(context: &Context, file: &Path) -> Result<Done, Stop> {
    let passphrase = context.named_passphrase()?;
    match backups::check(file, passphrase.as_deref()) {
        Ok(report) => {
            let documents = passphrase.is_some();
            let args = [("files", report.files.to_string()), ("bytes", report.bytes.to_string())];
            let json = json!({
                "valid": true, "files": report.files, "bytes": report.bytes, "made_at": report.made_at, "documents": documents,
            });
            let said = context.texts.word(if documents {
                "cli-backup-documents"
            } else {
                "cli-backup-no-documents"
            });
            Ok(Done::all(json, format!("{}\n{said}", context.texts.say("cli-backup-holds", args))))
        }
        Err(error) => {
            let mut stop = Stop::from(error);
            // A backup that does not hold is a check that failed, not a broken desk.
            stop.fault.broken = false;
            if stop.fault.code != "wrong_passphrase" {
                stop.beside.insert("valid".to_owned(), false.into());
            }
            Err(stop)
        }
    }
}

/// A fault that a face names itself.
pub fn unknown(what: &'static str, name: &str) -> Stop {
    Fault::unknown(what, name).into()
}
