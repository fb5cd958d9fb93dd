//! Which entry of the catalogue an error of the steps is, one function for each kind of error.

use std::{io, path::Path};

use lx_domain::PointsFault;
use lx_intake::RosterError;
use lx_ledger::LedgerError;
use lx_report::ReportError;
use lx_seal::{ConfidentialError, P12Error, SealError};
use lx_steps::{
    StepError,
    carrying::receiving::CarryRefusal,
    checking::{MergeRefusal, number_of},
    container::ContainerError,
    joining::BatchRefusal,
};

use super::{Fault, breaks, refuse};

fn numbers(found: impl IntoIterator<Item = impl ToString>) -> String {
    found.into_iter().map(|n| n.to_string()).collect::<Vec<_>>().join(" ")
}

/// As many names as a message can hold.
fn first_of(names: &[String]) -> String {
    const MOST: usize = 10;
    let more = if names.len() > MOST { " …" } else { "" };
    let first: Vec<&str> = names.iter().take(MOST).map(String::as_str).collect();
    format!("{}{more}", first.join(" · "))
}

pub(super) fn of_step(error: StepError) -> Fault {
    match error {
        StepError::Ledger(error) => of_ledger(error),
        StepError::Seal(error) => of_seal(&error),
        StepError::Report(error) => of_report(&error),
        StepError::P12(error) => of_p12(&error),
        StepError::Confidential(error) => of_confidential(&error),
        StepError::View(_) => refuse("not-shown", []),
        StepError::Listing(error) => of_listing(&error),
        StepError::NoListing => refuse("no-listing", []),
        StepError::NotKept(path) => refuse("not-kept", [("path", path)]),
        StepError::Profile { path, fault } => refuse(
            "profile",
            [
                ("path", path.display().to_string()),
                ("line", fault.line.to_string()),
                ("key", fault.key),
            ],
        ),
        StepError::RuleFile(fault) => refuse("rule-file", [("line", fault.line.to_string()), ("key", fault.key)]),
        StepError::ScoreTable(fault) => refuse(
            "score-table",
            [("line", fault.line.to_string()), ("fault", fault.reason.to_string())],
        ),
        StepError::BatchFile(error) => of_batch(error),
        StepError::CarryFile(error) => of_carry(error),
        StepError::NothingToCarry(None) => refuse("nothing-to-carry", []),
        StepError::NothingToCarry(Some(number)) => refuse("not-carryable", [("number", number.to_string())]),
        StepError::OneVersion(number) => refuse("one-version", [("number", number.to_string())]),
        StepError::MovedOn(number) => refuse("moved-on", [("number", number.to_string())]),
        StepError::NotMovedOn(number) => refuse("not-moved-on", [("number", number.to_string())]),
        StepError::NotScreened(number) => refuse("not-screened", [("number", number.to_string())]),
        StepError::NothingToSupply(number) => refuse("nothing-to-supply", [("number", number.to_string())]),
        StepError::NotYourRole { .. } => refuse("not-your-role", []),
        StepError::NoBatch => refuse("no-batch", []),
        StepError::BatchExists => refuse("batch-exists", []),
        StepError::Frozen => refuse("frozen", []),
        StepError::TakingClosed => Fault {
            // The same to whoever branches on it; another thing is to be done.
            code: "frozen".to_owned(),
            ..refuse("taking-closed", [])
        },
        StepError::NotFrozen => refuse("not-frozen", []),
        StepError::OpeningBlocked(found) => refuse("opening-blocked", [("count", found.len().to_string())]),
        StepError::SheetBlocked(found) => {
            let mut of: Vec<_> = found.iter().map(number_of).collect();
            of.dedup();
            refuse("sheet-blocked", [("count", found.len().to_string()), ("numbers", numbers(of))])
        }
        StepError::DecidingBlocked(found) => refuse("deciding-blocked", [("count", found.len().to_string())]),
        StepError::UnknownApplication(number) => refuse("unknown-application", [("number", number)]),
        StepError::Unknown { what, name } => refuse("unknown", [("what", what.to_owned()), ("name", name)]),
        StepError::ReasonMissing => refuse("reason-missing", []),
        StepError::Empty(what) => refuse("empty", [("what", what.to_owned())]),
        StepError::MissingGlyphs(found) => refuse("missing-glyphs", [("characters", found.into_iter().collect())]),
        StepError::Undeclared(number) => refuse("undeclared", [("number", number.to_string())]),
        StepError::Recused(number) => refuse("recused", [("number", number.to_string())]),
        StepError::NotPoints(text) => refuse("not-points", [("text", text)]),
        StepError::Points {
            criterion,
            fault: PointsFault::OutOfRange { points, full_marks },
        } => refuse(
            "out-of-range",
            [
                ("criterion", criterion),
                ("points", points.to_string()),
                ("full", full_marks.to_string()),
            ],
        ),
        StepError::Points {
            criterion,
            fault: PointsFault::OffStep { points, step },
        } => refuse(
            "off-step",
            [("criterion", criterion), ("points", points.to_string()), ("step", step.to_string())],
        ),
        StepError::NotANumber(text) => refuse("not-a-number", [("text", text)]),
        StepError::NumberTaken(number) => refuse("number-taken", [("number", number.to_string())]),
        StepError::LeadNeeded => refuse("lead-needed", []),
        StepError::NotForwarded(number) => refuse("not-forwarded", [("number", number.to_string())]),
        StepError::NotATime(text) => refuse("not-a-time", [("text", text)]),
        StepError::NotSealed => refuse("not-sealed", []),
        StepError::NotDecided => refuse("not-decided", []),
        StepError::NotASample => refuse("not-a-sample", []),
        StepError::AlreadyMember(fingerprint) => refuse("already-member", [("short", fingerprint.short())]),
        StepError::OwnSeat => refuse("own-seat", []),
        StepError::File { path, source } => of_file(&path, &source),
        StepError::TooLarge { path, limit } => refuse(
            "file-too-large",
            [("path", path.display().to_string()), ("limit", limit.to_string())],
        ),
        StepError::Exists { path } => refuse("exists", [("path", path.display().to_string())]),
        StepError::Occupied { path, by } => refuse("occupied", [("path", path.display().to_string()), ("by", by.to_owned())]),
        StepError::DamagedDocuments(names) => breaks(
            "damaged-documents",
            [("count", names.len().to_string()), ("names", first_of(&names))],
        ),
        StepError::NotMade(what) => refuse("not-made", [("what", what.to_owned())]),
        _ => breaks("other", []),
    }
}

fn of_listing(error: &RosterError) -> Fault {
    let args = error.args().into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    Fault {
        args,
        ..refuse(&error.code().replace('_', "-"), [])
    }
}

fn of_file(path: &Path, source: &io::Error) -> Fault {
    let path = [("path", path.display().to_string())];
    match source.kind() {
        io::ErrorKind::NotFound => refuse("file-not-found", path),
        io::ErrorKind::PermissionDenied => refuse("file-denied", path),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => breaks("disk-full", []),
        _ => refuse("file", path),
    }
}

fn of_ledger(error: LedgerError) -> Fault {
    match error {
        LedgerError::WrongPassphrase => refuse("wrong-passphrase", []),
        LedgerError::NewerSchema { found, known } => refuse("newer-schema", [("found", found.to_string()), ("known", known.to_string())]),
        LedgerError::NotADesk { folder } => refuse("not-a-desk", [("path", folder.display().to_string())]),
        LedgerError::NotEmpty { folder } => refuse("not-empty", [("path", folder.display().to_string())]),
        LedgerError::Locked { folder } => refuse("locked", [("path", folder.display().to_string())]),
        LedgerError::Damaged { what } => breaks("damaged", [("what", what)]),
        LedgerError::NotABackup { file } => refuse("not-a-backup", [("path", file.display().to_string())]),
        LedgerError::BackupBroken { file, .. } => refuse("backup-broken", [("path", file.display().to_string())]),
        LedgerError::BackupDamaged { file, count } => refuse(
            "backup-damaged",
            [("path", file.display().to_string()), ("count", count.to_string())],
        ),
        LedgerError::JournalBroken { seq } => breaks("journal-broken", [("seq", seq.to_string())]),
        LedgerError::Altered { digest } => breaks("altered", [("digest", digest.short())]),
        LedgerError::MissingDocument { digest } => breaks("missing-document", [("digest", digest.short())]),
        LedgerError::Sealed { table } => refuse("sealed-row", [("table", table)]),
        LedgerError::Unknown { what } => refuse("unknown", [("what", "record".to_owned()), ("name", what)]),
        LedgerError::DiskFull => breaks("disk-full", []),
        LedgerError::NoRandomness => breaks("no-randomness", []),
        LedgerError::Source(_) => refuse("source", []),
        LedgerError::Io { path, .. } => breaks("desk-io", [("path", path.display().to_string())]),
        LedgerError::Database(_) => breaks("database", []),
        _ => breaks("other", []),
    }
}

fn of_seal(error: &SealError) -> Fault {
    match error {
        SealError::TooLarge { limit, .. } => refuse("seal-too-large", [("limit", limit.to_string())]),
        SealError::NotJson { .. }
        | SealError::DuplicateKey { .. }
        | SealError::Fraction { .. }
        | SealError::NumberTooLarge { .. }
        | SealError::WrongShape { .. }
        | SealError::NotCanonical
        | SealError::NotBase64 { .. } => refuse("seal-form", []),
        SealError::UnknownSchema { found, .. } => refuse("seal-schema", [("found", found.to_string())]),
        SealError::UnknownKind { .. } | SealError::WrongKind { .. } => refuse("seal-kind", []),
        SealError::NoSignature | SealError::MissingSigner { .. } => refuse("seal-unsigned", []),
        SealError::UnknownSigner { fingerprint } => refuse("seal-unknown-signer", [("short", fingerprint.short())]),
        SealError::DuplicateSigner { fingerprint } | SealError::BrokenSeal { signer: fingerprint } => {
            refuse("seal-broken", [("short", fingerprint.short())])
        }
        SealError::NotAKey | SealError::BadBoxKey | SealError::BadCertificates => refuse("seal-key", []),
        SealError::BadName { found } => refuse("seal-name", [("found", found.clone())]),
        SealError::BadTime { .. } => refuse("seal-time", []),
        SealError::BadSecret { .. } => breaks("seal-secret", []),
        SealError::Randomness(_) => breaks("no-randomness", []),
        _ => breaks("other", []),
    }
}

fn of_report(error: &ReportError) -> Fault {
    match error {
        ReportError::MissingGlyphs(found) => refuse("missing-glyphs", [("characters", found.iter().collect())]),
        ReportError::EditionNotMade => refuse("edition-not-made", []),
        ReportError::Envelope { what, .. } | ReportError::NotOnRoster { what, .. } => refuse("report-evidence", [("what", what.clone())]),
        ReportError::OtherBatch(what) => refuse("report-evidence", [("what", what.clone())]),
        ReportError::OtherStanding { .. } => refuse("not-decided", []),
        ReportError::NotAReport(_) => refuse("not-a-report", []),
        ReportError::Signature(_) => breaks("report-signature", []),
        ReportError::Font(_) | ReportError::Pdf(_) | ReportError::Workbook(_) => breaks("report-made", []),
        _ => breaks("other", []),
    }
}

fn of_p12(error: &P12Error) -> Fault {
    match error {
        P12Error::WrongPassword => refuse("p12-password", []),
        P12Error::NotP12 => refuse("p12-form", []),
        _ => refuse("p12-unusable", []),
    }
}

fn of_confidential(error: &ConfidentialError) -> Fault {
    match error {
        ConfidentialError::NotForYou => refuse("not-for-you", []),
        ConfidentialError::NotEncrypted | ConfidentialError::Damaged => refuse("encrypted-damaged", []),
        ConfidentialError::NoRecipient | ConfidentialError::BadRecipient { .. } => refuse("no-recipient", []),
        _ => refuse("source", []),
    }
}

fn of_batch(error: BatchRefusal) -> Fault {
    match error {
        BatchRefusal::Seal(error) => of_seal(&error),
        BatchRefusal::Ledger(error) => of_ledger(error),
        BatchRefusal::Confidential(error) => of_confidential(&error),
        BatchRefusal::Container(error) => match error {
            ContainerError::TooBig => refuse("batch-too-big", []),
            ContainerError::NotAContainer => refuse("batch-form", []),
            ContainerError::Io(source) => of_stream(&source),
            _ => refuse("batch-damaged", []),
        },
        BatchRefusal::Io(source) if source.kind() == io::ErrorKind::NotFound => refuse("batch-not-found", []),
        BatchRefusal::Io(_) => refuse("source", []),
        BatchRefusal::Encrypted => refuse("not-for-you", []),
        BatchRefusal::ChairUnsigned => refuse("chair-unsigned", []),
        BatchRefusal::SignerWithoutRole(fingerprint) => refuse("seal-unknown-signer", [("short", fingerprint.short())]),
        BatchRefusal::NotOnRoster => refuse("not-on-roster", []),
        BatchRefusal::ChairNotConfirmed { found } => refuse("chair-not-confirmed", [("short", found.short())]),
        BatchRefusal::ChairChanged { trusted, found } => refuse("chair-changed", [("trusted", trusted.short()), ("found", found.short())]),
        BatchRefusal::OtherBatch { .. } => refuse("other-batch", []),
        BatchRefusal::OtherVersion => refuse("other-version", []),
        BatchRefusal::Inconsistent(what) => refuse("batch-inconsistent", [("what", what)]),
        BatchRefusal::DocumentMissing(digest) | BatchRefusal::DocumentAltered(digest) => {
            refuse("batch-document", [("digest", digest.short())])
        }
        BatchRefusal::Stranger(_) => refuse("batch-damaged", []),
        _ => refuse("batch-damaged", []),
    }
}

fn of_carry(error: CarryRefusal) -> Fault {
    match error {
        CarryRefusal::File(error) => of_carried_file(error),
        CarryRefusal::OtherSigner(fingerprint) => refuse("carry-signer", [("short", fingerprint.short())]),
        CarryRefusal::OwnBatch => refuse("carry-own-batch", []),
        CarryRefusal::SampleMixed => refuse("carry-sample", []),
        CarryRefusal::NotInFile(number) => refuse("carry-not-in-file", [("number", number.to_string())]),
        CarryRefusal::NumberTaken(number) => refuse("carry-number-taken", [("number", number.to_string())]),
        CarryRefusal::Cancelled => refuse("carry-cancelled", []),
        _ => refuse("carry-damaged", []),
    }
}

/// What is said of a batch file names the chair; a carry file comes from a colleague.
fn of_carried_file(error: BatchRefusal) -> Fault {
    match error {
        BatchRefusal::Container(ContainerError::TooBig) => refuse("carry-too-big", []),
        BatchRefusal::Container(ContainerError::NotAContainer) => refuse("carry-form", []),
        BatchRefusal::Container(ContainerError::Io(source)) => of_stream(&source),
        BatchRefusal::Container(_) | BatchRefusal::Stranger(_) => refuse("carry-damaged", []),
        BatchRefusal::DocumentMissing(digest) | BatchRefusal::DocumentAltered(digest) => {
            refuse("carry-document", [("digest", digest.short())])
        }
        BatchRefusal::Inconsistent(what) => refuse("carry-inconsistent", [("what", what)]),
        BatchRefusal::Io(source) if source.kind() == io::ErrorKind::NotFound => refuse("carry-not-found", []),
        BatchRefusal::OtherVersion => refuse("carry-damaged", []),
        error => of_batch(error),
    }
}

/// Reading or writing broke off.
fn of_stream(source: &io::Error) -> Fault {
    match source.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => breaks("disk-full", []),
        _ => refuse("source", []),
    }
}

pub(super) fn of_merge(reason: &MergeRefusal) -> Fault {
    match reason {
        MergeRefusal::Unreadable(_) => refuse("merge-unreadable", []),
        MergeRefusal::Form(_) => refuse("merge-damaged", []),
        MergeRefusal::Encrypted(error) => of_confidential(error),
        MergeRefusal::BrokenSeal(fingerprint) => refuse("merge-broken-seal", [("short", fingerprint.short())]),
        MergeRefusal::UnknownSigner(fingerprint) => refuse("merge-unknown-signer", [("short", fingerprint.short())]),
        MergeRefusal::WrongBatch { expected, found } => {
            refuse("merge-wrong-batch", [("expected", expected.short()), ("found", found.short())])
        }
        MergeRefusal::WrongRubric => refuse("merge-wrong-rubric", []),
        MergeRefusal::WrongRound(round) => refuse("merge-wrong-round", [("round", round.to_string())]),
        MergeRefusal::Incomplete(what) => refuse("merge-incomplete", [("what", what.clone())]),
        MergeRefusal::OtherDossier(number) => refuse("merge-other-dossier", [("number", number.to_string())]),
        MergeRefusal::OutsideRubric { number } => refuse("merge-outside-rubric", [("number", number.to_string())]),
        _ => refuse("other", []),
    }
}
