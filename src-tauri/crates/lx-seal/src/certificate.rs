//! Certificates for PDF signatures: a small root and one leaf, made by ourselves; and whom a chain leads to.

use lx_domain::{Digest, Fingerprint, UnixMillis};
use openssl::{
    asn1::{Asn1Integer, Asn1Time},
    bn::BigNum,
    ec::{EcGroup, EcKey},
    error::ErrorStack,
    hash::MessageDigest,
    nid::Nid,
    pkey::{PKey, PKeyRef, Private},
    stack::Stack,
    x509::{
        X509, X509Builder, X509Name, X509NameRef, X509Ref, X509StoreContext, X509VerifyResult,
        extension::{AuthorityKeyIdentifier, BasicConstraints, KeyUsage, SubjectKeyIdentifier},
        store::X509StoreBuilder,
        verify::X509VerifyFlags,
    },
};

use crate::error::{CmsError, SealError};

const DAY: i64 = 86_400;
/// Twenty years of 365 days.
const VALIDITY: i64 = 20 * 365 * DAY;
/// The end of the year 9999, the last that a certificate can name.
const LATEST: i64 = 253_402_300_799;
/// X.520's upper bound for a common name and an organisation.
const LONGEST_NAME: usize = 64;

/// Whose certificate it is, by its own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// CN: the person.
    pub common_name: String,
    /// O: the organisation.
    pub organisation: String,
}

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
    let found = X509::stack_from_pem(pem).map_err(|_| CmsError::BadCertificate)?;
    if found.is_empty() {
        return Err(CmsError::BadCertificate);
    }
    found
        .iter()
        .map(|certificate| certificate.to_der().map_err(CmsError::from))
        .collect()
}

/// A P-256 key.
pub(crate) fn new_key() -> Result<PKey<Private>, ErrorStack> {
    let group = EcGroup::from_curve_name(Nid::X9_62_PRIME256V1)?;
    PKey::from_ec_key(EcKey::generate(&group)?)
}

/// A certificate for `key`, and the root made for it alone, whose private key ends here.
pub(crate) fn issue(
    key: &PKeyRef<Private>,
    name: &str,
    org: &str,
    identity: &Fingerprint,
    at: UnixMillis,
) -> Result<[Vec<u8>; 2], SealError> {
    let root_key = new_key()?;
    let root_name = name_of(&format!("Linxuan {}", identity.short()), "遴选")?;
    let mut root = start(&root_key, &root_name, &root_name, at)?;
    root.append_extension(BasicConstraints::new().critical().ca().pathlen(0).build()?)?;
    root.append_extension(KeyUsage::new().critical().key_cert_sign().build()?)?;
    let subject_id = SubjectKeyIdentifier::new().build(&root.x509v3_context(None, None))?;
    root.append_extension(subject_id)?;
    root.sign(&root_key, MessageDigest::sha256())?;
    let root = root.build();

    let leaf_name = name_of(checked(name)?, checked(org)?)?;
    let mut leaf = start(key, &leaf_name, &root_name, at)?;
    leaf.append_extension(BasicConstraints::new().critical().build()?)?;
    leaf.append_extension(KeyUsage::new().critical().digital_signature().non_repudiation().build()?)?;
    let subject_id = SubjectKeyIdentifier::new().build(&leaf.x509v3_context(Some(&root), None))?;
    leaf.append_extension(subject_id)?;
    let issuer_id = AuthorityKeyIdentifier::new()
        .keyid(true)
        .build(&leaf.x509v3_context(Some(&root), None))?;
    leaf.append_extension(issuer_id)?;
    leaf.sign(&root_key, MessageDigest::sha256())?;
    Ok([leaf.build().to_der()?, root.to_der()?])
}

fn start(key: &PKeyRef<Private>, subject: &X509NameRef, issuer: &X509NameRef, at: UnixMillis) -> Result<X509Builder, SealError> {
    let made = at.0.div_euclid(1000);
    if !(0..LATEST - VALIDITY).contains(&made) {
        return Err(SealError::BadTime { millis: at.0 });
    }
    let mut serial = [0_u8; 16];
    getrandom::fill(&mut serial).map_err(SealError::Randomness)?;
    let mut serial = BigNum::from_slice(&serial)?;
    serial.clear_bit(127)?;
    serial.set_bit(126)?;
    let mut builder = X509Builder::new()?;
    builder.set_version(2)?;
    builder.set_serial_number(Asn1Integer::from_bn(&serial)?.as_ref())?;
    builder.set_subject_name(subject)?;
    builder.set_issuer_name(issuer)?;
    builder.set_not_before(Asn1Time::from_unix(made - DAY)?.as_ref())?;
    builder.set_not_after(Asn1Time::from_unix(made + VALIDITY)?.as_ref())?;
    builder.set_pubkey(key)?;
    Ok(builder)
}

fn name_of(common_name: &str, organisation: &str) -> Result<X509Name, ErrorStack> {
    let mut name = X509Name::builder()?;
    name.append_entry_by_nid(Nid::COMMONNAME, common_name)?;
    name.append_entry_by_nid(Nid::ORGANIZATIONNAME, organisation)?;
    Ok(name.build())
}

fn checked(name: &str) -> Result<&str, SealError> {
    let fits = !name.trim().is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
    if fits {
        Ok(name)
    } else {
        Err(SealError::BadName { found: name.to_owned() })
    }
}

/// Whose certificate it is, by its own words.
pub(crate) fn subject_of(certificate: &X509Ref) -> Subject {
    let text = |nid| {
        let entry = certificate.subject_name().entries_by_nid(nid).next();
        entry.and_then(|entry| entry.data().to_string().ok()).unwrap_or_default()
    };
    Subject {
        common_name: text(Nid::COMMONNAME),
        organisation: text(Nid::ORGANIZATIONNAME),
    }
}

/// The chain from `leaf` up to one of `trusted`, over `others`; absent where there is none.
///
/// OpenSSL's own path building: signatures, names, constraints and key usage. Times are left to the caller, who knows
/// which moment is meant.
pub(crate) fn path(leaf: &X509Ref, others: &[X509], trusted: &[X509]) -> Result<Option<Vec<X509>>, ErrorStack> {
    let mut store = X509StoreBuilder::new()?;
    store.set_flags(X509VerifyFlags::PARTIAL_CHAIN | X509VerifyFlags::NO_CHECK_TIME)?;
    for certificate in trusted {
        store.add_cert(certificate.clone())?;
    }
    let mut between = Stack::new()?;
    for certificate in others {
        between.push(certificate.clone())?;
    }
    X509StoreContext::new()?.init(&store.build(), leaf, &between, |context| {
        let right = context.verify_cert()?;
        Ok(if right {
            context.chain().map(|chain| chain.iter().map(ToOwned::to_owned).collect())
        } else {
            None
        })
    })
}

/// Those of `others` that issued `leaf`, upwards; what belongs to another chain is left out.
pub(crate) fn issuers<'a>(leaf: &X509Ref, others: &'a [X509]) -> Vec<&'a X509> {
    let issued = |issuer: &X509Ref, child: &X509Ref| issuer.issued(child) == X509VerifyResult::OK && signed_by(child, issuer);
    let mut found: Vec<&X509> = Vec::new();
    let mut left: Vec<&X509> = others.iter().collect();
    loop {
        let child: &X509Ref = found.last().map_or(leaf, |last| last);
        match left.iter().position(|other| !is_root(child) && issued(other, child)) {
            Some(place) => found.push(left.swap_remove(place)),
            None => return found,
        }
    }
}

fn signed_by(child: &X509Ref, issuer: &X509Ref) -> bool {
    issuer.public_key().and_then(|key| child.verify(&key)).unwrap_or(false)
}

/// Whether a certificate signed itself.
pub(crate) fn is_root(certificate: &X509Ref) -> bool {
    signed_by(certificate, certificate)
}

/// Whether these are a leaf on P-256 and the self-signed root that issued it, and nothing else.
pub(crate) fn issued_within(chain: &[Vec<u8>]) -> bool {
    let [leaf, root] = chain else { return false };
    let (Ok(leaf), Ok(root)) = (read(leaf), read(root)) else {
        return false;
    };
    let curve = leaf.public_key().and_then(|key| key.ec_key()).map(|key| key.group().curve_name());
    let on_p256 = matches!(curve, Ok(Some(Nid::X9_62_PRIME256V1)));
    on_p256 && is_root(&root) && !is_root(&leaf) && matches!(path(&leaf, &[], &[root]), Ok(Some(_)))
}

/// Reads one certificate, in its one spelling.
pub(crate) fn read(der: &[u8]) -> Result<X509, CmsError> {
    let certificate = X509::from_der(der).map_err(|_| CmsError::BadCertificate)?;
    let same = certificate.to_der().is_ok_and(|again| again == der);
    if same { Ok(certificate) } else { Err(CmsError::BadCertificate) }
}
