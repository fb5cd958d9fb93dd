//! Creating, opening and closing a desk.

use std::{
    fs::{self, File, TryLockError},
    io,
    ops::Deref,
    path::{Path, PathBuf},
};

use lx_domain::{Digest, UnixMillis};
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::{
    Documents, KdfCost, LedgerError, Records, Tx,
    document::{self, Cleared},
    error::{AtPath as _, damaged},
    files::sync_folder,
    keys::{DESK_FILE, DeskFile, FORMAT, Keyring, Slot},
    migrations,
};

/// The database's name in the folder.
pub(crate) const DATABASE: &str = "desk.db";

/// What a backup is taken from while it is made.
pub(crate) const COPY: &str = "desk.db-copy";

const LOCK: &str = "desk.lock";
/// The database and what SQLite puts beside it.
const DATABASE_FILES: [&str; 4] = [DATABASE, "desk.db-wal", "desk.db-shm", COPY];

const CREATED_AT: &str = "ledger.created_at";

/// An open desk. Nobody else can open it meanwhile.
#[derive(Debug)]
pub struct Ledger {
    records: Records,
    documents: Documents,
    /// Before the lock goes: a desk that is closed holds nothing that was given up.
    _cleared: Cleared,
    keys: Keyring,
    folder: PathBuf,
    /// Held, never read.
    _lock: File,
}

impl Deref for Ledger {
    type Target = Records;
    fn deref(&self) -> &Records {
        &self.records
    }
}

impl Ledger {
    /// Makes a desk in a folder that is empty or not there yet, and opens it.
    ///
    /// # Errors
    /// [`LedgerError::NotEmpty`] if something is in the folder.
    pub fn create(folder: &Path, passphrase: &str, cost: KdfCost, at: UnixMillis) -> Result<Self, LedgerError> {
        fs::create_dir_all(folder).at(folder)?;
        refuse_strangers(folder)?;
        let lock = lock(folder)?;
        let keys = Keyring::generate()?;
        for leftover in DATABASE_FILES {
            remove(folder, leftover)?;
        }
        let conn = connect(folder, &keys, OpenFlags::SQLITE_OPEN_CREATE)?;
        migrations::migrate(&conn)?;
        let documents = Documents::new(folder, &keys)?;
        let slots = vec![Slot::wrap(&keys, passphrase, cost)?];
        // Last: a folder without it is no desk, and `create` may begin again.
        DeskFile { format: FORMAT, slots }.write(folder)?;
        let mut made = Self {
            records: Records { conn },
            _cleared: documents.cleared(),
            documents,
            keys,
            folder: folder.to_owned(),
            _lock: lock,
        };
        made.transaction(|tx| tx.set_setting(CREATED_AT, &at.0.to_string()))?;
        Ok(made)
    }

    /// Opens a desk and checks it: keys, application id, schema, integrity of every page, the journal's chain.
    ///
    /// # Errors
    /// One variant for each thing that can be wrong.
    pub fn open(folder: &Path, passphrase: &str) -> Result<Self, LedgerError> {
        DeskFile::read(folder)?;
        let lock = lock(folder)?;
        let keys = DeskFile::read(folder)?.keys(passphrase)?;
        if !folder.join(DATABASE).is_file() {
            return Err(damaged(DATABASE, "missing"));
        }
        let conn = connect(folder, &keys, OpenFlags::empty())?;
        check(&conn)?;
        migrations::migrate(&conn)?;
        let records = Records { conn };
        records.journal()?;
        let documents = Documents::new(folder, &keys)?;
        documents.sweep(&records.known_documents()?)?;
        remove(folder, COPY)?;
        Ok(Self {
            records,
            _cleared: documents.cleared(),
            documents,
            keys,
            folder: folder.to_owned(),
            _lock: lock,
        })
    }

    /// Asks for the passphrase once more, as before a signature.
    ///
    /// # Errors
    /// [`LedgerError::WrongPassphrase`].
    pub fn check_passphrase(&self, passphrase: &str) -> Result<(), LedgerError> {
        DeskFile::read(&self.folder)?.keys(passphrase).map(drop)
    }

    /// Wraps the desk's keys with another passphrase; nothing else is written. Backups made before keep the old one.
    ///
    /// # Errors
    /// [`LedgerError::WrongPassphrase`] if `old` is not the present one.
    pub fn change_passphrase(&mut self, old: &str, new: &str, cost: KdfCost) -> Result<(), LedgerError> {
        let mut file = DeskFile::read(&self.folder)?;
        file.keys(old)?;
        file.slots.retain(|slot| slot.kind != "passphrase");
        file.slots.insert(0, Slot::wrap(&self.keys, new, cost)?);
        file.write(&self.folder)
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Its documents. The handle can be cloned and read from any thread.
    #[must_use]
    pub fn documents(&self) -> &Documents {
        &self.documents
    }

    /// Documents that the desk must hold and whose file is gone, by digest.
    ///
    /// # Errors
    /// As every read.
    pub fn missing_documents(&self) -> Result<Vec<Digest>, LedgerError> {
        let known = self.records.known_documents()?;
        Ok(known
            .into_iter()
            .map(|s| s.digest)
            .filter(|d| !self.documents.contains(d))
            .collect())
    }

    /// Runs `work` as one whole: everything it wrote is durable when this returns, or nothing is.
    ///
    /// # Errors
    /// What `work` returns, and [`LedgerError`] from the commit.
    pub fn transaction<T, E: From<LedgerError>>(&mut self, work: impl FnOnce(&Tx<'_>) -> Result<T, E>) -> Result<T, E> {
        self.records.transaction(work)
    }

    /// Removes the desk: its keys first, so that what a disk may keep cannot be read.
    ///
    /// # Errors
    /// [`LedgerError::Io`] if a file could not be removed.
    pub fn erase(self) -> Result<(), LedgerError> {
        let Self {
            records,
            documents,
            _cleared,
            keys,
            folder,
            _lock,
        } = self;
        drop((records, _cleared, keys));
        remove(&folder, DESK_FILE)?;
        sync_folder(&folder)?;
        for name in DATABASE_FILES {
            remove(&folder, name)?;
        }
        fs::remove_dir_all(documents.folder()).at(documents.folder())?;
        drop(_lock);
        remove(&folder, LOCK)?;
        // Other people's files in the folder stay, and so does it then.
        let _ = fs::remove_dir(&folder);
        Ok(())
    }
}

/// Refuses a folder with anything in it but what a desk's unfinished making leaves.
pub(crate) fn refuse_strangers(folder: &Path) -> Result<(), LedgerError> {
    for entry in fs::read_dir(folder).at(folder)? {
        let name = entry.at(folder)?.file_name();
        let ours = name
            .to_str()
            .is_some_and(|n| n.starts_with('.') || n == LOCK || n == document::FOLDER || n == "desk.toml.new" || n.starts_with(DATABASE));
        if !ours {
            return Err(LedgerError::NotEmpty { folder: folder.to_owned() });
        }
    }
    Ok(())
}

fn remove(folder: &Path, name: &str) -> Result<(), LedgerError> {
    let path = folder.join(name);
    if path.exists() { fs::remove_file(&path).at(&path) } else { Ok(()) }
}

fn lock(folder: &Path) -> Result<File, LedgerError> {
    let path = folder.join(LOCK);
    let file = File::options().create(true).truncate(false).write(true).open(&path).at(&path)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(LedgerError::Locked { folder: folder.to_owned() }),
        // A share that cannot lock is no place for a desk, but reading one there must not fail for it.
        Err(TryLockError::Error(e)) if e.kind() == io::ErrorKind::Unsupported => Ok(file),
        Err(TryLockError::Error(e)) => Err(e).at(&path),
    }
}

/// Opens the database under the raw key; `cipher_log_level` first, so that nothing is ever said about keys.
pub(crate) fn connect(folder: &Path, keys: &Keyring, create: OpenFlags) -> Result<Connection, LedgerError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX | create;
    let conn = Connection::open_with_flags(folder.join(DATABASE), flags)?;
    let key = Zeroizing::new(hex::encode(keys.database.as_slice()));
    conn.execute_batch("PRAGMA cipher_log_level = NONE;")?;
    conn.execute_batch(&Zeroizing::new(format!("PRAGMA key = \"x'{}'\";", key.as_str())))?;
    conn.execute_batch(include_str!("settings.sql"))?;
    Ok(conn)
}

fn check(conn: &Connection) -> Result<(), LedgerError> {
    if !migrations::is_ours(conn)? {
        return Err(damaged(DATABASE, "not a desk's"));
    }
    let (found, known) = (migrations::found(conn)?, migrations::known());
    if found > known {
        return Err(LedgerError::NewerSchema { found, known });
    }
    let mut statement = conn.prepare("PRAGMA cipher_integrity_check")?;
    if let Some(row) = statement.query([])?.next()? {
        return Err(damaged(DATABASE, row.get::<_, String>(0)?));
    }
    drop(statement);
    // The text index is left out: its pages are checked above, and reading it through would take seconds.
    let tables: Vec<String> = conn
        .prepare(include_str!("checked_tables.sql"))?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for table in tables {
        let said: String = conn.query_row(&format!("PRAGMA quick_check('{table}')"), [], |row| row.get(0))?;
        if said != "ok" {
            return Err(damaged(&table, said));
        }
    }
    Ok(())
}
