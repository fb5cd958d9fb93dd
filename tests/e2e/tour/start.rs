//! Before a desk is open, and a desk of one's own that has nothing in it yet.

use std::{fs, path::Path};

use lx_tests::repository;

use crate::{
    person::{PASSPHRASE, at, close_dialogs},
    visitor::{Visitor, there},
    window::Window,
};

pub(super) fn before_a_desk(v: &Visitor) {
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

/// Somebody's own desk: what is there before there is anything.
pub(super) fn an_own_desk(v: &Visitor) {
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
