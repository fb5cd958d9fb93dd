use super::{Profile, Requirement};
use crate::{ApplicantClass, Hundredths, Rule, Severity, config::ConfigFault, rule::TrimPer};

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
    assert_eq!(profile.eligibility.classes.iter().filter(|c| c.enabled).count(), 7);
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
fn a_profile_written_as_a_file_is_read_as_the_same_profile() {
    for text in [GUANGZHOU, BLANK] {
        let mut profile = Profile::parse(text).expect("a shipped profile");
        assert_eq!(Profile::parse(&profile.to_toml()), Ok(profile.clone()));
        profile.name = "引号“”\"、反斜线 \\、制表\t、𫖯".to_owned();
        profile.rule.trim = None;
        profile.rule.ties.by.clear();
        profile
            .eligibility
            .classes
            .iter_mut()
            .for_each(|c| c.enabled = !c.enabled || c.class == ApplicantClass::Operating);
        assert_eq!(Profile::parse(&profile.to_toml()), Ok(profile));
    }
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
    assert_eq!((line, key.as_str(), reason), (8, "colour", ConfigFault::UnknownKey));
    let (line, _, reason) = fault("id = \"guangzhou-2022\"", "id = ");
    assert_eq!(line, 7);
    assert!(matches!(reason, ConfigFault::Syntax { .. }), "{reason}");
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
    assert_eq!(
        fault("from = \"15\"", "from = \"19\"").2,
        ConfigFault::BandsNotDescending { above: "18.00".into() }
    );
    assert_eq!(
        fault("from = \"0\"", "from = \"1\"").2,
        ConfigFault::BandsLeaveGap { lowest: "1.00".into() }
    );
    assert_eq!(
        fault("from = \"18\"", "from = \"20\"").2,
        ConfigFault::BandsNotDescending { above: "20.00".into() }
    );
    assert_eq!(
        fault("id = \"applicant_info\"", "id = \"application_form\"").2,
        ConfigFault::Duplicate {
            found: "application_form".into()
        }
    );
    assert_eq!(fault("name = \"创新性\"", "name = \" \"").2, ConfigFault::Empty);
    let (line, key, reason) = fault("by = [\"risk_controls\"", "by = [\"risk\"");
    assert_eq!(key, "rule.ties.by[1]");
    assert!(line > 500 && matches!(reason, ConfigFault::UnknownCriterion { found, .. } if found == "risk"));
    assert_eq!(fault("min_sheets = 5", "min_sheets = 2").1, "rule.trim.min_sheets");
    assert!(matches!(
        fault("id = \"goal_soundness\"", "id = \"goals\"").2,
        ConfigFault::RuleLacks { criterion } if criterion == "goals"
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
        ConfigFault::Duplicate {
            found: "innovation".into()
        }
    );
    assert_eq!(rule_fault("min_sheets = 5", "min_sheets = 2").1, "trim.min_sheets");
    assert_eq!(
        rule_fault("weight = \"0.25\"", "weight = \"1e3\"").2,
        ConfigFault::NotADecimal { found: "1e3".into() }
    );
    assert_eq!(
        rule_fault("weight = \"0.25\"", "weight = \"-1\"").2,
        ConfigFault::NotADecimal { found: "-1".into() }
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

#[test]
fn a_shipped_profile_has_nothing_to_warn_of_and_a_blank_one_asks_to_be_filled_in() {
    assert_eq!(Profile::lint(GUANGZHOU).faults, []);
    let blank = Profile::lint(BLANK);
    assert!(blank.value.is_some());
    assert!(blank.faults.iter().all(|f| f.reason.severity() == Severity::Warning));
    let open = blank.faults.iter().filter(|f| f.reason.code() == "placeholder").count();
    assert_eq!(open, BLANK.matches("= \"请填写").count() + BLANK.matches("[\"请填写").count());
}

/// Lines and codes of every fault of a shipped profile after some replacements.
fn faults(changes: &[(&str, &str)]) -> Vec<(String, String)> {
    let mut text = GUANGZHOU.to_owned();
    for (from, to) in changes {
        assert!(text.contains(from), "{from:?} is gone from the shipped profile");
        text = text.replacen(from, to, 1);
    }
    let found = Profile::lint(&text).faults.into_iter();
    found.map(|f| (f.reason.code(), f.key)).collect()
}

#[test]
fn every_fault_is_found_at_once() {
    let found = faults(&[
        ("edition = \"1\"", "editon = \"1\""),
        ("required = \"always\"", "required = \"sometimes\""),
        ("class = \"service\"", "class = \"services\""),
        ("step = \"0.5\"", "step = \"0.3\""),
        ("decimals = 2", "decimals = \"2\""),
        ("by = [\"risk_controls\"", "by = [\"risk\""),
    ]);
    let codes: Vec<(&str, &str)> = found.iter().map(|(c, k)| (c.as_str(), k.as_str())).collect();
    let expected = [
        ("missing", "edition"),
        ("misspelt_key", "editon"),
        ("unknown_word", "checklist[1].required"),
        ("unknown_word", "eligibility.classes[3].class"),
        ("off_step", "rubric[1].full_marks"),
        ("wrong_type", "rule.rounding.decimals"),
        ("unknown_criterion", "rule.ties.by[1]"),
    ];
    for fault in expected {
        assert!(codes.contains(&fault), "{fault:?} is not among {codes:?}");
    }
}

#[test]
fn a_method_that_is_not_carried_out_is_refused() {
    let (_, key, reason) = fault("method = \"one_round\"", "method = \"two_rounds\"");
    let found = "two_rounds".to_owned();
    assert_eq!((key.as_str(), reason), ("method", ConfigFault::NotCarriedOut { found }));
}

#[test]
fn a_fault_says_the_clause_it_stands_under_and_the_key_that_was_meant() {
    let text = GUANGZHOU.replacen("required = \"per_applicant\"", "requird = \"per_applicant\"", 1);
    let found = Profile::lint(&text).faults;
    let unknown = found.iter().find(|f| f.key == "checklist[7].requird").expect("the unknown key");
    assert_eq!(unknown.reason, ConfigFault::MisspeltKey { near: "required".into() });
    assert!(unknown.clause.contains("书面承诺"), "{}", unknown.clause);
    assert_eq!(text.lines().nth(unknown.line as usize - 1), Some("requird = \"per_applicant\""));
}

#[test]
fn what_an_office_should_look_at_again_is_a_warning_and_the_profile_stays_usable() {
    let cases = [
        ("min_reviewers = 5", "min_reviewers = 4", "panel_even"),
        ("min_reviewers = 5", "min_reviewers = 3", "panel_small"),
        ("min_reviewers = 5", "min_reviewers = 3", "trim_never"),
        ("odd = true", "odd = false", "panel_not_odd"),
        ("min_sheets = 5", "min_sheets = 3", "trim_leaves_one"),
        ("weight = \"1\"", "weight = \"2\"", "best_score"),
        ("weight = \"1\"", "weight = \"0.5\"", "weights_sum"),
        ("weight = \"1\"", "weight = \"0\"", "weightless"),
        ("decimals = 2", "decimals = 0", "coarse"),
        ("after = [\"total\"]", "after = [\"criterion\", \"total\"]", "rounds_often"),
        ("by = [\"risk_controls\", \"security\", \"innovation\"]", "by = []", "no_ties"),
        ("known_by = [\"承诺函\", \"承诺书\"]", "known_by = []", "no_words"),
        ("known_by = [\"承诺函\", \"承诺书\"]", "known_by = [\"函\"]", "short_word"),
        ("known_by = [\"承诺函\", \"承诺书\"]", "known_by = [\"申报 书\"]", "shared_word"),
        ("name = \"承诺函\"", "name = \"机构信息\"", "same_name"),
        ("id = \"coaching_record\"", "id = \"record\"", "ids_wanted"),
        ("seats = [\"广州\"]", "seats = []", "no_seats"),
        ("short = \"创新\"", "short = \"创新性程度\"", "long_short"),
        ("clause = \"通知第三条第（一）项\"", "clause = \"请填写依据\"", "placeholder"),
    ];
    for (from, to, code) in cases {
        let text = GUANGZHOU.replacen(from, to, 1);
        assert_ne!(text, GUANGZHOU, "{from:?} is gone from the shipped profile");
        let lint = Profile::lint(&text);
        assert!(lint.value.is_some(), "{code}: {:?}", lint.faults);
        let found = lint.faults.iter().find(|f| f.reason.code() == code);
        let found = found.unwrap_or_else(|| panic!("{code} is not among {:?}", lint.faults));
        assert_eq!(found.reason.severity(), Severity::Warning);
    }
}

#[test]
fn an_option_line_stays_in_the_file_and_counts_only_where_it_is_taken() {
    let profile = Profile::parse(GUANGZHOU).expect("the shipped profile");
    assert!(profile.eligibility.open_to(ApplicantClass::Listed).is_none());
    let listed = profile.eligibility.classes.iter().find(|c| c.class == ApplicantClass::Listed);
    assert!(listed.is_some_and(|c| c.clause.contains("2023")));
    let taken = Profile::parse(&GUANGZHOU.replace("enabled = false", "enabled = true")).expect("the taken options");
    assert!(taken.eligibility.open_to(ApplicantClass::Listed).is_some());
    let json = serde_json::to_string(&taken).expect("JSON");
    assert!(!json.contains("enabled"), "a line that is taken is written as it always was");
}

#[test]
fn another_encoding_is_named_with_its_line() {
    let mut bytes = b"id = \"x\"\n# ".to_vec();
    bytes.extend([0xB9, 0xE3, 0xD6, 0xDD]); // 广州 in GB18030
    let lint = Profile::lint_bytes(&bytes);
    assert_eq!(
        lint.faults.iter().map(|f| (f.line, f.reason.clone())).collect::<Vec<_>>(),
        [(2, ConfigFault::NotUtf8)]
    );
    assert!(Profile::lint_bytes(GUANGZHOU.as_bytes()).value.is_some());
}
