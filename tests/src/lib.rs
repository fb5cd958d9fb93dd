//! What the tests of the whole program share: where the repository and its built programs are.

use std::path::{Path, PathBuf};

/// The top of the repository.
#[must_use]
pub fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// A program that the same build made: it lies beside the test's own folder (`target/debug/deps/..`).
///
/// # Panics
/// If it was not built; `make test` builds it first.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let tests = std::env::current_exe().expect("a test knows its own path");
    let folder = tests.ancestors().find(|at| at.ends_with("debug") || at.ends_with("release")).expect("a target folder");
    let path = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(path.exists(), "{} is not there: cargo build --workspace --bins makes it", path.display());
    path
}
