//! Form and completeness: what the secretary found of each application.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::id::{ApplicationNumber, Digest, Fingerprint, ItemId, UnixMillis};

/// What became of one item of the checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// 齐备.
    Present,
    /// 缺失.
    Missing,
    /// 不规范.
    Irregular,
    /// 不适用.
    Na,
}

/// A state with its reason and place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemVerdict {
    /// Which state.
    pub state: ItemState,
    /// Why; may be empty for 齐备 only.
    pub reason: String,
}

/// How screening ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// 材料审核通过.
    Admit,
    /// 补充完善.
    Supplement,
    /// 不符合申报条件.
    Reject,
    /// 代收.
    Forward,
}

/// The screening record of one application. Only [`Outcome::Admit`] is scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Admission {
    /// Whose.
    pub number: ApplicationNumber,
    /// Of the dossier that was screened.
    pub dossier: Digest,
    /// One verdict per item of the profile's checklist.
    pub items: BTreeMap<ItemId, ItemVerdict>,
    /// The outcome.
    pub outcome: Outcome,
    /// Why; printed in the report.
    pub reason: String,
    /// Who confirmed it.
    pub by: Fingerprint,
    /// When.
    pub at: UnixMillis,
}
