//! Reading `.p12` files: AES as written today, RC2 and triple DES as written by older programs.

use openssl::{
    error::{Error, ErrorStack},
    pkcs12::Pkcs12,
    pkey::{PKey, Private},
    provider::Provider,
    x509::X509,
};

use crate::{certificate, error::P12Error};

/// OpenSSL's numbers for "this password does not fit" (`ERR_LIB_PKCS12`, `PKCS12_R_MAC_VERIFY_FAILURE`).
const MAC_VERIFY_FAILURE: (i32, i32) = (35, 113);

/// What such a file holds.
pub(crate) struct Contents {
    pub(crate) key: PKey<Private>,
    pub(crate) leaf: X509,
    pub(crate) others: Vec<X509>,
}

pub(crate) fn read(bytes: &[u8], password: &str) -> Result<Contents, P12Error> {
    let file = Pkcs12::from_der(bytes).map_err(|_| P12Error::NotP12)?;
    if password.contains('\0') {
        return Err(P12Error::WrongPassword);
    }
    // Only while it is needed: afterwards nothing else can use the old algorithms.
    let _old_algorithms = Provider::try_load(None, "legacy", true).map_err(|e| unreadable(&e))?;
    let parsed = file.parse2(password).map_err(|e| {
        if e.errors().iter().any(is_wrong_password) {
            P12Error::WrongPassword
        } else {
            unreadable(&e)
        }
    })?;
    let others: Vec<X509> = parsed.ca.iter().flatten().map(|certificate| certificate.to_owned()).collect();
    let key = parsed.pkey.ok_or(P12Error::NoKey)?;
    let leaf = match parsed.cert {
        Some(leaf) => leaf,
        None if others.is_empty() => return Err(P12Error::NoCertificate),
        None => return Err(P12Error::KeyMismatch),
    };
    if !leaf.public_key().is_ok_and(|public| public.public_eq(&key)) {
        return Err(P12Error::KeyMismatch);
    }
    let every = std::iter::once(&leaf).chain(&others);
    for certificate in every {
        let der = certificate.to_der().map_err(|e| unreadable(&e))?;
        certificate::read(&der).map_err(|e| P12Error::Unreadable { detail: e.to_string() })?;
    }
    Ok(Contents { key, leaf, others })
}

fn is_wrong_password(error: &Error) -> bool {
    (error.library_code(), error.reason_code()) == MAC_VERIFY_FAILURE
}

fn unreadable(errors: &ErrorStack) -> P12Error {
    P12Error::Unreadable {
        detail: errors.to_string(),
    }
}

#[cfg(test)]
mod tests;
