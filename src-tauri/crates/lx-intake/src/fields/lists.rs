//! Lists inside a form: former projects, stages, members of a team. What their columns ask for, they ask of each row, and
//! not of the application.

use std::ops::Range;

use super::{
    beside::asks,
    labels::{label, marks_list},
};
use crate::grid::{Cell, Grid};

/// Rows of a grid that are searched for lists.
const MOST_ROWS: u32 = 2_000;

/// A head and the rows below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct List {
    /// The row of labels.
    pub(super) head: u32,
    /// Head and body.
    pub(super) rows: Range<u32>,
    /// Rows of the body that say something.
    pub(super) entries: Vec<u32>,
}

/// The lists of a grid: heads that count their rows, and heads above two rows or more.
pub(super) fn lists(grid: &Grid) -> Vec<List> {
    let mut found: Vec<List> = Vec::new();
    for row in 0..=grid.last_row().min(MOST_ROWS) {
        if found.last().is_some_and(|l| l.rows.contains(&row)) {
            continue;
        }
        found.extend(list_at(grid, row));
    }
    found
}

fn list_at(grid: &Grid, head: u32) -> Option<List> {
    // A cell merged over several rows heads a part of the form, not a column.
    let own = || grid.row(head).filter(|c| !c.text.trim().is_empty() && c.rows == 1);
    let labels = own().filter(|c| asks(&c.text) || marks_list(&c.text)).count();
    let marked = own().any(|c| marks_list(&c.text));
    let unknown = own().count().saturating_sub(labels);
    let beside = own().any(|c| asks(&c.text) && grid.right_of(c).is_some_and(|r| asks(&r.text)));
    let heads = labels >= 2 && if marked { unknown <= labels } else { beside && unknown < labels };
    if !heads {
        return None;
    }
    let mut entries = Vec::new();
    let first = head.saturating_add(1);
    let mut end = first;
    for row in first..=grid.last_row().min(MOST_ROWS) {
        let said: Vec<&Cell> = grid.row(row).filter(|c| !c.text.trim().is_empty()).collect();
        if said.iter().any(|c| label(&c.text).is_some() && !marks_list(&c.text)) {
            break;
        }
        if said.len() >= 2 {
            entries.push(row);
        }
        end = row.saturating_add(1);
    }
    (entries.len() >= 2 || (marked && !entries.is_empty())).then_some(List {
        head,
        rows: head..end,
        entries,
    })
}

#[cfg(test)]
mod tests {
    use super::lists;
    use crate::grid::Grid;

    fn heads(rows: &[&[&str]]) -> Vec<(u32, usize)> {
        lists(&Grid::of_rows(rows)).into_iter().map(|l| (l.head, l.entries.len())).collect()
    }

    #[test]
    fn a_head_above_several_rows_or_with_a_counter_is_a_list_and_pairs_of_a_form_are_none() {
        assert_eq!(heads(&[&["序号", "项目名称", "项目负责人"], &["1", "旧项目", "甲"]]), [(0, 1)]);
        assert_eq!(
            heads(&[&["项目名称", "项目负责人"], &["旧项目", "甲"], &["又一个", "乙"]]),
            [(0, 2)]
        );
        assert_eq!(
            heads(&[&["阶段", "起止时间", "主要工作", "负责人"], &["一", "7月", "开发", "甲"]]),
            [(0, 1)]
        );
        assert_eq!(
            heads(&[
                &["项目名称", "牵头单位", "时间"],
                &["旧项目", "甲公司", "2023年"],
                &["又一个", "乙公司", "2024年"]
            ]),
            [(0, 2)]
        );
        for form in [
            &[
                &["项目名称", "牵头单位"][..],
                &["甲项目", "乙公司"],
                &["联系人", "联系电话"],
                &["丙", "020"],
            ][..],
            &[&["项目名称", "甲项目", "牵头单位", "乙公司"], &["联系人", "丙", "联系电话", "020"]],
            &[&["", "姓名", "联系电话"], &["项目负责人", "甲", "1"], &["联系人", "乙", "2"]],
            &[&["项目名称", "", "牵头单位", ""], &["联系人", "丙", "联系电话", "020"]],
        ] {
            assert_eq!(heads(form), [], "{form:?}");
        }
    }
}
