//! From documents and their contents to a dossier.

use std::collections::BTreeMap;

use lx_domain::{Digest, Document, Dossier, FieldId, FieldStatus, Finding, Source, eligibility};

use crate::{
    archive::unpack::{ENTRY_ASIDE, Stored},
    classify::item_of,
    fields::{self, Reading},
    findings,
    paper::{PACKAGE_TEXT, Paper},
    read::Content,
    terms::Terms,
};

/// What unpacking and reading gave.
pub(crate) struct Taken<'t> {
    pub(crate) package_name: &'t str,
    pub(crate) digest: Digest,
    pub(crate) documents: Vec<Stored>,
    pub(crate) contents: BTreeMap<Digest, Content>,
    pub(crate) findings: Vec<Finding>,
}

/// Reads fields, judges, gathers findings.
pub(crate) fn compose(taken: &Taken<'_>, terms: &Terms<'_>) -> Dossier {
    let mut room = PACKAGE_TEXT;
    let papers: Vec<Paper<'_>> = taken
        .documents
        .iter()
        .map(|d| Paper::new(d, taken.contents.get(&d.digest), terms.profile, &mut room))
        .collect();
    let reading = fields::read(&papers, taken.package_name, terms);
    let documents = taken
        .documents
        .iter()
        .zip(&papers)
        .map(|(stored, paper)| document(stored, paper))
        .collect();
    let mut dossier = open(taken, &reading, documents, terms);
    if terms.read {
        let mut said = findings::of(&papers, &reading, &dossier, terms);
        dossier.findings.append(&mut said);
        doubt_contradicted(&mut dossier);
        let mut judged = eligibility::judge(terms.profile, &dossier);
        dossier.findings.append(&mut judged);
    }
    dossier.findings.sort_by_key(|f| f.severity);
    dossier
}

/// A period, an amount or a date that another paper contradicts, or that contradicts itself, is nothing certain.
fn doubt_contradicted(dossier: &mut Dossier) {
    for (code, id) in [
        ("contradiction_period", FieldId::Period),
        ("period_reversed", FieldId::Period),
        ("period_inconsistent", FieldId::Period),
        ("contradiction_amount", FieldId::Scale),
        ("contradiction_scale", FieldId::Scale),
        ("contradiction_date", FieldId::Date),
        ("date_impossible", FieldId::Date),
        ("date_in_future", FieldId::Date),
    ] {
        let said = dossier.findings.iter().filter(|f| f.code == code);
        let places: Vec<&Source> = said.flat_map(|f| &f.evidence).collect();
        for field in dossier.fields.iter_mut().filter(|f| f.id == id) {
            if field.source.as_ref().is_some_and(|at| places.contains(&at)) {
                field.status = FieldStatus::Confirm;
            }
        }
    }
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
        findings: taken.findings.iter().cloned().map(|f| placed(f, terms)).collect(),
        package_name: taken.package_name.to_owned(),
        package_digest: taken.digest,
        received_at: terms.at,
        version: 1,
    }
}

/// An entry that was put aside belongs to an item of the checklist by its name: it was sent, though nobody can read it.
fn placed(finding: Finding, terms: &Terms<'_>) -> Finding {
    if finding.code != ENTRY_ASIDE {
        return finding;
    }
    let path = finding.evidence.first().map_or("", |s| s.document.as_str());
    let id = item_of(path, None, terms.profile);
    let item = id.and_then(|id| terms.profile.checklist.iter().find(|i| i.id == id));
    Finding {
        item: item.map(|i| i.id.clone()),
        clause: item.map(|i| i.clause.clone()),
        ..finding
    }
}
