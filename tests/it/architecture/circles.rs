//! Inside a crate: no circle between its modules, read from the paths that the sources name.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Module → modules of the same crate that it names.
type Graph = BTreeMap<String, BTreeSet<String>>;

#[test]
fn no_crate_has_a_circle_between_its_modules() {
    let mut sources: Vec<PathBuf> = folders(&lx_tests::repository().join("src-tauri/crates"))
        .into_iter()
        .map(|c| c.join("src"))
        .collect();
    sources.push(lx_tests::repository().join("src-tauri/src"));
    let circles: Vec<String> = sources
        .iter()
        .filter_map(|source| circle(&graph(source)).map(|circle| format!("{}: {}", source.display(), circle.join(" → "))))
        .collect();
    assert!(circles.is_empty(), "{circles:#?}");
}

fn folders(at: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(at).unwrap_or_else(|e| panic!("{}: {e}", at.display()));
    let mut all: Vec<_> = entries.map(|e| e.expect("an entry").path()).filter(|p| p.is_dir()).collect();
    all.sort();
    all
}

fn rust_files(at: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(at).into_iter().flatten() {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|e| e == "rs") {
            into.push(path);
        }
    }
}

/// The modules of the crate's first floor; a file deeper down belongs to the first-floor module it lies in.
fn graph(source: &Path) -> Graph {
    let mut files = Vec::new();
    rust_files(source, &mut files);
    let module_of = |file: &Path| {
        let inside = file.strip_prefix(source).expect("a file of the crate");
        inside
            .components()
            .next()
            .expect("a name")
            .as_os_str()
            .to_string_lossy()
            .trim_end_matches(".rs")
            .to_owned()
    };
    let modules: BTreeSet<String> = files
        .iter()
        .map(|f| module_of(f))
        .filter(|m| !["lib", "main", "bin", "tests"].contains(&m.as_str()))
        .collect();
    let exported = ["lib.rs", "main.rs"]
        .iter()
        .filter_map(|root| fs::read_to_string(source.join(root)).ok())
        .map(|t| exports(&t))
        .next();
    let exported = exported.unwrap_or_default();
    let mut graph = Graph::new();
    for file in &files {
        let module = module_of(file);
        if !modules.contains(&module) || file.file_name().is_some_and(|n| n == "tests.rs") {
            continue;
        }
        let text = code(&fs::read_to_string(file).unwrap_or_else(|e| panic!("{}: {e}", file.display())));
        let named = crate_paths(&text).into_iter().filter_map(|first| {
            if modules.contains(&first) {
                Some(first)
            } else {
                exported.get(&first).cloned()
            }
        });
        let known = graph.entry(module.clone()).or_default();
        known.extend(named.filter(|m| *m != module));
    }
    graph
}

/// The text without comments and without what only tests compile.
fn code(text: &str) -> String {
    let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
    shipped
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// What the crate's root hands on: name → module it comes from (`pub use fault::Fault`).
fn exports(root: &str) -> BTreeMap<String, String> {
    let text = code(root);
    let mut all = BTreeMap::new();
    for item in text.split("use ").skip(1) {
        let Some((path, _)) = item.split_once(';') else { continue };
        let path = path.trim().trim_start_matches("crate::").trim_start_matches("self::");
        let Some((module, names)) = path.split_once("::") else { continue };
        for name in names.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|n| !n.is_empty()) {
            all.insert(name.to_owned(), module.to_owned());
        }
    }
    all
}

/// The first word after every `crate::`, also of each branch of `crate::{a::…, b::…}`.
fn crate_paths(text: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for (at, found) in text.match_indices("crate::") {
        // `$crate::` and `lx_crate::` are other words.
        if text[..at].chars().next_back().is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let rest = &text[at + found.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            all.extend(branches(group));
        } else {
            all.extend(word(rest));
        }
    }
    all
}

fn word(text: &str) -> Option<String> {
    let word: String = text.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty()).then_some(word)
}

fn branches(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut all) = (0_i32, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                all.extend(word(&group[start..at]));
                return all;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                all.extend(word(&group[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    all
}

/// One circle, if there is any: leaves are taken away until nothing or a circle is left.
fn circle(graph: &Graph) -> Option<Vec<String>> {
    let mut left = graph.clone();
    loop {
        let leaves: Vec<String> = left
            .iter()
            .filter(|(_, known)| !known.iter().any(|k| left.contains_key(k)))
            .map(|(m, _)| m.clone())
            .collect();
        if leaves.is_empty() {
            break;
        }
        for leaf in leaves {
            left.remove(&leaf);
        }
    }
    let mut at = left.keys().next()?.clone();
    let mut way = vec![at.clone()];
    loop {
        at = left[&at].iter().find(|k| left.contains_key(*k))?.clone();
        if let Some(start) = way.iter().position(|m| *m == at) {
            way.push(at);
            return Some(way.split_off(start));
        }
        way.push(at.clone());
    }
}

#[test]
fn a_circle_is_found_and_a_ladder_is_not() {
    let graph = |edges: &[(&str, &str)]| {
        let mut all = Graph::new();
        for (from, to) in edges {
            all.entry((*from).to_owned()).or_default().insert((*to).to_owned());
            all.entry((*to).to_owned()).or_default();
        }
        all
    };
    assert_eq!(circle(&graph(&[("a", "b"), ("b", "c"), ("a", "c")])), None);
    assert_eq!(
        circle(&graph(&[("a", "b"), ("b", "c"), ("c", "b")])),
        Some(vec!["b".into(), "c".into(), "b".into()])
    );
    let paths = crate_paths("use crate::{id::{A, B}, rule::C}; let x = crate::points::D; $crate::macros; lx_crate::other");
    assert_eq!(paths.into_iter().collect::<Vec<_>>(), ["id", "macros", "points", "rule"]);
}
