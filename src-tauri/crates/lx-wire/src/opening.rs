//! Batch, roster, profile, freeze, export.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Command `profiles() -> Vec<ProfileName>`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileName {
    /// Id to hand to `create_batch`.
    pub id: String,
    /// Name in the face's language.
    pub name: String,
    /// Short digest (校验码).
    pub short: String,
}

/// Command `create_batch(request) -> DeskView`.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CreateBatch {
    /// 批次名称.
    pub name: String,
    /// Shipped id or path of a file.
    pub profile: String,
}

/// A member of the committee. Commands `roster() -> Vec<MemberView>`, `add_cards(paths) -> RosterOutcome`,
/// `remove_member(fingerprint) -> Vec<MemberView>`, `set_member_role(fingerprint, role) -> Vec<MemberView>`,
/// `export_card(path) -> String`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MemberView {
    /// 姓名.
    pub name: String,
    /// 工作单位.
    pub org: String,
    /// Role on the roster.
    pub role: String,
    /// Seat within the role.
    pub seat: u32,
    /// Key.
    pub fingerprint: String,
    /// Its short form.
    pub short: String,
    /// Whether it is this desk's person.
    pub me: bool,
    /// Applicants with the same name as the member's organisation, to be looked at.
    pub same_org: Vec<String>,
}

/// What came of adding cards.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RosterOutcome {
    /// The roster now.
    pub members: Vec<MemberView>,
    /// Cards not taken.
    pub refused: Vec<crate::screening::RefusedFile>,
}

/// Command `opening() -> OpeningView`: what must be settled before the freeze.
#[derive(Debug, Clone, Serialize, TS)]
pub struct OpeningView {
    /// The profile in words.
    pub profile: ProfileView,
    /// Members.
    pub members: Vec<MemberView>,
    /// What stops the freeze, in words.
    pub blockers: Vec<String>,
    /// What doesn't stop it but should be known, in words.
    pub warnings: Vec<String>,
    /// Applications that will be scored.
    pub scored: Vec<String>,
    /// Whether it is frozen.
    pub frozen: bool,
    /// When.
    pub frozen_at: Option<i64>,
    /// Short digest of the batch file.
    pub batch_short: Option<String>,
}

/// The profile in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Source.
    pub source: String,
    /// Short digest.
    pub short: String,
    /// Full marks of all criteria.
    pub full_marks: String,
    /// Criteria.
    pub criteria: Vec<CriterionView>,
    /// Method, trimming, rounding, ties: a sentence each.
    pub rules: Vec<String>,
    /// Recusal grounds.
    pub grounds: Vec<NamedId>,
    /// Veto items.
    pub vetoes: Vec<NamedId>,
}

/// An id with its name in the face's language.
#[derive(Debug, Clone, Serialize, TS)]
pub struct NamedId {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
}

/// A criterion.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CriterionView {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Short name.
    pub short: String,
    /// Full marks.
    pub full_marks: String,
    /// Step.
    pub step: String,
    /// Weight.
    pub weight: String,
    /// Bands, from the highest.
    pub bands: Vec<BandView>,
    /// Guidance items.
    pub guidance: Vec<String>,
    /// Clause.
    pub clause: String,
}

/// A band.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BandView {
    /// From.
    pub from: String,
    /// Up to (inclusive of the last step).
    pub to: String,
    /// Name.
    pub name: String,
    /// Anchoring text.
    pub anchor: String,
    /// Whether a reason is asked for.
    pub reason_required: bool,
}

/// Command `freeze(passphrase) -> OpeningView`; `export_batch(request) -> Vec<String>` (paths written).
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ExportBatch {
    /// File or, with several recipients, folder.
    pub out: String,
    /// Fingerprints to encrypt for; empty for nobody in particular.
    pub to: Vec<String>,
}

/// Command `look_at_batch(path) -> BatchOffer`: what a batch file says before it is trusted; then
/// `open_batch(path, chair) -> DeskView` with the chair's fingerprint that the person has compared with paper.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BatchOffer {
    /// Path.
    pub path: String,
    /// Batch name.
    pub name: String,
    /// Chair's name.
    pub chair_name: String,
    /// Chair's key.
    pub chair: String,
    /// Its short form, to compare with paper.
    pub chair_short: String,
    /// Applications scored.
    pub scored: u32,
    /// Whether this desk's person is on the roster.
    pub on_roster: bool,
}
