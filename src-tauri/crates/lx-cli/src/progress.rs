//! A bar on stderr while long work runs, where stderr is a terminal.

use std::ops::ControlFlow;

use indicatif::{HumanBytes, ProgressBar};
use lx_steps::Watch;

/// Shows what import is at.
pub struct Bar(ProgressBar);

impl Bar {
    /// A bar that draws nothing unless stderr is a terminal.
    pub fn new() -> Self {
        Self(ProgressBar::new_spinner())
    }
}

impl Watch for Bar {
    fn progress(&mut self, bytes: u64, files: u64, name: &str) -> ControlFlow<()> {
        self.0.set_message(format!("{files} · {} · {name}", HumanBytes(bytes)));
        self.0.tick();
        ControlFlow::Continue(())
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
