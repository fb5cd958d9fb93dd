//! Do the papers of one package say the same?

use std::collections::{BTreeMap, BTreeSet};

use lx_domain::{Candidate, FieldId, Finding, Profile, Source};

use super::{agreeing::agree, completeness::field_word, quantities::quantities};
use crate::{
    classify::squeeze,
    fields::{Column, Named, Reading, split_names},
    package::is_form,
    paper::Paper,
    remark::{error, warning},
    sink::TextBlock,
    when,
};

/// Fields, institutions, amounts and periods that differ between documents, each with both places.
pub(crate) fn of(papers: &[Paper<'_>], reading: &Reading, _profile: &Profile) -> Vec<Finding> {
    let mut found = fields(reading);
    found.extend(institutions(reading));
    found.extend(codes(reading));
    found.extend(shared_codes(reading));
    found.extend(amounts(papers, reading));
    found.extend(names(papers, reading));
    found
}

/// Candidates of one field that differ.
fn fields(reading: &Reading) -> Vec<Finding> {
    let mut found = Vec::new();
    for field in &reading.fields {
        // Contacts, phones and dates of several papers may well differ.
        if matches!(
            field.id,
            FieldId::Contact | FieldId::Phone | FieldId::Date | FieldId::Scenario | FieldId::Technology | FieldId::Scale | FieldId::Users
        ) {
            continue;
        }
        let Some(first) = field.candidates.first() else { continue };
        let mut said: Vec<&str> = vec![&first.value];
        for other in field.candidates.iter().skip(1) {
            let broken = field.id == FieldId::Title && is_broken(first, other);
            if broken || said.iter().any(|s| agree(field.id, s, &other.value)) {
                continue;
            }
            said.push(&other.value);
            let forms = [first, other].map(|c| is_form(&c.source.document));
            if field.id == FieldId::Title && forms == [true, true] && first.source.document != other.source.document {
                let finding = error("several_applications").arg("first", &first.value).arg("second", &other.value);
                found.push(finding.from(&first.source).from(&other.source).done());
                continue;
            }
            let finding = warning("contradiction_field")
                .arg("field", field_word(field.id))
                .arg("first", &first.value)
                .arg("second", &other.value);
            found.push(finding.from(&first.source).from(&other.source).done());
        }
    }
    found
}

/// Whether one of two titles of a document is the beginning of the other: a title that was broken over lines.
fn is_broken(one: &Candidate, other: &Candidate) -> bool {
    let (a, b) = (squeeze(&one.value), squeeze(&other.value));
    one.source.document == other.source.document && (a.starts_with(&b) || b.starts_with(&a))
}

/// Institutions that the application form names and the list of institutions does not, and the other way round.
fn institutions(reading: &Reading) -> Vec<Finding> {
    if !reading.applicants.iter().any(|n| n.listed) {
        return Vec::new();
    }
    let from_list = |s: &Source| {
        reading
            .applicants
            .iter()
            .any(|n| n.listed && n.values.iter().any(|(c, _, at)| *c == Column::Name && at == s))
    };
    let form = |id: FieldId| {
        reading
            .field(id)
            .map(|f| f.candidates.iter().filter(|c| !from_list(&c.source)).cloned().collect::<Vec<_>>())
            .unwrap_or_default()
    };
    let in_form: BTreeSet<String> = form(FieldId::Lead)
        .into_iter()
        .chain(form(FieldId::Joint))
        .flat_map(|c| split_names(&c.value))
        .map(|n| squeeze(&n))
        .collect();
    let first_list = reading
        .applicants
        .iter()
        .find(|n| n.listed)
        .and_then(|n| n.source(Column::Name))
        .map(|s| s.document.clone())
        .unwrap_or_default();
    let said = reading.applicants.iter().filter_map(|named| {
        let code = if !named.listed {
            "applicant_not_listed"
        } else if !in_form.is_empty() && !in_form.contains(&squeeze(&named.applicant.name)) {
            "applicant_not_in_form"
        } else {
            return None;
        };
        let said = warning(code).arg("applicant", &named.applicant.name);
        let said = named.source(Column::Name).into_iter().fold(said, |said, s| said.from(s));
        let lead = reading.field(FieldId::Lead).and_then(|f| f.source.clone());
        let other = if named.listed {
            lead
        } else {
            Some(Source {
                document: first_list.clone(),
                place: String::new(),
            })
        };
        Some(other.iter().fold(said, |said, s| said.from(s)).done())
    });
    said.collect()
}

/// One institution with two credit codes.
fn codes(reading: &Reading) -> Vec<Finding> {
    let mut found = Vec::new();
    for named in &reading.applicants {
        let codes: Vec<_> = named.values.iter().filter(|(c, _, _)| *c == Column::Code).collect();
        let Some((_, first, at)) = codes.first() else { continue };
        if let Some((_, other, there)) = codes.iter().find(|(_, v, _)| squeeze(v) != squeeze(first)) {
            let said = warning("contradiction_credit_code")
                .arg("applicant", &named.applicant.name)
                .arg("first", first)
                .arg("second", other);
            found.push(said.from(at).from(there).done());
        }
    }
    found
}

/// One credit code of two institutions.
fn shared_codes(reading: &Reading) -> Vec<Finding> {
    let mut first: BTreeMap<&str, &Named> = BTreeMap::new();
    let mut found = Vec::new();
    for named in &reading.applicants {
        let Some(code) = named.applicant.credit_code.as_deref() else {
            continue;
        };
        let Some(other) = first.get(code) else {
            first.insert(code, named);
            continue;
        };
        let said = warning("credit_code_shared")
            .arg("code", code)
            .arg("applicant", &other.applicant.name)
            .arg("other", &named.applicant.name);
        let places = [other.source(Column::Code), named.source(Column::Code)];
        found.push(places.into_iter().flatten().fold(said, |s, at| s.from(at)).done());
    }
    found
}

/// Where a quantity stands.
struct Told {
    document: usize,
    value: u128,
    written: String,
    source: Source,
}

/// Amounts, counts and periods of one thing that differ between documents.
fn amounts(papers: &[Paper<'_>], reading: &Reading) -> Vec<Finding> {
    let mut told: BTreeMap<String, Vec<Told>> = BTreeMap::new();
    // Of a page the words before a quantity may run on from the line above: what paragraphs and cells call it counts.
    let is_page = |block: &TextBlock| block.place.starts_with('第') && block.place.ends_with('页');
    let mut known = BTreeSet::new();
    for block in papers.iter().flat_map(|p| &p.blocks).filter(|b| !is_page(b)) {
        known.extend(quantities(&with_label(block, reading)).into_iter().map(|q| q.key));
    }
    for (document, paper) in papers.iter().enumerate() {
        for block in &paper.blocks {
            for mut q in quantities(&with_label(block, reading)) {
                let called = known.iter().filter(|k| is_page(block) && q.key.ends_with(k.as_str()));
                if let Some(called) = called.max_by_key(|k| k.len()) {
                    q.key.clone_from(called);
                }
                let source = Source {
                    document: paper.path.to_owned(),
                    place: block.place.clone(),
                };
                told.entry(q.key).or_default().push(Told {
                    document,
                    value: q.value,
                    written: q.written,
                    source,
                });
            }
        }
    }
    let mut found = Vec::new();
    let several = reading.applicants.len() > 1;
    for (key, all) in told.iter().filter(|(key, _)| !(several && is_of_a_house(key))) {
        // A document that says several values of one thing speaks of several things.
        let single = |t: &&Told| all.iter().filter(|o| o.document == t.document).all(|o| o.value == t.value);
        let clear: Vec<&Told> = all.iter().filter(single).collect();
        let Some(first) = clear.first() else { continue };
        // What two forms answer is compared field by field.
        let answer = |t: &Told| {
            reading
                .field(FieldId::Period)
                .is_some_and(|f| f.candidates.iter().any(|c| c.source == t.source))
        };
        let differs = clear
            .iter()
            .find(|t| t.value != first.value)
            .filter(|t| !(answer(first) && answer(t)));
        if let Some(other) = differs {
            let code = if key == "试点周期" {
                "contradiction_period"
            } else {
                "contradiction_amount"
            };
            let said = warning(code)
                .arg("what", key)
                .arg("first", &first.written)
                .arg("second", &other.written);
            found.push(said.from(&first.source).from(&other.source).done());
        }
    }
    found
}

/// Whether an amount is that of an institution: each of several applicants has its own.
fn is_of_a_house(key: &str) -> bool {
    ["资本", "资产", "收入", "利润", "负债"].iter().any(|word| key.ends_with(word))
}

/// A cell of the form that holds a period, with its label before it.
fn with_label(block: &TextBlock, reading: &Reading) -> String {
    let is = |id: FieldId| {
        reading.field(id).is_some_and(|f| {
            f.candidates
                .iter()
                .any(|c| c.source.place == block.place && c.value == block.text.trim())
        })
    };
    if is(FieldId::Period) {
        let months = when::months(&block.text);
        months.map_or_else(|| format!("试点周期{}", block.text), |m| format!("试点周期{m}个月"))
    } else {
        block.text.clone()
    }
}

/// Names in running text that begin like an applicant's and go on differently.
fn names(papers: &[Paper<'_>], reading: &Reading) -> Vec<Finding> {
    let all: Vec<String> = reading.applicants.iter().map(|n| squeeze(&n.applicant.name)).collect();
    let mut found = Vec::new();
    for (named, name) in reading.applicants.iter().zip(&all) {
        let start: String = name.chars().take(4).collect();
        let mut said = BTreeSet::new();
        for paper in papers {
            for block in &paper.blocks {
                for other in beginning_with(&squeeze(&block.text), &start) {
                    let known = all
                        .iter()
                        .any(|n| *n == other || n.starts_with(&other) || other.contains(n.as_str()));
                    if !known && alike(name, &other) && said.insert(other.clone()) {
                        let finding = warning("contradiction_name")
                            .arg("applicant", &named.applicant.name)
                            .arg("other", &other);
                        let finding = named.source(Column::Name).into_iter().fold(finding, |f, s| f.from(s));
                        found.push(finding.at(paper.path, &block.place).done());
                    }
                }
            }
        }
    }
    found
}

/// Whether two names are most likely of one company: their own words differ in a character or two at most. 甲证券 and
/// 甲科技 are two companies of one house.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let own = |name: &str| -> Vec<char> {
        let name = ["股份", "有限", "责任", "公司", "集团"]
            .iter()
            .fold(name.to_owned(), |n, form| n.replace(form, ""));
        name.chars().collect()
    };
    let (a, b) = (own(a), own(b));
    let same = |a: &[char], b: &[char]| a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let front = same(&a, &b);
    let back = same(
        &a.iter().rev().copied().collect::<Vec<_>>(),
        &b.iter().rev().copied().collect::<Vec<_>>(),
    );
    let longer = a.len().max(b.len());
    let differ = longer.saturating_sub(front + back);
    // Two characters at the end are another trade, not a slip of the pen.
    differ <= 1 || (differ == 2 && back >= 2)
}

/// Names of companies in a text that begin so.
fn beginning_with(text: &str, start: &str) -> Vec<String> {
    if start.chars().count() < 4 {
        return Vec::new();
    }
    let mut found = Vec::new();
    let former = ["前身为", "前身是", "前身系", "原名", "原名为", "曾用名", "曾用名为", "曾用名:"];
    for (at, _) in text.match_indices(start) {
        // What it was called before is no other name of today.
        if former
            .iter()
            .any(|word| text.get(..at).is_some_and(|before| before.ends_with(word)))
        {
            continue;
        }
        let rest: String = text
            .get(at..)
            .unwrap_or_default()
            .chars()
            .take(30)
            .take_while(|c| c.is_alphanumeric() || matches!(c, '(' | ')'))
            .collect();
        if let Some(end) = rest.find("公司") {
            found.push(rest.get(..end + "公司".len()).unwrap_or_default().to_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{alike, beginning_with};

    #[test]
    fn a_former_name_is_none_of_today() {
        let text = "甲示例证券股份有限公司前身为甲示例证券有限责任公司，甲示例证券有限公司";
        assert_eq!(beginning_with(text, "甲示例证"), ["甲示例证券股份有限公司", "甲示例证券有限公司"]);
    }

    #[test]
    fn companies_of_one_house_are_not_one_company() {
        for (a, b) in [
            ("粤甲示例证券股份有限公司", "粤甲示例证券有限公司"),
            ("粤甲示例证券有限公司", "粤甲示范证券有限公司"),
            ("粤甲示例证券股份有限公司", "粤甲示例证卷股份有限公司"),
            ("广州甲科技有限公司", "广州甲乙丙科技有限公司"),
        ] {
            assert!(alike(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("云山示例证券股份有限公司", "云山示例科技有限公司"),
            ("中国银河证券股份有限公司", "中国银河基金管理有限公司"),
            ("甲示例基金管理有限公司", "甲示例期货有限公司"),
        ] {
            assert!(!alike(a, b), "{a} {b}");
        }
    }
}
