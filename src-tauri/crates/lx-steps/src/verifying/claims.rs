//! The claims of a check, and the words for what refutes one.

use std::collections::BTreeMap;

use lx_domain::Card;
use lx_report::{Claim, Trust};
use lx_seal::{SealError, card_certificates, card_key, certificate_fingerprint};

use crate::{StepError, container::ContainerError, joining::BatchRefusal};

pub(super) fn claim(id: &str, holds: Option<bool>, args: &[(&str, String)]) -> Claim {
    let outcome = match holds {
        Some(true) => "holds",
        Some(false) => "refuted",
        None => "unchecked",
    };
    let args: BTreeMap<String, String> = args.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect();
    Claim {
        claim: id.to_owned(),
        holds,
        detail: format!("claim-{}-{outcome}", id.replace('_', "-")),
        args,
    }
}

/// Reasons are words of the catalogue's selector, never a library's sentence.
pub(super) fn of_io(error: &std::io::Error) -> &'static str {
    if error.kind() == std::io::ErrorKind::NotFound {
        "missing"
    } else {
        "unreadable"
    }
}

pub(super) fn of_file(error: &StepError) -> &'static str {
    match error {
        StepError::File { source, .. } => of_io(source),
        StepError::TooLarge { .. } => "too_large",
        _ => "unreadable",
    }
}

pub(super) fn of_seal(error: &SealError) -> &'static str {
    match error {
        SealError::TooLarge { .. } => "too_large",
        SealError::UnknownSchema { .. } => "newer",
        SealError::UnknownKind { .. } | SealError::WrongKind { .. } => "other_kind",
        SealError::NoSignature | SealError::MissingSigner { .. } => "unsigned",
        SealError::UnknownSigner { .. } => "other_signer",
        SealError::BrokenSeal { .. } | SealError::DuplicateSigner { .. } => "altered",
        SealError::NotAKey | SealError::BadBoxKey | SealError::BadCertificates => "bad_key",
        _ => "form",
    }
}

pub(super) fn of_container(error: &ContainerError) -> &'static str {
    match error {
        ContainerError::NotAContainer => "form",
        ContainerError::TooBig => "too_large",
        ContainerError::Io(error) => of_io(error),
        ContainerError::Damaged(_) => "damaged",
    }
}

fn of_batch(error: &BatchRefusal) -> &'static str {
    match error {
        BatchRefusal::SignerWithoutRole(_) => "other_signer",
        BatchRefusal::DocumentMissing(_) | BatchRefusal::DocumentAltered(_) | BatchRefusal::Stranger(_) => "documents",
        BatchRefusal::Io(error) => of_io(error),
        _ => "inconsistent",
    }
}

pub(super) fn form(holds: bool, reason: &str) -> Claim {
    claim("file_form", Some(holds), &[("reason", reason.to_owned())])
}

pub(super) fn signature(outcome: Result<(), String>) -> Claim {
    match outcome {
        Ok(()) => claim("file_signature", Some(true), &[("reason", String::new())]),
        Err(reason) => claim("file_signature", Some(false), &[("reason", reason)]),
    }
}

/// Whether the signer is one whom the checking person trusts from outside the file.
pub(super) fn signer(card: &Card, trust: &[Trust]) -> Claim {
    let fingerprint = card_key(card).ok().map(|key| key.fingerprint());
    let certificates = card_certificates(card).unwrap_or_default();
    let known = trust.iter().any(|t| match t {
        Trust::Fingerprint(f) => fingerprint == Some(*f),
        Trust::Certificate(der) => certificates
            .iter()
            .any(|c| certificate_fingerprint(c) == certificate_fingerprint(der)),
    });
    let args = [
        ("name", card.name.clone()),
        ("org", card.org.clone()),
        ("short", fingerprint.map(|f| f.short()).unwrap_or_default()),
    ];
    // A certificate that a card brings is named by the card alone, so only the key can prove a card's owner.
    let by_key = trust.iter().any(|t| matches!(t, Trust::Fingerprint(_)));
    let holds = match (trust.is_empty(), by_key, known) {
        (true, ..) | (false, false, false) => None,
        (false, _, true) => Some(true),
        (false, true, false) => Some(false),
    };
    claim("file_signer", holds, &args)
}

/// A broken signature is told apart from a broken form.
pub(super) fn refused(error: &SealError) -> Claim {
    match error {
        SealError::BrokenSeal { .. } | SealError::UnknownSigner { .. } | SealError::MissingSigner { .. } => {
            signature(Err(of_seal(error).to_owned()))
        }
        other => form(false, of_seal(other)),
    }
}

/// What refutes a file that travels with documents.
pub(super) fn refusal(error: &BatchRefusal) -> Claim {
    match error {
        BatchRefusal::Seal(error) => refused(error),
        BatchRefusal::Container(error) => form(false, of_container(error)),
        error => claim("file_contents", Some(false), &[("reason", of_batch(error).to_owned())]),
    }
}
