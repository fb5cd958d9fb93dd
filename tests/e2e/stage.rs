//! A virtual screen, a session bus and a web driver: what a real window needs where nobody sits.

use std::{
    fs::File,
    io::{BufRead as _, BufReader, Read as _, Seek as _},
    net::{TcpListener, TcpStream},
    os::unix::process::CommandExt as _,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::Path,
    process::{Child, Command, Stdio},
    time::Duration,
};

/// A process with all its children; ends with the value.
pub struct Running(Child);

impl Running {
    fn start(command: &mut Command) -> Self {
        let name = command.get_program().to_string_lossy().into_owned();
        Self(
            command
                .process_group(0)
                .spawn()
                .unwrap_or_else(|e| panic!("{name}: {e} (.ci/prepare tests installs it)")),
        )
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The whole group: a session bus outlives its runner otherwise.
        let _ = Command::new("kill").args(["-TERM", "--", &format!("-{}", self.0.id())]).status();
        let _ = self.0.wait();
    }
}

/// A virtual screen.
pub struct Screen {
    display: String,
    width: u32,
    height: u32,
    _server: Running,
}

impl Screen {
    /// Starts Xvfb on a free display.
    pub fn of(width: u32, height: u32) -> Self {
        let size = format!("{width}x{height}x24");
        let mut command = Command::new("Xvfb");
        command
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &size])
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut server = Running::start(&mut command);
        let mut line = String::new();
        let said = BufReader::new(server.0.stdout.take().expect("Xvfb's output")).read_line(&mut line);
        assert!(said.is_ok() && !line.trim().is_empty(), "Xvfb did not start");
        Self {
            display: format!(":{}", line.trim()),
            width,
            height,
            _server: server,
        }
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        (self.width, self.height)
    }
}

/// A program with a session bus of its own on a screen; it keeps its data under `home`.
fn on_stage(screen: &Screen, home: &Path, program: &[&str]) -> Command {
    let mut command = Command::new("dbus-run-session");
    command
        .arg("--")
        .args(program)
        .env("DISPLAY", &screen.display)
        .env_remove("WAYLAND_DISPLAY")
        .env("LINXUAN_HOME", home)
        .env("XDG_DATA_HOME", home.join("xdg-data"))
        .env("XDG_CONFIG_HOME", home.join("xdg-config"))
        .env("GTK_A11Y", "none")
        .env("NO_AT_BRIDGE", "1")
        .stdout(Stdio::null());
    command
}

/// The window without a driver, as people start it.
pub struct Program(Running);

impl Program {
    /// Starts it.
    pub fn on(screen: &Screen, home: &Path) -> Self {
        let binary = lx_tests::program("linxuan-desk");
        Self(Running::start(&mut on_stage(screen, home, &[&binary.to_string_lossy()])))
    }

    /// Its process group.
    pub fn group(&self) -> String {
        self.0.0.id().to_string()
    }
}

/// A web driver with a session bus of its own, on a screen.
pub struct Driver {
    /// Where it listens.
    pub address: String,
    said: File,
    _running: Running,
}

impl Driver {
    /// Starts it; every window it opens keeps its data under `home`.
    pub fn on(screen: &Screen, home: &Path, more: &[(&str, &str)]) -> Self {
        let port = TcpListener::bind("127.0.0.1:0")
            .and_then(|l| l.local_addr())
            .expect("a free port")
            .port();
        let said = tempfile::tempfile().expect("a file for what the program says");
        let mut command = on_stage(screen, home, &["WebKitWebDriver", &format!("--port={port}")]);
        command
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(more.iter().copied())
            .stderr(said.try_clone().expect("the same file"));
        Self {
            address: format!("http://127.0.0.1:{port}"),
            said,
            _running: Running::start(&mut command),
        }
    }

    /// Waits until it listens.
    pub fn answers(&self) {
        let address = self.address.trim_start_matches("http://");
        let listens = lx_tests::until(Duration::from_secs(30), || TcpStream::connect(address).ok());
        assert!(listens.is_some(), "the web driver does not listen");
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // A program that has ended says why here or nowhere.
            let mut said = Vec::new();
            let _ = self.said.rewind().and_then(|()| self.said.read_to_end(&mut said));
            eprintln!("--- the program said:\n{}\n---", String::from_utf8_lossy(&said));
        }
    }
}

/// What a test ends with when the web engine crashed under it.
pub struct EngineCrashed;

/// Goes through a test; once more, and saying so, where the web engine crashed under it: its faults are not ours. A window that the
/// product ended, or an engine that crashes again, fails the test.
pub fn act(test: impl Fn()) {
    let Err(ended) = catch_unwind(AssertUnwindSafe(&test)) else {
        return;
    };
    if !ended.is::<EngineCrashed>() {
        resume_unwind(ended);
    }
    eprintln!("--- the web engine crashed: once more from the start");
    test();
}
