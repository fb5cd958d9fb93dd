//! What was typed or chosen while screening and not said yet.

use lx_steps::{Desk, beginning};

use super::number;
use crate::{
    Fault,
    beginning::{Begin, BegunView},
};

/// Everything that was begun.
///
/// # Errors
/// What reading the desk can meet.
pub fn begun(desk: &Desk) -> Result<Vec<BegunView>, Fault> {
    let begun = beginning::begun(desk)?.into_iter().map(|one| BegunView {
        number: one.number.to_string(),
        field: one.field,
        text: one.text,
    });
    Ok(begun.collect())
}

/// Keeps what stands in a field, or forgets it.
///
/// # Errors
/// What the step refuses.
pub fn begin(desk: &mut Desk, request: &Begin) -> Result<(), Fault> {
    let Begin { number: of, field, text } = request;
    Ok(beginning::begin(desk, &number(of)?, field, text.as_deref())?)
}
