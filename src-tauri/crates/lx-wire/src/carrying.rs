//! Applications on their way into a later batch: what can be sent, what a file brings, what earlier batches concluded.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::reporting::ClaimView;

/// Command `carryable() -> Vec<CarryableView>`: what can move to a later batch.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CarryableView {
    /// Number in this batch.
    pub number: String,
    /// Title.
    pub title: String,
    /// Lead applicant.
    pub lead: String,
    /// `deferred|supplement|reject|forward|recommend|later|ineligible`: what became of it.
    pub ending: String,
    /// Why.
    pub reason: String,
    /// Whether this desk holds its documents.
    pub documents: bool,
    /// Size of its documents, in bytes.
    pub bytes: u64,
    /// Whether it moves unless a person leaves it out.
    pub proposed: bool,
}

/// Command `send_carry(request) -> CarrySentView`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SendCarry {
    /// The applications; absent for those that are proposed.
    pub numbers: Option<Vec<String>>,
    /// Whether the documents travel.
    pub documents: bool,
    /// Card of the person to whom the file is encrypted; absent for a plain file.
    pub to: Option<String>,
    /// The file; empty for the desk's own place for files.
    pub out: String,
}

/// A carry file that was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CarrySentView {
    /// The file.
    pub path: String,
    /// Digest of the signed record.
    pub digest: String,
    /// Its short form.
    pub short: String,
    /// Numbers of the applications in it.
    pub numbers: Vec<String>,
    /// Those of them whose documents stay behind.
    pub bare: Vec<String>,
    /// Name of the person to whom it is encrypted.
    pub to: Option<String>,
}

/// Command `look_at_carry(path, trust) -> CarryOfferView`: what a carry file says before anything of it is taken.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CarryOfferView {
    /// The file.
    pub path: String,
    /// The batch that sends it.
    pub batch: String,
    /// When it was signed.
    pub at: i64,
    /// Who signed, by the card in the file.
    pub signer: String,
    /// That person's organisation.
    pub org: String,
    /// That person's key.
    pub fingerprint: String,
    /// Its short form.
    pub short: String,
    /// `own|roster|named|nobody`: who vouches for the signer.
    pub vouched: String,
    /// What was checked.
    pub claims: Vec<ClaimView>,
    /// The applications.
    pub applications: Vec<OfferedView>,
}

/// One application of a carry file beside this batch.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OfferedView {
    /// Number in the earlier batch.
    pub former: String,
    /// Title.
    pub title: String,
    /// Lead applicant.
    pub lead: String,
    /// `pilot|coaching|forwarded`.
    pub track: String,
    /// What became of it there, as in [`CarryableView`].
    pub ending: String,
    /// Why.
    pub reason: String,
    /// Documents in the file; none where they stayed behind.
    pub documents: u32,
    /// Number here, where it was taken before.
    pub already: Option<String>,
    /// An application here that seems to be the same.
    pub same: Option<String>,
    /// The number that it gets unless a person gives another.
    pub proposed: String,
}

/// Command `receive_carry(request) -> CarryReceivedView`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReceiveCarry {
    /// The file.
    pub path: String,
    /// Cards, fingerprints or certificates that are trusted.
    pub trust: Vec<String>,
    /// Whether a person has compared the signer's fingerprint with paper.
    pub compared: bool,
    /// What is taken.
    pub applications: Vec<ReceiveOne>,
}

/// One application that is taken.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReceiveOne {
    /// Number in the earlier batch.
    pub former: String,
    /// Number in this batch; absent for the one that is proposed.
    pub number: Option<String>,
    /// An application that is here and gets the earlier conclusions, instead of a new one.
    pub beside: Option<String>,
}

/// What came of it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CarryReceivedView {
    /// What was taken.
    pub taken: Vec<TakenOver>,
    /// What was here before.
    pub already: Vec<TakenOver>,
}

/// One application that came over.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TakenOver {
    /// Number in the earlier batch.
    pub former: String,
    /// Number here.
    pub number: String,
    /// Whether it is a new application here.
    pub new: bool,
}

/// What earlier batches concluded, as one carry file tells it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormerView {
    /// Who signed the file.
    pub signer: String,
    /// That person's organisation.
    pub org: String,
    /// Short fingerprint.
    pub short: String,
    /// `own|roster|named|paper|nobody`.
    pub vouched: String,
    /// When it was taken.
    pub taken_at: i64,
    /// Whether the documents came along.
    pub documents: bool,
    /// Batch by batch, the latest first.
    pub conclusions: Vec<ConclusionView>,
}

/// What one batch concluded.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConclusionView {
    /// 批次名称.
    pub batch: String,
    /// Number there.
    pub number: String,
    /// What became of it, as in [`CarryableView`].
    pub ending: String,
    /// Why.
    pub reason: String,
    /// 产业导向考虑; may be empty.
    pub industry: String,
    /// When the opinion was signed.
    pub decided_at: Option<i64>,
    /// Name of the profile.
    pub profile: String,
    /// Its short digest.
    pub profile_short: String,
    /// Whether this batch has the same profile.
    pub same_profile: bool,
    /// Versions of the package, the latest first.
    pub versions: Vec<FormerVersionView>,
    /// What the coaching record concluded.
    pub coaching: Vec<CoachingView>,
}

/// A version of the package in the earlier batch.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormerVersionView {
    /// From 1.
    pub version: u32,
    /// Name of the file it came in.
    pub package_name: String,
    /// Short digest of the package.
    pub package_short: String,
    /// Time of receipt.
    pub received_at: i64,
    /// `admit|supplement|reject|forward`, once it was screened.
    pub outcome: Option<String>,
    /// Why.
    pub reason: String,
    /// Items that were not 齐备 or 不适用.
    pub items: Vec<FormerItemView>,
    /// How many items were in order.
    pub in_order: u32,
    /// 初步审阅意见; may be empty.
    pub first_reading: String,
    /// When a notice went out.
    pub notice_at: Option<i64>,
    /// What it asked for.
    pub asked: Vec<FormerAskedView>,
}

/// An item that was not in order.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormerItemView {
    /// Its name.
    pub name: String,
    /// `missing|irregular`.
    pub state: String,
    /// Why.
    pub reason: String,
}

/// A line of an earlier notice.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FormerAskedView {
    /// Item of the checklist; may be empty.
    pub what: String,
    /// The words.
    pub text: String,
    /// Whether it came; null while no further version came.
    pub settled: Option<bool>,
}

/// A passage of a coaching record.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CoachingView {
    /// The document in which it stood.
    pub document: String,
    /// Where in it.
    pub place: String,
    /// The words.
    pub text: String,
}
