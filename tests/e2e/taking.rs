//! Packages in the window: looked at before anything is written, put together, looked into, laid beside the listing.

use std::{fs, io::Write as _, path::Path};

use lx_tests::repository;
use serde_json::json;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{
    person::at,
    stage::{Driver, Screen, act},
    window::Window,
};

/// An archive of these files; `from` in its bytes becomes `to`, which must be as long.
fn package(path: &Path, files: &[(&str, &str)], from: &[u8], to: &[u8]) {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in files {
        writer.start_file(*name, options).expect("an entry");
        writer.write_all(text.as_bytes()).expect("its bytes");
    }
    let mut bytes = writer.finish().expect("an archive").into_inner();
    for at in 0..bytes.len().saturating_sub(from.len()) {
        if bytes[at..].starts_with(from) {
            bytes[at..at + from.len()].copy_from_slice(to);
        }
    }
    fs::write(path, bytes).expect("a package");
}

/// An import that names the first look.
const LATE: &str = "const done = arguments[arguments.length - 1]; \
    window.__TAURI_INTERNALS__.invoke('import_packages', { request: { look: 1, packages: [{ index: 0, into: null, placing: null }], listing: false } }) \
    .then(() => done('taken'), (fault) => done(fault.code))";

#[test]
fn a_drop_is_looked_at_first_and_what_was_put_aside_and_the_listing_are_at_hand() {
    act(a_drop);
}

fn a_drop() {
    let home = tempfile::Builder::new().prefix("遴选-").tempdir().expect("a home");
    let path = |name: &str| home.path().join(name);
    package(
        &path("GZ2026-071 损坏件.zip"),
        &[
            ("01项目申报书.txt", "项目名称：损坏件示例项目\n牵头单位：粤海示例证券股份有限公司\n"),
            ("07承诺函.txt", "承诺函DAMAGE正文"),
        ],
        b"DAMAGE",
        b"damage",
    );
    // 計畫書.txt in Big5, which nobody can tell from GB18030.
    package(
        &path("GZ2026-072 繁体.zip"),
        &[("ABCDEF.txt", "x")],
        b"ABCDEF.txt",
        b"\xad\x70\xb5\x65\xae\xd1.txt",
    );
    package(&path("GZ2026-001 补充.zip"), &[("10补充说明.txt", "补充说明")], b"-", b"-");
    fs::write(path("压缩.rar"), b"Rar!\x1a\x07\x01\x00").expect("a file");
    let listing =
        "编号,项目名称,牵头单位\nGZ2026-001,另一个名称,粤海示例证券股份有限公司\nGZ2026-099,没有报来的项目,岭南示例股权交易中心\n";
    fs::write(path("申报汇总表.csv"), listing).expect("a listing");

    let screen = Screen::of(1366, 768);
    let driver = Driver::on(&screen, &path("data"), &[]);
    let window = Window::open(&screen, driver, &["--sample"], &repository().join("target/e2e/taking"));
    window.press("open-sample");
    window.meets("package-GZ2026-001");
    let dropped = [
        "GZ2026-071 损坏件.zip",
        "GZ2026-072 繁体.zip",
        "GZ2026-001 补充.zip",
        "压缩.rar",
        "申报汇总表.csv",
    ]
    .map(path);
    // One at first; what is dropped while it is looked at is looked at together with it.
    window.drop_files(&[&dropped[0]]);
    window.says("preview-facts", "已选 1 份");
    let rest: Vec<&Path> = dropped.iter().skip(1).map(std::path::PathBuf::as_path).collect();
    window.drop_files(&rest);
    window.says("preview-facts", "已选 3 份");
    // Nothing can be taken of the look before: its packages are not the ones that are shown.
    let late = window.later(LATE, json!([]));
    assert_eq!(late.expect("an answer"), json!("look_past"));
    window.read("请先解压成文件夹");
    let row = |name: &str| format!("[data-testid=\"preview-package\"][data-name=\"{name}\"]");
    window.see(&format!("{} {}", row("GZ2026-001 补充.zip"), at("preview-as")));
    window.click(&format!("{} {}", row("GZ2026-072 繁体.zip"), at("preview-look")));
    window.press("encoding-big5");
    window.says("preview-entries", "計畫書.txt");
    window.picture("01-preview");
    window.press("preview-go");
    window.meets("package-GZ2026-072");
    window.picture("02-taken");
    // What came of it stays until somebody has read it, on whatever page that somebody was.
    window.press("station-opening");
    window.meets("page-opening");
    window.press("station-screening");
    window.says("refused-files", "压缩.rar");
    window.press("refused-read");
    window.gone(&at("arrived"));

    window.press("package-GZ2026-071");
    window.see(&format!("{}[data-number=\"GZ2026-071\"]", at("application")));
    window.press("screening-aside");
    window.press("aside-look");
    window.says("peek-content", "00000000");
    window.press("peek-text");
    window.says("peek-content", "承诺函damage正文");
    window.picture("03-peek");
    window.press("peek-close");

    window.press("open-listing");
    window.says("listing-facts", "已收到 1 · 未收到 1");
    window.picture("04-listing");
    window.press("listing-close");
    window.press("package-GZ2026-001");
    window.see(&format!("{}[data-number=\"GZ2026-001\"]", at("application")));
    window.press("screening-findings");
    window.see("[data-code=\"roster_contradiction\"]");
    window.press("screening-documents");
    // Ten of the sample and the one that was added.
    window.read("全部 11 份");
    window.picture("05-added");

    // The very same package is here; with names read otherwise it is its next version.
    window.drop_files(&[&dropped[1]]);
    window.says("preview-package", "已收下");
    window.press("encoding-gb18030");
    window.says("preview-package", "作为新版本");
    window.says("preview-facts", "已选 1 份");
    window.press("encoding-big5");
    window.says("preview-package", "已收下");
    window.says("preview-facts", "已选 0 份");
    window.press("preview-cancel");
}
