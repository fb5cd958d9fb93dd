//! A plain score table: `application,reviewer,criterion,points`.

use std::{collections::BTreeMap, iter::Peekable, str::Chars};

use lx_domain::{CriterionId, Hundredths, Rule, Track, rule::RuleCriterion};

use crate::standing::{Cell, TallyApplication, TallySheet};

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

/// Reads a table; a BOM, CRLF, quoted fields and blank lines are fine. Every application is of the pilot track, a
/// reviewer's name is also the key that decides between equal totals, and an absent row is missing.
///
/// # Errors
/// [`TableError`] with the line of the first fault.
pub fn read_score_table(csv: &str, rule: &Rule) -> Result<Vec<TallyApplication>, TableError> {
    let csv = csv.strip_prefix('\u{FEFF}').unwrap_or(csv);
    let mut records = records(csv)?.into_iter();
    let header = records.next().ok_or(TableError {
        line: 1,
        reason: TableFault::Header,
    })?;
    if header.fields != ["application", "reviewer", "criterion", "points"] {
        return Err(TableError {
            line: header.line,
            reason: TableFault::Header,
        });
    }
    let mut first_lines = BTreeMap::new();
    let mut applications: BTreeMap<String, BTreeMap<String, BTreeMap<CriterionId, Cell>>> = BTreeMap::new();
    for record in records {
        let line = record.line;
        let (application, reviewer, criterion, cell) = row(&record, rule).map_err(|reason| TableError { line, reason })?;
        let place = (application.clone(), reviewer.clone(), criterion.id.clone());
        if let Some(first) = first_lines.insert(place, line) {
            return Err(TableError {
                line,
                reason: TableFault::Duplicate { first },
            });
        }
        applications
            .entry(application)
            .or_default()
            .entry(reviewer)
            .or_default()
            .insert(criterion.id.clone(), cell);
    }
    let sheet = |(reviewer, cells): (String, BTreeMap<CriterionId, Cell>)| TallySheet {
        key: reviewer.clone(),
        reviewer,
        cells,
    };
    let application = |(number, sheets): (String, BTreeMap<_, _>)| TallyApplication {
        number,
        track: Track::Pilot,
        sheets: sheets.into_iter().map(sheet).collect(),
    };
    Ok(applications.into_iter().map(application).collect())
}

type Row<'r> = (String, String, &'r RuleCriterion, Cell);

fn row<'r>(record: &Record, rule: &'r Rule) -> Result<Row<'r>, TableFault> {
    let [application, reviewer, criterion, points] = record.fields.as_slice() else {
        return Err(TableFault::Fields {
            found: record.fields.len(),
        });
    };
    for (name, text) in [("application", application), ("reviewer", reviewer)] {
        if text.is_empty() {
            return Err(TableFault::Empty(name));
        }
    }
    let criterion = rule
        .criteria
        .iter()
        .find(|c| c.id.as_str() == criterion)
        .ok_or_else(|| TableFault::UnknownCriterion(criterion.clone()))?;
    Ok((application.clone(), reviewer.clone(), criterion, cell(points, criterion)?))
}

fn cell(text: &str, criterion: &RuleCriterion) -> Result<Cell, TableFault> {
    match text {
        "" => Ok(Cell::Missing),
        "recused" => Ok(Cell::Recused),
        "abstained" => Ok(Cell::Abstained),
        "na" => Ok(Cell::NotApplicable),
        number => {
            let points: Hundredths = number.parse().map_err(|_| TableFault::NotPoints(number.to_owned()))?;
            if points > criterion.full_marks {
                let (points, full_marks) = (points.to_string(), criterion.full_marks.to_string());
                return Err(TableFault::AboveFullMarks { points, full_marks });
            }
            Ok(Cell::Points(points))
        }
    }
}

/// One line of the table, or several where a quoted field has line ends.
struct Record {
    line: u32,
    fields: Vec<String>,
}

/// The records (RFC 4180), without those that are blank; fields without white space around them.
fn records(csv: &str) -> Result<Vec<Record>, TableError> {
    let mut records = Vec::new();
    let (mut line, mut chars) = (1_u32, csv.chars().peekable());
    while chars.peek().is_some() {
        let mut record = Record { line, fields: Vec::new() };
        loop {
            let (field, end) = field(&mut chars, &mut line).map_err(|reason| TableError { line: record.line, reason })?;
            record.fields.push(field);
            if end {
                break;
            }
        }
        if record.fields.iter().any(|f| !f.is_empty()) {
            records.push(record);
        }
    }
    Ok(records)
}

/// One field, and whether it ends its record.
fn field(chars: &mut Peekable<Chars<'_>>, line: &mut u32) -> Result<(String, bool), TableFault> {
    let mut text = String::new();
    let mut quoted = false;
    if chars.next_if_eq(&'"').is_some() {
        quoted = true;
        loop {
            match chars.next() {
                None => return Err(TableFault::Quote),
                Some('"') if chars.next_if_eq(&'"').is_none() => break,
                Some('"') => text.push('"'),
                Some(c) => {
                    *line += u32::from(c == '\n');
                    text.push(c);
                }
            }
        }
    }
    loop {
        match chars.next() {
            None => return Ok((text.trim().to_owned(), true)),
            Some('\n') => {
                *line += 1;
                return Ok((text.trim().to_owned(), true));
            }
            Some(',') => return Ok((text.trim().to_owned(), false)),
            Some('\r') => {}
            Some(c) if quoted && c.is_whitespace() => {}
            Some('"') => return Err(TableFault::Quote),
            Some(_) if quoted => return Err(TableFault::Quote),
            Some(c) => text.push(c),
        }
    }
}

#[cfg(test)]
mod tests;
