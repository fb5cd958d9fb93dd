//! The envelope in which everything of ours travels: DSSE, with canonical JSON outside and inside.

use lx_domain::{Digest, Fingerprint};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::{
    base64,
    canonical::{MAX_FILE, MAX_PAYLOAD, canonical, parse_canonical, parse_canonical_up_to},
    error::SealError,
    keys::{Keys, PublicKey},
    kind::PayloadKind,
};

/// A payload under one or more signatures, in the one spelling it has.
///
/// Having an `Envelope` means that its form is right, **not** that its signatures are: only [`open`] says that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Envelope {
    kind: PayloadKind,
    payload: Vec<u8>,
    /// By key, each key once, never empty.
    signatures: Vec<(Fingerprint, [u8; 64])>,
}

/// The envelope as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    payload: String,
    #[serde(rename = "payloadType")]
    payload_type: String,
    signatures: Vec<WrittenSignature>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSignature {
    keyid: Fingerprint,
    sig: String,
}

impl From<Envelope> for Written {
    fn from(envelope: Envelope) -> Self {
        let signature = |(keyid, sig): (Fingerprint, [u8; 64])| WrittenSignature {
            keyid,
            sig: base64::encode(&sig),
        };
        Self {
            payload: base64::encode(&envelope.payload),
            payload_type: envelope.kind.payload_type().to_owned(),
            signatures: envelope.signatures.into_iter().map(signature).collect(),
        }
    }
}

impl TryFrom<Written> for Envelope {
    type Error = SealError;

    fn try_from(written: Written) -> Result<Self, SealError> {
        let unknown = || SealError::UnknownKind {
            found: written.payload_type.clone(),
        };
        let kind = PayloadKind::named(&written.payload_type).ok_or_else(unknown)?;
        let payload = base64::decode(&written.payload).ok_or(SealError::NotBase64 { what: "payload" })?;
        if payload.len() > MAX_PAYLOAD {
            return Err(SealError::TooLarge {
                found: payload.len(),
                limit: MAX_PAYLOAD,
            });
        }
        let mut signatures: Vec<(Fingerprint, [u8; 64])> = Vec::with_capacity(written.signatures.len());
        for WrittenSignature { keyid, sig } in written.signatures {
            let sig = base64::decode(&sig)
                .and_then(|sig| sig.try_into().ok())
                .ok_or(SealError::NotBase64 { what: "sig" })?;
            match signatures.last() {
                Some((last, _)) if *last == keyid => return Err(SealError::DuplicateSigner { fingerprint: keyid }),
                Some((last, _)) if *last > keyid => return Err(SealError::NotCanonical),
                Some(_) | None => signatures.push((keyid, sig)),
            }
        }
        if signatures.is_empty() {
            Err(SealError::NoSignature)
        } else {
            Ok(Self { kind, payload, signatures })
        }
    }
}

impl Envelope {
    /// Reads a file. The form is checked to the last byte, the signatures are not.
    ///
    /// # Errors
    /// One variant of [`SealError`] for each way to be wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, SealError> {
        parse_canonical_up_to::<Written>(bytes, MAX_FILE)?.try_into()
    }

    /// The file's bytes.
    ///
    /// # Errors
    /// None that can happen; the canonical writer's signature asks for it.
    pub fn bytes(&self) -> Result<Vec<u8>, SealError> {
        canonical(self)
    }

    /// SHA-256 of the payload: *the* digest of a sheet, a batch, a ruling. Countersigning does not change it.
    #[must_use]
    pub fn payload_digest(&self) -> Digest {
        Digest::of(&self.payload)
    }

    /// What it says it holds; under the signatures.
    #[must_use]
    pub fn kind(&self) -> PayloadKind {
        self.kind
    }

    /// The keys that are said to have signed, in order.
    #[must_use]
    pub fn signers(&self) -> Vec<Fingerprint> {
        self.signatures.iter().map(|(keyid, _)| *keyid).collect()
    }

    /// Whether all of these are among the signers; after [`open`] that is a fact, before it a claim.
    ///
    /// # Errors
    /// [`SealError::MissingSigner`] names the first that is not.
    pub fn must_be_signed_by(&self, needed: &[Fingerprint]) -> Result<(), SealError> {
        let missing = needed
            .iter()
            .find(|needed| !self.signatures.iter().any(|(keyid, _)| keyid == *needed));
        missing.map_or(Ok(()), |fingerprint| Err(SealError::MissingSigner { fingerprint: *fingerprint }))
    }

    /// Adds a signature over the same payload, without looking at those that are there.
    ///
    /// # Errors
    /// [`SealError::DuplicateSigner`] if this key has signed already.
    pub fn countersign(&mut self, keys: &Keys) -> Result<(), SealError> {
        let fingerprint = keys.fingerprint();
        match self.signatures.binary_search_by_key(&fingerprint, |(keyid, _)| *keyid) {
            Ok(_) => Err(SealError::DuplicateSigner { fingerprint }),
            Err(place) => {
                let signature = keys.sign(&preauthentication(self.kind, &self.payload));
                self.signatures.insert(place, (fingerprint, signature));
                Ok(())
            }
        }
    }

    /// Checks every signature against the known keys; each must be there, and each must match.
    fn verify(&self, known: &[PublicKey]) -> Result<(), SealError> {
        let message = preauthentication(self.kind, &self.payload);
        for (fingerprint, signature) in &self.signatures {
            let key = known.iter().find(|key| key.fingerprint() == *fingerprint);
            let key = key.ok_or(SealError::UnknownSigner { fingerprint: *fingerprint })?;
            if !key.verifies(&message, signature) {
                return Err(SealError::BrokenSeal { signer: *fingerprint });
            }
        }
        Ok(())
    }
}

/// What is signed: the DSSE pre-authentication encoding, which binds the type to the payload.
fn preauthentication(kind: PayloadKind, payload: &[u8]) -> Vec<u8> {
    let name = kind.payload_type();
    let mut message = format!("DSSEv1 {} {} {} ", name.len(), name, payload.len()).into_bytes();
    message.extend_from_slice(payload);
    message
}

/// Seals a value under at least one signature.
///
/// # Errors
/// As [`canonical`]; [`SealError::TooLarge`], [`SealError::NoSignature`], [`SealError::DuplicateSigner`].
pub fn seal<T: Serialize>(kind: PayloadKind, value: &T, signers: &[&Keys]) -> Result<Envelope, SealError> {
    let payload = canonical(value)?;
    if payload.len() > MAX_PAYLOAD {
        return Err(SealError::TooLarge {
            found: payload.len(),
            limit: MAX_PAYLOAD,
        });
    }
    let mut envelope = Envelope {
        kind,
        payload,
        signatures: Vec::with_capacity(signers.len()),
    };
    signers.iter().try_for_each(|keys| envelope.countersign(keys))?;
    if envelope.signatures.is_empty() {
        Err(SealError::NoSignature)
    } else {
        Ok(envelope)
    }
}

/// Opens an envelope all of whose signatures are by one of the `known` keys and match.
///
/// Afterwards [`Envelope::signers`] is a list of facts: the caller asks there whether the ones that must sign did.
///
/// # Errors
/// One variant of [`SealError`] for each way to be wrong.
pub fn open<T: DeserializeOwned + Serialize>(envelope: &Envelope, kind: PayloadKind, known: &[PublicKey]) -> Result<T, SealError> {
    expect_kind(envelope, kind)?;
    envelope.verify(known)?;
    open_unchecked(envelope, kind)
}

/// Reads an envelope **without checking any signature**: to learn whose keys are needed, never to act on.
///
/// # Errors
/// As [`open`], signatures apart.
pub fn open_unchecked<T: DeserializeOwned + Serialize>(envelope: &Envelope, kind: PayloadKind) -> Result<T, SealError> {
    expect_kind(envelope, kind)?;
    expect_schema(envelope)?;
    parse_canonical(&envelope.payload)
}

fn expect_kind(envelope: &Envelope, expected: PayloadKind) -> Result<(), SealError> {
    if envelope.kind == expected {
        Ok(())
    } else {
        Err(SealError::WrongKind {
            expected,
            found: envelope.kind,
        })
    }
}

/// A newer form is said to be one, instead of failing on its first unknown member.
fn expect_schema(envelope: &Envelope) -> Result<(), SealError> {
    #[derive(Deserialize)]
    struct Schema {
        schema: Option<u64>,
    }
    let Some(known) = envelope.kind.schema() else { return Ok(()) };
    match serde_json::from_slice::<Schema>(&envelope.payload) {
        Ok(Schema { schema: Some(found) }) if found != known => Err(SealError::UnknownSchema { found, known }),
        Ok(_) | Err(_) => Ok(()),
    }
}

#[cfg(test)]
mod tests;
