//! Chinese and English are both complete.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// File → ids of its messages, each with the arguments it takes.
fn catalogue(lang: &str) -> BTreeMap<String, BTreeMap<String, BTreeSet<String>>> {
    let folder = lx_tests::repository().join("assets/i18n").join(lang);
    let files = fs::read_dir(&folder)
        .unwrap_or_else(|e| panic!("{}: {e}", folder.display()))
        .map(|e| e.expect("an entry").path());
    files
        .filter(|p| p.extension().is_some_and(|e| e == "ftl"))
        .map(|p| {
            (
                p.file_name().unwrap_or_default().to_string_lossy().into_owned(),
                messages(&fs::read_to_string(&p).expect("a catalogue")),
            )
        })
        .collect()
}

fn messages(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let starts = line.starts_with(|c: char| c.is_ascii_alphabetic());
        if let (true, Some((name, _))) = (starts, line.split_once('=')) {
            id = name.trim().to_owned();
            assert!(!all.contains_key(&id), "{id} stands twice");
            all.entry(id.clone()).or_default();
        }
        for part in line.split('$').skip(1) {
            let argument: String = part
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-')
                .collect();
            all.entry(id.clone()).or_default().insert(argument);
        }
    }
    all
}

#[test]
fn both_languages_have_the_same_messages() {
    let (chinese, english) = (catalogue("zh-CN"), catalogue("en"));
    assert!(!chinese.is_empty(), "there are catalogues");
    assert_eq!(chinese.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>());
    for (file, messages) in &chinese {
        let (here, there): (BTreeSet<_>, BTreeSet<_>) = (messages.keys().collect(), english[file].keys().collect());
        assert_eq!(
            here.difference(&there).collect::<Vec<_>>(),
            Vec::<&&String>::new(),
            "{file}: not in English"
        );
        assert_eq!(
            there.difference(&here).collect::<Vec<_>>(),
            Vec::<&&String>::new(),
            "{file}: not in Chinese"
        );
    }
}

#[test]
fn no_message_stands_in_two_files() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for (file, messages) in catalogue("zh-CN") {
        for id in messages.into_keys() {
            if let Some(other) = seen.insert(id.clone(), file.clone()) {
                panic!("{id} stands in {other} and in {file}");
            }
        }
    }
}
