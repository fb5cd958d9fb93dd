//! The opening of the review, and one expert's declaration, form and signature.

use std::{fs, path::Path};

use crate::{
    person::{at, close_dialogs},
    visitor::{Visitor, there},
    window::Window,
};

pub(super) fn opening(v: &Visitor, folder: &Path) {
    let w = v.window;
    w.press("station-opening");
    w.meets("roster");
    v.look_at_sizes("20-opening", |_| {});
    v.look_at_sizes("20-profile", |w| {
        if !there(w, "profile-words") {
            w.press("opening-profile");
        }
        w.meets("profile-example");
    });
    v.speak("zh-CN");
    w.press("station-opening");
    w.meets("roster");
    v.look_after("21-freeze", |w| w.press("freeze"));
    // The sample's passphrase is public and stands in the field already.
    w.press("freeze-confirm");
    w.meets("batch-stamp");
    v.look("22-frozen");
    fs::create_dir_all(folder).expect("a folder");
    v.look_after("23-exported", |w| {
        w.give("export-batch", folder);
        w.meets("exported");
    });
}

fn switch(w: &Window, desk: usize) {
    w.press("sample-switch");
    w.press(&format!("sample-desk-{desk}"));
}

pub(super) fn scoring(v: &Visitor) {
    let w = v.window;
    v.speak("zh-CN");
    switch(w, 1);
    w.meets("declaration");
    v.look_at_sizes("30-declaration", |_| {});
    v.look_after("31-tie", |w| w.press("tie-GZ2026-002"));
    w.write(&at("tie-reason"), "三年内曾在申报机构任职。");
    w.press("tie-declare");
    w.gone(&at("tie-dialog"));
    w.press("declare-none");
    w.meets("form");
    v.look("32-form-empty");
    for (criterion, points) in [
        ("innovation", "19"),
        ("feasibility", "16"),
        ("security", "8.5"),
        ("goal_soundness", "15.5"),
        ("risk_controls", "99"),
    ] {
        w.write(&at(&format!("points-{criterion}")), points);
    }
    w.write(
        &at("reason-innovation"),
        "隐私计算与债券承销尽调结合，数据可用不可见，行业内有新意。",
    );
    v.look_at_sizes("33-scoring", |w| {
        w.see(&format!("{} canvas, {} article", at("document"), at("document")))
    });
    w.write(&at("points-risk_controls"), "17");
    v.look_after("34-guidance", |w| {
        w.click("[data-testid=\"criterion-security\"] .more button[aria-expanded=\"false\"]");
    });
    v.look_after("35-abstain", |w| w.press("abstain"));
    close_dialogs(w);
    v.look_after("36-seal-blocked", |w| w.press("seal-sheet"));
    close_dialogs(w);
    v.look_after("37-recused", |w| {
        w.press("project-GZ2026-002");
        w.meets("out-of-scoring");
    });
    finish_the_sheet(v);
}

/// Scores what is left, then looks at the sealing.
fn finish_the_sheet(v: &Visitor) {
    let w = v.window;
    v.speak("zh-CN");
    let rows = w.count("[data-testid^=\"project-\"]");
    for row in 0..rows {
        w.click(&format!("li:nth-child({}) > [data-testid^=\"project-\"]", row + 1));
        v.settle();
        if there(w, "out-of-scoring") {
            continue;
        }
        for criterion in ["innovation", "feasibility", "security", "goal_soundness", "risk_controls"] {
            w.write(&at(&format!("points-{criterion}")), "16.5");
        }
        w.saved();
    }
    v.look_after("38-seal", |w| {
        w.press("seal-sheet");
        w.meets("seal-dialog");
    });
    close_dialogs(w);
    v.speak("zh-CN");
    w.press("seal-sheet");
    w.press("seal-confirm");
    w.meets("sealed");
    v.glance("39-sealed");
    close_dialogs(w);
    v.look("39-scoring-sealed");
    v.speak("zh-CN");
    switch(w, 0);
}
