//! Finding the signatures of a file again, in their one spelling.

/// A signature as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Found {
    /// Offset of `<`.
    pub opens: usize,
    /// Offset behind `>`.
    pub closes: usize,
    /// Where its revision ends.
    pub end: usize,
    /// `/Name`, decoded.
    pub name: String,
    /// `/M`, as written.
    pub at: String,
}

const RANGE: &[u8] = b"/ByteRange[0 ";

fn find(pdf: &[u8], from: usize, needle: &[u8]) -> Option<usize> {
    pdf.get(from..)?
        .windows(needle.len())
        .position(|window| window == needle)
        .map(|at| from + at)
}

/// Every signature, in order; `None` if one is not spelled as this program spells it.
pub(crate) fn find_all(pdf: &[u8]) -> Option<Vec<Found>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = find(pdf, from, RANGE) {
        found.push(one(pdf, at)?);
        from = at + RANGE.len();
    }
    Some(found)
}

fn number(text: &[u8]) -> Option<usize> {
    let text = std::str::from_utf8(text).ok()?.trim_end_matches(' ');
    if text.is_empty() || text.starts_with('0') && text.len() > 1 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

fn one(pdf: &[u8], at: usize) -> Option<Found> {
    // Three numbers of ten places, a space between, then /Contents.
    let numbers = pdf.get(at + RANGE.len()..at + RANGE.len() + 32)?;
    let opens = number(numbers.get(..10)?)?;
    let closes = number(numbers.get(11..21)?)?;
    let rest = number(numbers.get(22..32)?)?;
    let behind = at + RANGE.len() + 32;
    let contents = b"]/Contents";
    if pdf.get(behind..behind + contents.len())? != contents || opens != behind + contents.len() || closes <= opens + 2 {
        return None;
    }
    if pdf.get(opens)? != &b'<' || pdf.get(closes - 1)? != &b'>' {
        return None;
    }
    let end = closes.checked_add(rest)?;
    if end > pdf.len() || !pdf.get(..end)?.ends_with(b"%%EOF\n") {
        return None;
    }
    let head = pdf.get(at.saturating_sub(4096)..at)?;
    let head = &head.get(head.windows(10).rposition(|w| w == b"<</Type/Si")?..)?;
    let text = std::str::from_utf8(head).ok()?;
    let (_, after) = text.split_once("/Name<")?;
    let (name, after) = after.split_once(">/M(")?;
    Some(Found {
        opens,
        closes,
        end,
        name: utf16(name)?,
        at: after.strip_suffix(')')?.to_owned(),
    })
}

fn utf16(digits: &str) -> Option<String> {
    let units = digits
        .as_bytes()
        .chunks(4)
        .map(|c| u16::from_str_radix(std::str::from_utf8(c).ok()?, 16).ok())
        .collect::<Option<Vec<_>>>()?;
    String::from_utf16(units.strip_prefix(&[0xFEFF])?).ok()
}

/// The CMS between `<` and `>`: upper-case digits, one DER value, zeros behind it.
pub(crate) fn contents(pdf: &[u8], found: &Found) -> Option<Vec<u8>> {
    let digits = pdf.get(found.opens + 1..found.closes - 1)?;
    if digits.len() % 2 != 0 || !digits.iter().all(|b| matches!(b, b'0'..=b'9' | b'A'..=b'F')) {
        return None;
    }
    let nibble = |b: u8| char::from(b).to_digit(16).and_then(|n| u8::try_from(n).ok());
    let bytes = digits
        .chunks(2)
        .map(|c| {
            if let [a, b] = c {
                Some(nibble(*a)? << 4 | nibble(*b)?)
            } else {
                None
            }
        })
        .collect::<Option<Vec<u8>>>()?;
    let length = der_length(&bytes)?;
    let (value, padding) = bytes.split_at_checked(length)?;
    padding.iter().all(|byte| *byte == 0).then(|| value.to_vec())
}

/// Length of the DER sequence at the head of some bytes, its own head included.
fn der_length(bytes: &[u8]) -> Option<usize> {
    let [0x30, first, ..] = bytes else { return None };
    if *first < 0x80 {
        return Some(2 + usize::from(*first));
    }
    let more = usize::from(first & 0x7F);
    let length = bytes.get(2..2 + more)?;
    if more == 0 || more > 4 || length.first() == Some(&0) {
        return None;
    }
    let value = length
        .iter()
        .try_fold(0_usize, |sum, byte| sum.checked_mul(256)?.checked_add(usize::from(*byte)))?;
    if value < 0x80 { None } else { value.checked_add(2 + more) }
}
