//! Which row of a sheet is its headings, and what each of them means.

use std::collections::BTreeSet;

use lx_domain::FieldId;
use serde::{Deserialize, Serialize};

use super::RosterColumn;
use crate::{
    fields::{
        Column,
        labels::{Label, label, plain, unit},
    },
    grid::Grid,
};

/// Rows from the top in which headings are looked for.
const TRIES: u32 = 40;
/// Columns of a roster.
const MOST_COLUMNS: usize = 200;

/// What a column of a roster holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RosterField {
    /// 编号.
    Number,
    /// 项目名称.
    Title,
    /// 申报类型.
    Track,
    /// 牵头单位.
    Lead,
    /// 联合单位.
    Joint,
    /// 统一社会信用代码 of the lead.
    CreditCode,
    /// 机构类别 of the lead.
    Class,
    /// 注册地 of the lead.
    Place,
    /// 业务场景.
    Scenario,
    /// 技术应用.
    Technology,
    /// 服务对象.
    Users,
    /// 试点周期.
    Period,
    /// 预期规模.
    Scale,
    /// 项目负责人.
    Owner,
    /// 联系人.
    Contact,
    /// 联系电话.
    Phone,
    /// 申报日期.
    Date,
}

impl RosterField {
    /// The field of an application that says the same.
    #[must_use]
    pub fn field(self) -> Option<FieldId> {
        match self {
            Self::Number => Some(FieldId::Number),
            Self::Title => Some(FieldId::Title),
            Self::Track => Some(FieldId::Track),
            Self::Lead => Some(FieldId::Lead),
            Self::Joint => Some(FieldId::Joint),
            Self::CreditCode | Self::Class | Self::Place => None,
            Self::Scenario => Some(FieldId::Scenario),
            Self::Technology => Some(FieldId::Technology),
            Self::Users => Some(FieldId::Users),
            Self::Period => Some(FieldId::Period),
            Self::Scale => Some(FieldId::Scale),
            Self::Owner => Some(FieldId::Owner),
            Self::Contact => Some(FieldId::Contact),
            Self::Phone => Some(FieldId::Phone),
            Self::Date => Some(FieldId::Date),
        }
    }
}

/// Headings that only rosters have, beside the labels of forms.
const WORDS: [(RosterField, &[&str]); 9] = [
    (
        RosterField::Number,
        &[
            "项目号",
            "申报号",
            "受理号",
            "No",
            "No.",
            "Number",
            "Applicationno.",
            "Applicationnumber",
            "ID",
        ],
    ),
    (
        RosterField::Title,
        &["项目", "题目", "Title", "Projectname", "Project", "Projecttitle"],
    ),
    (RosterField::Track, &["类别", "申报通道", "试点/辅导", "Track", "Type", "Category"]),
    (
        RosterField::Lead,
        &[
            "牵头",
            "申报主体",
            "申报人",
            "牵头单位全称",
            "牵头机构全称",
            "机构",
            "单位",
            "Lead",
            "Leadapplicant",
            "Applicant",
            "Institution",
        ],
    ),
    (
        RosterField::Joint,
        &[
            "联合",
            "联合体成员",
            "联合申报方",
            "其他单位",
            "Jointapplicants",
            "Partners",
            "Joint",
        ],
    ),
    (RosterField::CreditCode, &["代码", "牵头单位统一社会信用代码", "Creditcode"]),
    (RosterField::Owner, &["负责人姓名", "Owner", "Principal"]),
    (RosterField::Contact, &["联络人", "Contact", "Contactperson"]),
    (RosterField::Phone, &["手机号", "Phone", "Telephone"]),
];

/// A heading that was understood.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) field: RosterField,
    pub(super) col: u32,
    row: u32,
    heading: String,
}

impl Known {
    /// A bare number with the unit of the heading: 12 below 试点周期（月） is 12月.
    pub(super) fn with_unit(&self, value: String) -> String {
        let bare = !value.is_empty() && value.chars().all(|c| c.is_ascii_digit() || c == '.');
        match unit(&self.heading).filter(|_| bare) {
            Some(unit) => format!("{value}{unit}"),
            None => value,
        }
    }

    pub(super) fn shown(&self, grid: &Grid) -> RosterColumn {
        RosterColumn {
            field: self.field,
            heading: self.heading.clone(),
            place: grid.place(self.row, self.col),
        }
    }
}

/// The row of headings.
#[derive(Debug, Clone)]
pub(super) struct Headings {
    /// The first row below it.
    pub(super) body: u32,
    pub(super) known: Vec<Known>,
    pub(super) unknown: Vec<String>,
}

/// The row among the first ones with the most headings: at least two, one of them telling applications apart.
pub(super) fn headings(grid: &Grid) -> Option<Headings> {
    let last = grid.last_row().min(TRIES);
    let rows = (0..=last).filter_map(|row| in_row(grid, row));
    rows.reduce(|best, other| if other.known.len() > best.known.len() { other } else { best })
}

fn in_row(grid: &Grid, row: u32) -> Option<Headings> {
    let mut known: Vec<Known> = Vec::new();
    let mut unknown = Vec::new();
    // Headings of two rows stand in merged cells: what covers the row counts as well as what begins in it.
    let cells = grid.cells().filter(|c| c.row <= row && row < c.row.saturating_add(c.rows));
    let mut body = row.saturating_add(1);
    for cell in cells.filter(|c| !c.text.trim().is_empty()).take(MOST_COLUMNS) {
        body = body.max(cell.row.saturating_add(cell.rows));
        match meaning(&cell.text) {
            Some(field) if known.iter().all(|k| k.field != field) => known.push(Known {
                field,
                col: cell.col,
                row: cell.row,
                heading: cell.text.trim().to_owned(),
            }),
            _ => unknown.push((cell.col, cell.text.trim().to_owned())),
        }
    }
    known.retain(|k| {
        let counter = k.field == RosterField::Number && counts(grid, k.col, body);
        unknown.extend(counter.then(|| (k.col, k.heading.clone())));
        !counter
    });
    known.sort_by_key(|k| k.col);
    unknown.sort();
    let fields: BTreeSet<RosterField> = known.iter().map(|k| k.field).collect();
    let telling = [RosterField::Number, RosterField::Title, RosterField::Lead];
    let enough = known.len() >= 2 && telling.iter().any(|t| fields.contains(t));
    enough.then(|| Headings {
        body,
        known,
        unknown: unknown.into_iter().map(|(_, heading)| heading).collect(),
    })
}

/// Whether a column below its heading only counts the rows: 1, 2, 3.
fn counts(grid: &Grid, col: u32, body: u32) -> bool {
    let said = grid.cells().filter(|c| c.col == col && c.row >= body);
    let numbers: Vec<&str> = said
        .map(|c| c.text.trim())
        .filter(|t| t.contains(|c: char| c.is_ascii_digit()))
        .collect();
    !numbers.is_empty() && (1_u32..).zip(&numbers).all(|(n, text)| text.parse() == Ok(n))
}

/// What does a heading mean?
pub(super) fn meaning(heading: &str) -> Option<RosterField> {
    let own = plain(heading);
    let exact = WORDS.iter().find(|(_, words)| words.iter().any(|w| w.eq_ignore_ascii_case(&own)));
    if let Some((field, _)) = exact {
        return Some(*field);
    }
    match label(heading)? {
        Label::Field(id, _) => Some(of_field(id)),
        Label::Column(Column::Name) => Some(RosterField::Lead),
        Label::Column(Column::Code) => Some(RosterField::CreditCode),
        Label::Column(Column::Class) => Some(RosterField::Class),
        Label::Column(Column::Place) => Some(RosterField::Place),
        Label::Column(_) | Label::Other => None,
    }
}

fn of_field(id: FieldId) -> RosterField {
    match id {
        FieldId::Number => RosterField::Number,
        FieldId::Title => RosterField::Title,
        FieldId::Track => RosterField::Track,
        FieldId::Lead => RosterField::Lead,
        FieldId::Joint => RosterField::Joint,
        FieldId::Scenario => RosterField::Scenario,
        FieldId::Technology => RosterField::Technology,
        FieldId::Users => RosterField::Users,
        FieldId::Period => RosterField::Period,
        FieldId::Scale => RosterField::Scale,
        FieldId::Owner => RosterField::Owner,
        FieldId::Contact => RosterField::Contact,
        FieldId::Phone => RosterField::Phone,
        FieldId::Date => RosterField::Date,
    }
}
