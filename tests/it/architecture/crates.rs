//! Between crates: the arrows of the drawing, from `cargo metadata`.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package};

/// Which crates of ours a crate may depend on. Whatever is not here is not allowed.
const ARROWS: &[(&str, &[&str])] = &[
    ("lx-domain", &[]),
    ("lx-tally", &["lx-domain"]),
    ("lx-seal", &["lx-domain"]),
    ("lx-intake", &["lx-domain"]),
    ("lx-ledger", &["lx-domain", "lx-seal", "lx-tally"]),
    ("lx-report", &["lx-domain", "lx-seal", "lx-tally"]),
    (
        "lx-steps",
        &["lx-domain", "lx-tally", "lx-seal", "lx-ledger", "lx-intake", "lx-report"],
    ),
    // What the steps hand out and refuse is made of their types, and only lx-wire turns those into words.
    (
        "lx-wire",
        &[
            "lx-domain",
            "lx-tally",
            "lx-seal",
            "lx-ledger",
            "lx-intake",
            "lx-report",
            "lx-steps",
        ],
    ),
    ("lx-cli", &["lx-domain", "lx-steps", "lx-wire"]),
    ("linxuan-desk", &["lx-domain", "lx-steps", "lx-wire"]),
    ("lx-testkit", &["lx-domain", "lx-tally", "lx-seal"]),
    ("lx-tests", &[]),
];

/// Crates that would bring a network into the product.
const NETWORK: &[&str] = &[
    "reqwest",
    "hyper",
    "ureq",
    "curl",
    "curl-sys",
    "native-tls",
    "rustls",
    "isahc",
    "surf",
    "attohttpc",
    "quinn",
];

/// For this platform alone: the packages of others are not on a machine that only builds here.
/// What is built on this machine; crates of other platforms need not have been downloaded.
fn metadata() -> Metadata {
    let here = format!("{}-unknown-linux-gnu", std::env::consts::ARCH);
    let mut command = MetadataCommand::new();
    command
        .current_dir(lx_tests::repository())
        .other_options(["--locked".to_owned(), "--filter-platform".to_owned(), here]);
    command.exec().expect("cargo metadata")
}

fn own(metadata: &Metadata) -> BTreeMap<&str, &Package> {
    metadata
        .workspace_packages()
        .into_iter()
        .map(|package| (package.name.as_str(), package))
        .collect()
}

fn dependencies<'a>(package: &'a Package, kinds: &[DependencyKind]) -> BTreeSet<&'a str> {
    package
        .dependencies
        .iter()
        .filter(|d| kinds.contains(&d.kind))
        .map(|d| d.name.as_str())
        .collect()
}

#[test]
fn crates_know_each_other_only_along_the_arrows() {
    let metadata = metadata();
    let own = own(&metadata);
    let arrows: BTreeMap<&str, &[&str]> = ARROWS.iter().copied().collect();
    for (name, package) in &own {
        let allowed = arrows
            .get(name)
            .unwrap_or_else(|| panic!("{name} is not in the drawing: say whom it may know"));
        for known in dependencies(package, &[DependencyKind::Normal, DependencyKind::Build]) {
            assert!(!own.contains_key(known) || allowed.contains(&known), "{name} must not know {known}");
        }
    }
}

#[test]
fn only_the_window_knows_tauri() {
    let metadata = metadata();
    for (name, package) in own(&metadata) {
        let all = dependencies(
            package,
            &[DependencyKind::Normal, DependencyKind::Build, DependencyKind::Development],
        );
        assert!(
            name == "linxuan-desk" || !all.iter().any(|known| known.starts_with("tauri")),
            "{name} must not know tauri"
        );
    }
}

#[test]
fn the_testkit_is_only_for_tests() {
    let metadata = metadata();
    for (name, package) in own(&metadata) {
        let product = dependencies(package, &[DependencyKind::Normal, DependencyKind::Build]);
        assert!(!product.contains("lx-testkit"), "{name} ships the testkit");
    }
}

#[test]
fn nothing_that_ships_can_speak_to_a_network() {
    let metadata = metadata();
    let graph = metadata.resolve.as_ref().expect("a resolved graph");
    let names: BTreeMap<_, _> = metadata.packages.iter().map(|p| (&p.id, p.name.as_str())).collect();
    let nodes: BTreeMap<_, _> = graph.nodes.iter().map(|node| (&node.id, node)).collect();
    for face in ["lx-cli", "lx-steps"] {
        let mut open = vec![&metadata.packages.iter().find(|p| p.name.as_str() == face).expect("a face").id];
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !seen.insert(id) {
                continue;
            }
            let name = names[id];
            assert!(!NETWORK.contains(&name), "{face} brings {name} along");
            let ships = |d: &&cargo_metadata::NodeDep| d.dep_kinds.iter().any(|k| k.kind == DependencyKind::Normal);
            open.extend(nodes[id].deps.iter().filter(ships).map(|d| &d.pkg));
        }
    }
}
