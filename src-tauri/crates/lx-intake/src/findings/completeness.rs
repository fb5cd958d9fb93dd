//! Is everything there that the checklist asks for?

use lx_domain::{
    ApplicantPart, Document, DocumentKind, Dossier, FieldId, Finding, Profile, Severity, Source,
    profile::{ChecklistItem, Requirement},
};

use super::bound;
use crate::{
    archive::unpack::ENTRY_ASIDE,
    classify::squeeze,
    fields::{ALL, Reading, labels},
    paper::Paper,
    read::Note,
    remark::{info, remark, warning},
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
                found.push(bound.get(&item.id).map_or_else(|| missing(item), |at| in_volume(item, at)));
            }
            continue;
        }
        if item.required == Requirement::PerApplicant {
            let named = reading.applicants.iter();
            let named: Vec<_> = named
                .map(|n| (n.applicant.name.as_str(), n.values.first().map(|(_, _, s)| s)))
                .collect();
            let own: Vec<_> = own.iter().map(|p| (p.path, p.text.as_str())).chain(aside).collect();
            found.extend(of_each_applicant(item, &own, &named));
        }
        found.extend(sections(item, &own, joint));
    }
    found.extend(absent_fields(papers, reading, profile));
    found.extend(
        papers
            .iter()
            .filter(|p| p.item.is_none())
            .map(|p| info("unclassified_document").arg("document", p.path).at(p.path, "").done()),
    );
    found
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
            Requirement::PerApplicant if sent => {
                let texts: Vec<String> = own.iter().map(|d| text(d)).collect();
                let own = own.iter().zip(&texts).map(|(d, text)| (d.path.as_str(), text.as_str()));
                let own: Vec<_> = own.chain(aside).collect();
                found.extend(of_each_applicant(item, &own, &named));
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
        "missing_item" | "item_bound" => required == Some(Requirement::WhenJoint),
        "missing_item_of_applicant" => required == Some(Requirement::PerApplicant),
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

/// Not there by itself, but perhaps inside of another document: a person looks.
fn in_volume(item: &ChecklistItem, at: &Source) -> Finding {
    remark(Severity::Error, "item_bound")
        .arg("item", &item.name)
        .arg("item_en", &item.name_en)
        .arg("document", &at.document)
        .item(&item.id, &item.clause)
        .from(at)
        .done()
}

/// One for each applicant: by the name in the file name or in the text; a letter without any name counts for one. Papers with
/// what they say, applicants with where they are named.
fn of_each_applicant(item: &ChecklistItem, own: &[(&str, &str)], named: &[(&str, Option<&Source>)]) -> Vec<Finding> {
    let own: Vec<(String, String)> = own.iter().map(|(path, text)| (squeeze(path), squeeze(text))).collect();
    let names: Vec<String> = named.iter().map(|(name, _)| squeeze(name)).collect();
    let names_it = |(path, text): &(String, String), name: &str| path.contains(name) || text.contains(name);
    let spare = own.iter().filter(|p| !names.iter().any(|n| names_it(p, n))).count();
    let without: Vec<_> = named
        .iter()
        .zip(&names)
        .filter(|(_, name)| !own.iter().any(|p| names_it(p, name)))
        .collect();
    if without.len() <= spare {
        return Vec::new();
    }
    let missing = without.into_iter().map(|((name, place), _)| {
        let said = remark(Severity::Error, "missing_item_of_applicant")
            .arg("item", &item.name)
            .arg("item_en", &item.name_en)
            .arg("applicant", name)
            .item(&item.id, &item.clause);
        place.iter().fold(said, |said, s| said.from(s)).done()
    });
    missing.collect()
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
    let text: String = readable.iter().map(|p| squeeze(&p.text)).collect::<Vec<_>>().join("\n");
    let missing = item
        .looks_for
        .iter()
        .filter(|word| labels::field_called(word).is_none() && (joint || !word.ends_with("分工")) && !says(&text, word));
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

/// Whether a text says what a profile looks for, in one of the ways in which papers say it.
fn says(text: &str, word: &str) -> bool {
    word.split(['/', '|']).any(|way| {
        let way = squeeze(way);
        !way.is_empty() && (text.contains(&way) || ways(&way).iter().any(|other| text.contains(other)))
    })
}

/// Other words for the same.
fn ways(word: &str) -> &'static [&'static str] {
    match word {
        "等保定级" | "等保测评" | "等级保护" | "等保" | "等保定级与测评" | "等级保护定级与测评" | "等级保护定级或测评" => {
            &["等级保护", "等保"]
        }
        "算法说明" | "算法安全" | "算法" | "算法机制说明" => &["算法"],
        "数据分类分级" => &["分类分级"],
        "评估人" | "评估部门" | "评估主体" | "出具单位" | "出具部门" | "意见出具人" => {
            &["合规部", "法律部", "法务部", "律师事务所", "合规风控部", "评估单位"]
        }
        "评估时间" | "评估日期" | "出具时间" | "出具日期" => &["日评估", "评估日期", "评估时间", "日出具", "出具日期"],
        "评估结论" | "结论" | "结论意见" => &["结论"],
        "创新点" => &["创新性", "创新之处", "新的实现路径"],
        "指标" | "预期指标" | "目标指标" => &["指标", "预期"],
        "实施计划" => &["实施方案", "进度安排", "实施安排"],
        "投资者保护" | "投资者保护措施" => &["投资者权益", "保护投资者"],
        "投诉处理" | "投诉处理机制" => &["投诉"],
        "退出方案" | "退出机制" => &["退出"],
        "应急预案" => &["应急"],
        "风险补偿" | "风险补偿机制" => &["补偿"],
        "防控措施" | "风险防控措施" => &["措施", "处置"],
        "广州产业" | "产业方向" => &["广州"],
        "风险点" | "风险识别" | "风险点与措施" => &["风险点", "风险识别"],
        "数据和知识产权" | "数据与知识产权" | "知识产权" => &["知识产权"],
        _ => &[],
    }
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
