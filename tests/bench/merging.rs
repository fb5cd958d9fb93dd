//! 100 sheets of 60 applications, every signature checked; beside it what reading the files and OpenSSL's Ed25519 alone would need.

use std::{
    fs,
    process::Command,
    time::{Duration, Instant},
};

use lx_domain::UnixMillis;
use lx_steps::merging;

use crate::{
    panel::Panel,
    table::{Goal, Row},
};

const SHEETS: u32 = 100;

/// Measures it.
pub fn row() -> Row {
    let mut panel = Panel::of(SHEETS);
    let started = Instant::now();
    let merged = merging::merge(&mut panel.desk, &panel.sheets, false, UnixMillis(1_794_000_100_000)).expect("merged");
    let ours = started.elapsed();
    assert_eq!(merged.taken.len(), SHEETS as usize, "{:?}", merged.refused);
    let started = Instant::now();
    let bytes: usize = panel.sheets.iter().map(|path| fs::read(path).expect("a sheet").len()).sum();
    let reading = started.elapsed();
    let verifying = openssl_verifies().map(|rate| Duration::from_secs_f64(f64::from(SHEETS) / rate));
    let beside = format!("reading {} MB and openssl's Ed25519 verify rate", bytes / 1_000_000);
    let what = format!("merge {SHEETS} sheets × {} applications", crate::panel::APPLICATIONS);
    Row {
        what,
        ours: ours.into(),
        beside,
        theirs: verifying.map(|time| (time + reading).into()),
        goal: Goal::Most(Duration::from_secs(1).into()),
    }
}

/// Signatures a second.
fn openssl_verifies() -> Option<f64> {
    let said = Command::new("openssl").args(["speed", "-seconds", "1", "ed25519"]).output().ok()?;
    let text = String::from_utf8_lossy(&said.stdout).into_owned();
    text.lines()
        .find(|line| line.contains("Ed25519"))?
        .split_whitespace()
        .last()?
        .parse()
        .ok()
}
