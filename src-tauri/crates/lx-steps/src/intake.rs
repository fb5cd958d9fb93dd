//! Taking packages onto the desk: every document encrypted, what the papers say, what was noticed.

use std::{io::Read, path::PathBuf};

use lx_domain::{ApplicationNumber, Digest, Dossier, Profile, Role, UnixMillis};
use lx_intake::{IntakeError, Limits, PackagePath, Sink, SinkError, Terms, Watch, discover, take};
use lx_ledger::{DocumentBatch, LedgerError, Original, TextBlock};
use lx_seal::digest_of;
use serde_json::json;

use crate::{Desk, StepError};

/// Why one package was not taken.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ImportRefusal {
    /// What is wrong with the package.
    #[error(transparent)]
    Intake(#[from] IntakeError),
    /// The very same package is here.
    #[error("the same package is here as {number}")]
    AlreadyHere {
        /// Under which number.
        number: ApplicationNumber,
    },
}

impl ImportRefusal {
    /// Stable name of the reason.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Intake(error) => error.code(),
            Self::AlreadyHere { .. } => "already_here",
        }
    }
}

/// A package that was not taken.
#[derive(Debug)]
pub struct RefusedPackage {
    /// Where it lies.
    pub path: PathBuf,
    /// Why.
    pub reason: ImportRefusal,
}

/// What came of an import.
#[derive(Debug, Default)]
pub struct Imported {
    /// Applications taken, in the order of their packages.
    pub taken: Vec<ApplicationNumber>,
    /// Packages not taken; each is in the journal too.
    pub refused: Vec<RefusedPackage>,
}

/// Takes packages: archives, folders, folders of packages. A package with the number of an application that is here is its
/// supplement: a new version, to be screened again.
///
/// # Errors
/// [`StepError::NotYourRole`], [`StepError::NoBatch`], [`StepError::Frozen`], or a broken desk. A refused package is no error.
pub fn import(desk: &mut Desk, paths: &[PathBuf], watch: &mut dyn Watch, at: UnixMillis) -> Result<Imported, StepError> {
    desk.expect_role(&[Role::Secretary, Role::Chair])?;
    if desk.frozen.is_some() {
        return Err(StepError::Frozen);
    }
    let profile = desk.profile()?;
    let mut outcome = Imported::default();
    for package in discover(paths) {
        match import_one(desk, &package, &profile, watch, at)? {
            Ok(number) => outcome.taken.push(number),
            Err(reason) => {
                note_refusal(desk, &package, &reason, at)?;
                outcome.refused.push(RefusedPackage {
                    path: package.path,
                    reason,
                });
            }
        }
    }
    Ok(outcome)
}

fn note_refusal(desk: &mut Desk, package: &PackagePath, reason: &ImportRefusal, at: UnixMillis) -> Result<(), StepError> {
    let me = desk.me();
    let detail = json!({ "package": package.name, "code": reason.code(), "path": package.path.display().to_string() });
    desk.ledger.transaction(|tx| {
        tx.append_journal("import_refused", None, Some(&me), at, &detail)?;
        Ok(())
    })
}

fn import_one(
    desk: &mut Desk,
    package: &PackagePath,
    profile: &Profile,
    watch: &mut dyn Watch,
    at: UnixMillis,
) -> Result<Result<ApplicationNumber, ImportRefusal>, StepError> {
    let terms = Terms {
        profile,
        at,
        limits: Limits::default(),
        provisional: provisional(desk)?,
        printable: &|c| lx_report::check_glyphs(c.encode_utf8(&mut [0; 4])).is_empty(),
        encoding: None,
        read: true,
    };
    let mut sink = DeskSink {
        batch: desk.ledger.documents().batch()?,
        texts: Vec::new(),
        original: None,
        broken: None,
    };
    let taken = take(package, &terms, &mut sink, watch);
    if let Some(error) = sink.broken {
        return Err(error.into());
    }
    let mut dossier = match taken {
        Ok(dossier) => dossier,
        Err(error) => return Ok(Err(error.into())),
    };
    for (_, known) in desk.ledger.dossiers()? {
        if known.package_digest == dossier.package_digest {
            return Ok(Err(ImportRefusal::AlreadyHere { number: known.number }));
        }
    }
    if let Some((_, before)) = desk.ledger.dossier(&dossier.number)? {
        dossier.version = before.version.saturating_add(1);
    }
    let documents = sink.batch.commit()?;
    keep(desk, &dossier, &documents, &sink.texts, sink.original, at)?;
    Ok(Ok(dossier.number))
}

fn keep(
    desk: &mut Desk,
    dossier: &Dossier,
    documents: &lx_ledger::StoredDocuments,
    texts: &[(Digest, Vec<TextBlock>)],
    original: Option<(String, Digest, u64)>,
    at: UnixMillis,
) -> Result<(), StepError> {
    let (digest, me) = (digest_of(dossier)?, desk.me());
    desk.ledger.transaction(|tx| {
        tx.put_documents(documents)?;
        for (document, blocks) in texts {
            tx.put_text(document, blocks)?;
        }
        tx.put_dossier(dossier, &digest)?;
        if let Some((name, digest, bytes)) = original {
            tx.put_original(
                &dossier.number,
                &Original {
                    version: dossier.version,
                    name,
                    digest,
                    bytes,
                },
            )?;
        }
        tx.clear_item_verdicts(&dossier.number)?;
        tx.remove_admission(&dossier.number)?;
        let detail = json!({
            "number": dossier.number, "version": dossier.version, "package": dossier.package_name,
            "documents": dossier.documents.len(), "package_digest": dossier.package_digest,
        });
        tx.append_journal("import", Some(&digest), Some(&me), at, &detail)?;
        Ok(())
    })
}

/// The next free `P-01`.
fn provisional(desk: &Desk) -> Result<ApplicationNumber, StepError> {
    let known: Vec<String> = desk.ledger.dossiers()?.into_iter().map(|(_, d)| d.number.to_string()).collect();
    let free = (1_u32..)
        .map(|n| format!("P-{n:02}"))
        .find(|n| !known.contains(n))
        .unwrap_or_default();
    free.parse().map_err(|_| StepError::UnknownApplication(free))
}

struct DeskSink {
    batch: DocumentBatch,
    texts: Vec<(Digest, Vec<TextBlock>)>,
    original: Option<(String, Digest, u64)>,
    /// What ends the whole import, not only this package.
    broken: Option<LedgerError>,
}

impl DeskSink {
    fn store(&mut self, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        match self.batch.store(reader) {
            Ok(stored) => Ok((stored.digest, stored.bytes)),
            Err(LedgerError::Source(error)) => Err(SinkError(Box::new(error))),
            Err(error) => {
                let words = error.to_string();
                self.broken = Some(error);
                Err(SinkError(words.into()))
            }
        }
    }
}

impl Sink for DeskSink {
    fn original(&mut self, name: &str, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        let (digest, bytes) = self.store(reader)?;
        self.original = Some((name.to_owned(), digest, bytes));
        Ok((digest, bytes))
    }

    fn document(&mut self, _path: &str, reader: &mut dyn Read) -> Result<(Digest, u64), SinkError> {
        self.store(reader)
    }

    fn text(&mut self, digest: &Digest, blocks: &[lx_intake::TextBlock]) -> Result<(), SinkError> {
        let block = |b: &lx_intake::TextBlock| TextBlock {
            place: b.place.clone(),
            text: b.text.clone(),
        };
        self.texts.push((*digest, blocks.iter().map(block).collect()));
        Ok(())
    }
}
