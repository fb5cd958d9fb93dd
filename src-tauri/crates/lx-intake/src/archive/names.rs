//! Names of archive entries: bytes without a stated encoding.

use std::{fmt, str::FromStr};

use encoding_rs::Encoding;
use serde::{Deserialize, Serialize};

/// How the bytes of a name are understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum NameEncoding {
    /// What Chinese systems write without saying so.
    #[serde(rename = "gb18030")]
    Gb18030,
    /// Flagged or evident; plain ASCII.
    #[serde(rename = "utf-8")]
    Utf8,
    /// Traditional Chinese systems. Cannot be told from GB18030: only a person chooses it.
    #[serde(rename = "big5")]
    Big5,
    /// What the ZIP standard says and nobody means; a last resort.
    #[serde(rename = "cp437")]
    Cp437,
}

/// A text that is no name of an encoding.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is none of gb18030, utf-8, big5, cp437")]
pub struct UnknownEncoding(pub String);

/// CP437 from 0x80.
const CP437: &str =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

impl NameEncoding {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Gb18030, Self::Utf8, Self::Big5, Self::Cp437];

    /// Its stable name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gb18030 => "gb18030",
            Self::Utf8 => "utf-8",
            Self::Big5 => "big5",
            Self::Cp437 => "cp437",
        }
    }

    /// Its name for people.
    pub(crate) fn spoken(self) -> &'static str {
        match self {
            Self::Gb18030 => "GB18030",
            Self::Utf8 => "UTF-8",
            Self::Big5 => "Big5",
            Self::Cp437 => "CP437",
        }
    }

    /// The name behind `raw`, and whether every byte of it had a meaning; what had none becomes U+FFFD.
    pub(crate) fn decode(self, raw: &[u8]) -> (String, bool) {
        let through = |encoding: &'static Encoding| {
            let (text, faults) = encoding.decode_without_bom_handling(raw);
            (text.into_owned(), !faults)
        };
        match self {
            Self::Gb18030 => through(encoding_rs::GB18030),
            Self::Big5 => through(encoding_rs::BIG5),
            Self::Utf8 => (String::from_utf8_lossy(raw).into_owned(), std::str::from_utf8(raw).is_ok()),
            Self::Cp437 => {
                let table: Vec<char> = CP437.chars().collect();
                let glyph = |b: &u8| match b.checked_sub(128) {
                    None => char::from(*b),
                    Some(high) => table.get(usize::from(high)).copied().unwrap_or(char::REPLACEMENT_CHARACTER),
                };
                (raw.iter().map(glyph).collect(), true)
            }
        }
    }
}

impl fmt::Display for NameEncoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for NameEncoding {
    type Err = UnknownEncoding;
    fn from_str(text: &str) -> Result<Self, UnknownEncoding> {
        let known = Self::ALL.into_iter().find(|e| e.as_str() == text);
        known.ok_or_else(|| UnknownEncoding(text.to_owned()))
    }
}

/// What a person chose, and how far the choice reaches.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wish {
    pub(crate) encoding: Option<NameEncoding>,
    /// Inside of an archive inside: the choice was made by looking at other names, so evident UTF-8 stays UTF-8.
    pub(crate) inner: bool,
}

/// A name and how it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) encoding: NameEncoding,
    /// Whether the archive itself says how: plain ASCII, a flag, a format with one encoding.
    pub(crate) stated: bool,
    /// Whether every byte had a meaning.
    pub(crate) whole: bool,
}

/// The name behind `raw`: UTF-8 where stated; else what a person chose; else UTF-8 where it is valid and has a character
/// from U+0800 on (shorter sequences are too often GBK by chance, such as 图.docx); else GB18030; else CP437.
pub(crate) fn decode_name(raw: &[u8], stated: bool, wish: Wish) -> Name {
    let said = |text: String| Name {
        text,
        encoding: NameEncoding::Utf8,
        stated: true,
        whole: true,
    };
    if raw.is_ascii() {
        return said(raw.iter().map(|b| char::from(*b)).collect());
    }
    let utf8 = std::str::from_utf8(raw).ok();
    if let Some(text) = utf8.filter(|_| stated) {
        return said(text.to_owned());
    }
    let evident = utf8.filter(|text| text.chars().any(|c| c >= '\u{800}'));
    let encoding = match (wish.encoding, evident) {
        (Some(chosen), None) => chosen,
        (Some(chosen), Some(_)) if !wish.inner => chosen,
        (_, Some(_)) => NameEncoding::Utf8,
        (None, None) if NameEncoding::Gb18030.decode(raw).1 => NameEncoding::Gb18030,
        (None, None) => NameEncoding::Cp437,
    };
    let (text, whole) = encoding.decode(raw);
    Name {
        text,
        encoding,
        stated: false,
        whole,
    }
}

/// The path behind `raw`, folder by folder: on a disk each may have been named by another system. No encoding here has a
/// `/` inside of a character.
pub(crate) fn decode_path(raw: &[u8], wish: Wish) -> Name {
    let parts: Vec<Name> = raw
        .split(|b| *b == b'/')
        .map(|part| decode_name(part, std::str::from_utf8(part).is_ok(), wish))
        .collect();
    Name {
        text: parts.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("/"),
        encoding: parts.iter().find(|p| !p.stated).map_or(NameEncoding::Utf8, |p| p.encoding),
        stated: parts.iter().all(|p| p.stated),
        whole: parts.iter().all(|p| p.whole),
    }
}

#[cfg(test)]
mod tests {
    use super::{CP437, Name, NameEncoding, Wish, decode_name};

    fn name(raw: &[u8], wish: Option<NameEncoding>) -> (String, NameEncoding) {
        let Name { text, encoding, .. } = decode_name(
            raw,
            false,
            Wish {
                encoding: wish,
                inner: false,
            },
        );
        (text, encoding)
    }

    #[test]
    fn short_names_in_gbk_are_not_mistaken_for_utf_8() {
        let (raw, _, _) = encoding_rs::GB18030.encode("图.docx");
        assert_eq!(name(&raw, None), ("图.docx".to_owned(), NameEncoding::Gb18030));
        assert_eq!(name("图.docx".as_bytes(), None), ("图.docx".to_owned(), NameEncoding::Utf8));
    }

    #[test]
    fn a_trail_byte_that_looks_like_a_backslash_stays_inside_its_character() {
        let (raw, _, _) = encoding_rs::GB18030.encode("重點\\揬.pdf");
        assert_eq!(name(&raw, None).0, "重點\\揬.pdf");
    }

    #[test]
    fn what_is_neither_is_cp437_and_said_to_be_a_guess() {
        assert_eq!(CP437.chars().count(), 128);
        assert_eq!(name(b"caf\x82.txt", None), ("café.txt".to_owned(), NameEncoding::Cp437));
    }

    #[test]
    fn a_choice_decodes_what_states_nothing_and_leaves_the_rest_alone() {
        let (raw, _, _) = encoding_rs::BIG5.encode("計畫書.docx");
        assert_ne!(name(&raw, None).0, "計畫書.docx", "Big5 cannot be told from GBK");
        assert_eq!(name(&raw, Some(NameEncoding::Big5)), ("計畫書.docx".to_owned(), NameEncoding::Big5));
        let wish = |inner| Wish {
            encoding: Some(NameEncoding::Big5),
            inner,
        };
        let utf8 = "計畫書.docx".as_bytes();
        assert_eq!(decode_name(utf8, true, wish(false)).text, "計畫書.docx", "a flag is no guess");
        assert_eq!(
            decode_name(utf8, false, wish(true)).text,
            "計畫書.docx",
            "nor is an inner archive's own UTF-8"
        );
        assert_ne!(
            decode_name(utf8, false, wish(false)).text,
            "計畫書.docx",
            "what a person saw and chose"
        );
    }

    #[test]
    fn encodings_keep_their_names() {
        for encoding in NameEncoding::ALL {
            assert_eq!(encoding.as_str().parse(), Ok(encoding));
        }
        assert_eq!(NameEncoding::ALL.map(NameEncoding::as_str), ["gb18030", "utf-8", "big5", "cp437"]);
        assert!("gbk".parse::<NameEncoding>().is_err());
    }

    proptest::proptest! {
        #[test]
        fn names_never_panic(raw: Vec<u8>, stated: bool, choice in 0_usize..5) {
            let wish = Wish { encoding: NameEncoding::ALL.get(choice).copied(), inner: stated };
            let _ = decode_name(&raw, stated, wish);
        }
    }
}
