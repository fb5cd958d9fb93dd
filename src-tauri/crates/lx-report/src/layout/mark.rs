//! What stands on a page.

use super::geometry::{Area, Mp};
use crate::fonts::Face;

/// A piece of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Characters, all in the run's face.
    Text(String),
    /// Extra space in thousandths of an em.
    Gap(i64),
}

/// Characters of one face on one base line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// From the left edge of the sheet.
    pub x: Mp,
    /// Base line, from the foot of the sheet.
    pub y: Mp,
    /// Face.
    pub face: Face,
    /// Size.
    pub size: Mp,
    /// Added to every advance.
    pub tracking: Mp,
    /// The text.
    pub pieces: Vec<Piece>,
}

/// What a line belongs to, for readers that speak or reflow the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Title.
    Title,
    /// 一、
    Heading,
    /// （一）
    Subheading,
    /// Paragraph.
    Body,
    /// Cell of a table's head.
    HeadCell,
    /// Cell of a table.
    Cell,
    /// Page number, running head: not read aloud.
    Artifact,
}

/// A line of text as it is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SetLine {
    /// Its runs, from left to right.
    pub runs: Vec<Run>,
    /// The plain text.
    pub text: String,
    /// Lines of one paragraph or cell share a number.
    pub block: u32,
    /// What it belongs to.
    pub role: Role,
    /// Number of the table and of the row that a cell stands in.
    pub row: Option<(u32, u32)>,
    /// Turned clockwise by a quarter (page numbers of landscape pages).
    pub turned: bool,
}

/// A mark on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Text.
    Line(SetLine),
    /// A straight rule.
    Rule {
        /// From.
        from: (Mp, Mp),
        /// To.
        to: (Mp, Mp),
        /// Thickness.
        width: Mp,
    },
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Page {
    /// Its sheet.
    pub area: Area,
    /// What stands on it.
    pub marks: Vec<Mark>,
}
