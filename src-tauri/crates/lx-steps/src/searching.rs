//! Full text of all packages, and one document as it is shown.

use std::{collections::BTreeSet, io::Read as _};

use lx_domain::{ApplicationNumber, Digest, Document};
use lx_intake::DocumentView;
use lx_ledger::{ApplicationHits, SearchHit};

use crate::{Desk, StepError, declaring};

const MOST_HITS: usize = 200;
/// Hits that are listed of one application.
const MOST_OF_ONE: usize = 50;
const MOST_BYTES: u64 = 64 << 20;

/// Where a text stands, the first hits of all. A reviewer finds nothing in packages whose ties are not declared, or that
/// the reviewer is recused from.
///
/// # Errors
/// What reading the desk can meet.
pub fn search(desk: &Desk, text: &str) -> Result<Vec<SearchHit>, StepError> {
    let open = open(desk)?;
    Ok(desk.ledger.search(text, MOST_HITS, &|number| is_open(open.as_ref(), number))?)
}

/// What was found of a text.
#[derive(Debug, Default)]
pub struct Found {
    /// In the applications of the batch.
    pub hits: Vec<SearchHit>,
    /// In those that left it.
    pub aside: Vec<SearchHit>,
    /// Whether there are further ones.
    pub more: bool,
}

/// As [`search`], and in applications that left the batch too; says whether that is all.
///
/// # Errors
/// What reading the desk can meet.
pub fn find(desk: &Desk, text: &str) -> Result<Found, StepError> {
    let open = open(desk)?;
    let is_open = |number: &ApplicationNumber| is_open(open.as_ref(), number);
    let one_more = MOST_HITS.saturating_add(1);
    let mut found = Found {
        hits: desk.ledger.search(text, one_more, &is_open)?,
        aside: desk.ledger.search_aside(text, one_more, &is_open)?,
        more: false,
    };
    found.more = found.hits.len() > MOST_HITS || found.aside.len() > MOST_HITS;
    found.hits.truncate(MOST_HITS);
    found.aside.truncate(MOST_HITS);
    Ok(found)
}

/// Where a text stands in every application that says it, under the same restriction as [`search`].
///
/// # Errors
/// What reading the desk can meet.
pub fn search_each(desk: &Desk, text: &str) -> Result<Vec<ApplicationHits>, StepError> {
    let open = open(desk)?;
    Ok(desk
        .ledger
        .search_each(text, MOST_OF_ONE, &|number| is_open(open.as_ref(), number))?)
}

/// The packages that this person may look into; absent for all of them.
fn open(desk: &Desk) -> Result<Option<BTreeSet<ApplicationNumber>>, StepError> {
    if declaring::scores(desk) {
        declaring::open_numbers(desk).map(Some)
    } else {
        Ok(None)
    }
}

fn is_open(open: Option<&BTreeSet<ApplicationNumber>>, number: &ApplicationNumber) -> bool {
    open.is_none_or(|open| open.contains(number))
}

/// A document by its digest: the application that holds it, and what it is.
///
/// # Errors
/// [`StepError::Unknown`]; for a reviewer [`StepError::Undeclared`] and [`StepError::Recused`].
pub fn find_document(desk: &Desk, digest: &Digest) -> Result<(ApplicationNumber, Document), StepError> {
    let mut refusal = StepError::Unknown {
        what: "document",
        name: digest.to_string(),
    };
    for dossier in desk.dossiers()? {
        if let Some(document) = dossier.documents.iter().find(|d| d.digest == *digest) {
            match declaring::expect_open(desk, &dossier.number) {
                Ok(()) => return Ok((dossier.number.clone(), document.clone())),
                Err(error) => refusal = error,
            }
        }
    }
    Err(refusal)
}

/// The bytes of a document.
///
/// # Errors
/// As [`find_document`]; what the ledger refuses.
pub fn document_bytes(desk: &Desk, digest: &Digest) -> Result<Vec<u8>, StepError> {
    find_document(desk, digest)?;
    Ok(desk.ledger.documents().bytes(digest)?)
}

/// A part of a document, for range requests: `length` bytes from `start`, and the whole size.
///
/// # Errors
/// As [`document_bytes`].
pub fn document_range(desk: &Desk, digest: &Digest, start: u64, length: u64) -> Result<(Vec<u8>, u64), StepError> {
    find_document(desk, digest)?;
    let mut reader = desk.ledger.documents().read(digest)?;
    let size = reader.size();
    let mut bytes = Vec::new();
    let failed = |source| StepError::Ledger(lx_ledger::LedgerError::Source(source));
    std::io::Seek::seek(&mut reader, std::io::SeekFrom::Start(start.min(size))).map_err(failed)?;
    reader.take(length.min(MOST_BYTES)).read_to_end(&mut bytes).map_err(failed)?;
    Ok((bytes, size))
}

/// A document as blocks.
///
/// # Errors
/// As [`document_bytes`]; [`StepError::View`] where a face must show the document as it is.
pub fn document_view(desk: &Desk, digest: &Digest) -> Result<(Document, DocumentView), StepError> {
    let (_, document) = find_document(desk, digest)?;
    let bytes = desk.ledger.documents().bytes(digest)?;
    Ok((document.clone(), lx_intake::view(document.kind, &bytes)?))
}

/// The bytes of a document as a face can show them: of a TIFF the first page as PNG. Everything else is shown as it is, and so
/// is a TIFF that cannot be drawn.
#[must_use]
pub fn shown(bytes: Vec<u8>) -> Vec<u8> {
    lx_intake::drawn(&bytes).ok().flatten().unwrap_or(bytes)
}
