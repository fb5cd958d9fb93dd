//! The text of documents and the search in it.
//!
//! The index holds overlapping pairs of letters and digits, so that a search of two characters finds what a search of
//! twenty does. It only proposes: a hit counts when the text itself holds what was looked for.

mod fold;

use lx_domain::{ApplicationNumber, Digest};

use crate::{
    LedgerError, Records, Tx,
    store::{digest, from_text},
};

use fold::Folded;

/// A piece of a document's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextBlock {
    /// `第4页`, `Sheet1!B3`, `第2段`; may be empty.
    pub place: String,
    /// The text.
    pub text: String,
}

/// Where a text was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
    /// Application.
    pub number: ApplicationNumber,
    /// Path of the document in its package.
    pub document: String,
    /// Digest of the document.
    pub digest: Digest,
    /// Place in it.
    pub place: String,
    /// Words around the hit, of the text as it stands but on one line.
    pub snippet: String,
    /// First byte of the hit in the snippet.
    pub hit_start: usize,
    /// First byte behind it.
    pub hit_end: usize,
}

struct Proposal {
    number: ApplicationNumber,
    document: String,
    digest: Digest,
    block: i64,
}

impl Records {
    /// Where `text` stands in the latest version of the packages: first hit of each piece, by number, document and place; at
    /// most `limit`. Case, full-width forms and white space make no difference. A text of nothing but white space is
    /// nowhere.
    ///
    /// # Errors
    /// As every read.
    pub fn search(&self, text: &str, limit: usize) -> Result<Vec<SearchHit>, LedgerError> {
        let wanted = Folded::of(text);
        let mut hits = Vec::new();
        if wanted.is_empty() {
            return Ok(hits);
        }
        let mut block = self.conn.prepare(include_str!("block.sql"))?;
        for Proposal {
            number,
            document,
            digest,
            block: id,
        } in self.proposals(&wanted)?
        {
            if hits.len() >= limit {
                break;
            }
            let (place, text): (String, String) = block.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            if let Some((snippet, hit_start, hit_end)) = fold::snippet(&text, &wanted) {
                hits.push(SearchHit {
                    number,
                    document,
                    digest,
                    place,
                    snippet,
                    hit_start,
                    hit_end,
                });
            }
        }
        Ok(hits)
    }

    fn proposals(&self, wanted: &Folded) -> Result<Vec<Proposal>, LedgerError> {
        let read = |row: &rusqlite::Row<'_>| {
            Ok(Proposal {
                number: from_text("dossier", row, 0)?,
                document: row.get(1)?,
                digest: digest(row, 2)?,
                block: row.get(3)?,
            })
        };
        match wanted.query() {
            Some(query) => self.rows(include_str!("proposals.sql"), [query], read),
            // Nothing but punctuation: every block is looked through.
            None => self.rows(include_str!("everything.sql"), [], read),
        }
    }

    /// The text of one document, in order; empty where there is none.
    ///
    /// # Errors
    /// As every read.
    pub fn document_text(&self, document: &Digest) -> Result<Vec<TextBlock>, LedgerError> {
        self.rows(include_str!("of_document.sql"), [document.0], |row| {
            Ok(TextBlock {
                place: row.get(0)?,
                text: row.get(1)?,
            })
        })
    }

    /// Whether a document's text is kept.
    ///
    /// # Errors
    /// As every read.
    pub fn has_text(&self, document: &Digest) -> Result<bool, LedgerError> {
        Ok(self.row(include_str!("has.sql"), [document.0], |_| Ok(()))?.is_some())
    }
}

impl Tx<'_> {
    /// Keeps and indexes the text of a document; says whether there was none before (an earlier text stays).
    ///
    /// # Errors
    /// As every write.
    pub fn put_text(&self, document: &Digest, blocks: &[TextBlock]) -> Result<bool, LedgerError> {
        if self.has_text(document)? {
            return Ok(false);
        }
        let mut put = self.conn.prepare(include_str!("put.sql"))?;
        let mut index = self.conn.prepare(include_str!("index.sql"))?;
        for (ordinal, block) in (0_u32..).zip(blocks) {
            let id = put.insert((document.0, ordinal, &block.place, &block.text))?;
            index.execute((id, Folded::of(&block.text).pairs()))?;
        }
        Ok(true)
    }
}
