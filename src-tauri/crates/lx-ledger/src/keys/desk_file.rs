//! `desk.toml`: what must be readable before there is a key.

use std::{
    fmt::Write as _,
    fs::{self, File},
    io::{self, Write as _},
    path::Path,
};

use serde::Deserialize;

use super::{Keyring, Slot};
use crate::{
    LedgerError,
    error::{AtPath as _, damaged},
    files::{rename, sync_folder},
};

/// Its name in the folder.
pub(crate) const NAME: &str = "desk.toml";

/// The form of a desk folder that this program knows.
pub(crate) const FORMAT: u32 = 1;

/// The plain part of a desk.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct DeskFile {
    pub(crate) format: u32,
    #[serde(rename = "slot")]
    pub(crate) slots: Vec<Slot>,
}

#[derive(Deserialize)]
struct FormatOnly {
    format: u32,
}

impl DeskFile {
    /// Reads it from a desk's folder.
    pub(crate) fn read(folder: &Path) -> Result<Self, LedgerError> {
        let path = folder.join(NAME);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(LedgerError::NotADesk { folder: folder.to_owned() }),
            Err(e) if e.kind() == io::ErrorKind::InvalidData => return Err(damaged(NAME, e)),
            Err(e) => return Err(e).at(&path),
        };
        Self::parse(&text)
    }

    /// From its text.
    pub(crate) fn parse(text: &str) -> Result<Self, LedgerError> {
        let FormatOnly { format } = toml::from_str(text).map_err(|e| damaged(NAME, e.message()))?;
        if format > FORMAT {
            return Err(LedgerError::NewerSchema {
                found: format,
                known: FORMAT,
            });
        }
        toml::from_str(text).map_err(|e| damaged(NAME, e.message()))
    }

    /// The keys, by the passphrase.
    pub(crate) fn keys(&self, passphrase: &str) -> Result<Keyring, LedgerError> {
        let slot = self
            .slots
            .iter()
            .find(|s| s.kind == "passphrase")
            .ok_or_else(|| damaged(NAME, "no slot"))?;
        slot.unwrap(passphrase)
    }

    /// Writes it into a desk's folder; the earlier one stands until this one is durable.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), LedgerError> {
        let path = folder.join(NAME);
        let fresh = folder.join("desk.toml.new");
        let mut file = File::create(&fresh).at(&fresh)?;
        file.write_all(self.text().as_bytes()).and_then(|()| file.sync_all()).at(&fresh)?;
        rename(&fresh, &path)?;
        sync_folder(folder)
    }

    fn text(&self) -> String {
        let mut text = format!(
            "# 遴选工作台 / Linxuan desk. This file opens the desk together with the passphrase: keep it with desk.db.\nformat = {}\n",
            self.format
        );
        for Slot {
            kind,
            memory_kib,
            passes,
            lanes,
            salt,
            nonce,
            wrapped,
            check,
        } in &self.slots
        {
            let _ = write!(
                text,
                "\n[[slot]]\nkind = \"{kind}\"\nmemory_kib = {memory_kib}\npasses = {passes}\nlanes = {lanes}\nsalt = \"{salt}\"\nnonce = \"{nonce}\"\nwrapped = \"{wrapped}\"\ncheck = \"{check}\"\n"
            );
        }
        text
    }
}
