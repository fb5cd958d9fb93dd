//! Text as a sheet: commas, semicolons or tabs between cells, quotes around what has them inside.

use lx_domain::DocumentKind;

use crate::{
    grid::{Cell, Grid, GridPlace},
    read::{Content, Piece, plain::decode},
};

/// Cells that are read.
const MOST_CELLS: usize = 200_000;

/// One sheet without a name.
pub(super) fn read(bytes: &[u8]) -> Content {
    let text = decode(bytes);
    let between = separator(&text);
    let mut cells = Vec::new();
    for (row, line) in (0_u32..).zip(lines(&text, between)) {
        for (col, text) in (0_u32..).zip(line) {
            if !text.is_empty() {
                cells.push(Cell {
                    row,
                    col,
                    rows: 1,
                    cols: 1,
                    text,
                    uncalculated: false,
                });
            }
        }
        if cells.len() > MOST_CELLS {
            break;
        }
    }
    let mut content = Content::of(DocumentKind::Text);
    content.pieces.push(Piece::Grid(Grid::new(GridPlace::Sheet(String::new()), cells)));
    content
}

/// Whichever stands most often in the first lines, outside of quotes.
fn separator(text: &str) -> char {
    let mut counts = [('\t', 0_usize), (',', 0), (';', 0), ('，', 0)];
    let mut quoted = false;
    for c in text.chars().take(20_000) {
        quoted ^= c == '"';
        for (mark, count) in &mut counts {
            *count += usize::from(!quoted && *mark == c);
        }
    }
    counts.iter().max_by_key(|(_, n)| *n).map_or(',', |(mark, _)| *mark)
}

fn lines(text: &str, between: char) -> impl Iterator<Item = Vec<String>> {
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || {
        chars.peek()?;
        let mut line = Vec::new();
        let mut cell = String::new();
        let mut quoted = false;
        while let Some(c) = chars.next() {
            match c {
                '"' if quoted && chars.peek() == Some(&'"') => {
                    chars.next();
                    cell.push('"');
                }
                '"' if quoted => quoted = false,
                '"' if cell.trim().is_empty() => quoted = true,
                '\n' if !quoted => break,
                c if c == between && !quoted => line.push(std::mem::take(&mut cell).trim().to_owned()),
                c => cell.push(c),
            }
        }
        line.push(cell.trim().to_owned());
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::{lines, separator};

    fn all(text: &str) -> Vec<Vec<String>> {
        lines(text, separator(text)).collect()
    }

    #[test]
    fn quotes_keep_separators_and_lines_together() {
        assert_eq!(all("a,b\r\n\"甲,乙\",\"一\"\"二\n三\"\n"), [["a", "b"], ["甲,乙", "一\"二\n三"]]);
        assert_eq!(all("a\tb,c\td"), [["a", "b,c", "d"]]);
        assert_eq!(all("\"never closed,b\nc"), [["never closed,b\nc"]]);
        assert_eq!(all(""), Vec::<Vec<String>>::new());
    }

    proptest::proptest! {
        #[test]
        fn text_never_panics(text: String) {
            let _ = all(&text);
        }
    }
}
