//! The one form our PDF signatures have: PAdES B-B, one signer, SHA-256, three signed attributes, every
//! certificate named in them.
//!
//! Writing is by hand. Reading only finds the parts; that nothing else is there, and that everything is spelt as it
//! must be, is shown by writing them again and getting the same bytes.

use lx_domain::Digest;
use openssl::{
    nid::Nid,
    pkey::{HasPublic, Id, PKeyRef},
};

use crate::{
    der::{CONTEXT_0, INTEGER, OCTETS, OID, Reader, SEQUENCE, SET, element, set_of},
    error::CmsError,
};

const SIGNED_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];
const PLAIN_DATA: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01];
const CONTENT_TYPE: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03];
const MESSAGE_DIGEST: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04];
const SIGNING_CERTIFICATE_V2: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x10, 0x02, 0x2F];
const SHA_256: &[u8] = &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01];
const ECDSA_WITH_SHA_256: &[u8] = &[0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02];
const RSA_WITH_SHA_256: &[u8] = &[0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B];
const NULL: &[u8] = &[0x05, 0x00];
/// Versions of SignedData and SignerInfo: 1 where the signer is named by issuer and serial number.
const VERSION_1: &[u8] = &[1];
/// More certificates than any chain has.
const MOST_CERTIFICATES: usize = 16;

/// How the signature is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Ecdsa,
    /// PKCS #1 v1.5.
    Rsa,
}

impl Algorithm {
    /// The one for a key; absent where PDF readers would not know it, or it is too short.
    pub(crate) fn of_key<T: HasPublic>(key: &PKeyRef<T>) -> Option<Self> {
        match key.id() {
            Id::RSA => (key.bits() >= 2048).then_some(Self::Rsa),
            Id::EC => {
                let curve = key.ec_key().ok()?.group().curve_name()?;
                [Nid::X9_62_PRIME256V1, Nid::SECP384R1, Nid::SECP521R1]
                    .contains(&curve)
                    .then_some(Self::Ecdsa)
            }
            _ => None,
        }
    }

    fn der(self) -> Vec<u8> {
        match self {
            Self::Ecdsa => element(SEQUENCE, &[&element(OID, &[ECDSA_WITH_SHA_256])]),
            Self::Rsa => element(SEQUENCE, &[&element(OID, &[RSA_WITH_SHA_256]), NULL]),
        }
    }
}

/// The parts of a signature that are free.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    /// SHA-256 of the document's signed bytes.
    pub(crate) message_digest: Vec<u8>,
    /// SHA-256 of the signer's certificate, then of the others in their order: no byte of them can change either.
    pub(crate) certificate_hashes: Vec<Vec<u8>>,
    /// Issuer and serial number, two elements.
    pub(crate) signer: Vec<u8>,
    /// DER, by their bytes.
    pub(crate) certificates: Vec<Vec<u8>>,
    /// The algorithm's identifier, an element.
    pub(crate) algorithm: Vec<u8>,
    pub(crate) signature: Vec<u8>,
}

impl Form {
    /// What is signed: the attributes as a SET, though they are stored as `[0]`.
    pub(crate) fn signed_bytes(&self) -> Vec<u8> {
        self.attributes(SET)
    }

    pub(crate) fn set_algorithm(&mut self, algorithm: Algorithm) {
        self.algorithm = algorithm.der();
    }

    /// Whether the stated algorithm is this one.
    pub(crate) fn says(&self, algorithm: Algorithm) -> bool {
        self.algorithm == algorithm.der()
    }

    fn attributes(&self, tag: u8) -> Vec<u8> {
        let attribute = |oid: &[u8], value: &[u8]| element(SEQUENCE, &[&element(OID, &[oid]), &element(SET, &[value])]);
        // SigningCertificateV2 { certs { ESSCertIDv2 { certHash } … } }; SHA-256 is the default and not written.
        let name = |hash: &Vec<u8>| element(SEQUENCE, &[&element(OCTETS, &[hash])]);
        let names = self.certificate_hashes.iter().map(name).collect::<Vec<_>>().concat();
        let named = element(SEQUENCE, &[&element(SEQUENCE, &[&names])]);
        set_of(
            tag,
            vec![
                attribute(CONTENT_TYPE, &element(OID, &[PLAIN_DATA])),
                attribute(MESSAGE_DIGEST, &element(OCTETS, &[&self.message_digest])),
                attribute(SIGNING_CERTIFICATE_V2, &named),
            ],
        )
    }

    /// The hashes that name these certificates and no others: the signer's, then the rest in their order.
    pub(crate) fn hashes(signer: &[u8], certificates: &[Vec<u8>]) -> Vec<Vec<u8>> {
        let others = certificates.iter().map(Vec::as_slice).filter(|other| *other != signer);
        std::iter::once(signer)
            .chain(others)
            .map(|der| Digest::of(der).0.to_vec())
            .collect()
    }

    /// The whole, DER.
    pub(crate) fn encode(&self) -> Vec<u8> {
        let version = element(INTEGER, &[VERSION_1]);
        let sha_256 = element(SEQUENCE, &[&element(OID, &[SHA_256])]);
        let signer = element(
            SEQUENCE,
            &[
                &version,
                &element(SEQUENCE, &[&self.signer]),
                &sha_256,
                &self.attributes(CONTEXT_0),
                &self.algorithm,
                &element(OCTETS, &[&self.signature]),
            ],
        );
        let data = element(
            SEQUENCE,
            &[
                &version,
                &element(SET, &[&sha_256]),
                &element(SEQUENCE, &[&element(OID, &[PLAIN_DATA])]),
                &set_of(CONTEXT_0, self.certificates.clone()),
                &element(SET, &[&signer]),
            ],
        );
        element(SEQUENCE, &[&element(OID, &[SIGNED_DATA]), &element(CONTEXT_0, &[&data])])
    }

    /// Reads a signature of exactly this form.
    pub(crate) fn decode(der: &[u8]) -> Result<Self, CmsError> {
        let mut file = Reader::new(der);
        let mut info = file.enter(SEQUENCE, "ContentInfo")?;
        file.end("bytes after the signature")?;
        info.expect(OID, "content type")?;
        let mut data = info.enter(CONTEXT_0, "content")?.enter(SEQUENCE, "SignedData")?;
        data.expect(INTEGER, "version")?;
        data.expect(SET, "digest algorithms")?;
        data.expect(SEQUENCE, "content")?;
        let certificates = members(data.enter(CONTEXT_0, "certificates")?)?;
        let mut signers = data.enter(SET, "signers")?;
        let mut signer = signers.enter(SEQUENCE, "signer")?;
        signers.end("more than one signer")?;
        signer.expect(INTEGER, "version of the signer")?;
        let name = signer.enter(SEQUENCE, "issuer and serial number")?.bytes().to_vec();
        signer.expect(SEQUENCE, "digest algorithm")?;
        let (message_digest, certificate_hashes) = attributes(signer.enter(CONTEXT_0, "signed attributes")?)?;
        let algorithm = signer.expect(SEQUENCE, "signature algorithm")?.whole.to_vec();
        let signature = signer.enter(OCTETS, "signature")?.bytes().to_vec();
        signer.end("unsigned attributes")?;
        let form = Self {
            message_digest,
            certificate_hashes,
            signer: name,
            certificates,
            algorithm,
            signature,
        };
        if form.encode() == der {
            Ok(form)
        } else {
            Err(CmsError::OtherForm {
                what: "not the bytes this program writes",
            })
        }
    }
}

fn members(mut set: Reader<'_>) -> Result<Vec<Vec<u8>>, CmsError> {
    let mut found: Vec<Vec<u8>> = Vec::new();
    while !set.bytes().is_empty() {
        let member = set.expect(SEQUENCE, "certificate")?.whole.to_vec();
        if found.len() == MOST_CERTIFICATES || found.contains(&member) {
            return Err(CmsError::OtherForm { what: "certificates" });
        }
        found.push(member);
    }
    Ok(found)
}

/// The document's digest and the certificates', out of the three attributes.
fn attributes(mut set: Reader<'_>) -> Result<(Vec<u8>, Vec<Vec<u8>>), CmsError> {
    let mut value = |oid: &[u8], what| -> Result<Reader<'_>, CmsError> {
        let mut attribute = set.enter(SEQUENCE, what)?;
        if attribute.enter(OID, what)?.bytes() == oid {
            attribute.enter(SET, what)
        } else {
            Err(CmsError::OtherForm { what })
        }
    };
    value(CONTENT_TYPE, "content-type")?;
    let digest = value(MESSAGE_DIGEST, "message-digest")?.enter(OCTETS, "message-digest")?;
    let named = "signing-certificate-v2";
    let mut names = value(SIGNING_CERTIFICATE_V2, named)?
        .enter(SEQUENCE, named)?
        .enter(SEQUENCE, named)?;
    set.end("signed attributes")?;
    let mut hashes = Vec::new();
    while !names.bytes().is_empty() && hashes.len() < MOST_CERTIFICATES {
        hashes.push(names.enter(SEQUENCE, named)?.enter(OCTETS, named)?.bytes().to_vec());
    }
    Ok((digest.bytes().to_vec(), hashes))
}

/// A certificate's issuer and serial number, as they stand in it.
pub(crate) fn issuer_and_serial(certificate: &[u8]) -> Result<Vec<u8>, CmsError> {
    let mut body = Reader::new(certificate)
        .enter(SEQUENCE, "certificate")?
        .enter(SEQUENCE, "certificate")?;
    body.expect(CONTEXT_0, "certificate version")?;
    let serial = body.expect(INTEGER, "serial number")?.whole;
    body.expect(SEQUENCE, "certificate algorithm")?;
    let issuer = body.expect(SEQUENCE, "issuer")?.whole;
    Ok([issuer, serial].concat())
}
