//! DER, written and read in its one spelling. Small on purpose: no long tags, no indefinite lengths.

use crate::error::CmsError;

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const OCTETS: u8 = 0x04;
pub(crate) const OID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
/// `[0]`, constructed.
pub(crate) const CONTEXT_0: u8 = 0xA0;

/// One element: tag, length in its shortest form, contents.
pub(crate) fn element(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let contents = parts.concat();
    let mut out = vec![tag];
    let length = contents.len().to_be_bytes();
    let digits: Vec<u8> = length.iter().copied().skip_while(|byte| *byte == 0).collect();
    match (digits.as_slice(), u8::try_from(digits.len())) {
        ([], _) => out.push(0),
        ([short], _) if *short < 0x80 => out.push(*short),
        (long, Ok(count)) => {
            out.push(0x80 | count);
            out.extend_from_slice(long);
        }
        (_, Err(_)) => {}
    }
    out.extend_from_slice(&contents);
    out
}

/// A SET OF: its members in the order of their bytes.
pub(crate) fn set_of(tag: u8, mut members: Vec<Vec<u8>>) -> Vec<u8> {
    members.sort();
    let members: Vec<&[u8]> = members.iter().map(Vec::as_slice).collect();
    element(tag, &members)
}

/// Reads element after element.
#[derive(Clone)]
pub(crate) struct Reader<'a> {
    rest: &'a [u8],
    at: usize,
}

/// What [`Reader`] finds.
pub(crate) struct Element<'a> {
    pub(crate) tag: u8,
    pub(crate) contents: Reader<'a>,
    /// Tag and length included.
    pub(crate) whole: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes, at: 0 }
    }

    /// What is left.
    pub(crate) fn bytes(&self) -> &'a [u8] {
        self.rest
    }

    /// The next element, whatever it is.
    pub(crate) fn next(&mut self) -> Result<Element<'a>, CmsError> {
        let wrong = CmsError::NotDer { at: self.at };
        let Some((tag, length, head)) = read_head(self.rest) else {
            return Err(wrong);
        };
        let end = head.checked_add(length);
        let (Some(whole), Some(contents)) = (
            end.and_then(|end| self.rest.get(..end)),
            end.and_then(|end| self.rest.get(head..end)),
        ) else {
            return Err(wrong);
        };
        let found = Element {
            tag,
            contents: Self {
                rest: contents,
                at: self.at + head,
            },
            whole,
        };
        self.rest = self.rest.get(whole.len()..).unwrap_or_default();
        self.at += whole.len();
        Ok(found)
    }

    /// The next element, which must have this tag.
    pub(crate) fn expect(&mut self, tag: u8, what: &'static str) -> Result<Element<'a>, CmsError> {
        let found = self.next()?;
        if found.tag == tag {
            Ok(found)
        } else {
            Err(CmsError::OtherForm { what })
        }
    }

    /// The contents of the next element, which must have this tag.
    pub(crate) fn enter(&mut self, tag: u8, what: &'static str) -> Result<Self, CmsError> {
        Ok(self.expect(tag, what)?.contents)
    }

    /// Nothing more may follow.
    pub(crate) fn end(&self, what: &'static str) -> Result<(), CmsError> {
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(CmsError::OtherForm { what })
        }
    }
}

/// Tag, length of the contents, length of the head; absent unless spelt the shortest way.
fn read_head(bytes: &[u8]) -> Option<(u8, usize, usize)> {
    let (tag, rest) = bytes.split_first()?;
    let (first, rest) = rest.split_first()?;
    if tag & 0x1F == 0x1F {
        return None;
    }
    if *first < 0x80 {
        return Some((*tag, usize::from(*first), 2));
    }
    let count = usize::from(first & 0x7F);
    let digits = rest
        .get(..count)
        .filter(|digits| (1..=4).contains(&digits.len()) && digits.first() != Some(&0))?;
    let length = digits
        .iter()
        .try_fold(0_usize, |sum, digit| sum.checked_mul(256)?.checked_add(usize::from(*digit)))?;
    (length >= 0x80).then_some((*tag, length, count + 2))
}
