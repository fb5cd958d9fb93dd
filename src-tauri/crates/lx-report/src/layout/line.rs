//! From characters to lines, and from a line to runs on a page.

use super::{
    geometry::{Mp, Setting},
    mark::{Piece, Run},
    shape::{Before, Shaped, closes},
};

/// Where a line stands in its width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    /// Both edges straight, the last line left.
    Justify,
    /// Left.
    Left,
    /// In the middle.
    Centre,
    /// Right: numerals.
    Right,
}

/// One line: its characters, and whether a paragraph goes on after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    /// The characters, no space at either end.
    pub shaped: Vec<Shaped>,
    /// Whether the paragraph goes on (then it is justified).
    pub goes_on: bool,
}

/// How wide the characters are without stretching; a mark at the end may hang by half.
pub(super) fn natural(shaped: &[Shaped], setting: Setting) -> Mp {
    let full: Mp = shaped
        .iter()
        .enumerate()
        .map(|(at, s)| s.advance + setting.tracking + if at == 0 { 0 } else { s.gap })
        .sum();
    full - setting.tracking
}

/// What the mark at the end may give up when the line is tight.
fn spare(shaped: &[Shaped]) -> Mp {
    shaped.last().filter(|s| closes(s.character)).map_or(0, |s| s.advance / 2)
}

/// Breaks a paragraph into lines of the given widths (the first, then all others).
pub(crate) fn break_lines(mut rest: &[Shaped], first: Mp, others: Mp, setting: Setting) -> Vec<Line> {
    let mut lines = Vec::new();
    while !rest.is_empty() {
        let width = if lines.is_empty() { first } else { others };
        let taken = fitting(rest, width, setting).clamp(1, rest.len());
        let (line, after) = rest.split_at(taken);
        let goes_on = after.first().is_some_and(|next| next.before != Before::Must);
        let kept = line.iter().rposition(|s| s.character != ' ').map_or(0, |last| last + 1);
        lines.push(Line {
            shaped: line.get(..kept).unwrap_or(line).to_vec(),
            goes_on,
        });
        let spaces = if goes_on {
            after.iter().take_while(|s| s.character == ' ').count()
        } else {
            0
        };
        rest = after.get(spaces..).unwrap_or(&[]);
    }
    lines
}

/// How many characters the next line takes.
fn fitting(rest: &[Shaped], width: Mp, setting: Setting) -> usize {
    let mut used = 0;
    let mut good = None;
    for (at, shaped) in rest.iter().enumerate() {
        if at > 0 {
            match shaped.before {
                Before::Must => return at,
                Before::May => good = Some(at),
                Before::Never => {}
            }
        }
        if shaped.character == ' ' {
            used += shaped.advance + setting.tracking;
            continue;
        }
        used += shaped.advance + setting.tracking + if at == 0 { 0 } else { shaped.gap };
        // A tight line may lose 1.5 % of its size between characters, and a mark at its end its empty half.
        let slack = Mp::try_from(at).unwrap_or(0) * setting.size * 3 / 200;
        let hanging = if closes(shaped.character) { shaped.advance / 2 } else { 0 };
        if used - setting.tracking - hanging > width + if hanging > 0 { slack } else { 20 } {
            return good.unwrap_or(at);
        }
    }
    rest.len()
}

/// Sets a line with its left edge at `x`, its base line at `y`.
pub(crate) fn set_line(line: &Line, x: Mp, y: Mp, width: Mp, align: Align, setting: Setting) -> Vec<Run> {
    let wide = natural(&line.shaped, setting);
    let gaps = Mp::try_from(line.shaped.len().saturating_sub(1)).unwrap_or(0);
    let mut tracking = setting.tracking;
    let mut pen = x;
    match align {
        Align::Justify if line.goes_on && gaps > 0 => {
            let room = if wide > width {
                width + spare(&line.shaped) - wide
            } else {
                width - wide
            };
            // A line that had to end early stays a little short rather than fall apart.
            tracking += (room / gaps).min(setting.size / 10);
        }
        Align::Justify | Align::Left => {}
        Align::Centre => pen += (width - wide) / 2,
        Align::Right => pen += width - wide,
    }
    runs(&line.shaped, pen, y, tracking, setting.size)
}

fn runs(shaped: &[Shaped], x: Mp, y: Mp, tracking: Mp, size: Mp) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut pen = x;
    for (at, s) in shaped.iter().enumerate() {
        let gap = if at == 0 { 0 } else { s.gap };
        pen += gap;
        match runs.last_mut().filter(|run| run.face == s.face) {
            Some(run) => {
                if gap != 0 {
                    run.pieces.push(Piece::Gap(gap * 1000 / size));
                }
                match run.pieces.last_mut() {
                    Some(Piece::Text(text)) => text.push(s.character),
                    Some(Piece::Gap(_)) | None => run.pieces.push(Piece::Text(s.character.to_string())),
                }
            }
            None => runs.push(Run {
                x: pen,
                y,
                face: s.face,
                size,
                tracking,
                pieces: vec![Piece::Text(s.character.to_string())],
            }),
        }
        pen += s.advance + tracking;
    }
    runs
}

/// Before these words a title may end a line.
const WORDS: [&str; 8] = ["试点", "项目", "遴选", "评审", "申报", "结果", "报告", "工作"];

/// Makes the lines of a title alike: two lines part at a word where there is one near the middle, and more come out
/// as equal as they can. The width to break in.
pub(super) fn balance(shaped: &mut [Shaped], width: Mp, setting: Setting) -> Mp {
    let lines = break_lines(shaped, width, width, setting).len();
    let text: Vec<char> = shaped.iter().map(|s| s.character).collect();
    let is_word = |at: usize| WORDS.iter().any(|word| text.iter().skip(at).take(2).copied().eq(word.chars()));
    let best = (1..text.len())
        .filter(|at| is_word(*at))
        .min_by_key(|at| text.len().abs_diff(2 * at));
    if let (2, Some(at)) = (lines, best)
        && text.len().abs_diff(2 * at) <= 6
        && let Some(first) = shaped.get_mut(at)
    {
        first.before = Before::Must;
        return width;
    }
    let (mut low, mut high) = (0, width);
    while high - low > setting.size / 4 {
        let middle = (low + high) / 2;
        if break_lines(shaped, middle, middle, setting).len() > lines {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}
