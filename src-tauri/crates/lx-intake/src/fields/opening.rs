//! Institutions that forms and lines of text name one by one, with what they say of each.

use std::collections::BTreeSet;

use lx_domain::{FieldId, Source};

use super::{
    beside::{institution_of, value_of},
    choice::has_marks,
    institution::{is_institution, names_of, same_institution, split_names, without_marks},
    labels::{Column, Label, label, one_of_joint},
    lines::in_line,
    rows::{Origin, Row},
    value::{clean, is_answer},
};
use crate::grid::{Cell, Grid};

/// An institution of which something may follow.
struct Held {
    row: Row,
    /// Where in its line or row the label stood.
    col: u32,
}

/// The institutions of one paper, as they are opened one after the other.
pub(super) struct Opening<'p> {
    path: &'p str,
    origin: Origin,
    found: Vec<Row>,
    /// Several, where one line names several beside each other.
    held: Vec<Held>,
    /// Whether what follows may be about another institution.
    doubted: bool,
    line: u32,
    /// The line that names those that are held.
    named_in: u32,
    /// What is stated before any name.
    before: Vec<(Column, String, Source)>,
    /// Whether an institution stands where no known label asks for it.
    strangers: bool,
}

/// What a line says.
enum Said {
    Pair(Label, String),
    /// 乙方：甲公司.
    Party(String),
    Stranger(String),
}

/// Where a label stands: in which column, and in which columns of its line the same is asked.
struct At<'a> {
    col: u32,
    same: &'a [u32],
}

impl<'p> Opening<'p> {
    pub(super) const fn new(path: &'p str, origin: Origin) -> Self {
        Self {
            path,
            origin,
            found: Vec::new(),
            held: Vec::new(),
            doubted: false,
            line: 0,
            named_in: 0,
            before: Vec::new(),
            strangers: false,
        }
    }

    /// Whatever comes now stands apart from what came before.
    pub(super) const fn apart(&mut self) {
        self.doubted = true;
    }

    /// Everything that was named. What the only institution of a paper is stated to have may stand above its name.
    pub(super) fn finish(mut self) -> Vec<Row> {
        self.flush();
        let names: BTreeSet<&str> = self.found.iter().filter_map(|row| Some(row.get(Column::Name)?.0)).collect();
        let alone = names.len() == 1 && !self.strangers;
        if let Some(row) = self.found.first_mut().filter(|_| alone) {
            for (column, value, source) in &self.before {
                let once = self.before.iter().filter(|(c, ..)| c == column).count() == 1;
                if once && row.get(*column).is_none() {
                    row.values.push((*column, value.clone(), source.clone()));
                }
            }
        }
        self.found
    }

    fn flush(&mut self) {
        self.found.extend(self.held.drain(..).map(|held| held.row));
    }

    /// Forms with the label left of its value: a name opens an institution.
    pub(super) fn grid(&mut self, grid: &Grid) {
        let mut values: BTreeSet<(u32, u32)> = BTreeSet::new();
        let mut row = None;
        for cell in grid.cells() {
            if row != Some(cell.row) {
                row = Some(cell.row);
                self.line = self.line.saturating_add(1);
            }
            let at = label(&cell.text).or_else(|| one_of_joint(&cell.text).then_some(Label::Field(FieldId::Joint, true)));
            let Some(at) = at else {
                self.unlabelled(grid, cell, values.contains(&(cell.row, cell.col)));
                continue;
            };
            let value = match at {
                Label::Field(FieldId::Lead | FieldId::Joint, _) => institution_of(grid, cell),
                _ => value_of(grid, cell),
            };
            let Some((value, _)) = value else { continue };
            values.insert((value.row, value.col));
            // An option whose box stands in the next cell.
            if matches!(at, Label::Column(_)) && grid.right_of(value).is_some_and(|next| has_marks(&next.text)) {
                continue;
            }
            let source = self.source(grid.place(value.row, value.col));
            let same: Vec<u32> = grid.row(cell.row).filter(|c| label(&c.text) == Some(at)).map(|c| c.col).collect();
            let place = At {
                col: cell.col,
                same: &same,
            };
            self.pair(at, clean(&value.text), source, &place);
        }
    }

    fn unlabelled(&mut self, grid: &Grid, cell: &Cell, is_value: bool) {
        let text = clean(&cell.text);
        if is_institution(&text) && !text.contains(['：', ':']) {
            let beside = cell.col.checked_sub(1).and_then(|left| grid.at(cell.row, left));
            if !is_value && !beside.is_some_and(|label| is_of_another(&label.text)) {
                self.stranger(&text);
            }
        } else {
            self.lines(&cell.text, &grid.place(cell.row, cell.col), is_value);
        }
    }

    /// The properties that the lines of a text state; where one of them is the only name, it is read first.
    pub(super) fn text(&mut self, text: &str, place: &str) {
        self.lines(text, place, false);
    }

    /// `asked`: whether a label asks for this text, so that no institution in it is a stranger.
    fn lines(&mut self, text: &str, place: &str, asked: bool) {
        let mut said: Vec<(u32, u32, Vec<u32>, Said)> = Vec::new();
        for (number, line) in (0_u32..).zip(text.lines()) {
            let pairs = in_line(line);
            if pairs.is_empty() && !asked {
                said.extend(unasked(line).map(|one| (number, 0, Vec::new(), one)));
            }
            let labels: Vec<Label> = pairs.iter().map(|(at, _)| *at).collect();
            for (col, (at, value)) in (0_u32..).zip(pairs) {
                let same = (0_u32..).zip(&labels).filter(|(_, other)| **other == at).map(|(n, _)| n).collect();
                said.push((number, col, same, Said::Pair(at, value)));
            }
        }
        let is_name = |one: &Said| matches!(one, Said::Pair(at, value) if names(*at, value));
        let others = said.iter().any(|(.., one)| matches!(one, Said::Party(_) | Said::Stranger(_)));
        if !others && said.iter().filter(|(.., one)| is_name(one)).count() == 1 {
            said.sort_by_key(|(.., one)| !is_name(one));
        }
        let first = self.line.saturating_add(1);
        for (number, col, same, one) in said {
            self.line = first.saturating_add(number);
            let source = self.source(place.to_owned());
            match one {
                Said::Pair(at, value) => self.pair(at, value, source, &At { col, same: &same }),
                Said::Party(name) => self.party(name, source),
                Said::Stranger(name) => self.stranger(&name),
            }
        }
    }

    fn source(&self, place: String) -> Source {
        Source {
            document: self.path.to_owned(),
            place,
        }
    }

    fn pair(&mut self, at: Label, value: String, source: Source, place: &At<'_>) {
        match at {
            _ if !is_answer(&value) => {}
            _ if names(at, &value) => self.name(without_marks(&value), source, place.col),
            Label::Field(FieldId::Lead | FieldId::Joint, certain) => {
                let name = without_marks(&value);
                let listed = names_of(&name).list;
                if is_institution(&name) && listed.len() == 1 {
                    self.name(name, source, place.col);
                } else if certain && !listed.is_empty() {
                    self.flush();
                }
            }
            Label::Column(column) if column != Column::Name && !value.is_empty() => self.property(column, value, source, place),
            Label::Column(_) | Label::Field(..) | Label::Other => {}
        }
    }

    /// What follows is about the institution of this name.
    fn name(&mut self, name: String, source: Source, col: u32) {
        let known = self.held.iter().any(|held| called(&held.row, &name));
        if known && (self.held.len() == 1 || self.named_in == self.line) {
            self.doubted = false;
            return;
        }
        if self.named_in != self.line {
            self.flush();
        }
        self.doubted = false;
        self.named_in = self.line;
        if is_institution(&name) {
            let row = Row {
                values: vec![(Column::Name, name, source)],
                doubted: Vec::new(),
                origin: self.origin,
            };
            self.held.push(Held { row, col });
        }
    }

    /// A party to an agreement. Nothing says that it applies.
    fn party(&mut self, name: String, source: Source) {
        if self.held.iter().any(|held| called(&held.row, &name)) {
            return;
        }
        self.flush();
        self.name(name, source, 0);
        for held in &mut self.held {
            held.row.origin.party = true;
        }
    }

    /// Another institution stands between: what follows may be about it.
    fn stranger(&mut self, name: &str) {
        let name = without_marks(name);
        if !self.held.iter().any(|held| called(&held.row, &name)) {
            self.doubted = true;
            self.strangers = true;
        }
    }

    /// Of several institutions beside each other, a property is of the one that it stands below, if each has one.
    fn property(&mut self, column: Column, value: String, source: Source, place: &At<'_>) {
        let several = self.held.len() > 1;
        let each = self.held.iter().all(|held| place.same.contains(&held.col));
        let doubted = self.doubted || (several && !each);
        let Some(held) = self.held.iter_mut().find(|held| !several || held.col == place.col) else {
            if !several {
                self.before.push((column, value, source));
            }
            return;
        };
        let values = if doubted { &mut held.row.doubted } else { &mut held.row.values };
        if !values.iter().any(|(c, ..)| *c == column) {
            values.push((column, value, source));
        }
    }
}

/// Whether a label with this value names an institution of its own.
fn names(at: Label, value: &str) -> bool {
    match at {
        Label::Column(Column::Name) => true,
        // 名称 of a licence.
        Label::Field(FieldId::Title, false) => is_institution(value) && split_names(value).len() == 1,
        _ => false,
    }
}

fn called(row: &Row, name: &str) -> bool {
    row.get(Column::Name).is_some_and(|(own, _)| same_institution(own, name))
}

/// An institution that a line names without a known label.
fn unasked(line: &str) -> Option<Said> {
    let line = clean(line);
    let Some((before, name)) = line.split_once(['：', ':']) else {
        return is_institution(&line).then_some(Said::Stranger(line));
    };
    let name = without_marks(&clean(name));
    if !is_institution(&name) || is_of_another(before) {
        return None;
    }
    let party = ["甲方", "乙方", "丙方", "丁方", "戊方"]
        .iter()
        .any(|p| before.trim().starts_with(p));
    Some(if party { Said::Party(name) } else { Said::Stranger(name) })
}

/// Whether a label asks for an institution that stands behind another one, which the form goes on to describe.
fn is_of_another(label: &str) -> bool {
    let label = crate::classify::squeeze(label);
    let label = label.trim_end_matches([':', '*']);
    ["股东", "控制人", "开户行", "开户银行", "母公司", "主管单位", "上级单位"]
        .iter()
        .any(|end| label.ends_with(end))
}
