//! Of the two signatures that every ECDSA signature is, (r, s) and (r, n − s), the one with the smaller s is ours:
//! otherwise anybody could respell a signature that holds.

use openssl::{
    bn::{BigNum, BigNumContext},
    ecdsa::EcdsaSig,
    error::ErrorStack,
    pkey::{HasPublic, PKeyRef},
};

/// The same signature with the smaller s, DER.
pub(crate) fn with_smaller_s<T: HasPublic>(signature: &[u8], key: &PKeyRef<T>) -> Result<Vec<u8>, ErrorStack> {
    let signature = EcdsaSig::from_der(signature)?;
    let mut order = BigNum::new()?;
    let mut context = BigNumContext::new()?;
    key.ec_key()?.group().order(&mut order, &mut context)?;
    let mut other = BigNum::new()?;
    other.checked_sub(&order, signature.s())?;
    if *signature.s() <= other {
        return signature.to_der();
    }
    EcdsaSig::from_private_components(signature.r().to_owned()?, other)?.to_der()
}
