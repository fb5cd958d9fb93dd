//! From documents and their contents to a dossier.

use std::collections::BTreeMap;

use lx_domain::{Digest, Document, Dossier, Finding, ItemId, eligibility};

use crate::{
    archive::unpack::Stored,
    classify,
    fields::{self, Reading},
    findings,
    read::Content,
    take::Terms,
};

/// What unpacking and reading gave.
pub(crate) struct Taken<'t> {
    pub(crate) package_name: &'t str,
    pub(crate) digest: Digest,
    pub(crate) documents: Vec<Stored>,
    pub(crate) contents: BTreeMap<Digest, Content>,
    pub(crate) findings: Vec<Finding>,
}

/// A document with what it says and what it answers.
pub(crate) struct Paper<'t> {
    pub(crate) path: &'t str,
    pub(crate) digest: Digest,
    pub(crate) bytes: u64,
    /// Absent where nobody read it.
    pub(crate) content: Option<&'t Content>,
    pub(crate) item: Option<ItemId>,
    /// All its text without white space.
    pub(crate) text: String,
}

/// Reads fields, judges, gathers findings.
pub(crate) fn compose(taken: &Taken<'_>, terms: &Terms<'_>) -> Dossier {
    let papers: Vec<Paper<'_>> = taken
        .documents
        .iter()
        .map(|d| {
            let content = taken.contents.get(&d.digest);
            let item = classify::item_of(&d.path, content, terms.profile);
            Paper { path: &d.path, digest: d.digest, bytes: d.bytes, content, item, text: content.map(Content::squeezed).unwrap_or_default() }
        })
        .collect();
    let reading = fields::read(&papers, taken.package_name, terms);
    let documents = taken.documents.iter().zip(&papers).map(|(stored, paper)| document(stored, paper)).collect();
    let mut dossier = open(taken, &reading, documents, terms);
    if terms.read {
        let mut said = findings::of(&papers, &reading, &dossier, terms);
        dossier.findings.append(&mut said);
        let mut judged = eligibility::judge(terms.profile, &dossier);
        findings::sources::fill(&mut judged, &reading);
        dossier.findings.append(&mut judged);
    }
    dossier.findings.sort_by_key(|f| f.severity);
    dossier
}

fn document(stored: &Stored, paper: &Paper<'_>) -> Document {
    Document {
        path: stored.path.clone(),
        digest: stored.digest,
        bytes: stored.bytes,
        kind: paper.content.map_or(stored.kind, |c| c.kind),
        pages: paper.content.and_then(|c| c.pages),
        item: paper.item.clone(),
    }
}

fn open(taken: &Taken<'_>, reading: &Reading, documents: Vec<Document>, terms: &Terms<'_>) -> Dossier {
    let number = reading.number.clone();
    Dossier {
        provisional: number.is_none(),
        number: number.unwrap_or_else(|| terms.provisional.clone()),
        title: reading.title.clone(),
        track: reading.track,
        applicants: reading.applicants.iter().map(|a| a.applicant.clone()).collect(),
        fields: reading.fields.clone(),
        documents,
        findings: taken.findings.clone(),
        package_name: taken.package_name.to_owned(),
        package_digest: taken.digest,
        received_at: terms.at,
        version: 1,
    }
}
