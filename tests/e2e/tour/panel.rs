//! What the panel does together: merging, deliberating, deciding.

use std::path::PathBuf;

use super::give;
use crate::{
    person::{at, close_dialogs},
    visitor::Visitor,
};

pub(super) fn merging(v: &Visitor, bad: &[PathBuf]) {
    let w = v.window;
    w.meets("station-deliberating");
    for station in ["deliberating", "deciding", "reporting"] {
        w.press(&format!("station-{station}"));
        v.look(&format!("40-{station}-before"));
    }
    w.press("station-merging");
    v.look_at_sizes("41-merging-empty", |_| {});
    v.look_after("42-merging-refused", |w| {
        give(w, "merge-import", bad.get(3..).unwrap_or_default());
        w.meets("refused-files");
    });
    v.speak("zh-CN");
    w.press("sample-sheets");
    w.press("merge-files");
    w.meets("merge-outcome");
    w.see("[data-state=\"merged\"]");
    v.glance("43-merged");
    v.look_at_sizes("44-merging", |_| {});
}

pub(super) fn deliberating(v: &Visitor) {
    let w = v.window;
    w.press("station-deliberating");
    w.meets("standing");
    v.look_at_sizes("50-standing", |w| {
        w.click("[data-row=\"1\"] td b");
        w.press("seat-2");
    });
    v.look_at_sizes("51-analysis", |w| w.press("view-analysis"));
    for kind in ["recuse", "correct", "break_tie", "void"] {
        v.look_after(&format!("52-ruling-{kind}"), |w| {
            w.press("new-ruling");
            w.click(&format!("{} option[value={kind}]", at("ruling-kind")));
        });
        close_dialogs(w);
    }
    v.speak("zh-CN");
    w.press("new-ruling");
    w.write(&at("ruling-reason"), "评审后发现与申报机构有利害关系，予以回避。");
    w.press("ruling-confirm");
    w.gone(&at("ruling-dialog"));
    v.look("53-standing-ruled");
}

pub(super) fn deciding(v: &Visitor) {
    let w = v.window;
    w.press("station-deciding");
    w.meets("opinion-form");
    v.look("60-deciding-empty");
    v.speak("zh-CN");
    w.opine_on_all();
    v.look_at_sizes("61-deciding", |_| {});
    v.look_after("62-dissent", |w| w.press("add-dissent"));
    w.write(&at("dissent-text"), "对第三名项目的数据出境安排有保留。");
    w.press("dissent-save");
    w.gone(&at("dissent-dialog"));
    v.look_after("63-sign-decision", |w| w.press("sign-decision"));
    w.press("decision-confirm");
    w.meets("decision-stamp");
    v.look("64-decided");
}
