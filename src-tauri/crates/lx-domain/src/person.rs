//! People and the roster.

use serde::{Deserialize, Serialize};

use crate::id::{Fingerprint, UnixMillis};

/// What a person does in a batch. The roster gives it, never the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// 工作人员: collects, screens, runs the review.
    Secretary,
    /// 评审专家: judges.
    Reviewer,
    /// 专家组组长: leads the panel, answers for the result, signs.
    Chair,
    /// 副组长: acts where the chair is recused.
    Deputy,
    /// 监督人员: reads everything, changes nothing, witnesses.
    Supervisor,
}

/// A person's public keys under a self-signature: what is handed to the secretary at enrolment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// 姓名.
    pub name: String,
    /// 工作单位.
    pub org: String,
    /// The role the person asks for; the roster decides.
    pub role: Role,
    /// Raw Ed25519 public key, 64 hexadecimal digits: signs sheets and rulings.
    pub sign_key: String,
    /// An `age1…` X25519 recipient: files can be encrypted to it.
    pub box_key: String,
    /// The P-256 certificate (DER, base64) with which the person signs PDFs, leaf first, then its root.
    pub certificates: Vec<String>,
    /// When the keys were made.
    pub made_at: UnixMillis,
}

/// One person on the committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// The key that identifies the person.
    pub fingerprint: Fingerprint,
    /// What the person does in this batch.
    pub role: Role,
    /// Number among those of the same role, from 1: `专家3` is the third reviewer.
    pub seat: u32,
    /// The card as it was handed in.
    pub card: Card,
}

/// Everyone on the committee of one batch, in order of seat within role.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roster {
    /// The members.
    pub members: Vec<Member>,
}

impl Roster {
    /// The member with this key.
    #[must_use]
    pub fn member(&self, fingerprint: &Fingerprint) -> Option<&Member> {
        self.members.iter().find(|m| m.fingerprint == *fingerprint)
    }

    /// Everyone with this role, by seat.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &Member> {
        self.members.iter().filter(move |m| m.role == role)
    }
}
