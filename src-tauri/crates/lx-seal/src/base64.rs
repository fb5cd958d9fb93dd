//! Base64 with one spelling: the standard alphabet, padding required, no stray bits.

use base64::{Engine as _, engine::general_purpose::STANDARD};

/// The text of `bytes`.
pub(crate) fn encode(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The bytes of `text`; absent where it is not canonical base64.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    STANDARD.decode(text).ok()
}
