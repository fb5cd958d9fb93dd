//! One finder of labels for every grid and paragraph.

use std::collections::BTreeSet;

use lx_domain::{FieldId, ItemId, Source};

use super::{
    Hit,
    beside::{Answer, answer_of, institution_of, value_of},
    inner,
    institution::{is_institution, split_names},
    labels::{Column, Label, label, names_applicant, names_institution, one_of_joint, plain, unit},
    lines::before_labels,
    lists::{List, lists},
    rows::list_rows,
    running::{go_on_below, in_text},
    value::{clean, hit},
};
use crate::{
    grid::{Cell, Grid},
    paper::Paper,
    read::Piece,
    voice::Voice,
};

/// Rows above a telephone number in which the person is named whose it is.
const PERSON_NEAR: usize = 4;

/// Which labels are gone by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Labels {
    /// All: the application form asks with whatever words it has.
    All,
    /// Those that can mean nothing else: elsewhere 名称, 类型 and 负责人 head tables of anything.
    Telling,
    /// The others.
    Likely,
}

impl Labels {
    pub(super) fn count(self, telling: bool) -> bool {
        self == Self::All || (self == Self::Telling) == telling
    }
}

/// How a paper is searched.
#[derive(Debug, Clone, Copy)]
pub(super) struct Search {
    pub(super) labels: Labels,
    /// Whether a mere 日期 is that of the application: 日期 of a letter of commitment is the day on which it was signed.
    pub(super) dated: bool,
}

/// The item of the application form, where a paper answers it.
fn filed<'f>(papers: &[Paper<'_>], form: Option<&'f ItemId>) -> Option<&'f ItemId> {
    form.filter(|form| papers.iter().any(|p| p.item.as_ref() == Some(*form)))
}

/// Every field that any paper states in this voice. `form` is the item that the application form answers.
pub(crate) fn hits(papers: &[Paper<'_>], voice: Voice, form: Option<&ItemId>) -> Vec<Hit> {
    let filed = filed(papers, form);
    let found = papers.iter().map(|paper| {
        let in_form = paper.item.as_ref() == filed;
        let labels = if in_form || filed.is_none() { Labels::All } else { Labels::Telling };
        let search = Search { labels, dated: in_form };
        let mut hits = in_paper(paper, voice, search);
        // Without a form a contract or a list of prizes answers like one; a paper that came alone is the application.
        let told = filed.is_some() || papers.len() == 1;
        hits.iter_mut().for_each(|hit| hit.sure &= told);
        hits
    });
    found.flatten().collect()
}

/// What papers beside the application form seem to state under labels that may mean something else. Never certain.
pub(crate) fn likely(papers: &[Paper<'_>], form: Option<&ItemId>) -> Vec<Hit> {
    let filed = filed(papers, form);
    let others = papers.iter().filter(|p| filed.is_some() && p.item.as_ref() != filed);
    let search = Search {
        labels: Labels::Likely,
        dated: false,
    };
    let found = others.flat_map(|paper| in_paper(paper, Voice::Own, search));
    found.map(|hit| Hit { sure: false, ..hit }).collect()
}

fn in_paper(paper: &Paper<'_>, voice: Voice, search: Search) -> Vec<Hit> {
    let mut own = Vec::new();
    let mut joint = Vec::new();
    let mut blank = BTreeSet::new();
    let mut pieces = paper.pieces_of(voice).peekable();
    while let Some(piece) = pieces.next() {
        match piece {
            Piece::Grid(grid) => {
                in_grid(grid, paper.path, search, &mut own, &mut joint);
                blank.extend(left_open(grid));
            }
            Piece::Paragraph(p) => {
                let page = is_page(&p.place);
                let at = Source {
                    document: paper.path.to_owned(),
                    place: p.place.clone(),
                };
                let before = own.len();
                in_text(&p.text, page, search, &at, &mut own);
                if let Some(Piece::Paragraph(next)) = pieces.peek().filter(|_| !page) {
                    go_on_below(&p.text, &next.text, own.get_mut(before..).unwrap_or_default());
                }
                joint.extend(p.text.lines().filter_map(one_joint).map(|value| (value, at.clone())));
            }
        }
    }
    let sure = !joint.iter().any(|(_, at)| paper.is_doubtful(&at.place));
    own.extend(together(joint).map(|hit| Hit {
        sure: hit.sure && sure,
        ..hit
    }));
    for hit in &mut own {
        // Where the form asks and nobody answered, an annex or the office's own contact may seem to.
        let open = blank.contains(&hit.id);
        hit.sure &= voice == Voice::Own && !open && !paper.is_doubtful(&hit.source.place);
    }
    one_list(own)
}

/// Whether a place is a page, whose lines are those of the paper and not of the writer.
fn is_page(place: &str) -> bool {
    place.starts_with('第') && place.ends_with('页')
}

/// Whether a label asks for the date of some other paper than the application.
pub(super) fn is_of_a_letter(label: Label, dated: bool) -> bool {
    label == Label::Field(FieldId::Date, false) && !dated
}

fn in_grid(grid: &Grid, path: &str, search: Search, found: &mut Vec<Hit>, joint: &mut Vec<(String, Source)>) {
    let institutions = list_rows(grid);
    let lists = lists(grid);
    found.extend(lists.iter().filter_map(|list| joint_column(grid, list, path)));
    for cell in grid.cells() {
        let listed = institutions.iter().chain(lists.iter().map(|l| &l.rows));
        if listed.into_iter().any(|rows| rows.contains(&cell.row)) {
            continue;
        }
        let source = |cell: &Cell| Source {
            document: path.to_owned(),
            place: grid.place(cell.row, cell.col),
        };
        match label(&cell.text) {
            Some(of) if is_of_a_letter(of, search.dated) => {}
            Some(Label::Field(_, certain)) if !search.labels.count(certain) => {}
            Some(Label::Field(id, certain)) => {
                let parts = inner::parts(grid, cell).filter(|_| id == FieldId::Scale);
                if let Some((first, text)) = parts {
                    found.extend(hit(id, &text, false, path, &grid.place(first.row, first.col)));
                } else if let Some(answer) = answer_for(grid, cell, id) {
                    found.extend(answered(grid, cell, (id, certain), &answer, path));
                }
            }
            Some(Label::Column(Column::Name)) if names_applicant(&plain(&cell.text)) => {
                let named = value_of(grid, cell).filter(|(value, _)| is_institution(&value.text));
                found.extend(
                    named
                        .into_iter()
                        .flat_map(|(value, _)| hit(FieldId::Lead, &value.text, false, path, &grid.place(value.row, value.col))),
                );
            }
            Some(Label::Column(_) | Label::Other) => {}
            None if one_of_joint(&cell.text) => {
                joint.extend(institution_of(grid, cell).map(|(value, _)| (clean(&value.text), source(value))));
            }
            None => {
                in_text(&cell.text, false, search, &source(cell), found);
                joint.extend(cell.text.lines().filter_map(one_joint).map(|value| (value, source(cell))));
            }
        }
    }
}

/// The fields that a table asks for with an empty cell beside the label.
fn left_open(grid: &Grid) -> impl Iterator<Item = FieldId> {
    grid.cells().filter_map(|cell| match label(&cell.text) {
        Some(Label::Field(id, _)) => {
            let open = grid
                .right_of(cell)
                .is_some_and(|right| right.text.trim().is_empty() && !right.uncalculated);
            (open && answer_for(grid, cell, id).is_none()).then_some(id)
        }
        _ => None,
    })
}

/// What the answer to a label says; of several cells together nobody knows which are it.
fn answered(grid: &Grid, asking: &Cell, (id, certain): (FieldId, bool), answer: &Answer<'_>, path: &str) -> Vec<Hit> {
    let Some(first) = answer.cells.first() else { return Vec::new() };
    let place = grid.place(first.row, first.col);
    let own = |cell: &Cell| {
        let whole = id == FieldId::Scale && inner::labelled(&cell.text);
        let own = if whole { &cell.text } else { before_labels(&cell.text) };
        with_unit(own, &asking.text, grid.right_of(cell))
    };
    if let [only] = answer.cells.as_slice() {
        return hit(id, &own(only), certain && answer.sure, path, &place);
    }
    let parts: Vec<String> = answer.cells.iter().map(|c| clean(&own(c))).collect();
    let joint = if id == FieldId::Joint { "、" } else { " " };
    hit(id, &parts.join(joint), false, path, &place)
}

/// The answer to a field's label.
fn answer_for<'g>(grid: &'g Grid, cell: &Cell, id: FieldId) -> Option<Answer<'g>> {
    if let Some(part) = grid.right_of(cell).filter(|r| asks_for_itself(id, &r.text)) {
        return answer_of(grid, part).or_else(|| answer_of(grid, cell));
    }
    if matches!(id, FieldId::Contact | FieldId::Phone | FieldId::Owner) && is_of_joint(grid, cell) {
        return answer_of(grid, cell).map(|answer| doubted(answer, true));
    }
    match id {
        FieldId::Phone => {
            of_contact(grid, cell).unwrap_or_else(|| answer_of(grid, cell).map(|answer| doubted(answer, is_of_another(grid, cell))))
        }
        _ => answer_of(grid, cell),
    }
}

fn doubted(answer: Answer<'_>, doubtful: bool) -> Answer<'_> {
    Answer {
        sure: answer.sure && !doubtful,
        ..answer
    }
}

/// Whether a label stands in the part of a form that is about a joint applicant.
fn is_of_joint(grid: &Grid, cell: &Cell) -> bool {
    let mut left = (0..cell.col).rev().filter_map(|col| grid.at(cell.row, col));
    left.any(|c| c.rows > 1 && (one_of_joint(&c.text) || matches!(label(&c.text), Some(Label::Field(FieldId::Joint, _)))))
}

/// Whether a text behind a label asks once more for the same: 项目负责人 | 姓名 | …
fn asks_for_itself(id: FieldId, text: &str) -> bool {
    let text = plain(text);
    match id {
        FieldId::Lead | FieldId::Joint => names_institution(&text),
        FieldId::Owner | FieldId::Contact => matches!(text.as_str(), "姓名" | "名字"),
        FieldId::Title => matches!(text.as_str(), "中文名称" | "中文" | "名称" | "全称"),
        _ => false,
    }
}

/// Whether the person named last before a telephone number is another one than the contact: in the same row, or where the grid
/// names a contact elsewhere.
fn is_of_another(grid: &Grid, cell: &Cell) -> bool {
    let before = (0..=cell.row).rev().take(PERSON_NEAR).find_map(|row| {
        let line: Vec<&Cell> = grid.row(row).filter(|c| (c.row, c.col) < (cell.row, cell.col)).collect();
        line.into_iter().rev().find_map(|c| names_person(&c.text).map(|who| (who, row)))
    });
    let contact = || grid.cells().any(|c| names_person(&c.text) == Some(true));
    before.is_some_and(|(is_contact, row)| !is_contact && (row == cell.row || contact()))
}

/// Whether a label names the contact, or somebody else.
fn names_person(text: &str) -> Option<bool> {
    match label(text) {
        Some(Label::Field(FieldId::Contact, _)) => Some(true),
        Some(Label::Field(FieldId::Owner, _)) => Some(false),
        _ => {
            let text = plain(text);
            let short = text.chars().count() <= 12;
            let other = ["法定代表人", "法人代表", "负责人", "董事长", "总经理"];
            (short && other.iter().any(|who| text.contains(who))).then_some(false)
        }
    }
}

/// Where a label heads a column of which every row is about somebody, what the row of the contact says.
fn of_contact<'g>(grid: &'g Grid, head: &Cell) -> Option<Option<Answer<'g>>> {
    let first = grid.below(head)?;
    let about = |row: u32| grid.row(row).next().filter(|c| c.col < head.col).and_then(|c| label(&c.text));
    let people = |at: Option<Label>| matches!(at, Some(Label::Field(FieldId::Owner | FieldId::Contact, _)));
    if !people(about(first.row)) || grid.right_of(head).is_some_and(|r| r.row == head.row && label(&r.text).is_none()) {
        return None;
    }
    let rows = first.row..=grid.last_row();
    let mut of = rows.take_while(|row| people(about(*row)));
    let contact = of.find(|row| matches!(about(*row), Some(Label::Field(FieldId::Contact, _))));
    let number = contact.and_then(|row| grid.at(row, head.col));
    Some(number.map(|cell| Answer {
        cells: vec![cell],
        sure: true,
    }))
}

/// The joint applicants that a list names one below the other.
fn joint_column(grid: &Grid, list: &List, path: &str) -> Option<Hit> {
    let head = grid
        .row(list.head)
        .find(|c| matches!(label(&c.text), Some(Label::Field(FieldId::Joint, true))))?;
    let cells: Vec<&Cell> = list.entries.iter().filter_map(|row| grid.at(*row, head.col)).collect();
    let names: Vec<String> = cells.iter().map(|c| clean(&c.text)).filter(|n| !n.is_empty()).collect();
    if names.is_empty() || !names.iter().all(|n| is_institution(n)) {
        return None;
    }
    let first = cells.first()?;
    let place = grid.place(first.row, first.col);
    hit(FieldId::Joint, &names.join("、"), false, path, &place).into_iter().next()
}

/// A number with the unit that its label states, or the cell behind it, where it states none itself: 约1,200, 12～18.
fn with_unit(value: &str, label: &str, behind: Option<&Cell>) -> String {
    let value = value.trim();
    let frame = |c: char| c.is_ascii_digit() || c.is_whitespace() || ".,，~～-－—–至到约人民币¥￥不超过".contains(c);
    let bare = value.contains(|c: char| c.is_ascii_digit()) && value.chars().all(frame);
    let stated = || unit(label).or_else(|| behind.and_then(|b| unit(&format!("({})", b.text.trim()))));
    match bare.then(stated).flatten() {
        Some(unit) => format!("{value}{unit}"),
        None => value.to_owned(),
    }
}

/// The value of `联合单位1：…`.
fn one_joint(line: &str) -> Option<String> {
    let (before, value) = line.split_once(['：', ':'])?;
    one_of_joint(before).then(|| clean(value)).filter(|v| !v.is_empty())
}

/// The joint applicants of numbered labels as one value.
fn together(several: Vec<(String, Source)>) -> Option<Hit> {
    let first = several.first()?.1.clone();
    let names: Vec<String> = several.iter().flat_map(|(value, _)| split_names(value)).collect();
    let value = names.join("、");
    hit(FieldId::Joint, &value, true, &first.document, &first.place).into_iter().next()
}

/// A form may have a line for each joint applicant; together they are one value. A list and a part of it are two claims.
fn one_list(hits: Vec<Hit>) -> Vec<Hit> {
    let (joint, mut rest): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(|h| h.id == FieldId::Joint);
    let mut seen = BTreeSet::new();
    let apart = joint.iter().flat_map(|h| split_names(&h.value)).all(|name| seen.insert(name));
    // 无 beside a name is another claim, and so is what another sheet says.
    let named = joint.iter().all(|h| !split_names(&h.value).is_empty());
    let sheets: BTreeSet<Option<&str>> = joint
        .iter()
        .map(|h| h.source.place.split_once('!').map(|(sheet, _)| sheet))
        .collect();
    match (apart && named && sheets.len() == 1 && joint.len() > 1, joint.first()) {
        (true, Some(first)) => {
            let value = joint.iter().flat_map(|h| split_names(&h.value)).collect::<Vec<_>>().join("、");
            rest.push(Hit {
                value,
                sure: joint.iter().all(|h| h.sure),
                ..first.clone()
            });
        }
        _ => rest.extend(joint),
    }
    rest
}
