//! Closed cells out of ruled lines. Where the lines leave a doubt there is no table: the page then stays lines of text.

use super::{
    lattice::{Sets, Side, lines, sides},
    rules::Rule,
};

/// Lines of a page in each direction, and places between them; more are a picture.
const MOST_COLUMNS: usize = 128;
const MOST_ROWS: usize = 400;
const MOST_PLACES: usize = 40_000;
/// Tables of a page, and regions that are none; more are a picture.
const MOST_TABLES: usize = 40;
const MOST_ODD: usize = 400;

/// A rectangle, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
}

/// A cell as the rules draw it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Frame {
    pub(super) area: Area,
    /// Its first row in the table, from 0.
    pub(super) row: u32,
    /// Rows it covers, at least 1.
    pub(super) rows: u32,
    /// Whether an upright line ends inside of it: nobody knows what that line parts.
    pub(super) torn: bool,
}

/// The cells of each table of a page, tables from the top.
pub(super) fn tables(rules: &[Rule]) -> Vec<Vec<Frame>> {
    let Some(paper) = Paper::new(rules) else { return Vec::new() };
    let (cells, odd) = paper.regions();
    if odd.len() > MOST_ODD {
        return Vec::new();
    }
    let tables = together(&cells, paper.columns());
    if tables.len() > MOST_TABLES {
        return Vec::new();
    }
    let mut found: Vec<Vec<Frame>> = tables.into_iter().filter_map(|table| paper.table(&table, &odd)).collect();
    found.sort_by(|a, b| top(b).total_cmp(&top(a)));
    found
}

fn top(table: &[Frame]) -> f32 {
    table.iter().map(|f| f.area.top).fold(f32::MIN, f32::max)
}

/// A page as a lattice of all its lines, and which sides of its places are ruled.
struct Paper {
    /// From the left.
    across: Vec<f32>,
    /// From the top.
    down: Vec<f32>,
    /// Per upright line and row of places.
    upright: Vec<Side>,
    /// Per level line and column of places.
    level: Vec<Side>,
}

/// Places of the lattice, the last ones not included.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Span {
    left: usize,
    right: usize,
    top: usize,
    bottom: usize,
    places: usize,
    torn: bool,
}

impl Span {
    fn is_rectangle(&self) -> bool {
        (self.right - self.left) * (self.bottom - self.top) == self.places
    }
}

impl Paper {
    fn new(rules: &[Rule]) -> Option<Self> {
        let at = |upright: bool| lines(rules.iter().filter(|r| r.upright == upright).map(|r| r.at).collect());
        let (across, mut down) = (at(true), at(false));
        let few = (3..=MOST_COLUMNS).contains(&across.len()) && (2..=MOST_ROWS).contains(&down.len());
        if !few || across.len() * down.len() > MOST_PLACES {
            return None;
        }
        let level = sides(rules, false, &down, &across);
        let mut upright = sides(rules, true, &across, &down);
        // From the bottom so far; from here on from the top.
        down.reverse();
        let tall = down.len() - 1;
        upright.chunks_mut(tall).for_each(<[Side]>::reverse);
        let wide = across.len() - 1;
        let level = level.chunks(wide).rev().flatten().copied().collect();
        Some(Self {
            across,
            down,
            upright,
            level,
        })
    }

    /// Columns of places.
    fn columns(&self) -> usize {
        self.across.len() - 1
    }

    /// Rows of places.
    fn rows(&self) -> usize {
        self.down.len() - 1
    }

    fn left_of(&self, column: usize, row: usize) -> Side {
        self.upright.get(column * self.rows() + row).copied().unwrap_or(Side::Open)
    }

    fn above(&self, column: usize, row: usize) -> Side {
        self.level.get(row * self.columns() + column).copied().unwrap_or(Side::Open)
    }

    /// What the lines close off: rectangles, and what is none.
    fn regions(&self) -> (Vec<Span>, Vec<Span>) {
        let (wide, tall) = (self.columns(), self.rows());
        let outside = wide * tall;
        let mut sets = Sets::new(outside + 1);
        for row in 0..tall {
            for column in 0..=wide {
                if self.left_of(column, row) != Side::Ruled {
                    let left = column.checked_sub(1).map_or(outside, |left| row * wide + left);
                    sets.join(left, if column < wide { row * wide + column } else { outside });
                }
            }
        }
        for column in 0..wide {
            for row in 0..=tall {
                if self.above(column, row) != Side::Ruled {
                    let above = row.checked_sub(1).map_or(outside, |above| above * wide + column);
                    sets.join(above, if row < tall { row * wide + column } else { outside });
                }
            }
        }
        let out = sets.of(outside);
        let mut spans: Vec<Option<Span>> = vec![None; outside];
        for row in 0..tall {
            for column in 0..wide {
                let of = sets.of(row * wide + column);
                let Some(span) = (of != out).then(|| spans.get_mut(of)).flatten() else {
                    continue;
                };
                let span = span.get_or_insert(Span {
                    left: column,
                    right: column,
                    top: row,
                    bottom: row,
                    places: 0,
                    torn: false,
                });
                span.left = span.left.min(column);
                span.right = span.right.max(column + 1);
                span.bottom = span.bottom.max(row + 1);
                span.places += 1;
                span.torn |= self.left_of(column, row) == Side::Partly;
            }
        }
        spans.into_iter().flatten().partition(Span::is_rectangle)
    }

    /// The cells of a table; absent where they are only a frame, leave gaps, or something odd stands among them.
    fn table(&self, cells: &[Span], odd: &[Span]) -> Option<Vec<Frame>> {
        let first = cells.first()?;
        let whole = cells.iter().fold(*first, |all, c| Span {
            left: all.left.min(c.left),
            right: all.right.max(c.right),
            top: all.top.min(c.top),
            bottom: all.bottom.max(c.bottom),
            ..all
        });
        let places: usize = cells.iter().map(|c| c.places).sum();
        let whole = Span { places, ..whole };
        let among = |o: &&Span| {
            let meets = o.left < whole.right && whole.left < o.right && o.top < whole.bottom && whole.top < o.bottom;
            // The frame of a page leaves a ring around what stands in it.
            let around = o.left < whole.left && whole.right < o.right && o.top < whole.top && whole.bottom < o.bottom;
            meets && !around
        };
        let mut uprights: Vec<usize> = cells.iter().flat_map(|c| [c.left, c.right]).collect();
        uprights.sort_unstable();
        uprights.dedup();
        if uprights.len() < 3 || !whole.is_rectangle() || odd.iter().any(|o| among(&o)) {
            return None;
        }
        let mut levels: Vec<usize> = cells.iter().flat_map(|c| [c.top, c.bottom]).collect();
        levels.sort_unstable();
        levels.dedup();
        let rank = |line: usize| levels.binary_search(&line).ok().and_then(|at| u32::try_from(at).ok());
        cells
            .iter()
            .map(|c| {
                let (row, end) = (rank(c.top)?, rank(c.bottom)?);
                let area = Area {
                    left: *self.across.get(c.left)?,
                    right: *self.across.get(c.right)?,
                    top: *self.down.get(c.top)?,
                    bottom: *self.down.get(c.bottom)?,
                };
                Some(Frame {
                    area,
                    row,
                    rows: end.saturating_sub(row).max(1),
                    torn: c.torn,
                })
            })
            .collect()
    }
}

/// Cells that touch, each group a table.
fn together(cells: &[Span], columns: usize) -> Vec<Vec<Span>> {
    let mut owner = std::collections::HashMap::new();
    for (index, cell) in cells.iter().enumerate() {
        for row in cell.top..cell.bottom {
            for column in cell.left..cell.right {
                owner.insert(row * columns + column, index);
            }
        }
    }
    let mut sets = Sets::new(cells.len());
    for (index, cell) in cells.iter().enumerate() {
        let right = (cell.top..cell.bottom)
            .filter(|_| cell.right < columns)
            .map(|row| row * columns + cell.right);
        let below = (cell.left..cell.right).map(|column| cell.bottom * columns + column);
        for beside in right.chain(below).filter_map(|place| owner.get(&place)) {
            sets.join(index, *beside);
        }
    }
    let mut groups: std::collections::BTreeMap<usize, Vec<Span>> = std::collections::BTreeMap::new();
    for (index, cell) in cells.iter().enumerate() {
        groups.entry(sets.of(index)).or_default().push(*cell);
    }
    groups.into_values().filter(|cells| cells.len() >= 2).collect()
}

#[cfg(test)]
mod tests {
    use super::{Frame, tables};
    use crate::read::pdf::{
        drawing::page_of,
        rules::{Rule, rules},
    };

    fn of(drawing: &str) -> Vec<Vec<Frame>> {
        tables(&rules(&page_of(drawing), 0).unwrap())
    }

    /// Left, right, row and rows of each cell of the only table.
    fn only(drawing: &str) -> Vec<(f32, f32, u32, u32)> {
        let all = of(drawing);
        assert_eq!(all.len(), 1, "{drawing}");
        all[0].iter().map(|f| (f.area.left, f.area.right, f.row, f.rows)).collect()
    }

    /// Two rows of two cells, 100 wide and 20 high each.
    const FOUR: &str = "100 100 200 40 re S 100 120 m 300 120 l S 200 100 m 200 140 l S ";

    #[test]
    fn cells_are_what_lines_close_off() {
        let four = [
            (100.0, 200.0, 0, 1),
            (200.0, 300.0, 0, 1),
            (100.0, 200.0, 1, 1),
            (200.0, 300.0, 1, 1),
        ];
        assert_eq!(only(FOUR), four);
        let bars =
            "100 139.5 200 1 re f 100 119.5 200 1 re f 100 99.5 200 1 re f 99.5 100 1 40 re f 199.5 100 1 40 re f 299.5 100 1 40 re f";
        assert_eq!(only(bars), four);
        let boxes = "100 120 100 20 re S 200 120 100 20 re S 100 100 100 20 re S 200 100 100 20 re S";
        assert_eq!(only(boxes), four);
    }

    #[test]
    fn a_cell_without_a_line_inside_is_merged() {
        let across = "100 100 200 40 re S 100 120 m 300 120 l S 200 100 m 200 120 l S";
        assert_eq!(only(across), [(100.0, 300.0, 0, 1), (100.0, 200.0, 1, 1), (200.0, 300.0, 1, 1)]);
        let down = "100 100 200 40 re S 200 120 m 300 120 l S 200 100 m 200 140 l S";
        assert_eq!(only(down), [(100.0, 200.0, 0, 2), (200.0, 300.0, 0, 1), (200.0, 300.0, 1, 1)]);
    }

    #[test]
    fn frames_of_pages_and_tables_apart_are_told_from_each_other() {
        let framed = format!("20 20 500 800 re S {FOUR} q 1 0 0 1 0 300 cm {FOUR} Q");
        assert_eq!(of(&framed).iter().map(Vec::len).collect::<Vec<_>>(), [4, 4]);
        assert_eq!(of("20 20 500 800 re S"), Vec::<Vec<Frame>>::new());
    }

    #[test]
    fn where_lines_are_missing_or_odd_there_is_no_table() {
        for drawing in [
            // Only level lines.
            "100 140 m 300 140 l S 100 120 m 300 120 l S 100 100 m 300 100 l S",
            // Open at the right.
            "100 100 m 300 100 l S 100 120 m 300 120 l S 100 140 m 300 140 l S 100 100 m 100 140 l S 200 100 m 200 140 l S",
            // One cell round the corner of another.
            "100 100 200 40 re S 100 120 m 200 120 l S 200 120 m 200 140 l S",
        ] {
            assert_eq!(of(drawing), Vec::<Vec<Frame>>::new(), "{drawing}");
        }
        let torn = "100 100 200 60 re S 100 130 m 300 130 l S 200 100 m 200 130 l S 200 145 m 200 160 l S";
        assert_eq!(of(torn)[0].iter().map(|f| f.torn).collect::<Vec<_>>(), [true, false, false]);
    }

    proptest::proptest! {
        #[test]
        fn cells_of_a_table_fill_it_and_never_overlap(lines in proptest::collection::vec((proptest::bool::ANY, 0_u8..8, 0_u8..8, 0_u8..9), 0..60)) {
            let at = |n: u8| 10.0 * f32::from(n);
            let rule = |(upright, line, from, to): &(bool, u8, u8, u8)| Rule { upright: *upright, at: at(*line), from: at(*from), to: at(*to) };
            let rules: Vec<Rule> = lines.iter().map(rule).filter(|r| r.from < r.to).collect();
            for table in tables(&rules) {
                let size = |f: &Frame| (f.area.right - f.area.left) * (f.area.top - f.area.bottom);
                let side = |of: fn(&Frame) -> f32| table.iter().map(of).fold((f32::MAX, f32::MIN), |(low, high), v| (low.min(v), high.max(v)));
                let (left, right) = (side(|f| f.area.left).0, side(|f| f.area.right).1);
                let (bottom, top) = (side(|f| f.area.bottom).0, side(|f| f.area.top).1);
                proptest::prop_assert_eq!(table.iter().map(size).sum::<f32>(), (right - left) * (top - bottom));
                for (index, a) in table.iter().enumerate() {
                    proptest::prop_assert!(size(a) > 0.0 && a.rows > 0);
                    let apart = |b: &Frame| a.area.right <= b.area.left || b.area.right <= a.area.left || a.area.top <= b.area.bottom || b.area.top <= a.area.bottom;
                    proptest::prop_assert!(table[index + 1..].iter().all(apart));
                }
            }
        }
    }
}
