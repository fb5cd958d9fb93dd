//! Lines, tables and pages. Lengths are whole thousandths of a point ([`Mp`]), so that they're the same everywhere.

mod flow;
mod geometry;
mod line;
mod mark;
mod running;
mod shape;
mod signing;
mod table;

pub(crate) use flow::{Flow, Para};
pub(crate) use geometry::{Area, Mp, Setting, pt};
pub(crate) use line::Align;
pub(crate) use mark::{Mark, Page, Piece, Role, Run, SetLine};
pub(crate) use shape::{Span, span, value};
pub(crate) use table::{Cell, Column, Table};
