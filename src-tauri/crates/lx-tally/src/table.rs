//! A plain score table: `application,reviewer,criterion,points`.

use lx_domain::Rule;

use crate::standing::TallyApplication;

/// What is wrong with a score table, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct TableError {
    /// Line, from 1.
    pub line: u32,
    /// What is wrong.
    pub reason: TableFault,
}

/// One reason per variant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum TableFault {
    /// The first line is not `application,reviewer,criterion,points`.
    #[error("the first line is not application,reviewer,criterion,points")]
    Header,
    /// Not four fields.
    #[error("{found} fields, 4 expected")]
    Fields {
        /// How many there are.
        found: usize,
    },
    /// A quote that is never closed or stands in mid-field.
    #[error("a quotation mark out of place")]
    Quote,
    /// No application or reviewer.
    #[error("{0} is empty")]
    Empty(&'static str),
    /// A criterion that the rule does not have.
    #[error("the rule has no criterion {0:?}")]
    UnknownCriterion(String),
    /// Not points and none of the words.
    #[error("{0:?} is neither points nor recused, abstained or na")]
    NotPoints(String),
    /// More than full marks.
    #[error("{points} points, full marks are {full_marks}")]
    AboveFullMarks {
        /// The points.
        points: String,
        /// Full marks.
        full_marks: String,
    },
    /// The same application, reviewer and criterion twice.
    #[error("the same application, reviewer and criterion as in line {first}")]
    Duplicate {
        /// Where it stood first.
        first: u32,
    },
}

/// Reads a table; a BOM and CRLF are fine.
///
/// # Errors
/// [`TableError`] with the line of the first fault.
pub fn read_score_table(csv: &str, rule: &Rule) -> Result<Vec<TallyApplication>, TableError> {
    let _ = (csv, rule);
    todo!()
}
