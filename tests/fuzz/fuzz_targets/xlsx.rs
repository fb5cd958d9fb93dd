#![no_main]
use libfuzzer_sys::fuzz_target;

// A sheet; behind marks shared strings, the workbook and comments.
fuzz_target!(|data: &[u8]| {
    let pieces = lx_fuzz::pieces(data);
    let at = |n: usize, or: &'static [u8]| pieces.get(n).copied().filter(|p| !p.is_empty()).unwrap_or(or);
    let parts = [
        (
            "[Content_Types].xml",
            &b"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"[..],
        ),
        ("xl/worksheets/sheet1.xml", at(0, b"<worksheet/>")),
        ("xl/sharedStrings.xml", at(1, b"<sst/>")),
        ("xl/workbook.xml", at(2, BOOK)),
        ("xl/_rels/workbook.xml.rels", RELATIONS),
    ];
    lx_fuzz::read(&lx_fuzz::zipped(&parts), "02机构信息.xlsx");
});

const BOOK: &[u8] = br#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const RELATIONS: &[u8] = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
