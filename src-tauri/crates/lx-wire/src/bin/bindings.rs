//! Writes the TypeScript bindings of the window: `cargo run -p lx-wire --bin bindings`.

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/host/gen");
    fs::create_dir_all(&folder)?;
    for (name, text) in lx_wire::bindings::files() {
        fs::write(folder.join(name), text)?;
        println!("ui/src/host/gen/{name}");
    }
    Ok(())
}
