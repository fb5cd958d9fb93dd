//! What the window remembers between two starts: the language, and which desks were opened.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use lx_wire::desk::RecentDesk;
use serde::{Deserialize, Serialize};

/// So many desks are remembered.
const REMEMBERED: usize = 12;

/// The file `window.json` in the program's data folder.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `zh-CN` or `en`; empty until chosen.
    pub lang: String,
    /// Latest first.
    pub recent: Vec<RecentDesk>,
}

fn file(home: &Path) -> PathBuf {
    home.join("window.json")
}

impl Settings {
    /// What was kept; nothing where there is no file or an unreadable one: no work depends on it.
    pub fn read(home: &Path) -> Self {
        let text = fs::read_to_string(file(home)).unwrap_or_default();
        let mut kept: Self = serde_json::from_str(&text).unwrap_or_default();
        kept.recent.retain(|desk| Path::new(&desk.folder).is_dir());
        kept
    }

    /// Keeps it; the old file stays whole until the new one is.
    pub fn keep(&self, home: &Path) -> io::Result<()> {
        fs::create_dir_all(home)?;
        let part = home.join("window.json.part");
        fs::write(&part, serde_json::to_vec_pretty(self)?)?;
        fs::rename(part, file(home))
    }

    /// Puts a desk that was just opened first.
    pub fn remember(&mut self, desk: RecentDesk) {
        self.recent.retain(|known| known.folder != desk.folder);
        self.recent.insert(0, desk);
        self.recent.truncate(REMEMBERED);
    }
}
