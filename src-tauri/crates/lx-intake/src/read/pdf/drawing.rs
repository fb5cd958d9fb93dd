//! What is drawn on a page, in its order; a form is drawn where the page draws it.

use std::{collections::HashMap, ops::ControlFlow};

use pdf_oxide::{
    PdfDocument,
    content::{Matrix, Operator},
    error::Error,
    object::Object,
};

/// Bytes of drawing of a page that are looked at, its forms included; forms to be filled in have no such pages.
const LONGEST: usize = 8 << 20;
/// Forms of a page that are looked into, and how deep.
const MOST_FORMS: usize = 200;
const DEEPEST: u32 = 4;

pub(super) type Dict = HashMap<String, Object>;
/// One of the library's parsers: of everything, or of lines only.
pub(super) type Parse = fn(&[u8]) -> Result<Vec<Operator>, Error>;

/// A step of a drawing.
pub(super) enum Step<'s> {
    Operator(&'s Operator),
    /// A picture, which fills the unit square where it is drawn.
    Picture(&'s Dict),
    /// How ink covers what is below from now on.
    Ink(&'s Dict),
}

/// Shows every step with the place of its coordinates on the page. `None` where the page draws too much or `see` has enough.
pub(super) fn walk(
    document: &PdfDocument,
    page: usize,
    parse: Parse,
    see: &mut dyn FnMut(Step<'_>, &Matrix) -> ControlFlow<()>,
) -> Option<()> {
    let drawing = document.get_page_content_data(page).ok()?;
    let of_page = document.get_page(page).ok()?;
    let resources = of_page
        .as_dict()?
        .get("Resources")
        .and_then(|own| document.resolve_object(own).ok());
    let mut walk = Walk {
        document,
        parse,
        see,
        bytes: 0,
        forms: 0,
    };
    let ended = walk.draw(&drawing, resources.as_ref(), Matrix::identity(), 0);
    ended.is_continue().then_some(())
}

struct Walk<'w> {
    document: &'w PdfDocument,
    parse: Parse,
    see: &'w mut dyn FnMut(Step<'_>, &Matrix) -> ControlFlow<()>,
    bytes: usize,
    forms: usize,
}

impl Walk<'_> {
    fn draw(&mut self, drawing: &[u8], resources: Option<&Object>, mut place: Matrix, depth: u32) -> ControlFlow<()> {
        self.bytes = self.bytes.saturating_add(drawing.len());
        if self.bytes > LONGEST {
            return ControlFlow::Break(());
        }
        let mut saved = Vec::new();
        for operator in (self.parse)(drawing).unwrap_or_default() {
            match &operator {
                Operator::SaveState => saved.push(place),
                Operator::RestoreState => place = saved.pop().unwrap_or(place),
                Operator::Cm { a, b, c, d, e, f } => place = matrix([*a, *b, *c, *d, *e, *f]).multiply(&place),
                Operator::InlineImage { dict, .. } => (self.see)(Step::Picture(dict), &place)?,
                Operator::SetExtGState { dict_name } => {
                    if let Some(Object::Dictionary(ink)) = self.named(resources, "ExtGState", dict_name) {
                        (self.see)(Step::Ink(&ink), &place)?;
                    }
                }
                Operator::Do { name } => {
                    if let Some(object) = self.named(resources, "XObject", name) {
                        self.object(&object, resources, &place, depth)?;
                    }
                }
                _ => {}
            }
            (self.see)(Step::Operator(&operator), &place)?;
        }
        ControlFlow::Continue(())
    }

    fn object(&mut self, object: &Object, resources: Option<&Object>, place: &Matrix, depth: u32) -> ControlFlow<()> {
        let Some(dict) = object.as_dict() else {
            return ControlFlow::Continue(());
        };
        match dict.get("Subtype").and_then(Object::as_name) {
            Some("Image") => (self.see)(Step::Picture(dict), place),
            Some("Form") if depth < DEEPEST && self.forms < MOST_FORMS => {
                self.forms += 1;
                let Ok(drawing) = object.decode_stream_data() else {
                    return ControlFlow::Continue(());
                };
                let own = dict.get("Resources").and_then(|own| self.document.resolve_object(own).ok());
                let moved = dict.get("Matrix").and_then(stated).map_or(*place, |m| m.multiply(place));
                (self.see)(Step::Operator(&Operator::SaveState), place)?;
                self.draw(&drawing, own.as_ref().or(resources), moved, depth + 1)?;
                (self.see)(Step::Operator(&Operator::RestoreState), place)
            }
            _ => ControlFlow::Continue(()),
        }
    }

    fn named(&self, resources: Option<&Object>, kind: &str, name: &str) -> Option<Object> {
        let all = self.document.resolve_object(resources?.as_dict()?.get(kind)?).ok()?;
        self.document.resolve_object(all.as_dict()?.get(name)?).ok()
    }
}

fn matrix([a, b, c, d, e, f]: [f32; 6]) -> Matrix {
    Matrix { a, b, c, d, e, f }
}

fn stated(object: &Object) -> Option<Matrix> {
    #[allow(
        clippy::as_conversions,
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        reason = "places on a page"
    )]
    let number = |o: &Object| match o {
        Object::Integer(n) => *n as f32,
        Object::Real(n) => *n as f32,
        _ => f32::NAN,
    };
    let all: Vec<f32> = object.as_array()?.iter().map(number).collect();
    all.try_into().ok().map(matrix)
}

/// A document of one page with this drawing; `/F` is a form that draws a line from 0 0 to 100 0, ten times as large.
#[cfg(test)]
pub(super) fn page_of(drawing: &str) -> PdfDocument {
    let line = "0 0 m 10 0 l S";
    let objects = [
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>".to_owned(),
        format!("<</Length {}>>stream\n{drawing}\nendstream", drawing.len()),
        format!(
            "<</Type/XObject/Subtype/Form/Matrix[10 0 0 10 0 0]/Length {}>>stream\n{line}\nendstream",
            line.len()
        ),
    ];
    let mut pdf = "%PDF-1.5\n".to_owned();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (n, object) in (1..).zip(&objects) {
        table += &format!("{:010} 00000 n \n", pdf.len());
        pdf += &format!("{n} 0 obj\n{object}\nendobj\n");
    }
    let end = format!(
        "{table}trailer<</Size {}/Root 1 0 R>>\nstartxref\n{}\n%%EOF\n",
        objects.len() + 1,
        pdf.len()
    );
    PdfDocument::from_bytes((pdf + &end).into_bytes()).unwrap()
}
