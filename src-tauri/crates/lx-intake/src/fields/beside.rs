//! Where the value of a label stands in a grid.

use super::labels::{asks_for_number, label, names_institution, one_of_joint};
use crate::grid::{Cell, Grid, GridPlace};

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
        if !is_hint(&right.text) {
            return Some((right, true));
        }
        // （不超过30字） between a label and its value.
        let behind = grid.right_of(right);
        return behind
            .filter(|b| !b.text.trim().is_empty() && !b.uncalculated && !asks(&b.text) && !is_hint(&b.text))
            .map(|b| (b, false));
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
