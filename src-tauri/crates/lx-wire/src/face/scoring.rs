//! A reviewer's draft.

use std::path::PathBuf;

use lx_domain::{
    ApplicationNumber, BatchApplication, Blocker, CriterionId, Declaration, DraftAssessment, DraftSheet, Evidence, Hundredths, ItemState,
    Mark, UnixMillis, VetoRaised, profile::Criterion,
};
use lx_steps::{
    Desk, StepError,
    checking::number_of,
    declaring::{self, Tie},
    scoring::{self as steps, Given, Remarks},
    sealing,
};

use super::{count, number, opening::profile_view, screening::document_row};
use crate::{
    Fault,
    scoring::{
        Abstain, AssessmentView, BlockerView, Declare, DraftRow, EvidenceView, MarkView, Saved, Score, SealSheet, SealedView, SheetView,
        VetoView,
    },
    text::Texts,
};

/// The whole draft.
///
/// # Errors
/// [`Fault`] for somebody who does not score.
pub fn sheet(desk: &Desk, texts: &Texts) -> Result<SheetView, Fault> {
    let draft = steps::sheet(desk)?;
    let frozen = desk.batch()?;
    let blockers = draft.blockers(&frozen.file);
    let rows = rows(desk, &draft, &blockers)?;
    let finished = count(
        rows.iter()
            .filter(|r| matches!(r.state.as_str(), "done" | "recused" | "abstained"))
            .count(),
    );
    let latest = sealing::latest(desk)?;
    let changed_since = match &latest {
        Some(sealed) => sealing::changed_since(desk, sealed)?,
        None => false,
    };
    Ok(SheetView {
        applications: rows,
        profile: profile_view(&frozen.file.profile, texts)?,
        blockers: blockers
            .iter()
            .map(|b| blocker_view(texts, &frozen.file.profile.rubric, b))
            .collect(),
        finished,
        sealed: latest.map(|s| sealed_view(&s)),
        changed_since,
    })
}

fn sealed_view(sealed: &sealing::Sealed) -> SealedView {
    SealedView {
        digest: sealed.digest.to_string(),
        short: sealed.digest.short(),
        at: sealed.sheet.sealed_at.0,
        revision: sealed.sheet.revision,
        path: sealed.path.as_ref().map(|p| p.display().to_string()).unwrap_or_default(),
    }
}

fn rows(desk: &Desk, draft: &DraftSheet, blockers: &[Blocker]) -> Result<Vec<DraftRow>, Fault> {
    let frozen = desk.batch()?;
    Ok(frozen
        .file
        .scored()
        .filter_map(|a| Some(row(&frozen.file.profile.rubric, a, draft.assessments.get(a.number())?, blockers)))
        .collect())
}

fn row(rubric: &[Criterion], application: &BatchApplication, draft: &DraftAssessment, blockers: &[Blocker]) -> DraftRow {
    let given = |c: &&Criterion| draft.marks.get(&c.id).is_some_and(|m| m.mark.is_some());
    let scored = rubric.iter().filter(given).count();
    let most = rubric
        .iter()
        .filter(|c| matches!(draft.marks.get(&c.id).and_then(|m| m.mark), Some(Mark::Points(_))))
        .map(|c| c.full_marks.0)
        .sum();
    let state = match (&draft.declared, &draft.abstained) {
        (Declaration::None, _) => "undeclared",
        (Declaration::Tie { .. }, _) => "recused",
        (Declaration::Clear, Some(_)) => "abstained",
        (Declaration::Clear, None) if !blockers.iter().any(|b| number_of(b) == draft.number) => "done",
        (Declaration::Clear, None) if scored == 0 => "todo",
        (Declaration::Clear, None) => "partial",
    };
    let dossier = &application.dossier;
    DraftRow {
        number: dossier.number.to_string(),
        title: dossier.title.clone(),
        lead: dossier.lead().map(|a| a.name.clone()).unwrap_or_default(),
        applicants: count(dossier.applicants.len()),
        applicant_names: dossier.applicants.iter().map(|a| a.name.clone()).collect(),
        state: state.to_owned(),
        scored: count(scored),
        of: count(rubric.len()),
        total: draft.total().map(|t| t.to_string()),
        total_of: Hundredths(most).to_string(),
    }
}

/// A blocker in words.
#[must_use]
pub fn blocker_view(texts: &Texts, rubric: &[Criterion], blocker: &Blocker) -> BlockerView {
    let name = |id: &CriterionId| {
        let found = rubric.iter().find(|c| c.id == *id);
        found.map_or_else(|| id.to_string(), |c| texts.pick(&c.name, &c.name_en).to_owned())
    };
    let number = number_of(blocker).to_string();
    let base = [("number", number.clone())];
    let (code, criterion, message) = match blocker {
        Blocker::Undeclared { .. } => ("undeclared", None, texts.say("blocker-undeclared", base)),
        Blocker::Unscored { criterion, .. } => {
            let args = base.into_iter().chain([("criterion", name(criterion))]);
            ("unscored", Some(criterion), texts.say("blocker-unscored", args))
        }
        Blocker::ReasonMissing { criterion, .. } => {
            let args = base.into_iter().chain([("criterion", name(criterion))]);
            ("reason_missing", Some(criterion), texts.say("blocker-reason-missing", args))
        }
        Blocker::OutOfRange {
            criterion,
            points,
            full_marks,
            ..
        } => {
            let args = [
                ("criterion", name(criterion)),
                ("points", points.to_string()),
                ("full", full_marks.to_string()),
            ];
            (
                "out_of_range",
                Some(criterion),
                texts.say("blocker-out-of-range", base.into_iter().chain(args)),
            )
        }
        Blocker::OffStep {
            criterion, points, step, ..
        } => {
            let args = [
                ("criterion", name(criterion)),
                ("points", points.to_string()),
                ("step", step.to_string()),
            ];
            (
                "off_step",
                Some(criterion),
                texts.say("blocker-off-step", base.into_iter().chain(args)),
            )
        }
        Blocker::AbstainReasonMissing { .. } => ("abstain_reason", None, texts.say("blocker-abstain-reason", base)),
        Blocker::VetoReasonMissing { .. } => ("veto_reason", None, texts.say("blocker-veto-reason", base)),
    };
    BlockerView {
        number,
        criterion: criterion.map(CriterionId::to_string),
        code: code.to_owned(),
        message,
    }
}

/// One application of the draft.
///
/// # Errors
/// [`Fault`] for an application that is not scored.
pub fn assessment(desk: &Desk, texts: &Texts, of: &str) -> Result<AssessmentView, Fault> {
    let number = number(of)?;
    let draft = declaring::draft(desk, &number)?;
    let frozen = desk.batch()?;
    let application = frozen
        .file
        .application(&number)
        .ok_or_else(|| Fault::from(StepError::UnknownApplication(of.to_owned())))?;
    let rubric = &frozen.file.profile.rubric;
    let mut all = steps::sheet(desk)?.blockers(&frozen.file);
    all.retain(|b| number_of(b) == number);
    let (declared, ground, reason) = match (&draft.declared, &draft.abstained) {
        (Declaration::Tie { ground, reason }, _) => ("tie", Some(ground.clone()), reason.clone()),
        (Declaration::Clear, abstained) => ("clear", None, abstained.clone().unwrap_or_default()),
        (Declaration::None, _) => ("none", None, String::new()),
    };
    let saved = desk.records().draft_saved_at(1, &number).map_err(StepError::from)?;
    Ok(AssessmentView {
        row: row(rubric, application, &draft, &all),
        documents: application.dossier.documents.iter().map(document_row).collect(),
        marks: rubric.iter().map(|c| mark_view(texts, c, &draft)).collect(),
        comment: draft.comment.clone(),
        declared: declared.to_owned(),
        ground,
        reason,
        note: desk.records().note(&number).map_err(StepError::from)?,
        screening: screening_notes(texts, application, &frozen.file.profile),
        blockers: all.iter().map(|b| blocker_view(texts, rubric, b)).collect(),
        vetoes: draft
            .vetoes
            .iter()
            .map(|v| VetoView {
                id: v.id.clone(),
                reason: v.reason.clone(),
            })
            .collect(),
        saved_at: saved.map(|at| at.0),
    })
}

fn screening_notes(texts: &Texts, application: &BatchApplication, profile: &lx_domain::Profile) -> Vec<String> {
    let note = |item: &lx_domain::profile::ChecklistItem| {
        let verdict = application.admission.items.get(&item.id)?;
        let odd = matches!(verdict.state, ItemState::Missing | ItemState::Irregular);
        let state = texts.word(&format!("item-{}", super::word(&verdict.state)));
        odd.then(|| format!("{}：{state} {}", texts.pick(&item.name, &item.name_en), verdict.reason))
    };
    profile.checklist.iter().filter_map(note).collect()
}

fn mark_view(texts: &Texts, c: &Criterion, draft: &DraftAssessment) -> MarkView {
    let mark = draft.marks.get(&c.id).cloned().unwrap_or_default();
    let points = match mark.mark {
        Some(Mark::Points(points)) => Some(points),
        Some(Mark::NotApplicable) | None => None,
    };
    let na = mark.mark == Some(Mark::NotApplicable);
    let band = points.and_then(|p| c.bands.iter().filter(|b| b.from <= p).max_by_key(|b| b.from));
    MarkView {
        id: c.id.to_string(),
        points: points.map(|p| p.to_string()),
        na,
        band: band.map(|b| texts.pick(&b.name, &b.name_en).to_owned()),
        anchor: band.map(|b| texts.pick(&b.anchor, &b.anchor_en).to_owned()),
        reason_required: na || band.is_some_and(|b| b.reason_required),
        reason: mark.reason,
        evidence: mark.evidence.into_iter().map(evidence_view).collect(),
    }
}

fn evidence_view(e: Evidence) -> EvidenceView {
    EvidenceView {
        document: e.document,
        digest: e.digest.to_string(),
        place: e.place,
        quote: e.quote,
    }
}

fn saved(desk: &Desk, texts: &Texts, of: &ApplicationNumber, at: UnixMillis) -> Result<Saved, Fault> {
    let draft = steps::sheet(desk)?;
    let frozen = desk.batch()?;
    let blockers = draft.blockers(&frozen.file);
    Ok(Saved {
        saved_at: at.0,
        assessment: assessment(desk, texts, of.as_str())?,
        applications: rows(desk, &draft, &blockers)?,
        blockers: blockers
            .iter()
            .map(|b| blocker_view(texts, &frozen.file.profile.rubric, b))
            .collect(),
    })
}

/// Puts points, reasons, places, comment, note and veto items into the draft.
///
/// # Errors
/// What the step refuses.
pub fn score(desk: &mut Desk, texts: &Texts, request: &Score, at: UnixMillis) -> Result<Saved, Fault> {
    let of = number(&request.number)?;
    if let Some(id) = &request.criterion {
        let criterion: CriterionId = id.parse().map_err(|_| Fault::unknown("criterion", id))?;
        let evidence = request
            .evidence
            .as_ref()
            .map(|all| all.iter().map(evidence).collect::<Result<Vec<_>, _>>())
            .transpose()?;
        let given = Given {
            points: request.points.clone(),
            na: request.na,
            reason: request.reason.clone(),
            evidence,
        };
        steps::score(desk, &of, &criterion, given, at)?;
    }
    if request.comment.is_some() || request.note.is_some() || request.vetoes.is_some() {
        let veto = |v: &VetoView| VetoRaised {
            id: v.id.clone(),
            reason: v.reason.clone(),
        };
        let vetoes = request.vetoes.as_ref().map(|all| all.iter().map(veto).collect());
        let remarks = Remarks {
            comment: request.comment.clone(),
            note: request.note.clone(),
            vetoes,
        };
        steps::remark(desk, &of, remarks, at)?;
    }
    saved(desk, texts, &of, at)
}

fn evidence(e: &EvidenceView) -> Result<Evidence, Fault> {
    Ok(Evidence {
        document: e.document.clone(),
        digest: super::digest(&e.digest)?,
        place: e.place.clone(),
        quote: e.quote.clone(),
    })
}

/// Declares ties.
///
/// # Errors
/// What the step refuses.
pub fn declare(desk: &mut Desk, texts: &Texts, request: &Declare, at: UnixMillis) -> Result<Saved, Fault> {
    let Some(text) = &request.number else {
        let declared = declaring::declare_clear(desk, at)?;
        let first = declared
            .first()
            .cloned()
            .or_else(|| desk.frozen().and_then(|f| f.file.scored().next().map(|a| a.number().clone())));
        let first = first.ok_or_else(|| Fault::from(StepError::UnknownApplication(String::new())))?;
        return saved(desk, texts, &first, at);
    };
    let of = number(text)?;
    let tie = match &request.ground {
        None => Tie::None,
        Some(ground) => Tie::To {
            ground: ground.clone(),
            reason: request.reason.clone().unwrap_or_default(),
        },
    };
    declaring::declare(desk, &of, &tie, at)?;
    saved(desk, texts, &of, at)
}

/// 不予评分; a null reason takes it back.
///
/// # Errors
/// What the step refuses.
pub fn abstain(desk: &mut Desk, texts: &Texts, request: &Abstain, at: UnixMillis) -> Result<Saved, Fault> {
    let of = number(&request.number)?;
    steps::abstain(desk, &of, request.reason.as_deref(), at)?;
    saved(desk, texts, &of, at)
}

/// Signs the draft and writes the scoresheet file.
///
/// # Errors
/// What the step refuses; a wrong passphrase.
pub fn seal_sheet(desk: &mut Desk, request: &SealSheet, at: UnixMillis) -> Result<SealedView, Fault> {
    desk.check_passphrase(&request.passphrase)?;
    let sealed = sealing::seal_sheet(desk, at)?;
    let out = match request.out.as_deref().filter(|o| !o.is_empty()) {
        Some(out) => PathBuf::from(out),
        None => {
            let folder = lx_steps::sample::SampleFolders::of_desk(desk.folder()).map_or_else(|| desk.out_folder(), |s| s.files());
            let revision = if sealed.sheet.revision > 1 {
                format!("-{}", sealed.sheet.revision)
            } else {
                String::new()
            };
            folder.join(format!("评分表-{}{revision}.lxsheet", desk.person().name))
        }
    };
    Ok(sealed_view(&sealing::export_sheet(desk, &out, at)?))
}
