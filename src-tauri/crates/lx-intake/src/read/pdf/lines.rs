//! Characters at places become lines, and the lines of a cell become what its writer wrote: a line that only ended because the
//! cell was full goes on in the next.

/// What stands between two characters where nothing is written, in heights of a character.
const GAP: f32 = 0.3;
const WIDE_GAP: f32 = 0.9;
const COLUMN_GAP: f32 = 1.8;
/// How far the feet of one line's characters may differ, in heights of a character.
const UNEVEN: f32 = 0.4;
/// Lines whose feet are closer than this are written over each other, in heights of a character.
const CROWDED: f32 = 0.7;
/// A line that leaves no more than this beyond what the next begins with may have been full, in heights of a character.
const SLACK: f32 = 2.0;
/// The width of a letter, in heights of it.
const LETTER: f32 = 0.7;
/// Both at the same place, in points.
const SAME: f32 = 1.5;

/// A character on the page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Glyph {
    pub(super) char: char,
    pub(super) left: f32,
    pub(super) right: f32,
    /// The foot of its line.
    pub(super) foot: f32,
    /// Its height.
    pub(super) size: f32,
}

/// A line as it stands on the page; it has at least one character.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) foot: f32,
    size: f32,
    pub(super) text: String,
    /// Width of what can't be parted from its beginning, and of the Latin letters that it ends with.
    head: f32,
    tail: f32,
}

/// The lines of characters from the top; `None` for what stands one upon another, where nobody knows what is meant.
pub(super) fn lines(glyphs: &[Glyph]) -> Option<Vec<Line>> {
    let lines = rows(glyphs.to_vec()).into_iter().map(line).collect::<Option<Vec<Line>>>()?;
    let crowded = |pair: &[Line]| match pair {
        [above, below] => {
            let beside = below.left >= above.right || above.left >= below.right;
            !beside && above.foot - below.foot < CROWDED * above.size.min(below.size)
        }
        _ => false,
    };
    (!lines.windows(2).any(crowded)).then_some(lines)
}

/// The lines of characters that may stand anywhere, and where their feet are.
pub(super) fn loose_lines(glyphs: Vec<Glyph>) -> Vec<(f32, String)> {
    let rows = rows(glyphs).into_iter();
    rows.filter_map(|row| Some((row.first()?.foot, said(&row)))).collect()
}

/// Characters row by row, from the left.
pub(super) fn in_rows(glyphs: Vec<Glyph>) -> impl Iterator<Item = Glyph> {
    rows(glyphs).into_iter().flatten()
}

/// Rows from the top, each from the left. Bold type, which is often drawn twice, is taken once.
pub(super) fn rows(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    let mut rows: Vec<Vec<Glyph>> = Vec::new();
    glyphs.sort_by(|a, b| b.foot.total_cmp(&a.foot));
    for glyph in glyphs {
        match rows.last_mut() {
            Some(row) if row.first().is_some_and(|f| f.foot - glyph.foot <= UNEVEN * f.size.max(glyph.size)) => row.push(glyph),
            _ => rows.push(vec![glyph]),
        }
    }
    for row in &mut rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        row.dedup_by(|b, a| a.char == b.char && (a.left - b.left).abs() <= GAP * a.size.min(a.right - a.left));
    }
    rows
}

/// The line of a row; absent where its characters stand one upon another.
fn line(row: Vec<Glyph>) -> Option<Line> {
    let upon = |pair: &[Glyph]| match pair {
        [a, b] => b.left < f32::midpoint(a.left, a.right),
        _ => false,
    };
    if row.windows(2).any(upon) {
        return None;
    }
    let (first, last) = (row.first()?, row.last()?);
    let begins = |n: usize| row.get(n).map_or(first.right, |g| g.right) - first.left;
    let latin = row.iter().take_while(|g| g.char.is_ascii_graphic()).count();
    let head = if latin > 0 {
        begins(latin - 1)
    } else {
        let opening = usize::from("（《“‘【〔".contains(first.char));
        let closing = row
            .iter()
            .skip(opening + 1)
            .take_while(|g| "，。、；：！？）》”’】〕·…".contains(g.char))
            .count();
        begins(opening + closing)
    };
    let tail = row
        .iter()
        .rev()
        .take_while(|g| g.char.is_ascii_graphic())
        .last()
        .map_or(0.0, |g| last.right - g.left);
    Some(Line {
        left: first.left,
        right: row.iter().map(|g| g.right).fold(last.right, f32::max),
        foot: first.foot,
        size: row.iter().map(|g| g.size).fold(0.0, f32::max),
        text: said(&row),
        head,
        tail,
    })
}

/// What characters in a row say; gaps are white space.
pub(super) fn said(row: &[Glyph]) -> String {
    let mut text = String::new();
    let mut end: Option<&Glyph> = None;
    for glyph in row {
        if let Some(before) = end {
            let gap = (glyph.left - before.right) / glyph.size.max(before.size).max(1.0);
            let latin = before.char.is_ascii_graphic() && glyph.char.is_ascii_graphic();
            if gap >= COLUMN_GAP {
                text.push_str("  ");
            } else if gap >= WIDE_GAP || (latin && gap >= GAP) {
                text.push(' ');
            }
        }
        text.push(glyph.char);
        end = Some(glyph);
    }
    text
}

/// The text of a cell, and how its lines fill it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    pub(super) text: String,
    /// What its first line would need at the end of another, and what its last line leaves, in points.
    pub(super) needs: f32,
    pub(super) leaves: f32,
    /// Whether a line may have ended for want of room or because its writer ended it.
    pub(super) doubtful: bool,
}

/// How names of institutions end, and how they go on behind such an ending.
const ENDS: [&str; 8] = ["公司", "银行", "协会", "大学", "研究院", "事务所", "交易所", "中心"];
const GOES_ON: [&str; 6] = ["股份", "有限", "责任", "集团", "（", "("];

/// Whether a full line ends one name and `next` begins another, which ends with the cell.
fn parts_names(line: &Line, next: &Line, last: &Line) -> bool {
    let ends = |line: &Line| ENDS.iter().any(|end| line.text.ends_with(end));
    ends(line) && ends(last) && !GOES_ON.iter().any(|start| next.text.starts_with(start))
}

/// What the lines of a cell between `left` and `right` say, where every cell keeps `margin` free at both sides.
pub(super) fn cell(lines: &[Line], left: f32, right: f32, margin: f32) -> Said {
    let (from, to) = (left + margin, right - margin);
    let at_left = |line: &Line| line.left - from <= SAME;
    // Of a line in the middle of its cell both sides are free.
    let leaves = |line: &Line, next: Option<&Line>| {
        if at_left(line) || next.is_some_and(at_left) {
            to - line.right
        } else {
            (to - from) - (line.right - line.left)
        }
    };
    let mut text = String::new();
    let mut doubtful = false;
    for pair in lines.windows(2) {
        let ([line, next], Some(last)) = (pair, lines.last()) else {
            continue;
        };
        text.push_str(&line.text);
        let free = leaves(line, Some(next)) - next.head;
        let names = parts_names(line, next, last);
        doubtful |= (0.0..SLACK * line.size).contains(&free) || (free < 0.0 && names);
        if free >= 0.0 || names {
            text.push('\n');
        } else if line.tail > 0.0 && next.text.starts_with(|c: char| c.is_ascii_graphic()) {
            // A word longer than the cell is broken where the line is full, and others may be broken behind their signs.
            let full = free + next.head < LETTER * line.size;
            let broken = (full && line.tail + next.head > to - from) || line.text.ends_with(['-', '/', '_', '@', '.']);
            text.push_str(if broken { "" } else { " " });
        }
    }
    text.extend(lines.last().map(|l| l.text.as_str()));
    Said {
        text,
        needs: lines.first().map_or(0.0, |l| l.head),
        leaves: lines.last().map_or(0.0, |l| leaves(l, None)),
        doubtful,
    }
}

#[cfg(test)]
mod tests {
    use super::{Glyph, cell, lines};

    /// Characters 10 high from a place on, Latin ones half as wide.
    fn set(text: &str, left: f32, foot: f32) -> Vec<Glyph> {
        let mut at = left;
        let one = |char: char| {
            let wide = if char.is_ascii() { 5.0 } else { 10.0 };
            at += wide;
            Glyph {
                char,
                left: at - wide,
                right: at,
                foot,
                size: 10.0,
            }
        };
        text.chars().map(one).collect()
    }

    /// The text of lines in a cell 60 wide with a margin of 5.
    fn said(all: &[(&str, f32)]) -> String {
        let rows = (0_u8..)
            .zip(all)
            .flat_map(|(row, (text, left))| set(text, *left, 100.0 - 12.0 * f32::from(row)));
        cell(&lines(&rows.collect::<Vec<_>>()).unwrap(), 0.0, 60.0, 5.0).text
    }

    #[test]
    fn a_full_line_goes_on_and_a_short_one_ends() {
        assert_eq!(said(&[("甲示例证券", 5.0), ("公司", 5.0)]), "甲示例证券公司");
        assert_eq!(said(&[("乙公司", 5.0), ("丙公司", 5.0)]), "乙公司\n丙公司");
        assert_eq!(
            said(&[("甲示例证", 5.0), ("券，公司", 5.0)]),
            "甲示例证券，公司",
            "no line begins with a comma"
        );
        assert_eq!(said(&[("项目", 20.0), ("名称", 20.0)]), "项目\n名称", "in the middle");
        assert_eq!(said(&[("甲示例证券", 5.0), ("公司", 20.0)]), "甲示例证券公司", "in the middle");
    }

    #[test]
    fn where_a_name_or_a_line_may_end_is_doubtful() {
        let doubt = |texts: [&str; 2], right: f32| {
            let rows = [set(texts[0], 5.0, 100.0), set(texts[1], 5.0, 88.0)].concat();
            let said = cell(&lines(&rows).unwrap(), 0.0, right, 5.0);
            (said.text.lines().count(), said.doubtful)
        };
        assert_eq!(
            doubt(["乙示例公司", "丙示例公司"], 60.0),
            (2, true),
            "two names, or one over two lines"
        );
        assert_eq!(doubt(["乙示例公司", "有限公司"], 60.0), (1, false));
        assert_eq!(doubt(["甲示例证券", "有限公司"], 60.0), (1, false));
        assert_eq!(doubt(["甲示例证券", "有限公司"], 75.0), (2, true), "room for one more");
        assert_eq!(doubt(["甲示例证券", "有限公司"], 100.0), (2, false));
    }

    #[test]
    fn words_are_parted_and_broken_ones_joined() {
        assert_eq!(said(&[("block", 5.0), ("chains", 5.0)]), "block chains");
        assert_eq!(said(&[("91440101NH", 5.0), ("QT1UAP", 5.0)]), "91440101NHQT1UAP");
        assert_eq!(said(&[("020-", 5.0), ("87654321", 5.0)]), "020-87654321");
    }

    #[test]
    fn gaps_are_white_space_and_bold_type_is_read_once() {
        let mut row = set("项", 0.0, 0.0);
        row.extend(set("目", 22.0, 0.0));
        row.extend(set("AB", 60.0, 0.0));
        row.extend(set("项", 0.4, 0.0));
        assert_eq!(lines(&row).unwrap()[0].text, "项 目  AB");
    }

    #[test]
    fn what_is_written_over_something_else_is_not_read() {
        let mut upon = set("甲示例证券", 0.0, 100.0);
        upon.extend(set("样本", 4.0, 100.0));
        assert_eq!(lines(&upon), None);
        let mut crowded = set("甲示例证券", 0.0, 100.0);
        crowded.extend(set("样本", 4.0, 94.5));
        assert_eq!(lines(&crowded), None);
    }
}
