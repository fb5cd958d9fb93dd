//! Files written where a person says, and what they may go over: a slip of the person's hand must not cost a file.

use std::{
    fs,
    io::{self, Read as _, Seek as _, SeekFrom},
    path::Path,
};

use lx_intake::open_plain;
use lx_seal::is_encrypted;

use crate::{
    StepError,
    bundle::{BATCH, CARRY, begins_with},
    files,
    sheet_file::SheetFile,
};

/// What is written where a person says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A receipt, a notice, a report, a sheet to be signed by hand.
    Pdf,
    /// The workbook beside the report.
    Workbook,
    /// An identity card.
    Card,
    /// A scoresheet.
    Sheet,
    /// A batch file.
    Batch,
    /// A carry file.
    Carry,
    /// A batch or carry file that is encrypted to one person.
    Encrypted,
    /// A backup.
    Backup,
    /// Anything else: goes over no file at all.
    Other,
}

/// Cards and sheets are not longer.
const LONGEST_SIGNED: u64 = 64 << 20;

/// Whether a file may be written there: where nothing lies, or over an earlier one of its kind.
///
/// # Errors
/// [`StepError::Exists`] over another kind of file; [`StepError::Occupied`] over what is no file, through a link, or among
/// the files of a desk; [`StepError::File`].
pub fn expect_place(path: &Path, kind: Kind) -> Result<(), StepError> {
    let occupied = |by| {
        let path = path.to_owned();
        Err(StepError::Occupied { path, by })
    };
    if is_of_a_desk(path) {
        return occupied("desk");
    }
    let there = match fs::symlink_metadata(path) {
        Ok(there) => there,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(source) => {
            let path = path.to_owned();
            return Err(StepError::File { path, source });
        }
    };
    if there.is_symlink() {
        return occupied("link");
    }
    if there.is_dir() {
        return occupied("folder");
    }
    if !there.is_file() {
        return occupied("device");
    }
    // An empty file is a name that was set aside for what is written now.
    if there.len() == 0 || files::at(path, is(path, kind))? {
        return Ok(());
    }
    Err(StepError::Exists { path: path.to_owned() })
}

/// Writes a file where a person says, whole or not at all: over an earlier one of its kind and over nothing else.
pub(crate) fn place(path: &Path, kind: Kind, bytes: &[u8]) -> Result<(), StepError> {
    expect_place(path, kind)?;
    files::write(path, bytes)
}

/// As [`place`], for content that is made while it is written.
pub(crate) fn place_with(path: &Path, kind: Kind, fill: impl FnOnce(&mut fs::File) -> Result<(), StepError>) -> Result<(), StepError> {
    expect_place(path, kind)?;
    files::write_with(path, fill)
}

/// Writes a PDF where a person says.
///
/// # Errors
/// [`StepError::Exists`], [`StepError::Occupied`], [`StepError::File`].
pub fn place_pdf(path: &Path, pdf: &[u8]) -> Result<(), StepError> {
    place(path, Kind::Pdf, pdf)
}

/// Whether what lies there is of that kind, by its content.
fn is(path: &Path, kind: Kind) -> io::Result<bool> {
    let mut file = open_plain(path)?;
    let mut beginning = Vec::new();
    (&mut file).take(64).read_to_end(&mut beginning)?;
    Ok(match kind {
        Kind::Pdf => beginning.starts_with(b"%PDF-"),
        Kind::Workbook => is_workbook(&mut file, &beginning)?,
        Kind::Card => files::read(path, LONGEST_SIGNED).is_ok_and(|bytes| lx_seal::open_card(&bytes).is_ok()),
        Kind::Sheet => files::read(path, LONGEST_SIGNED).is_ok_and(|bytes| SheetFile::parse(&bytes).is_ok()),
        Kind::Batch => begins_with(&beginning, BATCH),
        Kind::Carry => begins_with(&beginning, CARRY),
        Kind::Encrypted => is_encrypted(&beginning),
        Kind::Backup => lx_ledger::begins_a_backup(path),
        Kind::Other => false,
    })
}

/// Whether it is a spreadsheet: the list of a package's parts stands at its end, its names as they are.
fn is_workbook(file: &mut fs::File, beginning: &[u8]) -> io::Result<bool> {
    const LIST: u64 = 64 << 10;
    const FIRST: [&str; 4] = ["[Content_Types].xml", "_rels/", "docProps/", "xl/"];
    if !FIRST.iter().any(|first| begins_with(beginning, first)) {
        return Ok(false);
    }
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(LIST)))?;
    let mut list = Vec::new();
    file.take(LIST).read_to_end(&mut list)?;
    let names = |part: &[u8]| list.windows(part.len()).any(|w| w == part);
    Ok(names(b"xl/workbook.xml") && !names(b"word/document.xml"))
}

/// Whether a desk keeps, or would keep, a file of its own under this name.
fn is_of_a_desk(path: &Path) -> bool {
    let parent = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(folder) = fs::canonicalize(parent) else { return false };
    let is_desk = |folder: &Path| folder.join("desk.toml").is_file();
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let documents = |folder: &Path| folder.file_name().is_some_and(|n| n == "documents") && folder.parent().is_some_and(is_desk);
    let needed = name.starts_with("desk.") || name == "documents";
    (needed && is_desk(&folder)) || folder.ancestors().any(documents)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(path: &Path, kind: Kind) -> &'static str {
        match place(path, kind, b"%PDF-1.7 new") {
            Ok(()) => "written",
            Err(StepError::Exists { .. }) => "another file",
            Err(StepError::Occupied { by, .. }) => by,
            Err(other) => panic!("{other}"),
        }
    }

    #[test]
    fn a_paper_goes_over_an_earlier_one_and_over_nothing_else() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::create_dir_all(at("desk/documents")).unwrap();
        let files: [(&str, &[u8]); 6] = [
            ("旧回执.pdf", b"%PDF-1.7 old"),
            ("空.pdf", b""),
            ("方案.docx", b"PK\x03\x04 docx"),
            ("便条.pdf", b"a note"),
            ("desk/desk.toml", b"format = 1"),
            ("desk/documents/0a", b"%PDF-not even this"),
        ];
        for (name, content) in files {
            fs::write(at(name), content).unwrap();
        }
        for (name, expected) in [
            ("新.pdf", "written"),
            ("旧回执.pdf", "written"),
            ("空.pdf", "written"),
            ("desk/回执.pdf", "written"),
            ("方案.docx", "another file"),
            ("便条.pdf", "another file"),
            ("desk", "folder"),
            ("desk/desk.toml", "desk"),
            ("desk/desk.db", "desk"),
            ("desk/Desk.DB-wal", "desk"),
            ("desk/documents", "desk"),
            ("desk/documents/0a", "desk"),
            ("desk/documents/新.pdf", "desk"),
        ] {
            assert_eq!(refused(&at(name), Kind::Pdf), expected, "{name}");
        }
        for (name, content) in &files[2..] {
            assert_eq!(fs::read(at(name)).unwrap(), *content, "{name} is lost");
        }
        assert!(
            !fs::read_dir(home.path())
                .unwrap()
                .flatten()
                .any(|e| e.path().extension().is_some_and(|x| x == "part"))
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_a_device_stay_what_they_are() {
        let home = tempfile::tempdir().unwrap();
        let (pdf, link, loose) = (home.path().join("a.pdf"), home.path().join("b.pdf"), home.path().join("c.pdf"));
        fs::write(&pdf, "%PDF-1.7").unwrap();
        std::os::unix::fs::symlink(&pdf, &link).unwrap();
        std::os::unix::fs::symlink(home.path().join("none"), &loose).unwrap();
        assert_eq!([&link, &loose].map(|path| refused(path, Kind::Pdf)), ["link", "link"]);
        let socket = home.path().join("d.pdf");
        let _held = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        assert_eq!(refused(&socket, Kind::Pdf), "device");
    }

    #[test]
    fn a_document_is_no_workbook_and_a_kind_without_a_sign_goes_over_nothing() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("表.xlsx");
        let packed = |part: &str| format!("PK\x03\x04{}[Content_Types].xml … PK\x01\x02 {part}", "-".repeat(26));
        fs::write(&path, packed("word/document.xml")).unwrap();
        assert_eq!(refused(&path, Kind::Workbook), "another file");
        fs::write(&path, packed("xl/workbook.xml")).unwrap();
        assert_eq!(refused(&path, Kind::Other), "another file");
        assert_eq!(refused(&path, Kind::Workbook), "written");
    }
}
