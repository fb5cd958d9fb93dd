use lx_steps::searching;
use lx_wire::{Lang, Texts, face};

use super::*;

/// A TIFF of two pages, eight grey pixels each.
fn scan() -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    for last in [false, true] {
        let directory = u32::try_from(out.len()).expect("small");
        let pixels = directory + 2 + 8 * 12 + 4;
        out.extend(8_u16.to_le_bytes());
        let entries = [(256, 4), (257, 2), (258, 8), (259, 1), (262, 1), (273, pixels), (278, 2), (279, 8)];
        for (tag, value) in entries {
            out.extend(u16::to_le_bytes(tag));
            out.extend(4_u16.to_le_bytes());
            out.extend(1_u32.to_le_bytes());
            out.extend(u32::to_le_bytes(value));
        }
        let next = if last { 0 } else { pixels + 8 };
        out.extend(next.to_le_bytes());
        out.extend([0, 40, 80, 120, 160, 200, 240, 255]);
    }
    out
}

#[test]
fn a_scan_is_shown_by_its_first_page_which_says_so_and_a_damaged_one_stays_as_it_is() {
    let mut office = Office::new();
    let (whole, damaged) = (scan(), scan()[..60].to_vec());
    let package = zip(&[
        ("01项目申报书.txt", &form("甲项目", "粤海示例证券")),
        ("附件一.tif", &whole),
        ("附件二.tif", &damaged),
    ]);
    let path = office.file("GZ2026-001 甲.zip", &package);
    office.take(&[path]);
    let texts = Texts::new(Lang::Chinese);
    let application = face::application(&office.desk, &texts, "GZ2026-001").expect("the application");
    let unreadable = application.findings.iter().filter(|f| f.code == "document_unreadable");
    let unreadable: Vec<_> = unreadable.map(|f| f.document.as_deref()).collect();
    assert_eq!(unreadable, [Some("附件二.tif")]);
    let shown = |name: &str| {
        let row = application.documents.iter().find(|d| d.path == name).expect("the document");
        let bytes = searching::document_bytes(&office.desk, &row.digest.parse().expect("a digest")).expect("its bytes");
        let view = face::document(&office.desk, &texts, &row.digest).expect("a view");
        assert_eq!(view.show, "picture");
        (row.pages, view.note, searching::shown(bytes))
    };
    let (pages, note, bytes) = shown("附件一.tif");
    assert_eq!(pages, Some(2));
    assert!(note.starts_with("共 2 页，此处仅显示第 1 页"), "{note}");
    assert!(bytes.starts_with(b"\x89PNG"));
    assert_eq!(shown("附件二.tif"), (None, String::new(), damaged.clone()));
}
