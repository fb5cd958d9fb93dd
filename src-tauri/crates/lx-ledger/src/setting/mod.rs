//! Single values: the person's secret, the batch before its freeze, the trusted chair, and what a face wants to remember.

use lx_domain::{BatchId, Fingerprint, Profile, UnixMillis};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use zeroize::Zeroizing;

use crate::{LedgerError, Records, Tx, error::damaged, store::to_json};

const BATCH_DRAFT: &str = "ledger.batch_draft";
const TRUSTED_CHAIR: &str = "ledger.trusted_chair";

/// The batch before it is frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BatchDraft {
    /// Random name, kept at the freeze.
    pub id: BatchId,
    /// 批次名称.
    pub name: String,
    /// Whether it is made of the shipped samples.
    pub sample: bool,
    /// The profile chosen.
    pub profile: Profile,
    /// When it was created.
    pub created_at: UnixMillis,
    /// 受理截止时间: what is received after it is late.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<UnixMillis>,
}

impl Records {
    /// A remembered text.
    ///
    /// # Errors
    /// [`LedgerError::Database`] and what opening a file can meet.
    pub fn setting(&self, key: &str) -> Result<Option<String>, LedgerError> {
        self.row(include_str!("setting.sql"), [key], |row| Ok(row.get(0)?))
    }

    /// The person's secret keys, as `lx-seal` wrote them.
    ///
    /// # Errors
    /// As [`Records::setting`].
    pub fn identity(&self) -> Result<Option<Zeroizing<Vec<u8>>>, LedgerError> {
        self.row(include_str!("identity.sql"), [], |row| Ok(Zeroizing::new(row.get(0)?)))
    }

    /// The batch before its freeze.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if it cannot be read.
    pub fn batch_draft(&self) -> Result<Option<BatchDraft>, LedgerError> {
        self.typed_setting(BATCH_DRAFT)
    }

    /// The chair's key that this desk trusts, and since when.
    ///
    /// # Errors
    /// [`LedgerError::Damaged`] if it cannot be read.
    pub fn trusted_chair(&self) -> Result<Option<(Fingerprint, UnixMillis)>, LedgerError> {
        self.typed_setting(TRUSTED_CHAIR)
    }

    fn typed_setting<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, LedgerError> {
        self.setting(key)?
            .map(|text| serde_json::from_str(&text).map_err(|e| damaged(key, e)))
            .transpose()
    }
}

impl Tx<'_> {
    /// Remembers a text under a key. Keys that start with `ledger.` are this crate's own.
    ///
    /// # Errors
    /// As every write.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<(), LedgerError> {
        self.run(include_str!("set.sql"), (key, value)).map(drop)
    }

    /// Forgets a text.
    ///
    /// # Errors
    /// As every write.
    pub fn forget_setting(&self, key: &str) -> Result<(), LedgerError> {
        self.run(include_str!("forget.sql"), [key]).map(drop)
    }

    /// Keeps the person's secret keys, over earlier ones.
    ///
    /// # Errors
    /// As every write.
    pub fn put_identity(&self, secret: &[u8], at: UnixMillis) -> Result<(), LedgerError> {
        self.run(include_str!("put_identity.sql"), (secret, at.0)).map(drop)
    }

    /// Keeps the batch before its freeze, over an earlier one.
    ///
    /// # Errors
    /// As every write.
    pub fn put_batch_draft(&self, draft: &BatchDraft) -> Result<(), LedgerError> {
        self.set_setting(BATCH_DRAFT, &to_json(draft)?)
    }

    /// Trusts a chair's key, over an earlier one.
    ///
    /// # Errors
    /// As every write.
    pub fn set_trusted_chair(&self, chair: &Fingerprint, at: UnixMillis) -> Result<(), LedgerError> {
        self.set_setting(TRUSTED_CHAIR, &to_json(&(chair, at))?)
    }
}
