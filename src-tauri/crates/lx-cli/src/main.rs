//! `linxuan`: the same steps as the window, without one.

use std::process::ExitCode;

fn main() -> ExitCode {
    lx_cli::main()
}
