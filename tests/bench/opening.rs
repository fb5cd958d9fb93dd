//! The window: from the web driver's request for it to its first screen, beside an empty Tauri window.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use crate::{
    stage::{Driver, Screen},
    table::{Goal, Row, middle_of_three},
    window::Window,
};

/// Measures it.
pub fn row() -> Row {
    let screen = Screen::of(1366, 768);
    let home = tempfile::tempdir().expect("a folder");
    let open = |program: &str, ready: &str| middle_of_three(|| time_to(&screen, home.path(), program, ready));
    let ours = open("linxuan-desk", "button:not([disabled])");
    let theirs = open("examples/empty_window", "#ready");
    Row {
        what: "window to its first screen".to_owned(),
        ours: ours.into(),
        beside: "an empty Tauri window".to_owned(),
        theirs: Some(theirs.into()),
        goal: Goal::Ratio(1.5),
    }
}

fn time_to(screen: &Screen, home: &Path, program: &str, ready: &str) -> Duration {
    let driver = Driver::on(screen, home, &[]);
    driver.answers();
    let started = Instant::now();
    let window = Window::of(driver, &lx_tests::program(program), &[], &home.join("pictures"));
    window.see(ready);
    started.elapsed()
}
