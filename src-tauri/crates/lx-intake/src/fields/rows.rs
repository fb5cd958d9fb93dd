//! Institutions as papers list them: in lists, in forms of one each, in lines of text.

use lx_domain::{
    ApplicantRole, FieldId, Profile, Source,
    profile::{ChecklistItem, Requirement},
};

use super::{
    institution::{is_institution, without_marks},
    labels::{Column, Label, label, names_institution},
    opening::Opening,
    value::{clean, is_answer},
};
use crate::{
    grid::{Cell, Grid},
    paper::Paper,
    read::Piece,
    voice::Voice,
};

/// Rows that are looked at as the head of a list.
const HEADER_TRIES: usize = 200;
/// Institutions that one application can have; lists of hundreds are of something else.
pub(super) const MOST_APPLICANTS: usize = 60;

/// Blank rows that a list may have inside.
const MOST_BLANK_ROWS: u32 = 50;

/// One institution as one place lists it.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) values: Vec<(Column, String, Source)>,
    /// What may be said of another institution.
    pub(super) doubted: Vec<(Column, String, Source)>,
    pub(super) origin: Origin,
}

/// Where an institution is named.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Origin {
    /// Which of the papers.
    pub(super) paper: usize,
    pub(super) kind: Kind,
    /// Which list of its paper; absent where it is named alone.
    pub(super) list: Option<usize>,
    /// Whether it is a party to an agreement, not said to apply.
    pub(super) party: bool,
}

/// What a paper can say of who applies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Kind {
    /// The application form, and what it names beside the applicants.
    #[default]
    Form,
    /// The paper on the applicants.
    Applicants,
    /// Nobody knows what it is, or an agreement of the applicants.
    Unknown,
    /// Reports, plans, licences, what is out of date: they speak of anybody.
    Other,
}

impl Row {
    pub(super) fn get(&self, column: Column) -> Option<(&str, &Source)> {
        self.values.iter().find(|(c, _, _)| *c == column).map(|(_, v, s)| (v.as_str(), s))
    }

    pub(super) fn name(&self) -> &str {
        self.get(Column::Name).map_or("", |(name, _)| name)
    }
}

fn kind_of(paper: &Paper<'_>, profile: &Profile) -> Kind {
    const OUTDATED: [&str; 6] = ["旧版", "旧稿", "作废", "草稿", "历史版本", "（旧）"];
    if OUTDATED.iter().any(|word| paper.path.contains(word)) {
        return Kind::Other;
    }
    let Some(item) = paper.item.as_ref().and_then(|id| profile.checklist.iter().find(|i| i.id == *id)) else {
        return Kind::Unknown;
    };
    let asks = |of: &dyn Fn(Label) -> bool| item.looks_for.iter().filter_map(|word| label(word)).any(of);
    if asks(&|at| matches!(at, Label::Field(FieldId::Title, _))) {
        Kind::Form
    } else if asks(&|at| at == Label::Column(Column::Code)) {
        Kind::Applicants
    } else if of_several(item) {
        Kind::Unknown
    } else {
        Kind::Other
    }
}

/// An agreement that only several applicants have names just them.
fn of_several(item: &ChecklistItem) -> bool {
    item.required == Requirement::WhenJoint
}

/// What heads a list of institutions.
struct Head {
    row: u32,
    /// The first row below it.
    body: u32,
    name: u32,
    columns: Vec<(u32, Column)>,
}

/// The row, or the rows, that head a list of institutions: a name, and at least one other property beside it.
fn head(grid: &Grid) -> Option<Head> {
    let mut names = grid
        .cells()
        .filter(|cell| label(&cell.text) == Some(Label::Column(Column::Name)) || names_institution(&cell.text));
    names.by_ref().take(HEADER_TRIES).find_map(|name| head_at(grid, name))
}

fn head_at(grid: &Grid, name: &Cell) -> Option<Head> {
    let body = name.row.saturating_add(name.rows);
    let mut columns = vec![(name.col, Column::Name)];
    for row in name.row..body {
        columns.extend(grid.row(row).filter(|cell| cell.col != name.col).filter_map(|cell| {
            let below = grid.below(cell).and_then(|below| column_of(&below.text));
            column_of(&cell.text).filter(|_| below.is_none()).map(|column| (cell.col, column))
        }));
    }
    let text_at = |cell: Option<&Cell>| cell.is_some_and(|c| is_institution(&without_marks(&clean(&c.text))));
    let below = grid.at(body, name.col);
    // Two labels may stand in one row of a form with their values between them; side by side they head columns.
    let beside = column_of(&name.text).is_some() && side_by_side(grid, name.row) && below.is_none_or(|b| column_of(&b.text).is_none());
    let above = text_at(below) && !text_at(grid.right_of(name));
    (columns.len() >= 2 && (beside || above)).then_some(Head {
        row: name.row,
        body,
        name: name.col,
        columns,
    })
}

fn column_of(text: &str) -> Option<Column> {
    match label(text) {
        Some(Label::Column(column)) => Some(column),
        _ => None,
    }
}

fn side_by_side(grid: &Grid, row: u32) -> bool {
    let heads = |cell: &Cell| column_of(&cell.text).is_some();
    grid.row(row).any(|cell| heads(cell) && grid.right_of(cell).is_some_and(heads))
}

/// Every institution that any paper names under a label of its own; samples only where no paper does.
pub(super) fn rows(papers: &[Paper<'_>], profile: &Profile) -> Vec<Row> {
    let own = rows_in(papers, Voice::Own, profile);
    if own.is_empty() {
        rows_in(papers, Voice::Aside, profile)
    } else {
        own
    }
}

/// Those of which something more is said: a name alone is no listing.
pub(super) fn listed(mut rows: Vec<Row>) -> Vec<Row> {
    rows.retain(|row| row.values.len().saturating_add(row.doubted.len()) >= 2);
    rows
}

fn rows_in(papers: &[Paper<'_>], voice: Voice, profile: &Profile) -> Vec<Row> {
    let mut found = Vec::new();
    for (number, paper) in papers.iter().enumerate() {
        let origin = Origin {
            paper: number,
            kind: kind_of(paper, profile),
            ..Origin::default()
        };
        let mut opening = Opening::new(paper.path, origin);
        let mut lists: usize = 0;
        for piece in paper.pieces_of(voice) {
            match piece {
                Piece::Grid(grid) => {
                    opening.apart();
                    match head(grid) {
                        Some(head) => {
                            let list = Some(lists);
                            lists = lists.saturating_add(1);
                            found.extend(below_head(grid, &head, paper.path, Origin { list, ..origin }).0);
                        }
                        None => opening.grid(grid),
                    }
                    opening.apart();
                }
                Piece::Paragraph(p) => opening.text(&p.text, &p.place),
            }
        }
        found.extend(opening.finish());
    }
    found.retain(|row| !row.name().is_empty());
    found.truncate(MOST_APPLICANTS * 4);
    found
}

/// The rows of a grid that are a list of institutions, its head included.
pub(super) fn list_rows(grid: &Grid) -> Option<std::ops::Range<u32>> {
    let head = head(grid)?;
    Some(head.row..below_head(grid, &head, "", Origin::default()).1)
}

/// The institutions below a head, and the row behind the last of them.
fn below_head(grid: &Grid, head: &Head, path: &str, origin: Origin) -> (Vec<Row>, u32) {
    let mut found: Vec<Row> = Vec::new();
    let mut end = head.body;
    let mut group: Option<(Column, String, Source)> = None;
    for line in head.body..=grid.last_row() {
        if let Some(role) = group_role(grid, head, line, path) {
            group = Some(role);
            continue;
        }
        let mut row = row_at(grid, head, line, path, origin);
        let blank = row.name().is_empty();
        if !blank && plausible_name(row.name()) && found.len() < MOST_APPLICANTS {
            if row.get(Column::Role).is_none() {
                row.values.extend(group.clone());
            }
            found.push(row);
            end = line.saturating_add(1);
        } else if !blank || line.saturating_sub(end) >= MOST_BLANK_ROWS {
            break;
        }
    }
    (found, end)
}

/// A row that is one cell and says which role those below it have: 一、牵头单位.
fn group_role(grid: &Grid, head: &Head, line: u32, path: &str) -> Option<(Column, String, Source)> {
    let mut cells = grid.row(line).filter(|cell| !cell.text.trim().is_empty());
    let cell = cells.next().filter(|_| cells.next().is_none())?;
    let one = !is_institution(&cell.text) && (cell.cols > 1 || cell.col != head.name);
    (one && role_of(&cell.text).is_some()).then(|| (Column::Role, clean(&cell.text), source_of(grid, cell, path)))
}

fn row_at(grid: &Grid, head: &Head, line: u32, path: &str, origin: Origin) -> Row {
    let mut row = Row { origin, ..Row::default() };
    let mut marked = None;
    for (col, column) in &head.columns {
        let Some(cell) = grid.at(line, *col) else { continue };
        let value = clean(&cell.text);
        let source = || source_of(grid, cell, path);
        if *column == Column::Name {
            let name = without_marks(&value);
            // 甲公司（牵头单位）
            marked = Some((Column::Role, value.replace(&name, ""), source()));
            if !name.is_empty() {
                row.values.push((Column::Name, name, source()));
            }
        } else if !value.is_empty() {
            row.values.push((*column, value, source()));
        }
    }
    if row.get(Column::Role).is_none() {
        row.values.extend(marked.filter(|(_, note, _)| role_of(note).is_some()));
    }
    row
}

fn source_of(grid: &Grid, cell: &Cell, path: &str) -> Source {
    Source {
        document: path.to_owned(),
        place: grid.place(cell.row, cell.col),
    }
}

fn plausible_name(name: &str) -> bool {
    (4..=60).contains(&name.chars().count())
        && label(name).is_none()
        && is_answer(name)
        && !name.starts_with("合计")
        && !name.starts_with('注')
        && !name.contains('：')
}

/// Which role a word gives: none where somebody only helps the one that leads, or does not.
pub(super) fn role_of(text: &str) -> Option<ApplicantRole> {
    let says = |words: &[&str]| words.iter().any(|w| text.contains(w));
    if says(&["牵头", "主申报"]) {
        let other = says(&["非牵头", "不牵头", "协助", "配合", "协同"]);
        (!other).then_some(ApplicantRole::Lead)
    } else {
        says(&["联合", "参与", "合作", "成员"]).then_some(ApplicantRole::Joint)
    }
}
