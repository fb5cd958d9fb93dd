//! A visit to every screen and dialog, with the sample batch: pictures in `target/e2e/tour`, objections as failures.

mod frame;
mod panel;
mod report;
mod scoring;
mod screening;
mod start;

use std::{
    fs,
    path::{Path, PathBuf},
};

use lx_tests::repository;

use crate::{
    person::at,
    stage::{Driver, Screen, act},
    visitor::{Visitor, written},
    window::Window,
};

/// What the visitor writes, as people would.
const TYPED: &str = "申报汇总表 空文件 没下载完 压缩包 不是评分表 改动过的报告 没有这样的项目 没有这样的词 交付 示例批次 林一 陈组长 示例大学 示例研究院 年试验批次 某市 \
    三年内曾在申报机构任职。 评审后发现与申报机构有利害关系，予以回避。 隐私计算与债券承销尽调结合，数据可用不可见，行业内有新意。 \
    创新性与风险控制措施突出，试点边界清楚。 方案尚需完善，可纳入后续批次。 符合广州产业发展导向。 对第三名项目的数据出境安排有保留。 【示例】演示评分，非真实评审意见。";

#[test]
fn every_screen_is_legible_in_both_languages_and_colours_and_at_every_size() {
    act(every_screen);
}

fn every_screen() {
    let pictures = repository().join("target/e2e/tour");
    let _ = fs::remove_dir_all(&pictures);
    let home = tempfile::Builder::new().prefix("遴选-").tempdir().expect("a home");
    let screen = Screen::of(1440, 900);
    let driver = Driver::on(&screen, home.path(), &[]);
    let window = Window::open(&screen, driver, &["--sample"], &pictures);
    window.resize(1366, 768);
    window.meets("page-start");
    let visitor = Visitor::of(&window, screen.size(), "中文 遴选");
    start::before_a_desk(&visitor);
    window.press("open-sample");
    window.meets("package-GZ2026-001");
    visitor.learn(&(written(&window) + TYPED));
    let bad = bad_files(home.path());
    screening::screening(&visitor, &bad);
    scoring::opening(&visitor, &home.path().join("交付"));
    scoring::scoring(&visitor);
    panel::merging(&visitor, &bad);
    panel::deliberating(&visitor);
    panel::deciding(&visitor);
    let report = report::reporting(&visitor);
    report::verifying(&visitor, &report, &bad);
    frame::frame(&visitor);
    start::an_own_desk(&visitor);
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
pub(super) fn give(window: &Window, name: &str, paths: &[PathBuf]) {
    let typed: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
    window.press(&format!("{name}-type"));
    window.write(&at(&format!("{name}-path")), &typed.join("；"));
    window.press(&format!("{name}-path-go"));
}
