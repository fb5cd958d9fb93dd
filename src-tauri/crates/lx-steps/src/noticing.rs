//! Papers for the applicants: the receipt (回执) and the notice of what is to be supplied (补充材料通知), told at once (一次性告知).

mod added;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use lx_domain::{
    Admission, ApplicationNumber, Digest, Dossier, FieldId, FieldStatus, Finding, ItemId, ItemState, Outcome, Profile, Role, Source,
    UnixMillis,
};
use lx_ledger::Issued;
use lx_report::{Added, NoticeLine, Reception, set_notice, set_receipt};
use serde::{Deserialize, Serialize};

use crate::{Desk, StepError, deferring, placing, prefill::is_irregular, screening};

const RECEIPT: &str = "receipt";
const NOTICE: &str = "notice";

/// What an applicant is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointKind {
    /// 缺失.
    Missing,
    /// 不规范.
    Irregular,
    /// 前后不一致.
    Contradiction,
    /// 待确认.
    Confirm,
}

/// One line of a notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Names the line inside its dossier: `item:<id>`, `field:<id>`, `finding:<place among the findings>`.
    pub key: String,
    /// What kind of thing is asked for.
    pub kind: PointKind,
    /// Of which item of the checklist.
    pub item: Option<ItemId>,
    /// About which field.
    pub field: Option<FieldId>,
    /// The finding's code.
    pub code: Option<String>,
    /// The finding's facts; for a field its candidates.
    pub args: BTreeMap<String, String>,
    /// The words; of a finding they come from the catalogue.
    pub text: String,
    /// Where.
    pub places: Vec<Source>,
    /// The clause behind it.
    pub clause: String,
    /// Whether it is asked for unless a person leaves it out.
    pub asked: bool,
}

/// A notice that went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Everything that was asked for.
    pub points: Vec<Point>,
    /// By when.
    pub deadline: Option<UnixMillis>,
}

/// Findings that an applicant can answer: whether they are asked for unless left out. Others are for the secretary alone.
fn askable(code: &str) -> Option<(PointKind, bool)> {
    use PointKind::{Contradiction, Irregular, Missing};
    Some(match code {
        "contradiction_field"
        | "contradiction_credit_code"
        | "contradiction_amount"
        | "contradiction_period"
        | "contradiction_name"
        | "contradiction_scale"
        | "contradiction_date"
        | "period_reversed"
        | "period_inconsistent"
        | "date_in_future"
        | "date_impossible"
        | "applicant_not_listed"
        | "applicant_not_in_form"
        | "credit_code_shared" => (Contradiction, true),
        "absent_section" | "absent_field" | "credit_code_absent" | "seat_unknown" | "scenario_by_technology" | "no_licensed_provider" => {
            (Missing, true)
        }
        "licence_absent" | "licence_unstated" | "recognition_evidence" | "seat_unclear" => (Missing, false),
        "credit_code_invalid"
        | "licence_expired"
        | "letter_blank"
        | "letter_of_another"
        | "licence_of_another"
        | "agreement_without_party"
        | "document_broken"
        | "document_locked"
        | "empty_document"
        | "tracked_changes"
        | "entry_quarantined" => (Irregular, true),
        "scan"
        | "document_unreadable"
        | "comments_left"
        | "hidden_content"
        | "unseen_text"
        | "macros"
        | "formula_uncalculated"
        | "number_rounded" => (Irregular, false),
        _ => return None,
    })
}

/// Everything that a notice on this application can ask for, as its screening stands: items, contradictions, gaps, form faults,
/// fields with several values.
///
/// # Errors
/// What reading the desk can meet.
pub fn points(desk: &Desk, dossier: &Dossier) -> Result<Vec<Point>, StepError> {
    let (profile, screening) = (desk.profile()?, screening::screening(desk, dossier)?);
    let states: BTreeMap<_, _> = screening.items.iter().map(|i| (i.id.clone(), i.verdict.clone())).collect();
    let mut points = Vec::new();
    for item in &profile.checklist {
        let Some(verdict) = states.get(&item.id) else { continue };
        let kind = match verdict.state {
            ItemState::Missing => PointKind::Missing,
            ItemState::Irregular => PointKind::Irregular,
            ItemState::Present | ItemState::Na => continue,
        };
        points.push(Point {
            key: format!("item:{}", item.id),
            kind,
            item: Some(item.id.clone()),
            field: None,
            code: None,
            args: BTreeMap::new(),
            text: verdict.reason.clone(),
            places: verdict.places.clone(),
            clause: item.clause.clone(),
            asked: true,
        });
    }
    points.extend(dossier.findings.iter().enumerate().filter_map(|(at, finding)| {
        let state = finding.item.as_ref().and_then(|id| states.get(id)).map(|v| v.state);
        let left = left_to_ask(finding, state, dossier)?;
        let point = of_finding(at, finding)?;
        Some(Point {
            asked: point.asked && left,
            ..point
        })
    }));
    points.extend(of_fields(dossier));
    points.sort_by_key(|p| p.kind);
    Ok(points)
}

/// Whether a finding is asked for beside what a person has said of its item and filled in, or offered alone; absent where that
/// says it already.
fn left_to_ask(finding: &Finding, item: Option<ItemState>, dossier: &Dossier) -> Option<bool> {
    match item {
        Some(ItemState::Missing | ItemState::Na) => None,
        Some(ItemState::Irregular) if is_irregular(&finding.code) => None,
        Some(ItemState::Irregular) => Some(false),
        Some(ItemState::Present) | None => Some(!is_filled_in(finding, dossier)),
    }
}

/// Whether a person has filled in what the form leaves blank.
fn is_filled_in(finding: &Finding, dossier: &Dossier) -> bool {
    let corrected = dossier.fields.iter().filter(|f| f.status == FieldStatus::Corrected);
    let mut named = corrected.filter_map(|f| serde_json::to_value(f.id).ok());
    finding.code == "absent_field" && named.any(|id| id.as_str() == finding.args.get("field").map(String::as_str))
}

fn of_finding(at: usize, finding: &Finding) -> Option<Point> {
    let (kind, asked) = askable(&finding.code)?;
    Some(Point {
        key: format!("finding:{at}"),
        kind,
        item: finding.item.clone(),
        field: None,
        code: Some(finding.code.clone()),
        args: finding.args.clone(),
        text: String::new(),
        places: finding.evidence.clone(),
        clause: finding.clause.clone().unwrap_or_default(),
        asked,
    })
}

/// Fields that nobody has confirmed and that the papers state in several ways, unless a contradiction says so already.
fn of_fields(dossier: &Dossier) -> impl Iterator<Item = Point> {
    let said: BTreeSet<&str> = dossier
        .findings
        .iter()
        .filter_map(|f| match f.code.as_str() {
            "contradiction_period" => Some("period"),
            "contradiction_amount" | "contradiction_scale" => Some("scale"),
            "contradiction_date" => Some("date"),
            _ => f.args.get("field").map(String::as_str),
        })
        .collect();
    let open = dossier
        .fields
        .iter()
        .filter(|f| f.status == FieldStatus::Confirm && !f.value.is_empty());
    let open: Vec<Point> = open
        .filter(|f| !serde_json::json!(f.id).as_str().is_some_and(|id| said.contains(id)))
        .filter_map(|field| {
            let id = serde_json::json!(field.id).as_str()?.to_owned();
            let others: BTreeSet<&str> = field
                .candidates
                .iter()
                .map(|c| c.value.trim())
                .filter(|v| *v != field.value.trim())
                .collect();
            let args = [
                ("field", id.clone()),
                ("value", field.value.clone()),
                ("others", others.iter().copied().collect::<Vec<_>>().join("”“")),
            ];
            Some(Point {
                key: format!("field:{id}"),
                kind: PointKind::Confirm,
                item: None,
                field: Some(field.id),
                code: None,
                args: args.map(|(name, value)| (name.to_owned(), value)).into(),
                text: String::new(),
                places: field
                    .source
                    .iter()
                    .chain(field.candidates.iter().map(|c| &c.source))
                    .fold(Vec::new(), |mut all, s| {
                        if !all.contains(s) {
                            all.push(s.clone());
                        }
                        all
                    }),
                clause: String::new(),
                asked: !others.is_empty(),
            })
        })
        .collect();
    open.into_iter()
}

/// The outcome that a person has confirmed.
fn confirmed(desk: &Desk, dossier: &Dossier) -> Result<Admission, StepError> {
    let confirmed = screening::screening(desk, dossier)?.confirmed;
    confirmed.ok_or_else(|| StepError::NotScreened(dossier.number.clone()))
}

/// Writes the notice of what is to be supplied. `words` has the lines that are asked for, by key; a line of an item keeps the
/// reason that its verdict has.
///
/// # Errors
/// [`StepError::MovedOn`]; [`StepError::NotScreened`] without a confirmed outcome, [`StepError::NothingToSupply`] where it is another than 补充完善, [`StepError::Unknown`] for a line that is not there, [`StepError::NotATime`] for a deadline that
/// has passed, [`StepError::Report`], [`StepError::File`].
pub fn notice(
    desk: &mut Desk,
    number: &ApplicationNumber,
    words: &BTreeMap<String, String>,
    deadline: Option<UnixMillis>,
    out: &Path,
    at: UnixMillis,
) -> Result<Notice, StepError> {
    desk.expect_role(&[Role::Chair, Role::Secretary])?;
    let dossier = desk.dossier(number)?;
    desk.expect_here(number)?;
    let admission = confirmed(desk, &dossier)?;
    if admission.outcome != Outcome::Supplement {
        return Err(StepError::NothingToSupply(number.clone()));
    }
    if let Some(passed) = deadline.filter(|d| *d < at) {
        return Err(StepError::NotATime(passed.0.to_string()));
    }
    let mut points = points(desk, &dossier)?;
    if let Some(stranger) = words.keys().find(|key| !points.iter().any(|p| p.key == **key)) {
        return Err(StepError::Unknown {
            what: "point",
            name: stranger.clone(),
        });
    }
    points.retain_mut(|point| match words.get(&point.key) {
        Some(text) => {
            if point.code.is_some() || point.field.is_some() {
                point.text.clone_from(text);
            }
            true
        }
        None => false,
    });
    let profile = desk.profile()?;
    let lines: Vec<NoticeLine> = points.iter().map(|p| line(&profile, p)).collect();
    let pdf = set_notice(
        &dossier,
        &lines,
        &admission.reason,
        deadline,
        &profile,
        &desk.named_batch()?.name,
        at,
    )?;
    let notice = Notice { points, deadline };
    let paper = serde_json::to_string(&notice).map_err(|_| StepError::NotMade("notice"))?;
    issue(desk, &dossier, NOTICE, paper, &pdf, out, at)?;
    Ok(notice)
}

fn line(profile: &Profile, point: &Point) -> NoticeLine {
    let item = point.item.as_ref().and_then(|id| profile.checklist.iter().find(|i| i.id == *id));
    let state = match point.kind {
        PointKind::Missing => "缺失",
        PointKind::Irregular => "不规范",
        PointKind::Contradiction => "前后不一致",
        PointKind::Confirm => "请确认",
    };
    NoticeLine {
        what: item.map_or_else(|| "申报信息".to_owned(), |i| i.name.clone()),
        state: state.to_owned(),
        text: point.text.clone(),
        places: point.places.clone(),
        clause: point.clause.clone(),
    }
}

/// Writes the receipt of the latest package of an application.
///
/// # Errors
/// [`StepError::UnknownApplication`], [`StepError::Report`], [`StepError::File`].
pub fn receipt(desk: &mut Desk, number: &ApplicationNumber, out: &Path, at: UnixMillis) -> Result<(), StepError> {
    desk.expect_role(&[Role::Chair, Role::Secretary])?;
    let dossier = desk.dossier(number)?;
    let name = desk.named_batch()?.name;
    let came = added::added(desk, &dossier)?;
    let added = came.as_ref().map(|(part, documents)| Added {
        package: &part.name,
        digest: part.digest,
        documents,
    });
    let late = !deferring::late(desk, std::slice::from_ref(&dossier))?.is_empty();
    let reception = Reception {
        batch: &name,
        clerk: &desk.person.name,
        missed: deferring::deadline(desk)?.filter(|_| late),
    };
    let pdf = set_receipt(&dossier, added.as_ref(), &desk.profile()?, reception, at)?;
    issue(desk, &dossier, RECEIPT, "{}".to_owned(), &pdf, out, at)
}

/// Writes the file, then writes down that it went out.
fn issue(desk: &mut Desk, dossier: &Dossier, kind: &str, paper: String, pdf: &[u8], out: &Path, at: UnixMillis) -> Result<(), StepError> {
    placing::place(out, placing::Kind::Pdf, pdf)?;
    let issued = Issued {
        number: dossier.number.clone(),
        version: dossier.version,
        kind: kind.to_owned(),
        paper,
        digest: Digest::of(pdf),
        by: desk.me(),
        at,
    };
    desk.ledger.transaction(|tx| {
        // A batch file that was opened brings no earlier versions along: then the export log alone has it.
        if tx.dossier(&issued.number)?.is_some() {
            tx.put_issued(&issued)?;
        }
        Ok::<_, StepError>(())
    })?;
    desk.note_export(kind, out, issued.digest, Some(dossier.number.to_string()), at)
}

/// The last notice on each version of an application, by version, and when it went out.
///
/// # Errors
/// What reading the desk can meet.
pub fn notices(desk: &Desk, number: &ApplicationNumber) -> Result<BTreeMap<u32, (Notice, UnixMillis)>, StepError> {
    let mut found = BTreeMap::new();
    for issued in desk.ledger.issued(number)?.into_iter().filter(|i| i.kind == NOTICE) {
        let damaged = |e: serde_json::Error| {
            StepError::Ledger(lx_ledger::LedgerError::Damaged {
                what: format!("issued: {e}"),
            })
        };
        let notice = serde_json::from_str(&issued.paper).map_err(damaged)?;
        found.insert(issued.version, (notice, issued.at));
    }
    Ok(found)
}

/// When the last receipt of each version went out, by version.
///
/// # Errors
/// What reading the desk can meet.
pub fn receipts(desk: &Desk, number: &ApplicationNumber) -> Result<BTreeMap<u32, UnixMillis>, StepError> {
    let issued = desk.ledger.issued(number)?.into_iter().filter(|i| i.kind == RECEIPT);
    Ok(issued.map(|i| (i.version, i.at)).collect())
}
