//! The desk that is open in the window, and what belongs to the window beside it: language, clock, files waiting.

use std::{
    any::Any,
    collections::BTreeSet,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError, TryLockError, atomic::AtomicBool},
    time::{SystemTime, UNIX_EPOCH},
};

use lx_domain::UnixMillis;
use lx_steps::{Desk, looking::Look};
use lx_wire::{Fault, Lang, Texts, desk::DeskView, face};

use crate::settings::Settings;

/// What every command can reach.
#[derive(Clone)]
pub struct OpenDesk(Arc<Shared>);

struct Shared {
    home: PathBuf,
    offer_sample: bool,
    desk: Mutex<Option<Desk>>,
    settings: Mutex<Settings>,
    pending: Mutex<Vec<String>>,
    shown: Mutex<BTreeSet<PathBuf>>,
    looked: Mutex<LastLook>,
    ended: Arc<AtomicBool>,
    chinese: Texts,
    english: Texts,
}

/// The packages that were looked at last, and which look that was.
#[derive(Default)]
pub struct LastLook {
    number: u32,
    /// What lies there.
    pub look: Look,
}

/// A guard even after a panic: every step writes in one transaction, so what the desk holds is whole.
fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl OpenDesk {
    /// Nothing open yet; `home` is the program's data folder.
    pub fn at(home: PathBuf, offer_sample: bool, pending: Vec<String>) -> Self {
        let settings = Mutex::new(Settings::read(&home));
        let (desk, pending, shown) = (Mutex::default(), Mutex::new(pending), Mutex::default());
        let (looked, ended) = (Mutex::default(), Arc::default());
        let (chinese, english) = (Texts::new(Lang::Chinese), Texts::new(Lang::English));
        Self(Arc::new(Shared {
            home,
            offer_sample,
            desk,
            settings,
            pending,
            shown,
            looked,
            ended,
            chinese,
            english,
        }))
    }

    /// The program's data folder.
    pub fn home(&self) -> &Path {
        &self.0.home
    }

    /// Whether the sample batch is offered first.
    pub fn offers_sample(&self) -> bool {
        self.0.offer_sample
    }

    /// Whether a desk is open; one at which a step is running is.
    pub fn is_open(&self) -> bool {
        match self.0.desk.try_lock() {
            Ok(desk) => desk.is_some(),
            Err(TryLockError::Poisoned(held)) => held.into_inner().is_some(),
            Err(TryLockError::WouldBlock) => true,
        }
    }

    /// What the window remembers.
    pub fn settings(&self) -> MutexGuard<'_, Settings> {
        hold(&self.0.settings)
    }

    /// The words of the language that was chosen.
    pub fn texts(&self) -> &Texts {
        let english = Lang::named(&self.settings().lang) == Lang::English;
        if english { &self.0.english } else { &self.0.chinese }
    }

    /// Files given at the start, once.
    pub fn take_pending(&self) -> Vec<String> {
        std::mem::take(&mut *hold(&self.0.pending))
    }

    /// Keeps files for the window to ask for.
    pub fn wait_with(&self, files: &[String]) {
        hold(&self.0.pending).extend_from_slice(files);
    }

    /// From now on the page may show this file: the core made or verified it.
    pub fn show(&self, file: &Path) {
        hold(&self.0.shown).insert(file.to_owned());
    }

    /// Keeps a look in place of the one before; gives the number by which it is asked for.
    pub fn keep_look(&self, look: Look) -> u32 {
        let mut last = hold(&self.0.looked);
        let number = last.number.wrapping_add(1);
        *last = LastLook { number, look };
        number
    }

    /// The packages of this look, while none was made after it.
    pub fn looked(&self, number: u32) -> Result<MutexGuard<'_, LastLook>, Fault> {
        let last = hold(&self.0.looked);
        if last.number == number { Ok(last) } else { Err(Fault::look_past()) }
    }

    /// Set while a person wants the running import to end. It needs no desk, which the import holds.
    pub fn ended(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0.ended)
    }

    /// Whether the page may show this file.
    pub fn may_show(&self, file: &Path) -> bool {
        hold(&self.0.shown).contains(file)
    }

    /// Opens a desk in place of the one that is open; the old one is closed first, whatever comes of the new one.
    pub async fn put(&self, open: impl FnOnce(UnixMillis) -> Result<Desk, Fault> + Send + 'static) -> Result<DeskView, Fault> {
        let this = self.clone();
        blocking(move || {
            let mut held = hold(&this.0.desk);
            *held = None;
            let desk = held.insert(open(now())?);
            let mut settings = this.settings();
            settings.remember(face::recent(desk, &this.0.chinese, now())?);
            // The list of recent desks is a comfort: a full disk must not keep a desk shut.
            let _ = settings.keep(&this.0.home);
            drop(settings);
            face::desk(desk, this.texts())
        })
        .await
    }

    /// Closes the desk.
    pub async fn close(&self) -> Result<(), Fault> {
        let this = self.clone();
        blocking(move || {
            *hold(&this.0.desk) = None;
            Ok(())
        })
        .await
    }

    /// Runs a step at the open desk, on a thread where it may take its time.
    pub async fn with<T: Send + 'static>(
        &self,
        step: impl FnOnce(&mut Desk, &Texts, UnixMillis) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        let this = self.clone();
        blocking(move || match hold(&this.0.desk).as_mut() {
            Some(desk) => step(desk, this.texts(), now()),
            None => Err(Fault::no_desk()),
        })
        .await
    }
}

/// Runs work that needs no desk, on a thread where it may take its time. A panic is a fault, not the end of the window.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T, Fault> + Send + 'static) -> Result<T, Fault> {
    let caught = tauri::async_runtime::spawn_blocking(|| catch_unwind(AssertUnwindSafe(work))).await;
    match caught {
        Ok(Ok(answer)) => answer,
        Ok(Err(panic)) => Err(Fault::internal(words_of(panic.as_ref()))),
        Err(error) => Err(Fault::internal(&error.to_string())),
    }
}

fn words_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or(panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without words")
}

/// Now.
#[allow(clippy::disallowed_methods, reason = "a face has the clock")]
pub fn now() -> UnixMillis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    UnixMillis(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
}
