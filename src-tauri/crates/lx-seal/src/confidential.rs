//! Files for one person's eyes: age, to X25519 recipients.

use std::io::{ErrorKind, Read, Write};

use age::{DecryptError, Decryptor, EncryptError, Encryptor, Recipient, x25519};

use crate::{error::ConfidentialError, keys::Keys};

/// How an encrypted file begins.
const FIRST_BYTES: &[u8] = b"age-encryption.org/v1\n";

/// Whether a file that begins so is an encrypted one.
#[must_use]
pub fn is_encrypted(beginning: &[u8]) -> bool {
    beginning.starts_with(FIRST_BYTES)
}

/// Encrypts to every recipient (`age1…`), streaming; says how many bytes were read.
///
/// # Errors
/// [`ConfidentialError::NoRecipient`], [`ConfidentialError::BadRecipient`], or reading and writing failed.
pub fn encrypt_to(recipients: &[&str], reader: &mut dyn Read, writer: &mut dyn Write) -> Result<u64, ConfidentialError> {
    let parse = |text: &&str| {
        text.parse::<x25519::Recipient>()
            .map_err(|_| ConfidentialError::BadRecipient { found: (*text).to_owned() })
    };
    let recipients = recipients.iter().map(parse).collect::<Result<Vec<_>, _>>()?;
    let recipients = recipients.iter().map(|recipient| -> &dyn Recipient { recipient });
    let encryptor = Encryptor::with_recipients(recipients).map_err(|e| {
        if let EncryptError::Io(e) = e {
            ConfidentialError::Io(e)
        } else {
            ConfidentialError::NoRecipient
        }
    })?;
    let mut sealing = encryptor.wrap_output(writer)?;
    let read = std::io::copy(reader, &mut sealing)?;
    sealing.finish()?;
    Ok(read)
}

/// Decrypts what was encrypted to these keys, streaming; says how many bytes were written.
///
/// A file that was cut short is known only at its end: on an error, throw away what was written.
///
/// # Errors
/// One variant of [`ConfidentialError`] for each way to be wrong.
pub fn decrypt_with(keys: &Keys, reader: &mut dyn Read, writer: &mut dyn Write) -> Result<u64, ConfidentialError> {
    let decryptor = Decryptor::new(reader).map_err(refusal)?;
    let identity: &dyn age::Identity = &keys.unbox;
    let mut plain = decryptor.decrypt(std::iter::once(identity)).map_err(refusal)?;
    let mut piece = vec![0; 64 << 10];
    let mut written = 0;
    loop {
        let read = match plain.read(&mut piece) {
            Ok(0) => return Ok(written),
            Ok(read) => read,
            Err(e) if matches!(e.kind(), ErrorKind::InvalidData | ErrorKind::UnexpectedEof) => return Err(ConfidentialError::Damaged),
            Err(e) if e.kind() == ErrorKind::Interrupted => continue,
            Err(e) => return Err(e.into()),
        };
        writer.write_all(piece.get(..read).unwrap_or_default())?;
        written += u64::try_from(read).unwrap_or_default();
    }
}

fn refusal(error: DecryptError) -> ConfidentialError {
    match error {
        DecryptError::NoMatchingKeys => ConfidentialError::NotForYou,
        DecryptError::InvalidHeader | DecryptError::UnknownFormat => ConfidentialError::NotEncrypted,
        DecryptError::Io(e) if e.kind() == ErrorKind::UnexpectedEof => ConfidentialError::NotEncrypted,
        DecryptError::Io(e) => ConfidentialError::Io(e),
        DecryptError::DecryptionFailed
        | DecryptError::InvalidMac
        | DecryptError::KeyDecryptionFailed
        | DecryptError::ExcessiveWork { .. }
        | _ => ConfidentialError::Damaged,
    }
}

#[cfg(test)]
mod tests;
