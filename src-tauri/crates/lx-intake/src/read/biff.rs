//! What a `.xls` says beside its values: rows and columns that nobody sees, and how its cells are shown.

use std::{collections::BTreeMap, io::Read};

use super::{
    formats::{Shown, builtin_shows_otherwise, shows_otherwise},
    hidden::Hidden,
};

/// Bytes of a workbook that are searched.
const MOST: u64 = 64 << 20;
/// Cells of a workbook whose style is kept.
const MOST_STYLED: usize = 200_000;

/// Numbers of the records that matter, from [MS-XLS] 2.3.
mod record {
    pub(super) const COLUMNS: u16 = 0x007D;
    pub(super) const SHEET: u16 = 0x0085;
    pub(super) const STYLE: u16 = 0x00E0;
    pub(super) const FONT: u16 = 0x0031;
    pub(super) const FORMAT: u16 = 0x041E;
    pub(super) const ROW: u16 = 0x0208;
    pub(super) const BEGIN: u16 = 0x0809;
    pub(super) const SEVERAL: u16 = 0x00BD;
    /// Formula, text of the shared table, number, text, packed number.
    pub(super) const CELLS: [u16; 5] = [0x0006, 0x00FD, 0x0203, 0x0204, 0x027E];
}

/// What is known of one sheet.
#[derive(Debug, Default, Clone)]
pub(super) struct Looks {
    pub(super) hidden: Hidden,
    pub(super) shown: BTreeMap<(u32, u32), Shown>,
}

/// What is known of the sheets, in their order in the book.
pub(super) fn of_xls(bytes: &[u8]) -> Vec<Looks> {
    workbook(bytes).map(|stream| looks(&stream)).unwrap_or_default()
}

fn workbook(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(std::io::Cursor::new(bytes)).ok()?;
    let mut stream = Vec::new();
    let workbook = file.open_stream("/Workbook").ok()?;
    workbook.take(MOST).read_to_end(&mut stream).ok()?;
    Some(stream)
}

fn looks(stream: &[u8]) -> Vec<Looks> {
    let mut styles = Styles::default();
    // Where each sheet begins, in the order of the book.
    let mut begins: Vec<usize> = Vec::new();
    let mut found: Vec<Looks> = Vec::new();
    let mut current: Option<usize> = None;
    let mut room = MOST_STYLED;
    let mut at = 0;
    while let (Some(kind), Some(length)) = (short(stream, at), short(stream, at + 2)) {
        let body = stream.get(at + 4..at + 4 + usize::from(length)).unwrap_or_default();
        match kind {
            record::SHEET => {
                begins.extend(long(body, 0));
                found.push(Looks::default());
            }
            record::BEGIN => current = begins.iter().position(|begin| *begin == at).or(current),
            record::FONT | record::FORMAT | record::STYLE => styles.learn(kind, body),
            _ => {
                if let Some(sheet) = current.and_then(|n| found.get_mut(n)) {
                    sheet.learn(kind, body, &styles, &mut room);
                }
            }
        }
        at += 4 + usize::from(length);
    }
    found
}

impl Looks {
    fn learn(&mut self, kind: u16, body: &[u8], styles: &Styles, room: &mut usize) {
        let number = |at: usize| short(body, at);
        match kind {
            record::ROW => {
                let unseen = body.get(12).is_some_and(|flags| flags & 0x20 != 0);
                if let Some(row) = number(0).filter(|_| unseen) {
                    self.hidden.row(u32::from(row));
                }
            }
            record::COLUMNS => {
                let unseen = number(8).is_some_and(|flags| flags & 1 != 0);
                if let (true, Some(first), Some(last)) = (unseen, number(0), number(2)) {
                    self.hidden.columns(u32::from(first), u32::from(last));
                }
            }
            record::SEVERAL => {
                let count = body.len().saturating_sub(6) / 6;
                for n in 0..count {
                    let col = number(2).zip(u16::try_from(n).ok()).and_then(|(first, n)| first.checked_add(n));
                    self.styled(number(0), col, number(4 + 6 * n), styles, room);
                }
            }
            kind if record::CELLS.contains(&kind) => self.styled(number(0), number(2), number(4), styles, room),
            _ => {}
        }
    }

    fn styled(&mut self, row: Option<u16>, col: Option<u16>, style: Option<u16>, styles: &Styles, room: &mut usize) {
        let (Some(row), Some(col), Some(style)) = (row, col, style) else {
            return;
        };
        let shown = styles.of(style);
        if shown != Shown::default() && *room > 0 {
            *room -= 1;
            self.shown.insert((u32::from(row), u32::from(col)), shown);
        }
    }
}

/// Fonts, formats and styles of a book.
#[derive(Default)]
struct Styles {
    struck: Vec<bool>,
    formats: BTreeMap<u16, bool>,
    styles: Vec<(u16, u16)>,
}

impl Styles {
    fn learn(&mut self, kind: u16, body: &[u8]) {
        match kind {
            record::FONT => self.struck.push(short(body, 2).is_some_and(|flags| flags & 0x0008 != 0)),
            record::FORMAT => {
                let code = text(body.get(2..).unwrap_or_default());
                if let (Some(id), Some(code)) = (short(body, 0), code) {
                    self.formats.insert(id, shows_otherwise(&code));
                }
            }
            _ => self.styles.extend(short(body, 0).zip(short(body, 2))),
        }
    }

    fn of(&self, style: u16) -> Shown {
        let Some((font, format)) = self.styles.get(usize::from(style)) else {
            return Shown::default();
        };
        // No font has the number 4.
        let font = usize::from(if *font > 4 { font - 1 } else { *font });
        Shown {
            struck: self.struck.get(font).copied().unwrap_or_default(),
            otherwise: self
                .formats
                .get(format)
                .copied()
                .unwrap_or_else(|| builtin_shows_otherwise(*format)),
        }
    }
}

/// A text with its length in characters and a byte that says how wide they are before it.
fn text(body: &[u8]) -> Option<String> {
    let length = usize::from(short(body, 0)?);
    let wide = body.get(2)? & 1 != 0;
    let units: Vec<u16> = if wide {
        (0..length).map_while(|n| short(body, 3 + 2 * n)).collect()
    } else {
        body.iter().skip(3).take(length).map(|b| u16::from(*b)).collect()
    };
    Some(String::from_utf16_lossy(&units))
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    let pair = bytes.get(at..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*pair))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*four)).ok()
}

#[cfg(test)]
mod tests {
    use super::{Shown, looks, record};

    fn put(stream: &mut Vec<u8>, kind: u16, body: &[u8]) {
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(body.len()).unwrap().to_le_bytes());
        stream.extend(body);
    }

    #[test]
    fn rows_folded_away_struck_fonts_and_formats_of_a_sheet_are_known() {
        let mut book = Vec::new();
        put(&mut book, record::FONT, &[0; 14]);
        put(&mut book, record::FONT, &[0, 0, 8, 0]);
        let code = b"000-00000000";
        put(&mut book, record::FORMAT, &[&[164, 0, 12, 0, 0][..], code].concat());
        for style in [[0, 0, 0, 0], [1, 0, 0, 0], [0, 0, 164, 0]] {
            put(&mut book, record::STYLE, &style);
        }
        let begin = u32::try_from(book.len() + 4 + 8).unwrap();
        put(&mut book, record::SHEET, &[&begin.to_le_bytes()[..], &[0, 0, 0, 0]].concat());
        put(&mut book, record::BEGIN, &[0; 16]);
        let mut row = [0_u8; 16];
        (row[0], row[12]) = (3, 0x20);
        put(&mut book, record::ROW, &row);
        put(&mut book, record::COLUMNS, &[5, 0, 6, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
        for (col, style) in [(0, 0), (1, 1), (2, 2)] {
            put(&mut book, 0x0203, &[[1, 0, col, 0, style, 0].as_slice(), &[0; 8]].concat());
        }
        let sheets = looks(&book);
        let sheet = sheets.first().expect("one sheet");
        assert!(sheet.hidden.covers(3, 0) && sheet.hidden.covers(0, 6) && !sheet.hidden.covers(2, 4));
        let shown: Vec<_> = sheet
            .shown
            .iter()
            .map(|(at, Shown { struck, otherwise })| (*at, *struck, *otherwise))
            .collect();
        assert_eq!(shown, [((1, 1), true, false), ((1, 2), false, true)]);
    }

    proptest::proptest! {
        #[test]
        fn records_never_panic(bytes: Vec<u8>) {
            let _ = looks(&bytes);
        }
    }
}
