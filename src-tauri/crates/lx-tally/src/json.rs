//! The standing as `linxuan standing --json` and `linxuan tally --json` print it.

use lx_domain::{Rule, rule::RuleCriterion};
use serde_json::{Map, Value, json};

use crate::standing::{Args, Figure, Stability, Standard, Standing, Warning, WhyNot};

/// Turns a code and its facts into words.
type Say<'a> = &'a dyn Fn(&str, &Args) -> String;

impl Standing {
    /// The standing in the keys of the command line's contract. `say` turns a code and its facts into words: the codes
    /// of [`crate::Warning`], [`crate::WhyNotCode`] and [`crate::NoFigure`].
    ///
    /// Scores are decimal strings; the agreement figures are numbers, or null with their reason under `agreement.why`.
    #[must_use]
    pub fn to_json(&self, say: &dyn Fn(&str, &Args) -> String) -> Value {
        json!({
            "rule": rule(&self.rule),
            "applications": self.applications.iter().map(|a| application(a, say)).collect::<Vec<_>>(),
            "agreement": self.agreement(say),
            "stability": self.stability.iter().map(stability).collect::<Vec<_>>(),
        })
    }

    fn agreement(&self, say: Say<'_>) -> Value {
        let figures = [
            ("icc1", &self.agreement.icc1),
            ("icck", &self.agreement.icck),
            ("kendall_w", &self.agreement.kendall_w),
            ("krippendorff_alpha", &self.agreement.krippendorff_alpha),
        ];
        let (mut values, mut why) = (Map::new(), Map::new());
        for (name, figure) in figures {
            let value = match figure {
                Figure::Value(score) => score.to_string().parse::<serde_json::Number>().map_or(Value::Null, Value::Number),
                Figure::Null(reason) => {
                    why.insert(name.to_owned(), Value::String(say(reason.code(), &Args::new())));
                    Value::Null
                }
            };
            values.insert(name.to_owned(), value);
        }
        values.insert("why".to_owned(), Value::Object(why));
        Value::Object(values)
    }
}

/// In the shape and the words of a rule file, so that it can be written back as one.
fn rule(rule: &Rule) -> Value {
    let criterion = |c: &RuleCriterion| json!({ "id": c.id, "full_marks": c.full_marks.to_string(), "weight": c.weight });
    json!({
        "criteria": rule.criteria.iter().map(criterion).collect::<Vec<_>>(),
        "trim": rule.trim,
        "rounding": rule.rounding,
        "ties": rule.ties,
        "outlier_percent": rule.outlier_percent,
    })
}

fn application(a: &Standard, say: Say<'_>) -> Value {
    let mut value = json!({
        "number": a.number,
        "track": a.track,
        "rank": a.rank,
        "score": a.score,
        "criteria": a.criteria,
        "sheets": a.sheets,
        "kept": a.kept,
        "dropped": a.dropped,
        "recused": a.recused,
        "abstained": a.abstained,
        "missing": a.missing,
        "warnings": a.warnings.iter().map(|w| warning(w, say)).collect::<Vec<_>>(),
        "totals": a.totals,
    });
    if let (Some(why), Some(object)) = (&a.why, value.as_object_mut()) {
        object.insert("why".to_owned(), Value::String(say(why.code.code(), &criteria(why))));
    }
    value
}

fn criteria(why: &WhyNot) -> Args {
    let ids: Vec<&str> = why.criteria.iter().map(|id| id.as_str()).collect();
    Args::from([("criteria".to_owned(), ids.join("、"))])
}

fn warning(w: &Warning, say: Say<'_>) -> Value {
    json!({ "code": w.code, "reviewer": w.reviewer, "message": say(&w.code, &w.args), "args": w.args })
}

fn stability(s: &Stability) -> Value {
    json!({ "number": s.number, "rank_low": s.rank_low, "rank_high": s.rank_high, "swing_reviewer": s.swing_reviewer })
}
