//! Sixty applications without a mouse, at the smallest size: along the list, from everywhere, to what is still open.

use serde_json::json;

use super::batch::Made;
use crate::{
    person::at,
    window::{Window, until},
};

/// Counts what a mouse does: nothing may come of it.
const NO_MOUSE: &str = "window.__clicks = 0; addEventListener('pointerdown', () => (window.__clicks += 1), true)";
/// Whether the row of an application lies between the filter that stays in sight and the end of the list.
const IN_SIGHT: &str = "const row = document.querySelector(`[data-testid=\"package-${arguments[0]}\"]`).getBoundingClientRect(); \
    const bar = document.querySelector('[data-testid=package-filter]').getBoundingClientRect(); \
    return row.top >= bar.bottom - 1 && row.bottom <= innerHeight + 1";

pub(super) fn suffice(w: &Window, packages: &[Made]) {
    let number = |nth: usize| packages[nth].number.as_str();
    w.resize(910, 512);
    w.press(&format!("package-{}", number(0)));
    shows(w, number(0));
    w.script(NO_MOUSE, json!([])).expect("a mouse that is watched");

    // Along the list: every row is in sight when one comes to it, from below and from above.
    w.tab_to(&format!("package-{}", number(0)));
    for nth in 1..8 {
        w.keys(&["Down"]);
        arrives(w, number(nth));
    }
    w.keys(&["End"]);
    arrives(w, number(packages.len() - 1));
    for nth in (52..packages.len() - 1).rev() {
        w.keys(&["Up"]);
        arrives(w, number(nth));
    }
    w.keys(&["Home"]);
    arrives(w, number(0));

    // From everywhere on the page: another application, another tab.
    w.tab_to("receipt");
    w.keys(&["Ctrl+Down"]);
    shows(w, number(1));
    w.keys(&["Ctrl+3"]);
    w.meets("field-title");
    w.keys(&["Ctrl+1"]);
    w.meets("screening-sums");

    // The outcome, then the next that waits for one.
    w.keys(&["Ctrl+Enter"]);
    w.has_focus("next-open");
    w.keys(&["Enter"]);
    shows(w, number(2));
    w.has_focus(&format!("package-{}", number(2)));
    w.keys(&["Ctrl+Up"]);
    shows(w, number(1));
    w.keys(&["Ctrl+Enter"]);
    shows(w, number(2));
    w.has_focus(&format!("package-{}", number(2)));

    // Only what is open, found by a word; with nothing left there is a way back to all of them.
    w.keys(&["Shift+Tab", "Shift+Tab"]);
    w.has_focus("package-filter");
    w.type_in("公告智能核对");
    until("six rows", || match w.count("[data-rove] button") {
        6 => Ok(()),
        other => Err(format!("{other} rows")),
    });
    w.keys(&["Ctrl+Down"]);
    w.see(&format!("{}:not([data-number=\"{}\"])", at("application"), number(2)));
    w.has_focus("package-filter");
    w.type_in("没有这样的项目");
    w.tab_to("filter-clear");
    w.keys(&["Enter"]);
    w.meets(&format!("package-{}", number(0)));

    let clicks = w.script("return window.__clicks", json!([])).expect("a count");
    assert_eq!(clicks, json!(0), "no mouse was needed");
    w.resize(1366, 768);
}

fn shows(w: &Window, number: &str) {
    w.see(&format!("{}[data-number=\"{number}\"]", at("application")));
}

/// The row has the focus, is in sight, and what it stands for is shown.
fn arrives(w: &Window, number: &str) {
    w.has_focus(&format!("package-{number}"));
    until(&format!("{number} in sight"), || match w.script(IN_SIGHT, json!([number])) {
        Ok(serde_json::Value::Bool(true)) => Ok(()),
        other => Err(format!("{other:?}")),
    });
    shows(w, number);
}
