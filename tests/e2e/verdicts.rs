//! What a person has begun to say of an application: it stays with what it was said of, and nothing is confirmed over it.

use lx_tests::repository;
use serde_json::{Value, json};

use crate::{
    person::at,
    stage::{Driver, Screen, act},
    window::{Window, until},
};

/// An item that nothing asks for in this application, with the reason that was filled in for that.
const OPTIONAL: &str = "const item = document.querySelector('li[data-state=na]'); return item.dataset.testid.replace('item-', '')";
/// What the core holds of an application.
const STORED: &str =
    "const [number, done] = arguments; window.__TAURI_INTERNALS__.invoke('application', { number }).then((app) => done(app.admission))";
/// What the core has of what was begun.
const BEGUN: &str = "const [done] = arguments; window.__TAURI_INTERNALS__.invoke('begun').then(done)";
/// A PDF of the application, scrolled down, as somebody reads it.
const READ: &str = "window.__pdf = document.querySelector('[data-testid=pdf]'); const box = document.querySelector('[data-testid=document]'); \
    box.scrollTop = 240; return box.scrollTop";
const READING: &str = "return window.__pdf.isConnected ? document.querySelector('[data-testid=document]').scrollTop : 'opened anew'";

#[test]
fn what_was_begun_stays_with_what_it_was_said_of_and_nothing_is_confirmed_over_it() {
    act(verdicts);
}

fn verdicts() {
    let home = tempfile::Builder::new().prefix("遴选-").tempdir().expect("a home");
    let screen = Screen::of(1440, 900);
    let opened = || {
        let driver = Driver::on(&screen, home.path(), &[]);
        let window = Window::open(&screen, driver, &["--sample"], &repository().join("target/e2e/verdicts"));
        window.press("open-sample");
        shows(&window, "GZ2026-001");
        window
    };
    let window = opened();
    a_reason_belongs_to_one_outcome(&window);
    let item = a_reason_belongs_to_one_state(&window);
    the_outcome_waits_for_it(&window, &item);
    a_correction_outlasts_its_tab(&window);
    the_document_keeps_its_place(&window);
    let kept = something_is_begun(&window);
    drop(window);
    it_is_there_again(&opened(), &kept);
}

fn shows(w: &Window, number: &str) {
    w.press(&format!("package-{number}"));
    w.see(&format!("{}[data-number=\"{number}\"]", at("application")));
}

/// What stands in a field; waits until it is `words`.
fn holds(w: &Window, field: &str, words: &str) {
    let code = "return document.querySelector(arguments[0])?.value ?? null";
    until(&format!("{field} to hold “{words}”"), || {
        match w.script(code, json!([at(field)]))? {
            Value::String(now) if now == words => Ok(()),
            other => Err(other.to_string()),
        }
    });
}

fn stored(w: &Window, number: &str) -> Value {
    w.later(STORED, json!([number])).expect("an application")
}

fn a_reason_belongs_to_one_outcome(w: &Window) {
    holds(w, "outcome-reason", "申报材料齐备、规范，符合申报条件。");
    w.press("outcome-reject");
    holds(w, "outcome-reason", "");
    w.see(&format!("{}:disabled", at("confirm-outcome")));
    w.write(&at("outcome-reason"), "项目不在本市实施。");
    w.press("outcome-supplement");
    holds(w, "outcome-reason", "");
    // Another application and back: nothing that was typed is gone.
    w.keys(&["Ctrl+Down"]);
    w.see(&format!("{}[data-number=\"GZ2026-002\"]", at("application")));
    w.keys(&["Ctrl+Up"]);
    w.see(&format!("{}[data-number=\"GZ2026-001\"]", at("application")));
    w.press("outcome-reject");
    holds(w, "outcome-reason", "项目不在本市实施。");
    w.press("outcome-admit");
    holds(w, "outcome-reason", "申报材料齐备、规范，符合申报条件。");
}

/// Gives the item, for which no reason has been given yet.
fn a_reason_belongs_to_one_state(w: &Window) -> String {
    let item = w.script(OPTIONAL, json!([])).expect("an optional item");
    let item = item.as_str().expect("its id").to_owned();
    w.press(&format!("complete-{item}-missing"));
    w.has_focus(&format!("reason-{item}"));
    holds(w, &format!("reason-{item}"), "");
    w.says("unsaid", "1 项");
    w.see(&format!("{}:disabled", at("confirm-outcome")));
    w.picture("01-unsaid");
    w.keys(&["Ctrl+Enter"]);
    w.has_focus(&format!("reason-{item}"));
    let admission = stored(w, "GZ2026-001");
    assert_eq!(admission["confirmed"], json!(false), "nothing was confirmed without the reason");
    assert_eq!(state_of(&admission, &item), ("na".to_owned(), "非必需材料，未提交。".to_owned()));
    item
}

fn state_of(admission: &Value, item: &str) -> (String, String) {
    let items = admission["items"].as_array().expect("items");
    let found = items.iter().find(|one| one["id"] == item).expect("the item");
    let text = |name: &str| found[name].as_str().unwrap_or_default().to_owned();
    (text("state"), text("reason"))
}

fn the_outcome_waits_for_it(w: &Window, item: &str) {
    // Typed, and left for another application before it was stored.
    w.type_in("请补齐，");
    w.keys(&["Ctrl+Down"]);
    w.see(&format!("{}[data-number=\"GZ2026-002\"]", at("application")));
    w.keys(&["Ctrl+Up"]);
    w.see(&format!("{}[data-number=\"GZ2026-001\"]", at("application")));
    holds(w, &format!("reason-{item}"), "请补齐，");
    w.press(&format!("reason-{item}"));
    w.keys(&["End"]);
    w.type_in("并盖章。");
    // It is stored first. What the items suggest is another outcome now, which somebody has to read before it is confirmed.
    w.keys(&["Ctrl+Enter"]);
    w.see(&format!("{}[aria-pressed=\"true\"]", at("outcome-supplement")));
    let admission = stored(w, "GZ2026-001");
    assert_eq!(admission["confirmed"], json!(false), "another outcome than was read");
    assert_eq!(state_of(&admission, item), ("missing".to_owned(), "请补齐，并盖章。".to_owned()));
    w.keys(&["Ctrl+Enter"]);
    w.meets("outcome-confirmed");
    w.has_focus("next-open");
    w.press("screening-fields");
    w.meets("field-title");
    let admission = stored(w, "GZ2026-001");
    assert_eq!(
        (&admission["confirmed"], &admission["outcome"]),
        (&json!(true), &json!("supplement"))
    );
    w.picture("02-confirmed");
}

fn a_correction_outlasts_its_tab(w: &Window) {
    let title = |part: &str| format!("{} {}", at("field-title"), at(part));
    w.click(&title("field-correct"));
    w.has_focus("field-value");
    w.write(&title("field-value"), "更正后的项目名称");
    w.press("screening-findings");
    w.press("screening-fields");
    holds(w, "field-value", "更正后的项目名称");
    // What was begun of one application is not begun of the next.
    shows(w, "GZ2026-002");
    w.meets("field-title");
    assert_eq!(w.count(&at("field-value")), 0, "a correction of another application");
    shows(w, "GZ2026-001");
    w.click(&title("field-cancel"));
    w.gone(&at("field-value"));
    w.has_focus("field-correct");
}

fn the_document_keeps_its_place(w: &Window) {
    w.press("screening-documents");
    w.meets("document");
    w.script("document.querySelector('[data-testid^=doc-][title*=\".pdf\"]').click()", json!([]))
        .expect("a PDF among the tabs");
    w.see(&format!("{} canvas", at("pdf")));
    let place = w.script(READ, json!([])).expect("a place");
    assert_ne!(place, json!(0), "the document is longer than the window");
    w.press("change-outcome");
    w.has_focus("outcome-supplement");
    w.keys(&["Ctrl+Enter"]);
    w.meets("outcome-confirmed");
    w.has_focus("next-open");
    assert_eq!(
        w.script(READING, json!([])).expect("a place"),
        place,
        "the document was opened anew"
    );
}

/// Gives what the core has of it.
fn something_is_begun(w: &Window) -> Value {
    shows(w, "GZ2026-003");
    w.press("outcome-reject");
    w.write(&at("outcome-reason"), "项目不在本市");
    w.press("screening-fields");
    w.click(&format!("{} {}", at("field-title"), at("field-correct")));
    w.has_focus("field-value");
    w.keys(&["End"]);
    w.type_in("（二期）");
    until("all of it on disk", || {
        let begun = w.later(BEGUN, json!([]))?;
        let said = begun.to_string();
        if said.contains("项目不在本市") && said.contains("（二期）") {
            Ok(begun)
        } else {
            Err(said)
        }
    })
}

fn it_is_there_again(w: &Window, kept: &Value) {
    shows(w, "GZ2026-003");
    holds(w, "outcome-reason", "项目不在本市");
    w.press("screening-fields");
    let title = kept
        .as_array()
        .into_iter()
        .flatten()
        .find(|one| one["field"] == "field-title value");
    let title = title.and_then(|one| one["text"].as_str()).expect("the title that was begun");
    holds(w, "field-value", title);
    // Taken back, it is gone for good.
    w.press("field-cancel");
    w.press("outcome-admit");
    until("nothing begun of it", || match w.later(BEGUN, json!([]))?.to_string() {
        begun if begun.contains("field-title") => Err(begun),
        _ => Ok(()),
    });
}
