//! The selection opinion (遴选意见): the work group recommends, it never approves.

use serde::{Deserialize, Serialize};

use crate::id::{ApplicationNumber, BatchId, Digest, Fingerprint, UnixMillis};

/// What is said of one application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Opinion {
    /// 建议推荐.
    Recommend,
    /// 未纳入本批次（可纳入后续批次）.
    Later,
    /// 不符合申报条件.
    Ineligible,
}

/// The opinion on one application, with its reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionEntry {
    /// Which.
    pub number: ApplicationNumber,
    /// What is recommended.
    pub opinion: Opinion,
    /// Why; never empty, printed.
    pub reason: String,
    /// 产业导向考虑: the group's own consideration, apart from any score; may be empty.
    pub industry: String,
}

/// A dissent in writing, printed as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// Whose.
    pub by: Fingerprint,
    /// The words.
    pub text: String,
}

/// The opinion on every scored application of the batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Version of this form: 1.
    pub schema: u32,
    /// Of which batch.
    pub batch: BatchId,
    /// Digest of the standing's canonical bytes.
    pub standing: Digest,
    /// Every scored application, by number.
    pub entries: Vec<DecisionEntry>,
    /// Dissents.
    pub dissents: Vec<Dissent>,
    /// The chair.
    pub by: Fingerprint,
    /// When.
    pub at: UnixMillis,
}
