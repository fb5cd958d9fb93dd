//! How far long work has come: the event `progress`.

use std::{
    ops::ControlFlow,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use lx_steps::Watch;
use lx_wire::desk::Progress;
use tauri::{AppHandle, Emitter as _};

/// So often at most.
const EVERY: Duration = Duration::from_millis(80);

/// Tells the page what the intake is at, and ends it where a person wants that.
pub struct Importing {
    app: AppHandle,
    last: Option<Instant>,
    package: u32,
    packages: u32,
    ended: Option<Arc<AtomicBool>>,
}

impl Importing {
    /// Nothing told yet; nobody may end it.
    pub fn tell(app: AppHandle) -> Self {
        Self {
            app,
            last: None,
            package: 0,
            packages: 0,
            ended: None,
        }
    }

    /// As [`Importing::tell`], until `ended` is set.
    pub fn until(app: AppHandle, ended: Arc<AtomicBool>) -> Self {
        ended.store(false, Ordering::Relaxed);
        Self {
            ended: Some(ended),
            ..Self::tell(app)
        }
    }
}

impl Watch for Importing {
    #[allow(clippy::disallowed_methods, reason = "a face has the clock")]
    fn progress(&mut self, bytes: u64, files: u64, name: &str) -> ControlFlow<()> {
        if self.ended.as_ref().is_some_and(|ended| ended.load(Ordering::Relaxed)) {
            return ControlFlow::Break(());
        }
        if self.last.is_none_or(|last| last.elapsed() >= EVERY) {
            self.last = Some(Instant::now());
            let _ = self.app.emit(
                "progress",
                Progress {
                    // What is done of all: packages, since only unpacking shows how much one of them holds.
                    done: f64::from(self.package.saturating_sub(1)),
                    total: if self.packages > 1 { f64::from(self.packages) } else { 0.0 },
                    label: name.to_owned(),
                    bytes: u32::try_from(bytes >> 10).map_or(f64::MAX, |kib| f64::from(kib) * 1024.0),
                    files: short(files),
                    package: self.package,
                    packages: self.packages,
                    cancellable: self.ended.is_some(),
                    ..task("import")
                },
            );
        }
        ControlFlow::Continue(())
    }

    fn package(&mut self, nth: u64, of: u64) {
        (self.package, self.packages, self.last) = (short(nth), short(of), None);
    }
}

fn short(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn task(name: &str) -> Progress {
    Progress {
        task: name.to_owned(),
        done: 0.0,
        total: 0.0,
        label: String::new(),
        bytes: 0.0,
        files: 0,
        package: 0,
        packages: 0,
        cancellable: false,
    }
}

/// Says that other long work has begun; the page takes it away when the command answers.
pub fn begun(app: &AppHandle, name: &str) {
    let _ = app.emit("progress", task(name));
}
