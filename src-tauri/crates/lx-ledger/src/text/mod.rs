//! The text of documents and the search in it.
//!
//! The index holds overlapping pairs of letters and digits, so that a search of two characters finds what a search of
//! twenty does. It only proposes: a hit counts when the text itself holds what was looked for.

mod fold;

use std::collections::BTreeMap;

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

/// What one application says of a text that was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplicationHits {
    /// Application.
    pub number: ApplicationNumber,
    /// In the order of its documents and their places.
    pub hits: Vec<SearchHit>,
    /// Whether there are further ones.
    pub more: bool,
}

/// Pieces that are proposed for a rare text; they are put in order before they are read. Of a text that stands in more,
/// the documents are gone through in order until there are enough hits.
const FEW: i64 = 1000;

/// How a search goes on after a hit.
enum Next {
    Hit,
    /// Enough of this application.
    Application,
    End,
}

/// Which packages are searched.
struct Among<'a> {
    /// Those that moved out of the batch, else those in it.
    aside: bool,
    open: &'a dyn Fn(&ApplicationNumber) -> bool,
}

struct Paper {
    number: ApplicationNumber,
    document: String,
    digest: Digest,
}

impl Paper {
    fn read(row: &rusqlite::Row<'_>) -> Result<Self, LedgerError> {
        Ok(Self {
            number: from_text("dossier", row, 0)?,
            document: row.get(1)?,
            digest: digest(row, 2)?,
        })
    }

    fn hit(&self, place: String, text: &str, wanted: &Folded) -> Option<SearchHit> {
        let (snippet, hit_start, hit_end) = fold::snippet(text, wanted)?;
        Some(SearchHit {
            number: self.number.clone(),
            document: self.document.clone(),
            digest: self.digest,
            place,
            snippet,
            hit_start,
            hit_end,
        })
    }
}

impl Records {
    /// Where `text` stands in the latest version of those packages that are `open`: names of documents first, of which a scan
    /// has nothing else to be found by, then the first hit of each piece; each by number, document and place; at most `limit`.
    /// Case, full-width forms and white space make no difference. A text of nothing but white space is nowhere.
    ///
    /// # Errors
    /// As every read.
    pub fn search(&self, text: &str, limit: usize, open: &dyn Fn(&ApplicationNumber) -> bool) -> Result<Vec<SearchHit>, LedgerError> {
        self.first_hits(text, limit, &Among { aside: false, open })
    }

    /// As [`Records::search`], in the packages that moved out of the batch.
    ///
    /// # Errors
    /// As every read.
    pub fn search_aside(&self, text: &str, limit: usize, open: &dyn Fn(&ApplicationNumber) -> bool) -> Result<Vec<SearchHit>, LedgerError> {
        self.first_hits(text, limit, &Among { aside: true, open })
    }

    fn first_hits(&self, text: &str, limit: usize, among: &Among<'_>) -> Result<Vec<SearchHit>, LedgerError> {
        let mut hits = self.named(text, among)?;
        if hits.len() < limit {
            self.each_hit(text, among, |hit| {
                hits.push(hit);
                if hits.len() < limit { Next::Hit } else { Next::End }
            })?;
        }
        hits.truncate(limit);
        Ok(hits)
    }

    /// As [`Records::search`], application by application, at most `each` hits of one.
    ///
    /// # Errors
    /// As every read.
    pub fn search_each(
        &self,
        text: &str,
        each: usize,
        open: &dyn Fn(&ApplicationNumber) -> bool,
    ) -> Result<Vec<ApplicationHits>, LedgerError> {
        let mut found: BTreeMap<ApplicationNumber, ApplicationHits> = BTreeMap::new();
        let mut take = |hit: SearchHit| {
            let of = found.entry(hit.number.clone()).or_insert_with(|| ApplicationHits {
                number: hit.number.clone(),
                hits: Vec::new(),
                more: false,
            });
            if of.hits.len() >= each {
                of.more = true;
                return Next::Application;
            }
            of.hits.push(hit);
            Next::Hit
        };
        let among = Among { aside: false, open };
        for hit in self.named(text, &among)? {
            take(hit);
        }
        self.each_hit(text, &among, take)?;
        Ok(found.into_values().collect())
    }

    /// The documents whose names hold a text.
    fn named(&self, text: &str, among: &Among<'_>) -> Result<Vec<SearchHit>, LedgerError> {
        let wanted = Folded::of(text);
        if wanted.is_empty() {
            return Ok(Vec::new());
        }
        let papers = self.rows(include_str!("names.sql"), [among.aside], Paper::read)?;
        let opened = papers.into_iter().filter(|paper| (among.open)(&paper.number));
        Ok(opened
            .filter_map(|paper| paper.hit(String::new(), &paper.document, &wanted))
            .collect())
    }

    fn each_hit(&self, text: &str, among: &Among<'_>, take: impl FnMut(SearchHit) -> Next) -> Result<(), LedgerError> {
        let wanted = Folded::of(text);
        if wanted.is_empty() {
            return Ok(());
        }
        let query = wanted.query();
        if let Some(query) = &query {
            let many = self.row(include_str!("many.sql"), (query, FEW), |row| Ok(row.get::<_, bool>(0)?))?;
            if many != Some(true) {
                return self.among_few(&wanted, query, among, take);
            }
        }
        // Nothing but punctuation, or one common character: every piece is looked through.
        let query = query.filter(|_| !wanted.is_one());
        self.through_all(&wanted, query.as_deref(), among, take)
    }

    fn among_few(
        &self,
        wanted: &Folded,
        query: &str,
        among: &Among<'_>,
        mut take: impl FnMut(SearchHit) -> Next,
    ) -> Result<(), LedgerError> {
        let mut block = self.conn.prepare(include_str!("block.sql"))?;
        let read = |row: &rusqlite::Row<'_>| Ok((Paper::read(row)?, row.get::<_, i64>(3)?));
        let mut enough: Option<ApplicationNumber> = None;
        for (paper, id) in self.rows(include_str!("proposals.sql"), (query, among.aside), read)? {
            if enough.as_ref() == Some(&paper.number) || !(among.open)(&paper.number) {
                continue;
            }
            let (place, text): (String, String) = block.query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
            match paper.hit(place, &text, wanted).map(&mut take) {
                None | Some(Next::Hit) => {}
                Some(Next::Application) => enough = Some(paper.number),
                Some(Next::End) => return Ok(()),
            }
        }
        Ok(())
    }

    fn through_all(
        &self,
        wanted: &Folded,
        query: Option<&str>,
        among: &Among<'_>,
        mut take: impl FnMut(SearchHit) -> Next,
    ) -> Result<(), LedgerError> {
        let mut papers = self.conn.prepare(include_str!("papers.sql"))?;
        let mut proposed = self.conn.prepare(include_str!("proposals_in.sql"))?;
        let mut everything = self.conn.prepare(include_str!("everything_in.sql"))?;
        let mut papers = papers.query([among.aside])?;
        let mut enough: Option<ApplicationNumber> = None;
        while let Some(row) = papers.next()? {
            let paper = Paper::read(row)?;
            let (first, last): (Option<i64>, Option<i64>) = (row.get(3)?, row.get(4)?);
            let (Some(first), Some(last)) = (first, last) else { continue };
            if enough.as_ref() == Some(&paper.number) || !(among.open)(&paper.number) {
                continue;
            }
            let mut blocks = match query {
                Some(query) => proposed.query((query, first, last))?,
                None => everything.query((first, last))?,
            };
            while let Some(block) = blocks.next()? {
                let text: String = block.get(1)?;
                match paper.hit(block.get(0)?, &text, wanted).map(&mut take) {
                    None | Some(Next::Hit) => {}
                    Some(Next::Application) => {
                        enough = Some(paper.number.clone());
                        break;
                    }
                    Some(Next::End) => return Ok(()),
                }
            }
        }
        Ok(())
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
