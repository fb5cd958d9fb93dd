//! Canonical bytes: RFC 8785 JSON of whole numbers, texts, lists and objects.

use std::fmt;

use lx_domain::Digest;
use serde::{
    Serialize,
    de::{DeserializeOwned, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor},
};
use serde_json::Value;

use crate::error::SealError;

/// Most bytes of one payload: 4 MiB.
pub const MAX_PAYLOAD: usize = 4 << 20;
/// Most bytes of one envelope file: a full payload in base64, and its signatures.
pub const MAX_FILE: usize = 6 << 20;

/// The greatest whole number that every reader of JSON holds exactly, 2⁵³ − 1.
const MAX_WHOLE: u64 = (1 << 53) - 1;

/// The one spelling of a value: RFC 8785.
///
/// # Errors
/// [`SealError::Fraction`] and [`SealError::NumberTooLarge`] for numbers that two readers could see differently,
/// [`SealError::WrongShape`] for what JSON cannot say.
pub fn canonical<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, SealError> {
    let wrong = |e: serde_json::Error| SealError::WrongShape { detail: e.to_string() };
    let value = serde_json::to_value(value).map_err(wrong)?;
    refuse_inexact(&value)?;
    serde_jcs::to_vec(&value).map_err(wrong)
}

/// SHA-256 of the canonical bytes.
///
/// # Errors
/// As [`canonical`].
pub fn digest_of<T: Serialize + ?Sized>(value: &T) -> Result<Digest, SealError> {
    Ok(Digest::of(&canonical(value)?))
}

/// Reads a value of at most [`MAX_PAYLOAD`] bytes that is in its one spelling.
///
/// # Errors
/// One variant of [`SealError`] for each way to be wrong; see there.
pub fn parse_canonical<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Result<T, SealError> {
    parse_canonical_up_to(bytes, MAX_PAYLOAD)
}

/// As [`parse_canonical`], with another limit: a report's record holds many envelopes.
///
/// # Errors
/// As [`parse_canonical`].
pub fn parse_canonical_up_to<T: DeserializeOwned + Serialize>(bytes: &[u8], limit: usize) -> Result<T, SealError> {
    if bytes.len() > limit {
        return Err(SealError::TooLarge { found: bytes.len(), limit });
    }
    inspect(bytes)?;
    let value: T = serde_json::from_slice(bytes).map_err(|e| SealError::WrongShape { detail: e.to_string() })?;
    if canonical(&value)? == bytes {
        Ok(value)
    } else {
        Err(SealError::NotCanonical)
    }
}

/// Refuses numbers that two readers could see differently.
fn refuse_inexact(value: &Value) -> Result<(), SealError> {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => Ok(()),
        Value::Number(n) if n.is_f64() => Err(SealError::Fraction { found: n.to_string() }),
        Value::Number(n) if n.as_i64().map(i64::unsigned_abs).or(n.as_u64()).is_none_or(|n| n > MAX_WHOLE) => {
            Err(SealError::NumberTooLarge { found: n.to_string() })
        }
        Value::Number(_) => Ok(()),
        Value::Array(items) => items.iter().try_for_each(refuse_inexact),
        Value::Object(members) => members.values().try_for_each(refuse_inexact),
    }
}

/// Walks the whole document once, before any type looks at it: is it JSON, and may two readers see different things?
fn inspect(bytes: &[u8]) -> Result<(), SealError> {
    let mut fault = None;
    let mut reader = serde_json::Deserializer::from_slice(bytes);
    let walked = Walk { fault: &mut fault }.deserialize(&mut reader).and_then(|()| reader.end());
    match (fault, walked) {
        (Some(fault), _) => Err(fault),
        (None, Err(e)) => Err(SealError::NotJson { detail: e.to_string() }),
        (None, Ok(())) => Ok(()),
    }
}

/// A visitor that keeps nothing but the first fault.
struct Walk<'f> {
    fault: &'f mut Option<SealError>,
}

impl Walk<'_> {
    fn refuse<E: serde::de::Error>(self, fault: SealError) -> Result<(), E> {
        let words = E::custom(&fault);
        *self.fault = Some(fault);
        Err(words)
    }

    fn whole<E: serde::de::Error>(self, size: u64, found: impl fmt::Display) -> Result<(), E> {
        if size > MAX_WHOLE {
            self.refuse(SealError::NumberTooLarge { found: found.to_string() })
        } else {
            Ok(())
        }
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();
    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<(), D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }
    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }
    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }
    fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<(), E> {
        self.whole(n, n)
    }
    fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<(), E> {
        self.whole(n.unsigned_abs(), n)
    }
    fn visit_f64<E: serde::de::Error>(self, n: f64) -> Result<(), E> {
        self.refuse(SealError::Fraction { found: n.to_string() })
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        while items.next_element_seed(Walk { fault: &mut *self.fault })?.is_some() {}
        Ok(())
    }
    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        let mut seen = std::collections::BTreeSet::new();
        while let Some(key) = members.next_key::<String>()? {
            if seen.contains(&key) {
                let words = A::Error::custom("a key stands twice");
                *self.fault = Some(SealError::DuplicateKey { key });
                return Err(words);
            }
            seen.insert(key);
            members.next_value_seed(Walk { fault: &mut *self.fault })?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
