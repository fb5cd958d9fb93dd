//! The table of bad input, row by row: what a person reads in both languages, and that nothing of a refused package stays.

use lx_wire::{Lang, Texts, face, screening::ImportOutcome};

use super::*;

fn vector(name: &str) -> Vec<u8> {
    fs::read(lx_tests::repository().join("src-tauri/crates/lx-intake/tests/vectors").join(name)).expect("a vector")
}

fn import(office: &mut Office, texts: &Texts, name: &str, bytes: &[u8]) -> ImportOutcome {
    let path = office.file(name, bytes).display().to_string();
    face::import_paths(&mut office.desk, texts, &[path], &face::ImportTerms::default(), &mut Unwatched, AT).expect("an answer")
}

/// An archive in an archive in an archive …
fn nested(times: usize) -> Vec<u8> {
    (0..times).fold(zip(&[("x.txt", b"x")]), |inner, _| zip(&[("in.zip", &inner)]))
}

fn deflated(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))
        .expect("an entry");
    writer.write_all(bytes).expect("its bytes");
    writer.finish().expect("an archive").into_inner()
}

/// Two entries of an archive that share the bytes of one.
fn overlapping() -> Vec<u8> {
    let mut bytes = zip(&[("00.txt", b"same"), ("01.txt", b"same")]);
    let last = bytes
        .windows(4)
        .rposition(|w| w == b"PK\x01\x02")
        .expect("the second entry of the directory");
    let offset = last + 42;
    bytes[offset..offset + 4].fill(0);
    bytes
}

/// Two entries of one name.
fn same_name_twice() -> Vec<u8> {
    let mut bytes = zip(&[("a.txt", b"first"), ("b.txt", b"second")]);
    while let Some(at) = bytes.windows(5).position(|w| w == b"b.txt") {
        bytes[at] = b'a';
    }
    bytes
}

/// A tar whose one entry says that it has a byte more than a gigabyte.
fn one_entry_too_big() -> Vec<u8> {
    let mut header = [0_u8; 512];
    header[..5].copy_from_slice(b"1.txt");
    header[100..108].copy_from_slice(b"0000644\0");
    header[124..136].copy_from_slice(format!("{:011o}\0", (1_u64 << 30) + 1).as_bytes());
    header[148..156].fill(b' ');
    header[156] = b'0';
    header[257..265].copy_from_slice(b"ustar\x0000");
    let sum: u32 = header.iter().map(|b| u32::from(*b)).sum();
    header[148..156].copy_from_slice(format!("{sum:06o}\0 ").as_bytes());
    [header.as_slice(), &[0; 1024]].concat()
}

/// Name, bytes, code, what the Chinese message or advice says.
fn refusals() -> Vec<(&'static str, Vec<u8>, &'static str, &'static str)> {
    let whole = zip(&[("01项目申报书.txt", &form("甲项目", "粤海示例证券")), ("02.txt", b"0123456789")]);
    let mut behind = whole.clone();
    behind.extend(vec![b'x'; 70_000]);
    let many: Vec<(String, &[u8])> = (0..20_001).map(|n| (format!("{n}.txt"), b"x".as_slice())).collect();
    let many: Vec<(&str, &[u8])> = many.iter().map(|(name, bytes)| (name.as_str(), *bytes)).collect();
    let bomb = deflated("0.txt", &vec![b'0'; 24 << 20]);
    vec![
        ("空.zip", Vec::new(), "intake_empty", "文件为空"),
        ("没有条目.zip", zip(&[]), "intake_empty", "文件为空"),
        ("网页.zip", b"<!DOCTYPE html><html>404".to_vec(), "intake_other_format", "实际是"),
        ("压缩包.zip", b"Rar!\x1a\x07\x01\x00".to_vec(), "intake_rar", "请先解压成文件夹"),
        (
            "半截.zip",
            whole[..whole.len() - 30].to_vec(),
            "intake_truncated",
            "不完整，可能没下载完",
        ),
        ("尾巴.zip", behind, "intake_truncated", "不完整，可能没下载完"),
        ("分卷.zip.001", whole.clone(), "intake_split", "请放齐各分卷合并后再导入"),
        ("有密码.zip", vector("password.zip"), "intake_encrypted", "请索取无密码版"),
        ("有密码.7z", vector("password.7z"), "intake_encrypted", "请索取无密码版"),
        (
            "炸弹.zip",
            zip(&[("01项目申报书.txt", b"good"), ("in.zip", &bomb)]),
            "intake_ratio",
            "倍",
        ),
        ("太深.zip", nested(4), "intake_too_deep", "嵌套"),
        ("太多.zip", zip(&many), "intake_too_many", "20000"),
        (
            "两个.zip",
            [whole.clone(), zip(&[("b.txt", b"b")])].concat(),
            "intake_joined",
            "不同软件会看到不同内容",
        ),
        ("重叠.zip", overlapping(), "intake_overlap", "条目重叠"),
        ("重名.zip", same_name_twice(), "intake_duplicate", "有重名文件“a.txt”"),
        ("过大.tar", one_entry_too_big(), "intake_too_big", "“1.txt”超过 1024 MB"),
        (
            "内有上锁文档.zip",
            zip(&[
                ("01项目申报书.txt", &form("甲项目", "粤海示例证券")),
                ("03试点方案.docx", &vector("locked.docx")),
            ]),
            "intake_encrypted_document",
            "文档“03试点方案.docx”有密码",
        ),
        ("上锁.docx", vector("locked.docx"), "intake_encrypted_document", "请索取无密码版"),
    ]
}

#[test]
fn a_pdf_behind_a_password_is_kept_and_said_in_both_languages() {
    for (lang, says) in [(Lang::Chinese, "请索取无密码版"), (Lang::English, "Ask for a copy without one")] {
        let mut office = Office::new();
        let package = zip(&[
            ("01项目申报书.txt", &form("甲项目", "粤海示例证券")),
            ("03试点方案.pdf", &vector("locked.pdf")),
        ]);
        let outcome = import(&mut office, &Texts::new(lang), "GZ2026-001 甲.zip", &package);
        let application = &outcome.applications[0];
        assert_eq!(application.documents.len(), 2);
        let said = application
            .findings
            .iter()
            .find(|f| f.code == "document_locked")
            .expect("said of the document");
        assert!(
            said.message.contains("03试点方案.pdf") && said.message.contains(says),
            "{}",
            said.message
        );
    }
}

/// A sparse file of more bytes than the disk has free: the answer is the real one of this disk.
#[test]
#[cfg(unix)]
fn what_the_disk_has_no_room_for_is_refused_before_anything_is_written() {
    let mut office = Office::new();
    let free = office.desk.free_bytes().expect("this system says how much is free");
    let path = office.file("很大.zip", b"PK\x03\x04");
    let file = fs::OpenOptions::new().write(true).open(&path).expect("the file");
    file.set_len(free + (1 << 30)).expect("a sparse file");
    for (lang, says) in [
        (Lang::Chinese, "磁盘空间不足，需要"),
        (Lang::English, "not enough room on the disk"),
    ] {
        let texts = Texts::new(lang);
        let paths = [path.display().to_string()];
        let outcome =
            face::import_paths(&mut office.desk, &texts, &paths, &face::ImportTerms::default(), &mut Unwatched, AT).expect("an answer");
        let refused = &outcome.refused[0];
        assert_eq!(refused.code, "no_room");
        assert!(
            refused.message.contains("很大.zip") && refused.message.contains(says),
            "{}",
            refused.message
        );
        assert!(!refused.advice.starts_with("rec-"), "{}", refused.advice);
    }
    assert!(office.kept().is_empty());
    assert!(office.desk.dossiers().expect("dossiers").is_empty());
}

#[test]
fn every_refusal_says_what_happened_and_what_to_do_in_both_languages_and_keeps_nothing() {
    let mut office = Office::new();
    let (chinese, english) = (Texts::new(Lang::Chinese), Texts::new(Lang::English));
    for (name, bytes, code, says) in refusals() {
        for texts in [&chinese, &english] {
            let outcome = import(&mut office, texts, name, &bytes);
            let refused = outcome.refused.first().unwrap_or_else(|| panic!("{name} was taken"));
            assert_eq!(refused.code, code, "{name}");
            assert!(refused.message.contains(name), "{name}: {}", refused.message);
            let (message, advice) = (&refused.message, &refused.advice);
            assert!(
                !message.starts_with("err-") && !advice.starts_with("rec-"),
                "{name}: {message} {advice}"
            );
            if texts.lang() == Lang::Chinese {
                assert!(format!("{message}{advice}").contains(says), "{name}: {message}{advice}");
            } else {
                assert!(!advice.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{name}: {advice}");
            }
        }
        assert!(office.kept().is_empty(), "{name}: rolled back");
    }
    assert!(office.desk.dossiers().expect("dossiers").is_empty());
}

#[test]
fn what_is_taken_all_the_same_is_said_in_both_languages() {
    let mut bad = zip(&[
        ("01项目申报书.txt", &form("甲项目", "粤海示例证券")),
        ("坏.txt", b"DAMAGE"),
        ("A.txt", b"1"),
        ("a.TXT", b"2"),
        ("../越级.txt", b"3"),
        ("__MACOSX/._a", b"4"),
        (".DS_Store", b"5"),
    ]);
    let at = bad.windows(6).position(|w| w == b"DAMAGE").expect("the entry");
    bad[at] = b'd';
    let expected = ["entry_quarantined", "name_collision", "name_unsafe", "junk_skipped"];
    for lang in [Lang::Chinese, Lang::English] {
        let mut office = Office::new();
        let texts = Texts::new(lang);
        let outcome = import(&mut office, &texts, "GZ2026-001 甲.zip", &bad);
        let findings = &outcome.applications[0].findings;
        for code in expected {
            let found = findings.iter().find(|f| f.code == code).unwrap_or_else(|| panic!("{code}"));
            assert!(
                !found.message.starts_with("finding-") && !found.message.contains("{$"),
                "{}",
                found.message
            );
        }
        let junk = findings.iter().find(|f| f.code == "junk_skipped").expect("counted");
        assert!(junk.message.contains('2'), "{}", junk.message);
        let kept = &outcome.applications[0].documents;
        assert_eq!(kept.len(), 4, "all but the damaged one: {kept:?}");
    }
    let mut office = Office::new();
    let outcome = import(&mut office, &Texts::new(Lang::Chinese), "GZ2026-002 一份.zip", b"%PDF-1.4\n%%EOF");
    assert_eq!(
        outcome.applications[0].documents.len(),
        1,
        "a PDF under another name is taken as a file"
    );
    assert!(outcome.applications[0].findings.iter().any(|f| f.code == "misnamed"));
}
