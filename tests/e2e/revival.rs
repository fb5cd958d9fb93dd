//! The web engine ends under an open window: the page comes back by itself.

use std::{fs, path::Path, process::Command};

use crate::{
    stage::{Program, Screen},
    window::until,
};

/// What the kernel calls the process of a page.
const PAGE: &str = "WebKitWebProces";

#[test]
fn a_page_whose_process_ended_is_loaded_again() {
    let home = tempfile::Builder::new().prefix("遴选-").tempdir().expect("a home");
    let screen = Screen::of(910, 512);
    let program = Program::on(&screen, home.path());
    // The page keeps its colours first thing: it is there.
    until("the page to have begun", || kept(home.path()));
    let first = until("the page", || page_of(&program));
    let ended = Command::new("kill").args(["-KILL", &first]).status().expect("kill");
    assert!(ended.success());
    let second = until("another page", || match page_of(&program)? {
        same if same == first => Err("the old one".to_owned()),
        other => Ok(other),
    });
    assert_ne!(first, second);
}

/// What the page itself keeps.
fn kept(folder: &Path) -> Result<(), String> {
    for entry in fs::read_dir(folder).map_err(|e| e.to_string())?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if name.ends_with(".localstorage") || (is_folder && kept(&entry.path()).is_ok()) {
            return Ok(());
        }
    }
    Err("nothing kept by the page".to_owned())
}

/// The process of the program's page.
fn page_of(program: &Program) -> Result<String, String> {
    let all = fs::read_dir("/proc").map_err(|e| e.to_string())?;
    let mut pages = all.flatten().filter_map(|one| {
        let stat = fs::read_to_string(one.path().join("stat")).ok()?;
        let (head, tail) = stat.rsplit_once(") ")?;
        let mut tail = tail.split(' ');
        let (state, group) = (tail.next()?, tail.nth(1)?);
        let ours = head.contains(PAGE) && state != "Z" && group == program.group();
        ours.then(|| Path::new(&one.file_name()).display().to_string())
    });
    pages.next().ok_or_else(|| "no page".to_owned())
}
