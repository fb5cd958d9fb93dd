//! From one batch into the next in the window: exported here, looked at and taken in there, its conclusion beside the checklist.

use std::{
    fs,
    path::{Path, PathBuf},
};

use lx_tests::repository;

use crate::{
    person::{at, file},
    stage::{Driver, Screen, act},
    visitor::{Visitor, there, written},
    window::Window,
};

/// What is typed in here, and who types it.
const TYPED: &str = "周岚 吴三 示例局 2026年第一批 2026年第二批 逾期收到，转入下一批次 结转.lxcarry 中文 遴选";

/// Packages of these numbers among the samples.
fn samples(numbers: &[&str]) -> Vec<PathBuf> {
    let all = fs::read_dir(repository().join("assets/samples")).expect("samples");
    let paths = all.map(|entry| entry.expect("a sample").path());
    paths
        .filter(|path| numbers.iter().any(|n| path.to_string_lossy().contains(n)))
        .collect()
}

fn drop_all(window: &Window, paths: &[PathBuf]) {
    window.drop_files(&paths.iter().map(PathBuf::as_path).collect::<Vec<_>>());
}

#[test]
fn an_application_moved_to_the_next_batch_arrives_there_with_what_was_concluded() {
    act(carried_over);
}

fn carried_over() {
    let screen = Screen::of(1440, 900);
    let folder = tempfile::Builder::new().prefix("遴选-").tempdir().expect("a folder");
    let seat = |person: &str, batch: &str| {
        let home = folder.path().join(person);
        fs::create_dir_all(&home).expect("a home");
        let pictures = repository().join("target/e2e/carry").join(batch);
        let window = Window::open(&screen, Driver::on(&screen, &home, &[]), &[], &pictures);
        window.resize(1366, 768);
        window.enrol(person, "示例局", "secretary");
        window.meets("page-screening");
        window.write(&at("batch-name"), batch);
        window.press("create-batch");
        window.meets("import");
        window
    };
    let carried = folder.path().join("结转.lxcarry");
    let first = seat("周岚", "2026年第一批");
    drop_all(&first, &samples(&["GZ2026-001", "GZ2026-003"]));
    first.press("preview-go");
    first.meets("package-GZ2026-003");
    let data = written(&first) + TYPED;
    send(&first, &data, &carried);
    drop(first);
    let second = seat("吴三", "2026年第二批");
    receive(&second, &data, &carried);
}

fn send(window: &Window, data: &str, out: &Path) {
    window.press("package-GZ2026-003");
    window.see(&format!("{}[data-number=\"GZ2026-003\"]", at("application")));
    window.press("defer");
    window.write(&at("defer-reason"), "逾期收到，转入下一批次");
    window.press("defer-go");
    let visitor = Visitor::of(window, (1440, 900), data);
    visitor.look_at_sizes("1-send", |w| {
        if !there(w, "carry-send") {
            w.press("send-carry");
            w.meets("carry-GZ2026-003");
        }
    });
    window.give("carry-out", out);
    window.press("carry-go");
    window.meets("carry-sent");
    file(out);
    visitor.glance("2-sent");
    window.press("carry-close");
    visitor.leave();
}

fn receive(window: &Window, data: &str, carried: &Path) {
    let visitor = Visitor::of(window, (1440, 900), data);
    let look = |w: &Window| {
        if !there(w, "carry-take") {
            w.drop_files(&[carried]);
            w.meets("carry-signer");
        }
    };
    visitor.look_at_sizes("3-take", look);
    window.press("carry-compared");
    window.press("carry-take-go");
    window.meets("package-P-01");
    window.says("former", "逾期收到，转入下一批次");
    window.says("former", "已与纸面校验码核对");
    visitor.look_at_sizes("4-former", |w| {
        w.see(&format!("{}[data-number=\"P-01\"]", at("application")));
        w.meets("former");
        w.script(
            "document.querySelector('[data-testid=former] details').open = true",
            serde_json::json!([]),
        )
        .expect("the record");
    });
    // The same file once more: known, and nothing can be taken twice.
    look(window);
    window.see(&format!("{}:disabled", at("carry-include-GZ2026-003")));
    window.see(&format!("{}:disabled", at("carry-take-go")));
    window.meets("carry-none");
    visitor.glance("5-again");
    visitor.leave();
}
