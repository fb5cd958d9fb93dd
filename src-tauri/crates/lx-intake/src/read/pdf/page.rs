//! A page with tables: what stands in their cells, and what stands around them; and any page with words that were struck out.

use std::collections::HashSet;

use pdf_oxide::{PdfDocument, layout::TextChar};

use super::{
    columns,
    frames::{self, Area, Frame},
    lines::{self, Glyph, Line, Said},
    rules::{self, Rule},
    struck,
};
use crate::read::plain;

/// Characters of a page with a table; no form has more.
const MOST_GLYPHS: usize = 60_000;
/// The widest margin that cells keep free, in points.
const WIDEST_MARGIN: f32 = 8.0;
/// Part of a character's width that may reach beyond its cell, and of its height that may not.
const BEYOND: f32 = 0.25;
const HIGH: f32 = 0.7;
/// Characters closer than this belong to one text, in points: a cell keeps more free at its sides.
const NEXT: f32 = 1.0;
/// Characters times cells of a page; no form has more.
const MOST_LOOKS: usize = 20_000_000;

/// A cell of a table on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PageCell {
    pub(super) area: Area,
    pub(super) row: u32,
    pub(super) rows: u32,
    pub(super) said: Said,
}

/// A piece of a page, from the top.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Part {
    /// Lines outside of tables.
    Text(Vec<String>),
    /// The cells of a table.
    Table(Vec<PageCell>),
}

/// The parts of a page that has a table or something struck out; absent for any other page.
pub(super) fn parts(document: &PdfDocument, page: usize) -> Option<Vec<Part>> {
    if document.get_page_rotation(page).ok()? != 0 {
        return None;
    }
    let rules = rules::rules(document, page)?;
    let tables = frames::tables(&rules);
    if tables.is_empty() && !rules.iter().any(struck::may_strike) {
        return None;
    }
    // Not kept by the document, unlike those of `extract_chars`.
    let chars = document.extract_chars_filtered(page, HashSet::new(), HashSet::new()).ok()?;
    let cells: usize = tables.iter().map(Vec::len).sum();
    let few = chars.len() <= MOST_GLYPHS && chars.len().saturating_mul(cells + rules.len()) <= MOST_LOOKS;
    few.then(|| arrange(&tables, &rules, &chars)).flatten()
}

/// The parts of a page with tables that have no lines; absent where there are none.
pub(super) fn columns(document: &PdfDocument, page: usize) -> Option<Vec<Part>> {
    let chars = document.extract_chars_filtered(page, HashSet::new(), HashSet::new()).ok()?;
    if document.get_page_rotation(page).ok()? != 0 || chars.len() > MOST_GLYPHS || !chars.iter().all(is_level) {
        return None;
    }
    columns::parts(chars.iter().filter_map(glyph).collect())
}

fn arrange(tables: &[Vec<Frame>], rules: &[Rule], chars: &[TextChar]) -> Option<Vec<Part>> {
    let (level, leaning): (Vec<&TextChar>, Vec<&TextChar>) = chars.iter().partition(|c| is_level(c));
    let mut around: Vec<Glyph> = level.into_iter().filter_map(glyph).collect();
    let struck = struck::leave_out(&mut around, rules);
    let mut filled = Vec::new();
    for table in tables {
        let parted = parted(table, around);
        let (cells, over) = fill(table, &parted);
        around = parted.outside;
        // Fewer than two are a box around a text.
        if cells.iter().filter(|c| !c.said.text.is_empty()).count() >= 2 {
            around.extend(over);
            filled.push(cells);
        } else {
            around.extend(parted.inside.into_iter().flatten());
        }
    }
    if filled.is_empty() && !struck {
        return None;
    }
    let mut text = lines::loose_lines(around).into_iter().peekable();
    let mut parts = Vec::new();
    for cells in filled {
        let top = cells.iter().map(|c| c.area.top).fold(f32::MIN, f32::max);
        let mut above = Vec::new();
        while let Some((_, line)) = text.next_if(|(foot, _)| *foot >= top) {
            above.push(line);
        }
        parts.push(Part::Text(above));
        parts.push(Part::Table(cells));
    }
    let mut below: Vec<String> = text.map(|(_, line)| line).collect();
    let leaning: Vec<Glyph> = leaning.into_iter().filter_map(glyph).collect();
    // Marks across the page and labels along the side: kept for search, as far as they can be.
    below.extend((!leaning.is_empty()).then(|| leaning.iter().map(|g| g.char).collect()));
    parts.push(Part::Text(below));
    Some(parts)
}

fn is_level(char: &TextChar) -> bool {
    let turn = char.rotation_degrees.rem_euclid(360.0);
    turn.min(360.0 - turn) < 1.0
}

fn glyph(char: &TextChar) -> Option<Glyph> {
    let shown = !char.char.is_whitespace() && !char.char.is_control();
    let size = char.bbox.height.abs().max(1.0);
    let glyph = Glyph {
        char: plain::hanzi_of(char.char),
        left: char.bbox.x,
        right: char.bbox.x + char.bbox.width.max(0.0),
        foot: char.origin_y,
        size,
    };
    let on_paper = [glyph.left, glyph.right, glyph.foot, size].iter().all(|v| v.is_finite());
    (shown && on_paper).then_some(glyph)
}

/// The characters of a page as a table parts them.
struct Parted {
    /// Those of each cell.
    inside: Vec<Vec<Glyph>>,
    outside: Vec<Glyph>,
    /// Whether a text runs on from a cell into what is beside it.
    torn: Vec<bool>,
}

fn parted(table: &[Frame], glyphs: Vec<Glyph>) -> Parted {
    let mut parted = Parted {
        inside: vec![Vec::new(); table.len()],
        outside: Vec::new(),
        torn: table.iter().map(|f| f.torn).collect(),
    };
    let mut before: Option<(Glyph, Option<usize>)> = None;
    for glyph in lines::in_rows(glyphs) {
        let own = at(table, f32::midpoint(glyph.left, glyph.right), glyph.foot + 0.35 * glyph.size);
        let beyond = BEYOND * (glyph.right - glyph.left);
        let sides = [glyph.left + beyond, glyph.right - beyond];
        let corners = sides
            .iter()
            .flat_map(|x| [0.0, HIGH].map(|y| at(table, *x, glyph.foot + y * glyph.size)));
        let reached: Vec<Option<usize>> = corners.collect();
        let upon = reached.iter().any(|corner| *corner != own);
        let run_on = before.filter(|(b, of)| *of != own && (b.foot - glyph.foot).abs() < NEXT && (glyph.left - b.right).abs() < NEXT);
        let mut tear = |cell: &Option<usize>| {
            if let Some(torn) = cell.and_then(|cell| parted.torn.get_mut(cell)) {
                *torn = true;
            }
        };
        if upon {
            reached.iter().chain([&own]).for_each(&mut tear);
        }
        if let Some((_, beside)) = run_on {
            [own, beside].iter().for_each(&mut tear);
        }
        before = Some((glyph, own));
        match own.and_then(|own| parted.inside.get_mut(own)) {
            Some(cell) => cell.push(glyph),
            None => parted.outside.push(glyph),
        }
    }
    parted
}

/// The cell at a place of the page.
fn at(table: &[Frame], x: f32, y: f32) -> Option<usize> {
    table
        .iter()
        .position(|f| f.area.left <= x && x < f.area.right && f.area.bottom <= y && y < f.area.top)
}

/// The cells with what they say, and the characters of those of which nobody can be sure: they are left empty.
fn fill(table: &[Frame], parted: &Parted) -> (Vec<PageCell>, Vec<Glyph>) {
    let mut over = Vec::new();
    let mut read: Vec<(&Frame, Vec<Line>)> = Vec::new();
    for ((frame, glyphs), torn) in table.iter().zip(&parted.inside).zip(&parted.torn) {
        let lines = (!torn).then(|| lines::lines(glyphs)).flatten();
        if lines.is_none() {
            over.extend_from_slice(glyphs);
        }
        read.push((frame, lines.unwrap_or_default()));
    }
    let gaps = read
        .iter()
        .flat_map(|(frame, lines)| lines.iter().map(|l| l.left - frame.area.left));
    let margin = gaps.fold(WIDEST_MARGIN, f32::min).max(0.0);
    let cells = read.into_iter().map(|(frame, lines)| PageCell {
        area: frame.area,
        row: frame.row,
        rows: frame.rows,
        said: lines::cell(&lines, frame.area.left, frame.area.right, margin),
    });
    (cells.collect(), over)
}
