//! What is to be said of single documents.

use std::collections::BTreeMap;

use lx_domain::{Digest, DocumentKind, Finding, Profile, profile::Requirement};

use crate::{
    magic,
    paper::Paper,
    read::{Note, Unread},
    remark::{Remark, info, warning},
};

pub(crate) fn of(papers: &[Paper<'_>], profile: &Profile) -> Vec<Finding> {
    let mut found = twice(papers);
    for paper in papers {
        found.extend(of_one(paper, profile));
    }
    found
}

/// The same content under several names.
fn twice(papers: &[Paper<'_>]) -> Vec<Finding> {
    let mut by_digest: BTreeMap<Digest, Vec<&str>> = BTreeMap::new();
    // Empty files are all the same, and are said to be empty.
    for paper in papers.iter().filter(|p| p.bytes > 0) {
        by_digest.entry(paper.digest).or_default().push(paper.path);
    }
    let same = by_digest.into_values().filter(|paths| paths.len() > 1);
    same.map(|paths| {
        let said = warning("duplicate_document").arg("documents", paths.join("、"));
        paths.iter().fold(said, |said, p| said.at(p, "")).done()
    })
    .collect()
}

fn of_one(paper: &Paper<'_>, profile: &Profile) -> Vec<Finding> {
    let mut found = Vec::new();
    let item = paper.item.as_ref().and_then(|id| profile.checklist.iter().find(|i| i.id == *id));
    let about = |said: Remark| match item {
        Some(item) => said.arg("document", paper.path).item(&item.id, &item.clause).at(paper.path, ""),
        None => said.arg("document", paper.path).at(paper.path, ""),
    };
    if paper.bytes == 0 {
        found.push(about(warning("empty_document")).done());
        return found;
    }
    if paper.cut {
        found.push(about(info("checked_in_part")).done());
    }
    let Some(content) = paper.content else { return found };
    // Signed papers are rightly scans; a plan that is one cannot be searched or checked.
    let signed = item.is_some_and(|i| {
        matches!(
            i.required,
            Requirement::PerApplicant | Requirement::WhenJoint | Requirement::Optional
        )
    });
    let pictured = content.kind == DocumentKind::Picture && item.is_some();
    if content.kind == DocumentKind::PdfScan || pictured {
        found.push(if signed {
            about(info("scan_signed")).done()
        } else {
            about(warning("scan")).done()
        });
    }
    if matches!(content.kind, DocumentKind::Unknown | DocumentKind::Archive) {
        let sort = match (magic::named_volume(paper.path), content.kind) {
            _ if content.notes.contains(&Note::Program) => "program",
            (true, _) => "volume",
            (false, DocumentKind::Archive) => "archive",
            _ => "other",
        };
        found.push(about(warning("document_not_opened")).arg("sort", sort).done());
    }
    let made_of_text = matches!(
        content.kind,
        DocumentKind::Docx
            | DocumentKind::Doc
            | DocumentKind::Xlsx
            | DocumentKind::Xls
            | DocumentKind::Ods
            | DocumentKind::Ofd
            | DocumentKind::Html
    );
    let unread = content.notes.iter().any(|n| matches!(n, Note::Unreadable(_)));
    if made_of_text && !unread && !paper.text.chars().any(char::is_alphanumeric) {
        found.push(about(warning("document_without_text")).done());
    }
    if !content.authors.is_empty() {
        found.push(about(info("author_metadata")).arg("authors", content.authors.join("、")).done());
    }
    found.extend(content.notes.iter().filter_map(|note| match note {
        Note::Unreadable(Unread::Password) => Some(about(warning("document_locked")).done()),
        Note::Unreadable(why) => Some(about(warning("document_unreadable")).arg("reason", why.name()).done()),
        Note::Broken => Some(about(warning("document_broken")).done()),
        Note::Comments => Some(about(warning("comments_left")).done()),
        Note::Macros => Some(about(warning("macros")).done()),
        Note::Embedded => Some(about(info("embedded_objects")).done()),
        Note::ReadTo(page) => Some(about(info("read_in_part")).arg("pages", page.to_string()).done()),
        Note::Program
        | Note::Tracked(_)
        | Note::Hidden(_)
        | Note::Recognised(_)
        | Note::Unseen(_)
        | Note::Rounded(_)
        | Note::Uncalculated(_) => None,
    }));
    let placed = |begun: Remark, wanted: fn(&Note) -> Option<&String>| {
        let places: Vec<&String> = content.notes.iter().filter_map(wanted).collect();
        let said = places
            .iter()
            .filter(|p| !p.is_empty())
            .take(8)
            .fold(begun.arg("document", paper.path), |said, p| said.at(paper.path, p));
        let said = if places.iter().all(|p| p.is_empty()) {
            said.at(paper.path, "")
        } else {
            said
        };
        let said = item.into_iter().fold(said, |said, i| said.item(&i.id, &i.clause));
        (!places.is_empty()).then(|| said.done())
    };
    found.extend(placed(warning("tracked_changes"), |n| {
        if let Note::Tracked(p) = n { Some(p) } else { None }
    }));
    found.extend(placed(warning("hidden_content"), |n| {
        if let Note::Hidden(p) = n { Some(p) } else { None }
    }));
    found.extend(placed(
        warning("unseen_text"),
        |n| if let Note::Unseen(p) = n { Some(p) } else { None },
    ));
    let recognised = if signed {
        info("scan_recognised")
    } else {
        warning("scan_recognised")
    };
    found.extend(placed(recognised, |n| if let Note::Recognised(p) = n { Some(p) } else { None }));
    let places = |wanted: fn(&Note) -> Option<&String>| content.notes.iter().filter_map(wanted).collect::<Vec<_>>();
    let open = places(|n| if let Note::Uncalculated(p) = n { Some(p) } else { None });
    let rounded = places(|n| if let Note::Rounded(p) = n { Some(p) } else { None });
    for (code, all) in [("formula_uncalculated", open), ("number_rounded", rounded)] {
        if !all.is_empty() {
            let list = all.iter().map(|p| p.as_str()).collect::<Vec<_>>().join("、");
            let said = if code == "number_rounded" { warning(code) } else { info(code) };
            let said = said.arg("document", paper.path).arg("places", list);
            found.push(all.iter().take(8).fold(said, |said, p| said.at(paper.path, p)).done());
        }
    }
    found
}
