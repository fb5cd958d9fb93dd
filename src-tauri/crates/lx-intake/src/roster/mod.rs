//! A roster: the spreadsheet of a whole batch, one row for each application.

mod check;
mod columns;
mod csv;
mod rows;

use lx_domain::{ApplicationNumber, DocumentKind, Finding, Source};
use serde::{Deserialize, Serialize};

pub use self::{
    check::{RosterCheck, across_roster},
    columns::RosterField,
};
use crate::{
    grid::{Grid, GridPlace},
    limits::Limits,
    read::{Content, Note, Piece, apart::Reader, kind},
    remark::{info, warning},
};

/// Rows of a roster; a longer sheet is of something else.
const MOST_ROWS: usize = 5_000;

/// One value of a row and the cell it stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterValue {
    /// What it is.
    pub field: RosterField,
    /// As written.
    pub value: String,
    /// The roster and the cell.
    pub source: Source,
}

/// One application of a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterRow {
    /// Row of the sheet, from 1.
    pub row: u32,
    /// Its number, where the row has one.
    pub number: Option<ApplicationNumber>,
    /// Its values, in the order of the columns.
    pub values: Vec<RosterValue>,
}

impl RosterRow {
    /// The value of a column.
    #[must_use]
    pub fn get(&self, field: RosterField) -> Option<&RosterValue> {
        self.values.iter().find(|v| v.field == field)
    }
}

/// A column that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RosterColumn {
    /// What it holds.
    pub field: RosterField,
    /// Its heading as written.
    pub heading: String,
    /// The cell of its heading.
    pub place: String,
}

/// A batch as a spreadsheet lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// Name of the file.
    pub name: String,
    /// Name of the sheet; empty for text.
    pub sheet: String,
    /// Columns that were understood, from the left.
    pub columns: Vec<RosterColumn>,
    /// Headings of columns that were not, from the left.
    pub unknown: Vec<String>,
    /// The applications, from the top.
    pub rows: Vec<RosterRow>,
    /// What a person should look at: blank rows, duplicates, numbers that are none.
    pub findings: Vec<Finding>,
}

/// Why a file is no roster.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum RosterError {
    /// No spreadsheet, or a damaged one.
    #[error("{name}: not a spreadsheet that can be read ({reason})")]
    Unreadable {
        /// Its name.
        name: String,
        /// `format`, `time`, `crash`, `memory`, `size`.
        reason: String,
    },
    /// Behind a password.
    #[error("{name}: protected by a password")]
    Locked {
        /// Its name.
        name: String,
    },
    /// No row of it looks like headings.
    #[error("{name}: no row of headings")]
    NoHeadings {
        /// Its name.
        name: String,
    },
    /// Headings, and nothing below them.
    #[error("{name}: no application below the headings")]
    Empty {
        /// Its name.
        name: String,
    },
    /// Far more rows than any batch has.
    #[error("{name}: more than {limit} rows")]
    TooLong {
        /// Its name.
        name: String,
        /// The bound.
        limit: usize,
    },
}

impl RosterError {
    /// A stable name of the reason, for the catalogue and the journal.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "roster_unreadable",
            Self::Locked { .. } => "roster_locked",
            Self::NoHeadings { .. } => "roster_no_headings",
            Self::Empty { .. } => "roster_empty",
            Self::TooLong { .. } => "roster_too_long",
        }
    }

    /// What the words need: `name`, `reason`, `limit`, where they apply.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Unreadable { name, reason } => vec![("name", name.clone()), ("reason", reason.clone())],
            Self::Locked { name } | Self::NoHeadings { name } | Self::Empty { name } => vec![("name", name.clone())],
            Self::TooLong { name, limit } => vec![("name", name.clone()), ("limit", limit.to_string())],
        }
    }
}

/// Reads a roster: `.xlsx`, `.xls`, `.et`, `.ods`, or text with commas, semicolons or tabs. Headings may stand in any of
/// the first rows of any sheet.
///
/// # Errors
/// [`RosterError`].
pub fn read_roster(name: &str, bytes: &[u8]) -> Result<Roster, RosterError> {
    let name_of = || name.to_owned();
    if kind::is_locked_office(bytes) {
        return Err(RosterError::Locked { name: name_of() });
    }
    let content = match kind::of(bytes, name) {
        DocumentKind::Xlsx | DocumentKind::Xls | DocumentKind::Ods => Reader::new(&Limits::default()).read(bytes.to_vec(), name_of()),
        DocumentKind::Text => csv::read(bytes),
        _ => {
            return Err(RosterError::Unreadable {
                name: name_of(),
                reason: "format".to_owned(),
            });
        }
    };
    if let Some(why) = content.unread() {
        return Err(RosterError::Unreadable {
            name: name_of(),
            reason: why.name().to_owned(),
        });
    }
    let grids = content.pieces.iter().filter_map(|piece| match piece {
        Piece::Grid(grid) => Some(grid),
        Piece::Paragraph(_) => None,
    });
    let best = grids
        .filter_map(|grid| columns::headings(grid).map(|h| (grid, h)))
        .reduce(|best, other| if other.1.known.len() > best.1.known.len() { other } else { best });
    let Some((grid, headings)) = best else {
        return Err(RosterError::NoHeadings { name: name_of() });
    };
    let mut roster = Roster {
        name: name_of(),
        sheet: sheet_name(grid),
        columns: headings.known.iter().map(|k| k.shown(grid)).collect(),
        unknown: headings.unknown.clone(),
        rows: Vec::new(),
        findings: noticed(name, &content),
    };
    rows::fill(&mut roster, grid, &headings);
    match roster.rows.len() {
        0 => Err(RosterError::Empty { name: name_of() }),
        n if n > MOST_ROWS => Err(RosterError::TooLong {
            name: name_of(),
            limit: MOST_ROWS,
        }),
        _ => Ok(roster),
    }
}

fn sheet_name(grid: &Grid) -> String {
    match &grid.of {
        GridPlace::Sheet(name) => name.clone(),
        GridPlace::Table(_) | GridPlace::Pages { .. } => String::new(),
    }
}

/// What the reader of spreadsheets noticed: hidden parts, formulas without values, long numbers that lost digits.
fn noticed(name: &str, content: &Content) -> Vec<Finding> {
    let places = |wanted: fn(&Note) -> Option<&String>| content.notes.iter().filter_map(wanted).cloned().collect::<Vec<_>>();
    let open = places(|n| if let Note::Uncalculated(p) = n { Some(p) } else { None });
    let rounded = places(|n| if let Note::Rounded(p) = n { Some(p) } else { None });
    let hidden = places(|n| if let Note::Hidden(p) = n { Some(p) } else { None });
    let all = [
        (info("formula_uncalculated"), open),
        (warning("number_rounded"), rounded),
        (warning("hidden_content"), hidden),
    ];
    let said = all.into_iter().filter(|(_, places)| !places.is_empty()).map(|(said, places)| {
        let said = said.arg("document", name).arg("places", places.join("、"));
        places.iter().take(8).fold(said, |said, p| said.at(name, p)).done()
    });
    said.collect()
}
