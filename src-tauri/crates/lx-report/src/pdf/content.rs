//! The operators of a page.

use std::collections::BTreeMap;

use printpdf::{DictItem, FontId, Line, LinePoint, Mm, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, Point, Pt, TextItem, TextMatrix};

use crate::{
    error::ReportError,
    fonts::{Face, Fonts},
    layout::{Area, Mark, Mp, Page, Piece, Role, Run, SetLine},
};

/// Thousandths of a point as the points that printpdf takes.
#[allow(
    clippy::as_conversions,
    clippy::cast_precision_loss,
    reason = "lengths are under 2^24, which a float holds exactly"
)]
fn points(length: Mp) -> Pt {
    Pt(length as f32 / 1000.0)
}

fn sheet(area: Area) -> (Mm, Mm) {
    if area.landscape {
        (Mm(297.0), Mm(210.0))
    } else {
        (Mm(210.0), Mm(297.0))
    }
}

/// The document with its fonts and the content of its pages.
pub(super) fn document(fonts: &Fonts, pages: &[Page], title: &str) -> Result<PdfDocument, ReportError> {
    let mut document = PdfDocument::new(title);
    for face in Face::ALL {
        let parsed = fonts.parsed(face).ok_or(ReportError::Font(face.id()))?;
        // Fonts under names of our own: printpdf counts them through the whole process.
        document
            .resources
            .fonts
            .map
            .insert(FontId(face.id().to_owned()), PdfFont::new(parsed.clone()));
    }
    document.pages = pages.iter().map(page).collect();
    Ok(document)
}

fn page(page: &Page) -> PdfPage {
    let mut ops = Vec::new();
    let mut marked: i64 = 0;
    for mark in &page.marks {
        match mark {
            Mark::Rule { from, to, width } => rule(&mut ops, *from, *to, *width),
            Mark::Line(line) => {
                begin(&mut ops, line, &mut marked);
                line.runs.iter().for_each(|run| show(&mut ops, run, line.turned));
                ops.push(Op::EndMarkedContent);
            }
        }
    }
    let (width, height) = sheet(page.area);
    PdfPage::new(width, height, ops)
}

fn rule(ops: &mut Vec<Op>, from: (Mp, Mp), to: (Mp, Mp), width: Mp) {
    let point = |(x, y): (Mp, Mp)| LinePoint {
        p: Point {
            x: points(x),
            y: points(y),
        },
        bezier: false,
    };
    ops.push(Op::BeginMarkedContent {
        tag: "Artifact".to_owned(),
    });
    ops.push(Op::SetOutlineThickness { pt: points(width) });
    ops.push(Op::DrawLine {
        line: Line {
            points: vec![point(from), point(to)],
            is_closed: false,
        },
    });
    ops.push(Op::EndMarkedContent);
}

/// Opens marked content: the line's place in the structure, and its words where spacing would hide them.
fn begin(ops: &mut Vec<Op>, line: &SetLine, marked: &mut i64) {
    if line.role == Role::Artifact {
        ops.push(Op::BeginMarkedContent {
            tag: "Artifact".to_owned(),
        });
        return;
    }
    let mut properties = BTreeMap::from([("MCID".to_owned(), DictItem::Int(*marked))]);
    *marked += 1;
    if line
        .runs
        .iter()
        .flat_map(|run| &run.pieces)
        .any(|piece| matches!(piece, Piece::Gap(gap) if *gap > 100))
    {
        let mut text = vec![0xFE, 0xFF];
        text.extend(line.text.encode_utf16().flat_map(u16::to_be_bytes));
        properties.insert(
            "ActualText".to_owned(),
            DictItem::String {
                data: text,
                literal: false,
            },
        );
    }
    ops.push(Op::BeginMarkedContentWithProperties {
        tag: "Span".to_owned(),
        properties: DictItem::Dict { map: properties },
    });
}

fn show(ops: &mut Vec<Op>, run: &Run, turned: bool) {
    ops.push(Op::StartTextSection);
    ops.push(Op::SetFont {
        font: PdfFontHandle::External(FontId(run.face.id().to_owned())),
        size: points(run.size),
    });
    ops.push(Op::SetCharacterSpacing {
        multiplier: points(run.tracking).0,
    });
    let (x, y) = (points(run.x), points(run.y));
    if turned {
        ops.push(Op::SetTextMatrix {
            matrix: TextMatrix::Raw([0.0, -1.0, 1.0, 0.0, x.0, y.0]),
        });
    } else {
        ops.push(Op::SetTextCursor { pos: Point { x, y } });
    }
    let items = run.pieces.iter().map(|piece| match piece {
        Piece::Text(text) => TextItem::Text(text.clone()),
        #[allow(
            clippy::as_conversions,
            clippy::cast_precision_loss,
            reason = "thousandths of an em, small whole numbers"
        )]
        Piece::Gap(gap) => TextItem::Offset(-(*gap as f32)),
    });
    ops.push(Op::ShowText { items: items.collect() });
    ops.push(Op::EndTextSection);
}
