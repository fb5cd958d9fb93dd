//! `.html`, and the tables that some programs save under `.xls`: what stands between the tags, tables as grids. Never shown
//! as HTML, nothing in it is followed or run.

use std::collections::BTreeSet;

use lx_domain::DocumentKind;

use super::{
    Content, Note, Piece,
    plain::decode,
    unshown::{has_word, is_hidden, is_struck, past_element},
};
use crate::grid::{Cell, Grid, GridPlace};

/// Rows and columns that one cell may claim.
const MOST_SPAN: u32 = 256;
/// Tables inside of tables.
const MOST_NESTED: usize = 32;
/// Cells of one table that are read.
const MOST_CELLS: usize = 200_000;

/// Reads a page.
pub(crate) fn read(bytes: &[u8]) -> Content {
    let mut page = Page::default();
    let text = decode(bytes);
    let mut rest = text.as_str();
    while let Some(open) = rest.find('<') {
        let (before, tag) = rest.split_at(open);
        page.say(&entities(before));
        rest = page.tag(tag);
    }
    page.say(&entities(rest));
    page.finish()
}

#[derive(Default)]
struct Page {
    pieces: Vec<Piece>,
    paragraphs: u32,
    count: u32,
    text: String,
    heading: Option<u8>,
    tables: Vec<Table>,
    /// Whether some of it is not shown.
    hides: bool,
}

#[derive(Default)]
struct Table {
    number: u32,
    /// Rows begun so far.
    rows: u32,
    col: u32,
    cells: Vec<Cell>,
    covered: BTreeSet<(u32, u32)>,
    open: Option<Cell>,
}

impl Page {
    /// Handles what begins with `<`; gives what follows it.
    fn tag<'t>(&mut self, tag: &'t str) -> &'t str {
        if tag.starts_with("<!--") {
            return tag.find("-->").and_then(|at| tag.get(at + 3..)).unwrap_or("");
        }
        let end = end_of(tag);
        let inner = tag.get(1..end).unwrap_or_default();
        let after = tag.get(end + 1..).unwrap_or("");
        let (closing, inner) = inner.strip_prefix('/').map_or((false, inner), |i| (true, i));
        let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
        let name = name.to_ascii_lowercase();
        if !closing && is_struck(&name, inner) {
            return past_element(after, &name);
        }
        if !closing && is_hidden(&name, inner) {
            self.hides = true;
            return past_element(after, &name);
        }
        match (closing, name.as_str()) {
            // Of a list to choose from, only what is chosen is said.
            (false, "option") if !has_word(inner, "selected") => return after.find('<').and_then(|at| after.get(at..)).unwrap_or(""),
            (false, "script" | "style") => return past(after, &name),
            (false, "table") if self.tables.len() < MOST_NESTED => {
                self.end_paragraph();
                self.count += 1;
                self.tables.push(Table {
                    number: self.count,
                    ..Table::default()
                });
            }
            (true, "table") => self.end_table(),
            (false, "tr") => self.on_table(Table::row),
            (true, "tr" | "td" | "th") => self.on_table(Table::end_cell),
            (false, "td" | "th") => {
                let span = |name: &str| attribute(inner, name).and_then(|v| v.trim().parse::<u32>().ok()).unwrap_or(1);
                let (rows, cols) = (span("rowspan").clamp(1, MOST_SPAN), span("colspan").clamp(1, MOST_SPAN));
                self.on_table(|table| table.cell(rows, cols));
            }
            (false, "input") => self.say(&input(inner)),
            (closing, "h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                self.line();
                self.heading = name.get(1..).and_then(|n| n.parse().ok()).filter(|_| !closing);
            }
            (
                _,
                "br" | "p" | "div" | "li" | "ul" | "ol" | "title" | "body" | "section" | "article" | "header" | "footer" | "dt" | "dd"
                | "hr",
            ) => self.line(),
            _ => {}
        }
        after
    }

    fn on_table(&mut self, work: impl FnOnce(&mut Table)) {
        if let Some(table) = self.tables.last_mut() {
            work(table);
        }
    }

    fn say(&mut self, words: &str) {
        let between_cells = !self.tables.is_empty() && words.trim().is_empty();
        match self.tables.last_mut().and_then(|t| t.open.as_mut()) {
            Some(cell) => cell.text.push_str(words),
            None if between_cells => {}
            None => self.text.push_str(words),
        }
    }

    /// A new line, of the cell at hand or of the page.
    fn line(&mut self) {
        match self.tables.last_mut().and_then(|t| t.open.as_mut()) {
            Some(cell) => cell.text.push(BREAK),
            None => self.end_paragraph(),
        }
    }

    fn end_paragraph(&mut self) {
        let text = tidy(&std::mem::take(&mut self.text));
        if !text.is_empty() {
            self.paragraphs += 1;
            let place = format!("第{}段", self.paragraphs);
            let heading = self.heading;
            self.pieces.push(Piece::Paragraph(super::Paragraph { place, text, heading }));
        }
    }

    fn end_table(&mut self) {
        let Some(mut table) = self.tables.pop() else { return };
        table.end_cell();
        if self.tables.is_empty() {
            self.end_paragraph();
        }
        if table.cells.iter().any(|c| !c.text.is_empty()) {
            self.pieces
                .push(Piece::Grid(Grid::new(GridPlace::Table(table.number), table.cells)));
        }
    }

    fn finish(mut self) -> Content {
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.end_paragraph();
        Content {
            pieces: self.pieces,
            notes: self.hides.then(|| Note::Hidden(String::new())).into_iter().collect(),
            ..Content::of(DocumentKind::Html)
        }
    }
}

impl Table {
    fn row(&mut self) {
        self.end_cell();
        self.rows = self.rows.saturating_add(1);
        self.col = 0;
    }

    fn cell(&mut self, rows: u32, cols: u32) {
        self.end_cell();
        let row = self.rows.saturating_sub(1);
        while self.covered.remove(&(row, self.col)) {
            self.col = self.col.saturating_add(1);
        }
        self.open = Some(Cell {
            row,
            col: self.col,
            rows,
            cols,
            text: String::new(),
            uncalculated: false,
        });
    }

    fn end_cell(&mut self) {
        let Some(mut cell) = self.open.take() else { return };
        cell.text = tidy(&cell.text);
        for row in 1..cell.rows {
            let row = cell.row.saturating_add(row);
            self.covered.extend((0..cell.cols).map(|col| (row, cell.col.saturating_add(col))));
        }
        self.col = cell.col.saturating_add(cell.cols);
        if self.cells.len() < MOST_CELLS && self.covered.len() < MOST_CELLS {
            self.cells.push(cell);
        }
    }
}

/// A line break that is meant, unlike those of the source.
const BREAK: char = '\u{E000}';

/// Lines as they are meant: white space of the source is one blank, none between hanzi.
fn tidy(text: &str) -> String {
    let lines = text.split(BREAK).map(|line| {
        let mut out = String::new();
        for word in line.split_whitespace() {
            let blank = out.chars().last().is_some_and(|c| c.is_ascii()) || word.starts_with(|c: char| c.is_ascii());
            // A form parts its columns by wide blanks: those are kept.
            if !out.is_empty() && (blank || line.contains(['\u{A0}', '\u{3000}'])) {
                out.push(' ');
            }
            out.push_str(word);
        }
        out
    });
    lines.filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Where a tag ends; a `>` in quotation marks does not end it.
pub(super) fn end_of(tag: &str) -> usize {
    let mut quote = None;
    for (at, c) in tag.char_indices().take(20_000) {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(q), c) if q == c => quote = None,
            (None, '>') => return at,
            _ => {}
        }
    }
    // An open quotation mark: the nearest end will do.
    tag.find('>').unwrap_or(tag.len())
}

/// What follows the end of an element whose content is no text.
fn past<'t>(after: &'t str, name: &str) -> &'t str {
    let mut rest = after;
    while let Some(at) = rest.find("</") {
        let tag = rest.get(at + 2..).unwrap_or("");
        if tag.get(..name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name)) {
            return tag.find('>').and_then(|end| tag.get(end + 1..)).unwrap_or("");
        }
        rest = tag;
    }
    ""
}

/// What a field of a saved form holds.
fn input(tag: &str) -> String {
    match attribute(tag, "type").map(|t| t.to_ascii_lowercase()).as_deref() {
        Some("checkbox" | "radio") => if tag.to_ascii_lowercase().contains("checked") {
            "☑"
        } else {
            "□"
        }
        .to_owned(),
        Some("hidden" | "password" | "submit" | "button" | "image" | "file") => String::new(),
        _ => attribute(tag, "value").map(|v| entities(&v)).unwrap_or_default(),
    }
}

/// An attribute of a tag, its name in whatever case.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower
        .match_indices(name)
        .find(|(at, _)| lower.get(..*at).is_some_and(|b| b.ends_with(|c: char| c.is_ascii_whitespace())))?
        .0;
    let rest = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
    let value = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest.get(1..)?.split(quote).next()?,
        _ => rest.split(|c: char| c.is_whitespace() || c == '>').next()?,
    };
    Some(value.to_owned())
}

fn entities(text: &str) -> String {
    let named = |name: &str| match name {
        "nbsp" | "ensp" | "emsp" => Some("\u{A0}"),
        "ldquo" => Some("“"),
        "rdquo" => Some("”"),
        "middot" => Some("·"),
        "mdash" => Some("—"),
        name => quick_xml::escape::resolve_xml_entity(name),
    };
    quick_xml::escape::unescape_with(text, named).map_or_else(
        |_| text.replace("&nbsp;", "\u{A0}").replace("&amp;", "&"),
        std::borrow::Cow::into_owned,
    )
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::read::{Note, Piece, blocks};

    fn said(html: &str) -> Vec<String> {
        let content = read(html.as_bytes());
        blocks(&content.pieces).iter().map(|b| format!("{} {}", b.place, b.text)).collect()
    }

    #[test]
    fn scripts_and_tags_of_html_are_left_out() {
        assert_eq!(
            said("<html><script>var a='<p>x'</script><p>项目&nbsp;名称：甲</p><!-- no --><P title='a>b'>乙\n丙</P></html>"),
            ["第1段 项目 名称：甲", "第2段 乙丙"]
        );
    }

    #[test]
    fn what_is_struck_out_not_shown_or_not_chosen_is_not_said() {
        let html = "<p><s>6个月</s>12个月</p><table><tr style='display: none'><td>甲</td></tr><tr hidden><td>乙</td></tr>\
            <tr><td>丙<span>丁</span></td></tr></table><select><option>试点</option><option selected>试点辅导</option></select>";
        assert_eq!(said(html), ["第1段 12个月", "表1 第1行第1列 丙丁", "第2段 试点辅导"]);
        assert_eq!(read(html.as_bytes()).notes, [Note::Hidden(String::new())]);
    }

    #[test]
    fn tables_of_html_are_grids_with_their_spans() {
        let html = "<h1>申报表</h1><table><tr><td rowspan=2>基本<br>信息</td><th>项目名称</th><td colspan='2'>甲 项目</td></tr>\
            <tr><td>联系人</td><td><input value='李&amp;张'></td><td><input type=checkbox CHECKED>是<input type=checkbox>否</table>尾";
        assert_eq!(
            said(html),
            [
                "第1段 申报表",
                "表1 第1行第1列 基本\n信息",
                "表1 第1行第2列 项目名称",
                "表1 第1行第3列 甲项目",
                "表1 第2行第2列 联系人",
                "表1 第2行第3列 李&张",
                "表1 第2行第4列 ☑是□否",
                "第2段 尾",
            ]
        );
        assert!(matches!(read(html.as_bytes()).pieces.first(), Some(Piece::Paragraph(p)) if p.heading == Some(1)));
    }

    #[test]
    fn tables_inside_of_tables_are_read_each_for_itself() {
        assert_eq!(
            said("<table><tr><td>外<table><tr><td>内</td></tr></table>后</td></tr></table>"),
            ["表2 第1行第1列 内", "表1 第1行第1列 外后"]
        );
    }

    proptest::proptest! {
        #[test]
        fn pages_never_panic(html in "(<|>|/|t[dhr]|table|\"|'|=|&|;|rowspan=9|甲| |input|<!--|script){0,60}") {
            let _ = read(html.as_bytes());
        }
    }
}
