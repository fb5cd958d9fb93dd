//! Why something was not sealed, opened, signed or believed: one reason per variant.

use lx_domain::Fingerprint;

use crate::kind::PayloadKind;

/// Why an envelope, a card or a set of keys was refused. Nothing of it was used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// More bytes than such a file may have.
    #[error("{found} bytes, at most {limit} are read")]
    TooLarge {
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// Not JSON at all, or cut short.
    #[error("not JSON: {detail}")]
    NotJson {
        /// The parser's words.
        detail: String,
    },
    /// One object names a key twice: two readers could see different values.
    #[error("the key {key:?} stands twice in one object")]
    DuplicateKey {
        /// Which.
        key: String,
    },
    /// A number with a fraction or an exponent; ours are whole.
    #[error("{found} is not a whole number")]
    Fraction {
        /// The number.
        found: String,
    },
    /// A whole number that a double cannot hold exactly.
    #[error("{found} is beyond what every reader of JSON can hold exactly")]
    NumberTooLarge {
        /// The number.
        found: String,
    },
    /// JSON, but not the form expected: a member is missing, unknown or of another type.
    #[error("not of the expected form: {detail}")]
    WrongShape {
        /// The parser's words.
        detail: String,
    },
    /// The right values in another spelling: spaces, order, escapes.
    #[error("not in canonical form")]
    NotCanonical,
    /// Not base64, or base64 in another spelling.
    #[error("{what} is not canonical base64")]
    NotBase64 {
        /// Which member.
        what: &'static str,
    },
    /// Made by a newer version of this program.
    #[error("form {found} is unknown; this program knows {known}")]
    UnknownSchema {
        /// As written.
        found: u64,
        /// What this program reads.
        known: u64,
    },
    /// A payload type that is none of ours.
    #[error("the payload type {found:?} is unknown")]
    UnknownKind {
        /// As written.
        found: String,
    },
    /// One of ours, but another kind than the one asked for.
    #[error("this is a {found}, not a {expected}")]
    WrongKind {
        /// Asked for.
        expected: PayloadKind,
        /// As written.
        found: PayloadKind,
    },
    /// Nobody signed.
    #[error("no signature")]
    NoSignature,
    /// Signed by a key that was not given.
    #[error("signed by the unknown key {fingerprint}")]
    UnknownSigner {
        /// Of the key.
        fingerprint: Fingerprint,
    },
    /// A signature that must be there is not.
    #[error("the signature of {fingerprint} is missing")]
    MissingSigner {
        /// Of the key.
        fingerprint: Fingerprint,
    },
    /// The same key signed twice.
    #[error("{fingerprint} signed twice")]
    DuplicateSigner {
        /// Of the key.
        fingerprint: Fingerprint,
    },
    /// The signature does not match the contents.
    #[error("the signature of {signer} does not match the contents")]
    BrokenSeal {
        /// Whose signature.
        signer: Fingerprint,
    },
    /// The bytes are not a public key.
    #[error("not an Ed25519 public key")]
    NotAKey,
    /// The card's key for encrypted files is not one.
    #[error("the card's key for encrypted files is not one")]
    BadBoxKey,
    /// The card's certificates are not a person's certificate followed by the root that issued it.
    #[error("the card's certificates do not belong together")]
    BadCertificates,
    /// A name or organisation that a certificate cannot carry: empty, over 64 characters, or with control characters.
    #[error("{found:?} cannot stand in a certificate")]
    BadName {
        /// The text.
        found: String,
    },
    /// A time that a certificate cannot carry.
    #[error("{millis} is no time for a certificate")]
    BadTime {
        /// As handed in.
        millis: i64,
    },
    /// The stored secret is not one of ours.
    #[error("the stored keys are damaged: {what}")]
    BadSecret {
        /// Which part.
        what: &'static str,
    },
    /// The operating system gave no randomness.
    #[error("the operating system gave no randomness: {0}")]
    Randomness(getrandom::Error),
    /// OpenSSL could not do its part.
    #[error("OpenSSL: {0}")]
    Crypto(#[from] openssl::error::ErrorStack),
}

/// Why a `.p12` file was not taken as a signing certificate.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum P12Error {
    /// Not a PKCS #12 file.
    #[error("not a .p12 file")]
    NotP12,
    /// The password does not open it.
    #[error("the password is wrong")]
    WrongPassword,
    /// Opened, but written with an algorithm that is not known here, or damaged inside.
    #[error("the .p12 file cannot be read: {detail}")]
    Unreadable {
        /// OpenSSL's words.
        detail: String,
    },
    /// No private key in it.
    #[error("no private key in the .p12 file")]
    NoKey,
    /// No certificate in it.
    #[error("no certificate in the .p12 file")]
    NoCertificate,
    /// The certificate is of another key.
    #[error("the certificate does not belong to the private key")]
    KeyMismatch,
    /// Neither RSA of at least 2048 bits nor an elliptic curve that PDF readers know.
    #[error("a key of this kind cannot sign a PDF")]
    UnsupportedKey,
}

/// Why bytes are not a signature that this program can check. A signature that is checked and wrong is not an error
/// but a [`crate::CmsReport`] that does not hold.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CmsError {
    /// Not DER, or DER in another spelling.
    #[error("not canonical DER at byte {at}")]
    NotDer {
        /// Offset of the element.
        at: usize,
    },
    /// DER, but not the form this program writes (PAdES B-B, one signer, SHA-256).
    #[error("a signature of another form: {what}")]
    OtherForm {
        /// What differs.
        what: &'static str,
    },
    /// A certificate in it cannot be read.
    #[error("a certificate in the signature cannot be read")]
    BadCertificate,
    /// The signer's certificate is not in it.
    #[error("the signer's certificate is not in the signature")]
    NoSignerCertificate,
    /// OpenSSL could not do its part.
    #[error("OpenSSL: {0}")]
    Crypto(#[from] openssl::error::ErrorStack),
}

/// Why a file was not encrypted or decrypted. What was written so far must be thrown away.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConfidentialError {
    /// Nobody to encrypt to.
    #[error("no recipient")]
    NoRecipient,
    /// Not an `age1…` recipient.
    #[error("{found:?} is not a recipient")]
    BadRecipient {
        /// The text.
        found: String,
    },
    /// Not an encrypted file.
    #[error("not an encrypted file")]
    NotEncrypted,
    /// Encrypted to somebody else.
    #[error("encrypted to somebody else")]
    NotForYou,
    /// Altered or cut short.
    #[error("the encrypted file is damaged or cut short")]
    Damaged,
    /// Reading or writing failed.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}
