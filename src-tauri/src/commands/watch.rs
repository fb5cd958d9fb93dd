//! How far long work has come: the event `progress`.

use std::{
    ops::ControlFlow,
    time::{Duration, Instant},
};

use lx_steps::Watch;
use lx_wire::desk::Progress;
use tauri::{AppHandle, Emitter as _};

/// So often at most.
const EVERY: Duration = Duration::from_millis(80);

/// Tells the page what the intake is at.
pub struct Importing {
    app: AppHandle,
    last: Option<Instant>,
}

impl Importing {
    /// Nothing told yet.
    pub fn tell(app: AppHandle) -> Self {
        Self { app, last: None }
    }
}

impl Watch for Importing {
    #[allow(clippy::disallowed_methods, reason = "a face has the clock")]
    fn progress(&mut self, bytes: u64, _files: u64, name: &str) -> ControlFlow<()> {
        if self.last.is_none_or(|last| last.elapsed() >= EVERY) {
            self.last = Some(Instant::now());
            let done = u32::try_from(bytes >> 10).map_or(f64::MAX, |kib| f64::from(kib) * 1024.0);
            let _ = self.app.emit(
                "progress",
                Progress {
                    task: "import".to_owned(),
                    done,
                    total: 0.0,
                    label: name.to_owned(),
                },
            );
        }
        ControlFlow::Continue(())
    }
}

/// Says that other long work has begun; the page takes it away when the command answers.
pub fn begun(app: &AppHandle, task: &str) {
    let _ = app.emit(
        "progress",
        Progress {
            task: task.to_owned(),
            done: 0.0,
            total: 0.0,
            label: String::new(),
        },
    );
}
