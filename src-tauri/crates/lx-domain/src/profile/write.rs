//! A profile as a file: what was read from one can be written as one, remarks apart.

use crate::{
    application::ApplicantClass,
    profile::{Method, Profile, Requirement, read::CLASSES},
    rule::{RoundingMode, Rule, Stage, TrimPer},
};

/// Lines of a file.
struct Lines(String);

impl Lines {
    fn head(&mut self, head: &str) {
        self.0.push('\n');
        self.0.push_str(head);
        self.0.push('\n');
    }

    fn put(&mut self, key: &str, value: impl Into<toml::Value>) {
        self.0.push_str(&format!("{key} = {}\n", value.into()));
    }

    fn text(&mut self, key: &str, text: &str) {
        self.put(key, text);
    }

    /// Left out where it is empty.
    fn some(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.put(key, text);
        }
    }

    fn list(&mut self, key: &str, texts: &[String]) {
        let texts: Vec<toml::Value> = texts.iter().map(|t| toml::Value::from(t.as_str())).collect();
        self.put(key, texts);
    }

    fn named(&mut self, name: &str, name_en: &str) {
        self.text("name", name);
        self.text("name_en", name_en);
    }
}

/// The whole file.
pub(super) fn file(profile: &Profile) -> String {
    let mut lines = Lines(String::new());
    lines.text("id", &profile.id);
    lines.named(&profile.name, &profile.name_en);
    lines.text("edition", &profile.edition);
    lines.text("source", &profile.source);
    let method = match profile.method {
        Method::OneRound => "one_round",
        Method::TwoRounds => "two_rounds",
    };
    lines.text("method", method);
    lines.some("method_clause", &profile.method_clause);
    checklist(&mut lines, profile);
    eligibility(&mut lines, profile);
    rubric(&mut lines, profile);
    for (head, all) in [
        (
            "[[vetoes]]",
            profile
                .vetoes
                .iter()
                .map(|v| (&v.id, &v.name, &v.name_en, &v.clause))
                .collect::<Vec<_>>(),
        ),
        (
            "[[recusal_grounds]]",
            profile
                .recusal_grounds
                .iter()
                .map(|g| (&g.id, &g.name, &g.name_en, &g.clause))
                .collect(),
        ),
    ] {
        for (id, name, name_en, clause) in all {
            lines.head(head);
            lines.text("id", id);
            lines.named(name, name_en);
            lines.text("clause", clause);
        }
    }
    lines.head("[panel]");
    lines.put("min_reviewers", profile.panel.min_reviewers);
    lines.put("odd", profile.panel.odd);
    lines.text("clause", &profile.panel.clause);
    rule(&mut lines, &profile.rule);
    lines.head("[report]");
    lines.text("title", &profile.report.title);
    lines.text("addressee", &profile.report.addressee);
    lines.text("organiser", &profile.report.organiser);
    lines.text("basis", &profile.report.basis);
    lines.0
}

fn checklist(lines: &mut Lines, profile: &Profile) {
    for item in &profile.checklist {
        lines.head("[[checklist]]");
        lines.text("id", item.id.as_str());
        lines.named(&item.name, &item.name_en);
        let required = match item.required {
            Requirement::Always => "always",
            Requirement::WhenJoint => "when_joint",
            Requirement::PerApplicant => "per_applicant",
            Requirement::Optional => "optional",
        };
        lines.text("required", required);
        lines.list("known_by", &item.known_by);
        lines.list("looks_for", &item.looks_for);
        lines.text("clause", &item.clause);
    }
}

fn class_word(class: ApplicantClass) -> &'static str {
    CLASSES.iter().find(|(_, c)| *c == class).map_or("", |(word, _)| *word)
}

fn eligibility(lines: &mut Lines, profile: &Profile) {
    let rules = &profile.eligibility;
    lines.head("[eligibility]");
    lines.list("seats", &rules.seats);
    lines.text("seat_clause", &rules.seat_clause);
    lines.text("technology_clause", &rules.technology_clause);
    lines.text("forwarded_clause", &rules.forwarded_clause);
    lines.text("licensed_clause", &rules.licensed_clause);
    for class in &rules.classes {
        lines.head("[[eligibility.classes]]");
        lines.text("class", class_word(class.class));
        lines.named(&class.name, &class.name_en);
        lines.list("known_by", &class.known_by);
        if !class.enabled {
            lines.put("enabled", false);
        }
        lines.text("clause", &class.clause);
    }
}

fn rubric(lines: &mut Lines, profile: &Profile) {
    for criterion in &profile.rubric {
        lines.head("[[rubric]]");
        lines.text("id", criterion.id.as_str());
        lines.named(&criterion.name, &criterion.name_en);
        lines.text("short", &criterion.short);
        lines.text("full_marks", &criterion.full_marks.to_string());
        lines.text("step", &criterion.step.to_string());
        lines.text("clause", &criterion.clause);
        for band in &criterion.bands {
            lines.head("[[rubric.bands]]");
            lines.text("from", &band.from.to_string());
            lines.named(&band.name, &band.name_en);
            lines.text("anchor", &band.anchor);
            lines.text("anchor_en", &band.anchor_en);
            lines.put("reason_required", band.reason_required);
        }
        for item in &criterion.guidance {
            lines.head("[[rubric.guidance]]");
            lines.named(&item.name, &item.name_en);
            lines.some("clause", &item.clause);
        }
    }
}

fn rule(lines: &mut Lines, rule: &Rule) {
    lines.head("[rule]");
    lines.put("outlier_percent", rule.outlier_percent);
    lines.some("clause", &rule.clause);
    for criterion in &rule.criteria {
        lines.head("[[rule.criteria]]");
        lines.text("id", criterion.id.as_str());
        lines.text("full_marks", &criterion.full_marks.to_string());
        lines.text("weight", &criterion.weight.to_string());
    }
    if let Some(trim) = rule.trim {
        lines.head("[rule.trim]");
        let per = match trim.per {
            TrimPer::Total => "total",
            TrimPer::Criterion => "criterion",
        };
        lines.text("per", per);
        lines.put("min_sheets", trim.min_sheets);
    }
    lines.head("[rule.rounding]");
    let mode = match rule.rounding.mode {
        RoundingMode::HalfUp => "half_up",
        RoundingMode::HalfEven => "half_even",
    };
    lines.text("mode", mode);
    lines.put("decimals", u32::from(rule.rounding.decimals));
    let stage = |stage: &Stage| match stage {
        Stage::Criterion => "criterion".to_owned(),
        Stage::Weighted => "weighted".to_owned(),
        Stage::Total => "total".to_owned(),
    };
    let after: Vec<String> = rule.rounding.after.iter().map(stage).collect();
    lines.list("after", &after);
    if !rule.ties.by.is_empty() {
        lines.head("[rule.ties]");
        let by: Vec<String> = rule.ties.by.iter().map(ToString::to_string).collect();
        lines.list("by", &by);
    }
}
