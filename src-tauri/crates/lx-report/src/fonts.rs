//! The shipped fonts, and which of them prints a character.
//!
//! A face asks its own font first, then the serif face, which covers the most, then the others; a character that none
//! of them has is named before a page is set (a missing glyph would be a silent box).

use std::sync::OnceLock;

use printpdf::ParsedFont;

use crate::error::ReportError;

/// A face of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Face {
    /// Body (in place of 仿宋): Noto Serif CJK SC.
    Serif,
    /// Title (in place of 小标宋): Noto Serif CJK SC Bold.
    Bold,
    /// 黑体: Noto Sans CJK SC.
    Sans,
    /// 楷体: a subset of LXGW WenKai.
    Kai,
}

impl Face {
    /// Every face, in the order in which they are tried after the asked one.
    pub const ALL: [Self; 4] = [Self::Serif, Self::Kai, Self::Sans, Self::Bold];

    /// Its name in the PDF's resources.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Serif => "LXSERI",
            Self::Bold => "LXBOLD",
            Self::Sans => "LXSANS",
            Self::Kai => "LXKAIT",
        }
    }

    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Serif => include_bytes!("../../../../assets/fonts/NotoSerifCJKsc-Regular.otf"),
            Self::Bold => include_bytes!("../../../../assets/fonts/NotoSerifCJKsc-Bold.otf"),
            Self::Sans => include_bytes!("../../../../assets/fonts/NotoSansCJKsc-Regular.otf"),
            Self::Kai => include_bytes!("../../../../assets/fonts/LinxuanKai-Regular.ttf"),
        }
    }
}

/// A character as a font prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyph {
    /// The face that has it, which may be another than the asked one.
    pub face: Face,
    /// Advance in thousandths of an em.
    pub advance: i64,
}

/// The parsed fonts.
pub struct Fonts {
    faces: Vec<(Face, ParsedFont)>,
}

impl Fonts {
    /// The shipped fonts, parsed once in a process.
    ///
    /// # Errors
    /// [`ReportError::Font`] if one cannot be read.
    pub fn shipped() -> Result<&'static Self, ReportError> {
        static SHIPPED: OnceLock<Option<Fonts>> = OnceLock::new();
        SHIPPED.get_or_init(Self::parse).as_ref().ok_or(ReportError::Font("assets/fonts"))
    }

    fn parse() -> Option<Self> {
        let read = |face: Face| Some((face, ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new())?));
        let faces = std::thread::scope(|scope| {
            let parsing: Vec<_> = Face::ALL.into_iter().map(|face| scope.spawn(move || read(face))).collect();
            parsing
                .into_iter()
                .map(|thread| thread.join().ok().flatten())
                .collect::<Option<Vec<_>>>()
        })?;
        Some(Self { faces })
    }

    /// The parsed font of a face.
    pub(crate) fn parsed(&self, face: Face) -> Option<&ParsedFont> {
        self.faces.iter().find(|(f, _)| *f == face).map(|(_, parsed)| parsed)
    }

    fn in_face(&self, face: Face, character: char) -> Option<Glyph> {
        let font = self.parsed(face)?;
        let index = font.lookup_glyph_index(u32::from(character)).filter(|index| *index != 0)?;
        let em = i64::from(font.font_metrics.units_per_em).max(1);
        Some(Glyph {
            face,
            advance: i64::from(font.get_horizontal_advance(index)) * 1000 / em,
        })
    }

    /// How a character is printed when `face` is asked for.
    #[must_use]
    pub fn glyph(&self, face: Face, character: char) -> Option<Glyph> {
        self.in_face(face, character).or_else(|| {
            Face::ALL
                .into_iter()
                .filter(|other| *other != face)
                .find_map(|other| self.in_face(other, character))
        })
    }
}

/// The characters of `text` that no shipped font prints, each once, in order.
///
/// Control characters and line ends aren't printed and don't count.
#[must_use]
pub fn check_glyphs(text: &str) -> Vec<char> {
    let Ok(fonts) = Fonts::shipped() else { return Vec::new() };
    let mut missing = Vec::new();
    for character in plain(text).chars().filter(|c| !c.is_control()) {
        if fonts.glyph(Face::Serif, character).is_none() && !missing.contains(&character) {
            missing.push(character);
        }
    }
    missing
}

/// The name of a file as it is printed: nobody can put it right, so a character without a glyph stands as its code, `[U+1F4C4]`.
pub(crate) fn file_name(name: &str) -> String {
    let missing = check_glyphs(name);
    let mut printed = String::new();
    for character in name.chars() {
        match missing.contains(&character) {
            true => printed.push_str(&format!("[U+{:04X}]", u32::from(character))),
            false => printed.push(character),
        }
    }
    printed
}

/// Text as it is printed: radicals and compatibility ideographs as the plain hanzi, invisible characters left out.
#[must_use]
pub fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}'))
        .map(|c| match c {
            '\u{2E80}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' => crate::radicals::plain_hanzi(c),
            '\u{A0}' | '\u{2002}'..='\u{200A}' | '\u{202F}' => ' ',
            other => other,
        })
        .collect()
}
