//! Packages, applications, findings, screening.

use std::collections::BTreeMap;

use lx_domain::{
    ApplicantPart, Candidate, Corrected, Dossier, FieldId, FieldStatus, Finding, ItemId, Outcome, Source, UnixMillis,
    profile::ChecklistItem,
};
use lx_steps::{
    Desk, deferring, peeking, recalling,
    screening::{self as steps, Given},
};

use super::{carrying::former, count, named, number, word};
use crate::{
    Fault,
    screening::{
        AdmissionView, ApplicantView, ApplicationRow, ApplicationView, AsideView, CandidateView, CorrectField, DocumentRow, EarlierView,
        FieldView, FindingView, FirstReadingView, ItemView, RefusedFile, Screen, SettledView, SourceView,
    },
    text::{Lang, Texts},
};

/// A refused file in words.
pub(super) fn refused(path: &std::path::Path, fault: &Fault, texts: &Texts) -> RefusedFile {
    RefusedFile {
        path: lx_steps::files::absolute(path).display().to_string(),
        code: fault.code.clone(),
        message: fault.message(texts),
        advice: fault.advice(texts),
    }
}

/// The package list.
///
/// # Errors
/// What reading the desk can meet.
pub fn applications(desk: &Desk) -> Result<Vec<ApplicationRow>, Fault> {
    let mut rows = Vec::new();
    let beside = desk.beside()?;
    let dossiers = desk.dossiers()?;
    let late = deferring::late(desk, &dossiers)?;
    let carried = recalling::carried(desk)?;
    let screenings = steps::screenings(desk, &dossiers)?;
    for (dossier, screening) in dossiers.into_iter().zip(screenings) {
        let all = || dossier.findings.iter().chain(beside.findings(&dossier.number));
        let by = |severity| count(all().filter(|f| f.severity == severity).count());
        rows.push(ApplicationRow {
            number: dossier.number.to_string(),
            title: dossier.title.clone(),
            track: word(&dossier.track),
            lead: dossier.lead().map(|a| a.name.clone()).unwrap_or_default(),
            applicants: count(dossier.applicants.len()),
            documents: count(dossier.documents.len()),
            errors: by(lx_domain::Severity::Error),
            warnings: by(lx_domain::Severity::Warning),
            to_confirm: count(to_confirm(&dossier)),
            outcome: screening.confirmed.as_ref().map(|a| word(&a.outcome)),
            suggested: word(&screening.outcome),
            received_at: dossier.received_at.0,
            version: dossier.version,
            late: late.contains(&dossier.number),
            carried: carried.contains(&dossier.number),
        });
    }
    Ok(rows)
}

/// How many values wait for a person: fields, and properties of applicants.
fn to_confirm(dossier: &Dossier) -> usize {
    let fields = dossier
        .fields
        .iter()
        .filter(|f| f.status == lx_domain::FieldStatus::Confirm)
        .count();
    dossier
        .applicants
        .iter()
        .map(lx_domain::Applicant::to_confirm)
        .fold(fields, usize::saturating_add)
}

/// One application.
///
/// # Errors
/// [`Fault`] for an unknown number.
pub fn application(desk: &Desk, texts: &Texts, of: &str) -> Result<ApplicationView, Fault> {
    view(desk, texts, &desk.dossier(&number(of)?)?)
}

pub(super) fn source(s: &lx_domain::Source) -> SourceView {
    SourceView {
        document: s.document.clone(),
        place: s.place.clone(),
    }
}

pub(super) fn document_row(d: &lx_domain::Document) -> DocumentRow {
    DocumentRow {
        path: d.path.clone(),
        digest: d.digest.to_string(),
        bytes: d.bytes,
        kind: word(&d.kind),
        pages: d.pages,
        item: d.item.as_ref().map(ItemId::to_string),
    }
}

pub(super) fn finding_view(texts: &Texts, f: &Finding) -> FindingView {
    let id = format!("finding-{}", f.code.replace('_', "-"));
    let say = |texts: &Texts| texts.say(&id, f.args.iter().map(|(k, v)| (k.as_str(), v.clone())));
    let message = say(texts);
    FindingView {
        severity: word(&f.severity),
        code: f.code.clone(),
        for_record: match texts.lang() {
            Lang::Chinese => message.clone(),
            Lang::English => say(Texts::of_papers()),
        },
        message,
        document: f.evidence.first().map(|s| s.document.clone()),
        evidence: f.evidence.iter().map(source).collect(),
        item: f.item.as_ref().map(ItemId::to_string),
        clause: f.clause.clone(),
    }
}

fn view(desk: &Desk, texts: &Texts, dossier: &Dossier) -> Result<ApplicationView, Fault> {
    let (corrections, roster) = (steps::corrections(desk, dossier)?, desk.roster()?);
    let settled = |about: Corrected| {
        corrections.iter().rev().find(|c| c.about == about).map(|c| SettledView {
            by: roster.member(&c.by).map_or_else(|| c.by.short(), |m| m.card.name.clone()),
            at: c.at.0,
            reason: c.reason.clone(),
        })
    };
    let candidate = |c: &Candidate| CandidateView {
        value: c.value.clone(),
        source: source(&c.source),
    };
    let stated = |about: Corrected, value: String, status: FieldStatus, place: Option<&Source>, candidates: &[Candidate]| FieldView {
        id: match about {
            Corrected::Field(id) => word(&id),
            Corrected::Applicant { part, .. } => word(&part),
        },
        value,
        status: word(&status),
        source: place.map(source),
        candidates: candidates.iter().map(candidate).collect(),
        settled: settled(about),
    };
    let field = |f: &lx_domain::Field| {
        let about = Corrected::Field(f.id);
        stated(about, f.value.clone(), f.status, f.source.as_ref(), &f.candidates)
    };
    let applicant = |(nth, a): (u32, &lx_domain::Applicant)| ApplicantView {
        name: a.name.clone(),
        class: a.class.as_ref().map(word),
        credit_code: a.credit_code.clone(),
        credit_code_valid: a.credit_code_valid,
        place: a.place.clone(),
        office: a.office.clone(),
        licence: a.licence.clone(),
        duty: a.duty.clone(),
        role: word(&a.role),
        parts: a
            .stated
            .iter()
            .map(|s| {
                let about = Corrected::Applicant {
                    applicant: nth,
                    part: s.part,
                };
                stated(about, a.part(s.part), s.status, s.source.as_ref(), &s.candidates)
            })
            .collect(),
    };
    let beside = desk.beside()?;
    let findings = dossier.findings.iter().chain(beside.findings(&dossier.number));
    Ok(ApplicationView {
        number: dossier.number.to_string(),
        title: dossier.title.clone(),
        track: word(&dossier.track),
        lead: dossier.lead().map(|a| a.name.clone()).unwrap_or_default(),
        applicants: (0..).zip(&dossier.applicants).map(applicant).collect(),
        fields: dossier.fields.iter().map(field).collect(),
        documents: dossier.documents.iter().map(document_row).collect(),
        findings: findings.map(|f| finding_view(texts, f)).collect(),
        aside: asides(desk, texts, dossier)?,
        admission: admission(desk, texts, dossier)?,
        package_name: dossier.package_name.clone(),
        received_at: dossier.received_at.0,
        version: dossier.version,
        late: !deferring::late(desk, std::slice::from_ref(dossier))?.is_empty(),
        earlier: recalling::earlier(desk, dossier)?
            .into_iter()
            .map(|e| EarlierView {
                source: source(&e.source),
                text: e.text,
            })
            .collect(),
        former: former(desk, &dossier.number)?,
    })
}

/// Why an entry was put aside, in words.
pub(super) fn aside_words(texts: &Texts, reason: &str) -> String {
    let id = format!("aside-{reason}");
    texts.word(if texts.has(&id) { &id } else { "aside-damaged" })
}

/// What was put aside of an application, in words.
fn asides(desk: &Desk, texts: &Texts, dossier: &Dossier) -> Result<Vec<AsideView>, Fault> {
    let view = |aside: peeking::Aside| AsideView {
        says: aside_words(texts, &aside.reason),
        path: aside.path,
        reason: aside.reason,
        kept: aside.kept,
    };
    Ok(peeking::asides(desk, dossier)?.into_iter().map(view).collect())
}

fn admission(desk: &Desk, texts: &Texts, dossier: &Dossier) -> Result<AdmissionView, Fault> {
    let screening = steps::screening(desk, dossier)?;
    let (profile, roster) = (desk.profile()?, desk.roster()?);
    let item = |found: &ChecklistItem| {
        let line = screening.items.iter().find(|i| i.id == found.id)?;
        let documents = dossier.documents.iter().filter(|d| d.item.as_ref() == Some(&found.id));
        Some(ItemView {
            id: found.id.to_string(),
            name: texts.pick(&found.name, &found.name_en).to_owned(),
            state: word(&line.verdict.state),
            complete: line.verdict.state.complete(),
            regular: line.verdict.state.regular(),
            reason: line.verdict.reason.clone(),
            places: line.verdict.places.iter().map(source).collect(),
            findings: dossier
                .findings
                .iter()
                .filter(|f| f.item.as_ref() == Some(&found.id) && f.severity != lx_domain::Severity::Info)
                .map(|f| finding_view(texts, f))
                .collect(),
            prefilled: line.prefilled,
            documents: documents.map(|d| d.path.clone()).collect(),
            clause: found.clause.clone(),
        })
    };
    let name = |by: &lx_domain::Fingerprint| roster.member(by).map_or_else(|| by.short(), |m| m.card.name.clone());
    let confirmed = screening.confirmed.as_ref();
    let first_reading = confirmed.and_then(|a| a.first_reading.as_ref()).map(|read| FirstReadingView {
        text: read.text.clone(),
        by: name(&read.by),
        at: read.at.0,
    });
    Ok(AdmissionView {
        items: profile.checklist.iter().filter_map(item).collect(),
        outcome: word(&screening.outcome),
        reason: screening.reason.clone(),
        confirmed: confirmed.is_some(),
        by: confirmed.map(|a| name(&a.by)),
        at: confirmed.map(|a| a.at.0),
        profile_short: confirmed.and_then(|a| a.profile).map(|p| p.short()),
        first_reading,
    })
}

/// Screens one application.
///
/// # Errors
/// What the step refuses.
pub fn screen(desk: &mut Desk, texts: &Texts, request: &Screen, at: UnixMillis) -> Result<ApplicationView, Fault> {
    let of = number(&request.number)?;
    let mut items: BTreeMap<ItemId, Given> = BTreeMap::new();
    let place = |s: &SourceView| lx_domain::Source {
        document: s.document.clone(),
        place: s.place.trim().to_owned(),
    };
    for (id, state) in &request.items {
        let given = Given {
            state: named("state", state)?,
            places: request.places.as_ref().map(|all| all.iter().map(place).collect()),
        };
        items.insert(id.parse().map_err(|_| Fault::unknown("item", id))?, given);
    }
    let outcome = request.outcome.as_deref().map(|o| named::<Outcome>("outcome", o)).transpose()?;
    steps::screen(desk, &of, &items, outcome, request.reason.as_deref().unwrap_or_default(), at)?;
    application(desk, texts, &request.number)
}

/// Confirms or corrects a field, or a property of an applicant. A corrected number is the number of the application from then on.
///
/// # Errors
/// What the step refuses.
pub fn correct_field(desk: &mut Desk, texts: &Texts, request: &CorrectField, at: UnixMillis) -> Result<ApplicationView, Fault> {
    let (of, value, reason) = (number(&request.number)?, &request.value, &request.reason);
    match request.applicant {
        Some(nth) => {
            let part: ApplicantPart = named("field", &request.field)?;
            steps::correct_applicant(desk, &of, nth, part, value, reason, at)?;
        }
        None => match named("field", &request.field)? {
            FieldId::Number => {
                let now = lx_steps::renumbering::renumber(desk, &of, value, reason, at)?;
                return application(desk, texts, now.as_str());
            }
            field => steps::correct_field(desk, &of, field, value, reason, at)?,
        },
    }
    application(desk, texts, &request.number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_finding_leaves_in_a_record_is_chinese_whatever_the_window_speaks() {
        let finding = Finding {
            severity: lx_domain::Severity::Error,
            code: "missing_item".to_owned(),
            args: BTreeMap::from([("item".to_owned(), "试点方案".to_owned())]),
            evidence: Vec::new(),
            item: None,
            clause: None,
        };
        let shown = finding_view(&Texts::new(Lang::English), &finding);
        assert_ne!(shown.message, shown.for_record);
        assert_eq!(shown.for_record, finding_view(&Texts::new(Lang::Chinese), &finding).message);
    }

    #[test]
    fn the_places_of_a_shared_file_are_one_sentence_however_many_there_are() {
        let said = |lang: Lang, named: &str, others: &str| {
            let mut args = BTreeMap::from([("document", "附件.txt"), ("named", named), ("others", others)]);
            args.extend([("other", "A-01"), ("other_title", "甲"), ("other_document", "a.txt")]);
            args.extend([("second", "A-02"), ("second_title", "乙"), ("second_document", "b.txt")]);
            args.extend([("third", "A-03"), ("third_title", "丙"), ("third_document", "c.txt")]);
            let finding = Finding {
                severity: lx_domain::Severity::Warning,
                code: "same_file_elsewhere".to_owned(),
                args: args.into_iter().map(|(k, v)| (k.to_owned(), v.to_owned())).collect(),
                evidence: Vec::new(),
                item: None,
                clause: None,
            };
            let message = finding_view(&Texts::new(lang), &finding).message;
            let until = ["。", ". "].iter().find_map(|end| message.split_once(end));
            until.map(|(fact, _)| fact.to_owned()).unwrap_or_default()
        };
        let all = |lang: Lang| [("one", "1"), ("two", "2"), ("three", "3"), ("more", "59")].map(|(n, o)| said(lang, n, o));
        assert_eq!(
            all(Lang::Chinese),
            [
                "“附件.txt”与 A-01“甲”中的“a.txt”内容完全相同",
                "“附件.txt”与 A-01“甲”中的“a.txt”、A-02“乙”中的“b.txt”内容完全相同",
                "“附件.txt”与 A-01“甲”中的“a.txt”、A-02“乙”中的“b.txt”、A-03“丙”中的“c.txt”内容完全相同",
                "“附件.txt”与 A-01“甲”中的“a.txt”、A-02“乙”中的“b.txt”、A-03“丙”中的“c.txt”等 59 个项目的文件内容完全相同",
            ]
        );
        assert_eq!(
            all(Lang::English),
            [
                "“附件.txt” is the same file as “a.txt” of A-01 “甲”",
                "“附件.txt” is the same file as “a.txt” of A-01 “甲” and “b.txt” of A-02 “乙”",
                "“附件.txt” is the same file as “a.txt” of A-01 “甲”, “b.txt” of A-02 “乙” and “c.txt” of A-03 “丙”",
                "“附件.txt” is the same file as “a.txt” of A-01 “甲”, “b.txt” of A-02 “乙”, “c.txt” of A-03 “丙” and others, in 59 other applications",
            ]
        );
    }
}
