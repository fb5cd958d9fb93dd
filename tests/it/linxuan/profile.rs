//! Profiles at the command line; no desk is needed.

use std::fs;

use lx_tests::linxuan;
use serde_json::Value;

/// Line and code of every fault.
fn faults(json: &Value) -> Vec<(u64, String)> {
    let all = json["faults"].as_array().expect("faults").iter();
    all.map(|f| (f["line"].as_u64().expect("a line"), f["code"].as_str().expect("a code").to_owned()))
        .collect()
}

#[test]
fn a_copy_of_a_profile_is_edited_checked_and_told_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("广州2026.toml");
    let name = file.to_str().expect("a path");
    let said = linxuan(&["profile", "export", "guangzhou-2022", "--out", name]);
    assert_eq!((said.exit, said.json["path"].as_str()), (0, Some(name)));
    let said = linxuan(&["profile", "lint", name]);
    assert_eq!((said.exit, faults(&said.json)), (0, Vec::new()), "{}", said.json);

    let shipped = fs::read_to_string(&file).expect("the copy");
    let edited = shipped
        .replacen("id = \"guangzhou-2022\"", "id = \"guangzhou-2026\"", 1)
        .replace("enabled = false", "enabled = true")
        .replacen("min_reviewers = 5", "min_reviewers = 6", 1);
    fs::write(&file, &edited).expect("the copy");
    let said = linxuan(&["profile", "lint", name]);
    let line = edited.lines().position(|l| l.starts_with("min_reviewers")).expect("the panel") as u64 + 1;
    assert_eq!(
        (said.exit, faults(&said.json)),
        (0, vec![(line, "panel_even".to_owned())]),
        "a warning alone is no refusal"
    );
    assert!(said.json["faults"][0]["clause"].as_str().expect("a clause").contains("招标投标法"));

    let said = linxuan(&["profile", "show", name]);
    assert_eq!(said.exit, 0);
    let sections = said.json["sections"].as_array().expect("sections");
    let listed = sections
        .iter()
        .flat_map(|s| s["lines"].as_array().expect("lines"))
        .find(|l| l["says"].as_str().is_some_and(|s| s.starts_with("上市公司")));
    assert_eq!(listed.map(|l| l["off"].clone()), Some(Value::Bool(false)), "the option was taken");
}

#[test]
fn a_profile_with_faults_is_refused_with_all_of_them_and_an_edited_file_is_not_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("坏.toml");
    let name = file.to_str().expect("a path");
    assert_eq!(linxuan(&["profile", "export", "blank", "--out", name]).exit, 0);
    let broken = fs::read_to_string(&file)
        .expect("the copy")
        .replacen("edition =", "editon =", 1)
        .replacen("decimals = 2", "decimals = 12", 1);
    fs::write(&file, &broken).expect("the copy");
    let said = linxuan(&["profile", "lint", name]);
    assert_eq!((said.exit, said.json["valid"].as_bool()), (1, Some(false)));
    let codes: Vec<String> = faults(&said.json).into_iter().map(|(_, code)| code).collect();
    for code in ["missing", "misspelt_key", "out_of_range", "placeholder"] {
        assert!(codes.iter().any(|c| c == code), "{code} is not among {codes:?}");
    }
    let said = linxuan(&["profile", "show", name]);
    assert_eq!((said.exit, said.json["fault"]["code"].as_str()), (1, Some("profile")));
    assert!(faults(&said.json).len() > 4);
    let said = linxuan(&["profile", "export", "blank", "--out", name]);
    assert_eq!((said.exit, said.json["fault"]["code"].as_str()), (1, Some("exists")));
    assert_eq!(fs::read_to_string(&file).expect("the copy"), broken);
    assert_eq!(linxuan(&["profile", "lint", "没有这份.toml"]).exit, 1);
}

#[test]
fn the_shipped_profiles_are_listed_with_their_codes() {
    let said = linxuan(&["profile", "list"]);
    let ids: Vec<&str> = said.json["profiles"]
        .as_array()
        .expect("profiles")
        .iter()
        .filter_map(|p| p["id"].as_str())
        .collect();
    assert_eq!(ids, ["guangzhou-2022", "blank"]);
    assert!(
        said.json["profiles"]
            .as_array()
            .expect("profiles")
            .iter()
            .all(|p| p["short"].as_str().is_some_and(|s| s.len() == 9))
    );
}
