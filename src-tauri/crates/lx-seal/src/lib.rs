//! Who signed what: identities, canonical bytes, sealed envelopes, encryption to a person, and PDF signatures.
//!
//! Three rules hold everywhere. A file of ours has one spelling: what does not re-serialise to the very same bytes is
//! refused. The key always comes from outside, from a roster or a card that was confirmed on paper, never from the
//! file that is being checked. And an error names one reason.
//!
//! Randomness is taken from the operating system only where a key or a serial number is made; time is handed in.

#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::as_conversions,
        clippy::indexing_slicing,
        clippy::float_arithmetic,
        clippy::wildcard_enum_match_arm
    )
)]

mod base64;
mod canonical;
mod card;
mod certificate;
mod cms;
mod confidential;
mod der;
mod envelope;
mod error;
mod keys;
mod kind;
mod p12;
mod signer;

pub use canonical::{MAX_FILE, MAX_PAYLOAD, canonical, digest_of, parse_canonical, parse_canonical_up_to};
pub use card::{card_certificates, card_key, open_card};
pub use certificate::{Subject, certificate_fingerprint, certificates_from_pem};
pub use cms::{CmsReport, verify_cms};
pub use confidential::{decrypt_with, encrypt_to, is_encrypted};
pub use envelope::{Envelope, open, open_unchecked, seal};
pub use error::{CmsError, ConfidentialError, P12Error, SealError};
pub use keys::{Keys, PublicKey};
pub use kind::PayloadKind;
pub use signer::PdfSigner;

#[cfg(test)]
mod outside;
