//! Form and completeness: what the secretary found of each application.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    application::Source,
    id::{ApplicationNumber, Digest, Fingerprint, ItemId, UnixMillis},
};

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
    /// Where in which document; may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Source>,
}

impl ItemVerdict {
    /// A state with its reason, at no place in particular.
    #[must_use]
    pub fn of(state: ItemState, reason: impl Into<String>) -> Self {
        Self {
            state,
            reason: reason.into(),
            places: Vec::new(),
        }
    }
}

impl ItemState {
    /// 完整性: whether what is asked for is there; absent where nothing is asked for.
    #[must_use]
    pub fn complete(self) -> Option<bool> {
        match self {
            Self::Present | Self::Irregular => Some(true),
            Self::Missing => Some(false),
            Self::Na => None,
        }
    }

    /// 规范性: whether what is there is in form; absent where nothing is there to be judged.
    #[must_use]
    pub fn regular(self) -> Option<bool> {
        match self {
            Self::Present => Some(true),
            Self::Irregular => Some(false),
            Self::Missing | Self::Na => None,
        }
    }
}

/// 初步审阅意见 on a forwarded application: read, never scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FirstReading {
    /// The opinion, printed in the report.
    pub text: String,
    /// Whose.
    pub by: Fingerprint,
    /// When.
    pub at: UnixMillis,
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
    /// Digest of the profile's canonical bytes by which it was screened; absent in records of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Digest>,
    /// The first reading of a forwarded application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_reading: Option<FirstReading>,
}
