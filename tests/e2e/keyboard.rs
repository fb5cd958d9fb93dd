//! An expert who never touches the mouse: declares, scores, gives reasons, signs — at the smallest size the window must work at.

use lx_tests::repository;
use serde_json::{Value, json};

use crate::{
    person::at,
    stage::{Driver, Screen, act},
    window::{Window, until},
};

const CRITERIA: [&str; 5] = ["innovation", "feasibility", "security", "goal_soundness", "risk_controls"];

/// Fails the test when a click reaches the page: everything here is done by keys.
const NO_MOUSE: &str = "window.__clicks = 0; addEventListener('pointerdown', () => (window.__clicks += 1), true)";

/// What stands in the document that is read.
const READ: &str = "window.__read = document.querySelector('[data-testid=document]').lastElementChild";

#[test]
fn an_expert_declares_scores_reasons_and_seals_by_keyboard_alone() {
    act(by_keyboard);
}

fn by_keyboard() {
    let home = tempfile::Builder::new().prefix("遴选-").tempdir().expect("a home");
    let screen = Screen::of(910, 512);
    let window = Window::open(
        &screen,
        Driver::on(&screen, home.path(), &[]),
        &["--sample"],
        &repository().join("target/e2e/keyboard"),
    );
    window.press("open-sample");
    window.meets("package-GZ2026-001");
    window.confirm_every_outcome();
    window.press("station-opening");
    window.press("freeze");
    window.press("freeze-confirm");
    window.meets("batch-stamp");
    // What arrives from now on is for another batch, and that is said.
    let late = home.path().join("GZ2026-009 迟到.zip");
    std::fs::write(&late, b"PK").expect("a file");
    window.drop_files(&[&late]);
    window.says("fault-says", "本批次不再导入申报材料");
    window.keys(&["Enter"]);
    window.gone(&at("fault"));

    window.script(NO_MOUSE, json!([])).expect("a mouse that is watched");
    to_the_desk_of(&window, "林知远");
    declare(&window);
    let scored = score_all(&window);
    assert_eq!(scored, 3, "four applications, one of them recused");
    seal(&window);
    let clicks = window.script("return window.__clicks", json!([])).expect("a count");
    assert_eq!(clicks, json!(0), "no mouse was needed");
}

/// Through the palette, as Ctrl K offers it.
fn to_the_desk_of(window: &Window, name: &str) {
    window.keys(&["Ctrl+k"]);
    window.has_focus("palette-input");
    window.type_in(name);
    until("the desk in the palette", || {
        let first = window.script(
            "return document.querySelector('#palette-list [aria-selected=true]')?.textContent ?? ''",
            json!([]),
        )?;
        if first.as_str().is_some_and(|first| first.contains(name)) {
            Ok(())
        } else {
            Err(first.to_string())
        }
    });
    window.keys(&["Enter"]);
    window.meets("declaration");
}

fn declare(window: &Window) {
    window.tab_to("tie-GZ2026-002");
    window.keys(&["Enter"]);
    window.meets("tie-dialog");
    window.tab_to("tie-reason");
    window.type_in("三年内曾任职。");
    window.tab_to("tie-declare");
    window.keys(&["Enter"]);
    window.gone(&at("tie-dialog"));
    window.tab_to("declare-none");
    window.keys(&["Enter"]);
    window.meets("form");
    window.picture("declared");
}

/// Ctrl 1–5 to a criterion, Ctrl ↓ to the next project. Points in the outer bands ask for a reason: Enter goes there.
fn score_all(window: &Window) -> usize {
    let rows = 4;
    let mut scored = 0;
    for row in 0..rows {
        if row > 0 {
            let before = window.attribute(&at("form"), "data-number");
            window.keys(&["Ctrl+Down"]);
            window.see(&format!("{}:not([data-number=\"{before}\"])", at("form")));
        }
        if window.count(&at("out-of-scoring")) > 0 {
            continue;
        }
        scored += 1;
        window.see(&format!("{} > *:not(.wait)", at("document")));
        window.script(READ, json!([])).expect("a document");
        for (nth, criterion) in CRITERIA.iter().enumerate() {
            window.keys(&[&format!("Ctrl+{}", nth + 1)]);
            window.has_focus(&format!("points-{criterion}"));
            window.type_in(["18.5", "17", "9", "15.5", "16"][nth]);
            if nth == 0 || nth == 2 {
                window.meets(&format!("reason-{criterion}"));
                window.keys(&["Enter"]);
                window.has_focus(&format!("reason-{criterion}"));
                window.type_in("方案写得具体。");
            }
        }
        until("all of it on disk", || {
            let total = window.text(&at("total"))?;
            let state = window.attribute(&at("saved"), "class");
            if total.contains("76.00") && state.contains("idle") {
                Ok(())
            } else {
                Err(format!("{total} {state}"))
            }
        });
        let reading = window.script("return window.__read.isConnected", json!([])).expect("an answer");
        assert_eq!(reading, json!(true), "a score that was stored opened the document anew");
    }
    window.picture("scored");
    scored
}

fn seal(window: &Window) {
    window.keys(&["Ctrl+Enter"]);
    window.meets("seal-dialog");
    window.has_focus("passphrase");
    window.picture("sealing");
    window.keys(&["Enter"]);
    window.meets("sheet-stamp");
    window.keys(&["Escape"]);
    window.gone("dialog[open]");
    window.meets("sealed-stamp");
    assert_ne!(window.text(&at("sealed-stamp")).map(Value::from), Ok(Value::Null));
    window.picture("sealed");
}
