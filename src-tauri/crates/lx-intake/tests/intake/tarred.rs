//! Tar archives, plain, behind gzip and inside of other archives: the rules of ZIP hold for them.

use lx_intake::{IntakeError, Limits};

use crate::{
    desk::{EndsAfter, codes, found, take_bytes, take_bytes_with, take_files, take_with},
    forge::{entry, gbk, zip},
    tarball::{GNU, Item, gzip, item, long_name, of_kind, open_tar, pax, raw_item, tar},
};

fn refused(name: &str, bytes: &[u8]) -> String {
    match take_bytes(name, bytes).0 {
        Err(error) => error.code().to_owned(),
        Ok(d) => format!("taken: {:?}", codes(&d)),
    }
}

fn paths(name: &str, bytes: &[u8]) -> Vec<String> {
    let dossier = take_bytes(name, bytes).0.unwrap_or_else(|e| panic!("{e}"));
    dossier.documents.into_iter().map(|d| d.path).collect()
}

fn form() -> Item {
    item("申报材料/01项目申报书.txt", "项目名称：压缩包里的项目".as_bytes())
}

#[test]
fn tar_and_tar_gz_are_read_like_a_zip() {
    let bytes = tar(&[of_kind(b'5', "申报材料/", b""), form(), item("申报材料/07承诺函.txt", b"x")]);
    for (name, bytes) in [
        ("GZ2026-012 甲.tar", bytes.clone()),
        ("GZ2026-012 甲.tar.gz", gzip(&bytes)),
        ("GZ2026-012 甲.tgz", gzip(&bytes)),
        ("GZ2026-012 甲.zip", gzip(&bytes)),
    ] {
        let (outcome, sink) = take_bytes(name, &bytes);
        let dossier = outcome.unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(dossier.title, "压缩包里的项目", "{name}");
        assert_eq!(sink.documents.len(), 2, "{name}");
        assert_eq!(sink.originals[0].1, bytes, "the original is kept byte for byte");
    }
    assert_eq!(paths("a.zip", &zip(&[entry("附件.tgz", &gzip(&bytes))])).len(), 2);
    let nested = tar(&[item("内.tar", &bytes), item("压.tar.gz", &gzip(&tar(&[form()])))]);
    assert_eq!(
        paths("a.tar", &nested),
        [
            "内.tar/申报材料/01项目申报书.txt",
            "内.tar/申报材料/07承诺函.txt",
            "压.tar.gz/申报材料/01项目申报书.txt"
        ]
    );
    let d = take_files(
        "包",
        &[("说明.txt", b"x".to_vec()), ("附件.tar.gz", gzip(&bytes)), ("附件.tar", bytes)],
    );
    assert_eq!(d.documents.len(), 5, "archives in a folder are opened where they lie");
}

#[test]
fn a_gzip_of_something_else_is_said_to_be_one() {
    assert_eq!(refused("a.tar.gz", &gzip(b"just a text")), "intake_other_format");
    let d = take_bytes("a.zip", &zip(&[entry("a.txt", b"x"), entry("日志.gz", &gzip(b"text"))]))
        .0
        .unwrap();
    assert_eq!(found(&d, "document_not_opened")[0].args["document"], "日志.gz");
}

#[test]
fn what_is_empty_is_refused() {
    assert_eq!(refused("a.tar", &[0; 10240]), "intake_empty");
    assert_eq!(refused("a.tar.gz", &gzip(&[0; 10240])), "intake_empty");
    assert_eq!(refused("a.tar", &tar(&[of_kind(b'5', "folder/", b"")])), "intake_empty");
}

#[test]
fn what_is_cut_off_is_refused_wherever_it_ends() {
    let items = [item("a.txt", &[b'a'; 2000]), item("b.txt", &[b'b'; 700])];
    let whole = tar(&items);
    for cut in [300, 512, 1000, 2560, 2800, 3072, 3500, whole.len() - 1024] {
        assert_eq!(refused("a.tar", &whole[..cut]), "intake_truncated", "at {cut}");
    }
    assert_eq!(
        paths("a.tar", &whole[..whole.len() - 512]).len(),
        2,
        "one block of the end is enough"
    );
    let packed = gzip(&tar(&[item(
        "a.txt",
        &(0..9000_u32).flat_map(|n| (n * n).to_le_bytes()).collect::<Vec<_>>(),
    )]));
    for cut in [packed.len() / 2, packed.len() - 9, packed.len() - 4, packed.len() - 1] {
        assert_eq!(refused("a.tgz", &packed[..cut]), "intake_truncated", "at {cut} of {}", packed.len());
    }
    let mut wrong = packed.clone();
    let at = wrong.len() - 6;
    wrong[at] ^= 1;
    assert_eq!(refused("a.tgz", &wrong), "intake_truncated", "a wrong checksum of the whole");
    assert_eq!(
        paths("a.tgz", &gzip(&open_tar(&items))).len(),
        2,
        "gzip proves by itself that nothing is missing"
    );
    let broken = Item {
        broken: true,
        ..item("b.txt", b"b")
    };
    assert_eq!(refused("a.tar", &tar(&[item("a.txt", b"a"), broken])), "intake_truncated");
}

#[test]
fn links_devices_and_files_with_holes_are_put_aside() {
    let link = |kind| Item {
        link: b"/etc/passwd".to_vec(),
        ..of_kind(kind, if kind == b'1' { "hard.txt" } else { "soft.txt" }, b"")
    };
    let items = [
        link(b'1'),
        link(b'2'),
        of_kind(b'3', "tty", b""),
        of_kind(b'6', "pipe", b""),
        of_kind(b'S', "old-holes.bin", &[1; 600]),
        pax(b'x', &[("GNU.sparse.major", b"1"), ("GNU.sparse.name", "有洞.bin".as_bytes())]),
        item("GNUSparseFile.0/x", &[0; 700]),
        of_kind(b'Z', "unknown", b"??"),
        item("good.txt", b"good"),
    ];
    for (name, bytes) in [("a.tar", tar(&items)), ("a.tgz", gzip(&tar(&items)))] {
        let (outcome, sink) = take_bytes(name, &bytes);
        let dossier = outcome.expect("taken");
        let aside: Vec<_> = found(&dossier, "entry_quarantined")
            .iter()
            .map(|f| (f.args["name"].as_str(), f.args["reason"].as_str()))
            .collect();
        assert_eq!(
            aside,
            [
                ("hard.txt", "link"),
                ("soft.txt", "link"),
                ("tty", "special"),
                ("pipe", "special"),
                ("old-holes.bin", "sparse"),
                ("有洞.bin", "sparse"),
                ("unknown", "special"),
            ]
        );
        assert_eq!(sink.documents.keys().collect::<Vec<_>>(), ["good.txt"]);
    }
}

#[test]
fn names_of_every_kind_are_understood() {
    let long = format!("申报材料/{}/01.txt", "很长的文件夹名".repeat(10));
    let items = [
        raw_item(&gbk("图.docx"), b"1"),
        long_name(long.as_bytes()),
        Item {
            magic: GNU,
            ..item("cut.txt", b"2")
        },
        pax(b'x', &[("path", "方案/03试点方案.txt".as_bytes())]),
        item("short.txt", b"3"),
        pax(b'x', &[("hdrcharset", b"BINARY"), ("path", &gbk("重点.txt"))]),
        item("short.txt", b"4"),
        Item {
            prefix: b"prefix".to_vec(),
            ..item("name.txt", b"5")
        },
        Item {
            magic: [0; 8],
            ..item("old.txt", b"6")
        },
        pax(b'g', &[("comment", b"made by git")]),
        item("last.txt", b"7"),
    ];
    let (outcome, _) = take_bytes("a.tar", &tar(&items));
    let dossier = outcome.expect("taken");
    let labels: Vec<_> = dossier.documents.iter().map(|d| d.path.as_str()).collect();
    assert_eq!(
        labels,
        [
            "图.docx",
            &long,
            "方案/03试点方案.txt",
            "重点.txt",
            "prefix/name.txt",
            "old.txt",
            "last.txt"
        ]
    );
    assert_eq!(found(&dossier, "names_decoded")[0].args["count"], "2");
}

#[test]
fn names_that_climb_are_neutral_and_the_content_is_kept() {
    let items = [
        item("../../etc/passwd", b"1"),
        item("/abs.txt", b"2"),
        pax(b'x', &[("path", b"C:\\x\\win.txt")]),
        item("x", b"3"),
    ];
    let dossier = take_bytes("a.tar", &tar(&items)).0.expect("taken");
    let labels: Vec<_> = dossier.documents.iter().map(|d| d.path.as_str()).collect();
    assert_eq!(labels, ["etc/passwd", "abs.txt", "x/win.txt"]);
    assert_eq!(found(&dossier, "name_unsafe").len(), 3);
}

#[test]
fn a_name_that_occurs_twice_is_refused_however_it_is_written() {
    assert_eq!(
        refused("a.tar", &tar(&[item("a.txt", b"1"), item("a.txt", b"2")])),
        "intake_duplicate"
    );
    assert_eq!(
        refused("a.tar", &tar(&[item("a.txt", b"1"), item("./a.txt", b"2")])),
        "intake_duplicate"
    );
}

#[test]
fn what_two_readers_would_see_differently_is_refused() {
    let two = |items: &[Item]| refused("a.tar", &tar(items));
    let first = tar(&[item("a.txt", b"1")]);
    assert_eq!(
        refused("a.tar", &[first.clone(), tar(&[item("b.txt", b"2")])].concat()),
        "intake_joined",
        "a second archive behind the end"
    );
    assert_eq!(
        two(&[pax(b'x', &[("size", b"0")]), item("a.txt", &[b'a'; 600])]),
        "intake_joined",
        "a size that only some readers heed"
    );
    assert_eq!(two(&[pax(b'g', &[("path", b"all.txt")]), item("a.txt", b"1")]), "intake_joined");
    let fat_link = of_kind(b'2', "link", &open_tar(&[item("hidden.txt", b"hidden")]));
    assert_eq!(
        two(&[fat_link, item("a.txt", b"1")]),
        "intake_joined",
        "a link that says it has data"
    );
    assert_eq!(two(&[of_kind(b'M', "rest", b"x")]), "intake_split");
}

#[test]
fn bombs_behind_gzip_are_refused() {
    let big = |n: usize| vec![b'0'; n];
    assert_eq!(refused("a.tgz", &gzip(&tar(&[item("0.txt", &big(24 << 20))]))), "intake_ratio");
    // Nobody takes these bytes, but they come out of the stream all the same.
    for kind in [b'Z', b'S', b'V'] {
        assert_eq!(refused("a.tgz", &gzip(&tar(&[of_kind(kind, "0", &big(24 << 20))]))), "intake_ratio");
    }
    assert_eq!(refused("a.tgz", &gzip(&tar(&[item("Thumbs.db", &big(24 << 20))]))), "intake_ratio");
    let mut tail = tar(&[item("a.txt", b"a")]);
    tail.extend(vec![0; 24 << 20]);
    assert_eq!(refused("a.tgz", &gzip(&tail)), "intake_ratio", "zeros behind the end");
    let inner = zip(&[entry("内.tgz", &gzip(&tar(&[item("0.txt", &big(24 << 20))])))]);
    assert_eq!(refused("a.zip", &inner), "intake_ratio");
}

#[test]
fn the_same_budget_holds() {
    let code = |items: &[Item], limits: Limits| take_bytes_with("a.tar", &tar(items), limits).0.err().map(|e| e.code());
    let some: Vec<Item> = (0..30).map(|n| item(&format!("{n}.txt"), b"x")).collect();
    let entries = |entries| Limits {
        entries,
        ..Limits::default()
    };
    assert_eq!(code(&some, entries(29)), Some("intake_too_many"));
    assert_eq!(code(&some, entries(30)), None);
    let folders: Vec<Item> = (0..30).map(|n| of_kind(b'5', &format!("{n}/"), b"")).collect();
    assert_eq!(code(&folders, entries(29)), Some("intake_too_many"), "folders count, too");
    let total = |total_bytes| Limits {
        total_bytes,
        ..Limits::default()
    };
    assert_eq!(
        code(&[item("a", &[1; 600]), item("b", &[1; 600])], total(1000)),
        Some("intake_too_big")
    );
    let liar = Item {
        size: Some(0o77777777777),
        ..item("a", b"x")
    };
    assert_eq!(code(&[liar], Limits::default()), Some("intake_too_big"));
    let mut deep = tar(&[item("x.txt", b"x")]);
    for _ in 0..3 {
        deep = tar(&[item("in.tar", &deep)]);
    }
    assert_eq!(paths("a.tar", &deep).len(), 1, "three inside each other are still read");
    assert_eq!(refused("a.tar", &tar(&[item("in.tar", &deep)])), "intake_too_deep");
    let huge = Item {
        size: Some(2 << 20),
        ..long_name(&[])
    };
    assert_eq!(
        code(&[huge], Limits::default()),
        Some("intake_truncated"),
        "a name of two megabytes"
    );
}

#[test]
fn the_watch_ends_taking_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.tgz");
    let junk = item("Thumbs.db", &(0..1_000_000_u32).flat_map(u32::to_le_bytes).collect::<Vec<_>>());
    std::fs::write(&path, gzip(&tar(&[item("a.txt", b"a"), junk, item("b.txt", b"b")]))).unwrap();
    for calls in [1, 2, 4, 6] {
        let outcome = take_with(&path, Limits::default(), &mut EndsAfter(calls)).0;
        assert!(matches!(outcome, Err(IntakeError::Cancelled { .. })), "at call {calls}");
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(60))]
    #[test]
    fn a_damaged_archive_is_taken_or_refused_and_nothing_else(at in 0_usize..4000, to: u8, cut in 0_usize..4000) {
        let mut bytes = tar(&[pax(b'x', &[("path", "甲.txt".as_bytes())]), item("x", b"1"), of_kind(b'S', "s", b"2"), item("y.txt", &[7; 900])]);
        let at = at % bytes.len();
        bytes[at] = to;
        bytes.truncate(bytes.len().saturating_sub(cut % 2000).max(1));
        let _ = take_bytes("a.tar", &bytes);
        let _ = take_bytes("a.tgz", &gzip(&bytes));
    }
}
