//! A standing from a plain score table and a rule file; needs no desk.

use std::path::Path;

use lx_domain::Rule;
pub use lx_tally::{Side, Standard, Standing};
use lx_tally::{read_score_table, reckon};

use crate::{StepError, files};

const MOST_BYTES: u64 = 64 << 20;

/// Reckons a score table by a rule file.
///
/// # Errors
/// [`StepError::RuleFile`] and [`StepError::ScoreTable`] with the line of the first fault; [`StepError::File`].
pub fn tally(scores: &Path, rule: &Path) -> Result<Standing, StepError> {
    let rule = Rule::parse(&text(rule)?).map_err(StepError::RuleFile)?;
    let table = read_score_table(&text(scores)?, &rule).map_err(StepError::ScoreTable)?;
    Ok(reckon(&rule, &table))
}

fn text(path: &Path) -> Result<String, StepError> {
    Ok(String::from_utf8_lossy(&files::read(path, MOST_BYTES)?).into_owned())
}
