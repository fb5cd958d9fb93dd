//! PDF signatures: PAdES B-B as CMS, written by hand and read back strictly.

pub(crate) mod ecdsa;
pub(crate) mod form;

use lx_domain::UnixMillis;
use openssl::{
    asn1::Asn1Time,
    error::ErrorStack,
    hash::MessageDigest,
    pkey::{PKey, Public},
    sign::Verifier,
    x509::X509,
};

use self::form::{Algorithm, Form, issuer_and_serial};
use crate::{
    certificate::{self, Subject},
    error::CmsError,
};

/// What a PDF signature turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CmsReport {
    /// The signer's certificate, DER.
    pub signer_certificate_der: Vec<u8>,
    /// The certificates inside, the signer's first; upwards where they form a chain; DER.
    pub chain: Vec<Vec<u8>>,
    /// Of the signer's certificate.
    pub subject: Subject,
    /// Whether the signed digest is that of the document.
    pub digest_matches: bool,
    /// Whether the signature is that of the certificate's key, and names the certificates inside and no others.
    pub signature_matches: bool,
    /// Both: nobody changed the signed bytes since this key signed them. *Whose* key it is, is another question.
    pub holds: bool,
    /// Whether the chain inside is complete up to a self-signed root and every link is right.
    pub issuer_chain_ok: bool,
}

impl CmsReport {
    /// Whether the signer's certificate is one of these, or was issued beneath one of these (DER). Unreadable ones
    /// among `trusted` count for nothing.
    #[must_use]
    pub fn is_trusted_by(&self, trusted: &[Vec<u8>]) -> bool {
        let read = |list: &[Vec<u8>]| list.iter().filter_map(|der| certificate::read(der).ok()).collect::<Vec<X509>>();
        let Ok(leaf) = certificate::read(&self.signer_certificate_der) else {
            return false;
        };
        matches!(certificate::path(&leaf, &read(&self.chain), &read(trusted)), Ok(Some(_)))
    }

    /// Whether the signer's certificate was valid at this time.
    #[must_use]
    pub fn valid_at(&self, at: UnixMillis) -> bool {
        let Ok(leaf) = certificate::read(&self.signer_certificate_der) else {
            return false;
        };
        Asn1Time::from_unix(at.0.div_euclid(1000)).is_ok_and(|at| leaf.not_before() <= at && at <= *leaf.not_after())
    }
}

/// Checks a detached signature over a document whose SHA-256 is `digest`.
///
/// # Errors
/// [`CmsError`] if it is not a signature that can be checked; one that is checked and wrong is a report.
pub fn verify_cms(der: &[u8], digest: [u8; 32]) -> Result<CmsReport, CmsError> {
    let form = Form::decode(der)?;
    let inside = form
        .certificates
        .iter()
        .map(|der| certificate::read(der))
        .collect::<Result<Vec<_>, _>>()?;
    let mut leaf = None;
    for (certificate, der) in inside.iter().zip(&form.certificates) {
        if issuer_and_serial(der)? == form.signer {
            leaf = Some((certificate, der));
        }
    }
    let (leaf, leaf_der) = leaf.ok_or(CmsError::NoSignerCertificate)?;
    let key = leaf.public_key()?;
    let algorithm = Algorithm::of_key(&key).ok_or(CmsError::OtherForm { what: "kind of key" })?;
    if !form.says(algorithm) {
        return Err(CmsError::OtherForm {
            what: "signature algorithm",
        });
    }
    let digest_matches = form.message_digest == digest;
    let names_certificates = form.certificate_hashes == Form::hashes(leaf_der, &form.certificates);
    let signature_matches = names_certificates && verifies(&key, algorithm, &form)?;
    let (chain, issuer_chain_ok) = chain_of(leaf, &inside)?;
    Ok(CmsReport {
        signer_certificate_der: leaf_der.clone(),
        chain,
        subject: certificate::subject_of(leaf),
        digest_matches,
        signature_matches,
        holds: digest_matches && signature_matches,
        issuer_chain_ok,
    })
}

fn verifies(key: &PKey<Public>, algorithm: Algorithm, form: &Form) -> Result<bool, ErrorStack> {
    let one_spelling = match algorithm {
        Algorithm::Ecdsa => ecdsa::with_smaller_s(&form.signature, key).is_ok_and(|ours| ours == form.signature),
        Algorithm::Rsa => true,
    };
    let mut verifier = Verifier::new(MessageDigest::sha256(), key)?;
    verifier.update(&form.signed_bytes())?;
    // An error here is a signature that is no signature at all.
    Ok(one_spelling && verifier.verify(&form.signature).unwrap_or(false))
}

fn chain_of(leaf: &X509, inside: &[X509]) -> Result<(Vec<Vec<u8>>, bool), ErrorStack> {
    let roots: Vec<X509> = inside
        .iter()
        .filter(|certificate| certificate::is_root(certificate))
        .cloned()
        .collect();
    let der = |chain: &[X509]| chain.iter().map(|certificate| certificate.to_der()).collect::<Result<Vec<_>, _>>();
    if let Some(chain) = certificate::path(leaf, inside, &roots)? {
        return Ok((der(&chain)?, true));
    }
    let mut chain = der(inside)?;
    let first = leaf.to_der()?;
    chain.sort_by_key(|certificate| *certificate != first);
    Ok((chain, false))
}

#[cfg(test)]
pub(crate) mod tests;
