//! A ZIP writer that can lie, and makers of small documents.

use std::io::Write;

/// One entry, and what is to be said of it.
#[derive(Clone, Default)]
pub struct Entry {
    pub name: Vec<u8>,
    pub data: Vec<u8>,
    pub flags: u16,
    /// 0 stored, 8 deflated, anything else claimed but stored.
    pub method: u16,
    pub crc: Option<u32>,
    pub size: Option<u32>,
    pub local_name: Option<Vec<u8>>,
    pub offset: Option<u32>,
    pub attributes: u32,
}

/// A stored entry with a UTF-8 name.
pub fn entry(name: &str, data: &[u8]) -> Entry {
    Entry {
        name: name.as_bytes().to_vec(),
        data: data.to_vec(),
        flags: if name.is_ascii() { 0 } else { 0x800 },
        ..Entry::default()
    }
}

/// A stored entry with these bytes for a name and no flag.
pub fn raw(name: &[u8], data: &[u8]) -> Entry {
    Entry {
        name: name.to_vec(),
        data: data.to_vec(),
        ..Entry::default()
    }
}

/// An archive of these entries.
pub fn zip(entries: &[Entry]) -> Vec<u8> {
    zip_with(entries, b"")
}

/// An archive with a comment.
pub fn zip_with(entries: &[Entry], comment: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut directory = Vec::new();
    for e in entries {
        let offset = e.offset.unwrap_or(out.len() as u32);
        let packed = if e.method == 8 { deflate(&e.data) } else { e.data.clone() };
        let crc = e.crc.unwrap_or_else(|| crc32(&e.data));
        let size = e.size.unwrap_or(e.data.len() as u32);
        let common = |name: &[u8]| {
            let mut h = Vec::new();
            for n in [20, e.flags, e.method, 0, 0x5C21] {
                h.extend(u16::to_le_bytes(n));
            }
            for n in [crc, packed.len() as u32, size] {
                h.extend(u32::to_le_bytes(n));
            }
            h.extend(u16::to_le_bytes(name.len() as u16));
            h.extend([0, 0]);
            h
        };
        let local_name = e.local_name.as_ref().unwrap_or(&e.name);
        out.extend(b"PK\x03\x04");
        out.extend(common(local_name));
        out.extend(local_name);
        out.extend(&packed);
        directory.extend(b"PK\x01\x02\x14\x03");
        directory.extend(common(&e.name));
        directory.extend([0; 6]);
        directory.extend(e.attributes.to_le_bytes());
        directory.extend(offset.to_le_bytes());
        directory.extend(&e.name);
    }
    let start = out.len() as u32;
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    for _ in 0..2 {
        out.extend((entries.len() as u16).to_le_bytes());
    }
    out.extend((directory.len() as u32).to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend((comment.len() as u16).to_le_bytes());
    out.extend(comment);
    out
}

pub fn deflate(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

fn crc32(data: &[u8]) -> u32 {
    let mut crc = flate2::Crc::new();
    crc.update(data);
    crc.sum()
}

/// A name in GB18030.
pub fn gbk(name: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(name).0.into_owned()
}

/// A `.docx` with this body.
pub fn docx(body: &str) -> Vec<u8> {
    let xml = format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#);
    zip(&[
        entry("[Content_Types].xml", b"<Types/>"),
        entry("word/document.xml", xml.as_bytes()),
    ])
}

pub fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

/// A table of rows of cells; `text|2` spans two columns, `^` continues the cell above, `v:text` begins such a cell.
pub fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| {
        let (text, span) = text.split_once('|').map_or((*text, 1), |(t, n)| (t, n.parse::<u32>().unwrap()));
        let merge = if text == "^" {
            "<w:vMerge/>"
        } else if text.starts_with("v:") {
            r#"<w:vMerge w:val="restart"/>"#
        } else {
            ""
        };
        let text = text.trim_start_matches("v:").trim_start_matches('^');
        format!(r#"<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{}</w:tc>"#, p(text))
    };
    let row = |row: &&[&str]| format!("<w:tr>{}</w:tr>", row.iter().map(cell).collect::<String>());
    format!("<w:tbl>{}</w:tbl>", rows.iter().map(row).collect::<String>())
}

/// A `.xlsx` of one sheet; a value that begins with `=` is a formula nobody calculated, one with `#` a number.
pub fn xlsx(rows: &[&[&str]]) -> Vec<u8> {
    workbook(&[("S", "visible", rows)])
}

/// A `.xlsx` of sheets: name, `visible` or `hidden`, rows.
pub fn workbook(sheets: &[(&str, &str, &[&[&str]])]) -> Vec<u8> {
    const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;
    const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let of = |each: &dyn Fn(usize, &str, &str) -> String| -> String {
        let sheets = sheets.iter().enumerate();
        sheets.map(|(n, (name, state, _))| each(n + 1, name, state)).collect()
    };
    let relations = of(&|n, _, _| format!(r#"<Relationship Id="rId{n}" Type="{KIND}/worksheet" Target="worksheets/sheet{n}.xml"/>"#));
    let names = of(&|n, name, state| format!(r#"<sheet name="{name}" sheetId="{n}" state="{state}" r:id="rId{n}"/>"#));
    let package = format!(r#"{RELATIONS}<Relationship Id="rId1" Type="{KIND}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#);
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{KIND}"><sheets>{names}</sheets></workbook>"#
    );
    let mut parts = vec![
        entry(
            "[Content_Types].xml",
            br#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        entry("_rels/.rels", package.as_bytes()),
        entry("xl/workbook.xml", book.as_bytes()),
        entry(
            "xl/_rels/workbook.xml.rels",
            format!("{RELATIONS}{relations}</Relationships>").as_bytes(),
        ),
    ];
    for (n, (_, _, rows)) in sheets.iter().enumerate() {
        parts.push(entry(&format!("xl/worksheets/sheet{}.xml", n + 1), sheet(rows).as_bytes()));
    }
    zip(&parts)
}

fn sheet(rows: &[&[&str]]) -> String {
    let cell = |(row, col, text): (usize, usize, &str)| {
        let at = format!("{}{}", char::from(b'A' + col as u8), row + 1);
        if let Some(formula) = text.strip_prefix('=') {
            format!(r#"<c r="{at}"><f>{formula}</f><v></v></c>"#)
        } else if let Some(number) = text.strip_prefix('#') {
            format!(r#"<c r="{at}"><v>{number}</v></c>"#)
        } else {
            format!(r#"<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        }
    };
    let row = |(r, row): (usize, &&[&str])| {
        let cells: String = row
            .iter()
            .enumerate()
            .filter(|(_, t)| !t.is_empty())
            .map(|(c, t)| cell((r, c, t)))
            .collect();
        format!(r#"<row r="{}">{cells}</row>"#, r + 1)
    };
    let data: String = rows.iter().enumerate().map(row).collect();
    format!(r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}</sheetData></worksheet>"#)
}

/// The same document with one of its parts changed.
pub fn patched(bytes: &[u8], part: &str, change: impl Fn(String) -> String) -> Vec<u8> {
    let mut archive = ::zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut entries = Vec::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut file, &mut text).unwrap();
        let text = if name == part { change(text) } else { text };
        entries.push(entry(&name, text.as_bytes()));
    }
    zip(&entries)
}

/// An OLE file with one stream of this name, as far as anyone looks.
pub fn ole(stream: &str) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.resize(512, 0);
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.extend(name);
    bytes.resize(1536, 0);
    bytes
}

/// A `.pdf` of pages of lines, set in a font that is not embedded under one of the predefined maps of Chinese PDFs.
pub fn pdf(map: &str, pages: &[&[&str]]) -> Vec<u8> {
    let bytes_of = |line: &str| -> Vec<u8> {
        if map.starts_with("GBK") || map.starts_with("GB-") {
            gbk(line)
        } else {
            line.encode_utf16().flat_map(u16::to_be_bytes).collect()
        }
    };
    let hex = |line: &str| bytes_of(line).iter().map(|b| format!("{b:02X}")).collect::<String>();
    let page = |lines: &&[&str]| {
        let shown: String = lines.iter().map(|l| format!("<{}>Tj 0 -24 Td\n", hex(l))).collect();
        format!("BT /F1 14 Tf 60 780 Td\n{shown}ET")
    };
    drawn(map, &pages.iter().map(page).collect::<Vec<_>>())
}

/// A `.pdf` of pages drawn by these operators; `/F1` is a font that is not embedded, under one of the predefined maps, `/Paper`
/// a picture, `/Mark` one that shines through, `/Layer` a form that draws 识别出的文字 unseen.
pub fn drawn(map: &str, pages: &[String]) -> Vec<u8> {
    let mut objects = vec!["<</Type/Catalog/Pages 2 0 R>>".to_owned()];
    let kids: String = (0..pages.len()).map(|n| format!("{} 0 R ", 9 + 2 * n)).collect();
    objects.push(format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len()));
    objects.push(format!(
        "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/{map}/DescendantFonts[4 0 R]>>"
    ));
    objects.push("<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000/FontDescriptor 5 0 R>>".to_owned());
    objects.push("<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>".to_owned());
    let picture = "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray/Length 1";
    objects.push(format!("<<{picture}>>stream\nw\nendstream"));
    objects.push(format!("<<{picture}/SMask 6 0 R>>stream\nw\nendstream"));
    let unseen = "BT 3 Tr /F1 12 Tf 1 0 0 1 60 500 Tm <8BC6522B51FA768465875B57> Tj ET";
    objects.push(format!(
        "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Length {}>>stream\n{unseen}\nendstream",
        unseen.len()
    ));
    for content in pages {
        let at = objects.len() + 1;
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>/XObject<</Paper 6 0 R/Mark 7 0 R/Layer 8 0 R>>>>/Contents {} 0 R>>",
            at + 1
        ));
        objects.push(format!("<</Length {}>>stream\n{content}\nendstream", content.len()));
    }
    let mut out = b"%PDF-1.5\n".to_vec();
    let mut offsets = Vec::new();
    for (n, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n{object}\nendobj\n", n + 1).bytes());
    }
    let start = out.len();
    out.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        out.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    out.extend(format!("trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1).bytes());
    out
}

/// Draws lines of 12 points from a place down.
pub fn words(x: f32, y: f32, lines: &[&str]) -> String {
    let hex = |line: &str| line.encode_utf16().map(|unit| format!("{unit:04X}")).collect::<String>();
    let one = |(down, line): (u8, &&str)| format!("BT /F1 12 Tf 1 0 0 1 {x} {} Tm <{}> Tj ET\n", y - 15.0 * f32::from(down), hex(line));
    (0_u8..).zip(lines).map(one).collect()
}
