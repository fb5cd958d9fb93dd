//! A profile from its TOML tables. Each fault is found where it stands, so that line and key are right.

use crate::{
    application::ApplicantClass,
    config::{ConfigFault, Keys, ProfileError},
    points::Hundredths,
    profile::{
        Band, ChecklistItem, Criterion, Eligibility, EligibleClass, GuidanceItem, Method, Panel, Profile, RecusalGround, ReportWords,
        Requirement, Veto,
    },
    rule::Rule,
};

type Read<T> = Result<T, ProfileError>;

/// The words of the classes.
const CLASSES: [(&str, ApplicantClass); 7] = [
    ("market_core", ApplicantClass::MarketCore),
    ("operating", ApplicantClass::Operating),
    ("service", ApplicantClass::Service),
    ("regional_equity", ApplicantClass::RegionalEquity),
    ("custodian", ApplicantClass::Custodian),
    ("other_recognised", ApplicantClass::OtherRecognised),
    ("technology", ApplicantClass::Technology),
];

pub(super) fn profile(keys: &mut Keys<'_>) -> Read<Profile> {
    let (mut items, mut classes, mut criteria, mut vetoes, mut grounds) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let profile = Profile {
        id: identifier(keys, "id")?,
        name: keys.text("name")?,
        name_en: keys.text("name_en")?,
        edition: keys.text("edition")?,
        source: keys.text("source")?,
        method: keys.word("method", &[("one_round", Method::OneRound), ("two_rounds", Method::TwoRounds)])?,
        checklist: keys.tables("checklist", true, |keys| checklist_item(keys, &mut items))?,
        eligibility: keys.table("eligibility", |keys| eligibility(keys, &mut classes))?,
        rubric: keys.tables("rubric", true, |keys| criterion(keys, &mut criteria))?,
        vetoes: keys.tables("vetoes", false, |keys| veto(keys, &mut vetoes))?,
        recusal_grounds: keys.tables("recusal_grounds", true, |keys| ground(keys, &mut grounds))?,
        panel: keys.table("panel", panel)?,
        rule: keys.table("rule", Rule::read)?,
        report: keys.table("report", report)?,
    };
    agree(keys, &profile)?;
    Ok(profile)
}

/// The rule must be about the rubric's criteria, in their order and with their full marks.
fn agree(keys: &Keys<'_>, profile: &Profile) -> Read<()> {
    let rubric: Vec<&str> = profile.rubric.iter().map(|c| c.id.as_str()).collect();
    let rule: Vec<&str> = profile.rule.criteria.iter().map(|c| c.id.as_str()).collect();
    if rubric != rule {
        return Err(keys.fault(
            "rule",
            ConfigFault::CriteriaDiffer {
                rule: rule.join(", "),
                rubric: rubric.join(", "),
            },
        ));
    }
    for (rubric, rule) in profile.rubric.iter().zip(&profile.rule.criteria) {
        if rubric.full_marks != rule.full_marks {
            let criterion = rubric.id.to_string();
            let (rule, rubric) = (rule.full_marks.to_string(), rubric.full_marks.to_string());
            return Err(keys.fault("rule", ConfigFault::FullMarksDiffer { criterion, rule, rubric }));
        }
    }
    Ok(())
}

/// A text that can stand in file names and reports: lower-case letters, digits, `_`, `-` and `.`.
fn identifier(keys: &mut Keys<'_>, key: &'static str) -> Read<String> {
    let text = keys.text(key)?;
    let fine = text.len() <= 40
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '.'));
    if fine {
        Ok(text)
    } else {
        Err(keys.fault(key, ConfigFault::NotAnIdentifier(text)))
    }
}

fn checklist_item(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Read<ChecklistItem> {
    let id = identifier(keys, "id")?;
    keys.once("id", &id, seen)?;
    Ok(ChecklistItem {
        id: id.parse().map_err(|_| keys.fault("id", ConfigFault::NotAnIdentifier(id)))?,
        name: keys.text("name")?,
        name_en: keys.text("name_en")?,
        required: keys.word(
            "required",
            &[
                ("always", Requirement::Always),
                ("when_joint", Requirement::WhenJoint),
                ("per_applicant", Requirement::PerApplicant),
                ("optional", Requirement::Optional),
            ],
        )?,
        known_by: keys.texts("known_by")?,
        looks_for: keys.texts("looks_for")?,
        clause: keys.text("clause")?,
    })
}

fn eligibility(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Read<Eligibility> {
    Ok(Eligibility {
        classes: keys.tables("classes", true, |keys| {
            let word = keys.text("class")?;
            keys.once("class", &word, seen)?;
            Ok(EligibleClass {
                class: keys.one_of("class", &word, &CLASSES)?,
                name: keys.text("name")?,
                name_en: keys.text("name_en")?,
                known_by: keys.texts("known_by")?,
                clause: keys.text("clause")?,
            })
        })?,
        seats: keys.texts("seats")?,
        seat_clause: keys.text("seat_clause")?,
        technology_clause: keys.text("technology_clause")?,
        forwarded_clause: keys.text("forwarded_clause")?,
        licensed_clause: keys.text("licensed_clause")?,
    })
}

fn criterion(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Read<Criterion> {
    let id = identifier(keys, "id")?;
    keys.once("id", &id, seen)?;
    let full_marks = positive(keys, "full_marks")?;
    let step = positive(keys, "step")?;
    on_step(keys, "full_marks", full_marks, step)?;
    let mut above = None;
    let bands = keys.tables("bands", true, |keys| band(keys, full_marks, step, &mut above))?;
    if bands.last().is_none_or(|b| b.from.0 != 0) {
        return Err(keys.fault("bands", ConfigFault::BandsLeaveGap));
    }
    Ok(Criterion {
        id: id.parse().map_err(|_| keys.fault("id", ConfigFault::NotAnIdentifier(id)))?,
        name: keys.text("name")?,
        name_en: keys.text("name_en")?,
        short: keys.text("short")?,
        full_marks,
        step,
        bands,
        guidance: keys.tables("guidance", false, |keys| {
            Ok(GuidanceItem {
                name: keys.text("name")?,
                name_en: keys.text("name_en")?,
                clause: keys.text_or_empty("clause")?,
            })
        })?,
        clause: keys.text("clause")?,
    })
}

fn positive(keys: &mut Keys<'_>, key: &'static str) -> Read<Hundredths> {
    let points: Hundredths = keys.parsed(key, ConfigFault::NotPoints)?;
    if points.0 > 0 {
        Ok(points)
    } else {
        Err(keys.fault(key, ConfigFault::NotPositive))
    }
}

fn on_step(keys: &Keys<'_>, key: &str, value: Hundredths, step: Hundredths) -> Read<()> {
    if value.0.checked_rem(step.0) == Some(0) {
        return Ok(());
    }
    Err(keys.fault(
        key,
        ConfigFault::OffStep {
            value: value.to_string(),
            step: step.to_string(),
        },
    ))
}

fn band(keys: &mut Keys<'_>, full_marks: Hundredths, step: Hundredths, above: &mut Option<Hundredths>) -> Read<Band> {
    let from: Hundredths = keys.parsed("from", ConfigFault::NotPoints)?;
    if from >= above.unwrap_or(full_marks) {
        return Err(keys.fault("from", ConfigFault::BandsNotDescending));
    }
    on_step(keys, "from", from, step)?;
    *above = Some(from);
    Ok(Band {
        from,
        name: keys.text("name")?,
        name_en: keys.text("name_en")?,
        anchor: keys.text("anchor")?,
        anchor_en: keys.text("anchor_en")?,
        reason_required: keys.flag("reason_required")?,
    })
}

fn veto(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Read<Veto> {
    let id = identifier(keys, "id")?;
    keys.once("id", &id, seen)?;
    Ok(Veto {
        id,
        name: keys.text("name")?,
        name_en: keys.text("name_en")?,
        clause: keys.text("clause")?,
    })
}

fn ground(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Read<RecusalGround> {
    let id = identifier(keys, "id")?;
    keys.once("id", &id, seen)?;
    Ok(RecusalGround {
        id,
        name: keys.text("name")?,
        name_en: keys.text("name_en")?,
        clause: keys.text("clause")?,
    })
}

fn panel(keys: &mut Keys<'_>) -> Read<Panel> {
    Ok(Panel {
        min_reviewers: keys.number("min_reviewers", 1, 1000)?,
        odd: keys.flag("odd")?,
        clause: keys.text("clause")?,
    })
}

fn report(keys: &mut Keys<'_>) -> Read<ReportWords> {
    Ok(ReportWords {
        title: keys.text("title")?,
        addressee: keys.text("addressee")?,
        organiser: keys.text("organiser")?,
        basis: keys.text("basis")?,
    })
}
