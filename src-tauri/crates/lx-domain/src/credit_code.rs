//! 统一社会信用代码: 18 characters with a check digit (GB 32100-2015).

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
    /// A character that does not occur in such a code.
    #[error("{found:?} at place {place} does not occur in a credit code")]
    Character {
        /// Place, from 1.
        place: usize,
        /// The character.
        found: char,
    },
    /// The check digit does not fit the rest.
    #[error("the check digit is {found:?}, the rest asks for {expected:?}")]
    CheckDigit {
        /// What the rest asks for.
        expected: char,
        /// What stands there.
        found: char,
    },
}

/// Checks a code as a form has it.
///
/// # Errors
/// The first fault.
pub fn check(text: &str) -> Result<(), CreditCodeError> {
    let _ = text;
    todo!()
}
