//! The report, and the verifying of it and of what is none.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{person::at, visitor::Visitor, window::Window};

pub(super) fn reporting(v: &Visitor) -> PathBuf {
    let w = v.window;
    w.press("station-reporting");
    w.meets("make-report");
    v.look("70-reporting-empty");
    v.look_after("71-make-report", |w| w.press("make-report"));
    w.press("report-confirm");
    w.meets("report-stamp");
    let open = |w: &Window| {
        w.see(&format!("{} canvas", at("pdf")));
        w.press("verify-report");
        w.see("[data-testid=\"verify-result\"][data-valid=\"true\"]");
    };
    v.look_at_sizes("72-report", open);
    PathBuf::from(w.text(&at("report-path")).expect("a path"))
}

pub(super) fn verifying(v: &Visitor, report: &Path, bad: &[PathBuf]) {
    let w = v.window;
    w.press("menu");
    w.press("menu-verify");
    v.look("80-verify-empty");
    let mut bytes = fs::read(report).expect("the report");
    let middle = bytes.len() / 2;
    if let Some(byte) = bytes.get_mut(middle) {
        *byte ^= 1;
    }
    let broken = report.with_file_name("改动过的报告.pdf");
    fs::write(&broken, bytes).expect("a broken report");
    let files = [
        ("81-verify-good", report, "true"),
        ("82-verify-broken", &broken, "false"),
        ("83-verify-no-sheet", bad[3].as_path(), "false"),
    ];
    for (name, path, valid) in files {
        v.look_after(name, |w| {
            w.give("verify-file", path);
            w.see(&format!("[data-testid=\"verify-result\"][data-valid=\"{valid}\"]"));
        });
    }
}
