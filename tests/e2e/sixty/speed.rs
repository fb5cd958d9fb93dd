//! How quick the window is with sixty applications: measured in the page, from the click to what it brings.

use std::fs;

use serde_json::json;

use super::batch::Made;
use crate::window::Window;

/// Goes to each application in turn; the milliseconds until its checklist stands.
const SWITCH: &str = "const [numbers, done] = arguments; const q = (css) => document.querySelector(css); const took = []; \
    const next = (at) => { if (at === numbers.length) return done(took); const began = performance.now(); \
      q(`[data-testid=\"package-${numbers[at]}\"]`).click(); \
      const look = () => { if (q(`[data-testid=application][data-number=\"${numbers[at]}\"]`)) { took.push(performance.now() - began); return setTimeout(() => next(at + 1), 0); } \
        requestAnimationFrame(look); }; look(); }; next(0)";

/// Confirms outcome after outcome; the milliseconds until the list counts it.
const CONFIRM: &str = "const [numbers, done] = arguments; const q = (css) => document.querySelector(css); const took = []; \
    const when = (there, then) => there() ? then() : requestAnimationFrame(() => when(there, then)); \
    const count = () => q('[data-testid=screening-count]').textContent; \
    const next = (at) => { if (at === numbers.length) return done(took); \
      q(`[data-testid=\"package-${numbers[at]}\"]`).click(); \
      when(() => q(`[data-testid=application][data-number=\"${numbers[at]}\"]`) && q('[data-testid=confirm-outcome]'), () => { \
        const before = count(); const began = performance.now(); q('[data-testid=confirm-outcome]').click(); \
        when(() => count() !== before, () => { took.push(performance.now() - began); next(at + 1); }); }); }; next(0)";

/// Asks the core the same thing ten times; the milliseconds of each answer.
const ASK: &str = "const [[name, args], done] = arguments; const took = []; (async () => { for (let n = 0; n < 10; n += 1) { \
    const began = performance.now(); await window.__TAURI_INTERNALS__.invoke(name, args); took.push(performance.now() - began); } return took; })().then(done, (error) => done([String(error)]))";

pub(super) fn measured(w: &Window, packages: &[Made]) {
    let numbers: Vec<&str> = packages.iter().map(|made| made.number.as_str()).collect();
    let switching = times(w, SWITCH, &json!(numbers));
    let confirming = times(w, CONFIRM, &json!(&numbers[20..28]));
    let said = format!("switching: {switching:.0?} ms\nconfirming: {confirming:.0?} ms\n");
    let answers = [
        ("applications", json!({})),
        ("application", json!({ "number": numbers[30] })),
        ("desk", json!({})),
        ("listing", json!({})),
        ("reception", json!({})),
    ];
    let answers = answers.map(|(name, args)| format!("{name}: {:.0?} ms\n", times(w, ASK, &json!([name, args]))));
    let said = said + &answers.concat();
    fs::write(w.pictures().join("speed.txt"), &said).expect("the times on disk");
}

/// Median and worst, in milliseconds.
fn times(w: &Window, script: &str, about: &serde_json::Value) -> (f64, f64) {
    let took = w.later(script, json!([about])).expect("a time for each");
    let mut took: Vec<f64> = took
        .as_array()
        .expect("times")
        .iter()
        .filter_map(serde_json::Value::as_f64)
        .collect();
    took.sort_by(f64::total_cmp);
    (took[took.len() / 2], took[took.len() - 1])
}
