//! What the format of a cell of a spreadsheet does to its number.

/// What the style of a cell says of its value.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shown {
    /// Struck out: nobody says it.
    pub(super) struck: bool,
    /// The format shows something else than the number: digits, signs or words of its own, or only a part of a day.
    pub(super) otherwise: bool,
}

/// Whether a format shows a number, or a day, as something that the bare value does not say: `000-00000000`, `yyyy年m月`, `0"万元"`.
pub(super) fn shows_otherwise(code: &str) -> bool {
    if matches!(code, "" | "@") || code.eq_ignore_ascii_case("general") {
        return false;
    }
    let bare = without_layout(code);
    let first = bare.split(';').next().unwrap_or_default();
    if first.eq_ignore_ascii_case("general") {
        return false;
    }
    let words = first.to_ascii_lowercase();
    if words.contains(['y', 'd', 'm', 'h', 's']) {
        let day = ['y', 'm', 'd'].iter().all(|part| words.contains(*part));
        let clock = words.contains('h') && !words.contains(['y', 'd']);
        return !day && !clock;
    }
    let whole = first.split('.').next().unwrap_or_default();
    let zeros = whole.chars().filter(|c| *c == '0').count();
    zeros > 1 || !first.trim().chars().all(|c| matches!(c, '0' | '#' | '?' | '.' | ',' | ' '))
}

/// A format without colours, languages, and the room it leaves beside a number.
fn without_layout(code: &str) -> String {
    let mut out = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '[' => out.push_str(
                chars
                    .by_ref()
                    .take_while(|c| *c != ']')
                    .find(|c| matches!(c, 'h'))
                    .map_or("", |_| "h"),
            ),
            '_' | '*' => drop(chars.next()),
            c => out.push(c),
        }
    }
    out
}

/// A format that a program knows by its number, where it is none of the plain ones.
pub(super) fn builtin_shows_otherwise(id: u16) -> bool {
    // Percentages, fractions and powers; days without a year or months without a day, in both alphabets.
    matches!(id, 9..=13 | 16 | 17 | 27 | 28 | 48 | 50 | 52 | 53 | 54 | 57 | 58)
}

#[cfg(test)]
mod tests {
    use super::shows_otherwise;

    #[test]
    fn plain_numbers_and_days_are_what_they_are_and_other_formats_say_more() {
        for plain in [
            "General",
            "0",
            "0.00",
            "#,##0.00",
            "0_ ",
            "0.00_);[Red]\\(0.00\\)",
            "yyyy/m/d",
            "yyyy\"年\"m\"月\"d\"日\"",
            "[$-804]yyyy-mm-dd",
            "@",
            "h:mm",
        ] {
            assert!(!shows_otherwise(plain), "{plain}");
        }
        for other in [
            "000-00000000",
            "000\"-\"00000000",
            "yyyy\"年\"m\"月\"",
            "m\"月\"d\"日\"",
            "#,##0\"万元\"",
            "0%",
            "00000000000",
            "0.0,万",
        ] {
            assert!(shows_otherwise(other), "{other}");
        }
    }
}
