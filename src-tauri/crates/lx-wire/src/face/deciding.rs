//! Opinions, dissents, the decision.

use lx_domain::{Opinion, UnixMillis};
use lx_steps::{
    Desk, StepError,
    deciding::{self as steps, DecidingBlocker},
};

use super::{fingerprint, named, number, standing};
use crate::{
    Fault,
    deciding::{DecidingView, DissentView, Opine, SignedDecision},
    merging::StandingView,
    text::Texts,
};

/// Drafts an opinion.
///
/// # Errors
/// What the step refuses.
pub fn opine(desk: &mut Desk, texts: &Texts, request: &Opine, at: UnixMillis) -> Result<StandingView, Fault> {
    let opinion = request.opinion.as_deref().map(|o| named::<Opinion>("opinion", o)).transpose()?;
    steps::opine(desk, &number(&request.number)?, opinion, &request.reason, &request.industry, at)?;
    standing(desk, texts)
}

/// The decision so far.
///
/// # Errors
/// What reading the desk can meet.
pub fn deciding(desk: &Desk, texts: &Texts) -> Result<DecidingView, Fault> {
    let roster = desk.roster()?;
    let dissent = |d: lx_domain::Dissent| DissentView {
        fingerprint: d.by.to_string(),
        name: roster.member(&d.by).map_or_else(|| d.by.short(), |m| m.card.name.clone()),
        text: d.text,
    };
    let dissents = desk.records().dissents().map_err(StepError::from)?;
    let signed = steps::decided(desk)?.filter(|d| d.current).map(|d| SignedDecision {
        digest: d.digest.to_string(),
        short: d.digest.short(),
        at: d.decision.at.0,
    });
    Ok(DecidingView {
        blockers: steps::blockers(desk)?.iter().map(|b| blocker(desk, texts, b)).collect(),
        dissents: dissents.into_iter().map(dissent).collect(),
        signed,
    })
}

fn blocker(desk: &Desk, texts: &Texts, found: &DecidingBlocker) -> String {
    match found {
        DecidingBlocker::OpenConflict(conflict) => {
            let roster = desk.roster().unwrap_or_default();
            let name = roster
                .member(&conflict.reviewer)
                .map_or_else(|| conflict.reviewer.short(), |m| m.card.name.clone());
            texts.say("deciding-open-conflict", [("name", name)])
        }
        DecidingBlocker::NoSheets => texts.word("deciding-no-sheets"),
        DecidingBlocker::OpinionMissing(numbers) => {
            let list: Vec<String> = numbers.iter().map(ToString::to_string).collect();
            texts.say(
                "deciding-opinion-missing",
                [("numbers", texts.list(&list)), ("count", numbers.len().to_string())],
            )
        }
        _ => String::new(),
    }
}

/// Enters a dissent; an empty text takes it back.
///
/// # Errors
/// What the step refuses.
pub fn dissent(desk: &mut Desk, texts: &Texts, of: &str, text: &str, at: UnixMillis) -> Result<DecidingView, Fault> {
    steps::dissent(desk, &fingerprint(of)?, text, at)?;
    deciding(desk, texts)
}

/// Signs the decision.
///
/// # Errors
/// What the step refuses; a wrong passphrase.
pub fn decide(desk: &mut Desk, texts: &Texts, passphrase: &str, at: UnixMillis) -> Result<DecidingView, Fault> {
    desk.check_passphrase(passphrase)?;
    steps::decide(desk, at)?;
    deciding(desk, texts)
}
