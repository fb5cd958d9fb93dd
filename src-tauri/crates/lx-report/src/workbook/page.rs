//! A page of the book, and how its cells look.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

/// How cells look.
pub(super) struct Formats {
    pub(super) head: Format,
    pub(super) text: Format,
    pub(super) centre: Format,
    pub(super) points: Format,
    pub(super) score: Format,
}

impl Formats {
    pub(super) fn new(decimals: u8) -> Self {
        let base = || {
            Format::new()
                .set_font_name("等线")
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0xBF_BFBF))
                .set_align(FormatAlign::VerticalCenter)
        };
        let zeros = "0".repeat(usize::from(decimals));
        let score = if zeros.is_empty() { "0".to_owned() } else { format!("0.{zeros}") };
        Self {
            head: base()
                .set_bold()
                .set_background_color(Color::RGB(0xE8_EDF3))
                .set_align(FormatAlign::Center)
                .set_text_wrap(),
            text: base().set_text_wrap(),
            centre: base().set_align(FormatAlign::Center),
            points: base().set_num_format("0.00"),
            score: base().set_num_format(score),
        }
    }
}

/// One page of the book being filled.
pub(super) struct Page<'b> {
    pub(super) sheet: &'b mut Worksheet,
    pub(super) formats: &'b Formats,
    pub(super) row: u32,
}

impl<'b> Page<'b> {
    pub(super) fn begin(sheet: &'b mut Worksheet, formats: &'b Formats, name: &str, columns: &[(String, f64)]) -> Result<Self, XlsxError> {
        sheet.set_name(name)?;
        for (at, (head, width)) in (0_u16..).zip(columns) {
            sheet.set_column_width(at, *width)?;
            sheet.write_string_with_format(0, at, head, &formats.head)?;
        }
        sheet.set_row_height(0, 32)?;
        sheet.set_freeze_panes(1, 2)?;
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        Ok(Self { sheet, formats, row: 0 })
    }

    pub(super) fn next(&mut self) {
        self.row += 1;
    }

    pub(super) fn text(&mut self, column: u16, words: &str) -> Result<(), XlsxError> {
        self.sheet
            .write_string_with_format(self.row, column, words, &self.formats.text)
            .map(drop)
    }

    pub(super) fn centre(&mut self, column: u16, words: &str) -> Result<(), XlsxError> {
        self.sheet
            .write_string_with_format(self.row, column, words, &self.formats.centre)
            .map(drop)
    }

    /// A decimal as a number, where it is one.
    pub(super) fn number(&mut self, column: u16, digits: &str, score: bool) -> Result<(), XlsxError> {
        let format = if score { &self.formats.score } else { &self.formats.points };
        match digits.parse::<f64>() {
            Ok(number) => self.sheet.write_number_with_format(self.row, column, number, format).map(drop),
            Err(_) => self
                .sheet
                .write_string_with_format(self.row, column, digits, &self.formats.centre)
                .map(drop),
        }
    }

    pub(super) fn formula(&mut self, column: u16, formula: &str, value: &str, score: bool) -> Result<(), XlsxError> {
        let format = if score { &self.formats.score } else { &self.formats.points };
        self.sheet
            .write_formula_with_format(self.row, column, Formula::new(formula).set_result(value), format)
            .map(drop)
    }
}

/// `A`, `B`, …, `AA`.
pub(super) fn letters(column: u16) -> String {
    rust_xlsxwriter::utility::column_number_to_name(column)
}

pub(super) fn heads(all: &[(&str, f64)]) -> Vec<(String, f64)> {
    all.iter().map(|(head, width)| ((*head).to_owned(), *width)).collect()
}
