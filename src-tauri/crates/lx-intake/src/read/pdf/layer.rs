//! What of a page's text is printed: software that recognises characters lays its guess unseen over the picture of a page.

use std::ops::ControlFlow;

use pdf_oxide::{
    PdfDocument,
    content::{Matrix, Operator, TextElement, parse_content_stream},
    object::Object,
};

use super::drawing::{Dict, Step, walk};

/// Part of the page that its picture covers, at least: a figure leaves room for its caption.
const WHOLE: f32 = 0.85;
/// Of the text of a page that was scanned, so much stands over or under its picture; the rest is a stamped number.
const MOSTLY: f32 = 0.75;
/// Fewer bytes of unseen text say nothing.
const FEW: usize = 4;

/// How the text of a page came onto it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layer {
    /// As it is seen.
    Printed,
    /// As software read it off the picture that covers the page.
    Recognised,
    /// Some of it is seen by nobody.
    Unseen,
}

/// How the text of a page came onto it; of a page that draws too much, as far as it was looked at.
pub(super) fn layer(document: &PdfDocument, page: usize) -> Layer {
    let Ok((left, bottom, right, top)) = document.get_page_media_box(page) else {
        return Layer::Printed;
    };
    let mut look = Look {
        page: (right - left).abs() * (top - bottom).abs(),
        ..Look::default()
    };
    let _ = walk(document, page, parse_content_stream, &mut |step, place| {
        look.at(&step, place);
        ControlFlow::Continue(())
    });
    look.layer()
}

#[derive(Clone, Copy, Default)]
struct State {
    /// Whether characters are neither filled nor stroked.
    unseen: bool,
    /// Whether what is below can be seen through what is drawn.
    sheer: bool,
}

/// Bytes of text, by who can see them.
#[derive(Default)]
struct Look {
    /// The area of the page.
    page: f32,
    state: State,
    saved: Vec<State>,
    seen: usize,
    unseen: usize,
    /// Seen until a picture of the page came over it.
    covered: usize,
    /// Whether a picture covers the page.
    pictured: bool,
}

impl Look {
    fn at(&mut self, step: &Step<'_>, place: &Matrix) {
        match step {
            Step::Picture(dict) => self.picture(dict, place),
            Step::Ink(dict) => self.state.sheer = is_sheer(dict, self.state.sheer),
            Step::Operator(operator) => match operator {
                Operator::SaveState => self.saved.push(self.state),
                Operator::RestoreState => self.state = self.saved.pop().unwrap_or(self.state),
                Operator::Tr { render } => self.state.unseen = matches!(render, 3 | 7),
                Operator::Tj { text } | Operator::Quote { text } | Operator::DoubleQuote { text, .. } => self.text(text.len()),
                Operator::TJ { array } => {
                    let of = |part: &TextElement| match part {
                        TextElement::String(text) => text.len(),
                        TextElement::Offset(_) => 0,
                    };
                    self.text(array.iter().map(of).sum());
                }
                _ => {}
            },
        }
    }

    fn text(&mut self, bytes: usize) {
        let count = if self.state.unseen { &mut self.unseen } else { &mut self.seen };
        *count = count.saturating_add(bytes);
    }

    fn picture(&mut self, dict: &Dict, place: &Matrix) {
        let area = (place.a * place.d - place.b * place.c).abs();
        if area < WHOLE * self.page {
            return;
        }
        self.pictured = true;
        // A mark that shines through lets the text be seen.
        let masked = ["SMask", "Mask", "ImageMask", "IM"].iter().any(|key| dict.contains_key(*key));
        if !masked && !self.state.sheer {
            self.covered += std::mem::take(&mut self.seen);
        }
    }

    #[allow(clippy::as_conversions, clippy::cast_precision_loss, reason = "shares of some thousands of bytes")]
    fn layer(&self) -> Layer {
        let beside = self.unseen.saturating_add(self.covered);
        if self.pictured && beside >= FEW && beside as f32 >= MOSTLY * beside.saturating_add(self.seen) as f32 {
            Layer::Recognised
        } else if self.unseen >= FEW {
            Layer::Unseen
        } else {
            Layer::Printed
        }
    }
}

fn is_sheer(ink: &Dict, before: bool) -> bool {
    let thin = match ink.get("ca") {
        Some(Object::Real(share)) => *share < 1.0,
        Some(Object::Integer(share)) => *share < 1,
        _ => before,
    };
    let mixed = ink
        .get("BM")
        .and_then(Object::as_name)
        .is_some_and(|mode| !matches!(mode, "Normal" | "Compatible"));
    thin || mixed
}
