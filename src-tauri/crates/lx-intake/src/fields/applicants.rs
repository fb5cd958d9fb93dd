//! The applying institutions: from a list of them, from forms of one each, and from the application form.

use std::collections::BTreeMap;

use lx_domain::{Applicant, ApplicantClass, ApplicantRole, Field, FieldId, Profile, Source, Track, credit_code, eligibility};
use unicode_normalization::UnicodeNormalization;

use super::{
    Hit, Named,
    finder::{clean, in_line, value_of},
    labels::{Column, Label, label},
};
use crate::{grid::Grid, paper::Paper, read::Piece};

/// Rows that are looked at as the head of a list.
const HEADER_TRIES: usize = 200;
/// Institutions that one application can have; lists of hundreds are of something else.
const MOST_APPLICANTS: usize = 60;

/// Blank rows that a list may have inside.
const MOST_BLANK_ROWS: u32 = 50;

/// One institution as one place lists it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    values: Vec<(Column, String, Source)>,
}

impl Row {
    fn get(&self, column: Column) -> Option<(&str, &Source)> {
        self.values.iter().find(|(c, _, _)| *c == column).map(|(_, v, s)| (v.as_str(), s))
    }
}

/// The row that heads a list of institutions: a name and at least one other property side by side.
fn header_row(grid: &Grid) -> Option<u32> {
    let mut rows: BTreeMap<u32, (bool, u32)> = BTreeMap::new();
    for cell in grid.cells() {
        if let Some(Label::Column(column)) = label(&cell.text) {
            let below = grid.below(cell).is_none_or(|b| !matches!(label(&b.text), Some(Label::Column(_))));
            let entry = rows.entry(cell.row).or_default();
            if below {
                entry.0 |= column == Column::Name;
                entry.1 += 1;
            }
        }
    }
    // Two labels may stand in one row of a form with their values between them; side by side they head columns.
    rows.into_iter()
        .take(HEADER_TRIES)
        .find(|(row, (name, count))| *name && *count >= 2 && side_by_side(grid, *row))
        .map(|(row, _)| row)
}

fn side_by_side(grid: &Grid, row: u32) -> bool {
    grid.row(row).any(|cell| {
        let heads = |c: &crate::grid::Cell| matches!(label(&c.text), Some(Label::Column(_)));
        heads(cell) && grid.right_of(cell).is_some_and(heads)
    })
}

/// Every institution that any paper lists.
pub(crate) fn rows(papers: &[Paper<'_>]) -> Vec<Row> {
    let mut found = Vec::new();
    for paper in papers {
        let mut open: Option<Row> = None;
        for piece in paper.pieces {
            match piece {
                Piece::Grid(grid) => match header_row(grid) {
                    Some(row) => found.extend(listed(grid, row, paper.path).0),
                    None => vertical(grid, paper.path, &mut open, &mut found),
                },
                Piece::Paragraph(p) => {
                    for (at, value) in p.text.lines().flat_map(in_line) {
                        let source = Source {
                            document: paper.path.to_owned(),
                            place: p.place.clone(),
                        };
                        property(at, value, source, &mut open, &mut found);
                    }
                }
            }
        }
        found.extend(open.take());
    }
    // A name alone is no listing; it needs a property that only institutions have.
    found.truncate(MOST_APPLICANTS * 4);
    found.retain(|row| row.get(Column::Name).is_some_and(|(name, _)| !name.is_empty()) && row.values.len() >= 2);
    found
}

/// The rows of a grid that are a list of institutions, its head included.
pub(crate) fn list_rows(grid: &Grid) -> Option<std::ops::Range<u32>> {
    let header = header_row(grid)?;
    Some(header..listed(grid, header, "").1)
}

/// The institutions below a head, and the row behind the last of them.
fn listed(grid: &Grid, header: u32, path: &str) -> (Vec<Row>, u32) {
    let columns: Vec<(u32, Column)> = grid
        .row(header)
        .filter_map(|cell| match label(&cell.text) {
            Some(Label::Column(column)) => Some((cell.col, column)),
            _ => None,
        })
        .collect();
    let first = grid.row(header).map(|c| c.rows).min().unwrap_or(1);
    let mut found = Vec::new();
    let body = header.saturating_add(first);
    let mut end = body;
    for line in body..=grid.last_row() {
        let mut row = Row::default();
        for (col, column) in &columns {
            let Some(cell) = grid.at(line, *col) else { continue };
            let value = clean(&cell.text);
            if !value.is_empty() {
                row.values.push((
                    *column,
                    value,
                    Source {
                        document: path.to_owned(),
                        place: grid.place(cell.row, cell.col),
                    },
                ));
            }
        }
        match row.get(Column::Name) {
            Some((name, _)) if plausible_name(name) && found.len() < MOST_APPLICANTS => {
                found.push(row);
                end = line.saturating_add(1);
            }
            _ if row.values.is_empty() && line.saturating_sub(end) < MOST_BLANK_ROWS => {}
            _ => break,
        }
    }
    (found, end)
}

fn plausible_name(name: &str) -> bool {
    (4..=60).contains(&name.chars().count())
        && label(name).is_none()
        && !name.starts_with("合计")
        && !name.starts_with('注')
        && !name.contains('：')
}

/// Forms with the label left of its value: a name opens an institution.
fn vertical(grid: &Grid, path: &str, open: &mut Option<Row>, found: &mut Vec<Row>) {
    for cell in grid.cells() {
        let Some(at) = label(&cell.text) else {
            let place = grid.place(cell.row, cell.col);
            for (at, value) in cell.text.lines().flat_map(in_line) {
                property(
                    at,
                    value,
                    Source {
                        document: path.to_owned(),
                        place: place.clone(),
                    },
                    open,
                    found,
                );
            }
            continue;
        };
        if let Some((value, _)) = value_of(grid, cell) {
            let source = Source {
                document: path.to_owned(),
                place: grid.place(value.row, value.col),
            };
            property(at, clean(&value.text), source, open, found);
        }
    }
}

fn property(at: Label, value: String, source: Source, open: &mut Option<Row>, found: &mut Vec<Row>) {
    match at {
        Label::Column(Column::Name) | Label::Field(FieldId::Lead, true) => {
            found.extend(open.take());
            if plausible_name(&value) {
                *open = Some(Row {
                    values: vec![(Column::Name, value, source)],
                });
            }
        }
        Label::Field(FieldId::Joint, true) => found.extend(open.take()),
        Label::Column(column) => {
            if let Some(row) = open.as_mut().filter(|r| r.get(column).is_none())
                && !value.is_empty()
            {
                row.values.push((column, value, source));
            }
        }
        Label::Field(..) | Label::Other => {}
    }
}

/// What lists say of lead and joint applicants: candidates like any other.
pub(crate) fn hits(rows: &[Row]) -> Vec<Hit> {
    let mut found = Vec::new();
    let mut joint: Vec<(&str, &Source)> = Vec::new();
    for row in rows {
        let (Some((name, source)), Some((role, _))) = (row.get(Column::Name), row.get(Column::Role)) else {
            continue;
        };
        match role_of(role) {
            Some(ApplicantRole::Lead) => found.push(Hit {
                id: FieldId::Lead,
                value: name.to_owned(),
                source: source.clone(),
                sure: true,
            }),
            Some(ApplicantRole::Joint) => joint.push((name, source)),
            None => {}
        }
    }
    if let Some((_, first)) = joint.first() {
        let value = joint.iter().map(|(name, _)| *name).collect::<Vec<_>>().join("、");
        found.push(Hit {
            id: FieldId::Joint,
            value,
            source: (*first).clone(),
            sure: true,
        });
    }
    found
}

fn role_of(text: &str) -> Option<ApplicantRole> {
    if text.contains("牵头") || text.contains("主申报") {
        Some(ApplicantRole::Lead)
    } else if ["联合", "参与", "合作", "成员"].iter().any(|w| text.contains(w)) {
        Some(ApplicantRole::Joint)
    } else {
        None
    }
}

/// Names of a list in one cell; none for 无.
pub(crate) fn split_names(text: &str) -> Vec<String> {
    let parts = text.split(['、', '，', ',', '；', ';', '\n', '／', '/', '|']).map(str::trim);
    let parts = parts.filter(|p| !p.is_empty() && !matches!(*p, "无" | "-" | "—" | "——" | "没有" | "不适用"));
    parts
        .map(|p| {
            p.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '(' | ')' | '（' | '）'))
                .trim()
                .to_owned()
        })
        .filter(|p| !p.is_empty())
        .collect()
}

/// The applicants, lead first.
pub(crate) fn assemble(rows: Vec<Row>, fields: &[Field], profile: &Profile) -> Vec<Named> {
    let mut named: Vec<Named> = Vec::new();
    for row in rows {
        let Some(name) = row.get(Column::Name).map(|(n, _)| shown(n)) else {
            continue;
        };
        if let Some(known) = named.iter_mut().find(|n| squeeze(&n.applicant.name) == squeeze(&name)) {
            known.values.extend(row.values);
        } else {
            named.push(Named {
                applicant: blank(&name),
                values: row.values,
                listed: true,
            });
        }
    }
    let field = |id: FieldId| fields.iter().find(|f| f.id == id);
    let lead = field(FieldId::Lead).map(|f| shown(&f.value)).filter(|v| !v.is_empty());
    let joint: Vec<String> = field(FieldId::Joint)
        .map(|f| split_names(&f.value))
        .unwrap_or_default()
        .iter()
        .map(|n| shown(n))
        .collect();
    for (name, id) in lead
        .iter()
        .map(|n| (n, FieldId::Lead))
        .chain(joint.iter().map(|n| (n, FieldId::Joint)))
    {
        if !named.iter().any(|n| squeeze(&n.applicant.name) == squeeze(name)) {
            let source = field(id).and_then(|f| f.source.clone());
            let values = source.map(|s| (Column::Name, name.clone(), s)).into_iter().collect();
            named.push(Named {
                applicant: blank(name),
                values,
                listed: false,
            });
        }
    }
    named.truncate(MOST_APPLICANTS);
    for one in &mut named {
        fill(one, profile);
    }
    give_roles(&mut named, lead.as_deref());
    named.sort_by_key(|n| n.applicant.role);
    named
}

fn blank(name: &str) -> Applicant {
    Applicant {
        name: name.to_owned(),
        class: None,
        credit_code: None,
        credit_code_valid: None,
        place: None,
        office: None,
        licence: None,
        duty: None,
        role: ApplicantRole::Joint,
    }
}

fn fill(named: &mut Named, profile: &Profile) {
    let get = |column: Column| {
        let value = named.values.iter().find(|(c, _, _)| *c == column).map(|(_, v, _)| v.clone());
        value.filter(|v| !matches!(v.as_str(), "无" | "/" | "-" | "—" | "——" | "暂无" | "不适用"))
    };
    let code = get(Column::Code).map(|c| {
        c.nfkc()
            .filter(|c| !c.is_whitespace() && *c != '-')
            .collect::<String>()
            .to_uppercase()
    });
    named.applicant.credit_code_valid = code.as_deref().map(|c| credit_code::check(c).is_ok());
    named.applicant.credit_code = code;
    named.applicant.class = get(Column::Class).and_then(|text| class_of(&text, profile));
    named.applicant.place = get(Column::Place);
    named.applicant.office = get(Column::Office);
    named.applicant.licence = get(Column::Licence);
    named.applicant.duty = get(Column::Duty);
}

/// The class a form names, by the longest of the profile's words for it; an option that is not taken only where no other is named.
fn class_of(text: &str, profile: &Profile) -> Option<ApplicantClass> {
    let text = squeeze(text);
    named_class(&text, profile, true).or_else(|| named_class(&text, profile, false))
}

fn named_class(text: &str, profile: &Profile, enabled: bool) -> Option<ApplicantClass> {
    let words = profile
        .eligibility
        .classes
        .iter()
        .filter(|c| c.enabled == enabled)
        .flat_map(|c| std::iter::once(&c.name).chain(&c.known_by).map(move |w| (squeeze(w), c.class)));
    words
        .filter(|(word, _)| !word.is_empty() && text.contains(word.as_str()))
        .max_by_key(|(word, _)| word.len())
        .map(|(_, class)| class)
}

fn give_roles(named: &mut [Named], lead: Option<&str>) {
    let stated = |n: &Named| {
        n.values
            .iter()
            .find(|(c, _, _)| *c == Column::Role)
            .and_then(|(_, v, _)| role_of(v))
    };
    let lead = lead.map(squeeze);
    let by_form = named.iter().position(|n| lead == Some(squeeze(&n.applicant.name)));
    let by_list = named.iter().position(|n| stated(n) == Some(ApplicantRole::Lead));
    if let Some(first) = by_form.or(by_list).or((!named.is_empty()).then_some(0))
        && let Some(lead) = named.get_mut(first)
    {
        lead.applicant.role = ApplicantRole::Lead;
    }
}

/// What is done with the application: what it asks for, but a market core institution of the city is forwarded.
pub(crate) fn track(applicants: &[Named], asked: Option<Track>, profile: &Profile) -> Track {
    let core = applicants
        .iter()
        .find(|n| n.applicant.role == ApplicantRole::Lead)
        .is_some_and(|n| {
            n.applicant.class == Some(ApplicantClass::MarketCore)
                && n.applicant.place.as_deref().is_some_and(|p| eligibility::is_seat(profile, p))
        });
    if core { Track::Forwarded } else { asked.unwrap_or(Track::Pilot) }
}

fn squeeze(text: &str) -> String {
    crate::classify::squeeze(text).replace('(', "（").replace(')', "）")
}

/// A name as it is shown: without the white space that stretches hanzi or breaks lines.
fn shown(text: &str) -> String {
    let mut out = String::new();
    let mut gap = false;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            gap = true;
        } else {
            if gap && c.is_ascii() && out.ends_with(|l: char| l.is_ascii()) {
                out.push(' ');
            }
            gap = false;
            out.push(c);
        }
    }
    out
}
