//! What stands inside a package and is none of its papers: damaged archives, pipes, other applications.

use lx_domain::Severity;
use lx_intake::{Limits, discover, preview};

use crate::{
    desk::{codes, found, take_bytes, take_path},
    forge::{Entry, entry, zip},
};

fn refused(name: &str, bytes: &[u8]) -> (String, String) {
    let error = take_bytes(name, bytes).0.expect_err("refused");
    (error.code().to_owned(), error.to_string())
}

fn cut(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len() - 30]
}

#[test]
fn a_damaged_archive_inside_is_put_aside_and_the_rest_taken() {
    let inner = zip(&[entry("1.txt", b"aaaaaaaaaaaaaaaaaaaaaaa"), entry("2.txt", b"bbbb")]);
    let name = "附件/安全材料.zip";
    for damaged in [cut(&inner), b"PK\x03\x04"] {
        let package = zip(&[entry("01申报书.txt", b"x"), entry(name, damaged), entry("02说明.txt", b"y")]);
        let taken = take_bytes("a.zip", &package).0.unwrap();
        let paths: Vec<_> = taken.documents.iter().map(|d| d.path.as_str()).collect();
        assert_eq!(paths, ["01申报书.txt", "02说明.txt"]);
        assert_eq!(found(&taken, "entry_quarantined")[0].args["name"], name);
    }
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("附件.zip"), cut(&inner)).unwrap();
    std::fs::write(folder.path().join("01申报书.txt"), b"x").unwrap();
    let taken = take_path(folder.path(), None).0.unwrap();
    assert_eq!(found(&taken, "entry_quarantined")[0].args["name"], "附件.zip", "in a folder, too");
    assert_eq!(refused("a.zip", cut(&inner)).0, "intake_truncated", "not the package itself");
}

#[test]
fn an_archive_inside_that_readers_would_read_otherwise_is_named_in_the_refusal() {
    let two = [zip(&[entry("a.txt", b"first")]), zip(&[entry("b.txt", b"second")])].concat();
    let package = zip(&[entry("01申报书.txt", b"x"), entry("附件/合并.zip", &two)]);
    let (code, says) = refused("包.zip", &package);
    assert_eq!(code, "intake_joined");
    assert!(says.starts_with("包.zip/附件/合并.zip:"), "{says}");
}

#[test]
fn a_paper_that_could_not_be_taken_out_was_sent_all_the_same() {
    let broken = Entry {
        crc: Some(1),
        ..entry("07承诺函-甲.pdf", b"%PDF-1.4")
    };
    let taken = take_bytes("a.zip", &zip(&[entry("01项目申报书.txt", b"x"), broken])).0.unwrap();
    let aside = found(&taken, "entry_quarantined")[0];
    assert_eq!(aside.item.as_ref().unwrap().as_str(), "commitment");
    let missing = found(&taken, "missing_item");
    assert!(
        !missing.is_empty() && missing.iter().all(|f| f.item != aside.item),
        "{:?}",
        codes(&taken)
    );
    let of_it = taken
        .findings
        .iter()
        .filter(|f| f.item == aside.item && f.severity == Severity::Error);
    assert_eq!(of_it.count(), 0);
}

#[test]
fn an_archive_of_several_applications_is_refused_and_a_dry_run_says_so() {
    let of = |name: &str| zip(&[entry(name, b"x")]);
    let two = zip(&[
        entry("GZ2026-001 甲.zip", &of("01申报书.txt")),
        entry("GZ2026-002 乙.zip", &of("1.txt")),
    ]);
    let folders = zip(&[entry("某区/GZ2026-001甲/1.txt", b"x"), entry("某区/GZ2026-002乙/1.txt", b"y")]);
    let three = zip(&[
        entry("GZ2026-001甲/1.txt", b"x"),
        entry("GZ2026-002乙/1.txt", b"y"),
        entry("GZ2026-003丙/1.txt", b"z"),
    ]);
    for bytes in [&two, &folders] {
        let (code, says) = refused("两家打包.zip", bytes);
        assert_eq!(code, "intake_several");
        assert!(says.contains("GZ2026-001、GZ2026-002"), "{says}");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("两家打包.zip");
        std::fs::write(&path, bytes).unwrap();
        let looked = preview(&discover(&[path])[0], &Limits::default(), None);
        assert_eq!(looked.unwrap_err().code(), "intake_several");
    }
    assert_eq!(refused("GZ2026-001 全部.zip", &three).0, "intake_several");
    assert!(take_bytes("GZ2026-001 甲.zip", &folders).0.is_ok(), "it bears a number of its own");
    let parties = zip(&[entry("甲公司/申报书.txt", b"x"), entry("乙公司/申报表.txt", b"y")]);
    assert_eq!(refused("报送.zip", &parties).0, "intake_several");
}

#[test]
fn compression_that_is_not_undone_is_said_to_be_that_and_not_another_format() {
    assert_eq!(refused("a.tar.xz", b"\xFD7zXZ\x00\x00").0, "intake_unsupported");
    assert_eq!(refused("a.tar.bz2", b"BZh91AY&SY").0, "intake_unsupported");
    assert_eq!(refused("a.tar.gz", b"BZh91AY&SY").0, "intake_other_format");
}

#[cfg(unix)]
#[test]
fn a_pipe_or_a_socket_in_a_folder_is_put_aside_and_never_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("GZ2026-001 甲");
    std::fs::create_dir(&inside).unwrap();
    std::fs::write(inside.join("01申报书.txt"), b"x").unwrap();
    let pipe = inside.join("附件.docx");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let _socket = std::os::unix::net::UnixListener::bind(inside.join("s")).unwrap();
    let listed = preview(&discover(std::slice::from_ref(&inside))[0], &Limits::default(), None).unwrap();
    assert_eq!(listed.files, 1);
    let taken = take_path(&inside, None).0.unwrap();
    let aside: Vec<_> = found(&taken, "entry_quarantined")
        .iter()
        .map(|f| f.args["reason"].clone())
        .collect();
    assert_eq!(aside, ["special", "special"]);
    let error = take_path(&pipe, None).0.unwrap_err();
    assert_eq!(error.code(), "intake_unreadable", "nor where it is the package itself");
}
