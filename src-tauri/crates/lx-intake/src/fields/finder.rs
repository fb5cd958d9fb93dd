//! One finder of labels for every grid and paragraph.

use std::collections::BTreeSet;

use lx_domain::{FieldId, Source};

use super::{
    Hit,
    applicants::{list_rows, split_names},
    choice,
    labels::{Label, label, one_of_joint, unit},
};
use crate::{
    grid::{Cell, Grid, GridPlace},
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
        let mut own = Vec::new();
        let mut joint = Vec::new();
        for piece in paper.pieces {
            match piece {
                Piece::Grid(grid) => in_grid(grid, paper.path, &mut own, &mut joint),
                Piece::Paragraph(p) => {
                    let page = is_page(&p.place);
                    let at = Source {
                        document: paper.path.to_owned(),
                        place: p.place.clone(),
                    };
                    in_text(&p.text, page, &at, &mut own);
                    joint.extend(p.text.lines().filter_map(one_joint).map(|value| (value, at.clone())));
                }
            }
        }
        own.extend(together(joint));
        found.extend(one_list(own));
    }
    found
}

/// Whether a place is a page, whose lines are those of the paper and not of the writer.
fn is_page(place: &str) -> bool {
    place.starts_with('第') && place.ends_with('页')
}

/// Fields that nothing but the columns of a line, or a label standing alone above its value, states; only for fields
/// without any other candidate. Never certain.
pub(crate) fn fallbacks(papers: &[Paper<'_>]) -> Vec<Hit> {
    let mut found = Vec::new();
    for paper in papers {
        let mut alone: Option<FieldId> = None;
        for piece in paper.pieces {
            let Piece::Paragraph(p) = piece else {
                if let Piece::Grid(grid) = piece {
                    found.extend(grid.cells().flat_map(|cell| {
                        let place = grid.place(cell.row, cell.col);
                        below_in_text(&cell.text, &mut None, paper.path, &place)
                    }));
                }
                alone = None;
                continue;
            };
            for (id, value) in p.text.lines().flat_map(in_columns) {
                found.extend(hit(id, &value, false, paper.path, &p.place));
            }
            found.extend(below_in_text(&p.text, &mut alone, paper.path, &p.place));
        }
    }
    found
}

/// Values in the line below a label that stands alone; `alone` is the label that the text before ended with.
fn below_in_text(text: &str, alone: &mut Option<FieldId>, path: &str, place: &str) -> Vec<Hit> {
    let mut found = Vec::new();
    for line in text.lines().filter(|l| !l.trim().is_empty()) {
        let own = match label(line) {
            Some(Label::Field(id, true)) => Some(id),
            _ => None,
        };
        if let (Some(id), true) = (*alone, label(line).is_none() && in_line(line).is_empty()) {
            found.extend(hit(id, line, false, path, place));
        }
        *alone = own;
    }
    found
}

/// `label：value` pairs of a text. Where the lines are those of a page, a value at the end of a full line may go on in the
/// next one: it is joined and no longer certain.
fn in_text(text: &str, page: bool, at: &Source, found: &mut Vec<Hit>) {
    let lines: Vec<&str> = text.lines().collect();
    let widest = lines.iter().map(|l| l.trim().chars().count()).max().unwrap_or(0);
    for (number, line) in lines.iter().enumerate() {
        let pairs = in_line(line);
        let last = pairs.len();
        for (index, (label_of, value)) in pairs.into_iter().enumerate() {
            let Label::Field(id, sure) = label_of else { continue };
            let full = line.trim().chars().count().saturating_mul(5) >= widest.saturating_mul(4);
            let next = lines.get(number.saturating_add(1)).map(|l| l.trim());
            let goes_on = next.filter(|n| page && full && index.saturating_add(1) == last && continues(n));
            match goes_on {
                Some(rest) if !value.is_empty() => {
                    found.extend(hit(id, &format!("{value}{rest}"), false, &at.document, &at.place));
                }
                _ => found.extend(hit(id, &value, sure, &at.document, &at.place)),
            }
        }
    }
}

/// Whether a line can be the rest of the value before it.
fn continues(line: &str) -> bool {
    let numbered = |c: char| c.is_ascii_digit() || "一二三四五六七八九十（(①②③④⑤".contains(c);
    !line.is_empty() && in_line(line).is_empty() && label(line).is_none() && !line.starts_with(numbered) && in_columns(line).is_empty()
}

fn in_grid(grid: &Grid, path: &str, found: &mut Vec<Hit>, joint: &mut Vec<(String, Source)>) {
    let list = list_rows(grid);
    for cell in grid.cells() {
        if list.as_ref().is_some_and(|rows| rows.contains(&cell.row)) {
            continue;
        }
        let source = |cell: &Cell| Source {
            document: path.to_owned(),
            place: grid.place(cell.row, cell.col),
        };
        match label(&cell.text) {
            Some(Label::Field(id, certain)) => {
                if let Some((value, beside)) = value_of(grid, cell) {
                    let text = with_unit(&value.text, &cell.text);
                    found.extend(hit(id, &text, certain && beside, path, &grid.place(value.row, value.col)));
                }
            }
            Some(Label::Column(_) | Label::Other) => {}
            None if one_of_joint(&cell.text) => {
                joint.extend(value_of(grid, cell).map(|(value, _)| (clean(&value.text), source(value))));
            }
            None => {
                in_text(&cell.text, false, &source(cell), found);
                joint.extend(cell.text.lines().filter_map(one_joint).map(|value| (value, source(cell))));
            }
        }
    }
}

/// A bare number with the unit that its label states.
fn with_unit(value: &str, label: &str) -> String {
    let value = value.trim();
    let bare = !value.is_empty() && value.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    match unit(label).filter(|_| bare) {
        Some(unit) => format!("{value}{unit}"),
        None => value.to_owned(),
    }
}

/// The value of `联合单位1：…`.
fn one_joint(line: &str) -> Option<String> {
    let (before, value) = line.split_once(['：', ':'])?;
    one_of_joint(before).then(|| clean(value)).filter(|v| !v.is_empty())
}

/// The joint applicants of numbered labels as one value.
fn together(several: Vec<(String, Source)>) -> Option<Hit> {
    let first = several.first()?.1.clone();
    let names: Vec<String> = several.iter().flat_map(|(value, _)| split_names(value)).collect();
    let value = names.join("、");
    hit(FieldId::Joint, &value, true, &first.document, &first.place)
}

/// A form may have a line for each joint applicant; together they are one value. A list and a part of it are two claims.
fn one_list(hits: Vec<Hit>) -> Vec<Hit> {
    let (joint, mut rest): (Vec<Hit>, Vec<Hit>) = hits.into_iter().partition(|h| h.id == FieldId::Joint);
    let mut seen = BTreeSet::new();
    let apart = joint.iter().flat_map(|h| split_names(&h.value)).all(|name| seen.insert(name));
    match (apart && joint.len() > 1, joint.first()) {
        (true, Some(first)) => {
            let value = joint.iter().flat_map(|h| split_names(&h.value)).collect::<Vec<_>>().join("、");
            rest.push(Hit {
                value,
                sure: joint.iter().all(|h| h.sure),
                ..first.clone()
            });
        }
        _ => rest.extend(joint),
    }
    rest
}

/// Empty cells of a sheet between a label and its value.
const MOST_GAP: u32 = 3;

/// The value of a label: right of it, else below it; never another label. `true` where it stands where it should.
pub(crate) fn value_of<'g>(grid: &'g Grid, cell: &Cell) -> Option<(&'g Cell, bool)> {
    let right = grid.right_of(cell);
    if right.is_some_and(|r| r.uncalculated) {
        return None;
    }
    if let Some(right) = right
        && !right.text.trim().is_empty()
        && !asks(&right.text)
    {
        return Some((right, true));
    }
    // Above its value only where no value could stand beside it: at the right end, or before another label.
    let heads = right.is_none_or(|r| asks(&r.text));
    let below = grid
        .below(cell)
        .filter(|b| heads && !b.text.trim().is_empty() && !b.uncalculated && !asks(&b.text));
    if let Some(below) = below {
        let column_of_labels = grid.at(cell.row, cell.col.wrapping_sub(1)).is_some_and(|left| asks(&left.text));
        // A second value below the first: a list, of which this is only the beginning.
        let alone = grid.below(below).is_none_or(|b| b.text.trim().is_empty() || asks(&b.text));
        return Some((below, alone && (column_of_labels || right.is_some())));
    }
    // In a sheet nothing says that an empty cell beside a label is its value: it may be a gap.
    if right.is_some() || !matches!(grid.of, GridPlace::Sheet(_)) {
        return None;
    }
    let start = cell.col.saturating_add(cell.cols);
    let next = (start..start.saturating_add(MOST_GAP)).find_map(|col| grid.at(cell.row, col));
    next.filter(|n| !n.text.trim().is_empty() && !n.uncalculated && !asks(&n.text))
        .map(|n| (n, false))
}

/// Whether a cell asks for something.
fn asks(text: &str) -> bool {
    label(text).is_some() || one_of_joint(text)
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

/// Labels and values of a form whose lines are all that is left of it, as in a PDF: two spaces part its columns, or one
/// where a line begins with a label. Never certain, since a value may have been broken over lines.
fn in_columns(line: &str) -> Vec<(FieldId, String)> {
    if line.len() > LONGEST_LINE || line.contains(['：', ':']) {
        return Vec::new();
    }
    let parts: Vec<&str> = line
        .split("  ")
        .flat_map(|p| p.split(['\t', '　', '|']))
        .map(str::trim)
        .filter(|p| !p.is_empty())
        .collect();
    let words: Vec<&str> = line.split_whitespace().collect();
    let begins = words.first().is_some_and(|w| matches!(label(w), Some(Label::Field(_, true))));
    let parts = if parts.len() < 2 && begins { words } else { parts };
    let mut found: Vec<(FieldId, String)> = Vec::new();
    let mut open: Option<(FieldId, String)> = None;
    for part in parts {
        match label(part) {
            Some(found_label) => {
                found.extend(open.take().filter(|(_, value)| !value.is_empty()));
                open = match found_label {
                    Label::Field(id, true) => Some((id, String::new())),
                    _ => None,
                };
            }
            None => {
                if let Some((_, value)) = &mut open {
                    if !value.is_empty() {
                        value.push(' ');
                    }
                    value.push_str(part);
                }
            }
        }
    }
    found.extend(open.filter(|(_, value)| !value.is_empty()));
    found
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
    let mut value = clean(value);
    if matches!(
        id,
        FieldId::Track | FieldId::Scenario | FieldId::Technology | FieldId::Users | FieldId::Period
    ) && let Some(chosen) = choice::ticked(&value)
    {
        value = chosen.join("、");
    }
    if value.is_empty() || value.chars().count() > LONGEST {
        return None;
    }
    let blank = matches!(value.as_str(), "/" | "-" | "—" | "——" | "待定" | "待填" | "无" | "暂无");
    if (blank && id != FieldId::Joint) || is_instruction(&value) {
        return None;
    }
    // 名称 may be that of an institution.
    if id == FieldId::Title && !sure && is_institution(&value) {
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

/// What a form prints where the answer belongs.
fn is_instruction(value: &str) -> bool {
    let text: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_start_matches(['（', '(', '【', '[', '<', '《']);
    let starts = [
        "请",
        "填写",
        "说明：",
        "说明:",
        "注：",
        "注:",
        "例：",
        "例:",
        "例如",
        "如：",
        "如:",
        "示例：",
        "示例:",
        "单击",
        "点击",
        "选择一项",
        "此处",
        "必填",
        "xx",
        "XX",
        "××",
        "某某",
    ];
    starts.iter().any(|s| text.starts_with(s))
}

/// Whether a text is the name of an institution, as far as its ending tells.
pub(crate) fn is_institution(value: &str) -> bool {
    const ENDINGS: [&str; 30] = [
        "公司",
        "银行",
        "交易所",
        "交易中心",
        "中心",
        "研究院",
        "研究所",
        "大学",
        "学院",
        "协会",
        "集团",
        "事务所",
        "合伙)",
        "基金",
        "支行",
        "分行",
        "营业部",
        "登记所",
        "学会",
        "联盟",
        "实验室",
        "医院",
        "委员会",
        "管理局",
        "机构",
        "信托",
        "证券",
        "期货",
        "联社",
        "合作社",
    ];
    let name = crate::classify::squeeze(value);
    let name = match (name.ends_with(')'), name.rfind('(')) {
        (true, Some(open)) if open > 0 => name.get(..open).unwrap_or(&name),
        _ => &name,
    };
    ENDINGS.iter().any(|end| name.ends_with(end))
}

/// Whether a value can be one of its field.
fn plausible(id: FieldId, value: &str) -> bool {
    let length = value.chars().count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    match id {
        FieldId::Number => value.parse::<lx_domain::ApplicationNumber>().is_ok() && digits >= 3,
        FieldId::Title => {
            (4..=80).contains(&length)
                && !value.contains('\n')
                && !is_institution(value)
                && !value.ends_with(['。', '；'])
                && !choice::has_marks(value)
        }
        FieldId::Track => super::track_of(value).is_some(),
        FieldId::Lead => (4..=60).contains(&length) && is_institution(value) && split_names(value).len() == 1,
        FieldId::Owner | FieldId::Contact => (2..=30).contains(&length) && digits < 7 && !is_institution(value),
        FieldId::Phone => digits >= 7 && length <= 60,
        FieldId::Date => names_month(value),
        FieldId::Period => value.chars().any(|c| c.is_numeric() || "一二三四五六七八九十两半".contains(c)),
        FieldId::Joint => {
            let names = split_names(value);
            names.iter().all(|n| is_institution(n)) && names.len() <= 20
        }
        FieldId::Scenario | FieldId::Technology | FieldId::Users | FieldId::Scale => !choice::has_marks(value),
    }
}

/// Whether a date says at least its year and month, not only the blanks of a form.
fn names_month(value: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "〇○零一二三四五六七八九十".contains(c);
    let text = crate::classify::squeeze(value);
    let groups = text.split(|c| !number(c)).filter(|g| !g.is_empty()).count();
    groups >= 2 || text.chars().filter(char::is_ascii_digit).count() >= 6
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
            [(FieldId::Title, "甲项目".into()), (FieldId::Lead, "乙公司".into())]
        );
        assert_eq!(
            in_columns("项目名称 甲 项目 牵头单位 乙公司"),
            [(FieldId::Title, "甲 项目".into()), (FieldId::Lead, "乙公司".into())]
        );
        assert_eq!(in_columns("本项目 项目名称 甲"), [], "in the middle of a sentence");
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
