//! What a document is, by content and not by name.

use std::io::{Cursor, Read, Seek};

use ::zip::ZipArchive;
use lx_domain::DocumentKind;

use crate::{
    limits::Limits,
    magic::{Magic, magic},
};

/// What a ZIP container is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Container {
    /// A document made of parts.
    Office,
    /// An archive of documents.
    Archive,
    /// Its directory can't be read.
    Broken,
}

/// What are these bytes of a ZIP container?
pub(crate) fn container(bytes: &[u8]) -> Container {
    container_of(&mut Cursor::new(bytes))
}

/// What is this ZIP container?
pub(crate) fn container_of<R: Read + Seek>(reader: &mut R) -> Container {
    match ZipArchive::new(reader) {
        Ok(archive) if office_kind(&archive).is_some() => Container::Office,
        Ok(_) => Container::Archive,
        Err(_) => Container::Broken,
    }
}

fn office_kind<R: Read + Seek>(archive: &ZipArchive<R>) -> Option<DocumentKind> {
    let has = |name: &str| archive.index_for_name(name).is_some();
    if has("OFD.xml") {
        return Some(DocumentKind::Ofd);
    }
    if has("[Content_Types].xml") {
        return Some(if has("word/document.xml") {
            DocumentKind::Docx
        } else if has("xl/workbook.xml") || has("xl/workbook.bin") {
            DocumentKind::Xlsx
        } else {
            DocumentKind::Unknown
        });
    }
    if has("mimetype") && has("content.xml") {
        return Some(DocumentKind::Ods);
    }
    None
}

/// The kind of a document; `bytes` may be only its beginning where it is long.
pub(crate) fn of(bytes: &[u8], name: &str) -> DocumentKind {
    match magic(bytes) {
        Magic::Zip => match ZipArchive::new(Cursor::new(bytes)) {
            Ok(mut archive) => match office_kind(&archive) {
                Some(DocumentKind::Ods) if !is_sheet(&mut archive) => DocumentKind::Unknown,
                Some(kind) => kind,
                None => DocumentKind::Archive,
            },
            Err(_) => by_name(name),
        },
        Magic::Ole => ole_kind(bytes),
        Magic::Pdf => DocumentKind::Pdf,
        Magic::Picture => DocumentKind::Picture,
        Magic::Html => DocumentKind::Html,
        Magic::SevenZ | Magic::Rar | Magic::Gzip | Magic::Tar | Magic::Xz | Magic::Bzip2 | Magic::ZipEmpty | Magic::ZipVolume => {
            DocumentKind::Archive
        }
        Magic::Unknown if is_text(bytes) => DocumentKind::Text,
        Magic::Empty | Magic::Rtf | Magic::Program | Magic::Unknown => DocumentKind::Unknown,
    }
}

fn is_sheet<R: Read + Seek>(archive: &mut ZipArchive<R>) -> bool {
    let mut text = String::new();
    let read = archive
        .by_name("mimetype")
        .is_ok_and(|f| f.take(200).read_to_string(&mut text).is_ok());
    read && text.contains("spreadsheet")
}

fn by_name(name: &str) -> DocumentKind {
    match crate::magic::extension(name).as_str() {
        "docx" => DocumentKind::Docx,
        "xlsx" | "et" => DocumentKind::Xlsx,
        "ods" => DocumentKind::Ods,
        "ofd" => DocumentKind::Ofd,
        "zip" => DocumentKind::Archive,
        _ => DocumentKind::Unknown,
    }
}

fn ole_kind(bytes: &[u8]) -> DocumentKind {
    if has_stream(bytes, "WordDocument") {
        DocumentKind::Doc
    } else if has_stream(bytes, "Workbook") || has_stream(bytes, "Book") {
        DocumentKind::Xls
    } else {
        DocumentKind::Unknown
    }
}

/// Whether this is an office document behind a password (an OLE file around an encrypted package).
pub(crate) fn is_locked_office(bytes: &[u8]) -> bool {
    magic(bytes) == Magic::Ole && has_stream(bytes, "EncryptedPackage")
}

/// Whether an OLE file has a stream of this name: directory entries are 128 bytes and begin with their UTF-16 name.
pub(crate) fn has_stream(bytes: &[u8], name: &str) -> bool {
    let mut wanted: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    wanted.extend([0, 0]);
    bytes.chunks(128).any(|entry| entry.starts_with(&wanted))
}

fn is_text(bytes: &[u8]) -> bool {
    if bytes.is_empty() {
        return false;
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return true;
    }
    if bytes
        .iter()
        .any(|b| b.is_ascii_control() && !matches!(b, b'\n' | b'\r' | b'\t' | 0x0C))
    {
        return false;
    }
    // The bytes may be only the beginning of a long file, cut inside of a character.
    match std::str::from_utf8(bytes) {
        Ok(_) => true,
        Err(error) if error.error_len().is_none() => true,
        Err(_) => (0..4).any(|cut| {
            let whole = bytes.get(..bytes.len().saturating_sub(cut)).unwrap_or(bytes);
            encoding_rs::GB18030
                .decode_without_bom_handling_and_without_replacement(whole)
                .is_some()
        }),
    }
}

/// Whether the parts of a container keep their bounds when they are really unpacked.
pub(crate) fn parts_fit(bytes: &[u8], limits: &Limits) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return true;
    };
    let mut total = 0_u64;
    for index in 0..archive.len().min(10_000) {
        let Ok(mut part) = archive.by_index(index) else { continue };
        let xml = part.name().is_ok_and(|n| n.ends_with(".xml") || n.ends_with(".rels"));
        let most = if xml { limits.xml_part_bytes } else { limits.inner_archive_bytes };
        let taken = std::io::copy(&mut part.by_ref().take(most + 1), &mut std::io::sink()).unwrap_or(0);
        total = total.saturating_add(taken);
        if taken > most || total > limits.inner_archive_bytes {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use lx_domain::DocumentKind;

    use super::of;

    #[test]
    fn content_and_not_the_name_decides() {
        assert_eq!(of(b"%PDF-1.7\n", "a.docx"), DocumentKind::Pdf);
        assert_eq!(of("中文".as_bytes(), "a.pdf"), DocumentKind::Text);
        assert_eq!(of(b"\xD6\xD0\xCE\xC4\xD6\xD0\xCE\xC4\xD6\xD0", "a.txt"), DocumentKind::Text);
        assert_eq!(of(b"\xFF\xD8\xFF\xE0", "a.txt"), DocumentKind::Picture);
        assert_eq!(of("<table><tr><td>甲".as_bytes(), "a.xls"), DocumentKind::Html);
        assert_eq!(of(b"<?xml version='1.0'?><table/>", "a.xml"), DocumentKind::Text);
        assert_eq!(of(b"\x00\x01\x02", "a.txt"), DocumentKind::Unknown);
        assert_eq!(of(b"", "a.txt"), DocumentKind::Unknown);
    }
}
