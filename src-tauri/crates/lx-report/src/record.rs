//! What a report is made of, and what comes out of the making.

use lx_domain::{Digest, Fingerprint, UnixMillis};
use lx_seal::Envelope;
use serde::{Deserialize, Serialize};

/// For whom a report is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edition {
    /// 备查版: named experts, sheets, evidence, the full proof.
    Full,
    /// 报送版: experts coded, ten pages at most.
    Submission,
}

/// Everything that a report rests on. The pages are a pure function of it and of the program's version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRecord {
    /// For whom.
    pub edition: Edition,
    /// The batch file, countersigned by the chair.
    pub batch: Envelope,
    /// Every scoresheet that was merged, those that don't count too.
    pub sheets: Vec<Envelope>,
    /// Every ruling.
    pub rulings: Vec<Envelope>,
    /// The selection opinion.
    pub decision: Envelope,
    /// Digest of the journal's last row when the report was made.
    pub journal_head: Digest,
    /// When it was made; printed as the date.
    pub made_at: UnixMillis,
    /// Name and version of the program, such as `linxuan 0.1.0`: [`crate::PROGRAM`] when made now.
    pub program: String,
}

/// A value on a page, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// Page, from 1.
    pub page: u32,
    /// The heading or table under which it stands.
    pub place: String,
    /// What it is, such as `score/GZ2026-001`.
    pub what: String,
    /// The words or digits.
    pub value: String,
}

/// A report, set but not signed.
#[derive(Debug, Clone)]
pub struct SetReport {
    /// The PDF with its evidence attached.
    pub pdf: Vec<u8>,
    /// How many pages.
    pub pages: u32,
    /// Every value printed, in order.
    pub printed: Vec<Printed>,
    /// 校验码 of the report: of the evidence it rests on, printed on the page.
    pub digest: Digest,
}

/// Whom the checking person trusts, from outside the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trust {
    /// A person's key (from a card, or read off paper).
    Fingerprint(Fingerprint),
    /// A certificate (DER): a signer's own, or an authority's.
    Certificate(Vec<u8>),
}

/// One thing that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Claim {
    /// Stable id, such as `signature`; its name is in the catalogue under `claim-<id>`.
    pub claim: String,
    /// Holds, refuted, or not checked.
    pub holds: Option<bool>,
    /// Id of the sentence in the catalogue that says how it came out, such as `claim-signature-holds`.
    pub detail: String,
    /// What the sentence needs.
    pub args: std::collections::BTreeMap<String, String>,
}
