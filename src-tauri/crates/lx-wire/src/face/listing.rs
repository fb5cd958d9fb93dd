//! The spreadsheet that lists the batch, beside what was received.

use std::path::Path;

use lx_domain::UnixMillis;
use lx_intake::{Roster, RosterCheck, across_roster};
use lx_steps::{Desk, listing as steps};

use super::{count, screening::finding_view, word};
use crate::{
    Fault,
    taking::{ListingColumn, ListingRow, ListingView},
    text::Texts,
};

/// The listing of this desk.
///
/// # Errors
/// What reading the desk can meet.
pub fn listing(desk: &Desk, texts: &Texts) -> Result<Option<ListingView>, Fault> {
    desk.listing()?.map(|roster| view(desk, texts, &roster, true)).transpose()
}

/// Reads a spreadsheet and lays it beside what was received; nothing is kept.
///
/// # Errors
/// What is wrong with the file.
pub fn look_at_listing(desk: &Desk, texts: &Texts, path: &str) -> Result<ListingView, Fault> {
    view(desk, texts, &steps::read(Path::new(path))?.roster, false)
}

/// Reads a spreadsheet and keeps it, over an earlier one.
///
/// # Errors
/// What is wrong with the file; what the step refuses.
pub fn keep_listing(desk: &mut Desk, texts: &Texts, path: &str, at: UnixMillis) -> Result<ListingView, Fault> {
    let read = steps::read(Path::new(path))?;
    steps::keep(desk, &read, at)?;
    view(desk, texts, &read.roster, true)
}

/// Forgets the listing.
///
/// # Errors
/// What the step refuses.
pub fn remove_listing(desk: &mut Desk, at: UnixMillis) -> Result<(), Fault> {
    Ok(steps::remove(desk, at)?)
}

pub(super) fn view(desk: &Desk, texts: &Texts, roster: &Roster, kept: bool) -> Result<ListingView, Fault> {
    let dossiers = desk.dossiers()?;
    let check = across_roster(roster, &dossiers.iter().collect::<Vec<_>>());
    let row = |row: &lx_intake::RosterRow| ListingRow {
        row: row.row,
        cells: roster
            .columns
            .iter()
            .map(|c| row.get(c.field).map(|v| v.value.clone()).unwrap_or_default())
            .collect(),
        matched: check.matched.get(&row.row).map(ToString::to_string),
        contradictions: contradictions(&check, row.row),
    };
    let unlisted = check
        .findings
        .iter()
        .filter(|(_, found)| found.iter().any(|f| f.code == "roster_unlisted"));
    Ok(ListingView {
        name: roster.name.clone(),
        sheet: roster.sheet.clone(),
        columns: roster
            .columns
            .iter()
            .map(|c| ListingColumn {
                field: word(&c.field),
                heading: c.heading.clone(),
            })
            .collect(),
        unknown: roster.unknown.clone(),
        rows: roster.rows.iter().map(row).collect(),
        received: count(check.matched.len()),
        missing: count(check.missing.len()),
        unlisted: unlisted.map(|(number, _)| number.to_string()).collect(),
        findings: roster.findings.iter().map(|f| finding_view(texts, f)).collect(),
        kept,
    })
}

fn contradictions(check: &RosterCheck, row: u32) -> u32 {
    let found = check.matched.get(&row).and_then(|number| check.findings.get(number));
    count(found.map_or(0, |f| f.iter().filter(|f| f.code != "roster_unlisted").count()))
}
