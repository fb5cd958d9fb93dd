//! The desk's keys, and the passphrase that wraps them.
//!
//! The keys are random and never change; what depends on the passphrase is only the slot in `desk.toml` that wraps them
//! (Argon2id, ChaCha20-Poly1305). So a new passphrase costs nothing, and another slot (a key file) could stand beside it.

mod desk_file;
mod slot;

use std::str::FromStr as _;

use age::{secrecy::ExposeSecret as _, x25519};
use zeroize::Zeroizing;

use crate::{LedgerError, error::damaged};

pub(crate) use desk_file::{DeskFile, FORMAT, NAME as DESK_FILE};
pub use slot::KdfCost;
pub(crate) use slot::Slot;

/// Everything secret of a desk.
#[derive(Clone)]
pub(crate) struct Keyring {
    /// SQLCipher's raw key.
    pub(crate) database: Zeroizing<[u8; 32]>,
    /// Keys the names of stored documents.
    pub(crate) names: Zeroizing<[u8; 32]>,
    /// Opens stored documents.
    pub(crate) documents: x25519::Identity,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keyring")
    }
}

/// Random bytes.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], LedgerError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| LedgerError::NoRandomness)?;
    Ok(bytes)
}

impl Keyring {
    /// New keys.
    pub(crate) fn generate() -> Result<Self, LedgerError> {
        Ok(Self {
            database: Zeroizing::new(random()?),
            names: Zeroizing::new(random()?),
            documents: x25519::Identity::generate(),
        })
    }

    /// Both raw keys, then the identity as age writes it.
    pub(crate) fn to_bytes(&self) -> Zeroizing<Vec<u8>> {
        let identity = self.documents.to_string();
        Zeroizing::new([self.database.as_slice(), self.names.as_slice(), identity.expose_secret().as_bytes()].concat())
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Result<Self, LedgerError> {
        let short = || damaged(DESK_FILE, "keys");
        let (database, rest) = bytes.split_first_chunk::<32>().ok_or_else(short)?;
        let (names, identity) = rest.split_first_chunk::<32>().ok_or_else(short)?;
        let identity = std::str::from_utf8(identity).map_err(|_| short())?;
        Ok(Self {
            database: Zeroizing::new(*database),
            names: Zeroizing::new(*names),
            documents: x25519::Identity::from_str(identity).map_err(|_| short())?,
        })
    }
}
