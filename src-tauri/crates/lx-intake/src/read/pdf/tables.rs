//! Tables of pages become grids; one that goes on over pages is one grid.

use std::collections::BTreeSet;

use super::{
    lattice::SNAP,
    page::{PageCell, Part},
};
use crate::{
    grid::{Cell, Grid, GridPlace},
    read::{Paragraph, Piece},
};

/// Lines that may stand at the head and at the foot of pages over which a table goes on.
const MOST_BETWEEN: usize = 3;
/// Room for one more character, in points: a last line that leaves it says that nothing is missing.
const ROOM: f32 = 15.0;
/// Cells of a document that are kept; pages behind them stay lines.
const MOST_CELLS: usize = 200_000;

/// The pieces of a document, page by page.
#[derive(Default)]
pub(super) struct Pages {
    pub(super) pieces: Vec<Piece>,
    /// Cells so far.
    cells: usize,
    tables: u32,
    open: Option<Open>,
}

/// A table that may go on.
struct Open {
    number: u32,
    /// Where in the pieces it belongs.
    at: usize,
    /// The page of its last row.
    page: u32,
    /// First row → page.
    starts: Vec<(u32, u32)>,
    cells: Vec<PageCell>,
    rows: u32,
    /// What nobody knows the place of, with its page.
    loose: Vec<(u32, String)>,
}

impl Pages {
    /// Whether there is room for more tables.
    pub(super) fn has_room(&self) -> bool {
        self.cells < MOST_CELLS
    }

    /// A page without tables.
    pub(super) fn text(&mut self, page: u32, text: String) {
        self.break_off();
        self.say(page, text);
    }

    /// A page with tables.
    pub(super) fn parts(&mut self, page: u32, parts: Vec<Part>) {
        for part in parts {
            match part {
                Part::Text(lines) => {
                    if lines.len() > MOST_BETWEEN {
                        self.end();
                    }
                    self.say(page, lines.join("\n"));
                }
                Part::Table(cells) => self.table(page, cells),
            }
        }
    }

    /// The end of the document.
    pub(super) fn finish(mut self) -> Vec<Piece> {
        self.end();
        self.pieces
    }

    fn say(&mut self, page: u32, text: String) {
        if !text.trim().is_empty() {
            let place = format!("第{page}页");
            self.pieces.push(Piece::Paragraph(Paragraph {
                place,
                text,
                heading: None,
            }));
        }
    }

    fn table(&mut self, page: u32, cells: Vec<PageCell>) {
        self.cells = self.cells.saturating_add(cells.len());
        match self
            .open
            .as_mut()
            .filter(|open| open.page + 1 == page && same_sides(&open.cells, &cells))
        {
            Some(open) => open.go_on(page, cells),
            None => {
                match self.open.as_ref().is_some_and(|open| open.page < page) {
                    true => self.break_off(),
                    false => self.end(),
                }
                self.tables += 1;
                self.open = Some(Open {
                    number: self.tables,
                    at: self.pieces.len(),
                    page,
                    starts: vec![(0, page)],
                    rows: rows(&cells),
                    cells,
                    loose: Vec::new(),
                });
            }
        }
    }

    /// Another page begins without going on: a last row that is full may have been cut off.
    fn break_off(&mut self) {
        if let Some(open) = &mut self.open {
            let cut = |c: &PageCell| c.row + c.rows == open.rows && !c.said.text.is_empty() && c.said.leaves < ROOM;
            if open.cells.iter().any(cut) {
                let last = open.rows;
                open.loosen(open.page, |c| c.row + c.rows == last && c.rows == 1 || cut_off(c, last));
            }
        }
        self.end();
    }

    fn end(&mut self) {
        let Some(open) = self.open.take() else { return };
        let at = open.at;
        let loose: Vec<(u32, String)> = open.loose.clone();
        self.pieces.insert(at, Piece::Grid(open.grid()));
        for (page, text) in loose {
            self.say(page, text);
        }
    }
}

/// Whether a cell of the last row has no room left.
fn cut_off(cell: &PageCell, rows: u32) -> bool {
    cell.row + cell.rows == rows && cell.said.leaves < ROOM
}

impl Open {
    fn go_on(&mut self, page: u32, mut cells: Vec<PageCell>) {
        self.tear(page, &mut cells);
        let heads: Vec<&str> = head(&self.cells);
        // The head of a list is printed again on every page.
        let again = heads.len() >= 2 && head(&cells) == heads;
        if again {
            cells.retain(|c| c.row > 0);
        }
        let from = self.rows;
        self.rows = self.rows.saturating_add(rows(&cells));
        self.starts.push((from, page));
        self.page = page;
        self.cells.extend(cells.into_iter().map(|c| PageCell {
            row: c.row.saturating_add(from),
            ..c
        }));
    }

    /// Leaves empty what may be a row that the end of the page cuts into two: where a cell of one half is blank, or where the
    /// first half ends with a full line.
    fn tear(&mut self, page: u32, next: &mut [PageCell]) {
        let last = self.rows;
        let pairs: Vec<(PageCell, PageCell)> = self
            .cells
            .iter()
            .filter(|c| c.row + c.rows == last)
            .filter_map(|above| {
                let below = next
                    .iter()
                    .find(|n| n.row == 0 && close(n.area.left, above.area.left) && close(n.area.right, above.area.right))?;
                Some((above.clone(), below.clone()))
            })
            .collect();
        let same = pairs.len() == self.cells.iter().filter(|c| c.row + c.rows == last).count()
            && pairs.len() == next.iter().filter(|n| n.row == 0).count();
        let single = |(a, b): &&(PageCell, PageCell)| a.rows == 1 && b.rows == 1;
        let runs_on = |(a, b): &(PageCell, PageCell)| !a.said.text.is_empty() && !b.said.text.is_empty() && a.said.leaves < b.said.needs;
        let half = |(a, b): &(PageCell, PageCell)| a.said.text.is_empty() != b.said.text.is_empty();
        let row = same && pairs.iter().filter(single).any(|p| half(p) || runs_on(p));
        let torn: Vec<&(PageCell, PageCell)> = pairs.iter().filter(|p| runs_on(p) || (row && single(p))).collect();
        if torn.is_empty() {
            return;
        }
        let (above, below): (Vec<f32>, Vec<f32>) = torn.iter().map(|(a, b)| (a.area.left, b.area.left)).unzip();
        self.loosen(self.page, |c| c.row + c.rows == last && above.contains(&c.area.left));
        let said = loosened(next.iter_mut().filter(|c| c.row == 0 && below.contains(&c.area.left)));
        self.loose.push((page, said));
    }

    /// Leaves cells empty; what they say is kept as a line of their page.
    fn loosen(&mut self, page: u32, which: impl Fn(&PageCell) -> bool) {
        let said = loosened(self.cells.iter_mut().filter(|c| which(c)));
        self.loose.push((page, said));
    }

    fn grid(self) -> Grid {
        let mut stops: Vec<f32> = self.cells.iter().flat_map(|c| [c.area.left, c.area.right]).collect();
        stops.sort_by(f32::total_cmp);
        stops.dedup_by(|b, a| *b - *a <= SNAP);
        let column = |x: f32| u32::try_from(stops.partition_point(|stop| *stop <= x).saturating_sub(1)).unwrap_or(u32::MAX);
        let mut doubtful = BTreeSet::new();
        let cells = self.cells.into_iter().map(|c| {
            let (col, end) = (column(c.area.left), column(c.area.right));
            if c.said.doubtful {
                doubtful.insert((c.row, col));
            }
            Cell {
                row: c.row,
                col,
                rows: c.rows,
                cols: end.saturating_sub(col).max(1),
                text: c.said.text,
                uncalculated: false,
            }
        });
        let of = GridPlace::Pages {
            table: self.number,
            starts: self.starts,
        };
        Grid::new(of, cells.collect()).doubted(doubtful)
    }
}

fn loosened<'c>(cells: impl Iterator<Item = &'c mut PageCell>) -> String {
    let said: Vec<String> = cells.map(|c| std::mem::take(&mut c.said.text)).filter(|t| !t.is_empty()).collect();
    said.join("  ")
}

fn rows(cells: &[PageCell]) -> u32 {
    cells.iter().map(|c| c.row.saturating_add(c.rows)).max().unwrap_or(0)
}

/// What the first row says.
fn head(cells: &[PageCell]) -> Vec<&str> {
    cells.iter().filter(|c| c.row == 0).map(|c| c.said.text.as_str()).collect()
}

/// Whether two tables are as wide and stand one below the other.
fn same_sides(a: &[PageCell], b: &[PageCell]) -> bool {
    let sides = |cells: &[PageCell]| {
        let left = cells.iter().map(|c| c.area.left).fold(f32::MAX, f32::min);
        (left, cells.iter().map(|c| c.area.right).fold(f32::MIN, f32::max))
    };
    let (a, b) = (sides(a), sides(b));
    close(a.0, b.0) && close(a.1, b.1)
}

fn close(a: f32, b: f32) -> bool {
    (a - b).abs() <= SNAP
}
