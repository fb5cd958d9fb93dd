//! PDF signatures: PAdES B-B as CMS, written by hand and read back strictly.

use lx_domain::UnixMillis;

use crate::error::CmsError;

/// Whose certificate it is, by its own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// CN: the person.
    pub common_name: String,
    /// O: the organisation.
    pub organisation: String,
}

/// What a PDF signature turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CmsReport {
    /// The signer's certificate, DER.
    pub signer_certificate_der: Vec<u8>,
    /// The certificates from the signer's upwards, as far as they are inside; DER.
    pub chain: Vec<Vec<u8>>,
    /// Of the signer's certificate.
    pub subject: Subject,
    /// Whether the signed digest is that of the document.
    pub digest_matches: bool,
    /// Whether the signature is that of the certificate's key, and names the certificate.
    pub signature_matches: bool,
    /// Both: nobody changed the signed bytes since this key signed them. *Whose* key it is, is another question.
    pub holds: bool,
    /// Whether the chain inside is complete up to a self-signed root and every link is right.
    pub issuer_chain_ok: bool,
}

impl CmsReport {
    /// Whether the signer's certificate is one of these, or was issued beneath one of these (DER).
    #[must_use]
    pub fn is_trusted_by(&self, trusted: &[Vec<u8>]) -> bool {
        todo!("{trusted:?}")
    }

    /// Whether the signer's certificate was valid at this time.
    #[must_use]
    pub fn valid_at(&self, at: UnixMillis) -> bool {
        todo!("{at:?}")
    }
}

/// Checks a detached signature over a document whose SHA-256 is `digest`.
///
/// # Errors
/// [`CmsError`] if it is not a signature that can be checked; one that is checked and wrong is a report.
pub fn verify_cms(der: &[u8], digest: [u8; 32]) -> Result<CmsReport, CmsError> {
    todo!("{der:?}{digest:?}")
}
