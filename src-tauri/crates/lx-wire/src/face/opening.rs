//! Batch, roster, profile, freeze, export, joining.

use std::path::{Path, PathBuf};

use lx_domain::{
    Profile, Role, UnixMillis,
    profile::{Band, Criterion, Method},
    rule::{RoundingMode, Stage, TrimPer},
};
use lx_steps::{
    Desk, exporting, files, identity, joining,
    opening::{self as steps, OpeningBlocker, OpeningWarning},
    profiles as shipped, sample,
};

use super::{count, desk as desk_view, fingerprint, named, paths, screening::refused, word};
use crate::{
    Fault,
    desk::DeskView,
    opening::{
        BandView, BatchOffer, CreateBatch, CriterionView, ExportBatch, MemberView, NamedId, OpeningView, ProfileName, ProfileView,
        RosterOutcome,
    },
    text::Texts,
};

/// The shipped profiles.
///
/// # Errors
/// None once the program's tests have passed.
pub fn profiles(texts: &Texts) -> Result<Vec<ProfileName>, Fault> {
    let name = |p: Profile| {
        Ok(ProfileName {
            name: texts.pick(&p.name, &p.name_en).to_owned(),
            short: shipped::digest(&p)?.short(),
            id: p.id,
        })
    };
    shipped::shipped()?.into_iter().map(name).collect()
}

/// Makes the batch of this desk.
///
/// # Errors
/// What the step refuses.
pub fn create_batch(desk: &mut Desk, texts: &Texts, request: &CreateBatch, at: UnixMillis) -> Result<DeskView, Fault> {
    steps::create_batch(desk, &request.name, shipped::find(&request.profile)?, false, at)?;
    desk_view(desk, texts)
}

/// The committee.
///
/// # Errors
/// What reading the desk can meet.
pub fn roster(desk: &Desk) -> Result<Vec<MemberView>, Fault> {
    member_views(desk)
}

/// The members in printing order.
///
/// # Errors
/// What reading the desk can meet.
pub fn member_views(desk: &Desk) -> Result<Vec<MemberView>, Fault> {
    let (roster, dossiers, me) = (desk.roster()?, desk.dossiers()?, desk.me());
    let member = |m: &lx_domain::Member| MemberView {
        name: m.card.name.clone(),
        org: m.card.org.clone(),
        role: word(&m.role),
        seat: m.seat,
        fingerprint: m.fingerprint.to_string(),
        short: m.fingerprint.short(),
        me: m.fingerprint == me,
        same_org: steps::same_org(&m.card, &dossiers).iter().map(ToString::to_string).collect(),
    };
    Ok(roster.members.iter().map(member).collect())
}

/// Adds members by their cards.
///
/// # Errors
/// A refusal of the whole call; single cards are refused in the outcome.
pub fn add_cards(desk: &mut Desk, texts: &Texts, given: &[String], at: UnixMillis) -> Result<RosterOutcome, Fault> {
    let left_out = steps::add_cards(desk, &paths(given), at)?;
    let left_out = left_out
        .into_iter()
        .map(|r| refused(&r.path, &Fault::from(r.reason), texts))
        .collect();
    Ok(RosterOutcome {
        members: member_views(desk)?,
        refused: left_out,
    })
}

/// Takes a member off the draft roster.
///
/// # Errors
/// What the step refuses.
pub fn remove_member(desk: &mut Desk, of: &str, at: UnixMillis) -> Result<Vec<MemberView>, Fault> {
    steps::remove_member(desk, &fingerprint(of)?, at)?;
    member_views(desk)
}

/// Gives a member another role.
///
/// # Errors
/// What the step refuses.
pub fn set_member_role(desk: &mut Desk, of: &str, role: &str, at: UnixMillis) -> Result<Vec<MemberView>, Fault> {
    steps::set_role(desk, &fingerprint(of)?, named::<Role>("role", role)?, at)?;
    member_views(desk)
}

/// Writes this person's card; an empty path means the desk's own `out` folder.
///
/// # Errors
/// What the step refuses.
pub fn export_card(desk: &mut Desk, path: &str, at: UnixMillis) -> Result<String, Fault> {
    let out = if path.is_empty() {
        desk.out_folder().join(format!("{}.lxid", desk.person().name))
    } else {
        PathBuf::from(path)
    };
    identity::export_card(desk, &out, at)?;
    Ok(files::absolute(&out).display().to_string())
}

/// What must be settled before the review is opened.
///
/// # Errors
/// What reading the desk can meet.
pub fn opening(desk: &Desk, texts: &Texts) -> Result<OpeningView, Fault> {
    let frozen = desk.frozen();
    let blockers = match frozen {
        None => steps::blockers(desk)?.iter().map(|b| blocker(texts, b)).collect(),
        Some(frozen) if !frozen.is_countersigned() => vec![texts.word("opening-not-countersigned")],
        Some(_) => Vec::new(),
    };
    let warnings = if frozen.is_some() {
        Vec::new()
    } else {
        steps::warnings(desk)?.iter().map(|w| warning(texts, w)).collect()
    };
    let scored = match frozen {
        Some(frozen) => frozen.file.scored().map(|a| a.number().to_string()).collect(),
        None => {
            let admissions = desk.records().admissions().map_err(lx_steps::StepError::from)?;
            let admitted = admissions.values().filter(|a| a.outcome == lx_domain::Outcome::Admit);
            admitted.map(|a| a.number.to_string()).collect()
        }
    };
    Ok(OpeningView {
        profile: profile_view(&desk.profile()?, texts)?,
        members: member_views(desk)?,
        blockers,
        warnings,
        scored,
        frozen: frozen.is_some(),
        frozen_at: frozen.map(|f| f.file.frozen_at.0),
        batch_short: frozen.map(|f| f.digest.short()),
    })
}

fn blocker(texts: &Texts, found: &OpeningBlocker) -> String {
    match found {
        OpeningBlocker::NoApplications => texts.word("opening-no-applications"),
        OpeningBlocker::Unscreened(numbers) => texts.say("opening-unscreened", listed(texts, numbers)),
        OpeningBlocker::Chairs(n) => texts.say("opening-chairs", [("count", n.to_string())]),
        OpeningBlocker::NoReviewers => texts.word("opening-no-reviewers"),
        OpeningBlocker::MissingGlyphs { place, characters } => texts.say(
            "opening-missing-glyphs",
            [("place", place.clone()), ("characters", characters.iter().collect())],
        ),
        _ => String::new(),
    }
}

fn listed(texts: &Texts, numbers: &[lx_domain::ApplicationNumber]) -> [(&'static str, String); 2] {
    let list: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    [("numbers", texts.list(&list)), ("count", numbers.len().to_string())]
}

fn warning(texts: &Texts, found: &OpeningWarning) -> String {
    match found {
        OpeningWarning::PanelSmall { found, wanted } => texts.say(
            "opening-panel-small",
            [("found", found.to_string()), ("wanted", wanted.to_string())],
        ),
        OpeningWarning::PanelEven(found) => texts.say("opening-panel-even", [("found", found.to_string())]),
        OpeningWarning::NotTrimmed { found, wanted } => texts.say(
            "opening-not-trimmed",
            [("found", found.to_string()), ("wanted", wanted.to_string())],
        ),
        OpeningWarning::SameOrg { name, org } => texts.say("opening-same-org", [("name", name.clone()), ("org", org.clone())]),
        OpeningWarning::Unconfirmed { number, fields } => texts.say(
            "opening-unconfirmed",
            [("number", number.to_string()), ("fields", fields.to_string())],
        ),
        OpeningWarning::Late(numbers) => texts.say("opening-late", listed(texts, numbers)),
        OpeningWarning::NotRead(numbers) => texts.say("opening-not-read", listed(texts, numbers)),
        OpeningWarning::NothingToScore => texts.word("opening-nothing-to-score"),
        OpeningWarning::NoSupervisor => texts.word("opening-no-supervisor"),
        _ => String::new(),
    }
}

/// Freezes the batch.
///
/// # Errors
/// What the step refuses; a wrong passphrase.
pub fn freeze(desk: &mut Desk, texts: &Texts, passphrase: &str, at: UnixMillis) -> Result<OpeningView, Fault> {
    desk.check_passphrase(passphrase)?;
    steps::freeze(desk, at)?;
    sample::publish(desk, at)?;
    opening(desk, texts)
}

/// Writes the batch file; gives the paths written.
///
/// # Errors
/// What the step refuses.
pub fn export_batch(desk: &mut Desk, request: &ExportBatch, at: UnixMillis) -> Result<Vec<String>, Fault> {
    let to = request.to.iter().map(|f| fingerprint(f)).collect::<Result<Vec<_>, _>>()?;
    let name = desk.batch()?.file.name.clone();
    let out = if request.out.is_empty() {
        if to.is_empty() {
            desk.out_folder().join(format!("{name}.lxbatch"))
        } else {
            desk.out_folder()
        }
    } else {
        PathBuf::from(&request.out)
    };
    let written = exporting::export_batch(desk, &out, &to, at)?;
    Ok(written.into_iter().map(|p| p.display().to_string()).collect())
}

/// What a batch file says before it is trusted.
///
/// # Errors
/// What the step refuses.
pub fn look_at_batch(desk: &Desk, path: &str) -> Result<BatchOffer, Fault> {
    let offer = joining::look(desk, Path::new(path))?;
    let file = &offer.frozen.file;
    Ok(BatchOffer {
        path: path.to_owned(),
        name: file.name.clone(),
        chair_name: offer.chair_name,
        chair: file.chair.to_string(),
        chair_short: file.chair.short(),
        scored: count(file.scored().count()),
        on_roster: offer.on_roster,
    })
}

/// Opens a batch file whose chair's key was compared with paper.
///
/// # Errors
/// What the step refuses.
pub fn open_batch(desk: &mut Desk, texts: &Texts, path: &str, chair: &str, at: UnixMillis) -> Result<DeskView, Fault> {
    joining::open_batch(desk, Path::new(path), &fingerprint(chair)?, at)?;
    desk_view(desk, texts)
}

/// The profile in words.
pub(super) fn profile_view(profile: &Profile, texts: &Texts) -> Result<ProfileView, Fault> {
    let digest = shipped::digest(profile)?;
    let id_name = |id: &str, name: &str, en: &str| NamedId {
        id: id.to_owned(),
        name: texts.pick(name, en).to_owned(),
    };
    Ok(ProfileView {
        id: profile.id.clone(),
        name: texts.pick(&profile.name, &profile.name_en).to_owned(),
        source: profile.source.clone(),
        short: digest.short(),
        full_marks: profile.full_marks().to_string(),
        criteria: profile.rubric.iter().map(|c| criterion(profile, c, texts)).collect(),
        rules: rules(profile, texts),
        grounds: profile
            .recusal_grounds
            .iter()
            .map(|g| id_name(&g.id, &g.name, &g.name_en))
            .collect(),
        vetoes: profile.vetoes.iter().map(|v| id_name(&v.id, &v.name, &v.name_en)).collect(),
    })
}

fn criterion(profile: &Profile, c: &Criterion, texts: &Texts) -> CriterionView {
    let weight = profile
        .rule
        .criterion(&c.id)
        .map_or_else(|| "1".to_owned(), |r| r.weight.to_string());
    let mut upper = c.full_marks;
    let band = |b: &Band| {
        let to = upper;
        upper = lx_domain::Hundredths(b.from.0.saturating_sub(c.step.0));
        BandView {
            from: b.from.to_string(),
            to: to.to_string(),
            name: texts.pick(&b.name, &b.name_en).to_owned(),
            anchor: texts.pick(&b.anchor, &b.anchor_en).to_owned(),
            reason_required: b.reason_required,
        }
    };
    CriterionView {
        id: c.id.to_string(),
        name: texts.pick(&c.name, &c.name_en).to_owned(),
        short: texts.pick(&c.short, &c.name_en).to_owned(),
        full_marks: c.full_marks.to_string(),
        step: c.step.to_string(),
        weight,
        bands: c.bands.iter().map(band).collect(),
        guidance: c.guidance.iter().map(|g| texts.pick(&g.name, &g.name_en).to_owned()).collect(),
        clause: c.clause.clone(),
    }
}

/// Method, panel, trimming, rounding, ties and the hint at unusual totals: a sentence each.
pub(super) fn rules(profile: &Profile, texts: &Texts) -> Vec<String> {
    vec![
        method_words(profile, texts),
        panel_words(profile, texts),
        trim_words(profile, texts),
        rounding_words(profile, texts),
        tie_words(profile, texts),
        texts.say("rules-outlier", [("percent", profile.rule.outlier_percent.to_string())]),
    ]
}

pub(super) fn method_words(profile: &Profile, texts: &Texts) -> String {
    texts.word(match profile.method {
        Method::OneRound => "rules-one-round",
        Method::TwoRounds => "rules-two-rounds",
    })
}

pub(super) fn panel_words(profile: &Profile, texts: &Texts) -> String {
    let id = if profile.panel.odd { "rules-panel" } else { "rules-panel-any" };
    texts.say(id, [("count", profile.panel.min_reviewers.to_string())])
}

pub(super) fn trim_words(profile: &Profile, texts: &Texts) -> String {
    let Some(trim) = profile.rule.trim else {
        return texts.word("rules-no-trim");
    };
    let id = match trim.per {
        TrimPer::Total => "rules-trim-total",
        TrimPer::Criterion => "rules-trim-criterion",
    };
    texts.say(id, [("sheets", trim.min_sheets.to_string())])
}

pub(super) fn rounding_words(profile: &Profile, texts: &Texts) -> String {
    let rounding = &profile.rule.rounding;
    let mode = match rounding.mode {
        RoundingMode::HalfUp => "rules-half-up",
        RoundingMode::HalfEven => "rules-half-even",
    };
    let stage = |s: &Stage| {
        texts.word(match s {
            Stage::Criterion => "rules-stage-criterion",
            Stage::Weighted => "rules-stage-weighted",
            Stage::Total => "rules-stage-total",
        })
    };
    let stages: Vec<String> = rounding.after.iter().map(stage).collect();
    texts.say(
        "rules-rounding",
        [
            ("decimals", rounding.decimals.to_string()),
            ("mode", texts.word(mode)),
            ("stages", texts.list(&stages)),
        ],
    )
}

pub(super) fn tie_words(profile: &Profile, texts: &Texts) -> String {
    let criteria = profile.rule.ties.by.iter().filter_map(|id| profile.criterion(id));
    let names: Vec<String> = criteria.map(|c| texts.pick(&c.name, &c.name_en).to_owned()).collect();
    if names.is_empty() {
        texts.word("rules-no-ties")
    } else {
        texts.say("rules-ties", [("by", texts.list(&names))])
    }
}
