//! The spreadsheet that lists the whole batch (申报汇总表): read, kept, laid beside what was received.

use std::path::Path;

use lx_domain::{Digest, UnixMillis};
use lx_intake::{PackagePath, Roster, RosterField, Shape, is_sheet, read_roster};
use lx_ledger::{LedgerError, Listing};
use serde_json::json;

use crate::{Desk, StepError, files};

/// A longer spreadsheet lists no batch.
const MOST_BYTES: u64 = 32 << 20;

/// A listing that was read.
#[derive(Debug, Clone)]
pub struct ReadListing {
    /// What it says.
    pub roster: Roster,
    /// Of its bytes.
    pub digest: Digest,
}

/// Reads a spreadsheet as the listing of a batch; nothing is kept.
///
/// # Errors
/// [`StepError::Listing`], [`StepError::TooLarge`], [`StepError::File`].
pub fn read(path: &Path) -> Result<ReadListing, StepError> {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = files::read(path, MOST_BYTES)?;
    Ok(ReadListing {
        roster: read_roster(&name, &bytes)?,
        digest: Digest::of(&bytes),
    })
}

/// The listing that a package is, if it is one: a spreadsheet by itself, without an application's number in its name, with
/// headings for titles or numbers and for the lead, and at least two rows below them.
#[must_use]
pub fn in_package(package: &PackagePath) -> Option<ReadListing> {
    if package.shape != Shape::File || !is_sheet(&package.name) || package.number().is_some() {
        return None;
    }
    let found = read(&package.path).ok()?;
    let has = |field| found.roster.columns.iter().any(|c| c.field == field);
    let lists = (has(RosterField::Title) || has(RosterField::Number)) && has(RosterField::Lead) && found.roster.rows.len() >= 2;
    lists.then_some(found)
}

/// Keeps a listing, over an earlier one.
///
/// # Errors
/// [`StepError::NotYourRole`], [`StepError::NoBatch`], [`StepError::Frozen`].
pub fn keep(desk: &mut Desk, read: &ReadListing, at: UnixMillis) -> Result<(), StepError> {
    desk.expect_taking()?;
    let me = desk.me();
    let listing = Listing {
        name: read.roster.name.clone(),
        digest: read.digest,
        content: serde_json::to_string(&read.roster).map_err(damaged)?,
        by: me,
        at,
    };
    desk.ledger.transaction(|tx| {
        tx.put_listing(&listing)?;
        let detail = json!({ "name": listing.name, "entries": read.roster.rows.len() });
        tx.append_journal("listing", Some(&listing.digest), Some(&me), at, &detail)?;
        Ok(())
    })
}

fn damaged(error: serde_json::Error) -> LedgerError {
    LedgerError::Damaged {
        what: format!("listing: {error}"),
    }
}

/// Forgets the listing; applications keep everything.
///
/// # Errors
/// As [`keep`]; [`StepError::NoListing`].
pub fn remove(desk: &mut Desk, at: UnixMillis) -> Result<(), StepError> {
    desk.expect_taking()?;
    let Some(listing) = desk.ledger.listing()? else {
        return Err(StepError::NoListing);
    };
    let me = desk.me();
    desk.ledger.transaction(|tx| {
        tx.remove_listing()?;
        let detail = json!({ "name": listing.name });
        tx.append_journal("listing_removed", Some(&listing.digest), Some(&me), at, &detail)?;
        Ok(())
    })
}
