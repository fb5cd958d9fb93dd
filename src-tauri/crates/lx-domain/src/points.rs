//! Points as whole hundredths.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// Hundredths of a point: 17.25 points are `Hundredths(1725)`. In files it is this integer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Hundredths(pub i64);

/// Why a text is not a number of points.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a number of points with at most two decimals")]
pub struct PointsError(pub String);

impl FromStr for Hundredths {
    type Err = PointsError;

    /// Reads `17`, `17.5`, `17.50`; full-width digits and `．` or `。` count as their plain forms. No sign, no exponent.
    fn from_str(text: &str) -> Result<Self, PointsError> {
        let wrong = || PointsError(text.to_owned());
        let plain: String = text
            .trim()
            .chars()
            .map(|c| match c {
                '０'..='９' => char::from_digit(u32::from(c) - u32::from('０'), 10).unwrap_or(c),
                '．' | '。' => '.',
                other => other,
            })
            .collect();
        let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
        let digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || whole.len() > 9 || part.len() > 2 || !digits(whole) || !digits(part) || plain.ends_with('.') {
            return Err(wrong());
        }
        let whole: i64 = whole.parse().map_err(|_| wrong())?;
        let part: i64 = format!("{part:0<2}").parse().map_err(|_| wrong())?;
        Ok(Self(whole * 100 + part))
    }
}

impl fmt::Display for Hundredths {
    /// Always two decimals: `17.50`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", size / 100, size % 100)
    }
}
