//! What stands in the report, chapter by chapter.

mod closing;
mod front;
mod method;
mod notice;
mod opinions;
mod proof;
mod receipt;
mod scores;
mod screening;
mod sheet;

pub use notice::NoticeLine;
pub(crate) use notice::{Notice, notice};
pub(crate) use receipt::receipt;
pub use receipt::{Added, Reception};
pub(crate) use sheet::scoresheet;

use lx_domain::{ApplicationNumber, BatchApplication};

use crate::{
    error::ReportError,
    facts::Facts,
    fonts::{Face, Fonts},
    layout::{Cell, Column, Flow, Page, Setting, Table, pt, span, value},
    record::{Printed, ReportRecord},
};

/// Type of the tables.
pub(super) const TABLE: Setting = Setting::plain(pt(10) + 500, pt(15) + 500);
/// Type of wide tables with many columns.
pub(super) const SMALL: Setting = Setting::plain(pt(9) + 500, pt(14));

/// The running head of demonstration data.
pub(super) const SAMPLE: &str = "示例　　演示数据，不作任何用途";

/// Sets the whole report.
///
/// # Errors
/// [`ReportError::MissingGlyphs`].
pub(crate) fn report(fonts: &Fonts, facts: &Facts, record: &ReportRecord) -> Result<(Vec<Page>, Vec<Printed>), ReportError> {
    let mut flow = Flow::new(fonts);
    front::set(&mut flow, facts, record)?;
    screening::set(&mut flow, facts)?;
    method::set(&mut flow, facts)?;
    scores::ranking(&mut flow, facts)?;
    opinions::set(&mut flow, facts)?;
    closing::set(&mut flow, facts)?;
    closing::signatures(&mut flow, facts, record)?;
    scores::tables(&mut flow, facts)?;
    proof::set(&mut flow, facts, record)?;
    let sample = facts.batch.sample || facts.sheets.iter().any(|(_, sheet)| sheet.sample);
    flow.finish(sample.then_some(SAMPLE))
}

/// A table under its heading, without a caption of its own.
pub(super) fn table(
    flow: &mut Flow<'_>,
    columns: Vec<Column>,
    rows: impl IntoIterator<Item = (String, Vec<Cell>)>,
    setting: Setting,
) -> Result<(), ReportError> {
    Table {
        caption: None,
        columns,
        rows: rows.into_iter().collect(),
        setting,
    }
    .set(flow)
}

/// A cell of plain words.
pub(super) fn words(text: impl Into<String>) -> Cell {
    vec![span(Face::Serif, text)]
}

/// A cell with a value.
pub(super) fn val(text: impl Into<String>, what: impl Into<String>) -> Cell {
    vec![value(text, what)]
}

/// `项目名称`, of an application.
pub(super) fn title<'f>(facts: &'f Facts, number: &ApplicationNumber) -> &'f str {
    facts
        .batch
        .application(number)
        .map_or("", |application| application.dossier.title.as_str())
}

/// The lead applicant's name.
pub(super) fn lead(application: &BatchApplication) -> &str {
    application.dossier.lead().map_or("", |lead| lead.name.as_str())
}

/// A count as figures.
pub(super) fn count(of: usize) -> String {
    of.to_string()
}
