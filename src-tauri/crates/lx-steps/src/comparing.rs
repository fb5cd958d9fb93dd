//! What a supplement changed: a pure function of two dossiers, and of two texts.

pub mod texts;

use std::collections::BTreeMap;

use lx_domain::{Applicant, Document, Dossier, Field, Finding, Severity};

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DocumentChange {
    /// Was not there before.
    Added,
    /// Is there no more.
    Gone,
    /// Has another content.
    Changed,
    /// Has another name or place in the package, and the same content.
    Renamed,
    /// As it was.
    Same,
}

/// One document beside what it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedDocument {
    /// What became of it.
    pub change: DocumentChange,
    /// As it was.
    pub before: Option<Document>,
    /// As it is.
    pub after: Option<Document>,
}

/// One field that has another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedField {
    /// As it was; absent where no paper stated it.
    pub before: Option<Field>,
    /// As it is; absent where no paper states it.
    pub after: Option<Field>,
}

/// One thing about an applicant that is another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparedApplicant {
    /// The applicant's name.
    pub name: String,
    /// `applicant` itself, or `class`, `credit_code`, `place`, `office`, `licence`, `duty`, `role`.
    pub part: &'static str,
    /// As it was; empty where it was not stated.
    pub before: String,
    /// As it is; empty where it is not stated.
    pub after: String,
}

/// Two versions of one application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// Every document of either version: what is new first, then gone, changed, renamed, the same.
    pub documents: Vec<ComparedDocument>,
    /// The fields that differ, in their order.
    pub fields: Vec<ComparedField>,
    /// What differs about the applicants.
    pub applicants: Vec<ComparedApplicant>,
    /// Findings that are no more.
    pub settled: Vec<Finding>,
    /// Findings that were not there before.
    pub raised: Vec<Finding>,
    /// How many findings stand as before.
    pub standing: usize,
}

/// What is different in `after`.
#[must_use]
pub fn compare(before: &Dossier, after: &Dossier) -> Comparison {
    let known = |f: &Finding, among: &[Finding]| among.iter().any(|other| other.code == f.code && facts(other) == facts(f));
    // What is merely for information (names decoded, rubbish skipped) is about the one package alone.
    let grave = |of: &Dossier| -> Vec<Finding> { of.findings.iter().filter(|f| f.severity != Severity::Info).cloned().collect() };
    let only = |these: &[Finding], others: &[Finding]| these.iter().filter(|f| !known(f, others)).cloned().collect::<Vec<_>>();
    let (old, new) = (grave(before), grave(after));
    let raised = only(&new, &old);
    Comparison {
        documents: documents(&before.documents, &after.documents),
        fields: fields(&before.fields, &after.fields),
        applicants: applicants(&before.applicants, &after.applicants),
        settled: only(&old, &new),
        standing: new.len().saturating_sub(raised.len()),
        raised,
    }
}

/// The facts of a finding; paths by their last part, since the folder of a package is another every time.
fn facts(finding: &Finding) -> BTreeMap<&str, &str> {
    let args = finding.args.iter();
    args.map(|(name, value)| (name.as_str(), value.rsplit('/').next().unwrap_or(value)))
        .collect()
}

/// By path, then by content, then by the one item that both answer alone: names change with dates and versions.
fn documents(before: &[Document], after: &[Document]) -> Vec<ComparedDocument> {
    let (strip_before, strip_after) = (common_folder(before), common_folder(after));
    let mut old: Vec<&Document> = before.iter().collect();
    let mut new: Vec<&Document> = after.iter().collect();
    let mut found = Vec::new();
    let inner = |d: &Document, strip: usize| d.path.get(strip..).unwrap_or(&d.path).to_owned();
    pair(&mut old, &mut new, &mut found, |a, b| {
        inner(a, strip_before) == inner(b, strip_after)
    });
    pair(&mut old, &mut new, &mut found, |a, b| a.digest == b.digest);
    let answers: BTreeMap<_, _> = old.iter().chain(&new).fold(BTreeMap::new(), |mut counts, d| {
        *counts.entry(d.item.clone()).or_insert(0_usize) += 1;
        counts
    });
    pair(&mut old, &mut new, &mut found, |a, b| {
        a.item.is_some() && a.item == b.item && answers.get(&a.item) == Some(&2)
    });
    found.extend(new.into_iter().map(|d| ComparedDocument {
        change: DocumentChange::Added,
        before: None,
        after: Some(d.clone()),
    }));
    found.extend(old.into_iter().map(|d| ComparedDocument {
        change: DocumentChange::Gone,
        before: Some(d.clone()),
        after: None,
    }));
    // Stable: inside a kind the order of the package stays.
    found.sort_by_key(|d| d.change);
    found
}

/// Takes those that belong together out of both lists.
fn pair(
    old: &mut Vec<&Document>,
    new: &mut Vec<&Document>,
    found: &mut Vec<ComparedDocument>,
    same: impl Fn(&Document, &Document) -> bool,
) {
    old.retain(|before| {
        let Some(at) = new.iter().position(|after| same(before, after)) else {
            return true;
        };
        let after = new.remove(at);
        let change = match (before.digest == after.digest, file_name(before) == file_name(after)) {
            (true, true) => DocumentChange::Same,
            (true, false) => DocumentChange::Renamed,
            (false, _) => DocumentChange::Changed,
        };
        found.push(ComparedDocument {
            change,
            before: Some((*before).clone()),
            after: Some(after.clone()),
        });
        false
    });
}

fn file_name(document: &Document) -> &str {
    document.path.rsplit('/').next().unwrap_or(&document.path)
}

/// Length of the one folder that everything lies in, with its `/`: the package's own name, which changes with every version.
fn common_folder(documents: &[Document]) -> usize {
    let top = |d: &Document| d.path.split_once('/').map(|(top, _)| top.to_owned());
    match documents.first().map(top) {
        Some(Some(first)) if documents.iter().all(|d| top(d).as_ref() == Some(&first)) => first.len().saturating_add(1),
        _ => 0,
    }
}

fn fields(before: &[Field], after: &[Field]) -> Vec<ComparedField> {
    let mut ids: Vec<_> = before.iter().chain(after).map(|f| f.id).collect();
    ids.sort();
    ids.dedup();
    let of = |fields: &[Field], id| fields.iter().find(|f| f.id == id && !f.value.trim().is_empty()).cloned();
    let compared = ids.into_iter().map(|id| ComparedField {
        before: of(before, id),
        after: of(after, id),
    });
    let value = |f: &Option<Field>| f.as_ref().map(|f| f.value.split_whitespace().collect::<String>());
    compared.filter(|c| value(&c.before) != value(&c.after)).collect()
}

fn applicants(before: &[Applicant], after: &[Applicant]) -> Vec<ComparedApplicant> {
    let mut found = Vec::new();
    let line = |name: &str, part, before: &str, after: &str| ComparedApplicant {
        name: name.to_owned(),
        part,
        before: before.to_owned(),
        after: after.to_owned(),
    };
    for old in before {
        let Some(new) = after.iter().find(|a| a.name == old.name) else {
            found.push(line(&old.name, "applicant", &old.name, ""));
            continue;
        };
        for ((part, was), (_, is)) in parts(old).into_iter().zip(parts(new)) {
            if was != is {
                found.push(line(&new.name, part, &was, &is));
            }
        }
    }
    let new = after.iter().filter(|a| !before.iter().any(|b| b.name == a.name));
    found.extend(new.map(|a| line(&a.name, "applicant", "", &a.name)));
    found
}

/// Everything about an applicant but its name; classes and roles by their ids.
fn parts(a: &Applicant) -> [(&'static str, String); 7] {
    let text = |t: &Option<String>| t.clone().unwrap_or_default();
    let word = |v: serde_json::Value| v.as_str().unwrap_or_default().to_owned();
    [
        ("role", word(serde_json::json!(a.role))),
        ("class", word(serde_json::json!(a.class))),
        ("credit_code", text(&a.credit_code)),
        ("licence", text(&a.licence)),
        ("place", text(&a.place)),
        ("office", text(&a.office)),
        ("duty", text(&a.duty)),
    ]
}
