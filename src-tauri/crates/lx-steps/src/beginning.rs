//! What a person began to type or chose while screening and has not said yet: kept at every keystroke, never part of any record.

use lx_domain::ApplicationNumber;
use lx_ledger::Begun;

use crate::{Desk, StepError, screening};

/// Everything that was begun and can still be said; nothing once the batch is frozen.
///
/// # Errors
/// What reading the desk can meet.
pub fn begun(desk: &Desk) -> Result<Vec<Begun>, StepError> {
    if desk.frozen().is_some() {
        return Ok(Vec::new());
    }
    Ok(desk.ledger.begun()?)
}

/// Keeps what stands in a field; `None` forgets it. On disk when this returns.
///
/// # Errors
/// [`StepError::NotYourRole`], [`StepError::NoBatch`], [`StepError::Frozen`].
pub fn begin(desk: &mut Desk, number: &ApplicationNumber, field: &str, text: Option<&str>) -> Result<(), StepError> {
    screening::expect_open(desk)?;
    desk.ledger.transaction(|tx| {
        match text {
            Some(text) => tx.put_begun(&Begun {
                number: number.clone(),
                field: field.to_owned(),
                text: text.to_owned(),
            }),
            None => tx.remove_begun(number, field),
        }?;
        Ok(())
    })
}
