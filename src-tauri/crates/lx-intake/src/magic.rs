//! What bytes are, by their first ones.

use crate::tar;

/// What a file is by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Magic {
    Empty,
    Zip,
    ZipEmpty,
    ZipVolume,
    SevenZ,
    Rar,
    Gzip,
    Tar,
    Xz,
    Bzip2,
    Ole,
    Pdf,
    Picture,
    Html,
    Rtf,
    Program,
    Unknown,
}

/// Archives that are opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Packed {
    /// Or an office document, which is one too.
    Zip,
    SevenZ,
    Tar,
    /// Tar behind gzip.
    TarGz,
}

/// Which archive is it, if one that is opened?
pub(crate) fn packed(head: &[u8]) -> Option<Packed> {
    match magic(head) {
        Magic::Zip => Some(Packed::Zip),
        Magic::SevenZ => Some(Packed::SevenZ),
        Magic::Tar => Some(Packed::Tar),
        Magic::Gzip if tar::gzip::holds_tar(head) => Some(Packed::TarGz),
        _ => None,
    }
}

/// So many first bytes tell.
pub(crate) const HEAD: usize = 8192;

/// What is it?
pub(crate) fn magic(head: &[u8]) -> Magic {
    let starts = |m: &[u8]| head.starts_with(m);
    let at = |from: usize, m: &[u8]| head.get(from..from + m.len()) == Some(m);
    if head.is_empty() {
        Magic::Empty
    } else if starts(b"PK\x03\x04") {
        Magic::Zip
    } else if starts(b"PK\x05\x06") {
        Magic::ZipEmpty
    } else if starts(b"PK\x07\x08") || starts(b"PK00PK\x03\x04") {
        Magic::ZipVolume
    } else if starts(b"7z\xBC\xAF\x27\x1C") {
        Magic::SevenZ
    } else if starts(b"Rar!\x1A\x07") {
        Magic::Rar
    } else if starts(b"\x1F\x8B\x08") {
        Magic::Gzip
    } else if starts(b"\xFD7zXZ\x00") {
        Magic::Xz
    } else if starts(b"BZh") && at(4, b"1AY&SY") {
        Magic::Bzip2
    } else if starts(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        Magic::Ole
    } else if at(257, b"ustar") || tar::header::is_header(head) {
        Magic::Tar
    } else if is_picture(head) {
        Magic::Picture
    } else if starts(b"MZ") || starts(b"\x7FELF") {
        Magic::Program
    } else if starts(b"{\\rtf") {
        Magic::Rtf
    } else if head
        .get(..1024.min(head.len()))
        .is_some_and(|h| h.windows(5).any(|w| w == b"%PDF-"))
    {
        Magic::Pdf
    } else if is_html(head) {
        Magic::Html
    } else {
        Magic::Unknown
    }
}

fn is_picture(head: &[u8]) -> bool {
    head.starts_with(b"\x89PNG\r\n\x1A\n")
        || head.starts_with(b"\xFF\xD8\xFF")
        || head.starts_with(b"GIF8")
        || (head.starts_with(b"BM") && head.get(6..10) == Some(&[0, 0, 0, 0]))
        || head.starts_with(b"II*\0")
        || head.starts_with(b"MM\0*")
        || (head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP"))
}

fn is_html(head: &[u8]) -> bool {
    let start = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(head);
    let text: String = start.iter().take(512).map(|b| char::from(b.to_ascii_lowercase())).collect();
    let text = text.trim_start();
    // Web systems export fragments, too: a tag at the start, and one that only HTML has.
    let tags = ["<html", "<head", "<meta", "<body", "<table", "<div", "<p>", "<h1", "<br"];
    let tagged = if text.starts_with("<?xml") {
        text.contains("<html")
    } else {
        text.starts_with('<') && tags.iter().any(|t| text.contains(t))
    };
    tagged || text.starts_with("<!doctype html")
}

/// Whether the name says that this is an archive.
pub(crate) fn named_archive(name: &str) -> bool {
    matches!(
        extension(name).as_str(),
        "zip" | "7z" | "rar" | "gz" | "tgz" | "tar" | "xz" | "bz2" | "zipx"
    )
}

/// Whether the name says that this is an archive that is opened.
pub(crate) fn opened_by_name(name: &str) -> bool {
    matches!(extension(name).as_str(), "zip" | "7z" | "tar" | "tgz") || name.to_lowercase().ends_with(".tar.gz")
}

/// Whether a name says what the content is, of compression that is not undone.
pub(crate) fn fits(name: &str, found: Magic) -> bool {
    matches!(
        (found, extension(name).as_str()),
        (Magic::Xz, "xz" | "txz") | (Magic::Bzip2, "bz2" | "tbz" | "tbz2")
    )
}

/// Whether the name says that this is one volume of a split archive.
pub(crate) fn named_volume(name: &str) -> bool {
    let ext = extension(name);
    let numbered = ext.len() == 3 && ext.chars().all(|c| c.is_ascii_digit());
    let zipped = ext.len() == 3 && ext.starts_with('z') && ext.chars().skip(1).all(|c| c.is_ascii_digit());
    let stem = name.rsplit_once('.').map_or("", |(stem, _)| stem);
    let part = extension(stem);
    let parted = named_archive(name)
        && part
            .strip_prefix("part")
            .is_some_and(|n| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    zipped || parted || (numbered && named_archive(stem))
}

/// Extension in lower case, without the dot.
pub(crate) fn extension(name: &str) -> String {
    let last = name.rsplit('/').next().unwrap_or(name);
    last.rsplit_once('.').map(|(_, ext)| ext.to_lowercase()).unwrap_or_default()
}

/// A short name for people of any language.
pub(crate) fn spoken(found: Magic) -> &'static str {
    match found {
        Magic::Zip | Magic::ZipEmpty | Magic::ZipVolume => "ZIP",
        Magic::SevenZ => "7z",
        Magic::Rar => "RAR",
        Magic::Gzip => "GZIP",
        Magic::Tar => "TAR",
        Magic::Xz => "XZ",
        Magic::Bzip2 => "BZIP2",
        Magic::Ole => "Office 97–2003 / WPS",
        Magic::Pdf => "PDF",
        Magic::Picture => "JPEG/PNG",
        Magic::Html => "HTML",
        Magic::Rtf => "RTF",
        Magic::Program => "EXE",
        Magic::Empty | Magic::Unknown => "unknown",
    }
}
