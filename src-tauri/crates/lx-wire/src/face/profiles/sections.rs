//! A profile as sentences: what must be handed in, who may apply, how it is scored and reckoned.

use lx_domain::{
    ApplicantClass, Profile,
    profile::{ChecklistItem, Criterion, EligibleClass, Requirement, marks_of},
};

use super::bare;
use crate::{
    face::opening::{method_words, panel_words, rounding_words, tie_words, trim_words},
    profiles::{WordsLine, WordsSection},
    text::Texts,
};

pub(super) fn all(texts: &Texts, profile: &Profile) -> Vec<WordsSection> {
    let section = |id: &str, lines: Vec<WordsLine>| {
        let (title, intro) = (format!("profile-{id}"), format!("profile-{id}-intro"));
        WordsSection {
            title: texts.word(&title),
            intro: if texts.has(&intro) { texts.word(&intro) } else { String::new() },
            id: id.to_owned(),
            lines,
        }
    };
    let named = |name: &str, en: &str, clause: &str| line(texts.pick(name, en).to_owned(), clause);
    let vetoes = profile.vetoes.iter().map(|v| named(&v.name, &v.name_en, &v.clause)).collect();
    let grounds = profile
        .recusal_grounds
        .iter()
        .map(|g| named(&g.name, &g.name_en, &g.clause))
        .collect();
    let sections = vec![
        section("checklist", profile.checklist.iter().map(|i| item(texts, i)).collect()),
        section("eligibility", eligibility(texts, profile)),
        section("scoring", scoring(texts, profile)),
        section("panel", vec![line(panel_words(profile, texts), &profile.panel.clause)]),
        section("reckoning", reckoning(texts, profile)),
        section("ties", vec![line(tie_words(profile, texts), &profile.rule.clause)]),
        section("vetoes", vetoes),
        section("grounds", grounds),
        section("report", report(texts, profile)),
    ];
    sections.into_iter().filter(|s| !s.lines.is_empty()).collect()
}

fn line(says: String, clause: &str) -> WordsLine {
    WordsLine {
        says,
        details: Vec::new(),
        clause: clause.to_owned(),
        marks: marks_of(clause).into_iter().map(|m| m.letter().to_owned()).collect(),
        off: false,
    }
}

fn item(texts: &Texts, item: &ChecklistItem) -> WordsLine {
    let id = match item.required {
        Requirement::Always => "profile-item-always",
        Requirement::WhenJoint => "profile-item-when-joint",
        Requirement::PerApplicant => "profile-item-per-applicant",
        Requirement::Optional => "profile-item-optional",
    };
    let name = texts.pick(&item.name, &item.name_en).to_owned();
    let mut details = Vec::new();
    if !item.looks_for.is_empty() {
        details.push(texts.say("profile-looks-for", [("words", texts.list(&item.looks_for))]));
    }
    if item.known_by.is_empty() {
        details.push(texts.word("profile-known-by-none"));
    } else {
        details.push(texts.say("profile-known-by", [("words", texts.list(&item.known_by))]));
    }
    WordsLine {
        details,
        ..line(texts.say(id, [("name", name)]), &item.clause)
    }
}

fn eligibility(texts: &Texts, profile: &Profile) -> Vec<WordsLine> {
    let rules = &profile.eligibility;
    let seats = || [("seats", texts.list(&rules.seats))];
    let class = |c: &EligibleClass| {
        let id = match (c.enabled, c.class) {
            (false, _) => "profile-class-off",
            (true, ApplicantClass::Technology) => "profile-class-joint",
            (true, _) => "profile-class",
        };
        let name = texts.pick(&c.name, &c.name_en).to_owned();
        WordsLine {
            off: !c.enabled,
            ..line(texts.say(id, [("name", name)]), &c.clause)
        }
    };
    let mut lines: Vec<WordsLine> = rules.classes.iter().map(class).collect();
    lines.push(line(texts.say("profile-seat", seats()), &rules.seat_clause));
    lines.push(line(texts.word("profile-technology-alone"), &rules.technology_clause));
    lines.push(line(texts.word("profile-licensed"), &rules.licensed_clause));
    lines.push(line(texts.say("profile-forwarded", seats()), &rules.forwarded_clause));
    lines
}

fn scoring(texts: &Texts, profile: &Profile) -> Vec<WordsLine> {
    let full = profile.full_marks().to_string();
    let total = [("count", profile.rubric.len().to_string()), ("marks", bare(&full).to_owned())];
    let mut lines = vec![
        WordsLine {
            details: vec![texts.word("profile-not-zero")],
            ..line(method_words(profile, texts), &profile.method_clause)
        },
        line(texts.say("profile-criteria", total), ""),
    ];
    lines.extend(profile.rubric.iter().map(|c| criterion(texts, profile, c)));
    lines
}

fn criterion(texts: &Texts, profile: &Profile, criterion: &Criterion) -> WordsLine {
    let (full, step) = (criterion.full_marks.to_string(), criterion.step.to_string());
    let weight = profile
        .rule
        .criterion(&criterion.id)
        .map_or_else(String::new, |c| c.weight.to_string());
    let id = if matches!(bare(&weight), "1" | "") {
        "profile-criterion"
    } else {
        "profile-criterion-weighted"
    };
    let args = [
        ("name", texts.pick(&criterion.name, &criterion.name_en).to_owned()),
        ("marks", bare(&full).to_owned()),
        ("step", bare(&step).to_owned()),
        ("weight", bare(&weight).to_owned()),
    ];
    let mut upper = criterion.full_marks;
    let mut details: Vec<String> = Vec::new();
    for band in &criterion.bands {
        let (from, to) = (band.from.to_string(), upper.to_string());
        let id = if band.reason_required {
            "profile-band-reason"
        } else {
            "profile-band"
        };
        details.push(texts.say(
            id,
            [
                ("name", texts.pick(&band.name, &band.name_en).to_owned()),
                ("from", bare(&from).to_owned()),
                ("to", bare(&to).to_owned()),
                ("anchor", texts.pick(&band.anchor, &band.anchor_en).to_owned()),
            ],
        ));
        upper = lx_domain::Hundredths(band.from.0.saturating_sub(criterion.step.0));
    }
    let guidance: Vec<String> = criterion
        .guidance
        .iter()
        .map(|g| texts.pick(&g.name, &g.name_en).to_owned())
        .collect();
    if !guidance.is_empty() {
        details.push(texts.say("profile-guidance", [("items", texts.list(&guidance))]));
    }
    WordsLine {
        details,
        ..line(texts.say(id, args), &criterion.clause)
    }
}

fn reckoning(texts: &Texts, profile: &Profile) -> Vec<WordsLine> {
    let rule = &profile.rule;
    let plain = rule.criteria.iter().all(|c| bare(&c.weight.to_string()) == "1");
    let sum = if plain { "profile-score-sum" } else { "profile-score-weighted" };
    let says = [
        trim_words(profile, texts),
        texts.word(sum),
        rounding_words(profile, texts),
        texts.say("rules-outlier", [("percent", rule.outlier_percent.to_string())]),
    ];
    says.into_iter().map(|words| line(words, &rule.clause)).collect()
}

fn report(texts: &Texts, profile: &Profile) -> Vec<WordsLine> {
    let words = &profile.report;
    let pairs = [
        ("profile-report-title", &words.title),
        ("profile-report-addressee", &words.addressee),
        ("profile-report-organiser", &words.organiser),
        ("profile-report-basis", &words.basis),
    ];
    pairs
        .into_iter()
        .map(|(id, text)| line(texts.say(id, [("text", text.clone())]), ""))
        .collect()
}
