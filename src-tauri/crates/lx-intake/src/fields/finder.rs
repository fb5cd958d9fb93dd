//! One finder of labels for every grid and paragraph.

use std::collections::BTreeSet;

use lx_domain::{FieldId, ItemId, Source};

use super::{
    Hit,
    beside::{institution_of, value_of},
    inner,
    institution::{is_institution, split_names},
    labels::{Column, Label, label, names_applicant, one_of_joint, plain, unit},
    lines::{before_labels, in_columns, in_line},
    lists::{List, lists},
    rows::list_rows,
    value::{clean, hit},
};
use crate::{
    grid::{Cell, Grid},
    paper::Paper,
    read::Piece,
    voice::Voice,
};

/// Every field that any paper states in this voice. `form` is the item that the application form answers.
pub(crate) fn hits(papers: &[Paper<'_>], voice: Voice, form: Option<&ItemId>) -> Vec<Hit> {
    let mut found = Vec::new();
    let filed = form.filter(|form| papers.iter().any(|p| p.item.as_ref() == Some(*form)));
    for paper in papers {
        // 日期 of a letter of commitment is the day on which it was signed.
        let dated = paper.item.as_ref() == filed;
        let mut own = Vec::new();
        let mut joint = Vec::new();
        for piece in paper.pieces_of(voice) {
            match piece {
                Piece::Grid(grid) => in_grid(grid, paper.path, dated, &mut own, &mut joint),
                Piece::Paragraph(p) => {
                    let page = is_page(&p.place);
                    let at = Source {
                        document: paper.path.to_owned(),
                        place: p.place.clone(),
                    };
                    in_text(&p.text, page, dated, &at, &mut own);
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
            hit.sure &= voice == Voice::Own && !paper.is_doubtful(&hit.source.place);
        }
        found.extend(one_list(own));
    }
    found
}

/// Whether a place is a page, whose lines are those of the paper and not of the writer.
fn is_page(place: &str) -> bool {
    place.starts_with('第') && place.ends_with('页')
}

/// `label：value` pairs of a text. Where the lines are those of a page, a value at the end of a full line may go on in the
/// next one: it is joined and no longer certain. `dated`: whether a mere 日期 is that of the application.
fn in_text(text: &str, page: bool, dated: bool, at: &Source, found: &mut Vec<Hit>) {
    let lines: Vec<&str> = text.lines().collect();
    let widest = lines.iter().map(|l| l.trim().chars().count()).max().unwrap_or(0);
    for (number, line) in lines.iter().enumerate() {
        let pairs = in_line(line);
        let last = pairs.len();
        for (index, (label_of, value)) in pairs.into_iter().enumerate() {
            let Label::Field(id, sure) = label_of else { continue };
            if is_of_a_letter(label_of, dated) {
                continue;
            }
            let full = line.trim().chars().count().saturating_mul(5) >= widest.saturating_mul(4);
            let next = lines.get(number.saturating_add(1)).map(|l| l.trim());
            let goes_on = next.filter(|n| page && full && index.saturating_add(1) == last && continues(n));
            match goes_on {
                _ if id == FieldId::Scale && value.is_empty() => {
                    let below = lines.iter().skip(number.saturating_add(1)).map(|l| l.trim());
                    let parts: Vec<&str> = below.take_while(|l| inner::labelled(l) && inner::numbered(l)).collect();
                    found.extend(hit(id, &parts.join("\n"), sure && !page, &at.document, &at.place));
                }
                Some(rest) if !value.is_empty() => {
                    found.extend(hit(id, &format!("{value}{rest}"), false, &at.document, &at.place));
                }
                _ => found.extend(hit(id, &value, sure, &at.document, &at.place)),
            }
        }
    }
}

/// Whether a line can be the rest of the value before it.
fn continues(line: &str) -> bool {
    let numbered = |c: char| c.is_ascii_digit() || "一二三四五六七八九十（(①②③④⑤".contains(c);
    !line.is_empty() && in_line(line).is_empty() && label(line).is_none() && !line.starts_with(numbered) && in_columns(line).is_empty()
}

/// Whether a label asks for the date of some other paper than the application.
fn is_of_a_letter(label: Label, dated: bool) -> bool {
    label == Label::Field(FieldId::Date, false) && !dated
}

fn in_grid(grid: &Grid, path: &str, dated: bool, found: &mut Vec<Hit>, joint: &mut Vec<(String, Source)>) {
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
            Some(of) if is_of_a_letter(of, dated) => {}
            Some(Label::Field(id, certain)) => {
                let parts = inner::parts(grid, cell).filter(|_| id == FieldId::Scale);
                if let Some((first, text)) = parts {
                    found.extend(hit(id, &text, false, path, &grid.place(first.row, first.col)));
                } else if let Some((value, beside)) = value_for(grid, cell, id) {
                    let whole = id == FieldId::Scale && inner::labelled(&value.text);
                    let own = if whole { &value.text } else { before_labels(&value.text) };
                    let text = with_unit(own, &cell.text, grid.right_of(value));
                    found.extend(hit(id, &text, certain && beside, path, &grid.place(value.row, value.col)));
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
                in_text(&cell.text, false, dated, &source(cell), found);
                joint.extend(cell.text.lines().filter_map(one_joint).map(|value| (value, source(cell))));
            }
        }
    }
}

/// The value of a field's label.
fn value_for<'g>(grid: &'g Grid, cell: &Cell, id: FieldId) -> Option<(&'g Cell, bool)> {
    match id {
        FieldId::Lead | FieldId::Joint => institution_of(grid, cell),
        FieldId::Phone => of_contact(grid, cell).unwrap_or_else(|| value_of(grid, cell)),
        _ => value_of(grid, cell),
    }
}

/// Where a label heads a column of which every row is about somebody, what the row of the contact says.
fn of_contact<'g>(grid: &'g Grid, head: &Cell) -> Option<Option<(&'g Cell, bool)>> {
    let first = grid.below(head)?;
    let about = |row: u32| grid.row(row).next().filter(|c| c.col < head.col).and_then(|c| label(&c.text));
    let people = |at: Option<Label>| matches!(at, Some(Label::Field(FieldId::Owner | FieldId::Contact, _)));
    if !people(about(first.row)) || grid.right_of(head).is_some_and(|r| r.row == head.row && label(&r.text).is_none()) {
        return None;
    }
    let rows = first.row..=grid.last_row();
    let mut of = rows.take_while(|row| people(about(*row)));
    let contact = of.find(|row| matches!(about(*row), Some(Label::Field(FieldId::Contact, _))));
    Some(contact.and_then(|row| grid.at(row, head.col)).map(|cell| (cell, true)))
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

/// A bare number with the unit that its label states, or the cell behind it.
fn with_unit(value: &str, label: &str, behind: Option<&Cell>) -> String {
    let value = value.trim();
    let bare = !value.is_empty() && value.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
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
