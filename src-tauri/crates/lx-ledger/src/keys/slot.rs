//! One way to the desk's keys.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::{
    ChaCha20Poly1305, Key, KeyInit as _, Nonce,
    aead::{Aead as _, Payload},
};
use lx_domain::Digest;
use serde::Deserialize;
use zeroize::Zeroizing;

use super::{DESK_FILE, Keyring, random};
use crate::{LedgerError, error::damaged};

/// Bound to every wrapped key, so that it can be nothing else.
const PURPOSE: &[u8] = b"linxuan-desk-1 passphrase";

/// What deriving a key from a passphrase costs. Written into `desk.toml`, so that it can rise later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct KdfCost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl KdfCost {
    /// For people: 64 MiB, three passes, about a fifth of a second on a small laptop.
    pub const PERSON: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 1,
    };
    /// For tests and for the samples, whose passphrase is public.
    pub const LIGHT: Self = Self {
        memory_kib: 64,
        passes: 1,
        lanes: 1,
    };

    /// What a file may ask of this machine: 1 GiB, 64 passes.
    fn is_bearable(self) -> bool {
        self.memory_kib <= 1024 * 1024 && self.passes <= 64 && self.lanes <= 16
    }
}

/// The keys, wrapped by a passphrase.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Slot {
    /// `passphrase`; a later format may have others.
    pub(crate) kind: String,
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
    /// Hexadecimal, as the next ones.
    pub(crate) salt: String,
    pub(crate) nonce: String,
    pub(crate) wrapped: String,
    /// Short digest of the rest: tells a damaged file from a wrong passphrase.
    pub(crate) check: String,
}

impl Slot {
    /// Wraps keys with a passphrase.
    pub(crate) fn wrap(keys: &Keyring, passphrase: &str, cost: KdfCost) -> Result<Self, LedgerError> {
        let (salt, nonce) = (random::<16>()?, random::<12>()?);
        let key = derive(passphrase, &salt, cost)?;
        let secret = keys.to_bytes();
        let wrapped = ChaCha20Poly1305::new(Key::from_slice(key.as_slice()))
            .encrypt(
                Nonce::from_slice(&nonce),
                Payload {
                    msg: &secret,
                    aad: PURPOSE,
                },
            )
            .map_err(|_| damaged(DESK_FILE, "keys"))?;
        let mut slot = Self {
            kind: "passphrase".to_owned(),
            memory_kib: cost.memory_kib,
            passes: cost.passes,
            lanes: cost.lanes,
            salt: hex::encode(salt),
            nonce: hex::encode(nonce),
            wrapped: hex::encode(wrapped),
            check: String::new(),
        };
        slot.check = slot.reckoned_check();
        Ok(slot)
    }

    /// The keys.
    ///
    /// # Errors
    /// [`LedgerError::WrongPassphrase`]; [`LedgerError::Damaged`] if the slot is not as it was written.
    pub(crate) fn unwrap(&self, passphrase: &str) -> Result<Keyring, LedgerError> {
        let broken = |_| damaged(DESK_FILE, "slot");
        if self.check != self.reckoned_check() {
            return Err(damaged(DESK_FILE, "slot"));
        }
        let mut nonce = [0; 12];
        hex::decode_to_slice(&self.nonce, &mut nonce).map_err(broken)?;
        let salt = hex::decode(&self.salt).map_err(broken)?;
        let wrapped = hex::decode(&self.wrapped).map_err(broken)?;
        let cost = KdfCost {
            memory_kib: self.memory_kib,
            passes: self.passes,
            lanes: self.lanes,
        };
        let key = derive(passphrase, &salt, cost)?;
        let secret = ChaCha20Poly1305::new(Key::from_slice(key.as_slice()))
            .decrypt(
                Nonce::from_slice(&nonce),
                Payload {
                    msg: &wrapped,
                    aad: PURPOSE,
                },
            )
            .map_err(|_| LedgerError::WrongPassphrase)?;
        Keyring::from_bytes(&Zeroizing::new(secret))
    }

    fn reckoned_check(&self) -> String {
        let Self {
            kind,
            memory_kib,
            passes,
            lanes,
            salt,
            nonce,
            wrapped,
            check: _,
        } = self;
        let text = format!("{kind}|{memory_kib}|{passes}|{lanes}|{salt}|{nonce}|{wrapped}");
        Digest::of(text.as_bytes()).short()
    }
}

fn derive(passphrase: &str, salt: &[u8], cost: KdfCost) -> Result<Zeroizing<[u8; 32]>, LedgerError> {
    if !cost.is_bearable() {
        return Err(damaged(DESK_FILE, "cost"));
    }
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(|e| damaged(DESK_FILE, e))?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), salt, key.as_mut_slice())
        .map_err(|e| damaged(DESK_FILE, e))?;
    Ok(key)
}
