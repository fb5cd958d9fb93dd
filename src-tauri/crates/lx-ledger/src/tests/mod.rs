//! The desk under real SQLCipher.

mod backup;
mod documents;
mod kill;
mod opening;
mod sealed;
mod search;
mod tables;

use std::{
    fs,
    path::{Path, PathBuf},
};

use lx_domain::{ApplicationNumber, Digest, Document, DocumentKind, Dossier, Fingerprint, Track, UnixMillis};
use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::{KdfCost, Ledger, LedgerError, Stored, Tx, keys::DeskFile, ledger::connect};

const PASSPHRASE: &str = "遴选 2026";
const NOW: UnixMillis = UnixMillis(1_790_000_000_000);
const SECRETARY: Fingerprint = Fingerprint([7; 32]);

/// A desk in a folder that goes with the test.
struct Desk {
    folder: PathBuf,
    _home: TempDir,
}

impl Desk {
    fn new() -> (Self, Ledger) {
        let home = TempDir::new().unwrap();
        let folder = home.path().join("工作台");
        let ledger = Ledger::create(&folder, PASSPHRASE, KdfCost::LIGHT, NOW).unwrap();
        (Self { folder, _home: home }, ledger)
    }

    fn open(&self) -> Result<Ledger, LedgerError> {
        Ledger::open(&self.folder, PASSPHRASE)
    }

    /// The database by the side door, as somebody with the keys and bad intent would open it.
    fn side_door(&self) -> Connection {
        let keys = DeskFile::read(&self.folder).unwrap().keys(PASSPHRASE).unwrap();
        connect(&self.folder, &keys, OpenFlags::empty()).unwrap()
    }
}

fn number(text: &str) -> ApplicationNumber {
    text.parse().unwrap()
}

/// An application that moves to a later batch.
fn aside(number: &ApplicationNumber, reason: &str) -> crate::Aside {
    crate::Aside {
        number: number.clone(),
        reason: reason.to_owned(),
        withdrawn: false,
    }
}

/// A dossier with these documents.
fn dossier(number_text: &str, version: u32, documents: &[(&str, Digest)]) -> Dossier {
    let documents = documents
        .iter()
        .map(|(path, digest)| Document {
            path: (*path).to_owned(),
            digest: *digest,
            bytes: 1,
            kind: DocumentKind::Docx,
            pages: None,
            item: None,
        })
        .collect();
    Dossier {
        number: number(number_text),
        provisional: false,
        title: "基于隐私计算的投研协作".to_owned(),
        track: Track::Pilot,
        applicants: Vec::new(),
        fields: Vec::new(),
        documents,
        findings: Vec::new(),
        package_name: format!("{number_text}.zip"),
        package_digest: Digest([9; 32]),
        received_at: NOW,
        version,
    }
}

fn store(ledger: &mut Ledger, content: &[u8]) -> Stored {
    let mut batch = ledger.documents().batch().unwrap();
    let stored = batch.store(&mut &content[..]).unwrap();
    let durable = batch.commit().unwrap();
    write(ledger, |tx| tx.put_documents(&durable));
    stored
}

fn write<T>(ledger: &mut Ledger, work: impl FnOnce(&Tx<'_>) -> Result<T, LedgerError>) -> T {
    ledger.transaction(work).unwrap()
}

/// Every file below a folder.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files_below(&path))
        } else {
            found.push(path)
        }
    }
    found
}
