//! `.ofd` (GB/T 33190): the text of every page, in the order of the page list.

use lx_domain::DocumentKind;
use quick_xml::events::Event;

use super::{Content, Note, xml};
use crate::limits::Limits;

/// Pages whose text is read.
const MOST_PAGES: usize = 2000;

/// Reads an OFD document.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Option<Content> {
    let mut parts = xml::parts(bytes)?;
    let most = limits.xml_part_bytes;
    let root = xml::part(&mut parts, "OFD.xml", most)?;
    let document = text_of(&root, "DocRoot")
        .into_iter()
        .next()
        .unwrap_or_else(|| "Doc_0/Document.xml".to_owned());
    let document = document.trim().trim_start_matches('/').to_owned();
    let base = document.rsplit_once('/').map_or(String::new(), |(base, _)| format!("{base}/"));
    let listing = xml::part(&mut parts, &document, most)?;
    let mut pages = Vec::new();
    xml::walk(&listing, |event| {
        if let Event::Start(tag) | Event::Empty(tag) = event
            && tag.local_name().as_ref() == "Page"
            && let Some(at) = xml::attribute(tag, "BaseLoc")
        {
            pages.push(at);
        }
    });
    let mut content = Content::of(DocumentKind::Ofd);
    content.pages = u32::try_from(pages.len()).ok();
    let mut whole = true;
    if pages.len() > MOST_PAGES {
        content.notes.extend(u32::try_from(MOST_PAGES).ok().map(Note::ReadTo));
    }
    for (number, page) in pages.iter().enumerate().take(MOST_PAGES) {
        let full = if page.starts_with('/') {
            page.trim_start_matches('/').to_owned()
        } else {
            format!("{base}{page}")
        };
        if let Some(body) = xml::part(&mut parts, &full, most) {
            let (codes, ended) = read_out(&body, "TextCode");
            whole &= ended;
            content.paragraph(format!("第{}页", number + 1), super::plain::hanzi(&codes.join("\n")), None);
        }
    }
    content.notes.extend((!whole).then_some(Note::Broken));
    content.authors = super::meta::persons(text_of(&root, "Author"));
    Some(content)
}

/// What stands in every element of this name.
fn text_of(body: &str, name: &str) -> Vec<String> {
    read_out(body, name).0
}

/// What stands in every element of this name, and whether the XML was read to its end.
fn read_out(body: &str, name: &str) -> (Vec<String>, bool) {
    let mut found = Vec::new();
    let mut inside = false;
    let mut text = String::new();
    let ended = xml::walk(body, |event| match event {
        Event::Start(tag) if tag.local_name().as_ref() == name => {
            inside = true;
            text.clear();
        }
        Event::Text(t) if inside => text.push_str(t),
        Event::CData(t) if inside => text.push_str(t),
        Event::GeneralRef(r) if inside => text.push_str(&xml::reference(r)),
        Event::End(tag) if tag.local_name().as_ref() == name => {
            inside = false;
            found.push(text.trim().to_owned());
        }
        _ => {}
    });
    found.retain(|t| !t.is_empty());
    (found, ended)
}
