use super::{Profile, Requirement};
use crate::{Hundredths, Rule, config::ConfigFault, rule::TrimPer};

const GUANGZHOU: &str = include_str!("../../../../../assets/profiles/guangzhou-2022.toml");
const BLANK: &str = include_str!("../../../../../assets/profiles/blank.toml");
const RULE: &str = r#"
[[criteria]]
id = "innovation"
full_marks = "20"
weight = "1"
[[criteria]]
id = "security"
full_marks = "20"
weight = "0.25"
[trim]
per = "total"
min_sheets = 5
[rounding]
mode = "half_up"
decimals = 2
after = ["total"]
[ties]
by = ["security", "innovation"]
"#;

/// The fault of a shipped profile after one replacement.
fn fault(from: &str, to: &str) -> (u32, String, ConfigFault) {
    assert!(GUANGZHOU.contains(from), "{from:?} is gone from the shipped profile");
    let error = Profile::parse(&GUANGZHOU.replacen(from, to, 1)).expect_err("the changed profile must be refused");
    (error.line, error.key, error.reason)
}

fn rule_fault(from: &str, to: &str) -> (u32, String, ConfigFault) {
    assert!(RULE.contains(from), "{from:?} is gone from the rule");
    let error = Rule::parse(&RULE.replacen(from, to, 1)).expect_err("the changed rule must be refused");
    (error.line, error.key, error.reason)
}

#[test]
fn the_shipped_profiles_are_valid() {
    let profile = Profile::parse(GUANGZHOU).expect("the shipped profile");
    assert_eq!(profile.full_marks(), Hundredths(10_000));
    assert_eq!(profile.checklist.len(), 11);
    assert_eq!(profile.checklist.iter().filter(|i| i.required == Requirement::Always).count(), 6);
    assert_eq!(profile.eligibility.classes.len(), 7);
    assert!(profile.rubric.iter().all(|c| c.bands.len() == 4 && c.guidance.len() >= 4));
    assert_eq!(profile.rule.trim.map(|t| (t.per, t.min_sheets)), Some((TrimPer::Total, 5)));
    Profile::parse(BLANK).expect("the blank profile");
}

#[test]
fn a_profile_survives_its_own_json() {
    let profile = Profile::parse(GUANGZHOU).expect("the shipped profile");
    let json = serde_json::to_string(&profile).expect("JSON");
    assert!(json.contains(r#""weight":"1""#), "a decimal is its text, never a float");
    assert_eq!(serde_json::from_str::<Profile>(&json).expect("JSON"), profile);
}

#[test]
fn bands_hold_every_number_of_points_once() {
    let profile = Profile::parse(GUANGZHOU).expect("the shipped profile");
    let band = |points: i64| profile.rubric[0].band(Hundredths(points)).map(|b| b.name.as_str());
    let found: Vec<_> = [0, 950, 1000, 1450, 1500, 1750, 1800, 2000]
        .map(band)
        .into_iter()
        .flatten()
        .collect();
    assert_eq!(found, ["较差", "较差", "一般", "一般", "良好", "良好", "优秀", "优秀"]);
    assert_eq!(band(2050), None);
    assert_eq!(band(-50), None);
}

#[test]
fn a_fault_names_its_line_and_key() {
    let (line, key, reason) = fault("step = \"0.5\"", "stepp = \"0.5\"");
    assert_eq!((key.as_str(), reason), ("rubric[1].step", ConfigFault::Missing));
    assert!(line > 100, "the line of the table where the key should stand, not {line}");
    let (line, key, reason) = fault("id = \"guangzhou-2022\"", "id = \"guangzhou-2022\"\ncolour = 1");
    assert_eq!((line, key.as_str(), reason), (7, "colour", ConfigFault::UnknownKey));
    let (line, _, reason) = fault("id = \"guangzhou-2022\"", "id = ");
    assert_eq!(line, 6);
    assert!(matches!(reason, ConfigFault::NotToml(_)));
}

#[test]
fn what_a_profile_may_not_say_is_refused() {
    assert_eq!(
        fault("full_marks = \"20\"", "full_marks = 20.0").2,
        ConfigFault::WrongType {
            expected: "string",
            found: "float"
        }
    );
    assert_eq!(fault("full_marks = \"20\"", "full_marks = \"20.3\"").1, "rubric[1].full_marks");
    assert_eq!(fault("from = \"15\"", "from = \"19\"").2, ConfigFault::BandsNotDescending);
    assert_eq!(fault("from = \"0\"", "from = \"1\"").2, ConfigFault::BandsLeaveGap);
    assert_eq!(fault("from = \"18\"", "from = \"20\"").2, ConfigFault::BandsNotDescending);
    assert_eq!(
        fault("id = \"applicant_info\"", "id = \"application_form\"").2,
        ConfigFault::Duplicate("application_form".into())
    );
    assert_eq!(fault("name = \"创新性\"", "name = \" \"").2, ConfigFault::Empty);
    assert_eq!(
        fault("by = [\"risk_controls\"", "by = [\"risk\"").2,
        ConfigFault::UnknownCriterion("risk".into())
    );
    assert_eq!(fault("min_sheets = 5", "min_sheets = 2").1, "rule.trim.min_sheets");
    assert!(matches!(
        fault("id = \"goal_soundness\"", "id = \"goals\"").2,
        ConfigFault::CriteriaDiffer { .. }
    ));
    assert!(matches!(
        fault("required = \"always\"", "required = \"sometimes\"").2,
        ConfigFault::UnknownWord { .. }
    ));
}

#[test]
fn a_rule_file_is_read_as_the_command_line_describes_it() {
    let rule = Rule::parse(RULE).expect("the rule");
    assert_eq!(rule.criteria[1].weight.to_string(), "0.25");
    assert_eq!(rule.outlier_percent, 15, "the default");
    assert!(
        Rule::parse(&RULE.replace("[ties]\nby = [\"security\", \"innovation\"]\n", "")).is_ok(),
        "ties may be absent"
    );
    assert!(Rule::parse(&RULE.replace("[trim]\nper = \"total\"\nmin_sheets = 5\n", "")).is_ok_and(|r| r.trim.is_none()));
    assert!(Rule::parse(&format!("\u{FEFF}{RULE}")).is_ok(), "a BOM is fine");
}

#[test]
fn a_rule_without_a_final_rounding_is_refused() {
    assert_eq!(
        rule_fault("[\"total\"]", "[\"criterion\"]"),
        (16, "rounding.after".into(), ConfigFault::NoFinalRounding)
    );
    assert_eq!(rule_fault("[\"total\"]", "[]").2, ConfigFault::NoFinalRounding);
    assert_eq!(rule_fault("after = [\"total\"]", "").2, ConfigFault::NoFinalRounding);
}

#[test]
fn what_a_rule_may_not_say_is_refused() {
    assert_eq!(
        rule_fault("id = \"security\"", "id = \"innovation\"").2,
        ConfigFault::Duplicate("innovation".into())
    );
    assert_eq!(rule_fault("min_sheets = 5", "min_sheets = 2").1, "trim.min_sheets");
    assert_eq!(
        rule_fault("weight = \"0.25\"", "weight = \"1e3\"").2,
        ConfigFault::NotADecimal("1e3".into())
    );
    assert_eq!(
        rule_fault("weight = \"0.25\"", "weight = \"-1\"").2,
        ConfigFault::NotADecimal("-1".into())
    );
    assert_eq!(rule_fault("full_marks = \"20\"", "full_marks = \"0\"").2, ConfigFault::NotPositive);
    assert!(matches!(
        rule_fault("decimals = 2", "decimals = 9").2,
        ConfigFault::OutOfRange { .. }
    ));
    assert!(matches!(
        rule_fault("\"half_up\"", "\"truncate\"").2,
        ConfigFault::UnknownWord { .. }
    ));
    assert_eq!(rule_fault("[ties]", "[tiebreak]").2, ConfigFault::UnknownKey);
}
