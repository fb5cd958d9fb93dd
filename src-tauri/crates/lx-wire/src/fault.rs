//! What went wrong, as ids of the catalogue and the facts their words need.

mod of;

use std::collections::BTreeMap;

use lx_steps::{StepError, checking::MergeRefusal, intake::ImportRefusal};
use serde::Serialize;
use ts_rs::TS;

use crate::text::Texts;

/// A refusal or a breakage. `says` is what happened (`err-…`), `advises` what the person can do (`rec-…`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Fault {
    /// Stable code; exists only where a face branches on it, `other` elsewhere.
    pub code: String,
    /// Fluent id of what happened.
    pub says: String,
    /// Fluent id of what to do.
    pub advises: String,
    /// Arguments of both.
    pub args: BTreeMap<String, String>,
    /// English detail for a support note; never the only message.
    pub detail: String,
    /// Whether something is broken (exit 4) and not merely refused (exit 1).
    pub broken: bool,
}

impl Fault {
    /// What happened, in words.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        texts.say(&self.says, self.arguments())
    }

    /// What to do, in words.
    #[must_use]
    pub fn advice(&self, texts: &Texts) -> String {
        texts.say(&self.advises, self.arguments())
    }

    fn arguments(&self) -> impl Iterator<Item = (&str, String)> {
        self.args.iter().map(|(name, value)| (name.as_str(), value.clone()))
    }

    /// A request that names something that is not there.
    #[must_use]
    pub fn unknown(what: &'static str, name: &str) -> Self {
        StepError::Unknown {
            what,
            name: name.to_owned(),
        }
        .into()
    }

    /// No desk is open.
    #[must_use]
    pub fn no_desk() -> Self {
        refuse("no-desk", [])
    }

    /// Other packages were looked at since those that an import names.
    #[must_use]
    pub fn look_past() -> Self {
        refuse("look-past", [])
    }

    /// The program itself failed; the desk holds what was acknowledged.
    #[must_use]
    pub fn internal(detail: &str) -> Self {
        Self {
            detail: detail.to_owned(),
            ..breaks("internal", [])
        }
    }
}

/// A refusal: `err-<stem>`, `rec-<stem>`, and the code that faces may branch on.
fn refuse<const N: usize>(stem: &str, args: [(&str, String); N]) -> Fault {
    let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let (says, advises) = (format!("err-{stem}"), format!("rec-{stem}"));
    Fault {
        code: stem.replace('-', "_"),
        says,
        advises,
        args,
        detail: String::new(),
        broken: false,
    }
}

/// Something is broken.
fn breaks<const N: usize>(stem: &str, args: [(&str, String); N]) -> Fault {
    Fault {
        broken: true,
        ..refuse(stem, args)
    }
}

impl From<StepError> for Fault {
    fn from(error: StepError) -> Self {
        let detail = chain(&error);
        Self {
            detail,
            ..of::of_step(error)
        }
    }
}

impl From<&MergeRefusal> for Fault {
    fn from(reason: &MergeRefusal) -> Self {
        let detail = chain(reason);
        Self {
            detail,
            code: reason.code().to_owned(),
            ..of::of_merge(reason)
        }
    }
}

impl From<&ImportRefusal> for Fault {
    fn from(reason: &ImportRefusal) -> Self {
        let (stem, args) = match reason {
            ImportRefusal::AlreadyHere { number } => ("already-here".to_owned(), vec![("number", number.to_string())]),
            ImportRefusal::AlreadyAside { number } => ("already-aside".to_owned(), vec![("number", number.to_string())]),
            ImportRefusal::OurFile { package } => ("our-file".to_owned(), vec![("package", package.clone())]),
            ImportRefusal::NoRoom { package, needed, free } => (
                "no-room".to_owned(),
                vec![
                    ("package", package.clone()),
                    ("needed", (needed >> 20).to_string()),
                    ("free", (free >> 20).to_string()),
                ],
            ),
            ImportRefusal::Intake(error) => (error.code().replace('_', "-"), error.args()),
            _ => ("other".to_owned(), Vec::new()),
        };
        let args = args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let (says, advises) = (format!("err-{stem}"), format!("rec-{stem}"));
        Self {
            code: reason.code().to_owned(),
            says,
            advises,
            args,
            detail: chain(reason),
            broken: false,
        }
    }
}

/// The whole chain of causes, for a support note.
fn chain(error: &dyn std::error::Error) -> String {
    let mut words = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        words = format!("{words}: {cause}");
        source = cause.source();
    }
    words
}
