//! Plain text.

use lx_domain::DocumentKind;
use unicode_normalization::UnicodeNormalization;

use super::Content;

/// The text behind bytes: by their mark, else UTF-8, else GB18030.
pub(crate) fn decode(bytes: &[u8]) -> String {
    if let Some((encoding, mark)) = encoding_rs::Encoding::for_bom(bytes) {
        return encoding
            .decode_without_bom_handling(bytes.get(mark..).unwrap_or_default())
            .0
            .into_owned();
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::GB18030.decode_without_bom_handling(bytes).0.into_owned(),
    }
}

/// With the hanzi that radicals and compatibility forms look like, which PDFs give instead of them.
pub(crate) fn hanzi(text: &str) -> String {
    text.chars().map(hanzi_of).collect()
}

/// The hanzi that a character looks like, where it is a radical or a compatibility form.
pub(crate) fn hanzi_of(c: char) -> char {
    match c {
        '\u{2F00}'..='\u{2FDF}' | '\u{F900}'..='\u{FAFF}' | '\u{2F800}'..='\u{2FA1F}' => std::iter::once(c).nfkc().next().unwrap_or(c),
        _ => c,
    }
}

/// Boxes and ticks of Wingdings and Wingdings 2, in which forms draw their choices, by their codes.
pub(crate) fn symbol(code: &str) -> Option<char> {
    Some(match code.to_uppercase().trim_start_matches("F0") {
        "FE" | "52" | "53" | "54" => '☑',
        "FD" | "78" => '☒',
        "A8" | "6F" | "71" | "A3" | "2A" | "30" => '□',
        "FC" | "50" => '√',
        "6E" => '■',
        "A1" => '○',
        _ => return None,
    })
}

/// The sign that a character of a font of signs stands for; any other character as it is.
pub(crate) fn sign_of(c: char) -> char {
    match c {
        '\u{F020}'..='\u{F0FF}' => symbol(&format!("{:X}", u32::from(c))).unwrap_or(c),
        _ => c,
    }
}

/// Plain text: a line is a paragraph.
pub(crate) fn text(bytes: &[u8]) -> Content {
    let mut content = Content::of(DocumentKind::Text);
    for (number, line) in decode(bytes).lines().enumerate() {
        content.paragraph(format!("第{}行", number + 1), line.trim_end().to_owned(), None);
    }
    content
}

#[cfg(test)]
mod tests {
    use super::{decode, hanzi, text};

    #[test]
    fn signs_of_a_font_are_the_boxes_that_they_draw() {
        let text: String = "\u{F052}语音\u{F0A3}区块链\u{E000}R".chars().map(super::sign_of).collect();
        assert_eq!(text, "☑语音□区块链\u{E000}R");
    }

    #[test]
    fn radicals_are_the_hanzi_they_look_like() {
        assert_eq!(hanzi("⼀⽅⾦融 豈①Ａ"), "一方金融 豈①Ａ");
    }

    #[test]
    fn text_is_decoded_by_mark_then_utf_8_then_gb18030() {
        assert_eq!(decode(b"\xFF\xFE\x2D\x4E"), "中");
        assert_eq!(decode("中".as_bytes()), "中");
        assert_eq!(decode(b"\xD6\xD0"), "中");
        assert_eq!(text(b"a\n\nb").pieces.len(), 2);
    }
}
