//! `linxuan`, the window-less face. Command names, exit codes and JSON keys are a contract; see the README.

mod args;
mod batch;
mod carry;
mod checking;
mod context;
mod demo;
mod desk;
mod output;
mod packages;
mod panel;
mod profile;
mod progress;
mod sheets;
mod supplements;
mod taking;
mod usage;

use std::{
    panic,
    process::ExitCode,
    sync::{Arc, Mutex},
    thread,
};

use clap::Parser as _;
use lx_wire::{Fault, Lang, Texts};

use crate::{
    args::{Arguments, Command},
    context::Context,
    output::{Done, Stop, say},
};

/// Room for the deepest reader of foreign documents.
const STACK: usize = 64 << 20;

/// Serves where this process was started to read documents; it must end then. `limit` bounds its memory.
#[must_use]
pub fn began_as_reader(limit: impl FnOnce(usize)) -> bool {
    let first = std::env::args_os().nth(1);
    let (mut input, mut output) = (std::io::stdin().lock(), std::io::stdout().lock());
    lx_steps::readers::began_as_reader(first.as_deref(), std::env::current_exe(), limit, &mut input, &mut output)
}

/// Runs the command line of this process.
#[must_use]
pub fn main() -> ExitCode {
    let words: Vec<std::ffi::OsString> = std::env::args_os().collect();
    let (json, lang) = (has(&words, "--json"), lang(&words));
    let texts = Texts::new(lang);
    let arguments = match Arguments::try_parse_from(&words) {
        Ok(arguments) => arguments,
        Err(error) => return off(&error, json, &texts),
    };
    let done = guarded(move || run(arguments));
    let exit = say(&done, json, &texts);
    ExitCode::from(exit)
}

fn has(words: &[std::ffi::OsString], flag: &str) -> bool {
    words.iter().any(|w| w == flag)
}

/// The language, before anything else of the call is understood.
fn lang(words: &[std::ffi::OsString]) -> Lang {
    let mut texts = words.iter().map(|w| w.to_string_lossy());
    while let Some(word) = texts.next() {
        if word == "--lang" {
            return texts.next().map_or(Lang::Chinese, |l| Lang::named(&l));
        }
        if let Some(named) = word.strip_prefix("--lang=") {
            return Lang::named(named);
        }
    }
    Lang::Chinese
}

/// Help is no fault; anything else that clap says is about the words of the call: exit 2.
fn off(error: &clap::Error, json: bool, texts: &Texts) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::SUCCESS;
    }
    if json {
        say(&Err(Stop::from(output::usage(&usage::sentence(error, texts)))), true, texts);
    } else if error.kind() == clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
    } else {
        eprintln!("{}\n{}", usage::sentence(error, texts), usage::hint(error, texts));
    }
    ExitCode::from(2)
}

/// Runs on a thread of its own: a panic there is a fault with words and exit 4, not a trace on the terminal.
fn guarded(work: impl FnOnce() -> Result<Done, Stop> + Send + 'static) -> Result<Done, Stop> {
    let said = Arc::new(Mutex::new(String::new()));
    let kept = Arc::clone(&said);
    panic::set_hook(Box::new(move |info| {
        if let Ok(mut words) = kept.lock() {
            *words = info.to_string().replace("panicked at", "at");
        }
    }));
    let outcome = thread::Builder::new().stack_size(STACK).spawn(work).map(thread::JoinHandle::join);
    match outcome {
        Ok(Ok(done)) => done,
        Ok(Err(_)) | Err(_) => {
            let words = said.lock().map(|w| w.clone()).unwrap_or_default();
            Err(Stop::from(Fault::internal(&words)))
        }
    }
}

fn run(arguments: Arguments) -> Result<Done, Stop> {
    let context = Context::of(&arguments);
    match arguments.command {
        Command::Demo(order) => demo::demo(&context, &order),
        Command::Identity(order) => desk::identity(&context, order),
        Command::Batch(order) => batch::batch(&context, order),
        Command::Profile(order) => profile::profile(&context, &order),
        Command::Roster(order) => batch::roster(&context, order),
        Command::Import(order) => taking::import(&context, &order),
        Command::Peek { number, path } => taking::peek(&context, &number, &path),
        Command::Listing(order) => taking::listing(&context, &order),
        Command::Applications => packages::applications(&context),
        Command::Show { number } => packages::show(&context, &number),
        Command::Search { text } => packages::search(&context, &text),
        Command::Screen(order) => packages::screen(&context, order),
        Command::Notice(order) => supplements::notice(&context, &order),
        Command::Receipt { number, out } => supplements::receipt(&context, &number, &out),
        Command::Compare { number, from, to, text } => supplements::compare(&context, number, (from, to), text),
        Command::Defer {
            number, reason, withdrawn, ..
        } => supplements::defer(&context, &number, reason.as_deref(), withdrawn),
        Command::Carry(order) => carry::carry(&context, order),
        Command::Declare(order) => sheets::declare(&context, order),
        Command::Score(order) => sheets::score(&context, order),
        Command::Worksheet(order) => sheets::worksheet(&context, &order),
        Command::Sheet(order) => sheets::sheet(&context, order),
        Command::Merge { files, dry_run } => panel::merge(&context, &files, dry_run),
        Command::Standing => panel::standing(&context),
        Command::Rule(order) => panel::rule(&context, order),
        Command::Decide(order) => panel::decide(&context, &order),
        Command::Report(order) => panel::report(&context, order),
        Command::Verify { file, trust } => checking::verify(&context, &file, &trust),
        Command::Tally { scores, rule } => checking::tally(&context, &scores, &rule),
        Command::Journal(order) => desk::journal(&context, &order),
        Command::Backup(order) => desk::backup(&context, order),
    }
}
