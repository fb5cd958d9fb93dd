//! Opinions and the decision.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Command `opine(request) -> StandingView`: a draft opinion on one application.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Opine {
    /// Application.
    pub number: String,
    /// `recommend|later|ineligible`; null takes it back.
    pub opinion: Option<String>,
    /// Why.
    pub reason: String,
    /// 产业导向考虑.
    pub industry: String,
}

/// Command `deciding() -> DecidingView`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DecidingView {
    /// What stops signing, in words.
    pub blockers: Vec<String>,
    /// Dissents entered.
    pub dissents: Vec<DissentView>,
    /// Once signed.
    pub signed: Option<SignedDecision>,
}

/// A dissent. Command `dissent(fingerprint, text) -> DecidingView`; an empty text takes it back.
#[derive(Debug, Clone, Serialize, TS)]
pub struct DissentView {
    /// Member's key.
    pub fingerprint: String,
    /// Name.
    pub name: String,
    /// Words.
    pub text: String,
}

/// The signed decision. Command `decide(passphrase) -> DecidingView`.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SignedDecision {
    /// Digest.
    pub digest: String,
    /// Short digest.
    pub short: String,
    /// When.
    pub at: i64,
}
