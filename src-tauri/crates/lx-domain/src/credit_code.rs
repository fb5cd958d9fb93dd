//! 统一社会信用代码: 18 characters with a check digit (GB 32100-2015).

/// The characters of a code, in the order of their values: no I, O, S, V or Z.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Characters in a code.
const LENGTH: usize = 18;
/// Values are reckoned modulo this.
const MODULUS: usize = 31;

/// Why a text is not a unified social credit code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CreditCodeError {
    /// Not 18 characters.
    #[error("{found} characters, 18 expected")]
    Length {
        /// How many there are.
        found: usize,
    },
    /// A character that does not occur in such a code; I, O, S, V and Z are easily taken for digits.
    #[error("{found:?} at place {place} does not occur in a credit code")]
    Character {
        /// Place, from 1.
        place: usize,
        /// The character.
        found: char,
    },
    /// The check digit does not fit the rest: some character is wrong or two are exchanged.
    #[error("the check digit is {found:?}, the rest asks for {expected:?}")]
    CheckDigit {
        /// What the rest asks for.
        expected: char,
        /// What stands there.
        found: char,
    },
}

impl CreditCodeError {
    /// Stable code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Length { .. } => "credit_code_length",
            Self::Character { .. } => "credit_code_character",
            Self::CheckDigit { .. } => "credit_code_check_digit",
        }
    }
}

/// The code as it is compared: half-width, upper case, without white space and hyphens.
#[must_use]
pub fn normal(text: &str) -> String {
    let half = |c: char| match c {
        '！'..='～' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        other => other,
    };
    text.chars()
        .map(half)
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| c.to_ascii_uppercase())
        .collect()
}

/// Checks a code as a form has it; spaces, full-width and lower-case letters are forgiven.
///
/// # Errors
/// The first fault: length, then characters from the left, then the check digit.
pub fn check(text: &str) -> Result<(), CreditCodeError> {
    let code = normal(text);
    let found = code.chars().count();
    if found != LENGTH {
        return Err(CreditCodeError::Length { found });
    }
    let (mut sum, mut weight, mut last) = (0, 1, '0');
    for (place, c) in (1..=LENGTH).zip(code.chars()) {
        let value = ALPHABET
            .chars()
            .position(|a| a == c)
            .ok_or(CreditCodeError::Character { place, found: c })?;
        if place < LENGTH {
            sum += value * weight;
            weight = weight * 3 % MODULUS;
        }
        last = c;
    }
    let expected = ALPHABET.chars().nth((MODULUS - sum % MODULUS) % MODULUS).unwrap_or('0');
    if expected == last {
        Ok(())
    } else {
        Err(CreditCodeError::CheckDigit { expected, found: last })
    }
}

#[cfg(test)]
mod tests {
    use super::{CreditCodeError, check};

    #[test]
    fn a_published_code_holds() {
        // Two codes that large listed companies print in public.
        assert_eq!(check("9144030071526726XG"), Ok(()));
        assert_eq!(check("914403001922038216"), Ok(()));
        assert_eq!(
            check(" ９１４４０３００ 1922038216 "),
            Ok(()),
            "full-width digits and spaces are forgiven"
        );
    }

    #[test]
    fn one_wrong_character_or_two_exchanged_are_noticed() {
        assert_eq!(
            check("914403001922038217"),
            Err(CreditCodeError::CheckDigit { expected: '6', found: '7' })
        );
        assert!(check("914403001922038126").is_err(), "neighbours exchanged");
    }

    #[test]
    fn letters_that_look_like_digits_are_named() {
        assert_eq!(
            check("91440300192203821O"),
            Err(CreditCodeError::Character { place: 18, found: 'O' })
        );
        assert_eq!(check("9144030019220382"), Err(CreditCodeError::Length { found: 16 }));
    }
}
