//! What went wrong, as ids of the catalogue and the facts their words need.

mod of;

use std::{collections::BTreeMap, io};

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

    /// What the system said, as the end of an id of the catalogue; none where nothing more need be said than the message does.
    #[must_use]
    pub fn cause(&self) -> Option<&str> {
        self.args.get(CAUSE).map(String::as_str)
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
        let (detail, cause) = (chain(&error), cause(&error));
        let mut fault = of::of_step(error);
        fault.detail = detail;
        if let Some(cause) = cause {
            fault.args.insert(CAUSE.to_owned(), cause.to_owned());
        }
        fault
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
            ImportRefusal::OtherApplication(other) => (
                "other-application".to_owned(),
                vec![
                    ("package", other.package.clone()),
                    ("number", other.number.to_string()),
                    ("title", other.title.clone()),
                    ("how", other.how.to_owned()),
                    ("stated", other.stated.clone()),
                    ("second", other.second.clone()),
                ],
            ),
            ImportRefusal::NoRoom { package, needed, free } => (
                "no-room".to_owned(),
                vec![
                    ("package", package.clone()),
                    ("needed", room(*needed, true)),
                    ("free", room(*free, false)),
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

/// The argument with what the system said, where there are words for it.
const CAUSE: &str = "cause";

/// What the system said, for those of its refusals that have words in the catalogue.
fn cause(error: &(dyn std::error::Error + 'static)) -> Option<&'static str> {
    use io::ErrorKind;
    let mut each = std::iter::successors(Some(error), |e| e.source());
    Some(match each.find_map(|e| e.downcast_ref::<io::Error>())?.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::NotFound => "missing",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::IsADirectory => "folder",
        ErrorKind::NotADirectory => "not-folder",
        ErrorKind::AlreadyExists => "exists",
        _ => return None,
    })
}

/// Bytes in the unit that tells: what is needed rounded up, what is free rounded down.
fn room(bytes: u64, up: bool) -> String {
    const UNITS: [(u64, &str); 3] = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")];
    // Below ten a whole unit is too rough to tell one from the other.
    let fits = |(unit, _): &&(u64, &str)| bytes >= unit.saturating_mul(10);
    let (unit, word) = UNITS.iter().find(fits).copied().unwrap_or((1, "B"));
    let whole = if up {
        bytes.div_ceil(unit)
    } else {
        bytes.checked_div(unit).unwrap_or(bytes)
    };
    format!("{whole} {word}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_told_in_a_unit_that_tells_and_never_as_nothing() {
        let both = |bytes| (room(bytes, true), room(bytes, false));
        assert_eq!(both(700), ("700 B".to_owned(), "700 B".to_owned()));
        assert_eq!(both(300_000), ("293 KB".to_owned(), "292 KB".to_owned()));
        assert_eq!(both(3 << 20), ("3072 KB".to_owned(), "3072 KB".to_owned()));
        assert_eq!(both((120 << 20) + 1), ("121 MB".to_owned(), "120 MB".to_owned()));
    }

    #[test]
    fn what_the_system_refused_is_named_for_the_catalogue() {
        let of = |kind: io::ErrorKind| {
            let (path, source) = ("/a".into(), io::Error::from(kind));
            Fault::from(StepError::Ledger(lx_ledger::LedgerError::Io { path, source }))
        };
        let texts = Texts::new(crate::text::Lang::Chinese);
        for (kind, cause) in [
            (io::ErrorKind::PermissionDenied, "denied"),
            (io::ErrorKind::NotFound, "missing"),
            (io::ErrorKind::ReadOnlyFilesystem, "read-only"),
            (io::ErrorKind::IsADirectory, "folder"),
            (io::ErrorKind::NotADirectory, "not-folder"),
            (io::ErrorKind::AlreadyExists, "exists"),
            (io::ErrorKind::StorageFull, "full"),
        ] {
            let fault = of(kind);
            assert_eq!(fault.cause(), Some(cause));
            assert!(texts.word(&format!("cli-cause-{cause}")).starts_with("原因："), "{cause}");
        }
        assert_eq!(of(io::ErrorKind::BrokenPipe).cause(), None, "said as the system said it");
    }
}
