//! Writing a backup.

use std::{
    fs::{self, File},
    io::{BufWriter, Seek, Write},
    path::{Path, PathBuf},
};

use lx_domain::UnixMillis;
use zip::{CompressionMethod, ZipWriter, result::ZipError, write::SimpleFileOptions};

use super::{FORMAT, Listed, MANIFEST, Manifest, copy_hashed};
use crate::{
    BackupReport, Ledger, LedgerError, document,
    error::{AtPath as _, damaged},
    files::{rename, sync_folder},
    keys::DESK_FILE,
    ledger::{COPY, DATABASE},
};

impl Ledger {
    /// Writes the whole desk into one file, documents and database encrypted as they are, over an earlier one.
    ///
    /// # Errors
    /// [`LedgerError::MissingDocument`] if a document is gone; [`LedgerError::DiskFull`], [`LedgerError::Io`]. A half file
    /// is not left behind.
    pub fn backup_to(&self, file: &Path, at: UnixMillis) -> Result<BackupReport, LedgerError> {
        let mut part = file.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        let copy = self.folder().join(COPY);
        let made = self.write_backup(&part, &copy, at);
        let _ = fs::remove_file(&copy);
        if made.is_err() {
            let _ = fs::remove_file(&part);
        }
        let report = made?;
        rename(&part, file)?;
        sync_folder(file.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
        Ok(report)
    }

    fn write_backup(&self, part: &Path, copy: &Path, at: UnixMillis) -> Result<BackupReport, LedgerError> {
        if copy.exists() {
            fs::remove_file(copy).at(copy)?;
        }
        let copy_text = copy.to_str().ok_or_else(|| damaged("path", copy.display()))?;
        self.conn.execute(include_str!("copy.sql"), [copy_text])?;
        let mut out = ZipWriter::new(BufWriter::with_capacity(256 * 1024, File::create(part).at(part)?));
        let mut files = vec![
            add(&mut out, part, DESK_FILE.to_owned(), &self.folder().join(DESK_FILE))?,
            add(&mut out, part, DATABASE.to_owned(), copy)?,
        ];
        for stored in self.known_documents()? {
            let path = self.documents().path(&stored.digest);
            if !path.is_file() {
                return Err(LedgerError::MissingDocument { digest: stored.digest });
            }
            let name = format!("{}/{}", document::FOLDER, self.documents().name(&stored.digest));
            files.push(add(&mut out, part, name, &path)?);
        }
        let manifest = Manifest {
            format: FORMAT,
            made_at: at,
            files,
        };
        start(&mut out, part, MANIFEST)?;
        let text = serde_json::to_vec_pretty(&manifest).map_err(|e| damaged(MANIFEST, e))?;
        out.write_all(&text).at(part)?;
        let buffered = out.finish().map_err(|e| from_zip(part, e))?;
        let file = buffered.into_inner().map_err(std::io::IntoInnerError::into_error).at(part)?;
        file.sync_all().at(part)?;
        Ok(manifest.report())
    }
}

fn add<W: Write + Seek>(out: &mut ZipWriter<W>, part: &Path, name: String, path: &Path) -> Result<Listed, LedgerError> {
    start(out, part, &name)?;
    let mut file = File::open(path).at(path)?;
    let (bytes, sha256) = copy_hashed(&mut file, out).at(part)?;
    Ok(Listed { name, bytes, sha256 })
}

fn start<W: Write + Seek>(out: &mut ZipWriter<W>, part: &Path, name: &str) -> Result<(), LedgerError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .large_file(true);
    out.start_file(name, options).map_err(|e| from_zip(part, e))
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
