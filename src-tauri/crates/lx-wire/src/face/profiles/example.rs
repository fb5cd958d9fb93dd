//! How points become a score, with made-up numbers; the core reckons them.

use lx_domain::{CriterionId, Profile};
use lx_steps::{
    profiles::{Example, example},
    tallying::{Side, Standard},
};

use super::bare;
use crate::{
    profiles::{ExampleCell, ExampleRow, ExampleView},
    text::Texts,
};

pub(super) fn view(texts: &Texts, profile: &Profile) -> Option<ExampleView> {
    let example = example(profile)?;
    let score = example.standard.score.as_ref()?.to_string();
    let weights: Vec<String> = profile
        .rule
        .criteria
        .iter()
        .map(|c| bare(&c.weight.to_string()).to_owned())
        .collect();
    let mean = |id: &CriterionId| example.standard.criteria.get(id).and_then(Option::as_ref).map(ToString::to_string);
    Some(ExampleView {
        criteria: profile.rubric.iter().map(|c| texts.pick(&c.short, &c.name_en).to_owned()).collect(),
        rows: (1..)
            .zip(&example.sheets)
            .map(|(at, points)| row(texts, profile, &example.standard, at, points))
            .collect(),
        means: profile.rubric.iter().map(|c| mean(&c.id).unwrap_or_default()).collect(),
        weights: if weights.iter().all(|w| w == "1") { Vec::new() } else { weights },
        says: says(texts, profile, &example, &score),
        score,
    })
}

fn row(texts: &Texts, profile: &Profile, standard: &Standard, at: u32, points: &[lx_domain::Hundredths]) -> ExampleRow {
    let own = at.to_string();
    let total = standard.totals.iter().find(|t| t.reviewer == own);
    let dropped = |id: &CriterionId| {
        standard
            .dropped
            .iter()
            .any(|d| d.reviewer == own && d.criterion.as_ref().is_none_or(|c| c == id))
    };
    let cell = |(criterion, points): (&lx_domain::profile::Criterion, &lx_domain::Hundredths)| ExampleCell {
        points: bare(&points.to_string()).to_owned(),
        dropped: dropped(&criterion.id),
    };
    ExampleRow {
        reviewer: texts.say("profile-example-reviewer", [("at", own.clone())]),
        cells: profile.rubric.iter().zip(points).map(cell).collect(),
        total: total.and_then(|t| t.total.as_ref()).map(ToString::to_string).unwrap_or_default(),
        dropped: standard.dropped.iter().any(|d| d.reviewer == own && d.criterion.is_none()),
    }
}

fn says(texts: &Texts, profile: &Profile, example: &Example, score: &str) -> Vec<String> {
    let standard = &example.standard;
    let sheets = example.sheets.len();
    let whole = |which: Side| {
        let found = standard.dropped.iter().find(|d| d.criterion.is_none() && d.which == which);
        found.map(|d| texts.say("profile-example-reviewer", [("at", d.reviewer.clone())]))
    };
    let trimmed = match (profile.rule.trim, standard.dropped.is_empty(), whole(Side::High), whole(Side::Low)) {
        (None, _, _, _) => texts.word("profile-example-no-trim"),
        (Some(trim), true, _, _) => texts.say("profile-example-too-few", [("sheets", trim.min_sheets.to_string())]),
        (Some(_), false, Some(high), Some(low)) => texts.say("profile-example-dropped", [("high", high), ("low", low)]),
        (Some(_), false, _, _) => texts.word("profile-example-dropped-each"),
    };
    vec![
        texts.say("profile-example-invented", [("sheets", sheets.to_string())]),
        trimmed,
        texts.say("profile-example-score", [("score", score.to_owned())]),
    ]
}
