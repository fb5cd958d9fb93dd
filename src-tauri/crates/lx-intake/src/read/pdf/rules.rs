//! The ruled lines of a page, out of what is drawn on it.

use std::ops::ControlFlow;

use pdf_oxide::{
    PdfDocument,
    content::{Matrix, Operator, parse_content_stream_paths_only},
    geometry::Point,
};

use super::drawing::{Step, walk};

/// Rules of a page that are looked at: more draw a picture.
const MOST_RULES: usize = 20_000;
/// A filled shape no thicker than this is a rule, in points.
const THICKEST: f32 = 3.0;
/// A shorter line rules nothing off, in points.
const SHORTEST: f32 = 4.0;
/// How far a rule may lean, in points.
const LEANING: f32 = 0.5;
/// Beyond this there is no paper, in points.
const FARTHEST: f32 = 20_000.0;
/// Ink as light as this is not seen.
const WHITE: f32 = 0.97;

/// A level or upright line, in points from the lower left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub(super) upright: bool,
    /// Its place across its direction.
    pub(super) at: f32,
    pub(super) from: f32,
    pub(super) to: f32,
}

/// The rules of a page; absent where it draws too much for a form.
pub(super) fn rules(document: &PdfDocument, page: usize) -> Option<Vec<Rule>> {
    let mut pen = Pen::default();
    walk(document, page, parse_content_stream_paths_only, &mut |step, place| {
        if let Step::Operator(operator) = step {
            pen.draw(operator, place);
        }
        if pen.rules.len() > MOST_RULES {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    })?;
    Some(pen.rules)
}

/// What a drawing changes and gives back.
#[derive(Clone, Copy, Default)]
struct State {
    fills_white: bool,
    strokes_white: bool,
}

#[derive(Default)]
struct Pen {
    state: State,
    saved: Vec<State>,
    /// The corners of each part of the path at hand, on the page.
    path: Vec<Vec<(f32, f32)>>,
    /// Whether a part of the path is round: what it fills is no bar then.
    round: bool,
    rules: Vec<Rule>,
}

impl Pen {
    fn draw(&mut self, operator: &Operator, place: &Matrix) {
        match *operator {
            Operator::SaveState => self.saved.push(self.state),
            Operator::RestoreState => self.state = self.saved.pop().unwrap_or(self.state),
            Operator::SetFillGray { gray } => self.state.fills_white = gray > WHITE,
            Operator::SetStrokeGray { gray } => self.state.strokes_white = gray > WHITE,
            Operator::SetFillRgb { r, g, b } => self.state.fills_white = r.min(g).min(b) > WHITE,
            Operator::SetStrokeRgb { r, g, b } => self.state.strokes_white = r.min(g).min(b) > WHITE,
            Operator::SetFillCmyk { c, m, y, k } => self.state.fills_white = c + m + y + k < 1.0 - WHITE,
            Operator::SetStrokeCmyk { c, m, y, k } => self.state.strokes_white = c + m + y + k < 1.0 - WHITE,
            Operator::MoveTo { x, y } => self.begin(place.transform_point(x, y)),
            Operator::LineTo { x, y } => self.on(place.transform_point(x, y)),
            Operator::CurveTo { x3, y3, .. } | Operator::CurveToV { x3, y3, .. } | Operator::CurveToY { x3, y3, .. } => {
                self.round = true;
                self.begin(place.transform_point(x3, y3));
            }
            Operator::Rectangle { x, y, width, height } => {
                self.begin(place.transform_point(x, y));
                self.on(place.transform_point(x + width, y));
                self.on(place.transform_point(x + width, y + height));
                self.on(place.transform_point(x, y + height));
                self.close();
            }
            Operator::ClosePath => self.close(),
            Operator::EndPath => self.end(),
            Operator::Stroke => self.paint(true, false),
            Operator::Fill | Operator::FillEvenOdd => self.paint(false, true),
            Operator::FillStroke | Operator::FillStrokeEvenOdd => self.paint(true, true),
            Operator::CloseFillStroke | Operator::CloseFillStrokeEvenOdd => {
                self.close();
                self.paint(true, true);
            }
            _ => {}
        }
    }

    fn begin(&mut self, at: Point) {
        self.path.push(vec![(at.x, at.y)]);
    }

    fn on(&mut self, at: Point) {
        match self.path.last_mut() {
            Some(part) => part.push((at.x, at.y)),
            None => self.path.push(vec![(at.x, at.y)]),
        }
    }

    fn close(&mut self) {
        if let Some(part) = self.path.last_mut()
            && let Some(first) = part.first().copied()
        {
            part.push(first);
        }
    }

    fn end(&mut self) {
        self.path.clear();
        self.round = false;
    }

    fn paint(&mut self, strokes: bool, fills: bool) {
        for part in &self.path {
            if strokes && !self.state.strokes_white {
                let sides = part.windows(2).filter_map(|pair| match pair {
                    [a, b] => side(*a, *b),
                    _ => None,
                });
                self.rules.extend(sides);
            }
            if fills && !self.round && !self.state.fills_white {
                self.rules.extend(bar(part));
            }
        }
        self.end();
    }
}

/// The line from one corner to the next.
fn side(a: (f32, f32), b: (f32, f32)) -> Option<Rule> {
    let upright = (a.0 - b.0).abs() <= LEANING;
    if !upright && (a.1 - b.1).abs() > LEANING {
        return None;
    }
    let (at, from, to) = if upright {
        (f32::midpoint(a.0, b.0), a.1, b.1)
    } else {
        (f32::midpoint(a.1, b.1), a.0, b.0)
    };
    rule(upright, at, from.min(to), from.max(to))
}

/// The rule that a thin filled shape is.
fn bar(corners: &[(f32, f32)]) -> Option<Rule> {
    let first = corners.first()?;
    let (mut low, mut high) = (*first, *first);
    for (x, y) in corners {
        low = (low.0.min(*x), low.1.min(*y));
        high = (high.0.max(*x), high.1.max(*y));
    }
    // Every corner is one of the bar's.
    let near = |v: f32, a: f32, b: f32| (v - a).abs() <= LEANING || (v - b).abs() <= LEANING;
    if corners.len() < 4 || !corners.iter().all(|(x, y)| near(*x, low.0, high.0) && near(*y, low.1, high.1)) {
        return None;
    }
    let (wide, tall) = (high.0 - low.0, high.1 - low.1);
    if tall <= THICKEST && wide > tall {
        rule(false, f32::midpoint(low.1, high.1), low.0, high.0)
    } else if wide <= THICKEST && tall > wide {
        rule(true, f32::midpoint(low.0, high.0), low.1, high.1)
    } else {
        None
    }
}

fn rule(upright: bool, at: f32, from: f32, to: f32) -> Option<Rule> {
    let on_paper = [at, from, to].iter().all(|v| v.is_finite() && v.abs() <= FARTHEST);
    (on_paper && to - from >= SHORTEST).then_some(Rule { upright, at, from, to })
}

#[cfg(test)]
mod tests {
    use super::rules;
    use crate::read::pdf::drawing::page_of;

    fn said(drawing: &str) -> Vec<(bool, f32, f32, f32)> {
        let all = rules(&page_of(drawing), 0).unwrap();
        all.into_iter().map(|r| (r.upright, r.at, r.from, r.to)).collect()
    }

    #[test]
    fn strokes_and_thin_bars_are_rules_wherever_the_paper_is_moved_to() {
        assert_eq!(said("10 20 m 110 20 l S"), [(false, 20.0, 10.0, 110.0)]);
        assert_eq!(said("q 2 0 0 2 5 0 cm 10 20 m 10 70 l S Q"), [(true, 25.0, 40.0, 140.0)]);
        assert_eq!(said("10 20 0.5 100 re f*"), [(true, 10.25, 20.0, 120.0)]);
        assert_eq!(said("10 20 m 110 20 l 110 21 l 10 21 l h f"), [(false, 20.5, 10.0, 110.0)]);
        assert_eq!(said("10 20 100 50 re S").len(), 4);
        assert_eq!(said("q 1 0 0 1 5 7 cm /F Do Q"), [(false, 7.0, 5.0, 105.0)], "by way of a form");
    }

    #[test]
    fn shades_clips_slopes_curves_and_white_ink_are_none() {
        for drawing in [
            "10 20 100 50 re f",
            "10 20 100 50 re W n",
            "10 20 m 60 90 l S",
            "10 20 m 20 30 40 50 110 20 c S",
            "1 G 10 20 m 110 20 l S",
            "1 1 1 rg 10 20 100 0.5 re f",
            "10 20 0.5 0.5 re f",
            "10 20 m 1e30 20 l S",
        ] {
            assert_eq!(said(drawing), [], "{drawing}");
        }
    }

    #[test]
    fn a_page_of_very_many_lines_is_a_picture() {
        let hatched = "10 20 m 110 20 l S\n".repeat(30_000);
        assert_eq!(rules(&page_of(&hatched), 0), None);
    }

    proptest::proptest! {
        #[test]
        fn drawings_never_panic(drawing in "([0-9.\\-]{1,4} ){0,6}(m|l|re|h|S|f|f\\*|B|b|q|Q|cm|c|v|n|W)( ([0-9.\\-]{1,4} ){0,6}(m|l|re|h|S|f|B|q|Q|cm|y)){0,20}") {
            let _ = rules(&page_of(&drawing), 0);
        }
    }
}
