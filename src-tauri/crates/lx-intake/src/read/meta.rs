//! Who made a document.

use super::xml;
use quick_xml::events::Event;

/// Names that programs write by themselves and that unmask nobody.
const NOBODY: [&str; 24] = [
    "python-docx",
    "openpyxl",
    "administrator",
    "admin",
    "user",
    "users",
    "author",
    "owner",
    "pc",
    "windows",
    "windows user",
    "windows 用户",
    "微软用户",
    "microsoft office user",
    "microsoft",
    "wps",
    "wps office",
    "wps_office",
    "kingsoft",
    "libreoffice",
    "apache poi",
    "un-named",
    "unknown",
    "lenovo",
];

/// Author and last editor of an office document.
pub(crate) fn authors(core: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside = false;
    let mut text = String::new();
    xml::walk(core, |event| match event {
        Event::Start(tag) => {
            inside = matches!(tag.local_name().as_ref(), "creator" | "lastModifiedBy");
            text.clear();
        }
        Event::Text(t) if inside => text.push_str(t),
        Event::GeneralRef(r) if inside => text.push_str(&xml::reference(r)),
        Event::End(_) => {
            if inside {
                found.push(text.clone());
            }
            inside = false;
        }
        _ => {}
    });
    persons(found)
}

/// Who wrote the comments of a `.docx`.
pub(crate) fn commenters(comments: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    xml::walk(comments, |event| {
        if let Event::Start(tag) = event
            && tag.local_name().as_ref() == "comment"
        {
            let author = xml::attribute(tag, "author").unwrap_or_default();
            if !found.contains(&author) && found.len() < 20 {
                found.push(author);
            }
        }
    });
    found
}

/// Those names that can be a person's or an office's, each once.
pub(crate) fn persons(names: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for name in names {
        let name = name.trim().trim_end_matches('\0').trim().to_owned();
        let somebody = !name.is_empty() && !NOBODY.contains(&name.to_lowercase().as_str());
        if somebody && !kept.contains(&name) {
            kept.push(name);
        }
    }
    kept
}
