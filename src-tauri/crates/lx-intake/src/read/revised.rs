//! What the characters of a `.doc` are marked as beside their text ([MS-DOC] 2.6.1): deleted or inserted while changes were
//! tracked, or hidden. Their words stand among the others, so that of such a document nobody knows which are said.

use std::io::{Cursor, Read as _};

/// Marks of characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Deleted or inserted while changes were tracked (`sprmCFRMarkDel`, `sprmCFRMarkIns`).
    pub(super) tracked: bool,
    /// Hidden (`sprmCFVanish`).
    pub(super) hidden: bool,
}

/// Bytes of a stream that are looked at.
const MOST: u64 = 64 << 20;
/// Where the base of the file says which stream has its tables, and the bit that says it.
const FLAGS: usize = 0x0A;
const FIRST_TABLE: u16 = 0x0200;
/// Where it says where the pages of character properties are listed (`fcPlcfBteChpx`, `lcbPlcfBteChpx`).
const PAGES_AT: usize = 0xFA;
/// Bytes of such a page.
const PAGE: usize = 512;
/// The number of a page is in these bits.
const NUMBER: u32 = 0x3F_FFFF;
const DELETED: u16 = 0x0800;
const INSERTED: u16 = 0x0801;
const VANISHED: u16 = 0x083C;

/// The marks of a document; none where its tables cannot be found.
pub(super) fn marks(bytes: &[u8]) -> Marks {
    look(bytes).unwrap_or_default()
}

fn look(bytes: &[u8]) -> Option<Marks> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let mut stream = |name: &str| {
        let mut read = Vec::new();
        file.open_stream(name).ok()?.take(MOST).read_to_end(&mut read).ok()?;
        Some(read)
    };
    let document = stream("WordDocument")?;
    let table = stream(if u16_at(&document, FLAGS)? & FIRST_TABLE == 0 {
        "0Table"
    } else {
        "1Table"
    })?;
    let from = usize::try_from(u32_at(&document, PAGES_AT)?).ok()?;
    let length = usize::try_from(u32_at(&document, PAGES_AT + 4)?).ok()?;
    let list = table.get(from..from.checked_add(length)?)?;
    // Positions, one more than pages, then the pages.
    let pages = length.checked_sub(4)? / 8;
    let numbers = list.get(pages.checked_add(1)?.checked_mul(4)?..)?.chunks_exact(4);
    let mut marks = Marks::default();
    for number in numbers.filter_map(|four| u32_at(four, 0)) {
        let at = usize::try_from(number & NUMBER).ok()?.checked_mul(PAGE)?;
        if let Some(page) = document.get(at..at.checked_add(PAGE)?) {
            in_page(page, &mut marks);
        }
    }
    Some(marks)
}

/// One page: positions, one more than runs, then where in the page the properties of each run are, in words.
fn in_page(page: &[u8], marks: &mut Marks) {
    let runs = page.last().map_or(0, |runs| usize::from(*runs));
    let offsets = page.get((runs + 1) * 4..).unwrap_or_default().iter().take(runs);
    for offset in offsets.filter(|offset| **offset != 0) {
        let at = usize::from(*offset) * 2;
        let length = page.get(at).map_or(0, |length| usize::from(*length));
        in_run(page.get(at + 1..at + 1 + length).unwrap_or_default(), marks);
    }
}

/// The properties of a run: each with as many bytes as its kind says.
fn in_run(mut properties: &[u8], marks: &mut Marks) {
    while let Some(property) = u16_at(properties, 0) {
        let value = properties.get(2).copied().unwrap_or_default();
        let on = value & 1 == 1;
        marks.tracked |= on && matches!(property, DELETED | INSERTED);
        marks.hidden |= on && property == VANISHED;
        let size = match property >> 13 {
            0 | 1 => 1,
            3 => 4,
            6 => usize::from(value) + 1,
            7 => 3,
            _ => 2,
        };
        properties = properties.get(2 + size..).unwrap_or_default();
    }
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Write as _};

    use super::{Marks, marks};

    /// A document of one run with these properties; its tables are in the second stream.
    fn document(properties: &[u8]) -> Vec<u8> {
        let mut main = vec![0; 1024];
        main[0x0B] = 0x02;
        main[0xFA..0xFE].copy_from_slice(&8_u32.to_le_bytes());
        main[0xFE..0x102].copy_from_slice(&12_u32.to_le_bytes());
        let page = &mut main[512..1024];
        page[511] = 1;
        page[8] = 100;
        page[200] = u8::try_from(properties.len()).unwrap();
        page[201..201 + properties.len()].copy_from_slice(properties);
        let mut table = vec![0; 8];
        table.extend([0, 0, 0, 0, 9, 0, 0, 0]);
        table.extend(1_u32.to_le_bytes());
        let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        file.create_stream("WordDocument").unwrap().write_all(&main).unwrap();
        file.create_stream("1Table").unwrap().write_all(&table).unwrap();
        file.into_inner().into_inner()
    }

    #[test]
    fn deleted_inserted_and_hidden_characters_are_marked() {
        let of = |properties: &[u8]| {
            let Marks { tracked, hidden } = marks(&document(properties));
            (tracked, hidden)
        };
        let bold = [0x35, 0x08, 1];
        let size = [0x43, 0x4A, 24, 0];
        let of_any_length = [0x3E, 0xC6, 3, 1, 2, 3];
        assert_eq!(of(&[&bold[..], &size].concat()), (false, false));
        assert_eq!(of(&[&bold[..], &size, &of_any_length, &[0x00, 0x08, 1]].concat()), (true, false));
        assert_eq!(of(&[0x01, 0x08, 1]), (true, false));
        assert_eq!(of(&[0x00, 0x08, 0, 0x3C, 0x08, 1]), (false, true));
        assert_eq!(of(&[0x00]), (false, false), "cut off");
        assert_eq!(marks(b"no document"), Marks::default());
    }
}
