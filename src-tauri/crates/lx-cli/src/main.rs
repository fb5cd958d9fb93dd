//! `linxuan`: the same steps as the window, without one.

use std::{alloc::System, process::ExitCode};

use cap::Cap;

/// Limited where this process reads foreign documents.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

fn main() -> ExitCode {
    let limit = |most| MEMORY.set_limit(most).unwrap_or_default();
    if lx_cli::began_as_reader(limit) {
        return ExitCode::SUCCESS;
    }
    lx_cli::main()
}
