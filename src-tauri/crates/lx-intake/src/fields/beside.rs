//! Where the value of a label stands in a grid.

use super::{
    choice,
    institution::is_institution,
    labels::{asks_for_number, label, names_institution, one_of_joint, plain, unit},
};
use crate::grid::{Cell, Grid, GridPlace};

/// Empty cells of a sheet between a label and its value.
const MOST_GAP: u32 = 3;
/// Rows of one answer.
const MOST_ROWS: u32 = 40;

/// The value of a label: right of it, else below it; never another label. `true` where it stands where it should and nothing
/// else stands there.
pub(crate) fn value_of<'g>(grid: &'g Grid, cell: &Cell) -> Option<(&'g Cell, bool)> {
    let answer = answer_of(grid, cell)?;
    let first = answer.cells.first().copied()?;
    Some((first, answer.sure && answer.cells.len() == 1))
}

/// What answers a label.
#[derive(Debug)]
pub(super) struct Answer<'g> {
    /// Its cells in reading order, at least one.
    pub(super) cells: Vec<&'g Cell>,
    /// Whether they stand where an answer should.
    pub(super) sure: bool,
}

/// The answer to a label with everything that may be part of it: a label over several rows asks for what stands in all of them.
pub(super) fn answer_of<'g>(grid: &'g Grid, cell: &Cell) -> Option<Answer<'g>> {
    let right = grid.right_of(cell);
    if right.is_some_and(|r| r.uncalculated) {
        return None;
    }
    if let Some(right) = right
        && !right.text.trim().is_empty()
        && !asks(&right.text)
    {
        return beside(grid, cell, right);
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
        return Some(Answer {
            cells: vec![below],
            sure: alone && (column_of_labels || right.is_some()),
        });
    }
    // In a sheet nothing says that an empty cell beside a label is its value: it may be a gap.
    if right.is_some() || !matches!(grid.of, GridPlace::Sheet(_)) {
        return None;
    }
    let start = cell.col.saturating_add(cell.cols);
    let next = (start..start.saturating_add(MOST_GAP)).find_map(|col| grid.at(cell.row, col));
    let next = next.filter(|n| !n.text.trim().is_empty() && !n.uncalculated && !asks(&n.text))?;
    Some(Answer {
        cells: vec![next],
        sure: false,
    })
}

/// The answer beside a label.
fn beside<'g>(grid: &'g Grid, cell: &Cell, right: &'g Cell) -> Option<Answer<'g>> {
    let cells = span(grid, cell, right);
    let (explaining, own): (Vec<&Cell>, Vec<&Cell>) = cells.iter().copied().partition(|c| explains(grid, c));
    if !own.is_empty() {
        // （不超过30字） between a label and its value; a column that is headed so parts nothing.
        let sure = explaining
            .iter()
            .all(|c| c.col > right.col || c.row > right.row || is_headed_so(grid, c));
        return Some(Answer { cells: own, sure });
    }
    // A remark in brackets alone is none; what a column of explanations says may be the answer all the same.
    let first = explaining.into_iter().find(|c| !is_hint(&c.text))?;
    Some(Answer {
        cells: vec![first],
        sure: false,
    })
}

/// Everything beside a label that belongs to no other one: in each of its rows up to the next label, and in rows below that have
/// no label of their own.
fn span<'g>(grid: &'g Grid, cell: &Cell, right: &Cell) -> Vec<&'g Cell> {
    let start = cell.col.saturating_add(cell.cols);
    let own = |row: u32| {
        let cells = grid.row(row).filter(move |c| c.col >= start);
        cells
            .take_while(|c| !asks(&c.text))
            .filter(|c| !c.text.trim().is_empty() && !c.uncalculated)
    };
    let last = cell.row.saturating_add(cell.rows.clamp(1, MOST_ROWS));
    let mut found: Vec<&Cell> = own(cell.row).collect();
    if other_questions_follow(&found) {
        found.truncate(1);
    }
    found.extend((cell.row.saturating_add(1)..last).flat_map(own));
    // A row without a label goes on with the answer above it.
    let goes_on = |row: &u32| {
        let mut line = grid.row(*row).filter(|c| !c.text.trim().is_empty()).peekable();
        line.peek()
            .is_some_and(|first| first.row == *row && first.col == right.col && first.cols == right.cols)
            && line.all(|c| !asks(&c.text))
    };
    if right.row.saturating_add(right.rows) <= last {
        found.extend((last..last.saturating_add(MOST_ROWS)).take_while(goes_on).flat_map(own));
    }
    found
}

/// Whether the cells behind the first look like labels that nobody knows, each with its answer.
fn other_questions_follow(cells: &[&Cell]) -> bool {
    let rest = cells.get(1..).unwrap_or_default();
    let (pairs, odd) = rest.as_chunks::<2>();
    let question = |text: &str| {
        let text = plain(text);
        let words = text.chars().all(|c| c.is_alphabetic() || matches!(c, '(' | ')' | '/' | '、'));
        (2..=10).contains(&text.chars().count()) && words && !is_institution(&text)
    };
    let pair = |[asking, answer]: &[&Cell; 2]| question(&asking.text) && !choice::has_marks(&answer.text);
    !pairs.is_empty() && odd.is_empty() && pairs.iter().all(pair)
}

/// Whether a cell explains a label or its answer: a remark in brackets, a unit, what stands in a column headed so.
fn explains(grid: &Grid, cell: &Cell) -> bool {
    is_hint(&cell.text) || unit(&format!("({})", cell.text.trim())).is_some() || is_headed_so(grid, cell)
}

/// Whether the column of a cell is headed as one of explanations.
fn is_headed_so(grid: &Grid, cell: &Cell) -> bool {
    heading(grid, cell).is_some_and(|head| is_of_explanations(&head.text))
}

/// What stands above all others in the column of a cell.
fn heading<'g>(grid: &'g Grid, cell: &Cell) -> Option<&'g Cell> {
    let head = (0..cell.row).find_map(|row| grid.at(row, cell.col).filter(|c| !c.text.trim().is_empty()))?;
    (head.cols == cell.cols).then_some(head)
}

fn is_of_explanations(head: &str) -> bool {
    const HEADS: [&str; 15] = [
        "要求",
        "说明",
        "必填",
        "选填",
        "提示",
        "示例",
        "样例",
        "填写要求",
        "填写说明",
        "填报要求",
        "填报说明",
        "填写规范",
        "填报规范",
        "是否必填",
        "备注",
    ];
    HEADS.contains(&plain(head).as_str())
}

/// Whether a cell asks for something.
pub(super) fn asks(text: &str) -> bool {
    label(text).is_some() || one_of_joint(text) || asks_for_number(text)
}

/// Whether a text is a remark in brackets and nothing else.
pub(super) fn is_hint(text: &str) -> bool {
    let text = text.trim();
    let inner = text.strip_prefix(['（', '(']).and_then(|t| t.strip_suffix(['）', ')']));
    inner.is_some_and(|t| t.chars().count() >= 2 && !t.contains(['（', '(', '）', ')']))
}

/// The value of a label that asks for an institution: where a label of its own parts the two, what that one asks for.
pub(crate) fn institution_of<'g>(grid: &'g Grid, cell: &Cell) -> Option<(&'g Cell, bool)> {
    match grid.right_of(cell).filter(|r| names_institution(&r.text)) {
        Some(own) => value_of(grid, own),
        None => value_of(grid, cell),
    }
}

#[cfg(test)]
mod tests {
    use super::{institution_of, value_of};
    use crate::grid::Grid;

    fn value(grid: &Grid, row: u32, col: u32) -> Option<String> {
        value_of(grid, grid.at(row, col).unwrap()).map(|(c, _)| c.text.clone())
    }

    #[test]
    fn labels_left_of_and_above_their_values_are_both_understood() {
        let left = Grid::of_rows(&[&["项目名称", "甲项目", "牵头单位", "乙公司"], &["联系人", "", "联系电话", "020"]]);
        assert_eq!(value(&left, 0, 0).as_deref(), Some("甲项目"));
        assert_eq!(value(&left, 0, 2).as_deref(), Some("乙公司"));
        assert_eq!(value(&left, 1, 0), None, "an empty value is not filled from elsewhere");
        let above = Grid::of_rows(&[&["项目名称", "牵头单位"], &["甲项目", "乙公司"]]);
        assert_eq!(value(&above, 0, 0).as_deref(), Some("甲项目"));
        assert_eq!(value(&above, 0, 1).as_deref(), Some("乙公司"));
    }

    #[test]
    fn a_label_of_its_own_may_part_an_institution_from_its_name() {
        let form = Grid::of_rows(&[&["牵头单位", "单位名称", "甲公司"], &["牵头单位", "乙公司"]]);
        let name = |row| institution_of(&form, form.at(row, 0).unwrap()).map(|(c, _)| c.text.clone());
        assert_eq!((name(0).as_deref(), name(1).as_deref()), (Some("甲公司"), Some("乙公司")));
    }

    #[test]
    fn a_hint_between_a_label_and_its_value_is_passed_over() {
        let form = Grid::of_rows(&[&["项目名称", "（不超过30字）", "甲项目"], &["牵头单位", "（全称）", ""]]);
        let title = value_of(&form, form.at(0, 0).unwrap()).map(|(c, sure)| (c.text.clone(), sure));
        assert_eq!(title, Some(("甲项目".to_owned(), false)));
        assert_eq!(value(&form, 1, 0), None);
    }
}
