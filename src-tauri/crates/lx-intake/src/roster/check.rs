//! A roster beside what was really received.

use std::collections::{BTreeMap, BTreeSet};

use lx_domain::{ApplicationNumber, Dossier, FieldId, Finding};

use super::{Roster, RosterField, RosterRow, RosterValue};
use crate::{
    fields::{same_value, titles_agree, track_of},
    findings::field_word,
    remark::{info, warning},
};

/// What a roster and the applications say of each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RosterCheck {
    /// Contradictions, and applications that the roster does not list. Evidence lies in the application.
    pub findings: BTreeMap<ApplicationNumber, Vec<Finding>>,
    /// Rows of the roster of which nothing was received. Evidence lies in the roster.
    pub missing: Vec<Finding>,
    /// Row of the roster (from 1) → the application it was matched with.
    pub matched: BTreeMap<u32, ApplicationNumber>,
}

/// Fields that are compared; contacts and dates may well differ.
const COMPARED: [RosterField; 6] = [
    RosterField::Title,
    RosterField::Track,
    RosterField::Lead,
    RosterField::Joint,
    RosterField::Period,
    RosterField::Owner,
];

/// Lays a roster beside the applications: by number, else by a title that only one row and one application have.
///
/// Codes: `roster_contradiction`, `roster_code_differs`, `roster_number_differs`, `roster_unlisted`,
/// `roster_not_received`.
#[must_use]
pub fn across_roster(roster: &Roster, dossiers: &[&Dossier]) -> RosterCheck {
    let mut check = RosterCheck::default();
    let mut listed: BTreeSet<&ApplicationNumber> = BTreeSet::new();
    for row in &roster.rows {
        let Some(dossier) = dossier_of(row, roster, dossiers) else {
            check.missing.push(not_received(row));
            continue;
        };
        listed.insert(&dossier.number);
        check.matched.insert(row.row, dossier.number.clone());
        let said = compare(row, dossier);
        check.findings.entry(dossier.number.clone()).or_default().extend(said);
    }
    for dossier in dossiers.iter().filter(|d| !listed.contains(&d.number)) {
        let said = warning("roster_unlisted")
            .arg("number", &dossier.number)
            .arg("roster", &roster.name)
            .at(&dossier.package_name, "");
        check.findings.entry(dossier.number.clone()).or_default().push(said.done());
    }
    check.findings.retain(|_, found| !found.is_empty());
    check
}

fn dossier_of<'d>(row: &RosterRow, roster: &Roster, dossiers: &[&'d Dossier]) -> Option<&'d Dossier> {
    let by_number = row.number.as_ref().and_then(|n| dossiers.iter().find(|d| d.number == *n));
    if let Some(dossier) = by_number {
        return Some(dossier);
    }
    let title = &row.get(RosterField::Title)?.value;
    let rows = roster
        .rows
        .iter()
        .filter(|r| r.get(RosterField::Title).is_some_and(|t| titles_agree(&t.value, title)));
    let numbers: BTreeSet<&ApplicationNumber> = roster.rows.iter().filter_map(|r| r.number.as_ref()).collect();
    let mut same = dossiers
        .iter()
        .filter(|d| titles_agree(&d.title, title) && !numbers.contains(&d.number));
    match (rows.count(), same.next(), same.next()) {
        (1, Some(only), None) => Some(only),
        _ => None,
    }
}

fn not_received(row: &RosterRow) -> Finding {
    let said = |field| row.get(field).map(|v| v.value.clone()).unwrap_or_default();
    let number = row.number.as_ref().map(ToString::to_string).unwrap_or_default();
    let finding = warning("roster_not_received")
        .arg("number", number)
        .arg("row", row.row)
        .arg("title", said(RosterField::Title))
        .arg("applicant", said(RosterField::Lead));
    row.values.iter().take(1).fold(finding, |f, v| f.from(&v.source)).done()
}

fn compare(row: &RosterRow, dossier: &Dossier) -> Vec<Finding> {
    let mut found = Vec::new();
    if let Some(listed) = row.number.as_ref().filter(|n| **n != dossier.number) {
        let said = warning("roster_number_differs")
            .arg("listed", listed)
            .arg("number", &dossier.number);
        let said = said.arg("at", place(row.get(RosterField::Number)));
        found.push(said.at(&dossier.package_name, "").done());
    }
    let pairs = COMPARED.iter().filter_map(|f| Some((row.get(*f)?, f.field()?)));
    found.extend(pairs.filter_map(|(listed, id)| differs(listed, id, dossier)));
    let code = row.get(RosterField::CreditCode);
    let own = dossier.lead().and_then(|l| l.credit_code.as_deref());
    if let (Some(listed), Some(own)) = (code, own)
        && !same_value(FieldId::Number, &listed.value, own)
    {
        let said = warning("roster_code_differs").arg("listed", &listed.value).arg("code", own);
        let said = said.arg("applicant", dossier.lead().map(|l| l.name.clone()).unwrap_or_default());
        let at = dossier
            .fields
            .iter()
            .find(|f| f.id == FieldId::Lead)
            .and_then(|f| f.source.as_ref());
        let said = said.arg("at", place(code));
        found.push(at.into_iter().fold(said, |s, at| s.from(at)).done());
    }
    found
}

fn differs(listed: &RosterValue, id: FieldId, dossier: &Dossier) -> Option<Finding> {
    let field = dossier.fields.iter().find(|f| f.id == id).filter(|f| !f.value.is_empty())?;
    let agrees = match id {
        FieldId::Track => match (track_of(&listed.value), track_of(&field.value)) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        },
        _ => same_value(id, &listed.value, &field.value),
    };
    if agrees {
        return None;
    }
    // What the package itself says in several ways may be the package's fault: only noted.
    let candidate = field.candidates.iter().any(|c| same_value(id, &c.value, &listed.value));
    let said = if candidate {
        info("roster_contradiction")
    } else {
        warning("roster_contradiction")
    };
    let said = said
        .arg("field", field_word(id))
        .arg("listed", &listed.value)
        .arg("value", &field.value)
        .arg("at", place(Some(listed)));
    Some(field.source.iter().fold(said, |s, at| s.from(at)).done())
}

fn place(value: Option<&RosterValue>) -> String {
    value
        .map(|v| format!("{} {}", v.source.document, v.source.place))
        .unwrap_or_default()
}
