//! Certificates for PDF signatures: a small root and one leaf, made by ourselves.

use lx_domain::Digest;

use crate::error::CmsError;

/// SHA-256 of a certificate's DER, as certificate viewers show it.
#[must_use]
pub fn certificate_fingerprint(der: &[u8]) -> Digest {
    Digest::of(der)
}

/// Every certificate of a PEM file (`--trust CA.pem`), as DER.
///
/// # Errors
/// [`CmsError::BadCertificate`] if there is none, or one cannot be read.
pub fn certificates_from_pem(pem: &[u8]) -> Result<Vec<Vec<u8>>, CmsError> {
    todo!("{pem:?}")
}

/// Whether these are a leaf and the self-signed root that issued it.
pub(crate) fn issued_within(chain: &[Vec<u8>]) -> bool {
    todo!("{chain:?}")
}
