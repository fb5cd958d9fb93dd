//! `.docx`: paragraphs and tables of the body.

use std::collections::BTreeMap;

use lx_domain::DocumentKind;
use quick_xml::events::{BytesStart, Event};

use super::{Content, Note, Piece, meta, plain::symbol, xml};
use crate::{
    grid::{Cell, Grid, GridPlace},
    limits::Limits,
};

/// Reads a document; absent where it has no body.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Option<Content> {
    let mut parts = xml::parts(bytes)?;
    let body = xml::part(&mut parts, "word/document.xml", limits.xml_part_bytes)?;
    let styles = xml::part(&mut parts, "word/styles.xml", limits.xml_part_bytes)
        .map(|s| headings(&s))
        .unwrap_or_default();
    let mut walker = Walker {
        styles,
        ..Walker::default()
    };
    let whole = xml::walk(&body, |event| walker.event(event));
    let mut content = Content {
        pieces: std::mem::take(&mut walker.pieces),
        ..Content::of(DocumentKind::Docx)
    };
    content.notes.extend((!whole).then_some(Note::Broken));
    content.authors = xml::part(&mut parts, "docProps/core.xml", limits.xml_part_bytes)
        .map(|c| meta::authors(&c))
        .unwrap_or_default();
    content.pages = xml::part(&mut parts, "docProps/app.xml", limits.xml_part_bytes).and_then(|app| pages(&app));
    let names: Vec<String> = parts.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    let starts = |prefix: &str| names.iter().any(|n| n.starts_with(prefix));
    let comments = xml::part(&mut parts, "word/comments.xml", limits.xml_part_bytes).map(|c| meta::commenters(&c));
    let said = comments.as_ref().is_some_and(|c| !c.is_empty());
    let people = content.authors.into_iter().chain(walker.people).chain(comments.unwrap_or_default());
    content.authors = meta::persons(people.collect());
    content.notes.extend(walker.tracked.into_iter().map(Note::Tracked));
    content.notes.extend(walker.hidden.into_iter().map(Note::Hidden));
    let found = [
        (said, Note::Comments),
        (names.iter().any(|n| n.ends_with("vbaProject.bin")), Note::Macros),
        (starts("word/embeddings/") || starts("word/activeX/"), Note::Embedded),
    ];
    content
        .notes
        .extend(found.into_iter().filter(|(there, _)| *there).map(|(_, note)| note));
    Some(content)
}

/// `<Pages>` of docProps/app.xml: what the last program counted; templates say 1 for everything and are not believed.
fn pages(app: &str) -> Option<u32> {
    let count = app.split("<Pages>").nth(1)?.split('<').next()?.trim().parse().ok()?;
    (count > 1).then_some(count)
}

/// Style id → level of heading.
fn headings(styles: &str) -> BTreeMap<String, u8> {
    let mut found = BTreeMap::new();
    let mut current = String::new();
    xml::walk(styles, |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event {
            match tag.local_name().as_ref() {
                "style" => current = xml::attribute(tag, "styleId").unwrap_or_default(),
                "name" => {
                    if let Some(level) = xml::attribute(tag, "val").and_then(|name| heading_level(&name)) {
                        found.insert(current.clone(), level);
                    }
                }
                "outlineLvl" => {
                    if let Some(level) = xml::attribute(tag, "val").and_then(|v| v.parse::<u8>().ok()).filter(|l| *l < 9) {
                        found.entry(current.clone()).or_insert(level + 1);
                    }
                }
                _ => {}
            }
        }
    });
    found
}

fn heading_level(name: &str) -> Option<u8> {
    let name = name.to_lowercase().replace(' ', "");
    if name == "title" || name == "标题" {
        return Some(0);
    }
    let digits = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?;
    digits.parse().ok().filter(|l| (1..=9).contains(l))
}

/// A table being read.
#[derive(Default)]
struct Table {
    cells: Vec<Cell>,
    row: u32,
    col: u32,
    span: u32,
    /// `Some(true)` where a vertical merge begins, `Some(false)` where it goes on.
    merge: Option<bool>,
    text: Vec<String>,
    number: u32,
}

#[derive(Default)]
struct Walker {
    styles: BTreeMap<String, u8>,
    pieces: Vec<Piece>,
    tables: Vec<Table>,
    table_count: u32,
    paragraph_count: u32,
    /// Paragraphs that are open: text boxes stand inside of paragraphs.
    open: Vec<(String, Option<u8>)>,
    in_text: bool,
    /// Whether the run at hand is struck out, or only the prompt of a control nobody has filled in: nobody says it.
    unsaid: bool,
    /// Controls that are open, and whether each shows its prompt.
    prompts: Vec<bool>,
    /// Depth inside of `mc:Fallback` and `w:moveFrom`, whose text stands elsewhere, too.
    fallback: u32,
    /// A check box of a form field, and whether it is ticked.
    tick: Option<bool>,
    /// Places of tracked changes and of hidden text.
    tracked: Vec<String>,
    hidden: Vec<String>,
    /// Who made the changes.
    people: Vec<String>,
}

/// Places of one kind that are kept of a document.
const MOST_PLACES: usize = 20;

impl Walker {
    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag, false),
            Event::Empty(tag) => self.start(tag, true),
            Event::End(tag) => self.end(tag.local_name().as_ref()),
            Event::Text(text) if self.in_text && self.fallback == 0 => self.push(text),
            Event::CData(text) if self.in_text && self.fallback == 0 => self.push(text),
            Event::GeneralRef(r) if self.in_text && self.fallback == 0 => self.push(&xml::reference(r)),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        if self.unsaid || self.prompts.contains(&true) {
            return;
        }
        if let Some((open, _)) = self.open.last_mut() {
            open.push_str(text);
        }
    }

    fn start(&mut self, tag: &BytesStart<'_>, empty: bool) {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.fallback == 0 {
            self.changed(name, tag);
        }
        if elsewhere(name) && !empty {
            self.fallback += 1;
        }
        if self.fallback > 0 {
            return;
        }
        let on = || xml::attribute(tag, "val").is_none_or(|v| v != "0" && v != "false");
        match name {
            "sym" => {
                let sign = xml::attribute(tag, "char").and_then(|code| symbol(&code));
                self.push(sign.map(String::from).as_deref().unwrap_or_default());
            }
            "r" => self.unsaid = false,
            "strike" | "dstrike" if on() => self.unsaid = true,
            "sdt" if !empty => self.prompts.push(false),
            "showingPlcHdr" if on() => {
                if let Some(prompt) = self.prompts.last_mut() {
                    *prompt = true;
                }
            }
            "checkBox" if !empty => self.tick = Some(false),
            "default" | "checked" if self.tick.is_some() => self.tick = Some(on()),
            "p" if !empty => self.open.push((String::new(), None)),
            "t" => self.in_text = !empty,
            "tab" => self.push(" "),
            "br" | "cr" => self.push("\n"),
            "pStyle" => {
                let level = xml::attribute(tag, "val").and_then(|id| self.styles.get(&id).copied());
                self.set_heading(level);
            }
            "outlineLvl" => self.set_heading(
                xml::attribute(tag, "val")
                    .and_then(|v| v.parse::<u8>().ok())
                    .filter(|l| *l < 9)
                    .map(|l| l + 1),
            ),
            "vanish" if on() => {
                let here = self.here();
                note(&mut self.hidden, here);
            }
            "tbl" if !empty => {
                self.table_count += 1;
                self.tables.push(Table {
                    number: self.table_count,
                    ..Table::default()
                });
            }
            _ => self.start_in_table(name, tag),
        }
    }

    /// Notes a tracked change and who made it.
    fn changed(&mut self, name: &str, tag: &BytesStart<'_>) {
        if matches!(name, "ins" | "del" | "moveFrom" | "moveTo") {
            let here = self.here();
            note(&mut self.tracked, here);
            if let Some(author) = xml::attribute(tag, "author") {
                note(&mut self.people, author);
            }
        }
    }

    /// Where the paragraph or table at hand stands.
    fn here(&self) -> String {
        self.tables.last().map_or_else(
            || format!("第{}段", self.paragraph_count + 1),
            |table| format!("表{}", table.number),
        )
    }

    fn set_heading(&mut self, level: Option<u8>) {
        if let (Some((_, heading)), Some(_)) = (self.open.last_mut(), level) {
            *heading = level;
        }
    }

    fn start_in_table(&mut self, name: &str, tag: &BytesStart<'_>) {
        let Some(table) = self.tables.last_mut() else { return };
        let number = |n: &str| xml::attribute(tag, n).and_then(|v| v.parse::<u32>().ok());
        match name {
            "tr" => table.col = 0,
            "gridBefore" => table.col = number("val").unwrap_or(0).min(64),
            "tc" => {
                table.span = 1;
                table.merge = None;
                table.text.clear();
            }
            "gridSpan" => table.span = number("val").unwrap_or(1).clamp(1, 256),
            "vMerge" => table.merge = Some(xml::attribute(tag, "val").is_some_and(|v| v == "restart")),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if elsewhere(name) {
            self.fallback = self.fallback.saturating_sub(1);
        }
        if self.fallback > 0 {
            return;
        }
        match name {
            "t" => self.in_text = false,
            "r" => self.unsaid = false,
            "sdt" => {
                self.prompts.pop();
            }
            "checkBox" => {
                if let Some(ticked) = self.tick.take() {
                    self.push(if ticked { "☑" } else { "□" });
                }
            }
            "p" => self.end_paragraph(),
            "tc" => {
                if let Some(table) = self.tables.last_mut() {
                    table.end_cell();
                }
            }
            "tr" => {
                if let Some(table) = self.tables.last_mut() {
                    table.row += 1;
                }
            }
            "tbl" => {
                if let Some(table) = self.tables.pop() {
                    self.pieces
                        .push(Piece::Grid(Grid::new(GridPlace::Table(table.number), table.cells)));
                }
            }
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        let Some((text, heading)) = self.open.pop() else { return };
        if text.trim().is_empty() {
            return;
        }
        if let Some(table) = self.tables.last_mut() {
            table.text.push(text);
        } else {
            self.paragraph_count += 1;
            let place = format!("第{}段", self.paragraph_count);
            self.pieces.push(Piece::Paragraph(super::Paragraph { place, text, heading }));
        }
    }
}

/// Elements that say nothing of what stands there now: the older form of a drawing, what was moved away, how text looked
/// before a change, and how it is pronounced.
fn elsewhere(name: &str) -> bool {
    matches!(name, "Fallback" | "moveFrom" | "rPrChange" | "pPrChange" | "rt")
}

fn note(list: &mut Vec<String>, one: String) {
    if list.len() < MOST_PLACES && !list.contains(&one) {
        list.push(one);
    }
}

impl Table {
    fn end_cell(&mut self) {
        let text = self.text.join("\n");
        let (row, col, cols) = (self.row, self.col, self.span.max(1));
        self.col = self.col.saturating_add(cols);
        if self.merge == Some(false) {
            let above = self.cells.iter_mut().rev().find(|c| c.col == col && c.row + c.rows == row);
            if let Some(above) = above {
                above.rows += 1;
                if !text.is_empty() {
                    above.text = if above.text.is_empty() {
                        text
                    } else {
                        format!("{}\n{text}", above.text)
                    };
                }
                return;
            }
        }
        self.cells.push(Cell {
            row,
            col,
            rows: 1,
            cols,
            text,
            uncalculated: false,
        });
    }
}
