//! Pictures as copiers write them: TIFF in the packings of fax and of LZW.

use lx_domain::{DocumentKind, Dossier};
use lx_intake::{Limits, ViewError, drawn};

use crate::{
    desk::{found, take_bytes_with, take_files},
    forge::{entry, zip},
};

/// A page of a TIFF: bits of a pixel, packing, what 0 means (0: white, 1: black), the packed pixels.
struct Page {
    wide: u32,
    high: u32,
    bits: u16,
    packing: u16,
    zero: u16,
    data: Vec<u8>,
}

/// Something to recognise: a frame, and a slope in it.
fn is_black(x: u32, y: u32, wide: u32, high: u32) -> bool {
    x < 3 || y < 3 || x + 3 >= wide || y + 3 >= high || (x + y).is_multiple_of(17)
}

/// As the fax machines of Group 4 pack it.
fn fax(wide: u32, high: u32) -> Page {
    let mut packed = fax::encoder::Encoder::new(fax::VecWriter::new());
    for y in 0..high {
        let pels = (0..wide).map(|x| match is_black(x, y, wide, high) {
            true => fax::Color::Black,
            false => fax::Color::White,
        });
        packed.encode_line(pels, u16::try_from(wide).unwrap()).unwrap();
    }
    let data = packed.finish().unwrap().finish();
    Page {
        wide,
        high,
        bits: 1,
        packing: 4,
        zero: 0,
        data,
    }
}

/// In shades of grey, packed with LZW.
fn lzw(wide: u32, high: u32) -> Page {
    let pixels: Vec<u8> = (0..high)
        .flat_map(|y| (0..wide).map(move |x| if is_black(x, y, wide, high) { 10 } else { 240 }))
        .collect();
    let mut packed = weezl::encode::Encoder::with_tiff_size_switch(weezl::BitOrder::Msb, 8);
    Page {
        wide,
        high,
        bits: 8,
        packing: 5,
        zero: 1,
        data: packed.encode(&pixels).unwrap(),
    }
}

/// A TIFF of these pages, each in one strip.
fn tiff(pages: &[Page]) -> Vec<u8> {
    let mut out = b"II*\0\0\0\0\0".to_vec();
    let mut pointer = 4;
    for page in pages {
        let strip = u32::try_from(out.len()).unwrap();
        out.extend(&page.data);
        out.resize(out.len().next_multiple_of(2), 0);
        let directory = u32::try_from(out.len()).unwrap();
        out[pointer..pointer + 4].copy_from_slice(&directory.to_le_bytes());
        let entries: [(u16, u16, u32); 9] = [
            (256, 4, page.wide),
            (257, 4, page.high),
            (258, 3, page.bits.into()),
            (259, 3, page.packing.into()),
            (262, 3, page.zero.into()),
            (273, 4, strip),
            (277, 3, 1),
            (278, 4, page.high),
            (279, 4, u32::try_from(page.data.len()).unwrap()),
        ];
        out.extend(9_u16.to_le_bytes());
        for (tag, kind, value) in entries {
            out.extend(tag.to_le_bytes());
            out.extend(kind.to_le_bytes());
            out.extend(1_u32.to_le_bytes());
            out.extend(value.to_le_bytes());
        }
        pointer = out.len();
        out.extend([0; 4]);
    }
    out
}

fn grey(png: &[u8]) -> image::GrayImage {
    assert!(png.starts_with(b"\x89PNG"));
    image::load_from_memory(png).unwrap().to_luma8()
}

fn taken(name: &str, bytes: Vec<u8>) -> Dossier {
    take_files(
        "包",
        &[
            ("01项目申报书.txt", "项目名称：跨境理财适当性平台".as_bytes().to_vec()),
            (name, bytes),
        ],
    )
}

#[test]
fn the_first_page_of_a_scan_is_drawn_pixel_by_pixel() {
    for (page, black, white) in [(fax(203, 117), 0, 255), (lzw(203, 117), 10, 240)] {
        let packing = page.packing;
        let scan = tiff(&[page, fax(50, 60)]);
        let drawn = grey(&drawn(&scan).unwrap().unwrap());
        let expected = image::GrayImage::from_fn(203, 117, |x, y| image::Luma([if is_black(x, y, 203, 117) { black } else { white }]));
        assert!(drawn == expected, "packing {packing}");
    }
    assert_eq!(drawn(b"\x89PNG\r\n\x1A\n"), Ok(None), "every face shows that itself");
}

#[test]
fn a_page_that_is_too_long_for_a_window_is_shown_smaller() {
    let page = grey(&drawn(&tiff(&[fax(6000, 40)])).unwrap().unwrap());
    assert_eq!(page.dimensions(), (5000, 33));
}

#[test]
fn the_pages_of_a_scan_are_counted() {
    for (pages, count) in [(vec![fax(64, 64)], 1), (vec![fax(64, 64), lzw(64, 64), fax(64, 64)], 3)] {
        let d = taken("07承诺函.tif", tiff(&pages));
        let scan = &d.documents[1];
        assert_eq!((scan.kind, scan.pages), (DocumentKind::Picture, Some(count)));
        assert!(found(&d, "document_unreadable").is_empty());
    }
    let mut round = tiff(&[fax(64, 64), fax(64, 64)]);
    let end = round.len() - 4;
    let first: [u8; 4] = round[4..8].try_into().unwrap();
    round[end..].copy_from_slice(&first);
    let counted = taken("07承诺函.tif", round).documents[1].pages;
    assert_eq!(counted, Some(2), "pages that lead back to the first are counted once");
}

#[test]
fn a_scan_that_cannot_be_drawn_is_kept_and_said() {
    let whole = tiff(&[lzw(64, 64)]);
    let torn = whole[..whole.len() / 2].to_vec();
    let mut flat = fax(64, 64);
    flat.data.truncate(4);
    let strange = Page {
        packing: 34_661,
        ..fax(64, 64)
    };
    for bytes in [torn, tiff(&[flat]), tiff(&[strange]), b"MM\0*".to_vec(), tiff(&[])] {
        assert!(matches!(drawn(&bytes), Err(ViewError::Unreadable(_))));
        let d = taken("07承诺函.tif", bytes);
        assert_eq!(
            (d.title.as_str(), d.documents[1].kind),
            ("跨境理财适当性平台", DocumentKind::Picture)
        );
        let said = found(&d, "document_unreadable");
        assert_eq!((said.len(), said[0].args["reason"].as_str()), (1, "format"));
        assert_eq!(said[0].evidence[0].document, "07承诺函.tif");
    }
}

#[test]
fn a_picture_of_too_many_pixels_is_never_unpacked() {
    let huge = Page {
        wide: 60_000,
        high: 60_000,
        ..fax(64, 64)
    };
    let bytes = tiff(&[huge]);
    assert_eq!(drawn(&bytes), Err(ViewError::Unreadable("size".to_owned())));
    assert_eq!(
        found(&taken("07承诺函.tif", bytes), "document_unreadable")[0].args["reason"],
        "size"
    );
    let limits = Limits {
        picture_pixels: 64 * 64 - 1,
        ..Limits::default()
    };
    let package = zip(&[entry("07承诺函.tif", &tiff(&[fax(64, 64)]))]);
    let d = take_bytes_with("GZ2026-001 甲.zip", &package, limits).0.unwrap();
    assert_eq!(found(&d, "document_unreadable")[0].args["reason"], "size");
}
