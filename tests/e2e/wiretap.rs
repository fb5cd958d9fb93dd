//! No network: the window runs under `strace`, and the one internet socket it may open is the wire of the web driver itself.

use std::{
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::Command,
};

use lx_tests::program;

/// A window whose talk with the kernel about sockets is written down.
pub struct Wiretap {
    program: PathBuf,
    log: PathBuf,
    traced: bool,
}

impl Wiretap {
    /// Makes a program in `folder` that starts the window under `strace`; without one where processes may not be traced.
    pub fn on(folder: &Path) -> Self {
        let (script, log) = (folder.join("traced-window"), folder.join("calls"));
        let window = program("linxuan-desk");
        let probe = Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output();
        let probe = probe.unwrap_or_else(|e| panic!("strace: {e} (.ci/prepare tests installs it)"));
        let traced = probe.status.success();
        if !traced {
            assert!(
                String::from_utf8_lossy(&probe.stderr).contains("not permitted"),
                "strace does not work"
            );
            eprintln!("not checked: this container does not let processes be traced");
        }
        let text = format!(
            "#!/bin/sh\nexec strace -f -qq --seccomp-bpf -e trace=execve,socket,connect,bind,sendto -o '{}' '{}' \"$@\"\n",
            log.display(),
            window.display()
        );
        fs::write(&script, text).expect("a script");
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).expect("a script that runs");
        let program = if traced { script } else { window };
        Self { program, log, traced }
    }

    /// What to start as the window.
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// Nothing was asked of the internet: every socket of its families went to the web driver on this machine, and to nobody else.
    pub fn heard_nothing(&self) {
        if !self.traced {
            return;
        }
        let calls = fs::read_to_string(&self.log).expect("the log of strace");
        assert!(
            calls.contains("execve(") && calls.contains("WebKitNetworkProcess"),
            "strace saw the window and its helpers"
        );
        assert!(calls.contains("AF_UNIX"), "strace saw sockets");
        let said = |what: &str| calls.lines().filter(|call| call.contains(what)).collect::<Vec<_>>();
        let abroad: Vec<_> = said("sin_addr")
            .into_iter()
            .chain(said("sin6_addr"))
            .filter(|call| !own_wire(call))
            .collect();
        assert!(abroad.is_empty(), "{abroad:#?}");
        let (sockets, wires) = (said("socket(AF_INET"), said("sin_addr"));
        assert!(
            sockets.len() <= wires.len().max(1),
            "more sockets than the web driver's wire: {sockets:#?} {wires:#?}"
        );
    }
}

/// The wire between web driver and window, on this machine: one listens, the other calls. Without a web driver there is none.
fn own_wire(call: &str) -> bool {
    (call.contains("connect(") || call.contains("bind(")) && call.contains("inet_addr(\"127.0.0.1\")")
}
