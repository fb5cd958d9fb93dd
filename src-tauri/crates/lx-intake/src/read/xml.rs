//! Parts of zipped documents and what their XML says.

use std::io::{Cursor, Read};

use ::zip::ZipArchive;
use quick_xml::{
    Reader,
    events::{BytesRef, BytesStart, Event},
};

/// A zipped document in memory.
pub(crate) type Parts<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Opens a zipped document.
pub(crate) fn parts(bytes: &[u8]) -> Option<Parts<'_>> {
    ZipArchive::new(Cursor::new(bytes)).ok()
}

/// One part as text.
pub(crate) fn part(parts: &mut Parts<'_>, name: &str, most: u64) -> Option<String> {
    let file = parts.by_name(name).ok()?;
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).ok()?;
    if u64::try_from(bytes.len()).ok()? > most {
        return None;
    }
    Some(super::plain::decode(&bytes))
}

/// Calls `seen` for every event until the end or the first fault; returns whether the end was reached with every element closed.
pub(crate) fn walk(xml: &str, mut seen: impl FnMut(&Event<'_>)) -> bool {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    let mut open = 0_u64;
    loop {
        match reader.read_event() {
            Ok(Event::Eof) => return open == 0,
            Ok(event) => {
                match event {
                    Event::Start(_) => open = open.saturating_add(1),
                    Event::End(_) => open = open.saturating_sub(1),
                    _ => {}
                }
                seen(&event);
            }
            Err(_) => return false,
        }
    }
}

/// An attribute by its local name.
pub(crate) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    tag.attributes()
        .flatten()
        .find(|a| a.key.local_name().as_ref() == name)
        .map(|a| unescape(&a.value))
}

fn unescape(value: &str) -> String {
    quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), std::borrow::Cow::into_owned)
}

/// What a reference such as `&amp;` or `&#x20;` stands for.
pub(crate) fn reference(found: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = found.resolve_char_ref() {
        return c.to_string();
    }
    match &**found {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        _ => "",
    }
    .to_owned()
}
