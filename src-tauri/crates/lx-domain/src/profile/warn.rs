//! What a profile may say and an office should look at again. Nothing here stops a profile from being used.

use crate::{
    config::{ConfigFault, Keys},
    points::Hundredths,
    profile::{ChecklistItem, Criterion, Eligibility, Panel, Requirement},
    rule::{Rule, TrimPer},
};

/// The usual least panel: five and odd (招标投标法, article 37, for a neighbouring field).
const USUAL_PANEL: u32 = 5;
/// Characters that fit a narrow column.
const MOST_SHORT: usize = 4;
/// A weight of one, in millionths: weights have at most six decimals.
const ONE: i128 = 1_000_000;

/// Items that checks know by their ids: the same paper in two applications, who may apply, conclusions of an earlier coaching.
const KNOWN_BY_ID: [&str; 4] = ["application_form", "applicant_info", "pilot_plan", "coaching_record"];

/// Items that no document, or another item's documents, will be taken for.
pub(super) fn checklist(keys: &mut Keys<'_>, items: &[ChecklistItem]) {
    if items.is_empty() {
        return;
    }
    if items.iter().all(|i| i.required == Requirement::Optional) {
        keys.note("checklist", ConfigFault::NothingRequired);
    }
    let wanted = KNOWN_BY_ID.iter().filter(|id| !items.iter().any(|i| i.id.as_str() == **id));
    let wanted: Vec<&str> = wanted.copied().collect();
    if !wanted.is_empty() {
        let ids = wanted.join(", ");
        keys.note("checklist", ConfigFault::IdsWanted { ids });
    }
    let mut claimed: Vec<(String, &str)> = Vec::new();
    let mut names: Vec<(&str, &str)> = Vec::new();
    for (at, item) in (1_usize..).zip(items) {
        same_name(keys, &format!("checklist[{at}].name"), &item.name, item.id.as_str(), &mut names);
        if item.known_by.is_empty() {
            keys.note_at(&format!("checklist[{at}].known_by"), ConfigFault::NoWords);
        }
        words(keys, &format!("checklist[{at}]"), &item.known_by, item.id.as_str(), &mut claimed);
    }
}

/// Words that say too little, or that somebody else claims.
fn words<'p>(keys: &mut Keys<'_>, place: &str, known_by: &[String], id: &'p str, claimed: &mut Vec<(String, &'p str)>) {
    for (at, word) in (1_usize..).zip(known_by) {
        let path = format!("{place}.known_by[{at}]");
        let plain: String = word.chars().filter(|c| !c.is_whitespace()).collect();
        if plain.chars().count() < 2 {
            keys.note_at(&path, ConfigFault::ShortWord { word: word.clone() });
        }
        match claimed.iter().find(|(other, of)| *other == plain && *of != id) {
            Some((_, of)) => {
                let (word, other) = (word.clone(), (*of).to_owned());
                keys.note_at(&path, ConfigFault::SharedWord { word, other });
            }
            None => claimed.push((plain, id)),
        }
    }
}

fn same_name<'p>(keys: &mut Keys<'_>, path: &str, name: &'p str, id: &'p str, seen: &mut Vec<(&'p str, &'p str)>) {
    match seen.iter().find(|(other, _)| *other == name) {
        Some((_, of)) => {
            let (found, other) = (name.to_owned(), (*of).to_owned());
            keys.note_at(path, ConfigFault::SameName { found, other });
        }
        None => seen.push((name, id)),
    }
}

/// Whether anybody can apply, and be told apart.
pub(super) fn eligibility(keys: &mut Keys<'_>, found: Option<&Eligibility>) {
    let Some(eligibility) = found else { return };
    let mut open = eligibility.classes.iter().filter(|c| c.enabled).peekable();
    if open.peek().is_none() {
        keys.note_at("eligibility.classes", ConfigFault::NoClassOpen);
    } else if open.all(|c| c.class == crate::application::ApplicantClass::Technology) {
        keys.note_at("eligibility.classes", ConfigFault::OnlyTechnology);
    }
    if eligibility.seats.is_empty() {
        keys.note_at("eligibility.seats", ConfigFault::NoSeats);
    }
    let mut claimed = Vec::new();
    let mut names = Vec::new();
    for (at, class) in (1_usize..).zip(&eligibility.classes) {
        let place = format!("eligibility.classes[{at}]");
        same_name(keys, &format!("{place}.name"), &class.name, class.class.label_en(), &mut names);
        words(keys, &place, &class.known_by, &class.name, &mut claimed);
    }
}

/// Criteria that guide nobody, or that people mix up.
pub(super) fn rubric(keys: &mut Keys<'_>, criteria: &[Criterion]) {
    let (mut names, mut shorts) = (Vec::new(), Vec::new());
    for (at, criterion) in (1_usize..).zip(criteria) {
        let (place, id) = (format!("rubric[{at}]"), criterion.id.as_str());
        same_name(keys, &format!("{place}.name"), &criterion.name, id, &mut names);
        same_name(keys, &format!("{place}.short"), &criterion.short, id, &mut shorts);
        if criterion.short.chars().count() > MOST_SHORT {
            let most = u32::try_from(MOST_SHORT).unwrap_or(u32::MAX);
            keys.note_at(&format!("{place}.short"), ConfigFault::LongShort { most });
        }
        if criterion.bands.len() == 1 {
            keys.note_at(&format!("{place}.bands"), ConfigFault::OneBand);
        }
        if criterion.guidance.is_empty() {
            keys.note_at(&place, ConfigFault::NoGuidance);
        }
        let mut bands = Vec::new();
        for (below, band) in (1_usize..).zip(&criterion.bands) {
            same_name(keys, &format!("{place}.bands[{below}].name"), &band.name, id, &mut bands);
        }
    }
}

/// Panel, weights, trimming, rounding and ties, each by itself and beside the others.
pub(super) fn rule(keys: &mut Keys<'_>, rule: Option<&Rule>, panel: Option<&Panel>) {
    if let Some(panel) = panel {
        size(keys, panel);
    }
    let Some(rule) = rule else { return };
    weights(keys, rule);
    if let Some(trim) = rule.trim {
        if trim.min_sheets == 3 && trim.per == TrimPer::Total {
            keys.note_at("rule.trim.min_sheets", ConfigFault::TrimLeavesOne);
        }
        if let Some(panel) = panel.filter(|p| p.min_reviewers < trim.min_sheets) {
            let (sheets, reviewers) = (trim.min_sheets, panel.min_reviewers);
            keys.note_at("rule.trim.min_sheets", ConfigFault::TrimNever { sheets, reviewers });
        }
    }
    if rule.rounding.decimals < 2 {
        let decimals = u32::from(rule.rounding.decimals);
        keys.note_at("rule.rounding.decimals", ConfigFault::Coarse { decimals });
    }
    if rule.rounding.after.len() > 1 {
        keys.note_at("rule.rounding.after", ConfigFault::RoundsOften);
    }
    if rule.ties.by.is_empty() {
        keys.note_at("rule.ties.by", ConfigFault::NoTies);
    }
}

fn size(keys: &mut Keys<'_>, panel: &Panel) {
    let found = panel.min_reviewers;
    if found < USUAL_PANEL {
        let wanted = USUAL_PANEL;
        keys.note_at("panel.min_reviewers", ConfigFault::PanelSmall { found, wanted });
    }
    if !panel.odd {
        keys.note_at("panel.odd", ConfigFault::PanelNotOdd);
    } else if found.is_multiple_of(2) {
        keys.note_at("panel.min_reviewers", ConfigFault::PanelEven { found });
    }
}

/// Σ weight × full marks is what people take a score out of: 100.
fn weights(keys: &mut Keys<'_>, rule: &Rule) {
    let mut weights = Vec::new();
    for (at, criterion) in (1_usize..).zip(&rule.criteria) {
        let tens = 10_i128
            .checked_pow(6_u32.saturating_sub(u32::from(criterion.weight.scale)))
            .unwrap_or(1);
        let weight = i128::from(criterion.weight.units).saturating_mul(tens);
        if weight == 0 {
            keys.note_at(&format!("rule.criteria[{at}].weight"), ConfigFault::Weightless);
        }
        weights.push((weight, criterion.full_marks));
    }
    let sum: i128 = weights.iter().map(|(w, _)| *w).fold(0, i128::saturating_add);
    let shares = weights.iter().all(|(w, _)| *w <= ONE) && weights.iter().any(|(w, _)| *w != 0 && *w < ONE);
    let times = |(weight, marks): &(i128, Hundredths)| weight.saturating_mul(i128::from(marks.0));
    let best = weights.iter().map(times).fold(0, i128::saturating_add);
    if shares && sum != ONE {
        let found = decimal(sum, 6);
        keys.note_at("rule.criteria", ConfigFault::WeightsSum { found });
    } else if best != ONE.saturating_mul(10_000) {
        let found = decimal(best, 8);
        keys.note_at("rule.criteria", ConfigFault::BestScore { found });
    }
}

/// A whole number of parts as people write it, without idle zeros.
fn decimal(parts: i128, places: usize) -> String {
    let digits = format!("{:0>width$}", parts.unsigned_abs(), width = places.saturating_add(1));
    let (whole, part) = digits.split_at(digits.len().saturating_sub(places));
    let part = part.trim_end_matches('0');
    if part.is_empty() {
        whole.to_owned()
    } else {
        format!("{whole}.{part}")
    }
}
