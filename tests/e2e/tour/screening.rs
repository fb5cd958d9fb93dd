//! Intake and screening of the sample batch.

use std::{collections::BTreeSet, fs, path::PathBuf};

use serde_json::json;

use super::give;
use crate::{
    person::{at, close_dialogs},
    visitor::{Visitor, there},
    window::Window,
};

pub(super) fn screening(v: &Visitor, bad: &[PathBuf]) {
    let w = v.window;
    for tab in ["items", "findings", "fields", "documents"] {
        let open = |w: &Window| {
            w.press("package-GZ2026-004");
            w.see(&format!("{}[data-number=\"GZ2026-004\"]", at("application")));
            w.press(&format!("screening-{tab}"));
        };
        v.look_at_sizes(&format!("10-screening-{tab}"), open);
    }
    every_kind_of_document(v);
    v.look_after("12-confirm-all", |w| w.press("confirm-all"));
    close_dialogs(w);
    v.look_after("13-refused", |w| {
        give(w, "import", bad.get(..3).unwrap_or_default());
        w.meets("refused-files");
        w.script(
            &format!("document.querySelector('{}').scrollIntoView()", at("refused-files")),
            json!([]),
        )
        .expect("the list");
    });
    before_the_import(v, bad);
    v.look_after("14-filter-without-a-match", |w| w.write(&at("package-filter"), "没有这样的项目"));
    v.speak("zh-CN");
    w.write(&at("package-filter"), "GZ");
    w.confirm_every_outcome();
    v.look("15-screened");
}

/// The look at a drop before anything is written, and the listing of the batch: nothing of it is taken here.
fn before_the_import(v: &Visitor, bad: &[PathBuf]) {
    let w = v.window;
    let folder = bad.first().and_then(|path| path.parent()).expect("a folder");
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for name in ["空文件.txt", "../没下载完.txt", "A.txt", "a.TXT", "__MACOSX/._a"] {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("an entry");
    }
    let supplement = folder.join("GZ2026-002 压缩包.zip");
    fs::write(&supplement, writer.finish().expect("an archive").into_inner()).expect("a package");
    let listing = folder.join("申报汇总表.csv");
    let rows = "编号,项目名称,牵头单位\nGZ2026-001,没有这样的项目,示例研究院\nGZ2026-099,没有这样的项目,示例研究院\n";
    fs::write(&listing, rows).expect("a listing");
    let drop = [supplement, listing.clone(), bad[2].clone()];
    v.look_at_sizes("13-preview", |w| {
        if !there(w, "preview") {
            give(w, "import", &drop);
            w.meets("preview");
            w.press("preview-look");
        }
    });
    close_dialogs(w);
    v.look_at_sizes("13-listing", |w| w.open_listing(&listing));
    close_dialogs(w);
}

fn every_kind_of_document(v: &Visitor) {
    let w = v.window;
    v.speak("zh-CN");
    let mut seen = BTreeSet::new();
    for number in ["GZ2026-004", "GZ2026-001", "GZ2026-002", "GZ2026-003", "GZ2026-007", "GZ2026-008"] {
        w.press(&format!("package-{number}"));
        w.see(&format!("{}[data-number=\"{number}\"]", at("application")));
        w.press("screening-documents");
        w.meets("document");
        let tabs = w.script(
            "return [...document.querySelectorAll('[data-testid^=doc-]')].map((tab) => [tab.dataset.testid, tab.title])",
            json!([]),
        );
        for tab in tabs.expect("tabs").as_array().expect("tabs") {
            let (id, hint) = (tab[0].as_str().unwrap_or_default(), tab[1].as_str().unwrap_or_default());
            let path = hint.split(" · ").next().unwrap_or_default();
            let kind = path.rsplit('.').next().unwrap_or_default().to_lowercase();
            if seen.insert(kind.clone()) {
                let click = "document.querySelector(`[data-testid=\"${arguments[0]}\"]`).click()";
                w.script(click, json!([id])).expect("a tab");
                v.glance(&format!("11-document-{kind}"));
            }
        }
    }
    assert!(seen.len() >= 5, "the sample has documents of many kinds: {seen:?}");
}
