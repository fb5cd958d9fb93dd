//! The selection report: from a record to pages, a signed PDF with its evidence, and back to the record.
//!
//! The pages are a pure function of the record, the shipped fonts and the program's version: lengths are whole
//! thousandths of a point, nothing is iterated in hash order, streams are compressed by code that does not depend on
//! the processor. So a checker sets the report again and compares the bytes.

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::as_conversions,
        clippy::indexing_slicing
    )
)]

mod error;
mod evidence;
mod facts;
mod fonts;
mod layout;
mod pages;
mod pdf;
mod radicals;
mod record;
mod sign;
mod signatures;
mod verify;
mod words;
mod workbook;

pub use error::ReportError;
pub use fonts::check_glyphs;
pub use pages::{Added, NoticeLine, Reception};
pub use record::{Claim, Edition, Printed, ReportRecord, SetReport, Trust};
pub use verify::CLAIMS;

use lx_domain::{BatchFile, Digest, Dossier, Profile, Sheet, UnixMillis};
use lx_seal::PdfSigner;

use crate::{
    facts::Facts,
    fonts::Fonts,
    layout::Page,
    pdf::{Imprint, compose},
};

/// Name and version of this program as reports carry it.
pub const PROGRAM: &str = concat!("linxuan ", env!("CARGO_PKG_VERSION"));

/// Sets the report: pages, evidence attached, not yet signed.
///
/// # Errors
/// [`ReportError`], one variant per reason.
pub fn set_report(record: &ReportRecord) -> Result<SetReport, ReportError> {
    set(&Facts::of(record)?, record)
}

/// Sets a report whose record is opened already.
pub(crate) fn set(facts: &Facts, record: &ReportRecord) -> Result<SetReport, ReportError> {
    match record.edition {
        Edition::Full => {}
        Edition::Submission => return Err(ReportError::EditionNotMade),
    }
    let fonts = Fonts::shipped()?;
    let (pages, printed) = pages::report(fonts, facts, record)?;
    let files = evidence::pack(record, facts.digest, &printed)?;
    let words = &facts.batch.profile.report;
    let title = format!("{}（{}）", words.title, facts.batch.name);
    let imprint = Imprint {
        title: &title,
        author: &words.organiser,
        program: &record.program,
        at: record.made_at,
        digest: facts.digest,
    };
    let pdf = compose(fonts, &pages, &imprint, &files)?;
    Ok(SetReport {
        pdf,
        pages: u32::try_from(pages.len()).unwrap_or(u32::MAX),
        printed,
        digest: facts.digest,
    })
}

/// Signs a report (PAdES B-B). Signing a signed one adds a signature beside the others.
///
/// # Errors
/// [`ReportError::NotAReport`], [`ReportError::Signature`].
pub fn sign_report(pdf: &[u8], signer: &PdfSigner, name: &str, at: UnixMillis) -> Result<Vec<u8>, ReportError> {
    sign::sign(pdf, signer, name, at)
}

/// Reads the record out of a report, checking nothing but its form.
///
/// # Errors
/// [`ReportError::NotAReport`].
pub fn read_report(pdf: &[u8]) -> Result<ReportRecord, ReportError> {
    let document = lopdf::Document::load_mem(pdf).map_err(|_| ReportError::NotAReport("PDF".to_owned()))?;
    Ok(evidence::unpack(&evidence::attachments(&document)?)?.record)
}

/// Checks a report from itself alone: every claim with how it came out, the identity of the signer first.
///
/// Without trust that first one is never answered: 内容自洽，签名人身份未核对.
#[must_use]
pub fn verify_report(pdf: &[u8], trust: &[Trust]) -> Vec<Claim> {
    verify::verify(pdf, trust)
}

/// The spreadsheet beside the report (.xlsx): formulas that reckon again, with the values they gave.
///
/// # Errors
/// As [`set_report`]; [`ReportError::Workbook`].
pub fn workbook(record: &ReportRecord) -> Result<Vec<u8>, ReportError> {
    workbook::workbook(&Facts::of(record)?)
}

/// A scoresheet to be printed and signed by hand.
///
/// # Errors
/// [`ReportError::MissingGlyphs`], [`ReportError::Pdf`].
pub fn set_sheet_pdf(batch: &BatchFile, sheet: &Sheet) -> Result<Vec<u8>, ReportError> {
    let fonts = Fonts::shipped()?;
    let digest = lx_seal::digest_of(sheet).map_err(|error| ReportError::Pdf(error.to_string()))?;
    let pages = pages::scoresheet(fonts, batch, sheet, &digest.short())?;
    plain(
        fonts,
        &pages,
        &format!("专家评分表（{}）", batch.name),
        &batch.profile.report.organiser,
        sheet.sealed_at,
        digest,
    )
}

/// 补充材料通知: everything that is asked for, at once.
///
/// # Errors
/// [`ReportError::MissingGlyphs`], [`ReportError::Pdf`].
pub fn set_notice(
    dossier: &Dossier,
    lines: &[NoticeLine],
    reason: &str,
    deadline: Option<UnixMillis>,
    profile: &Profile,
    batch: &str,
    at: UnixMillis,
) -> Result<Vec<u8>, ReportError> {
    let fonts = Fonts::shipped()?;
    let notice = pages::Notice {
        dossier,
        lines,
        reason,
        deadline,
        profile,
        batch,
        at,
    };
    let pages = pages::notice(fonts, &notice)?;
    let title = format!("补充材料通知（{}）", dossier.number);
    plain(fonts, &pages, &title, &profile.report.organiser, at, of_dossier(dossier)?)
}

/// 申报材料回执: what was received, when, and by which digest it is known again. `added` is what came this time, where it was no
/// whole application.
///
/// # Errors
/// [`ReportError::MissingGlyphs`], [`ReportError::Pdf`].
pub fn set_receipt(
    dossier: &Dossier,
    added: Option<&Added<'_>>,
    profile: &Profile,
    reception: Reception<'_>,
    at: UnixMillis,
) -> Result<Vec<u8>, ReportError> {
    let fonts = Fonts::shipped()?;
    let pages = pages::receipt(fonts, dossier, added, profile, reception, at)?;
    let title = format!("申报材料回执（{}）", dossier.number);
    plain(fonts, &pages, &title, &profile.report.organiser, at, of_dossier(dossier)?)
}

fn of_dossier(dossier: &Dossier) -> Result<Digest, ReportError> {
    lx_seal::digest_of(dossier).map_err(|error| ReportError::Pdf(error.to_string()))
}

/// A PDF without evidence.
fn plain(fonts: &Fonts, pages: &[Page], title: &str, author: &str, at: UnixMillis, digest: Digest) -> Result<Vec<u8>, ReportError> {
    compose(
        fonts,
        pages,
        &Imprint {
            title,
            author,
            program: PROGRAM,
            at,
            digest,
        },
        &[],
    )
}
