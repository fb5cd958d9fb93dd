//! A dry run lists what would be taken, under every encoding, and writes nothing.

use std::path::Path;

use lx_intake::{Fate, IntakeError, Limits, NameEncoding, Preview, discover, preview};

use crate::{
    desk::{take_bytes, take_path},
    forge::{Entry, entry, gbk, raw, zip},
    tarball::{gzip, item, of_kind, pax, raw_item, tar},
};

fn at(path: &Path, encoding: Option<NameEncoding>) -> Result<Preview, IntakeError> {
    preview(&discover(&[path.to_owned()])[0], &Limits::default(), encoding)
}

fn of(name: &str, bytes: &[u8], encoding: Option<NameEncoding>) -> Result<Preview, IntakeError> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    at(&path, encoding)
}

fn paths(preview: &Preview) -> Vec<&str> {
    preview.entries.iter().map(|e| e.path.as_str()).collect()
}

fn mixed() -> Vec<u8> {
    zip(&[
        entry("申报材料/", b""),
        entry("申报材料/01.docx", b"12345"),
        entry("附件.zip", &zip(&[entry("x", b"x")])),
        entry("__MACOSX/._01.docx", b"junk"),
        Entry {
            attributes: 0o120_777 << 16,
            ..entry("link.txt", b"/etc/passwd")
        },
        Entry {
            method: 97,
            ..entry("method.txt", b"??")
        },
        entry("../up.txt", b"up"),
    ])
}

#[test]
fn every_entry_is_listed_with_what_becomes_of_it() {
    let preview = of("GZ2026-001 甲.zip", &mixed(), None).unwrap();
    let listed: Vec<_> = preview.entries.iter().map(|e| (e.path.as_str(), e.bytes, e.fate.clone())).collect();
    let aside = |reason: &str| Fate::Quarantined { reason: reason.to_owned() };
    assert_eq!(
        listed,
        [
            ("申报材料/01.docx", 5, Fate::Taken),
            ("附件.zip", preview.entries[1].bytes, Fate::Nested),
            ("__MACOSX/._01.docx", 4, Fate::Junk),
            ("link.txt", 11, aside("link")),
            ("method.txt", 2, aside("method")),
            ("up.txt", 2, Fate::Taken),
        ]
    );
    assert_eq!((preview.files, preview.bytes), (3, 7 + preview.entries[1].bytes));
    assert_eq!(preview.entries[5].original.as_deref(), Some("../up.txt"));
    assert_eq!(
        (preview.encoding, preview.undecided, preview.chosen),
        (NameEncoding::Utf8, 0, false)
    );
    assert!(preview.entries.iter().all(|e| e.names.is_empty()), "nothing to choose");
}

#[test]
fn names_are_shown_under_every_encoding_and_switched_without_a_second_reading() {
    let big5 = |name: &str| encoding_rs::BIG5.encode(name).0.into_owned();
    let bytes = zip(&[
        raw(&big5("計畫書.docx"), b"1"),
        raw(&big5("附件\\說明.txt"), b"2"),
        entry("有旗標.txt", b"3"),
    ]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    std::fs::write(&path, bytes).unwrap();
    let guessed = at(&path, None).unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!((guessed.encoding, guessed.undecided), (NameEncoding::Gb18030, 2));
    assert_ne!(guessed.entries[0].path, "計畫書.docx", "Big5 reads as GB18030 without a fault");
    let of_first: Vec<_> = guessed.entries[0].names.iter().map(|n| (n.encoding, n.whole)).collect();
    assert_eq!(
        of_first,
        [
            (NameEncoding::Gb18030, true),
            (NameEncoding::Utf8, false),
            (NameEncoding::Big5, true),
            (NameEncoding::Cp437, true)
        ]
    );
    assert_eq!(guessed.entries[0].names[2].name, "計畫書.docx");
    let chosen = guessed.under(Some(NameEncoding::Big5));
    assert_eq!(paths(&chosen), ["計畫書.docx", "附件/說明.txt", "有旗標.txt"]);
    assert!(chosen.chosen && chosen.entries[2].encoding.is_none());
    assert_eq!(paths(&chosen.under(None)), paths(&guessed));
}

#[test]
fn what_is_taken_is_what_was_shown() {
    let bytes = zip(&[
        raw(&encoding_rs::BIG5.encode("計畫書.docx").0, b"1"),
        raw(&gbk("方案.txt"), b"2"),
        entry("A.txt", b"3"),
        entry("a.txt", b"4"),
    ]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    std::fs::write(&path, bytes).unwrap();
    for encoding in [None].into_iter().chain(NameEncoding::ALL.map(Some)) {
        let shown = at(&path, encoding).unwrap();
        let dossier = take_path(&path, encoding).0.unwrap();
        let taken: Vec<_> = dossier.documents.iter().map(|d| d.path.as_str()).collect();
        assert_eq!(taken, paths(&shown), "{encoding:?}");
    }
}

#[test]
fn tar_7z_folders_and_single_files_are_listed_too() {
    let bytes = tar(&[
        of_kind(b'5', "材料/", b""),
        raw_item(&gbk("材料/图.docx"), b"123"),
        pax(b'x', &[("path", "说明.txt".as_bytes())]),
        item("x", b"1"),
        of_kind(b'2', "link", b""),
    ]);
    for (name, bytes) in [("a.tar", bytes.clone()), ("a.tar.gz", gzip(&bytes))] {
        let preview = of(name, &bytes, None).unwrap();
        assert_eq!(paths(&preview), ["材料/图.docx", "说明.txt", "link"]);
        assert_eq!((preview.encoding, preview.undecided), (NameEncoding::Gb18030, 1));
        assert_eq!(preview.entries[2].fate, Fate::Quarantined { reason: "link".into() });
    }
    let vector = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/plain.7z")).unwrap();
    assert_eq!(
        paths(&of("a.7z", &vector, None).unwrap()),
        ["申报材料/01项目申报书.txt", "申报材料/07承诺函.txt"]
    );
    assert_eq!(paths(&of("申报书.txt", b"text", None).unwrap()), ["申报书.txt"]);
    let samples = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../assets/samples"));
    for package in discover(&[samples.to_owned()]) {
        let shown = preview(&package, &Limits::default(), None).unwrap();
        assert!(shown.files >= 5 && shown.bytes > 10_000, "{}", package.name);
    }
}

#[test]
#[cfg(unix)]
fn names_of_a_disk_are_read_folder_by_folder() {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt};
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("包");
    let inner = root.join("材料");
    std::fs::create_dir_all(&inner).unwrap();
    std::fs::write(inner.join(OsStr::from_bytes(&gbk("进度表.txt"))), "项目名称：甲乙丙丁").unwrap();
    assert_eq!(paths(&at(&root, None).unwrap()), ["材料/进度表.txt"]);
    let dossier = take_path(&root, None).0.unwrap();
    assert_eq!(dossier.documents[0].path, "材料/进度表.txt");
}

#[test]
fn what_would_be_refused_is_refused() {
    let code = |name: &str, bytes: &[u8]| of(name, bytes, None).err().map(|e| e.code());
    assert_eq!(code("a.zip", b""), Some("intake_empty"));
    assert_eq!(code("a.zip", &zip(&[entry("Thumbs.db", b"x")])), Some("intake_empty"));
    assert_eq!(code("a.zip", &zip(&[entry("a", b"1"), entry("a", b"2")])), Some("intake_duplicate"));
    assert_eq!(code("a.rar", b"Rar!\x1A\x07\x00xx"), Some("intake_rar"));
    assert_eq!(code("a.zip.001", b"PK\x03\x04"), Some("intake_split"));
    assert_eq!(code("a.zip", &mixed()[..200]), Some("intake_truncated"));
    assert_eq!(code("a.tgz", &gzip(&tar(&[item("0", &vec![0; 24 << 20])]))), Some("intake_ratio"));
    let locked = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/password.zip")).unwrap();
    assert_eq!(code("a.zip", &locked), Some("intake_encrypted"));
}

#[test]
fn a_choice_reaches_archives_inside_but_not_their_own_utf_8() {
    let big5 = |name: &str| encoding_rs::BIG5.encode(name).0.into_owned();
    let inner = zip(&[raw(&big5("說明.txt"), b"1"), raw("图片.txt".as_bytes(), b"2")]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    std::fs::write(&path, zip(&[raw(&big5("附件檔.zip"), &inner)])).unwrap();
    let dossier = take_path(&path, Some(NameEncoding::Big5)).0.unwrap();
    let labels: Vec<_> = dossier.documents.iter().map(|d| d.path.as_str()).collect();
    assert_eq!(labels, ["附件檔.zip/說明.txt", "附件檔.zip/图片.txt"]);
}

#[test]
fn a_preview_travels_as_json_with_stable_names() {
    let preview = of("a.zip", &zip(&[raw(&gbk("图.docx"), b"1")]), None).unwrap();
    let json = serde_json::to_value(&preview).unwrap();
    assert_eq!(json["encoding"], "gb18030");
    assert_eq!(json["entries"][0]["fate"], "taken");
    assert_eq!(json["entries"][0]["names"][1]["encoding"], "utf-8");
    let back: Preview = serde_json::from_value(json).unwrap();
    assert_eq!(paths(&back.under(Some(NameEncoding::Cp437))), ["图.docx"]);
    assert_eq!(
        take_bytes("a.zip", &zip(&[raw(&gbk("图.docx"), b"1")])).0.unwrap().documents.len(),
        1
    );
}
