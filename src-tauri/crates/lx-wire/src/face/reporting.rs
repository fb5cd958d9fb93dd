//! The report, and checking any file.

use std::path::{Path, PathBuf};

use lx_domain::UnixMillis;
use lx_report::{Claim, Edition};
use lx_steps::{
    Desk, StepError,
    reporting::{self as steps, Made, Order},
    sample::SampleFolders,
    verifying::{self, FileKind, Verified},
};

use crate::{
    Fault,
    reporting::{ClaimView, MakeReport, ReportView, VerifyView},
    text::Texts,
};

/// Sets, signs and writes the report.
///
/// # Errors
/// What the step refuses; a wrong passphrase.
pub fn make_report(desk: &mut Desk, request: &MakeReport, at: UnixMillis) -> Result<ReportView, Fault> {
    desk.check_passphrase(&request.passphrase)?;
    let out = match request.out.as_deref().filter(|o| !o.is_empty()) {
        Some(out) => PathBuf::from(out),
        None => {
            let folder = SampleFolders::of_desk(desk.folder()).map_or_else(|| desk.out_folder(), |s| s.files());
            folder.join(format!("遴选结果报告-{}.pdf", desk.batch()?.file.name))
        }
    };
    let p12 = match request.p12.as_deref().filter(|p| !p.is_empty()) {
        Some(path) => {
            let bytes = std::fs::read(path).map_err(|source| StepError::File { path: path.into(), source })?;
            Some((bytes, request.p12_password.clone().unwrap_or_default()))
        }
        None => None,
    };
    let xlsx = request.xlsx.then(|| out.with_extension("xlsx"));
    Ok(view(steps::make_report(
        desk,
        &Order {
            out,
            xlsx,
            edition: Edition::Full,
            p12,
        },
        at,
    )?))
}

fn view(made: Made) -> ReportView {
    ReportView {
        report: made.path.display().to_string(),
        xlsx: made.xlsx.map(|p| p.display().to_string()),
        pages: made.pages,
        digest: made.digest.to_string(),
        short: made.digest.short(),
        signatures: made.signatures,
        at: made.at.0,
    }
}

/// Reports made, newest first.
///
/// # Errors
/// What reading the desk can meet.
pub fn reports(desk: &Desk) -> Result<Vec<ReportView>, Fault> {
    Ok(steps::reports(desk)?.into_iter().map(view).collect())
}

/// Checks any file of ours; needs no desk.
///
/// # Errors
/// [`Fault`] only for something given as trusted that is neither card, fingerprint nor certificate.
pub fn verify_file(texts: &Texts, path: &str, trust: &[String]) -> Result<VerifyView, Fault> {
    let trusted = verifying::trusted(trust)?;
    let verified = verifying::verify(Path::new(path), &trusted);
    Ok(VerifyView {
        path: verifying::named(Path::new(path)).display().to_string(),
        kind: verified.kind.as_str().to_owned(),
        valid: verified.is_valid(),
        headline: texts.word(headline(&verified)),
        claims: verified.claims.iter().map(|c| claim(texts, c)).collect(),
    })
}

/// The first line: a re-keyed forgery must never read as proven.
fn headline(verified: &Verified) -> &'static str {
    match verified.identity() {
        _ if !verified.is_valid() => "headline-refuted",
        None if verified.kind == FileKind::Backup => "headline-unsigned",
        Some(identity) if identity.holds == Some(true) => "headline-proven",
        Some(_) | None => "headline-unchecked",
    }
}

pub(super) fn claim(texts: &Texts, c: &Claim) -> ClaimView {
    let args = || c.args.iter().map(|(k, v)| (k.as_str(), v.clone()));
    ClaimView {
        claim: c.claim.clone(),
        says: texts.say(&format!("claim-{}", c.claim.replace('_', "-")), args()),
        holds: c.holds,
        detail: texts.say(&c.detail, args()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_signer_whose_identity_holds_reads_as_proven() {
        let claim = |claim: &str, holds| Claim {
            claim: claim.to_owned(),
            holds,
            detail: String::new(),
            args: Default::default(),
        };
        let said = |kind, claims: Vec<Claim>| headline(&Verified { kind, claims });
        let form = || claim("file_form", Some(true));
        assert_eq!(said(FileKind::Backup, vec![form()]), "headline-unsigned");
        assert_eq!(said(FileKind::Backup, vec![claim("file_form", Some(false))]), "headline-refuted");
        assert_eq!(
            said(FileKind::Card, vec![claim("file_signer", Some(true)), form()]),
            "headline-proven"
        );
        assert_eq!(said(FileKind::Report, vec![claim("identity", Some(true))]), "headline-proven");
        assert_eq!(said(FileKind::Card, vec![claim("file_signer", None), form()]), "headline-unchecked");
        assert_eq!(said(FileKind::Batch, vec![form()]), "headline-unchecked");
    }
}
