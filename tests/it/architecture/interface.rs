//! Inside the interface: only `ui/src/host` speaks to the core, and the tiers know each other one way.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Tier → the tiers it may import: kit knows no product words, areas know one step, pages compose.
const TIERS: &[(&str, &[&str])] = &[
    ("host", &[]),
    ("text", &["host"]),
    ("kit", &["text", "host"]),
    ("areas", &["kit", "text", "host"]),
    ("pages", &["areas", "kit", "text", "host"]),
];

fn sources() -> Vec<PathBuf> {
    let mut all = Vec::new();
    walk(&lx_tests::repository().join("ui/src"), &mut all);
    assert!(!all.is_empty(), "the interface has sources");
    all
}

fn walk(at: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(at).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        match path.extension().and_then(|e| e.to_str()) {
            _ if path.is_dir() => walk(&path, into),
            Some("ts" | "svelte" | "js") => into.push(path),
            _ => {}
        }
    }
}

/// The quoted paths of `import … from "…"` and `import("…")`.
fn imports(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for line in text.lines().filter(|line| line.contains("import") || line.contains("from ")) {
        for quote in ['"', '\''] {
            all.extend(line.split(quote).skip(1).step_by(2));
        }
    }
    all
}

#[test]
fn only_the_host_folder_imports_tauri() {
    let host = lx_tests::repository().join("ui/src/host");
    for source in sources().into_iter().filter(|path| !path.starts_with(&host)) {
        let text = fs::read_to_string(&source).expect("a source");
        assert!(
            !imports(&text).iter().any(|path| path.starts_with("@tauri-apps")),
            "{} imports Tauri",
            source.display()
        );
    }
}

#[test]
fn the_tiers_of_the_interface_know_each_other_one_way() {
    let root = lx_tests::repository().join("ui/src");
    for source in sources() {
        let inside = source.strip_prefix(&root).expect("a source").to_string_lossy().into_owned();
        let Some((tier, allowed)) = TIERS.iter().find(|(tier, _)| inside.starts_with(&format!("{tier}/"))) else {
            continue;
        };
        let text = fs::read_to_string(&source).expect("a source");
        for path in imports(&text) {
            let known = TIERS
                .iter()
                .map(|(tier, _)| *tier)
                .find(|tier| path.starts_with(&format!("${tier}")) || path.contains(&format!("../{tier}/")));
            if let Some(known) = known {
                assert!(
                    known == *tier || allowed.contains(&known),
                    "{inside} ({tier}) must not import {path}"
                );
            }
        }
    }
}

#[test]
fn imported_text_is_never_inserted_raw() {
    for source in sources() {
        let text = fs::read_to_string(&source).expect("a source");
        assert!(
            !text.contains("{@html") && !text.contains(".innerHTML"),
            "{} inserts HTML raw",
            source.display()
        );
    }
}
