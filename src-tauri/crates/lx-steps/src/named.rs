//! The batch of a desk by its names, whether the review was opened or not.

use lx_domain::BatchId;

use crate::{Desk, StepError};

/// A batch by its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedBatch {
    /// Which.
    pub id: BatchId,
    /// 批次名称.
    pub name: String,
    /// Whether it is made of the shipped samples.
    pub sample: bool,
}

impl Desk {
    /// The batch of this desk, frozen or not.
    ///
    /// # Errors
    /// [`StepError::NoBatch`].
    pub fn named_batch(&self) -> Result<NamedBatch, StepError> {
        if let Some(frozen) = &self.frozen {
            return Ok(NamedBatch {
                id: frozen.file.id,
                name: frozen.file.name.clone(),
                sample: frozen.file.sample,
            });
        }
        let draft = self.ledger.batch_draft()?.ok_or(StepError::NoBatch)?;
        Ok(NamedBatch {
            id: draft.id,
            name: draft.name,
            sample: draft.sample,
        })
    }
}
