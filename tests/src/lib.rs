//! What the tests of the whole program share: where the repository, its built programs and their results are.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    time::Duration,
};

use serde_json::Value;

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
    let folder = tests
        .ancestors()
        .find(|at| at.ends_with("debug") || at.ends_with("release"))
        .expect("a target folder");
    let path = folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.exists(),
        "{} is not there: cargo build --workspace --bins makes it",
        path.display()
    );
    path
}

/// What `linxuan --json` said, and how it ended.
#[derive(Debug)]
pub struct Said {
    /// Exit code.
    pub exit: i32,
    /// The one JSON object; null where there was none.
    pub json: Value,
    /// What it said to people.
    pub stderr: String,
}

/// Runs `linxuan --json ARGS`.
///
/// # Panics
/// If it cannot be started, or dies by a signal.
#[must_use]
pub fn linxuan(args: &[&str]) -> Said {
    let output = Command::new(program("linxuan"))
        .arg("--json")
        .args(args)
        .env_remove("LINXUAN_DESK")
        .output()
        .expect("linxuan runs");
    said(&output)
}

/// Reads an answer of `linxuan --json`.
///
/// # Panics
/// If it died by a signal.
#[must_use]
pub fn said(output: &Output) -> Said {
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!stderr.contains("panicked at"), "linxuan panicked: {stderr}");
    Said {
        exit: output.status.code().expect("an exit code"),
        json: serde_json::from_slice(&output.stdout).unwrap_or_default(),
        stderr,
    }
}

/// The result of `linxuan demo`, made once for all tests of a build.
pub struct Demo {
    /// Where it put everything.
    pub folder: PathBuf,
    /// What it said.
    pub json: Value,
}

impl Demo {
    /// Runs the demo, or takes what another test of the same build has made.
    ///
    /// # Panics
    /// If the demo fails.
    #[must_use]
    pub fn made() -> Self {
        let program = program("linxuan");
        let built = fs::metadata(&program).and_then(|m| m.modified()).expect("the time of the build");
        let stamp = built.duration_since(std::time::UNIX_EPOCH).expect("after 1970").as_millis();
        let all = program.parent().and_then(Path::parent).expect("a target folder").join("test/demo");
        let folder = all.join(stamp.to_string());
        fs::create_dir_all(&all).expect("a folder");
        let answer = folder.join("said.json");
        // Whoever makes the folder runs the demo; the others wait for its answer.
        if fs::create_dir(&folder).is_ok() {
            let out = folder.join("out");
            let output = Command::new(&program)
                .args(["--json", "demo", "--out"])
                .arg(&out)
                .output()
                .expect("linxuan runs");
            let text = if output.status.success() { output.stdout } else { output.stderr };
            fs::write(folder.join("said.part"), &text).expect("the answer on disk");
            fs::rename(folder.join("said.part"), &answer).expect("the answer on disk");
        }
        let text = until(Duration::from_secs(600), || fs::read_to_string(&answer).ok()).expect("the demo's answer");
        let json = serde_json::from_str(&text).unwrap_or_else(|_| panic!("the demo failed: {text}"));
        Self {
            folder: folder.join("out"),
            json,
        }
    }

    /// The report.
    ///
    /// # Panics
    /// If the demo names none.
    #[must_use]
    pub fn report(&self) -> PathBuf {
        PathBuf::from(self.json["report"].as_str().expect("a report"))
    }

    /// The scoresheets.
    ///
    /// # Panics
    /// If the demo names none.
    #[must_use]
    pub fn sheets(&self) -> Vec<PathBuf> {
        let all = self.json["sheets"].as_array().expect("scoresheets");
        all.iter().map(|path| PathBuf::from(path.as_str().expect("a path"))).collect()
    }
}

/// Asks again until there is an answer or the patience is over.
pub fn until<T>(patience: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    #[allow(clippy::disallowed_methods, reason = "a test may look at the clock")]
    let started = std::time::Instant::now();
    loop {
        let answer = ask();
        if answer.is_some() || started.elapsed() > patience {
            return answer;
        }
        std::thread::park_timeout(Duration::from_millis(25));
    }
}
