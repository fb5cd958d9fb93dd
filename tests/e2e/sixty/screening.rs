//! The lists: the look before anything is written, the sixty rows, the results of a search.

use std::{fmt::Write as _, fs, path::Path};

use serde_json::json;

use super::{batch::Made, open};
use crate::{
    person::{at, close_dialogs},
    visitor::{Visitor, there},
};

/// The drop of a whole folder: looked at, then taken.
pub(super) fn takes(v: &Visitor, folder: &Path) {
    let w = v.window;
    v.look_at_sizes("01-preview", |w| {
        if !there(w, "preview") {
            w.drop_files(&[folder]);
            w.meets("preview");
        }
    });
    v.speak("zh-CN");
    w.press("preview-go");
    w.meets("package-GZ2026-160");
}

/// The package list with everything in it, and the listing of the batch beside it.
pub(super) fn lists(v: &Visitor, packages: &[Made]) {
    let w = v.window;
    v.look_at_sizes("02-list", |w| open(w, "GZ2026-103", "items"));
    for tab in ["findings", "fields", "documents"] {
        v.look_at_sizes(&format!("03-{tab}"), |w| open(w, "GZ2026-107", tab));
    }
    v.look_after("04-last-row", |w| open(w, "GZ2026-160", "items"));
    v.look_after("05-confirm-all", |w| w.press("confirm-all"));
    close_dialogs(w);
    let listing = packages[0].path.with_file_name("申报汇总表.csv");
    let mut rows = "编号,项目名称,牵头单位\n".to_owned();
    for (nth, made) in packages.iter().enumerate().skip(2) {
        let number = if nth == 7 { "GZ2026-199" } else { &made.number };
        writeln!(rows, "{number},没有报来的项目,示例评审办公室").expect("a row");
    }
    fs::write(&listing, rows).expect("a listing");
    v.look_at_sizes("06-listing", |w| w.open_listing(&listing));
    close_dialogs(w);
}

/// A word that stands in every application.
pub(super) fn results(v: &Visitor) {
    v.look_after("90-palette", |w| {
        w.search("数据");
        w.see(".entry mark");
    });
    close_dialogs(v.window);
    v.look_at_sizes("91-results", |w| w.search_all("数据"));
    close_dialogs(v.window);
}

/// What a person says of an institution stands over what was read, with who and why.
pub(super) fn corrects(v: &Visitor) {
    let w = v.window;
    let part = |more: &str| format!("{} {more}", at("part-0-credit_code"));
    v.look_at_sizes("07-applicants", |w| {
        open(w, "GZ2026-105", "fields");
        w.see("[data-testid=\"part-0-credit_code\"][data-status=\"confirm\"]");
        w.script("document.querySelector('[data-testid=applicant-0]').scrollIntoView()", json!([]))
            .expect("the applicants");
    });
    v.look_after("08-correcting-an-applicant", |w| {
        open(w, "GZ2026-105", "fields");
        if w.count(&at("field-value")) == 0 {
            w.click(&part(&at("field-correct")));
        }
    });
    w.press("field-cancel");
    w.click(&part(&at("field-correct")));
    w.write(&at("field-value"), "91440101NHQT1UAPDT");
    w.write(&at("field-reason"), "营业执照所载");
    w.press("field-save");
    w.see("[data-testid=\"part-0-credit_code\"][data-status=\"corrected\"]");
    w.says("field-settled", "营业执照所载");
    v.glance("09-applicant-corrected");
}
