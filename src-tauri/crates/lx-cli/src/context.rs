//! What every command needs: language, clock, desk, passphrase.

use std::{
    fs,
    io::IsTerminal as _,
    path::{Path, PathBuf},
    time::{SystemTime, UNIX_EPOCH},
};

use lx_domain::{ApplicationNumber, Fingerprint, Member, UnixMillis};
use lx_steps::{Desk, StepError};
use lx_wire::{Fault, Lang, Texts};

use crate::{
    args::Arguments,
    output::{Stop, fault},
};

/// Of one call.
pub struct Context {
    /// Words.
    pub texts: Texts,
    desk: Option<PathBuf>,
    passphrase_file: Option<PathBuf>,
}

impl Context {
    pub fn of(arguments: &Arguments) -> Self {
        Self {
            texts: Texts::new(Lang::named(&arguments.lang)),
            desk: arguments.desk.clone(),
            passphrase_file: arguments.passphrase_file.clone(),
        }
    }

    /// Now.
    #[allow(clippy::disallowed_methods, reason = "a face has the clock")]
    pub fn now(&self) -> UnixMillis {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        UnixMillis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
    }

    /// Folder of the desk: `--desk`, else `LINXUAN_DESK`, else the per-user data folder (local, not roaming).
    #[allow(clippy::disallowed_methods, reason = "a face has the environment")]
    pub fn folder(&self) -> Result<PathBuf, Stop> {
        if let Some(folder) = &self.desk {
            return Ok(lx_steps::files::absolute(folder));
        }
        if let Some(folder) = std::env::var_os("LINXUAN_DESK").filter(|f| !f.is_empty()) {
            return Ok(lx_steps::files::absolute(Path::new(&folder)));
        }
        let folders = directories::ProjectDirs::from("", "", "linxuan").ok_or_else(Fault::no_desk)?;
        Ok(folders.data_local_dir().join("desk"))
    }

    /// The folder that was named in the call, for commands that make a desk somewhere new.
    pub fn named_folder(&self) -> Option<&Path> {
        self.desk.as_deref()
    }

    /// The passphrase, where a file with it was named.
    #[allow(clippy::disallowed_methods, reason = "a face has the environment")]
    pub fn named_passphrase(&self) -> Result<Option<String>, Stop> {
        let from_environment = || {
            std::env::var_os("LINXUAN_PASSPHRASE_FILE")
                .filter(|f| !f.is_empty())
                .map(PathBuf::from)
        };
        let file = self.passphrase_file.clone().or_else(from_environment);
        file.map(|file| first_line(&file)).transpose()
    }

    /// The passphrase: from the file, else from a prompt on a terminal; asked twice where a new one is made.
    pub fn passphrase(&self, new: bool) -> Result<String, Stop> {
        if let Some(named) = self.named_passphrase()? {
            return Ok(named);
        }
        let missing = || Stop::from(fault("no-passphrase", []));
        if !std::io::stdin().is_terminal() {
            return Err(missing());
        }
        let ask = |id: &str| rpassword::prompt_password(self.texts.word(id)).map_err(|_| missing());
        let first = ask("cli-passphrase")?;
        if new && ask("cli-passphrase-again")? != first {
            return Err(missing());
        }
        Ok(first)
    }

    /// Opens the desk.
    pub fn open(&self) -> Result<Desk, Stop> {
        let folder = self.folder()?;
        Desk::expect_at(&folder)?;
        let passphrase = self.passphrase(false)?;
        Ok(Desk::open(&folder, &passphrase)?)
    }
}

/// The first line of a file, without its line end.
pub fn first_line(file: &Path) -> Result<String, Stop> {
    let text = fs::read(file).map_err(|source| StepError::File {
        path: file.to_owned(),
        source,
    })?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let line = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default().to_owned();
    if line.is_empty() {
        Err(Stop::from(fault("no-passphrase", [])))
    } else {
        Ok(line)
    }
}

/// An application number of the call.
pub fn number(text: &str) -> Result<ApplicationNumber, Stop> {
    text.parse().map_err(|_| StepError::UnknownApplication(text.to_owned()).into())
}

/// A member by name, by fingerprint, or by its short form.
pub fn member(desk: &Desk, text: &str) -> Result<Member, Stop> {
    let unknown = || Stop::from(Fault::unknown("member", text));
    let roster = desk.roster()?;
    let same = |f: &Fingerprint| f.to_string() == text.to_lowercase() || f.short().eq_ignore_ascii_case(text);
    let mut found = roster.members.into_iter().filter(|m| same(&m.fingerprint) || m.card.name == text);
    match (found.next(), found.next()) {
        (Some(member), None) => Ok(member),
        _ => Err(unknown()),
    }
}

/// `id=value` of the call.
pub fn pair(text: &str) -> Result<(&str, &str), Stop> {
    text.split_once('=')
        .map(|(id, value)| (id.trim(), value))
        .ok_or_else(|| crate::output::usage(text).into())
}
