//! Writing a backup.

use std::{
    fs::{self, File},
    io::{self, BufWriter, Write as _},
    path::Path,
};

use lx_domain::UnixMillis;
use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{FORMAT, Listed, MANIFEST, Manifest, copy_hashed, quiet::Quiet};
use crate::{
    BackupReport, Ledger, LedgerError, Stored,
    document::{self, Passed},
    error::{AtPath as _, damaged},
    files::{create_beside, rename, sync_folder},
    keys::DESK_FILE,
    ledger::{COPY, DATABASE},
};

/// The file that is being written, and its name until it is whole.
struct Target<'a> {
    out: ZipWriter<Quiet<BufWriter<File>>>,
    part: &'a Path,
}

impl Ledger {
    /// Writes the whole desk into one file, documents and database encrypted as they are, over an earlier one. Each document
    /// is decrypted on the way: an earlier backup may be the last place where one that is damaged here is whole.
    ///
    /// # Errors
    /// [`LedgerError::DamagedDocuments`] if any is damaged or gone; [`LedgerError::DiskFull`], [`LedgerError::Io`]. What was
    /// there stays, and a half file is not left behind.
    pub fn backup_to(&self, file: &Path, at: UnixMillis) -> Result<BackupReport, LedgerError> {
        let (created, part) = create_beside(file).at(file)?;
        let copy = self.folder().join(COPY);
        let out = ZipWriter::new(Quiet::new(BufWriter::with_capacity(256 * 1024, created)));
        let made = self.write_backup(Target { out, part: &part }, &copy, at);
        let _ = fs::remove_file(&copy);
        let moved = made.and_then(|report| rename(&part, file).map(|()| report));
        if moved.is_err() {
            let _ = fs::remove_file(&part);
        }
        let report = moved?;
        sync_folder(file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
        Ok(report)
    }

    fn write_backup(&self, mut target: Target<'_>, copy: &Path, at: UnixMillis) -> Result<BackupReport, LedgerError> {
        if copy.exists() {
            fs::remove_file(copy).at(copy)?;
        }
        let copy_text = copy.to_str().ok_or_else(|| damaged("path", copy.display()))?;
        self.conn.execute(include_str!("copy.sql"), [copy_text])?;
        let mut files = vec![
            target.add(DESK_FILE.to_owned(), &self.folder().join(DESK_FILE))?,
            target.add(DATABASE.to_owned(), copy)?,
        ];
        files.extend(self.write_documents(&mut target)?);
        let manifest = Manifest {
            format: FORMAT,
            made_at: at,
            files,
        };
        target.finish(&manifest)?;
        Ok(manifest.report())
    }

    /// All documents are looked at, so that all that are damaged can be named.
    fn write_documents(&self, target: &mut Target<'_>) -> Result<Vec<Listed>, LedgerError> {
        let (mut written, mut unsound) = (Vec::new(), Vec::new());
        for Stored { digest, .. } in self.known_documents()? {
            let name = format!("{}/{}", document::FOLDER, self.documents().name(&digest));
            let passed = if unsound.is_empty() {
                target.start(&name)?;
                self.documents().pass(&digest, &mut target.out, target.part)
            } else {
                self.documents().pass(&digest, &mut io::sink(), target.part)
            };
            match passed {
                Ok(Passed { bytes, sha256, content }) if content == Some(digest) => written.push(Listed { name, bytes, sha256 }),
                Ok(_) | Err(LedgerError::MissingDocument { .. }) => unsound.push(digest),
                Err(other) => return Err(other),
            }
        }
        if unsound.is_empty() {
            Ok(written)
        } else {
            Err(LedgerError::DamagedDocuments { documents: unsound })
        }
    }
}

impl Target<'_> {
    fn start(&mut self, name: &str) -> Result<(), LedgerError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .large_file(true);
        self.out.start_file(name, options).map_err(|e| from_zip(self.part, e))
    }

    fn add(&mut self, name: String, path: &Path) -> Result<Listed, LedgerError> {
        self.start(&name)?;
        let mut file = File::open(path).at(path)?;
        let (bytes, sha256) = copy_hashed(&mut file, &mut self.out).at(self.part)?;
        Ok(Listed { name, bytes, sha256 })
    }

    fn finish(mut self, manifest: &Manifest) -> Result<(), LedgerError> {
        self.start(MANIFEST)?;
        let text = serde_json::to_vec_pretty(manifest).map_err(|e| damaged(MANIFEST, e))?;
        self.out.write_all(&text).at(self.part)?;
        let buffered = self.out.finish().map_err(|e| from_zip(self.part, e))?.into_inner();
        let file = buffered.into_inner().map_err(io::IntoInnerError::into_error).at(self.part)?;
        file.sync_all().at(self.part)
    }
}

fn from_zip(part: &Path, error: ZipError) -> LedgerError {
    match error {
        ZipError::Io(e) => match Err::<(), _>(e).at(part) {
            Err(e) => e,
            Ok(()) => damaged("backup", "zip"),
        },
        other => damaged("backup", other),
    }
}
