//! Other people's verifiers, for tests: the `openssl` program of the system.

use std::{path::Path, process::Command};

/// Runs `openssl` in `folder`; says whether it succeeded, and its words.
pub(crate) fn openssl(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let output = Command::new("openssl").current_dir(folder).args(arguments).output();
    let output = output.expect("the program `openssl` must be installed: these tests ask it whether our signatures are right");
    let words = String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned();
    (output.status.success(), words)
}

/// Runs `openssl` and insists that it succeeds.
pub(crate) fn openssl_must(folder: &Path, arguments: &[&str]) {
    let (fine, words) = openssl(folder, arguments);
    assert!(fine, "openssl {arguments:?}: {words}");
}
