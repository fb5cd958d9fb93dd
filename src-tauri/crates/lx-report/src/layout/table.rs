//! Tables: heads that repeat, cells that wrap, rows that may go on on the next page.

use super::{
    flow::{Belongs, Flow},
    geometry::{Mp, Setting, pt},
    line::{Align, Line, break_lines, natural, set_line},
    mark::{Mark, Role},
    shape::{Shaped, Span, shape, span},
};
use crate::{error::ReportError, fonts::Face};

const PAD_X: Mp = pt(4);
const PAD_Y: Mp = pt(4);
const THIN: Mp = 500;
const THICK: Mp = 1000;

/// A column: its head, its share of the width, where its cells stand.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    /// Head.
    pub head: String,
    /// Share of the width that the tight columns leave; none for a tight column, as wide as its widest cell.
    pub share: i64,
    /// Of its cells.
    pub align: Align,
}

impl Column {
    /// A column.
    pub fn new(head: impl Into<String>, share: i64, align: Align) -> Self {
        Self {
            head: head.into(),
            share,
            align,
        }
    }

    /// A column that is as wide as its widest cell: numbers, names, states.
    pub fn tight(head: impl Into<String>, align: Align) -> Self {
        Self::new(head, 0, align)
    }
}

/// A cell.
pub(crate) type Cell = Vec<Span>;

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    /// 附表1 …; above the table, repeated with 续 on the pages that follow.
    pub caption: Option<String>,
    /// Columns.
    pub columns: Vec<Column>,
    /// Rows; a row's key names it in the list of printed values.
    pub rows: Vec<(String, Vec<Cell>)>,
    /// Type of the cells.
    pub setting: Setting,
}

struct Row {
    key: String,
    cells: Vec<(Vec<Line>, Vec<Span>)>,
    lines: usize,
}

struct Grid {
    /// Edges of the columns, one more than columns.
    edges: Vec<Mp>,
    columns: Vec<Column>,
    setting: Setting,
    /// Among the tables, for the structure.
    number: u32,
}

impl Table {
    /// Sets the table where the flow stands.
    ///
    /// # Errors
    /// [`ReportError::MissingGlyphs`].
    pub fn set(self, flow: &mut Flow<'_>) -> Result<(), ReportError> {
        let Self {
            caption,
            columns,
            rows,
            setting,
        } = self;
        let head: Vec<Cell> = columns.iter().map(|c| vec![span(Face::Sans, c.head.clone())]).collect();
        let head = Unbroken::of(flow, String::new(), head, setting)?;
        let rows = rows
            .into_iter()
            .map(|(key, cells)| Unbroken::of(flow, key, cells, setting))
            .collect::<Result<Vec<_>, _>>()?;
        let grid = Grid {
            edges: edges(&columns, &rows, flow, setting),
            columns,
            setting,
            number: flow.block(),
        };
        let head = grid.row(head);
        let rows: Vec<Row> = rows.into_iter().map(|row| grid.row(row)).collect();
        let head_height = grid.height(head.lines);
        let caption_height = if caption.is_some() { CAPTION.pitch } else { 0 };
        let least = rows.first().map_or(0, |row| grid.height(row.lines.min(6)));
        flow.settle(caption_height + head_height + least)?;
        grid.begin(flow, caption.as_deref(), &head, false)?;
        for row in &rows {
            let mut from = 0;
            while from < row.lines {
                let left = row.lines - from;
                let fits = usize::try_from((flow.room() - 2 * PAD_Y) / setting.pitch).unwrap_or(0);
                // A row is split only where it could not stand undivided on a page of its own, or is long.
                let tall = left > 12 && fits >= 4;
                if left > fits && !tall && flow.y > head_height + caption_height {
                    flow.new_page(flow.area.landscape);
                    grid.begin(flow, caption.as_deref(), &head, true)?;
                    continue;
                }
                let taken = left.min(fits.max(1));
                grid.place(flow, row, from, from + taken, Role::Cell);
                from += taken;
            }
        }
        flow.space(pt(6));
        Ok(())
    }
}

const CAPTION: Setting = Setting::plain(pt(14), pt(28));

/// A row whose lines aren't broken yet, since the widths depend on all rows.
struct Unbroken {
    key: String,
    cells: Vec<(Vec<Shaped>, Cell)>,
}

impl Unbroken {
    fn of(flow: &Flow<'_>, key: String, cells: Vec<Cell>, setting: Setting) -> Result<Self, ReportError> {
        let cells = cells
            .into_iter()
            .map(|cell| Ok((shape(flow.fonts, &cell, setting)?, cell)))
            .collect::<Result<_, ReportError>>()?;
        Ok(Self { key, cells })
    }
}

/// The edges of the columns: the tight ones first, the others share what is left.
fn edges(columns: &[Column], rows: &[Unbroken], flow: &Flow<'_>, setting: Setting) -> Vec<Mp> {
    let width = flow.area.width();
    let widest = |at: usize, column: &Column| {
        let cells = rows
            .iter()
            .filter_map(|row| row.cells.get(at))
            .map(|(shaped, _)| natural(shaped, setting));
        // A head of more than two characters may stand in two lines.
        let letters = Mp::try_from(column.head.chars().count()).unwrap_or(0);
        let head = setting.size * if letters > 2 { (letters + 1) / 2 } else { letters };
        let most = cells.max().unwrap_or(0).max(head) + 2 * PAD_X + 200;
        most.min(width / 3)
    };
    let tight: Vec<Option<Mp>> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| (column.share == 0).then(|| widest(at, column)))
        .collect();
    let left = (width - tight.iter().flatten().sum::<Mp>()).max(0);
    let whole: i64 = columns.iter().map(|c| c.share).sum::<i64>();
    // Tight columns alone: what is left is spread over them.
    let spread = if whole == 0 {
        left / Mp::try_from(columns.len()).unwrap_or(1).max(1)
    } else {
        0
    };
    let mut edge = flow.area.left();
    let mut edges = vec![edge];
    for (column, tight) in columns.iter().zip(tight) {
        edge += tight.map_or_else(|| left * column.share / whole.max(1), |width| width + spread);
        edges.push(edge);
    }
    if let Some(last) = edges.last_mut() {
        *last = flow.area.left() + width;
    }
    edges
}

impl Grid {
    fn bounds(&self, column: usize) -> (Mp, Mp) {
        let left = self.edges.get(column).copied().unwrap_or_default();
        let right = self.edges.get(column + 1).copied().unwrap_or(left);
        (left + PAD_X, right - left - 2 * PAD_X)
    }

    fn height(&self, lines: usize) -> Mp {
        Mp::try_from(lines).unwrap_or(1) * self.setting.pitch + 2 * PAD_Y
    }

    fn row(&self, row: Unbroken) -> Row {
        let mut most = 1;
        let mut cells = Vec::with_capacity(row.cells.len());
        for (at, (shaped, spans)) in row.cells.into_iter().enumerate() {
            let (_, width) = self.bounds(at);
            let lines = break_lines(&shaped, width, width, self.setting);
            most = most.max(lines.len());
            cells.push((lines, spans));
        }
        Row {
            key: row.key,
            cells,
            lines: most,
        }
    }

    /// The caption and the head.
    fn begin(&self, flow: &mut Flow<'_>, caption: Option<&str>, head: &Row, goes_on: bool) -> Result<(), ReportError> {
        if let Some(words) = caption {
            let words = if goes_on { format!("{words}（续）") } else { words.to_owned() };
            let shaped = shape(flow.fonts, &[span(Face::Sans, words)], CAPTION)?;
            let block = flow.block();
            let role = if goes_on { Role::Artifact } else { Role::Subheading };
            for line in break_lines(&shaped, flow.area.width(), flow.area.width(), CAPTION)
                .into_iter()
                .take(1)
            {
                let y = flow.base_line(flow.y, CAPTION);
                let runs = set_line(&line, flow.area.left(), y, flow.area.width(), Align::Centre, CAPTION);
                flow.put(
                    &line,
                    runs,
                    &[],
                    &Belongs {
                        block,
                        role,
                        row: None,
                        cell: None,
                    },
                );
            }
            flow.y += CAPTION.pitch;
        }
        self.rule(flow, flow.y, THICK);
        self.place(flow, head, 0, head.lines, if goes_on { Role::Artifact } else { Role::HeadCell });
        Ok(())
    }

    fn rule(&self, flow: &mut Flow<'_>, y: Mp, width: Mp) {
        let y = flow.area.top() - y;
        if let (Some(left), Some(right)) = (self.edges.first(), self.edges.last()) {
            flow.mark(Mark::Rule {
                from: (*left, y),
                to: (*right, y),
                width,
            });
        }
    }

    /// Lines `from..to` of a row, with the rules around them.
    fn place(&self, flow: &mut Flow<'_>, row: &Row, from: usize, to: usize, role: Role) {
        let height = self.height(to - from);
        let upper = flow.y;
        let number = flow.block();
        for (at, (lines, spans)) in row.cells.iter().enumerate() {
            let shown: Vec<&Line> = lines.iter().skip(from).take(to - from).collect();
            let (x, width) = self.bounds(at);
            let column = self.columns.get(at);
            let align = if role != Role::Cell {
                Align::Centre
            } else {
                column.map_or(Align::Left, |c| c.align)
            };
            // A short cell stands in the middle of its row, a long row begins at its top.
            let slack = (to - from).saturating_sub(shown.len());
            let down = if row.lines == to - from {
                Mp::try_from(slack).unwrap_or(0) * self.setting.pitch / 2
            } else {
                0
            };
            let block = flow.block();
            let cell = format!("{} {}", row.key, column.map_or("", |c| c.head.as_str()));
            for (index, line) in shown.into_iter().enumerate() {
                let top = upper + PAD_Y + down + Mp::try_from(index).unwrap_or(0) * self.setting.pitch;
                let y = flow.base_line(top, self.setting);
                let runs = set_line(line, x, y, width, align, self.setting);
                flow.put(
                    line,
                    runs,
                    spans,
                    &Belongs {
                        block,
                        role,
                        row: Some((self.number, number)),
                        cell: Some(cell.trim()),
                    },
                );
            }
        }
        flow.y += height;
        for edge in &self.edges {
            let (from, to) = (flow.area.top() - upper, flow.area.top() - flow.y);
            flow.mark(Mark::Rule {
                from: (*edge, from),
                to: (*edge, to),
                width: THIN,
            });
        }
        self.rule(flow, flow.y, THIN);
    }
}
