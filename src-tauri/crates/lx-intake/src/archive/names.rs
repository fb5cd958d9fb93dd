//! Names of ZIP entries: bytes without a stated encoding.

/// How a name was understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// UTF-8, flagged or evident; plain ASCII.
    Utf8,
    /// GB18030, what Chinese systems write without saying so.
    Gb18030,
    /// Neither: CP437, probably wrong.
    Cp437,
}

/// CP437 from 0x80.
const CP437: &str =
    "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// The name behind `raw`: UTF-8 where flagged; UTF-8 where it is valid and has a character from U+0800 on (shorter
/// sequences are too often GBK by chance, such as 图.docx); else GB18030; else CP437.
pub(crate) fn decode_name(raw: &[u8], flagged: bool) -> (String, Encoding) {
    if raw.is_ascii() {
        return (raw.iter().map(|b| char::from(*b)).collect(), Encoding::Utf8);
    }
    if let Ok(text) = std::str::from_utf8(raw)
        && (flagged || text.chars().any(|c| c >= '\u{800}'))
    {
        return (text.to_owned(), Encoding::Utf8);
    }
    if let Some(text) = encoding_rs::GB18030.decode_without_bom_handling_and_without_replacement(raw) {
        return (text.into_owned(), Encoding::Gb18030);
    }
    let table: Vec<char> = CP437.chars().collect();
    let glyph = |b: &u8| {
        if b.is_ascii() {
            char::from(*b)
        } else {
            table.get(usize::from(*b) - 128).copied().unwrap_or('?')
        }
    };
    (raw.iter().map(glyph).collect(), Encoding::Cp437)
}

#[cfg(test)]
mod tests {
    use super::{CP437, Encoding, decode_name};

    #[test]
    fn short_names_in_gbk_are_not_mistaken_for_utf_8() {
        let (raw, _, _) = encoding_rs::GB18030.encode("图.docx");
        assert_eq!(decode_name(&raw, false), ("图.docx".to_owned(), Encoding::Gb18030));
        assert_eq!(decode_name("图.docx".as_bytes(), false), ("图.docx".to_owned(), Encoding::Utf8));
    }

    #[test]
    fn a_trail_byte_that_looks_like_a_backslash_stays_inside_its_character() {
        let (raw, _, _) = encoding_rs::GB18030.encode("重點\\揬.pdf");
        assert_eq!(decode_name(&raw, false).0, "重點\\揬.pdf");
    }

    #[test]
    fn what_is_neither_is_cp437_and_said_to_be_a_guess() {
        assert_eq!(CP437.chars().count(), 128);
        assert_eq!(decode_name(b"caf\x82.txt", false), ("café.txt".to_owned(), Encoding::Cp437));
    }

    proptest::proptest! {
        #[test]
        fn names_never_panic(raw: Vec<u8>, flagged: bool) {
            let _ = decode_name(&raw, flagged);
        }
    }
}
