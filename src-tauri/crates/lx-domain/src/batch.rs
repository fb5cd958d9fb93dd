//! The batch file: what is frozen before the first score.

use serde::{Deserialize, Serialize};

use crate::{
    application::{Dossier, Track},
    id::{ApplicationNumber, BatchId, Digest, Fingerprint, UnixMillis},
    person::Roster,
    profile::Profile,
    screening::{Admission, Outcome},
};

/// One received application in the batch file, scored or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatchApplication {
    /// What was received and read.
    pub dossier: Dossier,
    /// Digest of the dossier's canonical bytes: a sheet binds it.
    pub dossier_digest: Digest,
    /// The screening record.
    pub admission: Admission,
}

impl BatchApplication {
    /// Whether reviewers score it: admitted, and not merely forwarded.
    #[must_use]
    pub fn is_scored(&self) -> bool {
        self.admission.outcome == Outcome::Admit && self.dossier.track != Track::Forwarded
    }

    /// Its number.
    #[must_use]
    pub fn number(&self) -> &ApplicationNumber {
        &self.dossier.number
    }
}

/// An application that was received, but is not of this batch (移出本批次): kept, not screened to an end, not scored. It moves to a
/// later batch (转入下一批次), or was withdrawn or received by mistake (撤回或误收) and moves nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deferred {
    /// Its number.
    pub number: ApplicationNumber,
    /// Best candidate of the title.
    pub title: String,
    /// Name of the lead applicant; may be empty.
    pub lead: String,
    /// Of its first package.
    pub received_at: UnixMillis,
    /// Of the latest package.
    pub package_digest: Digest,
    /// Why.
    pub reason: String,
    /// Whether it was withdrawn or received by mistake.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// Everything the review rests on, signed by the secretary or chair who froze it and countersigned by the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatchFile {
    /// Version of this form: 1.
    pub schema: u32,
    /// Random name.
    pub id: BatchId,
    /// 批次名称, such as 2026年第一批.
    pub name: String,
    /// Whether the batch is made of the shipped samples; printed as 示例 on every page.
    pub sample: bool,
    /// The whole profile, frozen.
    pub profile: Profile,
    /// Digest of the profile's canonical bytes, bound by every sheet.
    pub rubric_digest: Digest,
    /// The committee.
    pub roster: Roster,
    /// Key of the chair, who must be on the roster.
    pub chair: Fingerprint,
    /// Every received application, by number.
    pub applications: Vec<BatchApplication>,
    /// When it was frozen.
    pub frozen_at: UnixMillis,
    /// 受理截止时间: what is received after it is late; absent where none was set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<UnixMillis>,
    /// Applications that were received and are not of this batch, by number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deferred: Vec<Deferred>,
}

impl BatchFile {
    /// The applications that are scored, by number.
    pub fn scored(&self) -> impl Iterator<Item = &BatchApplication> {
        self.applications.iter().filter(|a| a.is_scored())
    }

    /// One application.
    #[must_use]
    pub fn application(&self, number: &ApplicationNumber) -> Option<&BatchApplication> {
        self.applications.iter().find(|a| a.number() == number)
    }
}
