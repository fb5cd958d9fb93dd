//! From words to characters with their widths and the places where a line may end.

use unicode_linebreak::{BreakOpportunity, linebreaks};

use super::geometry::{Mp, Setting};
use crate::{
    error::ReportError,
    fonts::{Face, Fonts, plain},
};

/// Words in one face; with `what`, they're a value that goes on the list of printed values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// Face.
    pub face: Face,
    /// Words.
    pub text: String,
    /// What the value is.
    pub what: Option<String>,
}

/// Plain words.
pub(crate) fn span(face: Face, text: impl Into<String>) -> Span {
    Span {
        face,
        text: text.into(),
        what: None,
    }
}

/// A value in the body's face.
pub(crate) fn value(text: impl Into<String>, what: impl Into<String>) -> Span {
    Span {
        face: Face::Serif,
        text: text.into(),
        what: Some(what.into()),
    }
}

/// Whether a line may end before a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Before {
    /// No.
    Never,
    /// It may.
    May,
    /// It must.
    Must,
}

/// A character ready to be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shaped {
    /// Which.
    pub character: char,
    /// Face that has it.
    pub face: Face,
    /// Advance without tracking.
    pub advance: Mp,
    /// Space before it: a quarter em between hanzi and Latin; negative where two marks meet.
    pub gap: Mp,
    /// Whether a line may end before it.
    pub before: Before,
    /// The value that begins here: its place in the list of spans.
    pub value: Option<usize>,
}

/// A full-width mark whose ink stands in the left half.
pub(crate) fn closes(character: char) -> bool {
    matches!(
        character,
        '，' | '。' | '、' | '；' | '：' | '）' | '〕' | '》' | '】' | '」' | '』' | '”' | '’' | '〉'
    )
}

/// A full-width mark whose ink stands in the right half.
fn opens(character: char) -> bool {
    matches!(character, '（' | '〔' | '《' | '【' | '「' | '『' | '“' | '‘' | '〈')
}

fn is_hanzi(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '%' | '#' | '@' | '\u{C0}'..='\u{24F}')
}

/// 2026年11月23日, 第3页: figures that belong to their hanzi stand close.
fn is_close(hanzi: char, figure: char) -> bool {
    figure.is_ascii_digit()
        && matches!(
            hanzi,
            '年' | '月' | '日' | '第' | '时' | '分' | '页' | '家' | '名' | '个' | '项' | '号' | '件' | '条' | '份'
        )
}

fn gap(before: Option<char>, character: char, size: Mp) -> Mp {
    let Some(before) = before else { return 0 };
    let mixed = (is_hanzi(before) && is_latin(character) && !is_close(before, character))
        || (is_latin(before) && is_hanzi(character) && !is_close(character, before));
    if mixed {
        size / 4
    } else if (closes(before) && (closes(character) || opens(character))) || (opens(before) && opens(character)) {
        -size / 2
    } else {
        0
    }
}

fn keeps_to_the_left(character: char) -> bool {
    closes(character) || matches!(character, '·' | '～' | '—' | '…' | '％' | '%' | '？' | '！')
}

/// Shapes the spans of one paragraph.
///
/// # Errors
/// [`ReportError::MissingGlyphs`] with every character that no font prints.
pub(crate) fn shape(fonts: &Fonts, spans: &[Span], setting: Setting) -> Result<Vec<Shaped>, ReportError> {
    let mut all = String::new();
    let mut faces: Vec<(Face, Option<usize>)> = Vec::new();
    for (index, span) in spans.iter().enumerate() {
        let mut begins = span.what.as_ref().map(|_| index);
        for character in plain(&span.text).chars() {
            let character = if character == '\t' { ' ' } else { character };
            if character.is_control() && character != '\n' {
                continue;
            }
            all.push(character);
            faces.push((span.face, begins.take()));
        }
    }
    let mut breaks = linebreaks(&all).peekable();
    let mut shaped: Vec<Shaped> = Vec::with_capacity(faces.len());
    let mut missing = Vec::new();
    let mut last = None;
    let mut must = false;
    for ((offset, character), (face, value)) in all.char_indices().zip(faces) {
        let mut before = Before::Never;
        while let Some((_, kind)) = breaks.next_if(|(at, _)| *at <= offset) {
            before = if kind == BreakOpportunity::Mandatory {
                Before::Must
            } else {
                Before::May
            };
        }
        if character == '\n' {
            must = true;
            continue;
        }
        if before == Before::May && (keeps_to_the_left(character) || last.is_some_and(opens)) {
            before = Before::Never;
        }
        if std::mem::take(&mut must) {
            before = Before::Must;
        }
        let Some(glyph) = fonts.glyph(face, character) else {
            missing.push(character);
            continue;
        };
        shaped.push(Shaped {
            character,
            face: glyph.face,
            advance: glyph.advance * setting.size / 1000,
            gap: gap(last, character, setting.size),
            before,
            value,
        });
        last = Some(character);
    }
    if missing.is_empty() {
        Ok(shaped)
    } else {
        Err(ReportError::MissingGlyphs(missing))
    }
}
