//! What goes out and what comes back: receipt, notice, supplement, first reading, the next batch.

use std::path::Path;

use super::{batch, open};
use crate::{
    person::{at, close_dialogs},
    visitor::{Visitor, there},
};

pub(super) fn receipt_and_notice(v: &Visitor) {
    let w = v.window;
    v.speak("zh-CN");
    open(w, "GZ2026-103", "items");
    v.look_at_sizes("10-receipt", |w| {
        if !there(w, "receipt-dialog") {
            w.press("receipt");
        }
    });
    w.press("receipt-go");
    w.meets("receipt-made");
    v.look("11-receipt-made");
    close_dialogs(w);
    v.speak("zh-CN");
    open(w, "GZ2026-103", "items");
    v.look_after("12-outcome", |w| w.meets("confirm-outcome"));
    v.speak("zh-CN");
    w.write(&at("outcome-reason"), "请补齐风险防控方案，并由全体申报机构盖章。");
    w.press("confirm-outcome");
    w.meets("outcome-confirmed");
    v.look_at_sizes("13-notice", |w| {
        if !there(w, "notice-dialog") {
            w.press("notice");
        }
        w.see(&format!("{} li label", at("notice-lines")));
    });
    w.press("notice-go");
    w.meets("notice-made");
    v.glance("14-notice-made");
    close_dialogs(w);
}

/// What was asked for comes as a second version; documents, fields, findings and words are compared.
pub(super) fn versions(v: &Visitor, home: &Path) {
    let w = v.window;
    v.speak("zh-CN");
    w.drop_files(&[&batch::supplement(home, batch::LACKING)]);
    w.meets("preview");
    v.glance("20-supplement");
    w.press("preview-go");
    w.gone(&at("preview"));
    w.see(&format!("{}[data-number=\"GZ2026-103\"]", at("application")));
    v.look_at_sizes("21-versions", |w| {
        open(w, "GZ2026-103", "versions");
        w.meets("compared-documents");
        if !there(w, "text-view") {
            w.press("text-differences");
        }
        w.meets("text-view");
    });
}

pub(super) fn forwarded_coached_and_put_aside(v: &Visitor) {
    let w = v.window;
    v.speak("zh-CN");
    open(w, &number(batch::FORWARDED), "items");
    w.press("confirm-outcome");
    w.meets("first-reading");
    v.look_at_sizes("30-first-reading", |w| open(w, &number(batch::FORWARDED), "items"));
    w.write(&at("first-reading-text"), "已审阅申报材料，项目边界清楚，建议按程序转送主管部门。");
    w.press("first-reading-save");
    w.says("first-reading-by", "周岚");
    v.look("31-first-reading-kept");
    v.look_after("32-coached", |w| open(w, &number(batch::COACHED), "items"));
    v.look_at_sizes("33-aside", |w| open(w, &number(batch::DAMAGED), "aside"));
    v.look_at_sizes("34-peek", |w| {
        if !there(w, "peek") {
            open(w, &number(batch::DAMAGED), "aside");
            w.press("aside-look");
        }
        w.meets("peek-content");
    });
    w.press("peek-text");
    v.glance("35-peek-text");
    close_dialogs(w);
}

/// Everything is late when the deadline was yesterday; one moves to the next batch.
pub(super) fn late(v: &Visitor) {
    let w = v.window;
    v.look_after("40-deadline", |w| w.press("set-deadline"));
    w.write(&at("deadline-day"), "2026-03-01");
    w.write(&at("deadline-time"), "17:30");
    w.press("deadline-go");
    w.gone("dialog[open]");
    v.look_at_sizes("41-late", |w| open(w, "GZ2026-110", "items"));
    v.look_at_sizes("42-defer", |w| {
        if !there(w, "defer-dialog") {
            w.press("defer");
        }
    });
    v.speak("zh-CN");
    w.write(&at("defer-reason"), "申报机构来函请求延至下一批次。");
    w.press("defer-go");
    w.meets("deferred");
    v.look_after("43-deferred", |w| w.click(&format!("{}:not([open]) summary", at("deferred"))));
}

fn number(nth: usize) -> String {
    format!("GZ2026-{:03}", 100 + nth)
}
