//! What was put aside can be looked at, as bytes, from the original alone.

use std::io::Cursor;

use lx_intake::{Limits, NameEncoding, Peek, PeekError, peek};

use crate::{
    desk::{found, take_bytes},
    forge::{Entry, entry, gbk, raw, zip},
    tarball::{Item, gzip, item, of_kind, tar},
};

fn look(bytes: &[u8], path: &str) -> Peek {
    peek(Cursor::new(bytes), path, &Limits::default(), None).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn damaged(name: &[u8]) -> Entry {
    Entry {
        crc: Some(1),
        ..raw(name, b"damaged content")
    }
}

#[test]
fn every_entry_that_a_finding_names_can_be_looked_at() {
    let bytes = zip(&[
        entry("good.txt", b"good"),
        damaged(&gbk("附件\\损坏.txt")),
        Entry {
            size: Some(99),
            ..entry("size.txt", b"short")
        },
        Entry {
            method: 97,
            ..entry("method.bin", b"\x00\x01??")
        },
        Entry {
            attributes: 0o120_777 << 16,
            ..entry("link.txt", b"/etc/passwd")
        },
    ]);
    let dossier = take_bytes("a.zip", &bytes).0.unwrap();
    let seen: Vec<_> = found(&dossier, "entry_quarantined")
        .iter()
        .map(|f| look(&bytes, &f.evidence[0].document))
        .map(|p| (String::from_utf8(p.bytes).unwrap(), p.packed, p.more))
        .collect();
    let expected = [
        ("damaged content", false),
        ("short", false),
        ("\0\u{1}??", true),
        ("/etc/passwd", false),
    ];
    assert_eq!(seen, expected.map(|(text, packed)| (text.to_owned(), packed, false)));
}

#[test]
fn entries_of_archives_inside_archives_are_found() {
    let inner = zip(&[entry("a.txt", b"a"), damaged(b"bad.txt")]);
    let tarred = tar(&[
        item("x.txt", b"x"),
        item("内.zip", &inner),
        Item {
            link: b"/etc/passwd".to_vec(),
            ..of_kind(b'2', "soft", b"")
        },
        of_kind(b'S', "holes", &[9; 600]),
    ]);
    for bytes in [tarred.clone(), gzip(&tarred), zip(&[entry("z.tgz", &gzip(&tarred))])] {
        let prefix = if bytes.starts_with(b"PK") { "z.tgz/" } else { "" };
        assert_eq!(look(&bytes, &format!("{prefix}内.zip/bad.txt")).bytes, b"damaged content");
        let holes = look(&bytes, &format!("{prefix}holes"));
        assert_eq!((holes.bytes.len(), holes.packed), (600, true));
        assert!(look(&bytes, &format!("{prefix}soft")).bytes.is_empty());
    }
    let vector = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/damaged.7z")).unwrap();
    for (bytes, path) in [
        (vector.clone(), "申报材料/07承诺函.txt"),
        (zip(&[entry("附件.7z", &vector)]), "附件.7z/申报材料/07承诺函.txt"),
    ] {
        assert_eq!(look(&bytes, path).bytes.len(), 10, "the bytes are shown although one is wrong");
    }
}

#[test]
fn only_the_first_64_kib_are_shown() {
    let long = Entry {
        crc: Some(1),
        method: 8,
        ..entry("long.txt", &vec![b'x'; 200_000])
    };
    let seen = look(&zip(&[long]), "long.txt");
    assert_eq!((seen.bytes.len(), seen.more, seen.packed), (65_536, true, false));
}

#[test]
fn the_encoding_of_the_import_finds_its_own_labels() {
    let bytes = zip(&[damaged(&encoding_rs::BIG5.encode("計畫書.txt").0)]);
    let under = |encoding| peek(Cursor::new(bytes.as_slice()), "計畫書.txt", &Limits::default(), encoding);
    assert_eq!(under(Some(NameEncoding::Big5)).unwrap().bytes, b"damaged content");
    assert!(under(None).is_ok(), "and without being told, all encodings are tried");
}

#[test]
fn what_is_not_there_is_said() {
    let missing = |bytes: &[u8], path: &str| peek(Cursor::new(bytes), path, &Limits::default(), None).err();
    let bytes = zip(&[entry("a.txt", b"a")]);
    assert!(matches!(missing(&bytes, "b.txt"), Some(PeekError::NoSuchEntry { path }) if path == "b.txt"));
    assert!(matches!(missing(b"%PDF-1.4", "b.txt"), Some(PeekError::NoSuchEntry { .. })));
    assert!(matches!(missing(&bytes[..20], "a.txt"), Some(PeekError::NoSuchEntry { .. })));
}
