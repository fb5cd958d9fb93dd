//! A person's keys.

use age::secrecy::ExposeSecret as _;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use lx_domain::{Card, Fingerprint, Role, UnixMillis};
use openssl::pkey::{PKey, Private};
use serde::{Deserialize, Serialize};
use zeroize::{Zeroize as _, Zeroizing};

use crate::{base64, certificate, error::SealError};

/// Version of the stored form.
const SECRET_SCHEMA: u64 = 1;

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
    pub(crate) pdf: PKey<Private>,
    /// DER, the person's first, then the root.
    certificates: [Vec<u8>; 2],
}

/// The stored form; wiped when it is let go.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Secret {
    schema: u64,
    /// 64 hexadecimal digits.
    sign_key: String,
    /// `AGE-SECRET-KEY-1…`.
    box_key: String,
    /// PKCS #8, DER, base64.
    pdf_key: String,
    /// DER, base64.
    certificates: Vec<String>,
}

impl Drop for Secret {
    fn drop(&mut self) {
        self.sign_key.zeroize();
        self.box_key.zeroize();
        self.pdf_key.zeroize();
    }
}

impl Keys {
    /// Makes new keys. `name` and `org` go into the certificate, which is valid from a day before `at` for 20 years.
    ///
    /// # Errors
    /// [`SealError::BadName`], [`SealError::BadTime`], or no randomness.
    pub fn generate(name: &str, org: &str, at: UnixMillis) -> Result<Self, SealError> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut()).map_err(SealError::Randomness)?;
        let sign = SigningKey::from_bytes(&seed);
        let identity = Fingerprint::of_key(sign.verifying_key().as_bytes());
        let pdf = certificate::new_key()?;
        let certificates = certificate::issue(&pdf, name, org, &identity, at)?;
        Ok(Self {
            sign,
            unbox: age::x25519::Identity::generate(),
            pdf,
            certificates,
        })
    }

    /// Everything secret, as JSON, to be kept inside an encrypted desk and nowhere else.
    ///
    /// # Errors
    /// [`SealError::Crypto`] if OpenSSL cannot write its key.
    pub fn to_secret_bytes(&self) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let pdf_key = Zeroizing::new(self.pdf.private_key_to_pkcs8()?);
        let secret = Secret {
            schema: SECRET_SCHEMA,
            sign_key: hex::encode(Zeroizing::new(self.sign.to_bytes())),
            box_key: self.unbox.to_string().expose_secret().to_owned(),
            pdf_key: base64::encode(&pdf_key),
            certificates: self.certificates.iter().map(|der| base64::encode(der)).collect(),
        };
        // Room enough from the start, so that no half-written copy is left behind by growing.
        let mut bytes = Zeroizing::new(Vec::with_capacity(16 << 10));
        serde_json::to_writer(&mut *bytes, &secret).map_err(|_| SealError::BadSecret { what: "writing" })?;
        Ok(bytes)
    }

    /// Reads what [`Keys::to_secret_bytes`] wrote.
    ///
    /// # Errors
    /// [`SealError::BadSecret`].
    pub fn from_secret_bytes(bytes: &[u8]) -> Result<Self, SealError> {
        let bad = |what| SealError::BadSecret { what };
        let secret: Secret = serde_json::from_slice(bytes).map_err(|_| bad("form"))?;
        if secret.schema != SECRET_SCHEMA {
            return Err(SealError::UnknownSchema {
                found: secret.schema,
                known: SECRET_SCHEMA,
            });
        }
        let mut seed = Zeroizing::new([0; 32]);
        hex::decode_to_slice(&secret.sign_key, seed.as_mut()).map_err(|_| bad("sign_key"))?;
        let unbox = secret.box_key.parse().map_err(|_| bad("box_key"))?;
        let pdf = Zeroizing::new(base64::decode(&secret.pdf_key).ok_or(bad("pdf_key"))?);
        let pdf = PKey::private_key_from_pkcs8(&pdf).map_err(|_| bad("pdf_key"))?;
        let [leaf, root] = secret.certificates.as_slice() else {
            return Err(bad("certificates"));
        };
        let decode = |text: &String| base64::decode(text).ok_or(bad("certificates"));
        let certificates = [decode(leaf)?, decode(root)?];
        let keys = Self {
            sign: SigningKey::from_bytes(&seed),
            unbox,
            pdf,
            certificates,
        };
        if keys.certificates_fit() {
            Ok(keys)
        } else {
            Err(bad("certificates"))
        }
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
            certificates: self.certificates.iter().map(|der| base64::encode(der)).collect(),
            made_at: at,
        }
    }

    /// Whether the first certificate is of the P-256 key, and the second issued it.
    fn certificates_fit(&self) -> bool {
        let [leaf, _] = &self.certificates;
        let key = certificate::read(leaf).ok().and_then(|leaf| leaf.public_key().ok());
        key.is_some_and(|key| key.public_eq(&self.pdf)) && certificate::issued_within(&self.certificates)
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

#[cfg(test)]
mod tests;
