//! The report and verification.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Command `make_report(request) -> ReportView`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct MakeReport {
    /// PDF path; null for the desk's own `out` folder.
    pub out: Option<String>,
    /// Also the spreadsheet beside it.
    pub xlsx: bool,
    /// 口令: the report is signed.
    pub passphrase: String,
    /// A .p12 to sign with instead of the desk's own certificate.
    pub p12: Option<String>,
    /// Its password.
    pub p12_password: Option<String>,
}

/// A report made. Command `reports() -> Vec<ReportView>`, newest first.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReportView {
    /// PDF.
    pub report: String,
    /// Spreadsheet.
    pub xlsx: Option<String>,
    /// Pages.
    pub pages: u32,
    /// Digest of the file.
    pub digest: String,
    /// Its short form, as printed.
    pub short: String,
    /// Names on the signatures.
    pub signatures: Vec<String>,
    /// When.
    pub at: i64,
}

/// Command `verify_file(path, trust: Vec<String>) -> VerifyView`; needs no desk. The bytes of a PDF just made or verified can be
/// shown from `lxdoc://localhost/file?path=…` only for paths that the core itself returned or verified.
#[derive(Debug, Clone, Serialize, TS)]
pub struct VerifyView {
    /// File.
    pub path: String,
    /// `card|batch|sheet|ruling|decision|report|backup|unknown`.
    pub kind: String,
    /// None refuted.
    pub valid: bool,
    /// First line, in words (内容自洽，签名人身份未核对 …).
    pub headline: String,
    /// Claims.
    pub claims: Vec<ClaimView>,
}

/// One claim.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ClaimView {
    /// Claim id.
    pub claim: String,
    /// What is claimed, in words.
    pub says: String,
    /// True, false, or null for not checked.
    pub holds: Option<bool>,
    /// Facts in words.
    pub detail: String,
}
