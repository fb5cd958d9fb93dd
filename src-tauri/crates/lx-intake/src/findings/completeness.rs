//! Is everything there that the checklist asks for?

use std::collections::BTreeSet;

use lx_domain::{
    ApplicantPart, Document, DocumentKind, Dossier, FieldId, Finding, Profile, Severity, Source,
    profile::{ChecklistItem, Requirement},
};

use super::{bound, saying::say, signing, within};
use crate::{
    archive::unpack::ENTRY_ASIDE,
    classify::squeeze,
    fields::{ALL, Reading, labels},
    paper::Paper,
    read::Note,
    remark::{info, remark, warning},
    script::simplified,
};

/// Missing documents are errors; missing sections and fields are warnings.
pub(crate) fn of(papers: &[Paper<'_>], reading: &Reading, dossier: &Dossier, profile: &Profile) -> Vec<Finding> {
    let mut found = Vec::new();
    let bound = bound::headings(papers, profile);
    for item in &profile.checklist {
        let own: Vec<&Paper<'_>> = papers.iter().filter(|p| p.item.as_ref() == Some(&item.id)).collect();
        let joint = reading.applicants.len() > 1;
        let required = match item.required {
            Requirement::Always | Requirement::PerApplicant => true,
            Requirement::WhenJoint => joint,
            Requirement::Optional => false,
        };
        let aside = aside(dossier, item);
        if own.is_empty() && aside.is_empty() {
            if required {
                found.push(absent(item, papers, reading, profile, bound.get(&item.id)));
            }
            continue;
        }
        let named = reading.applicants.iter();
        let named: Vec<_> = named
            .map(|n| (n.applicant.name.as_str(), n.values.first().map(|(_, _, s)| s)))
            .collect();
        let sent: Vec<_> = own.iter().map(|p| (p.path, p.text.as_str())).chain(aside).collect();
        match item.required {
            Requirement::PerApplicant => found.extend(signing::of_each_applicant(item, &sent, &named)),
            Requirement::WhenJoint => found.extend(signing::parties(item, &sent, &named)),
            Requirement::Always | Requirement::Optional => {}
        }
        found.extend(signing::blanks(item, &own));
        found.extend(sections(item, &own, joint));
    }
    found.extend(absent_fields(papers, reading, profile));
    let within = documents_of(&found, "item_within");
    found.extend(
        papers
            .iter()
            .filter(|p| p.item.is_none() && !within.contains(p.path))
            .map(|p| info("unclassified_document").arg("document", p.path).at(p.path, "").done()),
    );
    found
}

/// The documents that findings of a code show.
fn documents_of(found: &[Finding], code: &str) -> BTreeSet<String> {
    let of_code = found.iter().filter(|f| f.code == code);
    of_code.flat_map(|f| &f.evidence).map(|at| at.document.clone()).collect()
}

/// What applicants hand in together and each for itself, looked at again: a person may have added an applicant, or struck one
/// off. `text` has what a document says.
#[must_use]
pub fn papers_of_applicants(profile: &Profile, dossier: &Dossier, text: &dyn Fn(&Document) -> String) -> Vec<Finding> {
    let named = dossier.applicants.iter();
    let named: Vec<_> = named
        .map(|a| (a.name.as_str(), a.stated(ApplicantPart::Name).and_then(|s| s.source.as_ref())))
        .collect();
    let mut found = Vec::new();
    for item in &profile.checklist {
        let own: Vec<&Document> = dossier.documents.iter().filter(|d| d.item.as_ref() == Some(&item.id)).collect();
        let aside = aside(dossier, item);
        let sent = !(own.is_empty() && aside.is_empty());
        match item.required {
            Requirement::WhenJoint if !sent && named.len() > 1 => found.push(missing(item)),
            Requirement::PerApplicant | Requirement::WhenJoint if sent => {
                let texts: Vec<String> = own.iter().map(|d| text(d)).collect();
                let own = own.iter().zip(&texts).map(|(d, text)| (d.path.as_str(), text.as_str()));
                let own: Vec<_> = own.chain(aside).collect();
                found.extend(if item.required == Requirement::WhenJoint {
                    signing::parties(item, &own, &named)
                } else {
                    signing::of_each_applicant(item, &own, &named)
                });
            }
            Requirement::WhenJoint | Requirement::PerApplicant | Requirement::Always | Requirement::Optional => {}
        }
    }
    found
}

/// Whether [`papers_of_applicants`] says a finding.
#[must_use]
pub fn is_of_applicants(profile: &Profile, finding: &Finding) -> bool {
    let required = profile
        .checklist
        .iter()
        .find(|i| Some(&i.id) == finding.item.as_ref())
        .map(|i| i.required);
    match finding.code.as_str() {
        "missing_item" | "item_bound" | "item_within" | "agreement_without_party" => required == Some(Requirement::WhenJoint),
        "missing_item_of_applicant" | "letter_of_another" => required == Some(Requirement::PerApplicant),
        _ => false,
    }
}

/// Papers of an item that were sent and could not be taken out of their archive: known by their names alone.
fn aside<'d>(dossier: &'d Dossier, item: &ChecklistItem) -> Vec<(&'d str, &'static str)> {
    let put = dossier
        .findings
        .iter()
        .filter(|f| f.code == ENTRY_ASIDE && f.item.as_ref() == Some(&item.id));
    put.flat_map(|f| &f.evidence).map(|s| (s.document.as_str(), "")).collect()
}

fn missing(item: &ChecklistItem) -> Finding {
    remark(Severity::Error, "missing_item")
        .arg("item", &item.name)
        .arg("item_en", &item.name_en)
        .item(&item.id, &item.clause)
        .done()
}

/// No paper is it by itself: it stands in another one, or nowhere.
fn absent(item: &ChecklistItem, papers: &[Paper<'_>], reading: &Reading, profile: &Profile, bound: Option<&Source>) -> Finding {
    let inside = within::of(item, papers, reading, profile);
    inside
        // Perhaps inside of another document: a person looks.
        .or_else(|| bound.map(|at| within::said("item_bound", Severity::Error, item, at)))
        .or_else(|| within::likely(item, papers, reading))
        .unwrap_or_else(|| missing(item))
}

/// What should stand inside; nothing is said of documents that cannot be read.
fn sections(item: &ChecklistItem, own: &[&Paper<'_>], joint: bool) -> Vec<Finding> {
    let readable: Vec<&&Paper<'_>> = own.iter().filter(|p| !p.text.trim().is_empty()).collect();
    let blind = own.iter().any(|p| {
        p.content.is_none_or(|c| {
            // Where software misread a heading, or a file breaks off, the section may be there all the same.
            let recognised = c.notes.iter().any(|note| matches!(note, Note::Recognised(_) | Note::Broken));
            recognised || matches!(c.kind, DocumentKind::PdfScan | DocumentKind::Picture)
        })
    });
    if readable.is_empty() || blind {
        return Vec::new();
    }
    let text: String = readable
        .iter()
        .map(|p| simplified(&squeeze(&p.text)))
        .collect::<Vec<_>>()
        .join("\n");
    let papers: Vec<&Paper<'_>> = readable.iter().map(|p| **p).collect();
    let missing = item
        .looks_for
        .iter()
        .filter(|word| labels::field_called(word).is_none() && (joint || !word.ends_with("分工")) && !say(&papers, &text, word));
    let missing = missing.map(|word| {
        let said = warning("absent_section")
            .arg("item", &item.name)
            .arg("item_en", &item.name_en)
            .arg("section", word)
            .item(&item.id, &item.clause);
        readable.iter().fold(said, |said, p| said.at(p.path, "")).done()
    });
    missing.collect()
}

/// Fields that no paper states.
fn absent_fields(papers: &[Paper<'_>], reading: &Reading, profile: &Profile) -> Vec<Finding> {
    let form = profile
        .checklist
        .iter()
        .find(|i| i.looks_for.iter().any(|w| labels::field_called(w) == Some(FieldId::Title)));
    let needed = |id: FieldId| form.is_none_or(|f| f.looks_for.iter().any(|w| labels::field_called(w) == Some(id)));
    let paper = form.and_then(|f| papers.iter().find(|p| p.item.as_ref() == Some(&f.id)));
    let empty = ALL
        .into_iter()
        .filter(|id| !matches!(id, FieldId::Number | FieldId::Joint) && needed(*id));
    let empty = empty.filter(|id| reading.field(*id).is_some_and(|f| f.value.is_empty()));
    let said = empty.map(|id| {
        let mut said = warning("absent_field").arg("field", field_word(id));
        if let Some(form) = form {
            said = said.item(&form.id, &form.clause);
        }
        paper.iter().fold(said, |said, p| said.at(p.path, "")).done()
    });
    said.collect()
}

/// The id under which the catalogue knows a field.
pub(crate) fn field_word(id: FieldId) -> &'static str {
    match id {
        FieldId::Number => "number",
        FieldId::Title => "title",
        FieldId::Track => "track",
        FieldId::Lead => "lead",
        FieldId::Joint => "joint",
        FieldId::Scenario => "scenario",
        FieldId::Technology => "technology",
        FieldId::Users => "users",
        FieldId::Period => "period",
        FieldId::Scale => "scale",
        FieldId::Owner => "owner",
        FieldId::Contact => "contact",
        FieldId::Phone => "phone",
        FieldId::Date => "date",
    }
}
