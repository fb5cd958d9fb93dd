//! Whoever signs a PDF.

use openssl::{
    pkey::{PKey, Private},
    x509::X509,
};

use crate::{
    cms::Subject,
    error::{P12Error, SealError},
    keys::Keys,
};

/// A key with its certificates, ready to sign PDFs.
pub struct PdfSigner {
    pub(crate) key: PKey<Private>,
    pub(crate) leaf: X509,
    pub(crate) others: Vec<X509>,
}

impl PdfSigner {
    /// The person's own P-256 key; PDF readers will call it unknown.
    ///
    /// # Errors
    /// [`SealError::Crypto`].
    pub fn from_keys(keys: &Keys) -> Result<Self, SealError> {
        todo!("{keys:?}")
    }

    /// A certificate authority's `.p12`, RSA or elliptic.
    ///
    /// # Errors
    /// One variant of [`P12Error`] for each way to be wrong.
    pub fn from_p12(bytes: &[u8], password: &str) -> Result<Self, P12Error> {
        todo!("{bytes:?}{password}")
    }

    /// Signs the SHA-256 of the document's signed bytes: a detached CMS, DER.
    ///
    /// # Errors
    /// [`SealError::Crypto`].
    pub fn sign_cms(&self, digest: [u8; 32]) -> Result<Vec<u8>, SealError> {
        todo!("{digest:?}")
    }

    /// Bytes to leave free for the signature; none is longer.
    #[must_use]
    pub fn cms_room(&self) -> usize {
        todo!()
    }

    /// Whose certificate it is.
    #[must_use]
    pub fn subject(&self) -> Subject {
        todo!()
    }

    /// The certificate, DER.
    ///
    /// # Errors
    /// [`SealError::Crypto`].
    pub fn certificate_der(&self) -> Result<Vec<u8>, SealError> {
        todo!()
    }
}
