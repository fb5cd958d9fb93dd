//! Findings that stand against 齐备、规范: what an application says twice in two ways, or plainly wrong.
//!
//! The choice: contradictions, and faults that only another paper or a word of the applicants mends. A heading that was not
//! found, a scan, an author's name, a licence that a fund manager does not write down are left to the person's eye: most good
//! packages have some. An error about an item of the checklist is in the verdict on that item, which a person may overrule.

use lx_domain::{ApplicantPart, Dossier, FieldId, FieldStatus, Finding, Severity};

/// More are counted, not named.
const MOST: usize = 4;

/// What is unsettled, in the words of the report; empty where nothing is.
pub(super) fn named(dossier: &Dossier) -> String {
    let mut all: Vec<String> = Vec::new();
    for words in dossier.findings.iter().filter_map(|finding| unsettled(dossier, finding)) {
        if !all.contains(&words) {
            all.push(words);
        }
    }
    let first = all.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join("、");
    if all.len() > MOST {
        format!("{first}等{}处", all.len())
    } else {
        first
    }
}

fn unsettled(dossier: &Dossier, finding: &Finding) -> Option<String> {
    let said = |name: &str| finding.args.get(name).map(String::as_str).unwrap_or_default();
    let of_applicant = |what: &str| format!("{}{what}", printable(said("applicant")));
    let words = match finding.code.as_str() {
        "contradiction_field" => {
            let (field, word) = field(said("field"))?;
            is_open(dossier, field).then(|| format!("{word}前后不一致"))?
        }
        "contradiction_period" => (!is_corrected(dossier, FieldId::Period)).then(|| "试点周期前后不一致".to_owned())?,
        "contradiction_amount" => format!("{}前后不一致", printable(said("what"))),
        "contradiction_name" => of_applicant("的机构名称前后不一致"),
        "contradiction_credit_code" if is_code_corrected(dossier, said("applicant")) => return None,
        "contradiction_credit_code" => of_applicant("的统一社会信用代码前后不一致"),
        "credit_code_shared" => of_applicant("的统一社会信用代码与他人相同"),
        "credit_code_invalid" => of_applicant("的统一社会信用代码有误"),
        "applicant_not_listed" | "applicant_not_in_form" => of_applicant("在申报书与机构信息中不一致"),
        "licence_expired" => "证照已过有效期".to_owned(),
        "absent_field" => {
            let (field, word) = field(said("field"))?;
            let needed = matches!(field, FieldId::Title | FieldId::Lead) && !is_corrected(dossier, field);
            needed.then(|| format!("未见{word}"))?
        }
        "other_application" => "材料像是另一项目的".to_owned(),
        _ if finding.severity == Severity::Error && finding.item.is_none() => "材料中的错误".to_owned(),
        _ => return None,
    };
    Some(words)
}

/// Fields that contradict themselves or are missed, with the words of the catalogue.
fn field(word: &str) -> Option<(FieldId, &'static str)> {
    Some(match word {
        "number" => (FieldId::Number, "项目编号"),
        "title" => (FieldId::Title, "项目名称"),
        "track" => (FieldId::Track, "申报类型"),
        "lead" => (FieldId::Lead, "牵头单位"),
        "joint" => (FieldId::Joint, "联合单位"),
        "period" => (FieldId::Period, "试点周期"),
        "owner" => (FieldId::Owner, "项目负责人"),
        _ => return None,
    })
}

/// Whether nobody has said yet which of its values holds: until then it is to be confirmed.
fn is_open(dossier: &Dossier, id: FieldId) -> bool {
    dossier.fields.iter().all(|f| f.id != id || f.status == FieldStatus::Confirm)
}

fn is_corrected(dossier: &Dossier, id: FieldId) -> bool {
    dossier.fields.iter().any(|f| f.id == id && f.status == FieldStatus::Corrected)
}

fn is_code_corrected(dossier: &Dossier, applicant: &str) -> bool {
    let of = dossier.applicants.iter().filter(|a| a.name == applicant);
    let mut stated = of.flat_map(|a| &a.stated).filter(|s| s.part == ApplicantPart::CreditCode);
    stated.any(|s| s.status == FieldStatus::Corrected)
}

/// The reason is printed: what no font can print is left out.
fn printable(text: &str) -> &str {
    if lx_report::check_glyphs(text).is_empty() {
        text
    } else {
        "申报机构"
    }
}
