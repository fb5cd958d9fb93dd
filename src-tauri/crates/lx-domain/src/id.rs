//! Names of things: each its own type, so that one cannot be handed in for another.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

/// Why a text is not the identifier it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IdError {
    /// Not the stated number of lower-case hexadecimal digits.
    #[error("{0:?} is not {1} lower-case hexadecimal digits")]
    NotHex(String, usize),
    /// Empty, too long, or with characters that an identifier may not have.
    #[error("{0:?} cannot be an identifier")]
    NotAnIdentifier(String),
}

fn parse_hex<const N: usize>(text: &str) -> Result<[u8; N], IdError> {
    let wrong = || IdError::NotHex(text.to_owned(), N * 2);
    if text.bytes().any(|b| b.is_ascii_uppercase()) {
        return Err(wrong());
    }
    let mut bytes = [0; N];
    hex::decode_to_slice(text, &mut bytes).map_err(|_| wrong())?;
    Ok(bytes)
}

/// `9F3C-71A0`: the first four bytes, the form that is read aloud and printed (校验码).
fn short(bytes: &[u8]) -> String {
    let hex: String = bytes.iter().take(4).map(|b| format!("{b:02X}")).collect();
    let (head, tail) = hex.split_at(4);
    format!("{head}-{tail}")
}

macro_rules! hex_id {
    ($(#[$doc:meta])* $name:ident, $len:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; $len]);

        impl $name {
            /// The first four bytes as `9F3C-71A0`, for people.
            #[must_use]
            pub fn short(&self) -> String {
                short(&self.0)
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&hex::encode(self.0))
            }
        }
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.short())
            }
        }
        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                parse_hex(text).map(Self)
            }
        }
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

hex_id!(
    /// SHA-256 of some bytes (校验码).
    Digest, 32
);
hex_id!(
    /// SHA-256 of a person's raw Ed25519 public key (公钥校验码): the key, not the name, is the identity.
    Fingerprint, 32
);
hex_id!(
    /// A random name of one batch, so that a sheet of one batch can never count in another.
    BatchId, 16
);

impl Digest {
    /// The digest of `bytes`.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

impl Fingerprint {
    /// The fingerprint of a raw 32-byte Ed25519 public key.
    #[must_use]
    pub fn of_key(key: &[u8; 32]) -> Self {
        Self(Sha256::digest(key).into())
    }
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident, $longest:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl FromStr for $name {
            type Err = IdError;
            fn from_str(text: &str) -> Result<Self, IdError> {
                let fine = !text.is_empty()
                    && text.chars().count() <= $longest
                    && text.trim() == text
                    && !text.chars().any(|c| c.is_control() || matches!(c, '/' | '\\' | '"' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
                if fine { Ok(Self(text.to_owned())) } else { Err(IdError::NotAnIdentifier(text.to_owned())) }
            }
        }
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                String::deserialize(d)?.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

text_id!(
    /// The number of an application, such as `GZ2026-001`, or a provisional one, `P-01`.
    ApplicationNumber, 40
);
text_id!(
    /// A criterion of the rubric, such as `innovation`.
    CriterionId, 40
);
text_id!(
    /// An item of the checklist, such as `pilot_plan`.
    ItemId, 40
);

/// Milliseconds since 1970-01-01T00:00:00Z. Shown and printed in China Standard Time (UTC+8) always.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnixMillis(pub i64);
