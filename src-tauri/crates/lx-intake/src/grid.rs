//! One shape for every form: cells at places, some of them merged.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// A cell; a merged one stands at its first row and column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Cell {
    /// From 0.
    pub(crate) row: u32,
    /// From 0.
    pub(crate) col: u32,
    /// Rows it covers, at least 1.
    pub(crate) rows: u32,
    /// Columns it covers, at least 1.
    pub(crate) cols: u32,
    pub(crate) text: String,
    /// A formula whose value nobody has calculated.
    pub(crate) uncalculated: bool,
}

/// What a grid is part of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum GridPlace {
    /// A sheet of a workbook, by name.
    Sheet(String),
    /// A table of a text document, from 1.
    Table(u32),
    /// A table on pages.
    Pages {
        /// Which of the document's, from 1.
        table: u32,
        /// The row with which each page begins, from 0, and the page, from 1.
        starts: Vec<(u32, u32)>,
    },
}

/// A sheet or a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Cells", into = "Cells")]
pub(crate) struct Grid {
    pub(crate) of: GridPlace,
    cells: Vec<Cell>,
    /// Every covered place → index of its cell.
    covered: BTreeMap<(u32, u32), usize>,
    /// Where the text of a cell can be understood in two ways.
    doubtful: BTreeSet<(u32, u32)>,
}

/// A grid as it is handed from one process to another.
#[derive(Serialize, Deserialize)]
struct Cells {
    of: GridPlace,
    cells: Vec<Cell>,
    doubtful: BTreeSet<(u32, u32)>,
}

impl From<Cells> for Grid {
    fn from(Cells { of, cells, doubtful }: Cells) -> Self {
        Self::new(of, cells).doubted(doubtful)
    }
}

impl From<Grid> for Cells {
    fn from(Grid { of, cells, doubtful, .. }: Grid) -> Self {
        Self { of, cells, doubtful }
    }
}

/// A merged region larger than this is not spread over its places.
const SPREAD: u32 = 4096;
/// Places that all merged regions of a grid are spread over.
const ALL_SPREAD: u32 = 1_000_000;

impl Grid {
    /// A grid of these cells.
    pub(crate) fn new(of: GridPlace, mut cells: Vec<Cell>) -> Self {
        cells.sort_by_key(|c| (c.row, c.col));
        let mut covered = BTreeMap::new();
        let mut room = ALL_SPREAD;
        for (index, cell) in cells.iter().enumerate() {
            let places = cell.rows.saturating_mul(cell.cols);
            let spread = places <= SPREAD.min(room);
            room = room.saturating_sub(if places > 1 && spread { places } else { 0 });
            let (rows, cols) = if spread { (cell.rows, cell.cols) } else { (1, 1) };
            for row in 0..rows {
                for col in 0..cols {
                    covered
                        .entry((cell.row.saturating_add(row), cell.col.saturating_add(col)))
                        .or_insert(index);
                }
            }
        }
        let doubtful = BTreeSet::new();
        Self {
            of,
            cells,
            covered,
            doubtful,
        }
    }

    /// The same grid, of which the cells at these places can be understood in two ways.
    pub(crate) fn doubted(self, doubtful: BTreeSet<(u32, u32)>) -> Self {
        Self { doubtful, ..self }
    }

    /// How people call the places of which nothing is certain.
    pub(crate) fn doubtful(&self) -> impl Iterator<Item = String> {
        self.doubtful.iter().map(|(row, col)| self.place(*row, *col))
    }

    /// A table of these rows, nothing merged.
    #[cfg(test)]
    pub(crate) fn of_rows(rows: &[&[&str]]) -> Self {
        let cells = (0_u32..).zip(rows).flat_map(|(row, line)| {
            (0_u32..).zip(*line).map(move |(col, text)| Cell {
                row,
                col,
                rows: 1,
                cols: 1,
                text: (*text).to_owned(),
                uncalculated: false,
            })
        });
        Self::new(GridPlace::Table(1), cells.collect())
    }

    /// Its cells, row by row.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter()
    }

    /// The cell that covers a place.
    pub(crate) fn at(&self, row: u32, col: u32) -> Option<&Cell> {
        self.covered.get(&(row, col)).and_then(|index| self.cells.get(*index))
    }

    /// The cell to the right of a cell's region.
    pub(crate) fn right_of(&self, cell: &Cell) -> Option<&Cell> {
        self.at(cell.row, cell.col.saturating_add(cell.cols))
    }

    /// The cell below a cell's region.
    pub(crate) fn below(&self, cell: &Cell) -> Option<&Cell> {
        self.at(cell.row.saturating_add(cell.rows), cell.col)
    }

    /// The cells of one row.
    pub(crate) fn row(&self, row: u32) -> impl Iterator<Item = &Cell> {
        let from = self.cells.partition_point(|c| c.row < row);
        let rest = self.cells.get(from..).unwrap_or_default();
        rest.iter().take_while(move |c| c.row == row)
    }

    /// Last row, from 0.
    pub(crate) fn last_row(&self) -> u32 {
        self.cells.last().map_or(0, |c| c.row)
    }

    /// How people call a place: `机构信息!B3`, `表1 第3行第2列`, `第4页 表1 第3行第2列`.
    pub(crate) fn place(&self, row: u32, col: u32) -> String {
        match &self.of {
            GridPlace::Sheet(name) => format!("{name}!{}{}", column_letters(col), u64::from(row) + 1),
            GridPlace::Table(n) => format!("表{n} 第{}行第{}列", u64::from(row) + 1, u64::from(col) + 1),
            GridPlace::Pages { table, starts } => {
                let page = starts.iter().rev().find(|(first, _)| *first <= row).map_or(1, |(_, page)| *page);
                format!("第{page}页 表{table} 第{}行第{}列", u64::from(row) + 1, u64::from(col) + 1)
            }
        }
    }

    /// Its cells as rows of text from the first place; what a merged cell covers is empty.
    pub(crate) fn rows(&self, most_rows: u32, most_cols: u32) -> (Vec<Vec<String>>, bool) {
        let last = self.cells.iter().filter(|c| !c.text.is_empty()).map(|c| c.row).max();
        let wide = self.cells.iter().filter(|c| !c.text.is_empty()).map(|c| c.col).max().unwrap_or(0);
        let Some(last) = last else { return (Vec::new(), false) };
        let cut = last >= most_rows || wide >= most_cols;
        let rows = (0..=last.min(most_rows.saturating_sub(1)))
            .map(|row| {
                (0..=wide.min(most_cols.saturating_sub(1)))
                    .map(|col| {
                        self.at(row, col)
                            .filter(|c| c.row == row && c.col == col)
                            .map(|c| c.text.clone())
                            .unwrap_or_default()
                    })
                    .collect()
            })
            .collect();
        (rows, cut)
    }
}

/// `A`, `Z`, `AA` ….
fn column_letters(col: u32) -> String {
    let mut letters = Vec::new();
    let mut n = col.saturating_add(1);
    while n > 0 {
        let digit = u8::try_from((n - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + digit));
        n = (n - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{Cell, Grid, GridPlace, column_letters};

    #[test]
    fn places_are_called_as_spreadsheets_call_them() {
        assert_eq!(
            ["A", "Z", "AA", "XFD"],
            [0, 25, 26, 16383].map(column_letters).each_ref().map(String::as_str)
        );
    }

    #[test]
    fn the_cell_right_of_a_merged_region_is_found_behind_it() {
        let cell = |row, col, cols, text: &str| Cell {
            row,
            col,
            rows: 1,
            cols,
            text: text.into(),
            uncalculated: false,
        };
        let grid = Grid::new(GridPlace::Table(1), vec![cell(0, 0, 3, "项目名称"), cell(0, 3, 1, "甲")]);
        let label = grid.at(0, 1).cloned();
        assert_eq!(label.as_ref().and_then(|l| grid.right_of(l)).map(|c| c.text.as_str()), Some("甲"));
    }
}
