//! The TypeScript that the window is built from is the one these types make.

use std::{fs, path::Path};

#[test]
fn the_committed_bindings_are_the_ones_these_types_make() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/host/gen");
    for (name, made) in lx_wire::bindings::files() {
        let committed = fs::read_to_string(folder.join(name)).unwrap_or_default();
        assert!(committed == made, "{name} is stale: run `cargo run -p lx-wire --bin bindings`");
    }
}
