//! What is typed is printed one day: a character without a glyph is found here, never as a box on a page.

use crate::StepError;

/// Whether the shipped fonts can print every character.
///
/// # Errors
/// [`StepError::MissingGlyphs`] with those that they cannot.
pub(crate) fn expect_glyphs(text: &str) -> Result<(), StepError> {
    let missing = lx_report::check_glyphs(text);
    if missing.is_empty() {
        Ok(())
    } else {
        Err(StepError::MissingGlyphs(missing))
    }
}
