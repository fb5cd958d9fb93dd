//! One header of a tar archive: 512 bytes of ASCII and octal.

/// Bytes of a header, and what data is padded to.
pub(crate) const BLOCK: usize = 512;

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    File,
    Folder,
    Link,
    /// Devices and pipes.
    Device,
    /// What no standard knows.
    Unknown,
    /// A file with holes in the old GNU form; `true` where more tables follow the header.
    Sparse(bool),
    /// The name of the next entry, too long for its header.
    LongName,
    /// The target of a link, too long for its header.
    LongLink,
    /// Properties of the next entry.
    Properties,
    /// Properties of all that follow.
    GlobalProperties,
    /// The volume goes on from another file.
    Volume,
    /// Labels of tapes and lists of folders: nothing that anyone sends.
    Aside,
}

/// A header that holds together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) name: Vec<u8>,
    pub(crate) size: u64,
    pub(crate) kind: Kind,
}

/// Whether the first bytes are a tar header with a right checksum. Archives of the first Unix have no other mark.
pub(crate) fn is_header(head: &[u8]) -> bool {
    head.get(..BLOCK).is_some_and(|block| parse(block).is_some())
}

/// Reads a header; absent where its checksum or its numbers are wrong.
pub(crate) fn parse(block: &[u8]) -> Option<Header> {
    let stated = number(block.get(148..156)?)?;
    if !sums(block).contains(&i64::try_from(stated).ok()?) {
        return None;
    }
    let name = text(block.get(..100)?);
    let posix = block.get(257..263)? == b"ustar\0";
    let prefix = if posix { text(block.get(345..500)?) } else { &[] };
    let name = if prefix.is_empty() {
        name.to_vec()
    } else {
        [prefix, b"/", name].concat()
    };
    if name.is_empty() {
        return None;
    }
    let folder_by_name = name.ends_with(b"/");
    let kind = match *block.get(156)? {
        b'0' | b'7' | 0 if !folder_by_name => Kind::File,
        b'0' | b'7' | 0 | b'5' => Kind::Folder,
        b'1' | b'2' => Kind::Link,
        b'S' => Kind::Sparse(block.get(482).is_some_and(|more| *more != 0)),
        b'L' => Kind::LongName,
        b'K' => Kind::LongLink,
        b'x' | b'X' => Kind::Properties,
        b'g' => Kind::GlobalProperties,
        b'M' => Kind::Volume,
        b'V' | b'D' => Kind::Aside,
        b'3' | b'4' | b'6' => Kind::Device,
        _ => Kind::Unknown,
    };
    let size = number(block.get(124..136)?)?;
    Some(Header { name, size, kind })
}

/// The sum of all bytes with the checksum itself as blanks: of unsigned bytes, and of signed ones as some old systems did.
fn sums(block: &[u8]) -> [i64; 2] {
    let blank = |(at, byte): (usize, &u8)| if (148..156).contains(&at) { b' ' } else { *byte };
    let all = || block.iter().enumerate().map(blank);
    [all().map(i64::from).sum(), all().map(|b| i64::from(i8::from_ne_bytes([b]))).sum()]
}

/// Up to the first zero.
pub(crate) fn text(field: &[u8]) -> &[u8] {
    field.split(|b| *b == 0).next().unwrap_or_default()
}

/// Octal digits, or (GNU) a big-endian number behind a byte of 0x80.
fn number(field: &[u8]) -> Option<u64> {
    if let Some((0x80, rest)) = field.split_first() {
        let (high, low) = rest.split_at_checked(rest.len().checked_sub(8)?)?;
        return (high.iter().all(|b| *b == 0))
            .then(|| low.try_into().map(u64::from_be_bytes).ok())
            .flatten();
    }
    let digits = std::str::from_utf8(text(field)).ok()?.trim();
    if digits.is_empty() {
        return Some(0);
    }
    u64::from_str_radix(digits, 8).ok().filter(|_| !digits.starts_with('+'))
}

#[cfg(test)]
mod tests {
    use super::{BLOCK, is_header, number, parse};

    #[test]
    fn numbers_are_octal_or_big_endian() {
        assert_eq!(number(b"0000644\0"), Some(0o644));
        assert_eq!(number(b"   644 \0"), Some(0o644));
        assert_eq!(number(b"\0\0\0\0"), Some(0));
        assert_eq!(number(&[0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]), Some(256));
        assert_eq!(number(&[0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0]), None, "more than anyone can count");
        assert_eq!(number(&[0xFF; 12]), None, "nobody has less than nothing");
        assert_eq!(number(b"99"), None);
        assert_eq!(number(b"+7"), None);
    }

    #[test]
    fn a_block_without_a_right_checksum_is_no_header() {
        assert!(!is_header(&[0; BLOCK]));
        assert!(!is_header(b"short"));
        assert!(parse(&[b'a'; BLOCK]).is_none());
    }

    proptest::proptest! {
        #[test]
        fn headers_never_panic(block: Vec<u8>) {
            let _ = parse(&block);
        }
    }
}
