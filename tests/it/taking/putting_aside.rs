use lx_steps::{StepError, peeking};
use lx_wire::{Lang, Texts, face};

use super::*;

/// A package in which one entry's bytes no longer have their checksum.
fn damaged() -> Vec<u8> {
    let mut bytes = zip(&[
        ("01项目申报书.txt", &form("己项目", "粤海示例证券")),
        ("扫描件.txt", "乙方（盖章）DAMAGE".as_bytes()),
    ]);
    let at = bytes.windows(6).position(|w| w == b"DAMAGE").expect("the entry");
    bytes[at] = b'd';
    bytes
}

#[test]
fn an_entry_put_aside_is_named_and_its_bytes_are_shown_but_never_opened() {
    let mut office = Office::new();
    let package = office.file("GZ2026-005 己.zip", &damaged());
    office.take(&[package]);
    let texts = Texts::new(Lang::Chinese);
    let view = face::application(&office.desk, &texts, "GZ2026-005").expect("the application");
    assert_eq!(view.documents.len(), 1);
    let aside = &view.aside[0];
    assert_eq!(
        (aside.path.as_str(), aside.reason.as_str(), aside.kept),
        ("扫描件.txt", "crc", true)
    );
    assert_eq!(aside.says, "校验值不符，内容已损坏。");
    let seen = face::peek(&office.desk, "GZ2026-005", "扫描件.txt").expect("its bytes");
    assert_eq!(seen.text, "乙方（盖章）dAMAGE");
    assert!(seen.hex.starts_with("00000000  e4 b9 99 e6 96 b9"), "{}", seen.hex);
    assert!(!seen.packed && !seen.more);
    let other = face::peek(&office.desk, "GZ2026-005", "01项目申报书.txt");
    assert!(other.is_err(), "what was taken is opened as a document, not peeked at");
}

#[test]
fn what_was_put_aside_stays_named_until_it_comes_whole() {
    let mut office = Office::new();
    let first = office.file("GZ2026-005 己.zip", &damaged());
    let more = office.file("GZ2026-005 补充.zip", &zip(&[("营业执照.txt", "营业执照".as_bytes())]));
    let whole = office.file("GZ2026-005 补交.zip", &zip(&[("扫描件.txt", "乙方（盖章）".as_bytes())]));
    office.take(&[first]);
    office.take(&[more]);
    let number = "GZ2026-005".parse().expect("a number");
    let dossier = office.desk.dossier(&number).expect("the application");
    assert_eq!(peeking::asides(&office.desk, &dossier).expect("asides").len(), 1);
    assert!(
        peeking::peek(&office.desk, &number, "扫描件.txt").is_ok(),
        "from the package before"
    );
    office.take(&[whole]);
    let dossier = office.desk.dossier(&number).expect("the application");
    assert!(peeking::asides(&office.desk, &dossier).expect("asides").is_empty());
    assert_eq!(dossier.documents.len(), 3);
}

#[test]
#[cfg(unix)]
fn of_a_folder_is_said_that_it_was_not_kept_as_it_came() {
    let mut office = Office::new();
    office.file("GZ2026-006 庚/01项目申报书.txt", &form("庚项目", "粤海示例证券"));
    std::os::unix::fs::symlink("/etc/passwd", office.path("GZ2026-006 庚/link.txt")).expect("a link");
    let folder = office.path("GZ2026-006 庚");
    office.take(&[folder]);
    let number = "GZ2026-006".parse().expect("a number");
    let dossier = office.desk.dossier(&number).expect("the application");
    let asides = peeking::asides(&office.desk, &dossier).expect("asides");
    assert_eq!((asides[0].path.as_str(), asides[0].kept), ("link.txt", false));
    let seen = peeking::peek(&office.desk, &number, "link.txt");
    assert!(matches!(seen, Err(StepError::NotKept(path)) if path == "link.txt"));
}
