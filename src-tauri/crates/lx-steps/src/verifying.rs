//! Checking any file of ours, without a desk: a list of claims, each holding, refuted, or not checked.

mod claims;

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use lx_domain::{BatchFile, Decision, Digest, Fingerprint, Ruling};
use lx_ledger::LedgerError;
use lx_report::{Claim, Trust, verify_report};
use lx_seal::{
    Envelope, MAX_FILE, PayloadKind, card_certificates, card_key, certificates_from_pem, is_encrypted, open_card, open_unchecked,
};

use self::claims::{claim, form, of_container, of_file, of_io, of_seal, refusal, refused, signature, signer};
use crate::{
    StepError,
    bundle::{self, Bundle as _, Keep},
    carry_file::OpenedCarry,
    checking, files,
    joining::{self, BatchRefusal},
    sheet_file::SheetFile,
};

const MOST_REPORT_BYTES: u64 = 512 << 20;

/// What a file turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum FileKind {
    Card,
    Batch,
    Carry,
    Sheet,
    Ruling,
    Decision,
    Report,
    Backup,
    Unknown,
}

impl FileKind {
    /// The word for JSON.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Batch => "batch",
            Self::Carry => "carry",
            Self::Sheet => "sheet",
            Self::Ruling => "ruling",
            Self::Decision => "decision",
            Self::Report => "report",
            Self::Backup => "backup",
            Self::Unknown => "unknown",
        }
    }
}

/// What came of checking a file.
#[derive(Debug, Clone)]
pub struct Verified {
    /// What it is.
    pub kind: FileKind,
    /// The identity of the signer first, where there is one.
    pub claims: Vec<Claim>,
}

impl Verified {
    /// No claim refuted.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.claims.iter().all(|c| c.holds != Some(false))
    }

    /// What is known of the signer; nothing of a file that nobody signs.
    #[must_use]
    pub fn identity(&self) -> Option<&Claim> {
        self.claims.first().filter(|c| c.claim == "identity" || c.claim == "file_signer")
    }
}

/// Reads what a person trusts: a card file, a fingerprint, a CA's PEM file.
///
/// # Errors
/// [`StepError::Unknown`] for anything else.
pub fn trusted(given: &[String]) -> Result<Vec<Trust>, StepError> {
    let mut trust = Vec::new();
    for text in given {
        let plain: String = text
            .chars()
            .filter(|c| !matches!(c, '-' | ':' | ' '))
            .collect::<String>()
            .to_lowercase();
        if let Ok(fingerprint) = plain.parse::<Fingerprint>() {
            trust.push(Trust::Fingerprint(fingerprint));
            continue;
        }
        let unknown = || StepError::Unknown {
            what: "trust",
            name: text.clone(),
        };
        let bytes = files::read(Path::new(text), 1 << 20)?;
        if let Ok(card) = open_card(&bytes) {
            trust.push(Trust::Fingerprint(card_key(&card)?.fingerprint()));
            trust.extend(card_certificates(&card)?.into_iter().map(Trust::Certificate));
        } else {
            let certificates = certificates_from_pem(&bytes).map_err(|_| unknown())?;
            if certificates.is_empty() {
                return Err(unknown());
            }
            trust.extend(certificates.into_iter().map(Trust::Certificate));
        }
    }
    Ok(trust)
}

/// Checks a file. Never an error: what cannot be read is a refuted claim.
#[must_use]
pub fn verify(path: &Path, trust: &[Trust]) -> Verified {
    let beginning = match first_bytes(path) {
        Ok(bytes) => bytes,
        Err(error) => return unreadable(of_io(&error)),
    };
    if beginning.starts_with(b"%PDF") {
        return match files::read(path, MOST_REPORT_BYTES) {
            Ok(bytes) => Verified {
                kind: FileKind::Report,
                claims: verify_report(&bytes, trust),
            },
            Err(error) => unreadable(of_file(&error)),
        };
    }
    if is_encrypted(&beginning) {
        return unreadable("encrypted");
    }
    if beginning.starts_with(b"PK") {
        return zip(path, &beginning, trust);
    }
    let most = u64::try_from(MAX_FILE).unwrap_or(u64::MAX);
    match files::read(path, most) {
        Ok(bytes) => envelope(&bytes, trust),
        Err(error) => unreadable(of_file(&error)),
    }
}

fn first_bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    fs::File::open(path)?.take(64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn unreadable(reason: &str) -> Verified {
    Verified {
        kind: FileKind::Unknown,
        claims: vec![form(false, reason)],
    }
}

fn envelope(bytes: &[u8], trust: &[Trust]) -> Verified {
    if let Ok(file) = SheetFile::parse(bytes) {
        return sheet(&file, trust);
    }
    let envelope = match Envelope::parse(bytes) {
        Ok(envelope) => envelope,
        Err(error) => return unreadable(of_seal(&error)),
    };
    match envelope.kind() {
        PayloadKind::Card => card(bytes, trust),
        PayloadKind::Batch => batch(joining::check_batch(bytes), trust, false),
        PayloadKind::Sheet => Verified {
            kind: FileKind::Sheet,
            claims: vec![form(false, "no_card")],
        },
        PayloadKind::Ruling => loose::<Ruling>(&envelope, PayloadKind::Ruling, FileKind::Ruling),
        PayloadKind::Carry => Verified {
            kind: FileKind::Carry,
            claims: vec![form(false, "no_card")],
        },
        PayloadKind::Decision => loose::<Decision>(&envelope, PayloadKind::Decision, FileKind::Decision),
    }
}

/// A ruling or a decision on its own names its signer's key but does not bring it: its form alone can be checked.
fn loose<T: serde::de::DeserializeOwned + serde::Serialize>(envelope: &Envelope, payload: PayloadKind, kind: FileKind) -> Verified {
    let shape = match open_unchecked::<T>(envelope, payload) {
        Ok(_) => form(true, ""),
        Err(error) => form(false, of_seal(&error)),
    };
    let short = envelope.signers().first().map(Fingerprint::short).unwrap_or_default();
    let args = [("name", String::new()), ("org", String::new()), ("short", short)];
    Verified {
        kind,
        claims: vec![
            claim("file_signer", None, &args),
            shape,
            claim("file_signature", None, &[("reason", String::new())]),
        ],
    }
}

fn card(bytes: &[u8], trust: &[Trust]) -> Verified {
    match open_card(bytes) {
        Ok(card) => Verified {
            kind: FileKind::Card,
            claims: vec![signer(&card, trust), form(true, ""), signature(Ok(()))],
        },
        Err(error) => Verified {
            kind: FileKind::Card,
            claims: vec![refused(&error)],
        },
    }
}

fn sheet(file: &SheetFile, trust: &[Trust]) -> Verified {
    let kind = FileKind::Sheet;
    let (card, key) = match file.card() {
        Ok(found) => found,
        Err(error) => {
            return Verified {
                kind,
                claims: vec![refused(&error)],
            };
        }
    };
    match file.open_with(&key) {
        Ok(sheet) => {
            let facts = [
                ("digest", file.sheet.payload_digest().short()),
                ("batch", sheet.batch.short()),
                ("applications", sheet.assessments.len().to_string()),
            ];
            let claims = vec![
                signer(&card, trust),
                form(true, ""),
                signature(Ok(())),
                claim("file_contents", Some(true), &facts),
            ];
            Verified { kind, claims }
        }
        Err(error) => Verified {
            kind,
            claims: vec![signer(&card, trust), refused(&error)],
        },
    }
}

/// Reads everything, keeps nothing.
pub(crate) struct Discard;

impl Keep for Discard {
    fn document(&mut self, _: &Digest, reader: &mut dyn Read) -> Result<Digest, BatchRefusal> {
        let mut hash = checking::Hash::default();
        std::io::copy(reader, &mut hash)?;
        Ok(hash.digest())
    }
    fn text(&mut self, _digest: Digest, reader: &mut dyn Read) -> Result<(), BatchRefusal> {
        bundle::read_text(reader)?;
        Ok(())
    }
}

fn zip(path: &Path, beginning: &[u8], trust: &[Trust]) -> Verified {
    if bundle::begins_with(beginning, OpenedCarry::FIRST) {
        return carry(path, trust);
    }
    let whole = bundle::with_plain(path, None, |reader| bundle::whole(reader, &mut Discard));
    if let Err(BatchRefusal::Container(_)) = &whole {
        // A backup is a ZIP file too.
        let claims = match lx_ledger::check_backup(path) {
            Ok(report) => {
                let facts = [("files", report.files.to_string()), ("bytes", report.bytes.to_string())];
                Some(vec![form(true, ""), claim("backup_contents", Some(true), &facts)])
            }
            Err(LedgerError::BackupBroken { .. } | LedgerError::BackupDamaged { .. }) => Some(vec![form(false, "damaged")]),
            Err(_) => None,
        };
        if let Some(claims) = claims {
            let kind = FileKind::Backup;
            return Verified { kind, claims };
        }
    }
    batch(whole, trust, true)
}

fn carry(path: &Path, trust: &[Trust]) -> Verified {
    let kind = FileKind::Carry;
    let whole: Result<OpenedCarry, _> = bundle::with_plain(path, None, |reader| bundle::whole(reader, &mut Discard));
    let claims = match whole {
        Ok(opened) => of_carry(&opened, trust, Some(true)),
        Err(error) => vec![refusal(&error)],
    };
    Verified { kind, claims }
}

/// What can be said of a carry file that could be read; `documents` is whether they are what was signed, where somebody looked.
pub(crate) fn of_carry(opened: &OpenedCarry, trust: &[Trust], documents: Option<bool>) -> Vec<Claim> {
    let facts = [
        ("digest", opened.digest.short()),
        ("batch", opened.carry.batch_name.clone()),
        ("applications", opened.carry.applications.len().to_string()),
    ];
    let files = opened.documents().len();
    let attached = match files {
        0 => claim("carry_bare", Some(true), &[]),
        _ => claim("carry_documents", documents, &[("count", files.to_string())]),
    };
    vec![
        signer(&opened.card, trust),
        form(true, ""),
        signature(Ok(())),
        claim("file_contents", Some(true), &facts),
        attached,
    ]
}

fn batch(outcome: Result<crate::Frozen, BatchRefusal>, trust: &[Trust], documents: bool) -> Verified {
    let kind = FileKind::Batch;
    let frozen = match outcome {
        Ok(frozen) => frozen,
        Err(BatchRefusal::Container(error)) => return unreadable(of_container(&error)),
        Err(error) => {
            return Verified {
                kind,
                claims: vec![refusal(&error)],
            };
        }
    };
    let file: &BatchFile = &frozen.file;
    let signed = if frozen.is_countersigned() {
        Ok(())
    } else {
        Err("unsigned".to_owned())
    };
    let facts = [
        ("digest", frozen.digest.short()),
        ("batch", file.name.clone()),
        ("applications", file.applications.len().to_string()),
    ];
    let mut claims: Vec<Claim> = file
        .roster
        .member(&file.chair)
        .map(|m| signer(&m.card, trust))
        .into_iter()
        .collect();
    claims.extend([form(true, ""), signature(signed), claim("file_contents", Some(true), &facts)]);
    if !documents {
        claims.push(claim("file_documents", None, &[]));
    }
    Verified { kind, claims }
}

/// A path as the check names it.
#[must_use]
pub fn named(path: &Path) -> PathBuf {
    files::absolute(path)
}
