//! Whoever signs a PDF.

use openssl::{
    error::ErrorStack,
    hash::MessageDigest,
    pkey::{PKey, Private},
    sign::Signer,
    x509::X509,
};

use crate::{
    certificate::{self, Subject},
    cms::{
        ecdsa,
        form::{Algorithm, Form, issuer_and_serial},
    },
    error::{CmsError, P12Error, SealError},
    keys::Keys,
    p12,
};

/// A key with its certificates, ready to sign PDFs.
pub struct PdfSigner {
    key: PKey<Private>,
    algorithm: Algorithm,
    leaf: X509,
    /// Everything but the digest and the signature.
    form: Form,
}

impl PdfSigner {
    /// The person's own P-256 key; PDF readers will call it unknown.
    ///
    /// # Errors
    /// [`SealError::BadCertificates`], [`SealError::Crypto`].
    pub fn from_keys(keys: &Keys) -> Result<Self, SealError> {
        let [leaf, root] = keys.certificates();
        let read = |der: &[u8]| certificate::read(der).map_err(|_| SealError::BadCertificates);
        let algorithm = Algorithm::of_key(&keys.pdf).ok_or(SealError::BadCertificates)?;
        Self::new(keys.pdf.clone(), algorithm, read(leaf)?, &[read(root)?]).map_err(|e| match e {
            CmsError::Crypto(e) => SealError::Crypto(e),
            CmsError::NotDer { .. } | CmsError::OtherForm { .. } | CmsError::BadCertificate | CmsError::NoSignerCertificate => {
                SealError::BadCertificates
            }
        })
    }

    /// A certificate authority's `.p12`, RSA or elliptic.
    ///
    /// # Errors
    /// One variant of [`P12Error`] for each way to be wrong.
    pub fn from_p12(bytes: &[u8], password: &str) -> Result<Self, P12Error> {
        let p12::Contents { key, leaf, others } = p12::read(bytes, password)?;
        let algorithm = Algorithm::of_key(&key).ok_or(P12Error::UnsupportedKey)?;
        Self::new(key, algorithm, leaf, &others).map_err(|e| P12Error::Unreadable { detail: e.to_string() })
    }

    fn new(key: PKey<Private>, algorithm: Algorithm, leaf: X509, others: &[X509]) -> Result<Self, CmsError> {
        let der = leaf.to_der()?;
        let mut certificates = vec![der.clone()];
        for issuer in certificate::issuers(&leaf, others) {
            certificates.push(issuer.to_der()?);
        }
        certificates.sort();
        let mut form = Form {
            message_digest: vec![0; 32],
            certificate_hashes: Form::hashes(&der, &certificates),
            signer: issuer_and_serial(&der)?,
            certificates,
            algorithm: Vec::new(),
            signature: vec![0; key.size()],
        };
        form.set_algorithm(algorithm);
        Ok(Self {
            key,
            algorithm,
            leaf,
            form,
        })
    }

    /// Signs the SHA-256 of the document's signed bytes: a detached CMS, DER. RSA is left to OpenSSL, whose timing
    /// tells nothing of the key.
    ///
    /// # Errors
    /// [`SealError::Crypto`].
    pub fn sign_cms(&self, digest: [u8; 32]) -> Result<Vec<u8>, SealError> {
        let mut form = Form {
            message_digest: digest.to_vec(),
            ..self.form.clone()
        };
        let mut signer = Signer::new(MessageDigest::sha256(), &self.key)?;
        signer.update(&form.signed_bytes())?;
        let signature = signer.sign_to_vec()?;
        form.signature = match self.algorithm {
            Algorithm::Ecdsa => ecdsa::with_smaller_s(&signature, &self.key)?,
            Algorithm::Rsa => signature,
        };
        Ok(form.encode())
    }

    /// Bytes to leave free for the signature; none is longer.
    #[must_use]
    pub fn cms_room(&self) -> usize {
        self.form.encode().len()
    }

    /// Whose certificate it is.
    #[must_use]
    pub fn subject(&self) -> Subject {
        certificate::subject_of(&self.leaf)
    }

    /// The certificate, DER.
    ///
    /// # Errors
    /// [`SealError::Crypto`].
    pub fn certificate_der(&self) -> Result<Vec<u8>, SealError> {
        self.leaf.to_der().map_err(|e: ErrorStack| e.into())
    }
}

impl std::fmt::Debug for PdfSigner {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "PdfSigner({}, {:?})", self.subject().common_name, self.algorithm)
    }
}
