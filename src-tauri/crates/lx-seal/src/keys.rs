//! A person's keys.

use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use lx_domain::{Card, Fingerprint, Role, UnixMillis};
use zeroize::Zeroizing;

use crate::error::SealError;

/// A public Ed25519 key. Its SHA-256 is the identity; the algorithm is never chosen by a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey(VerifyingKey);

impl PublicKey {
    /// Takes the raw 32 bytes.
    ///
    /// # Errors
    /// [`SealError::NotAKey`] if they are no point of the curve, or a weak one.
    pub fn from_bytes(bytes: &[u8; 32]) -> Result<Self, SealError> {
        let key = VerifyingKey::from_bytes(bytes).map_err(|_| SealError::NotAKey)?;
        if key.is_weak() { Err(SealError::NotAKey) } else { Ok(Self(key)) }
    }

    /// The raw 32 bytes.
    #[must_use]
    pub fn to_bytes(&self) -> [u8; 32] {
        self.0.to_bytes()
    }

    /// 公钥校验码.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of_key(self.0.as_bytes())
    }

    /// Whether `signature` is this key's over `message`; malleable and small-order forms are refused.
    pub(crate) fn verifies(&self, message: &[u8], signature: &[u8; 64]) -> bool {
        self.0.verify_strict(message, &Signature::from_bytes(signature)).is_ok()
    }
}

/// One person's secret keys: Ed25519 for envelopes, X25519 (age) for confidential files, P-256 for PDFs.
///
/// The P-256 certificate is issued by a small root made for it alone, whose private key is thrown away at once: nobody,
/// not even the person, can issue a second certificate beneath it.
pub struct Keys {
    sign: SigningKey,
    pub(crate) unbox: age::x25519::Identity,
    pub(crate) pdf: openssl::pkey::PKey<openssl::pkey::Private>,
    /// DER, the person's first, then the root.
    certificates: [Vec<u8>; 2],
}

impl Keys {
    /// Makes new keys. `name` and `org` go into the certificate, which is valid from a day before `at` for 20 years.
    ///
    /// # Errors
    /// [`SealError::BadName`], [`SealError::BadTime`], or no randomness.
    pub fn generate(name: &str, org: &str, at: UnixMillis) -> Result<Self, SealError> {
        todo!("{name}{org}{at:?}")
    }

    /// Everything secret, as JSON, to be kept inside an encrypted desk and nowhere else.
    ///
    /// # Errors
    /// [`SealError::Crypto`] if OpenSSL cannot write its key.
    pub fn to_secret_bytes(&self) -> Result<Zeroizing<Vec<u8>>, SealError> {
        todo!()
    }

    /// Reads what [`Keys::to_secret_bytes`] wrote.
    ///
    /// # Errors
    /// [`SealError::BadSecret`].
    pub fn from_secret_bytes(bytes: &[u8]) -> Result<Self, SealError> {
        todo!("{bytes:?}")
    }

    /// The public Ed25519 key.
    #[must_use]
    pub fn public_key(&self) -> PublicKey {
        PublicKey(self.sign.verifying_key())
    }

    /// 公钥校验码.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.public_key().fingerprint()
    }

    /// The `age1…` recipient to which files can be encrypted.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.unbox.to_public().to_string()
    }

    /// The certificates, DER: the person's, then the root.
    #[must_use]
    pub fn certificates(&self) -> &[Vec<u8>; 2] {
        &self.certificates
    }

    /// The card, not yet sealed.
    #[must_use]
    pub fn card(&self, name: &str, org: &str, role: Role, at: UnixMillis) -> Card {
        Card {
            name: name.to_owned(),
            org: org.to_owned(),
            role,
            sign_key: hex::encode(self.sign.verifying_key().as_bytes()),
            box_key: self.recipient(),
            certificates: self.certificates.iter().map(|der| crate::base64::encode(der)).collect(),
            made_at: at,
        }
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.sign.sign(message).to_bytes()
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({})", self.fingerprint().short())
    }
}
