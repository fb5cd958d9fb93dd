//! What moves with an application into a later batch (结转): its papers as they stood, and what every batch before concluded.
//!
//! Scores never move: the next panel judges for itself.

use serde::{Deserialize, Serialize};

use crate::{
    application::{Dossier, Source},
    decision::Opinion,
    id::{ApplicationNumber, BatchId, Digest, Fingerprint, ItemId, UnixMillis},
    screening::{ItemState, Outcome},
    stated::Corrected,
};

/// One item of the checklist as it was screened; its name stands beside the id, since another profile may not have it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenedItem {
    /// Which.
    pub id: ItemId,
    /// Its name.
    pub name: String,
    /// 齐备, 缺失, 不规范, 不适用.
    pub state: ItemState,
    /// Why.
    pub reason: String,
    /// Where.
    pub places: Vec<Source>,
}

/// How the screening of one version ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScreenedVersion {
    /// The outcome.
    pub outcome: Outcome,
    /// Why.
    pub reason: String,
    /// When.
    pub at: UnixMillis,
    /// The items, in the order of the checklist.
    pub items: Vec<ScreenedItem>,
    /// 初步审阅意见; empty where none was written.
    pub first_reading: String,
}

/// A line of a notice, and whether the next version answered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskedLine {
    /// Item of the checklist; empty for what belongs to none.
    pub what: String,
    /// The words.
    pub text: String,
    /// 已补; absent while no further version came.
    pub settled: Option<bool>,
}

/// A notice that went out (补充材料通知).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SentNotice {
    /// When.
    pub at: UnixMillis,
    /// By when the supplement was asked for.
    pub deadline: Option<UnixMillis>,
    /// What it asked for.
    pub lines: Vec<AskedLine>,
}

/// One version of the package in the earlier batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerVersion {
    /// From 1.
    pub version: u32,
    /// Name of the file it came in.
    pub package_name: String,
    /// Of the package.
    pub package_digest: Digest,
    /// Time of receipt.
    pub received_at: UnixMillis,
    /// How its screening ended, once it had.
    pub screened: Option<ScreenedVersion>,
    /// What was asked for.
    pub notice: Option<SentNotice>,
}

/// A passage of a coaching record that concludes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoachingPassage {
    /// Where it stands.
    pub source: Source,
    /// The words.
    pub text: String,
}

/// What became of the application in that batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Ending {
    /// 转入下一批次: late, or moved for another reason before the review.
    Deferred {
        /// Why.
        reason: String,
    },
    /// The screening did not let it into the review: 补充完善, 不符合申报条件 or 代收.
    Screened {
        /// The outcome.
        outcome: Outcome,
        /// Why.
        reason: String,
    },
    /// The selection opinion.
    Decided {
        /// 未纳入本批次, 不符合申报条件; 建议推荐 for a project that was coached.
        opinion: Opinion,
        /// Why.
        reason: String,
        /// 产业导向考虑; may be empty.
        industry: String,
        /// When it was signed.
        at: UnixMillis,
        /// Digest of the signed decision.
        decision: Digest,
    },
}

/// What one batch concluded on an application (前次结论).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conclusion {
    /// Which batch.
    pub batch: BatchId,
    /// 批次名称.
    pub batch_name: String,
    /// Its number there.
    pub number: ApplicationNumber,
    /// Name of the profile by which it was screened and judged.
    pub profile_name: String,
    /// Digest of that profile.
    pub profile: Digest,
    /// What became of it.
    pub ending: Ending,
    /// The versions of the package, oldest first.
    pub versions: Vec<FormerVersion>,
    /// What the coaching record concluded.
    pub coaching: Vec<CoachingPassage>,
}

/// What a person wrote over what was read in the earlier batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerCorrection {
    /// Of what.
    pub about: Corrected,
    /// The value.
    pub value: String,
    /// Why; may be empty.
    pub reason: String,
    /// The person's name.
    pub by: String,
    /// When.
    pub at: UnixMillis,
}

/// One application on its way into a later batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CarriedApplication {
    /// Its papers as they stood last, corrections applied.
    pub dossier: Dossier,
    /// Whether its documents are in the file.
    pub documents: bool,
    /// What every batch so far concluded, oldest first; the last is of the batch that sends it.
    pub conclusions: Vec<Conclusion>,
    /// What persons wrote over what was read, the last of each; absent in files of earlier versions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<FormerCorrection>,
}

impl CarriedApplication {
    /// What the batch that sends it concluded.
    #[must_use]
    pub fn latest(&self) -> Option<&Conclusion> {
        self.conclusions.last()
    }
}

/// The carry file's signed part: applications that leave one batch for a later one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carry {
    /// Version of this form: 1.
    pub schema: u32,
    /// The batch they leave.
    pub batch: BatchId,
    /// 批次名称.
    pub batch_name: String,
    /// Whether that batch is made of the shipped samples.
    pub sample: bool,
    /// Digest of the frozen batch; absent where they left before the freeze.
    pub frozen: Option<Digest>,
    /// Head of the journal of the desk that sends them.
    pub journal_head: Digest,
    /// The applications, by number.
    pub applications: Vec<CarriedApplication>,
    /// Who signs.
    pub by: Fingerprint,
    /// When.
    pub at: UnixMillis,
}

impl Carry {
    /// One application by the number that it had.
    #[must_use]
    pub fn application(&self, number: &ApplicationNumber) -> Option<&CarriedApplication> {
        self.applications.iter().find(|a| a.dossier.number == *number)
    }
}
