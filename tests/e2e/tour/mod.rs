//! A visit to every screen and dialog, with the sample batch: pictures in `target/e2e/tour`, objections as failures.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use lx_tests::repository;
use serde_json::json;

use crate::{
    person::{PASSPHRASE, at},
    stage::{Driver, Screen},
    visitor::{Visitor, there, written},
    window::Window,
};

/// What the visitor writes, as people would.
const TYPED: &str = "申报汇总表 空文件 没下载完 压缩包 不是评分表 改动过的报告 没有这样的项目 没有这样的词 交付 示例批次 林一 陈组长 示例大学 示例研究院 年试验批次 某市 \
    三年内曾在申报机构任职。 评审后发现与申报机构有利害关系，予以回避。 隐私计算与债券承销尽调结合，数据可用不可见，行业内有新意。 \
    创新性与风险控制措施突出，试点边界清楚。 方案尚需完善，可纳入后续批次。 符合广州产业发展导向。 对第三名项目的数据出境安排有保留。 【示例】演示评分，非真实评审意见。";

#[test]
fn every_screen_is_legible_in_both_languages_and_colours_and_at_every_size() {
    let pictures = repository().join("target/e2e/tour");
    let _ = fs::remove_dir_all(&pictures);
    let home = tempfile::Builder::new().prefix("遴选-").tempdir().expect("a home");
    let screen = Screen::of(1440, 900);
    let driver = Driver::on(&screen, home.path(), &[]);
    let window = Window::open(&screen, driver, &["--sample"], &pictures);
    window.resize(1366, 768);
    window.meets("page-start");
    let visitor = Visitor::of(&window, screen.size(), "中文 遴选");
    before_a_desk(&visitor);
    window.press("open-sample");
    window.meets("package-GZ2026-001");
    visitor.learn(&(written(&window) + TYPED));
    let bad = bad_files(home.path());
    screening(&visitor, &bad);
    opening(&visitor, &home.path().join("交付"));
    scoring(&visitor);
    merging(&visitor, &bad);
    deliberating(&visitor);
    deciding(&visitor);
    let report = reporting(&visitor);
    verifying(&visitor, &report, &bad);
    frame(&visitor);
    an_own_desk(&visitor);
    visitor.leave();
}

/// Files that no step takes, each wrong in another way.
fn bad_files(folder: &Path) -> Vec<PathBuf> {
    let archive = fs::read(repository().join("assets/samples/GZ2026-005 数字人民币在场外理财结算中的应用.zip")).expect("a package");
    let files: [(&str, &[u8]); 4] = [
        ("空文件.zip", b""),
        ("没下载完.zip", archive.get(..archive.len() / 2).unwrap_or_default()),
        ("压缩包.rar", b"Rar!\x1a\x07\x01\x00and so on"),
        ("不是评分表.lxsheet", b"{\"payload\": 1}"),
    ];
    let write = |(name, bytes): (&str, &[u8])| {
        let path = folder.join(name);
        fs::write(&path, bytes).expect("a bad file");
        path
    };
    files.into_iter().map(write).collect()
}

/// Several paths where one field takes them.
fn give(window: &Window, name: &str, paths: &[PathBuf]) {
    let typed: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
    window.press(&format!("{name}-type"));
    window.write(&at(&format!("{name}-path")), &typed.join("；"));
    window.press(&format!("{name}-path-go"));
}

/// Presses Escape until no dialog is open.
fn close_dialogs(window: &Window) {
    while window.count("dialog[open]") > 0 {
        window.keys(&["Escape"]);
    }
}

fn before_a_desk(v: &Visitor) {
    v.look_at_sizes("01-start", |_| {});
    let create = |w: &Window| {
        if !there(w, "create-form") {
            w.press("start-create");
        }
        w.write(&at("create-name"), "陈䶮");
        w.write(&at("create-org"), "示例研究院");
        w.write(&at("create-passphrase"), PASSPHRASE);
        w.write(&at("create-again"), "别的口令");
    };
    v.look_at_sizes("02-create-identity", create);
    v.window.press("create-back");
    // A card dropped on a window without a desk.
    let fault = |w: &Window| {
        if !there(w, "fault") {
            w.drop_files(&[Path::new("/tmp/某人.lxid")]);
            w.meets("fault");
        }
    };
    v.look_after("03-fault", fault);
    close_dialogs(v.window);
    v.window.press("start-verify");
    v.look("04-verify-without-a-desk");
    v.window.press("verify-back");
}

fn screening(v: &Visitor, bad: &[PathBuf]) {
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
    v.look_at_sizes("13-listing", |w| {
        if !there(w, "listing") {
            w.press("open-listing");
            w.meets("listing");
            w.give("listing-file", &listing);
            w.meets("listing-facts");
        }
    });
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

fn opening(v: &Visitor, folder: &Path) {
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

fn scoring(v: &Visitor) {
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

fn merging(v: &Visitor, bad: &[PathBuf]) {
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

fn deliberating(v: &Visitor) {
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

fn deciding(v: &Visitor) {
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

fn reporting(v: &Visitor) -> PathBuf {
    let w = v.window;
    w.press("station-reporting");
    w.meets("make-report");
    v.look("70-reporting-empty");
    v.look_after("71-make-report", |w| w.press("make-report"));
    w.press("report-confirm");
    w.meets("report-stamp");
    let open = |w: &Window| {
        w.see(&format!("{} canvas", at("pdf")));
        w.press("verify-report");
        w.see("[data-testid=\"verify-result\"][data-valid=\"true\"]");
    };
    v.look_at_sizes("72-report", open);
    PathBuf::from(w.text(&at("report-path")).expect("a path"))
}

fn verifying(v: &Visitor, report: &Path, bad: &[PathBuf]) {
    let w = v.window;
    w.press("menu");
    w.press("menu-verify");
    v.look("80-verify-empty");
    let mut bytes = fs::read(report).expect("the report");
    let middle = bytes.len() / 2;
    if let Some(byte) = bytes.get_mut(middle) {
        *byte ^= 1;
    }
    let broken = report.with_file_name("改动过的报告.pdf");
    fs::write(&broken, bytes).expect("a broken report");
    let files = [
        ("81-verify-good", report, "true"),
        ("82-verify-broken", &broken, "false"),
        ("83-verify-no-sheet", bad[3].as_path(), "false"),
    ];
    for (name, path, valid) in files {
        v.look_after(name, |w| {
            w.give("verify-file", path);
            w.see(&format!("[data-testid=\"verify-result\"][data-valid=\"{valid}\"]"));
        });
    }
}

fn frame(v: &Visitor) {
    let w = v.window;
    v.speak("zh-CN");
    w.press("menu");
    w.press("menu-journal");
    w.meets("journal");
    v.look_at_sizes("90-journal", |_| {});
    let palette = |text: &'static str| {
        move |w: &Window| {
            if !there(w, "palette") {
                w.press("search");
            }
            w.meets("palette-input");
            if !text.is_empty() {
                w.write(&at("palette-input"), text);
            }
        }
    };
    v.look_after("91-palette", palette(""));
    v.look_after("92-palette-found", palette("数据"));
    v.look_after("93-palette-nothing", palette("没有这样的词"));
    close_dialogs(w);
    v.look_after("95-results", |w| {
        if !there(w, "results") {
            palette("数据")(w);
            w.press("palette-all");
        }
        w.see(".hit mark");
    });
    close_dialogs(w);
    v.look_after("94-keys", |w| {
        if !there(w, "keys") {
            w.keys(&["F1"]);
            w.meets("keys");
        }
    });
    close_dialogs(w);
    for (name, opener) in [("95-menu", "menu"), ("96-sample-switch", "sample-switch")] {
        v.look_after(name, |w| {
            if w.attribute(&at(opener), "aria-expanded") != "true" {
                w.press(opener);
            }
        });
        w.keys(&["Escape"]);
    }
}

/// Somebody's own desk: what is there before there is anything.
/// A file of an office that cannot be used yet: its faults are read before a batch is made with it.
fn faulty_profile(v: &Visitor) {
    let shipped = fs::read_to_string(repository().join("assets/profiles/guangzhou-2022.toml")).expect("the profile");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("某市2026.toml");
    let faulty = shipped
        .replacen("step = \"0.5\"", "step = \"0.3\"", 1)
        .replacen("decimals =", "decimal =", 1);
    fs::write(&file, faulty).expect("a faulty profile");
    v.look_after("a3-profile-faulty", |w| {
        w.give("batch-profile-file", &file);
        w.meets("profile-faults");
    });
    close_dialogs(v.window);
}

fn an_own_desk(v: &Visitor) {
    let w = v.window;
    v.speak("zh-CN");
    w.press("menu");
    w.press("close-desk");
    w.meets("page-start");
    v.look("a0-start-with-desks");
    v.speak("zh-CN");
    w.enrol("林一", "示例大学", "reviewer");
    w.meets("page-waiting");
    v.look_at_sizes("a1-waiting", |_| {});
    v.speak("zh-CN");
    w.press("menu");
    w.press("close-desk");
    w.meets("page-start");
    w.click(&at("recent-desk"));
    w.write(&at("desk-passphrase"), "不是这个口令");
    w.press("desk-open");
    w.meets("fault");
    v.glance("a2-wrong-passphrase");
    close_dialogs(w);
    w.enrol("陈组长", "示例研究院", "chair");
    w.meets("page-screening");
    v.look("a3-no-batch");
    v.look_after("a3-profile", |w| {
        w.press("read-profile");
        w.meets("profile-dialog");
    });
    close_dialogs(w);
    faulty_profile(v);
    v.speak("zh-CN");
    w.write(&at("batch-name"), "2026年试验批次");
    w.press("create-batch");
    w.meets("import");
    v.look("a4-empty-batch");
    w.press("station-opening");
    v.look("a5-opening-empty");
    w.press("station-merging");
    v.look("a6-merging-not-open");
}
