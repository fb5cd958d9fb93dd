//! The selection report: set, signed, written, with its evidence inside.

use std::path::{Path, PathBuf};

use lx_domain::{Digest, Role, UnixMillis};
use lx_ledger::EnvelopeKind;
pub use lx_report::Edition;
use lx_report::{ReportRecord, set_report, sign_report, workbook};
use lx_seal::{Envelope, PdfSigner};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::{Desk, StepError, deciding, files, merging, placing};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Order {
    /// PDF.
    pub out: PathBuf,
    /// Spreadsheet.
    pub xlsx: Option<PathBuf>,
    /// Which edition.
    pub edition: Edition,
    /// A `.p12` and its password, to sign with instead of the desk's own certificate.
    pub p12: Option<(Vec<u8>, String)>,
}

/// A report that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Made {
    /// PDF.
    pub path: PathBuf,
    /// Spreadsheet.
    pub xlsx: Option<PathBuf>,
    /// Pages.
    pub pages: u32,
    /// 校验码 of what it rests on, as printed.
    pub digest: Digest,
    /// Names on the signatures.
    pub signatures: Vec<String>,
    /// When.
    pub at: UnixMillis,
}

/// The record of the batch as it stands.
///
/// # Errors
/// [`StepError::NotDecided`] while there is no decision on the standing as it is.
pub fn record(desk: &Desk, edition: Edition, at: UnixMillis) -> Result<ReportRecord, StepError> {
    let frozen = desk.batch()?;
    let decided = deciding::decided(desk)?.filter(|d| d.current).ok_or(StepError::NotDecided)?;
    let mut rulings = Vec::new();
    for stored in desk.ledger.envelopes(EnvelopeKind::Ruling)? {
        rulings.push(Envelope::parse(&stored.bytes)?);
    }
    Ok(ReportRecord {
        edition,
        batch: frozen.envelope.clone(),
        sheets: merging::envelopes(desk)?,
        rulings,
        decision: decided.envelope,
        journal_head: desk.ledger.journal_head()?,
        made_at: at,
        program: lx_report::PROGRAM.to_owned(),
    })
}

/// Whether the report and its workbook may be written there: asked before anything is signed.
///
/// # Errors
/// [`StepError::Exists`], [`StepError::Occupied`].
pub fn expect_places(out: &Path, xlsx: Option<&Path>) -> Result<(), StepError> {
    placing::expect_place(out, placing::Kind::Pdf)?;
    xlsx.map_or(Ok(()), |path| placing::expect_place(path, placing::Kind::Workbook))
}

/// Makes, signs and writes the report.
///
/// # Errors
/// As [`expect_places`]; [`StepError::NotDecided`], [`StepError::Report`], [`StepError::P12`], [`StepError::File`].
pub fn make_report(desk: &mut Desk, order: &Order, at: UnixMillis) -> Result<Made, StepError> {
    desk.expect_role(&[Role::Chair, Role::Deputy, Role::Secretary])?;
    expect_places(&order.out, order.xlsx.as_deref())?;
    let record = record(desk, order.edition, at)?;
    let (signer, name) = match &order.p12 {
        Some((bytes, password)) => {
            let signer = PdfSigner::from_p12(bytes, password)?;
            let name = signer.subject().common_name;
            (signer, name)
        }
        None => (PdfSigner::from_keys(&desk.keys)?, desk.person.name.clone()),
    };
    let set = set_report(&record)?;
    let pdf = sign_report(&set.pdf, &signer, &name, at)?;
    let table = order.xlsx.as_ref().map(|_| workbook(&record)).transpose()?;
    placing::place(&order.out, placing::Kind::Pdf, &pdf)?;
    if let (Some(path), Some(table)) = (&order.xlsx, &table) {
        placing::place(path, placing::Kind::Workbook, table)?;
        desk.note_export("workbook", path, Digest::of(table), None, at)?;
    }
    let made = Made {
        path: files::absolute(&order.out),
        xlsx: order.xlsx.as_deref().map(files::absolute),
        pages: set.pages,
        digest: set.digest,
        signatures: vec![name],
        at,
    };
    let me = desk.me();
    desk.note_export("report", &order.out, Digest::of(&pdf), None, at)?;
    desk.ledger.transaction(|tx| {
        tx.append_journal("report", Some(&made.digest), Some(&me), at, &json!(made))?;
        Ok::<_, StepError>(())
    })?;
    Ok(made)
}

/// The reports made on this desk, newest first.
///
/// # Errors
/// What reading the desk can meet.
pub fn reports(desk: &Desk) -> Result<Vec<Made>, StepError> {
    let rows = desk.ledger.journal()?.into_iter().rev().filter(|row| row.kind == "report");
    Ok(rows.filter_map(|row| serde_json::from_value(row.detail).ok()).collect())
}
