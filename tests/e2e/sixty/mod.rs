//! A batch of sixty applications in the window: every list full, every paper made, nothing slow, the keyboard enough.
//! Pictures in `target/e2e/sixty`, objections as failures.

mod batch;
mod keys;
mod papers;
mod screening;
mod speed;

use std::fs;

use lx_tests::repository;

use crate::{
    person::at,
    stage::{Driver, Screen, act},
    visitor::{Visitor, written},
    window::Window,
};

/// What the visitor writes, as people would.
const TYPED: &str = "增设回退演练， 营业执照所载 2026年第二批次 周岚 示例评审办公室 请补齐风险防控方案，并由全体申报机构盖章。 缺少风险防控方案 补充材料 申报汇总表 没有报来的项目 \
    已审阅申报材料，项目边界清楚，建议按程序转送主管部门。 申报机构来函请求延至下一批次。 没有这样的项目 数据";

#[test]
fn sixty_applications_are_taken_and_screened_quickly_and_legibly() {
    act(sixty);
}

fn sixty() {
    let pictures = repository().join("target/e2e/sixty");
    let _ = fs::remove_dir_all(&pictures);
    let home = tempfile::Builder::new().prefix("遴选-").tempdir().expect("a home");
    let packages = batch::make(&home.path().join("收件"));
    let screen = Screen::of(1440, 900);
    let driver = Driver::on(&screen, &home.path().join("data"), &[]);
    let window = Window::open(&screen, driver, &[], &pictures);
    window.resize(1366, 768);
    window.enrol("周岚", "示例评审办公室", "secretary");
    window.meets("page-screening");
    window.write(&at("batch-name"), "2026年第二批次");
    window.press("create-batch");
    window.meets("import");
    let visitor = Visitor::of(&window, screen.size(), &(batch::words() + TYPED));
    screening::takes(&visitor, &home.path().join("收件"));
    visitor.learn(&(written(&window) + &batch::words() + TYPED));
    screening::lists(&visitor, &packages);
    screening::corrects(&visitor);
    speed::measured(&window, &packages);
    keys::suffice(&window, &packages);
    papers::receipt_and_notice(&visitor);
    papers::versions(&visitor, home.path());
    papers::forwarded_coached_and_put_aside(&visitor);
    papers::late(&visitor);
    screening::results(&visitor);
    visitor.leave();
}

/// Opens an application and one of its tabs.
fn open(w: &Window, number: &str, tab: &str) {
    w.press(&format!("package-{number}"));
    w.see(&format!("{}[data-number=\"{number}\"]", at("application")));
    if w.attribute(&at(&format!("screening-{tab}")), "aria-selected") != "true" {
        w.press(&format!("screening-{tab}"));
    }
}
