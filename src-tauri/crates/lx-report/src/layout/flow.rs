//! Text poured onto pages, from top to bottom.

use super::{
    geometry::{Area, BODY, Mp, Setting, pt},
    line::{Align, Line, balance, break_lines, set_line},
    mark::{Mark, Page, Role, Run, SetLine},
    shape::{Shaped, Span, shape, span},
};
use crate::{
    error::ReportError,
    fonts::{Face, Fonts},
    record::Printed,
};

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Para {
    /// Type.
    pub setting: Setting,
    /// Of its lines.
    pub align: Align,
    /// Indent of the first line.
    pub first: Mp,
    /// Indent of all lines on the left.
    pub left: Mp,
    /// What it is.
    pub role: Role,
    /// Whether it stands on the page of what follows (a heading is not left alone).
    pub keep: bool,
}

impl Para {
    /// A paragraph of the body: two ems in, both edges straight.
    pub const BODY: Self = Self {
        setting: BODY,
        align: Align::Justify,
        first: 2 * (BODY.size + BODY.tracking),
        left: 0,
        role: Role::Body,
        keep: false,
    };
    /// Without indent.
    pub const FLUSH: Self = Self { first: 0, ..Self::BODY };
    /// 一、
    pub const HEADING: Self = Self {
        role: Role::Heading,
        keep: true,
        ..Self::BODY
    };
    /// （一）
    pub const SUBHEADING: Self = Self {
        role: Role::Subheading,
        keep: true,
        ..Self::BODY
    };
    /// The title, 22 pt in the middle.
    pub const TITLE: Self = Self {
        setting: Setting::plain(pt(22), pt(36)),
        align: Align::Centre,
        first: 0,
        left: 0,
        role: Role::Title,
        keep: true,
    };
    /// A line in the middle.
    pub const CENTRED: Self = Self {
        align: Align::Centre,
        first: 0,
        ..Self::BODY
    };
    /// A line on the right.
    pub const RIGHT: Self = Self {
        align: Align::Right,
        first: 0,
        ..Self::BODY
    };
    /// A note under a table: 10.5 pt.
    pub const NOTE: Self = Self {
        setting: Setting::plain(pt(10) + 500, pt(16)),
        first: 0,
        ..Self::BODY
    };
}

/// What a line belongs to.
pub(super) struct Belongs<'a> {
    pub block: u32,
    pub role: Role,
    pub row: Option<(u32, u32)>,
    /// Row and column, for the list of printed values.
    pub cell: Option<&'a str>,
}

/// Pages being filled.
pub(crate) struct Flow<'f> {
    pub(super) fonts: &'f Fonts,
    pub(super) pages: Vec<Page>,
    pub(super) area: Area,
    /// Down from the upper edge of the type area.
    pub(super) y: Mp,
    printed: Vec<Printed>,
    place: String,
    blocks: u32,
    heading: i64,
    /// Headings that wait for what stands under them, so as not to be left alone at a page's foot.
    waiting: Vec<(Vec<Span>, Para)>,
}

impl<'f> Flow<'f> {
    /// An empty flow with one upright page.
    pub fn new(fonts: &'f Fonts) -> Self {
        let area = Area { landscape: false };
        let pages = vec![Page { area, marks: Vec::new() }];
        Self {
            fonts,
            pages,
            area,
            y: 0,
            printed: Vec::new(),
            place: String::new(),
            blocks: 0,
            heading: 0,
            waiting: Vec::new(),
        }
    }

    /// Goes on on a new page, upright or lying.
    pub fn new_page(&mut self, landscape: bool) {
        self.area = Area { landscape };
        self.pages.push(Page {
            area: self.area,
            marks: Vec::new(),
        });
        self.y = 0;
    }

    /// A new page unless nothing stands on this one yet and it lies as asked.
    pub fn turn_to(&mut self, landscape: bool) {
        let empty = self.pages.last().is_some_and(|page| page.marks.is_empty());
        if empty && self.area.landscape != landscape {
            self.pages.pop();
        } else if empty {
            return;
        }
        self.new_page(landscape);
    }

    /// Room left on the page.
    pub(super) fn room(&self) -> Mp {
        self.area.height() - self.y
    }

    /// A new page of the same kind if less than `height` is left.
    pub fn need(&mut self, height: Mp) {
        if self.room() < height && self.y > 0 {
            self.new_page(self.area.landscape);
        }
    }

    /// Leaves space, unless at the head of a page.
    pub fn space(&mut self, height: Mp) {
        if self.y > 0 {
            self.y += height;
        }
    }

    /// Begins a chapter: what follows is recorded as standing there.
    pub fn place(&mut self, place: impl Into<String>) {
        self.place = place.into();
    }

    /// The place of what is being set.
    pub(super) fn here(&self) -> &str {
        &self.place
    }

    /// A number for the lines of one paragraph or cell.
    pub(super) fn block(&mut self) -> u32 {
        self.blocks += 1;
        self.blocks
    }

    /// A heading 一、 with the next number.
    ///
    /// # Errors
    /// As [`Flow::para`].
    pub fn heading(&mut self, words: &str) -> Result<(), ReportError> {
        self.heading += 1;
        let text = format!("{}、{words}", crate::words::hanzi_number(self.heading));
        self.place(text.clone());
        self.para(&[span(Face::Sans, text)], Para::HEADING)
    }

    /// A paragraph of plain words in the body's setting.
    ///
    /// # Errors
    /// As [`Flow::para`].
    pub fn text(&mut self, words: &str) -> Result<(), ReportError> {
        self.para(&[span(Face::Serif, words)], Para::BODY)
    }

    /// Sets a paragraph; a heading waits for what follows it.
    ///
    /// # Errors
    /// [`ReportError::MissingGlyphs`].
    pub fn para(&mut self, spans: &[Span], para: Para) -> Result<(), ReportError> {
        if para.keep {
            self.waiting.push((spans.to_vec(), para));
            return Ok(());
        }
        let lines = self.lines(spans, para)?;
        // Neither the first line of a paragraph nor its last stands alone on a page.
        let first = if lines.len() == 3 { 3 } else { lines.len().clamp(1, 2) };
        self.settle(para.setting.pitch * Mp::try_from(first).unwrap_or(1))?;
        self.set_lines(&lines, spans, para);
        Ok(())
    }

    /// Sets the headings that wait, together with so much of what follows.
    ///
    /// # Errors
    /// [`ReportError::MissingGlyphs`].
    pub fn settle(&mut self, following: Mp) -> Result<(), ReportError> {
        let waiting = std::mem::take(&mut self.waiting);
        let mut headings = Vec::with_capacity(waiting.len());
        let mut height = following;
        for (spans, para) in waiting {
            let lines = self.lines(&spans, para)?;
            height += para.setting.pitch * Mp::try_from(lines.len()).unwrap_or(1);
            headings.push((lines, spans, para));
        }
        self.need(height);
        for (lines, spans, para) in headings {
            self.set_lines(&lines, &spans, para);
        }
        Ok(())
    }

    fn lines(&self, spans: &[Span], para: Para) -> Result<Vec<Line>, ReportError> {
        let mut shaped = shape(self.fonts, spans, para.setting)?;
        let width = self.area.width() - para.left;
        let broken = if para.role == Role::Title {
            balance(&mut shaped, width, para.setting)
        } else {
            width
        };
        Ok(break_lines(&shaped, broken - para.first, broken, para.setting))
    }

    fn set_lines(&mut self, lines: &[Line], spans: &[Span], para: Para) {
        let pitch = para.setting.pitch;
        let block = self.block();
        for (at, line) in lines.iter().enumerate() {
            self.need(if lines.len() > 3 && at + 2 == lines.len() {
                2 * pitch
            } else {
                pitch
            });
            let indent = para.left + if at == 0 { para.first } else { 0 };
            let x = self.area.left() + indent;
            let y = self.base_line(self.y, para.setting);
            let runs = set_line(line, x, y, self.area.width() - indent, para.align, para.setting);
            self.put(
                line,
                runs,
                spans,
                &Belongs {
                    block,
                    role: para.role,
                    row: None,
                    cell: None,
                },
            );
            self.y += pitch;
        }
        if para.role == Role::Title {
            self.y += pt(10);
        }
    }

    /// The base line of a line whose box begins at `y` below the upper edge.
    pub(super) fn base_line(&self, y: Mp, setting: Setting) -> Mp {
        // The ideographic box of these fonts reaches from 0.12 em under the base line to 0.88 em above it.
        self.area.top() - y - (setting.pitch - setting.size) / 2 - setting.size * 88 / 100
    }

    /// Puts a line on the page and its values on the list.
    pub(super) fn put(&mut self, line: &Line, runs: Vec<Run>, spans: &[Span], to: &Belongs<'_>) {
        let page = u32::try_from(self.pages.len()).unwrap_or(u32::MAX);
        for span in line.shaped.iter().filter_map(|s| spans.get(s.value?)) {
            let Some(what) = &span.what else { continue };
            let place = to
                .cell
                .map_or_else(|| self.here().to_owned(), |cell| format!("{} {cell}", self.here()));
            self.printed.push(Printed {
                page,
                place,
                what: what.clone(),
                value: span.text.clone(),
            });
        }
        self.mark(Mark::Line(SetLine {
            runs,
            text: text_of(&line.shaped),
            block: to.block,
            role: to.role,
            row: to.row,
            turned: false,
        }));
    }

    /// Puts a mark on the page.
    pub(super) fn mark(&mut self, mark: Mark) {
        if let Some(page) = self.pages.last_mut() {
            page.marks.push(mark);
        }
    }

    /// The finished pages, numbered, and the values printed.
    ///
    /// # Errors
    /// [`ReportError::MissingGlyphs`].
    pub fn finish(mut self, running: Option<&str>) -> Result<(Vec<Page>, Vec<Printed>), ReportError> {
        self.settle(0)?;
        for (at, page) in self.pages.iter_mut().enumerate() {
            super::running::furnish(self.fonts, page, at + 1, running)?;
        }
        Ok((self.pages, self.printed))
    }
}

/// The plain text of characters, with a space where there is one.
pub(super) fn text_of(shaped: &[Shaped]) -> String {
    shaped.iter().map(|s| s.character).collect()
}
