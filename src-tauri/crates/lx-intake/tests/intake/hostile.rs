//! Every row of the table of bad archives: refused with its reason, or one entry put aside and the rest taken.

use lx_intake::{IntakeError, Limits};

use crate::{
    desk::{EndsAfter, codes, found, take_bytes, take_bytes_with, take_path, take_with},
    forge::{Entry, entry, gbk, ole, raw, zip, zip_with},
};

const PDF: &[u8] = b"%PDF-1.4\n%%EOF";

fn refused(name: &str, bytes: &[u8]) -> String {
    match take_bytes(name, bytes).0 {
        Err(error) => {
            assert!(!error.args().is_empty());
            error.code().to_owned()
        }
        Ok(d) => format!("taken: {:?}", codes(&d)),
    }
}

fn vector(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/vectors/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

#[test]
fn what_is_empty_is_refused() {
    assert_eq!(refused("a.zip", b""), "intake_empty");
    assert_eq!(refused("a.zip", &zip(&[])), "intake_empty");
    assert_eq!(refused("a.zip", &zip(&[entry("folder/", b"")])), "intake_empty");
    assert_eq!(refused("a.zip", &zip(&[entry("Thumbs.db", b"x")])), "intake_empty");
}

#[test]
fn what_is_no_archive_is_said_to_be_what_it_is() {
    assert_eq!(refused("a.zip", b"Rar!\x1A\x07\x01\x00"), "intake_rar");
    assert_eq!(refused("a.rar", b"Rar!\x1A\x07\x00xx"), "intake_rar");
    assert_eq!(refused("a.zip", b"<!DOCTYPE html><html>404"), "intake_other_format");
    assert_eq!(refused("a.zip", b"\x1F\x8B\x08\x00\x00"), "intake_other_format");
    assert_eq!(refused("a.zip", b"\xFD7zXZ\x00\x00"), "intake_other_format");
    assert_eq!(refused("a.exe", b"MZ\x90\x00"), "intake_other_format");
    assert_eq!(refused("a.zip", b"random bytes"), "intake_other_format");
    let (dossier, sink) = take_bytes("a.zip", PDF);
    let dossier = dossier.expect("a PDF under another name is taken as a file");
    assert_eq!((dossier.documents.len(), sink.originals.len()), (1, 0));
    assert_eq!(found(&dossier, "misnamed")[0].args["found"], "PDF");
    let (dossier, _) = take_bytes("a.zip", &vector("plain.7z"));
    assert_eq!(dossier.expect("a 7z under another name").documents.len(), 2);
}

#[test]
fn what_is_cut_off_is_refused() {
    let whole = zip(&[entry("a.txt", b"aaaaaaaaaaaaaaaa"), entry("b.txt", b"bbbb")]);
    assert_eq!(refused("a.zip", &whole[..whole.len() - 30]), "intake_truncated");
    assert_eq!(refused("a.zip", &whole[..40]), "intake_truncated");
    let mut shifted = Entry {
        offset: Some(7),
        ..entry("b.txt", b"bbbb")
    };
    assert_eq!(
        refused("a.zip", &zip(&[entry("a.txt", b"aaaaaaaaaaaaaaaa"), shifted.clone()])),
        "intake_truncated"
    );
    shifted.offset = Some(90_000);
    assert_eq!(refused("a.zip", &zip(&[shifted])), "intake_truncated");
    let mut trailing = whole.clone();
    trailing.extend(vec![b'x'; 70_000]);
    assert_eq!(refused("a.zip", &trailing), "intake_truncated");
    assert_eq!(refused("a.7z", &vector("truncated.7z")), "intake_truncated");
}

#[test]
fn volumes_of_a_split_archive_are_refused() {
    assert_eq!(refused("a.zip.001", &zip(&[entry("a", b"a")])), "intake_split");
    assert_eq!(refused("a.7z.002", b"xx"), "intake_split");
    assert_eq!(refused("a.z01", b"xx"), "intake_split");
    assert_eq!(refused("a.zip", b"PK\x07\x08PK\x03\x04"), "intake_split");
}

#[test]
fn what_asks_for_a_password_is_refused() {
    assert_eq!(refused("a.zip", &vector("password.zip")), "intake_encrypted");
    assert_eq!(refused("a.7z", &vector("password.7z")), "intake_encrypted");
    assert_eq!(refused("a.7z", &vector("password-names.7z")), "intake_encrypted");
    let sheet = ole("EncryptedPackage");
    assert_eq!(refused("a.xlsx", &sheet), "intake_encrypted_document");
    assert_eq!(refused("a.docx", &sheet), "intake_encrypted_document");
    let outcome = take_bytes("a.zip", &zip(&[entry("01.txt", b"x"), entry("表.xlsx", &sheet)])).0;
    let Err(error) = outcome else { panic!("taken") };
    assert!(matches!(&error, IntakeError::EncryptedDocument { entry, .. } if entry == "表.xlsx"));
}

#[test]
fn entries_that_share_bytes_are_refused() {
    let bomb: Vec<Entry> = (0..50)
        .map(|n| Entry {
            offset: Some(0),
            ..entry(&format!("{n:02}"), b"same")
        })
        .collect();
    assert_eq!(refused("a.zip", &zip(&bomb)), "intake_overlap");
}

#[test]
fn far_more_than_was_packed_is_refused() {
    let bomb = Entry {
        method: 8,
        ..entry("0.txt", &vec![b'0'; 24 << 20])
    };
    assert_eq!(refused("a.zip", &zip(std::slice::from_ref(&bomb))), "intake_ratio");
    let nested = zip(&[entry("inner.zip", &zip(&[bomb]))]);
    assert_eq!(refused("a.zip", &nested), "intake_ratio");
    let zeros = vector("zeros.7z");
    assert_eq!(refused("a.7z", &zeros), "intake_ratio");
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("附件.7z"), &zeros).unwrap();
    std::fs::write(folder.path().join("01项目申报书.txt"), vec![b'x'; 1 << 20]).unwrap();
    let error = take_path(folder.path(), None).0.unwrap_err();
    assert_eq!(error.code(), "intake_ratio", "in a folder, whatever lies beside it");
}

#[test]
fn one_budget_covers_all_nesting() {
    let limits = || Limits {
        total_bytes: 1000,
        ..Limits::default()
    };
    let part = |n: u8| entry(&format!("{n}.zip"), &zip(&[entry("x.txt", &[n; 300])]));
    let Err(error) = take_bytes_with("a.zip", &zip(&[part(1), part(2)]), limits()).0 else {
        panic!("taken")
    };
    assert_eq!(error.code(), "intake_too_big");
    let one = take_bytes_with("a.zip", &zip(&[part(1)]), limits()).0;
    assert!(one.is_ok(), "one of them fits");
}

#[test]
fn too_many_too_deep_and_too_big_are_refused() {
    let many: Vec<Entry> = (0..30).map(|n| entry(&format!("{n}.txt"), b"x")).collect();
    let code = |bytes: &[u8], limits: Limits| take_bytes_with("a.zip", bytes, limits).0.err().map(|e| e.code().to_owned());
    assert_eq!(
        code(
            &zip(&many),
            Limits {
                entries: 29,
                ..Limits::default()
            }
        )
        .as_deref(),
        Some("intake_too_many")
    );
    assert_eq!(
        code(
            &zip(&many),
            Limits {
                entries: 30,
                ..Limits::default()
            }
        ),
        None
    );
    let mut deep = zip(&[entry("x.txt", b"x")]);
    for _ in 0..3 {
        deep = zip(&[entry("in.zip", &deep)]);
    }
    assert_eq!(code(&deep, Limits::default()), None, "three inside each other are still read");
    assert_eq!(
        code(&zip(&[entry("in.zip", &deep)]), Limits::default()).as_deref(),
        Some("intake_too_deep")
    );
    let long = zip(&[entry("x.txt", &[b'x'; 100])]);
    assert_eq!(
        code(
            &long,
            Limits {
                entry_bytes: 99,
                ..Limits::default()
            }
        )
        .as_deref(),
        Some("intake_too_big")
    );
    assert_eq!(
        code(
            &long,
            Limits {
                archive_bytes: 99,
                ..Limits::default()
            }
        )
        .as_deref(),
        Some("intake_too_big")
    );
    let inner = zip(&[entry("in.zip", &long)]);
    assert_eq!(
        code(
            &inner,
            Limits {
                inner_archive_bytes: 100,
                ..Limits::default()
            }
        )
        .as_deref(),
        Some("intake_too_big")
    );
    let liar = zip(&[
        Entry {
            size: Some(u32::MAX - 1),
            ..entry("x.txt", b"x")
        },
        Entry {
            size: Some(u32::MAX - 1),
            ..entry("y.txt", b"x")
        },
    ]);
    assert_eq!(code(&liar, Limits::default()).as_deref(), Some("intake_too_big"));
}

#[test]
fn two_archives_in_one_file_are_refused() {
    let first = zip(&[entry("a.txt", b"first")]);
    let second = zip(&[entry("b.txt", b"second")]);
    assert_eq!(refused("a.zip", &[first.clone(), second.clone()].concat()), "intake_joined");
    assert_eq!(refused("a.zip", &zip_with(&[entry("a.txt", b"first")], &second)), "intake_joined");
}

#[test]
fn a_name_that_occurs_twice_is_refused() {
    assert_eq!(
        refused("a.zip", &zip(&[entry("a.txt", b"1"), entry("a.txt", b"2")])),
        "intake_duplicate"
    );
}

#[test]
fn a_damaged_entry_is_put_aside_and_the_rest_is_taken() {
    let bad_crc = Entry {
        crc: Some(1),
        ..entry("crc.txt", b"damaged")
    };
    let long_lie = Entry {
        size: Some(99),
        ..entry("size.txt", b"short")
    };
    let method = Entry {
        method: 97,
        ..entry("method.txt", b"??")
    };
    let link = Entry {
        attributes: 0o120_777 << 16,
        ..entry("link.txt", b"/etc/passwd")
    };
    let (outcome, sink) = take_bytes(
        "GZ2026-010 甲.zip",
        &zip(&[bad_crc, long_lie, method, link, entry("good.txt", b"good")]),
    );
    let dossier = outcome.expect("taken");
    let aside: Vec<_> = found(&dossier, "entry_quarantined")
        .iter()
        .map(|f| (f.args["name"].clone(), f.args["reason"].clone()))
        .collect();
    let expected = [
        ("crc.txt", "crc"),
        ("size.txt", "size"),
        ("method.txt", "method"),
        ("link.txt", "link"),
    ];
    assert_eq!(aside, expected.map(|(n, r)| (n.to_owned(), r.to_owned())));
    assert_eq!(dossier.documents.iter().map(|d| d.path.as_str()).collect::<Vec<_>>(), ["good.txt"]);
    assert_eq!(
        sink.documents.keys().collect::<Vec<_>>(),
        ["good.txt"],
        "the sink kept nothing of the others"
    );
    assert_eq!(dossier.number.as_str(), "GZ2026-010");
}

#[test]
fn a_package_of_damaged_entries_alone_is_refused() {
    assert_eq!(
        refused(
            "a.zip",
            &zip(&[Entry {
                crc: Some(1),
                ..entry("crc.txt", b"damaged")
            }])
        ),
        "intake_nothing_readable"
    );
}

#[test]
fn names_that_climb_or_hide_are_neutral_and_the_content_is_kept() {
    let long = "长".repeat(300) + ".txt";
    let names: [&[u8]; 7] = [
        b"../../etc/passwd",
        b"/abs.txt",
        b"C:\\win.txt",
        b"a\x01b.txt",
        "x\u{202E}gpj.exe".as_bytes(),
        b"a\0c.txt",
        long.as_bytes(),
    ];
    let entries: Vec<Entry> = names.iter().map(|n| raw(n, n)).collect();
    let dossier = take_bytes("a.zip", &zip(&entries)).0.expect("taken");
    let labels: Vec<_> = dossier.documents.iter().map(|d| d.path.as_str()).collect();
    assert_eq!(labels[..6], ["etc/passwd", "abs.txt", "win.txt", "a_b.txt", "x_gpj.exe", "a_c.txt"]);
    assert!(
        labels[6].ends_with("….txt") && labels[6].encode_utf16().count() <= 240,
        "{}",
        labels[6]
    );
    assert_eq!(found(&dossier, "name_unsafe").len(), 7);
    assert!(
        found(&dossier, "name_unsafe")
            .iter()
            .any(|f| f.args["original"].contains("\\u{202e}")),
        "the message shows what was hidden"
    );
}

#[test]
fn names_that_some_system_confuses_are_both_kept() {
    let entries = [
        entry("A.txt", b"1"),
        entry("a.TXT", b"2"),
        entry("Ａ.txt", b"3"),
        entry("é.txt", b"4"),
        entry("e\u{301}.txt", b"5"),
    ];
    let dossier = take_bytes("a.zip", &zip(&entries)).0.expect("taken");
    assert_eq!(dossier.documents.len(), 5);
    assert_eq!(found(&dossier, "name_collision").len(), 3);
    assert!(
        dossier.documents.iter().any(|d| d.path == "é (2).txt"),
        "one label for one document"
    );
    let both = take_bytes(
        "a.zip",
        &zip(&[entry("材料", b"a file"), entry("材料/01.txt", b"in a folder of its name")]),
    );
    let dossier = both.0.expect("taken");
    assert_eq!((dossier.documents.len(), found(&dossier, "name_collision").len()), (2, 1));
}

#[test]
fn headers_that_disagree_are_said() {
    let dossier = take_bytes(
        "a.zip",
        &zip(&[Entry {
            local_name: Some(b"b.txt".to_vec()),
            ..entry("a.txt", b"x")
        }]),
    )
    .0
    .expect("taken");
    assert_eq!(dossier.documents[0].path, "a.txt");
    assert_eq!(found(&dossier, "header_mismatch").len(), 1);
}

#[test]
fn names_without_an_encoding_are_read_as_chinese_systems_write_them() {
    let entries = [
        raw(&gbk("图.docx"), b"1"),
        raw(&gbk("申报材料\\重点.txt"), b"2"),
        raw("乙方.txt".as_bytes(), b"3"),
    ];
    let dossier = take_bytes("a.zip", &zip(&entries)).0.expect("taken");
    let labels: Vec<_> = dossier.documents.iter().map(|d| d.path.as_str()).collect();
    assert_eq!(labels, ["图.docx", "申报材料/重点.txt", "乙方.txt"]);
    assert_eq!(found(&dossier, "names_decoded")[0].args["count"], "2");
}

#[test]
fn a_7z_is_read_like_a_zip() {
    let (outcome, sink) = take_bytes("GZ2026-011 压缩.7z", &vector("plain.7z"));
    let dossier = outcome.expect("taken");
    assert_eq!(
        sink.documents.keys().collect::<Vec<_>>(),
        ["申报材料/01项目申报书.txt", "申报材料/07承诺函.txt"]
    );
    assert_eq!(dossier.title, "压缩包里的项目");
    assert_eq!(sink.originals.len(), 1);
    let nested = take_bytes("a.zip", &zip(&[entry("附件.7z", &vector("plain.7z"))])).1;
    assert!(nested.documents.contains_key("附件.7z/申报材料/07承诺函.txt"));
}

#[test]
fn every_way_in_which_7z_packs_is_read() {
    for name in ["ppmd.7z", "bzip2.7z"] {
        let (outcome, sink) = take_bytes(name, &vector(name));
        assert_eq!(outcome.unwrap_or_else(|e| panic!("{name}: {e}")).title, "压缩包里的项目");
        assert_eq!(sink.documents.len(), 2, "{name}");
    }
}

#[test]
fn a_damaged_entry_of_a_7z_is_named_and_the_rest_is_taken() {
    let (outcome, sink) = take_bytes("a.7z", &vector("damaged.7z"));
    let dossier = outcome.expect("taken");
    let aside = found(&dossier, "entry_quarantined");
    assert_eq!(aside.len(), 1);
    assert_eq!(
        (aside[0].args["name"].as_str(), aside[0].args["reason"].as_str()),
        ("申报材料/07承诺函.txt", "crc")
    );
    assert_eq!(sink.documents.keys().collect::<Vec<_>>(), ["申报材料/01项目申报书.txt"]);
}

#[test]
fn the_watch_ends_taking_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    std::fs::write(&path, zip(&[entry("a.txt", b"a"), entry("b.txt", b"b")])).unwrap();
    // How often the watch is asked while documents are read depends on how long that takes.
    for calls in 1.. {
        let mut watch = EndsAfter(calls);
        let outcome = take_with(&path, Limits::default(), &mut watch).0;
        if watch.0 > 0 {
            assert!(
                outcome.is_ok() && calls > 2,
                "asked once a document at least, not {} times",
                calls - 1
            );
            break;
        }
        assert!(matches!(outcome, Err(IntakeError::Cancelled { .. })), "at call {calls}");
    }
}

#[test]
fn a_hundred_thousand_entries_are_refused_at_once() {
    let many: Vec<Entry> = (0..65_000).map(|n| entry(&n.to_string(), b"")).collect();
    assert_eq!(refused("a.zip", &zip(&many)), "intake_too_many");
}

#[test]
fn links_in_a_folder_are_not_followed() {
    #[cfg(unix)]
    {
        let root = tempfile::tempdir().unwrap();
        let folder = root.path().join("包");
        std::fs::create_dir(&folder).unwrap();
        std::fs::write(folder.join("a.txt"), "项目名称：甲乙丙丁").unwrap();
        std::os::unix::fs::symlink("/etc/passwd", folder.join("b.txt")).unwrap();
        let (outcome, sink) = take_with(&folder, Limits::default(), &mut lx_intake::Unwatched);
        assert_eq!(found(&outcome.unwrap(), "entry_quarantined")[0].args["reason"], "link");
        assert_eq!(sink.documents.len(), 1);
    }
}
