//! What is said about a call whose words are off.

use std::process::{Command, Output};

use lx_tests::{linxuan, program};

/// Calls whose words are off, and what the sentence must name.
const CALLS: [(&[&str], &str); 8] = [
    (&["frobnicate"], "frobnicate"),
    (&["--verbose", "applications"], "--verbose"),
    (&["import"], "PATH"),
    (&["--lang", "fr", "applications"], "fr"),
    (&["demo", "--out", "x", "--reviewers", "0"], "0"),
    (&["score", "1", "--points", "a=1", "--abstain", "x"], "--points"),
    (&["identity", "card", "--out"], "--out"),
    (&["screen", "1", "--outcome", "perhaps"], "admit"),
];

fn plainly(args: &[&str]) -> Output {
    Command::new(program("linxuan")).args(args).output().expect("linxuan runs")
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn a_call_whose_words_are_off_is_told_so_in_chinese_and_ends_with_2() {
    for (args, named) in CALLS {
        let output = plainly(args);
        let said = String::from_utf8_lossy(&output.stderr);
        let first = said.lines().next().unwrap_or_default();
        assert!(is_chinese(first) && first.contains(named), "{args:?}: {said}");
        assert!(!said.contains("error:") && said.contains("--help"), "{args:?}: {said}");
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(output.stdout.is_empty(), "{args:?}");
    }
}

#[test]
fn in_english_it_is_said_in_english() {
    let output = plainly(&["--lang", "en", "frobnicate"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.starts_with("There is no command “frobnicate”") && !is_chinese(&said), "{said}");
}

#[test]
fn with_json_it_is_one_object_too() {
    let said = linxuan(&["frobnicate"]);
    assert_eq!(said.exit, 2);
    assert_eq!(said.json["fault"]["code"], "usage", "{}", said.json);
    let message = said.json["fault"]["message"].as_str().unwrap_or_default();
    assert!(is_chinese(message) && message.contains("frobnicate"), "{message}");
}
