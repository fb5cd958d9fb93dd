//! Answers with labels of their own inside: 试点规模 — 用户数：300户；交易金额：500万元.

use lx_domain::FieldId;

use super::{
    beside::is_hint,
    labels::{Label, label},
};
use crate::grid::{Cell, Grid};

/// Characters of the longest label inside an answer.
const LONGEST: usize = 16;
/// Rows of one answer.
const MOST_ROWS: u32 = 40;

/// Whether an answer begins with a label of its own, and not with that of another question.
pub(super) fn labelled(text: &str) -> bool {
    let head = text.trim_start().split_once(['：', ':']).map(|(head, _)| head.trim());
    let apart = |c: char| c.is_whitespace() || c.is_numeric() || "，,；;。".contains(c);
    head.is_some_and(|h| !h.is_empty() && h.chars().count() <= LONGEST && !h.contains(apart) && is_part(h))
}

/// Whether a text says any number.
pub(super) fn numbered(text: &str) -> bool {
    text.chars().any(|c| c.is_numeric() || "〇零一二两三四五六七八九十百".contains(c))
}

/// The answer to a label whose parts stand in cells of their own, part by part, and the first of these cells.
pub(super) fn parts<'g>(grid: &'g Grid, cell: &Cell) -> Option<(&'g Cell, String)> {
    let start = cell.col.saturating_add(cell.cols);
    let rows = cell.row..cell.row.saturating_add(cell.rows.min(MOST_ROWS));
    let said = |c: &&Cell| c.col >= start && !c.text.trim().is_empty();
    let own: Vec<&Cell> = rows
        .flat_map(|row| grid.row(row).filter(said).take_while(|c| is_part(&c.text) && !c.uncalculated))
        .collect();
    let asks = |c: &Cell| !numbered(&c.text) && c.text.chars().count() <= LONGEST && !is_hint(&c.text);
    let first = own.first().copied().filter(|c| asks(c))?;
    let answers = |asking: &Cell| {
        let near = [grid.right_of(asking), grid.below(asking)].into_iter().flatten();
        near.filter(|a| numbered(&a.text)).find(|a| own.contains(a))
    };
    let pairs = own.iter().filter(|c| asks(c)).filter_map(|asking| {
        let name = asking.text.trim().trim_end_matches(['：', ':']);
        Some(format!("{name}：{}", answers(asking)?.text.trim()))
    });
    let pairs: Vec<String> = pairs.collect();
    (!pairs.is_empty()).then(|| (first, pairs.join("；")))
}

/// Whether a text may be a part of an answer on scale: it asks for nothing else. 用户 often counts them there.
fn is_part(text: &str) -> bool {
    matches!(label(text), None | Some(Label::Field(FieldId::Users, false)))
}

#[cfg(test)]
mod tests {
    use super::{labelled, parts};
    use crate::grid::{Cell, Grid};

    fn said(rows: &[&[&str]], height: u32) -> Option<(u32, String)> {
        let grid = Grid::of_rows(rows);
        let asking = Cell {
            rows: height,
            ..grid.at(0, 0).unwrap().clone()
        };
        parts(&grid, &asking).map(|(first, text)| (first.col, text))
    }

    #[test]
    fn parts_stand_beside_or_below_their_labels_inside_the_answer_and_nowhere_else() {
        let beside = said(&[&["试点规模", "用户数（户）", "300"], &["", "交易金额：", "不超过五百万元"]], 2);
        assert_eq!(beside, Some((1, "用户数（户）：300；交易金额：不超过五百万元".to_owned())));
        let below = said(&[&["试点规模", "用户", "交易金额（万元）"], &["", "300", "500"]], 2);
        assert_eq!(below, Some((1, "用户：300；交易金额（万元）：500".to_owned())));
        let row = said(&[&["试点规模", "用户数", "300户", "交易金额", "500万元", "试点周期", "12个月"]], 1);
        assert_eq!(row, Some((1, "用户数：300户；交易金额：500万元".to_owned())));
        for whole in [
            &["试点规模", "不超过300家机构客户", "300"][..],
            &["试点规模", "机构客户", "试点周期", "12个月"],
            &["试点规模", "（万元）", "5000"],
            &["试点规模", "试点周期", "12个月"],
        ] {
            assert_eq!(said(&[whole, &["联系人", "300"]], 1), None, "{whole:?}");
        }
    }

    #[test]
    fn an_answer_that_begins_with_a_label_of_its_own_is_told_from_one_before_another_question() {
        for text in ["用户数：300户", "用户：300户", "\n日均交易金额: 500万元"] {
            assert!(labelled(text), "{text}");
        }
        for text in ["300户 联系电话：020", "不超过三百户，备注：无", "试点周期：12个月", "不超过300家"] {
            assert!(!labelled(text), "{text}");
        }
    }
}
