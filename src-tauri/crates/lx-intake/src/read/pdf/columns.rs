//! Tables without lines, as spreadsheets print them: labels below each other at one place, what they ask for at another. Which of
//! them belong together is a guess from where they stand, so that nothing read here is ever certain.

use super::{
    frames::Area,
    lines::{self, Glyph, Said},
    page::{PageCell, Part},
};

/// What the forms of this pilot ask, as far as it tells one from running text; their answers are found by all their spellings.
const ASKS: [&str; 26] = [
    "项目名称",
    "项目编号",
    "申报类型",
    "申报类别",
    "牵头单位",
    "牵头机构",
    "申报单位",
    "申报机构",
    "单位名称",
    "机构名称",
    "联合单位",
    "联合申报单位",
    "业务场景",
    "应用场景",
    "应用技术",
    "技术应用",
    "服务对象",
    "试点周期",
    "预期规模",
    "试点规模",
    "项目负责人",
    "联系人",
    "联系电话",
    "联系方式",
    "申报日期",
    "填报日期",
];

/// Rows of a form that ask for something; fewer may be anything.
const FEWEST: usize = 3;
/// What stands in one column begins at one place, in points.
const SAME: f32 = 2.0;
/// A gap between columns, in heights of a character.
const GAP: f32 = 0.25;
/// Where the last column ends, in points behind its beginning: no page is wider.
const WIDE: f32 = 20_000.0;

/// Whether the text of a page has lines enough that begin like those of a form.
pub(super) fn may_ask(text: &str) -> bool {
    text.lines().filter(|line| begins_with_label(line)).count() >= FEWEST
}

fn begins_with_label(line: &str) -> bool {
    ASKS.iter().any(|word| squeezed(line).starts_with(word))
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether a run is a label and nothing else.
fn is_label(text: &str) -> bool {
    ASKS.contains(&squeezed(text).trim_end_matches(['：', ':']))
}

/// A run of characters in one column.
struct Run {
    column: usize,
    text: String,
}

/// The parts of a page with such tables; absent where it has none.
pub(super) fn parts(glyphs: Vec<Glyph>) -> Option<Vec<Part>> {
    let rows = lines::rows(glyphs);
    let stops = stops(&rows);
    let read: Vec<Vec<Run>> = rows.iter().map(|row| runs(row, &stops)).collect();
    let mut parts = Vec::new();
    let mut text = Vec::new();
    let mut at = 0;
    let mut tables = 0;
    while let Some(row) = rows.get(at) {
        let long = table_from(read.get(at..).unwrap_or_default());
        if long == 0 {
            text.push(lines::said(row));
            at += 1;
            continue;
        }
        parts.push(Part::Text(std::mem::take(&mut text)));
        let (feet, runs) = (rows.get(at..at + long)?, read.get(at..at + long)?);
        parts.push(Part::Table(cells(feet, runs, &stops)));
        tables += 1;
        at += long;
    }
    parts.push(Part::Text(text));
    (tables > 0).then_some(parts)
}

/// Where columns begin: at places where rows enough begin or go on behind a gap.
fn stops(rows: &[Vec<Glyph>]) -> Vec<f32> {
    let mut begins: Vec<f32> = Vec::new();
    for row in rows {
        begins.extend(row.first().map(|first| first.left));
        begins.extend(row.windows(2).filter_map(|pair| match pair {
            [a, b] if b.left - a.right >= GAP * b.size => Some(b.left),
            _ => None,
        }));
    }
    begins.sort_by(f32::total_cmp);
    let mut stops = Vec::new();
    let mut same = begins.as_slice();
    while let Some(first) = same.first() {
        let count = same.partition_point(|at| at - first <= SAME);
        if count >= FEWEST {
            stops.push(*first);
        }
        same = same.get(count..).unwrap_or_default();
    }
    stops
}

fn runs(row: &[Glyph], stops: &[f32]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut begun: Vec<Glyph> = Vec::new();
    let mut column = None;
    for glyph in row {
        let gap = begun.last().is_none_or(|before| glyph.left - before.right >= GAP * glyph.size);
        let stop = stops
            .iter()
            .position(|stop| (-0.1..=SAME + 0.1).contains(&(glyph.left - stop)))
            .filter(|_| gap);
        if stop.is_some() || begun.is_empty() {
            runs.extend(column.map(|column| run(column, &begun)));
            begun.clear();
            column = stop;
        }
        begun.push(*glyph);
    }
    runs.extend(column.map(|column| run(column, &begun)));
    runs
}

fn run(column: usize, glyphs: &[Glyph]) -> Run {
    Run {
        column,
        text: lines::said(glyphs),
    }
}

/// How many rows from the first on are a table; none where it begins with none.
fn table_from(rows: &[Vec<Run>]) -> usize {
    let asks = |row: &Vec<Run>| row.len() > 1 && row.first().is_some_and(|first| is_label(&first.text));
    let Some(first) = rows.first().filter(|row| asks(row)).and_then(|row| row.first()) else {
        return 0;
    };
    let goes_on = |row: &&Vec<Run>| asks(row) || row.first().is_some_and(|run| run.column > first.column);
    let held: Vec<&Vec<Run>> = rows.iter().take_while(goes_on).collect();
    if held.iter().filter(|row| asks(row)).count() >= FEWEST {
        held.len()
    } else {
        0
    }
}

fn cells(feet: &[Vec<Glyph>], rows: &[Vec<Run>], stops: &[f32]) -> Vec<PageCell> {
    let mut cells: Vec<PageCell> = Vec::new();
    let mut number = 0;
    for (glyphs, runs) in feet.iter().zip(rows) {
        let begins = runs.first().is_some_and(|run| is_label(&run.text));
        // What a cell had no room for stands below it.
        if !begins {
            for run in runs {
                let above = cells.iter_mut().rev().find(|cell| stops.get(run.column) == Some(&cell.area.left));
                if let Some(above) = above {
                    above.said.text.push_str(&run.text);
                }
            }
            continue;
        }
        let (top, bottom) = glyphs.first().map_or((0.0, 0.0), |g| (g.foot + g.size, g.foot));
        for (nth, run) in runs.iter().enumerate() {
            let left = stops.get(run.column).copied().unwrap_or_default();
            let next = runs.get(nth + 1).and_then(|next| stops.get(next.column)).copied();
            cells.push(PageCell {
                area: Area {
                    left,
                    right: next.unwrap_or(WIDE),
                    top,
                    bottom,
                },
                row: number,
                rows: 1,
                said: Said {
                    text: run.text.clone(),
                    needs: 0.0,
                    leaves: WIDE,
                    doubtful: true,
                },
            });
        }
        number += 1;
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::{Glyph, Part, may_ask, parts};

    /// Words at places of a page, 10 high and wide, row by row.
    fn page(rows: &[&[(f32, &str)]]) -> Vec<Glyph> {
        let mut glyphs = Vec::new();
        for (row, words) in (0_u8..).zip(rows) {
            for (left, word) in *words {
                for (nth, char) in (0_u8..).zip(word.chars()) {
                    let left = left + 10.0 * f32::from(nth);
                    glyphs.push(Glyph {
                        char,
                        left,
                        right: left + 10.0,
                        foot: 700.0 - 15.0 * f32::from(row),
                        size: 10.0,
                    });
                }
            }
        }
        glyphs
    }

    fn said(rows: &[&[(f32, &str)]]) -> Vec<String> {
        let parts = parts(page(rows)).unwrap_or_default();
        let told = parts.into_iter().map(|part| match part {
            Part::Text(lines) => lines.join("|"),
            Part::Table(cells) => {
                assert!(cells.iter().all(|c| c.said.doubtful));
                cells
                    .iter()
                    .map(|c| format!("{}:{}", c.row, c.said.text))
                    .collect::<Vec<_>>()
                    .join(" ")
            }
        });
        told.collect()
    }

    #[test]
    fn labels_and_answers_below_each_other_are_a_table_of_which_nothing_is_certain() {
        let form: &[&[(f32, &str)]] = &[
            &[(200.0, "项目申报表")],
            &[(50.0, "项目名称"), (100.0, "异常交易识别")],
            &[(50.0, "牵头单位"), (100.0, "甲示例证券股份")],
            &[(100.0, "有限公司")],
            &[(50.0, "联系电话"), (100.0, "02084140000")],
            &[(50.0, "以上内容真实")],
        ];
        assert_eq!(
            said(form),
            [
                "项目申报表",
                "0:项目名称 0:异常交易识别 1:牵头单位 1:甲示例证券股份有限公司 2:联系电话 2:02084140000",
                "以上内容真实"
            ]
        );
    }

    #[test]
    fn running_text_is_none() {
        let text: &[&[(f32, &str)]] = &[
            &[(50.0, "一"), (70.0, "项目目标与建设内容如下")],
            &[(50.0, "二"), (70.0, "项目周期为十二个月整")],
            &[(50.0, "三"), (70.0, "项目风险可以控制")],
        ];
        assert_eq!(said(text), [""; 0]);
        assert!(!may_ask("一 项目目标与建设内容如下\n二 项目周期为十二个月整\n三 项目风险可以控制"));
        assert!(may_ask("项目名称 异常交易识别\n牵头单位甲示例证券\n联系电话 020"));
    }
}
