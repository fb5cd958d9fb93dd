//! The interface's types are those of the core.

use std::fs;

#[test]
fn the_typescript_bindings_are_fresh() {
    let folder = lx_tests::repository().join("ui/src/host/gen");
    for (name, text) in lx_wire::bindings::files() {
        let committed = fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(committed == text, "ui/src/host/gen/{name} is stale: make bindings");
    }
}
