//! Rulings: signed decisions that change what counts.

use serde::{Deserialize, Serialize};

use crate::{
    id::{ApplicationNumber, BatchId, CriterionId, Digest, Fingerprint, UnixMillis},
    person::Roster,
    points::Hundredths,
};

/// Why a score was corrected after merging: the four reasons there are (no other is accepted).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionCode {
    /// 资格/符合性错误.
    Eligibility,
    /// 汇总错误.
    Reckoning,
    /// 超出评分范围.
    OutOfRange,
    /// 客观分错误.
    Objective,
}

/// What is ruled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RulingKind {
    /// A sheet does not count.
    Void {
        /// Digest of the sheet's payload.
        sheet: Digest,
    },
    /// Of several heads of one reviewer this one counts.
    Resolve {
        /// Whose heads.
        reviewer: Fingerprint,
        /// The one that counts.
        keep: Digest,
    },
    /// A reviewer is recused from an application after scoring it.
    Recuse {
        /// Who.
        reviewer: Fingerprint,
        /// From what.
        number: ApplicationNumber,
        /// Id of the profile's ground.
        ground: String,
    },
    /// One score is corrected.
    Correct {
        /// Whose score.
        reviewer: Fingerprint,
        /// Of what.
        number: ApplicationNumber,
        /// Which criterion.
        criterion: CriterionId,
        /// The new points.
        points: Hundredths,
        /// The reason there is for it.
        code: CorrectionCode,
    },
    /// A tie left by the rule is broken by the panel's vote: the applications in their order.
    BreakTie {
        /// In order of rank.
        order: Vec<ApplicationNumber>,
    },
    /// The roster is replaced; others' sheets stay valid.
    Amend {
        /// The new roster.
        roster: Roster,
    },
}

/// A signed decision that changes what counts; nothing that it changes is deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ruling {
    /// Version of this form: 1.
    pub schema: u32,
    /// Of which batch.
    pub batch: BatchId,
    /// Counts up from 1 within the batch; later rulings stand over earlier ones.
    pub sequence: u32,
    /// What is ruled.
    pub kind: RulingKind,
    /// Why; never empty.
    pub reason: String,
    /// The chair, or the deputy where the chair is recused.
    pub by: Fingerprint,
    /// When.
    pub at: UnixMillis,
}
