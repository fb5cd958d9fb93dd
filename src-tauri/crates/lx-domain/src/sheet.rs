//! Scoresheets.

use serde::{Deserialize, Serialize};

use crate::{
    id::{ApplicationNumber, BatchId, CriterionId, Digest, Fingerprint, UnixMillis},
    points::Hundredths,
};

/// What stands in one cell of a scoresheet. Four different things that are not points, and none is zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// Points given.
    Points(Hundredths),
    /// 不适用: the criterion does not apply to this application.
    NotApplicable,
}

/// A place in a document that supports a score.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Path of the document in the package.
    pub document: String,
    /// Its digest.
    pub digest: Digest,
    /// `第3页` or the like.
    pub place: String,
    /// The words.
    pub quote: String,
}

/// One criterion of one application, judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CriterionScore {
    /// Which criterion.
    pub id: CriterionId,
    /// Points, or why not.
    pub mark: Mark,
    /// Written reason; required in the bands that ask for one.
    pub reason: String,
    /// Places pinned.
    pub evidence: Vec<Evidence>,
}

/// A veto item raised by a reviewer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VetoRaised {
    /// Id of the profile's veto item.
    pub id: String,
    /// Why.
    pub reason: String,
}

/// What a reviewer says of one application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Verdict {
    /// Scored, criterion by criterion in the rubric's order, with an overall comment that may be empty.
    Scored {
        /// One entry per criterion.
        criteria: Vec<CriterionScore>,
        /// Overall comment.
        comment: String,
        /// Veto items raised.
        vetoes: Vec<VetoRaised>,
    },
    /// 回避.
    Recused {
        /// Id of the profile's ground.
        ground: String,
        /// In the reviewer's words; may be empty.
        reason: String,
    },
    /// 不予评分.
    Abstained {
        /// Why; required.
        reason: String,
    },
}

/// One application's part of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// Which application.
    pub number: ApplicationNumber,
    /// Digest of the dossier that was judged.
    pub dossier: Digest,
    /// The judgement.
    pub verdict: Verdict,
}

/// One reviewer's assessments of the whole batch in one round. Complete: every scored application is in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Version of this form: 1.
    pub schema: u32,
    /// Of which batch.
    pub batch: BatchId,
    /// Under which rubric.
    pub rubric_digest: Digest,
    /// Digest of the batch file's payload.
    pub batch_digest: Digest,
    /// Round, from 1.
    pub round: u32,
    /// By whom.
    pub reviewer: Fingerprint,
    /// Random name of the desk it was written on, 32 hexadecimal digits.
    pub device: String,
    /// From 1; one more for each sheet that the same desk sealed.
    pub revision: u32,
    /// Digests of the sheets it supersedes.
    pub parents: Vec<Digest>,
    /// Whether the scores are demonstration scores (示例).
    pub sample: bool,
    /// By application number.
    pub assessments: Vec<Assessment>,
    /// When it was signed.
    pub sealed_at: UnixMillis,
}

impl Sheet {
    /// The assessment of one application.
    #[must_use]
    pub fn assessment(&self, number: &ApplicationNumber) -> Option<&Assessment> {
        self.assessments.iter().find(|a| a.number == *number)
    }
}
