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

/// Whether the Latin word or number around a place has a letter: GB 18030 stands apart from hanzi, 2026 doesn't
/// (2026年11月23日, 第3页, 共60个).
fn lettered<'c>(word: impl Iterator<Item = &'c char>) -> bool {
    word.take_while(|c| is_latin(**c) || matches!(c, '-' | '.' | '/' | '_'))
        .any(|c| c.is_alphabetic())
}

/// Space before the character at `at`.
fn gap(text: &[char], at: usize, size: Mp) -> Mp {
    let (Some(before), Some(character)) = (at.checked_sub(1).and_then(|before| text.get(before)), text.get(at)) else {
        return 0;
    };
    let opening = is_hanzi(*before) && is_latin(*character) && lettered(text.iter().skip(at));
    let closing = is_latin(*before) && is_hanzi(*character) && lettered(text.iter().take(at).rev());
    if opening || closing {
        size / 4
    } else if (closes(*before) && (closes(*character) || opens(*character))) || (opens(*before) && opens(*character)) {
        -size / 2
    } else {
        0
    }
}

/// Whether a line may not end between these, though Unicode would let it: GZ2026-001, GB/T 22239—2019.
fn belong_together(before: char, character: char) -> bool {
    matches!(before, '-' | '—' | '/' | '.') && character.is_ascii_alphanumeric()
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
    let text: Vec<char> = all.chars().collect();
    for (at, ((offset, character), (face, value))) in all.char_indices().zip(faces).enumerate() {
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
        let bound = last.is_some_and(|last| opens(last) || belong_together(last, character));
        if before == Before::May && (bound || keeps_to_the_left(character)) {
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
            gap: gap(&text, at, setting.size),
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
