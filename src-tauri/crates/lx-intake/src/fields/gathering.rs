//! Which of the institutions that papers name apply, and what is stated of each.

use lx_domain::{Applicant, Field, FieldId, FieldStatus, Source};

use super::{
    Named,
    applicants::shown,
    institution::{is_institution, names_of, same_institution, without_marks},
    labels::Column,
    rows::{Kind, MOST_APPLICANTS, Row, role_of},
    value::is_answer,
};

/// An institution as it is put together.
pub(super) struct Gathered {
    pub(super) named: Named,
    doubted: Vec<(Column, String, Source)>,
    /// What of it is to be confirmed, whatever its places say.
    pub(super) unsure: Vec<Column>,
}

/// Everybody who applies, and which of them the form names as the lead.
pub(super) struct Applying {
    pub(super) all: Vec<Gathered>,
    pub(super) lead: Option<usize>,
}

/// Puts together what lists and forms say of each institution that applies, and who else the form names.
pub(super) fn gather(rows: Vec<Row>, fields: &[Field]) -> Applying {
    let known = known(&rows, fields);
    let verdicts: Vec<Option<bool>> = rows.iter().map(|row| applies(row, &rows, &known)).collect();
    let mut applying = Applying {
        all: Vec::new(),
        lead: None,
    };
    for (row, verdict) in rows.into_iter().zip(verdicts) {
        if let Some(sure) = verdict {
            applying.add(row, sure);
        }
    }
    for id in [FieldId::Lead, FieldId::Joint] {
        let Some(field) = fields.iter().find(|f| f.id == id) else {
            continue;
        };
        for (name, sure) in named_by(field) {
            let at = applying.stated(&name, sure, field.source.as_ref());
            if id == FieldId::Lead {
                applying.lead = at;
            }
        }
    }
    applying.all.truncate(MOST_APPLICANTS);
    applying.lead = applying.lead.filter(|at| *at < MOST_APPLICANTS);
    applying.all.iter_mut().for_each(Gathered::propose);
    applying
}

/// Whether the lists of the package name an institution that the form leaves out, or give it another role.
pub(super) fn disagree(rows: &[Row], fields: &[Field]) -> (bool, bool) {
    let known = stated_names(fields);
    if known.is_empty() {
        return (false, false);
    }
    let listed = rows.iter().filter(|row| applies(row, rows, &known) == Some(true));
    let left_out = listed.clone().any(|row| !has(&known, row.name()));
    let lead = fields
        .iter()
        .find(|f| f.id == FieldId::Lead)
        .map(|f| names_of(&f.value).list)
        .unwrap_or_default();
    let other_role = listed
        .filter_map(|row| Some((row, duty_role(row.get(Column::Duty)?.0)?)))
        .any(|(row, leads)| {
            let is_lead = lead.iter().any(|name| same_institution(name, row.name()));
            leads != is_lead
        });
    (left_out, other_role)
}

/// Whether a duty begins by saying who leads: 牵头单位：总体负责.
fn duty_role(duty: &str) -> Option<bool> {
    let begins = |words: &[&str]| words.iter().any(|w| duty.trim_start().starts_with(w));
    if begins(&["牵头单位", "牵头机构", "牵头方"]) {
        return Some(true);
    }
    begins(&["联合单位", "参与单位", "成员单位", "合作单位", "联合机构"]).then_some(false)
}

/// The institutions that are known to apply: those the form names, else those described one by one, else the first list.
fn known(rows: &[Row], fields: &[Field]) -> Vec<String> {
    let stated = stated_names(fields);
    if !stated.is_empty() {
        return stated;
    }
    let own = |row: &&Row| row.origin.kind != Kind::Other && !row.origin.party;
    let alone: Vec<String> = rows
        .iter()
        .filter(|row| own(row) && row.origin.list.is_none())
        .map(|row| row.name().to_owned())
        .collect();
    let first = rows.iter().find(own).map(|row| row.origin);
    let listed = rows.iter().filter(|row| Some(row.origin) == first).map(|row| row.name().to_owned());
    if alone.is_empty() { listed.collect() } else { alone }
}

fn stated_names(fields: &[Field]) -> Vec<String> {
    let own = fields.iter().filter(|f| matches!(f.id, FieldId::Lead | FieldId::Joint));
    let names = own.flat_map(|f| names_of(&f.value).list);
    names.filter(|name| is_institution(name)).collect()
}

fn has(known: &[String], name: &str) -> bool {
    known.iter().any(|own| same_institution(own, name) || is_short(own, name))
}

/// 甲证券 of 甲证券股份有限公司.
fn is_short(short: &str, name: &str) -> bool {
    let form = name
        .strip_prefix(short)
        .filter(|_| !short.ends_with("公司") && short.chars().count() >= 3);
    form.is_some_and(|form| form.ends_with("公司"))
}

/// Whether a row makes an applicant, and `true` where nothing else can be meant. Of institutions that nobody named as
/// applicants, those listed apart from them, or in papers about other things, are none: testers, suppliers, shareholders.
fn applies(row: &Row, rows: &[Row], known: &[String]) -> Option<bool> {
    let is_known = has(known, row.name());
    let here = |other: &&Row| other.origin.paper == row.origin.paper;
    let knows = |other: &Row| has(known, other.name());
    if row.origin.kind == Kind::Other || row.origin.party {
        return (is_known || known.is_empty()).then_some(false);
    }
    if row.origin.list.is_none() {
        return Some(is_known || known.is_empty() || row.origin.kind == Kind::Applicants);
    }
    let with_known = rows.iter().filter(|other| other.origin == row.origin).any(knows);
    if with_known || known.is_empty() {
        // Beside the lead a form may list who only helps.
        let applies = row.origin.kind == Kind::Applicants || row.get(Column::Role).is_some();
        return Some(is_known || known.is_empty() || applies);
    }
    // Nobody gives customers or shareholders a role.
    let role = row.get(Column::Role).is_some();
    let of_others = !role && (row.origin.kind == Kind::Form || rows.iter().filter(here).any(knows));
    (!of_others).then_some(false)
}

/// The applicants that a field names, and whether each is beyond doubt. What cannot be a name is none.
fn named_by(field: &Field) -> Vec<(String, bool)> {
    let names = names_of(&field.value);
    let sure = names.sure && field.status == FieldStatus::Found;
    let all = names.list.iter().all(|name| is_institution(name));
    let list = match field.id {
        FieldId::Lead if all => names.list.into_iter().take(1).collect(),
        FieldId::Lead => vec![without_marks(&field.value)],
        _ => names.list,
    };
    let can_be = |name: &String| {
        let unlike = (4..=60).contains(&name.chars().count()) && is_answer(name) && !name.contains(|c: char| c.is_ascii_digit());
        is_institution(name) || (field.id == FieldId::Lead && unlike)
    };
    list.into_iter().filter(can_be).map(|name| (shown(&name), sure)).collect()
}

impl Applying {
    fn add(&mut self, row: Row, sure: bool) {
        let name = shown(row.name());
        let sure = sure && is_institution(&name);
        let at = self.position(&name).unwrap_or_else(|| {
            self.all.push(Gathered::called(&name, true));
            self.all.len().saturating_sub(1)
        });
        let Some(one) = self.all.get_mut(at) else { return };
        one.named.values.extend(row.values);
        one.doubted.extend(row.doubted);
        if sure {
            one.unsure.clear();
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.all.iter().position(|one| same_institution(&one.named.applicant.name, name))
    }

    /// The applicant that a field names; where that is short for the name of one that is listed, nobody says so for certain.
    fn stated(&mut self, name: &str, sure: bool, source: Option<&Source>) -> Option<usize> {
        let value = source.map(|s| (Column::Name, name.to_owned(), s.clone()));
        if let Some(at) = self.position(name) {
            if sure && let Some(one) = self.all.get_mut(at) {
                one.unsure.clear();
            }
            return Some(at);
        }
        let mut long = (0..)
            .zip(&self.all)
            .filter(|(_, one)| is_short(name, &one.named.applicant.name))
            .map(|(at, _)| at);
        if let (Some(at), None) = (long.next(), long.next()) {
            if let Some(one) = self.all.get_mut(at) {
                one.named.values.extend(value);
            }
            return Some(at);
        }
        let mut one = Gathered::called(name, false);
        one.named.values.extend(value);
        if sure {
            one.unsure.clear();
        }
        self.all.push(one);
        Some(self.all.len().saturating_sub(1))
    }
}

impl Gathered {
    fn called(name: &str, listed: bool) -> Self {
        Self {
            named: Named {
                applicant: Applicant::named(name),
                values: Vec::new(),
                listed,
            },
            doubted: Vec::new(),
            unsure: vec![Column::Name],
        }
    }

    /// What may be another institution's is proposed where nothing else is stated. A class decides too much for that.
    fn propose(&mut self) {
        for (column, value, source) in std::mem::take(&mut self.doubted) {
            let stated = self.named.values.iter().any(|(c, ..)| *c == column);
            if !stated && column != Column::Class && (column != Column::Role || role_of(&value).is_some()) {
                self.named.values.push((column, value, source));
                self.unsure.push(column);
            }
        }
    }
}
