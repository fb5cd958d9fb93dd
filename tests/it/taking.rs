//! Packages on their way to the desk: looked at, taken, put together, ended, killed.

mod again;
mod apart;
mod called;
mod command_line;
mod kill;
mod listing;
mod packages;
mod pictures;
mod putting_aside;
mod renumbering;
mod table;

use std::{
    fs,
    io::{Cursor, Write as _},
    path::{Path, PathBuf},
};

use lx_domain::{Role, UnixMillis};
use lx_steps::{
    Desk, KdfCost, Unwatched, Watch,
    identity::{self, Enrolment},
    intake::{self, Imported},
    opening, profiles,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const AT: UnixMillis = UnixMillis(1_790_000_000_000);
const PASSPHRASE: &str = "林间小路 2026";

/// A secretary's desk with a batch, in a folder of its own, and packages beside it.
struct Office {
    folder: tempfile::TempDir,
    desk: Desk,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let who = Enrolment {
            name: "周岚".to_owned(),
            org: "示例局".to_owned(),
            role: Role::Secretary,
        };
        let mut desk = identity::create(&folder.path().join("desk"), PASSPHRASE, &who, KdfCost::LIGHT, AT).expect("a desk");
        let profile = profiles::find("guangzhou-2022").expect("the shipped profile");
        opening::create_batch(&mut desk, "试验批次", profile, false, AT).expect("a batch");
        Self { folder, desk }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, bytes).expect("a file");
        path
    }

    /// The files that the desk keeps of documents. What was given up is removed beside what follows; asking for room waits for it.
    fn kept(&self) -> Vec<PathBuf> {
        let _ = self.desk.free_bytes();
        files_below(&self.path("desk/documents"))
    }

    fn take(&mut self, paths: &[PathBuf]) -> Imported {
        self.take_watched(paths, &mut Unwatched)
    }

    fn take_watched(&mut self, paths: &[PathBuf], watch: &mut dyn Watch) -> Imported {
        intake::import(&mut self.desk, paths, watch, AT).expect("an import")
    }

    /// Opens the desk again, as the next morning.
    fn reopen(self) -> Self {
        let Self { folder, desk } = self;
        drop(desk);
        let desk = Desk::open(&folder.path().join("desk"), PASSPHRASE).expect("the desk");
        Self { folder, desk }
    }

    /// Paths of the documents of an application, in their order.
    fn documents(&self, number: &str) -> Vec<String> {
        let dossier = self.desk.dossier(&number.parse().expect("a number")).expect("the application");
        dossier.documents.into_iter().map(|d| d.path).collect()
    }
}

/// A package with these files.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        writer.start_file(*name, options).expect("an entry");
        writer.write_all(bytes).expect("its bytes");
    }
    writer.finish().expect("an archive").into_inner()
}

/// A form of two facts, as the shortest application has it.
fn form(title: &str, lead: &str) -> Vec<u8> {
    format!("项目申报书\n项目名称：{title}\n牵头单位：{lead}\n").into_bytes()
}

/// Everything below a folder that is a file.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files_below(&path));
        } else {
            found.push(path);
        }
    }
    found
}
