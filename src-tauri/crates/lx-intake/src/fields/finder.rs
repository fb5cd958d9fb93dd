//! One finder of labels for every grid and paragraph.

use lx_domain::{FieldId, Source};

use super::{
    Hit,
    applicants::list_rows,
    labels::{Label, label},
};
use crate::{
    grid::{Cell, Grid},
    paper::Paper,
    read::Piece,
};

/// A value longer than this is a paragraph that happens to follow a label.
const LONGEST: usize = 400;

/// Of a line longer than this the beginning is searched: forms have no such lines.
const LONGEST_LINE: usize = 2_000;

/// Colons of a line that may end a label.
const MOST_COLONS: usize = 40;

/// Every field that any paper states.
pub(crate) fn hits(papers: &[Paper<'_>]) -> Vec<Hit> {
    let mut found = Vec::new();
    for paper in papers {
        for piece in paper.pieces {
            match piece {
                Piece::Grid(grid) => found.extend(in_grid(grid, paper.path)),
                Piece::Paragraph(p) => {
                    for line in p.text.lines() {
                        for (at, value) in in_line(line) {
                            if let Label::Field(id, sure) = at {
                                found.extend(hit(id, &value, sure, paper.path, &p.place));
                            }
                        }
                    }
                }
            }
        }
    }
    found
}

/// Fields that nothing but the columns of a line states; only for fields without any other candidate.
pub(crate) fn fallbacks(papers: &[Paper<'_>]) -> Vec<Hit> {
    let mut found = Vec::new();
    for paper in papers {
        for piece in paper.pieces {
            let Piece::Paragraph(p) = piece else { continue };
            for (id, value) in p.text.lines().flat_map(in_columns) {
                found.extend(hit(id, value, false, paper.path, &p.place));
            }
        }
    }
    found
}

fn in_grid(grid: &Grid, path: &str) -> Vec<Hit> {
    let list = list_rows(grid);
    let mut found = Vec::new();
    for cell in grid.cells() {
        if list.as_ref().is_some_and(|rows| rows.contains(&cell.row)) {
            continue;
        }
        match label(&cell.text) {
            Some(Label::Field(id, certain)) => {
                if let Some((value, beside)) = value_of(grid, cell) {
                    let place = grid.place(value.row, value.col);
                    found.extend(hit(id, &value.text, certain && beside, path, &place));
                }
            }
            Some(Label::Column(_) | Label::Other) => {}
            None => {
                for (at, value) in cell.text.lines().flat_map(in_line) {
                    if let Label::Field(id, sure) = at {
                        found.extend(hit(id, &value, sure, path, &grid.place(cell.row, cell.col)));
                    }
                }
            }
        }
    }
    found
}

/// The value of a label: right of it, else below it; never another label. `true` where it stands where it should.
pub(crate) fn value_of<'g>(grid: &'g Grid, cell: &Cell) -> Option<(&'g Cell, bool)> {
    let right = grid.right_of(cell);
    if right.is_some_and(|r| r.uncalculated) {
        return None;
    }
    if let Some(right) = right
        && !right.text.trim().is_empty()
        && label(&right.text).is_none()
    {
        return Some((right, true));
    }
    // Above its value only where no value could stand beside it: at the right end, or before another label.
    let heads = right.is_none_or(|r| label(&r.text).is_some());
    let below = grid
        .below(cell)
        .filter(|b| !b.text.trim().is_empty() && !b.uncalculated && label(&b.text).is_none())?;
    let column_of_labels = grid
        .at(cell.row, cell.col.wrapping_sub(1))
        .is_some_and(|left| label(&left.text).is_some());
    heads.then_some((below, column_of_labels || right.is_some()))
}

/// `label：value` pairs of one line; several where further labels follow behind white space or a semicolon.
pub(crate) fn in_line(line: &str) -> Vec<(Label, String)> {
    let line = line
        .char_indices()
        .nth(LONGEST_LINE)
        .and_then(|(at, _)| line.get(..at))
        .unwrap_or(line);
    let mut marks: Vec<(usize, usize, Label)> = Vec::new();
    for (colon, mark) in line.char_indices().filter(|(_, c)| matches!(c, '：' | ':')).take(MOST_COLONS) {
        let before = line.get(..colon).unwrap_or_default();
        let start = before
            .char_indices()
            .rev()
            .take(24)
            .filter(|(at, _)| {
                *at == 0
                    || before.get(..*at).is_some_and(|b| {
                        b.ends_with(|c: char| c.is_whitespace() || matches!(c, '；' | ';' | '，' | ',' | '。' | '|' | '：' | ':'))
                    })
            })
            .filter_map(|(at, _)| before.get(at..).and_then(|text| label(text).map(|l| (at, l))))
            .last();
        if let Some((at, found)) = start {
            marks.push((at, colon + mark.len_utf8(), found));
        }
    }
    let mut pairs = Vec::new();
    for (index, (_, from, found)) in marks.iter().enumerate() {
        let until = marks.get(index + 1).map_or(line.len(), |(at, _, _)| *at);
        let value = line.get(*from..until).unwrap_or_default();
        pairs.push((*found, clean(value)));
    }
    pairs
}

/// Labels and values of a form whose lines are all that is left of it, as in a PDF: two spaces part its columns. Never
/// certain, since a value may have been broken over lines.
fn in_columns(line: &str) -> Vec<(FieldId, &str)> {
    if line.len() > LONGEST_LINE || line.contains(['：', ':']) {
        return Vec::new();
    }
    let parts: Vec<&str> = line
        .split("  ")
        .flat_map(|p| p.split(['\t', '　', '|']))
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    let pairs = parts.windows(2).filter_map(|pair| match pair {
        [name, value] => match (label(name), label(value)) {
            (Some(Label::Field(id, true)), None) => Some((id, *value)),
            _ => None,
        },
        _ => None,
    });
    pairs.collect()
}

/// Without blanks to fill in and what closes a clause.
pub(crate) fn clean(value: &str) -> String {
    let value: String = value
        .chars()
        .filter(|c| !matches!(c, '_' | '＿' | '\u{200B}' | '\u{FEFF}'))
        .collect();
    value
        .trim()
        .trim_end_matches(['；', ';', '，', ',', '。', '|', '、'])
        .trim()
        .to_owned()
}

fn hit(id: FieldId, value: &str, sure: bool, path: &str, place: &str) -> Option<Hit> {
    let value = clean(value);
    if value.is_empty() || value.chars().count() > LONGEST {
        return None;
    }
    let blank = matches!(value.as_str(), "/" | "-" | "—" | "——" | "待定" | "待填" | "无");
    if blank && id != FieldId::Joint {
        return None;
    }
    let sure = sure && plausible(id, &value);
    Some(Hit {
        id,
        value,
        source: Source {
            document: path.to_owned(),
            place: place.to_owned(),
        },
        sure,
    })
}

/// Whether a value can be one of its field.
fn plausible(id: FieldId, value: &str) -> bool {
    let length = value.chars().count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    match id {
        FieldId::Number => value.parse::<lx_domain::ApplicationNumber>().is_ok() && digits >= 3,
        FieldId::Title => (4..=80).contains(&length) && !value.contains('\n'),
        FieldId::Track => value.contains("试点") || value.contains("辅导") || value.contains("代收"),
        FieldId::Lead => (4..=60).contains(&length),
        FieldId::Owner | FieldId::Contact => (2..=30).contains(&length),
        FieldId::Phone => digits >= 7 && length <= 60,
        FieldId::Date => digits >= 4 || value.contains('年'),
        FieldId::Period => value.chars().any(|c| c.is_numeric() || "一二三四五六七八九十两半".contains(c)),
        FieldId::Joint | FieldId::Scenario | FieldId::Technology | FieldId::Users | FieldId::Scale => true,
    }
}

#[cfg(test)]
mod tests {
    use lx_domain::FieldId;

    use super::{Label, in_columns, in_line, value_of};
    use crate::grid::{Cell, Grid, GridPlace};

    fn grid(rows: &[&[&str]]) -> Grid {
        let cells = (0_u32..).zip(rows).flat_map(|(row, line)| {
            (0_u32..).zip(*line).map(move |(col, text)| Cell {
                row,
                col,
                rows: 1,
                cols: 1,
                text: (*text).to_owned(),
                uncalculated: false,
            })
        });
        Grid::new(GridPlace::Table(1), cells.collect())
    }

    fn value(grid: &Grid, row: u32, col: u32) -> Option<String> {
        value_of(grid, grid.at(row, col).unwrap()).map(|(c, _)| c.text.clone())
    }

    #[test]
    fn labels_left_of_and_above_their_values_are_both_understood() {
        let left = grid(&[&["项目名称", "甲项目", "牵头单位", "乙公司"], &["联系人", "", "联系电话", "020"]]);
        assert_eq!(value(&left, 0, 0).as_deref(), Some("甲项目"));
        assert_eq!(value(&left, 0, 2).as_deref(), Some("乙公司"));
        assert_eq!(value(&left, 1, 0), None, "an empty value is not filled from elsewhere");
        let above = grid(&[&["项目名称", "牵头单位"], &["甲项目", "乙公司"]]);
        assert_eq!(value(&above, 0, 0).as_deref(), Some("甲项目"));
        assert_eq!(value(&above, 0, 1).as_deref(), Some("乙公司"));
    }

    #[test]
    fn several_pairs_in_one_line_are_told_apart() {
        let pairs = in_line("联系人：张三　　联系电话：020-1234567；申报日期：2026年4月1日");
        let said: Vec<_> = pairs.iter().map(|(l, v)| (*l, v.as_str())).collect();
        assert_eq!(
            said,
            [
                (Label::Field(FieldId::Contact, true), "张三"),
                (Label::Field(FieldId::Phone, true), "020-1234567"),
                (Label::Field(FieldId::Date, true), "2026年4月1日"),
            ]
        );
        assert_eq!(in_line("本项目的业务场景：很多").len(), 0, "a label inside a sentence is no label");
    }

    #[test]
    fn columns_of_a_line_are_pairs_that_are_never_certain() {
        assert_eq!(
            in_columns("项目名称   甲项目    牵头单位   乙公司"),
            [(FieldId::Title, "甲项目"), (FieldId::Lead, "乙公司")]
        );
        assert_eq!(in_columns("项目名称   牵头单位"), []);
    }

    proptest::proptest! {
        #[test]
        fn lines_never_panic(line: String) {
            let _ = in_line(&line);
            let _ = in_columns(&line);
        }
    }
}
