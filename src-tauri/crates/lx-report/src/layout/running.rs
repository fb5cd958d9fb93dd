//! What stands on every page outside the type area: the number, and the running head.

use super::{
    geometry::{Mp, Setting, mm, pt},
    line::{Align, break_lines, set_line},
    mark::{Mark, Page, Role, Run, SetLine},
    shape::{shape, span},
};
use crate::{
    error::ReportError,
    fonts::{Face, Fonts},
};

/// Adds the page's number, — 1 —, and the running head (示例).
pub(super) fn furnish(fonts: &Fonts, page: &mut Page, number: usize, running: Option<&str>) -> Result<(), ReportError> {
    let setting = Setting::plain(pt(14), pt(14));
    // The dash, 0.38 em above the base line, stands 7 mm under the type area; one character from the outer edge.
    let below = mm(70) + setting.size * 38 / 100;
    let align = if number % 2 == 1 { Align::Right } else { Align::Left };
    // On a lying sheet the number stays where it is on the upright one: at the foot, which lies to the left.
    let (length, turned) = if page.area.landscape {
        (page.area.height(), true)
    } else {
        (page.area.width(), false)
    };
    let words = format!("— {number} —");
    let runs = one_line(fonts, &words, Face::Serif, setting, length - 2 * setting.size, align)?;
    let runs = runs.into_iter().map(|run| place(run, page, below, setting.size, turned)).collect();
    page.marks.push(Mark::Line(SetLine {
        runs,
        text: words,
        block: 0,
        role: Role::Artifact,
        row: None,
        turned,
    }));
    if let Some(words) = running {
        let small = Setting::plain(pt(12), pt(12));
        let y = page.area.top() + mm(60);
        let runs = one_line(fonts, words, Face::Sans, small, page.area.width(), Align::Right)?;
        let runs = runs
            .into_iter()
            .map(|run| Run {
                x: run.x + page.area.left(),
                y,
                ..run
            })
            .collect();
        page.marks.push(Mark::Line(SetLine {
            runs,
            text: words.to_owned(),
            block: 0,
            role: Role::Artifact,
            row: None,
            turned: false,
        }));
    }
    Ok(())
}

fn place(run: Run, page: &Page, below: Mp, inset: Mp, turned: bool) -> Run {
    let area = page.area;
    if turned {
        Run {
            x: area.left() - below,
            y: area.top() - inset - run.x,
            ..run
        }
    } else {
        Run {
            x: area.left() + inset + run.x,
            y: area.top() - area.height() - below,
            ..run
        }
    }
}

fn one_line(fonts: &Fonts, words: &str, face: Face, setting: Setting, width: Mp, align: Align) -> Result<Vec<Run>, ReportError> {
    let shaped = shape(fonts, &[span(face, words)], setting)?;
    let lines = break_lines(&shaped, Mp::MAX / 4, Mp::MAX / 4, setting);
    Ok(lines
        .first()
        .map(|line| set_line(line, 0, 0, width, align, setting))
        .unwrap_or_default())
}
