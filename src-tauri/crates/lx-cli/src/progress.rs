//! A bar on stderr while long work runs, where stderr is a terminal.

use std::ops::ControlFlow;

use indicatif::{HumanBytes, ProgressBar};
use lx_steps::Watch;

/// Shows what import is at.
pub struct Bar(ProgressBar, (u64, u64));

impl Bar {
    /// A bar that draws nothing unless stderr is a terminal.
    pub fn new() -> Self {
        Self(ProgressBar::new_spinner(), (0, 0))
    }
}

impl Watch for Bar {
    fn progress(&mut self, bytes: u64, files: u64, name: &str) -> ControlFlow<()> {
        let (nth, of) = self.1;
        let package = if of > 1 { format!("{nth}/{of} · ") } else { String::new() };
        self.0.set_message(format!("{package}{files} · {} · {name}", HumanBytes(bytes)));
        self.0.tick();
        ControlFlow::Continue(())
    }

    fn package(&mut self, nth: u64, of: u64) {
        self.1 = (nth, of);
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
