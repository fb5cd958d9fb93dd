//! A profile from its TOML tables. Each fault is found where it stands, so that line and key are right.

use crate::{
    application::ApplicantClass,
    config::{ConfigFault, Keys},
    points::Hundredths,
    profile::{
        Band, ChecklistItem, Criterion, Eligibility, EligibleClass, GuidanceItem, Method, Panel, Profile, RecusalGround, ReportWords,
        Requirement, Veto, warn,
    },
    rule::Rule,
};

/// The words of the classes.
pub(super) const CLASSES: [(&str, ApplicantClass); 9] = [
    ("market_core", ApplicantClass::MarketCore),
    ("operating", ApplicantClass::Operating),
    ("service", ApplicantClass::Service),
    ("regional_equity", ApplicantClass::RegionalEquity),
    ("custodian", ApplicantClass::Custodian),
    ("other_recognised", ApplicantClass::OtherRecognised),
    ("listed", ApplicantClass::Listed),
    ("fund_operating", ApplicantClass::FundOperating),
    ("technology", ApplicantClass::Technology),
];

pub(super) fn profile(keys: &mut Keys<'_>) -> Option<Profile> {
    let (mut items, mut classes, mut criteria, mut vetoes, mut grounds) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let mut reckoned = Vec::new();
    let id = identifier(keys, "id");
    let (name, name_en) = (keys.text("name"), keys.text("name_en"));
    let (edition, source) = (keys.text("edition"), keys.text("source"));
    let method = keys.word("method", &[("one_round", Method::OneRound), ("two_rounds", Method::TwoRounds)]);
    // Sheets of a second round are not made: the report would state what did not happen.
    if method == Some(Method::TwoRounds) {
        let found = "two_rounds".to_owned();
        keys.note("method", ConfigFault::NotCarriedOut { found });
    }
    let method_clause = keys.text_or_empty("method_clause");
    let checklist = keys.tables("checklist", true, |keys| checklist_item(keys, &mut items));
    let eligibility = keys.table("eligibility", |keys| eligibility(keys, &mut classes));
    let rubric = keys.tables("rubric", true, |keys| criterion(keys, &mut criteria));
    let vetoes = keys.tables("vetoes", false, |keys| veto(keys, &mut vetoes));
    let recusal_grounds = keys.tables("recusal_grounds", true, |keys| ground(keys, &mut grounds));
    let panel = keys.table("panel", panel);
    let rule = keys.table("rule", |keys| {
        let rule = Rule::read(keys, &mut reckoned);
        // Ids that could not be read are a fault of their own; only whole lists are compared.
        if reckoned.len() != keys.count("criteria") {
            reckoned.clear();
        }
        rule
    });
    let report = keys.table("report", report);
    if criteria.len() == keys.count("rubric") && !criteria.is_empty() && !reckoned.is_empty() {
        same_criteria(keys, &criteria, &reckoned);
    }
    if let (Some(rubric), Some(rule)) = (&rubric, &rule) {
        same_full_marks(keys, rubric, rule);
    }
    warn::checklist(keys, checklist.as_deref().unwrap_or_default());
    warn::eligibility(keys, eligibility.as_ref());
    warn::rubric(keys, rubric.as_deref().unwrap_or_default());
    warn::rule(keys, rule.as_ref(), panel.as_ref());
    Some(Profile {
        id: id?,
        name: name?,
        name_en: name_en?,
        edition: edition?,
        source: source?,
        checklist: checklist?,
        eligibility: eligibility?,
        rubric: rubric?,
        vetoes: vetoes?,
        recusal_grounds: recusal_grounds?,
        method: method?,
        method_clause: method_clause?,
        panel: panel?,
        rule: rule?,
        report: report?,
    })
}

/// The rule must be about the rubric's criteria, in their order.
fn same_criteria(keys: &mut Keys<'_>, rubric: &[String], rule: &[String]) {
    let mut differ = false;
    for id in rubric.iter().filter(|id| !rule.contains(id)) {
        differ = true;
        let criterion = id.clone();
        keys.note_at("rule.criteria", ConfigFault::RuleLacks { criterion });
    }
    for (at, id) in (1_usize..).zip(rule).filter(|(_, id)| !rubric.contains(id)) {
        differ = true;
        let criterion = id.clone();
        keys.note_at(&format!("rule.criteria[{at}].id"), ConfigFault::RuleExtra { criterion });
    }
    if !differ && rubric != rule {
        let (rule, rubric) = (rule.join(", "), rubric.join(", "));
        keys.note_at("rule.criteria", ConfigFault::RuleOrder { rule, rubric });
    }
}

/// And say the same of their full marks.
fn same_full_marks(keys: &mut Keys<'_>, rubric: &[Criterion], rule: &Rule) {
    for (at, reckoned) in (1_usize..).zip(&rule.criteria) {
        let Some(of) = rubric.iter().find(|c| c.id == reckoned.id) else {
            continue;
        };
        if of.full_marks != reckoned.full_marks {
            let criterion = of.id.to_string();
            let (rule, rubric) = (reckoned.full_marks.to_string(), of.full_marks.to_string());
            let path = format!("rule.criteria[{at}].full_marks");
            keys.note_at(&path, ConfigFault::FullMarksDiffer { criterion, rule, rubric });
        }
    }
}

/// A text that can stand in file names and reports: lower-case letters, digits, `_`, `-` and `.`.
fn identifier(keys: &mut Keys<'_>, key: &'static str) -> Option<String> {
    let text = keys.text(key)?;
    let fine = text.len() <= 40
        && text
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '_' | '-' | '.'));
    if fine {
        Some(text)
    } else {
        keys.note(key, ConfigFault::NotAnIdentifier { found: text });
        None
    }
}

/// An identifier that occurs once among its kind.
fn own_id(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Option<String> {
    let id = identifier(keys, "id")?;
    keys.once("id", &id, seen)?;
    Some(id)
}

/// An id of ours; the identifier is one already, so this cannot fail but is said if it does.
fn as_id<T: std::str::FromStr>(keys: &mut Keys<'_>, id: Option<String>) -> Option<T> {
    let id = id?;
    let read = id.parse().ok();
    if read.is_none() {
        keys.note("id", ConfigFault::NotAnIdentifier { found: id });
    }
    read
}

fn checklist_item(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Option<ChecklistItem> {
    let id = own_id(keys, seen);
    let id = as_id(keys, id);
    let (name, name_en) = (keys.text("name"), keys.text("name_en"));
    let words = [
        ("always", Requirement::Always),
        ("when_joint", Requirement::WhenJoint),
        ("per_applicant", Requirement::PerApplicant),
        ("optional", Requirement::Optional),
    ];
    let required = keys.word("required", &words);
    let (known_by, looks_for) = (keys.texts("known_by"), keys.texts("looks_for"));
    let clause = keys.text("clause");
    Some(ChecklistItem {
        id: id?,
        name: name?,
        name_en: name_en?,
        required: required?,
        known_by: known_by?,
        looks_for: looks_for?,
        clause: clause?,
    })
}

fn eligibility(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Option<Eligibility> {
    let classes = keys.tables("classes", true, |keys| eligible_class(keys, seen));
    let seats = keys.texts("seats");
    let (seat_clause, technology_clause) = (keys.text("seat_clause"), keys.text("technology_clause"));
    let (forwarded_clause, licensed_clause) = (keys.text("forwarded_clause"), keys.text("licensed_clause"));
    Some(Eligibility {
        classes: classes?,
        seats: seats?,
        seat_clause: seat_clause?,
        technology_clause: technology_clause?,
        forwarded_clause: forwarded_clause?,
        licensed_clause: licensed_clause?,
    })
}

fn eligible_class(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Option<EligibleClass> {
    let word = keys.text("class");
    let class = word.as_ref().and_then(|word| keys.one_of("class", word, &CLASSES));
    let once = word.as_ref().and_then(|word| keys.once("class", word, seen));
    let (name, name_en) = (keys.text("name"), keys.text("name_en"));
    let known_by = keys.texts("known_by");
    let enabled = keys.flag_or("enabled", true);
    let clause = keys.text("clause");
    once?;
    Some(EligibleClass {
        class: class?,
        name: name?,
        name_en: name_en?,
        known_by: known_by?,
        enabled: enabled?,
        clause: clause?,
    })
}

fn criterion(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Option<Criterion> {
    let id = own_id(keys, seen);
    let id = as_id(keys, id);
    let (name, name_en, short) = (keys.text("name"), keys.text("name_en"), keys.text("short"));
    let (full_marks, step) = (positive(keys, "full_marks"), positive(keys, "step"));
    if let (Some(full_marks), Some(step)) = (full_marks, step) {
        on_step(keys, "full_marks", full_marks, step);
    }
    let mut above = full_marks;
    let bands = keys.tables("bands", true, |keys| band(keys, step, &mut above));
    if let Some(lowest) = bands.as_ref().and_then(|all| all.last()).filter(|b| b.from.0 != 0) {
        let lowest = lowest.from.to_string();
        let path = format!("bands[{}].from", keys.count("bands"));
        keys.note_at(&path, ConfigFault::BandsLeaveGap { lowest });
    }
    let guidance = keys.tables("guidance", false, guidance);
    let clause = keys.text("clause");
    Some(Criterion {
        id: id?,
        name: name?,
        name_en: name_en?,
        short: short?,
        full_marks: full_marks?,
        step: step?,
        bands: bands?,
        guidance: guidance?,
        clause: clause?,
    })
}

fn guidance(keys: &mut Keys<'_>) -> Option<GuidanceItem> {
    let (name, name_en, clause) = (keys.text("name"), keys.text("name_en"), keys.text_or_empty("clause"));
    Some(GuidanceItem {
        name: name?,
        name_en: name_en?,
        clause: clause?,
    })
}

fn positive(keys: &mut Keys<'_>, key: &'static str) -> Option<Hundredths> {
    let points: Hundredths = keys.parsed(key, |found| ConfigFault::NotPoints { found })?;
    if points.0 > 0 {
        Some(points)
    } else {
        keys.note(key, ConfigFault::NotPositive);
        None
    }
}

fn on_step(keys: &mut Keys<'_>, key: &str, value: Hundredths, step: Hundredths) {
    if value.0.checked_rem(step.0) != Some(0) {
        let (value, step) = (value.to_string(), step.to_string());
        keys.note(key, ConfigFault::OffStep { value, step });
    }
}

fn band(keys: &mut Keys<'_>, step: Option<Hundredths>, above: &mut Option<Hundredths>) -> Option<Band> {
    let from: Option<Hundredths> = keys.parsed("from", |found| ConfigFault::NotPoints { found });
    if let Some(from) = from {
        if let Some(limit) = above.filter(|limit| from >= *limit) {
            let above = limit.to_string();
            keys.note("from", ConfigFault::BandsNotDescending { above });
        }
        if let Some(step) = step {
            on_step(keys, "from", from, step);
        }
        *above = Some(from);
    }
    let (name, name_en) = (keys.text("name"), keys.text("name_en"));
    let (anchor, anchor_en) = (keys.text("anchor"), keys.text("anchor_en"));
    let reason_required = keys.flag("reason_required");
    Some(Band {
        from: from?,
        name: name?,
        name_en: name_en?,
        anchor: anchor?,
        anchor_en: anchor_en?,
        reason_required: reason_required?,
    })
}

fn veto(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Option<Veto> {
    let id = own_id(keys, seen);
    let (name, name_en, clause) = (keys.text("name"), keys.text("name_en"), keys.text("clause"));
    Some(Veto {
        id: id?,
        name: name?,
        name_en: name_en?,
        clause: clause?,
    })
}

fn ground(keys: &mut Keys<'_>, seen: &mut Vec<String>) -> Option<RecusalGround> {
    let id = own_id(keys, seen);
    let (name, name_en, clause) = (keys.text("name"), keys.text("name_en"), keys.text("clause"));
    Some(RecusalGround {
        id: id?,
        name: name?,
        name_en: name_en?,
        clause: clause?,
    })
}

fn panel(keys: &mut Keys<'_>) -> Option<Panel> {
    let (min_reviewers, odd, clause) = (keys.number("min_reviewers", 1, 1000), keys.flag("odd"), keys.text("clause"));
    Some(Panel {
        min_reviewers: min_reviewers?,
        odd: odd?,
        clause: clause?,
    })
}

fn report(keys: &mut Keys<'_>) -> Option<ReportWords> {
    let (title, addressee) = (keys.text("title"), keys.text("addressee"));
    let (organiser, basis) = (keys.text("organiser"), keys.text("basis"));
    Some(ReportWords {
        title: title?,
        addressee: addressee?,
        organiser: organiser?,
        basis: basis?,
    })
}
